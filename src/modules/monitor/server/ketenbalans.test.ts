import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { legFeitenVast } from '../../../../tests/given/balans.ts'
import { useDatabase } from '../../../../tests/given/database.ts'
import {
  accepted,
  systemVrager,
  type TestPlatform,
  testPlatform,
  workAs,
} from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Boek, Eenheid, Splitsing } from '../domain/ketenbalans.ts'
import { readBalansgaten } from './balansgaten.ts'
import { readBalans, readBalansmaanden, readKetenstromen } from './ketenbalans-queries.ts'

// Histories by hand, put into the facts, and what the books of February 2026 say of them.

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let alles: Vrager
let beleid: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-01')
  regio = await givenRegio(platform)
  alles = systemVrager(regio.regioId)
  beleid = await regio.als('centrumgemeente', 'programmamanager')
})
beforeEach(async () => {
  for (const tabel of ['feit_verblijf', 'feit_wacht', 'feit_in_beeld'])
    await database.login.query(`delete from onderdak.${tabel}`)
})

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [FATIMA, OMAR, LINA, JAN] = [id(1), id(2), id(3), id(4)]
const [BAAN, ANKER] = [id(11), id(12)]
let zaak = 100

type Rij = Readonly<Record<string, unknown>>
const verblijf = (
  wie: string,
  locatie: string,
  van: string | null,
  tot: string | null,
  meer: Rij = {},
): Rij => ({
  regio_id: regio.regioId,
  sleutel: id(++zaak),
  pseudoniem: wie,
  is_hoofd: true,
  locatie_id: locatie,
  soort: 'regulier',
  van,
  tot,
  ...(tot !== null && { eindreden: 'eigen_keuze', bestemming: 'eigen_woning' }),
  ...meer,
})
const wacht = (wie: string, product: string, van: string, tot: string | null, meer: Rij = {}): Rij => ({
  regio_id: regio.regioId,
  sleutel: id(++zaak),
  pseudoniem: wie,
  product_id: product,
  personen: 1,
  besloten_op: van,
  tot,
  ...meer,
})
const verblijven = (...rijen: Rij[]) => legFeitenVast(database.login, 'feit_verblijf', rijen)
const wachten = (...rijen: Rij[]) => legFeitenVast(database.login, 'feit_wacht', rijen)

const lijst = { pagina: 1, aantalPerPagina: 100 }
const balans = (
  eenheid: Eenheid,
  per: Splitsing = 'locatie',
  {
    boek = 'verblijf' as Boek,
    maand = '2026-02',
    wie = alles,
    bekendOp = undefined as string | undefined,
  } = {},
) =>
  workAs(platform, wie, async (work) =>
    accepted(await readBalans(work, boek, { eenheid, per, maand, bekendOp, ...lijst })),
  )
const stand = (begin: number, erin: number, eruit: number, eind: number) => ({ begin, erin, eruit, eind })

