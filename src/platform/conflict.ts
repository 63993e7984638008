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
    newer.flatMap((row) => Object.values(row.wijzigingen).flat(2)),
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

/** The state allows it no more: why, and who did the last thing to it. Nothing typed can be saved again, so it is no conflict. */
export async function tooLate(
  work: Work,
  onderwerpSoort: keyof DB,
  onderwerpId: Id,
  { code, reden }: { code: string; reden: string },
): Promise<Rejection> {
  const last = await work.db
    .selectFrom('gebeurtenis as e')
    .leftJoin('gebruiker as g', 'g.id', 'e.gebruiker_id')
    .select(['e.vastgelegd_op', 'e.gebruiker_id', 'g.naam'])
    .where('e.onderwerp_soort', '=', onderwerpSoort)
    .where('e.onderwerp_id', '=', onderwerpId)
    .orderBy('e.vastgelegd_op', 'desc')
    .orderBy('e.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return reject(code, last ? `${reden} ${whoChanged(work, [last]).who}` : reden)
}

/** Somebody with two windows is told that it was himself, and goes not looking for a colleague. */
function whoChanged(
  work: Work,
  newer: readonly { gebruiker_id: string | null; naam: string | null; vastgelegd_op: Date }[],
): { title: string; who: string } {
  const title = 'Iemand anders heeft dit intussen gewijzigd'
  const others = newer.filter(
    (row) => row.gebruiker_id === null || row.gebruiker_id !== work.vrager.gebruikerId,
  )
  const last = others.at(-1) ?? newer.at(-1)
  if (!last) return { title, who: `${title}.` }
  const moment = formatMoment(last.vastgelegd_op.toISOString())
  if (others.length === 0)
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

/**
 * What changed, for the book. A gebeurtenis without a person can be read in the whole region and stays for ever, so of `dicht`
 * it tells only that it was filled in.
 */
export function openChanges(
  before: object,
  after: object,
  dicht: readonly string[],
): Record<string, [unknown, unknown]> {
  const hide = (value: unknown) => (value === null || value === undefined || value === '' ? null : {})
  return Object.fromEntries(
    Object.entries(changesOf(before as Record<string, unknown>, after as Record<string, unknown>)).map(
      ([veld, [oud, nieuw]]) => [veld, dicht.includes(veld) ? [hide(oud), hide(nieuw)] : [oud, nieuw]],
    ),
  )
}

interface Boekregel {
  versie?: number
  wijzigingen?: Record<string, [unknown, unknown]>
}

/** Names of who and what is meant by a key or a code among the values, as far as the asker may see them. */
async function namesOf(work: Work, values: readonly unknown[]): Promise<ReadonlyMap<string, string>> {
  const texts = [...new Set(values.filter((value) => typeof value === 'string'))]
  const ids = texts.filter((value) => Id.safeParse(value).success)
  const codes = texts.filter((value) => /^[A-Za-z0-9_]{2,40}$/.test(value))
  const rows = [
    ...(ids.length > 0 ? await namesOfIds(work, ids) : []),
    ...(codes.length > 0 ? await namesOfCodes(work, codes) : []),
  ]
  return new Map(rows.map((row) => [row.sleutel, row.naam]))
}

function namesOfIds(work: Work, ids: readonly Id[]) {
  const named = (table: 'gebruiker' | 'organisatie' | 'product' | 'voorziening' | 'locatie' | 'plek') =>
    work.db.selectFrom(table).select(['id as sleutel', 'naam']).where('id', 'in', ids)
  return named('gebruiker')
    .unionAll(named('organisatie'))
    .unionAll(named('product'))
    .unionAll(named('voorziening'))
    .unionAll(named('locatie'))
    .unionAll(named('plek'))
    .execute()
}

function namesOfCodes(work: Work, codes: readonly string[]) {
  return (
    work.db
      .selectFrom('keuze')
      .select('code as sleutel')
      .select((e) => e.fn.max('naam').as('naam'))
      .where('regio_id', '=', work.regioId)
      .where('code', 'in', codes)
      .groupBy('code')
      // A code that two lists name differently says nothing without its list.
      .having((e) => e(e.fn.count('naam').distinct(), '=', 1))
      .unionAll(work.db.selectFrom('gemeente').select(['code as sleutel', 'naam']).where('code', 'in', codes))
      .execute()
  )
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
