import { sql } from 'kysely'
import { type Bevinding, metOpvolging, overPersoon } from '../bevinding.ts'

export const urgentieVerlopen: Bevinding = {
  id: 'urgentie_verlopen',
  naam: 'Urgentie is verlopen',
  uitleg:
    'De urgentie staat nog als toegekend, maar geldt niet meer. Leg vast of zij is gebruikt, of vraag opnieuw aan.',
  ernst: 'hoog',
  recht: 'uitstroom.wijzigen',
  doen: 'Urgentie bijwerken',
  pad: '/clienten/:persoon?tab=uitstroom',
  vind: (vraag) => sql`select ${overPersoon({ sleutel: sql`u.id`, sinds: sql`u.geldig_tot` })}
    from urgentieaanvraag u join persoon p on p.id = u.persoon_id ${metOpvolging}
    where u.regio_id = ${vraag.regioId} and u.status = 'toegekend' and u.geldig_tot <= ${vraag.today}::date`,
}
