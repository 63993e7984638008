import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { idVan } from '../../../../tests/given/feiten.ts'
import { givenHistory, knownOn } from '../../../../tests/given/ketenhistorie.ts'
import { givenKetenregister, productVan } from '../../../../tests/given/ketenregister.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { beginVan } from '../domain/terugblik.ts'
import { setEigenwaarde } from './commands.ts'
import { readKetenfeiten } from './ketenfeiten.ts'
import { lookBack, lookBackThisMonth, requestTerugblik } from './terugblik-commands.ts'
import { listTerugblikrijen, readTerugblik, readTerugblikpagina } from './terugblik-queries.ts'

const EINDE = '2027-01-01'
const BEGIN = beginVan(EINDE)
const alle = { pagina: 1, aantalPerPagina: 200 }

/** A region of its own, on the day after the last month. */
function useRegio() {
  const database = useDatabase()
  const wereld = {} as { platform: TestPlatform; regio: TestRegio }
  beforeAll(async () => {
    wereld.platform = testPlatform(database)
    wereld.platform.clock.set(EINDE)
    wereld.regio = await givenRegio(wereld.platform)
  }, 120_000)
  const als = async <T>(rol: string, run: Parameters<typeof workAs<T>>[2]) =>
    workAs(wereld.platform, await wereld.regio.als('centrumgemeente', rol), run)
  const nacht = () => workAs(wereld.platform, wereld.regio.systeem, lookBackThisMonth)
  return { database, wereld, als, nacht, lees: () => als('programmamanager', readTerugblik) }
}

describe('terugkijken in een register dat bijhield wat er bekend was', () => {
  const { database, wereld, als, nacht, lees } = useRegio()
  const nu = givenHistory(6, 1)
  beforeAll(() => givenKetenregister(database, wereld.regio.regioId, nu), 120_000)

  it('de prognose begint met wat op die dag bekend was, niet met wat er later bij kwam', async () => {
    const lezen = (zoalsToen: boolean) =>
      als('programmamanager', (work) => readKetenfeiten(work, { peildatum: BEGIN, zoalsToen }))
    const verwacht = knownOn(nu, BEGIN)
    const dagen = ({ verblijven, wachtenden }: typeof nu) => ({
      verblijven: verblijven.map(({ van, tot }) => `${van} ${tot}`).sort(),
      wachtenden: wachtenden.map(({ op, gestartOp, wegOp }) => `${op} ${gestartOp} ${wegOp}`).sort(),
    })
    expect(dagen(await lezen(true))).toEqual(dagen(verwacht))
    // Told a month later that somebody stayed since 1 December.
    await database.login.query(
      `insert into onderdak.feit_verblijf (regio_id, sleutel, pseudoniem, product_id, is_hoofd, soort, heeft_reden, van, bekend_van)
       values ($1, $2, $2, $3, true, 'regulier', false, '2025-12-01', '2026-02-01T11:00:00Z')`,
      [wereld.regio.regioId, idVan('laat'), productVan('opvang')],
    )
    expect((await lezen(true)).verblijven.length).toBe(verwacht.verblijven.length)
    expect((await lezen(false)).verblijven.length).toBe(verwacht.verblijven.length + 1)
    await database.login.query('delete from onderdak.feit_verblijf where sleutel = $1', [idVan('laat')])
  })

  it('elke nacht, één keer per maand; de uitkomst blijft en is zo te lezen', async () => {
    expect(await lees()).toBeUndefined()
    await nacht()
    await nacht()
    const { rows } = await database.login.query('select * from onderdak.prognose_terugblik')
    expect(rows).toHaveLength(1)
    const oordeel = (await lees())!
    expect(oordeel).toMatchObject({
      begin: BEGIN,
      peildatum: EINDE,
      zoalsToen: true,
      klopte: true,
      kop: 'Deze prognose klopte het afgelopen jaar',
    })
    expect(oordeel.dekking!.cellen).toBe(7 * 12)
    expect(oordeel.dekking!.binnen95 / oordeel.dekking!.cellen).toBeGreaterThan(0.85)
    expect(oordeel.perMaat.map(({ maat }) => maat)).toEqual([
      'wachtend',
      'bezet',
      'instroom',
      'uitstroom',
      'gehuisvest',
    ])
  })

  it('vertelt van een maand met weinig mensen niets, ook niet de marge eromheen', async () => {
    const { results, count } = await als('programmamanager', (work) => listTerugblikrijen(work, alle))
    expect(count).toBe(7 * 12)
    const { rows } = await database.login.query(
      'select count(*)::int as klein from onderdak.prognose_terugblik_cel where gebeurd > 0 and gebeurd < 8',
    )
    const dicht = results.filter(({ afgeschermd }) => afgeschermd)
    expect(dicht.length).toBe(rows[0].klein)
    expect(dicht.length).toBeGreaterThan(10)
    for (const { gebeurd, midden, laag95, hoog80, binnen95 } of dicht)
      expect([gebeurd, midden, laag95, hoog80, binnen95]).toEqual([null, null, null, null, null])
    for (const { gebeurd } of results.filter(({ afgeschermd }) => !afgeschermd))
      expect(gebeurd === 0 || gebeurd! >= 8).toBe(true)
  })

  it('kiest een product en een maat', async () => {
    const { results } = await als('programmamanager', (work) =>
      listTerugblikrijen(work, { ...alle, maat: 'bezet', product: productVan('wonen') }),
    )
    expect(results).toHaveLength(12)
    expect(new Set(results.map(({ product, maat }) => `${product} ${maat}`))).toEqual(
      new Set(['Beschermd wonen bezet']),
    )
    expect(results[0]!.maand).toBe('2026-01-01')
  })

  it('rekent met wat het register zegt en niet met de eigen waarden van nu', async () => {
    const eerst = await lees()
    accepted(
      await als('programmamanager', (work) =>
        setEigenwaarde(work, {
          parameter: `verblijfsduur ${productVan('opvang')}`,
          waarde: 900,
          reden: 'Proef',
          versie: 0,
        }),
      ),
    )
    const { id } = accepted(await als('programmamanager', (work) => requestTerugblik(work, { begin: BEGIN })))
    expect(await als('programmamanager', readTerugblikpagina)).toMatchObject({ bezig: true })
    expect(await als('beleidsmedewerker', (work) => requestTerugblik(work, { begin: BEGIN }))).toMatchObject({
      code: 'terugblik_bezig',
    })
    await workAs(wereld.platform, wereld.regio.systeem, (work) => lookBack(work, id))
    expect(await lees()).toEqual(eerst)
    expect(await als('programmamanager', readTerugblikpagina)).toMatchObject({ bezig: false, begin: BEGIN })
  })

  it('weigert een jaar dat nog niet voorbij is', async () => {
    for (const begin of ['2026-01-31', '2025-12-30'])
      expect(await als('programmamanager', (work) => requestTerugblik(work, { begin })), begin).toMatchObject(
        { code: 'begin_past_niet', field: 'begin' },
      )
  })
})

