import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const adrestoestemmingNietToegedeeld: Indicator = {
  id: 'adrestoestemming_niet_toegedeeld',
  naam: 'Toestemming zonder gemeente of leeftijd',
  definitie:
    'Beslissingen in de maand met toestemming voor een postadres of de opvang, waarvan de gemeente of de leeftijd niet bekend is, of de gemeente niet bij de regio hoort. Zij tellen ook mee bij alle toestemmingen, en ontbreken in een tabel naar gemeente en leeftijd.',
  soort: 'output',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Beslissingen met toestemming die niet zijn toegedeeld',
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
    from ${k.feit('adrestoestemming')} f where f.op >= ${k.van}::date and f.op < ${k.tot}::date and f.toestemming and (f.gemeente_code is null or f.leeftijdsklasse = 'onbekend')`,
}
