import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Bronwaarde, Duiding } from '../domain/contract.ts'
import { indicatornamen } from '../domain/indicatornamen.ts'
import type { Verteld } from '../domain/verhaal-contract.ts'

export interface Vraag {
  readonly indicator?: string | undefined
  readonly maand?: string | undefined
  readonly niveau?: string | undefined
}

const naam = <T extends { readonly indicator: string }>(row: T) => ({
  ...row,
  indicatorNaam: indicatornamen[row.indicator] ?? row.indicator,
})

const eerste = (maand: string | undefined) => (maand === undefined ? null : `${maand}-01`)

export async function findDuidingen(work: Work, vraag: Vraag): Promise<Duiding[]> {
  const maand = eerste(vraag.maand)
  const { rows } = await sql<Omit<Duiding, 'indicatorNaam'>>`
    select d.id, d.indicator, to_char(d.maand, 'YYYY-MM') as maand, d.niveau, d.tekst, g.naam as auteur, o.naam as organisatie, d.auteur_id = ${work.vrager.gebruikerId}::uuid is true as "isVanMij",
      (d.gewijzigd_op at time zone 'Europe/Amsterdam')::date as "gewijzigdOp", d.versie
    from onderdak.duiding d join onderdak.gebruiker g on g.id = d.auteur_id join onderdak.organisatie o on o.id = g.organisatie_id
    where d.regio_id = ${work.regioId} and d.ingetrokken_op is null and (${vraag.indicator ?? null}::text is null or d.indicator = ${vraag.indicator ?? null})
      and (${maand}::date is null or d.maand = ${maand}::date) and (${vraag.niveau ?? null}::text is null or d.niveau = ${vraag.niveau ?? null})
    order by d.maand desc, array_position(array['strategisch', 'tactisch', 'operationeel'], d.niveau), d.aangemaakt_op, d.id`.execute(
    work.db,
  )
  return rows.map(naam)
}

/** Stories that show today: checked by somebody else, and with a consent that holds. The one place where that is decided. */
export async function findVerteld(
  work: Work,
  vraag: Vraag & { readonly ids?: readonly Id[] },
): Promise<Verteld[]> {
  const maand = eerste(vraag.maand)
  const { rows } = await sql<Omit<Verteld, 'indicatorNaam'>>`
    select v.id, v.indicator, to_char(v.maand, 'YYYY-MM') as maand, v.soort, v.titel, v.tekst, v.teller, v.gepubliceerd_op as "gepubliceerdOp"
    from onderdak.verhaal v
    where v.regio_id = ${work.regioId} and v.status = 'gepubliceerd' and v.toestemming_op <= ${work.today}::date and v.toestemming_tot > ${work.today}::date
      and (${vraag.indicator ?? null}::text is null or v.indicator = ${vraag.indicator ?? null}) and (${maand}::date is null or v.maand = ${maand}::date)
      and (${vraag.ids ?? null}::uuid[] is null or v.id = any (${vraag.ids ?? null}::uuid[]))
    order by v.maand desc, v.gepubliceerd_op, v.id`.execute(work.db)
  return rows.map(naam)
}

/** What other sources say, with whether another one says otherwise about the same on the same day. */
export async function findBronwaarden(work: Work, vraag: Pick<Vraag, 'indicator'>): Promise<Bronwaarde[]> {
  const { rows } = await sql<Omit<Bronwaarde, 'indicatorNaam' | 'peildatum'> & { peildatum: PlainDate }>`
    select b.id, b.indicator, b.onderwerp, b.waarde::float8 as waarde, b.eenheid, b.bron, b.peildatum, b.toelichting, b.versie,
      min(b.waarde) over gelijk <> max(b.waarde) over gelijk as "isTegengesproken"
    from onderdak.bronwaarde b
    where b.regio_id = ${work.regioId} and b.vervallen_op is null and (${vraag.indicator ?? null}::text is null or b.indicator = ${vraag.indicator ?? null})
    window gelijk as (partition by b.indicator, b.onderwerp, b.eenheid, b.peildatum)
    order by b.onderwerp collate "und-x-icu", b.peildatum desc, b.bron collate "und-x-icu", b.id`.execute(
    work.db,
  )
  return rows.map(naam)
}

export interface Duidingtekst {
  readonly id: Id
  readonly versie: number
  readonly indicator: string
  readonly maand: string
  readonly tekst: string
  readonly auteur: string
  readonly organisatie: string
}

/** The text that each of these had in that version; what was withdrawn since is not there. */
export async function findDuidingteksten(
  work: Work,
  versies: readonly { readonly id: Id; readonly versie: number }[],
): Promise<Duidingtekst[]> {
  if (versies.length === 0) return []
  const { rows } = await sql<Duidingtekst>`
    select d.id, v.versie, d.indicator, to_char(d.maand, 'YYYY-MM') as maand, t.tekst, g.naam as auteur, o.naam as organisatie
    from (select (e.waarde ->> 'id')::uuid as id, (e.waarde ->> 'versie')::int as versie, e.plaats from jsonb_array_elements(${JSON.stringify(versies)}::jsonb) with ordinality as e (waarde, plaats)) v
      join onderdak.duiding d on d.id = v.id and d.regio_id = ${work.regioId} and d.ingetrokken_op is null
      join lateral (select x.tekst from onderdak.duiding_versie x where x.duiding_id = d.id and x.versie <= v.versie order by x.versie desc limit 1) t on true
      join onderdak.gebruiker g on g.id = d.auteur_id join onderdak.organisatie o on o.id = g.organisatie_id
    order by v.plaats`.execute(work.db)
  return rows
}

/** Who owns each indicator on a day, as far as the region chose somebody: `Programmamanager` or `Programmamanager (naam)`. */
export async function findEigenaren(work: Work, dag: PlainDate): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ indicator: string; eigenaar: string }>`
    select e.indicator, e.functie || coalesce(' (' || g.naam || ')', '') as eigenaar from onderdak.indicator_eigenaar e left join onderdak.gebruiker g on g.id = e.gebruiker_id
    where e.regio_id = ${work.regioId} and e.van <= ${dag}::date and (e.tot is null or e.tot > ${dag}::date)`.execute(
    work.db,
  )
  return new Map(rows.map(({ indicator, eigenaar }) => [indicator, eigenaar]))
}

/** Indicators that the yearly round ended before or in a year, and that no later one took up again; as decided at a moment. */
export async function findBeeindigd(work: Work, jaar: number, op: Date): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ indicator: string }>`
    select x.indicator from (select distinct on (o.indicator) o.indicator, o.uitkomst from onderdak.indicator_onderhoud o
      where o.regio_id = ${work.regioId} and o.jaar <= ${jaar} and o.vastgelegd_op <= ${op} order by o.indicator, o.jaar desc, o.vastgelegd_op desc, o.id desc) x where x.uitkomst = 'beeindigd'`.execute(
    work.db,
  )
  return new Set(rows.map(({ indicator }) => indicator))
}