describe('een jaar waarin twee keer zo veel mensen kwamen, later ingelezen', () => {
  const { database, wereld, nacht, lees } = useRegio()

  it('klopte niet, zegt waardoor en van wanneer de gegevens zijn', async () => {
    const nu = givenHistory(6, 2, { op: BEGIN, instroom: 2 })
    await givenKetenregister(database, wereld.regio.regioId, nu, '2026-11-01')
    await nacht()
    const oordeel = (await lees())!
    expect(oordeel).toMatchObject({ klopte: false, zoalsToen: false })
    expect(oordeel.kop).toBe('Deze prognose klopte het afgelopen jaar niet: gebruik haar niet')
    expect(oordeel.uitleg).toContain('wie zich meldt')
  })
})

describe('plekken die later zijn ingelezen dan wie er verblijft', () => {
  const { database, wereld, nacht, lees } = useRegio()

  it('gaat uit van wat nu van die dag bekend is, en zegt niet dat er geen plekken waren', async () => {
    await givenKetenregister(database, wereld.regio.regioId, givenHistory(6, 1))
    await database.login.query("update onderdak.feit_plek set bekend_van = '2026-11-01'")
    await nacht()
    expect(await lees()).toMatchObject({ klopte: true, zoalsToen: false })
  })
})

describe('een register waarin na de begindag niets meer gebeurt', () => {
  const { database, wereld, nacht, lees } = useRegio()

  it('zegt dat er niets te toetsen is, en noemt de prognose niet goed of fout', async () => {
    await givenKetenregister(database, wereld.regio.regioId, knownOn(givenHistory(6, 1), BEGIN))
    await nacht()
    expect(await lees()).toMatchObject({
      klopte: null,
      uitleg: expect.stringContaining('kwam er in dat jaar niemand en ging er niemand weg'),
    })
  })
})

describe('een leeg register', () => {
  const { database, wereld, als, nacht, lees } = useRegio()

  it('zegt dat het nog niet te zeggen is, en waarom', async () => {
    await nacht()
    expect(await lees()).toMatchObject({
      klopte: null,
      dekking: null,
      uitleg: expect.stringContaining('nog geen producten met plekken'),
    })
    expect((await als('programmamanager', (work) => listTerugblikrijen(work, alle))).count).toBe(0)
    await givenKetenregister(database, wereld.regio.regioId, {
      ...givenHistory(6, 1),
      verblijven: givenHistory(6, 1).verblijven.slice(-1),
      wachtenden: givenHistory(6, 1).wachtenden.slice(-1),
    })
    const { id } = accepted(await als('programmamanager', (work) => requestTerugblik(work, { begin: BEGIN })))
    await workAs(wereld.platform, wereld.regio.systeem, (work) => lookBack(work, id))
    expect((await lees())!.uitleg).toContain('stond er nog niemand in het register')
  })
})
