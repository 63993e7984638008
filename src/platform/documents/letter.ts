import { createRequire } from 'node:module'
import { formatLong } from '../../shared/plain-date.ts'
import { letterHtml } from './letter-html.ts'
import { type Letter, type LetterBlock, SLOTGROET, VOORBEELD_TEKST } from './letter-model.ts'
import { LETTER_TEMPLATE } from './letter-typst.ts'
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

/** The part of the native Typst compiler (0.7.0, without type files) that is used here. */
interface TypstCompiler {
  pdf(
    source: { mainFileContent: string; inputs: Record<string, string> },
    options: { pdfStandard: 'ua-1' },
  ): Uint8Array
  evictCache(maxAge: number): void
}

/** The package names per C library; other platforms have none (stack.md §2.7). */
const PACKAGES = [
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl',
] as const

let compiler: TypstCompiler | null | undefined

/**
 * A letter as PDF/UA-1: tagged, Dutch, with a title; the compiler refuses a document that breaks the standard. Where the
 * compiler is missing, or a text has a character that its font cannot show, the answer is the HTML letter, and says so.
 * Costs 0.2 s the first time and some 15 ms after that, on the calling thread.
 */
export function letter(
  input: Letter,
  findCompiler: () => TypstCompiler | null = loadCompiler,
): LetterDocument {
  const typst = findCompiler()
  if (!typst) return asHtml(input, 'Op dit systeem is geen PDF-programma beschikbaar.')
  try {
    const inputs = { data: JSON.stringify(toTemplateData(input)) }
    const bytes = typst.pdf({ mainFileContent: LETTER_TEMPLATE, inputs }, { pdfStandard: 'ua-1' })
    return { mime: 'application/pdf', extension: 'pdf', bytes, redenGeenPdf: null }
  } catch (error) {
    const diagnosis = diagnosisOf(error)
    if (!/could not be displayed|glyph|codepoint/i.test(diagnosis))
      throw new Error(`Typst: ${diagnosis}`, { cause: error })
    return asHtml(input, 'In de brief staat een teken dat het lettertype van de PDF niet heeft.')
  } finally {
    typst.evictCache(10)
  }
}

function asHtml(input: Letter, redenGeenPdf: string): LetterDocument {
  const bytes = new TextEncoder().encode(letterHtml(input))
  return { mime: 'text/html; charset=utf-8', extension: 'html', bytes, redenGeenPdf }
}

/** @NOTE The native module puts its diagnosis in `code` and leaves `message` empty for errors in the template. */
function diagnosisOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string }
  return message || code || 'unknown error'
}

function loadCompiler(): TypstCompiler | null {
  if (compiler !== undefined) return compiler
  compiler = null
  const load = createRequire(import.meta.url)
  for (const name of PACKAGES) {
    try {
      const native = load(name) as { NodeCompiler: { create(): TypstCompiler } }
      compiler = native.NodeCompiler.create()
      break
    } catch {
      // Not installed, or built for another C library: try the next one.
    }
  }
  return compiler
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
