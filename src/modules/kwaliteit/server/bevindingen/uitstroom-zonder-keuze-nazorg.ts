import { sql } from 'kysely'
import { type Bevinding, metOpvolging, overPersoon, vertrekSleutel } from '../bevinding.ts'

export const uitstroomZonderKeuzeNazorg: Bevinding = {
  id: 'uitstroom_zonder_keuze_nazorg',
  naam: 'Uitgestroomd zonder keuze over nazorg',
  uitleg: 'Bij elk vertrek uit de keten hoort een keuze: nazorg, of waarom niet. Leg haar vast.',
  ernst: 'hoog',
  recht: 'nazorg.wijzigen',
  doen: 'Nazorg kiezen',
  pad: '/clienten/:persoon?tab=nazorg',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: vertrekSleutel, sinds: sql`v.op`, detail: sql`l.naam`, organisatie: sql`z.organisatie_id` })}
    from vertrekken() v join persoon p on p.id = v.persoon_id join locatie l on l.id = v.locatie_id join voorziening z on z.id = l.voorziening_id ${metOpvolging}
    where v.regio_id = ${vraag.regioId} and v.op >= ${vraag.vertrokkenVanaf}::date and is_uitstroom(v.soort, v.eindreden, v.bestemming)
      and not exists (select 1 from nazorgafspraak n where n.verblijf_id = v.verblijf_id and n.persoon_id = v.persoon_id and n.status not in ('geweigerd', 'ingetrokken'))
      and not exists (select 1 from verblijf_persoon x where x.persoon_id = v.persoon_id and x.soort = 'hoofd' and x.tot is null)`,
}
