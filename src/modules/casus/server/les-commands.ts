import { changesOf, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import type { LesInvoer, LesWijziging } from '../domain/les-contract.ts'
import { canLes, type LesActie, type LesToestand } from '../domain/toestanden.ts'
import { recordCasus } from './boek.ts'
import { lockCasus } from './lock.ts'
import { insertRow, type LesRow, lockRow, updateRow } from './store.ts'

type Gedaan = { readonly id: Id; readonly versie: number }

/** A lesson for policy, without who it was; the database refuses a text that tells (CAS-06). */
export async function writeLes(
  work: Work,
  input: LesInvoer & { readonly casusId: Id },
): Promise<Gedaan | Rejection> {
  const casus = await lockCasus(work, input.casusId, 'les')
  if (isRejection(casus)) return casus
  const id = await insertRow(work, 'casus_les', {
    id: work.newId(),
    casus_id: casus.id,
    persoon_id: casus.persoon_id,
    titel: input.titel,
    tekst: input.tekst,
    geschreven_door: work.vrager.gebruikerId!,
    geschreven_op: work.now,
  })
  if (isRejection(id)) return id
  await recordCasus(work, 'CasusLesGeschreven', {
    tabel: 'casus_les',
    id,
    persoonId: casus.persoon_id,
    gegevens: { versie: 1 },
  })
  return { id, versie: 1 }
}

async function lockLes(work: Work, id: Id, actie: LesActie): Promise<LesRow | Rejection> {
  const row = await lockRow(work, 'casus_les', id)
  if (isRejection(row)) return row
  const les = { status: row.status as LesToestand, geschrevenDoor: row.geschreven_door }
  const mag = canLes(les, actie, work.vrager.gebruikerId)
  return mag.ok ? row : tooLate(work, 'casus_les', id, { code: 'kan_nu_niet', reden: mag.reden })
}

async function save(
  work: Work,
  row: LesRow,
  versieGezien: number,
  step: { soort: string; set: Partial<LesRow> },
): Promise<Gedaan | Rejection> {
  const seen = { id: row.id, versie: versieGezien, persoonId: row.persoon_id }
  const versie = await updateRow(work, 'casus_les', seen, step.set)
  if (isRejection(versie)) return versie
  await recordCasus(work, step.soort, {
    tabel: 'casus_les',
    id: row.id,
    persoonId: row.persoon_id,
    gegevens: { versie, wijzigingen: changesOf(row as unknown as Record<string, unknown>, step.set) },
  })
  return { id: row.id, versie }
}

/** Whoever changes the text is its writer, so that the check is always by somebody else. */
export async function changeLes(
  work: Work,
  input: LesWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockLes(work, input.id, 'wijzigen')
  if (isRejection(row)) return row
  return save(work, row, input.versie, {
    soort: 'CasusLesGewijzigd',
    set: {
      titel: input.titel,
      tekst: input.tekst,
      geschreven_door: work.vrager.gebruikerId!,
      geschreven_op: work.now,
    },
  })
}

export async function publishLes(
  work: Work,
  input: { readonly id: Id; readonly versie: number },
): Promise<Gedaan | Rejection> {
  const row = await lockLes(work, input.id, 'publiceren')
  if (isRejection(row)) return row
  return save(work, row, input.versie, {
    soort: 'CasusLesGepubliceerd',
    set: {
      status: 'gepubliceerd',
      gecontroleerd_door: work.vrager.gebruikerId,
      gepubliceerd_op: work.today,
    },
  })
}

export async function withdrawLes(work: Work, id: Id): Promise<Gedaan | Rejection> {
  const row = await lockLes(work, id, 'intrekken')
  if (isRejection(row)) return row
  return save(work, row, row.versie, {
    soort: 'CasusLesIngetrokken',
    set: { status: 'ingetrokken', ingetrokken_op: work.today },
  })
}
