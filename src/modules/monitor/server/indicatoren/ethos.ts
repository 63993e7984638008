import { sql } from 'kysely'
import { ethosBronnen } from '../../domain/ethos.ts'
import type { Indicator } from '../indicator.ts'

export const ethos: Indicator = {
  id: 'ethos',
  naam: 'Dak- en thuisloze mensen (ETHOS Light)',
  definitie:
    'Mensen die op de laatste dag van de maand in een van de zeven groepen van ETHOS Light vallen, volgens de regels van de regio. Ieder mens één keer: waar iemand slaapt gaat voor op wat er is verteld, en van twee slaapplekken telt de groep met het laagste nummer. Kinderen die alleen als aantal bij een melding staan, tellen bij de kinderen.',
  soort: 'effect',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'mensen',
  teller: 'Mensen',
  noemer: null,
  tijd: 'stand',
  zaak: 'ethos',
  per: ['reden', 'gemeente', 'product', 'aanbieder'],
  bronnen: ethosBronnen,
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select e.zaak, e.wie, e.gemeente, e.product, e.aanbieder, e.klasse as reden, true as teller, null::numeric as waarde
    from ${k.ethos()} e where e.klasse in ('E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7')`,
}
