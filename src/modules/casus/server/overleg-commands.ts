import { changesOf, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { dutchInstant } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import type { OverlegInvoer, OverlegWijziging } from '../domain/overleg-contract.ts'
import { decideOverlegtijd } from '../domain/rules.ts'
import { canOverleg, type OverlegActie, type OverlegToestand } from '../domain/toestanden.ts'
import { recordCasus } from './boek.ts'
import { endDelingen, shareWith } from './delen.ts'
import { lockCasus } from './lock.ts'
import { insertRow, lockDeelnemers, lockRow, type OverlegRow, updateRow } from './store.ts'

type Gedaan = { readonly id: Id; readonly versie: number }

function readTijden(input: Pick<OverlegInvoer, 'dag' | 'van' | 'tot'>) {
  return { beginOp: dutchInstant(input.dag, input.van), eindOp: dutchInstant(input.dag, input.tot) }
}

/** A meeting with its purpose. Nobody sees anything by it until somebody is invited. */
export async function planOverleg(
  work: Work,
  input: OverlegInvoer & { readonly casusId: Id },
): Promise<Gedaan | Rejection> {
  const casus = await lockCasus(work, input.casusId, 'overleg')
  if (isRejection(casus)) return casus
  const tijden = readTijden(input)
  const refused = decideOverlegtijd(tijden, work.now)
  if (refused) return refused
  const id = await insertRow(work, 'casus_overleg', {
    id: work.newId(),
    casus_id: casus.id,
    persoon_id: casus.persoon_id,
    doel: input.doel,
    plaats: input.plaats,
    begin_op: tijden.beginOp,
    eind_op: tijden.eindOp,
  })
  if (isRejection(id)) return id
  await recordCasus(work, 'CasusOverlegGepland', {
    tabel: 'casus_overleg',
    id,
    persoonId: casus.persoon_id,
    gegevens: { versie: 1, dag: input.dag },
  })
  return { id, versie: 1 }
}

/** The overleg locked, in a state in which `actie` may be done now. */
export async function lockOverleg(work: Work, id: Id, actie: OverlegActie): Promise<OverlegRow | Rejection> {
  const row = await lockRow(work, 'casus_overleg', id)
  if (isRejection(row)) return row
  const stand = { status: row.status as OverlegToestand, beginOp: row.begin_op }
  const mag = canOverleg(stand, actie, work.now)
  return mag.ok ? row : tooLate(work, 'casus_overleg', id, { code: 'kan_nu_niet', reden: mag.reden })
}

async function save(
  work: Work,
  row: OverlegRow,
  versieGezien: number,
  step: { soort: string; set: Partial<OverlegRow> },
): Promise<Gedaan | Rejection> {
  const seen = { id: row.id, versie: versieGezien, persoonId: row.persoon_id }
  const versie = await updateRow(work, 'casus_overleg', seen, step.set)
  if (isRejection(versie)) return versie
  await recordCasus(work, step.soort, {
    tabel: 'casus_overleg',
    id: row.id,
    persoonId: row.persoon_id,
    gegevens: { versie, wijzigingen: changesOf(row as unknown as Record<string, unknown>, step.set) },
  })
  return { id: row.id, versie }
}

/** Another time or place. What was shared is shared anew until the new end, and refused where that cannot be. */
export async function moveOverleg(
  work: Work,
  input: OverlegWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockOverleg(work, input.id, 'verzetten')
  if (isRejection(row)) return row
  const tijden = readTijden(input)
  const refused = decideOverlegtijd(tijden, work.now)
  if (refused) return refused
  const done = await save(work, row, input.versie, {
    soort: 'CasusOverlegGewijzigd',
    set: { doel: input.doel, plaats: input.plaats, begin_op: tijden.beginOp, eind_op: tijden.eindOp },
  })
  if (isRejection(done) || row.eind_op.getTime() === tijden.eindOp.getTime()) return done
  const overleg = { doel: input.doel, eindOp: tijden.eindOp }
  for (const deelnemer of await lockDeelnemers(work, row.id)) {
    await endDelingen(work, deelnemer.id)
    const shared = await shareWith(work, deelnemer, overleg)
    if (isRejection(shared)) return shared
  }
  return done
}

/** Held or cancelled: what was shared for it ends at this moment. */
export async function endOverleg(
  work: Work,
  input: { readonly id: Id } & (
    | { readonly naar: 'gehouden' }
    | { readonly naar: 'geannuleerd'; readonly reden: string }
  ),
): Promise<Gedaan | Rejection> {
  const isGehouden = input.naar === 'gehouden'
  const row = await lockOverleg(work, input.id, isGehouden ? 'afronden' : 'annuleren')
  if (isRejection(row)) return row
  for (const deelnemer of await lockDeelnemers(work, row.id)) await endDelingen(work, deelnemer.id)
  return save(work, row, row.versie, {
    soort: isGehouden ? 'CasusOverlegGehouden' : 'CasusOverlegGeannuleerd',
    set: {
      status: input.naar,
      geeindigd_op: work.now,
      reden_annuleren: input.naar === 'geannuleerd' ? input.reden : null,
    },
  })
}
