import { sql } from 'kysely'
import { bevindingenVoor } from '../../kwaliteit/server/lookup.ts'
import { type Blok, blok } from './blok.ts'

/**
 * What the asker can put right at the own organisation, as it was counted last night: finding it anew costs too much for a page
 * that refreshes all day.
 */
export const gegevensNakijken: Blok = ({ work, today }) =>
  blok(
    'gegevens_nakijken',
    {
      soort: 'bevinding',
      id: sql`md5(f.bevinding)::uuid`,
      naam: sql`n.waarde ->> 'naam'`,
      wat: sql`case f.aantal when 1 then 'Eén keer' else f.aantal || ' keer' end || ' bij uw organisatie, geteld op ' || to_char(f.dag, 'DD-MM-YYYY')`,
      datum: sql`f.oudste_op`,
      isUiterlijk: false,
      van: sql`from feit_bevinding f join jsonb_each(${JSON.stringify(bevindingenVoor(work.vrager.permissies))}::jsonb) n(code, waarde) on n.code = f.bevinding
        where f.regio_id = ${work.regioId} and f.organisatie_id = ${work.vrager.organisatieId}::uuid and f.aantal > 0
          and f.dag = (select max(x.dag) from feit_bevinding x where x.regio_id = ${work.regioId} and x.dag between ${today}::date - 7 and ${today}::date)`,
    },
    today,
  )
