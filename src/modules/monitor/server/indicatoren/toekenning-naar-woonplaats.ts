import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const toekenningNaarWoonplaats: Indicator = {
  id: 'toekenning_naar_woonplaats',
  naam: 'Mensen met een toekenning, naar woonplaats',
  definitie:
    'Wie op de laatste dag van de maand een toekenning of herziening heeft die geldt, en van wie de woonplaats bekend is. Ieder mens telt één keer. De gemeente is waar iemand woont of verblijft, ook buiten de regio.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'mensen',
  teller: 'Mensen met een toekenning en een bekende woonplaats',
  noemer: null,
  tijd: 'stand',
  zaak: 'beschikking',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_beschikking', 'feit_persoon'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, p.woonplaats_gemeente as gemeente, f.product_id as product, f.organisatie_id as aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.feit('beschikking')} f join ${k.feit('persoon')} p on p.pseudoniem = f.pseudoniem
    where f.status = 'beschikt' and f.soort in ('toekenning', 'herziening') and f.geldig_van <= ${k.op}::date and coalesce(f.geldig_tot, 'infinity') > ${k.op}::date and p.woonplaats_gemeente is not null`,
}
