import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const kinderenInDeKeten: Indicator = {
  id: 'kinderen_in_de_keten',
  naam: 'Kinderen in de keten',
  definitie:
    'Minderjarigen die op de laatste dag van de maand in de keten slapen. Leeftijd: het jaar van de peildatum min het geboortejaar, kleiner dan 18. Wie geen bekend geboortejaar heeft, telt niet mee.',
  soort: 'outcome',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'mensen',
  teller: 'Minderjarigen',
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
    where f.van <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date and extract(year from ${k.op}::date) - p.geboortejaar < 18`,
}
