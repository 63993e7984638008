import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const zelfdeDagAntwoord: Indicator = {
  id: 'zelfde_dag_antwoord',
  naam: 'Antwoord op dezelfde dag',
  definitie:
    'Van de meldingen in de maand waarbij er die nacht geen slaapplek was: het deel met een triage op dezelfde dag.',
  soort: 'outcome',
  niveaus: ['strategisch', 'tactisch', 'operationeel'],
  maat: 'aandeel',
  teller: 'Meldingen met triage op de dag zelf',
  noemer: 'Meldingen zonder slaapplek die nacht',
  tijd: 'periode',
  zaak: 'melding',
  per: ['gemeente', 'aanbieder'],
  bronnen: ['feit_melding'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, f.pseudoniem as wie, f.gemeente_code as gemeente, f.product_id as product, f.organisatie_id as aanbieder, null::text as reden, coalesce(f.triage_op = f.meldingsdatum, false) as teller, null::numeric as waarde
    from ${k.feit('melding')} f where f.meldingsdatum >= ${k.van}::date and f.meldingsdatum < ${k.tot}::date and f.slaapplek_vannacht = 'nee'`,
}
