-- The stand of all plekken on a day, counted where the rows are: the place board fetches one row per locatie and product.

create function plekstand(p_op date)
returns table (locatie_id uuid, product_id uuid, totaal int, vrij int, vastgehouden int, bezet int, geblokkeerd int, buiten_gebruik int, overboekt int, verwacht_vrij int, tijdelijk int,
  kenmerken text[], vrije_plekken jsonb, zonder_plek jsonb)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with zichtbaar as materialized (
    select l.id, l.kenmerken from locatie l where l.regio_id = (select regio()) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
  ), verblijf_nu as materialized (
    select v.plek_id, (v.uitstroomgereed_op <= p_op) is true as geblokkeerd, (coalesce(v.verwacht_einde_op, v.uiterlijk_op) <= p_op) is true as verwacht
    from verblijf v where v.regio_id = (select regio()) and daterange(v.begonnen_op, v.geeindigd_op) @> p_op
  ), buiten as materialized (
    select distinct b.plek_id from buiten_gebruik b where b.regio_id = (select regio()) and daterange(b.van, b.tot) @> p_op
  ), belofte as materialized (
    select s.id, s.plek_id, s.locatie_id, s.product_id, s.personen, s.vereiste_kenmerken from plaatsingsvoorstel s
    where s.regio_id = (select regio()) and s.status in ('voorgesteld', 'aanvaard') and s.vanaf <= p_op
  ), gekozen as (
    select plek_id, count(*)::int as aantal from belofte where plek_id is not null group by plek_id
  ), per_plek as materialized (
    select k.locatie_id, k.product_id, k.personen_maximum, k.kenmerken || l.kenmerken as kenmerken, k.tijdelijk_reden is not null as tijdelijk, coalesce(c.aantal, 0) as gekozen, v.verwacht,
      case when v.geblokkeerd then 'geblokkeerd' when v.plek_id is not null then 'bezet' when b.plek_id is not null then 'buiten_gebruik' when c.aantal > 0 then 'vastgehouden' else 'vrij' end as stand
    from plek k join zichtbaar l on l.id = k.locatie_id left join verblijf_nu v on v.plek_id = k.id left join buiten b on b.plek_id = k.id left join gekozen c on c.plek_id = k.id
    where k.regio_id = (select regio()) and k.van <= p_op and (k.tot is null or k.tot > p_op)
  ), geteld as (
    select p.locatie_id, p.product_id, count(*)::int as totaal, count(*) filter (where stand = 'vrij')::int as vrij, count(*) filter (where stand = 'vastgehouden')::int as vastgehouden,
      count(*) filter (where stand = 'bezet')::int as bezet, count(*) filter (where stand = 'geblokkeerd')::int as geblokkeerd, count(*) filter (where stand = 'buiten_gebruik')::int as buiten_gebruik,
      sum(gekozen - (stand = 'vastgehouden')::int)::int as overboekt, count(*) filter (where verwacht)::int as verwacht_vrij, count(*) filter (where tijdelijk)::int as tijdelijk
    from per_plek p group by p.locatie_id, p.product_id
  ), kenmerk as (
    select p.locatie_id, p.product_id, array_agg(distinct naam order by naam) as kenmerken
    from (select distinct x.locatie_id, x.product_id, x.kenmerken from per_plek x) p, unnest(p.kenmerken) naam group by p.locatie_id, p.product_id
  ), vrije as (
    select x.locatie_id, x.product_id, jsonb_agg(jsonb_build_object('kenmerken', x.kenmerken, 'personenMaximum', x.personen_maximum, 'aantal', x.aantal) order by x.personen_maximum, x.kenmerken) as vrije_plekken
    from (select p.locatie_id, p.product_id, p.kenmerken, p.personen_maximum, count(*) as aantal from per_plek p where p.stand = 'vrij' group by 1, 2, 3, 4) x group by x.locatie_id, x.product_id
  ), open as (
    select s.locatie_id, s.product_id, jsonb_agg(jsonb_build_object('vereisteKenmerken', s.vereiste_kenmerken, 'personen', s.personen) order by s.id) as zonder_plek
    from belofte s join zichtbaar l on l.id = s.locatie_id where s.plek_id is null group by s.locatie_id, s.product_id
  )
  select locatie_id, product_id, coalesce(g.totaal, 0), coalesce(g.vrij, 0), coalesce(g.vastgehouden, 0), coalesce(g.bezet, 0), coalesce(g.geblokkeerd, 0), coalesce(g.buiten_gebruik, 0), coalesce(g.overboekt, 0),
    coalesce(g.verwacht_vrij, 0), coalesce(g.tijdelijk, 0), coalesce(m.kenmerken, '{}'), coalesce(f.vrije_plekken, '[]'), coalesce(o.zonder_plek, '[]')
  from geteld g full join open o using (locatie_id, product_id) left join vrije f using (locatie_id, product_id) left join kenmerk m using (locatie_id, product_id)
$$;
comment on function plekstand is 'Stand van de plekken op een dag per locatie en product, zonder personen. Regels: src/modules/plek/domain/capaciteit.ts (standOf).';
alter function plekstand(date) owner to onderdak_kern;
revoke execute on function plekstand(date) from public;
grant execute on function plekstand(date) to onderdak_app;
