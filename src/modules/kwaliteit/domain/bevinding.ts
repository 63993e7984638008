import type { Permissie } from '../../../shared/permissies.ts'

/** `hoog`: somebody may get the wrong help, or a figure is wrong. */
export const ernsten = { hoog: 'Eerst doen', gewoon: 'Gewoon' } as const
export type Ernst = keyof typeof ernsten

/** Everything about a finding but how it is found. */
export interface Bevindingkaart {
  /** Lower snake case; stays the same for ever, because the counts of each night carry it. */
  readonly id: string
  /** What is wrong, as a short sentence. */
  readonly naam: string
  /** Why it matters and what to do, in B1. */
  readonly uitleg: string
  readonly ernst: Ernst
  /** Right to put it right; without it the asker does not get it as a task. */
  readonly recht: Permissie
  /** What the link says. */
  readonly doen: string
  /** Page that fixes it; `:sleutel` and `:persoon` are filled in. */
  readonly pad: string
}

/** How long a finding may be there before it counts as old. */
export const LANG_DAGEN = 30
/** Departures of longer ago are not asked for any more. */
export const VERTREK_DAGEN = 366

export function padVan(kaart: Pick<Bevindingkaart, 'pad'>, sleutel: string, persoonId: string | null) {
  return kaart.pad.replace(':sleutel', sleutel).replace(':persoon', persoonId ?? '')
}
