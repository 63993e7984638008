import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const instroom: Indicator = {
  id: 'instroom',
  naam: 'Instroom',
  definitie:
    'Verblijven die in de maand begonnen van wie niet op dezelfde dag van een andere plek in de keten kwam. Het aanspreekpunt van een gezin telt, time-outs niet.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aantal',
  teller: 'Verblijven die begonnen',
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
    from ${k.feit('verblijf')} f where f.is_hoofd and f.soort <> 'time_out' and f.van >= ${k.van}::date and f.van < ${k.tot}::date
      and not exists (select 1 from ${k.feit('verblijf')} o where o.pseudoniem = f.pseudoniem and o.sleutel <> f.sleutel and o.tot = f.van and o.eindreden in ('verhuisd', 'doorstroom'))`,
}
