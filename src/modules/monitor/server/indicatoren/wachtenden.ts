import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const wachtenden: Indicator = {
  id: 'wachtenden',
  naam: 'Mensen op de wachtlijst',
  definitie:
    'Wie op de laatste dag van de maand wacht: besloten, en nog niet begonnen of van de lijst. Ieder mens telt één keer, ook wie op twee dingen wacht. Gezinsleden tellen hier niet mee.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch', 'operationeel'],
  maat: 'mensen',
  teller: 'Mensen die wachten',
  noemer: null,
  tijd: 'stand',
  zaak: 'wacht',
  per: ['gemeente', 'product'],
  bronnen: ['feit_wacht'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, null::uuid as aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.feit('wacht')} f where f.besloten_op <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date`,
}
