import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const uitBeeld: Indicator = {
  id: 'uit_beeld',
  naam: 'Afgesloten',
  definitie:
    'Mensen van wie de opvolging in de maand is afgesloten, naar reden. Ook wie daarna weer in beeld kwam, telt.',
  soort: 'outcome',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'mensen',
  teller: 'Mensen',
  noemer: null,
  tijd: 'periode',
  zaak: 'in_beeld',
  per: ['aanbieder', 'reden'],
  bronnen: ['feit_in_beeld'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, null::text as gemeente, null::uuid as product, f.organisatie_id as aanbieder, f.afsluitreden as reden, true as teller, null::numeric as waarde
    from ${k.feit('in_beeld')} f where f.tot >= ${k.van}::date and f.tot < ${k.tot}::date and f.pseudoniem is not null`,
}
