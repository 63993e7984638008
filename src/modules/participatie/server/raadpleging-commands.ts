import { sql } from 'kysely'
import { openChanges } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Gedaan } from '../domain/delen.ts'
import type { PuntInvoer, RaadplegingInvoer } from '../domain/raadpleging-contract.ts'
import { boek, checkBestaat, inToekomst } from './kiezen.ts'
import { deletePunt, insertRow, lockRow, updateRow } from './store.ts'

type Met<T> = T & { readonly id: Id; readonly versie: number }
const MEEST = 200

export async function registerRaadpleging(work: Work, input: RaadplegingInvoer): Promise<Gedaan | Rejection> {
  const refused = inToekomst(work, input.op, 'op')
  if (refused) return refused
  const { op, gelegenheid, wie, aanwezig, bron } = input
  const id = await insertRow(work, 'raadpleging', { op, gelegenheid, wie, aanwezig, bron })
  if (isRejection(id)) return id
  await boek(work, 'RaadplegingVastgelegd', { tabel: 'raadpleging', id }, { versie: 1, op, gelegenheid })
  return { id, versie: 1 }
}

export async function changeRaadpleging(
  work: Work,
  input: Met<RaadplegingInvoer>,
): Promise<Gedaan | Rejection> {
  const row = await lockRow(work, 'raadpleging', input.id)
  if (isRejection(row)) return row
  const refused = inToekomst(work, input.op, 'op')
  if (refused) return refused
  const { op, gelegenheid, wie, aanwezig, bron } = input
  const set = { op, gelegenheid, wie, aanwezig, bron }
  const versie = await updateRow(work, 'raadpleging', input, set)
  if (isRejection(versie)) return versie
  await boek(
    work,
    'RaadplegingGewijzigd',
    { tabel: 'raadpleging', id: row.id },
    { versie, wijzigingen: openChanges(row, set, []) },
  )
  return { id: row.id, versie }
}

const kolommen = ({ soort, tekst, eens, oneens, toelichting, reactie, activiteitId }: PuntInvoer) => ({
  soort,
  tekst,
  eens,
  oneens,
  toelichting,
  reactie,
  activiteit_id: activiteitId,
})

const checkActiviteit = (work: Work, id: Id | null) =>
  checkBestaat(work, 'activiteit', id, { wat: 'Deze activiteit', field: 'activiteitId' })

/** Comes last in the list; the lock on its raadpleging keeps two at once apart. */
export async function addPunt(
  work: Work,
  input: PuntInvoer & { readonly raadplegingId: Id },
): Promise<Gedaan | Rejection> {
  const raadpleging = await lockRow(work, 'raadpleging', input.raadplegingId)
  if (isRejection(raadpleging)) return raadpleging
  const refused = await checkActiviteit(work, input.activiteitId)
  if (refused) return refused
  const { rows } = await sql<{ nummer: number }>`
    select coalesce(max(nummer), 0) + 1 as nummer from raadpleging_punt where raadpleging_id = ${raadpleging.id}`.execute(
    work.db,
  )
  const { nummer } = rows[0]!
  if (nummer > MEEST) return reject('te_veel_punten', `Een raadpleging heeft hooguit ${MEEST} punten.`)
  const set = { ...kolommen(input), raadpleging_id: raadpleging.id, nummer }
  const id = await insertRow(work, 'raadpleging_punt', set)
  if (isRejection(id)) return id
  await boek(work, 'RaadplegingpuntVastgelegd', { tabel: 'raadpleging_punt', id }, { versie: 1, nummer })
  return { id, versie: 1 }
}

export async function changePunt(work: Work, input: Met<PuntInvoer>): Promise<Gedaan | Rejection> {
  const row = await lockRow(work, 'raadpleging_punt', input.id)
  if (isRejection(row)) return row
  const refused = await checkActiviteit(work, input.activiteitId)
  if (refused) return refused
  const set = kolommen(input)
  const versie = await updateRow(work, 'raadpleging_punt', input, set, 'reactie')
  if (isRejection(versie)) return versie
  await boek(
    work,
    'RaadplegingpuntGewijzigd',
    { tabel: 'raadpleging_punt', id: row.id },
    { versie, wijzigingen: openChanges(row, set, []) },
  )
  return { id: row.id, versie }
}

/** For what was entered by mistake; what it said stays in the book. */
export async function removePunt(
  work: Work,
  input: { readonly id: Id; readonly versie: number },
): Promise<{ id: Id } | Rejection> {
  const row = await lockRow(work, 'raadpleging_punt', input.id)
  if (isRejection(row)) return row
  // Who removes it saw what is removed.
  const versie = await updateRow(work, 'raadpleging_punt', input, {}, 'versie')
  if (isRejection(versie)) return versie
  const { id } = row
  await deletePunt(work, id)
  const { soort, tekst, raadpleging_id: raadplegingId } = row
  await boek(
    work,
    'RaadplegingpuntVerwijderd',
    { tabel: 'raadpleging_punt', id },
    { raadplegingId, soort, tekst },
  )
  return { id }
}
