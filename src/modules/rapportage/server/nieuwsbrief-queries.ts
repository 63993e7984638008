import { sql } from 'kysely'
import type { z } from 'zod'
import { readAsPublic } from '../../../platform/http/public-route.ts'
import { listPage } from '../../../platform/list-page.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { notFound } from '../../../shared/rejection.ts'
import type { listNieuwsbrieven, Nieuwsbrief } from '../domain/nieuwsbrief-contract.ts'
import { Vastgesteld } from '../domain/vastgesteld.ts'
import { findWoorden } from './queries.ts'
import { toonInhoud } from './tonen.ts'

// Counts only: who reads the nieuwsbrief shows nowhere.

async function findNieuwsbrieven(work: Work): Promise<Nieuwsbrief[]> {
  const { rows } = await sql<Omit<Nieuwsbrief, 'verstuurdOp'> & { verstuurdOp: Date }>`
    select n.id, n.rapportage_id as "rapportageId", n.titel, n.verstuurd_op as "verstuurdOp", g.naam as "verstuurdDoor", n.klaar_op is not null as "isKlaar", count(o.id)::int as totaal,
      count(*) filter (where o.stand = 'verstuurd')::int as verstuurd, count(*) filter (where o.stand in ('wacht', 'bezig'))::int as wacht, count(*) filter (where o.stand = 'mislukt')::int as mislukt,
      count(*) filter (where o.stand = 'onbekend')::int as onbekend, count(*) filter (where o.stand = 'vervallen')::int as vervallen
    from onderdak.nieuwsbrief n join onderdak.gebruiker g on g.id = n.verstuurd_door left join onderdak.nieuwsbrief_ontvanger o on o.nieuwsbrief_id = n.id
    where n.regio_id = ${work.regioId} group by n.id, g.naam order by n.verstuurd_op desc, n.id`.execute(
    work.db,
  )
  return rows.map((rij) => ({ ...rij, verstuurdOp: rij.verstuurdOp.toISOString() }))
}

export async function listNieuwsbriefrijen(work: Work, query: z.output<(typeof listNieuwsbrieven)['query']>) {
  return listPage(await findNieuwsbrieven(work), query, '-verstuurdOp')
}

export async function readNieuwsbriefstand(work: Work) {
  const { rows } = await sql<{ bevestigd: number; aangevraagd: number; bezig: boolean }>`
    select count(*) filter (where status = 'bevestigd')::int as bevestigd, count(*) filter (where status = 'aangevraagd')::int as aangevraagd,
      exists (select 1 from onderdak.nieuwsbrief n where n.regio_id = ${work.regioId} and n.klaar_op is null) as bezig
    from onderdak.nieuwsbriefabonnee where regio_id = ${work.regioId}`.execute(work.db)
  const { rows: klaarliggend } = await sql<{ id: Id; titel: string; vastgesteldOp: PlainDate }>`
    select r.id, r.titel, (r.vastgesteld_op at time zone 'Europe/Amsterdam')::date as "vastgesteldOp" from onderdak.rapportage r
    where r.regio_id = ${work.regioId} and r.soort = 'nieuwsbrief' and r.vastgesteld_op is not null and not exists (select 1 from onderdak.nieuwsbrief n where n.rapportage_id = r.id)
    order by r.vastgesteld_op desc, r.id`.execute(work.db)
  const { bevestigd, aangevraagd, bezig } = rows[0]!
  return { kanMailen: work.mail !== undefined, bevestigd, aangevraagd, isBezig: bezig, klaarliggend }
}

// ── Without an account ─────────────────────────────────────────────────────────────────────────────────────────────

export function findRegioByCode(platform: Platform, code: string) {
  return platform.db.selectFrom('regio').select(['id', 'naam']).where('code', '=', code).executeTakeFirst()
}

/** Regions with a public programma or a nieuwsbrief, with what they sent. */
export async function listOpenRegios(platform: Platform) {
  const regios = await platform.db
    .selectFrom('regio')
    .select(['id', 'code', 'naam'])
    .orderBy('naam')
    .execute()
  const gevonden: {
    code: string
    naam: string
    nieuwsbrieven: { id: Id; titel: string; op: PlainDate }[]
  }[] = []
  for (const { id, code, naam } of regios) {
    const regio = await readAsPublic(platform, id, async (work) => {
      const { rows } = await sql<{ id: Id; titel: string; op: PlainDate }>`
        select n.id, n.titel, (n.verstuurd_op at time zone 'Europe/Amsterdam')::date as op from onderdak.nieuwsbrief n where n.regio_id = ${id} order by n.verstuurd_op desc, n.id`.execute(
        work.db,
      )
      const openbaar = await work.db
        .selectFrom('programma')
        .select('id')
        .where('regio_id', '=', id)
        .where('openbaar_sinds', 'is not', null)
        .executeTakeFirst()
      return { nieuwsbrieven: rows, doetMee: rows.length > 0 || openbaar !== undefined }
    })
    if (regio.doetMee) gevonden.push({ code, naam, nieuwsbrieven: regio.nieuwsbrieven })
  }
  return { kanAanmelden: platform.mail !== undefined, regios: gevonden }
}

export async function readOpenNieuwsbrief(
  platform: Platform,
  { regio: code, id }: { regio: string; id: Id },
) {
  const regio = await findRegioByCode(platform, code)
  if (!regio) return notFound('Deze nieuwsbrief')
  return readAsPublic(platform, regio.id, async (work) => {
    const { rows } = await sql<{ titel: string; op: PlainDate; inhoud: string }>`
      select n.titel, (n.verstuurd_op at time zone 'Europe/Amsterdam')::date as op, r.inhoud from onderdak.nieuwsbrief n join onderdak.rapportage r on r.id = n.rapportage_id
      where n.regio_id = ${regio.id} and n.id = ${id}`.execute(work.db)
    const [rij] = rows
    if (!rij) return notFound('Deze nieuwsbrief')
    const inhouden = Vastgesteld.parse(JSON.parse(rij.inhoud)).blokken.map(({ inhoud }) => inhoud)
    const woorden = await findWoorden(work, inhouden)
    return {
      titel: rij.titel,
      regio: regio.naam,
      op: rij.op,
      blokken: inhouden.map((inhoud) => toonInhoud(inhoud, woorden)),
    }
  })
}
