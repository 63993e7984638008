import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const bezettingBruikbaar: Indicator = {
  id: 'bezetting_bruikbaar',
  naam: 'Bezetting van bruikbare plekken',
  definitie:
    'Deel van de plekken die niet buiten gebruik zijn, waar op de laatste dag van de maand iemand verblijft. Een plek buiten gebruik waar toch iemand is, telt als bruikbaar.',
  soort: 'output',
  niveaus: ['tactisch'],
  maat: 'aandeel',
  teller: 'Plekken waar iemand verblijft',
  noemer: 'Plekken die niet buiten gebruik zijn',
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
      and (exists (select 1 from ${k.feit('verblijf')} v where v.plek_id = f.sleutel and v.van <= ${k.op}::date and coalesce(v.tot, 'infinity') > ${k.op}::date) or not exists (select 1 from ${k.feit('buiten_gebruik')} b where b.plek_id = f.sleutel and b.van <= ${k.op}::date and coalesce(b.tot, 'infinity') > ${k.op}::date))`,
}
