import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const gezinnenInGesprek: Indicator = {
  id: 'gezinnen_in_gesprek',
  naam: 'Gezinnen in gesprek',
  definitie:
    'Gezinnen met wie het loket in de maand een gesprek had. Ieder gezin telt één keer, ook als het bij twee loketten kwam. Een gezin dat in twee maanden komt, telt in beide: maanden zijn niet op te tellen tot een jaar.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'gezinnen',
  teller: 'Gezinnen',
  noemer: null,
  tijd: 'periode',
  zaak: 'klantcontact',
  per: ['gemeente', 'aanbieder'],
  bronnen: ['feit_klantcontact'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.gezin as wie, case when f.van_elders then 'elders' else f.gemeente_code end as gemeente, null::uuid as product, f.organisatie_id as aanbieder, null::text as reden, f.leeftijdsklasse, true as teller, null::numeric as waarde
    from ${k.feit('klantcontact')} f where f.op >= ${k.van}::date and f.op < ${k.tot}::date and f.soort = 'gezinsgesprek'`,
}
