import { strToU8 } from 'fflate'
import { escapeXml, manifest, pack, paragraphs, part } from './odf.ts'
import { type Cell, columnWidth, eachRow, type Table, toSheetName } from './table.ts'

export const ODS_MIME = 'application/vnd.oasis.opendocument.spreadsheet'

/**
 * OpenDocument spreadsheet (ODF 1.3, the Dutch "pas toe of leg uit" standard) with one sheet: bold frozen header that repeats
 * on every page, column widths, typed numbers, dates, moments (Dutch time) and booleans. Packing runs in a worker thread.
 */
export async function writeOds(table: Table): Promise<Uint8Array> {
  const longest = table.columns.map(() => 0)
  const rows: string[] = []
  await eachRow(table, (cells) => {
    let row = '<table:table-row>'
    cells.forEach((cell, i) => {
      if (cell.kind === 'text' && cell.text.length > longest[i]!) longest[i] = cell.text.length
      row += toOdsCell(cell)
    })
    rows.push(`${row}</table:table-row>`)
  })
  const sheetName = toSheetName(table.title)
  const widths = table.columns.map((column, i) => columnWidth(column, longest[i]))
  return pack({
    // The first entry, stored without compression (ODF 1.3 part 2 §3.3).
    mimetype: [strToU8(ODS_MIME), { level: 0 }],
    'META-INF/manifest.xml': strToU8(
      manifest(ODS_MIME, ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml']),
    ),
    'meta.xml': strToU8(
      part(
        'document-meta',
        `<office:meta><dc:title>${escapeXml(table.title)}</dc:title><dc:language>nl-NL</dc:language><meta:generator>Onderdak</meta:generator></office:meta>`,
      ),
    ),
    'styles.xml': strToU8(styles()),
    'settings.xml': strToU8(settings(sheetName)),
    'content.xml': strToU8(content(table, sheetName, widths, rows)),
  })
}

function styles(): string {
  return part(
    'document-styles',
    '<office:styles><style:default-style style:family="table-cell">' +
      '<style:text-properties fo:language="nl" fo:country="NL" fo:font-family="Arial" fo:font-size="10pt"/>' +
      '</style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles>' +
      '<office:automatic-styles><style:page-layout style:name="liggend"><style:page-layout-properties ' +
      'style:print-orientation="landscape" fo:page-width="29.7cm" fo:page-height="21cm"/></style:page-layout></office:automatic-styles>' +
      '<office:master-styles><style:master-page style:name="Default" style:page-layout-name="liggend"/></office:master-styles>',
  )
}

/** Freezes the header row; ODF keeps that in the view settings. */
function settings(sheetName: string): string {
  const item = (name: string, type: string, value: string | number) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`
  return part(
    'document-settings',
    '<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">' +
      '<config:config-item-map-entry><config:config-item-map-named config:name="Tables">' +
      `<config:config-item-map-entry config:name="${escapeXml(sheetName)}">` +
      item('VerticalSplitMode', 'short', 2) +
      item('VerticalSplitPosition', 'int', 1) +
      item('ActiveSplitRange', 'short', 2) +
      item('PositionTop', 'int', 0) +
      item('PositionBottom', 'int', 1) +
      '</config:config-item-map-entry></config:config-item-map-named></config:config-item-map-entry>' +
      '</config:config-item-map-indexed></config:config-item-set></office:settings>',
  )
}

const TWO_DIGITS = 'number:style="long"'
const DAY = `<number:day ${TWO_DIGITS}/><number:text>-</number:text><number:month ${TWO_DIGITS}/><number:text>-</number:text><number:year ${TWO_DIGITS}/>`

function content(
  table: Table,
  sheetName: string,
  widths: readonly number[],
  rows: readonly string[],
): string {
  const columnStyles = widths
    .map(
      (width, i) =>
        `<style:style style:name="co${i}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.2 + 0.2).toFixed(2)}cm"/></style:style>`,
    )
    .join('')
  const cellStyle = (name: string, data: string) =>
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="${data}"/>`
  const header = table.columns
    .map(
      (column) =>
        `<table:table-cell table:style-name="kop" office:value-type="string">${paragraphs(column.label)}</table:table-cell>`,
    )
    .join('')
  return part(
    'document-content',
    `<office:automatic-styles><number:date-style style:name="Ndatum">${DAY}</number:date-style>` +
      `<number:date-style style:name="Nmoment">${DAY}<number:text> </number:text><number:hours ${TWO_DIGITS}/><number:text>:</number:text><number:minutes ${TWO_DIGITS}/></number:date-style>` +
      '<number:text-style style:name="Ntekst"><number:text-content/></number:text-style>' +
      `${columnStyles}<style:style style:name="ta" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>` +
      '<style:style style:name="kop" style:family="table-cell" style:parent-style-name="Default"><style:table-cell-properties fo:background-color="#e8edf2" fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style>' +
      `${cellStyle('datum', 'Ndatum')}${cellStyle('moment', 'Nmoment')}${cellStyle('tekst', 'Ntekst')}</office:automatic-styles>` +
      `<office:body><office:spreadsheet><table:table table:name="${escapeXml(sheetName)}" table:style-name="ta">` +
      widths.map((_, i) => `<table:table-column table:style-name="co${i}"/>`).join('') +
      `<table:table-header-rows><table:table-row>${header}</table:table-row></table:table-header-rows>${rows.join('')}` +
      '</table:table></office:spreadsheet></office:body>',
  )
}

function toOdsCell(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '<table:table-cell/>'
    case 'text':
      return `<table:table-cell table:style-name="tekst" office:value-type="string">${paragraphs(cell.text)}</table:table-cell>`
    case 'number':
      return `<table:table-cell office:value-type="float" office:value="${cell.number}"><text:p>${String(cell.number).replace('.', ',')}</text:p></table:table-cell>`
    case 'boolean':
      return `<table:table-cell office:value-type="boolean" office:boolean-value="${cell.boolean}"><text:p>${cell.boolean ? 'WAAR' : 'ONWAAR'}</text:p></table:table-cell>`
    case 'date':
      return `<table:table-cell table:style-name="datum" office:value-type="date" office:date-value="${cell.iso}"><text:p>${dutch(cell.iso)}</text:p></table:table-cell>`
    case 'moment':
      return `<table:table-cell table:style-name="moment" office:value-type="date" office:date-value="${cell.iso}"><text:p>${dutch(cell.iso)} ${cell.iso.slice(11, 16)}</text:p></table:table-cell>`
  }
}

function dutch(iso: string): string {
  return `${iso.slice(8, 10)}-${iso.slice(5, 7)}-${iso.slice(0, 4)}`
}
