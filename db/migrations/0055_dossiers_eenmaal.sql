-- The merged files of a person are looked up once for a check. Called in the condition itself, they were looked up anew for each
-- stay of the region when the planner took an index on the days; reading a file of stays into an empty region took minutes.

create or replace function eis_verblijf_na_vorig() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  andere uuid[];
begin
  perform vergrendel_personen(array[new.persoon_id]);
  -- After the lock: a merge that was on its way is known by now.
  andere := array_remove(alle_dossiers(array[new.persoon_id]), new.persoon_id);
  if andere = '{}' then
    return null;
  end if;
  if exists (select 1 from verblijf_persoon x where x.persoon_id = any (andere)
    and x.verblijf_id <> new.verblijf_id and x.soort = new.soort and daterange(x.van, x.tot) && daterange(new.van, new.tot)) then
    raise exception 'deze persoon verblijft in deze periode al ergens' using errcode = '23P01', constraint = 'verblijf_einde_voor_volgende';
  end if;
  return null;
end $$;

create or replace function code_rood_elders(p_persoon uuid) returns boolean language plpgsql stable security definer set search_path = onderdak, pg_temp as $$
declare
  dossiers uuid[] := alle_dossiers(array[p_persoon]);
  nieuwste record;
begin
  select m.id, m.vo_code into nieuwste from melding m
    where m.persoon_id = any (dossiers) and m.vo_code is not null order by m.meldingsdatum desc, m.id desc limit 1;
  return coalesce(nieuwste.vo_code = 'rood', false) and not exists (select 1 from vo_rood_afwijking a where a.melding_id = nieuwste.id)
    and not exists (select 1 from vo_route r where r.melding_id = nieuwste.id and r.status = 'beeindigd');
end $$;
