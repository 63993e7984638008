import type { Id } from '../shared/id.ts'
import { formatMoment } from '../shared/plain-date.ts'
import { type Rejection, reject } from '../shared/rejection.ts'
import type { DB } from './db/tables.ts'
import type { Work } from './work.ts'

/**
 * The editor saw an older version: says who changed what since then, from the book `gebeurtenis`. Commands that edit
 * record their changes as `gegevens: {wijzigingen: {veld: [oud, nieuw]}}` with `versie` (the new one).
 */
export async function conflict(
  work: Work,
  onderwerpSoort: keyof DB,
  onderwerpId: Id,
  gezienVersie: number,
): Promise<Rejection> {
  const rows = await work.db
    .selectFrom('gebeurtenis as e')
    .leftJoin('gebruiker as g', 'g.id', 'e.gebruiker_id')
    .select(['e.gegevens', 'e.vastgelegd_op', 'g.naam'])
    .where('e.onderwerp_soort', '=', onderwerpSoort)
    .where('e.onderwerp_id', '=', onderwerpId)
    .orderBy('e.vastgelegd_op')
    .orderBy('e.id')
    .execute()
  const wijzigingen = rows.flatMap((row) => {
    const { versie, wijzigingen: changes } = row.gegevens as {
      versie?: number
      wijzigingen?: Record<string, [unknown, unknown]>
    }
    if (changes === undefined || versie === undefined || versie <= gezienVersie) return []
    return Object.entries(changes).map(([veld, [oud, nieuw]]) => ({
      // Columns become fields of the contract, so that the screen can say the label.
      veld: veld.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      oud: text(oud),
      nieuw: text(nieuw),
      door: row.naam ?? 'het systeem',
      op: row.vastgelegd_op.toISOString(),
    }))
  })
  const last = wijzigingen.at(-1)
  const who = last ? ` ${last.door} wijzigde dit op ${formatMoment(last.op)}.` : ''
  return Object.assign(
    reject(
      'versie_verouderd',
      `Iemand anders heeft dit intussen gewijzigd.${who} Uw tekst is niet opgeslagen en staat er nog. Bekijk de wijziging en sla opnieuw op.`,
      { status: 409 },
    ),
    { wijzigingen },
  )
}

/** The fields that differ, as `{veld: [oud, nieuw]}`, to record with an edit. */
export function changesOf(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, [unknown, unknown]> {
  return Object.fromEntries(
    Object.keys(after)
      .filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null))
      .map((key) => [key, [before[key] ?? null, after[key] ?? null]]),
  )
}

function text(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'leeg'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
