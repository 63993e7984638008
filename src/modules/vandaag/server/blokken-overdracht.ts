import { type RawBuilder, sql } from 'kysely'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { standSql } from '../../overdracht/server/lookup.ts'
import { type Blok, blok, type Vraag } from './blok.ts'

/** Who was only asked does not see the person: then the name is the one that was shared. */
const naam = sql`case when p.id is null then o.gedeelde_naam else ${persoonNaamSql('p')} end`

const bron = ({ work }: Vraag, stand: RawBuilder<boolean>) =>
  sql`from overdracht o left join persoon p on p.id = o.persoon_id where o.regio_id = ${work.regioId} and ${stand}`

/** Handovers that wait for the own organisation: to answer, or to finish after the conversation (OVD-01). */
export const overdrachtWacht: Blok = (vraag) =>
  blok(
    'overdracht_wacht',
    {
      soort: 'overdracht',
      id: sql`o.id`,
      persoon: sql`o.persoon_id`,
      naam,
      wat: sql`case o.status when 'aangeboden' then 'Antwoord geven' else 'Aangenomen: gesprek voeren en afronden' end`,
      // Accepted but not finished goes back to the giver when the sharing ends.
      datum: sql`case o.status when 'aangeboden' then o.antwoord_uiterlijk else o.vervalt_op end`,
      teLaat: sql`o.status = 'aangeboden' and o.antwoord_uiterlijk < ${vraag.today}::date`,
      van: bron(vraag, standSql('wacht_op_mij', vraag.work.vrager.organisatieId)),
    },
    vraag.today,
  )

/** Was the person really spoken to after the handover? */
export const overdrachtContact: Blok = (vraag) =>
  blok(
    'overdracht_contact',
    {
      soort: 'overdracht',
      id: sql`o.id`,
      persoon: sql`o.persoon_id`,
      naam,
      wat: sql`'Eerste contact na de overdracht nagaan'`,
      datum: sql`o.eerste_contact_uiterlijk`,
      van: sql`${bron(vraag, standSql('eerste_contact', vraag.work.vrager.organisatieId))} and o.eerste_contact_uiterlijk <= ${vraag.today}::date`,
    },
    vraag.today,
  )
