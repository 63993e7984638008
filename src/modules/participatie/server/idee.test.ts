import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenActiviteit } from '../../../../tests/given/participatie.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { readVandaag } from '../../vandaag/server/queries.ts'
import { IdeeControle, IdeeInvoer, IdeeReactie, listIdeeen } from '../domain/idee-contract.ts'
import { wipeParticipatie } from './bewaren.ts'
import { answerIdee, checkIdee, sendIdee, takeIdee } from './idee-commands.ts'
import { listIdeerijen, readIdee } from './idee-queries.ts'
import { participatiePubliek } from './publiek.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let coordinator: Vrager
let server: Server
let activiteitId: Id
let geslotenId: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  coordinator = await regio.als('centrumgemeente', 'regiocoordinator')
  activiteitId = (await givenActiviteit(database, regio.regioId, { code: 'UP', openbaar: true })).activiteitId
  geslotenId = (await givenActiviteit(database, regio.regioId, { code: 'INTERN', naam: 'Nog niet bekend' }))
    .activiteitId
  server = await createServer({
    platform,
    routes: [],
    publicRoutes: participatiePubliek,
    isDemo: true,
    publicUrl: 'http://127.0.0.1:1',
  })
})

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const idee = {
  gemeenteCode: 'GM0622',
  tekst: 'Buurman Karel wil een bank bij het plein',
  email: 'inwoner@example.nl' as string | null,
}
let adres = 0
let sleutels = 0
const stuur = (
  payload: object,
  headers: Record<string, string> = { 'idempotency-key': `openbaar-idee-nummer-${++sleutels}` },
  remoteAddress = `192.0.2.${++adres}`,
) => server.app.inject({ method: 'POST', url: '/api/v1/openbare-ideeen', payload, headers, remoteAddress })
const zoek = (code: string, gemeenteCode = 'GM0622') =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/openbare-ideeen/_zoek',
    payload: { code, gemeenteCode },
    remoteAddress: `198.51.100.${++adres}`,
  })
const openbaar = async (code = 'GM0622') =>
  (await server.app.inject({ url: `/api/v1/openbare-ideeen/${code}` })).json()
const rijen = async (query: object = {}) =>
  (await as(coordinator, (work) => listIdeerijen(work, listIdeeen.query.parse(query)))).results
const nieuwste = async () => (await rijen())[0]!
const lees = async (id: Id, wie = manager) => accepted(await as(wie, (work) => readIdee(work, id)))
const kijkNa = (id: Id, versie: number, meer: object = {}) =>
  as(manager, (work) =>
    checkIdee(work, {
      ...IdeeControle.parse({
        versie,
        titel: 'Een bank bij het plein',
        tekst: 'Er moet een bank bij het plein komen.',
        isOpenbaar: true,
        ...meer,
      }),
      id,
    }),
  )
const reageer = (id: Id, versie: number, meer: object = {}) =>
  as(manager, (work) =>
    answerIdee(work, {
      ...IdeeReactie.parse({
        versie,
        uitkomst: 'overgenomen',
        activiteitId,
        reactie: 'Wij zetten er dit jaar een bank neer.',
        ...meer,
      }),
      id,
    }),
  )
const nieuw = async (meer: object = {}) => {
  expect((await stuur({ ...idee, ...meer })).statusCode).toBe(201)
  return (await nieuwste()).id
}

