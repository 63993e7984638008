import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const doorlooptijdMelding: Indicator = {
  id: 'doorlooptijd_melding',
  naam: 'Van melding tot besluit',
  definitie: 'Dagen van melding tot besluit, van de besluiten in de maand. De helft duurde langer.',
  soort: 'outcome',
  niveaus: ['tactisch'],
  maat: 'mediaan',
  teller: 'Dagen van melding tot besluit',
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
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.organisatie_id as aanbieder, null::text as reden, true as teller, (f.besloten_op - f.meldingsdatum) as waarde
    from ${k.feit('melding')} f where f.besloten_op >= ${k.van}::date and f.besloten_op < ${k.tot}::date`,
}
