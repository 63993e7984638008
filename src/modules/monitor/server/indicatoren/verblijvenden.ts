import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const verblijvenden: Indicator = {
  id: 'verblijvenden',
  naam: 'Mensen die verblijven',
  definitie:
    'Iedereen die op de laatste dag van de maand in de keten slaapt, ook partners en kinderen. Ieder mens één keer. Gasten van de winterkouderegeling tellen niet mee.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch', 'operationeel'],
  maat: 'mensen',
  teller: 'Mensen',
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
    from ${k.feit('verblijf')} f where f.van <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date`,
}
