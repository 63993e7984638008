import { dutchFaults } from '../shared/dutch-faults.ts'
import { edgesOf } from './layout.ts'
import { Model, type Return, type Service } from './model.ts'

/** What is wrong with a model, at a path such as `services[2].next[0].to`; text in Dutch for who made it. */
export interface ModelFault {
  path: string
  message: string
}

export type CheckedModel = { model: Model; faults: [] } | { model?: undefined; faults: ModelFault[] }

/** Reads a model from JSON and checks everything the engine counts on; all faults at once. */
export function checkModel(input: unknown): CheckedModel {
  const parsed = Model.safeParse(input, { error: dutchFaults })
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map((issue) => ({ path: pathOf(issue.path), message: issue.message })),
    }
  }
  const model = parsed.data
  const faults = [...nameFaults(model), ...numberFaults(model)]
  // Routes only mean something when every name is known.
  if (faults.length === 0) faults.push(...routeFaults(model), ...admissionFaults(model))
  return faults.length > 0 ? { faults } : { model, faults: [] }
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i ? '.' : ''}${String(part)}`))
    .join('')
}

function nameFaults(model: Model): ModelFault[] {
  const faults: ModelFault[] = []
  const areas = known(model.areas, 'areas')
  const classes = known(model.classes, 'classes')
  const profiles = known(
    model.profiles.map((profile) => profile.id),
    'profiles',
  )
  const services = known(
    model.services.map((service) => service.id),
    'services',
  )
  known(
    model.facilities.map((facility) => facility.id),
    'facilities',
  )
  known(
    [...model.arrivals, ...model.supplies].map((stream) => stream.id),
    'arrivals en supplies',
  )

  function known(ids: readonly string[], path: string): Set<string> {
    const seen = new Set<string>()
    for (const id of ids) {
      if (seen.has(id)) faults.push({ path, message: `De naam “${id}” komt twee keer voor.` })
      seen.add(id)
    }
    return seen
  }
  function need(set: Set<string>, id: string | undefined, path: string): void {
    if (id !== undefined && !set.has(id)) {
      faults.push({ path, message: `“${id}” bestaat niet. Kies uit: ${[...set].join(', ')}.` })
    }
  }
  function needAll(set: Set<string>, ids: Iterable<string> | undefined, path: string): void {
    for (const id of ids ?? []) need(set, id, path)
  }
  function needReturn(back: Return | undefined, path: string): void {
    if (back && back.to !== 'entry') need(services, back.to.service, `${path}.to`)
  }

  model.profiles.forEach((profile, i) => {
    need(services, profile.entry, `profiles[${i}].entry`)
    needAll(classes, Object.keys(profile.classes ?? {}), `profiles[${i}].classes`)
  })
  model.services.forEach((service, i) => {
    const path = `services[${i}]`
    needAll(profiles, Object.keys(service.stayFactors ?? {}), `${path}.stayFactors`)
    needAll(profiles, Object.keys(service.returnFactors ?? {}), `${path}.returnFactors`)
    service.order.forEach((rank, r) => {
      needAll(classes, rank.classes, `${path}.order[${r}].classes`)
    })
    service.next.forEach((step, n) => {
      need(services, step.to, `${path}.next[${n}].to`)
      needAll(profiles, Object.keys(step.factors ?? {}), `${path}.next[${n}].factors`)
    })
    need(services, service.review?.to, `${path}.review.to`)
    needReturn(service.afterGivingUp, `${path}.afterGivingUp`)
    needReturn(service.afterLeaving, `${path}.afterLeaving`)
  })
  model.facilities.forEach((facility, i) => {
    const path = `facilities[${i}]`
    need(services, facility.service, `${path}.service`)
    needAll(areas, facility.areas, `${path}.areas`)
    needAll(profiles, facility.profiles, `${path}.profiles`)
    facility.start.forEach((group, g) => {
      needAll(
        profiles,
        group.profiles.map((share) => share.profile),
        `${path}.start[${g}].profiles`,
      )
      needAll(areas, Object.keys(group.areas ?? {}), `${path}.start[${g}].areas`)
      need(classes, group.class, `${path}.start[${g}].class`)
      need(services, group.ready, `${path}.start[${g}].ready`)
      need(services, group.move?.to, `${path}.start[${g}].move.to`)
    })
  })
  model.arrivals.forEach((arrival, i) => {
    need(profiles, arrival.profile, `arrivals[${i}].profile`)
    need(services, arrival.entry, `arrivals[${i}].entry`)
    needAll(areas, Object.keys(arrival.areas ?? {}), `arrivals[${i}].areas`)
  })
  model.supplies.forEach((supply, i) => {
    need(services, supply.service, `supplies[${i}].service`)
    need(areas, supply.area, `supplies[${i}].area`)
  })
  model.waiting.forEach((row, i) => {
    need(services, row.service, `waiting[${i}].service`)
    need(profiles, row.profile, `waiting[${i}].profile`)
    need(areas, row.area, `waiting[${i}].area`)
    need(classes, row.class, `waiting[${i}].class`)
  })
  return faults
}

function numberFaults(model: Model): ModelFault[] {
  const faults: ModelFault[] = []
  const edges = edgesOf(model)
  if (edges.some((edge, i) => i > 0 && edge <= edges[i - 1]!)) {
    faults.push({ path: 'bins', message: 'De dagen moeten oplopen.' })
  }
  const years = edges.at(-1)! / 365.25
  ;[...model.arrivals, ...model.supplies].forEach((stream, i) => {
    const path = i < model.arrivals.length ? `arrivals[${i}]` : `supplies[${i - model.arrivals.length}]`
    if (1 + stream.trend * years < 0) {
      faults.push({
        path: `${path}.trend`,
        message: 'Met deze daling komt er vóór het einde minder dan nul.',
      })
    }
    const highest = Math.max(1, ...stream.levels.map((level) => level.factor))
    if (
      stream.ceiling !== undefined &&
      stream.ceiling < highest * Math.max(1, 1 + stream.trend * years) * 0.999
    ) {
      faults.push({ path: `${path}.ceiling`, message: 'Trend en niveaus komen boven deze bovengrens uit.' })
    }
  })
  model.services.forEach((service, i) => {
    for (const [key, duration] of Object.entries({
      stay: service.stay,
      patience: service.patience,
      'afterGivingUp.after': service.afterGivingUp?.after,
      'afterLeaving.after': service.afterLeaving?.after,
    })) {
      const path = `services[${i}].${key}`
      if (duration?.type === 'table' && duration.quantiles.some((q, n, all) => n > 0 && q < all[n - 1]!)) {
        faults.push({ path: `${path}.quantiles`, message: 'De waarden moeten oplopen.' })
      }
      if (duration?.type === 'mixture') {
        const sum = duration.of.reduce((total, branch) => total + branch.weight, 0)
        if (Math.abs(sum - 1) > 1e-6) {
          faults.push({ path: `${path}.of`, message: `De gewichten tellen op tot ${sum}; dat moet 1 zijn.` })
        }
      }
    }
    for (const { id } of model.profiles) {
      const sum = service.next.reduce((total, step) => total + step.chance * (step.factors?.[id] ?? 1), 0)
      if (sum > 1 + 1e-9) {
        faults.push({
          path: `services[${i}].next`,
          message: `Voor profiel “${id}” tellen de kansen op tot ${sum.toFixed(3)}; dat mag hoogstens 1 zijn.`,
        })
      }
    }
  })
  model.facilities.forEach((facility, i) => {
    let places = facility.places
    for (const change of [...facility.changes].sort((a, b) => a.day - b.day)) {
      places += change.delta
      if (places < 0) {
        faults.push({
          path: `facilities[${i}].changes`,
          message: `Op dag ${change.day} zijn er dan ${places} plekken. Minder dan nul kan niet.`,
        })
        break
      }
    }
  })
  return faults
}

/** Services that hold places, lists that name everybody once, and no circle that nobody can leave. */
function routeFaults(model: Model): ModelFault[] {
  const faults: ModelFault[] = []
  model.services.forEach((service, i) => {
    const path = `services[${i}]`
    const places = model.facilities.some((facility) => facility.service === service.id)
    if (service.kind === 'supply' && places) {
      faults.push({ path: `${path}.kind`, message: 'Woningen komen vrij; daar horen geen plekken bij.' })
    }
    if (service.kind === 'places' && !places) {
      faults.push({
        path,
        message: `“${service.id}” heeft geen enkele locatie: wie hier komt wacht voor altijd.`,
      })
    }
    if (service.kind === 'places' && !service.stay) {
      faults.push({ path: `${path}.stay`, message: 'Zeg hoe lang een verblijf duurt.' })
    }
    for (const from of ['outside', 'inside'] as const) {
      for (const name of model.classes) {
        const ranks = service.order.filter(
          (rank) => (rank.from === 'any' || rank.from === from) && (rank.classes?.includes(name) ?? true),
        )
        if (ranks.length !== 1) {
          faults.push({
            path: `${path}.order`,
            message: `Wie “${name}” is en van ${from === 'outside' ? 'buiten' : 'binnen'} komt, staat ${ranks.length} keer in de volgorde; dat moet 1 keer zijn.`,
          })
        }
      }
    }
  })
  const circle = findCircle(model)
  if (circle) {
    faults.push({
      path: 'services',
      message: `De route loopt rond: ${circle.join(' → ')}. Als alles vol is, houdt ieder de plek van een ander bezet en komt niemand er meer uit. Laat wie terugvalt de keten verlaten en terugkomen, of laat wie geen plek vindt buiten wachten.`,
    })
  }
  return faults
}

/** A circle of services whose persons keep their place while they wait for the next. */
function findCircle(model: Model): string[] | undefined {
  const byId = new Map(model.services.map((service) => [service.id, service]))
  const done = new Set<string>()
  const walk = (service: Service, path: string[]): string[] | undefined => {
    const at = path.indexOf(service.id)
    if (at >= 0) return [...path.slice(at), service.id]
    if (done.has(service.id) || service.kind === 'supply' || service.whenFull === 'outside') return undefined
    const steps = service.next.filter((step) => step.chance > 0).map((step) => step.to)
    if (service.review) steps.push(service.review.to)
    for (const facility of model.facilities) {
      if (facility.service !== service.id) continue
      steps.push(
        ...facility.start.flatMap(({ ready, move }) => [ready, move?.to].filter((to) => to !== undefined)),
      )
    }
    for (const to of steps) {
      const found = walk(byId.get(to)!, [...path, service.id])
      if (found) return found
    }
    done.add(service.id)
    return undefined
  }
  for (const service of model.services) {
    const found = walk(service, [])
    if (found) return found
  }
  return undefined
}

/** Everybody who can come to a service must be admitted by one of its places. */
function admissionFaults(model: Model): ModelFault[] {
  const faults: ModelFault[] = []
  const admits = (service: string, profile: string, area: string) =>
    model.facilities.some(
      (facility) =>
        facility.service === service &&
        (facility.areas?.includes(area) ?? true) &&
        (facility.profiles?.includes(profile) ?? true),
    )
  const supplied = (service: string, area: string) =>
    model.supplies.some((supply) => supply.service === service && supply.area === area)
  const kinds = new Map(model.services.map((service) => [service.id, service]))
  for (const { id: profile } of model.profiles) {
    const reached = new Set<string>()
    const reach = (service: string) => {
      if (reached.has(service)) return
      reached.add(service)
      const { next, review, afterGivingUp, afterLeaving } = kinds.get(service)!
      for (const step of next) if (step.chance * (step.factors?.[profile] ?? 1) > 0) reach(step.to)
      if (review) reach(review.to)
      for (const back of [afterGivingUp, afterLeaving])
        if (back && back.to !== 'entry') reach(back.to.service)
    }
    const areas = new Set<string>()
    for (const arrival of model.arrivals) {
      if (arrival.profile !== profile || arrival.rate === 0) continue
      reach(arrival.entry ?? model.profiles.find((row) => row.id === profile)!.entry)
      for (const area of model.areas)
        if ((arrival.areas?.[area] ?? (arrival.areas ? 0 : 1)) > 0) areas.add(area)
    }
    for (const service of reached) {
      for (const area of areas) {
        const open =
          kinds.get(service)!.kind === 'supply' ? supplied(service, area) : admits(service, profile, area)
        if (!open) {
          faults.push({
            path: 'facilities',
            message: `Niemand met profiel “${profile}” uit “${area}” kan ooit terecht bij “${service}”: geen plek laat hem toe.`,
          })
        }
      }
    }
  }
  return faults
}
