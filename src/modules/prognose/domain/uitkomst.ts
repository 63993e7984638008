import { daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { ELDERS } from './instroom.ts'
import { kostenVan, type Maatregelkosten, prijsPerWachtdag } from './kosten.ts'
import {
  bandOf,
  type Cijfer,
  type Loop,
  meanOf,
  type Over,
  pairs,
  perHerhaling,
  verschilWachttijd,
  wachtdagenVan,
  wachttijd,
} from './loop.ts'
import type { Maatregel } from './maatregel.ts'
import { type Maat, maten } from './maten.ts'
import type { Uitgangspunt } from './uitgangspunt.ts'

/** A figure month by month, without and with the measures. */
export interface Reeks {
  readonly maat: Maat
  readonly product: string | null
  readonly gemeente: string | null
  readonly naam: string
  readonly basis: readonly Cijfer[]
  readonly met: readonly Cijfer[]
}

/** A figure of one year: bands of what may come, and the difference with the interval of its mean. */
export interface Jaarcijfer {
  readonly maat: Maat | 'wachttijd' | 'nachten_zonder_plek'
  readonly product: string | null
  readonly gemeente: string | null
  readonly naam: string
  /** Counted from 1. */
  readonly jaar: number
  readonly basis: Cijfer
  readonly met: Cijfer
  readonly verschil: Cijfer
}

export interface Jaar {
  readonly jaar: number
  readonly van: PlainDate
  readonly tot: PlainDate
}

export interface Uitkomst {
  readonly soort: 'vergelijking'
  readonly herhalingen: number
  readonly maanden: readonly PlainDate[]
  readonly jaren: readonly Jaar[]
  readonly reeksen: readonly Reeks[]
  readonly cijfers: readonly Jaarcijfer[]
  /** Whole days within which half, and 95 of 100, of who got a place had it, over all years. */
  readonly wachtdagen: readonly {
    readonly naam: string
    readonly gemeente: string | null
    readonly basis: readonly [number | null, number | null]
    readonly met: readonly [number | null, number | null]
  }[]
  readonly kosten: {
    readonly perJaar: readonly { readonly jaar: number; readonly bedrag: number | null }[]
    readonly maatregelen: readonly Maatregelkosten[]
    readonly totaal: number | null
    /** Waiting days that do not happen, over all years. */
    readonly minderWachtdagen: Cijfer
    readonly perWachtdag: Cijfer | null
  }
  readonly zekerheid: readonly string[]
}

/** Who waits for a place to sleep spends a night without one. */
const OPVANG = new Set(['MO', 'VO'])

interface Vraag {
  readonly over: Over
  readonly naam: string
}

/** The two chains beside each other: same luck, so that what differs comes from the measures. */
export function compareLopen(
  punt: Uitgangspunt,
  maatregelen: readonly Maatregel[],
  basis: Loop,
  met: Loop,
): Uitkomst {
  const { maanden } = punt
  const aantal = maanden.length - 1
  const jaren = yearsOf(maanden)
  const vragen = vragenVan(punt, met)
  const minder = pairs(wachtdagen(basis, maanden), wachtdagen(met, maanden))
  const maatregelkosten = kostenVan(punt, maatregelen, maanden[0]!, maanden.at(-1)!)
  const totaal = sumOf(maatregelkosten)
  return {
    soort: 'vergelijking',
    herhalingen: met.herhalingen,
    maanden,
    jaren,
    reeksen: [
      ...vragen.map((vraag) => reeksVan('wachtend', vraag, basis, met, aantal)),
      ...vragen
        .filter(({ over }) => !over.gemeente)
        .flatMap((vraag) => [
          reeksVan('bezet', vraag, basis, met, aantal),
          reeksVan('geblokkeerd', vraag, basis, met, aantal),
          reeksVan('instroom', vraag, basis, met, aantal),
          reeksVan('uitstroom', vraag, basis, met, aantal),
        ]),
    ],
    cijfers: jaren.flatMap((jaar) => cijfersVan(punt, jaar, vragen, basis, met)),
    wachtdagen: vragen.map(({ over, naam }) => ({
      naam,
      gemeente: over.gemeente ?? null,
      basis: [wachtdagenVan(basis, over, 0.5), wachtdagenVan(basis, over, 0.95)],
      met: [wachtdagenVan(met, over, 0.5), wachtdagenVan(met, over, 0.95)],
    })),
    kosten: {
      perJaar: jaren.map(({ jaar, van, tot }) => ({
        jaar,
        bedrag: sumOf(kostenVan(punt, maatregelen, van, tot)),
      })),
      maatregelen: maatregelkosten,
      totaal,
      minderWachtdagen: meanOf(minder),
      perWachtdag: prijsPerWachtdag(totaal, meanOf(minder)),
    },
    zekerheid: [...zekerheidVan(punt, minder), ...plekkenVoorNiemand(punt, maatregelen, met)],
  }
}

/** Whole years of twelve months from the first month on; what is left over at the end belongs to none. */
export function yearsOf(maanden: readonly PlainDate[]): Jaar[] {
  return Array.from({ length: Math.floor((maanden.length - 1) / 12) }, (_, i) => ({
    jaar: i + 1,
    van: maanden[12 * i]!,
    tot: maanden[12 * (i + 1)]!,
  }))
}

/** All together, each gemeente, each product with places in either chain. */
function vragenVan({ gemeenten, producten }: Uitgangspunt, { keten }: Loop): Vraag[] {
  const naam = (code: string) =>
    code === ELDERS
      ? 'Andere gemeente of onbekend'
      : (gemeenten.find((one) => one.code === code)?.naam ?? code)
  return [
    { over: {}, naam: 'Hele keten' },
    ...keten.model.areas.map((code) => ({ over: { gemeente: code }, naam: naam(code) })),
    ...keten.model.services
      .filter(({ kind }) => kind === 'places')
      .map(({ id }) => ({
        over: { product: id },
        naam: producten.find((product) => product.id === id)?.naam ?? id,
      })),
  ]
}

function reeksVan(maat: Maat, { over, naam }: Vraag, basis: Loop, met: Loop, maanden: number): Reeks {
  const bands = (loop: Loop) =>
    Array.from({ length: maanden }, (_, m) => rounded(bandOf(perHerhaling(loop, maat, over, m, m + 1))))
  return { maat, ...about(over), naam, basis: bands(basis), met: bands(met) }
}

const about = ({ product = null, gemeente = null }: Over) => ({ product, gemeente })

function cijfersVan(
  punt: Uitgangspunt,
  { jaar }: Jaar,
  vragen: readonly Vraag[],
  basis: Loop,
  met: Loop,
): Jaarcijfer[] {
  const [van, tot] = [12 * (jaar - 1), 12 * jaar]
  const rijen: Jaarcijfer[] = []
  for (const { over, naam } of vragen) {
    const { kolommen } = met.keten
    for (const maat of Object.keys(maten) as Maat[]) {
      if (maat === 'gewacht') continue
      const heeft = kolommen.some(
        (kolom) =>
          kolom.maat === maat && (over.gemeente ? kolom.gemeente === over.gemeente : kolom.gemeente === null),
      )
      if (!heeft || (maat === 'gehuisvest' && (over.product || over.gemeente))) continue
      const zonder = perHerhaling(basis, maat, over, van, tot)
      const ermee = perHerhaling(met, maat, over, van, tot)
      rijen.push({
        maat,
        ...about(over),
        naam,
        jaar,
        basis: rounded(bandOf(zonder)),
        met: rounded(bandOf(ermee)),
        verschil: rounded(meanOf(pairs(ermee, zonder))),
      })
    }
    const verschil = verschilWachttijd(met, basis, over, van, tot)
    const plat = (loop: Loop) => flat(wachttijd(loop, over, van, tot) ?? 0)
    if (verschil)
      rijen.push({
        maat: 'wachttijd',
        ...about(over),
        naam,
        jaar,
        basis: rounded(plat(basis)),
        met: rounded(plat(met)),
        verschil: rounded(verschil),
      })
  }
  const nachten = (loop: Loop) => nachtenZonderPlek(punt, loop, van, tot)
  rijen.push({
    maat: 'nachten_zonder_plek',
    ...about({}),
    naam: 'Hele keten',
    jaar,
    basis: rounded(bandOf(nachten(basis))),
    met: rounded(bandOf(nachten(met))),
    verschil: rounded(meanOf(pairs(nachten(met), nachten(basis)))),
  })
  return rijen
}

const flat = (gemiddeld: number): Cijfer => ({ gemiddeld, laag: gemiddeld, hoog: gemiddeld })

function nachtenZonderPlek({ producten, maanden }: Uitgangspunt, loop: Loop, van: number, tot: number) {
  const opvang = loop.keten.model.services.filter(({ id }) =>
    OPVANG.has(producten.find((product) => product.id === id)?.domein ?? ''),
  )
  const sum = new Float64Array(loop.herhalingen)
  for (const { id } of opvang)
    for (let m = van; m < tot; m++) {
      const dagen = daysBetween(maanden[m]!, maanden[m + 1]!)
      perHerhaling(loop, 'wachtend', { product: id }, m, m + 1).forEach((value, r) => {
        sum[r]! += value * dagen
      })
    }
  return sum
}

/** Days that people wait, all together, by replication. */
function wachtdagen(loop: Loop, maanden: readonly PlainDate[]): Float64Array {
  const sum = new Float64Array(loop.herhalingen)
  for (let m = 0; m + 1 < maanden.length; m++) {
    const dagen = daysBetween(maanden[m]!, maanden[m + 1]!)
    perHerhaling(loop, 'wachtend', {}, m, m + 1).forEach((value, r) => {
      sum[r]! += value * dagen
    })
  }
  return sum
}

function sumOf(rows: readonly Maatregelkosten[]): number | null {
  if (rows.length === 0 || rows.some(({ bedrag }) => bedrag === null)) return null
  return rows.reduce((sum, { bedrag }) => sum + bedrag!, 0)
}

/** How sure this is, in words that need no statistics. */
function zekerheidVan({ parameters, begin }: Uitgangspunt, minder: Float64Array): string[] {
  const { gemiddeld, laag, hoog } = meanOf(minder)
  const beter = minder.filter((days) => days > 0).length / Math.max(1, minder.length)
  const tien = Math.round(beter * 10)
  const richting =
    laag > 0
      ? `Met de maatregelen wordt er minder gewacht. In ${tien} van de 10 mogelijke toekomsten is dat zo.`
      : hoog < 0
        ? `Met de maatregelen wordt er meer gewacht. In ${10 - tien} van de 10 mogelijke toekomsten is dat zo.`
        : gemiddeld === 0
          ? 'De maatregelen veranderen niets aan het wachten.'
          : 'Of er minder wordt gewacht, is niet te zeggen: het verschil is kleiner dan wat toeval doet.'
  const aangenomen = parameters.filter(({ aanname }) => aanname !== null).length
  return [
    richting,
    `Elke toekomst is met en zonder de maatregelen doorgerekend, met hetzelfde toeval. Het verschil komt dus van de maatregelen.`,
    begin === null
      ? 'Het register heeft nog niemand zien vertrekken. Bijna alles hieronder rust daarom op aannames.'
      : `${aangenomen} van de ${parameters.length} getallen waarmee is gerekend zijn (deels) aangenomen, omdat er te weinig gevallen waren.`,
  ]
}

/**
 * New places that nobody ever comes for do nothing: say so, or the nought reads as a verdict on the measure. Asked of the chain
 * with the measures, as another of them can be what sends people there.
 */
function plekkenVoorNiemand(
  { producten, maanden }: Uitgangspunt,
  maatregelen: readonly Maatregel[],
  met: Loop,
): string[] {
  const lijsten = new Set(
    maatregelen.flatMap(({ soort, product, aantal }) =>
      (soort === 'plekken' || soort === 'winterplekken') && product && (aantal ?? 0) > 0 ? [product] : [],
    ),
  )
  return [...lijsten]
    .filter((product) => !komtIemand(met, product, maanden.length - 1))
    .map((id) => {
      const naam = producten.find((product) => product.id === id)?.naam ?? id
      return `In deze berekening komt niemand op de lijst van ${naam}. Nieuwe plekken op die lijst blijven dus leeg. Wilt u weten wat zij doen voor mensen die nu op iets anders wachten? Kies dan bij de maatregel díe lijst.`
    })
}

/** Whether anybody waits for a product from outside, or comes into it from anywhere: then in some future and month more are there. */
function komtIemand(loop: Loop, product: string, maanden: number): boolean {
  if (perHerhaling(loop, 'wachtend', { product }, 0, maanden).some((aantal) => aantal > 0)) return true
  const bezet = Array.from({ length: maanden }, (_, m) => perHerhaling(loop, 'bezet', { product }, m, m + 1))
  return bezet.some((nu, m) => m > 0 && nu.some((aantal, r) => aantal > bezet[m - 1]![r]! + 0.01))
}

const rounded = ({ gemiddeld, laag, hoog }: Cijfer): Cijfer => ({
  gemiddeld: round(gemiddeld),
  laag: round(laag),
  hoog: round(hoog),
})
/** Two decimals, and nothing that is no number: a figure that can not be told is nought with an interval of nought. */
const round = (value: number) => (Number.isFinite(value) ? Math.round(value * 100) / 100 + 0 : 0)
