import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const terugNa366Tot730Dagen: Indicator = {
  id: 'terug_na_366_tot_730_dagen',
  naam: 'Terug na 366 tot en met 730 dagen',
  definitie:
    'Van de uitstroom van 730 tot 1095 dagen voor het einde van de maand: het deel dat 366 tot en met 730 dagen na vertrek weer in de keten verbleef, en niet eerder. Alleen wie lang genoeg geleden vertrok, telt mee. Wie in een andere regio terugkwam, is niet bekend.',
  soort: 'effect',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aandeel',
  teller: 'Uitstroom met terugkeer na 366 tot en met 730 dagen',
  noemer: 'Uitstroom van 730 tot 1095 dagen geleden',
  tijd: 'stand',
  zaak: 'verblijf',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_verblijf'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, null::text as reden, exists (select 1 from ${k.feit('verblijf')} o where o.pseudoniem = f.pseudoniem and o.soort <> 'time_out' and o.van > f.tot + 365 and o.van <= f.tot + 730 and o.sleutel <> f.sleutel) and not exists (select 1 from ${k.feit('verblijf')} e where e.pseudoniem = f.pseudoniem and e.soort <> 'time_out' and e.sleutel <> f.sleutel and e.van >= f.tot and e.van < f.tot + 366) as teller, null::numeric as waarde
    from ${k.feit('verblijf')} f where f.is_hoofd and f.tot > ${k.op}::date - 1095 and f.tot <= ${k.op}::date - 730 and onderdak.is_uitstroom(f.soort, f.eindreden, f.bestemming)`,
}
