import { sql } from 'kysely'
import type { Indicator } from '../indicator.ts'

export const dreigendeHuisuitzetting: Indicator = {
  id: 'dreigende_huisuitzetting',
  naam: 'Dreigende huisuitzetting',
  definitie: 'Signalen in de maand dat een huishouden uit huis wordt gezet.',
  soort: 'output',
  niveaus: ['strategisch', 'tactisch'],
  maat: 'aantal',
  teller: 'Signalen van dreigende huisuitzetting',
  noemer: null,
  tijd: 'periode',
  zaak: 'signaal',
  per: ['gemeente'],
  bronnen: ['feit_signaal'],
  eigenaar: 'Programmamanager',
  kleineCel: 'mensen',
  versies: [{ versie: 1, van: '2020-01-01', wijziging: 'Eerste versie' }],
  gevallen: (
    k,
  ) => sql`select f.sleutel as zaak, null::uuid as wie, f.gemeente_code as gemeente, null::uuid as product, f.organisatie_id as aanbieder, null::text as reden, true as teller, null::numeric as waarde
    from ${k.feit('signaal')} f where f.gemeld_op >= ${k.van}::date and f.gemeld_op < ${k.tot}::date and f.categorie = 'huisuitzetting'`,
}
