import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenFeit } from '../../../../tests/given/feiten.ts'
import { givenLevering, givenMetBsn, givenSlaapt, givenToegekend } from '../../../../tests/given/levering.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { mergePersonen } from '../../persoon/server/commands.ts'
import { makeLevering } from './commands.ts'
import { readLevering } from './queries.ts'

// Who is in a delivery and who is not: every case is one person, looked up by name of the case.

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let manager: Vrager
const producten = {} as Record<'opvang' | 'nacht' | 'bw' | 'vo' | 'wonen' | 'zonderRegel', Id>
const personen = {} as Record<string, Id>
let monitor: Id
let gmsd: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  manager = await regio.als('centrumgemeente', 'programmamanager')
  const product = (naam: string, domein: 'MO' | 'BW' | 'VO' | 'WONEN' | 'BT') =>
    givenProduct(platform, regio, { naam, domein })
  producten.opvang = await product('Opvang', 'MO')
  producten.nacht = await product('Nachtopvang', 'MO')
  producten.bw = await product('Beschermd wonen', 'BW')
  producten.vo = await product('Schuilhuis', 'VO')
  producten.wonen = await product('Tussenwoning', 'WONEN')
  producten.zonderRegel = await product('Proefwonen', 'BT')
  await setRegels()
  await givenGevallen()
  await givenSamengevoegd()
  await givenToekenningen()
  monitor = await givenLevering(platform, manager, { soort: 'monitor_dakloosheid', periode: '2025' })
  gmsd = await givenLevering(platform, manager, { soort: 'gmsd_wmo', periode: '2025-2' })
}, 120_000)

/** Nachtopvang is E2; from 1 October 2025 it is E3. No rule for one product, and for beschermd wonen a wrong one. */
async function setRegels() {
  await database.login.query(
    `insert into onderdak.ethos_regel (regio_id, grond, code, klasse, van) select regio_id, 'product', code, 'E3', '2020-01-01' from onderdak.product where id = $1`,
    [producten.bw],
  )
  await database.login.query(
    `insert into onderdak.ethos_regel (regio_id, grond, code, klasse, van, tot)
     select p.regio_id, 'product', p.code, x.klasse, x.van, x.tot from onderdak.product p
     cross join (values ('E2', date '2020-01-01', date '2025-10-01'), ('E3', '2025-10-01', null)) x (klasse, van, tot) where p.id = $1`,
    [producten.nacht],
  )
  await database.login.query(
    "delete from onderdak.ethos_regel where regio_id = $1 and grond = 'domein' and code = 'BT'",
    [regio.regioId],
  )
}

async function persoon(naam: string, input: Parameters<typeof givenPersoon>[2] = {}): Promise<Id> {
  personen[naam] = await givenMetBsn(platform, loket, input)
  return personen[naam]
}

async function slaapt(
  naam: string,
  product: keyof typeof producten,
  van: string,
  tot: string | null,
  input: Parameters<typeof givenPersoon>[2] = {},
) {
  const persoonId = personen[naam] ?? (await persoon(naam, input))
  await givenSlaapt(database, regio.regioId, { persoonId, productId: producten[product], van, tot })
}

