import { sql } from 'kysely'
import { addDays } from '../../../shared/plain-date.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { EVALUATIE_VOORUIT } from '../../ondersteuningsplan/domain/rules.ts'
import { planGeldtSql, planVraagtGesprekSql } from '../../ondersteuningsplan/server/lookup.ts'
import { type Blok, blok } from './blok.ts'

const naam = persoonNaamSql('p')

/** Plans to talk about, of which a begeleider of the own organisation agreed to the version that holds. */
export const planBespreken: Blok = ({ work, today }) =>
  blok(
    'plan_bespreken',
    {
      soort: 'plan',
      id: sql`l.id`,
      persoon: sql`l.persoon_id`,
      naam,
      wat: sql`'Versie ' || v.nummer || ' geldt sinds ' || to_char(v.vastgesteld_op, 'DD-MM-YYYY')`,
      datum: sql`l.evaluatie_op`,
      van: sql`from plan l join persoon p on p.id = l.persoon_id join plan_versie v on v.plan_id = l.id and v.status = 'vastgesteld'
        where l.regio_id = ${work.regioId} and v.begeleider_organisatie_id = ${work.vrager.organisatieId}
          and l.evaluatie_op <= ${addDays(today, EVALUATIE_VOORUIT)}::date and ${planGeldtSql} and ${planVraagtGesprekSql}`,
    },
    today,
  )

/** One agreed and the other not yet; for the organisation that wrote last in that version. */
export const planAkkoord: Blok = ({ work, today }) =>
  blok(
    'plan_akkoord',
    {
      soort: 'plan',
      id: sql`l.id`,
      persoon: sql`l.persoon_id`,
      naam,
      wat: sql`case v.status when 'wacht_op_client' then 'De cliënt is nog niet akkoord' else 'De begeleider is nog niet akkoord' end`,
      datum: sql`coalesce(v.client_akkoord_op, v.begeleider_akkoord_op)`,
      isUiterlijk: false,
      van: sql`from plan l join persoon p on p.id = l.persoon_id
          join plan_versie v on v.plan_id = l.id and v.status in ('wacht_op_client', 'wacht_op_begeleider')
          join gebruiker u on u.id = v.gewijzigd_door
        where l.regio_id = ${work.regioId} and u.organisatie_id = ${work.vrager.organisatieId} and ${planGeldtSql}`,
    },
    today,
  )
