import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { lockPlek } from '../../plek/server/lookup.ts'
import { completeVoorstel } from '../../voorstel/server/commands.ts'
import { completeByVerblijf } from '../../wachtlijst/server/commands.ts'
import type { Stap } from '../domain/contract.ts'
import { bestemmingOf, checkDag } from '../domain/rules.ts'
import { endForNext } from './change.ts'
import { findBestePlek, findLopend, gatherLeden, lockPlaats, openVerblijf } from './open.ts'
import { settleStart } from './settle.ts'
import { lockVerblijf } from './store.ts'

export interface Aankomst {
  readonly voorstelId: Id
  /** Left out: the best plek that is free. */
  readonly plekId?: Id | null
  readonly op: PlainDate
  readonly verwachtEindeOp?: PlainDate | null
  readonly eindigVorigVerblijf?: boolean
  readonly overschrijdingReden?: string | null | undefined
  readonly afwijkingReden?: string | null
  readonly gezinReden?: string | null
  readonly stap?: Stap | null
}

export type Gestart = { id: Id; plekId: Id; versie: number }

/**
 * Arrival: the space of an accepted voorstel becomes a stay on a concrete plek, for the whole household in one action. The
 * voorstel and the waiting end in the same transaction.
 */
export async function startVerblijf(work: Work, input: Aankomst): Promise<Gestart | Rejection> {
  const voorstel = await lockVoorstel(work, input.voorstelId)
  if (!voorstel) return notFound('Dit voorstel')
  if (voorstel.status !== 'aanvaard')
    return reject(
      'voorstel_niet_aanvaard',
      'Dit voorstel is nog niet aanvaard, of het is al afgerond. Alleen een aanvaard voorstel kan een verblijf worden.',
    )
  const dag = checkDag(input.op, work.today, 'op')
  if (dag) return dag
  const wie = await gatherLeden(work, voorstel.persoon_id, input.op, voorstel.huishouden_id)
  if (isRejection(wie)) return wie
  const plekId =
    input.plekId ??
    voorstel.plek_id ??
    (await findBestePlek(work, {
      locatieId: voorstel.locatie_id,
      productId: voorstel.product_id,
      op: input.op,
      personen: Math.max(wie.leden.length, voorstel.personen),
      kenmerken: voorstel.vereiste_kenmerken,
      voorstelId: voorstel.id,
    }))
  if (isRejection(plekId)) return plekId
  const plaats = await lockPlaats(work, plekId, input.op)
  if (isRejection(plaats)) return plaats
  if (plaats.locatie.id !== voorstel.locatie_id || plaats.plek.productId !== voorstel.product_id)
    return reject(
      'andere_plek',
      'Deze plek hoort niet bij de locatie en het product van het voorstel. Kies een plek van die locatie.',
      { field: 'plekId' },
    )
  const verblijfId = work.newId()
  const vorig = await endVorig(work, { ...wie, op: input.op, domein: plaats.locatie.domein }, input)
  if (isRejection(vorig)) return vorig
  const opening = {
    ...wie,
    ...plaats,
    verblijfId,
    op: input.op,
    soort: 'regulier' as const,
    kenmerken: voorstel.vereiste_kenmerken,
    voorstelId: voorstel.id,
    wachtlijstplaatsingId: voorstel.wachtlijstplaatsing_id,
    meldingId: null,
    verwachtEindeOp: input.verwachtEindeOp ?? null,
    afwijkingReden: input.afwijkingReden || null,
    gezinReden: input.gezinReden || null,
    ...(vorig && { vorigVerblijfId: vorig }),
  }
  const refused = await openVerblijf(work, opening)
  if (refused) return refused
  const closed = await completeVoorstel(work, { voorstelId: voorstel.id, verblijfId, plekId, op: input.op })
  if (closed) return closed
  const settled = await settleStart(work, opening, { stap: input.stap ?? null })
  return settled ?? { id: verblijfId, plekId, versie: 1 }
}

