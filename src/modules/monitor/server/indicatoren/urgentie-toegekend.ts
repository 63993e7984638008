import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const urgentieToegekend: Indicator = {
  id: 'urgentie_toegekend',
  naam: 'Urgentie toegekend',
  definitie:
    'Van de besluiten over urgentie en één-route in de maand: het deel dat is toegekend, ook als de urgentie later is gebruikt of ingetrokken.',
  soort: 'outcome',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aandeel',
  teller: 'Toegekende aanvragen',
  noemer: 'Alle besluiten in de maand',
  tijd: 'periode',
  zaak: 'urgentie',
  per: ['gemeente', 'reden'],
  bronnen: ['feit_urgentie'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.herkomst_gemeente as gemeente, null::uuid as product, null::uuid as aanbieder, f.grond as reden, f.geldig_tot is not null as teller, null::numeric as waarde
    from ${k.feit('urgentie')} f where f.besloten_op >= ${k.van}::date and f.besloten_op < ${k.tot}::date`,
}
