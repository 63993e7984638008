import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { notFound } from '../../../shared/rejection.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import type { Eigenwaarde, listParameters, listRekensom } from '../domain/contract.ts'
import { type EigenWaarde, overruled } from '../domain/eigen-waarde.ts'
import { calibrate, type Ijking } from '../domain/ijking.ts'
import type { Ketenfeiten } from '../domain/ketenfeiten.ts'
import { parametersOf } from '../domain/parameters.ts'
import { rekensomOf } from '../domain/rekensom.ts'
import { eenheidVan, soortVan } from '../domain/soorten.ts'
import { readKetenfeiten } from './ketenfeiten.ts'

export const readKleinsteGetal = async (work: Work) =>
  Number((await findInstelling(work, 'kleine_cel')) ?? '8')

/** The calibration of today with the own values of the region in it: what everything that computes starts from. */
export async function readIjking(
  work: Work,
): Promise<{ feiten: Ketenfeiten; ijking: Ijking; kleinsteGetal: number }> {
  const kleinsteGetal = await readKleinsteGetal(work)
  const feiten = await readKetenfeiten(work)
  const ijking = overruled(calibrate(feiten, kleinsteGetal), await listGeldend(work))
  return { feiten, ijking, kleinsteGetal }
}

/** The own values that count now. */
export async function listGeldend(work: Work): Promise<EigenWaarde[]> {
  const { rows } = await sql<{
    id: Id
    parameter: string
    waarde: number
    reden: string
    sinds: PlainDate
    door: string
  }>`
    select e.id, e.parameter, e.waarde::float as waarde, e.reden, e.van as sinds, g.naam as door
    from onderdak.prognose_eigen_waarde e join onderdak.gebruiker g on g.id = e.vastgelegd_door
    where e.regio_id = ${work.regioId} and e.tot is null order by e.parameter`.execute(work.db)
  return rows.map(({ id, parameter, waarde, ...rest }) => ({
    parameter,
    waarde,
    herkomst: { eigenId: id, ...rest },
  }))
}

async function readVersies(work: Work): Promise<ReadonlyMap<string, number>> {
  const rows = await work.db
    .selectFrom('prognose_eigen_waarde')
    .select(['parameter'])
    .select((e) => e.fn.max('versie').as('versie'))
    .where('regio_id', '=', work.regioId)
    .groupBy('parameter')
    .execute()
  return new Map(rows.map(({ parameter, versie }) => [parameter, versie]))
}

async function listAlle(work: Work) {
  const gelezen = await readIjking(work)
  const rijen = parametersOf(gelezen.ijking, gelezen.feiten, await readVersies(work))
  return { ...gelezen, rijen }
}

export async function readParameters(
  work: Work,
  query: z.output<(typeof listParameters)['query']>,
): Promise<z.output<(typeof listParameters)['response']>> {
  const { rijen, ijking, kleinsteGetal } = await listAlle(work)
  return {
    ...listPage(rijen, query, 'volgorde'),
    peildatum: ijking.peildatum,
    begin: ijking.begin,
    kleinsteGetal,
  }
}

export async function readParameter(work: Work, parameter: string) {
  const { rijen } = await listAlle(work)
  const rij = rijen.find(({ id }) => id === parameter)
  if (!rij) return notFound('Deze schatting')
  const { rows } = await sql<Omit<Eigenwaarde, 'eenheid'>>`
    select e.id, e.parameter, e.waarde::float as waarde, e.reden, e.van, g.naam as door, e.tot, b.naam as "beeindigdDoor"
    from onderdak.prognose_eigen_waarde e join onderdak.gebruiker g on g.id = e.vastgelegd_door left join onderdak.gebruiker b on b.id = e.beeindigd_door
    where e.regio_id = ${work.regioId} and e.parameter = ${parameter} order by e.versie desc`.execute(work.db)
  const eenheid = eenheidVan[soortVan(parameter)]
  return { ...rij, geschiedenis: rows.map((een) => ({ ...een, eenheid })) }
}

export async function readRekensom(
  work: Work,
  query: z.output<(typeof listRekensom)['query']>,
): Promise<z.output<(typeof listRekensom)['response']>> {
  const { feiten, ijking } = await readIjking(work)
  return {
    ...listPage(rekensomOf(ijking, feiten), query, 'volgorde'),
    peildatum: ijking.peildatum,
    begin: ijking.begin,
  }
}
