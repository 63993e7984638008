import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type LoadedRegio, loadRegio } from '../../seed/load-regio.ts'
import { mvs } from '../../seed/mvs/regio.ts'
import { loadVerloop } from '../../seed/mvs/verloop/verloop.ts'
import { decideAanvraag, registerAanvraag } from '../../src/modules/beschikking/server/commands.ts'
import { beginOpschorting } from '../../src/modules/beschikking/server/opschorting-commands.ts'
import { checkBestand } from '../../src/modules/inlezen/server/commands.ts'
import { startPlan } from '../../src/modules/ondersteuningsplan/server/inhoud-commands.ts'
import { OproepInvoer } from '../../src/modules/plek/domain/oproep-api.ts'
import { registerOproep } from '../../src/modules/plek/server/oproep-commands.ts'
import { todayOf } from '../../src/platform/clock.ts'
import type { Work } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { addDays } from '../../src/shared/plain-date.ts'
import { makeCasus } from '../given/casus.ts'
import { makeVrijgegeven } from '../given/levering.ts'
import { makeOpenbaar } from '../given/openbaar.ts'
import { listOverdrachtStarts } from '../given/overdracht.ts'
import { accepted, systemVrager, workAs } from '../given/platform.ts'
import { makeSturing } from '../given/sturing.ts'
import { makeWinter } from '../given/winter.ts'
import { useOnderdak } from './onderdak.ts'
import { goRound, isProgrammapad, userOf } from './tour.ts'

// Every page that the app knows, with people in it: the pages come from the router itself, and the tour follows links as
// a user does. A new page that no tour reaches fails the test: then add where it starts to the tour of who may open it.
// The pages of programme, meetings, partners and reports have a test of their own: every-page-programma.test.ts.

const onderdak = useOnderdak()
let mvsRegio: LoadedRegio

beforeAll(async () => {
  const { platform } = onderdak
  const vandaag = todayOf(platform.clock)
  mvsRegio = await loadRegio(platform, mvs)
  await loadVerloop(platform, mvsRegio, { van: addDays(vandaag, -75), totEnMet: addDays(vandaag, -1) })
}, 300_000)

/** Who goes round, and where: from each start the links are followed to every page that nobody saw yet. */
type Begin = readonly [gebruikersnaam: string, rol: string, starts: readonly string[]]

