import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const herinstroom: Indicator = {
  id: 'herinstroom',
  naam: 'Herinstroom',
  definitie: 'Meldingen in de maand van mensen die eerder uitstroomden (draaideur).',
  soort: 'effect',
  niveaus: ['strategisch', 'tactisch', 'operationeel'],
  maat: 'mensen',
  teller: 'Mensen die terugkwamen na uitstroom',
  noemer: null,
  tijd: 'periode',
  zaak: 'melding',
  per: ['gemeente', 'aanbieder'],
  bronnen: ['feit_melding'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.organisatie_id as aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.feit('melding')} f where f.meldingsdatum >= ${k.van}::date and f.meldingsdatum < ${k.tot}::date and f.is_herinstroom`,
}
