import { sql } from 'kysely'
import { type Blok, blok } from './blok.ts'

/** A decision about going on with an activiteit that is near or late. */
export const besluitmomentNabij: Blok = ({ work, today, besluitmomentVoor }) =>
  blok(
    'besluitmoment_nabij',
    {
      soort: 'besluitmoment',
      id: sql`b.activiteit_id`,
      naam: sql`a.code || ' ' || a.naam`,
      wat: sql`b.waarover`,
      datum: sql`b.gepland_op`,
      van: sql`from besluitmoment b join activiteit a on a.id = b.activiteit_id where b.regio_id = ${work.regioId} and b.uitkomst is null and b.gepland_op <= ${today}::date + ${besluitmomentVoor}::interval`,
    },
    today,
  )
