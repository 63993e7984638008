import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { UitstroomDetail } from '../domain/api.ts'
import { nabij, namesOf } from './keuzes.ts'

export async function listContracten(
  work: Work,
  dossiers: readonly Id[],
): Promise<UitstroomDetail['contracten']> {
  const typen = await namesOf(work, 'woningtype')
  const tot = await nabij(work, 'omklap_waarschuwing')
  const rows = await work.db
    .selectFrom('huurcontract as c')
    .innerJoin('gemeente as g', 'g.code', 'c.gemeente_code')
    .select(['c.id', 'c.soort', 'c.status', 'c.woningtype', 'g.naam as gemeente', 'c.afspraken', 'c.versie'])
    .select(['c.begonnen_op as begonnenOp', 'c.evaluatie_op as evaluatieOp', 'c.omklap_op as omklapOp'])
    .select(['c.omgezet_op as omgezetOp', 'c.geeindigd_op as geeindigdOp', 'c.eindreden'])
    .select(
      sql<
        { rol: 'verhuurder'; naam: string }[]
      >`(select jsonb_agg(jsonb_build_object('rol', p.rol, 'naam', p.naam) order by p.rol desc, p.naam) from onderdak.huurcontract_partij p where p.contract_id = c.id)`.as(
        'partijen',
      ),
    )
    .where('c.persoon_id', 'in', [...dossiers])
    .orderBy('c.begonnen_op', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  const terugblikken = await listTerugblikken(
    work,
    rows.map((row) => row.id),
  )
  return rows.map(({ status, ...row }) => ({
    ...row,
    terugblikken: terugblikken
      .filter((een) => een.contractId === row.id)
      .map(({ op, tekst }) => ({ op, tekst })),
    soort: row.soort as 'woonzorgcontract',
    toestand: status as 'lopend',
    woningtype: typen.get(row.woningtype) ?? row.woningtype,
    partijen: row.partijen ?? [],
    omklapNabij: status === 'lopend' && row.omklapOp !== null && row.omklapOp <= tot,
  }))
}

/** The words of a step of a contract stand in the book only. */
async function listTerugblikken(work: Work, contractIds: readonly Id[]) {
  if (contractIds.length === 0) return []
  return work.db
    .selectFrom('gebeurtenis')
    .select(['onderwerp_id as contractId', 'op', sql<string>`gegevens ->> 'toelichting'`.as('tekst')])
    .where('onderwerp_soort', '=', 'huurcontract')
    .where('onderwerp_id', 'in', [...contractIds])
    .where('soort', 'in', ['ContractGeevalueerd', 'ContractOmgezet'])
    .where(sql<boolean>`gegevens ->> 'toelichting' is not null`)
    .orderBy('op', 'desc')
    .orderBy('vastgelegd_op', 'desc')
    .execute()
}
