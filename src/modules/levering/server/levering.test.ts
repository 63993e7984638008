import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenLevering, givenMetBsn, givenSlaapt, nextBsn } from '../../../../tests/given/levering.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { readBestand } from './bestand.ts'
import { markVerstuurd, releaseLevering, withdrawLevering } from './commands.ts'
import { listVerslag, readLevering } from './queries.ts'
import { leveringRoutes } from './routes.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server
let manager: Vrager
let officer: Vrager
let beheerder: Vrager
let opvang: Id
const bsns: string[] = []
const personen: Id[] = []
let levering: Id

const slaapt = (persoonId: Id) =>
  givenSlaapt(database, regio.regioId, { persoonId, productId: opvang, van: '2025-03-01', tot: '2025-03-11' })

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  const loket = await regio.als('loket', 'toegangsmedewerker')
  manager = await regio.als('centrumgemeente', 'programmamanager')
  officer = await regio.als('centrumgemeente', 'privacy_officer')
  beheerder = await regio.als('centrumgemeente', 'functioneel_beheerder')
  opvang = await givenProduct(platform, regio, { naam: 'Opvang', domein: 'MO' })
  for (let i = 0; i < 3; i++) {
    bsns.push(nextBsn())
    personen.push(await givenMetBsn(platform, loket, { bsn: bsns[i]!, achternaam: `Leveringsproef${i}` }))
    await slaapt(personen[i]!)
  }
  server = await createServer({
    platform,
    routes: leveringRoutes,
    isDemo: true,
    publicUrl: 'http://127.0.0.1:1',
  })
  await server.app.ready()
  levering = await givenLevering(platform, manager, { soort: 'monitor_dakloosheid', periode: '2025' })
}, 60_000)

const als = <T>(vrager: Vrager, run: Parameters<typeof workAs<T>>[2]) => workAs(platform, vrager, run)
const haal = (id = levering, vrager = beheerder) => als(vrager, (work) => readBestand(work, id))
const laatVrij = (id = levering, vrager = officer) => als(vrager, (work) => releaseLevering(work, id))
const tekstVan = (inhoud: string) => Buffer.from(inhoud, 'base64').toString('utf8')

async function vraag(vrager: Vrager, pad: string) {
  const token = await server.sessions.start(vrager.gebruikerId!, vrager.rol, '127.0.0.1', 'test')
  return server.app.inject({ url: `/api/v1${pad}`, cookies: { onderdak: token } })
}

type Wijziging = readonly [set: string, waarden: readonly unknown[]]
const nieuwNummer = (bsn = nextBsn()): Wijziging => ['bsn_versleuteld = $2', [platform.cipher.encrypt(bsn)]]
const geheim: Wijziging = ['is_geheim = true', []]
const zonderNummer: Wijziging = ['bsn_versleuteld = null, bsn_index = null', []]

/** While the first person in the delivery is otherwise than when it was made. */
async function metWijziging([set, waarden]: Wijziging, run: () => Promise<void>): Promise<void> {
  const id = personen[0]
  const { rows } = await database.login.query(
    'select bsn_versleuteld, bsn_index, is_geheim from onderdak.persoon where id = $1',
    [id],
  )
  await database.login.query(`update onderdak.persoon set ${set} where id = $1`, [id, ...waarden])
  await run()
  await database.login.query(
    'update onderdak.persoon set bsn_versleuteld = $2, bsn_index = $3, is_geheim = $4 where id = $1',
    [id, rows[0].bsn_versleuteld, rows[0].bsn_index, rows[0].is_geheim],
  )
}

