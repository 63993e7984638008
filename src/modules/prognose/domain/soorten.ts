/** Kinds of parameters, in the order in which somebody goes through the chain. */
export const soorten = {
  instroom: 'Meldt zich per jaar',
  golf: 'Verschil tussen drukste en gemiddelde dag van het jaar',
  groei: 'Groei per jaar',
  afhaken: 'Wacht hooguit, gemiddeld',
  verblijfsduur: 'Verblijft tot klaar voor vertrek, gemiddeld',
  vervolg: 'Gaat daarna naar',
  terugkeer: 'Komt binnen twee jaar terug',
  woningen: 'Woningen die per jaar vrijkomen voor wie klaar is',
  kosten: 'Kosten van een plek per jaar',
} as const
export type Soort = keyof typeof soorten

export const eenheden = { per_jaar: 'per jaar', dagen: 'dagen', procent: '%', euro: 'euro' } as const
export type Eenheid = keyof typeof eenheden

export const eenheidVan: Readonly<Record<Soort, Eenheid>> = {
  instroom: 'per_jaar',
  golf: 'procent',
  groei: 'procent',
  afhaken: 'dagen',
  verblijfsduur: 'dagen',
  vervolg: 'procent',
  terugkeer: 'procent',
  woningen: 'per_jaar',
  kosten: 'euro',
}

/** Soort, and then product and what it is about: the name of a parameter from one day to the next. */
export const PARAMETER = new RegExp(`^(${Object.keys(soorten).join('|')})( [a-zA-Z0-9-]{1,60}){0,2}$`)

/**
 * What an own value may be, in its unit; the database holds the same (`prognose_eigen_waarde_past`). Growth within what is
 * carried on of an estimate; a stay up to a hundred years.
 */
const grenzen: Readonly<Record<Soort, readonly [laagst: number, hoogst: number]>> = {
  instroom: [0, 10_000],
  golf: [0, 100],
  groei: [-10, 10],
  afhaken: [1, 36_500],
  verblijfsduur: [1, 36_500],
  vervolg: [0, 100],
  terugkeer: [0, 100],
  woningen: [0, 10_000],
  kosten: [0, 1_000_000],
}

export const soortVan = (parameter: string) => parameter.split(' ')[0] as Soort

const cijfers = new Intl.NumberFormat('nl-NL')

/** Why this number cannot stand for this parameter, in a sentence; undefined when it can. */
export function faultOf(parameter: string, waarde: number): string | undefined {
  const grens = grenzen[soortVan(parameter)]
  // An unknown parameter is a fault of its own field.
  if (!grens) return undefined
  const [laagst, hoogst] = grens
  const eenheid = eenheidVan[soortVan(parameter)]
  const achter = eenheid === 'procent' ? '%' : ` ${eenheden[eenheid]}`
  if (!(waarde >= laagst && waarde <= hoogst))
    return `Vul een getal in van ${cijfers.format(laagst)} tot en met ${cijfers.format(hoogst)}${achter}.`
  // Own value, shown value and computed value are one and the same number.
  if (Math.abs(waarde * 10 - Math.round(waarde * 10)) > 1e-6)
    return 'Gebruik hooguit één cijfer achter de komma.'
  return undefined
}
