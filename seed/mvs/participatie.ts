import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkBestand, loadBestand } from '../../src/modules/inlezen/server/commands.ts'
import { AdviesInvoer } from '../../src/modules/participatie/domain/advies-contract.ts'
import { GroepInvoer } from '../../src/modules/participatie/domain/groep-contract.ts'
import { PuntInvoer, RaadplegingInvoer } from '../../src/modules/participatie/domain/raadpleging-contract.ts'
import {
  addBijeenkomst,
  addInzet,
  addPunt,
  answerAdvies,
  answerIdee,
  checkIdee,
  registerAdvies,
  registerGroep,
  registerKlacht,
  registerRaadpleging,
  takeIdee,
} from '../../src/modules/participatie/server/commands.ts'
import { todayOf } from '../../src/platform/clock.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { projectRoot } from '../../src/platform/root.ts'
import type { Vrager, Work } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { addDays } from '../../src/shared/plain-date.ts'
import type { LoadedRegio } from '../load-regio.ts'
import { accepted, load } from '../world.ts'

/**
 * Partners of the documents, read in as a region would do it; the councils among them; the ambassadeurs of Vlaardingen. What
 * councils and inwoners say is invented and says so.
 */
export async function loadParticipatie(platform: Platform, regio: LoadedRegio): Promise<void> {
  const manager = regio.als('gemeente_vlaardingen')
  const vandaag = todayOf(platform.clock)
  await loadPartners(platform, manager, 'mvs')
  const activiteitId = await load(platform, manager, findActiviteit)
  await load(platform, manager, async (work) => {
    await loadAmbassadeurs(work, activiteitId)
    await loadAdviezen(work, activiteitId)
    await loadIdeeen(work, activiteitId)
    await loadRaadpleging(work)
    accepted(
      await registerKlacht(work, {
        aard: 'feedback',
        onderwerp: 'informatie',
        afzender: 'partner',
        ontvangenOp: addDays(vandaag, -9),
        omschrijving: 'Voorbeeld: de nieuwsbrief kwam na de bijeenkomst. Stuur haar een week eerder.',
        contact: null,
      }),
    )
  })
}

/** The organisations that the documents name, read in from a file that a region can make itself. */
export async function loadPartners(platform: Platform, wie: Vrager, map: 'mvs' | 'dwo'): Promise<void> {
  const naam = 'partners.csv'
  const inhoud = readFileSync(join(projectRoot, 'seed', 'programma', map, naam)).toString('base64')
  await load(platform, wie, async (work) => {
    const { id, fouten } = accepted(
      await checkBestand(work, {
        soort: 'partners',
        bestandsnaam: naam,
        bron: 'Beleidsstukken van de regio',
        peildatum: todayOf(platform.clock),
        inhoud,
      }),
    )
    if (fouten.length > 0) throw new Error(`partners.csv: ${JSON.stringify(fouten.slice(0, 5))}`)
    accepted(await loadBestand(work, { id }))
  })
}

/** Any activiteit of the running programmes, the first by code; null while no programma is loaded. */
async function findActiviteit(work: Work): Promise<Id | null> {
  const row = await work.db
    .selectFrom('activiteit as a')
    .innerJoin('programma as p', 'p.id', 'a.programma_id')
    .select('a.id')
    .where('a.regio_id', '=', work.regioId)
    .orderBy('p.code', 'desc')
    .orderBy('a.volgorde')
    .orderBy('a.id')
    .executeTakeFirst()
  return row?.id ?? null
}

const getPartner = async (work: Work, naam: string): Promise<Id> =>
  (
    await work.db
      .selectFrom('partner')
      .select('id')
      .where('regio_id', '=', work.regioId)
      .where('naam', '=', naam)
      .executeTakeFirstOrThrow()
  ).id

const bron = 'Voortgangsrapportage Samen veranderen §1.2'

