import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const terugNaWeigering: Indicator = {
  id: 'terug_na_weigering',
  naam: 'Kwam terug na een weigering',
  definitie:
    'Van de meldingen van bekende mensen in de maand: het deel van wie bij de vorige melding werd geweigerd. Anonieme meldingen tellen niet mee.',
  soort: 'effect',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aandeel',
  teller: 'Meldingen na een weigering',
  noemer: 'Alle meldingen van bekende mensen in de maand',
  tijd: 'periode',
  zaak: 'melding',
  per: ['gemeente', 'aanbieder'],
  bronnen: ['feit_melding'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.organisatie_id as aanbieder, null::text as reden, f.vorige_geweigerd as teller, null::numeric as waarde
    from ${k.feit('melding')} f where f.meldingsdatum >= ${k.van}::date and f.meldingsdatum < ${k.tot}::date and f.pseudoniem is not null`,
}
