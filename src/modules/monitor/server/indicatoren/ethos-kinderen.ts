import { sql } from 'kysely'
import { ethosBronnen } from '../../domain/ethos.ts'
import type { Indicator } from '../indicator.ts'

export const ethosKinderen: Indicator = {
  id: 'ethos_kinderen',
  naam: 'Dak- en thuisloze kinderen (ETHOS Light)',
  definitie:
    'Kinderen die op de laatste dag van de maand in een van de zeven groepen van ETHOS Light vallen: minderjarigen met een eigen dossier, en kinderen die als aantal staan bij wie een melding, wachtplek of signaal over de groep beslist. Leeftijd: het jaar van de peildatum min het geboortejaar, kleiner dan 18.',
  soort: 'effect',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'som',
  teller: 'Kinderen',
  noemer: null,
  tijd: 'stand',
  zaak: 'ethos',
  per: ['reden', 'gemeente', 'product', 'aanbieder'],
  bronnen: [...ethosBronnen, 'feit_persoon'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select e.zaak, e.wie, e.gemeente, e.product, e.aanbieder, e.klasse as reden, true as teller, (e.kinderen + coalesce((extract(year from ${k.op}::date) - p.geboortejaar < 18)::int, 0))::numeric as waarde
    from ${k.ethos()} e left join ${k.feit('persoon')} p on p.pseudoniem = e.wie
    where e.klasse in ('E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7') and (e.kinderen > 0 or extract(year from ${k.op}::date) - p.geboortejaar < 18)`,
}
