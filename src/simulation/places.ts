import { type Network, NONE, type Tables } from './network.ts'
import type { createPeople } from './people.ts'
import { whole } from './registers.ts'

/** Places by facility, and who may have one. `count` holds the numbers now, by cell (`tally.ts`). */
export function createPlaces(
  entries: number,
  t: Tables,
  count: Int32Array,
  { area, profile, klass }: ReturnType<typeof createPeople>,
) {
  const capacity = new Int32Array(entries)
  const profiles = whole()
  const classes = whole()
  const inPlace = whole()
  let FACILITIES = 0

  return {
    hasRoom: (f: number): boolean => count[inPlace[0]! + f]! < capacity[f]!,

    /** First facility of a service with a free place for this person, or none. */
    findPlace(p: number, s: number, inside: number): number {
      const { facilityList, admitsArea, admitsProfile } = t
      const numbers = count
      const places = capacity
      const first = inPlace[0]!
      const bound = t.rankBound[s * 8 + t.rankOf[(s * 2 + inside) * classes[0]! + klass[p]!]!]!
      const from = area[p]!
      const who = profile[p]!
      const width = profiles[0]!
      const to = t.facilityFrom[s + 1]!
      for (let i = t.facilityFrom[s]!; i < to; i++) {
        const f = facilityList[i]!
        if (
          numbers[first + f]! < places[f]! &&
          (bound === 0 || ((admitsArea[f]! >> from) & 1) === 1) &&
          admitsProfile[f * width + who] === 1
        )
          return f
      }
      return NONE
    },

    change(f: number, delta: number): void {
      capacity[f] = Math.max(0, capacity[f]! + delta)
    },

    load({ layout, profiles: some, classes: kinds }: Network): void {
      profiles[0] = some
      classes[0] = kinds
      inPlace[0] = layout.inPlace
      FACILITIES = layout.facilities
    },

    reset(): void {
      capacity.set(t.places.subarray(0, FACILITIES))
    },
  }
}
