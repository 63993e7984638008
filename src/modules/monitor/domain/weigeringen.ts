import { hideSmall } from '../../../shared/kleine-cel.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Weigercijfer } from './contract.ts'

export interface WeigerRij {
  readonly maand: PlainDate
  readonly zijde: 'toegang' | 'persoon'
  readonly reden: string
  readonly aantal: number
  readonly zichtbaar: boolean
}

/**
 * The same refusals per month and for the whole period. The total of a month stands in the table of decisions and that of a
 * reason in the other view: neither may give a hidden cell away.
 */
export function protectWeigeringen(rijen: readonly WeigerRij[], min: number | null) {
  const all = groupBy(rijen, () => 'alles')
  const perReden = groupBy(rijen, (rij) => `${rij.zijde} ${rij.reden}`)
  const perMaandGroepen = groupBy(rijen, (rij) => rij.maand)
  const totalen = perReden.map((groep) => ({
    maand: null,
    zijde: rijen[groep[0]!]!.zijde,
    reden: rijen[groep[0]!]!.reden,
    aantal: groep.reduce((sum, i) => sum + rijen[i]!.aantal, 0),
    zichtbaar: groep.every((i) => rijen[i]!.zichtbaar),
  }))
  const hide = (list: readonly { aantal: number; zichtbaar: boolean }[], groepen: number[][]) =>
    min === null
      ? new Set<number>()
      : hideSmall(
          list.map(({ aantal, zichtbaar }) => ({ aantal, open: zichtbaar })),
          groepen,
          min,
        )
  const closed = hide(rijen, [...perMaandGroepen, ...perReden, ...all])
  const closedTotal = hide(
    totalen,
    groupBy(totalen, () => 'alles'),
  )
  return {
    perMaand: rijen.map((rij, i) => toCijfer(rij, closed.has(i))),
    samen: totalen.map((rij, i) => toCijfer(rij, closedTotal.has(i))),
  }
}

function toCijfer(
  rij: Omit<WeigerRij, 'maand'> & { maand: PlainDate | null },
  hidden: boolean,
): Weigercijfer {
  const { maand, zijde, reden, aantal } = rij
  return { maand, zijde, reden, aantal: hidden ? null : aantal, afgeschermd: hidden }
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): number[][] {
  const groups = new Map<string, number[]>()
  rows.forEach((row, i) => {
    groups.set(key(row), [...(groups.get(key(row)) ?? []), i])
  })
  return [...groups.values()]
}
