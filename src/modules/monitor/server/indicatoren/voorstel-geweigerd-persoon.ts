import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const voorstelGeweigerdPersoon: Indicator = {
  id: 'voorstel_geweigerd_persoon',
  naam: 'Voorstel geweigerd door de persoon',
  definitie: 'Van de voorstellen die in de maand zijn beantwoord: het deel dat de persoon zelf weigerde.',
  soort: 'outcome',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aandeel',
  teller: 'Weigeringen door de persoon',
  noemer: 'Alle beantwoorde voorstellen',
  tijd: 'periode',
  zaak: 'voorstel',
  per: ['product', 'aanbieder', 'reden'],
  bronnen: ['feit_voorstel'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, null::text as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, case when f.weiger_zijde = 'persoon' then f.weiger_reden end as reden, coalesce(f.status = 'geweigerd' and f.weiger_zijde = 'persoon', false) as teller, null::numeric as waarde
    from ${k.feit('voorstel')} f where f.beantwoord_op >= ${k.van}::date and f.beantwoord_op < ${k.tot}::date`,
}
