import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const buitenGebruik: Indicator = {
  id: 'buiten_gebruik',
  naam: 'Plekken buiten gebruik',
  definitie: 'Deel van alle plekken dat op de laatste dag van de maand niet te gebruiken is.',
  soort: 'output',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aandeel',
  teller: 'Plekken buiten gebruik',
  noemer: 'Alle plekken',
  tijd: 'stand',
  zaak: 'plek',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_plek', 'feit_buiten_gebruik'],
  eigenaar: 'Programmamanager',
  kleineCel: 'geen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, null::uuid as wie, case when not f.is_geheim then f.gemeente_code end as gemeente, f.product_id as product, case when not f.is_geheim then f.aanbieder_id end as aanbieder, null::text as reden, exists (select 1 from ${k.feit('buiten_gebruik')} b where b.plek_id = f.sleutel and b.van <= ${k.op}::date and coalesce(b.tot, 'infinity') > ${k.op}::date) as teller, null::numeric as waarde
    from ${k.feit('plek')} f where f.van <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date`,
}
