import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const terugNa0Tot180Dagen: Indicator = {
  id: 'terug_na_0_tot_180_dagen',
  naam: 'Terug na 0 tot en met 180 dagen',
  definitie:
    'Van de uitstroom van 180 tot 545 dagen voor het einde van de maand: het deel dat 0 tot en met 180 dagen na vertrek weer in de keten verbleef, en niet eerder. Alleen wie lang genoeg geleden vertrok, telt mee. Wie in een andere regio terugkwam, is niet bekend.',
  soort: 'effect',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aandeel',
  teller: 'Uitstroom met terugkeer na 0 tot en met 180 dagen',
  noemer: 'Uitstroom van 180 tot 545 dagen geleden',
  tijd: 'stand',
  zaak: 'verblijf',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_verblijf'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, null::text as reden, exists (select 1 from ${k.feit('verblijf')} o where o.pseudoniem = f.pseudoniem and o.soort <> 'time_out' and o.van > f.tot + -1 and o.van <= f.tot + 180 and o.sleutel <> f.sleutel) as teller, null::numeric as waarde
    from ${k.feit('verblijf')} f where f.is_hoofd and f.tot > ${k.op}::date - 545 and f.tot <= ${k.op}::date - 180 and onderdak.is_uitstroom(f.soort, f.eindreden, f.bestemming)`,
}
