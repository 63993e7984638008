import { setAanspreekpunt } from '../../src/modules/overleg/server/nvo-commands.ts'
import { todayOf } from '../../src/platform/clock.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Work } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { addDays, addMonths, type PlainDate } from '../../src/shared/plain-date.ts'
import type { LoadedRegio } from '../load-regio.ts'
import {
  makeActie,
  makeBesluit,
  makeJaarplicht,
  makeNvo,
  makeOvereenkomst,
  makeOverleg,
  makeVergadering,
  opWerkdag,
} from '../overleg.ts'
import { accepted, load } from '../world.ts'

const s0 = (waar: string) => `Uitvoeringsprogramma wonen, welzijn en zorg MVS 2025–2027 ${waar}`
const s2 = (waar: string) => `Regiovisie MVS 2024 ${waar}`
const gemeenten = ['Gemeente Maassluis', 'Gemeente Vlaardingen', 'Gemeente Schiedam']
const elk = (functie: string) => gemeenten.map((organisatie) => ({ functie, organisatie }))
const codes = ['GM0556', 'GM0622', 'GM0606']

/** Who meets according to the sources; meetings, decisions and actions around today are invented and say so. */
export async function loadOverleg(platform: Platform, regio: LoadedRegio): Promise<void> {
  const vandaag = todayOf(platform.clock)
  await load(platform, regio.als('gemeente_vlaardingen'), async (work) => {
    const overleggen = await loadOverleggen(work)
    await loadVoorbeelden(work, overleggen, vandaag)
    await loadAfspraken(work, vandaag)
    await loadNvo(work, vandaag)
    accepted(
      await setAanspreekpunt(work, {
        versie: 0,
        functie: 'Programmamanager BW/MO/VO',
        organisatie: 'Gemeente Vlaardingen (centrumgemeente)',
        telefoon: null,
        email: 'voorbeeld@regio-mvs.example',
        bereikbaar: null,
        waarvoor: 'Voorbeeld: alles over de samenwerking van Maassluis, Vlaardingen en Schiedam',
      }),
    )
  })
}

interface Overleggen {
  readonly rbo: Id
  readonly asg: Id
  readonly projectgroep: Id
  readonly platform: Id
}

