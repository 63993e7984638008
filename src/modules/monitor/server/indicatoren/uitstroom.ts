import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const uitstroom: Indicator = {
  id: 'uitstroom',
  naam: 'Uitstroom',
  definitie:
    'Verblijven die in de maand eindigden met vertrek naar een plek buiten de keten, naar bestemming. Van een gezin telt het aanspreekpunt. Verhuizen, doorstroom, een time-out en overlijden zijn geen uitstroom.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Verblijven die eindigden met uitstroom',
  noemer: null,
  tijd: 'periode',
  zaak: 'verblijf',
  per: ['gemeente', 'product', 'aanbieder', 'reden'],
  bronnen: ['feit_verblijf'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, f.bestemming as reden, true as teller, null::numeric as waarde
    from ${k.feit('verblijf')} f where f.is_hoofd and f.tot >= ${k.van}::date and f.tot < ${k.tot}::date and onderdak.is_uitstroom(f.soort, f.eindreden, f.bestemming)`,
}
