import { conflict, openChanges } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import type { AanspreekpuntWijziging } from '../domain/aanspreekpunt-contract.ts'
import type { Gedaan } from '../domain/contract.ts'
import type { NvoInvoer, NvoWijziging } from '../domain/nvo-contract.ts'
import { inToekomst } from './checks.ts'
import { insertRij, lockRij, updateRij } from './store.ts'

const kolommen = (input: NvoInvoer | NvoWijziging) => ({
  status: input.status,
  toelichting: input.toelichting,
  bewijs: input.bewijs,
  vindplaats: input.vindplaats,
  beoordeeld_door: input.beoordeeldDoor,
  beoordeeld_op: input.beoordeeldOp,
})

export async function answerNvo(work: Work, input: NvoInvoer): Promise<Gedaan | Rejection> {
  const later = inToekomst(work, input.beoordeeldOp, 'beoordeeldOp')
  if (later) return later
  const { jaar, afspraak } = input
  const id = await insertRij(work, 'nvo_antwoord', { jaar, afspraak, ...kolommen(input) })
  if (isRejection(id)) return id
  await work.record({
    soort: 'NvoBeantwoord',
    onderwerpSoort: 'nvo_antwoord',
    onderwerpId: id,
    op: input.beoordeeldOp,
    gegevens: { versie: 1, jaar, afspraak, status: input.status },
  })
  return { id, versie: 1 }
}

export async function changeNvo(
  work: Work,
  input: NvoWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const later = inToekomst(work, input.beoordeeldOp, 'beoordeeldOp')
  if (later) return later
  const row = await lockRij(work, 'nvo_antwoord', input.id)
  if (isRejection(row)) return row
  const set = kolommen(input)
  const versie = await updateRij(work, 'nvo_antwoord', input, set)
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'NvoGewijzigd',
    onderwerpSoort: 'nvo_antwoord',
    onderwerpId: row.id,
    op: input.beoordeeldOp,
    gegevens: { versie, wijzigingen: openChanges(row, set, []) },
  })
  return { id: row.id, versie }
}

/** There is one for the region: the first time it is made, after that it changes. */
export async function setAanspreekpunt(
  work: Work,
  input: AanspreekpuntWijziging,
): Promise<Gedaan | Rejection> {
  const { versie: gezien, ...set } = input
  const row = await work.db
    .selectFrom('regio_aanspreekpunt')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .forUpdate()
    .executeTakeFirst()
  const gegevens = (versie: number) => ({ versie, wijzigingen: openChanges(row ?? {}, set, []) })
  const done = row
    ? await updateRij(work, 'regio_aanspreekpunt', { id: row.id, versie: gezien }, set)
    : await insertEerste(work, set)
  if (isRejection(done)) return done
  const [id, versie] = typeof done === 'number' ? [row!.id, done] : [done, 1]
  await work.record({
    soort: 'RegioaanspreekpuntGewijzigd',
    onderwerpSoort: 'regio_aanspreekpunt',
    onderwerpId: id,
    op: work.today,
    gegevens: gegevens(versie),
  })
  return { id, versie }
}

/** Two people may be the first at the same moment: then the second one hears of the other. */
async function insertEerste(
  work: Work,
  set: Omit<AanspreekpuntWijziging, 'versie'>,
): Promise<Id | Rejection> {
  const id = await work.attempt(() => insertRij(work, 'regio_aanspreekpunt', set))
  if (!isRejection(id) || id.code !== 'bestaat_al') return id
  const { id: ander } = await work.db
    .selectFrom('regio_aanspreekpunt')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  return conflict(work, 'regio_aanspreekpunt', ander, 0)
}
