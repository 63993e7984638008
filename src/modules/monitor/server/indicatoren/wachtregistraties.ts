import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const wachtregistraties: Indicator = {
  id: 'wachtregistraties',
  naam: 'Registraties op de wachtlijst',
  definitie:
    'Elke keer dat iemand op de lijst staat op de laatste dag van de maand. Wie op twee dingen wacht, telt twee keer.',
  soort: 'output',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Registraties',
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
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, null::uuid as aanbieder, f.richting as reden, true as teller, null::numeric as waarde
    from ${k.feit('wacht')} f where f.besloten_op <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date`,
}
