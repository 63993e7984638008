import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { findInstelling, isKeuze } from '../../beheer/server/lookup.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { findPlek, findVrijePlekken, lockLocatie, lockPlek } from '../../plek/server/lookup.ts'
import { endWachtlijstplaatsing } from '../../wachtlijst/server/commands.ts'
import { decideWeigering, type Gevolg } from '../domain/weigering.ts'
import { backToWaiting, lockToMove } from './settle.ts'
import { updateLocked, type VoorstelRow } from './store.ts'

interface Answer {
  readonly voorstelId: Id
  /** Version that the editor saw. */
  readonly versie: number
}

const nietUwLocatie = reject(
  'niet_uw_locatie',
  'Alleen de aanbieder van deze locatie kan dit voorstel beantwoorden.',
  { status: 403 },
)

/** The voorstel and its locatie locked; only the aanbieder of the locatie goes on. */
async function lockAsAanbieder(
  work: Work,
  input: Answer,
  naar: 'aanvaard' | 'geweigerd',
): Promise<VoorstelRow | Rejection> {
  const row = await lockToMove(work, input.voorstelId, naar)
  if (isRejection(row)) return row
  if (row.versie !== input.versie) return conflict(work, 'plaatsingsvoorstel', row.id, input.versie)
  const locatie = await lockLocatie(work, row.locatie_id)
  if (!locatie) return notFound('Deze locatie')
  if (!work.vrager.isSysteem && locatie.organisatieId !== work.vrager.organisatieId) return nietUwLocatie
  return row
}

/** The aanbieder says yes, and may choose the plek now or at the latest on arrival. */
export async function acceptVoorstel(
  work: Work,
  input: Answer & { plekId?: Id | null; toelichting?: string | null },
): Promise<{ versie: number } | Rejection> {
  const row = await lockAsAanbieder(work, input, 'aanvaard')
  if (isRejection(row)) return row
  const refused = input.plekId ? await checkPlek(work, row, input.plekId) : undefined
  if (refused) return refused
  const versie = await updateLocked(work, row, {
    status: 'aanvaard',
    plek_id: input.plekId ?? null,
    beantwoord_op: work.now,
    beantwoord_door: work.vrager.gebruikerId,
  })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'VoorstelAanvaard',
    onderwerpSoort: 'plaatsingsvoorstel',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: {
      versie,
      wijzigingen: { status: [row.status, 'aanvaard'] },
      toelichting: input.toelichting ?? null,
    },
  })
  await setOpvolging(
    work,
    { persoonId: row.persoon_id },
    {
      volgendeStap: 'Nagaan of het verblijf is gestart',
      volgendeStapOp: row.vanaf > work.today ? row.vanaf : work.today,
    },
  )
  return { versie }
}

/** Locks the plek and asks whether it is still free for this voorstel; the named constraint decides about two voorstellen. */
async function checkPlek(work: Work, row: VoorstelRow, plekId: Id): Promise<Rejection | undefined> {
  if (!(await lockPlek(work, plekId))) return notFound('Deze plek')
  const plek = await findPlek(work, plekId, row.vanaf)
  if (!plek || plek.locatieId !== row.locatie_id || plek.productId !== row.product_id)
    return reject('plek_hoort_niet_bij_voorstel', 'Kies een plek van deze locatie voor dit product.', {
      field: 'plekId',
    })
  const vrij = await findVrijePlekken(work, {
    locatieId: row.locatie_id,
    productId: row.product_id,
    vanaf: row.vanaf,
    personen: row.personen,
    kenmerken: row.vereiste_kenmerken,
    zonderVoorstelId: row.id,
  })
  const gekozen = vrij.find((found) => found.id === plekId)
  if (!gekozen)
    return reject('plek_bezet_in_periode', 'Deze plek is op die dag niet vrij. Kies een andere plek.', {
      field: 'plekId',
      possible: vrij
        .filter((found) => found.past)
        .map((found) => `${found.naam} is vrij`)
        .slice(0, 5),
    })
  if (gekozen.redenen.some((reden) => reden.code === 'te_klein'))
    return reject('plek_te_klein', 'Op deze plek past het huishouden niet. Kies een grotere plek.', {
      field: 'plekId',
    })
  return undefined
}

export interface Weigering extends Answer {
  readonly zijde: 'aanbieder' | 'persoon'
  /** Code of choice list weigerreden_aanbieder or weigerreden_persoon. */
  readonly reden: string
  readonly toelichting?: string | null
  readonly volgendeStap: string
}

