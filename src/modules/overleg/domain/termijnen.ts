import { addDays, addMonths, isPlainDate, type PlainDate } from '../../../shared/plain-date.ts'
import type { overeenkomststanden, vergaderstatussen } from './keuzes.ts'

/** Papers are due some days before the meeting; null when there are none. */
export const stukkenOpVan = (datum: PlainDate, dagen: number | null): PlainDate | null =>
  dagen === null ? null : addDays(datum, -dagen)

/** From the day on which papers are due. What is over or was called off needs none any more. */
export const vraagtStukken = (
  vergadering: { readonly status: keyof typeof vergaderstatussen; readonly stukkenOp: PlainDate | null },
  today: PlainDate,
) => vergadering.status === 'gepland' && vergadering.stukkenOp !== null && vergadering.stukkenOp <= today

/** A year without a leap day has it as well. */
export const isDagInJaar = (maand: number, dag: number) => isPlainDate(dagVan(2023, maand, dag))

export function dagVan(jaar: number, maand: number, dag: number): PlainDate {
  const twee = (getal: number) => String(getal).padStart(2, '0')
  return `${jaar}-${twee(maand)}-${twee(dag)}`
}

interface Looptijd {
  readonly eindigtOp: PlainDate | null
  readonly opzegtermijnMaanden: number | null
  readonly herzienOp: PlainDate | null
  readonly afgeslotenOp: PlainDate | null
}

/** Last day to give notice, so that it ends on the agreed day: so many months before it. */
export function opzeggenVoorVan({ eindigtOp, opzegtermijnMaanden }: Looptijd): PlainDate | null {
  if (eindigtOp === null || opzegtermijnMaanden === null) return null
  return addMonths(eindigtOp, -opzegtermijnMaanden)
}

/** What falls on `herinnerTot` or before asks for attention. */
export function overeenkomststandVan(
  looptijd: Looptijd,
  today: PlainDate,
  herinnerTot: PlainDate,
): keyof typeof overeenkomststanden {
  const { eindigtOp, herzienOp, afgeslotenOp } = looptijd
  if (afgeslotenOp !== null) return 'afgesloten'
  if (eindigtOp !== null && eindigtOp < today) return 'voorbij'
  const opzeggen = opzeggenVoorVan(looptijd)
  const nabij = (dag: PlainDate | null) => dag !== null && dag <= herinnerTot
  return nabij(eindigtOp) || nabij(herzienOp) || (nabij(opzeggen) && opzeggen! >= today) ? 'nabij' : 'loopt'
}
