import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type CsvRecord, decodeText, parseCsv } from '../../src/platform/documents/csv-read.ts'
import { streamCsv, writeCsv } from '../../src/platform/documents/csv-write.ts'
import { writeOds } from '../../src/platform/documents/ods-write.ts'
import { readSpreadsheet, type Spreadsheet } from '../../src/platform/documents/spreadsheet-read.ts'
import { type Table, toSheetName } from '../../src/platform/documents/table.ts'
import { writeXlsx } from '../../src/platform/documents/xlsx-write.ts'
import { isRejection } from '../../src/shared/rejection.ts'

const table: Table = {
  title: 'Wachtlijst: MVS/2026',
  columns: [
    { key: 'code', label: 'Code', type: 'text' },
    { key: 'dagen', label: 'Dagen gewacht', type: 'number' },
    { key: 'vanaf', label: 'Vanaf', type: 'date' },
    { key: 'gemeldOp', label: 'Gemeld', type: 'moment' },
    { key: 'urgent', label: 'Urgent', type: 'boolean' },
  ],
  rows: [
    { code: '0012', dagen: 12.5, vanaf: '2026-03-29', gemeldOp: '2026-07-01T22:30:00Z', urgent: true },
    {
      code: '=1+1',
      dagen: -3,
      vanaf: '1965-01-01',
      gemeldOp: new Date('2026-01-01T12:00:00Z'),
      urgent: false,
    },
    { code: 'a;b "c"\n<d> & é\u0007 €', dagen: null, vanaf: null, gemeldOp: undefined, urgent: null },
  ],
}

const expected = [
  ['0012', '12.5', '2026-03-29', '2026-07-02 00:30', 'ja'],
  ['=1+1', '-3', '1965-01-01', '2026-01-01 13:00', 'nee'],
  ['a;b "c"\n<d> & é €', '', '', '', ''],
]

async function read(bytes: Uint8Array, name = 'x.csv'): Promise<Spreadsheet> {
  const result = await readSpreadsheet(bytes, name)
  if (isRejection(result)) throw new Error(result.message)
  return result
}

describe.each(['UTC', 'Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland'])(
  'schrijven en teruglezen met tijdzone %s',
  (zone) => {
    it.each([
      ['xlsx', writeXlsx],
      ['ods', writeOds],
    ] as const)('%s geeft dezelfde waarden terug', async (_, write) => {
      const before = process.env.TZ
      process.env.TZ = zone
      try {
        const sheet = await read(await write(table))
        expect(sheet.sheetName).toBe('Wachtlijst MVS 2026')
        expect(sheet.header).toEqual(table.columns.map((c) => c.label))
        expect(sheet.rows.map((row) => row.cells)).toEqual(expected)
        expect(sheet.rows.map((row) => row.rowNumber)).toEqual([2, 3, 4])
      } finally {
        if (before === undefined) delete process.env.TZ
        else process.env.TZ = before
      }
    })
  },
)

describe('csv', () => {
  it('heeft een BOM, puntkomma, decimale komma, CRLF en aanhalingstekens waar nodig', async () => {
    const text = Buffer.from(await writeCsv(table)).toString('utf8')
    expect(text).toBe(
      '\ufeffCode;Dagen gewacht;Vanaf;Gemeld;Urgent\r\n' +
        '0012;12,5;2026-03-29;2026-07-02 00:30;ja\r\n' +
        "'=1+1;-3;1965-01-01;2026-01-01 13:00;nee\r\n" +
        '"a;b ""c""\n<d> & é\u0007 €";;;;\r\n',
    )
  })

  it('een tekst die op een formule lijkt wordt nooit een formule, en komt ongewijzigd terug', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('=', '+', '-', '@'), fc.string()), { minLength: 1, maxLength: 5 }),
        async (texts) => {
          const rows = texts.map(([start, rest]) => ({ a: start + rest.replaceAll('\0', '').trim(), b: 'x' }))
          const columns = [
            { key: 'a', label: 'A', type: 'text' },
            { key: 'b', label: 'B', type: 'text' },
          ] as const
          const bytes = await writeCsv({ title: 'T', columns, rows })
          const raw = parseCsv(decodeText(bytes), 10)
          for (const record of raw as CsvRecord[]) expect(record.cells[0]).not.toMatch(/^[=+\-@]/)
          const sheet = await read(bytes)
          expect(sheet.rows.map((row) => row.cells[0])).toEqual(rows.map((row) => row.a))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('komt in stukken, ook uit een cursor', async () => {
    async function* rows() {
      for (let i = 0; i < 2500; i++) yield { n: i }
    }
    let chunks = 0
    for await (const _ of streamCsv({
      title: 'T',
      columns: [{ key: 'n', label: 'N', type: 'number' }],
      rows: rows(),
    }))
      chunks++
    expect(chunks).toBe(3)
  })
})

