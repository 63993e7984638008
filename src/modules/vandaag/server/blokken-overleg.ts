import { sql } from 'kysely'
import { type Blok, blok } from './blok.ts'

/** What somebody took on in a vergadering, and must be done within two weeks. */
export const overlegacties: Blok = ({ work, today }) =>
  blok(
    'overlegactie_open',
    {
      soort: 'overlegactie',
      id: sql`a.id`,
      naam: sql`a.tekst`,
      wat: sql`a.functie || ', ' || a.organisatie`,
      datum: sql`a.uiterlijk_op`,
      van: sql`from overlegactie a where a.regio_id = ${work.regioId} and a.gedaan_op is null and a.vervallen_op is null and a.uiterlijk_op <= ${today}::date + 14`,
    },
    today,
  )

/** An overeenkomst that ends or must be reviewed; giving notice only as long as that can be done. */
export const overeenkomstNabij: Blok = ({ work, today, overeenkomstVoor }) =>
  blok(
    'overeenkomst_nabij',
    {
      soort: 'overeenkomst',
      id: sql`o.id`,
      naam: sql`o.naam`,
      wat: sql`d.wat`,
      datum: sql`d.dag`,
      van: sql`from overeenkomst o cross join lateral (values
          ('Eindigt', o.eindigt_op, false), ('Opnieuw bekijken', o.herzien_op, false),
          ('Opzeggen kan tot en met deze dag', (o.eindigt_op - make_interval(months => o.opzegtermijn_maanden))::date, true)) d (wat, dag, kan_voorbij)
        where o.regio_id = ${work.regioId} and o.afgesloten_op is null and d.dag <= ${today}::date + ${overeenkomstVoor}::interval and (not d.kan_voorbij or d.dag >= ${today}::date)`,
    },
    today,
  )

/** What comes back each year and is not done: of last year, of this one, and of the next when that is soon. */
export const jaarplichtOpen: Blok = ({ work, today, jaarplichtVoor }) =>
  blok(
    'jaarplicht_open',
    {
      soort: 'jaarplicht',
      id: sql`p.id`,
      naam: sql`p.naam`,
      wat: sql`'Over ' || j.jaar`,
      datum: sql`j.uiterlijk_op`,
      van: sql`from jaarplicht p cross join lateral (select y as jaar, make_date(y, substr(p.dag, 1, 2)::int, substr(p.dag, 4, 2)::int) as uiterlijk_op
          from generate_series(extract(year from ${today}::date)::int - 1, extract(year from ${today}::date)::int + 1) y) j
        where p.regio_id = ${work.regioId} and j.jaar >= p.vanaf_jaar and (p.tot_en_met_jaar is null or j.jaar <= p.tot_en_met_jaar)
          and j.uiterlijk_op <= ${today}::date + ${jaarplichtVoor}::interval
          and not exists (select 1 from jaarplicht_jaar g where g.jaarplicht_id = p.id and g.jaar = j.jaar)`,
    },
    today,
  )
