import { sql } from 'kysely'
import { type Bevinding, overPersoon } from '../bevinding.ts'

export const bsnNavragen: Bevinding = {
  id: 'bsn_navragen',
  naam: 'Burgerservicenummer volgt nog',
  uitleg:
    'Bij het vastleggen is gezegd dat het nummer later komt. Vul het in, of kies waarom het er niet is.',
  ernst: 'gewoon',
  recht: 'bsn.lezen',
  doen: 'Nummer invullen',
  pad: '/clienten/:sleutel/wijzigen',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`p.id`, sinds: sql`(p.aangemaakt_op at time zone 'Europe/Amsterdam')::date` })}
    from persoon p join opvolging o on o.persoon_id = p.id and o.status = 'open'
    where p.regio_id = ${vraag.regioId} and p.samengevoegd_in is null and p.overleden_op is null and p.bsn_index is null and p.geen_bsn_reden in ('nog_niet_gevraagd', 'noodsituatie')`,
}
