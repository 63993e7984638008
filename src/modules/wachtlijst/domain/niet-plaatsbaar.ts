interface Gevraagd {
  readonly personen: number
  readonly vereisteKenmerken: readonly string[]
}

/** Why no plek fits, most useful first: the one thing that is missing everywhere, or else the combination. */
export function explainNietPlaatsbaar<
  R extends { readonly kenmerken: readonly string[]; readonly personenMaximum: number },
>(input: {
  readonly ruimten: readonly R[]
  readonly vraag: Gevraagd
  /** The person wants only one locatie. */
  readonly eenLocatie: boolean
  readonly mismatches: (ruimte: R, vraag: Gevraagd) => readonly unknown[]
  readonly kenmerkNaam: (code: string) => string
}): string[] {
  const { ruimten, vraag } = input
  const waar = input.eenLocatie ? 'op de gewenste locatie' : 'in de regio'
  if (ruimten.length === 0) return [`Er zijn ${waar} geen plekken voor dit product.`]
  if (ruimten.some((ruimte) => input.mismatches(ruimte, vraag).length === 0)) return []
  const redenen: string[] = []
  const grootste = Math.max(...ruimten.map((ruimte) => ruimte.personenMaximum))
  if (vraag.personen > grootste)
    redenen.push(`Er is ${waar} geen plek voor ${vraag.personen} personen; de grootste is voor ${grootste}.`)
  for (const code of vraag.vereisteKenmerken)
    if (!ruimten.some((ruimte) => ruimte.kenmerken.includes(code)))
      redenen.push(`Geen enkele plek ${waar} heeft: ${input.kenmerkNaam(code)}.`)
  return redenen.length > 0
    ? redenen
    : [`De wensen zijn los van elkaar te vinden, maar ${waar} niet samen op één plek.`]
}
