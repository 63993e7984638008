import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const verblijfsduur: Indicator = {
  id: 'verblijfsduur',
  naam: 'Verblijfsduur',
  definitie:
    'Nachten van de verblijven die in de maand eindigden. De helft duurde langer. Van een gezin telt het aanspreekpunt. Wie verhuist, begint aan een nieuw verblijf. Time-outs tellen niet mee.',
  soort: 'outcome',
  niveaus: ['tactisch'],
  maat: 'mediaan',
  teller: 'Nachten',
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
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, null::text as reden, true as teller, (f.tot - f.van) as waarde
    from ${k.feit('verblijf')} f where f.is_hoofd and f.soort <> 'time_out' and f.tot >= ${k.van}::date and f.tot < ${k.tot}::date`,
}
