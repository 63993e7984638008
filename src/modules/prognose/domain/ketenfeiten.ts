import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'

/** What the register says of the chain, under a pseudonym: what a forecast is calibrated on. */
export interface Ketenfeiten {
  readonly peildatum: PlainDate
  readonly producten: readonly Ketenproduct[]
  readonly gemeenten: readonly { readonly code: string; readonly naam: string }[]
  readonly verblijven: readonly Verblijffeit[]
  readonly wachtenden: readonly Wachtfeit[]
  readonly plekken: readonly Plekfeit[]
}

export interface Ketenproduct {
  readonly id: Id
  readonly naam: string
  readonly domein: string
  /** Days of the longest stay by the rules on the peildatum; null when there is none. */
  readonly termijn: number | null
}

/** One household at one place; the contact person stands for it. */
export interface Verblijffeit {
  readonly wie: string
  readonly productId: Id
  readonly locatieId: Id | null
  readonly van: PlainDate
  /** Ready to leave since. */
  readonly gereedOp: PlainDate | null
  readonly tot: PlainDate | null
  readonly bestemming: string | null
}

/** One registration on the list of a product, from outside. */
export interface Wachtfeit {
  readonly wie: string
  readonly productId: Id
  readonly gemeente: string | null
  readonly op: PlainDate
  readonly gestartOp: PlainDate | null
  /** Left the list without a place. */
  readonly wegOp: PlainDate | null
}

/** A place by location: one row a place and stretch of time. A secret location has no id of its own. */
export interface Plekfeit {
  readonly productId: Id
  readonly locatieId: Id | null
  readonly van: PlainDate
  readonly tot: PlainDate | null
}
