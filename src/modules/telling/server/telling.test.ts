import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenFeit } from '../../../../tests/given/feiten.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import { publicRoutes, routes } from '../../../app/modules.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import {
  closeTelling,
  inviteOrganisatie,
  judgePaar,
  planTelling,
  publishTelling,
  renewLink,
  revokeLink,
} from './commands.ts'
import { readTelling } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let server: Server

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-03-02')
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  server = await createServer({
    platform,
    routes,
    publicRoutes,
    isDemo: true,
    publicUrl: 'http://127.0.0.1:1',
  })
  await server.app.ready()
}, 60_000)

const doe = async <T>(run: Parameters<typeof workAs<T>>[2]) => workAs(platform, manager, run)
let nummer = 0
const stuur = (pad: string, payload: object, sleutel = `sleutel-${++nummer}-${'x'.repeat(20)}`) =>
  server.app.inject({
    method: 'POST',
    url: `/api/v1/tellinglinks/${pad}`,
    headers: { 'idempotency-key': sleutel },
    payload,
  })

const mens = {
  klasse: 'E6',
  leeftijd: '27_49',
  geslacht: 'man',
  gezin: 'alleen',
  herkomst: 'nederland',
  duur: '1_6_maanden',
  oorzaken: ['relatiebreuk'],
}
const anna = { voorletter: 'A', achternaam: 'Vis', geboortejaar: 1990, geboortemaand: 4, geslacht: 'vrouw' }

async function gepland(teldag: string, sluitOp: string): Promise<Id> {
  return accepted(await doe((work) => planTelling(work, { naam: `Telling ${teldag}`, teldag, sluitOp }))).id
}
const nodigUit = async (tellingId: Id, naam: string) =>
  accepted(await doe((work) => inviteOrganisatie(work, { tellingId, naam })))
const stand = async (id: Id) => accepted(await doe((work) => readTelling(work, id)))
const versie = async (id: Id) => ({ id, versie: (await stand(id)).versie })

