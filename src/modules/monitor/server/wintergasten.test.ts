import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenUitwijk, noteer, startWinter } from '../../../../tests/given/winter.ts'
import type { Vrager } from '../../../platform/work.ts'
import { readVerblijven } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let beleid: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-12-03T22:00:00Z')
  regio = await givenRegio(platform)
  beleid = await regio.als('centrumgemeente', 'programmamanager')
})

const lees = (op?: string) =>
  workAs(platform, beleid, async (work) =>
    accepted(await readVerblijven(work, { pagina: 1, aantalPerPagina: 50, per: 'product', op })),
  )
const gasten = async (locatieId: string, aantal: number) =>
  accepted(
    await noteer(platform, await regio.als('aanbieder', 'aanbieder_begeleider'), { locatieId, aantal }),
  )

describe('gasten van de winterkou in de cijfers (WIN-04)', () => {
  it('staan los naast de verblijven, tellen niet mee als mensen, en een klein aantal staat er niet', async () => {
    const locatieId = await givenUitwijk(platform, regio, {
      productId: await givenProduct(platform, regio),
      bedden: 20,
    })
    expect((await lees()).wintergasten).toBeNull()
    accepted(await startWinter(platform, regio.systeem))
    await gasten(locatieId, 3)
    expect((await lees()).wintergasten).toEqual({ gasten: null, zonderNaam: null })
    await gasten(locatieId, 5)
    const { wintergasten, totaal } = await lees()
    expect(wintergasten).toEqual({ gasten: 8, zonderNaam: 8 })
    expect(totaal?.personen ?? 0).toBe(0)
    expect((await lees('2026-12-01')).wintergasten).toBeNull()
    // Nor are they facts, so that no indicator counts them.
    const { rows } = await database.login.query(
      'select (select count(*)::int from onderdak.feit_verblijf) as verblijf, (select count(*)::int from onderdak.feit_melding) as melding',
    )
    expect(rows).toEqual([{ verblijf: 0, melding: 0 }])
  })
})
