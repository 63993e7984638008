import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import type { Rejection } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { ensureTrajecten } from '../../traject/server/commands.ts'
import type { Stap } from '../domain/contract.ts'
import type { Opening } from './open.ts'

/** Days until the first conversation about the plan, when nobody said otherwise. */
const KENNISMAKING_DAGEN = 7

/**
 * What a start brings about, however it came: the next step, and then the traject of every adult, whose aanspreekpunt is the
 * contact of that step. The aanbieder takes the step over when one of its people records the arrival; else who was
 * responsible stays so.
 */
export async function settleStart(
  work: Work,
  opening: Pick<
    Opening,
    'verblijfId' | 'soort' | 'persoonId' | 'leden' | 'locatie' | 'op' | 'afwijkingReden' | 'verwachtEindeOp'
  > & { readonly plek: { readonly productId: Id } },
  input: {
    stap: Stap | null
    opvolging?: { organisatieId: Id; contactpersoonId: Id } | undefined
    timeOutReden?: string | undefined
  },
): Promise<undefined | Rejection> {
  const { gebruikerId, organisatieId } = work.vrager
  const own = organisatieId !== null && organisatieId === opening.locatie.organisatieId
  await setOpvolging(
    work,
    { persoonId: opening.persoonId },
    {
      ...(own && gebruikerId && { organisatieId, contactpersoonId: gebruikerId }),
      ...input.opvolging,
      volgendeStap: input.stap?.volgendeStap ?? 'Kennismaken en afspraken maken over het verblijf',
      volgendeStapOp: input.stap?.volgendeStapOp ?? addDays(work.today, KENNISMAKING_DAGEN),
    },
  )
  return ensureTrajecten(work, {
    verblijfId: opening.verblijfId,
    soort: opening.soort,
    hoofdId: opening.persoonId,
    leden: opening.leden,
    productId: opening.plek.productId,
    op: opening.op,
    afwijkingReden: opening.afwijkingReden,
    geheimBij: opening.locatie.isGeheim ? opening.locatie.organisatieId : null,
    timeOut:
      input.timeOutReden === undefined
        ? undefined
        : { reden: input.timeOutReden, verwachtTot: opening.verwachtEindeOp },
  })
}
