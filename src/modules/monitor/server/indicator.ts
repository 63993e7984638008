import type { RawBuilder } from 'kysely'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Indicatorkaart } from '../domain/indicator.ts'

/** A day as the text of a statement takes it in: one day, or a column that has one for each of several months. */
export type Dag = PlainDate | RawBuilder<unknown>

/** What an indicator is asked for: a month, and what was known of it when. */
export interface Kader {
  /** First day. */
  readonly van: Dag
  /** First day after. */
  readonly tot: Dag
  /** Last day: the day of a stand. */
  readonly op: Dag
  /** Rows of a fact as they were known: now, or at an earlier moment. */
  feit(naam: string): RawBuilder<unknown>
  /** Everybody's class of ETHOS Light on the last day: `wie`, `klasse`, `zaak`, `gemeente`, `product`, `aanbieder`, `kinderen`. */
  ethos(): RawBuilder<unknown>
}

/**
 * One indicator in one file. `gevallen` gives one row a case: `zaak` (its key), `wie` (pseudonym), `gemeente`, `product`,
 * `aanbieder`, `reden`, `leeftijdsklasse` (of those that are split by it), `teller` (counts in the numerator of a share), `waarde` (days or a number to add up).
 */
export interface Indicator extends Indicatorkaart {
  gevallen(kader: Kader): RawBuilder<unknown>
}
