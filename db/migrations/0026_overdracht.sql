-- overdracht: a person goes warm from the one organisation that is responsible to the next, also to and from another region.

create table overdracht (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  richting text not null check (richting in ('binnen', 'naar_buiten', 'van_buiten')),
  van_organisatie_id uuid references organisatie,
  van_naam text,
  van_contact text,
  naar_organisatie_id uuid references organisatie,
  naar_soort text,
  naar_naam text,
  wetsovergang text not null check (wetsovergang in ('geen', 'jeugdwet_wmo', 'wmo_wlz', 'wlz_wmo', 'wmo_zvw', 'zvw_wmo', 'detentie_wmo', 'wmo_detentie')),
  reden text not null check (length(btrim(reden)) > 0),
  samenvatting text not null check (length(btrim(samenvatting)) > 0),
  gedeelde_naam text not null,
  gedeelde_geboortedatum date,
  is_geheim boolean not null,
  deling_id uuid references deling,
  vervalt_op date,
  status text not null check (status in ('aangeboden', 'geaccepteerd', 'afgerond', 'geweigerd', 'ingetrokken')),
  gever_naam text not null check (length(btrim(gever_naam)) > 0),
  gever_gebruiker_id uuid references gebruiker,
  gever_ondertekend_op date not null,
  aangeboden_op timestamptz not null,
  antwoord_uiterlijk date not null,
  geaccepteerd_op timestamptz,
  ontvanger_naam text check (length(btrim(ontvanger_naam)) > 0),
  ontvanger_functie text,
  ontvanger_telefoon text,
  ontvanger_gebruiker_id uuid references gebruiker,
  ontvanger_ondertekend_op date,
  ontvanger_toelichting text,
  beeindigd_op timestamptz,
  eindreden text check (length(btrim(eindreden)) > 0),
  gesprek_op date,
  client_aanwezig boolean,
  client_afwezig_reden text,
  afgerond_op date,
  afgerond_vastgelegd_op timestamptz,
  eerste_contact_uiterlijk date,
  eerste_contact_op date,
  eerste_contact_uitkomst text check (eerste_contact_uitkomst in ('gesproken', 'niet_meer_mogelijk')),
  eerste_contact_toelichting text,
  constraint overdracht_richting_klopt check (case richting
    when 'binnen' then van_organisatie_id is not null and naar_organisatie_id is not null and van_organisatie_id <> naar_organisatie_id and van_naam is null and naar_naam is null
    when 'naar_buiten' then van_organisatie_id is not null and naar_organisatie_id is null and van_naam is null and naar_naam is not null and naar_soort is not null
    else van_organisatie_id is null and naar_organisatie_id is not null and van_naam is not null and van_contact is not null and naar_naam is null end),
  constraint overdracht_geven_is_delen check ((van_organisatie_id is null) = (deling_id is null) and (deling_id is null) = (vervalt_op is null)),
  constraint overdracht_ontvanger_tekent check (
    ((geaccepteerd_op is null) = (ontvanger_naam is null or ontvanger_ondertekend_op is null)) and (status not in ('geaccepteerd', 'afgerond') or geaccepteerd_op is not null)
    and (status <> 'aangeboden' or geaccepteerd_op is null)),
  constraint overdracht_afgerond_na_acceptatie check (status <> 'afgerond' or (geaccepteerd_op is not null and ontvanger_ondertekend_op is not null and gesprek_op is not null
    and client_aanwezig is not null and eerste_contact_uiterlijk is not null)),
  constraint overdracht_afgerond_compleet check ((status = 'afgerond') = (afgerond_op is not null) and (afgerond_op is null) = (afgerond_vastgelegd_op is null)),
  constraint overdracht_client_aanwezig_of_reden check (client_aanwezig is null or client_aanwezig or coalesce(length(btrim(client_afwezig_reden)), 0) > 0),
  constraint overdracht_einde_met_reden check ((status in ('geweigerd', 'ingetrokken')) = (beeindigd_op is not null and eindreden is not null)),
  constraint overdracht_eerste_contact_compleet check (((eerste_contact_op is null) = (eerste_contact_uitkomst is null)) and (eerste_contact_op is null or status = 'afgerond')
    and (eerste_contact_uitkomst is distinct from 'niet_meer_mogelijk' or eerste_contact_toelichting is not null))
);
create unique index overdracht_een_open on overdracht (persoon_id) where status in ('aangeboden', 'geaccepteerd');
create index overdracht_persoon on overdracht (persoon_id, aangeboden_op);
create index overdracht_ontvanger on overdracht (regio_id, naar_organisatie_id, antwoord_uiterlijk) where status in ('aangeboden', 'geaccepteerd');
create index overdracht_gever on overdracht (regio_id, van_organisatie_id, antwoord_uiterlijk) where status in ('aangeboden', 'geaccepteerd');
create index overdracht_contact on overdracht (regio_id, eerste_contact_uiterlijk) where status = 'afgerond' and eerste_contact_op is null;
create index overdracht_deling on overdracht (deling_id) where deling_id is not null;
select beschrijf('overdracht', 'Warme overdracht van een persoon aan een andere organisatie, binnen of buiten de regio. Tot het afronden blijft de gever verantwoordelijk.',
  'richting: Binnen de regio, naar buiten of van buiten.', 'van_organisatie_id: Gever in de regio; leeg als de persoon van buiten komt.', 'van_naam: Gever buiten de regio; anders leeg.', 'van_contact: Hoe de gever buiten de regio te bereiken is; anders leeg.',
  'naar_organisatie_id: Ontvanger in de regio; leeg als de persoon naar buiten gaat.', 'naar_soort: Soort ontvanger buiten de regio; anders leeg.', 'naar_naam: Ontvanger buiten de regio; anders leeg.', 'wetsovergang: Overgang van wet of financiering; alles behalve geen is een risicomoment.',
  'reden: Waarom de overdracht.', 'samenvatting: Wat de ander moet weten.', 'gedeelde_naam: Naam zoals gedeeld met wie nog niet heeft aangenomen.', 'gedeelde_geboortedatum: Geboortedatum zoals gedeeld; leeg als die niet bekend is.', 'is_geheim: Of alleen wie geheime dossiers mag zien het aanbod ziet.',
  'deling_id: Deling van de gegevensset, met grond; leeg als de persoon van buiten komt.', 'vervalt_op: Eerste dag waarop het delen voorbij is; leeg als de persoon van buiten komt.', 'status: Stand.', 'gever_naam: Wie voor de gever tekende.', 'gever_gebruiker_id: Medewerker die voor de gever tekende; leeg als de gever buiten de regio is.',
  'gever_ondertekend_op: Dag waarop de gever tekende.', 'aangeboden_op: Moment van vastleggen van het aanbod.', 'antwoord_uiterlijk: Laatste dag om te antwoorden.', 'geaccepteerd_op: Moment van aannemen; leeg zolang niet aangenomen.', 'ontvanger_naam: Wie voor de ontvanger tekende; leeg zolang niet aangenomen.',
  'ontvanger_functie: Functie van wie tekende; leeg als niet gevraagd.', 'ontvanger_telefoon: Telefoonnummer van wie tekende; leeg als niet gevraagd.', 'ontvanger_gebruiker_id: Medewerker die tekende; leeg zolang niet aangenomen of als de ontvanger buiten de regio is.', 'ontvanger_ondertekend_op: Dag waarop de ontvanger tekende; leeg zolang niet aangenomen.',
  'ontvanger_toelichting: Toelichting bij het aannemen; leeg als die er niet is.', 'beeindigd_op: Moment van weigeren of intrekken; anders leeg.', 'eindreden: Waarom geweigerd of ingetrokken; anders leeg.', 'gesprek_op: Dag van het overdrachtsgesprek; leeg zolang niet afgerond.', 'client_aanwezig: Of de cliënt bij het gesprek was; leeg zolang niet afgerond.',
  'client_afwezig_reden: Waarom de cliënt er niet bij was; leeg als die er was.', 'afgerond_op: Dag waarop de verantwoordelijkheid overging; leeg zolang niet afgerond.', 'afgerond_vastgelegd_op: Moment van vastleggen van het afronden; leeg zolang niet afgerond.', 'eerste_contact_uiterlijk: Laatste dag voor het eerste contact na de overdracht; leeg zolang niet afgerond.',
  'eerste_contact_op: Dag van het eerste contact; leeg zolang niet nagegaan.', 'eerste_contact_uitkomst: Gesproken, of dat het niet meer kan; leeg zolang niet nagegaan.', 'eerste_contact_toelichting: Toelichting bij het eerste contact; leeg als die niet nodig is.');

