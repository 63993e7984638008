import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenFeit, idVan } from '../../../../tests/given/feiten.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { readWachtcurve } from './wachtcurve-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio

const vraag = { pagina: 1, aantalPerPagina: 200, maand: '2026-02' }
async function curve(meer: object = {}) {
  const als = await regio.als('centrumgemeente', 'programmamanager')
  return accepted(await workAs(platform, als, (work) => readWachtcurve(work, { ...vraag, ...meer })))
}
const wacht = (meer: object) => givenFeit(database, regio.regioId, 'wacht', { product_id: 'Opvang', ...meer })

// Ten got a place after 10 days, ten after 40, ten waited from 1 January on, ten left the list on day 20 without a place.
beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-20')
  regio = await givenRegio(platform)
  for (let i = 0; i < 10; i++) {
    const wie = (wat: string) => ({ wie: `${wat} ${i}` })
    await wacht({ ...wie('snel'), besloten_op: '2025-06-02', gestart_op: addDays('2025-06-02', 10) })
    await wacht({ ...wie('traag'), besloten_op: '2025-09-01', gestart_op: addDays('2025-09-01', 40) })
    await wacht({ ...wie('nog'), besloten_op: '2026-01-01' })
    await wacht({ ...wie('weg'), besloten_op: '2025-10-01', beeindigd_op: addDays('2025-10-01', 20) })
  }
  await wacht({ wie: 'later', besloten_op: '2026-01-10', gestart_op: '2026-03-01' })
  await wacht({ wie: 'te oud', besloten_op: '2024-02-28', gestart_op: '2024-03-01' })
  await wacht({ wie: 'klein', product_id: 'Klein', besloten_op: '2025-06-02', gestart_op: '2025-06-12' })
}, 120_000)

describe('de wachtcurve', () => {
  it('telt wie nog wacht mee zolang die in beeld was, en wie ervoor of erna kwam niet', async () => {
    // 42 at risk, 11 placed on day 10; of 31, 10 left on day 20, so on day 40 10 of 21 that were left got a place.
    const { results, aantal, helft } = await curve()
    expect([aantal, helft]).toEqual([42, 40])
    expect(results.map(({ dag, wachtNog, risico }) => [dag, wachtNog, risico])).toEqual([
      [10, 74, 42],
      [40, 39, 21],
    ])
    for (const punt of results) expect(punt.onder < punt.wachtNog && punt.wachtNog < punt.boven).toBe(true)
  })
  it('heeft van een kleine groep niets, en van de groep waaruit zij te berekenen is ook niet', async () => {
    const { producten } = await curve()
    expect(producten).toEqual([])
    expect(await curve({ productId: idVan('Klein') })).toMatchObject({ aantal: null, results: [] })
    expect(await curve({ productId: idVan('Opvang') })).toMatchObject({ aantal: null, results: [] })
  })
  it('is van een maand eerder wat toen bekend was van wie toen wachtte', async () => {
    const eerder = await curve({ maand: '2025-09' })
    expect(eerder.aantal).toBe(22)
    expect(eerder.results.map(({ dag }) => dag)).toEqual([10])
  })
})
