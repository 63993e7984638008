import { todayOf } from '../../src/platform/clock.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { addDays } from '../../src/shared/plain-date.ts'
import type { LoadedRegio } from '../load-regio.ts'
import { makeJaarplicht, makeOvereenkomst, makeOverleg, makeVergadering, opWerkdag } from '../overleg.ts'
import { load } from '../world.ts'

const s4 = (waar: string) => `Regiovisie DWO 2022–2026 ${waar}`
const gemeenten = ['Delft', 'Midden-Delfland', 'Pijnacker-Nootdorp', 'Westland'].map(
  (naam) => `Gemeente ${naam}`,
)
const elk = (functie: string) => gemeenten.map((organisatie) => ({ functie, organisatie }))

/** The bodies and agreements that the regiovisie names; the meetings are invented and say so. */
export async function loadOverleg(platform: Platform, regio: LoadedRegio): Promise<void> {
  const vandaag = todayOf(platform.clock)
  await load(platform, regio.als('gemeente_delft'), async (work) => {
    const bestuurlijk = await makeOverleg(work, {
      naam: 'Bestuurlijk Overleg DWO',
      soort: 'rbo',
      niveau: 'bestuurlijk',
      leden: elk('Portefeuillehouder'),
      vastePunten: [
        {
          titel: 'Regionaal uitvoeringsplan: voortgang',
          soort: 'uitvoeringsprogramma',
          herhaling: 'elke_vergadering',
        },
      ],
      van: '2022-01-01',
      toelichting:
        'Bestuurlijke afstemming tussen gemeenten. De bron noemt niet hoe vaak; het vaste punt volgt uit Onderdak.',
      bron: s4('§6 en bijlage 1'),
    })
    for (const een of [
      { naam: 'Regionaal directeurenoverleg', soort: 'asg', niveau: 'management', leden: elk('Directeur') },
      {
        naam: 'Regionaal aanjaagteam',
        soort: 'projectgroep',
        niveau: 'ambtelijk',
        leden: [
          { functie: 'Regionale procesregisseur', organisatie: 'Gemeente Delft' },
          ...elk('Lokaal regisseur'),
        ],
      },
      {
        naam: 'Werkgroep transformatie beschermd wonen',
        soort: 'werkgroep',
        niveau: 'ambtelijk',
        leden: [],
        toelichting: 'Gemeenten en ketenpartners.',
      },
      {
        naam: 'Regiegroep Langer en Weer Thuis',
        soort: 'platform',
        niveau: 'bestuurlijk',
        leden: [],
        toelichting:
          'Delft, Delftse corporaties en regionale zorgpartners; Delft vertegenwoordigt de andere DWO-gemeenten.',
      },
      { naam: 'Ontwikkeltafel beschermd wonen', soort: 'werkgroep', niveau: 'netwerk', leden: [] },
      { naam: 'DOE-tafel', soort: 'werkgroep', niveau: 'netwerk', leden: [] },
    ] as const)
      await makeOverleg(work, { van: '2022-01-01', bron: s4('bijlage 1'), ...een, leden: [...een.leden] })
    for (const dagen of [-30, 25])
      await makeVergadering(work, bestuurlijk, {
        datum: opWerkdag(addDays(vandaag, dagen)),
        plaats: 'Stadskantoor Delft (voorbeeld)',
      })
    const looptijd = { begintOp: '2022-01-01', eindigtOp: '2026-12-31', wie: gemeenten }
    const duur = { onderwerp: 'duur', waar: '2022–2026, gelijk aan de regiovisie (§6)' } as const
    const geld = {
      onderwerp: 'financien',
      waar: 'Centrumregeling en DVO, volgens §6 en §7; het artikel is niet bekend',
    } as const
    await makeOvereenkomst(work, {
      ...looptijd,
      soort: 'centrumregeling',
      naam: 'Centrumregeling DWO',
      toelichting:
        'Wordt periodiek geëvalueerd. Na deze periode wordt de balans opgemaakt. De tekst zelf is niet in de bronnen.',
      bron: s4('§6'),
      onderwerpen: [duur, geld, { onderwerp: 'centrumgemeente', waar: 'Delft is centrumgemeente (§6)' }],
    })
    await makeOvereenkomst(work, {
      ...looptijd,
      soort: 'dvo',
      naam: 'Dienstverleningsovereenkomst DWO',
      toelichting: 'Wordt periodiek geëvalueerd. De tekst zelf is niet in de bronnen.',
      bron: s4('§6'),
      onderwerpen: [
        duur,
        geld,
        { onderwerp: 'taken', waar: 'Taakverdeling in de DVO (§6); het artikel is niet bekend' },
      ],
    })
    await makeOvereenkomst(work, {
      ...looptijd,
      soort: 'mandaat',
      naam: 'Mandaatregeling DWO',
      toelichting:
        'Mandaten van de regiogemeenten aan de centrumgemeente. De tekst zelf is niet in de bronnen.',
      bron: s4('§6'),
      onderwerpen: [duur],
    })
    await makeJaarplicht(
      work,
      {
        naam: 'Voorbeeld: centrumregeling en DVO evalueren',
        maand: 12,
        dagnummer: 31,
        vanafJaar: Number(vandaag.slice(0, 4)),
        bron: `${s4('§6')} zegt: periodiek. Elk jaar is een voorbeeld`,
      },
      [],
    )
  })
}