async function listTours(): Promise<readonly Begin[]> {
  const { platform } = onderdak
  const rogplus = mvsRegio.als('rogplus')
  const work = <T>(run: (work: Work) => Promise<T>) => workAs(platform, rogplus, run)
  const [aangevraagd, stilgezet, beschikt] = await work(makeBeschikkingen)
  const persoonId = await work(async ({ db }) => {
    const { persoon_id } = await db
      .selectFrom('wachtlijstplaatsing')
      .select('persoon_id')
      .where('status', 'in', ['wachtend', 'voorgesteld', 'geplaatst'])
      .orderBy((e) => e('status', '=', 'wachtend'), 'desc')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    return persoon_id
  })
  const { voorstelId } = await workAs(platform, mvsRegio.als('elementen'), ({ db }) =>
    db
      .selectFrom('plaatsingsvoorstel as v')
      .innerJoin('product as p', 'p.id', 'v.product_id')
      .select('v.id as voorstelId')
      .where('p.domein', '=', 'MO')
      .orderBy((e) => e('v.status', '=', 'aanvaard'), 'desc')
      .orderBy('v.id')
      .executeTakeFirstOrThrow(),
  )
  const locatieId = mvsRegio.locaties['F-MVS-01']![0]!
  const { voorziening_id } = await work(({ db }) =>
    db.selectFrom('locatie').select('voorziening_id').where('id', '=', locatieId).executeTakeFirstOrThrow(),
  )
  const { plekId } = await work(({ db }) =>
    db
      .selectFrom('plek')
      .select('id as plekId')
      .where('locatie_id', '=', locatieId)
      .executeTakeFirstOrThrow(),
  )
  const overdrachten = await listOverdrachtStarts(platform, mvsRegio.als('elementen'))
  const bestandId = await workAs(platform, mvsRegio.als('elementen'), makeBestand)
  const winter = await makeWinter(onderdak.platform, mvsRegio)
  const oproepId = await workAs(platform, mvsRegio.als('elementen'), makeOproep)
  const trajectId = await findTrajectVan('toegang.mvs')
  const wachtende = await findWachtende()
  const casus = await makeCasus(platform, mvsRegio)
  await makeOpenbaar(platform, mvsRegio.regioId)
  await makeVrijgegeven(platform, mvsRegio.regioId)
  const { tellen, berekening } = await makeSturing(platform, mvsRegio.regioId)
  const planId = await workAs(platform, mvsRegio.als('elementen'), makePlan)
  return [
    [
      'toegang.mvs',
      'toegangsmedewerker',
      ['/', `/trajecten/${trajectId}/time-out`, '/uitstroom', `/casussen/${casus.casusId}`],
    ],
    [
      wachtende.gebruikersnaam,
      'toegangsmedewerker',
      [`/voorstellen/nieuw?wachtlijstplaatsing=${wachtende.id}`],
    ],
    ['wachtlijst.mvs', 'wachtlijstbeheerder', ['/']],
    [
      'rogplus.mvs',
      'centrumgemeente_beslisser',
      [aangevraagd!, stilgezet!, beschikt!]
        .map((id) => `/beschikkingen/${id}`)
        .concat('/beschikkingen', `/beschikkingen/nieuw?persoon=${persoonId}`),
    ],
    [
      'planner.elementen',
      'aanbieder_planner',
      [
        `/voorstellen/${voorstelId}/aankomst`,
        `/inlezen/${bestandId}`,
        ...overdrachten,
        '/winterkou/vannacht',
        `/winterkou/gasten/${winter.gastId}/intake`,
        '/oproepen/nieuw',
        `/oproepen/${oproepId}`,
        `/ondersteuningsplannen/${planId}`,
        '/voorzieningen',
        `/voorzieningen/${voorziening_id}`,
        `/locaties/${locatieId}`,
        `/locaties/${locatieId}/plekken/${plekId}/wijzigen`,
      ],
    ],
    [
      'beheer.mvs',
      'functioneel_beheerder',
      [
        '/beheer',
        '/beheer/rechten',
        '/beheer/verblijfsduur',
        `/beheer/verblijfsduur/wijzigen?productId=${mvsRegio.producten.crisisopvang_mo}`,
        `/beheer/streefaantallen/wijzigen?productId=${mvsRegio.producten.housing_first}`,
        // This region has no overgangen and no woningafspraken: the pages say so.
        '/beheer/product-overgangen/wijzigen',
        '/beheer/woningafspraken/wijzigen',
      ],
    ],
    ['wijkteam.vlaardingen', 'toegangsmedewerker', ['/signalen', '/outreach', '/sleutelfiguren', '/signaal']],
    [
      'coordinator.mvs',
      'regiocoordinator',
      [
        '/',
        '/directe-bemiddelingen',
        '/winterkou',
        '/winterkou/tellingen',
        `/winterkou/perioden/${winter.periodeId}/einde`,
      ],
    ],
    [
      'corporatie.mvs',
      'corporatie_medewerker',
      ['/', '/woonvragen', '/casusuitnodigingen', `/casusuitnodigingen/${casus.uitnodigingId}`],
    ],
    [
      'programma.mvs',
      'programmamanager',
      [
        '/casuslessen',
        '/gegevenskwaliteit/organisaties',
        '/open',
        '/openbare-cijfers/nieuw',
        '/leveringen',
        '/leveringen/nieuw',
        '/wachtcurve',
        '/prognose',
        '/prognose/terugblik',
        '/prognose/scenarios',
        berekening,
        '/prognose/schattingen/woningen',
        '/startfotos',
        '/tellingen',
        '/tellingen/plannen',
        '/rapporten',
        '/clientervaring',
        tellen,
      ],
    ],
    ['fg.mvs', 'privacy_officer', ['/', '/beheer', `/inzage/${persoonId}`]],
  ]
}

/** Whom the organisation of this user knows, as a condition on `persoon_id`. */
const kentPersoon = (gebruikersnaam: string, persoonId: string) => sql<boolean>`exists (
  select 1 from betrokkenheid b join gebruiker g on g.organisatie_id = b.organisatie_id
  where g.gebruikersnaam = ${gebruikersnaam} and b.persoon_id = ${sql.ref(persoonId)} and b.tot is null and b.vereist is null)`

/** A running traject of somebody whom the organisation of this user knows. */
async function findTrajectVan(gebruikersnaam: string): Promise<Id> {
  const { id } = await workAs(onderdak.platform, systemVrager(mvsRegio.regioId), ({ db }) =>
    db
      .selectFrom('traject as t')
      .select('t.id')
      .where('t.geeindigd_op', 'is', null)
      .where(kentPersoon(gebruikersnaam, 't.persoon_id'))
      .orderBy('t.id')
      .executeTakeFirstOrThrow(),
  )
  return id
}

