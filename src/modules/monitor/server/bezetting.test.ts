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
  ] as const)
    await givenFeit(database, regio.regioId, 'product', { sleutel, code })
  // Long before the five years, over New Year, one day in and out, a child of the household, and another product.
  await slaapt({ van: '2015-01-01' })
  await slaapt({ van: '2025-12-31', tot: '2026-01-02' })
  await slaapt({ van: '2026-01-10', tot: '2026-01-10' })
  await slaapt({ van: '2026-01-20', is_hoofd: false })
  await slaapt({ van: '2026-02-15', product_id: 'Gezinsopvang', locatie_id: null })
}, 60_000)

const verloop = async (tel: 'huishoudens' | 'mensen', productId?: Id) => {
  const { results, producten } = await workAs(platform, { ...regio.systeem }, (work) =>
    readBezettingsverloop(work, { pagina: 1, aantalPerPagina: 4, tel, productId }),
  )
  return {
    producten: producten.length,
    maanden: results.slice(0, 3).map((rij) => [rij.maand, rij.laagste, rij.hoogste, rij.eind]),
  }
}

it('telt per dag wie er is, ook wie er al voor de eerste dag was, en nooit wie geen nacht bleef', async () => {
  expect(await verloop('huishoudens')).toEqual({
    producten: 2,
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
    producten: 2,
    maanden: [
      ['2026-02-01', 0, 1, 1],
      ['2026-01-01', 0, 0, 0],
      ['2025-12-01', 0, 0, 0],
    ],
  })
})
