/**
 * What a refusal does to the waiting: `rang_blijft` keeps everything, `overleg` keeps the rank and asks for a talk,
 * `achteraan` lets the waiting time start again, `van_de_lijst` ends the waiting.
 */
export type Gevolg = 'rang_blijft' | 'overleg' | 'achteraan' | 'van_de_lijst'

export const gevolgen: Readonly<Record<Gevolg, string>> = {
  rang_blijft: 'De persoon houdt de plaats op de lijst.',
  overleg: 'De persoon houdt de plaats op de lijst. Dit is de tweede weigering: overleg met de persoon.',
  achteraan: 'Dit is de tweede weigering: de wachttijd begint opnieuw.',
  van_de_lijst: 'Dit is de tweede weigering: de persoon gaat van de lijst en houdt een contactpersoon.',
}

/** Setting tweede_weigering of the region decides about the second and later refusals by the person; never about those of an aanbieder. */
export function decideWeigering(feiten: {
  readonly zijde: 'aanbieder' | 'persoon'
  readonly eerdereWeigeringen: number
  readonly tweedeWeigering: string
}): Gevolg {
  if (feiten.zijde === 'aanbieder' || feiten.eerdereWeigeringen === 0) return 'rang_blijft'
  if (feiten.tweedeWeigering === 'achteraan' || feiten.tweedeWeigering === 'van_de_lijst')
    return feiten.tweedeWeigering
  return 'overleg'
}
