import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { lockConfiguratie } from './dated-store.ts'

/**
 * Runs a change of users, roles or rights, and refuses it when that leaves the region without anyone who may manage users
 * on a day on which there was someone before. Every such change takes the same lock, so two cannot each remove "the other one".
 */
export async function keepBeheerder<T>(
  work: Work,
  change: () => Promise<T | Rejection>,
): Promise<T | Rejection> {
  await lockConfiguratie(work)
  const before = await daysWithout(work)
  const result = await change()
  if (isRejection(result)) return result
  const lost = (await daysWithout(work)).find((dag) => !before.includes(dag))
  if (lost === undefined) return result
  return reject(
    'laatste_beheerder',
    `Dan kan vanaf ${formatLong(lost)} niemand in de regio nog gebruikers beheren.`,
    { possible: ['Geef eerst een andere medewerker een rol met het recht om gebruikers te beheren.'] },
  )
}

/** From today on, the days on which something changes and nobody has the right to manage users. */
async function daysWithout(work: Work): Promise<PlainDate[]> {
  const { regioId, today } = work
  const { rows } = await sql<{ dag: string }>`
    with dagen as (
      select ${today}::date as dag
      union select unnest(array[van, tot]) from rol_permissie where regio_id = ${regioId} and permissie = 'gebruiker.beheren'
      union select unnest(array[van, tot]) from gebruiker_rol where regio_id = ${regioId}
      union select unnest(array[van, tot]) from gebruiker where regio_id = ${regioId}
    )
    select dag from dagen where dag >= ${today}::date and not exists (
      select 1 from gebruiker g join gebruiker_rol r on r.gebruiker_id = g.id
        join rol_permissie p on p.regio_id = g.regio_id and p.rol_code = r.rol_code and p.permissie = 'gebruiker.beheren'
      where g.regio_id = ${regioId} and daterange(g.van, g.tot) @> dag and daterange(r.van, r.tot) @> dag and daterange(p.van, p.tot) @> dag)
    order by dag`.execute(work.db)
  return rows.map((row) => row.dag)
}
