import { z } from 'zod'
import { Id } from '../../../shared/id.ts'
import type { ModelFile } from '../../../simulation/model.ts'
import { MEESTE_PLEKKEN, nextPoging } from './doel.ts'
import { disturb, type Gevoeligheidsrij, rankGevoeligheid, verstoorbaar } from './gevoeligheid.ts'
import { applyMaatregelen } from './ingreep.ts'
import { type Cijfer, type Loop, meanOf, pairs, perHerhaling, wachtdagenVan } from './loop.ts'
import type { Maatregel } from './maatregel.ts'
import type { Uitgangspunt } from './uitgangspunt.ts'
import { compareLopen, type Uitkomst } from './uitkomst.ts'

/** What is asked of a chain and its measures. */
export const Opdracht = z.discriminatedUnion('soort', [
  z.object({ soort: z.literal('vergelijking') }),
  z.object({ soort: z.literal('gevoeligheid') }),
  z.object({
    soort: z.literal('doel'),
    product: Id,
    dagen: z
      .number({ error: 'Vul een getal in.' })
      .int({ error: 'Vul een heel aantal dagen in.' })
      .min(0, { error: 'Vul 0 dagen of meer in.' })
      .max(700, { error: 'Vul hooguit 700 dagen in: langer wordt niet apart geteld.' }),
    procent: z
      .number({ error: 'Vul een getal in.' })
      .min(50, { error: 'Vul een percentage in tussen 50 en 99.' })
      .max(99, { error: 'Vul een percentage in tussen 50 en 99.' })
      .default(95),
  }),
])
export type Opdracht = z.output<typeof Opdracht>

/** One chain that is run: which measures, and what is different besides. */
export interface Arm {
  readonly metMaatregelen: boolean
  readonly verstoring?: { readonly parameter: string; readonly kant: 'laag' | 'hoog' }
  /** Extra places on the list of a product, for a goal; only the last year is counted. */
  readonly plekken?: number
  readonly herhalingen: number
}

/** Replications of a first answer, of one that is precise enough, and of each arm of a search. */
export const HERHALINGEN = { eerste: 200, meeste: 1600, zoeken: 60 } as const

export interface Doeluitkomst {
  readonly soort: 'doel'
  readonly plekken: number | null
  readonly meeste: number
  readonly pogingen: readonly { readonly plekken: number; readonly dagen: number | null }[]
}

export interface Gevoeligheidsuitkomst {
  readonly soort: 'gevoeligheid'
  readonly rijen: readonly Gevoeligheidsrij[]
  readonly basis: Cijfer
  readonly effect: Cijfer
}

export type Berekend = Uitkomst | Doeluitkomst | Gevoeligheidsuitkomst

/** What must be run first. */
export function eersteArmen(opdracht: Opdracht, punt: Uitgangspunt): Arm[] {
  const paar = (herhalingen: number, verstoring?: Arm['verstoring']): Arm[] =>
    [false, true].map((metMaatregelen) => ({
      metMaatregelen,
      herhalingen,
      ...(verstoring && { verstoring }),
    }))
  switch (opdracht.soort) {
    case 'vergelijking':
      return paar(HERHALINGEN.eerste)
    case 'gevoeligheid':
      return [
        ...paar(HERHALINGEN.zoeken),
        ...verstoorbaar(punt).flatMap(({ id }) =>
          (['laag', 'hoog'] as const).flatMap((kant) => paar(HERHALINGEN.zoeken, { parameter: id, kant })),
        ),
      ]
    case 'doel':
      return [{ metMaatregelen: true, plekken: 0, herhalingen: HERHALINGEN.zoeken }]
  }
}

/** The chain of an arm; `fout` says why it can not be computed. */
export function modelVan(
  opdracht: Opdracht,
  punt: Uitgangspunt,
  maatregelen: readonly Maatregel[],
  arm: Arm,
): { model: ModelFile; fout?: undefined } | { model?: undefined; fout: string } {
  const { model, fouten } = applyMaatregelen(punt, arm.metMaatregelen ? maatregelen : [])
  if (fouten.length > 0) return { fout: fouten.map(({ bericht }) => bericht).join(' ') }
  if (arm.verstoring) {
    const rij = verstoorbaar(punt).find(({ id }) => id === arm.verstoring!.parameter)
    return { model: rij ? disturb(model, rij, arm.verstoring.kant) : model }
  }
  if (opdracht.soort !== 'doel') return { model }
  const [eerste] = model.facilities.filter(({ service }) => service === opdracht.product)
  if (!eerste) return { fout: 'Dit product heeft geen plekken. Kies een ander product.' }
  const extra = { id: 'doel', service: opdracht.product, places: arm.plekken ?? 0 }
  return { model: { ...model, bins: lastYear(model), facilities: [...model.facilities, extra] } }
}

