import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const nietVerschenen: Indicator = {
  id: 'niet_verschenen',
  naam: 'Kwam niet',
  definitie: 'Van de voorstellen die in de maand zouden beginnen: het deel waarbij iemand niet kwam.',
  soort: 'outcome',
  niveaus: ['tactisch', 'operationeel'],
  maat: 'aandeel',
  teller: 'Niet verschenen',
  noemer: 'Voorstellen die begonnen of waarbij iemand niet kwam',
  tijd: 'periode',
  zaak: 'voorstel',
  per: ['product', 'aanbieder', 'reden'],
  bronnen: ['feit_voorstel'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, null::text as gemeente, f.product_id as product, f.aanbieder_id as aanbieder, f.niet_verschenen_reden as reden, f.status = 'niet_verschenen' as teller, null::numeric as waarde
    from ${k.feit('voorstel')} f where f.vanaf >= ${k.van}::date and f.vanaf < ${k.tot}::date and f.status in ('gestart', 'niet_verschenen')`,
}