async function givenGevallen() {
  await slaapt('gewoon', 'opvang', '2025-03-01', '2025-03-11')
  await slaapt('over nieuwjaar erin', 'opvang', '2024-12-20', '2025-01-05')
  await slaapt('over nieuwjaar eruit', 'opvang', '2025-12-30', '2026-01-09')
  await slaapt('nog steeds', 'opvang', '2024-06-01', null)
  await slaapt('weg op nieuwjaarsdag', 'opvang', '2024-12-20', '2025-01-01')
  await slaapt('komt op nieuwjaarsdag', 'opvang', '2026-01-01', null)
  await slaapt('twee lijsten', 'opvang', '2025-02-01', '2025-02-10')
  await slaapt('twee lijsten', 'nacht', '2025-02-10', '2025-02-12')
  await slaapt('regel verandert', 'nacht', '2025-09-28', '2025-10-04')
  await slaapt('vo', 'vo', '2025-03-01', '2025-04-01')
  await slaapt('bw', 'bw', '2025-03-01', '2025-04-01')
  await slaapt('andere groep', 'wonen', '2025-03-01', '2025-04-01')
  await slaapt('geen regel', 'zonderRegel', '2025-03-01', '2025-04-01')
  await slaapt('geen nacht', 'opvang', '2025-03-01', '2025-03-01')
  await slaapt('geen bsn', 'opvang', '2025-03-01', '2025-04-01', { bsn: null, geenBsnReden: 'niet_in_brp' })
  await slaapt('elfproef', 'opvang', '2025-03-01', '2025-04-01')
  await database.login.query('update onderdak.persoon set bsn_versleuteld = $2 where id = $1', [
    personen.elfproef,
    platform.cipher.encrypt('123456789'),
  ])
  await slaapt('geheim', 'opvang', '2025-03-01', '2025-04-01')
  await database.login.query('update onderdak.persoon set is_geheim = true where id = $1', [personen.geheim])
  await persoon('wintergast')
  const { rows } = await database.login.query(
    'select pseudoniem from onderdak.pseudoniem where persoon_id = $1',
    [personen.wintergast],
  )
  for (const nacht of ['2025-01-10', '2025-01-11', '2025-01-20']) {
    await givenFeit(database, regio.regioId, 'winternacht', { nacht, pseudoniem: rows[0].pseudoniem })
    await givenFeit(database, regio.regioId, 'winternacht', { nacht })
  }
}

/** Two files of one person in the same stay, each with other days, as rows of the register. */
async function givenSamengevoegd() {
  const { locatieId, plekIds } = await givenLocatie(platform, regio, {
    productId: producten.opvang,
    plekken: [{}],
  })
  const [een, ander] = [await persoon('samengevoegd'), await givenPersoon(platform, loket)]
  const verblijfId = platform.newId()
  const client = await database.login.connect()
  await client.query('begin')
  await client.query(
    `insert into onderdak.verblijf (id, regio_id, persoon_id, plek_id, locatie_id, product_id, begonnen_op, geeindigd_op, eindreden, bestemming, aangemaakt_op, gewijzigd_op)
     values ($1, $2, $3, $4, $5, $6, '2025-05-01', '2025-05-21', 'uitstroom', 'eigen_woning', now(), now())`,
    [verblijfId, regio.regioId, een, plekIds[0], locatieId, producten.opvang],
  )
  await client.query(
    `insert into onderdak.verblijf_persoon (regio_id, verblijf_id, persoon_id, van, tot) values ($1, $2, $3, '2025-05-01', '2025-05-11'), ($1, $2, $4, '2025-05-11', '2025-05-21')`,
    [regio.regioId, verblijfId, een, ander],
  )
  await client.query('commit')
  client.release()
  accepted(
    await workAs(platform, loket, (work) =>
      mergePersonen(work, { persoonId: ander, opgegaanIn: een, reden: 'Dezelfde cliënt' }),
    ),
  )
}

async function givenToekenningen() {
  const geef = async (naam: string, van: string, tot: string | null, meer: object = {}) => {
    const persoonId = personen[naam] ?? (await persoon(naam))
    const rij = { persoonId, productId: producten.bw, van, tot, ...meer }
    await givenToegekend(database, regio.regioId, rij)
  }
  await geef('toegekend', '2024-05-01', null)
  await geef('loopt af', '2025-01-01', '2025-07-02')
  await geef('afgelopen', '2025-01-01', '2025-07-01')
  await geef('begint later', '2026-01-01', null)
  await geef('herzien', '2025-08-01', '2025-09-01', { soort: 'herziening' })
  await geef('afgewezen', '2025-08-01', null, { soort: 'afwijzing' })
  await geef('nog niet beschikt', '2025-08-01', null, { status: 'aangevraagd' })
  await geef('vo', '2025-08-01', null, { productId: producten.vo })
  await geef('geheim', '2025-08-01', null)
  await geef('geen bsn', '2025-08-01', null)
  await geef('zonder product', '2025-08-01', null, { productId: null })
  await geef('met en zonder product', '2025-08-01', null, { productId: null })
  await geef('met en zonder product', '2025-08-01', null)
}

