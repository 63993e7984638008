import { sql } from 'kysely'
import { type Bevinding, metVerblijf, overVerblijf } from '../bevinding.ts'

export const teLangZonderReden: Bevinding = {
  id: 'te_lang_zonder_reden',
  naam: 'Langer dan het maximum, zonder reden',
  uitleg:
    'Dit verblijf duurt langer dan de regels zeggen en niemand legde vast waarom. Verleng met een reden.',
  ernst: 'hoog',
  recht: 'verblijf.vastleggen',
  doen: 'Reden vastleggen',
  pad: '/verblijven/:sleutel',
  vind: (vraag) => sql`select ${overVerblijf(sql`v.uiterlijk_op`)}
    from verblijf v ${metVerblijf}
    where v.regio_id = ${vraag.regioId} and v.geeindigd_op is null and v.uiterlijk_op <= ${vraag.today}::date and v.overschrijding_reden is null`,
}
