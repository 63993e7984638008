import { sql } from 'kysely'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { type Blok, blok } from './blok.ts'

// What somebody else asked and waits for: nothing happens until it is answered.

const naam = persoonNaamSql('p')

/** Until the receiver accepts, the melding stays with the giver. */
export const overdrachtAannemen: Blok = ({ work, today }) =>
  blok(
    'overdracht_aannemen',
    {
      soort: 'melding',
      id: sql`m.id`,
      persoon: sql`m.persoon_id`,
      naam: sql`coalesce(${naam}, 'Anonieme melding')`,
      wat: sql`'Melding ' || m.nummer || ', van ' || o.naam`,
      datum: sql`(x.aangeboden_op at time zone 'Europe/Amsterdam')::date`,
      isUiterlijk: false,
      van: sql`from melding_overdracht x join melding m on m.id = x.melding_id join organisatie o on o.id = x.van_organisatie_id left join persoon p on p.id = m.persoon_id
        where x.regio_id = ${work.regioId} and x.status = 'aangeboden' and x.naar_organisatie_id = ${work.vrager.organisatieId}`,
    },
    today,
  )

/** Never by the organisation that refused. */
export const bezwaarBeslissen: Blok = ({ work, today }) =>
  blok(
    'bezwaar_beslissen',
    {
      soort: 'voorstel',
      id: sql`s.id`,
      persoon: sql`s.persoon_id`,
      naam,
      wat: sql`'Bezwaar tegen de weigering door ' || l.naam`,
      datum: sql`s.bezwaar_op`,
      isUiterlijk: false,
      van: sql`from plaatsingsvoorstel s join locatie l on l.id = s.locatie_id join voorziening z on z.id = l.voorziening_id join persoon p on p.id = s.persoon_id
        where s.regio_id = ${work.regioId} and s.bezwaar_op is not null and s.bezwaar_uitkomst is null and z.organisatie_id is distinct from ${work.vrager.organisatieId}`,
    },
    today,
  )

/** Who opened and when, oldest first, from the moment it is done; never whose file and why: that shows where it is reviewed. */
export const noodprocedureBeoordelen: Blok = ({ work, today }) =>
  blok(
    'noodprocedure_beoordelen',
    {
      soort: 'noodprocedure',
      id: sql`x.id`,
      naam: sql`g.naam || ' (' || o.naam || ')'`,
      wat: sql`'Opende om ' || to_char(x.geopend_op at time zone 'Europe/Amsterdam', 'HH24:MI') || ' een dossier in nood'`,
      eerst: sql`x.geopend_op`,
      datum: sql`(x.geopend_op at time zone 'Europe/Amsterdam')::date`,
      isUiterlijk: false,
      van: sql`from noodprocedure x join organisatie o on o.id = x.organisatie_id join gebruiker g on g.id = x.gebruiker_id
        where x.regio_id = ${work.regioId} and x.beoordeeld_op is null and x.gebruiker_id is distinct from ${work.vrager.gebruikerId}`,
    },
    today,
  )
