import type { PlainDate } from '../../../shared/plain-date.ts'

/** A rule of the region for one part of the chain on one day (prioriteitsregel). */
export interface Prioriteitsregel {
  readonly soort: 'poort' | 'trede'
  /** For a trede: lower goes first. */
  readonly volgorde: number
  readonly voorwaarde: string
  readonly naam: string
  /** A plain sentence without capital or full stop, e.g. "er zijn minderjarige kinderen". */
  readonly uitleg: string
}

export interface Wachtende {
  readonly eigenschappen: readonly string[]
  /** Priority given by hand, with name and reason. */
  readonly voorrang: boolean
  readonly beslotenOp: PlainDate
  /** Handed out once when someone comes on the list, so that two runs give the same order. */
  readonly volgnummer: number
}

/** What the order looks at, and nothing else. */
export interface Rangsleutel {
  /** The first gate that is closed; null when all are open. */
  readonly geslotenPoort: number | null
  readonly voorrang: boolean
  /** The first tier that holds; null when none does. */
  readonly trede: number | null
  readonly beslotenOp: PlainDate
  readonly volgnummer: number
}

export function sleutelOf(wachtende: Wachtende, regels: readonly Prioriteitsregel[]): Rangsleutel {
  const first = (soort: 'poort' | 'trede', holds: boolean) =>
    regels
      .filter(
        (regel) => regel.soort === soort && wachtende.eigenschappen.includes(regel.voorwaarde) === holds,
      )
      .reduce<number | null>(
        (least, { volgorde }) => (least === null || volgorde < least ? volgorde : least),
        null,
      )
  return {
    geslotenPoort: first('poort', false),
    voorrang: wachtende.voorrang,
    trede: first('trede', true),
    beslotenOp: wachtende.beslotenOp,
    volgnummer: wachtende.volgnummer,
  }
}

/** Which part of the order decides between two people. */
export type Verschil = 'poort' | 'voorrang' | 'trede' | 'wachttijd' | 'volgnummer'

/**
 * Negative when `a` goes first. Gates first: who may not be placed yet never stands above who may, with or without
 * priority. Then priority by hand, tiers, waiting time since the decision, and last the fixed serial number.
 */
export function compareRang(a: Rangsleutel, b: Rangsleutel): { verschil: Verschil; eerst: number } {
  const closed = (key: Rangsleutel) => Number(key.geslotenPoort !== null)
  if (closed(a) !== closed(b)) return { verschil: 'poort', eerst: closed(a) - closed(b) }
  if (a.voorrang !== b.voorrang)
    return { verschil: 'voorrang', eerst: Number(b.voorrang) - Number(a.voorrang) }
  const trede = (key: Rangsleutel) => key.trede ?? Number.POSITIVE_INFINITY
  if (trede(a) !== trede(b)) return { verschil: 'trede', eerst: trede(a) < trede(b) ? -1 : 1 }
  if (a.beslotenOp !== b.beslotenOp)
    return { verschil: 'wachttijd', eerst: a.beslotenOp < b.beslotenOp ? -1 : 1 }
  return { verschil: 'volgnummer', eerst: a.volgnummer - b.volgnummer }
}

export function sortByRang<T extends Rangsleutel>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => compareRang(a, b).eerst)
}
