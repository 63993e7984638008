import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const weigeringenPersoon: Indicator = {
  id: 'weigeringen_persoon',
  naam: 'Weigeringen door de persoon zelf',
  definitie: 'Besluiten in de maand waarin iemand zelf niet wilde, naar reden.',
  soort: 'outcome',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aantal',
  teller: 'Weigeringen door de persoon',
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
    from ${k.feit('melding')} f where f.besloten_op >= ${k.van}::date and f.besloten_op < ${k.tot}::date and f.uitkomst = 'geweigerd' and f.zijde = 'persoon'`,
}
