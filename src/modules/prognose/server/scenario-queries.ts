import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { applyMaatregelen } from '../domain/ingreep.ts'
import { ELDERS } from '../domain/instroom.ts'
import type { listScenarios, Scenario, Scenariorij } from '../domain/scenario-contract.ts'
import { findScenario, findUitgangspunt } from './scenario-store.ts'

type Rij = Omit<Scenariorij, 'gewijzigdOp' | 'vanMij'> & { gewijzigdOp: Date; gemaaktDoorId: Id }

async function listRijen(work: Work): Promise<Rij[]> {
  const { rows } = await sql<Rij>`
    select s.id, s.naam, s.toelichting, u.peildatum, jsonb_array_length(s.maatregelen) as maatregelen, s.is_gedeeld as "isGedeeld", s.indicator,
      g.naam as "gemaaktDoor", s.gemaakt_door as "gemaaktDoorId", s.gewijzigd_op as "gewijzigdOp",
      coalesce((select b.stand from onderdak.berekening b where b.scenario_id = s.id order by b.gemaakt_op desc, b.id desc limit 1), 'nieuw') as stand
    from onderdak.scenario s join onderdak.uitgangspunt u on u.id = s.uitgangspunt_id join onderdak.gebruiker g on g.id = s.gemaakt_door
    where s.regio_id = ${work.regioId} and s.verwijderd_op is null order by s.gewijzigd_op desc, s.id`.execute(
    work.db,
  )
  return rows
}

const toRij = (work: Work, { gemaaktDoorId, gewijzigdOp, ...rij }: Rij): Scenariorij => ({
  ...rij,
  vanMij: gemaaktDoorId === work.vrager.gebruikerId,
  gewijzigdOp: gewijzigdOp.toISOString(),
})

export async function readScenarios(work: Work, query: z.output<(typeof listScenarios)['query']>) {
  const rijen = (await listRijen(work)).map((rij) => toRij(work, rij))
  return listPage(
    rijen.filter(({ indicator }) => query.indicator === undefined || indicator === query.indicator),
    query,
    '-gewijzigdOp',
  )
}

interface BerekeningKort {
  readonly id: Id
  readonly soort: 'vergelijking' | 'gevoeligheid' | 'doel'
  readonly stand: 'bezig' | 'klaar' | 'gestopt' | 'mislukt'
  readonly gemaaktOp: Date
  readonly gemaaktDoor: string
  readonly isActueel: boolean
}

async function listBerekeningen(work: Work, scenarioId: Id): Promise<BerekeningKort[]> {
  const { rows } = await sql<BerekeningKort>`
    select b.id, b.opdracht ->> 'soort' as soort, b.stand, b.gemaakt_op as "gemaaktOp", g.naam as "gemaaktDoor", b.maatregelen = s.maatregelen as "isActueel"
    from onderdak.berekening b join onderdak.scenario s on s.id = b.scenario_id join onderdak.gebruiker g on g.id = b.gemaakt_door
    where b.regio_id = ${work.regioId} and b.scenario_id = ${scenarioId} order by b.gemaakt_op desc, b.id desc limit 50`.execute(
    work.db,
  )
  return rows
}

export async function readScenario(work: Work, id: Id): Promise<Scenario | Rejection> {
  const scenario = await findScenario(work, id)
  const rij = scenario && (await listRijen(work)).find((one) => one.id === id)
  if (!scenario || !rij) return notFound('Dit scenario')
  const punt = await findUitgangspunt(work, scenario.uitgangspuntId)
  const { aannames, fouten } = applyMaatregelen(punt, scenario.maatregelen)
  const inKeten = new Set(punt.model.services.map((service) => service.id))
  const ouder = scenario.kopieVan ? await findScenario(work, scenario.kopieVan) : undefined
  return {
    ...toRij(work, rij),
    versie: scenario.versie,
    jaren: scenario.jaren,
    van: punt.maanden[0]!,
    tot: punt.maanden.at(-1)! as PlainDate,
    controlegetal: scenario.controlegetal,
    maatregelen: [...scenario.maatregelen],
    aannames: [...aannames],
    fouten: [...fouten],
    weggelaten: [...punt.weggelaten],
    producten: punt.producten.map(({ id: productId, naam, domein }) => ({
      id: productId,
      naam,
      domein,
      inKeten: inKeten.has(productId),
    })),
    gemeenten: punt.gemeenten.filter(({ code }) => code !== ELDERS),
    kopieVan: ouder ? { id: ouder.id, naam: ouder.naam } : null,
    berekeningen: (await listBerekeningen(work, id)).map(({ gemaaktOp, ...kort }) => ({
      ...kort,
      gemaaktOp: gemaaktOp.toISOString(),
    })),
  }
}
