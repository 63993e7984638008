import { openChanges } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import type { MetingInvoer, MetingWijziging } from '../domain/meting-contract.ts'
import { notInToekomst } from '../domain/rules.ts'
import { lockActiviteit } from './activiteit-store.ts'
import { insertMeting, lockMeting, replaceMeting } from './meting-store.ts'

type Gedaan = { readonly id: Id; readonly versie: number }

const kolommen = (input: MetingInvoer | MetingWijziging) => ({
  naam: input.naam,
  schaal_van: String(input.schaalVan),
  schaal_tot: String(input.schaalTot),
  gepaard: input.gepaard,
  nul_op: input.nulOp,
  na_op: input.naOp,
  aantal_nul: input.aantalNul,
  aantal_na: input.aantalNa,
  bron: input.bron,
})

const checkDagen = (work: Work, { nulOp, naOp }: MetingInvoer | MetingWijziging) =>
  (nulOp === null ? undefined : notInToekomst(nulOp, work.today, 'nulOp')) ??
  (naOp === null ? undefined : notInToekomst(naOp, work.today, 'naOp'))

const record = (work: Work, soort: string, id: Id, gegevens: Record<string, unknown>) =>
  work.record({ soort, onderwerpSoort: 'meting', onderwerpId: id, op: work.today, gegevens })

export async function registerMeting(
  work: Work,
  input: MetingInvoer & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const refused = checkDagen(work, input)
  if (refused) return refused
  const activiteit = await lockActiviteit(work, input.id)
  if (isRejection(activiteit)) return activiteit
  const id = await insertMeting(work, { activiteit_id: activiteit.id, ...kolommen(input) }, input.stellingen)
  if (isRejection(id)) return id
  await record(work, 'MetingVastgelegd', id, { versie: 1, activiteit: activiteit.id })
  return { id, versie: 1 }
}

export async function changeMeting(
  work: Work,
  input: MetingWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const refused = checkDagen(work, input)
  if (refused) return refused
  const row = await lockMeting(work, input.id)
  if (isRejection(row)) return row
  const set = kolommen(input)
  const versie = await replaceMeting(work, input, set, input.stellingen)
  if (isRejection(versie)) return versie
  await record(work, 'MetingGewijzigd', row.id, {
    versie,
    stellingen: input.stellingen.length,
    wijzigingen: openChanges(row, set, []),
  })
  return { id: row.id, versie }
}
