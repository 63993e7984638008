import { sql } from 'kysely'
import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addMonths, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import { endJeugddelingen } from '../../delen/server/commands.ts'
import type { AchttienStapInvoer, JeugdwetInvoer } from '../domain/contract.ts'
import { achttienDagen, checkStapdag } from '../domain/rules.ts'
import { type AchttienToestand, canAchttien } from '../domain/toestanden.ts'
import { recordBegin } from './boek.ts'
import { insertAchttienRoute, insertTrajecten, updateRoute } from './store.ts'

type Gedaan = { id: Id; versie: number }

/** Plan for after 18, handing over warmly, or not needed (TRJ-12). */
export async function stepAchttien(
  work: Work,
  input: AchttienStapInvoer & { readonly routeId: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockRoute(work, input)
  if (isRejection(row)) return row
  const mag = canAchttien(row.status as AchttienToestand, input.naar)
  if (!mag.ok) return reject('kan_nu_niet', mag.reden, { field: 'naar' })
  const refused = checkStapdag(
    input.op,
    work.today,
    row.plan_op ? { voor: row.plan_op, wat: 'Het plan was klaar op' } : null,
  )
  if (refused) return refused
  const geenAntwoord = checkJeugdwet(row, input)
  if (geenAntwoord) return geenAntwoord
  const afspraken = input.afspraken || row.afspraken
  const versie = await updateRoute(work, 'achttien_route', row, {
    ...(input.naar === 'plan_gemaakt'
      ? { status: input.naar, plan_op: input.op, vervolg: input.vervolg, afspraken }
      : { status: input.naar, afgerond_op: input.op, afspraken }),
    ...(input.jeugdwet && {
      jeugdwet_antwoord: input.jeugdwet,
      jeugdwet_vorm: input.jeugdwetVorm,
      jeugdwet_op: input.op,
    }),
  })
  if (input.jeugdwet === 'geweigerd') await endJeugddelingen(work, row.persoon_id)
  await work.record({
    soort: 'AchttienStap',
    onderwerpSoort: 'achttien_route',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { versie, status: input.naar, wijzigingen: { status: [row.status, input.naar] } },
  })
  return { id: row.id, versie }
}

async function lockRoute(work: Work, input: { readonly routeId: Id; readonly versie: number }) {
  const row = await work.db
    .selectFrom('achttien_route')
    .selectAll()
    .where('id', '=', input.routeId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound('Deze route')
  work.saw(row.persoon_id)
  if (row.versie !== input.versie) return conflict(work, 'achttien_route', row.id, input.versie)
  return row
}

/** Help under the Wmo builds on what is known from before: then the client is asked whether that may be used (art. 5.1.1 lid 4). */
function checkJeugdwet(
  row: { readonly vervolg: string | null; readonly jeugdwet_antwoord: string | null },
  input: AchttienStapInvoer,
): Rejection | undefined {
  const vervolg = input.naar === 'plan_gemaakt' ? input.vervolg : row.vervolg
  if (input.naar === 'niet_nodig' || vervolg !== 'wmo' || input.jeugdwet || row.jeugdwet_antwoord)
    return undefined
  return reject(
    'jeugdwet_toestemming_vragen',
    'Vraag de cliënt of gegevens van voor 18 jaar gebruikt en doorgegeven mogen worden. Dat mag alleen met uitdrukkelijke toestemming (Wmo 2015 art. 5.1.1 lid 4).',
    { field: 'jeugdwet', status: 422 },
  )
}

/** The client answers later, or takes the consent back: that is as easy as giving it. What was shared on it stops. */
export async function answerJeugdwet(
  work: Work,
  input: JeugdwetInvoer & { readonly routeId: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockRoute(work, input)
  if (isRejection(row)) return row
  const refused = checkStapdag(
    input.op,
    work.today,
    row.jeugdwet_op ? { voor: row.jeugdwet_op, wat: 'Het vorige antwoord is van' } : null,
  )
  if (refused) return refused
  const versie = await updateRoute(work, 'achttien_route', row, {
    jeugdwet_antwoord: input.antwoord,
    jeugdwet_vorm: input.vorm,
    jeugdwet_op: input.op,
  })
  const gestopt = input.antwoord === 'geweigerd' ? await endJeugddelingen(work, row.persoon_id) : 0
  await work.record({
    soort: 'JeugdwetBeantwoord',
    onderwerpSoort: 'achttien_route',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { versie, gestopt, wijzigingen: { jeugdwet: [row.jeugdwet_antwoord, input.antwoord] } },
  })
  return { id: row.id, versie }
}

/** Months before the plan must be there in which the task already shows. */
const VOORAF_MAANDEN = 3

interface Jongere {
  readonly persoonId: Id
  readonly geboortedatum: PlainDate
  readonly trajectId: Id | null
  readonly hoofdId: Id
}

/**
 * Job: whoever turns 18 and is known to the chain gets a route with a day on which the plan must be there, and a traject of
 * the own when there is none yet. Run as the system. Returns how many routes began.
 */
export async function planAchttienRoutes(work: Work): Promise<number> {
  const leeftijd = Number((await findInstelling(work, 'achttien_leeftijd'))?.replace(',', '.') ?? '17')
  const uiterlijk = addMonths(work.today, Math.round((18 - leeftijd) * 12) + VOORAF_MAANDEN)
  const { rows } = await sql<Jongere>`
    select p.id as "persoonId", p.geboortedatum, t.id as "trajectId",
      coalesce((select o.persoon_id from onderdak.opvolging o where o.persoon_id = p.id and o.status = 'open'), v.persoon_id) as "hoofdId"
    from onderdak.persoon p
      left join onderdak.traject t on t.persoon_id = p.id and t.geeindigd_op is null
      left join onderdak.verblijf_persoon x on x.persoon_id = p.id and x.soort = 'hoofd' and x.tot is null
      left join onderdak.verblijf v on v.id = x.verblijf_id
    where p.regio_id = ${work.regioId}::uuid and p.samengevoegd_in is null and p.overleden_op is null
      and p.geboortedatum > (${work.today}::date - interval '18 years')::date and p.geboortedatum <= (${uiterlijk}::date - interval '18 years')::date
      and not exists (select 1 from onderdak.achttien_route a where a.persoon_id = p.id)
      and (t.id is not null or exists (select 1 from onderdak.opvolging o where o.persoon_id = coalesce(v.persoon_id, p.id) and o.status = 'open'))
    order by p.id`.execute(work.db)
  let aantal = 0
  for (const jongere of rows) if (await planRoute(work, jongere, leeftijd)) aantal++
  return aantal
}

async function planRoute(work: Work, jongere: Jongere, leeftijd: number): Promise<boolean> {
  const trajectId = jongere.trajectId ?? (await beginEigenTraject(work, jongere))
  if (!trajectId) return false
  const dagen = achttienDagen(jongere.geboortedatum, leeftijd)
  const id = await insertAchttienRoute(work, { trajectId, persoonId: jongere.persoonId, ...dagen })
  if (!id) return false
  await work.record({
    soort: 'AchttienRouteBegonnen',
    onderwerpSoort: 'achttien_route',
    onderwerpId: id,
    persoonId: jongere.persoonId,
    op: work.today,
    gegevens: { versie: 1, ...dagen },
  })
  return true
}

async function beginEigenTraject(work: Work, jongere: Jongere): Promise<Id | undefined> {
  const [begonnen] = await insertTrajecten(
    work,
    [{ id: work.newId(), persoonId: jongere.persoonId, op: work.today, fase: null, productId: null }],
    { aanleiding: 'achttien', hoofdId: jongere.hoofdId },
  )
  if (begonnen) await recordBegin(work, begonnen, { op: work.today })
  return begonnen?.id
}
