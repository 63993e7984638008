import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const langerZonderReden: Indicator = {
  id: 'langer_zonder_reden',
  naam: 'Langer dan het maximum, zonder reden',
  definitie: 'Verblijven die op de laatste dag van de maand over de grens zijn zonder dat vastligt waarom.',
  soort: 'outcome',
  niveaus: ['operationeel'],
  maat: 'aantal',
  teller: 'Verblijven',
  noemer: null,
  tijd: 'stand',
  zaak: 'verblijf',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_verblijf'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.feit('verblijf')} f where f.van <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date and f.is_hoofd and f.uiterlijk_op <= ${k.op}::date and not f.heeft_reden`,
}
