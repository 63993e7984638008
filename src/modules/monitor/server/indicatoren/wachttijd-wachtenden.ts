import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const wachttijdWachtenden: Indicator = {
  id: 'wachttijd_wachtenden',
  naam: 'Wachttijd van wie nog wacht',
  definitie:
    'Dagen sinds het besluit van wie op de laatste dag van de maand wacht. De helft wacht langer. Dit zegt iets anders dan de wachttijd van wie een plek kreeg: wie lang wacht, telt hier elke maand mee.',
  soort: 'outcome',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'mediaan',
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
