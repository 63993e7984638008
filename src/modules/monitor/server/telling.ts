import { type RawBuilder, sql } from 'kysely'
import { asStatistics } from '../../../platform/statistics.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { Per, Splitsing, Telling, Zaaksoort } from '../domain/indicator.ts'
import type { Dag, Indicator, Kader } from './indicator.ts'
import { findKleinsteGetal, monthsBefore } from './stand.ts'

export interface Maandstand {
  readonly maand: string
  readonly van: PlainDate
  readonly tot: PlainDate
  readonly peildatum: PlainDate
  readonly bekendOp: PlainDate | null
  readonly kleinsteGetal: number | null
}

/** Whole months that are over: of two periods that differ by a day, the difference could be one person. */
export async function readMaandstand(
  work: Work,
  query: { readonly maand?: string | undefined; readonly bekendOp?: PlainDate | undefined },
): Promise<Maandstand | Rejection> {
  const deze = monthsBefore(work.today, 0)
  const van = query.maand ? `${query.maand}-01` : monthsBefore(work.today, 1)
  if (van >= deze)
    return reject(
      'maand_niet_voorbij',
      `Kies een maand die voorbij is: uiterlijk ${monthsBefore(work.today, 1).slice(0, 7)}.`,
      {
        field: 'maand',
        status: 422,
      },
    )
  const tot = monthsBefore(van, -1)
  const peildatum = addDays(tot, -1)
  const bekendOp = query.bekendOp && query.bekendOp < work.today ? query.bekendOp : null
  if (bekendOp !== null) {
    if (bekendOp < peildatum)
      return reject(
        'toen_nog_niet_voorbij',
        `Op die dag was de maand niet voorbij. Kies ${formatLong(peildatum)} of later.`,
        { field: 'bekendOp', status: 422 },
      )
    const teVroeg = await rejectTeVroeg(work, bekendOp, 'alle')
    if (teVroeg) return teVroeg
  }
  return {
    maand: van.slice(0, 7),
    van,
    tot,
    peildatum,
    bekendOp,
    kleinsteGetal: await findKleinsteGetal(work),
  }
}

/** The same question of another month. */
export function verschuif(stand: Maandstand, maanden: number): Maandstand {
  const van = monthsBefore(stand.van, maanden)
  const tot = monthsBefore(van, -1)
  return { ...stand, maand: van.slice(0, 7), van, tot, peildatum: addDays(tot, -1) }
}

/** Of a region that already worked is not kept what was known before a day: of all facts, or of one that came later. */
export async function rejectTeVroeg(
  work: Work,
  bekendOp: PlainDate,
  feit: 'alle' | 'clientprofiel',
): Promise<Rejection | null> {
  const { rows } = await asStatistics(work, () =>
    sql<{ dag: PlainDate }>`
      select (vanaf at time zone 'Europe/Amsterdam')::date as dag from onderdak.feit_begin where feit = ${feit}`.execute(
      work.db,
    ),
  )
  const begin = rows[0]?.dag
  if (begin === undefined || bekendOp >= begin) return null
  const wat = { alle: 'Wat er bekend was', clientprofiel: 'Welk cliëntprofiel er bekend was' }[feit]
  return reject(
    'toen_niet_bijgehouden',
    `${wat}, is bijgehouden sinds ${formatLong(begin)}. Kies een latere dag.`,
    { field: 'bekendOp', status: 422 },
  )
}

/** All but the key, which is the person: nobody who counts reads it beside the pseudonym. */
const vanPersoon = sql`regio_id, pseudoniem, geboortejaar, geslacht, herkomst_gemeente, woonplaats_gemeente`

/** Facts as known: now, or at the end of a day. */
export function kaderVan(
  stand: Maandstand,
  dagen: { readonly van: Dag; readonly tot: Dag; readonly op: Dag } = { ...stand, op: stand.peildatum },
): Kader {
  const moment = sql`((${stand.bekendOp}::date + 1)::timestamp at time zone 'Europe/Amsterdam')`
  return {
    ...dagen,
    feit: (naam) => {
      const tabel = sql.table(`onderdak.feit_${naam}`)
      const kolommen = naam === 'persoon' ? vanPersoon : sql`*`
      return stand.bekendOp === null
        ? sql`(select ${kolommen} from ${tabel} where bekend_tot = 'infinity')`
        : sql`(select ${kolommen} from ${tabel} where bekend_van < ${moment} and bekend_tot >= ${moment})`
    },
    ethos: () =>
      stand.bekendOp === null
        ? sql`onderdak.ethos_nu(${dagen.op}::date)`
        : sql`onderdak.ethos_op(${dagen.op}::date, ${moment})`,
  }
}

/** Of how many cases at most is looked up whether the asker may open them all. */
const teOpenen = 25

export interface Getelde extends Telling {
  readonly id: string
  readonly groep: string | null
  readonly metGemeente: number
  /** Keys of the cases, when they are few. */
  readonly zaken: readonly Id[] | null
}