describe('voor het vrijgeven', () => {
  it('is er geen bestand, voor niemand', async () => {
    expect(await haal()).toMatchObject({ code: 'niet_vrijgegeven' })
    expect((await vraag(manager, `/leveringen/${levering}/bestand`)).statusCode).toBe(403)
    expect((await vraag(beheerder, `/leveringen/${levering}/bestand`)).statusCode).toBe(409)
  })

  it('heeft het controleverslag geen burgerservicenummer, naam of kenmerk van een cliënt', async () => {
    for (const vrager of [manager, officer, beheerder])
      for (const pad of ['', '/verslag', '/verslag?formaat=csv']) {
        const { statusCode, body } = await vraag(vrager, `/leveringen/${levering}${pad}`)
        expect(statusCode, pad).toBe(200)
        for (const geheim of [...bsns, ...personen, 'Leveringsproef']) expect(body).not.toContain(geheim)
      }
  })

  it('verbergt het verslag kleine aantallen voor wie het bestand niet mag zien', async () => {
    const totaal = async (vrager: Vrager) => {
      const { cijfers } = accepted(await als(vrager, (work) => readLevering(work, levering)))
      return cijfers[0]!.personen
    }
    expect([await totaal(manager), await totaal(officer), await totaal(beheerder)]).toEqual([null, null, 3])
  })

  it('zegt het verslag wat van de indeling niet bekend is', async () => {
    const { results } = accepted(
      await als(manager, (work) => listVerslag(work, levering, { pagina: 1, aantalPerPagina: 200 })),
    )
    const onderdelen = new Set(results.map(({ onderdeel }) => onderdeel))
    for (const onderdeel of ['Definitie', 'Indeling', 'Niet bekend', 'Controle'])
      expect(onderdelen).toContain(onderdeel)
  })

  it('gaat zij niet vrij als er iemand in zit die er niet meer in hoort', async () => {
    for (const wijziging of [nieuwNummer('123456789'), geheim, zonderNummer])
      await metWijziging(wijziging, async () => {
        expect(await laatVrij()).toMatchObject({ code: 'levering_verouderd' })
      })
  })

  it('geeft niemand zijn eigen levering vrij, ook niet langs de database', async () => {
    const zelf = { ...manager, permissies: new Set([...manager.permissies, 'levering.vrijgeven' as const]) }
    expect(await laatVrij(levering, zelf)).toMatchObject({ code: 'zelf_gemaakt' })
    await expect(
      database.login.query(
        `update onderdak.levering set status = 'vrijgegeven', vrijgegeven_op = gemaakt_op, vrijgegeven_door = gemaakt_door, controlegetal = repeat('a', 43)`,
      ),
    ).rejects.toMatchObject({ constraint: 'levering_ander_geeft_vrij' })
  })
})

describe('na het vrijgeven', () => {
  beforeAll(async () => {
    accepted(await laatVrij())
  })

  it('is het bestand een CSV met ieder en alleen de afgesproken kolommen', async () => {
    const bestand = accepted(await haal())
    const [kop, ...regels] = tekstVan(bestand.inhoud).replace('\ufeff', '').trim().split('\r\n')
    expect(kop).toBe(
      'Burgerservicenummer;ETHOS Light;Situatie;Product;Gemeentecode;Eerste dag;Laatste dag;Dagen',
    )
    expect(regels.map((regel) => regel.split(';')[0])).toEqual([...bsns].sort())
    expect(regels[0]).toMatch(/^\d{9};E3;verblijf;P\d+;GM0622;2025-03-01;2025-03-10;10$/)
    expect(tekstVan(bestand.inhoud)).not.toContain('Leveringsproef')
    expect(bestand.bestandsnaam).toBe('monitor-dakloosheid-2025.csv')
  })

  it('komt ieder in het bestand in het logboek', async () => {
    expect((await vraag(beheerder, `/leveringen/${levering}/bestand`)).statusCode).toBe(200)
    const { rows } = await database.login.query(
      `select personen, onderwerp_id, uitkomst, actie from onderdak.audit where gebeurtenis = 'levering.bestand_opgehaald' order by volgnummer desc limit 1`,
    )
    expect(rows[0]).toMatchObject({ onderwerp_id: levering, uitkomst: 0, actie: 'R' })
    expect([...rows[0].personen].sort()).toEqual([...personen].sort())
  })

  it('krijgt niemand het zonder het recht, ook niet van de functie in de database', async () => {
    for (const vrager of [manager, officer])
      expect((await vraag(vrager, `/leveringen/${levering}/bestand`)).json()).toMatchObject({
        code: 'geen_recht',
      })
    const tel = (vrager: Vrager) =>
      als(vrager, async ({ db }) => {
        const { rows } = await sql`select 1 from onderdak.levering_bestand(${levering})`.execute(db)
        return rows.length
      })
    expect([await tel(manager), await tel(officer), await tel(beheerder)]).toEqual([0, 0, 3])
  })

  it('geeft een andere regio niets', async () => {
    const elders = await givenRegio(platform, 'ELD')
    const ander = await elders.als('centrumgemeente', 'functioneel_beheerder')
    expect(await haal(levering, ander)).toMatchObject({ code: 'niet_gevonden' })
  })

  it('krijgt wie een van de mensen nooit mag zien het bestand niet', async () => {
    await database.login.query(
      `insert into onderdak.belangenconflict (id, regio_id, persoon_id, gebruiker_id, reden, van, vastgelegd_op)
       values ($1, $2, $3, $4, 'familie', '2026-01-01', now())`,
      [platform.newId(), regio.regioId, personen[0], beheerder.gebruikerId],
    )
    expect(await haal()).toMatchObject({ code: 'bestand_door_ander' })
    const ander = await regio.als('loket', 'functioneel_beheerder')
    accepted(await haal(levering, ander))
    await database.login.query('delete from onderdak.belangenconflict')
  })

  it('is een gewijzigd nummer, een geheim dossier of een weg nummer genoeg om het te weigeren', async () => {
    for (const wijziging of [nieuwNummer(), geheim, zonderNummer])
      await metWijziging(wijziging, async () => {
        expect(await haal()).toMatchObject({ code: 'levering_verouderd' })
      })
    accepted(await haal())
  })

  it('staat in geen tabel van deze module een nummer of naam', async () => {
    for (const tabel of [
      'levering',
      'levering_regel',
      'levering_weggelaten',
      'levering_cijfer',
      'levering_controle',
    ]) {
      const { rows } = await database.login.query(`select t::text as rij from onderdak.${tabel} t`)
      expect(rows.length > 0 || tabel === 'levering_weggelaten').toBe(true)
      for (const { rij } of rows)
        for (const geheim of [...bsns, 'Leveringsproef', 'v1.']) expect(rij).not.toContain(geheim)
    }
  })
})

