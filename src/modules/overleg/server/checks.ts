import type { Work } from '../../../platform/work.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'

/** Gemeenten that belong to the region today, by code. */
export async function readGemeenten(work: Work): Promise<ReadonlyMap<string, string>> {
  const rows = await work.db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['g.code', 'g.naam'])
    .distinct()
    .where('r.regio_id', '=', work.regioId)
    .where('r.van', '<=', work.today)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', work.today)]))
    .orderBy('g.naam')
    .execute()
  return new Map(rows.map(({ code, naam }) => [code, naam]))
}

export const vreemdeGemeente = (field: string) =>
  reject(
    'gemeente_hoort_er_niet_bij',
    'Deze gemeente hoort niet bij de regio. Kies een gemeente uit de lijst.',
    {
      status: 422,
      field,
    },
  )

export function inToekomst(work: Work, op: PlainDate | null, field: string): Rejection | undefined {
  if (op === null || op <= work.today) return undefined
  return reject(
    'datum_past_niet',
    `Deze dag moet nog komen. Kies een dag tot en met ${formatLong(work.today)}.`,
    {
      status: 422,
      field,
    },
  )
}
