import type { Model } from './model.ts'

/**
 * Where each figure of a bin stands. Counters are time averages; flows are numbers in the bin; waits are the number
 * placed and the sum of the days they waited, by area and by kind: a class from outside, or `inside` (the last).
 */
export interface Layout {
  areas: number
  services: number
  facilities: number
  kinds: number
  /** First cell of each group. */
  outside: number
  inside: number
  inPlace: number
  blocked: number
  flows: number
  placed: number
  waited: number
  /** Cells of one bin. */
  width: number
}

/** Flows a service and area. `arrived`: reported from outside, returns included. `supplied`: got a dwelling. */
export const FLOWS = ['arrived', 'returned', 'gaveUp', 'refused', 'supplied', 'left'] as const
export type Flow = (typeof FLOWS)[number]

/** Whole days waited, rounded up, that are told apart: 0 is at once, the last also holds everything longer. */
export const WAIT_DAYS = 732

export function layoutOf(model: Model): Layout {
  const areas = model.areas.length
  const services = model.services.length
  const facilities = model.facilities.length
  const kinds = model.classes.length + 1
  const lists = services * areas
  const inPlace = 2 * lists
  const blocked = inPlace + facilities
  const flows = blocked + facilities
  const placed = flows + FLOWS.length * lists
  const waited = placed + lists * kinds
  return {
    areas,
    services,
    facilities,
    kinds,
    outside: 0,
    inside: lists,
    inPlace,
    blocked,
    flows,
    placed,
    waited,
    width: waited + lists * kinds,
  }
}

export const listCell = (layout: Layout, group: 'outside' | 'inside', service: number, area: number) =>
  layout[group] + service * layout.areas + area

export const flowCell = (layout: Layout, flow: Flow, service: number, area: number) =>
  layout.flows + (FLOWS.indexOf(flow) * layout.services + service) * layout.areas + area

export const waitCell = (
  layout: Layout,
  group: 'placed' | 'waited',
  service: number,
  area: number,
  kind: number,
) => layout[group] + (service * layout.areas + area) * layout.kinds + kind

/** Edges of the bins in days; the last is the end of the run. */
export function edgesOf(model: Model): Float64Array {
  const { bins } = model
  if ('edges' in bins) return Float64Array.from(bins.edges)
  return Float64Array.from({ length: bins.count + 1 }, (_, i) => bins.from + i * bins.span)
}
