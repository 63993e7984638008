import type { RawBuilder } from 'kysely'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Indicatorkaart } from '../domain/indicator.ts'

/** What an indicator is asked for: a month, and what was known of it when. */
export interface Kader {
  /** First day. */
  readonly van: PlainDate
  /** First day after. */
  readonly tot: PlainDate
  /** Last day: the day of a stand. */
  readonly op: PlainDate
  /** Rows of a fact as they were known: now, or at an earlier moment. */
  feit(naam: string): RawBuilder<unknown>
  /** Everybody's class of ETHOS Light on the last day: `wie`, `klasse`, `zaak`, `gemeente`, `product`, `aanbieder`, `kinderen`. */
  ethos(): RawBuilder<unknown>
}

/**
 * One indicator in one file. `gevallen` gives one row a case: `zaak` (its key), `wie` (pseudonym), `gemeente`, `product`,
 * `aanbieder`, `reden`, `teller` (counts in the numerator of a share), `waarde` (days or a number to add up).
 */
export interface Indicator extends Indicatorkaart {
  gevallen(kader: Kader): RawBuilder<unknown>
}