describe('een telling met drie organisaties zonder account', () => {
  let id: Id
  const links: string[] = []
  const codes = async () =>
    (
      await database.login.query(
        'select encode(code, $2) as code from onderdak.telling_antwoord where telling_id = $1 order by aangemaakt_op, id',
        [id, 'hex'],
      )
    ).rows.map((row) => row.code as string | null)

  it('plannen en uitnodigen: van elke link blijft alleen een vingerafdruk', async () => {
    id = await gepland('2026-04-14', '2026-04-21')
    for (const naam of ['Kerk', 'Camping', 'Huisarts']) links.push((await nodigUit(id, naam)).token)
    expect(new Set(links).size).toBe(3)
    const { rows } = await database.login.query('select * from onderdak.telling_organisatie')
    for (const link of links) expect(JSON.stringify(rows)).not.toContain(link)
    expect((await stand(id)).deelnemers.map((one) => one.naam)).toEqual(['Camping', 'Huisarts', 'Kerk'])
    expect(await doe((work) => inviteOrganisatie(work, { tellingId: id, naam: 'Kerk' }))).toMatchObject({
      code: 'organisatie_doet_mee',
    })
    expect(
      await doe((work) =>
        planTelling(work, { naam: 'Nog een', teldag: '2026-04-14', sluitOp: '2026-04-14' }),
      ),
    ).toMatchObject({ code: 'telling_bestaat' })
  })

  it('wie met kinderen zegt, noemt een aantal', async () => {
    const zonder = await stuur('antwoorden', { token: links[0], ...mens, gezin: 'met_kinderen', kinderen: 0 })
    expect([zonder.statusCode, zonder.json().fouten?.[0]?.veld]).toEqual([400, 'kinderen'])
  })

  it('voor de teldag neemt de telling niets aan', async () => {
    const open = await stuur('stand', { token: links[0] })
    expect([open.statusCode, open.json().isOpen]).toEqual([200, false])
    const teVroeg = await stuur('antwoorden', { token: links[0], ...mens })
    expect([teVroeg.statusCode, teVroeg.json().code]).toEqual([409, 'telling_dicht'])
    expect(await doe(async (work) => closeTelling(work, { id, versie: 1 }))).toMatchObject({
      code: 'telling_loopt',
    })
  })

  it('op de teldag telt elke organisatie haar mensen, en hetzelfde verzoek telt één keer', async () => {
    platform.clock.set('2026-04-14')
    // Nine people without a code, so that the result is not too small to show.
    for (let i = 0; i < 9; i++)
      expect((await stuur('antwoorden', { token: links[1], ...mens, klasse: 'E5' })).statusCode).toBe(200)
    for (const [link, klasse] of [
      [links[0], 'E6'],
      [links[1], 'E1'],
    ])
      expect((await stuur('antwoorden', { token: link, ...mens, ...anna, klasse })).statusCode).toBe(200)
    const zelfde = 'steeds-hetzelfde-verzoek-1234'
    const bram = {
      ...mens,
      voorletter: 'B',
      achternaam: 'Bo',
      geboortejaar: 1980,
      geboortemaand: 1,
      klasse: 'E6',
    }
    const [een, twee] = [
      await stuur('antwoorden', { token: links[2], ...bram }, zelfde),
      await stuur('antwoorden', { token: links[2], ...bram }, zelfde),
    ]
    expect(twee.json().id).toBe(een.json().id)
    // Somebody with the same first letters and year, of whom the month is not known.
    await stuur('antwoorden', {
      token: links[0],
      ...mens,
      voorletter: 'b',
      achternaam: 'BÓS',
      geboortejaar: 1980,
    })
    expect((await stand(id)).antwoorden).toBe(13)
    expect((await codes()).filter((code) => code !== null)).toHaveLength(3)
  })

  it('van wat iemand herkenbaar maakt blijft niets over', async () => {
    const { rows } = await database.login.query('select * from onderdak.telling_antwoord')
    expect(Object.keys(rows[0]).sort()).not.toEqual(expect.arrayContaining(['achternaam']))
    expect(JSON.stringify(rows)).not.toMatch(/vis|1990/i)
    const { rows: boek } = await database.login.query(
      "select gegevens from onderdak.gebeurtenis where onderwerp_soort like 'telling%'",
    )
    expect(JSON.stringify(boek)).not.toMatch(/vis|1990/i)
  })

  it('een organisatie ziet en wijzigt alleen haar eigen antwoorden, tot de laatste dag', async () => {
    const { antwoorden } = (await stuur('stand', { token: links[2] })).json()
    expect(antwoorden).toHaveLength(1)
    expect(antwoorden[0]).toMatchObject({ klasse: 'E6', heeftCode: true })
    const vooraf = await codes()
    const anders = { token: links[2], ...mens, klasse: 'E2', id: antwoorden[0].id, versie: 1 }
    expect((await stuur('antwoorden', anders)).json()).toMatchObject({ versie: 2 })
    expect(await codes()).toEqual(vooraf)
    expect((await stuur('antwoorden', anders)).json().code).toBe('antwoord_veranderd')
    const elders = await stuur('antwoorden', { ...anders, token: links[0], versie: 2 })
    expect(elders.json().code).toBe('antwoord_veranderd')
    expect((await stuur('antwoorden/wissen', { token: links[0], id: antwoorden[0].id })).statusCode).toBe(404)
    expect((await stuur('klaar', { token: links[2] })).json()).toEqual({ klaarOp: '2026-04-14' })
  })

  it('een ingetrokken, vervangen, verlopen of geraden link werkt niet', async () => {
    const { deelnemers } = await stand(id)
    const kerk = deelnemers.find((one) => one.naam === 'Kerk')!
    const nieuw = accepted(await doe((work) => renewLink(work, { id: kerk.id, versie: kerk.versie })))
    const code = async (token: string) => (await stuur('stand', { token })).json().code
    expect(await code(links[0]!)).toBe('link_werkt_niet')
    expect(await code(nieuw.token)).toBeUndefined()
    accepted(await doe((work) => revokeLink(work, { id: kerk.id, versie: nieuw.versie })))
    expect(await code(nieuw.token)).toBe('link_werkt_niet')
    expect(await code('x'.repeat(43))).toBe('link_werkt_niet')
    expect((await stuur('stand', { token: 'kort' })).statusCode).toBe(400)
    platform.clock.set('2026-04-22')
    expect(await code(links[1]!)).toBe('link_werkt_niet')
  })

  it('geeft niemand de eigenschappen van wie die niet mag zien', async () => {
    const persoonId = await givenPersoon(platform, await regio.als('loket', 'toegangsmedewerker'))
    const { rows } = await database.login.query('select onderdak.pseudoniem_van($1) as wie', [persoonId])
    await givenFeit(database, regio.regioId, 'product', { sleutel: 'Opvang', code: 'opvang', domein: 'MO' })
    await givenFeit(database, regio.regioId, 'verblijf', { van: '2026-04-01' })
    await database.login.query('update onderdak.feit_verblijf set pseudoniem = $1', [rows[0].wie])
    const eigen = () =>
      doe(async (work) => {
        const { rows: gevonden } = await sql`
          select klasse from onderdak.telling_eigen('2026-04-14', '\x0102'::bytea)`.execute(work.db)
        return gevonden.length
      })
    expect(await eigen()).toBe(1)
    await database.login.query(
      `insert into onderdak.belangenconflict (id, regio_id, persoon_id, gebruiker_id, reden, van, vastgelegd_op)
       values ($1, $2, $3, $4, 'familie', '2026-01-01', now())`,
      [platform.newId(), regio.regioId, persoonId, manager.gebruikerId],
    )
    expect(await eigen()).toBe(0)
    await database.login.query('delete from onderdak.belangenconflict')
    await database.login.query('delete from onderdak.feit_verblijf')
    await database.login.query("delete from onderdak.feit_product where code = 'opvang'")
  })

  it('sluiten voegt toe wie de regio zelf kent, met dezelfde code, en zoekt twijfelgevallen', async () => {
    const loket = await regio.als('loket', 'toegangsmedewerker')
    const persoonId = await givenPersoon(platform, loket)
    await database.login.query(
      "update onderdak.persoon set roepnaam = 'Ánna', voornamen = null, achternaam = 'Visser', geboortedatum = '1990-04-09', geslacht = 'vrouw' where id = $1",
      [persoonId],
    )
    const { rows } = await database.login.query('select onderdak.pseudoniem_van($1) as wie', [persoonId])
    await givenFeit(database, regio.regioId, 'product', { sleutel: 'Opvang', code: 'opvang', domein: 'MO' })
    await givenFeit(database, regio.regioId, 'verblijf', { van: '2026-04-01' })
    await database.login.query('update onderdak.feit_verblijf set pseudoniem = $1 where pseudoniem is null', [
      rows[0].wie,
    ])
    accepted(await doe(async (work) => closeTelling(work, await versie(id))))
    const dicht = await stand(id)
    expect(dicht).toMatchObject({ status: 'gesloten', antwoorden: 14 })
    expect(dicht.paren).toHaveLength(1)
    const bekend = await codes()
    expect(bekend.filter((code, i) => code !== null && bekend.indexOf(code) !== i)).toHaveLength(2)
  })

  it('de code is een HMAC: met de sleutel na te rekenen, zonder de sleutel niet', async () => {
    const { createHmac } = await import('node:crypto')
    const { rows } = await database.login.query(
      "select encode(code, 'hex') as code from onderdak.telling_codes('\\x0102'::bytea, 'Anna', 'Vis', 1990, 4, 'vrouw')",
    )
    const tekst = 'lang|a|vis|1990|4|vrouw'
    expect(rows[0].code).toBe(
      createHmac('sha256', Buffer.from([1, 2]))
        .update(tekst)
        .digest('hex'),
    )
  })

  it('een twijfelgeval kiest iemand; de keuze van wie te laat kijkt gaat niet door', async () => {
    const [paar] = (await stand(id)).paren
    const kies = (oordeel: 'zelfde' | 'verschillend', gezien: number) =>
      doe((work) => judgePaar(work, { id: paar!.id, versie: gezien, oordeel }))
    accepted(await kies('verschillend', 1))
    expect(await kies('zelfde', 1)).toMatchObject({ code: 'versie_verouderd' })
  })

  it('publiceren laat alleen een tabel over: antwoorden, paren, links en sleutel zijn weg', async () => {
    accepted(await doe(async (work) => publishTelling(work, await versie(id))))
    const klaar = await stand(id)
    expect(klaar).toMatchObject({
      status: 'gepubliceerd',
      organisaties: 3,
      antwoorden: 14,
      zekereDubbelen: 2,
      paren: [],
    })
    for (const tabel of ['telling_antwoord', 'telling_paar']) {
      const { rows } = await database.login.query(`select 1 from onderdak.${tabel}`)
      expect(rows, tabel).toEqual([])
    }
    const { rows } = await database.login.query(
      'select t.sleutel_versleuteld, o.token_hash from onderdak.telling t join onderdak.telling_organisatie o on o.telling_id = t.id where t.id = $1',
      [id],
    )
    for (const row of rows) expect(row).toEqual({ sleutel_versleuteld: null, token_hash: null })
  })

  it('kleine aantallen zijn afgeschermd, en het totaal is wat alle organisaties samen tellen', async () => {
    const { uitkomst } = await stand(id)
    expect(uitkomst!.samen).toMatchObject({ aantal: 12 })
    // Beside the total, nine in the open would tell that the three other groups are one each.
    for (const klasse of ['E1', 'E2', 'E5', 'E6'])
      expect(uitkomst!.klassen.find((one) => one.klasse === klasse)).toMatchObject({
        aantal: null,
        minimum: null,
      })
    // Anna once, of three answers; nine campers; Bram and who looks like him are two.
    const { rows } = await database.login.query(
      "select klasse, aantal from onderdak.telling_cijfer where telling_id = $1 and verdeling = 'samen' order by klasse",
      [id],
    )
    expect(rows).toEqual([
      { klasse: 'E1', aantal: 1 },
      { klasse: 'E2', aantal: 1 },
      { klasse: 'E5', aantal: 9 },
      { klasse: 'E6', aantal: 1 },
    ])
  })
})

