import { type Cel, hideSmall } from '../../../shared/kleine-cel.ts'

/** What a foto counts, in the order of the page. `mensen` false: places, which are never hidden. */
export const tellingen = {
  plekken: { naam: 'Plekken', gemeente: 'Gemeente van de locatie', mensen: false },
  verblijf: { naam: 'Verblijven', gemeente: 'Gemeente van de locatie', mensen: true },
  herkomst: { naam: 'Verblijven naar herkomst', gemeente: 'Gemeente van herkomst', mensen: true },
  wacht: { naam: 'Registraties op de wachtlijst', gemeente: 'Gemeente die telt', mensen: true },
} as const
export type Telling = keyof typeof tellingen

export interface Celplek {
  readonly telling: Telling
  readonly productId: string
  readonly gemeente: string | null
}
export interface Fotocel extends Celplek {
  readonly aantal: number
}

export const celsleutel = ({ telling, productId, gemeente }: Celplek) =>
  `${telling} ${productId} ${gemeente ?? '-'}`

/** The same cells give the same text, in whatever order they come: what the control number is made of. */
export const canonical = (cellen: readonly Fotocel[]): string =>
  cellen
    .map((cel) => `${celsleutel(cel)} ${cel.aantal}\n`)
    .sort()
    .join('')

/** What came to a cell and went between the day of the foto and another; `aantal` is how many there are on the other. */
export interface Celstroom extends Fotocel {
  readonly bij: number
  readonly af: number
}

/** One cell of the foto beside another moment. `was` + `later` + `bij` − `af` = `is`. */
export interface Verschil extends Celplek {
  readonly was: number
  /** Correction: what neither came nor went, and is more or less than what was frozen. */
  readonly later: number
  readonly bij: number
  readonly af: number
  readonly is: number
}
/** `was` are the cells as frozen, and `is` those of another foto as frozen; null counts the other moment. */
export function verschillenVan(
  was: readonly Fotocel[],
  stromen: readonly Celstroom[],
  is: readonly Fotocel[] | null,
): Verschil[] {
  const plekken = new Map<string, Celplek>()
  for (const { telling, productId, gemeente } of [...was, ...stromen, ...(is ?? [])])
    plekken.set(celsleutel({ telling, productId, gemeente }), { telling, productId, gemeente })
  const perCel = <T extends Celplek>(rijen: readonly T[]) =>
    new Map(rijen.map((rij) => [celsleutel(rij), rij]))
  const [toen, stroom, straks] = [perCel(was), perCel(stromen), perCel<Fotocel>(is ?? stromen)]
  return [...plekken].map(([sleutel, plek]) => {
    const { bij, af } = stroom.get(sleutel) ?? { bij: 0, af: 0 }
    const [van, tot] = [toen.get(sleutel)?.aantal ?? 0, straks.get(sleutel)?.aantal ?? 0]
    return { ...plek, was: van, later: tot - van - bij + af, bij, af, is: tot }
  })
}

export interface Getoond extends Celplek {
  readonly was: number | null
  readonly later: number | null
  readonly bij: number | null
  readonly af: number | null
  readonly is: number | null
}

/**
 * Hides in each telling of people the cells that are small on either side, with as many others as their row, column and sum ask for. The
 * reasons of a difference hide together: each is small, or the others give it away.
 */
export function protectVerschillen(rijen: readonly Verschil[], min: number | null): Getoond[] {
  if (min === null) return [...rijen]
  const dicht = new Set<Verschil>()
  for (const telling of Object.keys(tellingen) as Telling[]) {
    if (!tellingen[telling].mensen) continue
    const eigen = rijen.filter((rij) => rij.telling === telling)
    const groepen = groepenVan(eigen)
    for (const kant of ['was', 'is'] as const) {
      const cellen = eigen.map((rij): Cel => ({ aantal: rij[kant], open: false }))
      for (const i of hideSmall(cellen, groepen, min)) dicht.add(eigen[i]!)
    }
  }
  const klein = (n: number) => n !== 0 && Math.abs(n) < min
  return rijen.map((rij) => {
    if (!tellingen[rij.telling].mensen) return rij
    if (dicht.has(rij)) return { ...rij, was: null, later: null, bij: null, af: null, is: null }
    return klein(rij.later) || klein(rij.bij) || klein(rij.af)
      ? { ...rij, later: null, bij: null, af: null }
      : rij
  })
}

/** Cells of one product, of one gemeente, and all of them. */
function groepenVan(rijen: readonly Celplek[]): number[][] {
  const per = (key: (rij: Celplek) => string) => {
    const groups = new Map<string, number[]>()
    for (const [i, rij] of rijen.entries()) groups.set(key(rij), [...(groups.get(key(rij)) ?? []), i])
    return [...groups.values()]
  }
  return [...per((rij) => rij.productId), ...per((rij) => rij.gemeente ?? '-'), rijen.map((_, i) => i)]
}
