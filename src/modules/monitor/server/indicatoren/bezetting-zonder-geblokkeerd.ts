import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const bezettingZonderGeblokkeerd: Indicator = {
  id: 'bezetting_zonder_geblokkeerd',
  naam: 'Bezetting zonder geblokkeerde plekken',
  definitie:
    'Deel van de bruikbare plekken waar op de laatste dag van de maand iemand verblijft die daar nog hoort. Plekken van wie klaar is om te vertrekken, tellen niet mee.',
  soort: 'output',
  niveaus: ['tactisch'],
  maat: 'aandeel',
  teller: 'Plekken waar iemand verblijft die daar nog hoort',
  noemer: 'Bruikbare plekken zonder geblokkeerde',
  tijd: 'stand',
  zaak: 'plek',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_plek', 'feit_verblijf', 'feit_buiten_gebruik'],
  eigenaar: 'Programmamanager',
  kleineCel: 'geen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, null::uuid as wie, case when not f.is_geheim then f.gemeente_code end as gemeente, f.product_id as product, case when not f.is_geheim then f.aanbieder_id end as aanbieder, null::text as reden, exists (select 1 from ${k.feit('verblijf')} v where v.plek_id = f.sleutel and v.van <= ${k.op}::date and coalesce(v.tot, 'infinity') > ${k.op}::date) as teller, null::numeric as waarde
    from ${k.feit('plek')} f where f.van <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date
      and (exists (select 1 from ${k.feit('verblijf')} v where v.plek_id = f.sleutel and v.van <= ${k.op}::date and coalesce(v.tot, 'infinity') > ${k.op}::date) or not exists (select 1 from ${k.feit('buiten_gebruik')} b where b.plek_id = f.sleutel and b.van <= ${k.op}::date and coalesce(b.tot, 'infinity') > ${k.op}::date)) and not exists (select 1 from ${k.feit('verblijf')} v where v.plek_id = f.sleutel and v.is_hoofd and v.van <= ${k.op}::date and coalesce(v.tot, 'infinity') > ${k.op}::date and v.uitstroomgereed_op <= ${k.op}::date)`,
}
