import { meanOf } from './durations.ts'
import type { Model, Service } from './model.ts'

/** A service in the long run, by sums that fit on paper; to hold next to the simulation. */
export interface PlainAnswer {
  service: string
  /** Reports and steps from elsewhere a day, returns included, when everybody gets a place. */
  arrivals: number
  /** Days, maximum term and factors of the profiles included. */
  stay: number
  /** Places that would be full all the time: arrivals × stay (Little 1961). */
  needed: number
  places: number
  /** Persons on the list: what comes too much, times how long they stay on it. Undefined: nobody gives up, it grows on. */
  waiting: number | undefined
  /** Growth of the list a year when nobody gives up. */
  growthAYear: number
}

/**
 * Little's law with the inputs of the model, at the rates of the start: no chance, no blocking, no season. Flow between
 * the services and back is solved by repetition: what enters a service goes on by its chances.
 */
export function plainAnswer(model: Model): PlainAnswer[] {
  const profiles = model.profiles.map((profile) => profile.id)
  // A service and profile: reports a day.
  const arrive = new Map<string, number>()
  const key = (service: string, profile: string) => `${service}\n${profile}`
  const add = (to: Map<string, number>, service: string, profile: string, by: number) =>
    to.set(key(service, profile), (to.get(key(service, profile)) ?? 0) + by)
  const entryOf = new Map(model.profiles.map((profile) => [profile.id, profile.entry]))
  for (const arrival of model.arrivals) {
    add(arrive, arrival.entry ?? entryOf.get(arrival.profile)!, arrival.profile, arrival.rate)
  }
  let flow = new Map(arrive)
  for (let round = 0; round < 500; round++) {
    const next = new Map(arrive)
    for (const service of model.services) {
      for (const profile of profiles) {
        const here = flow.get(key(service.id, profile)) ?? 0
        if (here > 0) passOn(service, profile, here, (to, by) => add(next, to, profile, by), entryOf)
      }
    }
    flow = next
  }
  return model.services.map((service) => {
    const facilities = model.facilities.filter((facility) => facility.service === service.id)
    const dwellings = model.supplies.filter((supply) => supply.service === service.id)
    const parts = profiles.map((profile) => ({ rate: flow.get(key(service.id, profile)) ?? 0, profile }))
    const arrivals = parts.reduce((sum, part) => sum + part.rate, 0)
    const needed = parts.reduce((sum, part) => sum + part.rate * stayOf(service, part.profile), 0)
    const stay = arrivals > 0 ? needed / arrivals : stayOf(service, profiles[0]!)
    const places = facilities.reduce((sum, facility) => sum + facility.places, 0)
    const served =
      service.kind === 'supply'
        ? dwellings.reduce((sum, supply) => sum + supply.rate, 0)
        : places / Math.max(stay, 1e-9)
    const tooMuch = Math.max(0, arrivals - served)
    return {
      service: service.id,
      arrivals,
      stay,
      needed,
      places,
      waiting: tooMuch === 0 ? 0 : service.patience ? tooMuch * meanOf(service.patience) : undefined,
      growthAYear: tooMuch * 365.25,
    }
  })
}

function passOn(
  service: Service,
  profile: string,
  rate: number,
  give: (to: string, rate: number) => void,
  entryOf: Map<string, string>,
): void {
  let stays = 1
  if (service.review) {
    // Only stays longer than the review are looked at; the share of them is not known without the shape.
    give(service.review.to, rate * service.review.chance)
    stays -= service.review.chance
  }
  let out = stays
  if (service.kind === 'supply') out = 1
  for (const step of service.next) {
    const chance = stays * step.chance * (step.factors?.[profile] ?? 1)
    out -= chance
    give(step.to, rate * chance)
  }
  const back = service.afterLeaving
  if (!back) return
  const chance = back.chance * (service.returnFactors?.[profile] ?? 1)
  give(back.to === 'entry' ? entryOf.get(profile)! : back.to.service, rate * out * chance)
}

function stayOf(service: Service, profile: string): number {
  if (!service.stay) return 0
  return Math.min(
    meanOf(service.stay) * (service.stayFactors?.[profile] ?? 1),
    service.term ?? Number.POSITIVE_INFINITY,
  )
}
