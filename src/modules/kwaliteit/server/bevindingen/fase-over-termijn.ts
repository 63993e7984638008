import { sql } from 'kysely'
import { type Bevinding, metOpvolging, overPersoon } from '../bevinding.ts'

export const faseOverTermijn: Bevinding = {
  id: 'fase_over_termijn',
  naam: 'Langer in een fase dan afgesproken',
  uitleg:
    'De termijn van deze fase is voorbij. Zet het traject in de volgende fase, of leg vast waarom het langer duurt.',
  ernst: 'gewoon',
  recht: 'traject.wijzigen',
  doen: 'Fase bijwerken',
  pad: '/trajecten/:sleutel',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`t.id`, sinds: sql`f.uiterlijk_op + 1`, organisatie: sql`coalesce(a.organisatie_id, o.organisatie_id)`, gebruiker: sql`coalesce(a.gebruiker_id, o.contactpersoon_id)` })}
    from traject t join persoon p on p.id = t.persoon_id left join aanspreekpunt a on a.traject_id = t.id and a.tot is null ${metOpvolging} join traject_fase f on f.traject_id = t.id and f.tot is null
    where t.regio_id = ${vraag.regioId} and t.geeindigd_op is null and f.uiterlijk_op < ${vraag.today}::date`,
}
