import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const vanDeLijstZonderPlek: Indicator = {
  id: 'van_de_lijst_zonder_plek',
  naam: 'Ging van de lijst zonder plek',
  definitie: 'Deel van wie in de maand van de lijst ging, dat geen plek kreeg.',
  soort: 'outcome',
  niveaus: ['tactisch'],
  maat: 'aandeel',
  teller: 'Registraties die eindigden zonder plek',
  noemer: 'Alle registraties die in de maand eindigden',
  tijd: 'periode',
  zaak: 'wacht',
  per: ['gemeente', 'product', 'reden'],
  bronnen: ['feit_wacht'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, null::uuid as aanbieder, f.eindreden as reden, f.gestart_op is null as teller, null::numeric as waarde
    from ${k.feit('wacht')} f where f.tot >= ${k.van}::date and f.tot < ${k.tot}::date`,
}
