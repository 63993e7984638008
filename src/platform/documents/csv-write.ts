import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Cell, type Table, toCell } from './table.ts'

export const CSV_MIME = 'text/csv; charset=utf-8'

const BOM = '\ufeff'
const SEPARATOR = ';'
/** RFC 4180 §2: records end with CRLF. */
const LINE_END = '\r\n'
const ROWS_PER_CHUNK = 1000

/** Text that a spreadsheet would run as a formula when it opens the file (OWASP: CSV injection). */
const FORMULA_START = /^[=+\-@\t\r]/

/**
 * CSV for Dutch Excel and for machines: UTF-8 with BOM, `;`, decimal comma, dates as `YYYY-MM-DD`, moments in Dutch time,
 * `ja`/`nee`. Text that looks like a formula gets an apostrophe in front, which the own reader takes off again.
 * Yields chunks of a thousand rows, so a route can stream it.
 */
export async function* streamCsv(table: Table): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let chunk = BOM + table.columns.map((column) => textCell(column.label)).join(SEPARATOR) + LINE_END
  let rows = 0
  for await (const row of table.rows) {
    chunk += table.columns.map((column) => toText(toCell(column, row))).join(SEPARATOR) + LINE_END
    if (++rows % ROWS_PER_CHUNK === 0) {
      yield encoder.encode(chunk)
      chunk = ''
      await nextTurn()
    }
  }
  if (chunk) yield encoder.encode(chunk)
}

/** The whole CSV in memory; see `streamCsv`. */
export async function writeCsv(table: Table): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of streamCsv(table)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function toText(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'text':
      return textCell(cell.text)
    case 'number':
      return String(cell.number).replace('.', ',')
    case 'boolean':
      return cell.boolean ? 'ja' : 'nee'
    case 'date':
      return cell.iso
    case 'moment':
      return cell.iso.slice(0, 16).replace('T', ' ')
  }
}

function textCell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text
  return /[";\r\n,\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
