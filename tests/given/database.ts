import type { Kysely } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { appRole, createDb, createPool, ownerRole } from '../../src/platform/db/connect.ts'
import type { DB } from '../../src/platform/db/tables.ts'
import { copyOf, dropDatabase } from './template.ts'

export interface TestDatabase {
  /** URL of a login that may become both roles. */
  readonly url: string
  /** Pool of the owner: row-level security holds for it as well where it is forced. */
  readonly owner: pg.Pool
  /** Pool of the login, which may do anything; for arranging what no role may. */
  readonly login: pg.Pool
  /** Pool in the role of the app. */
  readonly app: pg.Pool
  /** Kysely on `app`. */
  readonly db: Kysely<DB>
}

/**
 * A database of its own for this test file, copied from the migrated template before the first test and dropped after
 * the last. Use inside a test or hook: the fields exist only then.
 */
export function useDatabase(): TestDatabase {
  const made: { value?: TestDatabase } = {}
  beforeAll(async () => {
    const url = await copyOf(inject('templateUrl'))
    const app = createPool({ url, role: appRole })
    made.value = {
      url,
      owner: createPool({ url, role: ownerRole, max: 4 }),
      login: createPool({ url, role: 'login', max: 2 }),
      app,
      db: createDb(app),
    }
  })
  afterAll(async () => {
    if (!made.value) return
    const { url, owner, login, db } = made.value
    await Promise.allSettled([db.destroy(), owner.end(), login.end()])
    await dropDatabase(url)
  })
  const get = <K extends keyof TestDatabase>(key: K): TestDatabase[K] => {
    if (!made.value) throw new Error('useDatabase: use it inside a test or hook')
    return made.value[key]
  }
  return {
    get url() {
      return get('url')
    },
    get owner() {
      return get('owner')
    },
    get login() {
      return get('login')
    },
    get app() {
      return get('app')
    },
    get db() {
      return get('db')
    },
  }
}