describe('een idee zonder account', () => {
  it('geeft een code terug en verder niets; zonder code van een ander vind je niets', async () => {
    const answer = await stuur(idee)
    expect(answer.statusCode, answer.body).toBe(201)
    expect(Object.keys(answer.json())).toEqual(['code'])
    const { code } = answer.json()
    expect((await zoek(code.toLowerCase())).json()).toEqual({
      status: 'ontvangen',
      ontvangenOp: '2026-03-02',
      reactie: null,
      reactieOp: null,
    })
    expect((await zoek('AAAA-BBBB-CCCC')).statusCode).toBe(404)
    expect((await zoek('x')).json()).toMatchObject({ code: 'code_onbekend' })
  })

  it('is hetzelfde verzoek twee keer één idee, en met andere inhoud geweigerd', async () => {
    const headers = { 'idempotency-key': 'openbaar-idee-herhaald' }
    const eerste = await stuur(idee, headers)
    const aantal = (await rijen()).length
    const tweede = await stuur(idee, headers)
    expect(tweede.json()).toEqual(eerste.json())
    expect(await rijen()).toHaveLength(aantal)
    expect((await stuur({ ...idee, tekst: 'Iets anders' }, headers)).json()).toMatchObject({
      code: 'sleutel_hergebruikt',
    })
  })

  it('hoeft geen e-mailadres te hebben; een gemeente van elders, een leeg idee en een machine worden geweigerd', async () => {
    expect((await stuur({ ...idee, email: null })).statusCode).toBe(201)
    expect((await stuur({ ...idee, email: 'geen adres' })).statusCode).toBe(400)
    expect((await stuur({ ...idee, gemeenteCode: 'GM0344' })).statusCode).toBe(404)
    expect((await stuur({ ...idee, tekst: ' ' })).statusCode).toBe(400)
    expect((await stuur({ ...idee, website: 'https://example.nl' })).json()).toMatchObject({
      code: 'veld_moet_leeg',
    })
    expect((await stuur(idee, {})).statusCode).toBe(400)
  })

  it('mag van één adres tien keer in tien minuten', async () => {
    const van = '203.0.113.7'
    const codes = []
    for (let i = 0; i < 11; i++)
      codes.push(
        (await stuur(idee, { 'idempotency-key': `openbaar-idee-vaak-gestuurd-${i}` }, van)).statusCode,
      )
    expect(codes.slice(0, 10)).toEqual(Array(10).fill(201))
    expect(codes[10]).toBe(429)
  })

  it('staat versleuteld en nergens leesbaar, ook niet in het boek of het logboek', async () => {
    await nieuw()
    const { rows } = await database.login.query(
      `select concat((select string_agg(i::text, '') from onderdak.idee i), (select string_agg(g::text, '') from onderdak.gebeurtenis g), (select string_agg(a::text, '') from onderdak.audit a)) as tekst`,
    )
    expect(rows[0].tekst).not.toMatch(/Karel|example\.nl|203\.0\.113|openbaar-idee/)
  })
})

describe('een idee nakijken', () => {
  it('staat nergens openbaar voordat iemand het las', async () => {
    const id = await nieuw()
    expect((await openbaar()).results).toEqual([])
    expect(await nieuwste()).toMatchObject({ titel: null, status: 'ontvangen' })
    expect(await lees(id)).toMatchObject({ gestuurd: idee.tekst, email: 'inwoner@example.nl' })
    // Who may only read sees neither.
    expect(await lees(id, coordinator)).toMatchObject({ gestuurd: null, email: null })
    expect(await reageer(id, 1)).toMatchObject({ code: 'kan_nu_niet' })
  })

  it('kan niet met een naam erin, en wist daarna wat is gestuurd', async () => {
    const id = await nieuw()
    expect(await kijkNa(id, 1, { tekst: idee.tekst })).toMatchObject({
      code: 'tekst_noemt_iemand',
      field: 'tekst',
    })
    accepted(await kijkNa(id, 1))
    expect(await lees(id)).toMatchObject({
      status: 'wordt_bekeken',
      gestuurd: null,
      tekst: 'Er moet een bank bij het plein komen.',
      nagekekenDoor: 'Proef programmamanager centrumgemeente',
    })
    expect((await openbaar()).results[0]).toMatchObject({
      titel: 'Een bank bij het plein',
      status: 'wordt_bekeken',
      reactie: null,
    })
    const { rows } = await database.login.query('select tekst_versleuteld from onderdak.idee where id = $1', [
      id,
    ])
    expect(rows).toEqual([{ tekst_versleuteld: null }])
  })

  it('kan ook zonder het te tonen, en later toch niet meer', async () => {
    await database.login.query('delete from onderdak.idee')
    const id = await nieuw()
    accepted(await kijkNa(id, 1, { isOpenbaar: false }))
    expect(await openbaar()).toMatchObject({ count: 0, gemeente: 'Vlaardingen' })
    accepted(await kijkNa(id, 2))
    expect(await openbaar()).toMatchObject({ count: 1 })
    accepted(await kijkNa(id, 3, { isOpenbaar: false }))
    expect(await openbaar()).toMatchObject({ count: 0 })
    expect(await kijkNa(id, 1)).toMatchObject({ code: 'versie_verouderd' })
  })

  it('een ongelezen tekst openbaar maken weigert de database', async () => {
    const id = await nieuw()
    await expect(
      database.login.query('update onderdak.idee set is_openbaar = true where id = $1', [id]),
    ).rejects.toThrow('idee_openbaar_is_nagekeken')
    await expect(
      database.login.query(
        "update onderdak.idee set titel = 'x', tekst = 'x', nagekeken_op = '2026-03-02', status = 'wordt_bekeken' where id = $1",
        [id],
      ),
    ).rejects.toThrow('idee_nagekeken_wist_origineel')
  })
})

