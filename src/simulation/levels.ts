import type { Network, Tables } from './network.ts'

/** What changes from a day on: rates of sources, and the stays and returns of services. */
export function createLevels(t: Tables, setRate: (stream: number, factor: number) => void) {
  let network: Network
  /** Only then is there something to put back before the next replication. */
  let changesServices = false

  function applyService(s: number, stay: number, returns: number): void {
    const { profiles, tables } = network
    for (let i = t.facilityFrom[s]!; i < t.facilityFrom[s + 1]!; i++) {
      const f = t.facilityList[i]!
      for (let row = f * profiles; row < (f + 1) * profiles; row++) {
        t.stayScale[row] = tables.stayScale[row]! * stay
      }
    }
    for (let row = s * profiles; row < (s + 1) * profiles; row++) {
      t.leaveChance[row] = Math.min(1, tables.leaveChance[row]! * returns)
    }
  }

  return {
    load(next: Network): void {
      network = next
      changesServices = next.levels.some((level) => 'service' in level)
    },
    reset(): void {
      if (!changesServices) return
      for (let s = 0; s < network.layout.services; s++) applyService(s, 1, 1)
    },
    apply(x: number): void {
      const level = network.levels[x]!
      if ('service' in level) applyService(level.service, level.stay, level.returns)
      else setRate(level.stream, level.factor)
    },
  }
}
