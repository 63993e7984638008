import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const nietPlaatsbaar: Indicator = {
  id: 'niet_plaatsbaar',
  naam: 'Past nergens',
  definitie: 'Registraties op de laatste dag van de maand waarvoor geen enkele plek in de regio past.',
  soort: 'outcome',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Registraties zonder passende plek in de regio',
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
    from ${k.feit('wacht')} f where f.besloten_op <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date and f.niet_plaatsbaar_sinds <= ${k.op}::date`,
}
