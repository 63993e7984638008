import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { nachtOp } from '../../../shared/nacht.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import type { haalWinterkou, WinterLocatie, Winterperiode } from '../domain/contract.ts'
import { isAan, vrijVan } from '../domain/rules.ts'
import { canEindigen, toestandVan } from '../domain/toestanden.ts'
import { readRegel } from './periode-commands.ts'

/** What holds in a night, by which rule, and what is free at the fallback locaties. */
export async function readWinterkou(
  work: Work,
  query: { nacht?: PlainDate | undefined },
): Promise<z.output<(typeof haalWinterkou)['response']>> {
  const nu = nachtOp(work.now)
  const nacht = query.nacht ?? nu
  const { tekst, ...regel } = await readRegel(work)
  const perioden = await listPerioden(work, nu)
  return {
    nacht,
    regel: tekst,
    ...regel,
    perioden: perioden.filter((one) => isAan(one, nacht) || one.toestand === 'gepland'),
    locaties: await listLocatieRijen(work, nacht),
  }
}

async function listPerioden(work: Work, nacht: PlainDate): Promise<Winterperiode[]> {
  const rows = await work.db
    .selectFrom('winterperiode')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .orderBy('van', 'desc')
    .orderBy('soort', 'desc')
    .execute()
  const beperkt = await work.db
    .selectFrom('calamiteit_locatie as c')
    .innerJoin('locatie as l', 'l.id', 'c.locatie_id')
    .select(['c.winterperiode_id', 'c.locatie_id as locatieId', 'l.naam as locatie', 'c.percentage'])
    .where('c.regio_id', '=', work.regioId)
    .orderBy(sql`l.naam collate "und-x-icu"`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    soort: row.soort as Winterperiode['soort'],
    toestand: toestandVan(row, nacht),
    van: row.van,
    tot: row.tot,
    reden: row.reden,
    temperatuur: row.temperatuur === null ? null : Number(row.temperatuur),
    afwijkingReden: row.afwijking_reden,
    beslotenDoor: row.besloten_door,
    beslotenOp: row.besloten_op,
    eindeReden: row.einde_reden,
    eindeBeslotenDoor: row.einde_besloten_door,
    kanEindigen: work.vrager.permissies.has('winterkou.beslissen') && canEindigen(row, nacht).ok,
    locaties: beperkt
      .filter((one) => one.winterperiode_id === row.id)
      .map(({ locatieId, locatie, percentage }) => ({ locatieId, locatie, percentage })),
    versie: row.versie,
  }))
}

export async function listPeriodeRijen(work: Work, query: { pagina: number; aantalPerPagina: number }) {
  const rows = await listPerioden(work, nachtOp(work.now))
  const start = (query.pagina - 1) * query.aantalPerPagina
  return { count: rows.length, results: rows.slice(start, start + query.aantalPerPagina) }
}

async function listLocatieRijen(work: Work, nacht: PlainDate): Promise<WinterLocatie[]> {
  const { rows } = await sql<Omit<WinterLocatie, 'vrij'>>`
    select s.locatie_id as "locatieId", l.naam as locatie, o.naam as aanbieder, g.naam as gemeente, l.telefoon,
      s.gepland, s.percentage, s.bedden, s.gasten, s.bijgezet
    from onderdak.winterstand(${nacht}::date, ${addDays(nacht, 1)}::date) s
    join onderdak.locatie l on l.id = s.locatie_id join onderdak.voorziening v on v.id = l.voorziening_id
    left join onderdak.organisatie o on o.id = v.organisatie_id left join onderdak.gemeente g on g.code = l.gemeente_code
    order by l.naam collate "und-x-icu", s.locatie_id`.execute(work.db)
  return rows.map((row) => ({ ...row, vrij: vrijVan(row) }))
}

/** The plan as it holds now or later. */
export async function listCapaciteitRijen(work: Work, query: { pagina: number; aantalPerPagina: number }) {
  const rows = await work.db
    .selectFrom('wintercapaciteit as c')
    .innerJoin('locatie as l', 'l.id', 'c.locatie_id')
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .leftJoin('organisatie as o', 'o.id', 'v.organisatie_id')
    .select([
      'c.id',
      'c.locatie_id as locatieId',
      'l.naam as locatie',
      'o.naam as aanbieder',
      'c.bedden',
      'c.van',
      'c.tot',
    ])
    .where('c.regio_id', '=', work.regioId)
    .where((e) => e.or([e('c.tot', 'is', null), e('c.tot', '>', work.today)]))
    .orderBy(sql`l.naam collate "und-x-icu"`)
    .orderBy('c.van')
    .execute()
  const start = (query.pagina - 1) * query.aantalPerPagina
  return {
    count: rows.length,
    results: rows.slice(start, start + query.aantalPerPagina),
    keuzes: await listLocatieKeuzes(work),
  }
}

async function listLocatieKeuzes(work: Work): Promise<{ id: Id; naam: string }[]> {
  return work.db
    .selectFrom('locatie as l')
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .select(['l.id', sql<string>`v.naam || ': ' || l.naam`.as('naam')])
    .where('l.regio_id', '=', work.regioId)
    .where('l.is_geheim', '=', false)
    .where('l.is_extern', '=', false)
    .where('v.soort', 'in', ['verblijf', 'inloop'])
    .where((e) => e.or([e('l.tot', 'is', null), e('l.tot', '>', work.today)]))
    .orderBy(sql`v.naam collate "und-x-icu"`)
    .orderBy(sql`l.naam collate "und-x-icu"`)
    .execute()
}
