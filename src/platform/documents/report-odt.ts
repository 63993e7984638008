import { strToU8 } from 'fflate'
import { formatLong } from '../../shared/plain-date.ts'
import { ODT_MIME } from './letter-odt.ts'
import { escapeXml, inline, linesOf, manifest, pack, part } from './odf.ts'
import { columnsOf } from './report-columns.ts'
import type { Report, ReportBlock } from './report-model.ts'
import { ODT_RICH_STYLES, odtContents, odtPart } from './report-odt-rich.ts'

/** The report as OpenDocument text (ODF 1.3), to work on: headings, tables with a heading row and pictures with their text. */
export async function reportOdt(report: Report): Promise<Uint8Array> {
  const plaatjes = report.inhoud.flatMap((block) => (block.soort === 'grafiek' ? [block.svg] : []))
  const paden = plaatjes.map((_, i) => `Pictures/${i + 1}.svg`)
  return pack({
    // The first entry, stored without compression (ODF 1.3 part 2 §3.3).
    mimetype: [strToU8(ODT_MIME), { level: 0 }],
    'META-INF/manifest.xml': strToU8(
      manifest(ODT_MIME, ['content.xml', 'styles.xml', 'meta.xml']).replace(
        '</manifest:manifest>',
        `${paden.map((pad) => `<manifest:file-entry manifest:full-path="${pad}" manifest:media-type="image/svg+xml"/>`).join('')}</manifest:manifest>`,
      ),
    ),
    'meta.xml': strToU8(
      part(
        'document-meta',
        `<office:meta><dc:title>${escapeXml(report.titel)}</dc:title><dc:language>nl-NL</dc:language><meta:generator>Onderdak</meta:generator></office:meta>`,
      ),
    ),
    'styles.xml': strToU8(styles(report)),
    'content.xml': strToU8(content(report)),
    ...Object.fromEntries(paden.map((pad, i) => [pad, strToU8(plaatjes[i]!)])),
  })
}

const paragraphStyle = (name: string, display: string, paragraph: string, text: string, more = '') =>
  `<style:style style:name="${name}" style:display-name="${display}" style:family="paragraph" style:parent-style-name="Standard"${more}><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`

const kopstijl = (niveau: number, grootte: number) =>
  paragraphStyle(
    `Heading_20_${niveau}`,
    `Heading ${niveau}`,
    'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
    `fo:font-size="${grootte}pt" fo:font-weight="bold" fo:color="#1f4e79"`,
    ` style:default-outline-level="${niveau}"`,
  )

/** Of the text on an A4, in centimetres. */
const WIDTH = 16.6

const cell = (name: string, align: string, text = '') =>
  paragraphStyle(name, name, `fo:margin-bottom="0cm" fo:text-align="${align}"`, `fo:font-size="9pt"${text}`)
const bold = ' fo:font-weight="bold"'
const cellStyles =
  cell('Cel', 'start') +
  cell('Celgetal', 'end') +
  cell('Celkop', 'start', bold) +
  cell('Celkopgetal', 'end', bold)

function styles(report: Report): string {
  return part(
    'document-styles',
    '<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="nl" fo:country="NL" fo:font-family="Arial" fo:font-size="10.5pt"/></style:default-style>' +
      '<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm" fo:line-height="120%" fo:orphans="2" fo:widows="2"/></style:style>' +
      kopstijl(1, 16) +
      kopstijl(2, 13) +
      kopstijl(3, 11) +
      paragraphStyle(
        'Citaat',
        'Citaat',
        'fo:margin-left="0.6cm" fo:margin-bottom="0cm" fo:keep-with-next="always"',
        'fo:font-style="italic"',
      ) +
      paragraphStyle('Onderschrift', 'Onderschrift', 'fo:margin-left="0.6cm"', 'fo:font-size="9.5pt"') +
      paragraphStyle(
        'Tabeltitel',
        'Tabeltitel',
        'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
        'fo:font-size="9.5pt" fo:color="#454f5b"',
      ) +
      paragraphStyle('Feit', 'Feit', 'fo:keep-with-next="always"', 'fo:font-size="10.5pt"') +
      paragraphStyle('Plaatje', 'Plaatje', 'fo:keep-with-next="always"', 'fo:font-size="9pt"') +
      cellStyles +
      paragraphStyle('Inhoudslot', 'Inhoudslot', 'fo:margin-bottom="0.6cm"', 'fo:font-size="9pt"') +
      `<style:style style:name="Voet" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0cm"><style:tab-stops><style:tab-stop style:position="${WIDTH}cm" style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size="9pt" fo:color="#454f5b"/></style:style>` +
      paragraphStyle(
        'Inspring',
        'Inspring',
        'fo:margin-left="0.6cm" fo:margin-bottom="0cm"',
        'fo:font-size="9pt"',
      ) +
      paragraphStyle(
        'Inhoudkop',
        'Inhoudkop',
        'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
        'fo:font-size="13pt" fo:font-weight="bold" fo:color="#1f4e79"',
      ) +
      '<style:style style:name="Vet" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
      ODT_RICH_STYLES +
      '</office:styles><office:automatic-styles><style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.4cm" fo:margin-bottom="2.4cm" fo:margin-left="2.2cm" fo:margin-right="2.2cm"/><style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles>' +
      `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a4"><style:footer>${footer(report)}</style:footer></style:master-page></office:master-styles>`,
  )
}

