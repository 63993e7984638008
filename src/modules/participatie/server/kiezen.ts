import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'

// Refusals that every command of this module may give: a day to come, and a choice that is not there.

export const inToekomst = (work: Work, op: PlainDate, field: string): Rejection | undefined =>
  op > work.today
    ? reject('datum_past_niet', `Kies een dag tot en met ${formatLong(work.today)}.`, { status: 422, field })
    : undefined

/** Undefined when it is there in this region. */
export async function checkBestaat(
  work: Work,
  tabel: 'activiteit' | 'programma' | 'partner' | 'organisatie',
  id: Id | null,
  { wat, field }: { readonly wat: string; readonly field: string },
): Promise<Rejection | undefined> {
  if (id === null) return undefined
  const found = await work.db
    .selectFrom(tabel as 'partner')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found ? undefined : { ...notFound(wat), status: 422, field }
}

/** Does this gemeente belong to the region on a day? */
export async function checkGemeente(
  work: Work,
  code: string | null,
  op: PlainDate = work.today,
): Promise<Rejection | undefined> {
  if (code === null) return undefined
  const found = await work.db
    .selectFrom('regio_gemeente')
    .select('gemeente_code')
    .where('regio_id', '=', work.regioId)
    .where('gemeente_code', '=', code)
    .where('van', '<=', op)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', op)]))
    .executeTakeFirst()
  return found
    ? undefined
    : reject('gemeente_hoort_er_niet_bij', 'Deze gemeente hoort niet bij de regio. Kies een andere.', {
        status: 422,
        field: 'gemeenteCode',
      })
}

/** Something happened to a row of this module, for the book. */
export function boek(
  work: Work,
  soort: string,
  onderwerp: { readonly tabel: keyof DB; readonly id: Id },
  gegevens: Record<string, unknown>,
) {
  return work.record({
    soort,
    onderwerpSoort: onderwerp.tabel,
    onderwerpId: onderwerp.id,
    op: work.today,
    gegevens,
  })
}
