import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { notFound } from '../../../shared/rejection.ts'
import type * as contract from '../domain/contract.ts'
import { indicatornamen } from '../domain/indicatornamen.ts'
import type { listVerhaalbeheer, listVerhalen, Verhaal } from '../domain/verhaal-contract.ts'
import { findBronwaarden, findDuidingen, findVerteld } from './lookup.ts'

type Query<E extends { query: z.ZodType }> = z.output<E['query']>

export async function listDuidingRijen(work: Work, query: Query<typeof contract.listDuidingen>) {
  return listPage(await findDuidingen(work, query), query, '-maand')
}

export async function listBronRijen(work: Work, query: Query<typeof contract.listBronwaarden>) {
  return listPage(await findBronwaarden(work, query), query, 'onderwerp')
}

export async function listVerteld(work: Work, query: Query<typeof listVerhalen>) {
  const zoek = query.zoek?.trim().toLowerCase()
  const rows = (await findVerteld(work, query)).filter(
    (row) => !zoek || `${row.titel} ${row.tekst} ${row.indicatorNaam}`.toLowerCase().includes(zoek),
  )
  return listPage(rows, query, '-maand')
}

/** Every text of an interpretation, the newest first. */
export async function readDuidingversies(work: Work, id: Id) {
  const { rows } = await sql<{ versie: number; tekst: string; op: PlainDate }>`
    select v.versie, v.tekst, (v.vastgelegd_op at time zone 'Europe/Amsterdam')::date as op from onderdak.duiding_versie v
    where v.regio_id = ${work.regioId} and v.duiding_id = ${id} order by v.versie desc`.execute(work.db)
  return rows.length === 0 ? notFound('Deze uitleg') : { versies: rows }
}

export async function listVerhaalRijen(work: Work, query: Query<typeof listVerhaalbeheer>) {
  const maand = query.maand === undefined ? null : `${query.maand}-01`
  const { rows } = await sql<Omit<Verhaal, 'indicatorNaam'>>`
    select v.id, v.indicator, to_char(v.maand, 'YYYY-MM') as maand, v.soort, v.titel, v.tekst, v.teller, v.toestemming_vorm as "toestemmingVorm", v.toestemming_op as "toestemmingOp",
      v.toestemming_tot - 1 as "toestemmingTotEnMet", v.toestemming_waar as "toestemmingWaar", v.status, s.naam as schrijver, v.geschreven_door = ${work.vrager.gebruikerId}::uuid is true as "isVanMij",
      c.naam as controleur, v.gepubliceerd_op as "gepubliceerdOp", v.ingetrokken_op as "ingetrokkenOp", v.ingetrokken_reden as "ingetrokkenReden", v.versie
    from onderdak.verhaal v join onderdak.gebruiker s on s.id = v.geschreven_door left join onderdak.gebruiker c on c.id = v.gecontroleerd_door
    where v.regio_id = ${work.regioId} and (${query.indicator ?? null}::text is null or v.indicator = ${query.indicator ?? null})
      and (${maand}::date is null or v.maand = ${maand}::date) and (${query.status ?? null}::text is null or v.status = ${query.status ?? null})
    order by v.maand desc, v.aangemaakt_op desc, v.id`.execute(work.db)
  const rijen = rows.map((row) => ({
    ...row,
    indicatorNaam: indicatornamen[row.indicator] ?? row.indicator,
  }))
  return listPage(rijen, query, '-maand')
}
