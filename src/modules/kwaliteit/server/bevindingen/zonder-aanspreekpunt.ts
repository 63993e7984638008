import { sql } from 'kysely'
import { type Bevinding, metVerblijf, overVerblijf } from '../bevinding.ts'

export const zonderAanspreekpunt: Bevinding = {
  id: 'zonder_aanspreekpunt',
  naam: 'Verblijft zonder vast aanspreekpunt',
  uitleg: 'Wie verblijft heeft één vast aanspreekpunt. Kies een medewerker, of begin het traject.',
  ernst: 'gewoon',
  recht: 'traject.wijzigen',
  doen: 'Aanspreekpunt kiezen',
  pad: '/clienten/:persoon',
  vind: (vraag) => sql`select ${overVerblijf(sql`v.begonnen_op`)}
    from verblijf v ${metVerblijf}
    where v.regio_id = ${vraag.regioId} and v.geeindigd_op is null and v.soort = 'regulier' and not exists (select 1 from aanspreekpunt n where n.persoon_id = v.persoon_id and n.tot is null)`,
}
