import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'

// The only place that writes traject, aanspreekpunt, traject_fase, traject_onderbreking, traject_product, wlz_route and
// achttien_route.

export type TrajectRow = Selectable<DB['traject']>
type Tijdvak = 'aanspreekpunt' | 'traject_fase' | 'traject_onderbreking' | 'traject_product'

const tegelijk = (wat: string) =>
  reject('tegelijk_gewijzigd', `Iemand anders wijzigde ${wat} op hetzelfde moment. Laad de pagina opnieuw.`)
const constraints = {
  aanspreekpunt_precies_een: tegelijk('het aanspreekpunt'),
  traject_fase_een_tegelijk: tegelijk('de fase'),
  traject_onderbreking_een_tegelijk: tegelijk('de onderbreking'),
  traject_product_een_tegelijk: tegelijk('het product'),
  wlz_route_een_lopend: reject('wlz_loopt_al', 'Er loopt al een weg naar Wlz-zorg voor deze cliënt.'),
  traject_eindigt_na_begin: reject('dag_te_vroeg', 'Het traject kan niet eindigen voordat het begon.', {
    field: 'op',
    status: 422,
  }),
} as const

export interface NieuwTraject {
  readonly id: Id
  readonly persoonId: Id
  readonly op: PlainDate
  readonly fase: {
    readonly domein: string
    readonly code: string
    readonly uiterlijkOp: PlainDate | null
  } | null
  readonly productId: Id | null
}

export interface Begonnen {
  readonly id: Id
  readonly persoonId: Id
  readonly organisatieId: Id
  readonly gebruikerId: Id
}

/**
 * Begins trajecten in one statement, each with its aanspreekpunt, and makes that organisation involved for as long as the
 * traject lasts. The aanspreekpunt is the contact of the own next step, else of `hoofdId`. Who has an open traject already
 * is skipped: the unique index decides, also when many try at once.
 */
export async function insertTrajecten(
  work: Work,
  nieuw: readonly NieuwTraject[],
  input: {
    aanleiding: 'verblijf' | 'zelf' | 'achttien'
    hoofdId: Id
    /** Only users with the right to women's shelter files, when this organisation is the aanspreekpunt. */
    vereistVoor?: Id | null
  },
): Promise<Begonnen[]> {
  const rijen = nieuw.map(
    (
      one,
    ) => sql`(${one.id}::uuid, ${one.persoonId}::uuid, ${one.op}::date, ${one.fase?.domein ?? null}::text, ${one.fase?.code ?? null}::text,
      ${one.fase?.uiterlijkOp ?? null}::date, ${one.productId}::uuid, ${work.newId()}::uuid, ${work.newId()}::uuid, ${work.newId()}::uuid, ${work.newId()}::uuid)`,
  )
  const door = work.vrager.gebruikerId
  const { rows } = await sql<Begonnen>`
    with wie as (
      select w.*, coalesce(o.organisatie_id, h.organisatie_id) as organisatie_id, coalesce(o.contactpersoon_id, h.contactpersoon_id) as gebruiker_id
      from (values ${sql.join(rijen)}) as w (id, persoon_id, op, domein, code, uiterlijk_op, product_id, a_id, f_id, p_id, b_id)
        left join onderdak.opvolging o on o.persoon_id = w.persoon_id and o.status = 'open'
        left join onderdak.opvolging h on h.persoon_id = ${input.hoofdId}::uuid and h.status = 'open'
    ), t as (
      insert into onderdak.traject (id, regio_id, persoon_id, begonnen_op, aanleiding, aangemaakt_op, gewijzigd_op, gewijzigd_door)
      select id, ${work.regioId}::uuid, persoon_id, op, ${input.aanleiding}, ${work.now}::timestamptz, ${work.now}::timestamptz, ${door}::uuid
      from wie order by persoon_id on conflict do nothing returning id
    ), a as (
      insert into onderdak.aanspreekpunt (id, regio_id, traject_id, persoon_id, organisatie_id, gebruiker_id, van, vastgelegd_op, vastgelegd_door)
      select a_id, ${work.regioId}::uuid, id, persoon_id, organisatie_id, gebruiker_id, op, ${work.now}::timestamptz, ${door}::uuid from wie join t using (id)
    ), f as (
      insert into onderdak.traject_fase (id, regio_id, traject_id, persoon_id, domein, code, van, uiterlijk_op, vastgelegd_op, vastgelegd_door)
      select f_id, ${work.regioId}::uuid, id, persoon_id, domein, code, op, uiterlijk_op, ${work.now}::timestamptz, ${door}::uuid from wie join t using (id) where code is not null
    ), p as (
      insert into onderdak.traject_product (id, regio_id, traject_id, persoon_id, product_id, richting, van, vastgelegd_op, vastgelegd_door)
      select p_id, ${work.regioId}::uuid, id, persoon_id, product_id, 'verblijf', op, ${work.now}::timestamptz, ${door}::uuid from wie join t using (id) where product_id is not null
    )
    select w.id, w.persoon_id as "persoonId", w.organisatie_id as "organisatieId", w.gebruiker_id as "gebruikerId",
      onderdak.geef_betrokkenheid(w.b_id, w.persoon_id, w.organisatie_id, 'aanspreekpunt', case g.soort when 'aanbieder' then 'UITVOERING_AANBIEDER' else 'WETTELIJKE_TAAK_COLLEGE' end,
        'traject', w.id, ${work.today}::date, case when w.organisatie_id = ${input.vereistVoor ?? null}::uuid then 'vo' end) as betrokkenheid
    from wie w join t using (id) join onderdak.organisatie g on g.id = w.organisatie_id`.execute(work.db)
  return rows
}

