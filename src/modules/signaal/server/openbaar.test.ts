import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { keuze } from '../../beheer/domain/soorten.ts'
import { changeGedateerd } from '../../beheer/server/dated-commands.ts'
import { answerMelder, finishSignaal, pickUpSignaal } from './commands.ts'
import { openbareSignaalRoutes } from './routes.ts'
import { listEigen, listSignaalRijen, readSignaal } from './signaal-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let wijkteam: Vrager
let server: Server

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
  for (const [code, naam] of [
    ['gm0622_holy', 'Holy'],
    ['gm0622_westwijk', 'Westwijk'],
    ['gm0606_gorzen', 'Gorzen'],
  ])
    await as(regio.systeem, async (work) =>
      accepted(
        await changeGedateerd(work, keuze, {
          sleutel: { lijst: 'wijk', code: code! },
          versie: 0,
          vanaf: work.today,
          waarde: { naam: naam!, uitleg: '', volgorde: 1, bron: null },
        }),
      ),
    )
  server = await createServer({
    platform,
    routes: [],
    publicRoutes: openbareSignaalRoutes,
    isDemo: true,
    publicUrl: 'http://127.0.0.1:1',
  })
})

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const pakOp = (id: Id, versie = 1) => as(wijkteam, (work) => pickUpSignaal(work, { id, versie }))
const lees = (id: Id) => as(wijkteam, (work) => readSignaal(work, id))
const rijen = async (wie: Vrager) =>
  (
    await as(wie, (work) =>
      listSignaalRijen(work, { pagina: 1, aantalPerPagina: 200, sorteer: 'uiterlijkOp' }),
    )
  ).results
const eigen = async (wie: Vrager) =>
  (await as(wie, (work) => listEigen(work, { pagina: 1, aantalPerPagina: 200, sorteer: '-gemeldOp' })))
    .results

const openbaar = {
  categorie: 'dementie',
  gemeenteCode: 'GM0622',
  wijk: 'gm0622_westwijk',
  waar: 'Kerkweg 3',
  toelichting: 'Een oude man dwaalt ’s nachts op straat',
  naam: 'Buurvrouw Ans',
  contact: '06 12 34 56 78',
  wilTerugkoppeling: true,
}
let adres = 0
let sleutels = 0
const stuur = (
  payload: object | string,
  headers: Record<string, string> = { 'idempotency-key': `openbaar-signaal-${++sleutels}` },
  remoteAddress = `192.0.2.${++adres}`,
) => server.app.inject({ method: 'POST', url: '/api/v1/openbare-signalen', payload, headers, remoteAddress })
const zoek = (code: string) =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/openbare-signalen/_zoek',
    payload: { code },
    remoteAddress: `198.51.100.${++adres}`,
  })
const tel = async () =>
  Number((await database.login.query('select count(*) as n from onderdak.signaal')).rows[0].n)

