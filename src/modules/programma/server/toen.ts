import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { ActiviteitDetail, Resultaatbeeld } from '../domain/activiteit-contract.ts'

/** What the first change after a day says that was there before it, per field as the book names it. */
async function readEerder(work: Work, id: Id, tot: PlainDate): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await sql<{ veld: string; oud: unknown }>`
    select distinct on (w.key) w.key as veld, w.value -> 0 as oud from onderdak.gebeurtenis g, jsonb_each(g.gegevens -> 'wijzigingen') w
    where g.regio_id = ${work.regioId} and g.onderwerp_id = ${id} and g.soort in ('ActiviteitGewijzigd', 'ActiviteitGepland') and g.op >= ${tot}::date
      and not (w.key = 'resultaten' and jsonb_typeof(w.value -> 0) = 'null')
    order by w.key, g.vastgelegd_op, g.idempotentie_volgnummer`.execute(work.db)
  return new Map(rows.map(({ veld, oud }) => [veld, oud]))
}

/**
 * An activiteit as it stood before `tot`, as far as the book tells. What was only added later counts as known late, not as changed:
 * a region that reads in its papers afterwards reports over the time of the papers. Of a result that was changed since, the target
 * of then can't be told any more: it has none here.
 */
export async function activiteitVoor(
  work: Work,
  nu: ActiviteitDetail,
  tot: PlainDate,
): Promise<ActiviteitDetail> {
  const eerder = await readEerder(work, nu.id, tot)
  if (eerder.size === 0) return nu
  const toen = <T>(veld: string, vandaag: T) => (eerder.has(veld) ? (eerder.get(veld) as T) : vandaag)
  const lijst = (veld: string) => (eerder.has(veld) ? ((eerder.get(veld) ?? []) as string[]) : undefined)
  return {
    ...nu,
    code: toen('code', nu.code),
    naam: toen('naam', nu.naam),
    toelichting: toen('toelichting', nu.toelichting),
    doel: toen('doel', nu.doel),
    planning: toen('planning', nu.planning),
    vanKwartaal: toen('van_kwartaal', nu.vanKwartaal),
    totKwartaal: toen('tot_kwartaal', nu.totKwartaal),
    // The book has those of a result in the same list, with its number before the name.
    kartrekkers: lijst('kartrekkers')?.filter((naam) => !/^\d+: /.test(naam)) ?? nu.kartrekkers,
    resultaten: resultatenVoor(nu.resultaten, lijst('resultaten')),
  }
}

/** How the book writes a result: its number, its name and what was agreed of it. */
const regelVan = (een: Resultaatbeeld) =>
  [
    een.nummer,
    een.naam,
    een.soort,
    een.streefwaarde,
    een.eenheid,
    een.streefOp,
    een.richting,
    een.indicator?.code ?? null,
    een.toelichting,
  ]
    .filter((deel) => deel !== null)
    .join(' ')

function resultatenVoor(
  nu: readonly Resultaatbeeld[],
  toen: readonly string[] | undefined,
): Resultaatbeeld[] {
  if (!toen) return [...nu]
  return nu.map((een) =>
    toen.some((regel) => regel.startsWith(`${een.nummer} `)) && !toen.includes(regelVan(een))
      ? { ...een, streefwaarde: null, streefOp: null, richting: null, behaald: null }
      : een,
  )
}
