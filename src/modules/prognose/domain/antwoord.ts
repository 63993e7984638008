import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import type { Berekening, Uitkomstvorm } from './scenario-contract.ts'

// What a finished comparison says, in words and in tables: the same on screen and in the note.

export type Vergelijking = Extract<Uitkomstvorm, { soort: 'vergelijking' }>
type Cijfer = Vergelijking['cijfers'][number]['verschil']

export interface Antwoordtabel {
  readonly titel: string
  /** The first one names the rows. */
  readonly kop: readonly string[]
  readonly rijen: readonly (readonly string[])[]
}

/** One decimal; a figure that rounds to nothing is nothing, and not minus nothing. */
export const een = (waarde: number) =>
  (Math.abs(waarde) < 0.05 ? 0 : waarde).toLocaleString('nl-NL', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
export const heel = (waarde: number) => Math.round(waarde).toLocaleString('nl-NL')
export const euro = (bedrag: number) => `€\u00a0${heel(bedrag)}`
const plus = (waarde: number) => `${waarde > 0.05 ? '+' : ''}${een(waarde)}`
/** A difference with its sign and between which values its mean lies. */
export const verschil = ({ gemiddeld, laag, hoog }: Cijfer) =>
  `${plus(gemiddeld)} (${plus(laag)} tot ${plus(hoog)})`
export const maandNaam = (maand: PlainDate) => formatLong(maand).replace(/^1 /, '')

export const vraagInEenZin = ({ scenario }: Pick<Berekening, 'scenario'>) =>
  `Wat doet “${scenario}” met de wachtlijst en de wachttijd van elke gemeente, hoe zeker is dat, en wat kost het?`

export function inEenZin({ cijfers, jaren, kosten }: Vergelijking): string {
  const laatste = jaren.at(-1)
  const rij = cijfers.find(
    ({ maat, gemeente, product, jaar }) =>
      maat === 'wachtend' && gemeente === null && product === null && jaar === laatste?.jaar,
  )
  if (!rij || !laatste) return 'De berekening is korter dan een jaar: kijk naar de grafieken.'
  const { gemiddeld, laag, hoog } = rij.verschil
  const periode = `In het laatste jaar (${formatLong(laatste.van)} tot ${formatLong(laatste.tot)})`
  const wachten = `${periode} wachten er zonder de maatregelen gemiddeld ${een(rij.basis.gemiddeld)} mensen, en met de maatregelen ${een(rij.met.gemiddeld)}`
  const effect =
    hoog < 0
      ? `: ${een(-gemiddeld)} minder (tussen ${een(-hoog)} en ${een(-laag)})`
      : laag > 0
        ? `: ${een(gemiddeld)} meer (tussen ${een(laag)} en ${een(hoog)})`
        : '. Dat verschil is kleiner dan wat toeval doet'
  const prijs = kosten.perWachtdag
    ? ` Elke dag die niet wordt gewacht kost ${euro(kosten.perWachtdag.gemiddeld)} (tussen ${euro(kosten.perWachtdag.laag)} en ${euro(kosten.perWachtdag.hoog)}).`
    : ''
  return `${wachten}${effect}.${prijs}`
}

export function gemeentetabel({ cijfers, jaren }: Vergelijking): Antwoordtabel {
  const laatste = jaren.at(-1)?.jaar
  const rijen = cijfers.filter(
    ({ maat, product, jaar }) => maat === 'wachtend' && product === null && jaar === laatste,
  )
  const wachttijd = (naam: string) =>
    cijfers.find(
      (cijfer) =>
        cijfer.maat === 'wachttijd' &&
        cijfer.naam === naam &&
        cijfer.product === null &&
        cijfer.jaar === laatste,
    )
  return {
    titel: 'Wachtlijst en wachttijd per gemeente in het laatste jaar, zonder en met de maatregelen',
    kop: [
      'Gemeente',
      'Wachten: zonder',
      'Wachten: met',
      'Wachten: verschil',
      'Dagen gewacht: zonder',
      'Dagen gewacht: met',
      'Dagen gewacht: verschil',
    ],
    rijen: rijen.map((rij) => {
      const tijd = wachttijd(rij.naam)
      return [
        rij.naam,
        een(rij.basis.gemiddeld),
        een(rij.met.gemiddeld),
        verschil(rij.verschil),
        tijd ? heel(tijd.basis.gemiddeld) : 'Niemand',
        tijd ? heel(tijd.met.gemiddeld) : 'Niemand',
        tijd ? verschil(tijd.verschil) : '–',
      ]
    }),
  }
}

const bedrag = (waarde: number | null) => (waarde === null ? 'Niet ingevuld' : euro(waarde))

export function kostenPerJaar({ kosten, jaren }: Vergelijking): Antwoordtabel {
  return {
    titel: 'Extra kosten per jaar',
    kop: ['Jaar', 'Extra kosten'],
    rijen: [
      ...jaren.map(({ jaar, van, tot }) => [
        `${formatLong(van)} tot ${formatLong(tot)}`,
        bedrag(kosten.perJaar.find((rij) => rij.jaar === jaar)?.bedrag ?? null),
      ]),
      ['Alle jaren', bedrag(kosten.totaal)],
    ],
  }
}

export function kostenPerMaatregel({ kosten }: Vergelijking): Antwoordtabel {
  return {
    titel: 'Extra kosten per maatregel, alle jaren',
    kop: ['Maatregel', 'Extra kosten', 'Waar komt het bedrag vandaan?'],
    rijen: kosten.maatregelen.map(({ maatregel, bedrag: waarde, uitleg }) => [
      maatregel,
      bedrag(waarde),
      uitleg,
    ]),
  }
}

export function kostenPerWachtdag({ kosten: { minderWachtdagen, perWachtdag } }: Vergelijking): string {
  const dagen = `Dagen die niet worden gewacht, alle jaren samen: ${heel(minderWachtdagen.gemiddeld)} (tussen ${heel(minderWachtdagen.laag)} en ${heel(minderWachtdagen.hoog)}).`
  return perWachtdag
    ? `${dagen} Per dag die niet wordt gewacht: ${euro(perWachtdag.gemiddeld)} (tussen ${euro(perWachtdag.laag)} en ${euro(perWachtdag.hoog)}).`
    : `${dagen} Kosten per dag zijn niet te zeggen.`
}

export const hoeGerekend = ({ herhalingen }: Vergelijking) =>
  `De keten is ${heel(herhalingen)} keer met en zonder de maatregelen doorgerekend. “Van – tot” achter een verschil is hoe precies het gemiddelde bekend is (95%). De lichte banen in de grafieken laten zien tussen welke waarden het in 95 van de 100 mogelijke toekomsten blijft.`
