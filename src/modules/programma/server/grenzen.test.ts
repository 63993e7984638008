import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, workAs } from '../../../../tests/given/platform.ts'
import {
  givenProgrammawereld,
  metingInvoer,
  type Programmawereld,
} from '../../../../tests/given/programma.ts'
import { givenRegio } from '../../../../tests/given/regio.ts'
import { createServer } from '../../../platform/http/server.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { ActiviteitInvoer } from '../domain/activiteit-contract.ts'
import { MetingInvoer } from '../domain/meting-contract.ts'
import { OnderdeelInvoer } from '../domain/programma-contract.ts'
import { planActiviteit, registerActiviteit } from './activiteit-commands.ts'
import { readActiviteit } from './activiteit-queries.ts'
import { readActiviteitverslag, readVerslagbegin } from './lookup.ts'
import { registerMeting } from './meting-commands.ts'
import { registerOnderdeel, registerProgramma } from './programma-commands.ts'
import { readProgramma, readProgrammakeuzes } from './programma-queries.ts'
import { programmaRoutes } from './routes.ts'
import {
  planBesluitmoment,
  registerGeld,
  reportKnelpunt,
  reportStand,
  reportVoortgang,
  reportWaarde,
} from './voortgang-commands.ts'
import { readDraad, readMetingen } from './voortgang-queries.ts'

const database = useDatabase()
let w: Programmawereld
let programma: Id
let onderdeel: Id
let activiteit: Id
let resultaat: Id

beforeAll(async () => {
  w = await givenProgrammawereld(database)
  programma = await w.programma({ code: 'GRENS' })
  onderdeel = await w.onderdeel(programma, { code: 'G' })
  await w.onderdeel(programma, { code: 'H', naar: [onderdeel] })
  activiteit = await w.activiteit(programma, {
    code: 'G1',
    dient: [onderdeel],
    stappen: [{ omschrijving: 'Zoeken' }],
    resultaten: [{ nummer: 1, naam: 'Woningen', eenheid: 'woningen' }],
    kartrekkers: [{ naam: 'Gemeente' }],
    nodig: [{ naam: 'Loket' }],
    verbanden: ['Woonvisie'],
    indicatoren: ['wachtenden'],
  })
  resultaat = (await w.lees(activiteit)).resultaten[0]!.id
  const [id, op, bron] = [activiteit, '2026-03-01', 'Rapportage']
  const doe = async (run: (work: Work) => Promise<unknown>) => accepted(await w.as(w.manager, run))
  await doe((work) => reportStand(work, { id, op, stand: 'verkenning', koers: null, reden: null }))
  await doe((work) =>
    reportVoortgang(work, {
      id,
      op,
      standVanZaken: 'Begonnen',
      inzichten: null,
      vervolg: null,
      isOpenbaar: false,
      bron,
    }),
  )
  await doe((work) => reportWaarde(work, { id: resultaat, op, waarde: 3, toelichting: null, bron }))
  await doe((work) =>
    reportKnelpunt(work, { id, soort: 'geld', omschrijving: 'Geen budget', gemeldOp: op, bron }),
  )
  await doe((work) =>
    planBesluitmoment(work, { id, waarover: 'Verder', criteria: null, orgaan: 'asg', geplandOp: op, bron }),
  )
  await doe((work) =>
    registerGeld(work, {
      id,
      soort: 'kosten',
      jaar: 2026,
      omschrijving: 'Leider',
      bedrag: 1,
      isStructureel: false,
      bron,
    }),
  )
  accepted(await w.meet(activiteit))
  await database.login.query(
    "insert into onderdak.partner (id, regio_id, naam, soort, bron, aangemaakt_op, gewijzigd_op) select gen_random_uuid(), regio_id, 'Corporatie', 'corporatie', 'Lijst', now(), now() from onderdak.programma where id = $1",
    [programma],
  )
}, 120_000)

const als = (run: (work: Work) => Promise<unknown>) => w.as(w.manager, run)
const bij = (meer: object) => w.legActiviteit(programma, meer)
const elders = '01890000-0000-7000-8000-00000000ffff'
const plan = (vanKwartaal: string | null, totKwartaal: string | null) =>
  als((work) =>
    planActiviteit(work, { id: activiteit, versie: 1, planning: 'kwartalen', vanKwartaal, totKwartaal }),
  )
const meet = (meer: object) =>
  als((work) =>
    registerMeting(work, { ...MetingInvoer.parse(metingInvoer), naam: 'Anders', ...meer, id: activiteit }),
  )

