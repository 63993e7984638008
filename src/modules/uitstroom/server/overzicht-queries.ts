import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { findInstelling, listWoningafspraken } from '../../beheer/server/lookup.ts'
import type { listDirecteBemiddelingen, listWoningdoelen, listWoningdoelverdeling } from '../domain/api.ts'
import {
  type Gerealiseerd,
  protectJaren,
  protectOverzicht,
  protectVerdeling,
  type Uitgestroomd,
} from '../domain/overzicht.ts'
import { listGemeenten } from './detail-queries.ts'
import { namesOf } from './keuzes.ts'

/** How many years back the overview goes. */
const JAREN = 5

async function kleinste(work: Work): Promise<number | null> {
  return work.vrager.isSysteem ? null : Number((await findInstelling(work, 'kleine_cel')) ?? '8')
}

function periodeOf(
  work: Work,
  op: PlainDate | undefined,
): { op: PlainDate; van: PlainDate; morgen: PlainDate } | Rejection {
  const dag = op ?? work.today
  if (dag > work.today)
    return reject('peildatum_in_toekomst', `Kies een peildatum tot en met ${formatLong(work.today)}.`, {
      field: 'op',
      status: 422,
    })
  return { op: dag, van: `${Number(dag.slice(0, 4)) - JAREN + 1}-01-01`, morgen: addDays(dag, 1) }
}

/** UIT-04: how many left along which route to where, per year, for the whole region and without persons. */
export async function readDirecteBemiddelingen(
  work: Work,
  query: z.output<(typeof listDirecteBemiddelingen)['query']>,
) {
  const periode = periodeOf(work, query.op)
  if ('rejected' in periode) return periode
  const { rows } = await sql<Uitgestroomd>`
    select c.jaar, c.route, c.bestemming, c.aantal, c.zichtbaar from onderdak.cijfer_uitstroom(${periode.van}::date, ${periode.morgen}::date) c order by 1, 2, 3`.execute(
    work.db,
  )
  const min = await kleinste(work)
  const routes = await namesOf(work, 'uitstroomroute')
  const bestemmingen = await namesOf(work, 'bestemming')
  const { rijen, perRoute } = protectOverzicht(rows, min)
  const naam = (code: string) => routes.get(code) ?? code
  const shown = rijen
    .filter((one) => query.route === undefined || one.route === query.route)
    .map((one) => ({
      ...one,
      route: naam(one.route),
      bestemming: bestemmingen.get(one.bestemming) ?? one.bestemming,
    }))
  return {
    ...listPage(shown, query, '-jaar'),
    op: periode.op,
    kleinsteGetal: min,
    routes: [...routes].map(([code, tekst]) => ({ code, naam: tekst })),
    perRoute: perRoute.map((one) => ({ ...one, route: naam(one.route) })),
  }
}

/** UIT-08: homes per year beside the prestatieafspraken that held at the end of the year, or now. */
export async function readWoningdoelen(work: Work, query: z.output<(typeof listWoningdoelen)['query']>) {
  const periode = periodeOf(work, query.op)
  if ('rejected' in periode) return periode
  const { rows } = await sql<{ jaar: number; aantal: number; zichtbaar: boolean }>`
    select c.jaar, c.aantal, c.zichtbaar from onderdak.cijfer_woningen(${periode.van}::date, ${periode.morgen}::date) c order by 1`.execute(
    work.db,
  )
  const laatste = Number(periode.op.slice(0, 4))
  const jaren = Array.from({ length: JAREN }, (_, i) => laatste - i).map(
    (jaar) => rows.find((row) => row.jaar === jaar) ?? { jaar, aantal: 0, zichtbaar: true },
  )
  const getoond = protectJaren(jaren, await kleinste(work))
  const afspraken = await listAfspraken(work)
  const perCorporatie = await listWoningafspraken(work)
  const results = jaren.map(({ jaar }, i) => ({
    jaar,
    ...afgesprokenOp(peildagIn(jaar, periode.op), afspraken, perCorporatie),
    gerealiseerd: getoond[i]!,
  }))
  return listPage(results, query, '-jaar')
}

