import { changesOf, conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { canMove, type Overbrugging, openStatussen, type risicos, type Status } from '../domain/rules.ts'
import { reviewNietPlaatsbaar } from './niet-plaatsbaar.ts'
import { findFaults } from './place-commands.ts'
import {
  insertWachtcontact,
  lockWachtlijstplaatsing,
  updateLocked,
  type WachtlijstplaatsingRow,
} from './store.ts'
import { dueOn } from './termijnen.ts'

export interface Seen {
  readonly id: Id
  /** Version that the editor saw. */
  readonly versie: number
}

/** An open row, locked, at the version that the editor saw. */
export async function lockOpen(work: Work, input: Seen): Promise<WachtlijstplaatsingRow | Rejection> {
  const row = await lockWachtlijstplaatsing(work, input.id)
  if (!row) return notFound('Deze regel van de wachtlijst')
  work.saw(row.persoon_id)
  if (row.versie !== input.versie) return conflict(work, 'wachtlijstplaatsing', row.id, input.versie)
  if (!openStatussen.some((status) => status === row.status))
    return reject('wacht_niet_meer', 'Deze persoon wacht niet meer. Bekijk de regel opnieuw.')
  return row
}

export interface Wijziging extends Seen {
  readonly gemeenteCode?: string | null | undefined
  readonly gemeenteOnbekendReden?: string | null | undefined
  readonly voorkeurLocatieId?: Id | null | undefined
  readonly vereisteKenmerken?: readonly string[] | undefined
  readonly clientprofiel?: string | null | undefined
  readonly personen?: number | undefined
  readonly kinderen?: number | undefined
  readonly wachtreden?: string | undefined
  readonly eigenschappen?: readonly string[] | undefined
  readonly overbrugging?: Overbrugging | undefined
  readonly overbruggingToelichting?: string | null | undefined
  readonly status?: 'wachtend' | 'opgeschort' | undefined
}

/** Changes what was stated; left out stays as it was. The clocks do not move, so the rank changes only through the rules. */
export async function changeWachtlijstplaatsing(
  work: Work,
  input: Wijziging,
): Promise<{ versie: number } | Rejection> {
  const row = await lockOpen(work, input)
  if (isRejection(row)) return row
  if (input.status !== undefined && input.status !== row.status) {
    const kan = canMove(row.status as Status, input.status)
    if (!kan.ok) return reject('stand_laat_dit_niet_toe', kan.reden, { field: 'status' })
  }
  const after = merge(row, input)
  const faults = await findFaults(work, {
    gemeenteCode: after.gemeente_code,
    gemeenteOnbekendReden: after.gemeente_onbekend_reden,
    overbrugging: after.overbrugging as Overbrugging,
    overbruggingToelichting: after.overbrugging_toelichting,
    wachtreden: after.wachtreden,
    clientprofiel: after.clientprofiel,
    vereisteKenmerken: after.vereiste_kenmerken,
  })
  if (after.kinderen >= after.personen)
    faults.push({
      field: 'kinderen',
      message: 'Er is minstens één volwassene. Pas het aantal kinderen of personen aan.',
    })
  if (faults.length > 0) return reject('invoer_onjuist', faults[0]!.message, { faults, status: 422 })
  const versie = await updateLocked(work, row, after)
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'WachtlijstplaatsingGewijzigd',
    onderwerpSoort: 'wachtlijstplaatsing',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie, wijzigingen: changesOf({ ...row }, after) },
  })
  await reviewNietPlaatsbaar(work, { ...row, ...after, versie })
  return { versie }
}

/** The row after a change: `undefined` means unchanged, `null` means emptied. */
function merge(row: WachtlijstplaatsingRow, input: Wijziging) {
  const keep = <T>(value: T | undefined, old: T): T => (value === undefined ? old : value)
  const gemeente_code = keep(input.gemeenteCode, row.gemeente_code)
  return {
    gemeente_code,
    gemeente_onbekend_reden: gemeente_code
      ? null
      : keep(input.gemeenteOnbekendReden, row.gemeente_onbekend_reden),
    voorkeur_locatie_id: keep(input.voorkeurLocatieId, row.voorkeur_locatie_id),
    vereiste_kenmerken: input.vereisteKenmerken
      ? [...new Set(input.vereisteKenmerken)].sort()
      : row.vereiste_kenmerken,
    clientprofiel: keep(input.clientprofiel, row.clientprofiel),
    personen: keep(input.personen, row.personen),
    kinderen: keep(input.kinderen, row.kinderen),
    wachtreden: keep(input.wachtreden, row.wachtreden),
    eigenschappen: input.eigenschappen ? [...new Set(input.eigenschappen)].sort() : row.eigenschappen,
    overbrugging: keep(input.overbrugging, row.overbrugging as Overbrugging),
    overbrugging_toelichting:
      keep(input.overbruggingToelichting, row.overbrugging_toelichting)?.trim() || null,
    status: keep(input.status, row.status as 'wachtend' | 'opgeschort'),
  }
}

/**
 * Contact while waiting (WL-06, WL-08). Still waiting: asked again after the term of the region, or sooner when agreed.
 * No longer waiting: nothing ends by itself; a named person ends it with a reason, and until then it is today's work.
 */
export async function recordWachtcontact(
  work: Work,
  input: Seen & {
    op: PlainDate
    wachtNog: boolean
    risico: keyof typeof risicos
    uitkomst: string
    volgendeControleOp?: PlainDate | null | undefined
  },
): Promise<{ versie: number } | Rejection> {
  const row = await lockOpen(work, input)
  if (isRejection(row)) return row
  if (input.op > work.today || input.op < row.gemeld_op)
    return reject('dag_onmogelijk', 'Kies een dag tussen de melding en vandaag.', {
      field: 'op',
      status: 422,
    })
  const gewoon = await dueOn(work, 'wachtlijst_bevestigen', input.op)
  const volgende = input.volgendeControleOp ?? gewoon
  if (volgende <= work.today || volgende > gewoon)
    return reject(
      'controle_onmogelijk',
      'Kies een dag na vandaag, en niet later dan de gewone termijn voor opnieuw bevestigen.',
      { field: 'volgendeControleOp', status: 422 },
    )
  await insertWachtcontact(work, {
    wachtlijstplaatsing_id: row.id,
    persoon_id: row.persoon_id,
    op: input.op,
    wacht_nog: input.wachtNog,
    risico: input.risico,
    uitkomst: input.uitkomst,
    volgende_controle_op: input.volgendeControleOp ?? null,
  })
  const bevestigd = input.wachtNog && input.op > row.laatst_bevestigd_op ? input.op : row.laatst_bevestigd_op
  const bevestigen_voor = input.wachtNog ? volgende : row.bevestigen_voor
  const versie = await updateLocked(work, row, { laatst_bevestigd_op: bevestigd, bevestigen_voor })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'WachtcontactVastgelegd',
    onderwerpSoort: 'wachtlijstplaatsing',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: {
      versie,
      wachtNog: input.wachtNog,
      risico: input.risico,
      wijzigingen: { bevestigenVoor: [row.bevestigen_voor, bevestigen_voor] },
    },
  })
  await setOpvolging(
    work,
    { persoonId: row.persoon_id },
    input.wachtNog
      ? {
          volgendeStap:
            input.risico === 'geen'
              ? 'Vragen of deze persoon nog wacht'
              : 'Contact opnemen vanwege een risico tijdens het wachten',
          volgendeStapOp: volgende,
        }
      : {
          volgendeStap: 'Zegt niet meer te wachten: beslissen of het wachten eindigt',
          volgendeStapOp: work.today,
        },
  )
  return { versie }
}