describe('een signaal zonder account (OUT-03)', () => {
  it('het formulier kent de keuzes en het nummer van de regio, zonder inloggen', async () => {
    const answer = await server.app.inject({ url: '/api/v1/signaalpunten/GM0622' })
    expect(answer.json()).toMatchObject({
      gemeente: 'Vlaardingen',
      telefoon: null,
      wijken: [
        { waarde: 'gm0622_holy', naam: 'Holy' },
        { waarde: 'gm0622_westwijk', naam: 'Westwijk' },
      ],
    })
    expect(answer.json().categorieen).toHaveLength(6)
    expect((await server.app.inject({ url: '/api/v1/signaalpunten/GM0344' })).statusCode).toBe(404)
  })

  it('geeft een code terug en verder niets van wat is ingevuld; de code toont alleen de stand', async () => {
    const answer = await stuur(openbaar)
    expect(answer.statusCode, answer.body).toBe(201)
    expect(Object.keys(answer.json()).sort()).toEqual(['code', 'oppakkenVoor'])
    const { code } = answer.json()
    const ontvangen = await zoek(code.toLowerCase())
    expect(ontvangen.json()).toEqual({
      stand: 'ontvangen',
      gemeldOp: '2026-03-02',
      oppakkenVoor: '2026-03-05',
      opgepaktOp: null,
      afgerondOp: null,
      terugkoppeling: null,
    })
    const rij = (await rijen(wijkteam)).find((row) => row.categorie.startsWith('Verwardheid'))!
    expect(await lees(rij.id)).toMatchObject({
      melderGegevens: { naam: 'Buurvrouw Ans', contact: '06 12 34 56 78' },
      waar: 'Kerkweg 3',
      melder: null,
    })
    accepted(await pakOp(rij.id))
    expect((await zoek(code)).json()).toMatchObject({ stand: 'opgepakt', opgepaktOp: '2026-03-02' })
    accepted(
      await as(wijkteam, (work) =>
        finishSignaal(work, {
          id: rij.id,
          versie: 2,
          uitkomst: 'doorverwezen',
          reden: null,
          toelichting: 'Casemanager dementie',
          terugkoppeling: 'doorgegeven',
        }),
      ),
    )
    const klaar = await zoek(code)
    expect(klaar.json()).toMatchObject({
      stand: 'afgerond',
      terugkoppeling: expect.stringContaining('doorgegeven'),
    })
    expect(klaar.body).not.toContain('Casemanager')
    accepted(await as(wijkteam, (work) => answerMelder(work, rij.id)))
    expect(await as(wijkteam, (work) => answerMelder(work, rij.id))).toMatchObject({
      code: 'kan_nu_niet',
    })
  })

  it('mag anoniem; wie antwoord wil, zegt hoe', async () => {
    const anoniem = { ...openbaar, naam: null, contact: null, wilTerugkoppeling: false }
    expect((await stuur(anoniem)).statusCode).toBe(201)
    const answer = await stuur({ ...anoniem, wilTerugkoppeling: true })
    expect([answer.statusCode, answer.json().fouten[0].veld]).toEqual([400, 'contact'])
  })

  it('komt één keer binnen, hoe vaak hetzelfde verzoek ook komt, en met dezelfde code', async () => {
    const vooraf = await tel()
    const sleutel = { 'idempotency-key': 'hetzelfde-verzoek-1' }
    const beide = await Promise.all([stuur(openbaar, sleutel), stuur(openbaar, sleutel)])
    const nogeens = await stuur(openbaar, sleutel)
    const codes = [...beide, nogeens].map((answer) => answer.json().code)
    expect(new Set(codes).size, nogeens.body).toBe(1)
    expect(await tel()).toBe(vooraf + 1)
    const anders = await stuur({ ...openbaar, toelichting: 'Iets anders' }, sleutel)
    expect([anders.statusCode, anders.json().code]).toEqual([422, 'sleutel_hergebruikt'])
    expect(JSON.stringify(anders.json())).not.toContain(codes[0])
    expect((await stuur(openbaar, {})).json().code).toBe('sleutel_ontbreekt')
  })

  it('weigert machines, grote teksten, andere sites en wat geen JSON is; er komt niets binnen', async () => {
    const vooraf = await tel()
    const key = () => ({ 'idempotency-key': `weiger-dit-verzoek-${++sleutels}` })
    expect((await stuur({ ...openbaar, website: 'http://spam.example' })).json().code).toBe('veld_moet_leeg')
    expect((await stuur({ ...openbaar, toelichting: 'x'.repeat(2001) })).statusCode).toBe(400)
    expect((await stuur({ ...openbaar, toelichting: 'x'.repeat(20_000) })).statusCode).toBe(413)
    expect((await stuur(openbaar, { ...key(), 'sec-fetch-site': 'cross-site' })).json().code).toBe(
      'andere_site',
    )
    const form = { ...key(), 'content-type': 'application/x-www-form-urlencoded' }
    expect((await stuur('categorie=dementie', form)).statusCode).toBe(400)
    expect(
      (await stuur(JSON.stringify(openbaar), { ...key(), 'content-type': 'text/plain' })).statusCode,
    ).toBe(400)
    expect(await tel()).toBe(vooraf)
  })

  it('houdt na tien signalen in tien minuten vanaf één adres op', async () => {
    const codes: number[] = []
    for (let i = 0; i < 11; i++)
      codes.push(
        (await stuur(openbaar, { 'idempotency-key': `zelfde-adres-${i}-xxxxxx` }, '203.0.113.9')).statusCode,
      )
    expect(codes.slice(0, 10).every((code) => code === 201)).toBe(true)
    expect(codes[10]).toBe(429)
  })

  it('bewaart niet waar het vandaan kwam, en geen naam in het logboek', async () => {
    const { rows } = await database.login.query(
      "select a::text as rij, netwerkadres from onderdak.audit a where gebeurtenis = 'signaal.openbaar_ontvangen'",
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(row.netwerkadres).toBe('niet bewaard')
      expect(row.rij).not.toContain('Ans')
    }
  })

  it('een bezoeker zonder account leest geen enkel signaal', async () => {
    const bezoeker: Vrager = {
      ...wijkteam,
      organisatieId: null,
      gebruikerId: null,
      rol: 'publiek',
      permissies: new Set(),
    }
    const { rows } = await as(bezoeker, (work) => sql`select 1 from signaal`.execute(work.db))
    expect(rows).toEqual([])
    expect(await eigen(bezoeker)).toEqual([])
    expect((await zoek('AAAA-BBBB-CCCC')).statusCode).toBe(404)
  })
})