/** Eight people who met four times in 2025; the source gives no days, and says so with each. */
async function loadAmbassadeurs(work: Work, activiteitId: Id | null): Promise<void> {
  const { id: groepId } = accepted(
    await registerGroep(
      work,
      GroepInvoer.parse({
        naam: 'Ambassadeurs Samen veranderen',
        soort: 'ambassadeurs',
        aantal: 8,
        ervaring: 'Bewoners die meedenken over het programma en elk hun talent inzetten',
        via: 'Gemeente Vlaardingen',
        gemeenteCode: 'GM0622',
        van: '2025-01-01',
        bron,
      }),
    ),
  )
  for (const op of ['2025-02-10', '2025-05-12', '2025-09-22', '2025-11-17'])
    accepted(
      await addBijeenkomst(work, {
        groepId,
        op,
        onderwerp:
          'Voortgang van het programma (de dag is een voorbeeld: de bron noemt alleen vier keer in 2025)',
        aanwezig: null,
        opbrengst: null,
      }),
    )
  if (activiteitId)
    accepted(
      await addInzet(work, {
        groepId,
        activiteitId,
        rol: 'meedenken',
        van: '2025-02-10',
        totEnMet: null,
        opbrengst: 'Voorbeeld: de uitnodiging is in gewone taal herschreven.',
      }),
    )
}

/** Per cent who agree and who don't, and what the room added. */
const stellingen: readonly (readonly [tekst: string, eens: number, oneens: number, toelichting: string])[] = [
  [
    'Inwoners met complexe problematiek passen niet midden in een woonwijk',
    10,
    90,
    'Het kan met de buurt misgaan, en niet iedereen is er klaar voor. Het gaat om samenwerken rond de cliënt, met buurt en organisaties.',
  ],
  [
    'De toegang is niet deskundig genoeg om een plaatsing goed in te schatten',
    49,
    51,
    'Er zijn meer deskundigen en een stevig netwerk nodig, maar niet zo veel dat maatwerk lastig wordt.',
  ],
  [
    'We hoeven niet voor iedere zorgbehoefte passend aanbod te hebben',
    61,
    39,
    'Goed genoeg is ook goed; voor de rest is er maatwerk.',
  ],
  [
    'Plegers van huiselijk geweld mogen niet in de opvang',
    5,
    95,
    'Wie geweld pleegde heeft vaak zelf ook zorg nodig, en anders staat die op straat.',
  ],
  [
    'Met één centrale toegang bij de centrumgemeente is de cliënt beter af',
    84,
    16,
    'Nu beoordeelt elke toegang anders. Cijfers worden beter, maar de drempel moet laag blijven.',
  ],
  [
    'Het afbouwen van middelengebruik hoort bij het behandeltraject',
    53,
    47,
    'Niet vanzelf: het gaat om wat de cliënt zelf wil, en eerst om perspectief.',
  ],
]

const wensen = [
  'Snel meer of minder zorg kunnen geven',
  'Een vast telefoonnummer voor de buurt, ook anoniem',
  'Een knop of videobellen voor cliënten als er ’s nachts niemand is',
  'Eén loket, en één regisseur per gezin',
  'Overal op dezelfde manier beoordelen',
  'Een sociale kaart',
  'Zien waar nog plek is',
  'Eén vast aanspreekpunt',
  'Een warme overdracht, zoals de cliënt die wil',
  'Gemakkelijk terug kunnen bij terugval',
  'Een andere eigen bijdrage als er weinig zorg is',
  'Ruimte voor eigen regie',
  'Met de cliënt praten, niet over de cliënt',
]

/** What partners said when the regiovisie was made; what the region does with it is not in the source, so it is open. */
async function loadRaadpleging(work: Work): Promise<void> {
  const { id: raadplegingId } = accepted(
    await registerRaadpleging(
      work,
      RaadplegingInvoer.parse({
        op: '2023-06-29',
        gelegenheid: 'Stakeholdersbijeenkomst regiovisie BW, MO en VO',
        wie: 'Aanbieders, corporaties, adviesraden, toegang en gemeenten',
        bron: 'Regiovisie BW/MO/VO MVS 2024 bijlage 4',
      }),
    ),
  )
  for (const [tekst, eens, oneens, toelichting] of stellingen)
    accepted(
      await addPunt(work, {
        ...PuntInvoer.parse({ soort: 'stelling', tekst, eens, oneens, toelichting }),
        raadplegingId,
      }),
    )
  for (const tekst of wensen)
    accepted(await addPunt(work, { ...PuntInvoer.parse({ soort: 'wens', tekst }), raadplegingId }))
}

