import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const inBeeld: Indicator = {
  id: 'in_beeld',
  naam: 'In beeld',
  definitie:
    'Mensen voor wie op de laatste dag van de maand iemand verantwoordelijk is en een volgende stap klaarstaat.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch', 'operationeel'],
  maat: 'mensen',
  teller: 'Mensen in beeld',
  noemer: null,
  tijd: 'stand',
  zaak: 'in_beeld',
  per: ['aanbieder'],
  bronnen: ['feit_in_beeld'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, null::text as gemeente, null::uuid as product, f.organisatie_id as aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.feit('in_beeld')} f where f.van <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date and f.pseudoniem is not null`,
}
