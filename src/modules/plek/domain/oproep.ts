import { dutchInstant, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'

// When someone was called and when someone was there (CAP-18; regiovisie DWO §4.1: within 30 minutes on site).

export type Afhandeling = 'ter_plaatse' | 'op_afstand'

export interface Verloop {
  readonly gebeldDag: PlainDate
  readonly gebeldTijd: string
  readonly afhandeling: Afhandeling | null
  readonly gereageerdDag: PlainDate | null
  readonly gereageerdTijd: string | null
}

export interface Momenten {
  readonly gebeldOp: Date
  readonly gereageerdOp: Date | null
  readonly afhandeling: Afhandeling | null
}

/** The instants of what was typed; refuses what cannot have happened. */
export function decideMomenten(verloop: Verloop, now: Date): Momenten | Rejection {
  const { afhandeling, gereageerdTijd } = verloop
  const gebeldOp = dutchInstant(verloop.gebeldDag, verloop.gebeldTijd)
  if (gebeldOp > now) return fault('gebeldTijd', 'oproep_in_toekomst', 'Deze tijd is nog niet geweest.')
  if (afhandeling === null) {
    if (gereageerdTijd !== null || verloop.gereageerdDag !== null)
      return fault('afhandeling', 'afhandeling_ontbreekt', 'Kies ook hoe de oproep is afgehandeld.')
    return { gebeldOp, gereageerdOp: null, afhandeling }
  }
  if (gereageerdTijd === null)
    return fault('gereageerdTijd', 'tijd_ontbreekt', 'Vul in hoe laat iemand er was of hielp.')
  const gereageerdOp = dutchInstant(verloop.gereageerdDag ?? verloop.gebeldDag, gereageerdTijd)
  if (gereageerdOp < gebeldOp)
    return fault(
      'gereageerdTijd',
      'reactie_voor_oproep',
      'Dit is voor de oproep. Was het na middernacht? Vul dan ook de dag in.',
    )
  if (gereageerdOp > now)
    return fault('gereageerdTijd', 'reactie_in_toekomst', 'Deze tijd is nog niet geweest.')
  return { gebeldOp, gereageerdOp, afhandeling }
}

function fault(field: string, code: string, message: string): Rejection {
  return reject(code, message, { field, status: 422 })
}

/** Whole minutes from the call until the answer; null while nobody answered. */
export function minutenOf({ gebeldOp, gereageerdOp }: Momenten): number | null {
  return gereageerdOp && Math.floor((gereageerdOp.getTime() - gebeldOp.getTime()) / 60_000)
}

/**
 * Was someone there in time? Who was never answered is too late as soon as the norm has passed. Null when nothing was agreed,
 * when help came from a distance, and while the norm still runs.
 */
export function isBinnenNorm(oproep: Momenten, normMinuten: number | null, now: Date): boolean | null {
  if (normMinuten === null || oproep.afhandeling === 'op_afstand') return null
  const uiterlijk = oproep.gebeldOp.getTime() + normMinuten * 60_000
  if (oproep.gereageerdOp) return oproep.gereageerdOp.getTime() <= uiterlijk
  return now.getTime() > uiterlijk ? false : null
}

/** One decimal; null when nothing was measured. */
export const percentageOf = ({ binnenNorm, gemeten }: { binnenNorm: number; gemeten: number }) =>
  gemeten === 0 ? null : Math.round((binnenNorm / gemeten) * 1000) / 10
