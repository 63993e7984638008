import { sql } from 'kysely'
import { type Bevinding, overPersoon } from '../bevinding.ts'

export const nazorgOverEinde: Bevinding = {
  id: 'nazorg_over_einde',
  naam: 'Nazorg loopt door na de laatste dag',
  uitleg: 'De afspraak over nazorg is voorbij, maar niet afgerond. Rond haar af of spreek opnieuw af.',
  ernst: 'gewoon',
  recht: 'nazorg.wijzigen',
  doen: 'Nazorg bijwerken',
  pad: '/clienten/:persoon?tab=nazorg',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`n.id`, sinds: sql`n.tot`, organisatie: sql`coalesce(n.aanbieder_id, n.organisatie_id)`, gebruiker: sql`n.contactpersoon_id` })}
    from nazorgafspraak n join persoon p on p.id = n.persoon_id
    where n.regio_id = ${vraag.regioId} and n.status = 'lopend' and n.tot <= ${vraag.today}::date`,
}