async function loadOverleggen(work: Work): Promise<Overleggen> {
  const rbo = await makeOverleg(work, {
    naam: 'Regionaal bestuurlijk overleg MO/BW/VO MVS',
    afkorting: 'RBO',
    soort: 'rbo',
    niveau: 'bestuurlijk',
    leden: elk('Portefeuillehouder'),
    vastePunten: [
      {
        titel: 'Uitvoeringsprogramma: voortgang en knelpunten',
        soort: 'uitvoeringsprogramma',
        herhaling: 'elke_vergadering',
      },
      { titel: 'Evaluatie van de samenwerking', soort: 'evaluatie', herhaling: 'elk_jaar' },
      { titel: 'Regionale begroting en meerjarenraming', soort: 'begroting', herhaling: 'elk_jaar' },
    ],
    stukkenDagen: 14,
    van: '2024-01-01',
    toelichting:
      'Stelt besluiten over regionaal beleid vast. De bron noemt niet hoe vaak het bijeenkomt, en niet wanneer de stukken er zijn: die 14 dagen zijn een voorbeeld.',
    bron: `${s2('§7.4 en §7.5')}; ${s0('§7.2.1')}`,
  })
  const asg = await makeOverleg(work, {
    naam: 'Ambtelijke stuurgroep MO/BW/VO',
    afkorting: 'ASG',
    soort: 'asg',
    niveau: 'management',
    leden: elk('Manager'),
    vastePunten: [
      {
        titel: 'Uitvoeringsprogramma: voortgang, dilemma’s en keuzes',
        soort: 'uitvoeringsprogramma',
        herhaling: 'elke_vergadering',
      },
    ],
    van: '2024-01-01',
    toelichting: 'Bereidt het RBO voor en wordt periodiek bijgepraat. De bron noemt niet hoe vaak.',
    bron: `${s2('§7.4')}; ${s0('§7.2.1')}`,
  })
  const projectgroep = await makeOverleg(work, {
    naam: 'Ambtelijk maandelijks overleg (projectgroep)',
    soort: 'projectgroep',
    niveau: 'ambtelijk',
    perJaar: 12,
    leden: [{ functie: 'Programmamanager', organisatie: 'Gemeente Vlaardingen' }, ...elk('Beleidsadviseur')],
    vastePunten: [
      {
        titel: 'Voortgang van de uitvoeringsprogramma’s',
        soort: 'uitvoeringsprogramma',
        herhaling: 'elke_vergadering',
      },
    ],
    van: '2025-01-01',
    bron: s0('§7.2.1'),
  })
  await makeOverleg(work, {
    naam: 'Ambtelijk voortgangsoverleg met partners',
    soort: 'voortgangsoverleg',
    niveau: 'ambtelijk',
    perJaar: 2,
    van: '2025-01-01',
    toelichting: 'De samenstelling wordt samen met partners uitgewerkt.',
    bron: s0('§7.2.2'),
  })
  const bestuurlijkPlatform = await makeOverleg(work, {
    naam: 'Bestuurlijk platform met partners',
    soort: 'platform',
    niveau: 'bestuurlijk',
    perJaar: 1,
    vastePunten: [
      { titel: 'De visie: waar werken we naartoe?', soort: 'overig', herhaling: 'elke_vergadering' },
    ],
    van: '2025-01-01',
    toelichting: 'Wordt gecombineerd met een werkbezoek.',
    bron: s0('§7.2.2'),
  })
  for (const een of [
    {
      naam: 'Bestuurlijk overleg van portefeuillehouders',
      soort: 'portefeuillehouders',
      niveau: 'bestuurlijk',
      leden: elk('Portefeuillehouder'),
      toelichting: 'In beginsel per gemeente; samen als het nodig is.',
      bron: s0('§7.2.1'),
    },
    {
      naam: 'Netwerkbijeenkomst',
      soort: 'netwerkbijeenkomst',
      niveau: 'netwerk',
      perJaar: 1,
      bron: s0('§2.2.4'),
    },
    {
      naam: 'Gemeenteraden',
      soort: 'gemeenteraad',
      niveau: 'bestuurlijk',
      perJaar: 1,
      toelichting:
        'Het college bericht de raad elk jaar hoe doeltreffend en doelmatig het uitvoeringsprogramma is (Maassluis en Vlaardingen).',
      bron: 'Visie wonen, welzijn en zorg voor aandachtsgroepen §6.3',
    },
    {
      naam: 'Werkgroepen MO/BW/VO',
      soort: 'werkgroep',
      niveau: 'ambtelijk',
      toelichting: 'Een of meer werkgroepen, met vertegenwoordigers van elke gemeente.',
      bron: s2('§7.4'),
    },
  ] satisfies readonly Omit<Parameters<typeof makeOverleg>[1], 'van'>[])
    await makeOverleg(work, { van: '2025-01-01', ...een })
  return { rbo, asg, projectgroep, platform: bestuurlijkPlatform }
}

