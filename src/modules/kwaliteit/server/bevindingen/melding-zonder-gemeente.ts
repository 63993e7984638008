import { sql } from 'kysely'
import { type Bevinding, naam } from '../bevinding.ts'

export const meldingZonderGemeente: Bevinding = {
  id: 'melding_zonder_gemeente',
  naam: 'Melding zonder gemeente',
  uitleg:
    'Zonder gemeente is niet te zien wie verantwoordelijk is, en telt de melding nergens mee. Vul de gemeente in.',
  ernst: 'gewoon',
  recht: 'melding.behandelen',
  doen: 'Gemeente invullen',
  pad: '/meldingen/:sleutel',
  vind: (
    vraag,
  ) => sql`select m.id as sleutel, m.persoon_id, m.organisatie_id, m.behandelaar_id as gebruiker_id, coalesce(${naam}, 'Anonieme melding') as over,
      m.nummer as detail, m.meldingsdatum as sinds
    from melding m left join persoon p on p.id = m.persoon_id
    where m.regio_id = ${vraag.regioId} and m.gemeente_code is null and m.status <> 'gesloten'`,
}
