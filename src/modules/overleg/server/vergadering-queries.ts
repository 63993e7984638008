import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound } from '../../../shared/rejection.ts'
import { stukkenOpVan, vraagtStukken } from '../domain/termijnen.ts'
import type { listVergaderingen, VergaderingDetail, Vergaderingrij } from '../domain/vergadering-contract.ts'
import { rapportnaam } from './overleg-queries.ts'

type Query = z.output<typeof listVergaderingen.query>

export interface Vergaderfeit extends Vergaderingrij {
  readonly overlegSoort: string
  readonly afgelastReden: string | null
  readonly verslag: string | null
  readonly gewijzigdOp: Date
}

/** Every vergadering from a day on, or all of them, by day. */
export async function readVergaderingen(work: Work, vanaf = '1900-01-01'): Promise<Vergaderfeit[]> {
  const { rows } = await sql<Omit<Vergaderfeit, 'stukkenOp'> & { stukkenDagen: number | null }>`
    select v.id, v.overleg_id as "overlegId", o.naam as overleg, o.soort as "overlegSoort", o.stukken_dagen as "stukkenDagen", v.datum, v.begin_om as "beginOm", v.eind_om as "eindOm", v.plaats,
      v.werkbezoek, v.status, v.afgelast_reden as "afgelastReden", v.verslag, v.versie, v.gewijzigd_op as "gewijzigdOp",
      (select count(*)::int from onderdak.vergadering_agendapunt p where p.vergadering_id = v.id) as punten
    from onderdak.vergadering v join onderdak.overleg o on o.id = v.overleg_id
    where v.regio_id = ${work.regioId} and v.datum >= ${vanaf}::date order by v.datum, v.begin_om, o.naam, v.id`.execute(
    work.db,
  )
  return rows.map(({ stukkenDagen, ...rij }) => ({
    ...rij,
    stukkenOp: stukkenOpVan(rij.datum, stukkenDagen),
  }))
}

export async function listRijen(work: Work, query: Query) {
  const rijen = (await readVergaderingen(work)).filter(
    (rij) =>
      (query.overlegId === undefined || rij.overlegId === query.overlegId) &&
      (query.status === undefined || rij.status === query.status) &&
      (query.wanneer === undefined || (query.wanneer === 'komt') === rij.datum >= work.today),
  )
  return listPage(rijen, query, 'datum')
}

export async function readVergadering(
  work: Work,
  id: Id,
): Promise<VergaderingDetail | ReturnType<typeof notFound>> {
  const rij = (await readVergaderingen(work)).find((one) => one.id === id)
  if (!rij) return notFound('Deze vergadering')
  const { rows } = await sql<
    Omit<VergaderingDetail['punten'][number], 'verwijzing'> & {
      activiteit: string | null
      programma: string | null
      rapportSoort: string | null
      rapportPeriode: string
      rapportNiveau: string
    }
  >`
    select p.titel, p.soort, p.is_vast as "isVast", p.toelichting, p.stuk, p.activiteit_id as "activiteitId", p.programma_id as "programmaId", p.rapport_id as "rapportId",
      a.naam as activiteit, g.naam as programma, r.soort as "rapportSoort", r.periode as "rapportPeriode", r.niveau as "rapportNiveau"
    from onderdak.vergadering_agendapunt p left join onderdak.activiteit a on a.id = p.activiteit_id left join onderdak.programma g on g.id = p.programma_id left join onderdak.rapport r on r.id = p.rapport_id
    where p.vergadering_id = ${id} order by p.nummer`.execute(work.db)
  const besluiten = await work.db
    .selectFrom('bestuursbesluit')
    .select(['id', 'nummer', 'titel'])
    .where('regio_id', '=', work.regioId)
    .where('vergadering_id', '=', id)
    .orderBy('nummer')
    .execute()
  return {
    ...rij,
    vraagtStukken: vraagtStukken(rij, work.today),
    punten: rows.map(({ activiteit, programma, rapportSoort, rapportPeriode, rapportNiveau, ...punt }) => ({
      ...punt,
      verwijzing:
        activiteit ??
        programma ??
        (rapportSoort === null ? null : rapportnaam(rapportSoort, rapportPeriode, rapportNiveau)),
    })),
    besluiten: besluiten.map(({ id: besluitId, nummer, titel }) => ({
      id: besluitId,
      naam: `${nummer} ${titel}`,
    })),
  }
}
