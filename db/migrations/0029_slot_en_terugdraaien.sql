-- An advisory lock per persoon fills the lock table of the server when many stays come in one transaction (reading in a file).
-- The row of the persoon itself locks as well and takes no place there.

grant update (id) on persoon to onderdak_kern;
-- Only to lock: no changed row passes.
create policy kern_vergrendelt on persoon for update to onderdak_kern using (true) with check (false);

create or replace function eis_gescheiden_opvang() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  wie uuid := case when tg_table_name = 'persoon' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'persoon_id')::uuid end;
  dossiers uuid[];
  systemen uuid[];
begin
  wie := coalesce((select p.samengevoegd_in from persoon p where p.id = wie), wie);
  perform 1 from persoon p where p.id = wie for no key update;
  dossiers := array(select wie union select p.id from persoon p where p.samengevoegd_in = wie);
  systemen := array(select distinct l.systeem_id from vo_systeem_lid l where l.persoon_id = any (dossiers) and l.tot is null order by 1);
  if systemen = '{}' then return null; end if;
  perform 1 from vo_systeem s where s.id = any (systemen) order by s.id for update;
  if exists (
    with lid as (
      select l.systeem_id, l.rol, d.id as persoon_id from vo_systeem_lid l join persoon p on p.id = l.persoon_id
        join persoon d on d.id = coalesce(p.samengevoegd_in, p.id) or d.samengevoegd_in = coalesce(p.samengevoegd_in, p.id)
      where l.systeem_id = any (systemen) and l.tot is null
    ), slaapt as (
      select lid.systeem_id, lid.rol, v.locatie_id, daterange(x.van, x.tot) * daterange(vandaag(), null) as dagen
      from lid join verblijf_persoon x on x.persoon_id = lid.persoon_id and (x.tot is null or x.tot > vandaag()) join verblijf v on v.id = x.verblijf_id
    )
    select 1 from slaapt a join slaapt b on b.systeem_id = a.systeem_id and b.locatie_id = a.locatie_id and b.dagen && a.dagen where a.rol = 'pleger' and b.rol <> 'pleger'
  ) then
    raise exception 'deze locatie kan niet voor deze persoon' using errcode = '23514', constraint = 'systeem_niet_zelfde_locatie';
  end if;
  return null;
end $$;

-- ── Two files that turn out to be two people: what the merge ended runs again ───────────────────────────────────────

alter table aanspreekpunt add column eindigde_bij_samenvoegen boolean not null default false check (not eindigde_bij_samenvoegen or tot is not null);
alter table traject_fase add column eindigde_bij_samenvoegen boolean not null default false check (not eindigde_bij_samenvoegen or tot is not null);
alter table traject_onderbreking add column eindigde_bij_samenvoegen boolean not null default false check (not eindigde_bij_samenvoegen or tot is not null);
alter table traject_product add column eindigde_bij_samenvoegen boolean not null default false check (not eindigde_bij_samenvoegen or tot is not null);
comment on column aanspreekpunt.eindigde_bij_samenvoegen is 'Liep nog toen het dossier werd samengevoegd; loopt weer als dat wordt teruggedraaid.';
comment on column traject_fase.eindigde_bij_samenvoegen is 'Liep nog toen het dossier werd samengevoegd; loopt weer als dat wordt teruggedraaid.';
comment on column traject_onderbreking.eindigde_bij_samenvoegen is 'Duurde nog toen het dossier werd samengevoegd; duurt weer als dat wordt teruggedraaid.';
comment on column traject_product.eindigde_bij_samenvoegen is 'Liep nog toen het dossier werd samengevoegd; loopt weer als dat wordt teruggedraaid.';

create or replace function traject_volgt_samenvoeging() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  oud uuid := (select id from traject where persoon_id = new.id and geeindigd_op is null);
  dag date;
  tabel text;
begin
  if oud is null then return null; end if;
  if exists (select 1 from traject where persoon_id = new.samengevoegd_in and geeindigd_op is null) then
    dag := greatest(vandaag(), (select begonnen_op from traject where id = oud));
    foreach tabel in array array['aanspreekpunt', 'traject_fase', 'traject_onderbreking', 'traject_product'] loop
      execute format('update %I set tot = greatest(van, $2), eindigde_bij_samenvoegen = true where traject_id = $1 and tot is null', tabel) using oud, dag;
    end loop;
    update wlz_route set status = 'gestopt', besloten_op = greatest(dag, signaal_op), toelichting = 'Dossiers samengevoegd', versie = versie + 1
      where traject_id = oud and status in ('signaal', 'aangevraagd', 'bij_ciz');
    update traject set geeindigd_op = dag, eindreden = 'samengevoegd', versie = versie + 1, gewijzigd_op = nu(), gewijzigd_door = gebruiker() where id = oud;
  elsif not exists (select 1 from traject n join traject o on o.id = oud where n.persoon_id = new.samengevoegd_in and daterange(n.begonnen_op, n.geeindigd_op) && daterange(o.begonnen_op, o.geeindigd_op)) then
    foreach tabel in array array['aanspreekpunt', 'traject_fase', 'traject_onderbreking', 'traject_product', 'wlz_route'] loop
      execute format('update %I set persoon_id = $2 where traject_id = $1', tabel) using oud, new.samengevoegd_in;
    end loop;
    update achttien_route set persoon_id = new.samengevoegd_in where traject_id = oud and not exists (select 1 from achttien_route a where a.persoon_id = new.samengevoegd_in);
    update traject set persoon_id = new.samengevoegd_in, versie = versie + 1 where id = oud;
  end if;
  return null;
end $$;

create function traject_herleeft() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  wat uuid := (select id from traject where persoon_id = new.id and eindreden = 'samengevoegd' and geeindigd_op is not null order by geeindigd_op desc, id desc limit 1);
  tabel text;
begin
  if wat is null or exists (select 1 from traject where persoon_id = new.id and geeindigd_op is null) then return null; end if;
  update traject set geeindigd_op = null, eindreden = null, versie = versie + 1, gewijzigd_op = nu(), gewijzigd_door = gebruiker() where id = wat;
  foreach tabel in array array['aanspreekpunt', 'traject_fase', 'traject_onderbreking', 'traject_product'] loop
    execute format('update %I set tot = null, eindigde_bij_samenvoegen = false where traject_id = $1 and eindigde_bij_samenvoegen', tabel) using wat;
  end loop;
  update wlz_route set status = case when bij_ciz_op is not null then 'bij_ciz' when aangevraagd_op is not null then 'aangevraagd' else 'signaal' end,
      besloten_op = null, toelichting = null, versie = versie + 1
    where traject_id = wat and status = 'gestopt' and toelichting = 'Dossiers samengevoegd';
  return null;
end $$;
comment on function traject_herleeft is 'Laat een traject dat met het samenvoegen eindigde weer lopen als het samenvoegen wordt teruggedraaid.';
alter function traject_herleeft() owner to onderdak_kern;
revoke execute on function traject_herleeft() from public;
create trigger traject_herleeft after update of samengevoegd_in on persoon
  for each row when (old.samengevoegd_in is not null and new.samengevoegd_in is null) execute function traject_herleeft();
