import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import { updateRow } from '../../../platform/update-row.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Stelling } from '../domain/meting-contract.ts'

// The only place that writes meting and meting_stelling.

export type Metingrij = Selectable<DB['meting']>

const fout = (code: string, message: string, field: string) => reject(code, message, { status: 422, field })

const constraints: Readonly<Record<string, Rejection>> = {
  meting_naam_eenmaal: reject(
    'meting_bestaat',
    'Bij deze activiteit is er al een meting met deze naam. Kies een andere naam, of vul die meting aan.',
    { field: 'naam' },
  ),
  meting_schaal_loopt_op: fout(
    'schaal_past_niet',
    'Het hoogste antwoord is hoger dan het laagste.',
    'schaalTot',
  ),
  meting_na_volgt_op_nul: fout('datum_past_niet', 'De nameting is na de nulmeting.', 'naOp'),
  meting_stelling_past: fout(
    'gemiddelde_past_niet',
    'Een gemiddelde valt buiten de schaal van de meting.',
    'stellingen',
  ),
}

export async function lockMeting(work: Work, id: Id): Promise<Metingrij | Rejection> {
  const row = await work.db
    .selectFrom('meting')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? notFound('Deze meting')
}

/** Its questions as they are, in their order. */
export async function listStellingen(work: Work, metingId: Id): Promise<Stelling[]> {
  const { rows } = await sql<Stelling>`
    select s.nummer, s.stelling, s.richting, s.nul::float8 as nul, s.na::float8 as na, s.verschil::float8 as verschil,
      s.spreiding_nul::float8 as "spreidingNul", s.spreiding_na::float8 as "spreidingNa", s.spreiding_verschil::float8 as "spreidingVerschil"
    from onderdak.meting_stelling s where s.regio_id = ${work.regioId} and s.meting_id = ${metingId} order by s.nummer`.execute(
    work.db,
  )
  return rows
}

type Waarden = Pick<
  Insertable<DB['meting']>,
  'naam' | 'schaal_van' | 'schaal_tot' | 'gepaard' | 'nul_op' | 'na_op' | 'aantal_nul' | 'aantal_na' | 'bron'
>

export async function insertMeting(
  work: Work,
  values: Waarden & { readonly activiteit_id: Id },
  stellingen: readonly Stelling[],
): Promise<Id | Rejection> {
  const id = work.newId()
  const done = await catchConstraint(
    work.db
      .insertInto('meting')
      .values({
        id,
        regio_id: work.regioId,
        ...values,
        aangemaakt_op: work.now,
        gewijzigd_op: work.now,
        gewijzigd_door: work.vrager.gebruikerId,
      })
      .execute(),
    constraints,
  )
  if (isRejection(done)) return done
  return (await insertStellingen(work, id, stellingen)) ?? id
}

/** Its questions go and come back: they must fit the scale as it is now. */
export async function replaceMeting(
  work: Work,
  seen: { readonly id: Id; readonly versie: number },
  values: Updateable<DB['meting']>,
  stellingen: readonly Stelling[],
): Promise<number | Rejection> {
  await work.db
    .deleteFrom('meting_stelling')
    .where('regio_id', '=', work.regioId)
    .where('meting_id', '=', seen.id)
    .execute()
  const versie = await updateRow(work, 'meting', seen, values, constraints)
  if (isRejection(versie)) return versie
  return (await insertStellingen(work, seen.id, stellingen)) ?? versie
}

const getal = (value: number | null) => (value === null ? null : String(value))

async function insertStellingen(
  work: Work,
  metingId: Id,
  stellingen: readonly Stelling[],
): Promise<Rejection | undefined> {
  if (stellingen.length === 0) return undefined
  const rijen = stellingen.map((een) => ({
    meting_id: metingId,
    regio_id: work.regioId,
    nummer: een.nummer,
    stelling: een.stelling,
    richting: een.richting,
    nul: getal(een.nul),
    na: getal(een.na),
    verschil: getal(een.verschil),
    spreiding_nul: getal(een.spreidingNul),
    spreiding_na: getal(een.spreidingNa),
    spreiding_verschil: getal(een.spreidingVerschil),
  }))
  const done = await catchConstraint(
    work.db.insertInto('meting_stelling').values(rijen).execute(),
    constraints,
  )
  return isRejection(done) ? done : undefined
}
