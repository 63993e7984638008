import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const voorstelAntwoordtijd: Indicator = {
  id: 'voorstel_antwoordtijd',
  naam: 'Tijd tot antwoord op een voorstel',
  definitie: 'Dagen van voorstel tot antwoord, van de antwoorden in de maand. De helft duurde langer.',
  soort: 'outcome',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'mediaan',
  teller: 'Dagen',
  noemer: null,
  tijd: 'periode',
  zaak: 'voorstel',
  per: ['product', 'aanbieder'],
  bronnen: ['feit_voorstel'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, null::text as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, null::text as reden, true as teller, (f.beantwoord_op - f.voorgesteld_op) as waarde
    from ${k.feit('voorstel')} f where f.beantwoord_op >= ${k.van}::date and f.beantwoord_op < ${k.tot}::date`,
}
