/** How easy a Dutch text is to read, as far as its words and sentences can be counted. */
export interface Leesbaarheid {
  readonly woorden: number
  readonly zinnen: number
  /** Flesch-Douma, from about 0 (hard) to 100 (easy), rounded; null when there is too little text to count. */
  readonly score: number | null
  readonly oordeel: 'te_kort' | 'normaal_of_makkelijk' | 'vrij_moeilijk' | 'moeilijk'
  /** Sentences of more than `langeZin` words. */
  readonly langeZinnen: number
  /** The longest words, each once, at most five. */
  readonly langeWoorden: readonly string[]
}

/** Fewer words say nothing: one name would decide. */
const minstensWoorden = 20
/** Level B1 asks short sentences and gives no number (communicatierijk.nl, Taalniveau B1); more words than this is our own sign. */
export const langeZin = 15
/** Letters from which a word is worth a second look; our own sign as well. */
const langWoord = 14

/**
 * Readability by the formula of W.H. Douma, De leesbaarheid van landbouwbladen (Wageningen 1960), the Dutch form of Flesch (1948):
 * 206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence. It counts lengths only. It knows no difficult short words, no
 * order and no meaning, so it is a hint: level B1 is not proven by it. Douma calls 60 to 70 normal, 45 to 60 rather difficult and
 * below 45 difficult; the words here follow that.
 */
export function meetLeesbaarheid(tekst: string): Leesbaarheid {
  const zinnen = tekst
    .split(/[.!?…]+(?=\s|$)|\n+/)
    .map((zin) => woordenVan(zin))
    .filter((zin) => zin.length > 0)
  const woorden = zinnen.flat()
  const langeZinnen = zinnen.filter((zin) => zin.length > langeZin).length
  const langeWoorden = [...new Set(woorden.filter((woord) => woord.length >= langWoord))]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, 5)
  const geteld = { woorden: woorden.length, zinnen: zinnen.length, langeZinnen, langeWoorden }
  if (woorden.length < minstensWoorden) return { ...geteld, score: null, oordeel: 'te_kort' }
  const lettergrepen = woorden.reduce((som, woord) => som + telLettergrepen(woord), 0)
  const score = Math.round(
    206.84 - 0.77 * ((lettergrepen / woorden.length) * 100) - 0.93 * (woorden.length / zinnen.length),
  )
  return {
    ...geteld,
    score,
    oordeel: score >= 60 ? 'normaal_of_makkelijk' : score >= 45 ? 'vrij_moeilijk' : 'moeilijk',
  }
}

const woordenVan = (zin: string) => zin.toLowerCase().match(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? []

/** Letters that sound as one syllable together, the longest first. */
const klanken = /eeuw|ieuw|aai|ooi|oei|eau|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouyàáâèéêìíîòóôùúûäëïöü]/g

/** A trema begins a syllable of its own (`coördinatie`, `ruïne`); a y before a vowel is a consonant. At least one. */
export function telLettergrepen(woord: string): number {
  const kaal = woord
    .toLowerCase()
    .replace(/[äëïöü]/g, '·$&')
    .replace(/y(?=[aeiou])/g, 'j')
  return Math.max(1, kaal.match(klanken)?.length ?? 0)
}
