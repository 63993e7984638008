import { sql } from 'kysely'
import { type Bevinding, metOpvolging, overPersoon, vertrekSleutel } from '../bevinding.ts'

export const bestemmingOnbekend: Bevinding = {
  id: 'bestemming_onbekend',
  naam: 'Onbekend waarheen iemand vertrok',
  uitleg:
    'Zonder bestemming is niet te zien of iemand een thuis vond. Vraag het na en verbeter het vertrek, of geef akkoord als het niet meer te achterhalen is.',
  ernst: 'gewoon',
  recht: 'verblijf.vastleggen',
  doen: 'Verblijf openen',
  pad: '/clienten/:persoon?tab=verblijf',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: vertrekSleutel, sinds: sql`v.op`, detail: sql`l.naam`, organisatie: sql`z.organisatie_id` })}
    from vertrekken() v join persoon p on p.id = v.persoon_id join locatie l on l.id = v.locatie_id join voorziening z on z.id = l.voorziening_id ${metOpvolging}
    where v.regio_id = ${vraag.regioId} and v.op >= ${vraag.vertrokkenVanaf}::date and v.bestemming = 'onbekend' and v.eindreden not in ('doorstroom', 'verhuisd')`,
}
