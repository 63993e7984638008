import { conflict, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { lockLocatie, lockPlek } from '../../plek/server/lookup.ts'
import { noteUitstroomgereed } from '../../traject/server/commands.ts'
import type {
  UitstroomgereedInvoer,
  VerhuizingInvoer,
  VerlengingInvoer,
  VerwachtEindeInvoer,
} from '../domain/contract.ts'
import { bestemmingOf, checkDag, checkVerlenging, checkVerwachtEinde } from '../domain/rules.ts'
import { endForNext, ledenVan, lockToChange } from './change.ts'
import { lockPlaats, openVerblijf } from './open.ts'
import { settleStart } from './settle.ts'
import { insertVerlenging, listPersonenVan, updateLocked, type VerblijfRij } from './store.ts'

type Gedaan = { id: Id; versie: number }

/** Another plek for everyone who stays: the old stay ends and the new one begins, on one day, both or neither. */
export async function moveVerblijf(
  work: Work,
  input: VerhuizingInvoer & { verblijfId: Id },
): Promise<Gedaan | Rejection> {
  await lockBoth(work, input)
  const locked = await lockToChange(work, input.verblijfId)
  if (isRejection(locked)) return locked
  const { row } = locked
  const gone = await checkRunning(work, row, 'verhuizen')
  if (gone) return gone
  if (row.versie !== input.versie) return conflict(work, 'verblijf', row.id, input.versie)
  if (row.plek_id === input.plekId)
    return reject('zelfde_plek', 'Dit is de plek waar iemand nu al verblijft. Kies een andere plek.', {
      field: 'plekId',
    })
  const plaats = await lockPlaats(work, input.plekId, input.op)
  if (isRejection(plaats)) return plaats
  const here = (await listPersonenVan(work, row.id)).filter((lid) => lid.tot === null)
  const leden = await ledenVan(work, {
    huishoudenId: row.huishouden_id,
    personen: here.map((lid) => lid.persoonId),
  })
  const sameProduct = row.product_id === plaats.plek.productId
  const ended = await endForNext(work, row, {
    op: input.op,
    reden: sameProduct ? 'verhuisd' : 'doorstroom',
    bestemming: bestemmingOf(plaats.locatie.domein),
    overschrijdingReden: input.overschrijdingReden,
  })
  if (ended) return ended
  const verblijfId = work.newId()
  const opening = {
    verblijfId,
    persoonId: row.persoon_id,
    huishoudenId: row.huishouden_id,
    leden,
    ...plaats,
    op: input.op,
    soort: row.soort as 'regulier',
    kenmerken: [],
    voorstelId: null,
    wachtlijstplaatsingId: null,
    meldingId: row.melding_id,
    // An expectation that passed says nothing about the new plek.
    verwachtEindeOp:
      row.verwacht_einde_op !== null && row.verwacht_einde_op >= input.op ? row.verwacht_einde_op : null,
    afwijkingReden: input.afwijkingReden || null,
    gezinReden: input.gezinReden ?? (sameProduct ? row.gezin_reden : null),
    vorigVerblijfId: row.id,
    // Moving to another room does not start the longest stay again.
    ...(sameProduct && { uiterlijkOp: row.uiterlijk_op }),
  }
  const refused = await openVerblijf(work, opening)
  if (refused) return refused
  const settled = await settleStart(work, opening, {
    stap: { volgendeStap: 'Nagaan of de nieuwe plek past', volgendeStapOp: work.today },
  })
  return settled ?? { id: verblijfId, versie: 1 }
}

/** Locaties in order of id, then the plekken, then the stay: two moves that cross do not wait for each other for ever. */
async function lockBoth(work: Work, input: { verblijfId: Id; plekId: Id }): Promise<void> {
  const here = await work.db
    .selectFrom('verblijf')
    .select(['locatie_id', 'plek_id'])
    .where('id', '=', input.verblijfId)
    .executeTakeFirst()
  const there = await work.db
    .selectFrom('plek')
    .select('locatie_id')
    .where('id', '=', input.plekId)
    .executeTakeFirst()
  if (here && there) {
    for (const id of [...new Set([here.locatie_id, there.locatie_id])].sort()) await lockLocatie(work, id)
    for (const id of [here.plek_id, input.plekId].sort()) await lockPlek(work, id)
  }
}

async function checkRunning(work: Work, row: VerblijfRij, wat: string): Promise<undefined | Rejection> {
  const reden = `Dit verblijf is al geëindigd. U kunt het niet meer ${wat}.`
  return row.geeindigd_op === null
    ? undefined
    : tooLate(work, 'verblijf', row.id, { code: 'verblijf_geeindigd', reden })
}

/** Longer than the rules allow, with a coded reason (TRJ-05). */
export async function extendVerblijf(
  work: Work,
  input: VerlengingInvoer & { verblijfId: Id },
): Promise<Gedaan | Rejection> {
  const locked = await lockToChange(work, input.verblijfId)
  if (isRejection(locked)) return locked
  const { row } = locked
  const refused =
    (await checkRunning(work, row, 'verlengen')) ??
    checkVerlenging(row.uiterlijk_op, input.nieuwUiterlijkOp, work.today)
  if (refused) return refused
  if (row.versie !== input.versie) return conflict(work, 'verblijf', row.id, input.versie)
  if (!(await isKeuze(work, 'overschrijdingsreden', input.reden)))
    return reject('reden_onbekend', 'Kies een reden uit de lijst.', { field: 'reden', status: 422 })
  const versie = await updateLocked(work, row, {
    uiterlijk_op: input.nieuwUiterlijkOp,
    overschrijding_reden: input.reden,
  })
  if (isRejection(versie)) return versie
  await insertVerlenging(work, {
    verblijf_id: row.id,
    persoon_id: row.persoon_id,
    oud_uiterlijk_op: row.uiterlijk_op,
    nieuw_uiterlijk_op: input.nieuwUiterlijkOp,
    reden: input.reden,
    toelichting: input.toelichting,
    besloten_op: work.today,
    besloten_door: work.vrager.gebruikerId,
  })
  await work.record({
    soort: 'VerblijfVerlengd',
    onderwerpSoort: 'verblijf',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: {
      versie,
      reden: input.reden,
      wijzigingen: { uiterlijkOp: [row.uiterlijk_op, input.nieuwUiterlijkOp] },
    },
  })
  return { id: row.id, versie }
}

/** The expected end changes as often as the facts do; the real end stays a field of its own. */
export async function setVerwachtEinde(
  work: Work,
  input: VerwachtEindeInvoer & { verblijfId: Id },
): Promise<Gedaan | Rejection> {
  const locked = await lockToChange(work, input.verblijfId)
  if (isRejection(locked)) return locked
  const { row } = locked
  const gone = await checkRunning(work, row, 'wijzigen')
  if (gone) return gone
  if (row.versie !== input.versie) return conflict(work, 'verblijf', row.id, input.versie)
  const refused = checkVerwachtEinde(input.op, row.verwacht_einde_op, work.today)
  if (refused) return refused
  const versie = await updateLocked(work, row, {
    verwacht_einde_op: input.op,
    verwacht_einde_reden: input.reden,
  })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'VerwachtEindeGewijzigd',
    onderwerpSoort: 'verblijf',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: {
      versie,
      reden: input.reden,
      wijzigingen: { verwachtEindeOp: [row.verwacht_einde_op, input.op] },
    },
  })
  return { id: row.id, versie }
}

