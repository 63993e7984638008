import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const meldingen: Indicator = {
  id: 'meldingen',
  naam: 'Meldingen',
  definitie:
    'Meldingen die in de maand binnenkwamen, bij elk loket en langs elk kanaal. Ook anonieme meldingen.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Meldingen',
  noemer: null,
  tijd: 'periode',
  zaak: 'melding',
  per: ['gemeente', 'aanbieder', 'reden'],
  bronnen: ['feit_melding'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.organisatie_id as aanbieder, f.kanaal as reden, true as teller, null::numeric as waarde
    from ${k.feit('melding')} f where f.meldingsdatum >= ${k.van}::date and f.meldingsdatum < ${k.tot}::date`,
}
