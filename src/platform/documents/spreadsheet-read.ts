import type { CellObject, WorkBook } from '@e965/xlsx'
import { isRejection, type Rejection, reject } from '../../shared/rejection.ts'
import { decodeText, parseCsv, tooManyRows } from './csv-read.ts'
import { fromExcelSerial } from './dutch-date.ts'
import { unzipWithin, zipStored } from './zip-guard.ts'

export { parseDutchDate } from './dutch-date.ts'

export interface Spreadsheet {
  /** Name of the first sheet, or of the file for CSV. */
  readonly sheetName: string
  /** Sheets that were not read, so that the screen can say so. */
  readonly otherSheets: readonly string[]
  /** Headings of the first row with content, trimmed; an empty heading is `''`. */
  readonly header: readonly string[]
  readonly rows: readonly SpreadsheetRow[]
}

export interface SpreadsheetRow {
  /** The row number that the user sees in Excel; the header is row 1 when nothing stands above it. */
  readonly rowNumber: number
  /** As many cells as the header, trimmed; an empty cell is `''`. */
  readonly cells: readonly string[]
}

export const MAX_FILE_BYTES = 10 * 1024 * 1024
export const MAX_ROWS = 100_000
const MAX_COLUMNS = 500
/** Memory bound: 100,000 rows by 20 columns. */
const MAX_CELLS = 2_000_000

const fault = (code: string, message: string) => reject(code, message, { status: 422 })
const UNREADABLE = fault(
  'bestand_onleesbaar',
  'Dit is geen bestand dat wij kunnen lezen. Gebruik een Excel-bestand (.xlsx), een OpenDocument-rekenblad (.ods) of een CSV-bestand.',
)
const OLD_OR_PROTECTED = fault(
  'bestand_oud_of_beveiligd',
  'Dit is een oud Excel-bestand (.xls) of een bestand met een wachtwoord. Sla het op als .xlsx zonder wachtwoord.',
)
const TOO_MANY_CELLS = fault(
  'te_veel_cellen',
  'Dit bestand heeft meer dan 2 miljoen gevulde cellen. Verdeel de gegevens over meer bestanden.',
)
const EMPTY = fault('bestand_leeg', 'In dit bestand staan geen gegevens. Zet de kolomnamen in de eerste rij.')

/**
 * First sheet of a CSV, XLSX or ODS file as text. The kind follows from the content, not from the name. Dates become
 * `YYYY-MM-DD` (with ` HH:MM` when there is a time), numbers have a decimal point, booleans are `ja` or `nee`, a formula is
 * its stored result. Every fault of the file is a rejection with a Dutch message; 10 MB and 100,000 rows at most.
 * Costs CPU for large files (seconds at 100,000 rows): call it from a job, not from a request.
 */
