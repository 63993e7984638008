import { z } from 'zod'
import { Id } from '../../../shared/id.ts'

/** Longest text of one block; a block is a few paragraphs. */
export const MAX_TEKST = 20_000

/** What a block says. Of a story and an uitleg only which one: the words come at the moment of reading, so that what was withdrawn is gone. */
export const Blokinhoud = z.discriminatedUnion('soort', [
  z.object({ soort: z.literal('kop'), niveau: z.union([z.literal(2), z.literal(3)]), tekst: z.string() }),
  /** Text with the small markup of `platform/documents/rich-text.ts`. */
  z.object({ soort: z.literal('alinea'), tekst: z.string() }),
  z.object({
    soort: z.literal('gegevens'),
    rijen: z.array(z.object({ label: z.string(), waarde: z.string() })),
  }),
  z.object({
    soort: z.literal('tabel'),
    titel: z.string(),
    kop: z.array(z.string()),
    rijen: z.array(z.array(z.string())),
  }),
  z.object({
    soort: z.literal('grafiek'),
    titel: z.string(),
    eenheid: z.string(),
    punten: z.array(z.string()),
    waarden: z.array(z.number()),
  }),
  z.object({ soort: z.literal('citaat'), verhaalId: Id }),
  /** With its version: whoever wrote it may have changed it since. */
  z.object({ soort: z.literal('uitleg'), duidingId: Id, versie: z.number().int() }),
])
export type Blokinhoud = z.output<typeof Blokinhoud>

/** A block as the system drafts it; the key stays the same each time it is drafted. */
export interface Conceptblok {
  readonly sleutel: string
  readonly hoofdstuk: string
  readonly inhoud: Blokinhoud
}

/** A block as it is kept; the texts are JSON of `Blokinhoud`. */
export interface Bewaard {
  readonly id: Id
  /** Null: written by hand. */
  readonly sleutel: string | null
  readonly hoofdstuk: string
  /** What was taken over from what is known; null at an own block. */
  readonly gemaakt: string | null
  /** What is known now; null when that is gone, or at an own block. */
  readonly levend: string | null
  /** The text of the editor. */
  readonly eigen: string | null
  /** The newer text that the editor chose not to take; `WEG` when that was that it is gone. */
  readonly gezien: string | null
  readonly isNieuw: boolean
}

/** Seen that the text is no longer there. */
export const WEG = 'weg'

/** The text that counts: the edit above what was drafted. */
export const geldendVan = ({ eigen, gemaakt }: Pick<Bewaard, 'eigen' | 'gemaakt'>) => eigen ?? gemaakt!

export type Verandering = 'geen' | 'nieuw' | 'anders' | 'weg'

/** Whether what is known says something else than when it was drafted, and nobody chose yet what to do with that. */
export function veranderingVan(
  blok: Pick<Bewaard, 'sleutel' | 'gemaakt' | 'levend' | 'gezien' | 'isNieuw'>,
): Verandering {
  if (blok.sleutel === null) return 'geen'
  if (blok.levend === null) return blok.gezien === WEG ? 'geen' : 'weg'
  if (blok.levend !== blok.gemaakt && blok.levend !== blok.gezien) return 'anders'
  return blok.isNieuw ? 'nieuw' : 'geen'
}

/** Only words can be rewritten; a figure is corrected where it comes from. */
export const kanBewerken = (inhoud: Blokinhoud): boolean =>
  inhoud.soort === 'kop' || inhoud.soort === 'alinea'

/** The same block with other words. */
export function metTekst(inhoud: Blokinhoud, tekst: string): Blokinhoud {
  return inhoud.soort === 'kop' || inhoud.soort === 'alinea' ? { ...inhoud, tekst } : inhoud
}

export interface Samenvoeging {
  /** Blocks of which what is known now is other than what was kept; null: gone. */
  readonly levend: readonly { readonly id: Id; readonly levend: string | null }[]
  readonly erbij: readonly { readonly blok: Conceptblok; readonly volgorde: number }[]
  /** The place of every block that stays. */
  readonly volgorde: readonly { readonly id: Id; readonly volgorde: number }[]
}

/**
 * What is drafted now beside what was kept. The edit and the order of the editor stay; what is new comes after the block that it
 * follows in the draft, and in a chapter that is new where that chapter comes.
 */
export function mergeBlokken(bewaard: readonly Bewaard[], vers: readonly Conceptblok[]): Samenvoeging {
  const perSleutel = new Map(
    bewaard.flatMap((blok) => (blok.sleutel === null ? [] : [[blok.sleutel, blok] as const])),
  )
  const nu = new Map(vers.map((blok) => [blok.sleutel, JSON.stringify(blok.inhoud)]))
  const rij: (Bewaard | Conceptblok)[] = [...bewaard]
  let vorige: Bewaard | Conceptblok | undefined
  for (const blok of vers) {
    const bestaand = perSleutel.get(blok.sleutel)
    if (!bestaand) rij.splice(placeOf(rij, vorige, blok.hoofdstuk), 0, blok)
    vorige = bestaand ?? blok
  }
  const isBewaard = (blok: Bewaard | Conceptblok): blok is Bewaard => 'id' in blok
  return {
    levend: bewaard.flatMap((blok) => {
      if (blok.sleutel === null) return []
      const levend = nu.get(blok.sleutel) ?? null
      return levend === blok.levend ? [] : [{ id: blok.id, levend }]
    }),
    erbij: rij.flatMap((blok, volgorde) => (isBewaard(blok) ? [] : [{ blok, volgorde }])),
    volgorde: rij.flatMap((blok, volgorde) => (isBewaard(blok) ? [{ id: blok.id, volgorde }] : [])),
  }
}

/** After what it follows, when that is in the same chapter; else at the end of its chapter, or after the whole chapter before it. */
function placeOf(
  rij: readonly (Bewaard | Conceptblok)[],
  vorige: Bewaard | Conceptblok | undefined,
  hoofdstuk: string,
): number {
  if (vorige?.hoofdstuk === hoofdstuk) return rij.indexOf(vorige) + 1
  const eigen = rij.findIndex((blok) => blok.hoofdstuk === hoofdstuk)
  if (eigen >= 0) return eigen
  if (!vorige) return 0
  return rij.findLastIndex((blok) => blok.hoofdstuk === vorige.hoofdstuk) + 1
}