/** The lines of a person: class, first day and first day after. */
async function regelsVan(leveringId: Id, naam: string) {
  const { rows } = await database.login.query(
    'select klasse, van, tot, begin_op, eind_op, gemeente_code from onderdak.levering_regel where levering_id = $1 and persoon_id = $2 order by van',
    [leveringId, personen[naam]],
  )
  return rows
}
const kort = async (naam: string) =>
  (await regelsVan(monitor, naam)).map(({ klasse, van, tot }) => [klasse, van, tot])

describe('wie er in de Monitor Dakloosheid zit', () => {
  it.each([
    ['wie in het jaar in de opvang sliep', 'gewoon', [['E3', '2025-03-01', '2025-03-11']]],
    [
      'wie er over nieuwjaar sliep, vanaf 1 januari',
      'over nieuwjaar erin',
      [['E3', '2025-01-01', '2025-01-05']],
    ],
    [
      'wie er over het volgende nieuwjaar sliep, tot en met 31 december',
      'over nieuwjaar eruit',
      [['E3', '2025-12-30', '2026-01-01']],
    ],
    ['wie er het hele jaar was', 'nog steeds', [['E3', '2025-01-01', '2026-01-01']]],
    ['niet wie op 1 januari vertrok', 'weg op nieuwjaarsdag', []],
    ['niet wie op 1 januari erna kwam', 'komt op nieuwjaarsdag', []],
    [
      'wie op twee lijsten staat, met een regel voor elk',
      'twee lijsten',
      [
        ['E3', '2025-02-01', '2025-02-10'],
        ['E2', '2025-02-10', '2025-02-12'],
      ],
    ],
    [
      'wie er sliep toen de regel veranderde, met een regel voor elke groep',
      'regel verandert',
      [
        ['E2', '2025-09-28', '2025-10-01'],
        ['E3', '2025-10-01', '2025-10-04'],
      ],
    ],
    [
      'een bekende gast van de winterkou, nachten op rij samen',
      'wintergast',
      [
        ['E2', '2025-01-10', '2025-01-12'],
        ['E2', '2025-01-20', '2025-01-21'],
      ],
    ],
    ['twee dossiers van één mens als één', 'samengevoegd', [['E3', '2025-05-01', '2025-05-21']]],
    ['nooit vrouwenopvang', 'vo', []],
    ['nooit beschermd wonen', 'bw', []],
    ['niet wie buiten groep 2 en 3 sliep', 'andere groep', []],
    ['niet wie op een plek zonder regel sliep', 'geen regel', []],
    ['niet wie dezelfde dag vertrok', 'geen nacht', []],
    ['niet wie geen burgerservicenummer heeft', 'geen bsn', []],
    ['niet wie een nummer heeft dat niet klopt', 'elfproef', []],
    ['niet wie een geheim dossier heeft', 'geheim', []],
  ])('%s', async (_, naam, regels) => {
    expect(await kort(naam)).toEqual(regels)
  })

  it('wie is weggelaten staat er per reden, met hoeveel', async () => {
    const { rows } = await database.login.query(
      'select reden, detail, aantal from onderdak.levering_weggelaten where levering_id = $1 order by 1',
      [monitor],
    )
    expect(rows.map(({ reden, detail, aantal }) => [reden, detail, aantal])).toEqual([
      ['andere_groep', '', 1],
      ['bsn_onjuist', '', 1],
      ['bw', '', 1],
      ['geen_bsn', 'niet_in_brp', 1],
      ['geen_nacht', '', 1],
      ['geen_regel', '', 1],
      ['geheim', '', 1],
      ['onbekende_gast', '', 3],
      ['vo', '', 1],
    ])
  })

  it('elke controle klopt, ook naast de indicator op de laatste dag', async () => {
    const { controles } = accepted(
      await workAs(platform, regio.systeem, (work) => readLevering(work, monitor)),
    )
    expect(controles.map(({ code, uitkomst, aantal }) => [code, uitkomst, aantal])).toEqual([
      ['bsn', 'klopt', 0],
      ['dagen', 'klopt', 0],
      ['overlap', 'klopt', 0],
      ['indicator', 'klopt', 2],
    ])
  })
})

