import { sql } from 'kysely'
import { type Bevinding, metOpvolging, overPersoon } from '../bevinding.ts'

export const trajectZonderFase: Bevinding = {
  id: 'traject_zonder_fase',
  naam: 'Traject zonder fase',
  uitleg: 'Zonder fase is niet te zien hoe ver iemand is. Kies de fase waarin dit traject nu is.',
  ernst: 'gewoon',
  recht: 'traject.wijzigen',
  doen: 'Fase kiezen',
  pad: '/trajecten/:sleutel',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`t.id`, sinds: sql`t.begonnen_op`, organisatie: sql`coalesce(a.organisatie_id, o.organisatie_id)`, gebruiker: sql`coalesce(a.gebruiker_id, o.contactpersoon_id)` })}
    from traject t join persoon p on p.id = t.persoon_id left join aanspreekpunt a on a.traject_id = t.id and a.tot is null ${metOpvolging}
    where t.regio_id = ${vraag.regioId} and t.geeindigd_op is null and not exists (select 1 from traject_fase f where f.traject_id = t.id and f.tot is null)`,
}