export async function readSpreadsheet(bytes: Uint8Array, fileName: string): Promise<Spreadsheet | Rejection> {
  if (bytes.length > MAX_FILE_BYTES)
    return fault(
      'bestand_te_groot',
      'Dit bestand is groter dan 10 MB. Verdeel de gegevens over meer bestanden.',
    )
  if (bytes.length === 0) return EMPTY
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readWorkbook(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return OLD_OR_PROTECTED
  return readCsv(bytes, fileName)
}

function readCsv(bytes: Uint8Array, fileName: string): Spreadsheet | Rejection {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return UNREADABLE
  const text = decodeText(bytes)
  if (text.includes('\0')) return UNREADABLE
  const records = parseCsv(text, MAX_ROWS + 1)
  if (isRejection(records)) return records
  const sheetName = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') || 'CSV'
  return toSpreadsheet(
    sheetName,
    [],
    records.map(({ rowNumber, cells }) => ({ rowNumber, cells: cells.map(withoutGuard) })),
  )
}

async function readWorkbook(bytes: Uint8Array): Promise<Spreadsheet | Rejection> {
  const files = await unzipWithin(bytes)
  if (isRejection(files)) return files
  const mimetype = files.get('mimetype')
  const isOds = mimetype !== undefined && Buffer.from(mimetype).toString().trim().endsWith('.spreadsheet')
  if (!isOds && !files.has('xl/workbook.xml')) return UNREADABLE
  if (isOds && hasTooManyCells(files.get('content.xml'))) return TOO_MANY_CELLS

  const xlsx = await import('@e965/xlsx')
  let workbook: WorkBook
  try {
    workbook = xlsx.read(zipStored(files), {
      type: 'array',
      dense: true,
      sheets: 0,
      // One row more than allowed, to see that there are too many, and room for blank rows.
      sheetRows: 2 * MAX_ROWS,
      cellDates: false,
      cellNF: true,
      cellHTML: false,
      cellText: false,
      // Keeps formulas without a stored result; in ODS it would unfold a million blank cells.
      sheetStubs: !isOds,
    })
  } catch {
    return UNREADABLE
  }
  const sheetName = workbook.SheetNames[0]
  const data = sheetName === undefined ? undefined : workbook.Sheets[sheetName]?.['!data']
  if (sheetName === undefined || !data) return EMPTY

  const epochShift = workbook.Workbook?.WBProps?.date1904 ? 1462 : 0
  const records: { rowNumber: number; cells: string[] }[] = []
  for (let r = 0; r < data.length; r++) {
    const row = data[r]
    if (!row) continue
    const cells: string[] = []
    for (let c = 0; c < row.length; c++) {
      const cell = row[c]
      if (cell?.f && cell.t === 'z') {
        return fault(
          'formule_zonder_uitkomst',
          `Cel ${xlsx.utils.encode_cell({ r, c })} heeft een formule zonder uitkomst. Open het bestand in Excel of LibreOffice, sla het op en probeer het nog eens.`,
        )
      }
      cells.push(cell ? toText(cell, epochShift, xlsx.SSF.is_date) : '')
    }
    if (cells.every((cell) => cell === '')) continue
    if (records.length > MAX_ROWS) return tooManyRows(MAX_ROWS)
    records.push({ rowNumber: r + 1, cells })
  }
  return toSpreadsheet(sheetName, workbook.SheetNames.slice(1), records)
}

/** Repeated cells cost a few bytes in ODS and a lot of memory when unfolded; only blank ones repeat that often. */
function hasTooManyCells(content: Uint8Array | undefined): boolean {
  if (!content) return false
  const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8')
  let rows = 1
  let cells = 0
  for (const [tag, name] of xml.matchAll(
    /<(?:[\w-]+:)?(table-row|table-cell|covered-table-cell)\b[^<>]*>/g,
  )) {
    if (name === 'table-row') rows = repeated(tag, 'rows')
    else if (!tag.endsWith('/>') || tag.includes('value')) cells += rows * repeated(tag, 'columns')
    if (cells > MAX_CELLS) return true
  }
  return false
}

function repeated(tag: string, what: 'rows' | 'columns'): number {
  return Number(new RegExp(`number-${what}-repeated\\s*=\\s*["'](\\d+)`).exec(tag)?.[1] ?? 1)
}

function toText(cell: CellObject, epochShift: number, isDate: (format: string) => boolean): string {
  const value = cell.v
  if (cell.t === 'z' || value === undefined || value === null) return ''
  // An error cell (#N/B) is not an empty cell: the check of that column then refuses it.
  if (cell.t === 'e') return '#FOUT'
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  if (typeof value !== 'number') return value instanceof Date ? value.toISOString() : String(value)
  if (typeof cell.z === 'string' && isDate(cell.z)) return serialToText(value + epochShift)
  // Fifteen digits is what Excel itself keeps: 0.1 + 0.2 reads as 0.3.
  return String(Number(value.toPrecision(15)))
}

function serialToText(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440)
  const day = Math.floor(serial) + (minutes === 1440 ? 1 : 0)
  const clock = minutes % 1440
  const time = `${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`
  if (day < 1) return time
  return clock === 0 ? fromExcelSerial(day) : `${fromExcelSerial(day)} ${time}`
}

function toSpreadsheet(
  sheetName: string,
  otherSheets: readonly string[],
  records: readonly { rowNumber: number; cells: string[] }[],
): Spreadsheet | Rejection {
  const [first, ...rest] = records.map((record) => ({
    rowNumber: record.rowNumber,
    cells: trimRow(record.cells),
  }))
  if (!first) return EMPTY
  const header = first.cells
  if (header.length > MAX_COLUMNS)
    return fault('te_veel_kolommen', `Dit bestand heeft meer dan ${MAX_COLUMNS} kolommen.`)
  const names = header.filter((name) => name !== '').map((name) => name.toLowerCase())
  const double = header.find(
    (name) => name !== '' && names.indexOf(name.toLowerCase()) !== names.lastIndexOf(name.toLowerCase()),
  )
  if (double !== undefined)
    return fault(
      'kolomnaam_dubbel',
      `De kolomnaam “${double}” staat meer dan één keer in de kopregel. Geef elke kolom een eigen naam.`,
    )
  const wide = rest.find((row) => row.cells.length > header.length)
  if (wide)
    return fault(
      'rij_te_lang',
      `Rij ${wide.rowNumber} heeft meer cellen dan de kopregel kolommen heeft. Staat er een scheidingsteken in een tekst?`,
    )
  const rows = rest.map(({ rowNumber, cells }) => ({
    rowNumber,
    cells:
      cells.length === header.length
        ? cells
        : [...cells, ...Array<string>(header.length - cells.length).fill('')],
  }))
  return { sheetName, otherSheets, header, rows }
}

/** Takes off the apostrophe that the CSV writer puts before text that looks like a formula. */
function withoutGuard(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, '')
}

/** Trims cells and drops empty cells at the end. */
function trimRow(cells: readonly string[]): string[] {
  const trimmed = cells.map((cell) => cell.replaceAll('\u00a0', ' ').trim())
  let length = trimmed.length
  while (length > 0 && trimmed[length - 1] === '') length--
  return trimmed.slice(0, length)
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}
