import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const adrestoestemmingGegeven: Indicator = {
  id: 'adrestoestemming_gegeven',
  naam: 'Toestemming voor postadres en opvang',
  definitie:
    'Beslissingen van het loket in de maand dat iemand een postadres of de opvang mag gebruiken. Een beslissing voor een postadres, voor opvang of voor allebei telt één keer. Wie twee keer toestemming kreeg, telt twee keer.',
  soort: 'output',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Beslissingen met toestemming',
  noemer: null,
  tijd: 'periode',
  zaak: 'adrestoestemming',
  per: ['gemeente', 'leeftijdsklasse', 'aanbieder'],
  bronnen: ['feit_adrestoestemming'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, case when f.van_elders then 'elders' else f.gemeente_code end as gemeente, null::uuid as product, f.organisatie_id as aanbieder, null::text as reden, f.leeftijdsklasse, true as teller, null::numeric as waarde
    from ${k.feit('adrestoestemming')} f where f.op >= ${k.van}::date and f.op < ${k.tot}::date and f.toestemming`,
}
