import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const geweigerd: Indicator = {
  id: 'geweigerd',
  naam: 'Niet toegelaten',
  definitie:
    'Van de besluiten in de maand: het deel dat een weigering is, door de toegang of door de persoon zelf.',
  soort: 'outcome',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aandeel',
  teller: 'Weigeringen',
  noemer: 'Alle besluiten in de maand',
  tijd: 'periode',
  zaak: 'melding',
  per: ['gemeente', 'aanbieder'],
  bronnen: ['feit_melding'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.organisatie_id as aanbieder, null::text as reden, f.uitkomst = 'geweigerd' as teller, null::numeric as waarde
    from ${k.feit('melding')} f where f.besloten_op >= ${k.van}::date and f.besloten_op < ${k.tot}::date`,
}
