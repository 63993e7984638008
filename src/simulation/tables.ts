import type { Tables } from './network.ts'

/** Empty tables with room for a model; the engine keeps them for every model it is given. */
export function createTables(entries: number): Tables {
  return {
    supplies: new Uint8Array(entries),
    rankBound: new Uint8Array(entries),
    outsideWhenFull: new Uint8Array(entries),
    admitsProfile: new Uint8Array(entries),
    shapeKind: new Uint8Array(entries),
    thinned: new Uint8Array(entries),
    facilityFrom: new Int32Array(entries),
    facilityList: new Int32Array(entries),
    ranks: new Int32Array(entries),
    rankOf: new Int32Array(entries),
    longest: new Int32Array(entries),
    patience: new Int32Array(entries),
    giveUpAfter: new Int32Array(entries),
    giveUpTo: new Int32Array(entries),
    leaveAfter: new Int32Array(entries),
    leaveTo: new Int32Array(entries),
    reviewTo: new Int32Array(entries),
    nextFrom: new Int32Array(entries),
    nextTo: new Int32Array(entries),
    entry: new Int32Array(entries),
    service: new Int32Array(entries),
    places: new Int32Array(entries),
    facilityHash: new Int32Array(entries),
    admitsArea: new Int32Array(entries),
    stay: new Int32Array(entries),
    laneFrom: new Int32Array(entries),
    laneGroups: new Int32Array(entries),
    laneGroup: new Int32Array(entries),
    lookFrom: new Int32Array(entries),
    look: new Int32Array(entries),
    shapeFrom: new Int32Array(entries),
    shapeTo: new Int32Array(entries),
    streamHash: new Int32Array(entries),
    arrivalProfile: new Int32Array(entries),
    arrivalEntry: new Int32Array(entries),
    supplyService: new Int32Array(entries),
    term: new Float64Array(entries),
    patienceScale: new Float64Array(entries),
    giveUpChance: new Float64Array(entries),
    giveUpScale: new Float64Array(entries),
    leaveChance: new Float64Array(entries),
    leaveScale: new Float64Array(entries),
    reviewAt: new Float64Array(entries),
    reviewChance: new Float64Array(entries),
    reviewFrom: new Float64Array(entries),
    nextChance: new Float64Array(entries),
    classShares: new Float64Array(entries),
    stayScale: new Float64Array(entries),
    parameters: new Float64Array(entries),
    rate: new Float64Array(entries),
    ceiling: new Float64Array(entries),
    trend: new Float64Array(entries),
    season: new Float64Array(entries),
    arrivalAreas: new Float64Array(entries),
  }
}

/** Copies the tables of a model over; false when one of them is too small. */
export function copyTables(from: Tables, to: Tables): boolean {
  const names = Object.keys(to) as (keyof Tables)[]
  if (names.some((name) => from[name].length > to[name].length)) return false
  for (const name of names) to[name].set(from[name])
  return true
}
