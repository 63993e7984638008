import { openChanges, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import type { ActieAfloop, ActieInvoer, ActieWijziging } from '../domain/actie-contract.ts'
import type { Gedaan } from '../domain/contract.ts'
import { inToekomst } from './checks.ts'
import { type Gezien, insertRij, lockRij, type Rij, updateRij } from './store.ts'

const record = (work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) =>
  work.record({ soort, onderwerpSoort: 'overlegactie', onderwerpId: id, op: work.today, gegevens })

const kolommen = (input: ActieInvoer | ActieWijziging) => ({
  tekst: input.tekst,
  functie: input.functie,
  organisatie: input.organisatie,
  uiterlijk_op: input.uiterlijkOp,
  vergadering_id: input.vergaderingId as Id | null,
  bestuursbesluit_id: input.besluitId as Id | null,
})

export async function registerActie(work: Work, input: ActieInvoer): Promise<Gedaan | Rejection> {
  const id = await insertRij(work, 'overlegactie', kolommen(input))
  if (isRejection(id)) return id
  await record(work, 'OverlegactieVastgelegd', id, { versie: 1, uiterlijk_op: input.uiterlijkOp })
  return { id, versie: 1 }
}

async function lockOpen(work: Work, id: Id): Promise<Rij<'overlegactie'> | Rejection> {
  const row = await lockRij(work, 'overlegactie', id)
  if (isRejection(row) || (row.gedaan_op === null && row.vervallen_op === null)) return row
  return tooLate(work, 'overlegactie', id, {
    code: 'kan_nu_niet',
    reden: 'Deze actie is al afgerond. Leg een nieuwe actie vast.',
  })
}

async function change(work: Work, seen: Gezien, soort: string, set: Partial<Rij<'overlegactie'>>) {
  const row = await lockOpen(work, seen.id)
  if (isRejection(row)) return row
  const versie = await updateRij(work, 'overlegactie', seen, set)
  if (isRejection(versie)) return versie
  await record(work, soort, row.id, { versie, wijzigingen: openChanges(row, set, []) })
  return { id: row.id, versie }
}

export const changeActie = (
  work: Work,
  input: ActieWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> => change(work, input, 'OverlegactieGewijzigd', kolommen(input))

export async function concludeActie(
  work: Work,
  input: ActieAfloop & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const later = inToekomst(work, input.op, 'op')
  if (later) return later
  return change(work, input, input.hoe === 'gedaan' ? 'OverlegactieGedaan' : 'OverlegactieVervallen', {
    [input.hoe === 'gedaan' ? 'gedaan_op' : 'vervallen_op']: input.op,
    afloop: input.afloop,
  })
}
