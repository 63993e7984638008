import type { PlainDate } from '../../shared/plain-date.ts'

/** One part of the running text of a letter, in reading order. */
export type LetterBlock =
  | { readonly soort: 'alinea'; readonly tekst: string }
  | { readonly soort: 'kop'; readonly tekst: string }
  | { readonly soort: 'lijst'; readonly genummerd?: boolean; readonly items: readonly string[] }
  /** Label and value pairs, such as the product, its start and the aanbieder. */
  | {
      readonly soort: 'gegevens'
      readonly rijen: readonly { readonly label: string; readonly waarde: string }[]
    }

/** A formal letter or beschikking. All texts are plain text: markup in them is shown, never carried out. */
export interface Letter {
  readonly afzender: {
    readonly naam: string
    /** Postal address, telephone, website: one line each. */
    readonly regels: readonly string[]
  }
  /** Lines in the window of the envelope: name, street, postcode and place. */
  readonly geadresseerde: readonly string[]
  readonly datum: PlainDate
  readonly kenmerk?: string
  readonly behandeldDoor?: string
  /** Also the title of the document. */
  readonly onderwerp: string
  /** `Geachte mevrouw De Vries,` */
  readonly aanhef?: string
  readonly inhoud: readonly LetterBlock[]
  /** Lines below `Met vriendelijke groet,`: on behalf of whom, name, function. Empty: not a letter to someone, so no greeting. */
  readonly ondertekening: readonly string[]
  /** How to object (Awb 3:45): own heading, kept together on one page. */
  readonly rechtsmiddel?: { readonly titel: string; readonly inhoud: readonly LetterBlock[] }
  readonly bijlagen?: readonly string[]
  /** Marks every page as an example with invented data. */
  readonly voorbeeld?: boolean
}

export const SLOTGROET = 'Met vriendelijke groet,'
export const VOORBEELD_TEKST =
  'Voorbeeld met verzonnen gegevens. Aan deze brief kunt u geen rechten ontlenen.'