describe('de ketenbalans van verblijven', () => {
  it('wie op één dag verhuist, gaat de keten niet in of uit, maar wel de ene locatie uit en de andere in', async () => {
    await verblijven(
      verblijf(FATIMA, BAAN, '2026-01-10', '2026-02-12', { eindreden: 'verhuisd', bestemming: 'opvang' }),
      verblijf(FATIMA, ANKER, '2026-02-12', null),
    )
    const { totaal, results } = await balans('personen')
    expect(totaal).toMatchObject({ ...stand(1, 0, 0, 1), sluit: true })
    const per = new Map(results.map((rij) => [rij.groep, rij]))
    expect(per.get(BAAN)).toMatchObject({ ...stand(1, 0, 1, 0), uit_naar_andere_plek: 1, sluit: true })
    expect(per.get(ANKER)).toMatchObject({ ...stand(0, 1, 0, 1), in_van_andere_plek: 1, sluit: true })
    const registraties = await balans('registraties')
    expect(registraties.totaal).toMatchObject({
      ...stand(1, 1, 1, 1),
      in_van_andere_plek: 1,
      uit_naar_andere_plek: 1,
    })
  })

  it('een moeder met twee kinderen is één registratie en drie mensen', async () => {
    const gezin = { sleutel: id(90) }
    await verblijven(
      verblijf(FATIMA, BAAN, '2026-02-03', null, gezin),
      verblijf(OMAR, BAAN, '2026-02-03', null, { ...gezin, is_hoofd: false }),
      verblijf(LINA, BAAN, '2026-02-03', '2026-02-20', { ...gezin, is_hoofd: false }),
    )
    expect((await balans('registraties')).totaal).toMatchObject({ ...stand(0, 1, 0, 1), in_van_buiten: 1 })
    expect((await balans('personen')).totaal).toMatchObject({
      ...stand(0, 3, 1, 2),
      in_van_buiten: 3,
      uit_uitstroom: 1,
    })
  })

  it('wie op dezelfde dag komt en gaat is een registratie in en uit, en sliep er geen nacht', async () => {
    await verblijven(verblijf(JAN, BAAN, '2026-02-05', '2026-02-05'))
    expect((await balans('registraties')).totaal).toMatchObject(stand(0, 1, 1, 0))
    expect((await balans('personen')).totaal).toMatchObject(stand(0, 0, 0, 0))
  })

  it('wie met oud en nieuw blijft, staat bij eind december en bij begin januari', async () => {
    await verblijven(verblijf(JAN, BAAN, '2025-12-31', '2026-01-01'))
    expect((await balans('personen', 'locatie', { maand: '2025-12' })).totaal).toMatchObject(
      stand(0, 1, 0, 1),
    )
    expect((await balans('personen', 'locatie', { maand: '2026-01' })).totaal).toMatchObject(
      stand(1, 0, 1, 0),
    )
  })

  it('wie overlijdt, uitstroomt of zou verder gaan maar nergens slaapt, staat elk bij een eigen soort', async () => {
    await verblijven(
      verblijf(FATIMA, BAAN, '2026-01-02', '2026-02-02', { eindreden: 'overleden', bestemming: 'overleden' }),
      verblijf(OMAR, BAAN, '2026-01-02', '2026-02-03'),
      verblijf(LINA, BAAN, '2026-01-02', '2026-02-04', {
        eindreden: 'doorstroom',
        bestemming: 'beschermd_wonen',
      }),
      verblijf(JAN, BAAN, '2026-01-02', '2026-02-05', { eindreden: null, bestemming: null }),
    )
    const { totaal } = await balans('registraties')
    expect(totaal).toMatchObject({
      ...stand(4, 0, 4, 0),
      uit_overleden: 1,
      uit_uitstroom: 1,
      uit_verder_zonder_plek: 1,
      uit_onbekend: 1,
      sluit: true,
      gaten: ['verder_zonder_plek', 'reden_onbekend'],
    })
  })

  it('wie een time-out heeft, blijft één mens, en het verblijf loopt door', async () => {
    await verblijven(
      verblijf(JAN, BAAN, '2026-01-05', null),
      verblijf(JAN, ANKER, '2026-02-10', '2026-02-14', { soort: 'time_out' }),
    )
    expect((await balans('personen')).totaal).toMatchObject(stand(1, 0, 0, 1))
    expect((await balans('registraties')).totaal).toMatchObject({
      ...stand(1, 1, 1, 1),
      in_time_out: 1,
      uit_time_out: 1,
    })
  })

  it('wat later is hersteld staat er als correctie, en wat toen bekend was verandert niet', async () => {
    const een = { sleutel: id(91) }
    await verblijven(
      verblijf(JAN, BAAN, '2026-01-05', null, { ...een, bekend_tot: '2026-03-10' }),
      verblijf(JAN, BAAN, '2026-01-05', '2026-02-20', { ...een, bekend_van: '2026-03-10' }),
    )
    expect((await balans('registraties')).totaal).toMatchObject({
      ...stand(1, 0, 1, 0),
      eindToen: 1,
      correctie: -1,
    })
    expect((await balans('registraties', 'locatie', { bekendOp: '2026-03-01' })).totaal).toMatchObject(
      stand(1, 0, 0, 1),
    )
    const maanden = await workAs(platform, alles, async (work) =>
      accepted(
        await readBalansmaanden(work, {
          boek: 'verblijf',
          eenheid: 'registraties',
          maand: '2026-03',
          ...lijst,
        }),
      ),
    )
    expect(maanden.count).toBe(13)
    expect(maanden.results.slice(0, 3).map(({ maand, eind, correctie }) => [maand, eind, correctie])).toEqual(
      [
        ['2026-03', 0, 0],
        ['2026-02', 0, -1],
        ['2026-01', 1, 0],
      ],
    )
  })
})

describe('een boek dat niet sluit', () => {
  it('zegt dat, en noemt de organisatie die het kan herstellen', async () => {
    const { id: organisatie, naam } = await workAs(platform, alles, ({ db }) =>
      db.selectFrom('organisatie').select(['id', 'naam']).orderBy('naam').limit(1).executeTakeFirstOrThrow(),
    )
    await verblijven(verblijf(JAN, BAAN, null, '2026-02-05', { aanbieder_id: organisatie }))
    const { totaal, results } = await balans('registraties')
    expect(totaal).toMatchObject({ ...stand(0, 0, 1, 0), sluit: false, gaten: ['begin_ontbreekt'] })
    expect(results[0]).toMatchObject({ groep: BAAN, sluit: false })
    const gaten = await workAs(platform, beleid, async (work) =>
      accepted(
        await readBalansgaten(work, {
          boek: 'verblijf',
          eenheid: 'registraties',
          maand: '2026-02',
          ...lijst,
        }),
      ),
    )
    expect(gaten.results).toMatchObject([
      { oorzaak: 'begin_ontbreekt', organisatie: naam, contactpersoon: null, persoonId: null, naam: null },
    ])
  })
})

