import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const mensenMetToekenning: Indicator = {
  id: 'mensen_met_toekenning',
  naam: 'Mensen met een toekenning',
  definitie:
    'Wie op de laatste dag van de maand een toekenning of herziening heeft die geldt, ook wie nog wacht op een plek. Ieder mens telt één keer. De gemeente is die waarvoor is beschikt.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'mensen',
  teller: 'Mensen met een toekenning die geldt',
  noemer: null,
  tijd: 'stand',
  zaak: 'beschikking',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_beschikking'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.organisatie_id as aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.feit('beschikking')} f where f.status = 'beschikt' and f.soort in ('toekenning', 'herziening') and f.geldig_van <= ${k.op}::date and coalesce(f.geldig_tot, 'infinity') > ${k.op}::date`,
}
