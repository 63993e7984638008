import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const wachttijdGeplaatsten: Indicator = {
  id: 'wachttijd_geplaatsten',
  naam: 'Wachttijd van wie een plek kreeg',
  definitie: 'Dagen van besluit tot begin, van wie in de maand een plek kreeg. De helft wachtte langer.',
  soort: 'outcome',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'mediaan',
  teller: 'Dagen van besluit tot begin',
  noemer: null,
  tijd: 'periode',
  zaak: 'wacht',
  per: ['gemeente', 'product'],
  bronnen: ['feit_wacht'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, null::uuid as aanbieder, null::text as reden, true as teller, (f.gestart_op - f.besloten_op) as waarde
    from ${k.feit('wacht')} f where f.gestart_op >= ${k.van}::date and f.gestart_op < ${k.tot}::date`,
}
