import { type Cel, hideSmall } from '../../../shared/kleine-cel.ts'

export interface Geteld {
  readonly id: string
  readonly jaar: number
  readonly domein: string
  /** Null: the whole region. */
  readonly gemeenteCode: string | null
  readonly beantwoord: number
  readonly telwijze: 'aantal' | 'percentage'
  readonly vragen: readonly { readonly vraag: string; readonly positief: number }[]
}

/** What of one result may not show. */
export interface Verborgen {
  readonly beantwoord: boolean
  readonly vragen: ReadonlySet<string>
}

const cel = (aantal: number): Cel => ({ aantal, open: false })
const perGroep = <T>(rows: readonly T[], key: (row: T) => string) => {
  const found = new Map<string, T[]>()
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row])
  return [...found.values()]
}

/** How many people were positive, and how many were not: of a percentage what it comes down to. */
function kanten(rij: Geteld, vraag: string): readonly [number, number] | undefined {
  const gevonden = rij.vragen.find((one) => one.vraag === vraag)
  if (!gevonden) return undefined
  const { positief } = gevonden
  const ja = rij.telwijze === 'aantal' ? positief : Math.round((positief / 100) * rij.beantwoord)
  return [ja, rij.beantwoord - ja]
}

/**
 * Hides what is small: the number of answers, and on each question the positive ones or the others. The region beside its
 * gemeenten is their total, so that with one gemeente another one hides; a result whose answers hide hides all its questions.
 */
export function hideErvaringen(rijen: readonly Geteld[], min: number): ReadonlyMap<string, Verborgen> {
  const uit = new Map<string, Verborgen>()
  for (const groep of perGroep(rijen, (rij) => `${rij.jaar} ${rij.domein}`)) {
    const heeftRegio = groep.some(({ gemeenteCode }) => gemeenteCode === null)
    const gemeenten = groep.flatMap(({ gemeenteCode }, i) => (gemeenteCode === null ? [] : [i]))
    const dicht = hideSmall(
      groep.map(({ beantwoord }) => cel(beantwoord)),
      heeftRegio ? [gemeenten] : [],
      min,
    )
    const vragen = new Set(groep.flatMap((rij) => rij.vragen.map(({ vraag }) => vraag)))
    const perVraag = [...vragen].map(
      (vraag) => [vraag, hideVraag(groep, vraag, { dicht, heeftRegio, min })] as const,
    )
    for (const [i, { id }] of groep.entries())
      uit.set(id, {
        beantwoord: dicht.has(i),
        vragen: new Set(perVraag.flatMap(([vraag, weg]) => (weg.has(i) ? [vraag] : []))),
      })
  }
  return uit
}

/** Which results of a group do not show their answer to one question. */
function hideVraag(
  groep: readonly Geteld[],
  vraag: string,
  { dicht, heeftRegio, min }: { dicht: ReadonlySet<number>; heeftRegio: boolean; min: number },
): ReadonlySet<number> {
  const gevraagd = groep.flatMap((rij, i) => {
    const paar = kanten(rij, vraag)
    return paar ? [{ i, paar, isGemeente: rij.gemeenteCode !== null }] : []
  })
  const cellen = gevraagd.flatMap(({ paar }) => paar.map(cel))
  const eigen = gevraagd.map((_, k) => [2 * k, 2 * k + 1])
  const kant = (welke: 0 | 1) => gevraagd.flatMap(({ isGemeente }, k) => (isGemeente ? [2 * k + welke] : []))
  const al = gevraagd.flatMap(({ i }, k) => (dicht.has(i) ? [2 * k, 2 * k + 1] : []))
  const weg = hideSmall(cellen, [...eigen, ...(heeftRegio ? [kant(0), kant(1)] : [])], min, al)
  return new Set(gevraagd.flatMap(({ i }, k) => (weg.has(2 * k) || weg.has(2 * k + 1) ? [i] : [])))
}
