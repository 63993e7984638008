import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const wachtLangerDanHalfJaar: Indicator = {
  id: 'wacht_langer_dan_half_jaar',
  naam: 'Wacht langer dan een half jaar',
  definitie:
    'Deel van de registraties op de laatste dag van de maand dat al langer dan 182 dagen wacht sinds het besluit.',
  soort: 'outcome',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aandeel',
  teller: 'Registraties die langer dan 182 dagen wachten',
  noemer: 'Alle registraties op de lijst',
  tijd: 'stand',
  zaak: 'wacht',
  per: ['gemeente', 'product'],
  bronnen: ['feit_wacht'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, null::uuid as aanbieder, null::text as reden, f.besloten_op < ${k.op}::date - 182 as teller, null::numeric as waarde
    from ${k.feit('wacht')} f where f.besloten_op <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date`,
}
