import { sql } from 'kysely'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import { isRejection, reject } from '../../../shared/rejection.ts'
import { besluitUitkomsten, sluitredenen } from '../../melding/domain/status.ts'
import { definities } from '../domain/definities.ts'
import { protectVerdeling } from '../domain/verdeling.ts'
import { type EuRouteRij, protectEuRoute } from '../domain/weigeringen.ts'
import { type MaandQuery, readPeriode } from './maand-queries.ts'

const standen: Record<string, string> = { open: 'Open', besloten: 'Besloten', gesloten: 'Gesloten' }
const uitkomsten: Record<string, string> = {
  ...sluitredenen,
  ...besluitUitkomsten,
  nog_geen: 'Nog geen uitkomst',
}

/** Where the route for EU-burgers stands and what came of it (TOE-18). */
export async function readEuRoute(work: Work, query: MaandQuery & { tel: 'samen' | 'maand' }) {
  const stand = await readPeriode(work, query.op)
  if (isRejection(stand)) return stand
  const { rows } = await sql<EuRouteRij>`select c.maand, c.stand, c.uitkomst, c.aantal, c.zichtbaar
    from onderdak.cijfer_eu_route(${stand.van}::date, ${stand.morgen}::date) c order by 1, 2, 3`.execute(
    work.db,
  )
  const named = rows.map((rij) => ({
    ...rij,
    stand: standen[rij.stand] ?? rij.stand,
    uitkomst: uitkomsten[rij.uitkomst] ?? rij.uitkomst,
  }))
  const { perMaand, samen } = protectEuRoute(named, stand.kleinsteGetal)
  const list = query.tel === 'maand' ? listPage(perMaand, query, '-maand') : listPage(samen, query, '-aantal')
  return {
    ...list,
    definitie: definities.eu_route,
    van: stand.van,
    peildatum: stand.op,
    kleinsteGetal: stand.kleinsteGetal,
  }
}

const soorten = { herinstroom: 'Herinstroom', herhaald: 'Opnieuw gemeld' } as const

/** How many people came back how often (TRJ-08). */
export async function readTerugkeer(work: Work, query: MaandQuery & { jaar?: number | undefined }) {
  const stand = await readPeriode(work, query.op)
  if (isRejection(stand)) return stand
  const van = query.jaar ? `${query.jaar}-01-01` : stand.van
  if (van > stand.op)
    return reject('periode_leeg', 'Dit jaar begint na de peildatum. Kies een eerder jaar.', {
      field: 'jaar',
      status: 422,
    })
  const tot = query.jaar && stand.op.slice(0, 4) > van.slice(0, 4) ? `${query.jaar + 1}-01-01` : stand.morgen
  const { rows } = await sql<{
    soort: keyof typeof soorten
    keren: number
    aantal: number
    zichtbaar: boolean
  }>`select c.soort, c.keren, c.aantal, c.zichtbaar
    from onderdak.cijfer_terugkeer(${van}::date, ${tot}::date) c order by 1, 2`.execute(work.db)
  const rijen = protectVerdeling(rows, [(rij) => rij.soort], stand.kleinsteGetal)
  return {
    ...listPage(
      rijen.map((rij) => ({ ...rij, soort: soorten[rij.soort] })),
      query,
      'soort',
    ),
    definitie: definities.terugkeer,
    van,
    peildatum: stand.op,
    kleinsteGetal: stand.kleinsteGetal,
  }
}
