import type { FileChild, ParagraphChild } from 'docx'
import { linesOf } from './odf.ts'
import type { RichPart, Run } from './rich-text.ts'

type Docx = typeof import('docx')

// Text with bold, italic, lists and links as Office Open XML.

const BULLETS = 'punten'
const NUMBERS = 'nummers'

export function docxNumbering(): NonNullable<ConstructorParameters<Docx['Document']>[0]['numbering']> {
  const level = (format: 'bullet' | 'decimal', text: string) => ({
    level: 0,
    format,
    text,
    alignment: 'left' as const,
    style: { paragraph: { indent: { left: 510, hanging: 283 } } },
  })
  return {
    config: [
      { reference: BULLETS, levels: [level('bullet', '•')] },
      { reference: NUMBERS, levels: [level('decimal', '%1.')] },
    ],
  }
}

function runChildren({ ExternalHyperlink, TextRun }: Docx, run: Run): ParagraphChild[] {
  const look = {
    ...(run.vet && { bold: true }),
    ...(run.cursief && { italics: true }),
    ...(run.link && { style: 'Hyperlink' }),
  }
  const texts = linesOf(run.tekst).map(
    (text, i) => new TextRun({ text, ...(i > 0 && { break: 1 }), ...look }),
  )
  return run.link ? [new ExternalHyperlink({ link: run.link, children: texts })] : texts
}

/** @param list which list of the document this is: each one counts from 1. */
export function docxPart(docx: Docx, part: RichPart, list: number): FileChild[] {
  const children = (runs: readonly Run[]) => runs.flatMap((run) => runChildren(docx, run))
  if (part.soort === 'alinea') return [new docx.Paragraph({ children: children(part.runs) })]
  const numbering = { reference: part.genummerd ? NUMBERS : BULLETS, level: 0, instance: list }
  return part.punten.map((punt) => new docx.Paragraph({ numbering, children: children(punt) }))
}

/** Filled in with the headings, each a link; Word puts the page numbers in when it opens the document. */
export const docxContents = ({ TableOfContents }: Docx, title: string): FileChild =>
  new TableOfContents(title, { hyperlink: true, headingStyleRange: '2-3' })
