import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/universal'
import { type Cell, columnWidth, dropControls, eachRow, type Table, toSheetName } from './table.ts'

export const XLSX_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Excel refuses a file with a longer text in a cell. */
const LONGEST_TEXT = 32_767
const CUT = ' … [ingekort: Excel bewaart niet meer tekens]'

/** Text that Excel would turn into a number, date or formula once someone edits the cell. */
const LOOKS_LIKE_VALUE = /^[\d=+\-@.,(]/

const HEADER_BACKGROUND = '#E8EDF2'

/**
 * Excel workbook with one sheet: bold frozen header, column widths, real numbers, dates and booleans; moments in Dutch
 * time. Text stays text, so a code keeps its leading zeros and `=1+1` is not a formula. A text of more than
 * 32,767 characters is cut, and says so. Building the sheet blocks for some seconds at 50,000 rows: call it from a job.
 */
export async function writeXlsx(table: Table): Promise<Uint8Array> {
  const longest = table.columns.map(() => 0)
  const sheet: Row[] = [
    table.columns.map(
      (column): CellObject => ({
        value: dropControls(column.label),
        type: String,
        fontWeight: 'bold',
        backgroundColor: HEADER_BACKGROUND,
        wrap: true,
        alignVertical: 'top',
        ...(column.type === 'number' ? { align: 'right' } : {}),
      }),
    ),
  ]
  await eachRow(table, (cells) => {
    cells.forEach((cell, i) => {
      if (cell.kind === 'text' && cell.text.length > longest[i]!) longest[i] = cell.text.length
    })
    sheet.push(cells.map(toExcelCell))
  })
  // The universal build packs in a worker thread; the node build would hold up every other request meanwhile.
  const blob = await writeExcelFile(sheet, {
    sheet: toSheetName(table.title),
    columns: table.columns.map((column, i) => ({ width: columnWidth(column, longest[i]) })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function toExcelCell(cell: Cell): CellObject | null {
  switch (cell.kind) {
    case 'empty':
      return null
    case 'text': {
      const text = dropControls(cell.text)
      const value = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT - CUT.length) + CUT : text
      return LOOKS_LIKE_VALUE.test(value) ? { value, type: String, format: '@' } : { value, type: String }
    }
    case 'number':
      return { value: cell.number, type: Number }
    case 'boolean':
      return { value: cell.boolean, type: Boolean }
    case 'date':
      return { value: new Date(`${cell.iso}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy' }
    case 'moment':
      return { value: new Date(`${cell.iso}Z`), type: Date, format: 'dd-mm-yyyy hh:mm' }
  }
}
