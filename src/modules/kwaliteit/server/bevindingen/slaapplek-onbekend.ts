import { sql } from 'kysely'
import { type Bevinding, naam } from '../bevinding.ts'

export const slaapplekOnbekend: Bevinding = {
  id: 'slaapplek_onbekend',
  naam: 'Onbekend of er een slaapplek is',
  uitleg:
    'De melding is van gisteren of eerder, en niemand legde vast of er die nacht een slaapplek was. Vraag het en leg het vast.',
  ernst: 'hoog',
  recht: 'melding.behandelen',
  doen: 'Slaapplek invullen',
  pad: '/meldingen/:sleutel',
  vind: (
    vraag,
  ) => sql`select m.id as sleutel, m.persoon_id, m.organisatie_id, m.behandelaar_id as gebruiker_id, coalesce(${naam}, 'Anonieme melding') as over,
      m.nummer as detail, m.meldingsdatum as sinds
    from melding m left join persoon p on p.id = m.persoon_id
    where m.regio_id = ${vraag.regioId} and m.slaapplek_vannacht = 'onbekend' and m.status in ('nieuw', 'triage', 'onderzoek', 'wacht_op_besluit') and m.meldingsdatum < ${vraag.today}::date`,
}
