import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const plekBinnenNegentigDagen: Indicator = {
  id: 'plek_binnen_negentig_dagen',
  naam: 'Plek binnen 90 dagen',
  definitie:
    'Van wie 90 tot 120 dagen voor het einde van de maand op de lijst kwam: welk deel binnen 90 dagen na het besluit een plek had. Wie anders van de lijst ging, telt als geen plek.',
  soort: 'outcome',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aandeel',
  teller: 'Registraties met een plek binnen 90 dagen',
  noemer: 'Registraties met een besluit 90 tot 120 dagen voor het einde van de maand',
  tijd: 'stand',
  zaak: 'wacht',
  per: ['gemeente', 'product'],
  bronnen: ['feit_wacht'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, null::uuid as aanbieder, null::text as reden, coalesce(f.gestart_op <= f.besloten_op + 90, false) as teller, null::numeric as waarde
    from ${k.feit('wacht')} f where f.besloten_op > ${k.op}::date - 120 and f.besloten_op <= ${k.op}::date - 90`,
}
