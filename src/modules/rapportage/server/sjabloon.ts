import { escapeRich } from '../../../platform/documents/rich-text.ts'
import { addDays, formatLong, formatShort, type PlainDate } from '../../../shared/plain-date.ts'
import type { ActiviteitDetail, Resultaatbeeld } from '../../programma/domain/activiteit-contract.ts'
import { behaald } from '../../programma/domain/activiteit-contract.ts'
import type { Onderdeel } from '../../programma/domain/programma-contract.ts'
import { behaaldVan } from '../../programma/domain/rules.ts'
import type { Activiteitverslag, Verslag } from '../../programma/server/lookup.ts'
import type { Blokinhoud, Conceptblok } from '../domain/blok.ts'

// What the templates share: their facts, and how a number and a list are written.

export interface Feiten {
  readonly verslag: Verslag
  readonly van: PlainDate
  readonly tot: PlainDate
  readonly vandaag: PlainDate
}

export type Tabel = Extract<Blokinhoud, { soort: 'tabel' }>

const getal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 })
const euro = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
export const inGetal = (waarde: number) => getal.format(waarde)
export const inEuro = (bedrag: number) => euro.format(bedrag).replace(/\u00a0/g, ' ')
export const woord = (aantal: number, een: string, meer: string) => `${aantal} ${aantal === 1 ? een : meer}`
export const dag = (op: PlainDate | null) => (op === null ? '' : formatShort(op))
export const langeDag = formatLong
export const vrij = (tekst: string) => escapeRich(tekst.trim())

export const alinea = (tekst: string): Blokinhoud => ({ soort: 'alinea', tekst })
export const kop = (niveau: 2 | 3, tekst: string): Blokinhoud => ({ soort: 'kop', niveau, tekst })
export const tabel = (titel: string, kopregel: string[], rijen: string[][]): Tabel => ({
  soort: 'tabel',
  titel,
  kop: kopregel,
  rijen,
})

/** Puts blocks in a chapter, each with its key; what has nothing to say falls out. */
export function hoofdstuk(
  sleutel: string,
  blokken: readonly (readonly [sleutel: string, inhoud: Blokinhoud | null | undefined])[],
): Conceptblok[] {
  return blokken.flatMap(([naam, inhoud]) =>
    inhoud && !(inhoud.soort === 'tabel' && inhoud.rijen.length === 0)
      ? [{ sleutel: `${sleutel}/${naam}`, hoofdstuk: sleutel, inhoud }]
      : [],
  )
}

export const naamVan = ({ code, naam }: Pick<ActiviteitDetail, 'code' | 'naam'>) => `${code} ${naam}`

/** How it stood on the last day of the period. */
export const standVan = ({ stand }: Activiteitverslag) => stand?.stand ?? null
export const isVertraagd = ({ stand }: Activiteitverslag) => stand?.koers === 'vertraagd'

export interface Thema {
  readonly sleutel: string
  readonly naam: string
  readonly toelichting: string | null
  readonly activiteiten: readonly Activiteitverslag[]
}

/** The parts that a report has chapters for: themas and ambities, or without those the pijlers, or the doelen. */
function hoofdonderdelen(onderdelen: readonly Onderdeel[]): Onderdeel[] {
  for (const soorten of [['thema', 'ambitie'], ['pijler'], ['doel', 'speerpunt']])
    if (onderdelen.some(({ soort }) => soorten.includes(soort)))
      return onderdelen.filter(({ soort }) => soorten.includes(soort))
  return []
}

/** Every activiteit in one chapter: that of the first thema it serves, also through a part below it. */
export function themasVan({ programma, activiteiten }: Verslag): Thema[] {
  const delen = hoofdonderdelen(programma.onderdelen)
  const boven = new Map(programma.onderdelen.map(({ id, onderId }) => [id, onderId]))
  const hoofd = new Set(delen.map(({ id }) => id))
  const hoofdVan = (id: string): string | undefined => {
    for (let nu: string | null | undefined = id; nu; nu = boven.get(nu)) if (hoofd.has(nu)) return nu
    return undefined
  }
  const per = new Map<string, Activiteitverslag[]>()
  for (const een of activiteiten) {
    const thema = een.activiteit.dient.map(({ id }) => hoofdVan(id)).find((id) => id !== undefined) ?? ''
    per.set(thema, [...(per.get(thema) ?? []), een])
  }
  const themas = delen.map(({ id, naam, toelichting }) => ({
    sleutel: `thema-${id}`,
    naam,
    toelichting,
    activiteiten: per.get(id) ?? [],
  }))
  const rest = per.get('') ?? []
  const andere = { sleutel: 'overig', naam: 'Andere activiteiten', toelichting: null, activiteiten: rest }
  return [...themas, ...(rest.length > 0 ? [andere] : [])]
}

export interface Gemeten {
  readonly resultaat: Resultaatbeeld
  /** Numbers up to the end of the period, oldest first. */
  readonly waarden: Resultaatbeeld['waarden']
  readonly laatste: Resultaatbeeld['waarden'][number] | undefined
  readonly behaald: keyof typeof behaald | null
}

