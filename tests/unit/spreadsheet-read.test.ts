import { utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseDutchDate, readSpreadsheet } from '../../src/platform/documents/spreadsheet-read.ts'
import { unzipWithin } from '../../src/platform/documents/zip-guard.ts'
import { isRejection } from '../../src/shared/rejection.ts'

const read = (input: string | Uint8Array, name = 'lijst.csv') =>
  readSpreadsheet(typeof input === 'string' ? Buffer.from(input) : input, name)

async function codeOf(input: string | Uint8Array): Promise<string> {
  const result = await read(input)
  return isRejection(result) ? result.code : 'gelezen'
}

const ODS = 'application/vnd.oasis.opendocument.spreadsheet'
const ods = (rows: string) =>
  zipSync({
    mimetype: [strToU8(ODS), { level: 0 }],
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${ODS}"/></manifest:manifest>`,
    ),
    'styles.xml': strToU8('<office:document-styles/>'),
    'content.xml': strToU8(
      `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Blad">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  })

describe('csv lezen', () => {
  it.each([
    ['puntkomma', 'Naam;Datum\r\nJansen;1-4-2021\r\n'],
    ['komma', 'Naam,Datum\nJansen,1-4-2021'],
    ['tab', 'Naam\tDatum\rJansen\t1-4-2021\r'],
    ['BOM', '\ufeffNaam;Datum\r\nJansen;1-4-2021'],
    ['sep-regel', 'sep=|\r\nNaam|Datum\r\nJansen|1-4-2021'],
    ['aanhalingstekens', '"Naam";"Datum"\r\n"Jansen";"1-4-2021"'],
  ])('%s', async (kind, text) => {
    expect(await read(text, 'map/Lijst mei.csv')).toEqual({
      sheetName: 'Lijst mei',
      otherSheets: [],
      header: ['Naam', 'Datum'],
      rows: [{ rowNumber: kind === 'sep-regel' ? 3 : 2, cells: ['Jansen', '1-4-2021'] }],
    })
  })

  it('herkent Windows-1252 en UTF-16', async () => {
    const latin = Buffer.from('Naam;Bedrag\r\nZo\xeb;\x80 5', 'latin1')
    const wide = Buffer.from('\ufeffNaam;Bedrag\r\nZoë;€ 5', 'utf16le')
    for (const bytes of [latin, wide])
      expect(await read(bytes)).toMatchObject({ rows: [{ cells: ['Zoë', '€ 5'] }] })
  })

  it('scheidingstekens, regels en aanhalingstekens binnen een cel blijven staan; lege rijen tellen mee in het rijnummer', async () => {
    expect(await read('A;B\r\n"x;""y""\r\nz";1\r\n;\r\n\r\nq\r\n')).toMatchObject({
      rows: [
        { rowNumber: 2, cells: ['x;"y"\r\nz', '1'] },
        { rowNumber: 5, cells: ['q', ''] },
      ],
    })
  })

  it('weigert wat stil gegevens zou verliezen, met een duidelijke reden', async () => {
    expect(await codeOf('')).toBe('bestand_leeg')
    expect(await codeOf(' \r\n;;\r\n')).toBe('bestand_leeg')
    expect(await codeOf('A;B\r\n"open;1\r\nx;2')).toBe('csv_aanhalingsteken_open')
    expect(await codeOf('A;B\r\n1;2;3')).toBe('rij_te_lang')
    expect(await codeOf('Naam;naam\r\n1;2')).toBe('kolomnaam_dubbel')
    expect(await codeOf('A\0B')).toBe('bestand_onleesbaar')
    expect(await codeOf('%PDF-1.7')).toBe('bestand_onleesbaar')
    expect(await codeOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('bestand_oud_of_beveiligd')
    expect(await codeOf(`A\n${'1\n'.repeat(100_001)}`)).toBe('te_veel_rijen')
    expect(await codeOf(`A\n${'1\n'.repeat(100_000)}`)).toBe('gelezen')
    expect(await codeOf(new Uint8Array(10 * 1024 * 1024 + 1).fill(65))).toBe('bestand_te_groot')
  })
})

describe('werkmap lezen', () => {
  const workbook = (edit?: (sheet: ReturnType<typeof utils.aoa_to_sheet>) => void, date1904 = false) => {
    const sheet = utils.aoa_to_sheet([
      ['Naam', 'Geboren', 'Som', 'Actief'],
      ['De Vries', null, null, true],
    ])
    sheet.B2 = { t: 'n', v: date1904 ? 44287 - 1462 : 44287, z: 'dd-mm-yyyy' }
    sheet.C2 = { t: 'n', v: 0.1 + 0.2, f: '0.1+0.2' }
    edit?.(sheet)
    const book = utils.book_new(sheet, 'Blad één')
    utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), 'Blad twee')
    if (date1904) book.Workbook = { WBProps: { date1904: true } }
    return book
  }
  const bytesOf = (book: ReturnType<typeof workbook>, bookType: 'xlsx' | 'ods' | 'xlsb' = 'xlsx') =>
    new Uint8Array(write(book, { type: 'array', bookType }))

  it.each(['xlsx', 'ods'] as const)(
    '%s: eerste blad, datum als ISO, uitkomst van de formule',
    async (kind) => {
      expect(await read(bytesOf(workbook(), kind))).toEqual({
        sheetName: 'Blad één',
        otherSheets: ['Blad twee'],
        header: ['Naam', 'Geboren', 'Som', 'Actief'],
        rows: [{ rowNumber: 2, cells: ['De Vries', '2021-04-01', '0.3', 'ja'] }],
      })
    },
  )

  it('een werkmap met het datumstelsel van 1904 geeft dezelfde dag', async () => {
    expect(await read(bytesOf(workbook(undefined, true)))).toMatchObject({
      rows: [{ cells: ['De Vries', '2021-04-01', '0.3', 'ja'] }],
    })
  })

  it('tijd blijft staan, een foutcel blijft zichtbaar', async () => {
    const book = workbook((sheet) => {
      sheet.B2 = { t: 'n', v: 44287.5, z: 'dd-mm-yyyy hh:mm' }
      sheet.C2 = { t: 'e', v: 42, w: '#N/A' }
    })
    expect(await read(bytesOf(book))).toMatchObject({
      rows: [{ cells: ['De Vries', '2021-04-01 12:00', expect.stringContaining('#'), 'ja'] }],
    })
  })

  it('een formule zonder opgeslagen uitkomst is geen lege cel', async () => {
    const files = await unzipWithin(bytesOf(workbook()))
    if (isRejection(files)) throw new Error(files.code)
    const name = 'xl/worksheets/sheet1.xml'
    const xml = Buffer.from(files.get(name)!)
      .toString()
      .replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/, '$1')
    files.set(name, strToU8(xml))
    expect(await codeOf(zipSync(Object.fromEntries(files)))).toBe('formule_zonder_uitkomst')
  })

  it('andere zips, xlsb en beschadigde bestanden worden geweigerd', async () => {
    expect(await codeOf(zipSync({ 'word/document.xml': strToU8('<x/>') }))).toBe('bestand_onleesbaar')
    expect(await codeOf(bytesOf(workbook(), 'xlsb'))).toBe('bestand_onleesbaar')
    const good = bytesOf(workbook())
    expect(await codeOf(good.subarray(0, good.length - 30))).toBe('bestand_beschadigd')
    expect(await codeOf(good.subarray(0, 4))).toBe('bestand_beschadigd')
    const broken = good.slice()
    broken.fill(0xff, 60, 400)
    expect(await codeOf(broken)).toMatch(/^bestand_/)
  })

  it('een zip die veel groter uitpakt dan toegestaan wordt geweigerd, ook als hij over zijn omvang liegt', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(3_000_000) })
    const view = new DataView(bomb.buffer)
    for (let at = 0; at < bomb.length - 30; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    expect(await unzipWithin(bomb, 1_000_000)).toMatchObject({ code: 'bestand_te_groot' })
  })

  it('een ods met miljoenen herhaalde cellen wordt geweigerd, met herhaalde lege cellen niet', async () => {
    const cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    const blank =
      '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    const row = `<table:table-row>${cell}</table:table-row>`
    expect(await read(ods(row + row + blank))).toMatchObject({ header: ['x'], rows: [{ cells: ['x'] }] })
    const bomb = `<table:table-row table:number-rows-repeated="1000000">${cell.replace(' office', ' table:number-columns-repeated="16384" office')}</table:table-row>`
    expect(await codeOf(ods(row + bomb))).toBe('te_veel_cellen')
  })
})

describe('datum uit een Nederlands bestand', () => {
  it.each([
    ['1-4-2021', '2021-04-01'],
    ['01/04/2021', '2021-04-01'],
    ['1.4.2021', '2021-04-01'],
    ['2021-04-01', '2021-04-01'],
    ['2021-04-01T00:00:00', '2021-04-01'],
    ['1-4-2021 13:45', '2021-04-01'],
    ['1 april 2021', '2021-04-01'],
    ['1 APR. 2021', '2021-04-01'],
    ['donderdag 1 april 2021', '2021-04-01'],
    ['29-2-2024', '2024-02-29'],
    ['1 mrt 2021', '2021-03-01'],
    ['44287', '2021-04-01'],
    ['44287.75', '2021-04-01'],
  ])('"%s" is %s', (text, date) => {
    expect(parseDutchDate(text)).toBe(date)
  })

  it.each([
    '1-4-21',
    '29-2-2023',
    '32-1-2021',
    '4-13-2021',
    '1-4/2021',
    '2021',
    '',
    'morgen',
    '1-4-1899',
    '9999',
    '999999',
    '2021-04-01T22:00:00Z',
  ])('"%s" is geen datum die wij zeker weten', (text) => {
    expect(parseDutchDate(text)).toBeUndefined()
  })
})