/** Each hard rule that has a message, reached behind what the contract checks: code and field as the screen gets them. */
const geweigerd: Readonly<Record<string, [code: string, field: string, doe: () => Promise<unknown>]>> = {
  programma_code_eenmaal: ['programma_bestaat', 'code', () => w.leg({ code: 'GRENS' })],
  programma_eindigt_na_begin: [
    'datum_past_niet',
    'tot',
    () =>
      als((work) =>
        registerProgramma(work, {
          code: 'X',
          naam: 'X',
          soort: 'visie',
          van: '2026-01-01',
          tot: '2026-01-01',
          vastgesteldOp: null,
          vastgesteldDoor: null,
          gemeenten: [],
          toelichting: null,
          bron: 'X',
        }),
      ),
  ],
  programmaonderdeel_code_eenmaal: [
    'onderdeel_bestaat',
    'code',
    () => w.legOnderdeel(programma, { code: 'G' }),
  ],
  programmaonderdeel_onder_hetzelfde: [
    'onderdeel_past_niet',
    'onderId',
    async () => w.legOnderdeel(await w.programma(), { onderId: onderdeel }),
  ],
  onderdeel_verband_bestaat: [
    'onderdeel_onbekend',
    'naar',
    () => w.legOnderdeel(programma, { naar: [elders] }),
  ],
  activiteit_code_eenmaal: ['activiteit_bestaat', 'code', () => bij({ code: 'G1' })],
  activiteit_planning_volledig: ['planning_past_niet', 'vanKwartaal', () => plan('2026-1', null)],
  activiteit_eindigt_niet_voor_begin: ['planning_past_niet', 'totKwartaal', () => plan('2026-2', '2026-1')],
  activiteit_participatie_uitgelegd: [
    'participatie_ontbreekt',
    'participatieHoe',
    async () => {
      const goed = ActiviteitInvoer.parse({
        programmaId: programma,
        soort: 'pilot',
        code: 'P',
        naam: 'P',
        planning: 'open',
        participatie: 'nee',
        bron: 'X',
      })
      return als((work) => registerActiviteit(work, { ...goed, participatie: 'ja' }))
    },
  ],
  activiteit_dient_onderdeel_bestaat: ['onderdeel_onbekend', 'dient', () => bij({ dient: [elders] })],
  activiteit_partij_partner_bestaat: [
    'partner_onbekend',
    'nodig',
    () => bij({ nodig: [{ naam: 'Weg', partnerId: elders }] }),
  ],
  resultaat_waarde_houdt_resultaat: [
    'resultaat_heeft_getallen',
    'resultaten',
    () => w.wijzigActiviteit(activiteit, 1, { code: 'G1' }),
  ],
  activiteit_resultaat_houdt_eenheid: [
    'resultaat_heeft_getallen',
    'resultaten.0.eenheid',
    () => w.wijzigActiviteit(activiteit, 1, { code: 'G1', resultaten: [{ nummer: 1, naam: 'Huizen' }] }),
  ],
  activiteit_stand_reden_gegeven: [
    'reden_ontbreekt',
    'reden',
    () =>
      als((work) =>
        reportStand(work, {
          id: activiteit,
          op: '2026-03-02',
          stand: 'verkenning',
          koers: 'vertraagd',
          reden: null,
        }),
      ),
  ],
  activiteit_stand_klaar_zonder_koers: [
    'koers_past_niet',
    'koers',
    () =>
      als((work) =>
        reportStand(work, {
          id: activiteit,
          op: '2026-03-02',
          stand: 'afgerond',
          koers: 'op_schema',
          reden: null,
        }),
      ),
  ],
  meting_naam_eenmaal: ['meting_bestaat', 'naam', () => meet({ naam: metingInvoer.naam })],
  meting_schaal_loopt_op: ['schaal_past_niet', 'schaalTot', () => meet({ schaalVan: 10 })],
  meting_na_volgt_op_nul: [
    'datum_past_niet',
    'naOp',
    () => meet({ nulOp: '2026-03-01', naOp: '2026-03-01' }),
  ],
  meting_stelling_past: ['gemiddelde_past_niet', 'stellingen', () => meet({ schaalTot: 5 })],
}