it('onbesliste twijfelgevallen geven een laagste en een hoogste aantal', async () => {
  platform.clock.set('2026-05-01')
  const id = await gepland('2026-05-04', '2026-05-04')
  const { token } = await nodigUit(id, 'Wijkteam')
  const niemand = await nodigUit(id, 'Bakker')
  await nodigUit(id, 'Sportclub')
  platform.clock.set('2026-05-04')
  expect((await stuur('klaar', { token: niemand.token })).statusCode).toBe(200)
  for (let i = 0; i < 10; i++) await stuur('antwoorden', { token, ...mens })
  for (const geboortemaand of [1, 2])
    await stuur('antwoorden', {
      token,
      ...mens,
      voorletter: 'C',
      achternaam: 'Dam',
      geboortejaar: 1970,
      geboortemaand,
    })
  platform.clock.set('2026-05-05')
  await database.login.query('delete from onderdak.feit_verblijf')
  accepted(await doe(async (work) => closeTelling(work, await versie(id))))
  accepted(await doe(async (work) => publishTelling(work, await versie(id))))
  const { uitkomst, organisaties } = await stand(id)
  expect(uitkomst!.samen).toMatchObject({ aantal: 12, minimum: 11 })
  // Who says to know nobody took part; who never came did not.
  expect(organisaties).toBe(2)
})