/** The voorstel and the waiting behind it, locked in the order in which voorstellen are made: first who waits. */
async function lockVoorstel(work: Work, id: Id) {
  const seen = await work.db
    .selectFrom('plaatsingsvoorstel')
    .select('wachtlijstplaatsing_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!seen) return undefined
  await work.db
    .selectFrom('wachtlijstplaatsing')
    .select('id')
    .where('id', '=', seen.wachtlijstplaatsing_id)
    .forUpdate()
    .execute()
  return work.db
    .selectFrom('plaatsingsvoorstel')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export interface DirecteStart {
  readonly persoonId: Id
  /** Left out: the household that the person belongs to; null: the person alone. */
  readonly huishoudenId?: Id | null
  readonly plekId: Id
  readonly op: PlainDate
  readonly soort: 'regulier' | 'spoed' | 'overbrugging' | 'time_out'
  readonly kenmerken?: readonly string[]
  readonly meldingId?: Id | null
  /** Waiting that ends with this stay, when it did not go by a voorstel. */
  readonly wachtlijstplaatsingId?: Id | null
  readonly verwachtEindeOp?: PlainDate | null
  readonly eindigVorigVerblijf?: boolean
  readonly overschrijdingReden?: string | null | undefined
  readonly afwijkingReden?: string | null
  readonly gezinReden?: string | null
  readonly meekomend?: { readonly volwassenen: number; readonly kinderen: number }
  readonly stap?: Stap | null
  /** Why a time-out; it is no reason to put someone on a plek that does not fit. */
  readonly timeOutReden?: string
  /** Who is responsible; the system must say so. */
  readonly opvolging?: { readonly organisatieId: Id; readonly contactpersoonId: Id }
}

/** A stay without a voorstel: an emergency, a bridge, a time-out, or history from a file. */
export async function startDirectVerblijf(work: Work, input: DirecteStart): Promise<Gestart | Rejection> {
  const dag = checkDag(input.op, work.today, 'op')
  if (dag) return dag
  const wie = await gatherLeden(work, input.persoonId, input.op, input.huishoudenId)
  if (isRejection(wie)) return wie
  const plaats = await lockPlaats(work, input.plekId, input.op)
  if (isRejection(plaats)) return plaats
  const verblijfId = work.newId()
  const vorig =
    input.soort === 'time_out'
      ? undefined
      : await endVorig(work, { ...wie, op: input.op, domein: plaats.locatie.domein }, input)
  if (isRejection(vorig)) return vorig
  const opening = {
    ...wie,
    ...plaats,
    verblijfId,
    op: input.op,
    soort: input.soort,
    kenmerken: input.kenmerken ?? [],
    voorstelId: null,
    wachtlijstplaatsingId: input.wachtlijstplaatsingId ?? null,
    meldingId: input.meldingId ?? null,
    verwachtEindeOp: input.verwachtEindeOp ?? null,
    afwijkingReden: input.afwijkingReden || null,
    gezinReden: input.gezinReden || null,
    ...(input.meekomend && { meekomend: input.meekomend }),
    ...(vorig && { vorigVerblijfId: vorig }),
  }
  const refused = await openVerblijf(work, opening)
  if (refused) return refused
  if (input.wachtlijstplaatsingId) {
    const ended = await completeByVerblijf(work, {
      wachtlijstplaatsingId: input.wachtlijstplaatsingId,
      gestartOp: input.op,
    })
    if (ended) return ended
  }
  const settled = await settleStart(work, opening, {
    stap: input.stap ?? null,
    opvolging: input.opvolging,
    timeOutReden: input.timeOutReden,
  })
  return settled ?? { id: verblijfId, plekId: plaats.plek.id, versie: 1 }
}

/** Moving on inside the chain: the stay elsewhere ends on the day the new one begins, so nobody sleeps in two places. */
async function endVorig(
  work: Work,
  wie: { persoonId: Id; leden: readonly { persoonId: Id }[]; op: PlainDate; domein: string },
  input: { eindigVorigVerblijf?: boolean; overschrijdingReden?: string | null | undefined },
): Promise<Id | undefined | Rejection> {
  if (!input.eindigVorigVerblijf) return undefined
  const ids = wie.leden.map((lid) => lid.persoonId)
  const [vorig] = (await findLopend(work, ids, wie.op)).filter((row) => row.persoon_id === wie.persoonId)
  if (!vorig) return undefined
  await lockPlek(work, vorig.plek_id)
  const row = await lockVerblijf(work, vorig.id)
  if (!row || row.geeindigd_op !== null) return undefined
  const ended = await endForNext(work, row, {
    op: wie.op,
    reden: 'doorstroom',
    bestemming: bestemmingOf(wie.domein),
    overschrijdingReden: input.overschrijdingReden,
  })
  return isRejection(ended) ? ended : row.id
}
