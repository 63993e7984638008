import { sql } from 'kysely'
import { type Blok, blok } from './blok.ts'

/** Guests of the winteropvang to whom the own organisation offers an intake (WIN-07); what they call themselves is in the list. */
export const winterIntake: Blok = ({ work, today }) =>
  blok(
    'winter_intake',
    {
      soort: 'winterintake',
      id: sql`w.id`,
      naam: sql`l.naam || ', bed ' || w.nummer`,
      wat: sql`w.intake_stap`,
      datum: sql`w.intake_op`,
      van: sql`from wintergast w join winternacht n on n.id = w.winternacht_id join locatie l on l.id = n.locatie_id
        where w.regio_id = ${work.regioId} and w.intake_organisatie_id = ${work.vrager.organisatieId} and w.intake_status = 'open' and w.ongedaan_op is null`,
    },
    today,
  )
