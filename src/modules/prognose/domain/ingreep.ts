import { addMonths, daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import type { ModelFile } from '../../../simulation/model.ts'
import { DEEL_VAN_TERMIJN, verblijfsduurPerDomein } from './aannames.ts'
import { sluitCirkel } from './cirkel.ts'
import { WONING } from './ketenloop.ts'
import type { Maatregel } from './maatregel.ts'
import type { Uitgangspunt } from './uitgangspunt.ts'

type Service = ModelFile['services'][number]
type Facility = ModelFile['facilities'][number]
type Arrival = ModelFile['arrivals'][number]
type Supply = NonNullable<ModelFile['supplies']>[number]

/** Why a measure can not be computed on this chain, at the field that can be changed. */
export interface Ingreepfout {
  readonly maatregel: string
  readonly veld: string
  readonly bericht: string
}

export interface Ingreep {
  readonly model: ModelFile
  /** What was assumed to compute it, in sentences. */
  readonly aannames: readonly string[]
  readonly fouten: readonly Ingreepfout[]
}

/** A chain that is being changed; the frozen one stays as it is. */
interface Werk {
  readonly punt: Uitgangspunt
  readonly model: Mutable
  readonly aannames: Set<string>
  readonly fouten: Ingreepfout[]
}
type Mutable = {
  -readonly [K in 'services' | 'facilities' | 'arrivals' | 'supplies' | 'profiles']: NonNullable<ModelFile[K]>
}

/** The chain with the measures in it. What has nothing to do with them keeps its names, so that it keeps its luck. */
export function applyMaatregelen(punt: Uitgangspunt, maatregelen: readonly Maatregel[]): Ingreep {
  const { services, facilities, arrivals, supplies = [], profiles } = structuredClone(punt.model)
  const werk: Werk = {
    punt,
    model: { services, facilities, arrivals, supplies, profiles },
    aannames: new Set(),
    fouten: [],
  }
  for (const maatregel of maatregelen.toSorted((a, b) => (a.vanaf < b.vanaf ? -1 : 1))) {
    if (maatregel.vanaf <= punt.peildatum) {
      const bericht = 'De maatregel moet beginnen na de dag waarvan de stand is.'
      werk.fouten.push({ maatregel: maatregel.id, veld: 'vanaf', bericht })
      continue
    }
    doen[maatregel.soort](werk, maatregel)
  }
  return {
    model: { ...punt.model, ...werk.model },
    aannames: [...werk.aannames],
    fouten: werk.fouten,
  }
}

const doen: Readonly<Record<Maatregel['soort'], (werk: Werk, maatregel: Maatregel) => void>> = {
  plekken(werk, maatregel) {
    const { product, aantal, vanaf, tot } = maatregel
    const service = needService(werk, maatregel, product!)
    if (!service) return
    if (aantal! < 0) return closePlekken(werk, maatregel)
    const changes = [{ day: dag(werk, vanaf), delta: aantal! }]
    if (tot) changes.push({ day: dag(werk, tot), delta: -aantal! })
    openPlekken(werk, maatregel, service, changes)
  },

  winterplekken(werk, maatregel) {
    const service = needService(werk, maatregel, maatregel.product!)
    if (!service) return
    const laatste = werk.punt.maanden.at(-1)!
    const changes: { day: number; delta: number }[] = []
    for (let jaar = 0; addMonths(maatregel.vanaf, 12 * jaar) < laatste; jaar++) {
      changes.push({ day: dag(werk, addMonths(maatregel.vanaf, 12 * jaar)), delta: maatregel.aantal! })
      changes.push({ day: dag(werk, addMonths(maatregel.tot!, 12 * jaar)), delta: -maatregel.aantal! })
    }
    openPlekken(werk, maatregel, service, changes)
    werk.aannames.add(
      'De extra plekken gaan elk jaar op dezelfde dagen open en dicht, of het vriest of niet.',
    )
  },

  overstap(werk, maatregel) {
    const { model } = werk
    const { product, naar, aantal, vanaf, tot, vervalt } = maatregel
    const service = needService(werk, maatregel, product!)
    const doel = service && needService(werk, { ...maatregel, aantal: aantal! }, naar!)
    if (!service || !doel) return
    if (!freeWay(werk, maatregel, service.id, doel.id)) return
    const bewoners = model.facilities
      .filter((facility) => facility.service === product)
      .flatMap((facility) => (facility.start ?? []).map((groep) => ({ facility, groep })))
      .filter(({ groep }) => !groep.ready && !groep.move && groep.left !== 'share')
      .sort((a, b) => elapsed(b.groep) - elapsed(a.groep))
    if (bewoners.length < aantal!) {
      const bericht = `Er kunnen er nu ${bewoners.length} over. Vul ${bewoners.length} of minder in.`
      werk.fouten.push({ maatregel: maatregel.id, veld: 'aantal', bericht })
      return
    }
    const eerste = dag(werk, vanaf)
    const spreiding = tot ? dag(werk, tot) - eerste : 0
    const dagen = Array.from({ length: aantal! }, (_, i) => eerste + Math.floor((spreiding * i) / aantal!))
    openPlekken(
      werk,
      maatregel,
      doel,
      dagen.map((day) => ({ day, delta: 1 })),
    )
    bewoners.slice(0, aantal!).forEach(({ facility, groep }, i) => {
      groep.move = { to: doel.id, day: dagen[i]! }
      if (vervalt) facility.changes = [...(facility.changes ?? []), { day: dagen[i]!, delta: -1 }]
    })
    werk.aannames.add(
      'Wie al het langst in het product is, gaat het eerst over. Wie voor die tijd zelf vertrekt, gaat niet over.',
    )
  },

  doorstroom(werk, maatregel) {
    const { product, naar, aantal, dagen, procent, vanaf } = maatregel
    const service = needService(werk, maatregel, product!)
    const doel = service && needService(werk, maatregel, naar!)
    if (!service || !doel) return
    if (service.review) {
      const bericht = 'Er is al een maatregel waarmee mensen uit dit product doorgaan. Haal die eerst weg.'
      werk.fouten.push({ maatregel: maatregel.id, veld: 'product', bericht })
      return
    }
    if (!freeWay(werk, maatregel, service.id, doel.id)) return
    service.review = { at: dagen!, chance: procent! / 100, to: doel.id, from: dag(werk, vanaf) }
    if (aantal) openPlekken(werk, maatregel, doel, [{ day: dag(werk, vanaf), delta: aantal }])
  },

  instroom(werk, { id, product, gemeente, procent, vanaf, tot }) {
    const from = dag(werk, vanaf)
    const until = tot === null ? null : dag(werk, tot)
    const geraakt = werk.model.arrivals.filter(
      (arrival) =>
        (product === null || arrival.profile === product) &&
        (gemeente === null || gemeente in (arrival.areas ?? {})),
    )
    if (geraakt.length === 0) {
      const bericht = 'Hier meldt zich nu niemand. Kies een ander product of een andere gemeente.'
      werk.fouten.push({ maatregel: id, veld: 'product', bericht })
      return
    }
    if (procent! < 0) for (const arrival of geraakt) lower(arrival, 1 + procent! / 100, from, until)
    else
      werk.model.arrivals.push(...geraakt.map((arrival) => raise(arrival, id, procent! / 100, from, until)))
  },

  verblijf(werk, maatregel) {
    const { product, procent, vanaf } = maatregel
    const service = needService(werk, maatregel, product!)
    if (service) addFactor(service, dag(werk, vanaf), { stay: 1 + procent! / 100 })
  },

  terugkeer(werk, { id, product, procent, vanaf }) {
    const geraakt = werk.model.services.filter(
      (service) => service.afterLeaving && (product === null || service.id === product),
    )
    if (geraakt.length === 0) {
      const bericht =
        'Van dit product is niet bekend hoeveel mensen terugkomen. Deze maatregel verandert er niets aan.'
      werk.fouten.push({ maatregel: id, veld: 'product', bericht })
    }
    for (const service of geraakt) addFactor(service, dag(werk, vanaf), { returns: 1 + procent! / 100 })
  },

  woningen(werk, maatregel) {
    addWoningen(werk, maatregel, maatregel.aantal! / 365.25, maatregel.tot)
  },

  woningen_ineens(werk, maatregel) {
    const dagen = daysBetween(maatregel.vanaf, addMonths(maatregel.vanaf, 3))
    addWoningen(werk, maatregel, maatregel.aantal! / dagen, addMonths(maatregel.vanaf, 3))
    werk.aannames.add('Woningen die in één keer komen, komen gemiddeld binnen drie maanden vrij, per toeval.')
  },
}

const dag = ({ punt }: Werk, date: PlainDate) => daysBetween(punt.peildatum, date)
const elapsed = (groep: NonNullable<Facility['start']>[number]) =>
  typeof groep.left === 'object' ? groep.left.elapsed : 0

/** The service of a product; one without places yet comes in with an assumed stay, when places are opened for it. */
function needService(werk: Werk, maatregel: Maatregel, product: string): Service | undefined {
  const bestaand = werk.model.services.find((service) => service.id === product)
  if (bestaand) return bestaand
  const soort = werk.punt.producten.find((one) => one.id === product)
  const opent = (maatregel.aantal ?? 0) > 0
  if (!soort || !opent) {
    const bericht = soort
      ? `“${soort.naam}” heeft nog geen plekken. Maak eerst een maatregel die er plekken opent.`
      : 'Dit product bestaat niet. Kies een product uit de lijst.'
    werk.fouten.push({
      maatregel: maatregel.id,
      veld: maatregel.naar === product ? 'naar' : 'product',
      bericht,
    })
    return undefined
  }
  const duur = soort.termijn
    ? soort.termijn * DEEL_VAN_TERMIJN
    : (verblijfsduurPerDomein[soort.domein] ?? 365)
  werk.aannames.add(
    `“${soort.naam}” is nieuw in deze keten. Aangenomen: een verblijf van gemiddeld ${Math.round(duur)} dagen, en niemand meldt zich er rechtstreeks.`,
  )
  const service: Service = {
    id: product,
    order: [{ from: 'any' }],
    stay: { type: 'exponential', scale: duur },
    next: [],
  }
  werk.model.services.push(service)
  werk.model.profiles.push({ id: product, entry: product })
  return service
}

/** Opens places as a location of their own. A stay there can last longer or shorter than elsewhere in the product. */
function openPlekken(
  { model }: Werk,
  { id, gemeente, dagen, soort }: Maatregel,
  service: Service,
  changes: Facility['changes'],
): void {
  const factor = soort === 'plekken' && dagen ? dagen / meanStay(service) : 1
  model.facilities.push({
    id: `maatregel ${id}`,
    service: service.id,
    places: 0,
    changes,
    ...(gemeente && soort !== 'overstap' && { areas: [gemeente] }),
    ...(factor !== 1 && { stayFactor: Math.min(100, Math.max(0.001, factor)) }),
  })
}

/** Mean of the stay, with its shape. */
function meanStay({ stay }: Service): number {
  if (!stay) return 365
  if (stay.type === 'exponential' || stay.type === 'constant') return stay.scale
  if (stay.type === 'table') {
    const { quantiles } = stay
    const inner = quantiles.reduce((sum, value) => sum + value, 0) - (quantiles[0]! + quantiles.at(-1)!) / 2
    return (stay.scale * inner) / (quantiles.length - 1)
  }
  return stay.scale
}

/** Closes places where most are; whoever is there stays until he leaves. */
function closePlekken(werk: Werk, { id, product, aantal, vanaf, tot }: Maatregel): void {
  const from = dag(werk, vanaf)
  let left = -aantal!
  const open = werk.model.facilities
    .filter((facility) => facility.service === product)
    .map((facility) => ({ facility, plekken: leastFrom(facility, from) }))
    .sort((a, b) => b.plekken - a.plekken)
  const alle = open.reduce((sum, { plekken }) => sum + plekken, 0)
  if (alle < left) {
    const bericht = `Er zijn dan ${alle} plekken. Meer dan ${alle} sluiten kan niet.`
    werk.fouten.push({ maatregel: id, veld: 'aantal', bericht })
    return
  }
  for (const { facility, plekken } of open) {
    const weg = Math.min(left, plekken)
    left -= weg
    if (weg === 0) continue
    facility.changes = [
      ...(facility.changes ?? []),
      { day: from, delta: -weg },
      ...(tot ? [{ day: dag(werk, tot), delta: weg }] : []),
    ]
  }
  werk.aannames.add('Plekken sluiten waar er de meeste zijn. Wie er woont, houdt zijn plek tot vertrek.')
}

/** The fewest places that a location has from a day on. */
function leastFrom({ places, changes = [] }: Facility, day: number): number {
  const sorted = changes.toSorted((a, b) => a.day - b.day)
  let now = places
  let least = Number.POSITIVE_INFINITY
  for (const change of sorted) {
    if (change.day > day) least = Math.min(least, now)
    now += change.delta
  }
  return Math.max(0, Math.min(least, now))
}

function lower(arrival: Arrival, factor: number, from: number, until: number | null): void {
  const before = arrival.levels ?? []
  const at = (day: number) => before.findLast((level) => level.day <= day)?.factor ?? 1
  const within = before.filter(({ day }) => day > from && (until === null || day < until))
  arrival.levels = [
    ...before.filter(({ day }) => day < from),
    { day: from, factor: at(from) * factor },
    ...within.map((level) => ({ ...level, factor: level.factor * factor })),
    ...(until === null ? [] : [{ day: until, factor: at(until) }]),
    ...(until === null ? [] : before.filter(({ day }) => day > until)),
  ]
}

/** More arrivals come as a source of their own: those who came anyway keep their luck. */
function raise(arrival: Arrival, id: string, share: number, from: number, until: number | null): Arrival {
  return {
    ...arrival,
    id: `${arrival.id} ${id}`.slice(0, 80),
    rate: arrival.rate * share,
    levels: [
      { day: 0, factor: 0 },
      { day: from, factor: 1 },
      ...(until === null ? [] : [{ day: until, factor: 0 }]),
    ],
  }
}

function addFactor(service: Service, day: number, factor: { stay?: number; returns?: number }): void {
  const before = service.changes ?? []
  const last = before.at(-1)
  service.changes = [
    ...before,
    {
      day,
      stay: (last?.stay ?? 1) * (factor.stay ?? 1),
      returns: (last?.returns ?? 1) * (factor.returns ?? 1),
    },
  ]
}

function addWoningen(
  werk: Werk,
  { id, gemeente, vanaf }: Maatregel,
  rate: number,
  tot: PlainDate | null,
): void {
  const eigen = werk.model.supplies.filter((supply) => supply.service === WONING)
  if (eigen.length === 0) {
    const bericht =
      'In het register wacht nog niemand met een plek op een woning. Daarom is niet te zeggen wat meer woningen doen. Kies “plekken erbij” op de lijst van een product.'
    werk.fouten.push({ maatregel: id, veld: 'aantal', bericht })
    return
  }
  const totaal = eigen.reduce((sum, supply) => sum + supply.rate, 0)
  const delen = gemeente
    ? [{ area: gemeente, deel: 1 }]
    : eigen.map((supply) => ({ area: supply.area, deel: supply.rate / totaal }))
  werk.model.supplies.push(
    ...delen.map(
      ({ area, deel }): Supply => ({
        id: `woningen ${area} ${id}`,
        service: WONING,
        area,
        rate: rate * deel,
        levels: [
          { day: 0, factor: 0 },
          { day: dag(werk, vanaf), factor: 1 },
          ...(tot ? [{ day: dag(werk, tot), factor: 0 }] : []),
        ],
      }),
    ),
  )
}

/** Takes out the step back, with which people would keep each other's places for ever; false when there is another way back. */
function freeWay(werk: Werk, { id }: Maatregel, van: string, naar: string): boolean {
  const { services } = werk.model
  const terug = services.find((service) => service.id === naar)!
  const before = terug.next?.length ?? 0
  terug.next = (terug.next ?? []).filter((step) => step.to !== van)
  if (terug.next.length < before)
    werk.aannames.add('De stap terug tussen deze twee producten telt niet meer mee.')
  if (!sluitCirkel(services, van, naar)) return true
  const bericht =
    'Met deze stap loopt de keten rond: mensen houden dan elkaars plek bezet. Kies een ander product.'
  werk.fouten.push({ maatregel: id, veld: 'naar', bericht })
  return false
}