async function loadAdviezen(work: Work, activiteitId: Id | null): Promise<void> {
  const vandaag = work.today
  const leg = async (raad: string, meer: object) =>
    accepted(
      await registerAdvies(work, AdviesInvoer.parse({ raadId: await getPartner(work, raad), ...meer })),
    )
  const beantwoord = await leg('Adviesraad Sociaal Domein Vlaardingen', {
    isGevraagd: true,
    onderwerp: 'Voorbeeld: de uitnodiging voor inwoners',
    activiteitId,
    gevraagdOp: addDays(vandaag, -120),
    verwachtOp: addDays(vandaag, -90),
    ontvangenOp: addDays(vandaag, -92),
    tekst: 'Voorbeeld: schrijf de uitnodiging in gewone taal, en bel wie niet reageert.',
  })
  accepted(
    await answerAdvies(work, {
      ...beantwoord,
      antwoordOp: addDays(vandaag, -70),
      antwoord: 'Voorbeeld: de uitnodiging is herschreven. Bellen doen wij bij wie daarom vraagt.',
      overgenomen: 'deels',
      motivering: 'Voorbeeld: er zijn niet genoeg mensen om iedereen te bellen.',
    }),
  )
  await leg('Adviesraad Sociaal Domein Schiedam', {
    isGevraagd: false,
    onderwerp: 'Voorbeeld: wachten op een plek',
    ontvangenOp: addDays(vandaag, -50),
    tekst: 'Voorbeeld: vertel mensen elke maand hoe het met hun plek op de lijst staat.',
  })
  await leg('Adviesraad Sociaal Domein Maassluis', {
    isGevraagd: true,
    onderwerp: 'Voorbeeld: een aanspreekpunt in elke wijk',
    gevraagdOp: addDays(vandaag, -10),
    verwachtOp: addDays(vandaag, 32),
  })
}

async function loadIdeeen(work: Work, activiteitId: Id | null): Promise<void> {
  const neem = async (gemeenteCode: string, dagen: number, tekst: string) =>
    accepted(
      await takeIdee(work, {
        gemeenteCode,
        kanaal: 'bijeenkomst',
        ontvangenOp: addDays(work.today, -dagen),
        tekst,
        email: null,
      }),
    )
  const koffie = await neem('GM0622', 30, 'Voorbeeld: zet elke week koffie in de hal van de flat')
  const { versie } = accepted(
    await checkIdee(work, {
      ...koffie,
      titel: 'Koffie in de hal (voorbeeld)',
      tekst: 'Voorbeeld: zet elke week koffie in de hal van de flat.',
      isOpenbaar: true,
    }),
  )
  accepted(
    await answerIdee(work, {
      id: koffie.id,
      versie,
      uitkomst: activiteitId ? 'overgenomen' : 'niet_overgenomen',
      activiteitId,
      reactie: activiteitId
        ? 'Voorbeeld: dank u wel. Wij proberen dit in twee flats.'
        : 'Voorbeeld: dank u wel. De hal is te klein voor koffie.',
    }),
  )
  const brief = await neem('GM0606', 12, 'Voorbeeld: stuur brieven ook in andere talen')
  accepted(
    await checkIdee(work, {
      ...brief,
      titel: 'Brieven in meer talen (voorbeeld)',
      tekst: 'Voorbeeld: stuur brieven ook in andere talen.',
      isOpenbaar: true,
    }),
  )
  await neem('GM0556', 2, 'Voorbeeld: maak een kaart van alle plekken waar je kunt binnenlopen')
}
