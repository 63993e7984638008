import { hideSmall } from '../../../shared/kleine-cel.ts'

export interface Telling {
  readonly aantal: number
  readonly zichtbaar: boolean
}

export type Getoond<R extends Telling> = Omit<R, 'aantal' | 'zichtbaar'> & {
  readonly aantal: number | null
  readonly afgeschermd: boolean
}

/**
 * Hides what is too small in a list of counts. `bekend`: by what the reader knows a total, from this list or from another
 * table; the total of all is always taken as known.
 */
export function protectVerdeling<R extends Telling>(
  rijen: readonly R[],
  bekend: readonly ((rij: R) => string)[],
  min: number | null,
): Getoond<R>[] {
  const groepen = [...bekend, () => 'alles'].flatMap((key) => groupBy(rijen, key))
  const hidden =
    min === null
      ? new Set<number>()
      : hideSmall(
          rijen.map(({ aantal, zichtbaar }) => ({ aantal, open: zichtbaar })),
          groepen,
          min,
        )
  return rijen.map((rij, i) => {
    const { aantal, zichtbaar: _, ...rest } = rij
    return { ...rest, aantal: hidden.has(i) ? null : aantal, afgeschermd: hidden.has(i) }
  })
}

/** The same counts summed over a key; whoever may open all of the parts may open the sum. */
export function sumBy<R extends Telling>(rijen: readonly R[], key: (rij: R) => string): R[] {
  return groupBy(rijen, key).map((groep) => ({
    ...rijen[groep[0]!]!,
    aantal: groep.reduce((sum, i) => sum + rijen[i]!.aantal, 0),
    zichtbaar: groep.every((i) => rijen[i]!.zichtbaar),
  }))
}

function groupBy<R>(rows: readonly R[], key: (row: R) => string): number[][] {
  const groups = new Map<string, number[]>()
  rows.forEach((row, i) => {
    groups.set(key(row), [...(groups.get(key(row)) ?? []), i])
  })
  return [...groups.values()]
}