async function loadVoorbeelden(work: Work, overleggen: Overleggen, vandaag: PlainDate): Promise<void> {
  const over = (dagen: number) => opWerkdag(addDays(vandaag, dagen))
  const voorbij = (dagen: number) => {
    const dag = over(-dagen)
    return dag < vandaag ? dag : addDays(vandaag, -3)
  }
  const rboOp = voorbij(20)
  const rbo = await makeVergadering(work, overleggen.rbo, {
    datum: rboOp,
    plaats: 'Stadhuis Vlaardingen (voorbeeld)',
    verslag: 'Voorbeeld: verslag in het archief van de centrumgemeente',
  })
  await makeVergadering(work, overleggen.rbo, { datum: over(30), plaats: 'Stadhuis Schiedam (voorbeeld)' })
  const projectgroep = await makeVergadering(work, overleggen.projectgroep, {
    datum: voorbij(12),
    plaats: 'Stadhuis Vlaardingen (voorbeeld)',
  })
  await makeVergadering(work, overleggen.projectgroep, { datum: over(18), plaats: 'Online (voorbeeld)' })
  await makeVergadering(work, overleggen.asg, { datum: over(9), plaats: 'Stadhuis Maassluis (voorbeeld)' })
  await makeVergadering(work, overleggen.platform, {
    datum: over(60),
    plaats: 'De Elementen (voorbeeld)',
    werkbezoek: 'Voorbeeld: rondleiding door de nachtopvang',
  })
  const jaar = Number(vandaag.slice(0, 4))
  const begroting = await makeBesluit(
    work,
    {
      orgaan: 'rbo',
      nummer: `RBO-${rboOp.slice(0, 4)}-01`,
      titel: `Voorbeeld: regionale begroting ${jaar + 1}`,
      tekst:
        'Voorbeeld: het RBO stemt in met de begroting en de meerjarenraming. De raad van Vlaardingen stelt ze vast.',
      beslotenOp: rboOp,
      vergaderingId: rbo,
    },
    [
      { beurt: 1, orgaan: 'college', gemeenteCode: 'GM0622', gedaanOp: rboOp, uitkomst: 'akkoord' },
      { beurt: 2, orgaan: 'raad', gemeenteCode: 'GM0622', geplandOp: over(25) },
    ],
  )
  await makeBesluit(
    work,
    {
      orgaan: 'rbo',
      nummer: `RBO-${rboOp.slice(0, 4)}-02`,
      titel: 'Voorbeeld: gezamenlijke afspraak over nazorg',
      tekst:
        'Voorbeeld: de drie gemeenten spreken af hoe lang nazorg duurt. Eerst de colleges en raden, dan het RBO.',
    },
    [
      ...codes.map((gemeenteCode, i) => ({
        beurt: 1,
        orgaan: 'college' as const,
        gemeenteCode,
        ...(i < 2 ? { gedaanOp: voorbij(15 - i), uitkomst: 'akkoord' as const } : { geplandOp: over(5) }),
      })),
      ...codes.map((gemeenteCode) => ({
        beurt: 2,
        orgaan: 'raad' as const,
        gemeenteCode,
        geplandOp: over(40),
      })),
    ],
  )
  const vlaardingen = { functie: 'Beleidsadviseur', organisatie: 'Gemeente Vlaardingen' }
  await makeActie(work, {
    ...vlaardingen,
    tekst: 'Voorbeeld: raadsvoorstel voor de begroting schrijven',
    uiterlijkOp: over(10),
    vergaderingId: rbo,
    besluitId: begroting,
  })
  await makeActie(work, {
    functie: 'Contractmanager',
    organisatie: 'Rogplus',
    tekst: 'Voorbeeld: overzicht van de contracten delen',
    uiterlijkOp: voorbij(2),
    vergaderingId: projectgroep,
  })
  await makeActie(
    work,
    {
      ...vlaardingen,
      tekst: 'Voorbeeld: cijfers over de wachtlijst toelichten',
      uiterlijkOp: voorbij(4),
      vergaderingId: projectgroep,
    },
    voorbij(5),
  )
}

async function loadAfspraken(work: Work, vandaag: PlainDate): Promise<void> {
  await makeOvereenkomst(work, {
    soort: 'samenwerkingsovereenkomst',
    naam: 'Voorbeeld: samenwerkingsovereenkomst MVS',
    wie: gemeenten,
    begintOp: '2024-07-01',
    eindigtOp: addMonths(vandaag, 14),
    opzegtermijnMaanden: 6,
    herzienOp: addMonths(vandaag, 4),
    toelichting:
      'De regiovisie zegt dat deze overeenkomst er komt en wat erin staat, niet wanneer. De dagen zijn verzonnen.',
    bron: `${s2('§7.3')}; dagen en artikelen verzonnen`,
    onderwerpen: [
      { onderwerp: 'doel', waar: 'Voorbeeld: artikel 1' },
      { onderwerp: 'bestuursstructuur', waar: 'Voorbeeld: artikel 3' },
      { onderwerp: 'taken', waar: 'Voorbeeld: artikel 4' },
      { onderwerp: 'centrumgemeente', waar: 'Voorbeeld: artikel 6' },
      { onderwerp: 'duur', waar: 'Voorbeeld: artikel 9' },
    ],
  })
  const jaar = Number(vandaag.slice(0, 4))
  const jaren = [jaar - 2, jaar - 1].filter((een) => een >= 2024)
  await makeJaarplicht(
    work,
    {
      naam: 'Samenwerking evalueren in het RBO',
      maand: 12,
      dagnummer: 31,
      vanafJaar: 2024,
      bron: s2('§7.4'),
    },
    jaren.map((een) => ({ jaar: een, gedaanOp: `${een}-11-20`, waar: 'Voorbeeld: RBO van november' })),
  )
  await makeJaarplicht(
    work,
    {
      naam: 'Regionale begroting bespreken in het RBO, vóór 1 juli',
      maand: 6,
      dagnummer: 30,
      vanafJaar: 2024,
      bron: s2('§7.5'),
    },
    [...jaren, ...(vandaag > `${jaar}-06-30` ? [jaar] : [])].map((een) => ({
      jaar: een,
      gedaanOp: `${een}-06-12`,
      waar: 'Voorbeeld: RBO van juni',
    })),
  )
}

