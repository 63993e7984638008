import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const besluitOpTijd: Indicator = {
  id: 'besluit_op_tijd',
  naam: 'Besluit binnen de termijn',
  definitie:
    'Van de besluiten in de maand: het deel op of voor de uiterste dag van het onderzoek (zes weken na de melding, Wmo 2015 artikel 2.3.2).',
  soort: 'outcome',
  niveaus: ['strategisch', 'tactisch', 'operationeel'],
  maat: 'aandeel',
  teller: 'Besluiten op tijd',
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
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.organisatie_id as aanbieder, null::text as reden, f.besloten_op <= f.uiterlijk_op as teller, null::numeric as waarde
    from ${k.feit('melding')} f where f.besloten_op >= ${k.van}::date and f.besloten_op < ${k.tot}::date`,
}
