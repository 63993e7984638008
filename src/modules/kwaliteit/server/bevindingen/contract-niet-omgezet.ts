import { sql } from 'kysely'
import { type Bevinding, metOpvolging, overPersoon } from '../bevinding.ts'

export const contractNietOmgezet: Bevinding = {
  id: 'contract_niet_omgezet',
  naam: 'Contract had al omgezet moeten zijn',
  uitleg:
    'De dag waarop dit een gewoon huurcontract zou worden is voorbij. Leg vast dat het is omgezet, of spreek een nieuwe dag af.',
  ernst: 'hoog',
  recht: 'uitstroom.wijzigen',
  doen: 'Contract bijwerken',
  pad: '/clienten/:persoon?tab=uitstroom',
  vind: (vraag) => sql`select ${overPersoon({ sleutel: sql`h.id`, sinds: sql`h.omklap_op + 1` })}
    from huurcontract h join persoon p on p.id = h.persoon_id ${metOpvolging}
    where h.regio_id = ${vraag.regioId} and h.status = 'lopend' and h.omklap_op < ${vraag.today}::date`,
}
