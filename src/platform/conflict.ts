import { Id } from '../shared/id.ts'
import { formatMoment, formatShort, isPlainDate } from '../shared/plain-date.ts'
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
    .select(['e.gegevens', 'e.vastgelegd_op', 'e.gebruiker_id', 'g.naam'])
    .where('e.onderwerp_soort', '=', onderwerpSoort)
    .where('e.onderwerp_id', '=', onderwerpId)
    .orderBy('e.vastgelegd_op')
    .orderBy('e.id')
    .execute()
  const newer = rows.flatMap((row) => {
    const { versie, wijzigingen = {} } = row.gegevens as Boekregel
    return versie !== undefined && versie > gezienVersie ? [{ ...row, wijzigingen }] : []
  })
  const names = await namesOf(
    work,
    newer.flatMap((row) => Object.values(row.wijzigingen).flat()),
  )
  const wijzigingen = newer.flatMap((row) =>
    Object.entries(row.wijzigingen).map(([veld, [oud, nieuw]]) => ({
      // Columns become fields of the contract, so that the screen can say the label.
      veld: veld.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      oud: text(oud, names),
      nieuw: text(nieuw, names),
      door: row.naam ?? 'het systeem',
      op: row.vastgelegd_op.toISOString(),
    })),
  )
  const { title, who } = whoChanged(work, newer)
  return Object.assign(
    reject(
      'versie_verouderd',
      `${who} Uw tekst is niet opgeslagen en staat er nog. Bekijk de wijziging en sla opnieuw op.`,
      { status: 409 },
    ),
    { title, wijzigingen },
  )
}

/** Somebody with two windows is told that it was himself, and goes not looking for a colleague. */
function whoChanged(
  work: Work,
  newer: readonly { gebruiker_id: string | null; naam: string | null; vastgelegd_op: Date }[],
): { title: string; who: string } {
  const title = 'Iemand anders heeft dit intussen gewijzigd'
  const last = newer.at(-1)
  if (!last) return { title, who: `${title}.` }
  const moment = formatMoment(last.vastgelegd_op.toISOString())
  if (work.vrager.gebruikerId && newer.every((row) => row.gebruiker_id === work.vrager.gebruikerId))
    return {
      title: 'U heeft dit zelf gewijzigd',
      who: `U wijzigde dit op ${moment}, bijvoorbeeld in een ander venster.`,
    }
  return { title, who: `${last.naam ?? 'Het systeem'} wijzigde dit op ${moment}.` }
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

interface Boekregel {
  versie?: number
  wijzigingen?: Record<string, [unknown, unknown]>
}

/** Names of the colleagues, organisations and products among the values: a reader has nothing at a key. */
async function namesOf(work: Work, values: readonly unknown[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(values.filter((value) => Id.safeParse(value).success))] as Id[]
  if (ids.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('gebruiker')
    .select(['id', 'naam'])
    .where('id', 'in', ids)
    .unionAll(work.db.selectFrom('organisatie').select(['id', 'naam']).where('id', 'in', ids))
    .unionAll(work.db.selectFrom('product').select(['id', 'naam']).where('id', 'in', ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row.naam]))
}

function text(value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined || value === '') return 'leeg'
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.length === 0 ? 'leeg' : value.map((one) => text(one, names)).join(', ')
  if (typeof value === 'object') return 'ingevuld'
  if (typeof value !== 'string') return String(value)
  if (isPlainDate(value)) return formatShort(value)
  return names.get(value) ?? (Id.safeParse(value).success ? 'een keuze zonder naam' : value)
}