/** What is counted of the cases `g`, the same for every way of asking. */
function tellingen(indicator: Indicator): RawBuilder<unknown> {
  const quantile = (maat: string, deel: number) =>
    indicator.maat === maat
      ? sql`percentile_disc(${sql.lit(deel)}) within group (order by g.waarde)::float8`
      : sql`null::float8`
  return sql`count(g.zaak)::int as n, (count(*) filter (where g.teller))::int as t, count(distinct g.wie)::int as wie,
    sum(g.waarde)::float8 as som, ${quantile('mediaan', 0.5)} as mediaan, ${quantile('p90', 0.9)} as p90, max(g.waarde)::float8 as hoogste,
    count(g.gemeente)::int as "metGemeente", case when count(g.zaak) < ${sql.lit(teOpenen)} then coalesce(array_agg(g.zaak) filter (where g.zaak is not null), '{}') end as zaken`
}

function tel(indicator: Indicator, kader: Kader, id: string, per: Per | null): RawBuilder<unknown> {
  const groep = per === null ? sql`null::text` : sql`g.${sql.ref(per)}::text`
  return sql`select ${id}::text as id, ${groep} as groep, ${tellingen(indicator)}
    from (${indicator.gevallen(kader)}) g ${per === null ? sql`` : sql`group by 2`}`
}

/** The class of somebody in a year, from the year of birth. */
const leeftijdsgroep = sql`case when p.geboortejaar is null then null when j.leeftijd < 18 then 'kind' when j.leeftijd < 23 then 'jongere' when j.leeftijd < 27 then 'jongvolwassene'
  when j.leeftijd < 65 then 'volwassene' else 'oudere' end`

/** Of whoever stays along with somebody the head of that stay is known. */
const metHoofd: readonly Zaaksoort[] = ['verblijf', 'ethos']

/** Who had which profile from when until when: the last that was decided holds, on one day the waiting list goes before the melding. */
const profielperioden = (kader: Kader) => sql`profiel as materialized (
    select f.pseudoniem, f.clientprofiel, f.van, lead(f.van, 1, 'infinity') over (partition by f.pseudoniem order by f.van, f.bron, f.sleutel) as tot
    from ${kader.feit('clientprofiel')} f),
  hoofd as materialized (select distinct f.sleutel as zaak, f.pseudoniem from ${kader.feit('verblijf')} f where f.is_hoofd)`

/** By which a group goes that the cases have no column for, and where it is found by who is counted. */
function groepVan(indicator: Indicator, kader: Kader, per: Splitsing | null) {
  const profielVan = (wie: string, als: string) =>
    sql`left join profiel ${sql.ref(als)} on ${sql.ref(`${als}.pseudoniem`)} = ${sql.ref(wie)} and ${sql.ref(`${als}.van`)} <= m.op and ${sql.ref(`${als}.tot`)} > m.op`
  switch (per) {
    case null:
      return { groep: sql`null::text`, erbij: sql`` }
    case 'leeftijd':
      return {
        groep: leeftijdsgroep,
        erbij: sql`left join ${kader.feit('persoon')} p on p.pseudoniem = g.wie cross join lateral (select extract(year from m.op)::int - p.geboortejaar as leeftijd) j`,
      }
    case 'clientprofiel': {
      const eigen = profielVan('g.wie', 'p')
      if (!metHoofd.includes(indicator.zaak)) return { groep: sql`p.clientprofiel`, erbij: eigen }
      return {
        groep: sql`coalesce(p.clientprofiel, q.clientprofiel)`,
        erbij: sql`${eigen} left join hoofd h on h.zaak = g.zaak ${profielVan('h.pseudoniem', 'q')}`,
      }
    }
    default:
      return { groep: sql`g.${sql.ref(per)}::text`, erbij: sql`` }
  }
}

const perMaandVan = (stand: Maandstand) =>
  kaderVan(stand, { van: sql`m.van`, tot: sql`m.tot`, op: sql`m.op` })

function telMaanden(
  indicator: Indicator,
  standen: readonly Maandstand[],
  id: string,
  per: Splitsing | null,
): RawBuilder<unknown> {
  const kader = perMaandVan(standen[0]!)
  const maanden = sql.join(
    standen.map(
      (stand) =>
        sql`(${stand.maand}::text, ${stand.van}::date, ${stand.tot}::date, ${stand.peildatum}::date)`,
    ),
  )
  const { groep, erbij } = groepVan(indicator, kader, per)
  return sql`select ${id}::text as id, m.maand, ${groep} as groep, ${tellingen(indicator)}
    from (values ${maanden}) m (maand, van, tot, op) left join lateral (${indicator.gevallen(kader)}) g on true ${erbij}
    ${per === null ? sql`` : sql`where g.zaak is not null`} group by 2, 3`
}

/** Counted of one month of a row of months. */
export interface Maandgetelde extends Getelde {
  readonly maand: string
}

