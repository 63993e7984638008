import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { WlzStapInvoer, WlzStartInvoer } from '../domain/contract.ts'
import { checkStapdag } from '../domain/rules.ts'
import { canWlz, type WlzToestand } from '../domain/toestanden.ts'
import { recordStap } from './boek.ts'
import { lockVoor } from './lock.ts'
import { insertWlzRoute, updateRoute, updateTraject } from './store.ts'

type Gedaan = { id: Id; versie: number }

/** Someone may need care from the Wlz: the route begins with the signal, also before an aanvraag (TRJ-11). */
export async function signalWlz(
  work: Work,
  input: WlzStartInvoer & { readonly trajectId: Id },
): Promise<Gedaan | Rejection> {
  const locked = await lockVoor(work, input, null)
  if (isRejection(locked)) return locked
  const { row } = locked
  const refused = checkStapdag(input.op, work.today, {
    voor: row.begonnen_op,
    wat: 'Het traject begon op',
  })
  if (refused) return refused
  const failed = await insertWlzRoute(work, {
    id: work.newId(),
    traject_id: row.id,
    persoon_id: row.persoon_id,
    status: 'signaal',
    signaal_op: input.op,
    signaal: input.signaal,
  })
  if (failed) return failed
  const versie = await updateTraject(work, row)
  if (isRejection(versie)) return versie
  await recordStap(work, 'WlzSignaal', {
    trajectId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { versie, wijzigingen: { wlzRoute: [null, 'signaal'] } },
  })
  return { id: row.id, versie }
}

/** Aanvraag with the cliënt, CIZ, decision, or stop; each with its day. */
export async function stepWlz(
  work: Work,
  input: WlzStapInvoer & { readonly routeId: Id },
): Promise<Gedaan | Rejection> {
  const row = await work.db
    .selectFrom('wlz_route')
    .selectAll()
    .where('id', '=', input.routeId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound('Deze route')
  work.saw(row.persoon_id)
  if (row.versie !== input.versie) return conflict(work, 'wlz_route', row.id, input.versie)
  const mag = canWlz(row.status as WlzToestand, input.naar)
  if (!mag.ok) return reject('kan_nu_niet', mag.reden, { field: 'naar' })
  const refused = checkStapdag(input.op, work.today, {
    voor: row.bij_ciz_op ?? row.aangevraagd_op ?? row.signaal_op,
    wat: 'De vorige stap was op',
  })
  if (refused) return refused
  const versie = await updateRoute(work, 'wlz_route', row, { status: input.naar, ...wlzValues(input) })
  await work.record({
    soort: 'WlzStap',
    onderwerpSoort: 'wlz_route',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { versie, status: input.naar, wijzigingen: { status: [row.status, input.naar] } },
  })
  return { id: row.id, versie }
}

function wlzValues(input: WlzStapInvoer) {
  const toelichting = input.toelichting || null
  switch (input.naar) {
    case 'aangevraagd':
      return { aangevraagd_op: input.op, met_client: input.metClient, toelichting }
    case 'bij_ciz':
      return { bij_ciz_op: input.op, toelichting }
    case 'toegekend':
      return {
        besloten_op: input.op,
        wlz_vanaf: input.wlzVanaf,
        wmo_einde_op: input.wmoEindeOp,
        toelichting,
      }
    default:
      return { besloten_op: input.op, toelichting }
  }
}
