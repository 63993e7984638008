import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const wachtendenMetGezin: Indicator = {
  id: 'wachtenden_met_gezin',
  naam: 'Wachtenden met hun gezin',
  definitie:
    'Alle mensen die samen wachten op de laatste dag van de maand: wie op de lijst staat, met partner en kinderen. Wie op twee dingen wacht, telt twee keer.',
  soort: 'output',
  niveaus: ['tactisch'],
  maat: 'som',
  teller: 'Mensen in de huishoudens die wachten',
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
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, null::uuid as aanbieder, null::text as reden, true as teller, f.personen as waarde
    from ${k.feit('wacht')} f where f.besloten_op <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date`,
}