create table overdracht_link (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  overdracht_id uuid not null references overdracht,
  token_hash bytea not null check (length(token_hash) = 32),
  gemaakt_op timestamptz not null,
  gemaakt_door uuid references gebruiker,
  verloopt_op date not null,
  geopend_op timestamptz,
  ingetrokken_op timestamptz,
  constraint overdracht_link_token unique (token_hash)
);
create unique index overdracht_link_een_geldig on overdracht_link (overdracht_id) where ingetrokken_op is null;
create index overdracht_link_persoon on overdracht_link (persoon_id);
select beschrijf('overdracht_link', 'Eenmalige link waarmee een ontvanger buiten de regio de gedeelde gegevens één keer ziet en antwoordt. Van de link zelf is alleen een vingerafdruk bewaard.',
  'overdracht_id: Overdracht.', 'token_hash: Vingerafdruk (SHA-256) van de link.', 'gemaakt_op: Moment van maken.', 'gemaakt_door: Wie de link maakte.', 'verloopt_op: Eerste dag waarop de link niet meer werkt.', 'geopend_op: Moment waarop de gegevens zijn bekeken; daarna toont de link ze niet meer; leeg zolang niet bekeken.',
  'ingetrokken_op: Moment waarop de link is vervangen of niet meer nodig was; leeg zolang zij geldt.');

