import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { TerugkeerFilter, TerugkeerRegel } from '../domain/terugkeer-contract.ts'
import { naamVan } from './queries.ts'

type Rij = Omit<TerugkeerRegel, 'naam'> & Parameters<typeof naamVan>[0] & { persoonId: Id; count: number }

const kolommen = {
  herinstroom: sql`t.herinstroom`,
  herhaald: sql`t.herhaald`,
  laatsteMelding: sql`t.laatste`,
} as const

/** People who came back in a period and how often (TRJ-08); row-level security decides who is in the list. */
export async function listTerugkeer(
  work: Work,
  filter: TerugkeerFilter,
): Promise<{ count: number; results: TerugkeerRegel[] } | Rejection> {
  const totEnMet = filter.totEnMet ?? work.today
  const van = filter.van ?? addDays(totEnMet, -364)
  if (van > totEnMet)
    return reject('periode_leeg', 'De eerste dag ligt na de laatste dag. Draai ze om.', {
      field: 'van',
      status: 422,
    })
  const kolom = kolommen[filter.sorteer.replace('-', '') as keyof typeof kolommen]
  const { rows } = await sql<Rij>`
    with t as (
      select coalesce(q.samengevoegd_in, q.id) as persoon_id, count(*) filter (where m.is_herinstroom)::int as herinstroom,
        count(*) filter (where m.vorige_melding_id is not null)::int as herhaald, max(m.meldingsdatum) as laatste,
        (array_agg(m.id order by m.meldingsdatum desc, m.id desc))[1] as laatste_id
      from melding m join persoon q on q.id = m.persoon_id where m.regio_id = ${work.regioId}
        and m.meldingsdatum >= ${van}::date and m.meldingsdatum <= ${totEnMet}::date
      group by 1
    )
    select t.persoon_id as "persoonId", t.herinstroom, t.herhaald, t.laatste as "laatsteMelding", t.laatste_id as "laatsteMeldingId",
      p.achternaam, p.tussenvoegsel, p.voornamen, p.roepnaam, p.is_nn as "isNn", p.geslacht, p.geboortedatum, p.geboortejaar,
      count(*) over ()::int as count
    from t join persoon p on p.id = t.persoon_id
    where case ${filter.soort ?? 'alles'} when 'herinstroom' then t.herinstroom > 0 when 'herhaald' then t.herhaald > 0
      else t.herinstroom + t.herhaald > 0 end
    order by ${kolom} ${filter.sorteer.startsWith('-') ? sql`desc` : sql`asc`}, t.laatste desc, t.persoon_id
    limit ${filter.aantalPerPagina} offset ${(filter.pagina - 1) * filter.aantalPerPagina}`.execute(work.db)
  return {
    count: rows[0]?.count ?? 0,
    results: rows.map((row) => ({
      persoonId: row.persoonId,
      naam: naamVan(row),
      herinstroom: row.herinstroom,
      herhaald: row.herhaald,
      laatsteMeldingId: row.laatsteMeldingId,
      laatsteMelding: row.laatsteMelding,
    })),
  }
}