/** UIT-08: the same per gemeente and corporatie, with every agreement that held at the end of the year, or now. */
export async function readWoningdoelverdeling(
  work: Work,
  query: z.output<(typeof listWoningdoelverdeling)['query']>,
) {
  const periode = periodeOf(work, query.op)
  if ('rejected' in periode) return periode
  const { rows } = await sql<Gerealiseerd>`
    select c.jaar, c.gemeente_code as "gemeenteCode", c.corporatie_id as "corporatieId", c.aantal, c.zichtbaar
    from onderdak.cijfer_woningverdeling(${periode.van}::date, ${periode.morgen}::date) c order by 1, 2, 3`.execute(
    work.db,
  )
  const afspraken = await listWoningafspraken(work)
  const min = await kleinste(work)
  const gemeenten = await listGemeenten(work)
  const corporaties = await listCorporaties(work)
  const laatste = Number(periode.op.slice(0, 4))
  const results = Array.from({ length: JAREN }, (_, i) => laatste - i).flatMap((jaar) => {
    const geldig = afspraken.filter((one) => geldtOp(one, peildagIn(jaar, periode.op)))
    const vanJaar = rows.filter((row) => row.jaar === jaar)
    return protectVerdeling(vanJaar, geldig, min).map((one) => ({
      jaar,
      gemeente: gemeenten.get(one.gemeenteCode) ?? one.gemeenteCode,
      corporatie: one.corporatieId === null ? null : (corporaties.get(one.corporatieId) ?? 'Onbekend'),
      afgesproken: one.afspraak?.aantal ?? null,
      gerealiseerd: one.aantal,
      bron: one.afspraak?.bron ?? null,
    }))
  })
  return listPage(results, query, '-jaar')
}

async function listCorporaties(work: Work): Promise<ReadonlyMap<string, string>> {
  const rows = await work.db
    .selectFrom('organisatie')
    .select(['id', 'naam'])
    .where('regio_id', '=', work.regioId)
    .execute()
  return new Map(rows.map((row) => [row.id, row.naam]))
}

/** An agreement counts for a year as it was at its end; for the year of now as it is on the day that is asked. */
const peildagIn = (jaar: number, op: PlainDate) => (String(jaar) === op.slice(0, 4) ? op : `${jaar}-12-31`)

const geldtOp = (one: { van: PlainDate; tot: PlainDate | null }, dag: PlainDate) =>
  one.van <= dag && (one.tot === null || one.tot > dag)

/** What corporaties agreed to together; without that the one number of the region. */
function afgesprokenOp(
  dag: PlainDate,
  regio: Awaited<ReturnType<typeof listAfspraken>>,
  perCorporatie: Awaited<ReturnType<typeof listWoningafspraken>>,
): { afgesproken: number | null; bron: string | null } {
  const delen = perCorporatie.filter((one) => geldtOp(one, dag))
  if (delen.length > 0)
    return {
      afgesproken: delen.reduce((som, one) => som + one.aantal, 0),
      bron: `${delen.length === 1 ? '1 woningafspraak' : `${delen.length} woningafspraken`} met corporaties`,
    }
  const afspraak = regio.find((one) => geldtOp(one, dag))
  const aantal = Number(afspraak?.waarde.replace(',', '.') ?? '0')
  return aantal === 0
    ? { afgesproken: null, bron: null }
    : { afgesproken: Math.round(aantal), bron: afspraak?.bron ?? null }
}

function listAfspraken(work: Work) {
  return work.db
    .selectFrom('instelling')
    .select(['waarde', 'van', 'tot', 'bron'])
    .where('regio_id', '=', work.regioId)
    .where('code', '=', 'woningen_per_jaar')
    .execute()
}
