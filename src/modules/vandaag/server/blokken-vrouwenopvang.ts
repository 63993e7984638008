import { sql } from 'kysely'
import { addDays } from '../../../shared/plain-date.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { VOORUIT } from '../domain/rules.ts'
import { type Blok, blok } from './blok.ts'

const naam = persoonNaamSql('p')

/** Stays in the vrouwenopvang of the own organisation whose safety plan is missing or must be discussed again (VO-10). */
export const veiligheidsplan: Blok = ({ work, today }) =>
  blok(
    'veiligheidsplan',
    {
      soort: 'client',
      id: sql`p.id`,
      persoon: sql`p.id`,
      naam,
      wat: sql`case when n.bespreken_op is null then 'Nog geen veiligheidsplan' else 'Veiligheidsplan opnieuw bespreken' end`,
      datum: sql`coalesce(n.bespreken_op, g.voor)`,
      van: sql`from verblijf v join product d on d.id = v.product_id and d.domein = 'VO' join locatie l on l.id = v.locatie_id
        join voorziening z on z.id = l.voorziening_id join persoon p on p.id = v.persoon_id
        join termijn t on t.regio_id = v.regio_id and t.code = 'veiligheidsplan' and t.van <= ${today}::date and (t.tot is null or t.tot > ${today}::date)
        cross join lateral (select (v.begonnen_op + case t.eenheid when 'weken' then make_interval(weeks => t.aantal) when 'maanden' then make_interval(months => t.aantal)
          else make_interval(days => t.aantal) end)::date as voor) g
        left join veiligheidsplan n on n.status = 'loopt' and n.persoon_id in (select x.id from persoon x where x.id = p.id or x.samengevoegd_in = p.id)
        where v.regio_id = ${work.regioId} and v.geeindigd_op is null and z.organisatie_id = ${work.vrager.organisatieId}
          and (n.id is null or n.bespreken_op <= ${addDays(today, VOORUIT.veiligheidsplan)}::date)
          and not exists (select 1 from vo_systeem_lid s where s.persoon_id = p.id and s.rol = 'pleger' and s.tot is null)`,
    },
    today,
  )

/**
 * A code with its route, and no place yet (VO-02). A newer code may ask another way: then that is what must be done, and not what
 * the old one said.
 */
export const voRouteRegelen: Blok = ({ work, today }) =>
  blok(
    'vo_route_regelen',
    {
      soort: 'client',
      id: sql`p.id`,
      persoon: sql`p.id`,
      naam,
      wat: sql`case when (n.code = 'rood') <> (r.route = 'noodbed_elders') then 'Code is nu ' || n.code || ': beëindig deze route en kies opnieuw'
        when r.route = 'noodbed_elders' then 'Code rood: noodbed elders regelen' else 'Code ' || r.code || ': plek in de eigen gemeenten regelen' end`,
      datum: sql`r.gekozen_op`,
      isUiterlijk: false,
      van: sql`from vo_route r join persoon p on p.id = r.persoon_id
        left join lateral (select m.vo_code as code from melding m where m.persoon_id = r.persoon_id and m.vo_code is not null order by m.meldingsdatum desc, m.id desc limit 1) n on true
        where r.regio_id = ${work.regioId} and r.status = 'te_regelen'`,
    },
    today,
  )

/** A huisverbod that ends in these days: is it safe then? (VO-07) */
export const huisverbodEindigt: Blok = ({ work, today }) =>
  blok(
    'huisverbod_eindigt',
    {
      soort: 'client',
      id: sql`p.id`,
      persoon: sql`p.id`,
      naam,
      wat: sql`case when h.verlengd_tot is null then 'Huisverbod eindigt of wordt verlengd' else 'Verlengd huisverbod eindigt' end`,
      datum: sql`coalesce(h.verlengd_tot, h.tot)`,
      van: sql`from huisverbod h join persoon p on p.id = h.persoon_id
        where h.regio_id = ${work.regioId} and h.ingetrokken_op is null and coalesce(h.verlengd_tot, h.tot) between ${today}::date and ${addDays(today, VOORUIT.huisverbod)}::date`,
    },
    today,
  )
