import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const doorverwezen: Indicator = {
  id: 'doorverwezen',
  naam: 'Doorverwezen',
  definitie: 'Besluiten in de maand waarbij een ander het overneemt, ook een andere regio.',
  soort: 'output',
  niveaus: ['tactisch'],
  maat: 'aantal',
  teller: 'Doorverwijzingen',
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
    from ${k.feit('melding')} f where f.besloten_op >= ${k.van}::date and f.besloten_op < ${k.tot}::date and f.uitkomst = 'doorverwezen'`,
}
