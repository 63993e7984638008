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

/** The quarters and years that all of their months are given of, newest first, the quarters before the years. */
export function langerVan(maat: Maat, maanden: readonly Maandtelling[], min: number | null): Langer[] {
  const kwartalen = heel(maanden, ({ maand }) => kwartaalOf(`${maand}-01`), 3)
  const jaren = heel(maanden, ({ maand }) => maand.slice(0, 4), 12)
  const telbaar = (rijen: readonly Maandtelling[]) => min === null || isTeTonen(maat, rijen, min)
  const verborgenKwartalen = new Set(
    kwartalen.flatMap(([kwartaal, rijen]) => (telbaar(rijen) ? [] : [kwartaal])),
  )
  /** What a shown quarter tells already, a year does not tell again: of a year the rest must be safe. */
  const nogNiet = (rijen: readonly Maandtelling[]) =>
    rijen.filter(({ maand }) => verborgenKwartalen.has(kwartaalOf(`${maand}-01`)))
  return [
    ...kwartalen.map(([periode, rijen]) =>
      toon(maat, { periode, naam: kwartaalNaam(periode) }, rijen, telbaar(rijen)),
    ),
    ...jaren.map(([periode, rijen]) =>
      toon(maat, { periode, naam: periode }, rijen, telbaar(nogNiet(rijen))),
    ),
  ]
}

function heel(maanden: readonly Maandtelling[], sleutel: (rij: Maandtelling) => string, aantal: number) {
  const per = new Map<string, Maandtelling[]>()
  for (const rij of maanden) per.set(sleutel(rij), [...(per.get(sleutel(rij)) ?? []), rij])
  return [...per].filter(([, rijen]) => rijen.length === aantal).sort(([a], [b]) => b.localeCompare(a))
}

/** What of a month may not be worked out: how many cases there are, and of a share neither of its sides. */
const kantenVan = (maat: Maat, { n, t }: Gegroepeerd): number[] => (maat === 'aandeel' ? [n, t, n - t] : [n])

const celVan = ({ dicht }: Gegroepeerd, aantal: number): Cel => ({
  aantal,
  open: dicht === 0,
  ...(dicht !== null && { dicht: Math.min(dicht, aantal) }),
})

/** Whether the sum may stand beside those months that show: together with it, what is hidden must stay so. */
function isTeTonen(maat: Maat, rijen: readonly Maandtelling[], min: number): boolean {
  const isKlein = ({ aantal, open, dicht = aantal }: Cel) => !open && dicht > 0 && dicht < min
  const maanden = rijen.map((rij) => kantenVan(maat, rij).map((aantal) => celVan(rij, aantal)))
  const aantalKanten = maat === 'aandeel' ? 3 : 1
  return Array.from({ length: aantalKanten }).every((_, kant) => {
    // The cases of a month hide when they are few; both sides of its share when anything of it is.
    const verborgen = maanden.filter((kanten) => (kant === 0 ? isKlein(kanten[0]!) : kanten.some(isKlein)))
    const cellen = verborgen.map((kanten) => kanten[kant]!).filter(({ aantal }) => aantal > 0)
    const alle = cellen.map((_, i) => i)
    return isSafe(cellen, new Set(alle), alle, min)
  })
}

function toon(
  maat: Maat,
  wat: Pick<Langer, 'periode' | 'naam'>,
  rijen: readonly Maandtelling[],
  mag: boolean,
): Langer {
  const som = (veld: 'n' | 't') => rijen.reduce((totaal, rij) => totaal + rij[veld], 0)
  const [n, t] = [som('n'), som('t')]
  const telling = { n, t, wie: 0, som: null, mediaan: null, p90: null, hoogste: null }
  return {
    ...wat,
    waarde: mag ? waardeVan(maat, telling) : null,
    gevallen: mag ? n : null,
    volledigheid: null,
    afgeschermd: !mag,
  }
}
