import { maten } from './maten.ts'
import { isBinnen, type Terugblikmaat, type Terugcel } from './terugblik.ts'

/**
 * A forecast did not hold when so many months outside its bands come, if it does hold, less than once in a hundred times;
 * or, for one measure by itself, less than once in two hundred. Of 200 histories of six years that the model itself made, this
 * said "did not hold" of 15 (of 60 with four years: 7), because what is estimated is a little off as well; of years in which
 * twice as many people came of all 30, 1.5 times of 27 in 30, 1.3 times of 28 in 40.
 */
const KANS_ALLE = 0.01
const KANS_MAAT = 0.005

/** How often cells lie within the bands, and the chance that a forecast that holds has as many outside the band of 95 percent. */
export interface Dekking {
  readonly cellen: number
  readonly binnen80: number
  readonly binnen95: number
  readonly kans: number
}

export interface Maatdekking extends Dekking {
  readonly maat: Terugblikmaat
  readonly naam: string
  readonly klopte: boolean
  /** Whether more or fewer than expected, by the middle of the runs over all its months. */
  readonly richting: 'meer' | 'minder'
}

export interface Oordeel {
  readonly klopte: boolean
  readonly alle: Dekking
  readonly perMaat: readonly Maatdekking[]
}

/** What a look back says of the forecast. Undefined when there was nothing to compare. */
export function oordeelOver(
  cellen: readonly Pick<
    Terugcel,
    'maat' | 'gebeurd' | 'midden' | 'laag80' | 'hoog80' | 'laag95' | 'hoog95'
  >[],
  kans: number,
  kansen: ReadonlyMap<Terugblikmaat, number>,
): Oordeel | undefined {
  if (cellen.length === 0) return undefined
  const dekking = (deel: typeof cellen, eigen: number): Dekking => ({
    cellen: deel.length,
    binnen80: deel.filter((cel) => isBinnen(cel.gebeurd, cel.laag80, cel.hoog80)).length,
    binnen95: deel.filter((cel) => isBinnen(cel.gebeurd, cel.laag95, cel.hoog95)).length,
    kans: eigen,
  })
  const perMaat = [...kansen].map(([maat, eigen]): Maatdekking => {
    const deel = cellen.filter((cel) => cel.maat === maat)
    const meer = deel.reduce((sum, { gebeurd, midden }) => sum + gebeurd - midden, 0) > 0
    return {
      maat,
      naam: maten[maat],
      ...dekking(deel, eigen),
      klopte: eigen >= KANS_MAAT,
      richting: meer ? 'meer' : 'minder',
    }
  })
  const klopte = kans >= KANS_ALLE && perMaat.every((een) => een.klopte)
  return { klopte, alle: dekking(cellen, kans), perMaat }
}

const zinnen: Readonly<Record<Terugblikmaat, string>> = {
  wachtend: 'wie wacht op een plek',
  bezet: 'wie er verblijft',
  instroom: 'wie zich meldt',
  uitstroom: 'wie de keten verlaat',
  gehuisvest: 'wie een woning krijgt',
}

/** The verdict as everybody reads it, on the page of the look back and beside each scenario. */
export function oordeelInWoorden({ klopte, alle, perMaat }: Oordeel): { kop: string; uitleg: string } {
  const som = `Van de ${alle.cellen} vergelijkingen lagen er ${alle.binnen95} binnen de marge van 95 procent.`
  if (klopte)
    return {
      kop: 'Deze prognose klopte het afgelopen jaar',
      uitleg: `${som} Zo veel afwijking is gewoon toeval.`,
    }
  const fout = perMaat.filter((een) => !een.klopte)
  const redenen = fout.map(
    ({ maat, cellen, binnen95, richting }) =>
      `${zinnen[maat]}: in ${cellen - binnen95} van de ${cellen} vergelijkingen buiten de marge, meestal ${richting} dan verwacht`,
  )
  return {
    kop: 'Deze prognose klopte het afgelopen jaar niet: gebruik haar niet',
    uitleg: `${som} Zo veel afwijking is zelden toeval.${redenen.length > 0 ? ` Het ging mis bij ${redenen.join('; en bij ')}.` : ''} Zolang niet duidelijk is waardoor, zegt een prognose voor het komende jaar ook te weinig. Kijk eerst wat er in de keten is veranderd.`,
  }
}