/** Where a check always comes before it, or nothing but a fault in the code could reach it. */
const opAfstand: Readonly<Record<string, string>> = {
  programma_vervangt_een_ander: 'update onderdak.programma set vervangt_id = id',
  programmaonderdeel_niet_onder_zichzelf:
    "insert into onderdak.programmaonderdeel select (jsonb_populate_record(o, jsonb_build_object('id', g.id, 'onder_id', g.id, 'code', 'Z'))).* from onderdak.programmaonderdeel o, (select gen_random_uuid() as id) g where o.code = 'G'",
  programmaonderdeel_geen_kring: 'update onderdak.programmaonderdeel set onder_id = id',
  onderdeel_verband_met_een_ander: 'update onderdak.onderdeel_verband set naar_id = van_id',
  activiteit_resultaat_nummer_eenmaal:
    "insert into onderdak.activiteit_resultaat select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid()))).* from onderdak.activiteit_resultaat r",
  activiteit_resultaat_streefwaarde_heeft_eenheid:
    "insert into onderdak.activiteit_resultaat select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'nummer', 97, 'eenheid', null, 'streefwaarde', 1, 'richting', 'hoger'))).* from onderdak.activiteit_resultaat r",
  activiteit_resultaat_richting_bij_streefwaarde: 'update onderdak.activiteit_resultaat set streefwaarde = 1',
  resultaat_waarde_een_per_dag:
    "insert into onderdak.resultaat_waarde select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid()))).* from onderdak.resultaat_waarde r",
  activiteit_partij_resultaat_bestaat:
    "update onderdak.activiteit_partij set resultaat_nummer = 98 where rol = 'kartrekker'",
  activiteit_partij_resultaat_bij_kartrekker:
    "update onderdak.activiteit_partij set resultaat_nummer = 1 where rol = 'nodig'",
  activiteit_knelpunt_oplossing_volledig: "update onderdak.activiteit_knelpunt set oplossing = 'Geld'",
  activiteit_knelpunt_opgelost_na_melden:
    "update onderdak.activiteit_knelpunt set oplossing = 'Geld', opgelost_op = gemeld_op - 1",
  besluitmoment_besluit_volledig: "update onderdak.besluitmoment set uitkomst = 'stoppen'",
  programma_een_opvolger:
    "insert into onderdak.programma select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'vervangt_id', p.id, 'code', 'Y' || n))).* from onderdak.programma p, generate_series(1, 2) n where p.code = 'GRENS'",
}

const tabellen =
  'programma programmaonderdeel onderdeel_verband activiteit activiteit_dient activiteit_stap activiteit_resultaat resultaat_waarde activiteit_partij activiteit_verband activiteit_geld activiteit_stand activiteit_voortgang activiteit_knelpunt besluitmoment activiteit_indicator meting meting_stelling'.split(
    ' ',
  )

describe('de harde regels staan in de database', () => {
  it.each(Object.entries(geweigerd))(
    '%s wordt geweigerd in het Nederlands, bij het veld zelf',
    async (_, [code, field, doe]) => {
      expect(await doe()).toMatchObject({
        rejected: true,
        code,
        field,
        message: expect.stringMatching(/^[A-Z].*\.$/),
      })
    },
  )

  it.each(Object.entries(opAfstand))('%s houdt ook als de code zich vergist', async (naam, sql) => {
    await expect(database.login.query(sql)).rejects.toMatchObject({ constraint: naam })
  })

  it('elke regel met een naam is hier geprobeerd', async () => {
    const { rows } = await database.login.query<{ naam: string }>(
      `select conname as naam from pg_constraint where conrelid = any (select ('onderdak.' || t)::regclass from unnest($1::text[]) t) and contype in ('c', 'f', 'u', 'x')
         and conname !~ '_(check|fkey|key)[0-9]*$'
       union select indexrelid::regclass::text from pg_index where indisunique and indpred is not null and indrelid = any (select ('onderdak.' || t)::regclass from unnest($1::text[]) t)
       union select tgname from pg_trigger where not tgisinternal and tgrelid = any (select ('onderdak.' || t)::regclass from unnest($1::text[]) t)`,
      [tabellen],
    )
    const geprobeerd = [...Object.keys(geweigerd), ...Object.keys(opAfstand)]
    expect(
      rows.map(({ naam }) => naam.replace('onderdak.', '')).filter((naam) => !geprobeerd.includes(naam)),
    ).toEqual([])
  })

  it('wat eenmaal is gezegd verandert de toepassing niet: alleen vervallen en intrekken mag', async () => {
    for (const sql of [
      "update onderdak.activiteit_stand set stand = 'afgerond'",
      "update onderdak.activiteit_voortgang set stand_van_zaken = 'Anders'",
      'update onderdak.resultaat_waarde set waarde = 99',
      'delete from onderdak.activiteit_stand',
      'delete from onderdak.resultaat_waarde',
      'delete from onderdak.besluitmoment',
      'delete from onderdak.activiteit',
    ])
      await expect(database.app.query(sql), sql).rejects.toThrow('permission denied')
  })
})

