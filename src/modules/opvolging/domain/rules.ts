import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'

export interface OpenStap {
  readonly status: string
  readonly organisatieId: string
  readonly organisatie: string
}

/** Only the responsible organisation moves the step; the others see it and call. */
export function canChange(
  stap: OpenStap,
  organisatieId: string | null,
): { ok: true } | { ok: false; reden: string } {
  if (stap.status !== 'open')
    return { ok: false, reden: 'Deze opvolging is afgesloten. Begin een nieuwe opvolging als dat nodig is.' }
  if (stap.organisatieId !== organisatieId)
    return {
      ok: false,
      reden: `${stap.organisatie} is verantwoordelijk. Vraag de contactpersoon daar om de stap te wijzigen.`,
    }
  return { ok: true }
}

/** A step further away than this is no step: a person would be out of sight for a year. Rule of the project. */
const verstePlanning = 366

export function refusalOfStap(volgendeStapOp: PlainDate, today: PlainDate): Rejection | undefined {
  if (volgendeStapOp < today)
    return reject('stap_in_verleden', 'De volgende stap moet vandaag of later zijn. Kies een nieuwe datum.', {
      field: 'volgendeStapOp',
      status: 422,
    })
  if (volgendeStapOp > addDays(today, verstePlanning))
    return reject('stap_te_ver', 'Plan de volgende stap binnen een jaar. Kies een eerdere datum.', {
      field: 'volgendeStapOp',
      status: 422,
    })
  return undefined
}

/** Is the coordinator to be told: has the term after the planned day run out without a new step? */
export function isEscalatieNodig(volgendeStapOp: PlainDate, termijn: Termijn, today: PlainDate): boolean {
  return addTermijn(volgendeStapOp, termijn) < today
}
