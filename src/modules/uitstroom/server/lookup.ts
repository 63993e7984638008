import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'

/**
 * Per open dossier the last question to a corporatie that came to nothing (no home, refused, withdrawn), while there is no
 * next step to a home: no open question or offer, no accepted home, no contract that runs, and no Maatwerkoverleg since.
 * Refusals over which a person must decide first are not in it. Rows of woningaanbod, one per dossier.
 */
export function zonderWoningvervolg(work: Work): RawBuilder<unknown> {
  return sql`(select w.* from (
      select distinct on (x.dossier_id) x.*, count(*) filter (where x.status = 'geweigerd') over (partition by x.dossier_id) as keren
      from onderdak.woningaanbod x where x.regio_id = ${work.regioId}::uuid
      order by x.dossier_id, x.beantwoord_op desc nulls first, x.gevraagd_op desc, x.id desc) w
    where w.status in ('geen_woning', 'geweigerd', 'ingetrokken')
      and exists (select 1 from onderdak.uitstroomdossier d where d.id = w.dossier_id and d.afgerond_op is null)
      and not exists (select 1 from onderdak.woningaanbod n where n.dossier_id = w.dossier_id and n.status in ('gevraagd', 'aangeboden', 'aanvaard'))
      and not exists (select 1 from onderdak.huurcontract c where c.persoon_id = w.persoon_id and c.status <> 'beeindigd')
      and not exists (select 1 from onderdak.maatwerkoverleg m where m.dossier_id = w.dossier_id and m.op >= w.beantwoord_op)
      and not (w.status = 'geweigerd' and w.gevolg is null and w.keren >= coalesce((select replace(i.waarde, ',', '.')::numeric from onderdak.instelling i
        where i.regio_id = ${work.regioId}::uuid and i.code = 'woning_weigeringen' and i.van <= ${work.today}::date and (i.tot is null or i.tot > ${work.today}::date)), 2)))`
}
