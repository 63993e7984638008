import { beforeAll, describe, expect, it } from 'vitest'
import type { Work } from '../../src/platform/work.ts'
import { isRejection, reject } from '../../src/shared/rejection.ts'
import { useDatabase } from '../given/database.ts'
import { type TestPlatform, testPlatform, workAs } from '../given/platform.ts'
import { givenRegio, type TestRegio } from '../given/regio.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
})

const record = (work: Work, soort: string) =>
  work.record({ soort, onderwerpSoort: 'regio', onderwerpId: work.regioId, op: work.today })

async function recorded(...soorten: string[]) {
  const { rows } = await database.login.query<{ soort: string }>(
    'select soort from onderdak.gebeurtenis where soort = any($1) order by idempotentie_sleutel, idempotentie_volgnummer',
    [soorten],
  )
  return rows.map((row) => row.soort)
}

const as = <T>(run: (work: Work) => Promise<T>) => workAs(platform, regio.systeem, run)

describe('the gebeurtenissen of one work', () => {
  it('are all written when it succeeds, in the order in which they were recorded, with the moment of the clock', async () => {
    const ids = await as(async (work) => [await record(work, 'Eerst'), await record(work, 'Daarna')])
    expect(await recorded('Eerst', 'Daarna')).toEqual(['Eerst', 'Daarna'])
    const { rows } = await database.login.query(
      'select vastgelegd_op, gebruiker_id, gegevens from onderdak.gebeurtenis where id = any($1)',
      [ids],
    )
    for (const row of rows)
      expect(row).toEqual({ vastgelegd_op: platform.clock.now(), gebruiker_id: null, gegevens: {} })
    expect(rows).toHaveLength(2)
  })

  it('are none of them written when it is refused', async () => {
    const answer = await as(async (work) => {
      await record(work, 'Geweigerd')
      return reject('proef', 'Dit mag niet.')
    })
    expect(isRejection(answer)).toBe(true)
    expect(await recorded('Geweigerd')).toEqual([])
  })

  it('of a refused attempt go away with what it wrote; the rest stays, also of an attempt within it', async () => {
    await as(async (work) => {
      await record(work, 'Voor')
      const refused = await work.attempt(async () => {
        await record(work, 'Poging')
        await work.attempt(async () => record(work, 'Daarbinnen'))
        await work.db.updateTable('regio').set({ naam: 'Nooit' }).execute()
        return reject('proef', 'Dit mag niet.')
      })
      expect(isRejection(refused)).toBe(true)
      await work.attempt(async () => record(work, 'Gelukt'))
      await work.attempt(
        async () => record(work, 'Proef'),
        () => true,
      )
      await record(work, 'Na')
    })
    expect(await recorded('Voor', 'Poging', 'Daarbinnen', 'Gelukt', 'Proef', 'Na')).toEqual([
      'Voor',
      'Gelukt',
      'Na',
    ])
    const { rows } = await database.login.query('select naam from onderdak.regio')
    expect(rows).toEqual([{ naam: 'Testregio TST' }])
  })

  it('goes on after an attempt in which the database refused a row', async () => {
    await as(async (work) => {
      await work.attempt(() =>
        work.db
          .insertInto('regio')
          .values({ id: work.regioId, code: 'TST', naam: 'Dubbel' })
          .execute()
          .then(() => undefined)
          .catch(() => reject('dubbel', 'Die is er al.')),
      )
      await record(work, 'Verder')
    })
    expect(await recorded('Verder')).toEqual(['Verder'])
  })
})