/** From this day someone could leave: the plek counts as blocked until the departure. */
export async function setUitstroomgereed(
  work: Work,
  input: UitstroomgereedInvoer & { verblijfId: Id },
): Promise<Gedaan | Rejection> {
  const locked = await lockToChange(work, input.verblijfId)
  if (isRejection(locked)) return locked
  const { row } = locked
  const refused =
    (await checkRunning(work, row, 'wijzigen')) ??
    (input.op === null
      ? undefined
      : checkDag(input.op, work.today, 'op', { voor: row.begonnen_op, wat: 'Het verblijf begon op' }))
  if (refused) return refused
  if (row.versie !== input.versie) return conflict(work, 'verblijf', row.id, input.versie)
  const wachtOp = input.op === null ? null : input.wachtOp
  if (wachtOp !== null && !(await isKeuze(work, 'overschrijdingsreden', wachtOp)))
    return reject('wacht_op_onbekend', 'Kies uit de lijst waarop gewacht wordt.', {
      field: 'wachtOp',
      status: 422,
    })
  const versie = await updateLocked(work, row, { uitstroomgereed_op: input.op, uitstroom_wacht_op: wachtOp })
  if (isRejection(versie)) return versie
  await work.record({
    soort: input.op === null ? 'UitstroomgereedIngetrokken' : 'Uitstroomgereed',
    onderwerpSoort: 'verblijf',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: input.op ?? work.today,
    gegevens: {
      versie,
      wachtOp,
      wijzigingen: { uitstroomgereedOp: [row.uitstroomgereed_op, input.op] },
    },
  })
  const noted = input.op === null ? undefined : await noteInTraject(work, row, input.op)
  return noted ?? { id: row.id, versie }
}

/** The traject of everyone who stays there is in its phase of leaving from then on. */
async function noteInTraject(work: Work, row: VerblijfRij, op: PlainDate): Promise<undefined | Rejection> {
  const here = (await listPersonenVan(work, row.id)).filter((lid) => lid.tot === null)
  return noteUitstroomgereed(work, { personen: here.map((lid) => lid.persoonId), op })
}
