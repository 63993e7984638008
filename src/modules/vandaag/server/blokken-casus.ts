import { sql } from 'kysely'
import { addDays } from '../../../shared/plain-date.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { casusZonderStapSql } from '../../casus/server/lookup.ts'
import { VOORUIT } from '../domain/rules.ts'
import { type Blok, blok, type Vraag } from './blok.ts'

const naam = persoonNaamSql('p')
/** Casussen that the own organisation leads. */
const vanOns = ({ work }: Vraag) => sql`from casus c join persoon p on p.id = c.persoon_id
  join casus_regievoerder r on r.casus_id = c.id and r.tot is null and r.organisatie_id = ${work.vrager.organisatieId}`

/** The day of the meeting, without whom it is about: that is behind the link, for as long as it lasts (CAS-03). */
export const casusUitnodiging: Blok = ({ today }) =>
  blok(
    'casus_uitnodiging',
    {
      soort: 'casusuitnodiging',
      id: sql`u.id`,
      naam: sql`u.doel`,
      wat: sql`'Uitgenodigd door ' || u.namens`,
      datum: sql`(u.begin_op at time zone 'Europe/Amsterdam')::date`,
      moment: sql`u.begin_op`,
      isUiterlijk: false,
      van: sql`from casus_uitnodigingen() u`,
    },
    today,
  )

/** Own actions and those of the organisation, also for who does not see the casus (CAS-04). */
export const casusActie: Blok = ({ today }) =>
  blok(
    'casus_actie',
    {
      soort: 'casusactie',
      id: sql`a.id`,
      naam: sql`a.tekst`,
      wat: sql`case a.soort when 'besluit' then 'Besluit' else 'Actie' end || ', regievoerder ' || a.regievoerder || ', ' || a.namens`,
      datum: sql`a.uiterlijk_op`,
      van: sql`from eigen_casusacties() a where a.status = 'open'`,
    },
    today,
  )

/** Nothing was held or decided on this level and its term is near or over (CAS-02). */
export const casusTeLaat: Blok = (vraag) =>
  blok(
    'casus_te_laat',
    {
      soort: 'casus',
      id: sql`c.id`,
      persoon: sql`c.persoon_id`,
      naam,
      wat: sql`'Niveau ' || n.nummer`,
      datum: sql`n.uiterlijk_op`,
      van: sql`${vanOns(vraag)} join casus_niveau n on n.casus_id = c.id and n.tot is null
        where c.regio_id = ${vraag.work.regioId} and n.uiterlijk_op <= ${addDays(vraag.today, VOORUIT.casus)}::date and ${casusZonderStapSql}`,
    },
    vraag.today,
  )

/** The time of the meeting is over and nobody said how it went. */
export const casusOverlegAfronden: Blok = (vraag) =>
  blok(
    'casus_overleg_afronden',
    {
      soort: 'casus',
      id: sql`c.id`,
      persoon: sql`c.persoon_id`,
      naam,
      wat: sql`o.doel`,
      datum: sql`(o.begin_op at time zone 'Europe/Amsterdam')::date`,
      isUiterlijk: false,
      van: sql`${vanOns(vraag)} join casus_overleg o on o.casus_id = c.id and o.status = 'gepland'
        where c.regio_id = ${vraag.work.regioId} and o.eind_op <= ${vraag.work.now}::timestamptz`,
    },
    vraag.today,
  )

/** Written by somebody else at the own organisation: four eyes before a lesson appears (CAS-06). */
export const casusLesControleren: Blok = ({ work, today }) =>
  blok(
    'casus_les_controleren',
    {
      soort: 'casus',
      id: sql`l.casus_id`,
      persoon: sql`l.persoon_id`,
      naam: sql`l.titel`,
      wat: sql`'Geschreven door ' || g.naam`,
      datum: sql`(l.geschreven_op at time zone 'Europe/Amsterdam')::date`,
      isUiterlijk: false,
      van: sql`from casus_les l join gebruiker g on g.id = l.geschreven_door
        where l.regio_id = ${work.regioId} and l.status = 'concept' and l.geschreven_door is distinct from ${work.vrager.gebruikerId}::uuid and g.organisatie_id = ${work.vrager.organisatieId}`,
    },
    today,
  )
