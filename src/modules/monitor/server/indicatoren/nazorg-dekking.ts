import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const nazorgDekking: Indicator = {
  id: 'nazorg_dekking',
  naam: 'Nazorg afgesproken',
  definitie:
    'Van de uitstroom in de maand: het deel met een afspraak over nazorg. Een besluit dat er geen nazorg komt, telt niet als afspraak.',
  soort: 'outcome',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aandeel',
  teller: 'Uitstroom met nazorg',
  noemer: 'Alle uitstroom in de maand',
  tijd: 'periode',
  zaak: 'verblijf',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_verblijf', 'feit_nazorg'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, null::text as reden, exists (select 1 from ${k.feit('nazorg')} a where a.verblijf = f.sleutel and a.pseudoniem = f.pseudoniem and a.status not in ('geen', 'geweigerd', 'ingetrokken')) as teller, null::numeric as waarde
    from ${k.feit('verblijf')} f where f.is_hoofd and f.tot >= ${k.van}::date and f.tot < ${k.tot}::date and onderdak.is_uitstroom(f.soort, f.eindreden, f.bestemming)`,
}