describe('wie er in GMSD Wmo zit', () => {
  it.each([
    [
      'wie het hele halfjaar een toekenning had',
      'toegekend',
      [['2025-07-01', '2026-01-01', '2024-05-01', null]],
    ],
    [
      'wie haar op de eerste dag nog had',
      'loopt af',
      [['2025-07-01', '2025-07-02', '2025-01-01', '2025-07-02']],
    ],
    ['niet wie haar tot die dag had', 'afgelopen', []],
    ['niet wie haar later kreeg', 'begint later', []],
    ['een herziening', 'herzien', [['2025-08-01', '2025-09-01', '2025-08-01', '2025-09-01']]],
    ['niet een afwijzing', 'afgewezen', []],
    ['niet wat nog niet is beslist', 'nog niet beschikt', []],
    ['nooit vrouwenopvang', 'vo', []],
    ['niet een geheim dossier', 'geheim', []],
    ['niet wie geen burgerservicenummer heeft', 'geen bsn', []],
    ['wel zonder product', 'zonder product', [['2025-08-01', '2026-01-01', '2025-08-01', null]]],
  ])('%s', async (_, naam, regels) => {
    const rows = await regelsVan(gmsd, naam)
    expect(rows.map(({ van, tot, begin_op, eind_op }) => [van, tot, begin_op, eind_op])).toEqual(regels)
    for (const { gemeente_code } of rows) expect(gemeente_code).toBe('GM0606')
  })

  it('telt op de laatste dag, met wie is weggelaten, hetzelfde als de indicator van toekenningen', async () => {
    const { controles } = accepted(await workAs(platform, regio.systeem, (work) => readLevering(work, gmsd)))
    expect(controles.find(({ code }) => code === 'indicator')).toMatchObject({
      uitkomst: 'klopt',
      aantal: 5,
      verwacht: 5,
      uitleg: expect.stringContaining('Mensen met een toekenning'),
    })
  })
})

describe('maken', () => {
  const maak = (periode: string) =>
    workAs(platform, manager, (work) => makeLevering(work, { soort: 'monitor_dakloosheid', periode }))

  it('kan over een periode die voorbij is, en één keer', async () => {
    expect(await maak('2026')).toMatchObject({ code: 'periode_niet_voorbij', field: 'periode' })
    expect(await maak('2025')).toMatchObject({ code: 'levering_bestaat_al', field: 'periode' })
  })

  it('leest niemand zonder het recht, ook niet met de vraag aan de database zelf', async () => {
    const beslisser = await regio.als('rogplus', 'centrumgemeente_beslisser')
    const vraag = (als: Vrager) =>
      workAs(platform, als, async ({ db }) => {
        const slapen = await sql`select 1 from onderdak.levering_slapen('2025-01-01', '2026-01-01')`.execute(
          db,
        )
        const lijst =
          await sql`select 1 from onderdak.levering_toekenningen('2025-01-01', '2026-01-01')`.execute(db)
        return slapen.rows.length + lijst.rows.length
      })
    expect(await vraag(beslisser)).toBe(0)
    expect(await vraag(manager)).toBeGreaterThan(0)
    const regels = (als: Vrager) =>
      workAs(platform, als, ({ db }) => db.selectFrom('levering_regel').select('van').execute())
    await expect(regels(manager)).rejects.toMatchObject({ code: '42501' })
  })
})
