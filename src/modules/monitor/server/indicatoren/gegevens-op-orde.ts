import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const gegevensOpOrde: Indicator = {
  id: 'gegevens_op_orde',
  naam: 'Dossiers met alle basisgegevens',
  definitie:
    'Deel van de mensen in beeld van wie het geboortejaar, de herkomst en de woonplaats bekend zijn op de laatste dag van de maand.',
  soort: 'output',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aandeel',
  teller: 'Dossiers waarin alle drie bekend zijn',
  noemer: 'Dossiers van mensen in beeld',
  tijd: 'stand',
  zaak: 'in_beeld',
  per: ['aanbieder'],
  bronnen: ['feit_in_beeld', 'feit_persoon'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, null::text as gemeente, null::uuid as product, f.organisatie_id as aanbieder, null::text as reden,
      p.geboortejaar is not null and p.herkomst_gemeente is not null and p.woonplaats_gemeente is not null as teller, null::numeric as waarde
    from ${k.feit('in_beeld')} f join ${k.feit('persoon')} p on p.pseudoniem = f.pseudoniem
    where f.van <= ${k.op}::date and coalesce(f.tot, 'infinity') > ${k.op}::date`,
}
