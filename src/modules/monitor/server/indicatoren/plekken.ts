import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const plekken: Indicator = {
  id: 'plekken',
  naam: 'Plekken',
  definitie: 'Plekken die op de laatste dag van de maand bestaan, elk voor één huishouden, ook tijdelijke.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aantal',
  teller: 'Plekken',
  noemer: null,
  tijd: 'stand',
  zaak: 'plek',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_plek'],
  eigenaar: 'Programmamanager',
  kleineCel: 'geen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, null::uuid as wie, case when not f.is_geheim then f.gemeente_code end as gemeente, f.product_id as product, case when not f.is_geheim then f.aanbieder_id end as aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.feit('plek')} f where f.van <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date`,
}
