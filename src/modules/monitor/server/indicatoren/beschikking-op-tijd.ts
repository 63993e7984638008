import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const beschikkingOpTijd: Indicator = {
  id: 'beschikking_op_tijd',
  naam: 'Beschikking op tijd',
  definitie:
    'Van de beschikkingen in de maand: het deel op of voor de uiterste dag, met opschorting en de Algemene termijnenwet.',
  soort: 'outcome',
  niveaus: ['strategisch', 'tactisch', 'operationeel'],
  maat: 'aandeel',
  teller: 'Beschikkingen op tijd',
  noemer: 'Alle beschikkingen in de maand',
  tijd: 'periode',
  zaak: 'beschikking',
  per: ['gemeente', 'aanbieder', 'product'],
  bronnen: ['feit_beschikking'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.organisatie_id as aanbieder, null::text as reden, f.beschikt_op <= f.uiterlijk_op as teller, null::numeric as waarde
    from ${k.feit('beschikking')} f where f.beschikt_op >= ${k.van}::date and f.beschikt_op < ${k.tot}::date`,
}
