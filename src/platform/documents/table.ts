import { setImmediate as nextTurn } from 'node:timers/promises'

export type ColumnType = 'text' | 'number' | 'date' | 'moment' | 'boolean'

/** Null and undefined are an empty cell. A `date` is a PlainDate, a `moment` an ISO instant or a Date. */
export type CellValue = string | number | boolean | Date | null | undefined

export interface Column {
  readonly key: string
  /** Dutch heading. */
  readonly label: string
  readonly type: ColumnType
}

export type TableRow = Readonly<Record<string, CellValue>>

/** What every export writes: a Dutch title, typed columns and rows. Rows may come from a generator or a cursor. */
export interface Table {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: Iterable<TableRow> | AsyncIterable<TableRow>
}

/** A cell after checking it against its column; `moment` is Dutch wall-clock time. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  /** `YYYY-MM-DD` */
  | { readonly kind: 'date'; readonly iso: string }
  /** `YYYY-MM-DDTHH:MM:SS`, Europe/Amsterdam, without zone. */
  | { readonly kind: 'moment'; readonly iso: string }

const EMPTY: Cell = { kind: 'empty' }

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
})

const HOUR = 3_600_000
const hours = new Map<number, string>()

/** Dutch wall clock of an instant. The zone is whole hours off UTC since 1940, so each hour is formatted once. */
function toWallClock(instant: Date): string {
  const ms = instant.getTime()
  if (ms < 0) return wallClock.format(instant).replace(' ', 'T')
  const hour = Math.floor(ms / HOUR)
  let prefix = hours.get(hour)
  if (prefix === undefined) {
    if (hours.size > 50_000) hours.clear()
    prefix = wallClock
      .format(hour * HOUR)
      .slice(0, 13)
      .replace(' ', 'T')
    hours.set(hour, prefix)
  }
  return prefix + instant.toISOString().slice(13, 19)
}

/** The typed cell of a column in a row. Throws when the value does not fit the column: that is a bug in the query. */
export function toCell(column: Column, row: TableRow): Cell {
  const value = row[column.key]
  if (value === null || value === undefined || value === '') return EMPTY
  switch (column.type) {
    case 'text':
      return { kind: 'text', text: value instanceof Date ? value.toISOString() : String(value) }
    case 'number':
      if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', number: value }
      break
    case 'boolean':
      if (typeof value === 'boolean') return { kind: 'boolean', boolean: value }
      break
    case 'date':
      if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return { kind: 'date', iso: value }
      break
    case 'moment': {
      const instant = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : undefined
      if (instant && !Number.isNaN(instant.getTime())) {
        return { kind: 'moment', iso: toWallClock(instant) }
      }
    }
  }
  throw new Error(
    `Column ${column.key} (${column.type}) got a ${value instanceof Date ? 'Date' : typeof value} that does not fit`,
  )
}

const PAUSE_EVERY = 1000

/** Visits all rows in order and gives other requests a turn after every thousand. Returns the number of rows. */
export async function eachRow(
  table: Table,
  visit: (cells: readonly Cell[], index: number) => void,
): Promise<number> {
  let index = 0
  for await (const row of table.rows) {
    visit(
      table.columns.map((column) => toCell(column, row)),
      index++,
    )
    if (index % PAUSE_EVERY === 0) await nextTurn()
  }
  return index
}

/** Width of a column in characters: fits the heading and the usual content of its type. */
export function columnWidth(column: Column, longestText = 0): number {
  const content = { text: longestText, number: 10, date: 11, moment: 17, boolean: 5 }[column.type]
  return Math.min(60, Math.max(8, column.label.length + 2, content + 1))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** Drops the characters that XML 1.0 cannot hold; they have no meaning in a cell. */
export function dropControls(text: string): string {
  return text.replace(NOT_XML, '')
}

/** Title as a sheet name: Excel allows 31 characters and not []:*?/\ or an apostrophe at the ends. */
export function toSheetName(title: string): string {
  const name = dropControls(title)
    .replace(/[[\]:*?/\\\n\r\t]/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 31)
    .replace(/^['\s]+|['\s]+$/g, '')
  return name || 'Gegevens'
}
