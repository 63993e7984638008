import { sql } from 'kysely'
import { uiterlijkVan } from '../../clientervaring/domain/keuzes.ts'
import { type Blok, blok } from './blok.ts'

/** From some weeks before 1 July on (Wmo 2015 art. 2.5.1), until last year has a result and all of it is delivered. */
export const clientervaringLeveren: Blok = ({ work, today, clientervaringVoor }) => {
  const jaar = Number(today.slice(0, 4)) - 1
  const uiterlijk = uiterlijkVan(jaar)
  return blok(
    'clientervaring_leveren',
    {
      soort: 'clientervaring',
      id: sql`md5('clientervaring ' || ${String(jaar)}::text)::uuid`,
      naam: sql`'Cliëntervaring ' || ${String(jaar)}::text`,
      wat: sql`case when t.alle = 0 then 'Nog geen uitkomst' when t.open = 1 then 'Eén uitkomst is nog niet geleverd' else t.open || ' uitkomsten zijn nog niet geleverd' end`,
      datum: sql`${uiterlijk}::date`,
      van: sql`from (select count(*) as alle, count(*) filter (where c.geleverd_op is null) as open from clientervaring c
          where c.regio_id = ${work.regioId} and c.jaar = ${jaar}::int and c.ingetrokken_op is null) t
        where ${today}::date >= ${uiterlijk}::date + 1 - ${clientervaringVoor}::interval and (t.alle = 0 or t.open > 0)`,
    },
    today,
  )
}
