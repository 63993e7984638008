-- monitor: a time-out comes on top of a home or place of one's own. It begins and ends a stay, so the books still close, but
-- nobody came into the chain or left it.

create or replace function cijfer_stromen(p_van date, p_tot date)
returns table (maand date, begin int, erbij int, van_andere_plek int, eraf int, naar_andere_plek int, eind int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b), maand as (
    select m::date as van, least((m + interval '1 month')::date, p_tot) as tot from generate_series(p_van, p_tot - 1, interval '1 month') m
  ), feit as materialized (
    select v.begonnen_op, v.geeindigd_op, v.soort = 'time_out' or v.eindreden in ('verhuisd', 'doorstroom') as gaat_door, v.soort = 'time_out' or exists (
        select 1 from verblijf o where o.persoon_id = v.persoon_id and o.id <> v.id and o.geeindigd_op = v.begonnen_op and o.eindreden in ('verhuisd', 'doorstroom')) as komt_van,
      (select inzage('systeem')) or v.persoon_id in (select b.persoon_id from bekend b) as ziet
    from verblijf v where v.regio_id = (select regio()) and v.begonnen_op < p_tot and coalesce(v.geeindigd_op, 'infinity') >= p_van
  )
  select m.van, (count(*) filter (where f.begonnen_op < m.van and coalesce(f.geeindigd_op, 'infinity') >= m.van))::int,
    (count(*) filter (where f.begonnen_op >= m.van and f.begonnen_op < m.tot))::int,
    (count(*) filter (where f.begonnen_op >= m.van and f.begonnen_op < m.tot and f.komt_van))::int,
    (count(*) filter (where f.geeindigd_op >= m.van and f.geeindigd_op < m.tot))::int,
    (count(*) filter (where f.geeindigd_op >= m.van and f.geeindigd_op < m.tot and f.gaat_door))::int,
    (count(*) filter (where f.begonnen_op < m.tot and coalesce(f.geeindigd_op, 'infinity') >= m.tot))::int,
    coalesce(bool_and(f.ziet), true)
  from maand m left join feit f on f.begonnen_op < m.tot and coalesce(f.geeindigd_op, 'infinity') >= m.van group by m.van
$$;
