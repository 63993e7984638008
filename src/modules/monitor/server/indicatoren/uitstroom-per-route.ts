import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const uitstroomPerRoute: Indicator = {
  id: 'uitstroom_per_route',
  naam: 'Uitstroom per route',
  definitie:
    'Uitstroomdossiers die in de maand zijn afgerond, naar de weg waarlangs iemand een woning kreeg.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aantal',
  teller: 'Afgeronde uitstroomdossiers',
  noemer: null,
  tijd: 'periode',
  zaak: 'uitstroom',
  per: ['gemeente', 'reden'],
  bronnen: ['feit_uitstroom'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, null::uuid as product, null::uuid as aanbieder, f.route as reden, true as teller, null::numeric as waarde
    from ${k.feit('uitstroom')} f where f.afgerond_op >= ${k.van}::date and f.afgerond_op < ${k.tot}::date and f.route <> 'samengevoegd'`,
}
