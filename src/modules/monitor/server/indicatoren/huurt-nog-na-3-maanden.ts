import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const huurtNogNa3Maanden: Indicator = {
  id: 'huurt_nog_na_3_maanden',
  naam: 'Huurt nog na 3 maanden',
  definitie:
    'Van de huurcontracten die 3 tot 15 maanden voor het einde van de maand begonnen: het deel dat na 3 maanden nog liep.',
  soort: 'effect',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aandeel',
  teller: 'Contracten die na 3 maanden nog liepen',
  noemer: 'Contracten die 3 tot 15 maanden geleden begonnen',
  tijd: 'stand',
  zaak: 'huurcontract',
  per: ['gemeente'],
  bronnen: ['feit_huurcontract'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, null::uuid as product, null::uuid as aanbieder, null::text as reden, coalesce(f.geeindigd_op > f.begonnen_op + interval '3 months', true) as teller, null::numeric as waarde
    from ${k.feit('huurcontract')} f where f.begonnen_op + interval '3 months' <= ${k.op}::date and f.begonnen_op + interval '15 months' > ${k.op}::date`,
}