describe('wie wat mag', () => {
  it('een andere regio ziet niets en wijzigt niets', async () => {
    const andere = await givenRegio(w.platform, 'AND')
    const vreemde = await andere.als('centrumgemeente', 'programmamanager')
    const daar = <T>(run: (work: Work) => Promise<T>) => workAs(w.platform, vreemde, run)
    for (const tabel of tabellen) {
      const hier = await database.login.query(`select 1 from onderdak.${tabel} limit 1`)
      expect(hier.rowCount, tabel).toBe(1)
      expect(
        await daar((work) =>
          work.db
            .selectFrom(tabel as 'programma')
            .select('regio_id')
            .execute(),
        ),
        tabel,
      ).toEqual([])
    }
    const weg = { code: 'niet_gevonden', status: 404 }
    expect(await daar((work) => readProgramma(work, programma))).toMatchObject(weg)
    expect(await daar((work) => readActiviteit(work, activiteit))).toMatchObject(weg)
    expect(await daar((work) => readDraad(work, activiteit))).toMatchObject(weg)
    expect(await daar((work) => readMetingen(work, activiteit))).toMatchObject(weg)
    expect(await daar((work) => readVerslagbegin(work, programma))).toBeUndefined()
    const jaar = { van: '2026-01-01', tot: '2027-01-01' }
    expect(await daar((work) => readActiviteitverslag(work, activiteit, jaar))).toBeUndefined()
    const keuzes = await daar(readProgrammakeuzes)
    expect([keuzes.programmas, keuzes.onderdelen, keuzes.partners]).toEqual([[], [], []])
    expect(
      await daar((work) =>
        planActiviteit(work, {
          id: activiteit,
          versie: 1,
          planning: 'open',
          vanKwartaal: null,
          totKwartaal: null,
        }),
      ),
    ).toMatchObject(weg)
    expect(
      await daar((work) =>
        reportWaarde(work, { id: resultaat, op: '2026-03-01', waarde: 1, toelichting: null, bron: 'X' }),
      ),
    ).toMatchObject(weg)
    const invoer = OnderdeelInvoer.parse({
      programmaId: programma,
      soort: 'thema',
      code: 'V',
      naam: 'V',
      bron: 'X',
    })
    expect(await daar((work) => registerOnderdeel(work, invoer))).toMatchObject(weg)
  })

  it('een regiocoordinator leest en schrijft niet; een beleidsmedewerker schrijft en maakt niet openbaar', async () => {
    const { platform } = w
    const server = await createServer({
      platform,
      routes: programmaRoutes,
      isDemo: true,
      publicUrl: 'http://127.0.0.1:1',
    })
    await server.app.ready()
    const stuur = async (wie: Vrager, method: 'GET' | 'POST', url: string, payload?: object) => {
      const token = await server.sessions.start(wie.gebruikerId!, wie.rol, '127.0.0.1', 'test')
      const headers = {
        'x-csrf-token': platform.cipher.sign('csrf', token),
        'idempotency-key': `grens-${platform.newId()}`,
      }
      const answer = await server.app.inject({
        method,
        url: `/api/v1${url}`,
        cookies: { onderdak: token },
        headers,
        ...(payload && { payload }),
      })
      return answer.statusCode
    }
    const stand = { op: '2026-03-20', stand: 'in_uitvoering' }
    const openbaar = { versie: 1, isOpenbaar: true }
    for (const url of [
      '/programmas',
      '/activiteiten',
      `/activiteiten/${activiteit}/draad`,
      '/programmaonderdelen',
    ])
      expect(await stuur(w.coordinator, 'GET', url), url).toBe(200)
    expect(await stuur(w.coordinator, 'POST', `/activiteiten/${activiteit}/standen`, stand)).toBe(403)
    expect(await stuur(w.adviseur, 'POST', `/activiteiten/${activiteit}/standen`, stand)).toBe(201)
    expect(await stuur(w.adviseur, 'POST', `/programmas/${programma}/openbaar`, openbaar)).toBe(403)
    expect(await stuur(w.manager, 'POST', `/programmas/${programma}/openbaar`, openbaar)).toBe(200)
    const begeleider = await w.regio.als('aanbieder', 'aanbieder_planner')
    expect(await stuur(begeleider, 'GET', '/programmas')).toBe(403)
    await server.app.close()
  })
})
