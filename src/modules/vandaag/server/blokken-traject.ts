import { sql } from 'kysely'
import { addDays } from '../../../shared/plain-date.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { HERINSTROOM_DAGEN, VOORUIT } from '../domain/rules.ts'
import { type Blok, blok, type Vraag } from './blok.ts'

const naam = persoonNaamSql('p')

/** Running trajecten of which someone of the own organisation is the vast aanspreekpunt. */
const eigen = sql`from aanspreekpunt a join traject t on t.id = a.traject_id join persoon p on p.id = t.persoon_id`
const vanOns = ({ work }: Vraag) =>
  sql`a.regio_id = ${work.regioId} and a.tot is null and a.organisatie_id = ${work.vrager.organisatieId} and t.geeindigd_op is null`

/** Near or past the term of the phase (TRJ-06). */
export const trajectFase: Blok = (vraag) =>
  blok(
    'traject_fase',
    {
      soort: 'traject',
      id: sql`t.id`,
      persoon: sql`t.persoon_id`,
      naam,
      wat: sql`'In de fase ' || lower(coalesce(c.naam, f.code)) || ' sinds ' || to_char(f.van, 'DD-MM-YYYY')`,
      datum: sql`f.uiterlijk_op`,
      van: sql`${eigen} join traject_fase f on f.traject_id = t.id and f.tot is null
        left join fase c on c.regio_id = f.regio_id and c.domein = f.domein and c.code = f.code and c.van <= ${vraag.today}::date and (c.tot is null or c.tot > ${vraag.today}::date)
        where ${vanOns(vraag)} and f.uiterlijk_op <= ${vraag.today}::date + coalesce(c.waarschuw_dagen, 28)`,
    },
    vraag.today,
  )

/** Who turns 18 and needs a plan (TRJ-12). */
export const achttienPlan: Blok = (vraag) =>
  blok(
    'achttien_plan',
    {
      soort: 'traject',
      id: sql`t.id`,
      persoon: sql`t.persoon_id`,
      naam,
      wat: sql`case r.status when 'te_plannen' then 'Plan voor na 18 jaar nodig' else 'Warm overdragen voor de achttiende verjaardag' end`,
      datum: sql`case r.status when 'te_plannen' then r.plan_voor else r.achttien_op end`,
      van: sql`${eigen} join achttien_route r on r.traject_id = t.id and r.status in ('te_plannen', 'plan_gemaakt')
        where ${vanOns(vraag)} and case r.status when 'te_plannen' then r.plan_voor else r.achttien_op end <= ${addDays(vraag.today, VOORUIT.achttien)}::date`,
    },
    vraag.today,
  )

/** Came back in the last days, after a stay or traject that ended (TRJ-08): recognised while it happens. */
export const herinstroom: Blok = (vraag) =>
  blok(
    'herinstroom',
    {
      soort: 'traject',
      id: sql`t.id`,
      persoon: sql`t.persoon_id`,
      naam,
      wat: sql`case h.soort when 'melding' then 'Nieuwe melding ' else 'Terug ' end || (h.op - h.na) || case h.op - h.na when 1 then ' dag' else ' dagen' end || ' na vertrek'`,
      datum: sql`h.op`,
      isUiterlijk: false,
      van: sql`${eigen} join herinstromen(array(select x.persoon_id from aanspreekpunt x join traject y on y.id = x.traject_id
          where x.regio_id = ${vraag.work.regioId} and x.tot is null and x.organisatie_id = ${vraag.work.vrager.organisatieId} and y.geeindigd_op is null), ${vraag.herinstroomBinnen}::interval) h
          on h.persoon_id = t.persoon_id
        where ${vanOns(vraag)} and h.op > ${addDays(vraag.today, -HERINSTROOM_DAGEN)}::date`,
    },
    vraag.today,
  )

/** The traject runs, but nobody planned anything. */
export const trajectZonderStap: Blok = (vraag) =>
  blok(
    'traject_zonder_stap',
    {
      soort: 'traject',
      id: sql`t.id`,
      persoon: sql`t.persoon_id`,
      naam,
      wat: sql`'Loopt sinds ' || to_char(t.begonnen_op, 'DD-MM-YYYY') || ', zonder volgende stap'`,
      datum: sql`t.begonnen_op`,
      isUiterlijk: false,
      van: sql`${eigen} where ${vanOns(vraag)} and a.gebruiker_id = ${vraag.work.vrager.gebruikerId}
        and not exists (select 1 from opvolging o where o.persoon_id = t.persoon_id and o.status = 'open')`,
    },
    vraag.today,
  )
