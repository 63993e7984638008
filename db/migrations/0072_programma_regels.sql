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
