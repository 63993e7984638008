import { openChanges, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { DuidingInvoer, DuidingWijziging } from '../domain/contract.ts'
import { type DuidingRow, insertRow, lockRow, updateRow } from './store.ts'

export type Gedaan = { readonly id: Id; readonly versie: number }

/** The book stays for ever and everybody in the region may read it: of a text it tells only that it changed. */
function recordDuiding(work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) {
  return work.record({ soort, onderwerpSoort: 'duiding', onderwerpId: id, op: work.today, gegevens })
}

/** How to read a figure of a month, for one level; one for each author (MON-08). */
export async function writeDuiding(work: Work, input: DuidingInvoer): Promise<Gedaan | Rejection> {
  const id = await insertRow(work, 'duiding', {
    id: work.newId(),
    indicator: input.indicator,
    maand: `${input.maand}-01`,
    niveau: input.niveau,
    tekst: input.tekst,
    auteur_id: work.vrager.gebruikerId!,
  })
  if (isRejection(id)) return id
  const { indicator, maand, niveau } = input
  await recordDuiding(work, 'DuidingGeschreven', id, { versie: 1, indicator, maand, niveau })
  return { id, versie: 1 }
}

/** An interpretation has a name under it: nobody else writes in it. */
async function lockEigen(work: Work, id: Id): Promise<DuidingRow | Rejection> {
  const row = await lockRow(work, 'duiding', id)
  if (isRejection(row)) return row
  if (row.ingetrokken_op !== null)
    return tooLate(work, 'duiding', id, { code: 'kan_nu_niet', reden: 'Deze uitleg is ingetrokken.' })
  if (row.auteur_id !== work.vrager.gebruikerId)
    return reject('van_een_ander', 'Alleen de auteur wijzigt een uitleg. Schrijf uw eigen uitleg erbij.', {
      status: 403,
    })
  return row
}

export async function changeDuiding(
  work: Work,
  input: DuidingWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockEigen(work, input.id)
  if (isRejection(row)) return row
  const set = { tekst: input.tekst }
  const versie = await updateRow(work, 'duiding', input, set)
  if (isRejection(versie)) return versie
  await recordDuiding(work, 'DuidingGewijzigd', row.id, {
    versie,
    wijzigingen: openChanges(row, set, ['tekst']),
  })
  return { id: row.id, versie }
}

export async function withdrawDuiding(work: Work, id: Id): Promise<Gedaan | Rejection> {
  const row = await lockEigen(work, id)
  if (isRejection(row)) return row
  const versie = await updateRow(work, 'duiding', row, { tekst: null, ingetrokken_op: work.today })
  if (isRejection(versie)) return versie
  await recordDuiding(work, 'DuidingIngetrokken', id, { versie })
  return { id, versie }
}
