import { sql } from 'kysely'
import { type ListQuery, listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { nachtOp } from '../../../shared/nacht.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import type { Winternacht } from '../domain/contract.ts'
import { periodeVanSeizoen, seizoenVan } from '../domain/rules.ts'

// Counts per night and per season (WIN-04, WIN-05). A night without guests counts as nought; the future is not counted.

async function listNachten(work: Work, van: PlainDate, tot: PlainDate): Promise<Winternacht[]> {
  const last = addDays(nachtOp(work.now), 1)
  if (last <= van) return []
  const { rows } = await sql<Omit<Winternacht, 'bekend'>>`
    select s.nacht, s.locatie_id as "locatieId", l.naam as locatie, s.soort, s.bedden, s.gasten, s.anoniem, s.bijgezet
    from onderdak.winterstand(${van}::date, ${tot < last ? tot : last}::date) s join onderdak.locatie l on l.id = s.locatie_id
    order by s.nacht desc, l.naam collate "und-x-icu"`.execute(work.db)
  return rows.map((row) => ({ ...row, bekend: row.gasten - row.anoniem }))
}

/** First month of a season, as the region set it today; one winter must not fall apart in two, so July unless said otherwise. */
async function readSeizoenmaand(work: Work): Promise<number> {
  const maand = Number(await findInstelling(work, 'winterkou_seizoen_maand'))
  return Number.isInteger(maand) && maand >= 1 && maand <= 12 ? maand : 7
}

/** Seasons in which something was on or cost something, the newest first; always the one of today. */
async function listSeizoenen(work: Work, maand: number): Promise<string[]> {
  const { rows } = await sql<{ dag: PlainDate }>`
    select van as dag from onderdak.winterperiode where regio_id = ${work.regioId} and tot is distinct from van
    union select coalesce(tot, ${work.today}::date) from onderdak.winterperiode where regio_id = ${work.regioId} and tot is distinct from van
    union select op from onderdak.winterkosten where regio_id = ${work.regioId} and ingetrokken_op is null`.execute(
    work.db,
  )
  const found = new Set([...rows.map((row) => seizoenVan(row.dag, maand)), seizoenVan(work.today, maand)])
  return [...found].sort().reverse()
}

export async function listNachtRijen(
  work: Work,
  query: ListQuery & { seizoen?: string | undefined; locatieId?: Id | undefined },
) {
  const maand = await readSeizoenmaand(work)
  const seizoenen = await listSeizoenen(work, maand)
  const seizoen = query.seizoen ?? seizoenVan(work.today, maand)
  const { van, tot } = periodeVanSeizoen(seizoen, maand)
  const rows = (await listNachten(work, van, tot)).filter(
    (row) => !query.locatieId || row.locatieId === query.locatieId,
  )
  const perNacht = new Map<string, { nacht: string; gasten: number; bedden: number }>()
  for (const row of [...rows].reverse()) {
    const sum = perNacht.get(row.nacht) ?? { nacht: row.nacht, gasten: 0, bedden: 0 }
    perNacht.set(row.nacht, { ...sum, gasten: sum.gasten + row.gasten, bedden: sum.bedden + row.bedden })
  }
  return { ...listPage(rows, query, '-nacht'), seizoen, seizoenen, perNacht: [...perNacht.values()] }
}

export async function listSeizoenRijen(work: Work, query: ListQuery) {
  const rows = []
  const maand = await readSeizoenmaand(work)
  for (const seizoen of await listSeizoenen(work, maand)) {
    const { van, tot } = periodeVanSeizoen(seizoen, maand)
    const nachten = await listNachten(work, van, tot)
    const perNacht = new Map<string, number>()
    for (const row of nachten) perNacht.set(row.nacht, (perNacht.get(row.nacht) ?? 0) + row.gasten)
    const sum = (field: 'gasten' | 'anoniem' | 'bijgezet') =>
      nachten.reduce((total, row) => total + row[field], 0)
    rows.push({
      seizoen,
      nachten: perNacht.size,
      gasten: sum('gasten'),
      anoniem: sum('anoniem'),
      bijgezet: sum('bijgezet'),
      drukste: Math.max(0, ...perNacht.values()),
      kosten: await sumKosten(work, van, tot),
    })
  }
  return { ...listPage(rows, query, '-seizoen'), beginmaand: maand }
}

const kosten = (work: Work, van: PlainDate, tot: PlainDate) =>
  work.db
    .selectFrom('winterkosten as k')
    .where('k.regio_id', '=', work.regioId)
    .where('k.ingetrokken_op', 'is', null)
    .where('k.op', '>=', van)
    .where('k.op', '<', tot)

async function sumKosten(work: Work, van: PlainDate, tot: PlainDate): Promise<number> {
  const { som } = await kosten(work, van, tot)
    .select(sql<string>`coalesce(sum(k.bedrag), 0)`.as('som'))
    .executeTakeFirstOrThrow()
  return Number(som)
}

export async function listKostenRijen(work: Work, query: ListQuery & { seizoen?: string | undefined }) {
  const maand = await readSeizoenmaand(work)
  const seizoen = query.seizoen ?? seizoenVan(work.today, maand)
  const { van, tot } = periodeVanSeizoen(seizoen, maand)
  const rows = await kosten(work, van, tot)
    .leftJoin('gebruiker as g', 'g.id', 'k.vastgelegd_door')
    .select(['k.id', 'k.op', 'k.bedrag', 'k.omschrijving', 'g.naam as door'])
    .orderBy('k.op', 'desc')
    .orderBy('k.id', 'desc')
    .execute()
  const regels = rows.map((row) => ({ ...row, bedrag: Number(row.bedrag) }))
  return { ...listPage(regels, query, '-op'), seizoen, totaal: await sumKosten(work, van, tot) }
}
