import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Besluitstand, type Orgaan, organen, type uitkomsten } from './keuzes.ts'

// The way of a decision: college → raad of each gemeente → RBO (regiovisie MVS 2024 §7; visie MV §6.3).

export interface Stap {
  /** What has a lower turn goes first; the same turn goes side by side. */
  readonly beurt: number
  readonly orgaan: Orgaan
  /** Null: of the whole region. */
  readonly gemeenteCode: string | null
  readonly geplandOp: PlainDate | null
  readonly gedaanOp: PlainDate | null
  readonly uitkomst: keyof typeof uitkomsten | null
}

/** A raad waits for the college of its own gemeente; the region waits for every gemeente, and each gemeente for the region. */
export function hangtAfVan(
  stap: Pick<Stap, 'beurt' | 'gemeenteCode'>,
  eerder: Pick<Stap, 'beurt' | 'gemeenteCode'>,
) {
  return (
    eerder.beurt < stap.beurt &&
    (stap.gemeenteCode === null || eerder.gemeenteCode === null || stap.gemeenteCode === eerder.gemeenteCode)
  )
}

export interface Padfout {
  /** Place in the list of steps. */
  readonly stap: number
  readonly veld: 'geplandOp' | 'gedaanOp'
  readonly melding: string
}

/** Steps that go before what they wait for. `naam` says a step in words. */
export function findPadfouten<S extends Stap>(stappen: readonly S[], naam: (stap: S) => string): Padfout[] {
  return stappen.flatMap((stap, i) => {
    const eerst = stappen.filter((een) => hangtAfVan(stap, een))
    const melding = foutVan(stap, eerst, naam)
    return melding ? [{ stap: i, ...melding }] : []
  })
}

function foutVan<S extends Stap>(
  stap: S,
  eerst: readonly S[],
  naam: (stap: S) => string,
): Omit<Padfout, 'stap'> | undefined {
  const { gedaanOp, geplandOp } = stap
  if (gedaanOp !== null) {
    const open = eerst.find((een) => een.gedaanOp === null)
    if (open)
      return { veld: 'gedaanOp', melding: `Deze stap kan nog niet: eerst moet ${naam(open)} klaar zijn.` }
    const nee = eerst.find((een) => een.uitkomst === 'niet_akkoord')
    if (nee) return { veld: 'gedaanOp', melding: `Deze stap kan niet: ${naam(nee)} was niet akkoord.` }
    const later = eerst.find((een) => een.gedaanOp! > gedaanOp)
    if (later)
      return {
        veld: 'gedaanOp',
        melding: `Kies een dag vanaf ${formatLong(later.gedaanOp!)}: toen was ${naam(later)}.`,
      }
    return undefined
  }
  if (geplandOp === null) return undefined
  const later = eerst.find((een) => (een.gedaanOp ?? een.geplandOp ?? '') > geplandOp)
  return later
    ? {
        veld: 'geplandOp',
        melding: `Plan deze stap vanaf ${formatLong((later.gedaanOp ?? later.geplandOp)!)}: dan is ${naam(later)}.`,
      }
    : undefined
}

export interface Besluitfeiten<S extends Stap> {
  readonly beslotenOp: PlainDate | null
  readonly ingetrokkenOp: PlainDate | null
  readonly stappen: readonly S[]
}

export function standVan({ beslotenOp, ingetrokkenOp, stappen }: Besluitfeiten<Stap>): Besluitstand {
  if (ingetrokkenOp !== null) return 'ingetrokken'
  if (stappen.some(({ uitkomst }) => uitkomst === 'niet_akkoord')) return 'niet_akkoord'
  if (beslotenOp === null) return 'voorgenomen'
  return stappen.every(({ gedaanOp }) => gedaanOp !== null) ? 'rond' : 'onderweg'
}

/** Steps that are still to come, those that can be done now first. */
export function findOpenStappen<S extends Stap>(stappen: readonly S[]): { stap: S; isAanDeBeurt: boolean }[] {
  return stappen
    .filter(({ gedaanOp }) => gedaanOp === null)
    .map((stap) => ({
      stap,
      isAanDeBeurt: stappen.every((een) => !hangtAfVan(stap, een) || een.gedaanOp !== null),
    }))
    .sort((a, b) => Number(b.isAanDeBeurt) - Number(a.isAanDeBeurt) || a.stap.beurt - b.stap.beurt)
}

const klein = { raad: 'raad', college: 'college', rbo: 'RBO', asg: 'ASG', overig: 'een ander' } as const

/** `raad van Schiedam`, `RBO`: a step inside a sentence. */
export function stapnaam(
  orgaan: Orgaan,
  gemeente: string | null,
  omschrijving: string | null = null,
): string {
  if (orgaan === 'overig' && omschrijving) return omschrijving
  return gemeente === null ? klein[orgaan] : `${klein[orgaan]} van ${gemeente}`
}

/** The same as a heading. */
export const orgaannaam = (orgaan: Orgaan, gemeente: string | null) =>
  gemeente === null ? organen[orgaan] : `${organen[orgaan]} van ${gemeente}`
