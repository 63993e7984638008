import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const langerDanMaximum: Indicator = {
  id: 'langer_dan_maximum',
  naam: 'Langer dan het maximum',
  definitie:
    'Van de verblijven op de laatste dag van de maand met een grens: het deel waarvan de uiterste dag is bereikt.',
  soort: 'outcome',
  niveaus: ['strategisch', 'tactisch', 'operationeel'],
  maat: 'aandeel',
  teller: 'Verblijven over de grens',
  noemer: 'Verblijven met een grens',
  tijd: 'stand',
  zaak: 'verblijf',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_verblijf'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, null::text as reden, f.uiterlijk_op <= ${k.op}::date as teller, null::numeric as waarde
    from ${k.feit('verblijf')} f where f.van <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date and f.is_hoofd and f.uiterlijk_op is not null`,
}
