import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const wachtZonderOverbrugging: Indicator = {
  id: 'wacht_zonder_overbrugging',
  naam: 'Wacht zonder hulp',
  definitie:
    'Deel van de registraties op de laatste dag van de maand bij wie er tijdens het wachten niets gebeurt.',
  soort: 'outcome',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aandeel',
  teller: 'Registraties zonder overbrugging',
  noemer: 'Alle registraties op de lijst',
  tijd: 'stand',
  zaak: 'wacht',
  per: ['gemeente', 'product'],
  bronnen: ['feit_wacht'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, null::uuid as aanbieder, null::text as reden, f.overbrugging = 'geen' as teller, null::numeric as waarde
    from ${k.feit('wacht')} f where f.besloten_op <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date`,
}
