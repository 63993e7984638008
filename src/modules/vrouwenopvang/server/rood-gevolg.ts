import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { withdrawVoorstel } from '../../voorstel/server/commands.ts'
import { suspendWachten } from '../../wachtlijst/server/commands.ts'
import { endRoute } from './route-commands.ts'

/** What the aanbieder reads as well: it says nothing of violence or a code. */
export const redenVoorstelEinde = 'Opvang in deze regio kan nu niet'
const redenRouteEinde = 'De code is nu rood: de cliënt gaat naar een noodbed elders'
const stap = 'Noodbed elders in het land regelen. In de regio loopt geen voorstel en geen wachten meer'

interface Wie {
  readonly persoon_id: Id
}

/**
 * Code rood ends the way in the region (VO-02): a voorstel is withdrawn, the waiting is suspended with its clocks kept, and
 * a route in the own gemeenten for which no place was found lapses. The same persons as the database refuses
 * (`vo_code_rood_elders`): the newest code is rood, nobody decided otherwise and the bed elsewhere did not end. Of a
 * household all of it, as it is placed as a whole. Run as the system; safe to run again. Returns how many persons.
 */
export async function stopRegioroutes(work: Work, input: { meldingId?: Id } = {}): Promise<number> {
  const personen = await listCodeRood(work, input.meldingId)
  let aantal = 0
  for (const { persoon_id } of personen) if (await stopRegioroute(work, persoon_id)) aantal++
  return aantal
}

async function listCodeRood(work: Work, meldingId: Id | undefined): Promise<Wie[]> {
  const van = meldingId
    ? sql`and coalesce(p.samengevoegd_in, p.id) = (select coalesce(q.samengevoegd_in, q.id) from onderdak.melding y join onderdak.persoon q on q.id = y.persoon_id where y.id = ${meldingId}::uuid)`
    : sql``
  const { rows } = await sql<Wie>`
    select n.persoon_id from (
      select distinct on (coalesce(p.samengevoegd_in, p.id)) coalesce(p.samengevoegd_in, p.id) as persoon_id, m.id, m.vo_code
      from onderdak.melding m join onderdak.persoon p on p.id = m.persoon_id
      where m.regio_id = ${work.regioId}::uuid and m.vo_code is not null ${van}
      order by coalesce(p.samengevoegd_in, p.id), m.meldingsdatum desc, m.id desc) n
    where n.vo_code = 'rood' and not exists (select 1 from onderdak.vo_rood_afwijking a where a.melding_id = n.id)
      and not exists (select 1 from onderdak.vo_route r where r.melding_id = n.id and r.status = 'beeindigd')
    order by n.persoon_id`.execute(work.db)
  return rows
}

/** True when something was ended. */
async function stopRegioroute(work: Work, persoonId: Id): Promise<boolean> {
  const ended = [
    ...(await stopVoorstellen(work, persoonId)),
    ...(await stopWachten(work, persoonId)),
    ...(await stopRoutes(work, persoonId)),
  ]
  if (ended.length === 0) return false
  for (const id of new Set([persoonId, ...ended]))
    await setOpvolging(work, { persoonId: id }, { volgendeStap: stap, volgendeStapOp: work.today })
  return true
}

/** In their own name or that of the household to which this person belongs today. */
const vanWie = (
  work: Work,
  persoonId: Id,
) => sql<boolean>`(x.persoon_id in (select q.id from onderdak.persoon q where ${persoonId}::uuid in (q.id, q.samengevoegd_in))
  or x.huishouden_id in (select l.huishouden_id from onderdak.huishouden_lid l join onderdak.persoon q on q.id = l.persoon_id
    where ${persoonId}::uuid in (q.id, q.samengevoegd_in) and (l.tot is null or l.tot > ${work.today}::date)))`

async function stopVoorstellen(work: Work, persoonId: Id): Promise<Id[]> {
  const rows = await work.db
    .selectFrom('plaatsingsvoorstel as x')
    .select(['x.id', 'x.versie', 'x.persoon_id'])
    .where('x.regio_id', '=', work.regioId)
    .where('x.status', 'in', ['voorgesteld', 'aanvaard'])
    .where(vanWie(work, persoonId))
    .orderBy('x.id')
    .forUpdate()
    .execute()
  for (const row of rows) {
    const done = await withdrawVoorstel(work, {
      voorstelId: row.id,
      versie: row.versie,
      reden: redenVoorstelEinde,
    })
    if (isRejection(done)) throw new Error(`voorstel ${row.id} cannot end by code rood: ${done.code}`)
  }
  return rows.map((row) => row.persoon_id)
}

async function stopWachten(work: Work, persoonId: Id): Promise<Id[]> {
  const rows = await work.db
    .selectFrom('wachtlijstplaatsing as x')
    .select(['x.id', 'x.persoon_id'])
    .where('x.regio_id', '=', work.regioId)
    .where('x.status', '=', 'wachtend')
    .where(vanWie(work, persoonId))
    .orderBy('x.id')
    .execute()
  for (const row of rows) {
    const done = await suspendWachten(work, { wachtlijstplaatsingId: row.id })
    if (isRejection(done)) throw new Error(`wachtlijstplaatsing ${row.id} cannot be suspended: ${done.code}`)
  }
  return rows.map((row) => row.persoon_id)
}

async function stopRoutes(work: Work, persoonId: Id): Promise<Id[]> {
  const rows = await work.db
    .selectFrom('vo_route as x')
    .innerJoin('persoon as p', 'p.id', 'x.persoon_id')
    .select(['x.id', 'x.versie', 'x.persoon_id'])
    .where('x.regio_id', '=', work.regioId)
    .where('x.status', '=', 'te_regelen')
    .where('x.code', '<>', 'rood')
    .where((e) => e.or([e('p.id', '=', persoonId), e('p.samengevoegd_in', '=', persoonId)]))
    .orderBy('x.id')
    .execute()
  for (const row of rows) {
    const done = await endRoute(work, {
      routeId: row.id,
      versie: row.versie,
      op: work.today,
      reden: redenRouteEinde,
    })
    if (isRejection(done)) throw new Error(`vo_route ${row.id} cannot end by code rood: ${done.code}`)
  }
  return rows.map((row) => row.persoon_id)
}