describe('een reactie op een idee', () => {
  it('zegt in welke activiteit het is overgenomen; die staat er alleen openbaar bij als het programma dat is', async () => {
    await database.login.query('delete from onderdak.idee')
    const id = await nieuw()
    accepted(await kijkNa(id, 1))
    expect(await reageer(id, 2, { reactie: 'Wij bellen Karel daarover.' })).toMatchObject({
      code: 'tekst_noemt_iemand',
      field: 'reactie',
    })
    accepted(await reageer(id, 2))
    expect((await openbaar()).results[0]).toMatchObject({
      status: 'overgenomen',
      activiteit: 'Huiskamer in de buurt',
      reactie: 'Wij zetten er dit jaar een bank neer.',
      reactieOp: '2026-03-02',
    })
    accepted(await reageer(id, 3, { activiteitId: geslotenId }))
    expect((await openbaar()).results[0]).toMatchObject({ activiteit: null })
    accepted(
      await reageer(id, 4, { uitkomst: 'niet_overgenomen', reactie: 'Er is geen plaats voor een bank.' }),
    )
    expect(await lees(id)).toMatchObject({ status: 'niet_overgenomen', activiteitId: null })
  })

  it('wist het e-mailadres zodra zij is gemaild', async () => {
    await database.login.query('delete from onderdak.idee')
    const id = await nieuw()
    expect(await as(manager, (work) => sendIdee(work, { id, versie: 1 }))).toMatchObject({
      code: 'kan_nu_niet',
    })
    accepted(await kijkNa(id, 1))
    accepted(await reageer(id, 2))
    expect(await nieuwste()).toMatchObject({ moetGemaild: true })
    accepted(await as(manager, (work) => sendIdee(work, { id, versie: 3 })))
    expect(await lees(id)).toMatchObject({ email: null, verzondenOp: '2026-03-02', moetGemaild: false })
    const { rows } = await database.login.query('select email_versleuteld from onderdak.idee')
    expect(rows).toEqual([{ email_versleuteld: null }])
  })

  it('die niemand mailt: het adres gaat vier weken later vanzelf weg', async () => {
    await database.login.query('delete from onderdak.idee')
    const id = await nieuw()
    accepted(await kijkNa(id, 1))
    accepted(await reageer(id, 2))
    platform.clock.set('2026-03-29')
    expect(await as(regio.systeem, wipeParticipatie)).toBe(0)
    platform.clock.set('2026-03-30')
    expect(await as(regio.systeem, wipeParticipatie)).toBe(1)
    expect(await lees(id)).toMatchObject({ email: null, verzondenOp: null, versie: 4 })
    platform.clock.set('2026-03-02')
  })

  it('hoort er binnen zes weken te zijn: tot dan en daarna staat het idee op Vandaag', async () => {
    await database.login.query('delete from onderdak.idee')
    const id = await nieuw({ email: null })
    const taak = async (op: string) => {
      platform.clock.set(op)
      const { groepen } = await as(manager, readVandaag)
      platform.clock.set('2026-03-02')
      return groepen.find(({ code }) => code === 'idee_beantwoorden')
    }
    expect(await taak('2026-03-02')).toMatchObject({
      teLaat: 0,
      items: [{ naam: 'Nieuw idee', wat: 'Nakijken, Vlaardingen', datum: '2026-04-13' }],
    })
    expect(await taak('2026-04-14')).toMatchObject({ teLaat: 1 })
    accepted(await kijkNa(id, 1))
    expect((await taak('2026-03-03'))!.items[0]).toMatchObject({
      naam: 'Een bank bij het plein',
      wat: 'Reageren, Vlaardingen',
    })
    accepted(await reageer(id, 2))
    expect(await taak('2026-03-03')).toBeUndefined()
  })
})

describe('een idee aan de telefoon of de balie', () => {
  it('krijgt ook een code, die de inwoner thuis kan gebruiken', async () => {
    const { id, code } = accepted(
      await as(manager, (work) =>
        takeIdee(work, IdeeInvoer.parse({ ...idee, kanaal: 'telefoon', ontvangenOp: '2026-03-01' })),
      ),
    )
    expect(await lees(id)).toMatchObject({
      kanaal: 'telefoon',
      ontvangenOp: '2026-03-01',
      gestuurd: idee.tekst,
    })
    expect((await zoek(code)).json()).toMatchObject({ status: 'ontvangen', ontvangenOp: '2026-03-01' })
    expect(
      await as(manager, (work) =>
        takeIdee(work, IdeeInvoer.parse({ ...idee, kanaal: 'balie', ontvangenOp: '2026-03-03' })),
      ),
    ).toMatchObject({ field: 'ontvangenOp' })
  })
})
