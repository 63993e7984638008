import { sql } from 'kysely'
import { type Bevinding, overPersoon } from '../bevinding.ts'

export const naamOnbekend: Bevinding = {
  id: 'naam_onbekend',
  naam: 'Naam nog onbekend',
  uitleg:
    'Deze cliënt staat al langer zonder naam (NN) in Onderdak. Zoek uit wie het is, of voeg samen met een dossier dat er al was.',
  ernst: 'hoog',
  recht: 'persoon.wijzigen',
  doen: 'Naam invullen',
  pad: '/clienten/:sleutel/wijzigen',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`p.id`, sinds: sql`(p.aangemaakt_op at time zone 'Europe/Amsterdam')::date` })}
    from persoon p join opvolging o on o.persoon_id = p.id and o.status = 'open'
    where p.regio_id = ${vraag.regioId} and p.samengevoegd_in is null and p.overleden_op is null and p.is_nn and p.aangemaakt_op < ${vraag.nnVoor}::date`,
}
