import pg from 'pg'
import { appRole, createDb, createPool } from '../platform/db/connect.ts'
import type { Platform } from '../platform/platform.ts'
import { transact } from '../platform/transaction.ts'
import type { Vrager } from '../platform/work.ts'

/** Written as the very last thing; without it the loading was cut off. */
const loadedEvent = 'DemoGeladen'

/**
 * A demo whose loading was cut off is thrown away, so that the next start begins anew. Only what was loaded as a demo
 * and never finished is touched: a region that is not a demo stops this.
 */
export async function clearHalfDemo(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: made } = await client.query<{ er: boolean }>(
      "select to_regclass('onderdak.gebeurtenis') is not null as er",
    )
    if (!made[0]!.er) return
    const { rows } = await client.query<{ half: boolean }>(
      `select exists (select 1 from onderdak.regio) and not exists (select 1 from onderdak.regio where not is_demo)
         and not exists (select 1 from onderdak.gebeurtenis where soort = $1) as half`,
      [loadedEvent],
    )
    if (rows[0]!.half)
      await client.query('drop schema onderdak cascade; drop schema if exists graphile_worker cascade')
  } finally {
    await client.end()
  }
}

/** Whether the demo regions are still to be made; a restart keeps what is there. */
export async function needsDemo(platform: Platform): Promise<boolean> {
  return !(await platform.db.selectFrom('regio').select('id').limit(1).executeTakeFirst())
}

/** Makes the demo regions; takes minutes. */
export async function loadDemo(
  platform: Platform,
  appUrl: string,
  progress: (stap: string, deel: number) => void,
): Promise<void> {
  const { seedDemo } = await import('../../seed/demo.ts')
  // Losing the last moments of a demo that is thrown away when it is not complete costs nothing; waiting for the disk does.
  const pool = createPool({ url: appUrl, role: appRole, max: 4, settings: '-c synchronous_commit=off' })
  const db = createDb(pool)
  const { regioId } = await seedDemo({ ...platform, db }, progress).finally(() => db.destroy())
  const vrager: Vrager = {
    regioId,
    organisatieId: null,
    gebruikerId: null,
    naam: 'Demogegevens',
    rol: 'systeem',
    permissies: new Set(),
    isSysteem: true,
  }
  await transact(platform, vrager, { doel: 'demo', sleutel: 'demo-geladen' }, (work) =>
    work.record({ soort: loadedEvent, onderwerpSoort: 'regio', onderwerpId: regioId, op: work.today }),
  )
}
