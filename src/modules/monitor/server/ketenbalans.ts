import { type RawBuilder, sql } from 'kysely'
import { asStatistics } from '../../../platform/statistics.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { type Boek, type Boekregel, celdelen, type Eenheid, type Splitsing } from '../domain/ketenbalans.ts'
import type { Kader } from './indicator.ts'
import { kaderVan, type Maandstand } from './telling.ts'

/** Of how many cases at most is looked up whether the asker may open them all. */
const teOpenen = 25

export interface Boekvraag {
  readonly id: string
  readonly boek: Boek
  readonly eenheid: Eenheid
  /** Null: the total. */
  readonly per: Splitsing | null
  readonly stand: Maandstand
}

export interface Getelderegel extends Boekregel {
  readonly id: string
  /** Keys of the cases, when they are few. */
  readonly zaken: readonly Id[] | null
}

/** From which column a split reads; null when the book does not have it. */
const bron: Readonly<Record<Boek, (k: Kader, eenheid: Eenheid) => RawBuilder<unknown>>> = {
  verblijf: (
    k,
    eenheid,
  ) => sql`select f.sleutel as zaak, coalesce(f.pseudoniem, f.sleutel)::text as wie, 1 as lid, f.van, f.tot,
      f.product_id::text as product, f.gemeente_code as gemeente, f.locatie_id::text as locatie, f.aanbieder_id::text as organisatie, f.soort, f.eindreden, f.bestemming,
      coalesce(onderdak.is_uitstroom(f.soort, f.eindreden, f.bestemming), false) as uitstroom
    from ${k.feit('verblijf')} f where ${eenheid === 'registraties' ? sql`f.is_hoofd` : sql`true`}`,
  // Of a household that waits the members are known by their number only: the nth of one registration is the nth of another.
  wachtlijst: (
    k,
    eenheid,
  ) => sql`select f.sleutel as zaak, coalesce(f.pseudoniem, f.sleutel)::text as wie, lid, f.besloten_op as van, f.tot,
      f.product_id::text as product, f.gemeente_code as gemeente, null::text as locatie, null::text as organisatie,
      case when f.gestart_op is not null then 'geplaatst' end as soort, f.eindreden, null::text as bestemming, false as uitstroom
    from ${k.feit('wacht')} f cross join lateral generate_series(1, ${eenheid === 'registraties' ? sql`1` : sql`greatest(f.personen, 1)`}) lid`,
  in_beeld: (
    k,
  ) => sql`select f.sleutel as zaak, coalesce(f.pseudoniem, f.sleutel)::text as wie, 1 as lid, f.van, f.tot,
      null::text as product, p.herkomst_gemeente as gemeente, null::text as locatie, f.organisatie_id::text as organisatie,
      case when exists (select 1 from ${k.feit('in_beeld')} o where o.regio_id = f.regio_id and coalesce(o.pseudoniem, o.sleutel) = coalesce(f.pseudoniem, f.sleutel) and o.tot <= f.van) then 'terug' else 'nieuw' end as soort,
      f.afsluitreden as eindreden, null::text as bestemming, false as uitstroom
    from ${k.feit('in_beeld')} f left join ${k.feit('persoon')} p on p.pseudoniem = f.pseudoniem`,
}

function groepVan(boek: Boek, per: Splitsing | null): RawBuilder<unknown> {
  if (per === null) return sql`''`
  if (per === 'cel')
    return sql`concat_ws('|', ${sql.join(celdelen[boek].map((deel) => sql`coalesce(${sql.ref(deel)}, '')`))})`
  return sql`coalesce(${sql.ref(per)}, '')`
}

/** Spells that touch the month. A spell without begin stays in: it is what keeps a book from closing. */
function spellen({ boek, eenheid, per, stand }: Boekvraag): RawBuilder<unknown> {
  return sql`select b.*, ${groepVan(boek, per)} as groep from (${bron[boek](kaderVan(stand), eenheid)}) b
    where least(b.van, b.tot) < ${stand.tot}::date and greatest(b.van, coalesce(b.tot, 'infinity')) >= ${stand.van}::date`
}

/** Begin and end: who was there on the night before the month, and on its last. */
const standen = (van: string, tot: string, wie: RawBuilder<unknown>) => sql`
  select groep, w.wat, false as elders, null::text as soort, null::text as eindreden, null::text as bestemming, false as uitstroom, count(distinct ${wie})::int as aantal, array_agg(distinct zaak) as zaken
  from spel cross join lateral (values ('begin', ${van}::date), ('eind', ${tot}::date)) w (wat, dag)
  where spel.van < w.dag and coalesce(spel.tot, 'infinity') >= w.dag group by 1, 2`

/** Somewhere else the night before a day (in), or the night that begins on it (out). */
const elders = (wat: 'in' | 'uit', rij: string, dag: RawBuilder<unknown>, zelf: RawBuilder<unknown>) =>
  sql`exists (select 1 from spel o where o.wie = ${sql.ref(`${rij}.wie`)} and o.lid = ${sql.ref(`${rij}.lid`)} and ${zelf}
    and ${wat === 'in' ? sql`o.van < ${dag} and coalesce(o.tot, 'infinity') >= ${dag}` : sql`o.van <= ${dag} and coalesce(o.tot, 'infinity') > ${dag}`})`

const kenmerken = sql`groep, elders, soort, eindreden, bestemming, uitstroom`

