import { addDays, daysBetween, formatLong, type PlainDate, toDayNumber } from '../../../shared/plain-date.ts'
import { fitWave, shrinkRates, type Wave } from '../../../simulation/rates.ts'
import { BRON, bronAanname } from './aannames.ts'
import type { Schatting } from './ijking.ts'
import type { Ketenfeiten, Wachtfeit } from './ketenfeiten.ts'

const JAAR = 365.25
const MAAND = JAAR / 12

/** How the reports of a product go through the year, and over the years. */
export interface Verloop extends Wave {
  readonly n: number
  /** Rate of the peildatum over the mean rate of the records. */
  readonly niveau: number
  /** Growth a year from the peildatum on, as a share of the rate of that day; within a tenth. */
  readonly groei: number
}

/**
 * First day from which the arrivals of a product were recorded. A silence in which more than five would have come at the
 * later rate is no chance: then the product came into the register later.
 */
function beginOf(komst: readonly Wachtfeit[], begin: PlainDate, peildatum: PlainDate): PlainDate {
  const first = komst.reduce((day, { op }) => (op < day ? op : day), peildatum)
  const after = Math.max(1, daysBetween(first, peildatum))
  return (komst.length * daysBetween(begin, first)) / after > 5 ? first : begin
}

export function shrinkInstroom(
  { producten, gemeenten, peildatum }: Ketenfeiten,
  komst: readonly Wachtfeit[],
  begin: PlainDate | null,
  golven: readonly Verloop[],
  kleinsteGetal: number,
): Map<string, Schatting>[] {
  const columns = [...gemeenten.map(({ code }) => code), ELDERS]
  const areaOf = ({ gemeente }: Wachtfeit) => (gemeente && columns.includes(gemeente) ? gemeente : ELDERS)
  const perProduct = producten.map(({ id }) => komst.filter((wacht) => wacht.productId === id))
  const tel = perProduct.map((rows) =>
    columns.map((code) => rows.filter((wacht) => areaOf(wacht) === code).length),
  )
  const rates = shrinkRates(tel, 1)
  return producten.map((_, p) => {
    const from = begin && beginOf(perProduct[p]!, begin, peildatum)
    const { niveau } = golven[p]!
    const perYear = from ? (niveau * JAAR) / Math.max(1, daysBetween(from, peildatum)) : 0
    return new Map(
      columns.map((code, g): [string, Schatting] => {
        const cell = rates[p]![g]!
        const few = cell.count > 0 && cell.count < kleinsteGetal
        // Too few to tell: what the rest of the table leads one to expect, and not the count itself.
        const rate = few ? cell.expected : cell.rate
        const schatting: Schatting = {
          waarde: rate * perYear,
          laag: (few ? Math.min(cell.low, rate) : cell.low) * perYear,
          hoog: (few ? Math.max(cell.high, rate) : cell.high) * perYear,
          n: few ? null : cell.count,
          bron: BRON,
          aanname:
            [
              few && 'Te weinig gevallen. Geschat uit wat het product en de gemeente verder laten zien.',
              !few &&
                from &&
                from > begin! &&
                `Geteld vanaf ${formatLong(from)}: eerder staat er voor dit product niemand in het register.`,
              niveau !== 1 && 'Met de groei of daling gebracht naar hoeveel het er nu zijn.',
            ]
              .filter(Boolean)
              .join(' ') || null,
        }
        return [code, schatting]
      }),
    )
  })
}

/**
 * Before anybody was seen to leave: as many come as it takes to keep the places as full as they are now (Little's law turned
 * round), shared out as those who wait now are when no gemeente has few of them.
 */
export function steadyInstroom(
  { gemeenten, wachtenden }: Ketenfeiten,
  aanwezig: number,
  verblijfsduur: number,
  kleinsteGetal: number,
): Map<string, Schatting> {
  const wacht = wachtenden.filter(({ gestartOp, wegOp }) => !gestartOp && !wegOp)
  const tel = gemeenten.map(({ code }) => wacht.filter(({ gemeente }) => gemeente === code).length)
  const total = tel.reduce((sum, count) => sum + count, 0)
  // A share of few is as good as the number itself.
  const verdeeld = total > 0 && tel.every((count) => count === 0 || count >= kleinsteGetal)
  return new Map(
    gemeenten.map(({ code }, g) => {
      const deel = verdeeld ? tel[g]! / total : 1 / gemeenten.length
      const waarde = (aanwezig / verblijfsduur) * JAAR * deel
      return [
        code,
        {
          waarde,
          laag: waarde / 2,
          hoog: waarde * 2,
          n: null,
          bron: bronAanname,
          aanname: `Er is nog geen vertrek vastgelegd. Aangenomen: er komen er zoveel dat de plekken even vol blijven, ${verdeeld ? 'verdeeld zoals wie nu wacht' : 'uit elke gemeente evenveel'}.`,
        },
      ]
    }),
  )
}

/** Who counts for no gemeente of the region. */
export const ELDERS = 'elders'

/** Most growth or decline a year that is carried into the years ahead: more is never the whole story. */
export const MEESTE_GROEI = 0.1

export function golfVan(komst: readonly Wachtfeit[], begin: PlainDate | null, peildatum: PlainDate): Verloop {
  const months: { day: number; days: number; count: number }[] = []
  const from = begin ? beginOf(komst, begin, peildatum) : peildatum
  const first = toDayNumber(from)
  const whole = Math.floor(daysBetween(from, peildatum) / MAAND)
  for (let m = 0; m < whole; m++) {
    const middle = addDays(from, Math.round((m + 0.5) * MAAND))
    const count = komst.filter(({ op }) => Math.floor((toDayNumber(op) - first) / MAAND) === m).length
    months.push({ day: daysBetween(`${middle.slice(0, 4)}-01-01`, middle), days: MAAND, count })
  }
  const wave = fitWave(months)
  const trend = Math.max(-MEESTE_GROEI, Math.min(MEESTE_GROEI, wave.trend))
  const niveau = Math.max(0.1, 1 + (trend * daysBetween(from, peildatum)) / JAAR / 2)
  const groei = Math.max(-MEESTE_GROEI, Math.min(MEESTE_GROEI, trend / niveau))
  return { ...wave, trend, n: komst.length, niveau, groei }
}
