import { formatLong } from '../../shared/plain-date.ts'
import { letterHtml } from './letter-html.ts'
import { type Letter, type LetterBlock, SLOTGROET, VOORBEELD_TEKST } from './letter-model.ts'
import { LETTER_TEMPLATE } from './letter-typst.ts'
import { compilePdf, type TypstCompiler } from './pdf.ts'
import { dropControls } from './table.ts'

export { letterHtml } from './letter-html.ts'
export type { Letter, LetterBlock } from './letter-model.ts'

export interface LetterDocument {
  readonly mime: 'application/pdf' | 'text/html; charset=utf-8'
  readonly extension: 'pdf' | 'html'
  readonly bytes: Uint8Array
  /** Why this is not a PDF, for the log and the screen; null for a PDF. */
  readonly redenGeenPdf: string | null
}

/**
 * A letter as PDF/UA-1: tagged, Dutch, with a title; the compiler refuses a document that breaks the standard. Where the
 * compiler is missing, or a text has a character that its font cannot show, the answer is the HTML letter, and says so.
 * Costs 0.2 s the first time and some 15 ms after that, on the calling thread.
 */
export function letter(input: Letter, findCompiler?: () => TypstCompiler | null): LetterDocument {
  const made = compilePdf(LETTER_TEMPLATE, toTemplateData(input), findCompiler)
  return 'bytes' in made
    ? { mime: 'application/pdf', extension: 'pdf', bytes: made.bytes, redenGeenPdf: null }
    : asHtml(input, made.reden)
}

function asHtml(input: Letter, redenGeenPdf: string): LetterDocument {
  const bytes = new TextEncoder().encode(letterHtml(input))
  return { mime: 'text/html; charset=utf-8', extension: 'html', bytes, redenGeenPdf }
}

function toTemplateData(input: Letter): Record<string, unknown> {
  const [jaar, maand, dag] = input.datum.split('-').map(Number)
  const referentie = [
    { label: 'Datum', waarde: formatLong(input.datum) },
    ...(input.kenmerk ? [{ label: 'Ons kenmerk', waarde: clean(input.kenmerk) }] : []),
    ...(input.behandeldDoor ? [{ label: 'Behandeld door', waarde: clean(input.behandeldDoor) }] : []),
  ]
  return {
    afzender: { naam: clean(input.afzender.naam), regels: input.afzender.regels.map(clean) },
    geadresseerde: input.geadresseerde.map(clean),
    jaar,
    maand,
    dag,
    referentie,
    vervolg: [formatLong(input.datum), ...(input.kenmerk ? [clean(input.kenmerk)] : [])].join(', '),
    onderwerp: clean(input.onderwerp),
    aanhef: input.aanhef ? clean(input.aanhef) : null,
    inhoud: input.inhoud.map(toTemplateBlock),
    slotgroet: SLOTGROET,
    ondertekening: input.ondertekening.map(clean),
    rechtsmiddel: input.rechtsmiddel
      ? { titel: clean(input.rechtsmiddel.titel), inhoud: input.rechtsmiddel.inhoud.map(toTemplateBlock) }
      : null,
    bijlagen: (input.bijlagen ?? []).map(clean),
    voorbeeld: input.voorbeeld ?? false,
    voorbeeldtekst: VOORBEELD_TEKST,
  }
}

function toTemplateBlock(block: LetterBlock): Record<string, unknown> {
  switch (block.soort) {
    case 'lijst':
      return { soort: 'lijst', genummerd: block.genummerd ?? false, items: block.items.map(clean) }
    case 'gegevens':
      return {
        soort: 'gegevens',
        rijen: block.rijen.map((row) => ({ label: clean(row.label), waarde: clean(row.waarde) })),
      }
    default:
      return { soort: block.soort, tekst: clean(block.tekst) }
  }
}

function clean(text: string): string {
  return dropControls(text).replaceAll('\r\n', '\n').trim()
}
