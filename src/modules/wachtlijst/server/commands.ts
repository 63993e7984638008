import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { endBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { canMove, openStatussen, type Status } from '../domain/rules.ts'
import { lockWachtlijstplaatsing, updateLocked, type WachtlijstplaatsingRow } from './store.ts'

export { type NewWachtlijstplaatsing, placeOnWachtlijst } from './place-commands.ts'
export type { WachtlijstplaatsingRow } from './store.ts'

const wat = 'Deze regel van de wachtlijst'

/** The row locked and allowed to move to `naar`, or why not. */
async function lockToMove(work: Work, id: Id, naar: Status): Promise<WachtlijstplaatsingRow | Rejection> {
  const row = await lockWachtlijstplaatsing(work, id)
  if (!row) return notFound(wat)
  work.saw(row.persoon_id)
  const kan = canMove(row.status as Status, naar)
  if (!kan.ok) return reject('stand_laat_dit_niet_toe', kan.reden)
  return row
}

/** A voorstel holds a space for this person: clock 4. Caller: voorstel, which locks in the order wachtlijstplaatsing → locatie. */
export async function markVoorgesteld(
  work: Work,
  input: { wachtlijstplaatsingId: Id; op?: PlainDate },
): Promise<WachtlijstplaatsingRow | Rejection> {
  const row = await lockToMove(work, input.wachtlijstplaatsingId, 'voorgesteld')
  if (isRejection(row)) return row
  const op = input.op ?? work.today
  const versie = await updateLocked(work, row, { status: 'voorgesteld', voorgesteld_op: op })
  if (isRejection(versie)) return versie
  await recordStand(work, row, versie, 'voorgesteld')
  return { ...row, status: 'voorgesteld', voorgesteld_op: op, versie }
}

/** A voorstel moves the row under whoever is editing it: the book must say who did. */
function recordStand(
  work: Work,
  row: WachtlijstplaatsingRow,
  versie: number,
  naar: Status,
): Promise<unknown> {
  return work.record({
    soort: 'WachtstandGewijzigd',
    onderwerpSoort: 'wachtlijstplaatsing',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie, naar, wijzigingen: { status: [row.status, naar] } },
  })
}

/**
 * Back to waiting after a refusal, withdrawal or expiry: the clocks and so the rank stay as they were. `weigering` counts
 * a refusal by the person; `achteraan` lets the waiting time start again, for a region that chose that.
 */
export async function markWachtend(
  work: Work,
  input: { wachtlijstplaatsingId: Id; weigering?: boolean; achteraan?: boolean },
): Promise<WachtlijstplaatsingRow | Rejection> {
  const row = await lockToMove(work, input.wachtlijstplaatsingId, 'wachtend')
  if (isRejection(row)) return row
  const aantal_weigeringen = row.aantal_weigeringen + (input.weigering ? 1 : 0)
  const besloten_op = input.achteraan ? work.today : row.besloten_op
  const versie = await updateLocked(work, row, { status: 'wachtend', aantal_weigeringen, besloten_op })
  if (isRejection(versie)) return versie
  await recordStand(work, row, versie, 'wachtend')
  if (input.achteraan)
    await work.record({
      soort: 'WachttijdOpnieuwBegonnen',
      onderwerpSoort: 'wachtlijstplaatsing',
      onderwerpId: row.id,
      persoonId: row.persoon_id,
      op: work.today,
      gegevens: { versie, wijzigingen: { beslotenOp: [row.besloten_op, besloten_op] } },
    })
  return { ...row, status: 'wachtend', aantal_weigeringen, besloten_op, versie }
}

/** Stops counting for now, with all clocks kept; a person lets it count again. */
export async function suspendWachten(
  work: Work,
  input: { wachtlijstplaatsingId: Id },
): Promise<WachtlijstplaatsingRow | Rejection> {
  const row = await lockToMove(work, input.wachtlijstplaatsingId, 'opgeschort')
  if (isRejection(row)) return row
  const versie = await updateLocked(work, row, { status: 'opgeschort' })
  if (isRejection(versie)) return versie
  await recordStand(work, row, versie, 'opgeschort')
  return { ...row, status: 'opgeschort', versie }
}

/**
 * The stay started: clock 5. `viaVoorstel` is true only for the voorstel that held the space; any other stay is refused
 * while a voorstel runs. Involvement for the waiting ends tomorrow, so that this day's work can be finished.
 */
export async function completeByVerblijf(
  work: Work,
  input: { wachtlijstplaatsingId: Id; gestartOp: PlainDate; viaVoorstel?: boolean },
): Promise<Rejection | undefined> {
  const row = await lockToMove(work, input.wachtlijstplaatsingId, 'geplaatst')
  if (isRejection(row)) return row
  if (row.status === 'voorgesteld' && !input.viaVoorstel)
    return reject(
      'voorstel_loopt_nog',
      'Voor deze persoon loopt nog een voorstel voor een andere plek. Trek dat eerst in.',
      { possible: ['Trek het voorstel in', 'Start het verblijf vanuit het voorstel'] },
    )
  const versie = await updateLocked(work, row, { status: 'geplaatst', gestart_op: input.gestartOp })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'WachtenAfgerond',
    onderwerpSoort: 'wachtlijstplaatsing',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: input.gestartOp,
    gegevens: { versie },
  })
  await endBetrokkenheid(work, {
    bronSoort: 'wachtlijstplaatsing',
    bronId: row.id,
    tot: addDays(work.today, 1),
  })
  return undefined
}