-- ── The state machine, also for whoever writes past the commands ────────────────────────────────────────────────────

create function overdracht_stap() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if (tg_op = 'INSERT' and new.status <> 'aangeboden') or (tg_op = 'UPDATE' and new.status <> old.status and (old.status, new.status) not in (
    ('aangeboden', 'geaccepteerd'), ('aangeboden', 'geweigerd'), ('aangeboden', 'ingetrokken'),
    ('geaccepteerd', 'afgerond'), ('geaccepteerd', 'geweigerd'), ('geaccepteerd', 'ingetrokken'))) then
    raise exception 'overdracht % kan niet naar %', new.id, new.status using errcode = '23514', constraint = 'overdracht_overgang';
  end if;
  return new;
end $$;
comment on function overdracht_stap is 'Weigert een stap die de overdracht niet kent, zoals afronden voor het aannemen.';
create trigger overdracht_stap before insert or update of status on overdracht for each row execute function overdracht_stap();

-- ── Sight: who is involved sees it; who is asked sees only the offer, for as long as it is shared ───────────────────

create function deling_loopt(p_id uuid) returns boolean language sql stable security definer set search_path = onderdak, pg_temp as $$
  select exists (select 1 from deling d where d.id = p_id and d.regio_id = regio() and d.beeindigd_op is null and d.vervalt_op > vandaag())
$$;
comment on function deling_loopt is 'Of een deling vandaag nog loopt.';
alter function deling_loopt(uuid) owner to onderdak_kern;
revoke execute on function deling_loopt(uuid) from public;
grant execute on function deling_loopt(uuid) to onderdak_app;

select bescherm('overdracht');
select bescherm('overdracht_link');
create policy ontvanger on overdracht for select to onderdak_app using (
  regio_id = (select regio()) and naar_organisatie_id = (select organisatie()) and (select inzage('personen')) and status = 'aangeboden'
  and (not is_geheim or (select inzage('vo'))) and deling_loopt(deling_id));
create policy ontvanger_antwoordt on overdracht for update to onderdak_app using (
  regio_id = (select regio()) and naar_organisatie_id = (select organisatie()) and (select inzage('personen')) and status = 'aangeboden'
  and (not is_geheim or (select inzage('vo'))) and deling_loopt(deling_id))
  with check (regio_id = (select regio()) and naar_organisatie_id = (select organisatie()));
create policy kern on overdracht to onderdak_kern using (true) with check (true);
create policy kern on overdracht_link to onderdak_kern using (true) with check (true);
create policy kern_beeindigt on deling for update to onderdak_kern using (true) with check (true);
grant select, insert, update on overdracht, overdracht_link to onderdak_app;
grant select, update on overdracht, overdracht_link to onderdak_kern;
grant update (beeindigd_op, einde_reden, beeindigd_door) on deling to onderdak_kern;

-- Whoever opens a link has no account, so no region: by the exact fingerprint only, and nothing but which row it is.
create function zoek_overdrachtlink(p_hash bytea) returns table (id uuid, regio_id uuid) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select l.id, l.regio_id from overdracht_link l where l.token_hash = p_hash
$$;
comment on function zoek_overdrachtlink is 'Vindt de rij van een link aan de hand van de vingerafdruk.';
alter function zoek_overdrachtlink(bytea) owner to onderdak_kern;
revoke execute on function zoek_overdrachtlink(bytea) from public;
grant execute on function zoek_overdrachtlink(bytea) to onderdak_app;

-- ── Niemand uit beeld: an open handover has somebody who is responsible ─────────────────────────────────────────────

create constraint trigger niemand_uit_beeld after insert or update of status on overdracht deferrable initially deferred
  for each row when (new.status in ('aangeboden', 'geaccepteerd')) execute function eis_opvolging();

create function eis_geen_overdracht() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  geldt uuid := (select coalesce(p.samengevoegd_in, p.id) from persoon p where p.id = new.persoon_id);
begin
  if not exists (select 1 from opvolging o where o.persoon_id = geldt and o.status = 'open')
    and exists (select 1 from overdracht d join persoon p on p.id = d.persoon_id where geldt in (p.id, p.samengevoegd_in) and d.status in ('aangeboden', 'geaccepteerd')) then
    raise exception 'persoon % heeft nog een open overdracht', new.persoon_id using errcode = '23514', constraint = 'opvolging_nog_iets_open';
  end if;
  return null;
