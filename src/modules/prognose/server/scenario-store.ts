import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { updateRow } from '../../../platform/update-row.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Maatregel } from '../domain/maatregel.ts'
import type { Uitgangspunt } from '../domain/uitgangspunt.ts'

// The only place that writes uitgangspunt and scenario.

/** Keeps a frozen chain; the same chain is kept once. */
export async function keepUitgangspunt(work: Work, punt: Uitgangspunt, jaren: number): Promise<Id> {
  const inhoud = JSON.stringify(punt)
  const controlegetal = createHash('sha256').update(inhoud).digest('hex')
  await work.db
    .insertInto('uitgangspunt')
    .values({
      id: work.newId(),
      regio_id: work.regioId,
      peildatum: punt.peildatum,
      jaren,
      inhoud,
      controlegetal,
      gemaakt_op: work.now,
      gemaakt_door: work.vrager.gebruikerId!,
    })
    .onConflict((conflict) => conflict.constraint('uitgangspunt_eenmaal').doNothing())
    .execute()
  const { id } = await work.db
    .selectFrom('uitgangspunt')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('controlegetal', '=', controlegetal)
    .executeTakeFirstOrThrow()
  return id
}

export async function findUitgangspunt(work: Work, id: Id): Promise<Uitgangspunt> {
  const { inhoud } = await work.db
    .selectFrom('uitgangspunt')
    .select('inhoud')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return JSON.parse(inhoud)
}

export interface ScenarioRij {
  readonly id: Id
  readonly uitgangspuntId: Id
  readonly naam: string
  readonly toelichting: string | null
  readonly maatregelen: readonly Maatregel[]
  readonly isGedeeld: boolean
  readonly indicator: string | null
  readonly kopieVan: Id | null
  readonly versie: number
  readonly gemaaktDoor: Id
  readonly peildatum: PlainDate
  readonly jaren: number
  readonly controlegetal: string
}

/** Row security shows it only to who made it, or to all when it is shared. */
function scenarios(work: Work) {
  return work.db
    .selectFrom('scenario as s')
    .innerJoin('uitgangspunt as u', 'u.id', 's.uitgangspunt_id')
    .select([
      's.id',
      's.uitgangspunt_id as uitgangspuntId',
      's.naam',
      's.toelichting',
      's.maatregelen',
      's.is_gedeeld as isGedeeld',
      's.indicator',
      's.kopie_van as kopieVan',
      's.versie',
      's.gemaakt_door as gemaaktDoor',
      'u.peildatum',
      'u.jaren',
      'u.controlegetal',
    ])
    .where('s.regio_id', '=', work.regioId)
    .where('s.verwijderd_op', 'is', null)
}

export async function findScenario(work: Work, id: Id): Promise<ScenarioRij | undefined> {
  return (await scenarios(work).where('s.id', '=', id).executeTakeFirst()) as ScenarioRij | undefined
}

export async function lockScenario(work: Work, id: Id): Promise<ScenarioRij | undefined> {
  return (await scenarios(work).where('s.id', '=', id).forUpdate('s').executeTakeFirst()) as
    | ScenarioRij
    | undefined
}

export async function insertScenario(
  work: Work,
  values: {
    readonly uitgangspuntId: Id
    readonly naam: string
    readonly toelichting: string | null
    readonly indicator: string | null
    readonly maatregelen: readonly Maatregel[]
    readonly kopieVan?: Id
  },
): Promise<Id> {
  const id = work.newId()
  await work.db
    .insertInto('scenario')
    .values({
      id,
      regio_id: work.regioId,
      uitgangspunt_id: values.uitgangspuntId,
      naam: values.naam,
      toelichting: values.toelichting,
      indicator: values.indicator,
      maatregelen: JSON.stringify(values.maatregelen),
      kopie_van: values.kopieVan ?? null,
      gemaakt_op: work.now,
      gemaakt_door: work.vrager.gebruikerId!,
      gewijzigd_op: work.now,
      gewijzigd_door: work.vrager.gebruikerId!,
    })
    .execute()
  return id
}

export function updateScenario(
  work: Work,
  seen: { readonly id: Id; readonly versie: number },
  values: Partial<{
    naam: string
    toelichting: string | null
    isGedeeld: boolean
    maatregelen: readonly Maatregel[]
    verwijderdOp: Date
  }>,
) {
  const { naam, toelichting, isGedeeld, maatregelen, verwijderdOp } = values
  return updateRow(
    work,
    'scenario',
    seen,
    {
      ...(naam !== undefined && { naam }),
      ...(toelichting !== undefined && { toelichting }),
      ...(isGedeeld !== undefined && { is_gedeeld: isGedeeld }),
      ...(maatregelen !== undefined && { maatregelen: sql`${JSON.stringify(maatregelen)}::jsonb` as never }),
      ...(verwijderdOp !== undefined && { verwijderd_op: verwijderdOp }),
    },
    {},
  )
}
