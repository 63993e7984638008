-- What takes the plekken of some locaties: asked at every proposal, arrival and move, so it must not read the whole region.

create index verblijf_locatie on verblijf (locatie_id, (coalesce(geeindigd_op, 'infinity'::date)));

-- plpgsql, because it keeps its plan on every version of PostgreSQL. A stay of no nights takes nothing.
create function bezetting_van(p_locaties uuid[], p_van date, p_tot date)
returns table (plek_id uuid, locatie_id uuid, soort text, van date, tot date, geblokkeerd_op date, verwacht_einde_op date, personen int, product_id uuid, kenmerken text[], voorstel_id uuid)
language plpgsql stable security definer set search_path = onderdak, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with zichtbaar as materialized (
    select l.id from locatie l
    where l.id = any (p_locaties) and l.regio_id = (select regio()) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
  )
  select v.plek_id, v.locatie_id, 'verblijf', v.begonnen_op, v.geeindigd_op, v.uitstroomgereed_op, coalesce(v.verwacht_einde_op, v.uiterlijk_op),
    (select count(*)::int from verblijf_persoon vp where vp.verblijf_id = v.id and vp.van < p_tot and coalesce(vp.tot, 'infinity') > p_van),
    v.product_id, '{}'::text[], null::uuid
  from zichtbaar z join verblijf v on v.locatie_id = z.id
  where coalesce(v.geeindigd_op, 'infinity') > p_van and v.begonnen_op < p_tot and v.begonnen_op is distinct from v.geeindigd_op
  union all
  select s.plek_id, s.locatie_id, 'voorstel', s.vanaf, null, null, null, s.personen, s.product_id, s.vereiste_kenmerken, s.id
  from zichtbaar z join plaatsingsvoorstel s on s.locatie_id = z.id
  where s.status in ('voorgesteld', 'aanvaard') and s.vanaf < p_tot
  union all
  select b.plek_id, k.locatie_id, 'buiten_gebruik', b.van, b.tot, null, null, 0, k.product_id, '{}'::text[], null
  from zichtbaar z join plek k on k.locatie_id = z.id join buiten_gebruik b on b.plek_id = k.id
  where daterange(b.van, b.tot) && daterange(p_van, p_tot);
end $$;
comment on function bezetting_van is 'Bezetting per plek van enkele locaties in een periode, zonder personen; dezelfde rijen als bezetting().';
alter function bezetting_van(uuid[], date, date) owner to onderdak_kern;
revoke execute on function bezetting_van(uuid[], date, date) from public;
grant execute on function bezetting_van(uuid[], date, date) to onderdak_app;
