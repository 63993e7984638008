import { changesOf, conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import { findProduct, getTermijn } from '../../beheer/server/lookup.ts'
import type { Opschortgrond, Soort, Status } from '../domain/keuzes.ts'
import {
  type Can,
  canBeslissen,
  checkGeldigheid,
  isOpgeschort,
  type Opschorting,
  type Stand,
  type TermijnFeiten,
} from '../domain/rules.ts'
import { checkMagBeslissen } from './beslisser.ts'
import { type BeschikkingRow, endOpschortingRow, listOpschortingen, lockBeschikking } from './store.ts'

// What every command on one beschikking needs: the locked row, who may, the facts of the term, the book.

export async function lockVersie(work: Work, id: Id, versie: number): Promise<BeschikkingRow | Rejection> {
  const before = await lockBeschikking(work, id)
  if (!before) return notFound('Deze beschikking')
  return before.versie === versie ? before : conflict(work, 'beschikking', id, versie)
}

/** Locked, in the version that the asker saw, still undecided, and the asker's own to decide. */
export async function openForDecision(
  work: Work,
  id: Id,
  versie: number,
): Promise<BeschikkingRow | Rejection> {
  const before = await lockVersie(work, id, versie)
  if (isRejection(before)) return before
  const wrong = allow(canBeslissen(standOf(before)))
  if (wrong) return wrong
  const beslisser = await checkBeslisser(work, before, before.product_id!, work.today)
  return isRejection(beslisser) ? beslisser : before
}

export async function checkBeslisser(work: Work, row: BeschikkingRow, productId: Id, op: PlainDate) {
  const product = await findProduct(work, productId, op)
  if (!product)
    return reject('product_onbekend', 'Dit product bestaat niet in uw regio. Kies een ander.', {
      field: 'productId',
      status: 422,
    })
  return checkMagBeslissen(work, { gemeenteCode: row.namens_gemeente, domein: product.domein, op })
}

export function standOf(
  row: Pick<BeschikkingRow, 'status' | 'soort' | 'geldig_van' | 'geldig_tot' | 'verzonden_op'>,
): Stand {
  return {
    status: row.status as Status,
    soort: row.soort as Soort | null,
    geldigVan: row.geldig_van,
    geldigTot: row.geldig_tot,
    verzondenOp: row.verzonden_op,
  }
}

export function allow(can: Can): Rejection | undefined {
  return can.ok ? undefined : reject('kan_niet_in_deze_stand', can.reden)
}

export async function readOpschortingen(
  work: Work,
  id: Id,
): Promise<(Opschorting & { id: Id; reden: string })[]> {
  return (await listOpschortingen(work, id)).map((row) => ({
    id: row.id,
    van: row.van,
    tot: row.tot,
    verwachtTot: row.verwacht_tot,
    grond: row.grond as Opschortgrond,
    reden: row.reden,
  }))
}

/** The term as it held on the day of the application. */
export async function termijnFeiten(
  work: Work,
  aangevraagdOp: PlainDate,
  opschortingen: readonly Opschorting[],
): Promise<TermijnFeiten> {
  const { aantal, eenheid, wettelijk } = await getTermijn(work, 'beschikking', aangevraagdOp)
  return { aangevraagdOp, termijn: { aantal, eenheid } as Termijn, wettelijk, opschortingen }
}

/** Validity of a grant: the review a year on unless said otherwise (Wmo 2015 art. 2.3.9). */
export async function readGeldigheid(
  work: Work,
  input: {
    geldigVan: PlainDate
    geldigTotEnMet?: PlainDate | null | undefined
    heronderzoekOp?: PlainDate | null | undefined
  },
) {
  const geldigTot = input.geldigTotEnMet ? addDays(input.geldigTotEnMet, 1) : null
  const termijn = await getTermijn(work, 'heronderzoek', input.geldigVan)
  const heronderzoekOp = input.heronderzoekOp ?? addTermijn(input.geldigVan, termijn as Termijn)
  return (
    checkGeldigheid({ geldigVan: input.geldigVan, geldigTot, heronderzoekOp }) ?? {
      geldig_van: input.geldigVan,
      geldig_tot: geldigTot,
      heronderzoek_op: heronderzoekOp,
    }
  )
}

export async function closeRunningOpschortingen(work: Work, id: Id, op: PlainDate): Promise<void> {
  for (const one of await readOpschortingen(work, id))
    if (isOpgeschort([one], op) && one.van < op) await endOpschortingRow(work, one.id, op)
}

export async function record(
  work: Work,
  soort: string,
  about: { id: Id; persoonId: Id; op: PlainDate },
  gegevens: Record<string, unknown>,
): Promise<void> {
  await work.record({
    soort,
    onderwerpSoort: 'beschikking',
    onderwerpId: about.id,
    persoonId: about.persoonId,
    op: about.op,
    gegevens,
  })
}

/** Writes what changed to the book, so that a colleague with an older version can be told. */
export async function recordChange(
  work: Work,
  soort: string,
  before: BeschikkingRow,
  changes: Record<string, unknown>,
  op: PlainDate,
): Promise<void> {
  const wijzigingen = changesOf({ ...before }, changes)
  await record(
    work,
    soort,
    { id: before.id, persoonId: before.persoon_id, op },
    { versie: before.versie + 1, wijzigingen },
  )
}

/** When the contact of the person looks how a decision went on; the region's first follow-up term. */
export async function followUpDay(work: Work, from: PlainDate = work.today): Promise<PlainDate> {
  return addTermijn(from, (await getTermijn(work, 'vervolg_1')) as Termijn)
}
