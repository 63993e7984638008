import { sql } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { EigenaarInvoer, OnderhoudInvoer } from '../domain/onderhoud-contract.ts'
import { endEigenaar, insertEigenaar, insertOnderhoud } from './store.ts'

const overlapt = reject(
  'eigenaar_vanaf_later',
  'Vanaf die dag of later is al een eigenaar vastgelegd. Kies een latere dag.',
  { field: 'vanaf' },
)

/** Somebody of the region who may see figures; else the answer says no more than that. */
async function mag(work: Work, gebruikerId: Id): Promise<boolean> {
  const { rows } = await sql<{ ok: boolean }>`
    select exists (select 1 from onderdak.gebruiker g where g.regio_id = ${work.regioId} and g.id = ${gebruikerId}) as ok`.execute(
    work.db,
  )
  return rows[0]!.ok
}

/** From a day on this is the owner; whoever was it before ends on that day (MON-01). */
export async function setEigenaar(work: Work, input: EigenaarInvoer): Promise<{ id: Id } | Rejection> {
  if (input.gebruikerId !== null && !(await mag(work, input.gebruikerId)))
    return reject('gebruiker_onbekend', 'Deze medewerker is niet gevonden.', {
      status: 422,
      field: 'gebruikerId',
    })
  await endEigenaar(work, input)
  const id = await catchConstraint(insertEigenaar(work, input), {
    indicator_eigenaar_overlapt_niet: overlapt,
  })
  if (isRejection(id)) return id
  await work.record({
    soort: 'IndicatoreigenaarGekozen',
    onderwerpSoort: 'indicator_eigenaar',
    onderwerpId: id,
    op: input.vanaf,
    gegevens: { indicator: input.indicator, functie: input.functie, gebruikerId: input.gebruikerId },
  })
  return { id }
}

/** What the round of a year says; an earlier decision stays, and the last one counts (MON-11). */
export async function decideOnderhoud(work: Work, input: OnderhoudInvoer): Promise<{ id: Id } | Rejection> {
  const id = await insertOnderhoud(work, input)
  await work.record({
    soort: 'IndicatoronderhoudBesloten',
    onderwerpSoort: 'indicator_onderhoud',
    onderwerpId: id,
    op: work.today,
    gegevens: { indicator: input.indicator, jaar: input.jaar, uitkomst: input.uitkomst },
  })
  return { id }
}
