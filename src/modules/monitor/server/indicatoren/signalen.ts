import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const signalen: Indicator = {
  id: 'signalen',
  naam: 'Signalen',
  definitie: 'Signalen van partners en inwoners die in de maand binnenkwamen, naar soort.',
  soort: 'output',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Signalen',
  noemer: null,
  tijd: 'periode',
  zaak: 'signaal',
  per: ['gemeente', 'aanbieder', 'reden'],
  bronnen: ['feit_signaal'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, null::uuid as wie, f.gemeente_code as gemeente, null::uuid as product, f.organisatie_id as aanbieder, f.categorie as reden, true as teller, null::numeric as waarde
    from ${k.feit('signaal')} f where f.gemeld_op >= ${k.van}::date and f.gemeld_op < ${k.tot}::date`,
}
