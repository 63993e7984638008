import { conflict, openChanges, tooLate } from '../../../platform/conflict.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { notInToekomst, standNaBesluit } from '../domain/rules.ts'
import type {
  BesluitInvoer,
  BesluitmomentInvoer,
  GeldInvoer,
  KnelpuntInvoer,
  StandInvoer,
  VoortgangInvoer,
  WaardeInvoer,
} from '../domain/voortgang-contract.ts'
import { lockActiviteit } from './activiteit-store.ts'
import * as store from './voortgang-store.ts'

type Gedaan = { readonly id: Id; readonly versie: number }
type Gezien = { readonly id: Id; readonly versie: number }
type Vastgelegd = { readonly id: Id }

const recordAs =
  (onderwerpSoort: keyof DB) =>
  (work: Work, soort: string, id: Id, op: PlainDate, gegevens: Record<string, unknown>) =>
    work.record({ soort, onderwerpSoort, onderwerpId: id, op, gegevens })
const record = recordAs('activiteit')
const recordKnelpunt = recordAs('activiteit_knelpunt')
const recordBesluit = recordAs('besluitmoment')
const recordGeld = recordAs('activiteit_geld')

/** How it stands from a day on. Of an earlier day it may be said later; the newest day counts. */
export async function reportStand(
  work: Work,
  input: StandInvoer & { readonly id: Id },
): Promise<Vastgelegd | Rejection> {
  const refused = notInToekomst(input.op, work.today, 'op')
  if (refused) return refused
  const row = await lockActiviteit(work, input.id)
  if (isRejection(row)) return row
  const { op, stand, koers, reden } = input
  const id = await store.insertStand(work, { activiteit_id: row.id, op, stand, koers, reden })
  if (isRejection(id)) return id
  await record(work, 'ActiviteitstandGemeld', row.id, op, { stand, koers })
  return { id }
}

export async function reportVoortgang(
  work: Work,
  input: VoortgangInvoer & { readonly id: Id },
): Promise<Vastgelegd | Rejection> {
  const refused = notInToekomst(input.op, work.today, 'op')
  if (refused) return refused
  const row = await lockActiviteit(work, input.id)
  if (isRejection(row)) return row
  const id = await store.insertVoortgang(work, {
    activiteit_id: row.id,
    op: input.op,
    stand_van_zaken: input.standVanZaken,
    inzichten: input.inzichten,
    vervolg: input.vervolg,
    is_openbaar: input.isOpenbaar,
    bron: input.bron,
  })
  if (isRejection(id)) return id
  await record(work, 'ActiviteitvoortgangGeschreven', row.id, input.op, { voortgang: id })
  return { id }
}

export async function withdrawVoortgang(work: Work, id: Id): Promise<Vastgelegd | Rejection> {
  const done = await store.withdrawVoortgangstekst(work, id)
  if (isRejection(done)) return done
  await record(work, 'ActiviteitvoortgangIngetrokken', done.activiteitId, work.today, { voortgang: id })
  return { id }
}

export async function reportWaarde(
  work: Work,
  input: WaardeInvoer & { readonly id: Id },
): Promise<Vastgelegd | Rejection> {
  const refused = notInToekomst(input.op, work.today, 'op')
  if (refused) return refused
  const resultaat = await store.lockResultaat(work, input.id)
  if (isRejection(resultaat)) return resultaat
  if (resultaat.eenheid === null)
    return reject(
      'resultaat_zonder_eenheid',
      'Dit resultaat is geen getal. Vul eerst bij de activiteit in waarin u telt.',
      { status: 422, field: 'waarde' },
    )
  if (resultaat.indicator !== null)
    return reject(
      'resultaat_volgt_indicator',
      'Dit resultaat volgt een indicator van de monitor. Daar komt het getal vandaan.',
      { status: 422, field: 'waarde' },
    )
  const { op, waarde, toelichting, bron } = input
  const id = await store.replaceWaarde(work, {
    resultaat_id: resultaat.id,
    op,
    waarde: String(waarde),
    toelichting,
    bron,
  })
  if (isRejection(id)) return id
  await record(work, 'ResultaatwaardeVastgelegd', resultaat.activiteit_id, op, {
    resultaat: resultaat.nummer,
    waarde,
  })
  return { id }
}

export async function reportKnelpunt(
  work: Work,
  input: KnelpuntInvoer & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const refused = notInToekomst(input.gemeldOp, work.today, 'gemeldOp')
  if (refused) return refused
  const row = await lockActiviteit(work, input.id)
  if (isRejection(row)) return row
  const id = await store.insertKnelpunt(work, {
    activiteit_id: row.id,
    soort: input.soort,
    omschrijving: input.omschrijving,
    gemeld_op: input.gemeldOp,
    bron: input.bron,
  })
  if (isRejection(id)) return id
  await recordKnelpunt(work, 'KnelpuntGemeld', id, input.gemeldOp, { versie: 1, activiteit: row.id })
  return { id, versie: 1 }
}

