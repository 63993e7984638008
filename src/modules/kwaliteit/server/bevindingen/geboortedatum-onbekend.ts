import { sql } from 'kysely'
import { type Bevinding, overPersoon } from '../bevinding.ts'

export const geboortedatumOnbekend: Bevinding = {
  id: 'geboortedatum_onbekend',
  naam: 'Geboortedatum ontbreekt',
  uitleg:
    'Zonder geboortedatum is niet te zien wie minderjarig is en of iemand al bekend is. Vraag ernaar en vul haar in.',
  ernst: 'hoog',
  recht: 'persoon.wijzigen',
  doen: 'Gegevens aanvullen',
  pad: '/clienten/:sleutel/wijzigen',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`p.id`, sinds: sql`(p.aangemaakt_op at time zone 'Europe/Amsterdam')::date` })}
    from persoon p join opvolging o on o.persoon_id = p.id and o.status = 'open'
    where p.regio_id = ${vraag.regioId} and p.samengevoegd_in is null and p.overleden_op is null and p.geboortedatum is null and not p.is_nn`,
}
