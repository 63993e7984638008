import { changesOf, conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { dutchDateOf } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import { decideMomenten, type Momenten } from '../domain/oproep.ts'
import type { OproepInvoer, OproepWijziging } from '../domain/oproep-api.ts'
import { canConfirm } from '../domain/rules.ts'
import { insertOproep, setOproepPersoon, updateOproep } from './oproep-store.ts'

type Gedaan = { id: Id; versie: number } | Rejection

/** Records a call; the response time that was agreed for the locatie is kept with it, so that a later norm changes no past. */
export async function registerOproep(
  work: Work,
  input: OproepInvoer & { bron?: string | null },
): Promise<Gedaan> {
  const locatie = await findLocatieVoorOproep(work, input.locatieId)
  if (!locatie) return notFound('Deze locatie')
  const allowed = canConfirm(work.vrager, locatie.organisatieId)
  if (!allowed.ok || locatie.organisatieId === null)
    return reject('geen_recht', 'Alleen de aanbieder van deze locatie legt haar oproepen vast.', {
      field: 'locatieId',
      status: 403,
    })
  const momenten = decideMomenten(input, work.now)
  if (isRejection(momenten)) return momenten
  const persoonId = await knownPersoon(work, input.persoonId)
  if (isRejection(persoonId)) return persoonId
  const id = work.newId()
  const refused =
    (await insertOproep(work, {
      id,
      ...momenten,
      locatieId: input.locatieId,
      organisatieId: locatie.organisatieId,
      normMinuten: locatie.normMinuten,
      bron: input.bron ?? null,
    })) ??
    (persoonId && (await setOproepPersoon(work, id, persoonId)))
  if (refused) return refused
  await record(work, 'OproepVastgelegd', id, momenten, {})
  return { id, versie: 1 }
}

export async function changeOproep(work: Work, input: OproepWijziging & { id: Id }): Promise<Gedaan> {
  const before = await work.db
    .selectFrom('oproep')
    .select(['gebeld_op', 'gereageerd_op', 'afhandeling'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return notFound('Deze oproep')
  const momenten = decideMomenten(input, work.now)
  if (isRejection(momenten)) return momenten
  const persoonId = await knownPersoon(work, input.persoonId)
  if (isRejection(persoonId)) return persoonId
  const written = await updateOproep(work, { id: input.id, versie: input.versie }, momenten)
  if (isRejection(written)) return written
  if (!written) return conflict(work, 'oproep', input.id, input.versie)
  const refused = await setOproepPersoon(work, input.id, persoonId)
  if (refused) return refused
  const versie = input.versie + 1
  const wijzigingen = changesOf(before, {
    gebeld_op: momenten.gebeldOp,
    gereageerd_op: momenten.gereageerdOp,
    afhandeling: momenten.afhandeling,
  })
  await record(work, 'OproepGewijzigd', input.id, momenten, { versie, wijzigingen })
  return { id: input.id, versie }
}

/** The file that counts of a person whom the asker is involved with. */
async function knownPersoon(work: Work, persoonId: Id | null): Promise<Id | null | Rejection> {
  if (persoonId === null) return null
  const persoon = await getPersoonKern(work, persoonId)
  return (
    persoon?.id ?? reject('client_onbekend', 'Kies een cliënt van uw organisatie.', { field: 'persoonId' })
  )
}

async function findLocatieVoorOproep(work: Work, id: Id) {
  return work.db
    .selectFrom('locatie as l')
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .select(['v.organisatie_id as organisatieId', 'l.reactietijd_minuten as normMinuten'])
    .where('l.regio_id', '=', work.regioId)
    .where('l.id', '=', id)
    .executeTakeFirst()
}

/** Without the person: this book is read by more people than may see who called. */
async function record(
  work: Work,
  soort: string,
  id: Id,
  momenten: Momenten,
  gegevens: Record<string, unknown>,
) {
  await work.record({
    soort,
    onderwerpSoort: 'oproep',
    onderwerpId: id,
    op: dutchDateOf(momenten.gebeldOp),
    gegevens,
  })
}