describe('wat vastligt', () => {
  it('verandert nooit: geen regel, geen aantal, geen levering', async () => {
    const weiger = (text: string) =>
      expect(database.login.query(text)).rejects.toMatchObject({ constraint: 'levering_staat_vast' })
    await weiger('delete from onderdak.levering_regel')
    await weiger("update onderdak.levering_regel set tot = '2025-03-02'")
    await weiger('update onderdak.levering_cijfer set personen = 0')
    await weiger('delete from onderdak.levering')
    await weiger(
      `insert into onderdak.levering_regel select levering_id, regio_id, 99, persoon_id, situatie, klasse, product_code, gemeente_code, van, tot, begin_op, eind_op from onderdak.levering_regel limit 1`,
    )
  })

  it('een regel met een dag buiten de periode komt er niet in', async () => {
    const client = await database.login.connect()
    await client.query('begin')
    await client.query(
      `select set_config('app.nu', (select gemaakt_op::text from onderdak.levering where id = '${levering}'), true)`,
    )
    await expect(
      client.query(
        `insert into onderdak.levering_regel select levering_id, regio_id, 99, persoon_id, situatie, klasse, product_code, gemeente_code, van, '2026-01-02', begin_op, eind_op from onderdak.levering_regel limit 1`,
      ),
    ).rejects.toMatchObject({ constraint: 'levering_regel_binnen_periode' })
    await client.query('rollback')
    client.release()
  })
})

describe('versturen en intrekken', () => {
  const verstuur = (op: string) =>
    als(manager, (work) => markVerstuurd(work, { id: levering, op, aan: 'CBS', via: 'Uploadportaal' }))
  const trekIn = () =>
    als(manager, (work) => withdrawLevering(work, { id: levering, reden: 'Verkeerd jaar' }))

  it('versturen komt na vrijgeven, op een dag die geweest is, en één keer', async () => {
    expect(await verstuur('2026-03-01')).toMatchObject({ code: 'verzenddag_onjuist', field: 'op' })
    expect(await verstuur('2026-03-03')).toMatchObject({ code: 'verzenddag_onjuist', field: 'op' })
    accepted(await verstuur('2026-03-02'))
    expect(await verstuur('2026-03-02')).toMatchObject({ code: 'stand_laat_dit_niet_toe' })
    accepted(await haal())
  })

  it('na intrekken is er geen bestand meer, en kan er een nieuwe levering komen', async () => {
    accepted(await trekIn())
    expect(await trekIn()).toMatchObject({ code: 'stand_laat_dit_niet_toe' })
    expect(await haal()).toMatchObject({ code: 'niet_vrijgegeven' })
    const nieuw = await givenLevering(platform, manager, { soort: 'monitor_dakloosheid', periode: '2025' })
    expect(await als(manager, (work) => readLevering(work, nieuw))).toMatchObject({ status: 'gemaakt' })
    await expect(
      database.login.query(`update onderdak.levering set status = 'gemaakt' where id = $1`, [levering]),
    ).rejects.toMatchObject({ constraint: 'levering_stap_kan' })
  })
})
