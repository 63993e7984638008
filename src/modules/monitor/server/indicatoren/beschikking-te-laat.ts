import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const beschikkingTeLaat: Indicator = {
  id: 'beschikking_te_laat',
  naam: 'Termijn van beschikken voorbij',
  definitie:
    'Aanvragen waarop op de laatste dag van de maand nog niet is beslist, terwijl de uiterste dag voorbij is. Een aanvraag die nu is ingetrokken of buiten behandeling is, telt niet mee.',
  soort: 'outcome',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Aanvragen over de termijn',
  noemer: null,
  tijd: 'stand',
  zaak: 'beschikking',
  per: ['gemeente', 'aanbieder'],
  bronnen: ['feit_beschikking'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.organisatie_id as aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.feit('beschikking')} f where f.status in ('aangevraagd', 'beschikt') and f.aangevraagd_op <= ${k.op}::date and f.uiterlijk_op < ${k.op}::date and coalesce(f.beschikt_op, 'infinity') > ${k.op}::date`,
}
