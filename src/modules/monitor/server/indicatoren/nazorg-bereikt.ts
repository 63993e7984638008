import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const nazorgBereikt: Indicator = {
  id: 'nazorg_bereikt',
  naam: 'Bereikt binnen 30 dagen na vertrek',
  definitie:
    'Van de uitstroom van 30 tot 60 dagen voor het einde van de maand: het deel dat binnen 30 dagen na vertrek door nazorg is bereikt.',
  soort: 'effect',
  niveaus: ['tactisch'],
  maat: 'aandeel',
  teller: 'Uitstroom die binnen 30 dagen is bereikt',
  noemer: 'Uitstroom van 30 tot 60 dagen geleden',
  tijd: 'stand',
  zaak: 'verblijf',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_verblijf', 'feit_nazorg'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, null::text as reden, exists (select 1 from ${k.feit('nazorg')} a where a.verblijf = f.sleutel and a.pseudoniem = f.pseudoniem and (a.eerste_contact_op between f.tot and f.tot + 30 or a.laatste_contact_op between f.tot and f.tot + 30)) as teller, null::numeric as waarde
    from ${k.feit('verblijf')} f where f.is_hoofd and f.tot > ${k.op}::date - 60 and f.tot <= ${k.op}::date - 30 and onderdak.is_uitstroom(f.soort, f.eindreden, f.bestemming)`,
}
