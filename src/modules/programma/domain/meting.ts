import { studentT95 } from '../../../shared/student.ts'
import type { gepaard, stellingrichtingen } from './keuzes.ts'
import type { oordelen } from './meting-contract.ts'

/** What one question of a measurement says, as the source gives it. Averages are on the scale of the measurement. */
export interface Gemeten {
  readonly stelling: string
  readonly richting: keyof typeof stellingrichtingen
  readonly nul: number | null
  readonly na: number | null
  readonly verschil: number | null
  readonly spreidingNul: number | null
  readonly spreidingNa: number | null
  readonly spreidingVerschil: number | null
}

export interface Opzet {
  readonly gepaard: keyof typeof gepaard
  readonly aantalNul: number | null
  readonly aantalNa: number | null
}

export interface Interval {
  readonly laag: number
  readonly hoog: number
}

/** Below this number of people one answer moves the average by more than a tenth of the scale of ten. */
export const KLEINE_GROEP = 30

const rond = (value: number, cijfers: number) => Math.round(value * 10 ** cijfers) / 10 ** cijfers

/** The difference as printed; without one the averages give it, without the noise of floating point. */
export function verschilVan({ verschil, nul, na }: Gemeten): number | null {
  if (verschil !== null) return verschil
  return nul === null || na === null ? null : rond(na - nul, 4)
}

/** Whether the printed difference is another one than the printed averages give: they were rounded before. */
export function wijktAf({ verschil, nul, na }: Gemeten): boolean {
  return verschil !== null && nul !== null && na !== null && rond(na - nul, 4) !== rond(verschil, 4)
}

/**
 * 95% interval of the difference. Of the same people: their differences (Student's t). Of others: Welch, with the degrees of
 * freedom of Satterthwaite. Null when the spread or the number of people is not known, or whether they were the same.
 */
export function intervalVan(gemeten: Gemeten, opzet: Opzet): Interval | null {
  const verschil = verschilVan(gemeten)
  const { aantalNul, aantalNa } = opzet
  if (verschil === null || aantalNul === null || aantalNa === null) return null
  if (aantalNul < 2 || aantalNa < 2) return null
  const rondom = (half: number) => ({ laag: verschil - half, hoog: verschil + half })
  if (opzet.gepaard === 'ja') {
    const { spreidingVerschil } = gemeten
    const paren = Math.min(aantalNul, aantalNa)
    return spreidingVerschil === null
      ? null
      : rondom((studentT95(paren - 1) * spreidingVerschil) / Math.sqrt(paren))
  }
  const { spreidingNul, spreidingNa } = gemeten
  if (opzet.gepaard === 'onbekend' || spreidingNul === null || spreidingNa === null) return null
  const [nul, na] = [spreidingNul ** 2 / aantalNul, spreidingNa ** 2 / aantalNa]
  if (nul + na === 0) return rondom(0)
  const welch = (nul + na) ** 2 / (nul ** 2 / (aantalNul - 1) + na ** 2 / (aantalNa - 1))
  // Between 1 and 3 degrees the quantile is only known at 1 and 2: the lower one, as too wide is honest and too narrow is not.
  const vrijheid = welch < 3 ? Math.floor(welch + 1e-9) : welch
  return rondom(studentT95(vrijheid) * Math.sqrt(nul + na))
}

/** Which way an average went, without saying that it is more than chance. */
export function oordeelVan(gemeten: Gemeten): keyof typeof oordelen {
  const verschil = verschilVan(gemeten)
  if (verschil === null) return 'onbekend'
  if (verschil === 0) return 'gelijk'
  if (gemeten.richting === 'geen') return 'veranderd'
  return verschil > 0 === (gemeten.richting === 'hoger') ? 'beter' : 'slechter'
}

const woord = (aantal: number, een: string, meer: string) => `${aantal} ${aantal === 1 ? een : meer}`

/** What can be said of a measurement, and what cannot, in B1 sentences. */
export function conclusieVan(stellingen: readonly Gemeten[], opzet: Opzet): string[] {
  const telbaar = stellingen.filter((een) => een.richting !== 'geen' && verschilVan(een) !== null)
  const oordelen = telbaar.map(oordeelVan)
  const hoeveel = (oordeel: string) => oordelen.filter((een) => een === oordeel).length
  const zinnen: string[] = []
  if (telbaar.length === 0)
    zinnen.push(
      'Er is nog geen verschil te zien: er is geen nameting, of bij geen stelling staat wat beter is.',
    )
  else
    zinnen.push(
      `Van ${woord(telbaar.length, 'stelling', 'stellingen')} waarbij staat wat beter is, ${hoeveel('beter') === 1 ? 'werd' : 'werden'} er ${hoeveel('beter')} beter, ${hoeveel('slechter')} minder goed en ${hoeveel('gelijk') === 1 ? 'bleef' : 'bleven'} er ${hoeveel('gelijk')} gelijk.`,
    )
  zinnen.push(...overMensen(opzet))
  const intervallen = stellingen.flatMap((een) => intervalVan(een, opzet) ?? [])
  if (intervallen.length === 0)
    zinnen.push(
      'Hoe ver de antwoorden uit elkaar lagen, is niet bekend. Daarom is niet te zeggen of een verschil meer is dan toeval.',
    )
  else {
    const zeker = intervallen.filter(({ laag, hoog }) => laag > 0 || hoog < 0).length
    zinnen.push(
      `Bij ${zeker} van ${woord(intervallen.length, 'stelling', 'stellingen')} met een marge is het verschil groter dan de marge van 95 procent. Bij zoveel stellingen is er altijd kans dat er één bij toeval buiten valt.`,
    )
  }
  zinnen.push(
    'Er is geen groep om mee te vergelijken die niet meedeed. Wat er verder in het leven van deze mensen veranderde, telt dus mee.',
  )
  return zinnen
}

function overMensen({ gepaard, aantalNul, aantalNa }: Opzet): string[] {
  const zinnen: string[] = []
  if (gepaard === 'onbekend')
    zinnen.push(
      'Of dezelfde mensen twee keer antwoordden, staat er niet bij. Het verschil kan ook komen doordat er anderen waren.',
    )
  if (gepaard === 'nee')
    zinnen.push(
      'Voor en na antwoordden andere mensen. Een verschil zegt dus iets over groepen, niet over een persoon.',
    )
  if (aantalNul === null || aantalNa === null)
    zinnen.push('Hoeveel mensen antwoordden, staat er niet (helemaal) bij.')
  const bekend = [aantalNul, aantalNa].filter((aantal) => aantal !== null)
  if (bekend.length > 0 && Math.min(...bekend) < KLEINE_GROEP)
    zinnen.push(
      `De groep is klein (${woord(Math.min(...bekend), 'mens', 'mensen')}): één ander antwoord maakt al verschil.`,
    )
  if (gepaard === 'ja' && aantalNul !== null && aantalNa !== null && aantalNul !== aantalNa)
    zinnen.push(
      `Voor ${aantalNul === 1 ? 'antwoordde' : 'antwoordden'} ${woord(aantalNul, 'mens', 'mensen')} en na ${aantalNa}. Wie afhaakte, telt bij de nameting niet mee.`,
    )
  return zinnen
}