/** Somebody who waits, and who of a toegang knows them and can make a voorstel. */
async function findWachtende(): Promise<{ id: Id; gebruikersnaam: string }> {
  return workAs(onderdak.platform, systemVrager(mvsRegio.regioId), ({ db }) =>
    db
      .selectFrom('wachtlijstplaatsing as w')
      .innerJoin('betrokkenheid as b', 'b.persoon_id', 'w.persoon_id')
      .innerJoin('gebruiker as g', 'g.organisatie_id', 'b.organisatie_id')
      .innerJoin('gebruiker_rol as r', 'r.gebruiker_id', 'g.id')
      .select(['w.id', 'g.gebruikersnaam'])
      .where('w.status', 'in', ['wachtend', 'voorgesteld', 'geplaatst'])
      .where('r.rol_code', '=', 'toegangsmedewerker')
      .where('b.tot', 'is', null)
      .where('b.vereist', 'is', null)
      .orderBy((e) => e('w.status', '=', 'wachtend'), 'desc')
      .orderBy('w.id')
      .executeTakeFirstOrThrow(),
  )
}

/** One that waits for a decision, one whose term stands still, one whose letter was not sent. */
async function makeBeschikkingen(work: Work): Promise<Id[]> {
  const personen = await work.db
    .selectFrom('verblijf as v')
    .innerJoin('product as p', 'p.id', 'v.product_id')
    .select('v.persoon_id as id')
    // Not of the vrouwenopvang: most roles do not see those.
    .where('p.domein', '=', 'MO')
    .where('v.geeindigd_op', 'is', null)
    .orderBy('v.id')
    .limit(3)
    .execute()
  const ids: Id[] = []
  for (const { id: persoonId } of personen) {
    const made = await registerAanvraag(work, {
      persoonId,
      productId: mvsRegio.producten.bw!,
      aangevraagdOp: work.today,
      namensGemeente: 'GM0622',
    })
    ids.push(accepted(made).id)
  }
  accepted(
    await beginOpschorting(work, ids[1]!, {
      versie: 1,
      grond: 'aanvulling',
      gevraagdOp: work.today,
      antwoordUiterlijk: addDays(work.today, 14),
      reden: 'Verklaring huisarts',
    }),
  )
  accepted(
    await decideAanvraag(work, ids[2]!, {
      soort: 'toekenning',
      versie: 1,
      beschiktOp: work.today,
      geldigVan: work.today,
      motivering: 'Toezicht dichtbij is nodig.',
    }),
  )
  return ids
}

async function makeBestand(work: Work): Promise<Id> {
  const inhoud =
    'Voorziening;Locatie;Plek;Product;Vanaf;Gemeente\nProef;Huis Proef;Kamer 1;bw;1-1-2025;Vlaardingen'
  const made = await checkBestand(work, {
    soort: 'plekken',
    bestandsnaam: 'plekken.csv',
    bron: 'Eigen administratie',
    peildatum: work.today,
    inhoud: Buffer.from(inhoud).toString('base64'),
  })
  return accepted(made).id
}

/** A plan that nobody wrote in yet, of somebody who stays. */
async function makePlan(work: Work): Promise<Id> {
  const { persoon_id } = await work.db
    .selectFrom('verblijf as v')
    .select('v.persoon_id')
    .where('v.geeindigd_op', 'is', null)
    .where(kentPersoon('planner.elementen', 'v.persoon_id'))
    .where((e) =>
      e.not(e.exists(e.selectFrom('plan as l').select('l.id').whereRef('l.persoon_id', '=', 'v.persoon_id'))),
    )
    .orderBy('v.id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return accepted(await startPlan(work, { persoonId: persoon_id, op: work.today })).id
}

async function makeOproep(work: Work): Promise<Id> {
  const { id: locatieId } = await work.db
    .selectFrom('locatie as l')
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .select('l.id')
    .where('v.organisatie_id', '=', work.vrager.organisatieId)
    .orderBy('l.id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const oproep = OproepInvoer.parse({ locatieId, gebeldDag: work.today, gebeldTijd: '00:05' })
  return accepted(await registerOproep(work, oproep)).id
}

describe('every page of the app, with content', () => {
  it('has no faults, reads well at both widths and starts with the way past the menu', async () => {
    const problems: string[] = []
    const seen = new Set<string>()
    let unseen: readonly string[] = []
    for (const [gebruikersnaam, rol, starts] of await listTours()) {
      const desk = await onderdak.openFor(
        await userOf(onderdak.platform, mvsRegio.regioId, { gebruikersnaam, rol }),
      )
      const add = (found: readonly string[]) =>
        problems.push(...found.map((one) => `${gebruikersnaam} ${one}`))
      unseen = await goRound(desk, { starts, seen, problems: add, isOwn: (path) => !isProgrammapad(path) })
      await desk.close()
    }
    expect({ problems, unseen }).toEqual({ problems: [], unseen: [] })
  }, 1_800_000)
})
