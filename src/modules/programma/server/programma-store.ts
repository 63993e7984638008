import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import { updateRow } from '../../../platform/update-row.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'

// The only place that writes programma, programmaonderdeel and onderdeel_verband.

export type Programma = Selectable<DB['programma']>
export type Onderdeel = Selectable<DB['programmaonderdeel']>

const fout = (code: string, message: string, field: string) => reject(code, message, { status: 422, field })

const constraints: Readonly<Record<string, Rejection>> = {
  programma_code_eenmaal: reject(
    'programma_bestaat',
    'Er is al een programma met deze code. Kies een andere code, bijvoorbeeld met het jaar erin.',
    { field: 'code' },
  ),
  programma_eindigt_na_begin: fout('datum_past_niet', 'Kies een einde na de eerste dag.', 'tot'),
  programma_een_opvolger: reject(
    'programma_heeft_opvolger',
    'Van dit programma is al een nieuwe versie begonnen. Werk daarin verder.',
  ),
  programmaonderdeel_code_eenmaal: reject(
    'onderdeel_bestaat',
    'In dit programma is er al een onderdeel met deze code. Kies een andere code.',
    { field: 'code' },
  ),
  programmaonderdeel_onder_hetzelfde: fout(
    'onderdeel_past_niet',
    'Kies een onderdeel van hetzelfde programma.',
    'onderId',
  ),
  programmaonderdeel_niet_onder_zichzelf: fout(
    'onderdeel_past_niet',
    'Een onderdeel kan niet onder zichzelf vallen, ook niet via andere. Kies een ander.',
    'onderId',
  ),
  programmaonderdeel_geen_kring: fout(
    'onderdeel_past_niet',
    'Een onderdeel kan niet onder zichzelf vallen, ook niet via andere. Kies een ander.',
    'onderId',
  ),
  onderdeel_verband_bestaat: fout(
    'onderdeel_onbekend',
    'Dit onderdeel bestaat niet meer. Kies een ander.',
    'naar',
  ),
  onderdeel_verband_met_een_ander: fout(
    'onderdeel_past_niet',
    'Een onderdeel draagt niet bij aan zichzelf. Haal dat weg.',
    'naar',
  ),
}

export async function lockProgramma(work: Work, id: Id): Promise<Programma | Rejection> {
  const row = await work.db
    .selectFrom('programma')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? notFound('Dit programma')
}

const nieuw = (work: Work) => ({
  regio_id: work.regioId,
  aangemaakt_op: work.now,
  gewijzigd_op: work.now,
  gewijzigd_door: work.vrager.gebruikerId,
})

