import { Id } from '../shared/id.ts'
import { formatMoment, formatShort, isPlainDate } from '../shared/plain-date.ts'
import { type Rejection, reject } from '../shared/rejection.ts'
import type { DB } from './db/tables.ts'
import type { Work } from './work.ts'

interface Boekregel {
  versie?: number
  wijzigingen?: Record<string, [unknown, unknown]>
}

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
  const newer = await listNewer(work, onderwerpSoort, onderwerpId, gezienVersie)
  const words = await wordsOf(
    work,
    newer.flatMap((row) => Object.values(row.wijzigingen).flat(2)),
  )
  const isSelf = (row: { gebruiker_id: Id | null }) =>
    row.gebruiker_id !== null && row.gebruiker_id === work.vrager.gebruikerId
  const wijzigingen = newer.flatMap((row) =>
    Object.entries(row.wijzigingen).map(([veld, [oud, nieuw]]) => ({
      // Columns become fields of the contract, so that the screen can say the label.
      veld: veld.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      oud: text(oud, words),
      nieuw: text(nieuw, words),
      door: row.naam ?? 'het systeem',
      zelf: isSelf(row),
      op: row.vastgelegd_op.toISOString(),
    })),
  )
  const others = newer.filter((row) => !isSelf(row))
  const last = (others.length > 0 ? others : newer).at(-1)
  return Object.assign(
    reject('versie_verouderd', explain(newer.length > 0 && others.length === 0, last), { status: 409 }),
    { wijzigingen },
  )
}

function explain(isSelf: boolean, last: { naam: string | null; vastgelegd_op: Date } | undefined): string {
  const moment = last && formatMoment(last.vastgelegd_op.toISOString())
  const who = isSelf
    ? `U heeft dit zelf gewijzigd op ${moment}, bijvoorbeeld in een ander venster.`
    : `Iemand anders heeft dit intussen gewijzigd.${last ? ` ${last.naam ?? 'Het systeem'} wijzigde dit op ${moment}.` : ''}`
  return `${who} Uw tekst is niet opgeslagen en staat er nog. Bekijk de wijziging en sla opnieuw op.`
}

async function listNewer(work: Work, onderwerpSoort: keyof DB, onderwerpId: Id, gezienVersie: number) {
  const rows = await work.db
    .selectFrom('gebeurtenis as e')
    .leftJoin('gebruiker as g', 'g.id', 'e.gebruiker_id')
    .select(['e.gegevens', 'e.vastgelegd_op', 'e.gebruiker_id', 'g.naam'])
    .where('e.onderwerp_soort', '=', onderwerpSoort)
    .where('e.onderwerp_id', '=', onderwerpId)
    .orderBy('e.vastgelegd_op')
    .orderBy('e.id')
    .execute()
  return rows.flatMap((row) => {
    const { versie, wijzigingen = {} } = row.gegevens as Boekregel
    return versie !== undefined && versie > gezienVersie ? [{ ...row, wijzigingen }] : []
  })
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

/** Names of who and what is meant by a key or a code among the values, as far as the asker may see them. */
async function wordsOf(work: Work, values: readonly unknown[]): Promise<ReadonlyMap<string, string>> {
  const texts = [...new Set(values.filter((value) => typeof value === 'string'))]
  const ids = texts.filter((value) => Id.safeParse(value).success)
  const codes = texts.filter((value) => /^[A-Za-z0-9_]{2,40}$/.test(value))
  const words = new Map<string, string>()
  if (ids.length > 0) {
    const named = (table: 'gebruiker' | 'organisatie' | 'product' | 'voorziening' | 'locatie' | 'plek') =>
      work.db.selectFrom(table).select(['id', 'naam']).where('id', 'in', ids)
    const rows = await named('gebruiker')
      .unionAll(named('organisatie'))
      .unionAll(named('product'))
      .unionAll(named('voorziening'))
      .unionAll(named('locatie'))
      .unionAll(named('plek'))
      .execute()
    for (const row of rows) words.set(row.id, row.naam)
  }
  if (codes.length === 0) return words
  const gemeenten = await work.db
    .selectFrom('gemeente')
    .select(['code', 'naam'])
    .where('code', 'in', codes)
    .execute()
  const keuzes = await work.db
    .selectFrom('keuze')
    .select('code')
    .select((e) => e.fn.max('naam').as('naam'))
    .where('regio_id', '=', work.regioId)
    .where('code', 'in', codes)
    .groupBy('code')
    // A code that two lists name differently says nothing without its list.
    .having((e) => e(e.fn.count('naam').distinct(), '=', 1))
    .execute()
  for (const row of [...keuzes, ...gemeenten]) words.set(row.code, row.naam)
  return words
}

function text(value: unknown, words: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined || value === '') return 'leeg'
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  if (Array.isArray(value)) return value.map((one) => text(one, words)).join(', ') || 'leeg'
  if (typeof value !== 'string') return typeof value === 'object' ? 'een andere instelling' : String(value)
  if (isPlainDate(value)) return formatShort(value)
  return words.get(value) ?? (Id.safeParse(value).success ? 'iets dat u niet mag zien' : value)
}
