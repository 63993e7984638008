import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const signaalOpTijdOpgepakt: Indicator = {
  id: 'signaal_op_tijd_opgepakt',
  naam: 'Signaal op tijd opgepakt',
  definitie:
    'Van de signalen die in de maand opgepakt moesten zijn: het deel dat op of voor die dag is opgepakt.',
  soort: 'outcome',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aandeel',
  teller: 'Signalen op tijd opgepakt',
  noemer: 'Signalen die in de maand opgepakt moesten zijn',
  tijd: 'periode',
  zaak: 'signaal',
  per: ['gemeente', 'aanbieder', 'reden'],
  bronnen: ['feit_signaal'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, null::uuid as wie, f.gemeente_code as gemeente, null::uuid as product, f.organisatie_id as aanbieder, f.categorie as reden, coalesce(f.opgepakt_op <= f.oppakken_voor, false) as teller, null::numeric as waarde
    from ${k.feit('signaal')} f where f.oppakken_voor >= ${k.van}::date and f.oppakken_voor < ${k.tot}::date`,
}
