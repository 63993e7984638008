import { sql } from 'kysely'
import type { Bevinding } from '../bevinding.ts'

export const locatieNietBevestigd: Bevinding = {
  id: 'locatie_niet_bevestigd',
  naam: 'Stand van een locatie niet bevestigd',
  uitleg:
    'Niemand bevestigde op tijd dat de plekken van deze locatie kloppen. Kijk de plekken na en bevestig.',
  ernst: 'gewoon',
  recht: 'plek.bevestigen',
  doen: 'Stand bevestigen',
  pad: '/plekken',
  vind: (
    vraag,
  ) => sql`select l.id as sleutel, null::uuid as persoon_id, z.organisatie_id, null::uuid as gebruiker_id, l.naam as over, null::text as detail,
      coalesce((l.bevestigd_op at time zone 'Europe/Amsterdam')::date, l.van) as sinds
    from locatie l join voorziening z on z.id = l.voorziening_id
    where l.regio_id = ${vraag.regioId} and z.soort = 'verblijf' and l.van <= ${vraag.today}::date and (l.tot is null or l.tot > ${vraag.today}::date) and z.van <= ${vraag.today}::date and (z.tot is null or z.tot > ${vraag.today}::date)
      and (l.bevestigd_op is null or l.bevestigd_op < ${vraag.verouderdVoor}) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))`,
}