export async function insertProgramma(
  work: Work,
  values: Omit<Insertable<DB['programma']>, 'id' | keyof ReturnType<typeof nieuw>>,
): Promise<Id | Rejection> {
  const id = work.newId()
  const done = await catchConstraint(
    work.db
      .insertInto('programma')
      .values({ id, ...nieuw(work), ...values })
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : id
}

/** Writes a locked row with the version that the editor saw; returns the new version, or who was first. */
export const updateProgramma = (
  work: Work,
  seen: { readonly id: Id; readonly versie: number },
  values: Updateable<DB['programma']>,
) => updateRow(work, 'programma', seen, values, constraints)

export async function lockOnderdeel(work: Work, id: Id): Promise<Onderdeel | Rejection> {
  const row = await work.db
    .selectFrom('programmaonderdeel')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? notFound('Dit onderdeel')
}

export async function listVerbanden(work: Work, id: Id): Promise<Id[]> {
  const rows = await work.db
    .selectFrom('onderdeel_verband')
    .select('naar_id')
    .where('regio_id', '=', work.regioId)
    .where('van_id', '=', id)
    .orderBy('naar_id')
    .execute()
  return rows.map(({ naar_id }) => naar_id)
}

/** Parts of other programmes, without those that were replaced, that contribute to a part of this one. */
export async function lockBijdragende(work: Work, programmaId: Id): Promise<Onderdeel[]> {
  const { rows } = await sql<Onderdeel>`
    select o.* from onderdak.programmaonderdeel o where o.regio_id = ${work.regioId} and o.programma_id <> ${programmaId}
      and not exists (select 1 from onderdak.programma n where n.vervangt_id = o.programma_id)
      and exists (select 1 from onderdak.onderdeel_verband v join onderdak.programmaonderdeel n on n.id = v.naar_id where v.van_id = o.id and n.programma_id = ${programmaId})
    order by o.id for update of o`.execute(work.db)
  return rows
}

type Onderdeelwaarden = Omit<
  Insertable<DB['programmaonderdeel']>,
  'id' | 'volgorde' | keyof ReturnType<typeof nieuw>
>

/** Comes last in its programma. */
export async function insertOnderdeel(
  work: Work,
  values: Onderdeelwaarden,
  naar: readonly Id[],
): Promise<Id | Rejection> {
  const id = work.newId()
  const volgorde = sql<number>`(select coalesce(max(o.volgorde), 0) + 1 from onderdak.programmaonderdeel o where o.programma_id = ${values.programma_id})`
  const done = await catchConstraint(
    work.db
      .insertInto('programmaonderdeel')
      .values({ id, ...nieuw(work), ...values, volgorde })
      .execute(),
    constraints,
  )
  if (isRejection(done)) return done
  return (await insertVerbanden(work, id, naar)) ?? id
}

async function insertVerbanden(work: Work, vanId: Id, naar: readonly Id[]): Promise<Rejection | undefined> {
  if (naar.length === 0) return undefined
  const rijen = [...new Set(naar)].map((naarId) => ({
    regio_id: work.regioId,
    van_id: vanId,
    naar_id: naarId,
  }))
  const done = await catchConstraint(
    work.db.insertInto('onderdeel_verband').values(rijen).execute(),
    constraints,
  )
  return isRejection(done) ? done : undefined
}

export async function replaceOnderdeel(
  work: Work,
  seen: { readonly id: Id; readonly versie: number },
  values: Updateable<DB['programmaonderdeel']>,
  naar: readonly Id[],
): Promise<number | Rejection> {
  await work.db
    .deleteFrom('onderdeel_verband')
    .where('regio_id', '=', work.regioId)
    .where('van_id', '=', seen.id)
    .execute()
  const versie = await updateRow(work, 'programmaonderdeel', seen, values, constraints)
  if (isRejection(versie)) return versie
  return (await insertVerbanden(work, seen.id, naar)) ?? versie
}

/** Copies the parts of a programma into its new version, with what they contribute to; tells which became which. */
export async function copyOnderdelen(work: Work, van: Id, naar: Id): Promise<ReadonlyMap<Id, Id>> {
  const oude = await work.db
    .selectFrom('programmaonderdeel')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('programma_id', '=', van)
    .orderBy('volgorde')
    .execute()
  const nieuwe = new Map(oude.map(({ id }) => [id, work.newId()]))
  if (oude.length === 0) return nieuwe
  const rij = (een: Onderdeel) => ({
    ...een,
    ...nieuw(work),
    id: nieuwe.get(een.id)!,
    programma_id: naar,
    onder_id: een.onder_id === null ? null : nieuwe.get(een.onder_id)!,
    versie: 1,
  })
  await work.db.insertInto('programmaonderdeel').values(oude.map(rij)).execute()
  await sql`insert into onderdak.onderdeel_verband (regio_id, van_id, naar_id)
    select v.regio_id, (p.paar ->> 0)::uuid, coalesce((q.paar ->> 0)::uuid, v.naar_id)
    from onderdak.onderdeel_verband v join jsonb_array_elements(${JSON.stringify([...nieuwe].map(([oud, een]) => [een, oud]))}::jsonb) p (paar) on (p.paar ->> 1)::uuid = v.van_id
      left join jsonb_array_elements(${JSON.stringify([...nieuwe].map(([oud, een]) => [een, oud]))}::jsonb) q (paar) on (q.paar ->> 1)::uuid = v.naar_id
    where v.regio_id = ${work.regioId}`.execute(work.db)
  return nieuwe
}
