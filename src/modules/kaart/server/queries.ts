import { sql } from 'kysely'
import type { Platform } from '../../../platform/platform.ts'
import type { Work } from '../../../platform/work.ts'
import { dutchDateOf } from '../../../shared/plain-date.ts'
import { regimes } from '../../plek/domain/contract.ts'
import type { Inloop, Loket } from '../domain/contract.ts'

/** Gemeenten that take part in a region today, by name. */
export async function listRegios(platform: Platform) {
  const today = dutchDateOf(platform.clock.now())
  const rows = await platform.db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .innerJoin('regio as e', 'e.id', 'r.regio_id')
    .select(['e.id as regioId', 'e.naam as regio', 'g.code', 'g.naam'])
    .where('r.van', '<=', today)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', today)]))
    .orderBy(sql`e.naam collate "und-x-icu"`)
    .orderBy('e.id')
    .orderBy(sql`g.naam collate "und-x-icu"`)
    .execute()
  return rows
}

/** Everything that someone without an account may know of a gemeente; row-level security holds back what is secret. */
export async function readWegwijzer(work: Work, code: string) {
  return {
    routes: await listRoutes(work),
    loketten: await listLoketten(work, code),
    inlopen: await listInlopen(work, code),
  }
}

/** TOE-24: the routes as the region words them itself, as dated choices. */
function listRoutes(work: Work) {
  return work.db
    .selectFrom('keuze')
    .select(['naam', 'uitleg'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', '=', 'toegangsroute')
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('volgorde')
    .orderBy('code')
    .execute()
}

/** Where people can report: the loket of the gemeente first, then those of the whole region, Veilig Thuis last. */
async function listLoketten(work: Work, code: string): Promise<Loket[]> {
  return (
    work.db
      .selectFrom('organisatie as o')
      .leftJoin('gemeente as g', 'g.code', 'o.gemeente_code')
      .select(['o.naam', 'g.naam as gemeente', 'o.telefoon', 'o.openingstijden'])
      .where('o.regio_id', '=', work.regioId)
      .where((e) =>
        e.or([
          e('o.soort', '=', 'veilig_thuis'),
          sql<boolean>`o.taken && array['lokale_toegang', 'regionale_toegang']`,
        ]),
      )
      // The loket of another gemeente is for the people there; a regional one is for everyone.
      .where((e) =>
        e.or([
          e('o.gemeente_code', 'is', null),
          e('o.gemeente_code', '=', code),
          sql<boolean>`'regionale_toegang' = any(o.taken)`,
        ]),
      )
      .where('o.van', '<=', work.today)
      .where((e) => e.or([e('o.tot', 'is', null), e('o.tot', '>', work.today)]))
      .orderBy(sql`o.soort = 'veilig_thuis'`)
      .orderBy(sql`'lokale_toegang' = any(o.taken) desc`)
      .orderBy(sql`o.naam collate "und-x-icu"`)
      .execute()
  )
}

interface InloopRij {
  id: string
  naam: string
  doelgroep: string
  openingstijden: string | null
  gemeente: string | null
  inGemeente: boolean
  locatie: string
  adresVersleuteld: string | null
  telefoon: string | null
  regime: keyof typeof regimes | null
  toelichting: string | null
}

/** CAP-16: inloop in the gemeente, and regional inloop elsewhere in the region; without a visible locatie there is nowhere to go. */
async function listInlopen(work: Work, code: string): Promise<Inloop[]> {
  const { rows } = await sql<InloopRij>`
    select v.id, v.naam, v.doelgroep, v.openingstijden, g.naam as gemeente,
      coalesce(l.gemeente_code, v.gemeente_code) is not distinct from ${code} as "inGemeente",
      l.naam as locatie, l.adres_versleuteld as "adresVersleuteld", l.telefoon, n.regime, n.toelichting
    from onderdak.voorziening v
    join onderdak.locatie l on l.voorziening_id = v.id and not l.is_geheim and not l.is_extern
      and l.van <= ${work.today}::date and (l.tot is null or l.tot > ${work.today}::date)
    left join onderdak.gemeente g on g.code = coalesce(l.gemeente_code, v.gemeente_code)
    left join onderdak.opening n on n.locatie_id = l.id and n.van <= ${work.today}::date and (n.tot is null or n.tot > ${work.today}::date)
    where v.regio_id = ${work.regioId} and v.soort = 'inloop' and v.domein <> 'VO'
      and v.van <= ${work.today}::date and (v.tot is null or v.tot > ${work.today}::date)
      and (v.bereik = 'regionaal' or coalesce(l.gemeente_code, v.gemeente_code) = ${code})
    order by "inGemeente" desc, v.naam collate "und-x-icu", v.id, l.naam collate onderdak.natuurlijk, l.id`.execute(
    work.db,
  )
  const found = new Map<string, Inloop>()
  for (const row of rows) {
    const key = `${row.id} ${row.gemeente}`
    const inloop = found.get(key) ?? {
      naam: row.naam,
      doelgroep: row.doelgroep,
      openingstijden: row.openingstijden,
      gemeente: row.gemeente,
      inGemeente: row.inGemeente,
      plaatsen: [],
    }
    found.set(key, inloop)
    inloop.plaatsen.push({
      naam: row.locatie,
      adres: row.adresVersleuteld === null ? null : work.cipher.decrypt(row.adresVersleuteld),
      telefoon: row.telefoon,
      open: row.regime && [regimes[row.regime], row.toelichting].filter(Boolean).join('. '),
    })
  }
  return [...found.values()]
}