function content(report: Report): string {
  let plaatje = 0
  let tabel = 0
  let kop = 0
  const tables = report.inhoud.flatMap((block) => (block.soort === 'tabel' ? [block] : []))
  const koppen = report.inhoud.flatMap((block) => (block.soort === 'kop' ? [block] : []))
  const inhoudsopgave = report.inhoudsopgave
    ? odtContents(
        report.inhoudsopgave,
        koppen.map(({ niveau, tekst }, i) => ({ niveau, tekst, anker: `kop-${i + 1}` })),
      )
    : ''
  const blok = (block: ReportBlock): string => {
    switch (block.soort) {
      case 'kop':
        return heading(block.niveau, block.tekst, report.inhoudsopgave && `kop-${++kop}`)
      case 'alinea':
        return p(block.tekst)
      case 'tekst':
        return block.delen.map(odtPart).join('')
      case 'citaat':
        return p(block.tekst, 'Citaat') + p(block.wie, 'Onderschrift')
      case 'gegevens':
        return block.rijen
          .map(
            ({ label, waarde }) =>
              `<text:p text:style-name="Feit"><text:span text:style-name="Vet">${broken(label)}:</text:span> ${broken(waarde)}</text:p>`,
          )
          .join('')
      case 'tabel':
        return table(block, ++tabel)
      case 'grafiek':
        return picture(block.tekst, ++plaatje)
    }
  }
  return part(
    'document-content',
    `<office:automatic-styles>${TABLE_STYLES}${tables.map(columnStyles).join('')}</office:automatic-styles><office:body><office:text>${p(report.afzender)}${heading(1, report.titel)}${p(report.ondertitel)}${p(formatLong(report.datum))}${
      report.voorbeeld ? p('Voorbeeld met verzonnen gegevens.') : ''
    }${inhoudsopgave}${report.inhoud.map(blok).join('')}</office:text></office:body>`,
  ).replace(
    '<office:document-content ',
    '<office:document-content xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" ',
  )
}

const broken = (text: string) => linesOf(text.trim()).map(inline).join('<text:line-break/>')
const p = (text: string, style = 'Standard') => `<text:p text:style-name="${style}">${broken(text)}</text:p>`

function heading(level: 1 | 2 | 3, text: string, anchor?: string): string {
  const mark = anchor ? `<text:bookmark text:name="${anchor}"/>` : ''
  return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${mark}${broken(text)}</text:h>`
}

/** In the content itself: Writer leaves styles of cells and rows in the list of styles aside. */
const TABLE_STYLES =
  '<style:style style:name="Vak" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.5pt solid #c5ccd3" fo:padding-top="0.08cm" fo:padding-bottom="0.08cm" fo:padding-left="0.12cm" fo:padding-right="0.12cm"/></style:style>' +
  '<style:style style:name="Rij" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>'

type Table = Extract<ReportBlock, { soort: 'tabel' }>

/** The same parts of the width as in the PDF; in centimetres too, for readers that know no parts. */
function columnStyles(block: Table, i: number): string {
  const columns = columnsOf(block)
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  return (
    `<style:style style:name="Tabel${i + 1}" style:family="table"><style:table-properties style:width="${WIDTH}cm" table:align="margins" fo:margin-bottom="0.4cm"/></style:style>` +
    columns
      .map(
        ({ share }, n) =>
          `<style:style style:name="Tabel${i + 1}.${n + 1}" style:family="table-column"><style:table-column-properties style:column-width="${((WIDTH * share) / whole).toFixed(2)}cm" style:rel-column-width="${Math.round((10_000 * share) / whole)}*"/></style:style>`,
      )
      .join('')
  )
}

function table(block: Table, nummer: number): string {
  const columns = columnsOf(block)
  const rij = (cellen: readonly string[], stijl: 'Cel' | 'Celkop') =>
    `<table:table-row table:style-name="Rij">${cellen.map((cel, i) => `<table:table-cell table:style-name="Vak" office:value-type="string">${p(cel, columns[i]!.isNumber ? `${stijl}getal` : stijl)}</table:table-cell>`).join('')}</table:table-row>`
  return (
    p(block.titel, 'Tabeltitel') +
    `<table:table table:name="Tabel ${nummer}" table:style-name="Tabel${nummer}">${columns.map((_, i) => `<table:table-column table:style-name="Tabel${nummer}.${i + 1}"/>`).join('')}` +
    `<table:table-header-rows>${rij(block.kop, 'Celkop')}</table:table-header-rows>${block.rijen.map((cellen) => rij(cellen, 'Cel')).join('')}</table:table>`
  )
}

/** On every page: that it is an example, and which page it is. */
const footer = ({ voorbeeld }: Report) =>
  `<text:p text:style-name="Voet">${voorbeeld ? 'Voorbeeld met verzonnen gegevens' : ''}<text:tab/>Pagina <text:page-number text:select-page="current">1</text:page-number> van <text:page-count>1</text:page-count></text:p>`

function picture(text: string, nummer: number): string {
  return `<text:p text:style-name="Plaatje"><draw:frame draw:name="Grafiek ${nummer}" text:anchor-type="as-char" svg:width="16cm" svg:height="3.2cm"><draw:image xlink:href="Pictures/${nummer}.svg" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title>Grafiek ${nummer}</svg:title><svg:desc>${escapeXml(text)}</svg:desc></draw:frame></text:p>`
}
