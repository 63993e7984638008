import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import type { Bevindingkaart } from '../domain/bevinding.ts'

/** What every finding is asked with. */
export interface Vraag {
  readonly regioId: string
  readonly today: PlainDate
  /** Who is NN since before this day should be known by now. */
  readonly nnVoor: PlainDate
  /** A plek out of use since before this day should have an end. */
  readonly buitenGebruikVoor: PlainDate
  /** A locatie that was confirmed before this moment is stale. */
  readonly verouderdVoor: Date
  /** Departures from this day on. */
  readonly vertrokkenVanaf: PlainDate
}

/**
 * One finding in one file. `vind` gives one row for each thing that is wrong, under row-level security: `sleutel` (row that is
 * wrong), `persoon_id` (null for a place), `organisatie_id` and `gebruiker_id` (who can fix it), `over` (name), `detail` and
 * `sinds` (since when).
 */
export interface Bevinding extends Bevindingkaart {
  vind(vraag: Vraag): RawBuilder<unknown>
}

export const naam = persoonNaamSql('p')

/** The dossier that counts, with who is responsible for it now. */
export const metOpvolging = sql`left join opvolging o on o.persoon_id = coalesce(p.samengevoegd_in, p.id) and o.status = 'open'`

/** Where a stay is, with its vast aanspreekpunt and who does the next step. */
export const metVerblijf = sql`join locatie l on l.id = v.locatie_id join voorziening z on z.id = l.voorziening_id join persoon p on p.id = v.persoon_id
  left join aanspreekpunt a on a.persoon_id = v.persoon_id and a.tot is null and a.organisatie_id = z.organisatie_id
  left join opvolging o on o.persoon_id = coalesce(p.samengevoegd_in, p.id) and o.status = 'open' and o.organisatie_id = z.organisatie_id`

/** A departure: the stay of a household, or the resident who left it alone. */
export const vertrekSleutel = sql`case when v.alleen then md5(v.verblijf_id::text || v.persoon_id::text)::uuid else v.verblijf_id end`

/** The columns of a finding about a person; who can fix it is who is responsible for the person, unless said otherwise. */
export function overPersoon(delen: {
  readonly sleutel: RawBuilder<unknown>
  readonly sinds: RawBuilder<unknown>
  readonly detail?: RawBuilder<unknown>
  readonly organisatie?: RawBuilder<unknown>
  readonly gebruiker?: RawBuilder<unknown>
}): RawBuilder<unknown> {
  return sql`${delen.sleutel} as sleutel, p.id as persoon_id, ${delen.organisatie ?? sql`o.organisatie_id`} as organisatie_id,
    ${delen.gebruiker ?? sql`o.contactpersoon_id`} as gebruiker_id, ${naam} as over, ${delen.detail ?? sql`null::text`} as detail, ${delen.sinds} as sinds`
}

/** The same for a stay: its aanspreekpunt first, else who does the next step at the same organisation. */
export const overVerblijf = (
  sinds: RawBuilder<unknown>,
  detail: RawBuilder<unknown> = sql`l.naam`,
): RawBuilder<unknown> =>
  overPersoon({
    sleutel: sql`v.id`,
    sinds,
    detail,
    organisatie: sql`z.organisatie_id`,
    gebruiker: sql`coalesce(a.gebruiker_id, o.contactpersoon_id)`,
  })
