import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const adrestoestemmingNietGegeven: Indicator = {
  id: 'adrestoestemming_niet_gegeven',
  naam: 'Geen toestemming voor postadres en opvang',
  definitie:
    'Beslissingen van het loket in de maand dat iemand geen postadres of opvang mag gebruiken. Een beslissing voor een postadres, voor opvang of voor allebei telt één keer. Wie eerst geen toestemming kreeg en later wel, telt bij allebei.',
  soort: 'outcome',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Beslissingen zonder toestemming',
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
    from ${k.feit('adrestoestemming')} f where f.op >= ${k.van}::date and f.op < ${k.tot}::date and not f.toestemming`,
}