describe('de ketenbalans van de wachtlijst en van wie in beeld is', () => {
  it('wie op drie lijsten staat zijn drie registraties, en het huishouden telt één keer', async () => {
    await wachten(
      wacht(FATIMA, id(21), '2026-01-05', null, { personen: 3 }),
      wacht(FATIMA, id(22), '2026-02-05', null, { personen: 3 }),
      wacht(FATIMA, id(23), '2026-02-06', '2026-02-20', { personen: 4, eindreden: 'ingetrokken' }),
    )
    const registraties = await balans('registraties', 'product', { boek: 'wachtlijst' })
    expect(registraties.totaal).toMatchObject({ ...stand(1, 2, 1, 2), in_al_op_lijst: 2, uit_zonder_plek: 1 })
    const personen = await balans('personen', 'product', { boek: 'wachtlijst' })
    expect(personen.totaal).toMatchObject(stand(3, 1, 1, 3))
    expect(personen.results.map(({ eind }) => eind)).toEqual([3, 3, 0])
  })

  it('wie een plek kreeg staat bij geplaatst', async () => {
    await wachten(wacht(JAN, id(21), '2026-01-05', '2026-02-05', { gestart_op: '2026-02-05' }))
    const { totaal } = await balans('registraties', 'product', { boek: 'wachtlijst' })
    expect(totaal).toMatchObject({ ...stand(1, 0, 1, 0), uit_geplaatst: 1 })
  })

  it('wie terugkomt na afsluiten is terug in beeld, en de reden van afsluiten staat erbij', async () => {
    const opvolging = { regio_id: regio.regioId, sleutel: id(92), pseudoniem: JAN, organisatie_id: id(31) }
    await legFeitenVast(database.login, 'feit_in_beeld', [
      { ...opvolging, van: '2026-01-05', tot: '2026-02-03', afsluitreden: 'wil_geen_contact' },
      { ...opvolging, van: '2026-02-20', tot: null },
    ])
    const { totaal } = await balans('personen', 'organisatie', { boek: 'in_beeld' })
    expect(totaal).toMatchObject({ ...stand(1, 1, 1, 1), in_terug: 1, uit_wil_geen_contact: 1 })
  })
})

describe('wat de programmamanager ziet', () => {
  it('geen klein aantal, en dezelfde stromen als in het boek per product', async () => {
    const [PRODUCT, ANDER] = [id(41), id(42)]
    const wie = (n: number, product: string, van: string, tot: string | null) =>
      verblijf(id(500 + n), BAAN, van, tot, { product_id: product })
    await verblijven(
      ...Array.from({ length: 30 }, (_, n) => wie(n, PRODUCT, '2026-01-05', n < 10 ? '2026-02-10' : null)),
      ...Array.from({ length: 12 }, (_, n) => wie(50 + n, PRODUCT, '2026-02-05', null)),
      ...Array.from({ length: 20 }, (_, n) => wie(80 + n, ANDER, '2026-01-05', null)),
      ...Array.from({ length: 3 }, (_, n) => wie(120 + n, ANDER, '2026-02-05', null)),
    )
    const { totaal, results } = await balans('registraties', 'product', { wie: beleid })
    expect(results.find(({ groep }) => groep === ANDER)).toMatchObject({
      begin: 20,
      erin: null,
      eruit: null,
      eind: 23,
      afgeschermd: true,
      sluit: true,
    })
    // What came into the other product would follow from the total.
    expect([totaal.erin, results.find(({ groep }) => groep === PRODUCT)!.erin]).toEqual([15, null])
    const stromen = (vrager: Vrager) =>
      workAs(platform, vrager, async (work) =>
        accepted(await readKetenstromen(work, { eenheid: 'registraties', maand: '2026-02', ...lijst })),
      )
    const som = (kant: string, alle: { kant: string; aantal: number | null }[]) =>
      alle.filter((rij) => rij.kant === kant).reduce((n, { aantal }) => n + (aantal ?? 0), 0)
    const open = (await stromen(alles)).results
    expect([som('in', open), som('uit', open)]).toEqual([15, 10])
    expect((await stromen(beleid)).results.some(({ aantal }) => aantal !== null && aantal < 8)).toBe(false)
  })

  it('geen maand die nog loopt', async () => {
    const nu = await workAs(platform, beleid, (work) =>
      readBalans(work, 'verblijf', { eenheid: 'registraties', per: 'product', maand: '2026-04', ...lijst }),
    )
    expect(nu).toMatchObject({ rejected: true, code: 'maand_niet_voorbij' })
  })
})
