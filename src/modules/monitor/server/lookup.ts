import { sql } from 'kysely'
import { asStatistics } from '../../../platform/statistics.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { maten, teltWie, versieOp } from '../domain/indicator.ts'
import type { Indicator } from './indicator.ts'
import { readIndicator } from './indicator-queries.ts'
import { indicatoren } from './indicatoren.ts'
import { kaderVan } from './telling.ts'

// What the modules that bring figures outside (openbaar), or beside what is done about them (programma), may ask of the registry.

const vind = (id: string): Indicator => {
  const found = indicatoren.find((indicator) => indicator.id === id)
  if (!found) throw new Error(`There is no indicator ${id}`)
  return found
}

/** The definition of an indicator as it holds for a period that begins on `van`. */
export function getIndicatorkaart(id: string, van: PlainDate) {
  const indicator = vind(id)
  const { naam, definitie, tijd, teller, eigenaar, maat } = indicator
  return {
    naam,
    definitie,
    tijd,
    teller,
    eigenaar,
    eenheid: maten[maat],
    isMensen: indicator.kleineCel === 'mensen',
    versie: versieOp(indicator, van).versie,
  }
}

export interface Groepstelling {
  readonly indicator: string
  /** Whether the product is one of those that were asked. */
  readonly isVan: boolean
  /** Null: in no gemeente, or not known. */
  readonly gemeente: string | null
  readonly aantal: number
}

/**
 * True counts of indicators over `[van, tot)` per gemeente, those of some products apart, as known now. Whoever is counted
 * stands in one gemeente only, so that the parts add up: of two the first by code. A case without a product is of none of those
 * products, or is left out because it could be.
 */
export async function countPerGemeente(
  work: Work,
  vraag: {
    readonly indicatoren: readonly string[]
    readonly van: PlainDate
    readonly tot: PlainDate
    readonly producten: readonly Id[]
    readonly zonderProduct: 'telt' | 'telt_niet'
  },
): Promise<Groepstelling[]> {
  if (vraag.indicatoren.length === 0) return []
  const { van, tot } = vraag
  const kader = kaderVan({
    maand: '',
    van,
    tot,
    peildatum: addDays(tot, -1),
    bekendOp: null,
    kleinsteGetal: null,
  })
  const telt = vraag.zonderProduct === 'telt' ? sql`true` : sql`g.product is not null`
  const delen = vraag.indicatoren.map((id) => {
    const indicator = vind(id)
    const sleutel = sql.ref(teltWie(indicator.maat) ? 'wie' : 'zaak')
    return sql`select ${id}::text as indicator, u.is_van as "isVan", u.gemeente, count(*)::int as aantal from (
      select distinct on (h.is_van, h.sleutel) h.is_van, h.gemeente from (
        select coalesce(g.product = any (${vraag.producten}::uuid[]), false) as is_van, g.${sleutel} as sleutel, g.gemeente
        from (${indicator.gevallen(kader)}) g where ${telt}) h
      order by h.is_van, h.sleutel, h.gemeente) u group by 2, 3`
  })
  const { rows } = await asStatistics(work, () =>
    sql<Groepstelling>`${sql.join(delen, sql` union all `)}`.execute(work.db),
  )
  return rows
}

export interface Verloop {
  readonly naam: string
  readonly eenheid: string
  /** Last day of the last month. */
  readonly peildatum: PlainDate
  /** Thirteen whole months, oldest first; null when it is too small to show or there is nothing to measure. */
  readonly maanden: readonly {
    readonly maand: string
    readonly waarde: number | null
    readonly afgeschermd: boolean
  }[]
}

/** An indicator over the last thirteen whole months, protected as its page shows it; undefined when nobody knows it any more. */
export async function findVerloop(work: Work, indicator: string): Promise<Verloop | undefined> {
  const gelezen = await readIndicator(work, indicator, {})
  if (isRejection(gelezen)) return undefined
  const { naam, eenheid, peildatum, verloop } = gelezen
  return { naam, eenheid, peildatum, maanden: verloop }
}
