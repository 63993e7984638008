-- What only commands held: a contract that must become a regular one has somebody who is responsible, an open casus keeps the opvolging
-- open, and a stay of one person ends before the next begins, also over files that were merged (UIT-05, CAS-01).

-- ── A contract and its opvolging, the other way round than contract_loopt_nog ──────────────────────────────────────

-- Both go one after the other per person, so that closing and signing at once see each other.
create or replace function eis_geen_contract() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  geldt uuid := (select coalesce(p.samengevoegd_in, p.id) from persoon p where p.id = new.persoon_id);
begin
  perform vergrendel_personen(array[new.persoon_id]);
  if geldt is not null and not exists (select 1 from opvolging o where o.persoon_id = geldt and o.status = 'open')
    and exists (select 1 from huurcontract c join persoon p on p.id = c.persoon_id
      where geldt in (p.id, p.samengevoegd_in) and p.overleden_op is null and c.status = 'lopend' and c.omklap_op is not null) then
    raise exception 'persoon % heeft een contract dat nog niet is omgezet', new.persoon_id using errcode = '23514', constraint = 'contract_loopt_nog';
  end if;
  return null;
end $$;

create function eis_opvolging_bij_contract() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  perform vergrendel_personen(array[new.persoon_id]);
  if not exists (select 1 from opvolging o join persoon p on o.persoon_id = coalesce(p.samengevoegd_in, p.id) where p.id = new.persoon_id and o.status = 'open') then
    raise exception 'persoon % heeft een contract zonder opvolging', new.persoon_id using errcode = '23514', constraint = 'contract_heeft_opvolging';
  end if;
  return null;
end $$;
comment on function eis_opvolging_bij_contract is 'Weigert een contract dat nog een gewoon huurcontract moet worden als niemand verantwoordelijk is voor de volgende stap.';
create trigger contract_heeft_opvolging after insert or update of status, omklap_op on huurcontract
  for each row when (new.status = 'lopend' and new.omklap_op is not null) execute function eis_opvolging_bij_contract();

-- ── An open casus ───────────────────────────────────────────────────────────────────────────────────────────────────

create function eis_geen_casus() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  geldt uuid := (select coalesce(p.samengevoegd_in, p.id) from persoon p where p.id = new.persoon_id);
begin
  perform vergrendel_personen(array[new.persoon_id]);
  if not exists (select 1 from opvolging o where o.persoon_id = geldt and o.status = 'open')
    and exists (select 1 from casus c join persoon p on p.id = c.persoon_id where geldt in (p.id, p.samengevoegd_in) and p.overleden_op is null and c.status = 'open') then
    raise exception 'persoon % heeft een open casus', new.persoon_id using errcode = '23514', constraint = 'casus_loopt_nog';
  end if;
  return null;
end $$;
comment on function eis_geen_casus is 'Weigert het afsluiten van de opvolging zolang er een casus over deze persoon open is.';
create constraint trigger casus_loopt_nog after update of status on opvolging deferrable initially deferred
  for each row when (new.status = 'afgesloten' and new.persoon_id is not null) execute function eis_geen_casus();

-- ── One person in one stay at a time ────────────────────────────────────────────────────────────────────────────────

-- verblijf_persoon_overlapt_niet looks at one file. Two files of one person in the same stay are that one person.
create function eis_verblijf_na_vorig() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  perform vergrendel_personen(array[new.persoon_id]);
  if exists (select 1 from verblijf_persoon x where x.persoon_id = any (alle_dossiers(array[new.persoon_id])) and x.persoon_id <> new.persoon_id
    and x.verblijf_id <> new.verblijf_id and x.soort = new.soort and daterange(x.van, x.tot) && daterange(new.van, new.tot)) then
    raise exception 'deze persoon verblijft in deze periode al ergens' using errcode = '23P01', constraint = 'verblijf_einde_voor_volgende';
  end if;
  return null;
end $$;
comment on function eis_verblijf_na_vorig is 'Weigert een verblijf dat begint voor een ander verblijf van dezelfde persoon eindigt, ook als dat onder een samengevoegd dossier staat.';
create trigger verblijf_einde_voor_volgende after insert on verblijf_persoon for each row execute function eis_verblijf_na_vorig();
create trigger verblijf_einde_voor_volgende_bij_herstel after update of van, tot on verblijf_persoon
  for each row when (new.van < old.van or (old.tot is not null and (new.tot is null or new.tot > old.tot))) execute function eis_verblijf_na_vorig();

-- Who is in a stay is there within its days, and nobody stays on in a stay that ended.
create function eis_bewoner_binnen_verblijf() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  welk uuid := (to_jsonb(new) ->> case when tg_table_name = 'verblijf' then 'id' else 'verblijf_id' end)::uuid;
begin
  if exists (select 1 from verblijf v join verblijf_persoon x on x.verblijf_id = v.id
    where v.id = welk and (x.van < v.begonnen_op or (v.geeindigd_op is not null and (x.tot is null or x.tot > v.geeindigd_op)))) then
    raise exception 'in verblijf % is iemand buiten de dagen van het verblijf', welk using errcode = '23514', constraint = 'verblijf_persoon_binnen_verblijf';
  end if;
  return null;
end $$;
comment on function eis_bewoner_binnen_verblijf is 'Weigert bij het vastleggen een bewoner van voor het begin of na het einde van het verblijf.';
create constraint trigger verblijf_persoon_binnen_verblijf after insert or update of begonnen_op, geeindigd_op on verblijf deferrable initially deferred
  for each row execute function eis_bewoner_binnen_verblijf();
create constraint trigger verblijf_persoon_binnen_verblijf after insert or update of van, tot on verblijf_persoon deferrable initially deferred
  for each row execute function eis_bewoner_binnen_verblijf();

do $$
declare f text;
begin
  foreach f in array array['eis_opvolging_bij_contract()', 'eis_geen_casus()', 'eis_verblijf_na_vorig()', 'eis_bewoner_binnen_verblijf()'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
