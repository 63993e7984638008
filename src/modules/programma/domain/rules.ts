import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { behaald } from './activiteit-contract.ts'
import type { Stand, Uitkomst } from './keuzes.ts'

export const KLAAR: readonly Stand[] = ['afgerond', 'voortijdig_beeindigd']

/** Nothing is written of a day that has not been. */
export function notInToekomst(op: PlainDate, today: PlainDate, field: string): Rejection | undefined {
  return op > today
    ? reject('datum_in_toekomst', `Kies een dag tot en met ${formatLong(today)}.`, { field, status: 422 })
    : undefined
}

interface Streef {
  readonly streefwaarde: number | null
  readonly streefOp: PlainDate | null
  readonly richting: 'hoger' | 'lager' | null
}

/**
 * Whether a target was reached: the newest number on or before its day decides. After that day it is reached or not; before
 * it, what is not there yet may still come. Null without a target.
 */
export function behaaldVan(
  { streefwaarde, streefOp, richting }: Streef,
  waarden: readonly { readonly op: PlainDate; readonly waarde: number }[],
  today: PlainDate,
): keyof typeof behaald | null {
  if (streefwaarde === null || richting === null) return null
  const meetellend = waarden.filter(({ op }) => streefOp === null || op <= streefOp)
  const laatste = meetellend.reduce<(typeof waarden)[number] | undefined>(
    (beste, een) => (beste === undefined || een.op >= beste.op ? een : beste),
    undefined,
  )
  const isVoorbij = streefOp !== null && streefOp < today
  if (laatste === undefined) return isVoorbij && waarden.length > 0 ? 'niet_gehaald' : 'geen_getal'
  const gehaald = richting === 'hoger' ? laatste.waarde >= streefwaarde : laatste.waarde <= streefwaarde
  if (gehaald) return 'gehaald'
  return isVoorbij ? 'niet_gehaald' : 'op_weg'
}

/** What a decision does with how the activiteit stands; null when that stays as it is. */
export function standNaBesluit(uitkomst: Uitkomst, nu: Stand | null): Stand | null {
  if (nu !== null && KLAAR.includes(nu) && uitkomst === 'stoppen') return null
  if (uitkomst === 'stoppen') return 'voortijdig_beeindigd'
  if (uitkomst === 'opschalen') return 'uitgebreid'
  if (uitkomst === 'doorgaan') return 'voortgezet'
  return null
}

interface Dienend {
  readonly heeftMeting: boolean
}

/** What is missing at a part that must be reached: nobody works on it, or nobody can see whether it helps. */
export function gatenVan(
  moetBereikt: boolean,
  dienend: readonly Dienend[],
): ('geen_activiteit' | 'geen_meting')[] {
  if (!moetBereikt) return []
  if (dienend.length === 0) return ['geen_activiteit']
  return dienend.some(({ heeftMeting }) => heeftMeting) ? [] : ['geen_meting']
}

/** Which parts an activiteit serves through others: its thema serves the pijler that the thema contributes to, a doel its pijler. */
export function dientOok(
  onderdelen: readonly {
    readonly id: string
    readonly onderId: string | null
    readonly naar: readonly string[]
  }[],
  dient: readonly string[],
): Map<string, string> {
  const per = new Map(onderdelen.map((een) => [een.id, een]))
  const via = new Map<string, string>()
  const gedaan = new Set(dient)
  let rand = dient.map((id) => ({ id, begin: id }))
  while (rand.length > 0) {
    const volgende: typeof rand = []
    for (const { id, begin } of rand) {
      const onderdeel = per.get(id)
      for (const verder of onderdeel
        ? [...onderdeel.naar, ...(onderdeel.onderId ? [onderdeel.onderId] : [])]
        : []) {
        if (gedaan.has(verder)) continue
        gedaan.add(verder)
        via.set(verder, begin)
        volgende.push({ id: verder, begin })
      }
    }
    rand = volgende
  }
  return via
}