/** Counts from a year before the end: what waited at the start says nothing of what a goal costs. */
function lastYear({ bins }: ModelFile): ModelFile['bins'] {
  return 'edges' in bins ? { edges: bins.edges.slice(-13) } : bins
}

export interface Gelopen {
  readonly arm: Arm
  readonly loop: Loop
}

/** When all arms were run: the answer, or what must be run besides. */
export function verder(
  opdracht: Opdracht,
  punt: Uitgangspunt,
  maatregelen: readonly Maatregel[],
  gelopen: readonly Gelopen[],
): { klaar: Berekend } | { erbij: readonly Arm[] } | { herhalingen: number } {
  switch (opdracht.soort) {
    case 'vergelijking': {
      const [basis, met] = gelopen.map(({ loop }) => loop) as [Loop, Loop]
      if (met.herhalingen < HERHALINGEN.meeste && !isPrecise(basis, met))
        return { herhalingen: Math.min(HERHALINGEN.meeste, met.herhalingen * 2) }
      return { klaar: compareLopen(punt, maatregelen, basis, met) }
    }
    case 'gevoeligheid':
      return { klaar: gevoeligheidVan(punt, gelopen) }
    case 'doel': {
      const pogingen = gelopen.map(({ arm, loop }) => ({
        plekken: arm.plekken!,
        dagen: wachtdagenVan(loop, { product: opdracht.product }, opdracht.procent / 100),
      }))
      const next = nextPoging(
        pogingen.map(({ plekken, dagen }) => ({ plekken, haalt: dagen !== null && dagen <= opdracht.dagen })),
      )
      if ('probeer' in next)
        return {
          erbij: [{ metMaatregelen: true, plekken: next.probeer, herhalingen: HERHALINGEN.zoeken }],
        }
      return { klaar: { soort: 'doel', plekken: next.klaar, meeste: MEESTE_PLEKKEN, pogingen } }
    }
  }
}

/** The mean difference in who waits is known to a quarter of a person, or to a tenth of itself. */
function isPrecise(basis: Loop, met: Loop): boolean {
  const { maanden } = met.keten
  const verschil = meanOf(
    pairs(perHerhaling(met, 'wachtend', {}, 0, maanden), perHerhaling(basis, 'wachtend', {}, 0, maanden)),
  )
  const half = verschil.hoog - verschil.gemiddeld
  return half <= Math.max(0.25, 0.1 * Math.abs(verschil.gemiddeld))
}

function gevoeligheidVan(punt: Uitgangspunt, gelopen: readonly Gelopen[]): Gevoeligheidsuitkomst {
  const find = (metMaatregelen: boolean, parameter?: string, kant?: 'laag' | 'hoog') =>
    gelopen.find(
      ({ arm }) =>
        arm.metMaatregelen === metMaatregelen &&
        arm.verstoring?.parameter === parameter &&
        arm.verstoring?.kant === kant,
    )!.loop
  const paar = (parameter?: string, kant?: 'laag' | 'hoog') => ({
    basis: find(false, parameter, kant),
    met: find(true, parameter, kant),
  })
  const { basis, met } = paar()
  const laatste = (loop: Loop) =>
    perHerhaling(loop, 'wachtend', {}, Math.max(0, loop.keten.maanden - 12), loop.keten.maanden)
  return {
    soort: 'gevoeligheid',
    rijen: rankGevoeligheid(
      verstoorbaar(punt).map((parameter) => ({
        parameter,
        laag: paar(parameter.id, 'laag'),
        hoog: paar(parameter.id, 'hoog'),
      })),
    ),
    basis: meanOf(laatste(met)),
    effect: meanOf(pairs(laatste(met), laatste(basis))),
  }
}
