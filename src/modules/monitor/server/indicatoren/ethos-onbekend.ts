import { sql } from 'kysely'
import { ethosBronnen } from '../../domain/ethos.ts'
import type { Indicator } from '../indicator.ts'

export const ethosOnbekend: Indicator = {
  id: 'ethos_onbekend',
  naam: 'In beeld, woonsituatie niet bekend',
  definitie:
    'Mensen die op de laatste dag van de maand in beeld zijn en van wie geen regel van de regio zegt of en waar zij in ETHOS Light horen. Hoe lager, hoe vollediger de telling.',
  soort: 'output',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'mensen',
  teller: 'Mensen',
  noemer: null,
  tijd: 'stand',
  zaak: 'ethos',
  per: ['aanbieder'],
  bronnen: ethosBronnen,
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select e.zaak, e.wie, e.gemeente, e.product, e.aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.ethos()} e where e.klasse = 'onbekend'`,
}
