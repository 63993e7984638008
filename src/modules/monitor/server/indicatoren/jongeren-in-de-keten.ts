import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const jongerenInDeKeten: Indicator = {
  id: 'jongeren_in_de_keten',
  naam: 'Jongeren van 18 tot en met 26 in de keten',
  definitie:
    'Mensen van 18 tot en met 26 jaar die op de laatste dag van de maand in de keten slapen. Leeftijd: het jaar van de peildatum min het geboortejaar. Wie geen bekend geboortejaar heeft, telt niet mee.',
  soort: 'output',
  niveaus: ['tactisch'],
  maat: 'mensen',
  teller: 'Jongeren',
  noemer: null,
  tijd: 'stand',
  zaak: 'verblijf',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_verblijf', 'feit_persoon'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.feit('verblijf')} f join ${k.feit('persoon')} p on p.pseudoniem = f.pseudoniem
    where f.van <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date and extract(year from ${k.op}::date) - p.geboortejaar between 18 and 26`,
}
