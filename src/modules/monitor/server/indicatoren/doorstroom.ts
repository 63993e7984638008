import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const doorstroom: Indicator = {
  id: 'doorstroom',
  naam: 'Doorstroom',
  definitie:
    'Verblijven die in de maand eindigden omdat iemand binnen de keten verder ging met een ander product. Van een gezin telt het aanspreekpunt. Verhuizen en time-outs tellen niet mee.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aantal',
  teller: 'Verblijven die eindigden met doorstroom',
  noemer: null,
  tijd: 'periode',
  zaak: 'verblijf',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_verblijf'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.feit('verblijf')} f where f.is_hoofd and f.soort <> 'time_out' and f.tot >= ${k.van}::date and f.tot < ${k.tot}::date and f.eindreden = 'doorstroom'`,
}
