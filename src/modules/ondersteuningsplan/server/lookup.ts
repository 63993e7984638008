import { sql } from 'kysely'

// What other modules may ask about plans, as conditions on `plan l` and `persoon p`. Row-level security decides what the
// asker sees.

/**
 * Of two plans over merged files only the one that holds counts: that of the file that counts, else the one that began
 * last, as `geldendPlan` says.
 */
export const planGeldtSql = sql`(p.samengevoegd_in is null or not exists (select 1 from onderdak.persoon q join onderdak.plan x on x.persoon_id = q.id
    where x.id <> l.id and (q.id = p.samengevoegd_in
      or (q.samengevoegd_in = p.samengevoegd_in and (x.begonnen_op, l.id) > (l.begonnen_op, x.id)))))`

/** Nobody has to be talked to about the plan of who died, or whose traject ended. */
export const planVraagtGesprekSql = sql`p.overleden_op is null and not exists (select 1 from onderdak.traject t
    where t.persoon_id = coalesce(p.samengevoegd_in, p.id) having count(*) > 0 and bool_and(t.geeindigd_op is not null))`
