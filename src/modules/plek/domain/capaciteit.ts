import type { Id } from '../../../shared/id.ts'
import { contains, type Periode } from '../../../shared/periode.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'

/** What someone needs of a plek: these kenmerken, and room for so many people. */
export interface Vraag {
  readonly vereisteKenmerken: readonly string[]
  readonly personen: number
}

/** What a plek offers; kenmerken of its locatie included. */
export interface Ruimte {
  readonly kenmerken: readonly string[]
  readonly personenMaximum: number
}

export interface PlekOpBord extends Ruimte, Periode {
  readonly id: Id
  readonly locatieId: Id
  readonly productId: Id
}

/** A row of `bezetting()`: what takes a plek, without persons. A voorstel without plek has `plekId` null. */
export interface Bezetting extends Periode {
  readonly plekId: Id | null
  readonly locatieId: Id
  readonly productId: Id
  /** `boeking`: a time-out place held ahead. */
  readonly soort: 'verblijf' | 'voorstel' | 'boeking' | 'buiten_gebruik'
  readonly kenmerken: readonly string[]
  readonly personen: number
  /** From this day the stay could end and the plek is blocked; null while not. */
  readonly geblokkeerdOp: PlainDate | null
  readonly verwachtEindeOp: PlainDate | null
  /** The voorstel that holds; null for other rows. */
  readonly voorstelId: Id | null
}

export interface Mismatch {
  readonly code: 'te_klein' | 'kenmerk_ontbreekt'
  /** The missing kenmerk; null for other reasons. */
  readonly kenmerk: string | null
}

export function listMismatches(ruimte: Ruimte, vraag: Vraag): Mismatch[] {
  const missing = vraag.vereisteKenmerken
    .filter((kenmerk) => !ruimte.kenmerken.includes(kenmerk))
    .map((kenmerk) => ({ code: 'kenmerk_ontbreekt' as const, kenmerk }))
  return vraag.personen > ruimte.personenMaximum ? [{ code: 'te_klein', kenmerk: null }, ...missing] : missing
}

export function fits(ruimte: Ruimte, vraag: Vraag): boolean {
  return listMismatches(ruimte, vraag).length === 0
}

/**
 * The largest number of vragen that fit at once, one per ruimte (bipartite matching by augmenting paths). Per vraag the
 * index of its ruimte, or -1 when it gets none. A voorstel asks for a space, not for a plek, so only this tells how many
 * voorstellen can be kept at the same time.
 */
export function matchRuimten(ruimten: readonly Ruimte[], vragen: readonly Vraag[]): number[] {
  const takenBy = new Map<number, number>()
  const given: number[] = vragen.map(() => -1)
  for (let vraag = 0; vraag < vragen.length; vraag++) augment(ruimten, vragen, takenBy, vraag, new Set())
  for (const [ruimte, vraag] of takenBy) given[vraag] = ruimte
  return given
}

function augment(
  ruimten: readonly Ruimte[],
  vragen: readonly Vraag[],
  takenBy: Map<number, number>,
  vraag: number,
  tried: Set<number>,
): boolean {
  for (let ruimte = 0; ruimte < ruimten.length; ruimte++) {
    if (tried.has(ruimte) || !fits(ruimten[ruimte]!, vragen[vraag]!)) continue
    tried.add(ruimte)
    const holder = takenBy.get(ruimte)
    if (holder === undefined || augment(ruimten, vragen, takenBy, holder, tried)) {
      takenBy.set(ruimte, vraag)
      return true
    }
  }
  return false
}

const matched = (given: readonly number[]) => given.filter((ruimte) => ruimte >= 0).length

/**
 * May one more voorstel be made? Yes when with it one more can be kept than without; a voorstel that was overbooked
 * before does not stand in the way of a space that it cannot use.
 */
export function canHold(
  vrij: readonly Ruimte[],
  holds: readonly Vraag[],
  nieuw: Vraag,
): { ok: true } | { ok: false; reden: 'geen_vrije_plek' | 'geen_passende_plek' | 'vastgehouden' } {
  if (vrij.length === 0) return { ok: false, reden: 'geen_vrije_plek' }
  if (!vrij.some((ruimte) => fits(ruimte, nieuw))) return { ok: false, reden: 'geen_passende_plek' }
  const before = matched(matchRuimten(vrij, holds))
  const after = matched(matchRuimten(vrij, [...holds, nieuw]))
  return after > before ? { ok: true } : { ok: false, reden: 'vastgehouden' }
}