/** Every asked indicator of each of the months, as a whole and by one split, in one statement: months are rows of it. */
export async function telReeks(
  work: Work,
  vragen: readonly { readonly id: string; readonly indicator: Indicator; readonly per: Splitsing | null }[],
  standen: readonly Maandstand[],
): Promise<Maandgetelde[]> {
  if (vragen.length === 0) return []
  const delen = vragen.map(({ id, indicator, per }) => telMaanden(indicator, standen, id, per))
  const perioden = vragen.some(({ per }) => per === 'clientprofiel')
    ? sql`with ${profielperioden(perMaandVan(standen[0]!))} `
    : sql``
  const { rows } = await asStatistics(work, () =>
    sql<Maandgetelde>`${perioden}${sql.join(delen, sql` union all `)}`.execute(work.db),
  )
  return rows
}

/** Every asked indicator of every asked month in one statement, in the role that sees no persons. */
export async function telAlle(
  work: Work,
  vragen: readonly {
    readonly id: string
    readonly indicator: Indicator
    readonly stand: Maandstand
    readonly per?: Per
  }[],
): Promise<Getelde[]> {
  const delen = vragen.map(({ id, indicator, stand, per }) =>
    tel(indicator, kaderVan(stand), id, per ?? null),
  )
  const { rows } = await asStatistics(work, () =>
    sql<Getelde>`${sql.join(delen, sql` union all `)}`.execute(work.db),
  )
  return rows
}

/** Cases of one indicator, the highest number first: key, whether it counts in the numerator, and its number. */
export async function listGevallen(work: Work, indicator: Indicator, stand: Maandstand) {
  const { rows } = await asStatistics(work, () =>
    sql<{ zaak: Id; teller: boolean; waarde: number | null }>`
      select distinct on (g.zaak) g.zaak, coalesce(g.teller, false) as teller, g.waarde::float8 as waarde
      from (${indicator.gevallen(kaderVan(stand))}) g order by g.zaak, coalesce(g.teller, false) desc, g.waarde desc nulls last`.execute(
      work.db,
    ),
  )
  return rows.sort((a, b) => (b.waarde ?? 0) - (a.waarde ?? 0) || Number(b.teller) - Number(a.teller))
}

/** Where a case stands in the register, read under row-level security: only what the asker may open comes back. */
const registers = {
  verblijf: 'verblijf',
  wacht: 'wachtlijstplaatsing',
  melding: 'melding',
  voorstel: 'plaatsingsvoorstel',
  nazorg: 'nazorgafspraak',
  huurcontract: 'huurcontract',
  uitstroom: 'uitstroomdossier',
  urgentie: 'urgentieaanvraag',
  beschikking: 'beschikking',
  in_beeld: 'opvolging',
  signaal: 'signaal',
} as const satisfies Record<
  Exclude<Zaaksoort, 'plek' | 'ethos' | 'klantcontact' | 'adrestoestemming'>,
  string
>

/** What can decide about a class of ETHOS Light. */
const ethosRegisters = ['verblijf', 'melding', 'wacht', 'huurcontract', 'signaal', 'in_beeld'] as const

const rijenVan = (zaak: keyof typeof registers) =>
  sql`select z.id as zaak, z.persoon_id, null::text as naam from ${sql.table(`onderdak.${registers[zaak]}`)} z`

function registerVan(zaak: Zaaksoort) {
  if (zaak === 'plek')
    return sql`select p.id as zaak, null::uuid as persoon_id, l.naam || ', ' || p.naam as naam from onderdak.plek p join onderdak.locatie l on l.id = p.locatie_id`
  // Of a contact that became no melding, and of a decision about nobody, there is no file to open: they are counted and no more.
  if (zaak === 'klantcontact')
    return sql`select k.id as zaak, m.persoon_id, null::text as naam from onderdak.klantcontact k join onderdak.melding m on m.id = k.melding_id`
  if (zaak === 'adrestoestemming')
    return sql`select a.id as zaak, a.persoon_id, null::text as naam from onderdak.adrestoestemming a where a.persoon_id is not null`
  if (zaak !== 'ethos') return rijenVan(zaak)
  const gasten = sql`select g.wintergast_id as zaak, g.persoon_id, null::text as naam from onderdak.wintergast_persoon g`
  return sql.join([...ethosRegisters.map(rijenVan), gasten], sql` union all `)
}

export interface TeOpenen {
  readonly zaak: Id
  readonly persoonId: Id | null
  /** Of what is no person. */
  readonly naam: string | null
}

export async function listTeOpenen(work: Work, zaak: Zaaksoort, zaken: readonly Id[]): Promise<TeOpenen[]> {
  if (zaken.length === 0) return []
  const { rows } = await sql<TeOpenen>`
    select r.zaak, r.persoon_id as "persoonId", r.naam from (${registerVan(zaak)}) r where r.zaak = any (${zaken}::uuid[])`.execute(
    work.db,
  )
  return rows
}
