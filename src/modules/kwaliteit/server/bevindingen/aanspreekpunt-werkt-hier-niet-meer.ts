import { sql } from 'kysely'
import { type Bevinding, metOpvolging, overPersoon } from '../bevinding.ts'

export const aanspreekpuntWerktHierNietMeer: Bevinding = {
  id: 'aanspreekpunt_werkt_hier_niet_meer',
  naam: 'Vast aanspreekpunt werkt hier niet meer',
  uitleg: 'De cliënt heeft een naam die niemand meer kan bereiken. Kies een ander aanspreekpunt.',
  ernst: 'hoog',
  recht: 'traject.wijzigen',
  doen: 'Ander aanspreekpunt kiezen',
  pad: '/trajecten/:sleutel',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`t.id`, sinds: sql`g.tot`, organisatie: sql`coalesce(a.organisatie_id, o.organisatie_id)`, gebruiker: sql`o.contactpersoon_id` })}
    from traject t join persoon p on p.id = t.persoon_id left join aanspreekpunt a on a.traject_id = t.id and a.tot is null ${metOpvolging} join gebruiker g on g.id = a.gebruiker_id
    where t.regio_id = ${vraag.regioId} and t.geeindigd_op is null and g.tot <= ${vraag.today}::date`,
}
