import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const verblijfBuitenHerkomst: Indicator = {
  id: 'verblijf_buiten_herkomst',
  naam: 'Verblijft buiten de gemeente van herkomst',
  definitie:
    'Van de mensen die op de laatste dag van de maand verblijven en van wie de herkomst bekend is: het deel dat in een andere gemeente verblijft dan waar het vandaan komt. Geheime locaties en time-outs tellen niet mee.',
  soort: 'effect',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aandeel',
  teller: 'Mensen buiten hun gemeente van herkomst',
  noemer: 'Mensen met een bekende herkomst op een locatie met een gemeente',
  tijd: 'stand',
  zaak: 'verblijf',
  per: ['gemeente', 'product', 'aanbieder'],
  bronnen: ['feit_verblijf', 'feit_persoon'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, null::text as reden, p.herkomst_gemeente <> f.gemeente_code as teller, null::numeric as waarde
    from ${k.feit('verblijf')} f join ${k.feit('persoon')} p on p.pseudoniem = f.pseudoniem
    where f.van <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date and f.soort <> 'time_out' and f.gemeente_code is not null and p.herkomst_gemeente is not null`,
}