end $$;
comment on function eis_geen_overdracht is 'Weigert het afsluiten van de opvolging zolang er een overdracht loopt.';
alter function eis_geen_overdracht() owner to onderdak_kern;
revoke execute on function eis_geen_overdracht() from public;
create constraint trigger overdracht_nog_open after update of status on opvolging deferrable initially deferred
  for each row when (new.status = 'afgesloten' and new.persoon_id is not null) execute function eis_geen_overdracht();

-- ── What follows the person ─────────────────────────────────────────────────────────────────────────────────────────

-- Two files of one person: the open handover goes along to the file that counts; when both have one, that of the other file ends.
create function overdracht_volgt_samenvoeging() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  oud overdracht%rowtype;
begin
  select * into oud from overdracht where persoon_id = new.id and status in ('aangeboden', 'geaccepteerd');
  if oud.id is null then return null; end if;
  if exists (select 1 from overdracht where persoon_id = new.samengevoegd_in and status in ('aangeboden', 'geaccepteerd')) then
    update overdracht set status = 'ingetrokken', beeindigd_op = nu(), eindreden = 'Dossiers samengevoegd' where id = oud.id;
    update overdracht_link set ingetrokken_op = nu() where overdracht_id = oud.id and ingetrokken_op is null;
    update deling set beeindigd_op = vandaag(), einde_reden = 'stap_voorbij', beeindigd_door = gebruiker() where id = oud.deling_id and beeindigd_op is null;
    perform beeindig_betrokkenheid('overdracht', oud.id, oud.naar_organisatie_id, vandaag());
  else
    update overdracht set persoon_id = new.samengevoegd_in where id = oud.id;
    update overdracht_link set persoon_id = new.samengevoegd_in where overdracht_id = oud.id;
  end if;
  return null;
end $$;
comment on function overdracht_volgt_samenvoeging is 'Laat een lopende overdracht meegaan naar het dossier dat na samenvoegen geldt; hebben beide er een, dan eindigt die van het andere dossier.';

create function overdracht_volgt_terugdraaiing() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  wat uuid;
begin
  for wat in
    select o.id from overdracht o join gebeurtenis g on g.regio_id = o.regio_id and g.onderwerp_id = o.id and g.soort = 'WarmeOverdrachtAangeboden' and g.persoon_id = new.id
    where o.persoon_id = old.samengevoegd_in
  loop
    update overdracht set persoon_id = new.id where id = wat;
    update overdracht_link set persoon_id = new.id where overdracht_id = wat;
  end loop;
  return null;
end $$;
comment on function overdracht_volgt_terugdraaiing is 'Geeft een overdracht die met het samenvoegen meeging terug aan het dossier waarin zij begon.';

create function overdracht_volgt_geheim() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  update overdracht set is_geheim = new.is_geheim where persoon_id = new.id;
  return null;
end $$;
comment on function overdracht_volgt_geheim is 'Past wie een aangeboden overdracht ziet aan als het dossier geheim wordt of niet meer is.';

do $$
declare f text;
begin
  foreach f in array array['overdracht_volgt_samenvoeging()', 'overdracht_volgt_terugdraaiing()', 'overdracht_volgt_geheim()'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
create trigger overdracht_volgt_samenvoeging after update of samengevoegd_in on persoon
  for each row when (old.samengevoegd_in is null and new.samengevoegd_in is not null) execute function overdracht_volgt_samenvoeging();
create trigger overdracht_volgt_terugdraaiing after update of samengevoegd_in on persoon
  for each row when (old.samengevoegd_in is not null and new.samengevoegd_in is null) execute function overdracht_volgt_terugdraaiing();
create trigger overdracht_volgt_geheim after update of is_geheim on persoon
  for each row when (old.is_geheim <> new.is_geheim) execute function overdracht_volgt_geheim();

-- ── Terms and rights in regions that exist already ──────────────────────────────────────────────────────────────────

insert into termijn (regio_id, code, naam, aantal, eenheid, wettelijk, van, bron)
select r.id, t.code, t.naam, t.aantal, t.eenheid, false, date '2020-01-01', 'Instelling van de regio' from regio r cross join (values
  ('overdracht_antwoord', 'Antwoord op een aangeboden overdracht', 10, 'werkdagen'), ('overdracht_eerste_contact', 'Eerste contact na een overdracht', 5, 'werkdagen'),
  ('overdracht_inzage_gever', 'Hoelang de gever het dossier nog ziet na een overdracht', 3, 'maanden')) t (code, naam, aantal, eenheid);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, n.permissie, current_date from rol_permissie p cross join (values ('overdracht.lezen'), ('overdracht.doen')) n (permissie)
where p.permissie = 'opvolging.wijzigen' and (p.tot is null or p.tot > current_date);
