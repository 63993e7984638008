import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const geplaatstVanDeLijst: Indicator = {
  id: 'geplaatst_van_de_lijst',
  naam: 'Kreeg een plek',
  definitie: 'Registraties die in de maand eindigden omdat het verblijf begon.',
  soort: 'output',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Registraties die een plek kregen',
  noemer: null,
  tijd: 'periode',
  zaak: 'wacht',
  per: ['gemeente', 'product'],
  bronnen: ['feit_wacht'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, null::uuid as aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.feit('wacht')} f where f.gestart_op >= ${k.van}::date and f.gestart_op < ${k.tot}::date`,
}