export interface EindeWachten {
  readonly wachtlijstplaatsingId: Id
  /** Code of choice list eindreden_wachten. */
  readonly reden: string
  readonly toelichting?: string | null
  readonly op?: PlainDate
  /** Version that the editor saw; left out by a command that locked the row before. */
  readonly versie?: number
  /** What happens next with the person: ending the waiting never ends being in sight. */
  readonly volgendeStap?: string
  readonly volgendeStapOp?: PlainDate
}

/** Ends the waiting without a stay: only by a named person, with a reason, and with a next step for the person. */
export async function endWachtlijstplaatsing(
  work: Work,
  input: EindeWachten,
): Promise<{ versie: number } | Rejection> {
  if (!work.vrager.gebruikerId)
    return reject('niet_door_het_systeem', 'Alleen een medewerker kan iemand van de wachtlijst halen.', {
      status: 403,
    })
  const row = await lockToMove(work, input.wachtlijstplaatsingId, 'beeindigd')
  if (isRejection(row)) return row
  if (input.versie !== undefined && input.versie !== row.versie)
    return conflict(work, 'wachtlijstplaatsing', row.id, input.versie)
  if (!(await isKeuze(work, 'eindreden_wachten', input.reden)))
    return reject('reden_onbekend', 'Kies een reden uit de lijst.', { field: 'reden', status: 422 })
  const op = input.op ?? work.today
  if (op > work.today || op < row.gemeld_op)
    return reject('dag_onmogelijk', 'Kies een dag tussen de melding en vandaag.', {
      field: 'op',
      status: 422,
    })
  const versie = await updateLocked(work, row, {
    status: 'beeindigd',
    beeindigd_op: op,
    eindreden: input.reden,
  })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'WachtenBeeindigd',
    onderwerpSoort: 'wachtlijstplaatsing',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op,
    gegevens: {
      versie,
      reden: input.reden,
      toelichting: input.toelichting ?? null,
      wijzigingen: { status: [row.status, 'beeindigd'] },
    },
  })
  await setOpvolging(
    work,
    { persoonId: row.persoon_id },
    {
      volgendeStap: input.volgendeStap ?? 'Nagaan of hulp nog nodig is, en anders afsluiten',
      volgendeStapOp: input.volgendeStapOp ?? addDays(work.today, 7),
    },
  )
  await endUnneededBetrokkenheid(work, row)
  return { versie }
}

/** Ends the involvement for the waiting, except of the organisation that must take the next step. */
async function endUnneededBetrokkenheid(work: Work, row: WachtlijstplaatsingRow): Promise<void> {
  const opvolging = await work.db
    .selectFrom('opvolging')
    .select('organisatie_id')
    .where('persoon_id', '=', row.persoon_id)
    .executeTakeFirst()
  const rows = await work.db
    .selectFrom('organisatie')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .$if(opvolging !== undefined, (q) => q.where('id', '<>', opvolging!.organisatie_id))
    .execute()
  for (const { id } of rows)
    await endBetrokkenheid(work, {
      bronSoort: 'wachtlijstplaatsing',
      bronId: row.id,
      organisatieId: id,
      tot: addDays(work.today, 1),
    })
}

/** Clock 3 for everyone of whom the beschikking has come since: run daily by a job, and after a beschikking is sent. */
export async function updatePlaatsbaarheid(work: Work): Promise<{ aantal: number }> {
  const rows = await work.db
    .selectFrom('wachtlijstplaatsing as w')
    .innerJoin('beschikking as b', (join) =>
      join
        .onRef('b.persoon_id', '=', 'w.persoon_id')
        .onRef('b.product_id', '=', 'w.product_id')
        .on('b.status', '=', 'beschikt')
        .on('b.soort', 'in', ['toekenning', 'herziening']),
    )
    .select(['w.id', 'b.id as beschikkingId', 'b.geldig_van as geldigVan', 'b.beschikt_op as beschiktOp'])
    .where('w.regio_id', '=', work.regioId)
    .where('w.status', 'in', [...openStatussen])
    .where('w.wachtreden', '=', 'wacht_op_besluit')
    .where('w.plaatsbaar_op', 'is', null)
    .where((e) => e.or([e('b.geldig_tot', 'is', null), e('b.geldig_tot', '>', work.today)]))
    .orderBy('w.id')
    .orderBy('b.geldig_van')
    .execute()
  const done = new Set<Id>()
  for (const found of rows) {
    if (done.has(found.id)) continue
    const row = await lockWachtlijstplaatsing(work, found.id)
    if (!row || row.plaatsbaar_op !== null) continue
    const plaatsbaar_op = found.geldigVan! > found.beschiktOp! ? found.geldigVan! : found.beschiktOp!
    const versie = await updateLocked(work, row, {
      plaatsbaar_op: plaatsbaar_op > row.gemeld_op ? plaatsbaar_op : row.gemeld_op,
      beschikking_id: found.beschikkingId,
      wachtreden: 'geen_plek',
    })
    if (isRejection(versie)) continue
    done.add(row.id)
    await work.record({
      soort: 'WachtendePlaatsbaar',
      onderwerpSoort: 'wachtlijstplaatsing',
      onderwerpId: row.id,
      persoonId: row.persoon_id,
      op: plaatsbaar_op,
      gegevens: { versie, wijzigingen: { wachtreden: [row.wachtreden, 'geen_plek'] } },
    })
  }
  return { aantal: done.size }
}
