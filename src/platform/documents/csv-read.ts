import { type Rejection, reject } from '../../shared/rejection.ts'

const SEPARATORS = [';', ',', '\t', '|'] as const

/** A record of a CSV file; `rowNumber` is the row that Excel shows, 1 for the first. */
export interface CsvRecord {
  readonly rowNumber: number
  readonly cells: string[]
}

/**
 * Text of a CSV file: UTF-8 and UTF-16 by their byte order mark, else UTF-8 when the bytes are valid, else Windows-1252,
 * which is what older Dutch Excel writes.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeWindows1252(bytes)
  }
}

/** Windows-1252 0x80–0x9f; unassigned bytes stay control characters, as the WHATWG Encoding Standard has it. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** @NOTE Node's own windows-1252 decoder reads these bytes as Latin-1 (seen in 20.20), which loses the euro sign. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80]!)
}

/**
 * Records of a CSV text (RFC 4180; CRLF, LF or CR; separator `;`, `,`, tab or `|` found in the first record, or named by
 * Excel's `sep=` line). Blank records are left out but counted. Stops with a rejection after `maxRecords`, or when a quote
 * is never closed, because the rest of the file would then silently become one cell.
 */
export function parseCsv(text: string, maxRecords: number): CsvRecord[] | Rejection {
  const named = /^sep=(.)\r?\n/i.exec(text)
  const separator = named ? named[1]! : detectSeparator(text)
  const records: CsvRecord[] = []
  let rowNumber = named ? 1 : 0
  let at = named ? named[0].length : 0
  while (at < text.length) {
    rowNumber++
    const record = readRecord(text, at, separator)
    if (!record) {
      return reject(
        'csv_aanhalingsteken_open',
        `In rij ${rowNumber} staat een aanhalingsteken (") zonder einde. Verbeter deze rij.`,
        { status: 422 },
      )
    }
    at = record.next
    if (record.cells.every((cell) => cell.trim() === '')) continue
    if (records.length === maxRecords) return tooManyRows(maxRecords - 1)
    records.push({ rowNumber, cells: record.cells })
  }
  return records
}

export function tooManyRows(max: number): Rejection {
  return reject(
    'te_veel_rijen',
    `Dit bestand heeft meer dan ${max.toLocaleString('nl-NL')} rijen. Verdeel de gegevens over meer bestanden.`,
    { status: 422 },
  )
}

function detectSeparator(text: string): string {
  const first = /^(?:\s*\r?\n)*/.exec(text)![0].length
  let best: string = ';'
  let most = 1
  for (const separator of SEPARATORS) {
    const cells = readRecord(text, first, separator)?.cells.length ?? 0
    if (cells > most) {
      best = separator
      most = cells
    }
  }
  return best
}

/** Undefined when a quoted cell does not end. */
function readRecord(
  text: string,
  start: number,
  separator: string,
): { cells: string[]; next: number } | undefined {
  const cells: string[] = []
  let at = start
  for (;;) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; ; ) {
        const close = text.indexOf('"', at)
        if (close < 0) return undefined
        cell += text.slice(at, close)
        at = close + 1
        if (text[at] !== '"') break
        cell += '"'
        at++
      }
    }
    const from = at
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
    cells.push(cell + text.slice(from, at))
    if (text[at] !== separator) break
    at++
  }
  if (text[at] === '\r') at++
  if (text[at] === '\n') at++
  return { cells, next: at }
}
