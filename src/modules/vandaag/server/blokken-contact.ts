import { sql } from 'kysely'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { type Blok, blok } from './blok.ts'

/**
 * Somebody who has no access any more is still the contact of the next step, or the vast aanspreekpunt: a name that nobody can
 * reach (TRJ-09). For everyone of the own organisation, because nobody's own list has it.
 */
export const contactWeg: Blok = ({ work, today }) => {
  const weg = sql`g.tot <= ${today}::date`
  const eigen = sql`${work.vrager.organisatieId}::uuid`
  return blok(
    'contact_weg',
    {
      soort: 'client',
      id: sql`coalesce(x.persoon_id, x.melding_id)`,
      persoon: sql`x.persoon_id`,
      naam: sql`coalesce(${persoonNaamSql('p')}, 'Anonieme melding')`,
      wat: sql`x.wat`,
      datum: sql`x.tot`,
      isUiterlijk: false,
      van: sql`from (
          select v.persoon_id, v.melding_id, 'Volgende stap staat bij ' || g.naam as wat, g.tot from opvolging v join gebruiker g on g.id = v.contactpersoon_id
            where v.regio_id = ${work.regioId} and v.organisatie_id = ${eigen} and v.status = 'open' and ${weg}
          union all
          select a.persoon_id, null::uuid, 'Vast aanspreekpunt is nog ' || g.naam, g.tot from aanspreekpunt a join traject t on t.id = a.traject_id join gebruiker g on g.id = a.gebruiker_id
            where a.regio_id = ${work.regioId} and a.organisatie_id = ${eigen} and a.tot is null and t.geeindigd_op is null and ${weg}
        ) x left join persoon p on p.id = x.persoon_id`,
    },
    today,
  )
}
