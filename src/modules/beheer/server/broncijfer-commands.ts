import type { Work } from '../../../platform/work.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'

export interface NewBroncijfer {
  readonly onderwerp: string
  readonly rij: string
  readonly kolom: string
  readonly waarde: number
  readonly eenheid: string
  readonly peildatum?: PlainDate
  readonly bron: string
}

/** Figures from policy documents that cannot be led back to persons; a figure that is there already stays as it is. */
export async function registerBroncijfers(work: Work, rows: readonly NewBroncijfer[]): Promise<void> {
  if (rows.length === 0) return
  await work.db
    .insertInto('broncijfer')
    .values(
      rows.map((row) => ({
        id: work.newId(),
        regio_id: work.regioId,
        ...row,
        waarde: String(row.waarde),
        peildatum: row.peildatum ?? null,
      })),
    )
    .onConflict((c) => c.constraint('broncijfer_uniek').doNothing())
    .execute()
  await work.record({
    soort: 'BroncijfersVastgelegd',
    onderwerpSoort: 'regio',
    onderwerpId: work.regioId,
    op: work.today,
    gegevens: { aantal: rows.length },
  })
}
