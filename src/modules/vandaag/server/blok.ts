import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Groepcode, Soort } from '../domain/contract.ts'
import { ITEMS_PER_GROEP } from '../domain/rules.ts'

/** What every block needs to ask. */
export interface Vraag {
  readonly work: Work
  readonly today: PlainDate
  /** Meldingen of this day or before should have had their receipt; null when none can be due. */
  readonly ontvangstVanaf: PlainDate | null
  /** Meldingen of this day or before are past their receipt. */
  readonly ontvangstTeLaat: PlainDate | null
  /** Coming back within this time is herinstroom, as an interval. */
  readonly herinstroomBinnen: string
  /** How long before 1 July the clientervaring of last year is asked for, as an interval. */
  readonly clientervaringVoor: string
  /** How long before its end or review an overeenkomst is named, as an interval. */
  readonly overeenkomstVoor: string
  /** How long before its last day what comes back each year is named, as an interval. */
  readonly jaarplichtVoor: string
  /** How long before it is due a decision about an activiteit is named, as an interval. */
  readonly besluitmomentVoor: string
  /** How long an answer may take to an advies, an idee and a klacht, as intervals. */
  readonly antwoordBinnen: Readonly<Record<'advies' | 'idee' | 'klacht', string>>
  /** Locations confirmed before this instant are stale. */
  readonly verouderdVoor: Date
}

/** One row of the page: of which block, how many there are in all, and what it says. */
export interface BlokRij {
  readonly groep: Groepcode
  readonly aantal: number
  readonly te_laat: number
  readonly soort: Soort
  readonly id: string
  readonly persoon_id: string | null
  readonly naam: string
  readonly wat: string
  readonly datum: PlainDate | null
  readonly moment: Date | null
}

export type Blok = (vraag: Vraag) => RawBuilder<BlokRij>

interface Delen {
  readonly soort: Soort
  readonly id: RawBuilder<unknown>
  readonly persoon?: RawBuilder<unknown>
  readonly naam: RawBuilder<unknown>
  readonly wat: RawBuilder<unknown>
  /** The day that orders the block. */
  readonly datum: RawBuilder<unknown>
  readonly moment?: RawBuilder<unknown>
  /** Everything from `from` on. */
  readonly van: RawBuilder<unknown>
  /** False when `datum` is not a last day, but a day since. */
  readonly isUiterlijk?: boolean
  /** What counts as late when that is not simply a `datum` before today. */
  readonly teLaat?: RawBuilder<unknown>
  readonly eerst?: RawBuilder<unknown>
}

/** The first rows of a block with the count of all of them, in a form that `union all` takes. */
export function blok(groep: Groepcode, delen: Delen, today: PlainDate): RawBuilder<BlokRij> {
  const isLate =
    delen.teLaat ?? (delen.isUiterlijk === false ? sql`false` : sql`${delen.datum} < ${today}::date`)
  return sql<BlokRij>`(select ${groep}::text as groep, (count(*) over ())::int as aantal, (count(*) filter (where ${isLate}) over ())::int as te_laat,
    ${delen.soort}::text as soort, ${delen.id} as id, ${delen.persoon ?? sql`null::uuid`} as persoon_id,
    ${delen.naam} as naam, ${delen.wat} as wat, ${delen.datum} as datum, ${delen.moment ?? sql`null::timestamptz`} as moment
    ${delen.van} order by ${delen.eerst ? sql`${delen.eerst}, ` : sql``}${delen.datum} nulls first, ${delen.id} limit ${ITEMS_PER_GROEP})`
}
