import { sql } from 'kysely'
import { type Bevinding, overPersoon } from '../bevinding.ts'

export const herkomstNavragen: Bevinding = {
  id: 'herkomst_navragen',
  naam: 'Herkomst moet nog worden nagevraagd',
  uitleg:
    'De gemeente van herkomst bepaalt welke gemeente telt. Vraag ernaar, of leg vast waarom zij onbekend blijft.',
  ernst: 'gewoon',
  recht: 'persoon.wijzigen',
  doen: 'Herkomst invullen',
  pad: '/clienten/:sleutel/wijzigen',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`p.id`, sinds: sql`(p.aangemaakt_op at time zone 'Europe/Amsterdam')::date` })}
    from persoon p join opvolging o on o.persoon_id = p.id and o.status = 'open'
    where p.regio_id = ${vraag.regioId} and p.samengevoegd_in is null and p.overleden_op is null and p.herkomst_gemeente is null and p.herkomst_onbekend_reden = 'nog_navragen'`,
}
