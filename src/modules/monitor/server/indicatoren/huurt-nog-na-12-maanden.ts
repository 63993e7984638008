import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const huurtNogNa12Maanden: Indicator = {
  id: 'huurt_nog_na_12_maanden',
  naam: 'Huurt nog na 12 maanden',
  definitie:
    'Van de huurcontracten die 12 tot 24 maanden voor het einde van de maand begonnen: het deel dat na 12 maanden nog liep.',
  soort: 'effect',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aandeel',
  teller: 'Contracten die na 12 maanden nog liepen',
  noemer: 'Contracten die 12 tot 24 maanden geleden begonnen',
  tijd: 'stand',
  zaak: 'huurcontract',
  per: ['gemeente'],
  bronnen: ['feit_huurcontract'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, null::uuid as product, null::uuid as aanbieder, null::text as reden, coalesce(f.geeindigd_op > f.begonnen_op + interval '12 months', true) as teller, null::numeric as waarde
    from ${k.feit('huurcontract')} f where f.begonnen_op + interval '12 months' <= ${k.op}::date and f.begonnen_op + interval '24 months' > ${k.op}::date`,
}
