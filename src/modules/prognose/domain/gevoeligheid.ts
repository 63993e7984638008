import type { ModelFile } from '../../../simulation/model.ts'
import type { Parameter } from './contract.ts'
import { groupBy, WONING } from './ketenloop.ts'
import { type Cijfer, type Loop, meanOf, pairs, perHerhaling } from './loop.ts'
import type { Uitgangspunt } from './uitgangspunt.ts'

/** One estimate at one end of its interval. */
export interface Verstoring {
  readonly parameter: string
  readonly kant: 'laag' | 'hoog'
}

/** How much the answer moves with one estimate: people on the list, on average over the last year. */
export interface Gevoeligheidsrij {
  readonly parameter: string
  readonly naam: string
  readonly bijLaag: Cijfer
  readonly bijHoog: Cijfer
  /** Difference that the measures make, at both ends. */
  readonly effectLaag: Cijfer
  readonly effectHoog: Cijfer
}

/** A parameter with a number and an interval. */
export type Geschat = Parameter & Readonly<Record<'waarde' | 'laag' | 'hoog', number>>

const isGeschat = (rij: Parameter): rij is Geschat =>
  rij.waarde !== null && rij.laag !== null && rij.hoog !== null

/** What the region put there itself is as sure as it says: the interval beside it is that of the estimate. */
const fixEigen = (rij: Parameter): Parameter =>
  rij.isEigen ? { ...rij, laag: rij.waarde, hoog: rij.waarde } : rij

/** Estimates with an interval that a chain can be computed at both ends of; who reports is one estimate a product. */
export function verstoorbaar({ parameters }: Pick<Uitgangspunt, 'parameters'>): Geschat[] {
  const geschat = parameters.map(fixEigen).filter(isGeschat)
  const instroom = groupBy(
    geschat.filter(({ soort }) => soort === 'instroom'),
    ({ product }) => product,
  )
  const rest = geschat.filter(({ soort }) => soort !== 'instroom' && soort !== 'golf' && soort !== 'groei')
  return [...[...instroom.values()].map(joinInstroom), ...rest].filter(
    (rij) => rij.waarde > 0 && rij.laag < rij.hoog && factorOf(rij) > 1.02,
  )
}

/** The gemeenten of a product together: their errors are independent. */
function joinInstroom(rijen: Geschat[]): Geschat {
  const waarde = rijen.reduce((sum, rij) => sum + rij.waarde, 0)
  const beneden = Math.hypot(...rijen.map((rij) => rij.waarde - rij.laag))
  const boven = Math.hypot(...rijen.map((rij) => rij.hoog - rij.waarde))
  const [eerste] = rijen as [Geschat]
  return {
    ...eerste,
    id: eerste.id.split(' ').slice(0, 2).join(' '),
    waarvan: '',
    waarde,
    laag: Math.max(0, waarde - beneden),
    hoog: waarde + boven,
  }
}

const factorOf = ({ waarde, laag, hoog }: Pick<Geschat, 'waarde' | 'laag' | 'hoog'>) =>
  Math.max(hoog / waarde, waarde / Math.max(laag, waarde / 100))

/** The chain with one estimate at the end of its interval. */
export function disturb(model: ModelFile, rij: Geschat, kant: Verstoring['kant']): ModelFile {
  const factor = Math.max(0.01, rij[kant] / rij.waarde)
  const [soort, product, ander] = rij.id.split(' ') as [Parameter['soort'], string?, string?]
  const services = (change: (service: ModelFile['services'][number]) => ModelFile['services'][number]) => ({
    ...model,
    services: model.services.map((service) => (service.id === product ? change(service) : service)),
  })
  switch (soort) {
    case 'instroom':
      return {
        ...model,
        arrivals: model.arrivals.map((arrival) =>
          arrival.profile === product ? { ...arrival, rate: arrival.rate * factor } : arrival,
        ),
      }
    case 'verblijfsduur':
      return services((service) => ({
        ...service,
        ...(service.stay && { stay: { ...service.stay, scale: service.stay.scale * factor } }),
      }))
    case 'afhaken':
      return services((service) => ({
        ...service,
        ...(service.patience && {
          patience: { ...service.patience, scale: service.patience.scale * factor },
        }),
      }))
    case 'vervolg':
      return services((service) => ({ ...service, next: scaleNext(service.next ?? [], ander!, factor) }))
    case 'terugkeer':
      return services((service) => ({
        ...service,
        ...(service.afterLeaving && {
          afterLeaving: {
            ...service.afterLeaving,
            chance: Math.min(1, service.afterLeaving.chance * factor),
          },
        }),
      }))
    case 'woningen':
      return {
        ...model,
        supplies: (model.supplies ?? []).map((supply) =>
          supply.service === WONING ? { ...supply, rate: supply.rate * factor } : supply,
        ),
      }
    default:
      return model
  }
}

/** Chances never add up to more than one: the others keep theirs. */
function scaleNext(
  next: NonNullable<ModelFile['services'][number]['next']>,
  to: string,
  factor: number,
): typeof next {
  const rest = next.reduce((sum, step) => sum + (step.to === to ? 0 : step.chance), 0)
  return next.map((step) =>
    step.to === to ? { ...step, chance: Math.min(1 - rest, step.chance * factor) } : step,
  )
}

interface Paar {
  readonly basis: Loop
  readonly met: Loop
}

/** Rows in the order of how much they matter: the widest first. */
export function rankGevoeligheid(
  rijen: readonly { readonly parameter: Parameter; readonly laag: Paar; readonly hoog: Paar }[],
): Gevoeligheidsrij[] {
  return rijen
    .map(({ parameter, laag, hoog }) => ({
      parameter: parameter.id,
      naam: [parameter.product, parameter.soortNaam, parameter.waarvan].filter(Boolean).join(': '),
      bijLaag: meanOf(laatste(laag.met)),
      bijHoog: meanOf(laatste(hoog.met)),
      effectLaag: meanOf(pairs(laatste(laag.met), laatste(laag.basis))),
      effectHoog: meanOf(pairs(laatste(hoog.met), laatste(hoog.basis))),
    }))
    .sort((a, b) => spread(b) - spread(a))
}

const spread = ({ bijLaag, bijHoog }: Gevoeligheidsrij) => Math.abs(bijHoog.gemiddeld - bijLaag.gemiddeld)

function laatste(loop: Loop): Float64Array {
  const { maanden } = loop.keten
  return perHerhaling(loop, 'wachtend', {}, Math.max(0, maanden - 12), maanden)
}
