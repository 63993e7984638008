import type { PlainDate } from '../../shared/plain-date.ts'
import type { RichPart } from './rich-text.ts'

/** One part of a report, in reading order. All texts are plain text: markup in them is shown, never carried out. */
export type ReportBlock =
  | { readonly soort: 'kop'; readonly niveau: 1 | 2 | 3; readonly tekst: string }
  | { readonly soort: 'alinea'; readonly tekst: string }
  /** Text with bold, italic, lists and links. */
  | { readonly soort: 'tekst'; readonly delen: readonly RichPart[] }
  /** What somebody said, with who that was below it. */
  | { readonly soort: 'citaat'; readonly tekst: string; readonly wie: string }
  | {
      readonly soort: 'gegevens'
      readonly rijen: readonly { readonly label: string; readonly waarde: string }[]
    }
  /** The first row is the heading; the first column names its row. */
  | {
      readonly soort: 'tabel'
      readonly titel: string
      readonly kop: readonly string[]
      readonly rijen: readonly (readonly string[])[]
    }
  /** An SVG without letters of its own, and what it tells in words. */
  | { readonly soort: 'grafiek'; readonly svg: string; readonly tekst: string }

export interface Report {
  readonly titel: string
  readonly ondertitel: string
  readonly afzender: string
  readonly datum: PlainDate
  /** Marks every page as an example with invented data. */
  readonly voorbeeld: boolean
  /** Heading of a table of contents after the first page matter; without it there is none. */
  readonly inhoudsopgave?: string
  readonly inhoud: readonly ReportBlock[]
}
