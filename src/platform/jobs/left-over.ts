import type pg from 'pg'

/** Any number that nothing else of the database locks on. */
const ALIVE = 1_867_204_411

/**
 * A job that a killed process held waits four hours before another process takes it (graphile-worker). When no other process lives,
 * whatever is held was left, and is free at once. Each process holds a shared lock as long as it lives, so that who gets it alone
 * knows. Returns how to let go. Where the connection breaks, a process that starts then may run a job again: jobs allow that.
 */
export async function freeLeftJobs(pool: pg.Pool): Promise<() => void> {
  const client = await pool.connect()
  client.on('error', () => {})
  try {
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
      ALIVE,
    ])
    if (rows[0]!.alone)
      await client.query(`select graphile_worker.force_unlock_workers(array(
        select locked_by from graphile_worker._private_jobs where locked_by is not null
        union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`)
    await client.query('select pg_advisory_lock_shared($1)', [ALIVE])
    if (rows[0]!.alone) await client.query('select pg_advisory_unlock($1)', [ALIVE])
  } catch (error) {
    client.release(true)
    throw error
  }
  return () => client.release(true)
}
