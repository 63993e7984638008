import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const geblokkeerdeDagen: Indicator = {
  id: 'geblokkeerde_dagen',
  naam: 'Geblokkeerde dagen',
  definitie:
    'Dagen in de maand dat iemand een plek bezet hield terwijl die klaar was om te vertrekken, naar waarop die wacht.',
  soort: 'effect',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'som',
  teller: 'Dagen',
  noemer: null,
  tijd: 'periode',
  zaak: 'verblijf',
  per: ['gemeente', 'product', 'aanbieder', 'reden'],
  bronnen: ['feit_verblijf'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, f.uitstroom_wacht_op as reden, true as teller, (least(coalesce(f.tot, ${k.tot}::date), ${k.tot}::date) - greatest(f.uitstroomgereed_op, ${k.van}::date)) as waarde
    from ${k.feit('verblijf')} f where f.is_hoofd and f.uitstroomgereed_op < ${k.tot}::date and coalesce(f.tot, 'infinity') > greatest(f.uitstroomgereed_op, ${k.van}::date)`,
}
