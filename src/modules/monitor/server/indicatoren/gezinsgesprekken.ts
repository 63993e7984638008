import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const gezinsgesprekken: Indicator = {
  id: 'gezinsgesprekken',
  naam: 'Gesprekken met gezinnen',
  definitie:
    'Gesprekken met een gezin aan het loket in de maand. Een gezin dat drie keer komt, telt drie keer.',
  soort: 'output',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Gesprekken met een gezin',
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
  ) => sql`select f.sleutel as zaak, null::uuid as wie, case when f.van_elders then 'elders' else f.gemeente_code end as gemeente, null::uuid as product, f.organisatie_id as aanbieder, null::text as reden, f.leeftijdsklasse, true as teller, null::numeric as waarde
    from ${k.feit('klantcontact')} f where f.op >= ${k.van}::date and f.op < ${k.tot}::date and f.soort = 'gezinsgesprek'`,
}
