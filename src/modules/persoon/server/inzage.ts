import { sql } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Inzage, Noodprocedure } from '../domain/contract.ts'

interface Blad {
  readonly pagina: number
  readonly aantalPerPagina: number
}

/** Who looked at or changed a file, oldest first, as NEN 7513 asks; for the privacy officer, without the file itself. */
export async function listInzagePage(
  work: Work,
  persoonId: Id,
  query: Blad & { readonly van?: string; readonly totEnMet?: string },
): Promise<{ count: number; results: Inzage[] }> {
  let base = work.db
    .selectFrom('audit as a')
    .where('a.regio_id', '=', work.regioId)
    .where(sql<boolean>`a.personen @> array[${persoonId}::uuid]`)
  if (query.van)
    base = base.where(sql<boolean>`a.tijd >= (${query.van}::date)::timestamp at time zone 'Europe/Amsterdam'`)
  if (query.totEnMet)
    base = base.where(
      sql<boolean>`a.tijd < (${query.totEnMet}::date + 1)::timestamp at time zone 'Europe/Amsterdam'`,
    )
  const { count } = await base.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await base
    .leftJoin('organisatie as o', 'o.id', 'a.organisatie_id')
    .leftJoin('gebruiker as g', 'g.id', 'a.gebruiker_id')
    .leftJoin('rol as r', 'r.code', 'a.rol')
    .select([
      'a.volgnummer',
      'a.tijd',
      'a.gebeurtenis',
      'a.actie',
      'a.uitkomst',
      'a.gebruiker_naam',
      'g.naam as gebruiker',
      'o.naam as organisatie',
      'a.rol',
      'r.naam as rolNaam',
      'a.doel',
      'a.noodprocedure',
      'a.toelichting',
    ])
    .orderBy('a.volgnummer')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return {
    count,
    results: rows.map((row) => ({
      volgnummer: row.volgnummer,
      tijd: row.tijd.toISOString(),
      gebeurtenis: row.gebeurtenis,
      actie: row.actie as Inzage['actie'],
      gelukt: row.uitkomst === 0,
      gebruiker: row.gebruiker ?? row.gebruiker_naam,
      organisatie: row.organisatie,
      rol: row.rolNaam ?? row.rol,
      doel: row.doel,
      noodprocedure: row.noodprocedure,
      toelichting: row.toelichting,
    })),
  }
}

/** Files that were opened in an emergency, oldest first. */
export async function listNoodproceduresPage(
  work: Work,
  query: Blad & { readonly stand: 'te_beoordelen' | 'alle' },
): Promise<{ count: number; results: Noodprocedure[] }> {
  let base = work.db.selectFrom('noodprocedure as n')
  if (query.stand === 'te_beoordelen') base = base.where('n.beoordeeld_op', 'is', null)
  const { count } = await base.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await base
    .innerJoin('organisatie as o', 'o.id', 'n.organisatie_id')
    .innerJoin('gebruiker as g', 'g.id', 'n.gebruiker_id')
    .leftJoin('gebruiker as b', 'b.id', 'n.beoordeeld_door')
    .select([
      'n.id',
      'n.persoon_id as persoonId',
      'n.gebruiker_id',
      'b.naam as beoordeeldDoor',
      'o.naam as organisatie',
      'g.naam as gebruiker',
      'n.reden',
      'n.geopend_op',
      'n.oordeel',
      'n.toelichting',
      'n.beoordeeld_op',
    ])
    .orderBy('n.geopend_op')
    .orderBy('n.id')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return {
    count,
    results: rows.map(({ geopend_op, beoordeeld_op, gebruiker_id, oordeel, ...row }) => ({
      ...row,
      isVanMij: gebruiker_id === work.vrager.gebruikerId,
      oordeel: oordeel as Noodprocedure['oordeel'],
      geopendOp: geopend_op.toISOString(),
      beoordeeldOp: beoordeeld_op?.toISOString() ?? null,
    })),
  }
}

/** Judges whether it was right to break the glass; not by who did it, and once. */
export async function assessNoodprocedure(
  work: Work,
  input: { readonly id: Id; readonly oordeel: 'terecht' | 'onterecht'; readonly toelichting?: string | null },
): Promise<{ persoonId: Id } | Rejection> {
  if (input.oordeel === 'onterecht' && !input.toelichting)
    return reject('toelichting_ontbreekt', 'Leg uit waarom het openen niet terecht was.', {
      field: 'toelichting',
      status: 422,
    })
  const before = await work.db
    .selectFrom('noodprocedure')
    .select(['persoon_id', 'beoordeeld_op'])
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return notFound('De noodprocedure')
  if (before.beoordeeld_op !== null) return reject('al_beoordeeld', 'Deze noodprocedure is al beoordeeld.')
  const written = await catchConstraint(
    work.db
      .updateTable('noodprocedure')
      .set({
        beoordeeld_op: work.now,
        beoordeeld_door: work.vrager.gebruikerId,
        oordeel: input.oordeel,
        toelichting: input.toelichting ?? null,
      })
      .where('id', '=', input.id)
      .execute()
      .then(() => undefined),
    {
      noodprocedure_ander_oordeelt: () =>
        reject('ander_oordeelt', 'U opende dit dossier zelf. Laat een collega het beoordelen.', {
          status: 403,
        }),
    },
  )
  if (isRejection(written)) return written
  await work.record({
    soort: 'NoodprocedureBeoordeeld',
    onderwerpSoort: 'noodprocedure',
    onderwerpId: input.id,
    persoonId: before.persoon_id,
    op: work.today,
    gegevens: { oordeel: input.oordeel },
  })
  return { persoonId: before.persoon_id }
}
