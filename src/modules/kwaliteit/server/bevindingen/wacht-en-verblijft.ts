import { sql } from 'kysely'
import { type Bevinding, metOpvolging, overPersoon } from '../bevinding.ts'

export const wachtEnVerblijft: Bevinding = {
  id: 'wacht_en_verblijft',
  naam: 'Wacht op een plek waar die al verblijft',
  uitleg:
    'Deze cliënt staat op de wachtlijst voor een product en verblijft er al. Haal de registratie van de lijst, of zeg waarom die blijft staan.',
  ernst: 'hoog',
  recht: 'wachtlijst.plaatsen',
  doen: 'Registratie openen',
  pad: '/wachtlijst/:sleutel',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`w.id`, sinds: sql`greatest(w.besloten_op, (select max(x.begonnen_op) from verblijf x where x.persoon_id = w.persoon_id and x.product_id = w.product_id and x.geeindigd_op is null and x.soort = 'regulier'))`, detail: sql`d.naam` })}
    from wachtlijstplaatsing w join product d on d.id = w.product_id join persoon p on p.id = w.persoon_id ${metOpvolging}
    where w.regio_id = ${vraag.regioId} and w.status in ('wachtend', 'opgeschort', 'voorgesteld') and w.richting <> 'uitstroom' and exists (select 1 from verblijf x where x.persoon_id = w.persoon_id and x.product_id = w.product_id and x.geeindigd_op is null and x.soort = 'regulier')`,
}
