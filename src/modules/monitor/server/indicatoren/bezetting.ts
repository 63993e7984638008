import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const bezetting: Indicator = {
  id: 'bezetting',
  naam: 'Bezetting van alle plekken',
  definitie: 'Deel van alle plekken waar op de laatste dag van de maand iemand verblijft.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aandeel',
  teller: 'Plekken waar iemand verblijft',
  noemer: 'Alle plekken',
  tijd: 'stand',
  zaak: 'plek',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_plek', 'feit_verblijf'],
  eigenaar: 'Programmamanager',
  kleineCel: 'geen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, null::uuid as wie, case when not f.is_geheim then f.gemeente_code end as gemeente, f.product_id as product, case when not f.is_geheim then f.aanbieder_id end as aanbieder, null::text as reden, exists (select 1 from ${k.feit('verblijf')} v where v.plek_id = f.sleutel and v.van <= ${k.op}::date and coalesce(v.tot, 'infinity') > ${k.op}::date) as teller, null::numeric as waarde
    from ${k.feit('plek')} f where f.van <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date`,
}
