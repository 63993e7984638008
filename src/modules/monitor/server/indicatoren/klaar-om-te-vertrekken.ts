import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const klaarOmTeVertrekken: Indicator = {
  id: 'klaar_om_te_vertrekken',
  naam: 'Klaar om te vertrekken',
  definitie:
    'Huishoudens die op de laatste dag van de maand klaar zijn om te vertrekken en nog geen andere plek hebben.',
  soort: 'outcome',
  niveaus: ['strategisch', 'tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Huishoudens',
  noemer: null,
  tijd: 'stand',
  zaak: 'verblijf',
  per: ['gemeente', 'product', 'aanbieder', 'reden'],
  bronnen: ['feit_verblijf'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, f.uitstroom_wacht_op as reden, true as teller, null::numeric as waarde
    from ${k.feit('verblijf')} f where f.van <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date and f.is_hoofd and f.uitstroomgereed_op <= ${k.op}::date`,
}