/**
 * A refusal with a side, a reason and a next step. By the aanbieder: the person waits on with rank kept. By the person:
 * counted, and the region decides what a second one means. The aanbieder or who proposed may record what a person said.
 */
export async function refuseVoorstel(
  work: Work,
  input: Weigering,
): Promise<{ versie: number; gevolg: Gevolg } | Rejection> {
  const row = await lockToRefuse(work, input)
  if (isRejection(row)) return row
  if (!(await isKeuze(work, `weigerreden_${input.zijde}`, input.reden)))
    return reject('reden_onbekend', 'Kies een reden uit de lijst.', { field: 'reden', status: 422 })
  const versie = await updateLocked(work, row, {
    status: 'geweigerd',
    plek_id: null,
    beantwoord_op: work.now,
    beantwoord_door: work.vrager.gebruikerId,
    weiger_zijde: input.zijde,
    weiger_reden: input.reden,
    weiger_toelichting: input.toelichting?.trim() || null,
    volgende_stap: input.volgendeStap.trim(),
  })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'VoorstelGeweigerd',
    onderwerpSoort: 'plaatsingsvoorstel',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: {
      versie,
      zijde: input.zijde,
      reden: input.reden,
      wijzigingen: { status: [row.status, 'geweigerd'] },
    },
  })
  const gevolg = await settle(work, row, input)
  return isRejection(gevolg) ? gevolg : { versie, gevolg }
}

async function lockToRefuse(work: Work, input: Weigering): Promise<VoorstelRow | Rejection> {
  if (input.zijde === 'aanbieder') return lockAsAanbieder(work, input, 'geweigerd')
  const row = await lockToMove(work, input.voorstelId, 'geweigerd')
  if (isRejection(row)) return row
  return row.versie === input.versie ? row : conflict(work, 'plaatsingsvoorstel', row.id, input.versie)
}

/** What the refusal means for the waiting. Taking somebody off the list is never silent: it has a name and a next step. */
async function settle(work: Work, row: VoorstelRow, input: Weigering): Promise<Gevolg | Rejection> {
  const eerdere = await work.db
    .selectFrom('wachtlijstplaatsing')
    .select('aantal_weigeringen')
    .where('id', '=', row.wachtlijstplaatsing_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const gevolg = decideWeigering({
    zijde: input.zijde,
    eerdereWeigeringen: eerdere.aantal_weigeringen,
    tweedeWeigering: (await findInstelling(work, 'tweede_weigering')) ?? 'overleg',
  })
  const back = await backToWaiting(work, row, {
    weigering: input.zijde === 'persoon',
    achteraan: gevolg === 'achteraan',
    volgendeStap:
      gevolg === 'overleg'
        ? `Overleggen na een tweede weigering. ${input.volgendeStap.trim()}`
        : input.volgendeStap.trim(),
    volgendeStapOp: addDays(work.today, 7),
  })
  if (isRejection(back)) return back
  if (gevolg !== 'van_de_lijst') return gevolg
  const ended = await endWachtlijstplaatsing(work, {
    wachtlijstplaatsingId: row.wachtlijstplaatsing_id,
    reden: 'twee_keer_geweigerd',
    toelichting: input.toelichting ?? null,
    volgendeStap: `Van de wachtlijst na een tweede weigering: contact houden. ${input.volgendeStap.trim()}`,
    volgendeStapOp: addDays(work.today, 7),
  })
  return isRejection(ended) ? ended : gevolg
}

/** Takes the voorstel back, with a reason; the space is free and the person waits on with rank kept. */
export async function withdrawVoorstel(
  work: Work,
  input: Answer & { reden: string },
): Promise<{ versie: number } | Rejection> {
  const row = await lockToMove(work, input.voorstelId, 'ingetrokken')
  if (isRejection(row)) return row
  if (row.versie !== input.versie) return conflict(work, 'plaatsingsvoorstel', row.id, input.versie)
  const versie = await updateLocked(work, row, {
    status: 'ingetrokken',
    plek_id: null,
    einde_reden: input.reden,
  })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'VoorstelIngetrokken',
    onderwerpSoort: 'plaatsingsvoorstel',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie, reden: input.reden, wijzigingen: { status: [row.status, 'ingetrokken'] } },
  })
  const back = await backToWaiting(work, row, {
    volgendeStap: 'Opnieuw een plek zoeken na een ingetrokken voorstel',
    volgendeStapOp: addDays(work.today, 7),
  })
  return isRejection(back) ? back : { versie }
}