/** Registrations: every begin and every end that falls in the month, straight from the rows. */
function perRegistratie(van: string, tot: string): RawBuilder<unknown> {
  const zijde = (wat: 'in' | 'uit', kolom: 'van' | 'tot') => sql`
    select groep, ${sql.lit(wat)} as wat, elders, soort, eindreden, bestemming, uitstroom, count(*)::int as aantal, array_agg(distinct zaak) as zaken
    from (select s.*, ${elders(wat, 's', sql.ref(`s.${kolom}`), sql`(o.zaak, o.van) is distinct from (s.zaak, s.van)`)} as elders from spel s) s
    where ${sql.ref(kolom)} >= ${van}::date and ${sql.ref(kolom)} < ${tot}::date group by ${kenmerken}`
  return sql`${standen(van, tot, sql`(zaak, van)`)} union all ${zijde('in', 'van')} union all ${zijde('uit', 'tot')}`
}

/** Persons: a sweep over the days on which somebody begins or ends somewhere; who goes on the same day never left. */
function perPersoon(van: string, tot: string): RawBuilder<unknown> {
  return sql`${standen(van, tot, sql`(wie, lid)`)} union all
    select w.groep, w.wat, w.elders, s.soort, s.eindreden, s.bestemming, coalesce(s.uitstroom, false), count(*)::int, array_agg(distinct s.zaak)
    from (
      select c.groep, c.wie, c.lid, c.dag, 'in' as wat, ${elders('in', 'c', sql`c.dag`, sql`true`)} as elders from loop c where c.voor <= 0 and c.na > 0 and c.dag >= ${van}::date and c.dag < ${tot}::date
      union all
      select c.groep, c.wie, c.lid, c.dag, 'uit', ${elders('uit', 'c', sql`c.dag`, sql`true`)} from loop c where c.voor > 0 and c.na <= 0 and c.dag >= ${van}::date and c.dag < ${tot}::date
    ) w join lateral (
      select s.* from spel s where s.groep = w.groep and s.wie = w.wie and s.lid = w.lid and case w.wat when 'in' then s.van else s.tot end = w.dag and s.van is distinct from s.tot order by s.zaak limit 1
    ) s on true group by 1, 2, 3, 4, 5, 6, 7`
}

/** Per group, person and day how many places they had before and after. */
const loop = sql`select groep, wie, lid, dag, (sum(stap) over per_wie - stap) as voor, sum(stap) over per_wie as na
  from (select groep, wie, lid, e.dag, sum(e.stap) as stap from spel cross join lateral (values (spel.van, 1), (spel.tot, -1)) e (dag, stap)
    where e.dag is not null group by 1, 2, 3, 4) stappen
  window per_wie as (partition by groep, wie, lid order by dag)`

function boekVan(vraag: Boekvraag, hoogstens: number): RawBuilder<unknown> {
  const { van, tot } = vraag.stand
  const regels = vraag.eenheid === 'personen' ? perPersoon(van, tot) : perRegistratie(van, tot)
  return sql`select ${vraag.id}::text as id, r.groep, r.wat, r.elders, r.soort, r.eindreden, r.bestemming, r.uitstroom, r.aantal,
      case when cardinality(r.zaken) < ${sql.lit(hoogstens)} then r.zaken end as zaken
    from (with spel as materialized (${spellen(vraag)}), loop as (${loop}) ${regels}) r`
}

/** Every asked book in one statement, in the role that sees no persons. */
export async function telBoeken(
  work: Work,
  vragen: readonly Boekvraag[],
  hoogstens = teOpenen,
): Promise<Getelderegel[]> {
  if (vragen.length === 0) return []
  const { rows } = await asStatistics(work, () =>
    sql<Getelderegel>`${sql.join(
      vragen.map((vraag) => boekVan(vraag, hoogstens)),
      sql` union all `,
    )} order by id, groep`.execute(work.db),
  )
  return rows
}

const tabel = { verblijf: 'verblijf', wachtlijst: 'wacht', in_beeld: 'in_beeld' } as const

/** Cases of a book without a begin, or that end before it. */
export async function listZonderBegin(work: Work, vraag: Boekvraag): Promise<Id[]> {
  const { rows } = await asStatistics(work, () =>
    sql<{ zaak: Id }>`select distinct s.zaak from (${spellen(vraag)}) s where (s.van is null or s.tot < s.van)
      and s.tot >= ${vraag.stand.van}::date and s.tot < ${vraag.stand.tot}::date order by 1`.execute(work.db),
  )
  return rows.map(({ zaak }) => zaak)
}

/** Which organisation can fix a case: of the place, or who is responsible. Of a secret place nobody. */
export async function organisatiesVan(
  work: Work,
  { boek, stand }: Boekvraag,
  zaken: readonly Id[],
): Promise<Map<Id, Id | null>> {
  const k = kaderVan(stand)
  const eigen = boek === 'verblijf' ? sql`f.aanbieder_id` : sql`f.organisatie_id`
  const wie =
    boek === 'wachtlijst'
      ? sql`(select i.organisatie_id from ${k.feit('in_beeld')} i where i.pseudoniem = f.pseudoniem order by i.van desc limit 1)`
      : eigen
  const { rows } = await asStatistics(work, () =>
    sql<{
      zaak: Id
      organisatie: Id | null
    }>`select distinct on (f.sleutel) f.sleutel as zaak, ${wie} as organisatie
      from ${k.feit(tabel[boek])} f where f.sleutel = any (${zaken}::uuid[]) order by f.sleutel`.execute(
      work.db,
    ),
  )
  return new Map(rows.map(({ zaak, organisatie }) => [zaak, organisatie]))
}
