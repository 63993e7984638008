import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const huurtNogNa6Maanden: Indicator = {
  id: 'huurt_nog_na_6_maanden',
  naam: 'Huurt nog na 6 maanden',
  definitie:
    'Van de huurcontracten die 6 tot 18 maanden voor het einde van de maand begonnen: het deel dat na 6 maanden nog liep.',
  soort: 'effect',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aandeel',
  teller: 'Contracten die na 6 maanden nog liepen',
  noemer: 'Contracten die 6 tot 18 maanden geleden begonnen',
  tijd: 'stand',
  zaak: 'huurcontract',
  per: ['gemeente'],
  bronnen: ['feit_huurcontract'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, null::uuid as product, null::uuid as aanbieder, null::text as reden, coalesce(f.geeindigd_op > f.begonnen_op + interval '6 months', true) as teller, null::numeric as waarde
    from ${k.feit('huurcontract')} f where f.begonnen_op + interval '6 months' <= ${k.op}::date and f.begonnen_op + interval '18 months' > ${k.op}::date`,
}
