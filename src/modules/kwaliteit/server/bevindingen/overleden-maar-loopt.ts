import { sql } from 'kysely'
import { type Bevinding, metOpvolging, overPersoon } from '../bevinding.ts'

export const overledenMaarLoopt: Bevinding = {
  id: 'overleden_maar_loopt',
  naam: 'Overleden, maar er loopt nog iets',
  uitleg:
    'Van deze cliënt ligt vast dat die is overleden, maar die wacht nog of verblijft nog. Sluit dat af.',
  ernst: 'hoog',
  recht: 'opvolging.wijzigen',
  doen: 'Dossier openen',
  pad: '/clienten/:sleutel',
  vind: (vraag) => sql`select ${overPersoon({ sleutel: sql`p.id`, sinds: sql`p.overleden_op` })}
    from persoon p ${metOpvolging}
    where p.regio_id = ${vraag.regioId} and p.samengevoegd_in is null and p.overleden_op is not null
      and (exists (select 1 from wachtlijstplaatsing w where w.persoon_id = p.id and w.status in ('wachtend', 'opgeschort', 'voorgesteld'))
        or exists (select 1 from verblijf_persoon x where x.persoon_id = p.id and x.tot is null))`,
}
