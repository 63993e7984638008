import { type Cel, isSafe } from '../../../shared/kleine-cel.ts'
import { kwartaalNaam, kwartaalOf } from '../../../shared/kwartaal.ts'
import { type Maat, waardeVan } from './indicator.ts'
import type { Beschermd, Gegroepeerd } from './indicator-afscherming.ts'

/**
 * Figures whose months add up to a quarter and a year, so that what is too small for a month can be told of a longer time. Not those that
 * add up to one of these (who refused) or balance against stands (in and out): beside them a hidden one would follow.
 */
const optelbaar: readonly string[] = [
  'meldingen',
  'besluiten',
  'geweigerd',
  'terug_na_weigering',
  'voorstel_geweigerd_aanbieder',
  'voorstel_geweigerd_persoon',
]

export const isOptelbaar = ({ id }: { readonly id: string }): boolean => optelbaar.includes(id)

export interface Maandtelling extends Gegroepeerd {
  readonly maand: string
}

export interface Langer extends Omit<Beschermd, 'groep'> {
  /** `2026-3` for a quarter, `2026` for a year. */
  readonly periode: string
  readonly naam: string
}

type Periode = readonly [periode: string, maanden: readonly Maandtelling[]]

/** The quarters and years that all of their months are given of, newest first, the quarters before the years. */
export function langerVan(maat: Maat, maanden: readonly Maandtelling[], min: number | null): Langer[] {
  const perioden = {
    kwartalen: heel(maanden, ({ maand }) => kwartaalOf(`${maand}-01`), 3),
    jaren: heel(maanden, ({ maand }) => maand.slice(0, 4), 12),
  }
  const gevallen = teTonen(maat, perioden, min, ['n'])
  const waarde = teTonen(maat, perioden, min, maat === 'aandeel' ? ['n', 't', 'rest'] : ['n'])
  const toon = (naam: string, [periode, rijen]: Periode): Langer => {
    const som = (veld: 'n' | 't') => rijen.reduce((totaal, rij) => totaal + rij[veld], 0)
    const telling = { n: som('n'), t: som('t'), wie: 0, som: null, mediaan: null, p90: null, hoogste: null }
    const [telt, mag] = [gevallen.has(periode), gevallen.has(periode) && waarde.has(periode)]
    return {
      periode,
      naam,
      waarde: mag ? waardeVan(maat, telling) : null,
      gevallen: telt ? telling.n : null,
      volledigheid: null,
      afgeschermd: !mag,
    }
  }
  return [
    ...perioden.kwartalen.map((een) => toon(kwartaalNaam(een[0]), een)),
    ...perioden.jaren.map((een) => toon(een[0], een)),
  ]
}

function heel(maanden: readonly Maandtelling[], sleutel: (rij: Maandtelling) => string, aantal: number) {
  const per = new Map<string, Maandtelling[]>()
  for (const rij of maanden) per.set(sleutel(rij), [...(per.get(sleutel(rij)) ?? []), rij])
  return [...per].filter(([, rijen]) => rijen.length === aantal).sort(([a], [b]) => b.localeCompare(a))
}

/** What of a month may not be worked out: how many cases there are, and of a share neither of its sides. */
const kanten = {
  n: ({ n }: Gegroepeerd) => n,
  t: ({ t }: Gegroepeerd) => t,
  rest: ({ n, t }: Gegroepeerd) => n - t,
} as const
type Kant = keyof typeof kanten

/** Of which periods these may be told. What a shown quarter tells already, a year does not tell again: of a year the rest must be safe. */
function teTonen(
  maat: Maat,
  { kwartalen, jaren }: { readonly kwartalen: readonly Periode[]; readonly jaren: readonly Periode[] },
  min: number | null,
  wat: readonly Kant[],
): ReadonlySet<string> {
  const mag = (rijen: readonly Maandtelling[]) =>
    min === null || wat.every((kant) => isVeilig(maat, rijen, min, kant))
  const getoond = new Set(kwartalen.flatMap(([kwartaal, rijen]) => (mag(rijen) ? [kwartaal] : [])))
  const rest = (rijen: readonly Maandtelling[]) =>
    rijen.filter(({ maand }) => !getoond.has(kwartaalOf(`${maand}-01`)))
  return new Set([...getoond, ...jaren.flatMap(([jaar, rijen]) => (mag(rest(rijen)) ? [jaar] : []))])
}

const celVan = ({ dicht }: Gegroepeerd, aantal: number): Cel => ({
  aantal,
  open: dicht === 0,
  ...(dicht !== null && { dicht: Math.min(dicht, aantal) }),
})

/** Whether the sum may stand beside those months that show: together with it, what is hidden must stay so. */
function isVeilig(maat: Maat, rijen: readonly Maandtelling[], min: number, kant: Kant): boolean {
  const isKlein = (rij: Maandtelling, welke: Kant) => {
    const { aantal, open, dicht = aantal } = celVan(rij, kanten[welke](rij))
    return !open && dicht > 0 && dicht < min
  }
  // The cases of a month hide when they are few; both sides of its share when anything of it is.
  const zoekt: readonly Kant[] = kant === 'n' || maat !== 'aandeel' ? ['n'] : ['n', 't', 'rest']
  const cellen = rijen
    .filter((rij) => zoekt.some((welke) => isKlein(rij, welke)))
    .map((rij) => celVan(rij, kanten[kant](rij)))
    .filter(({ aantal }) => aantal > 0)
  const alle = cellen.map((_, i) => i)
  return isSafe(cellen, new Set(alle), alle, min)
}
