import type { FileChild, Paragraph as ParagraphOf } from 'docx'
import { formatLong } from '../../shared/plain-date.ts'
import { linePng } from './line-png.ts'
import { linesOf } from './odf.ts'
import { columnsOf } from './report-columns.ts'
import { docxContents, docxNumbering, docxPart } from './report-docx-rich.ts'
import type { Report, ReportBlock } from './report-model.ts'

export const DOCX_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Docx = typeof import('docx')

const ACCENT = '1F4E79'
const MUTED = '454F5B'
const LINE = { style: 'single', size: 4, color: 'C5CCD3' } as const
const NONE = { style: 'none', size: 0, color: 'auto' } as const
/** In points of the picture on an A4: 16 cm wide, as in the ODT. */
const PICTURE = { width: 605, height: 121 }

/** The report as Office Open XML, to work on: headings, tables with a heading row, pictures with their text and page numbers. */
export async function reportDocx(report: Report): Promise<Uint8Array> {
  // Loaded when somebody asks for it: the library is large, and the server starts without.
  const docx = await import('docx')
  const { Document, Packer } = docx
  const document = new Document({
    title: report.titel,
    creator: report.afzender,
    description: report.ondertitel,
    styles: styles(),
    numbering: docxNumbering(),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1360, bottom: 1360, left: 1247, right: 1247 },
          },
        },
        headers: { default: header(docx, report), first: new docx.Header({ children: [] }) },
        footers: { default: footer(docx, report), first: footer(docx, report) },
        children: [
          ...opening(docx, report),
          ...contents(docx, report),
          ...report.inhoud.flatMap(blocks(docx)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function styles(): NonNullable<ConstructorParameters<Docx['Document']>[0]['styles']> {
  // Without its level a screen reader, and the list of headings in Word, take a heading for a big paragraph.
  const heading = (size: number, outlineLevel: number) => ({
    run: { size, bold: true, color: ACCENT },
    paragraph: { spacing: { before: 280, after: 120 }, keepNext: true, outlineLevel },
  })
  const text = (id: string, run: object, paragraph: object) => ({
    id,
    name: id,
    basedOn: 'Normal',
    run,
    paragraph,
  })
  return {
    default: {
      document: {
        run: { font: 'Arial', size: 21, language: { value: 'nl-NL' } },
        paragraph: { spacing: { after: 120, line: 288, lineRule: 'auto' } },
      },
      heading1: heading(32, 0),
      heading2: heading(26, 1),
      heading3: heading(22, 2),
    },
    paragraphStyles: [
      text('Citaat', { italics: true }, { indent: { left: 340 }, spacing: { after: 0 }, keepNext: true }),
      text('Onderschrift', { size: 19, color: MUTED }, { indent: { left: 340 } }),
      text('Tabeltitel', { size: 19, color: MUTED }, { keepNext: true, spacing: { before: 160, after: 60 } }),
      text(
        'Inhoudkop',
        { size: 26, bold: true, color: ACCENT },
        { keepNext: true, spacing: { before: 280, after: 120 } },
      ),
      text('Cel', { size: 18 }, { spacing: { after: 0, line: 252, lineRule: 'auto' } }),
      text('Celkop', { size: 18, bold: true }, { spacing: { after: 0, line: 252, lineRule: 'auto' } }),
    ],
  }
}

/** Lines of a text as lines of one paragraph; markup in it stays text. */
function runs({ TextRun }: Docx, text: string, options: object = {}) {
  return linesOf(text.trim()).map(
    (line, i) => new TextRun({ text: line, ...(i > 0 && { break: 1 }), ...options }),
  )
}

function paragraph(docx: Docx, text: string, style?: string, options: object = {}): ParagraphOf {
  return new docx.Paragraph({ ...(style && { style }), ...options, children: runs(docx, text) })
}

function heading(docx: Docx, niveau: 1 | 2 | 3, text: string): ParagraphOf {
  return new docx.Paragraph({ heading: docx.HeadingLevel[`HEADING_${niveau}`], children: runs(docx, text) })
}

function opening(docx: Docx, report: Report): FileChild[] {
  return [
    paragraph(docx, report.afzender),
    heading(docx, 1, report.titel),
    paragraph(docx, report.ondertitel),
    paragraph(docx, formatLong(report.datum)),
    ...(report.voorbeeld ? [paragraph(docx, 'Voorbeeld met verzonnen gegevens.')] : []),
  ]
}

const contents = (docx: Docx, { inhoudsopgave }: Report): FileChild[] =>
  inhoudsopgave ? [paragraph(docx, inhoudsopgave, 'Inhoudkop'), docxContents(docx, inhoudsopgave)] : []

const small = { size: 18, color: MUTED }
/** Where what stands right begins: at the right edge of the text. */
const RIGHT = { tabStops: [{ type: 'right', position: 9412 }] } as const

function header(docx: Docx, { titel, afzender }: Report) {
  const { Header, Paragraph, Tab, TextRun } = docx
  const children = [
    ...runs(docx, titel, small),
    new TextRun({ children: [new Tab()] }),
    ...runs(docx, afzender, small),
  ]
  return new Header({ children: [new Paragraph({ ...RIGHT, children })] })
}

function footer({ Footer, PageNumber, Paragraph, Tab, TextRun }: Docx, { voorbeeld }: Report) {
  const page = ['Pagina ', PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES]
  const text = voorbeeld ? 'Voorbeeld met verzonnen gegevens' : ''
  const run = new TextRun({ ...small, children: [text, new Tab(), ...page] })
  return new Footer({ children: [new Paragraph({ ...RIGHT, children: [run] })] })
}

function blocks(docx: Docx) {
  let pictures = 0
  let lists = 0
  return (block: ReportBlock): FileChild[] => {
    switch (block.soort) {
      case 'kop':
        return [heading(docx, block.niveau, block.tekst)]
      case 'alinea':
        return [paragraph(docx, block.tekst)]
      case 'tekst':
        return block.delen.flatMap((part) => docxPart(docx, part, ++lists))
      case 'citaat':
        return [paragraph(docx, block.tekst, 'Citaat'), paragraph(docx, block.wie, 'Onderschrift')]
      case 'gegevens':
        return block.rijen.map(
          ({ label, waarde }) =>
            new docx.Paragraph({
              // A heading with its facts alone at the foot of a page says nothing.
              keepNext: true,
              children: [
                ...runs(docx, `${label}: `.trimEnd(), { bold: true }),
                new docx.TextRun(' '),
                ...runs(docx, waarde),
              ],
            }),
        )
      case 'tabel':
        return table(docx, block)
      case 'grafiek':
        return [picture(docx, block, ++pictures)]
    }
  }
}

function table(docx: Docx, block: Extract<ReportBlock, { soort: 'tabel' }>): FileChild[] {
  const { Table, TableCell, TableRow, WidthType } = docx
  const columns = columnsOf(block)
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const row = (cells: readonly string[], style: 'Cel' | 'Celkop') =>
    new TableRow({
      tableHeader: style === 'Celkop',
      cantSplit: true,
      children: cells.map(
        (cell, i) =>
          new TableCell({
            width: { size: (100 * columns[i]!.share) / whole, type: WidthType.PERCENTAGE },
            margins: { top: 45, bottom: 45, left: 80, right: 80 },
            children: [paragraph(docx, cell, style, { alignment: columns[i]!.isNumber ? 'right' : 'left' })],
          }),
      ),
    })
  return [
    paragraph(docx, block.titel, 'Tabeltitel'),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      borders: {
        top: NONE,
        left: NONE,
        right: NONE,
        insideVertical: NONE,
        bottom: LINE,
        insideHorizontal: LINE,
      },
      rows: [row(block.kop, 'Celkop'), ...block.rijen.map((cells) => row(cells, 'Cel'))],
    }),
    paragraph(docx, ''),
  ]
}

/** The drawing itself, with a picture of dots for readers that show no SVG. */
function picture(docx: Docx, block: Extract<ReportBlock, { soort: 'grafiek' }>, nummer: number) {
  const name = `Grafiek ${nummer}`
  return new docx.Paragraph({
    // Said in full: without the rule LibreOffice takes the height of a line as exact and cuts the picture off.
    spacing: { line: 240, lineRule: 'auto' },
    keepNext: true,
    children: [
      new docx.ImageRun({
        type: 'svg',
        data: Buffer.from(block.svg),
        fallback: { type: 'png', data: Buffer.from(linePng(block.svg, 2)) },
        transformation: PICTURE,
        altText: { name, title: name, description: block.tekst },
      }),
    ],
  })
}