/** How many more of the same vraag can be held. */
export function countExtra(vrij: readonly Ruimte[], holds: readonly Vraag[], vraag: Vraag): number {
  const fitting = vrij.filter((ruimte) => fits(ruimte, vraag)).length
  if (holds.length === 0 || fitting === 0) return fitting
  const before = matched(matchRuimten(vrij, holds))
  const same = Array.from({ length: fitting }, () => vraag)
  return matched(matchRuimten(vrij, [...holds, ...same])) - before
}

/** May this very plek be taken without breaking a promise: do the open voorstellen still fit on the other free ones? */
export function canTake(
  vrij: readonly (Ruimte & { readonly id: Id })[],
  holds: readonly Vraag[],
  plekId: Id,
): boolean {
  if (holds.length === 0) return true
  const others = vrij.filter((ruimte) => ruimte.id !== plekId)
  return matched(matchRuimten(others, holds)) === matched(matchRuimten(vrij, holds))
}

export type PlekStand = 'vrij' | 'vastgehouden' | 'bezet' | 'geblokkeerd' | 'buiten_gebruik'

export interface Telling {
  /** All plekken that exist on the day; totaal = vrij + vastgehouden + bezet + geblokkeerd + buitenGebruik. */
  readonly totaal: number
  readonly vrij: number
  /** Free, but held for someone by an open voorstel. */
  readonly vastgehouden: number
  readonly bezet: number
  /** Taken by someone who could leave: uitstroomgereed. */
  readonly geblokkeerd: number
  readonly buitenGebruik: number
  /** Voorstellen for which there is no plek; on top of totaal. */
  readonly overboekt: number
  /** Of bezet and geblokkeerd: expected to be free on the day. */
  readonly verwachtVrij: number
}

export interface Groep {
  readonly locatieId: Id
  readonly productId: Id
  readonly telling: Telling
  readonly vrijePlekken: readonly Ruimte[]
  /** Open voorstellen without a plek, from before or on the day. */
  readonly holds: readonly Vraag[]
}

const isHold = (row: Bezetting) => row.soort === 'voorstel' || row.soort === 'boeking'

/** The stand of one plek on a day. A stay goes before buiten gebruik, that before a voorstel or a booking. */
export function standOf(rows: readonly Bezetting[], op: PlainDate): PlekStand {
  const now = rows.filter((row) => contains(row, op))
  const verblijf = now.find((row) => row.soort === 'verblijf')
  if (verblijf)
    return verblijf.geblokkeerdOp !== null && verblijf.geblokkeerdOp <= op ? 'geblokkeerd' : 'bezet'
  if (now.some((row) => row.soort === 'buiten_gebruik')) return 'buiten_gebruik'
  return now.some(isHold) ? 'vastgehouden' : 'vrij'
}

const groupKey = (row: { locatieId: Id; productId: Id }) => `${row.locatieId} ${row.productId}`

function groupBy<T>(rows: readonly T[], key: (row: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const name = key(row)
    if (name === null) continue
    const group = groups.get(name)
    if (group) group.push(row)
    else groups.set(name, [row])
  }
  return groups
}

/** Rows of occupancy ready to be counted for many days: grouped once, per plek and per locatie and product. */
export function groupBezetting(plekken: readonly PlekOpBord[], bezetting: readonly Bezetting[]) {
  return {
    plekken: groupBy(plekken, groupKey),
    perPlek: groupBy(bezetting, (row) => row.plekId),
    /** Holds without a plek count for the group of their locatie and product. */
    zonderPlek: groupBy(bezetting, (row) => (row.plekId === null ? groupKey(row) : null)),
  }
}
export type GegroepeerdeBezetting = ReturnType<typeof groupBezetting>