/** The results as they stood at the end of the period, or today when that is earlier. */
export function gemetenVan({ activiteit }: Activiteitverslag, { tot, vandaag }: Feiten): Gemeten[] {
  const eind = addDays(tot, -1)
  const peildag = eind < vandaag ? eind : vandaag
  return activiteit.resultaten.map((resultaat) => {
    const waarden = resultaat.waarden.filter(({ op }) => op < tot)
    return { resultaat, waarden, laatste: waarden.at(-1), behaald: behaaldVan(resultaat, waarden, peildag) }
  })
}

const metEenheid = (waarde: number, eenheid: string | null) =>
  eenheid ? `${inGetal(waarde)} ${eenheid}` : inGetal(waarde)

/**
 * What was brought: results with a target, whether it was reached; of the others the last number, or where nothing is counted the
 * results themselves.
 */
export function resultatenDelen(
  titel: string,
  gemeten: readonly Gemeten[],
): (readonly [sleutel: string, inhoud: Blokinhoud | null])[] {
  const zonder = gemeten.filter(({ resultaat }) => resultaat.streefwaarde === null)
  const met = gemeten.filter(({ resultaat }) => resultaat.streefwaarde !== null)
  return [
    ['resultaten', zonderStreven(titel, zonder)],
    [
      'doelen',
      zonderLeeg(
        `${titel}, met een streefwaarde`,
        ['Resultaat', 'Stand', 'Op', 'Streven', 'Uiterlijk', 'Gehaald?'],
        met.map((een) => [...standVanResultaat(een), ...strevenVan(een)]),
      ),
    ],
  ]
}

function zonderStreven(titel: string, gemeten: readonly Gemeten[]): Blokinhoud {
  if (gemeten.length > 0 && gemeten.every(({ laatste }) => !laatste))
    return alinea(
      `**Resultaten.**\n\n${gemeten.map(({ resultaat }) => `- ${vrij(resultaat.naam)}`).join('\n')}`,
    )
  return tabel(titel, ['Resultaat', 'Stand', 'Op'], gemeten.map(standVanResultaat))
}

const standVanResultaat = ({ resultaat, laatste }: Gemeten): string[] => [
  resultaat.naam,
  laatste ? metEenheid(laatste.waarde, resultaat.eenheid) : 'geen getal',
  dag(laatste?.op ?? null),
]

/** The unit stands with the number beside it, when there is one. */
function strevenVan({ resultaat: een, laatste, behaald: uitkomst }: Gemeten): string[] {
  const streven = een.streefwaarde!
  return [
    `${een.richting === 'lager' ? 'hooguit' : 'minstens'} ${laatste ? inGetal(streven) : metEenheid(streven, een.eenheid)}`,
    dag(een.streefOp),
    uitkomst === null ? '' : behaald[uitkomst],
  ]
}

/** Without the columns in which no row has anything. */
function zonderLeeg(titel: string, kopregel: string[], rijen: string[][]): Tabel {
  const vol = kopregel.map((_, i) => rijen.some((rij) => rij[i] !== ''))
  const houd = (rij: string[]) => rij.filter((_, i) => vol[i])
  return tabel(titel, houd(kopregel), rijen.map(houd))
}

/** A line through the numbers when there are three or more. */
export function grafiekVan({ resultaat, waarden }: Gemeten): Blokinhoud | null {
  if (waarden.length < 3) return null
  return {
    soort: 'grafiek',
    titel: resultaat.naam,
    eenheid: resultaat.eenheid ?? '',
    punten: waarden.map(({ op }) => formatShort(op)),
    waarden: waarden.map(({ waarde }) => waarde),
  }
}

export const openKnelpunten = ({ draad }: Activiteitverslag, { van, tot }: Feiten) =>
  draad.knelpunten.filter(
    ({ gemeldOp, opgelostOp }) => gemeldOp < tot && (opgelostOp === null || opgelostOp >= van),
  )

export const besluitenIn = ({ draad }: Activiteitverslag, { van, tot }: Feiten) =>
  draad.besluitmomenten.filter(
    ({ beslotenOp }) => beslotenOp !== null && beslotenOp >= van && beslotenOp < tot,
  )

export const teBesluiten = ({ draad }: Activiteitverslag, { tot }: Feiten) =>
  draad.besluitmomenten.filter(({ beslotenOp }) => beslotenOp === null || beslotenOp >= tot)

/** The years that the period touches. */
export function jarenVan({ van, tot }: Feiten): number[] {
  const [eerste, laatste] = [Number(van.slice(0, 4)), Number(addDays(tot, -1).slice(0, 4))]
  return Array.from({ length: laatste - eerste + 1 }, (_, i) => eerste + i)
}

export function geldVan(activiteiten: readonly Activiteitverslag[], jaren: readonly number[]) {
  const regels = activiteiten.flatMap(({ draad }) => draad.geld.filter(({ jaar }) => jaren.includes(jaar)))
  const som = (soort: string) =>
    regels.filter((regel) => regel.soort === soort).reduce((totaal, { bedrag }) => totaal + bedrag, 0)
  return { regels: regels.length, kosten: som('kosten'), dekking: som('dekking') }
}
