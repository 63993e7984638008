import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const weigeringenToegang: Indicator = {
  id: 'weigeringen_toegang',
  naam: 'Weigeringen door de toegang',
  definitie: 'Besluiten in de maand waarin de toegang iemand niet toeliet, naar reden.',
  soort: 'outcome',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Weigeringen door de toegang',
  noemer: null,
  tijd: 'periode',
  zaak: 'melding',
  per: ['gemeente', 'aanbieder', 'reden'],
  bronnen: ['feit_melding'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.organisatie_id as aanbieder, f.reden as reden, true as teller, null::numeric as waarde
    from ${k.feit('melding')} f where f.besloten_op >= ${k.van}::date and f.besloten_op < ${k.tot}::date and f.uitkomst = 'geweigerd' and f.zijde = 'toegang'`,
}
