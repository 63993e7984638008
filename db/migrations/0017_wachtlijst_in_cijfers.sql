-- The waiting list by direction, by locatie wanted, and month by month: counts of the whole region without persons.

-- A secret locatie is one group of its own for who may not see it.
create function cijfer_wachtlijst_richting(p_op date, p_per text)
returns table (groep text, richting text, registraties int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b)
  select case when p_per = 'product' then w.product_id::text when l.id is null then 'geen' when l.is_geheim and not ((select inzage('vo')) or (select inzage('systeem'))) then 'geheim' else l.id::text end,
    w.richting, count(*)::int, bool_and((select inzage('systeem')) or w.persoon_id in (select b.persoon_id from bekend b))
  from wachtlijstplaatsing w left join locatie l on l.id = w.voorkeur_locatie_id
  where w.regio_id = (select regio()) and w.besloten_op <= p_op and coalesce(w.gestart_op, w.beeindigd_op, 'infinity') > p_op
  group by 1, 2
$$;
comment on function cijfer_wachtlijst_richting is 'Hoeveel registraties er op een dag wachten, per product of gewenste locatie en richting, zonder personen.';

-- Whole months and the running one up to p_tot; begin + erbij − geplaatst − anders = eind, each counted by itself.
create function cijfer_wachtverloop(p_van date, p_tot date)
returns table (maand date, product_id uuid, totaal boolean, begin int, erbij int, geplaatst int, anders int, eind int, start_mediaan int, start_p90 int, wacht_mediaan int, wacht_p90 int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b), maand as (
    select m::date as van, least((m + interval '1 month')::date, p_tot) as tot from generate_series(p_van, p_tot - 1, interval '1 month') m
  ), feit as materialized (
    select w.product_id, w.besloten_op as erop, coalesce(w.gestart_op, w.beeindigd_op, 'infinity') as eraf, w.gestart_op,
      (select inzage('systeem')) or w.persoon_id in (select b.persoon_id from bekend b) as ziet
    from wachtlijstplaatsing w where w.regio_id = (select regio()) and w.besloten_op < p_tot and coalesce(w.gestart_op, w.beeindigd_op, 'infinity') >= p_van
  )
  select m.van, f.product_id, grouping(f.product_id) = 1,
    (count(*) filter (where f.erop < m.van and f.eraf >= m.van))::int,
    (count(*) filter (where f.erop >= m.van))::int,
    (count(*) filter (where f.eraf < m.tot and f.gestart_op is not null))::int,
    (count(*) filter (where f.eraf < m.tot and f.gestart_op is null))::int,
    (count(*) filter (where f.eraf >= m.tot))::int,
    percentile_disc(0.5) within group (order by f.gestart_op - f.erop) filter (where f.gestart_op < m.tot),
    percentile_disc(0.9) within group (order by f.gestart_op - f.erop) filter (where f.gestart_op < m.tot),
    percentile_disc(0.5) within group (order by m.tot - 1 - f.erop) filter (where f.eraf >= m.tot),
    percentile_disc(0.9) within group (order by m.tot - 1 - f.erop) filter (where f.eraf >= m.tot),
    bool_and(f.ziet)
  from maand m join feit f on f.erop < m.tot and f.eraf >= m.van group by grouping sets ((m.van, f.product_id), (m.van))
$$;
comment on function cijfer_wachtverloop is 'Wachtlijst per maand: begin, erbij, plek gekregen, anders van de lijst en eind, met gewachte dagen, per product en samen, zonder personen.';

do $$
declare f text;
begin
  foreach f in array array['cijfer_wachtlijst_richting(date,text)', 'cijfer_wachtverloop(date,date)'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to onderdak_app', f);
  end loop;
end $$;
