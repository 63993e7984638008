import { z } from 'zod'
import type { Indicatorkaart } from './indicator.ts'

/** How twelve months become the number of a year; a share or a median of a year cannot be made of those of its months. */
export const jaarwijzen = {
  som: 'Het hele jaar',
  eind: 'Op 31 december',
  december: 'In december',
} as const
export type Jaarwijze = keyof typeof jaarwijzen

export const Jaarpunt = z.object({ waarde: z.number().nullable(), afgeschermd: z.boolean() })
export type Jaarpunt = z.infer<typeof Jaarpunt>

export function jaarwijzeVan({
  tijd,
  eenheid,
}: Pick<Indicatorkaart, 'tijd'> & { readonly eenheid: string }): Jaarwijze {
  if (tijd === 'stand') return 'eind'
  return eenheid === 'aantal' ? 'som' : 'december'
}

/** Of months in order. A sum shows only when each month does: beside eleven months it would tell the twelfth. */
export function jaarpuntVan(wijze: Jaarwijze, maanden: readonly Jaarpunt[]): Jaarpunt {
  if (wijze !== 'som') {
    const { waarde, afgeschermd } = maanden.at(-1)!
    return { waarde, afgeschermd }
  }
  if (maanden.some(({ waarde }) => waarde === null))
    return { waarde: null, afgeschermd: maanden.some(({ afgeschermd }) => afgeschermd) }
  return { waarde: maanden.reduce((som, { waarde }) => som + waarde!, 0), afgeschermd: false }
}

/** The year and the year before, of 24 months in order. */
export function tweeJaren(wijze: Jaarwijze, maanden: readonly Jaarpunt[]) {
  return { dit: jaarpuntVan(wijze, maanden.slice(12)), vorig: jaarpuntVan(wijze, maanden.slice(0, 12)) }
}

/** What changed, in words; empty when one of the two does not show. */
export function verschilTekst(dit: Jaarpunt, vorig: Jaarpunt, eenheid: string): string {
  if (dit.waarde === null || vorig.waarde === null) return ''
  const verschil = Math.round((dit.waarde - vorig.waarde) * 10) / 10
  if (verschil === 0) return 'gelijk'
  const getal = Math.abs(verschil).toLocaleString('nl-NL', { maximumFractionDigits: 1 })
  const maat =
    eenheid === 'procent'
      ? getal === '1'
        ? ' procentpunt'
        : ' procentpunten'
      : eenheid === 'dagen'
        ? ' dagen'
        : ''
  return `${getal}${maat} ${verschil > 0 ? 'meer' : 'minder'}`
}
