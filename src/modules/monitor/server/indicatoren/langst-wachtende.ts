import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const langstWachtende: Indicator = {
  id: 'langst_wachtende',
  naam: 'Wie het allerlangst wacht',
  definitie: 'Dagen sinds het besluit van wie op de laatste dag van de maand het langst wacht.',
  soort: 'outcome',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'hoogste',
  teller: 'Dagen sinds het besluit',
  noemer: null,
  tijd: 'stand',
  zaak: 'wacht',
  per: ['product'],
  bronnen: ['feit_wacht'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, null::uuid as aanbieder, null::text as reden, true as teller, (${k.op}::date - f.besloten_op) as waarde
    from ${k.feit('wacht')} f where f.besloten_op <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date`,
}
