import type { Kan } from './rules.ts'

interface Stand {
  readonly status: string
  readonly weigerZijde: string | null
  readonly bezwaarOp: string | null
  readonly bezwaarUitkomst: string | null
}

/** One objection, against a refusal by the aanbieder. */
export function canRaiseBezwaar(stand: Stand): Kan {
  if (stand.status !== 'geweigerd' || stand.weigerZijde !== 'aanbieder')
    return { ok: false, reden: 'Bezwaar kan alleen tegen een weigering door de aanbieder.' }
  if (stand.bezwaarOp !== null) return { ok: false, reden: 'Tegen deze weigering is al bezwaar gemaakt.' }
  return { ok: true }
}

/** Nobody decides about the refusal of the own organisation. */
export function canDecideBezwaar(stand: Stand, eigenWeigering: boolean): Kan {
  if (stand.bezwaarOp === null) return { ok: false, reden: 'Er is geen bezwaar om over te beslissen.' }
  if (stand.bezwaarUitkomst !== null) return { ok: false, reden: 'Over dit bezwaar is al beslist.' }
  if (eigenWeigering)
    return { ok: false, reden: 'Over een weigering van uw eigen organisatie beslist iemand anders.' }
  return { ok: true }
}
