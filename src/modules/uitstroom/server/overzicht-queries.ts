import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import type { listDirecteBemiddelingen, listWoningdoelen } from '../domain/api.ts'
import { protectJaren, protectOverzicht, type Uitgestroomd } from '../domain/overzicht.ts'
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
  const results = jaren.map(({ jaar }, i) => {
    const dag = jaar === laatste ? periode.op : `${jaar}-12-31`
    const afspraak = afspraken.find((one) => one.van <= dag && (one.tot === null || one.tot > dag))
    const aantal = Number(afspraak?.waarde.replace(',', '.') ?? '0')
    return {
      jaar,
      afgesproken: aantal === 0 ? null : Math.round(aantal),
      gerealiseerd: getoond[i]!,
      bron: aantal === 0 ? null : (afspraak?.bron ?? null),
    }
  })
  return listPage(results, query, '-jaar')
}

function listAfspraken(work: Work) {
  return work.db
    .selectFrom('instelling')
    .select(['waarde', 'van', 'tot', 'bron'])
    .where('regio_id', '=', work.regioId)
    .where('code', '=', 'woningen_per_jaar')
    .execute()
}