/** Per locatie and product: how many plekken are in which stand on a day. */
export function countCapaciteit(grouped: GegroepeerdeBezetting, op: PlainDate): Groep[] {
  const names = new Set([...grouped.plekken.keys(), ...grouped.zonderPlek.keys()])
  return [...names].flatMap((name) => {
    const plekken = (grouped.plekken.get(name) ?? []).filter((plek) => contains(plek, op))
    const holds = (grouped.zonderPlek.get(name) ?? []).filter((row) => contains(row, op))
    if (plekken.length === 0 && holds.length === 0) return []
    const [locatieId, productId] = name.split(' ') as [Id, Id]
    return [{ locatieId, productId, ...countGroep(plekken, holds, grouped.perPlek, op) }]
  })
}

function countGroep(
  plekken: readonly PlekOpBord[],
  holdRows: readonly Bezetting[],
  perPlek: ReadonlyMap<string, readonly Bezetting[]>,
  op: PlainDate,
): Omit<Groep, 'locatieId' | 'productId'> {
  const count: Record<PlekStand, number> = {
    vrij: 0,
    vastgehouden: 0,
    bezet: 0,
    geblokkeerd: 0,
    buiten_gebruik: 0,
  }
  const vrijePlekken: Ruimte[] = []
  let verwachtVrij = 0
  let overboekt = 0
  for (const plek of plekken) {
    const rows = perPlek.get(plek.id) ?? []
    const stand = standOf(rows, op)
    count[stand]++
    if (stand === 'vrij') vrijePlekken.push(plek)
    const now = rows.filter((row) => contains(row, op))
    const chosen = now.filter(isHold).length
    overboekt += stand === 'vastgehouden' ? chosen - 1 : chosen
    if (stand === 'bezet' || stand === 'geblokkeerd') {
      const end = now.find((row) => row.soort === 'verblijf')?.verwachtEindeOp
      if (end && end <= op) verwachtVrij++
    }
  }
  const holds = holdRows.map((row) => ({ vereisteKenmerken: row.kenmerken, personen: row.personen }))
  return {
    telling: settle(
      {
        totaal: plekken.length,
        vrij: count.vrij,
        vastgehouden: count.vastgehouden,
        bezet: count.bezet,
        geblokkeerd: count.geblokkeerd,
        buitenGebruik: count.buiten_gebruik,
        overboekt,
        verwachtVrij,
      },
      vrijePlekken,
      holds,
    ),
    vrijePlekken,
    holds,
  }
}

/** Voorstellen without a plek take a free one that fits; those for which none is left are overbooked. */
export function settle(perPlek: Telling, vrij: readonly Ruimte[], holds: readonly Vraag[]): Telling {
  const kept = matched(matchRuimten(vrij, holds))
  return {
    ...perPlek,
    vrij: perPlek.vrij - kept,
    vastgehouden: perPlek.vastgehouden + kept,
    overboekt: perPlek.overboekt + holds.length - kept,
  }
}

/** Is the plek free from `vanaf` on: no stay or chosen voorstel from then, and not buiten gebruik on that day? */
export function isVrijVanaf(plek: Periode, rows: readonly Bezetting[], vanaf: PlainDate): boolean {
  if (!contains(plek, vanaf)) return false
  return !rows.some((row) =>
    row.soort === 'buiten_gebruik' ? contains(row, vanaf) : row.tot === null || row.tot > vanaf,
  )
}

/** Three occupancy rates; each says of what. Null when there is nothing to divide by. */
export function ratesOf(telling: Pick<Telling, 'totaal' | 'bezet' | 'geblokkeerd' | 'buitenGebruik'>) {
  const taken = telling.bezet + telling.geblokkeerd
  const usable = telling.totaal - telling.buitenGebruik
  const flowing = usable - telling.geblokkeerd
  const rate = (part: number, whole: number) => (whole > 0 ? part / whole : null)
  return {
    /** Taken plekken of all plekken. */
    bruto: rate(taken, telling.totaal),
    /** Taken plekken of all plekken that are not buiten gebruik. */
    netto: rate(taken, usable),
    /** Plekken of people who still need them, of the usable plekken that are not blocked. */
    zonderGeblokkeerd: rate(telling.bezet, flowing),
  }
}