export async function solveKnelpunt(
  work: Work,
  input: Gezien & { readonly opgelostOp: PlainDate; readonly oplossing: string },
): Promise<Gedaan | Rejection> {
  const refused = notInToekomst(input.opgelostOp, work.today, 'opgelostOp')
  if (refused) return refused
  const row = await store.lockDeel(work, 'activiteit_knelpunt', input.id)
  if (isRejection(row)) return row
  const set = { opgelost_op: input.opgelostOp, oplossing: input.oplossing }
  const versie = await store.updateDeel(work, 'activiteit_knelpunt', input, set)
  if (isRejection(versie)) return versie
  await recordKnelpunt(work, 'KnelpuntOpgelost', row.id, input.opgelostOp, {
    versie,
    wijzigingen: openChanges(row, set, []),
  })
  return { id: row.id, versie }
}

export async function planBesluitmoment(
  work: Work,
  input: BesluitmomentInvoer & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockActiviteit(work, input.id)
  if (isRejection(row)) return row
  const id = await store.insertBesluitmoment(work, {
    activiteit_id: row.id,
    waarover: input.waarover,
    criteria: input.criteria,
    orgaan: input.orgaan,
    gepland_op: input.geplandOp,
    bron: input.bron,
  })
  if (isRejection(id)) return id
  await recordBesluit(work, 'BesluitmomentGepland', id, work.today, { versie: 1, activiteit: row.id })
  return { id, versie: 1 }
}

/** What was decided holds: another decision is another moment. Stopping, scaling up and going on also say how it stands. */
export async function decideBesluitmoment(
  work: Work,
  input: BesluitInvoer & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const refused = notInToekomst(input.besloten, work.today, 'besloten')
  if (refused) return refused
  const row = await store.lockDeel(work, 'besluitmoment', input.id)
  if (isRejection(row)) return row
  if (row.uitkomst !== null)
    return tooLate(work, 'besluitmoment', row.id, {
      code: 'al_besloten',
      reden: 'Hierover is al besloten. Plan een nieuw besluitmoment als het anders wordt.',
    })
  const { uitkomst, besloten, motivering } = input
  const set = { uitkomst, besloten_op: besloten, motivering }
  const versie = await store.updateDeel(work, 'besluitmoment', input, set)
  if (isRejection(versie)) return versie
  const nu = await store.findStand(work, row.activiteit_id)
  const stand = standNaBesluit(uitkomst, nu?.stand ?? null)
  if (stand !== null && (nu === undefined || nu.op <= besloten)) {
    const reden = motivering.slice(0, 1000)
    const made = await store.insertStand(work, {
      activiteit_id: row.activiteit_id,
      op: besloten,
      stand,
      koers: stand === 'voortijdig_beeindigd' ? null : (nu?.koers ?? null),
      reden,
    })
    if (isRejection(made)) return made
  }
  await recordBesluit(work, 'BesluitGenomen', row.id, besloten, { versie, uitkomst })
  return { id: row.id, versie }
}

const geldKolommen = (input: GeldInvoer) => ({
  soort: input.soort,
  jaar: input.jaar,
  omschrijving: input.omschrijving,
  bedrag: input.bedrag.toFixed(2),
  is_structureel: input.isStructureel,
  bron: input.bron,
})

export async function registerGeld(
  work: Work,
  input: GeldInvoer & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockActiviteit(work, input.id)
  if (isRejection(row)) return row
  const id = await store.insertGeld(work, { activiteit_id: row.id, ...geldKolommen(input) })
  if (isRejection(id)) return id
  await recordGeld(work, 'ActiviteitgeldVastgelegd', id, work.today, {
    versie: 1,
    activiteit: row.id,
    ...geldKolommen(input),
  })
  return { id, versie: 1 }
}

export async function changeGeld(work: Work, input: GeldInvoer & Gezien): Promise<Gedaan | Rejection> {
  const row = await store.lockDeel(work, 'activiteit_geld', input.id)
  if (isRejection(row)) return row
  const set = geldKolommen(input)
  const versie = await store.updateDeel(work, 'activiteit_geld', input, set)
  if (isRejection(versie)) return versie
  await recordGeld(work, 'ActiviteitgeldGewijzigd', row.id, work.today, {
    versie,
    wijzigingen: openChanges(row, set, []),
  })
  return { id: row.id, versie }
}

/** Goes for good: what it was stands in the book. */
export async function removeGeld(work: Work, input: Gezien): Promise<Vastgelegd | Rejection> {
  const row = await store.lockDeel(work, 'activiteit_geld', input.id)
  if (isRejection(row)) return row
  if (row.versie !== input.versie) return conflict(work, 'activiteit_geld', row.id, input.versie)
  await store.deleteGeld(work, row.id)
  const { soort, jaar, omschrijving, bedrag } = row
  await recordGeld(work, 'ActiviteitgeldVerwijderd', row.id, work.today, {
    soort,
    jaar,
    omschrijving,
    bedrag,
  })
  return { id: row.id }
}
