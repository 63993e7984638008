import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const wachttijdWachtendenP90: Indicator = {
  id: 'wachttijd_wachtenden_p90',
  naam: 'Wachttijd van wie het langst wacht',
  definitie:
    'Dagen sinds het besluit, op de laatste dag van de maand. Negen van de tien wachtenden wachten zo lang of korter, één wacht langer.',
  soort: 'outcome',
  niveaus: ['tactisch'],
  maat: 'p90',
  teller: 'Dagen sinds het besluit',
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
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, null::uuid as aanbieder, null::text as reden, true as teller, (${k.op}::date - f.besloten_op) as waarde
    from ${k.feit('wacht')} f where f.besloten_op <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date`,
}
