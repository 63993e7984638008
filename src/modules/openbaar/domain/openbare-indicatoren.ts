/**
 * Indicators that may go public, in the order of the chain. Only counts of which every case has a product: so the
 * vrouwenopvang can stand apart. Of one family only one is public over the same days: they count the same people, and what is
 * left when one is taken from the other can be one person.
 */
export const openbareIndicatoren = [
  { id: 'wachtenden', familie: 'wachtenden' },
  { id: 'geplaatst_van_de_lijst', familie: 'geplaatst' },
  { id: 'plekken', familie: 'plekken' },
  { id: 'verblijvenden', familie: 'wie_verblijft' },
  { id: 'kinderen_in_de_keten', familie: 'wie_verblijft' },
  { id: 'jongeren_in_de_keten', familie: 'wie_verblijft' },
  { id: 'klaar_om_te_vertrekken', familie: 'wie_verblijft' },
  { id: 'instroom', familie: 'instroom' },
  { id: 'doorstroom', familie: 'doorstroom' },
  { id: 'uitstroom', familie: 'uitstroom' },
] as const satisfies readonly { readonly id: string; readonly familie: string }[]

export const openbareIds: readonly string[] = openbareIndicatoren.map(({ id }) => id)

export function familieVan(indicator: string): string {
  const found = openbareIndicatoren.find(({ id }) => id === indicator)
  if (!found) throw new Error(`${indicator} is no public indicator`)
  return found.familie
}

export const populaties = {
  zonder_vo: 'Zonder vrouwenopvang',
  vo: 'Alleen vrouwenopvang',
} as const
export type Populatie = keyof typeof populaties

export const REGIO = 'regio'
export const OVERIG = 'overig'
