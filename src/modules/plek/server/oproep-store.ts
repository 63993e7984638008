import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { Momenten } from '../domain/oproep.ts'

// The only place that writes oproep and oproep_persoon.

const rules = {
  oproep_reactie_na_oproep: reject('reactie_voor_oproep', 'De reactie is voor de oproep.', {
    field: 'gereageerdTijd',
    status: 422,
  }),
}

const momenten = ({ gebeldOp, gereageerdOp, afhandeling }: Momenten) => ({
  gebeld_op: gebeldOp,
  gereageerd_op: gereageerdOp,
  afhandeling,
})

export async function insertOproep(
  work: Work,
  row: Momenten & {
    id: Id
    locatieId: Id
    organisatieId: Id
    normMinuten: number | null
    bron: string | null
  },
): Promise<undefined | Rejection> {
  const write = work.db
    .insertInto('oproep')
    .values({
      id: row.id,
      regio_id: work.regioId,
      locatie_id: row.locatieId,
      organisatie_id: row.organisatieId,
      ...momenten(row),
      norm_minuten: row.normMinuten,
      genoteerd_door: work.vrager.gebruikerId,
      bron: row.bron,
      aangemaakt_op: work.now,
      gewijzigd_op: work.now,
      gewijzigd_door: work.vrager.gebruikerId,
    })
    .execute()
  const rows = await catchConstraint(write, rules)
  return Array.isArray(rows) ? undefined : rows
}

/** Writes and returns true, or false when the version is not the one that was seen. */
export async function updateOproep(
  work: Work,
  target: { id: Id; versie: number },
  row: Momenten,
): Promise<boolean | Rejection> {
  const write = work.db
    .updateTable('oproep')
    .set({
      ...momenten(row),
      gewijzigd_op: work.now,
      gewijzigd_door: work.vrager.gebruikerId,
      versie: target.versie + 1,
    })
    .where('id', '=', target.id)
    .where('versie', '=', target.versie)
    .returning('id')
    .execute()
  const rows = await catchConstraint(write, rules)
  return Array.isArray(rows) ? rows.length === 1 : rows
}

/** Who called, as far as the asker may see it; null takes the link away. */
export async function setOproepPersoon(
  work: Work,
  oproepId: Id,
  persoonId: Id | null,
): Promise<undefined | Rejection> {
  await work.db.deleteFrom('oproep_persoon').where('oproep_id', '=', oproepId).execute()
  if (persoonId === null) return undefined
  const write = work.db
    .insertInto('oproep_persoon')
    .values({ oproep_id: oproepId, regio_id: work.regioId, persoon_id: persoonId })
    .execute()
  const rows = await catchConstraint(write, {
    oproep_persoon_pkey: reject(
      'oproep_heeft_al_iemand',
      'Bij deze oproep staat al een cliënt bij wie u niet betrokken bent. Laat het veld Cliënt leeg.',
      { field: 'persoonId' },
    ),
  })
  return Array.isArray(rows) ? undefined : rows
}
