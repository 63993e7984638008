import { sql } from 'kysely'
import type { Bevinding } from '../bevinding.ts'

export const buitenGebruikZonderEinde: Bevinding = {
  id: 'buiten_gebruik_zonder_einde',
  naam: 'Plek lang buiten gebruik, zonder einddatum',
  uitleg:
    'Deze plek is al lang niet te gebruiken en niemand zei wanneer wel. Vul een einddatum in, of sluit de plek.',
  ernst: 'gewoon',
  recht: 'plek.beheren',
  doen: 'Locatie openen',
  pad: '/locaties/:sleutel',
  vind: (
    vraag,
  ) => sql`select distinct on (l.id) l.id as sleutel, null::uuid as persoon_id, z.organisatie_id, null::uuid as gebruiker_id, l.naam as over,
      'Vanaf ' || to_char(x.van, 'DD-MM-YYYY') as detail, x.van as sinds
    from buiten_gebruik x join plek k on k.id = x.plek_id join locatie l on l.id = k.locatie_id join voorziening z on z.id = l.voorziening_id
    where x.regio_id = ${vraag.regioId} and x.tot is null and x.van < ${vraag.buitenGebruikVoor}::date and (k.tot is null or k.tot > ${vraag.today}::date) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
    order by l.id, x.van`,
}
