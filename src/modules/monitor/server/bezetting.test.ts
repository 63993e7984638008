import { beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenFeit, idVan } from '../../../../tests/given/feiten.ts'
import { type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Id } from '../../../shared/id.ts'
import { readBezettingsverloop } from './bezetting-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-03-10')
  regio = await givenRegio(platform)
  const slaapt = (rij: object) =>
    givenFeit(database, regio.regioId, 'verblijf', { locatie_id: 'Huis', ...rij })
  for (const [sleutel, code] of [
    ['Opvang', 'opvang'],
    ['Gezinsopvang', 'gezinsopvang'],
    ['Nooit gebruikt', 'nooit'],
    ['Gestopt', 'gestopt'],
    ['Net te laat', 'net_te_laat'],
    ['Zonder nacht', 'zonder_nacht'],
    ['Alleen een kind', 'alleen_een_kind'],
    ['Bleef tot de eerste nacht', 'eerste_nacht'],
    ['Wisselde van bewoner', 'wisselde'],
  ] as const)
    await givenFeit(database, regio.regioId, 'product', { sleutel, code })
  // Long before the five years, over New Year, one day in and out, a child of the household, and another product.
  await slaapt({ van: '2015-01-01' })
  await slaapt({ van: '2025-12-31', tot: '2026-01-02' })
  await slaapt({ van: '2026-01-10', tot: '2026-01-10' })
  await slaapt({ van: '2026-01-20', is_hoofd: false })
  await slaapt({ van: '2026-02-15', product_id: 'Gezinsopvang', locatie_id: null })
}, 60_000)

/** Of products that had somebody in the five years, or just not. */
async function givenRandgevallen() {
  const slaapt = (product_id: string, van: string, tot: string | null, rij: object = {}) =>
    givenFeit(database, regio.regioId, 'verblijf', { locatie_id: product_id, product_id, van, tot, ...rij })
  await slaapt('Gestopt', '2018-01-01', '2021-03-01')
  await slaapt('Net te laat', '2026-03-01', null)
  await slaapt('Zonder nacht', '2025-06-01', '2025-06-01')
  await slaapt('Alleen een kind', '2025-06-01', '2025-06-02', { is_hoofd: false })
  await slaapt('Bleef tot de eerste nacht', '2018-01-01', '2021-03-02')
  await slaapt('Wisselde van bewoner', '2018-01-01', '2021-06-01')
  await slaapt('Wisselde van bewoner', '2021-06-01', '2021-06-02')
}

const verloop = async (tel: 'huishoudens' | 'mensen', productId?: Id) => {
  const { results, producten } = await workAs(platform, { ...regio.systeem }, (work) =>
    readBezettingsverloop(work, { pagina: 1, aantalPerPagina: 4, tel, productId }),
  )
  return {
    producten: producten.map(({ id }) => id).sort(),
    maanden: results.slice(0, 3).map((rij) => [rij.maand, rij.laagste, rij.hoogste, rij.eind]),
  }
}

/** Those that can be chosen. */
const gebruikt = ['Opvang', 'Gezinsopvang'].map(idVan).sort()

it('telt per dag wie er is, ook wie er al voor de eerste dag was, en nooit wie geen nacht bleef', async () => {
  expect(await verloop('huishoudens')).toEqual({
    producten: gebruikt,
    maanden: [
      ['2026-02-01', 1, 2, 2],
      ['2026-01-01', 1, 2, 1],
      ['2025-12-01', 1, 2, 2],
    ],
  })
  expect((await verloop('mensen')).maanden[1]).toEqual(['2026-01-01', 1, 2, 2])
})

it('van een product zijn het alleen de mensen daarvan, en de andere zijn te kiezen', async () => {
  expect(await verloop('huishoudens', idVan('Gezinsopvang'))).toEqual({
    producten: gebruikt,
    maanden: [
      ['2026-02-01', 0, 1, 1],
      ['2026-01-01', 0, 0, 0],
      ['2025-12-01', 0, 0, 0],
    ],
  })
})

it('te kiezen zijn alleen producten waarvan iemand in die vijf jaar een nacht bleef', async () => {
  await givenRandgevallen()
  const { producten } = await verloop('huishoudens')
  expect(producten).toEqual(
    [
      ...gebruikt,
      ...['Alleen een kind', 'Bleef tot de eerste nacht', 'Wisselde van bewoner'].map(idVan),
    ].sort(),
  )
})
