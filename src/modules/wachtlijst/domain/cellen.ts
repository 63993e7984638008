import { hideSmall, isSafe } from '../../../shared/kleine-cel.ts'

/** Counts that go outside: below `min` (setting kleine_cel) a cell says nothing (WL-10). */
export interface Cel {
  readonly dossiers: number
  readonly personen: number
  readonly registraties: number
}

/** The smallest of its counts decides about a cell: what hides one of them hides them all. */
const closed = (cellen: readonly Cel[], size: (cel: Cel) => number) =>
  cellen.map((cel) => ({ aantal: size(cel), open: false }))
const smallest = (cel: Cel) => Math.min(cel.dossiers, cel.personen, cel.registraties)

/** Which cells to hide, so that not one below `min` can be computed from the total either. */
export function hiddenCells(cellen: readonly Cel[], min: number): Set<number> {
  return hideSmall(closed(cellen, smallest), [cellen.map((_, i) => i)], min)
}

/** Whether the total may be shown: not when it is small itself, nor when everything hidden adds up to something small. */
export function totalIsSafe(cellen: readonly Cel[], hidden: ReadonlySet<number>, min: number): boolean {
  const sum = cellen.reduce((total, cel) => total + cel.registraties, 0)
  return (
    sum >= min &&
    isSafe(
      closed(cellen, (cel) => cel.registraties),
      hidden,
      cellen.map((_, i) => i),
      min,
    )
  )
}
