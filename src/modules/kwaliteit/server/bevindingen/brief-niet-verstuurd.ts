import { sql } from 'kysely'
import { type Bevinding, overPersoon } from '../bevinding.ts'

export const briefNietVerstuurd: Bevinding = {
  id: 'brief_niet_verstuurd',
  naam: 'Beschikking zonder verstuurde brief',
  uitleg: 'Er is beslist, maar de brief is niet verstuurd. Tot dan geldt de beschikking niet voor de cliënt.',
  ernst: 'hoog',
  recht: 'beschikking.beslissen',
  doen: 'Brief versturen',
  pad: '/beschikkingen/:sleutel',
  vind: (
    vraag,
  ) => sql`select ${overPersoon({ sleutel: sql`b.id`, sinds: sql`b.beschikt_op`, detail: sql`b.nummer`, organisatie: sql`b.organisatie_id`, gebruiker: sql`b.beslisser_id` })}
    from beschikking b join persoon p on p.id = b.persoon_id
    where b.regio_id = ${vraag.regioId} and b.status = 'beschikt' and b.verzonden_op is null and b.beschikt_op < ${vraag.today}::date`,
}
