import { sql } from 'kysely'
import { type Bevinding, overPersoon } from '../bevinding.ts'

export const woonplaatsNavragen: Bevinding = {
  id: 'woonplaats_navragen',
  naam: 'Woonplaats moet nog worden nagevraagd',
  uitleg:
    'De woonplaats bepaalt welke gemeente beslist. Vraag ernaar, of leg vast waarom zij onbekend blijft.',
  ernst: 'gewoon',
  recht: 'persoon.wijzigen',
  doen: 'Woonplaats invullen',
  pad: '/clienten/:sleutel/wijzigen',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`p.id`, sinds: sql`(p.aangemaakt_op at time zone 'Europe/Amsterdam')::date` })}
    from persoon p join opvolging o on o.persoon_id = p.id and o.status = 'open'
    where p.regio_id = ${vraag.regioId} and p.samengevoegd_in is null and p.overleden_op is null and p.woonplaats_gemeente is null and p.woonplaats_onbekend_reden = 'nog_navragen'`,
}
