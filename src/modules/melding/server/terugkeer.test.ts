import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenMelding } from '../../../../tests/given/melding.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { TerugkeerFilter } from '../domain/terugkeer-contract.ts'
import { listTerugkeer } from './terugkeer-query.ts'

const database = useDatabase()
let platform: TestPlatform
let loket: Vrager
let ander: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  const regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  ander = await regio.als('aanbieder', 'aanbieder_planner')
})

const lijst = (vrager: Vrager, filter: object = {}) =>
  workAs(platform, vrager, (work) => listTerugkeer(work, TerugkeerFilter.parse(filter)))

describe('wie terugkwam', () => {
  it('staat in de lijst met het aantal keren in de gekozen periode, alleen voor wie betrokken is', async () => {
    const { persoonId } = await givenMelding(platform, loket)
    await givenMelding(platform, loket)
    for (const dag of ['2026-03-10', '2026-04-10']) {
      platform.clock.set(dag)
      await givenMelding(platform, loket, { persoonId })
    }
    expect(accepted(await lijst(loket))).toMatchObject({
      count: 1,
      results: [
        { persoonId, naam: 'Noor Voorbeeld', herhaald: 2, herinstroom: 0, laatsteMelding: '2026-04-10' },
      ],
    })
    const maart = { van: '2026-03-01', totEnMet: '2026-03-31' }
    expect(accepted(await lijst(loket, maart))).toMatchObject({ results: [{ persoonId, herhaald: 1 }] })
    expect(accepted(await lijst(loket, { soort: 'herinstroom' }))).toMatchObject({ count: 0 })
    expect(accepted(await lijst(ander))).toMatchObject({ count: 0, results: [] })
    expect(await lijst(loket, { van: '2026-03-31', totEnMet: '2026-03-01' })).toMatchObject({
      code: 'periode_leeg',
    })
  })
})
