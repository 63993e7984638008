/** The seven groups of ETHOS Light as the Dutch telling counts them (FEANTSA; CBS 2024). The lowest number is the most severe. */
export const ethosKlassen = {
  E1: 'Openbare ruimte',
  E2: 'Noodopvang',
  E3: 'Tijdelijke opvang',
  E4: 'Moet een instelling uit',
  E5: 'Geen echte woning',
  E6: 'Tijdelijk bij familie, vrienden of kennissen',
  E7: 'Dreigende huisuitzetting',
} as const
export type EthosKlasse = keyof typeof ethosKlassen