/** The traject, locked; undefined when it does not exist or the asker may not see it. */
export function lockTraject(work: Work, id: Id): Promise<TrajectRow | undefined> {
  return work.db.selectFrom('traject').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Writes on a traject that the caller locked, and raises its version. */
export async function updateTraject(
  work: Work,
  row: { id: Id; versie: number },
  values: Updateable<DB['traject']> = {},
): Promise<number | Rejection> {
  const versie = row.versie + 1
  const done = await catchConstraint(
    work.db
      .updateTable('traject')
      .set({ ...values, versie, gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })
      .where('id', '=', row.id)
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : versie
}

/** The row that runs ends on `op`; with a later begin it ends on its own first day. */
export async function closeTijdvak(
  work: Work,
  tabel: Tijdvak,
  input: { trajectIds: readonly Id[]; op: PlainDate; values?: Record<string, unknown> },
): Promise<void> {
  if (input.trajectIds.length === 0) return
  await work.db
    .updateTable(tabel as 'traject_onderbreking')
    .set({ tot: sql<PlainDate>`greatest(van, ${input.op}::date)`, ...input.values })
    .where('traject_id', 'in', [...input.trajectIds])
    .where('tot', 'is', null)
    .execute()
}

type Eigen = 'regio_id' | 'id' | 'vastgelegd_op' | 'vastgelegd_door'

/** The next row of a tijdvak; the one before must be closed. */
export async function insertTijdvak<T extends Tijdvak>(
  work: Work,
  tabel: T,
  rijen: readonly Omit<Insertable<DB[T]>, Eigen>[],
): Promise<undefined | Rejection> {
  if (rijen.length === 0) return undefined
  const values = rijen.map((rij) => ({
    ...rij,
    id: work.newId(),
    regio_id: work.regioId,
    vastgelegd_op: work.now,
    vastgelegd_door: work.vrager.gebruikerId,
  }))
  // @NOTE The columns of an open type parameter cannot be resolved here; `rijen` was checked against its table.
  const done = await catchConstraint(
    work.db
      .insertInto(tabel as 'traject_fase')
      .values(values as never)
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : undefined
}

export async function insertWlzRoute(
  work: Work,
  values: Omit<Insertable<DB['wlz_route']>, 'regio_id' | 'gewijzigd_op' | 'gewijzigd_door'>,
): Promise<undefined | Rejection> {
  const done = await catchConstraint(
    work.db
      .insertInto('wlz_route')
      .values({
        ...values,
        regio_id: work.regioId,
        gewijzigd_op: work.now,
        gewijzigd_door: work.vrager.gebruikerId,
      })
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : undefined
}

/** Writes on a route that the caller locked. */
export async function updateRoute<T extends 'wlz_route' | 'achttien_route'>(
  work: Work,
  tabel: T,
  row: { id: Id; versie: number },
  values: Updateable<DB[T]>,
): Promise<number> {
  const versie = row.versie + 1
  await work.db
    .updateTable(tabel as 'wlz_route')
    .set({ ...(values as object), versie, gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })
    .where('id', '=', row.id)
    .execute()
  return versie
}

/** Routes of these trajecten that still run stop with the traject. */
export async function stopWlzRoutes(
  work: Work,
  input: { trajectId: Id; op: PlainDate; toelichting: string },
): Promise<void> {
  await work.db
    .updateTable('wlz_route')
    .set({
      status: 'gestopt',
      besloten_op: sql<PlainDate>`greatest(signaal_op, ${input.op}::date)`,
      toelichting: input.toelichting,
      versie: sql`versie + 1`,
      gewijzigd_op: work.now,
      gewijzigd_door: work.vrager.gebruikerId,
    })
    .where('traject_id', '=', input.trajectId)
    .where('status', 'in', ['signaal', 'aangevraagd', 'bij_ciz'])
    .execute()
}

/** One per person, ever: who has a route already keeps it. */
export async function insertAchttienRoute(
  work: Work,
  values: { trajectId: Id; persoonId: Id; achttienOp: PlainDate; planVoor: PlainDate },
): Promise<Id | undefined> {
  const row = await work.db
    .insertInto('achttien_route')
    .values({
      id: work.newId(),
      regio_id: work.regioId,
      traject_id: values.trajectId,
      persoon_id: values.persoonId,
      status: 'te_plannen',
      achttien_op: values.achttienOp,
      plan_voor: values.planVoor,
      gewijzigd_op: work.now,
      gewijzigd_door: work.vrager.gebruikerId,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
