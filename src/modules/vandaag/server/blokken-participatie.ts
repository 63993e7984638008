import { sql } from 'kysely'
import { type Blok, blok } from './blok.ts'

// Who takes part and waits for an answer, until the last day by the term of the region and after it (PAR-03, PAR-06, PAR-07).

export const adviesBeantwoorden: Blok = ({ work, today, antwoordBinnen }) =>
  blok(
    'advies_beantwoorden',
    {
      soort: 'advies',
      id: sql`a.id`,
      naam: sql`p.naam`,
      wat: sql`a.onderwerp`,
      datum: sql`(a.ontvangen_op + ${antwoordBinnen.advies}::interval)::date`,
      van: sql`from advies a join partner p on p.id = a.raad_id
        where a.regio_id = ${work.regioId} and a.ontvangen_op is not null and a.antwoord_op is null and a.vervallen_op is null`,
    },
    today,
  )

/** Of an idea that nobody read nothing shows yet: it may name somebody. */
export const ideeBeantwoorden: Blok = ({ work, today, antwoordBinnen }) =>
  blok(
    'idee_beantwoorden',
    {
      soort: 'idee',
      id: sql`i.id`,
      naam: sql`coalesce(i.titel, 'Nieuw idee')`,
      wat: sql`case when i.reactie_op is not null then 'Reactie nog mailen' when i.status = 'ontvangen' then 'Nakijken, ' || g.naam else 'Reageren, ' || g.naam end`,
      datum: sql`(i.ontvangen_op + ${antwoordBinnen.idee}::interval)::date`,
      van: sql`from idee i join gemeente g on g.code = i.gemeente_code
        where i.regio_id = ${work.regioId} and (i.reactie_op is null or i.email_versleuteld is not null)`,
    },
    today,
  )

export const klachtBeantwoorden: Blok = ({ work, today, antwoordBinnen }) =>
  blok(
    'klacht_beantwoorden',
    {
      soort: 'klacht',
      id: sql`k.id`,
      naam: sql`case k.aard when 'klacht' then 'Klacht' else 'Feedback' end`,
      wat: sql`case k.onderwerp when 'samenwerking' then 'Over de samenwerking' when 'programma' then 'Over het programma' when 'informatie' then 'Over de informatie' when 'participatie' then 'Over meepraten en meedoen' else 'Over iets anders' end`,
      datum: sql`(k.ontvangen_op + ${antwoordBinnen.klacht}::interval)::date`,
      van: sql`from klacht k where k.regio_id = ${work.regioId} and k.antwoord_op is null`,
    },
    today,
  )