describe('xlsx en ods', () => {
  it('ods begint met een onverpakt mimetype en noemt elk onderdeel in het manifest', async () => {
    const bytes = Buffer.from(await writeOds(table))
    expect(bytes.subarray(30, 38).toString()).toBe('mimetype')
    expect(bytes.readUInt16LE(8)).toBe(0)
    expect(bytes.readUInt16LE(28)).toBe(0)
    expect(bytes.subarray(38, 84).toString()).toBe('application/vnd.oasis.opendocument.spreadsheet')
    const files = unzipSync(bytes)
    const manifest = Buffer.from(files['META-INF/manifest.xml']!).toString()
    for (const name of Object.keys(files)) {
      if (name !== 'mimetype' && !name.startsWith('META-INF'))
        expect(manifest).toContain(`full-path="${name}"`)
    }
    const content = Buffer.from(files['content.xml']!).toString()
    expect(content).toContain('office:version="1.3"')
    expect(content).toContain('office:value-type="date" office:date-value="2026-03-29"')
    expect(content).toContain('office:value-type="float" office:value="12.5"')
    expect(content).not.toContain('\u0007')
  })

  it('ods houdt spaties en tabs in een tekst', async () => {
    const rows = [{ a: 'x  y\tz' }]
    const sheet = await read(
      await writeOds({ title: 'T', columns: [{ key: 'a', label: 'A', type: 'text' }], rows }),
    )
    expect(sheet.rows[0]?.cells[0]).toBe('x  y\tz')
  })

  it('xlsx heeft een vaste, vette kopregel en getypeerde cellen', async () => {
    const files = unzipSync(await writeXlsx(table))
    const sheet = Buffer.from(files['xl/worksheets/sheet1.xml']!).toString()
    expect(sheet).toMatch(/<pane [^>]*state="frozen"/)
    expect(sheet).toContain('<cols>')
    expect(sheet).not.toContain('<f>')
    expect(Buffer.from(files['xl/styles.xml']!).toString()).toContain('<b/>')
  })

  it('een te lange tekst wordt zichtbaar ingekort in xlsx', async () => {
    const rows = [{ a: 'x'.repeat(40_000) }]
    const sheet = await read(
      await writeXlsx({ title: 'T', columns: [{ key: 'a', label: 'A', type: 'text' }], rows }),
    )
    expect(sheet.rows[0]?.cells[0]).toHaveLength(32_767)
    expect(sheet.rows[0]?.cells[0]).toContain('ingekort')
  })

  it('een waarde die niet bij de kolom past is een fout, geen lege cel', async () => {
    const rows = [{ a: '12' }]
    await expect(
      writeOds({ title: 'T', columns: [{ key: 'a', label: 'A', type: 'number' }], rows }),
    ).rejects.toThrow()
  })

  it('een bladnaam heeft geen verboden tekens en hoogstens 31 tekens', () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        expect(toSheetName(title)).toMatch(/^[^[\]:*?/\\]{1,31}$/)
      }),
    )
  })
})
