import { sql } from 'kysely'
import { type Bevinding, metOpvolging, overPersoon } from '../bevinding.ts'

export const wachtNietBevestigd: Bevinding = {
  id: 'wacht_niet_bevestigd',
  naam: 'Niet gevraagd of iemand nog wacht',
  uitleg:
    'De dag om na te vragen of iemand nog op een plek wacht is voorbij. Bel en leg het vast: een lijst met mensen die niet meer wachten klopt niet.',
  ernst: 'hoog',
  recht: 'wachtlijst.plaatsen',
  doen: 'Navragen',
  pad: '/wachtlijst/:sleutel',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`w.id`, sinds: sql`w.bevestigen_voor + 1`, detail: sql`d.naam` })}
    from wachtlijstplaatsing w join product d on d.id = w.product_id join persoon p on p.id = w.persoon_id ${metOpvolging}
    where w.regio_id = ${vraag.regioId} and w.status in ('wachtend', 'opgeschort', 'voorgesteld') and w.bevestigen_voor < ${vraag.today}::date`,
}
