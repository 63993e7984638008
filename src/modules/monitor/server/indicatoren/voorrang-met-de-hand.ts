import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const voorrangMetDeHand: Indicator = {
  id: 'voorrang_met_de_hand',
  naam: 'Voorrang met de hand',
  definitie:
    'Registraties die in de maand met de hand voorrang kregen. Wie daardoor lager kwam, staat bij Cijfers, tabblad Voorrang.',
  soort: 'output',
  niveaus: ['tactisch'],
  maat: 'aantal',
  teller: 'Registraties met voorrang',
  noemer: null,
  tijd: 'periode',
  zaak: 'wacht',
  per: ['product'],
  bronnen: ['feit_wacht'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, null::uuid as aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.feit('wacht')} f where f.voorrang_op >= ${k.van}::date and f.voorrang_op < ${k.tot}::date`,
}
