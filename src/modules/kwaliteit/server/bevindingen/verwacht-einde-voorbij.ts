import { sql } from 'kysely'
import { type Bevinding, metVerblijf, overVerblijf } from '../bevinding.ts'

export const verwachtEindeVoorbij: Bevinding = {
  id: 'verwacht_einde_voorbij',
  naam: 'Verwacht vertrek is voorbij',
  uitleg:
    'Deze cliënt zou al vertrokken zijn. Leg het vertrek vast, of kies een nieuwe dag met de reden. Anders staat een plek als bijna vrij die het niet is.',
  ernst: 'hoog',
  recht: 'verblijf.vastleggen',
  doen: 'Verblijf bijwerken',
  pad: '/verblijven/:sleutel',
  vind: (vraag) => sql`select ${overVerblijf(sql`v.verwacht_einde_op + 1`)}
    from verblijf v ${metVerblijf}
    where v.regio_id = ${vraag.regioId} and v.geeindigd_op is null and v.verwacht_einde_op < ${vraag.today}::date`,
}
