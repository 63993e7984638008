-- A number without what it counts says nothing: a result with numbers keeps its eenheid (programma, UP-06).
create function activiteit_resultaat_houdt_eenheid() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if exists (select 1 from resultaat_waarde w where w.resultaat_id = new.id) then
    raise exception 'resultaat % heeft getallen', new.nummer using errcode = '23514', constraint = 'activiteit_resultaat_houdt_eenheid';
  end if;
  return new;
end $$;
comment on function activiteit_resultaat_houdt_eenheid is 'Weigert dat een resultaat met getallen zijn eenheid verliest.';
create trigger activiteit_resultaat_houdt_eenheid before update on activiteit_resultaat for each row when (old.eenheid is not null and new.eenheid is null) execute function activiteit_resultaat_houdt_eenheid();

-- The catalogue of open data says since when the data are as they are. A text that was withdrawn counts: whoever took it over must look again.
create function openbaar_programma_gewijzigd_op(p_programma uuid) returns timestamptz language sql stable security definer set search_path = onderdak, pg_temp as $$
  select greatest(p.gewijzigd_op,
    (select max(o.gewijzigd_op) from programmaonderdeel o where o.programma_id = p.id),
    (select max(greatest(a.gewijzigd_op,
      (select max(s.vastgelegd_op) from activiteit_stand s where s.activiteit_id = a.id),
      (select max(greatest(v.vastgelegd_op, v.ingetrokken_op)) from activiteit_voortgang v where v.activiteit_id = a.id and v.is_openbaar),
      (select max(w.vastgelegd_op) from activiteit_resultaat r join resultaat_waarde w on w.resultaat_id = r.id where r.activiteit_id = a.id))) from activiteit a where a.programma_id = p.id))
  from programma p where p.id = p_programma and p.openbaar_sinds is not null
$$;
comment on function openbaar_programma_gewijzigd_op is 'Moment waarop voor het laatst iets veranderde aan wat iedereen van een openbaar programma ziet; leeg als het programma niet openbaar is.';
do $$
declare t text;
begin
  foreach t in array array['programmaonderdeel', 'activiteit', 'activiteit_stand', 'activiteit_voortgang', 'activiteit_resultaat', 'resultaat_waarde'] loop
    execute format('grant select on %I to onderdak_kern', t);
    execute format('create policy kern on %I for select to onderdak_kern using (true)', t);
  end loop;
end $$;
alter function openbaar_programma_gewijzigd_op(uuid) owner to onderdak_kern;
revoke execute on function openbaar_programma_gewijzigd_op(uuid) from public;
grant execute on function openbaar_programma_gewijzigd_op(uuid) to onderdak_publiek;