/** How the regiovisie itself answers, in its bijlage 3; it does not say whether that is enough, so nothing is judged. */
const antwoorden2024: readonly string[] = [
  'De regiovisie wordt begin 2024 aangeboden aan de afzonderlijke gemeenteraden van Maassluis, Vlaardingen en Schiedam.',
  'Er zijn gesprekken gevoerd met vertegenwoordigers van lokale participatieraden, zorgpartijen, woningbouwverenigingen en ervaringsdeskundigen.',
  'Bij de financiering van beschermd wonen wordt met bouwstenen gewerkt: een gevarieerd aanbod, op- en afschalen, en zorgcontinuïteit naar zwaardere en lichtere zorg.',
  'Over de verdeling van de middelen, het woonplaatsbeginsel en de doordecentralisatie is nog veel onduidelijk. De financiële situatie blijft gelijk; er wordt voorgesorteerd en onderzoek gedaan naar een nieuw verdeelmodel op basis van verevening.',
  'Het doel is één toegang voor alle maatschappelijke opvanglocaties, met een sterkere preventieve functie en directe toegang tot hulp voor hele gezinssystemen. Dit wordt uitgewerkt in uitvoeringsplannen.',
  'Er zijn heldere afspraken over wie wat doet, waar het mandaat ligt en wat er lokaal en regionaal georganiseerd wordt.',
  'Voor beschermd wonen gelden de landelijke iWmo-standaarden en het jaarlijkse landelijke accountantsprotocol. Maatschappelijke opvang en vrouwenopvang worden gesubsidieerd; Vlaardingen monitort op de subsidievoorwaarden.',
  'Stabiliteit en innovatie zijn onderdeel van de inkoopstrategie bij Rogplus. Voor maatschappelijke opvang en vrouwenopvang wordt een langdurige aanbesteding met innovatie uitgewerkt.',
]

async function loadNvo(work: Work, vandaag: PlainDate): Promise<void> {
  for (const [i, toelichting] of antwoorden2024.entries())
    await makeNvo(work, {
      jaar: 2024,
      afspraak: i + 1,
      status: null,
      toelichting,
      bewijs: 'De tekst van de regiovisie zelf. Of dit genoeg is, zegt zij niet.',
      vindplaats: s2(`bijlage 3, 3.${i + 1}`),
      beoordeeldDoor: 'Opstellers van de regiovisie; de dag is verzonnen',
      beoordeeldOp: '2024-01-31',
    })
  const jaar = Number(vandaag.slice(0, 4))
  const eerder = (dag: PlainDate) => (dag < vandaag ? dag : vandaag)
  for (const [afspraak, status] of [
    [1, 'deels'],
    [6, 'voldoet'],
    [7, 'deels'],
  ] as const)
    await makeNvo(work, {
      jaar,
      afspraak,
      status,
      toelichting: 'Voorbeeld: verzonnen antwoord, om te laten zien hoe een zelftoets eruitziet.',
      bewijs: status === 'voldoet' ? 'Voorbeeld: besluit van het RBO' : null,
      vindplaats: status === 'voldoet' ? 'Voorbeeld: archief van de centrumgemeente' : null,
      beoordeeldDoor: 'Programmamanager',
      beoordeeldOp: eerder(`${jaar}-03-01`),
    })
}
