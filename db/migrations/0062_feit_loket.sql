-- loket: what the daklozenloket counts becomes facts, so that the figures of it come from the registry as well (MON-01, S4 §4.2). The mark of a family
-- is typed by hand and stays behind; a fact has a random number in its place.

create table gezinspseudoniem (
  regio_id uuid not null references regio,
  gezin_kenmerk text not null,
  pseudoniem uuid not null unique default gen_random_uuid(),
  primary key (regio_id, gezin_kenmerk)
);
select beschrijf('gezinspseudoniem', 'Welk pseudoniem bij het kenmerk van een gezin hoort. Niemand leest deze tabel; alleen de functies die feiten vastleggen.', 'gezin_kenmerk: Kenmerk zoals het loket het opschreef.',
  'pseudoniem: Toevallig getal, dat niets over het gezin zegt.');
alter table gezinspseudoniem enable row level security, force row level security;
create policy kern on gezinspseudoniem to onderdak_kern using (true) with check (true);
grant select, insert on gezinspseudoniem to onderdak_kern;

create function pseudoniem_van_gezin(p_regio uuid, p_kenmerk text) returns uuid language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  gevonden uuid;
begin
  if p_kenmerk is null then return null; end if;
  select g.pseudoniem into gevonden from gezinspseudoniem g where g.regio_id = p_regio and g.gezin_kenmerk = p_kenmerk;
  if gevonden is null then
    insert into gezinspseudoniem (regio_id, gezin_kenmerk) values (p_regio, p_kenmerk) on conflict do nothing;
    select g.pseudoniem into strict gevonden from gezinspseudoniem g where g.regio_id = p_regio and g.gezin_kenmerk = p_kenmerk;
  end if;
  return gevonden;
end $$;
comment on function pseudoniem_van_gezin is 'Pseudoniem van een gezin aan het loket; maakt het de eerste keer.';
alter function pseudoniem_van_gezin(uuid, text) owner to onderdak_kern;
revoke execute on function pseudoniem_van_gezin(uuid, text) from public;

grant select on klantcontact to onderdak_kern;
create policy kern on klantcontact for select to onderdak_kern using (true);

-- A gemeente that was not of the region on that day is elsewhere, as in the table of the loket.
create view nu_klantcontact as
  select c.regio_id, c.id as sleutel, c.organisatie_id, c.op, c.soort, c.leeftijdsklasse, pseudoniem_van_gezin(c.regio_id, c.gezin_kenmerk) as gezin,
    case when e.van_elders then null else c.gemeente_code end as gemeente_code, e.van_elders
  from klantcontact c cross join lateral (select c.van_elders or (c.gemeente_code is not null and not exists (select 1 from regio_gemeente g
    where g.regio_id = c.regio_id and g.gemeente_code = c.gemeente_code and g.van <= c.op and (g.tot is null or g.tot > c.op))) as van_elders) e;
select maak_feit('klantcontact', 'sleutel', 'Contacten en gesprekken met gezinnen aan het loket, zonder persoon.', 'organisatie_id: Loket.', 'op: Dag.', 'soort: Contact of gesprek met een gezin.',
  'leeftijdsklasse: Onder 23, 23 en ouder, of onbekend.', 'gezin: Welk gezin, zonder te zeggen welk dat is; leeg als het geen gezin is.', 'gemeente_code: Gemeente van de regio; leeg als van elders of onbekend.',
  'van_elders: Waar als iemand van buiten de regio komt.');

create view nu_adrestoestemming as
  select a.regio_id, a.id as sleutel, pseudoniem_van(a.persoon_id) as pseudoniem, a.organisatie_id, a.op, a.toestemming, a.leeftijdsklasse,
    case when e.van_elders then null else a.gemeente_code end as gemeente_code, e.van_elders
  from adrestoestemming a cross join lateral (select a.gemeente_code is not null and not exists (select 1 from regio_gemeente g
    where g.regio_id = a.regio_id and g.gemeente_code = a.gemeente_code and g.van <= a.op and (g.tot is null or g.tot > a.op)) as van_elders) e;
select maak_feit('adrestoestemming', 'sleutel', 'Beslissingen over een postadres en opvang, wel of niet toegestaan.', 'organisatie_id: Loket dat besliste.', 'op: Dag.', 'toestemming: Waar als het mag.',
  'leeftijdsklasse: Onder 23, 23 en ouder, of onbekend.', 'gemeente_code: Gemeente van de regio; leeg als van elders of onbekend.', 'van_elders: Waar als iemand van buiten de regio komt.');

create index feit_klantcontact_dag on feit_klantcontact (regio_id, op) where bekend_tot = 'infinity';
create index feit_adrestoestemming_dag on feit_adrestoestemming (regio_id, op) where bekend_tot = 'infinity';

create trigger leg_feit_vast_klantcontact after insert or update or delete on klantcontact for each row execute function leg_feit_vast('klantcontact', 'id');
create trigger leg_feit_vast_adrestoestemming after insert or update or delete on adrestoestemming for each row execute function leg_feit_vast('adrestoestemming', 'id');

create or replace function leg_feiten_van_persoon_vast() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  feit text;
  bij uuid;
begin
  foreach feit in array array['verblijf', 'wacht', 'melding', 'voorstel', 'nazorg', 'huurcontract', 'uitstroom', 'urgentie', 'beschikking', 'in_beeld', 'winternacht', 'signaal', 'adrestoestemming'] loop
    for bij in execute format('select distinct f.sleutel from feit_%s f where f.bekend_tot = ''infinity'' and f.pseudoniem in (select s.pseudoniem from pseudoniem s where s.persoon_id = any ($1))', feit)
      using array[new.id, old.samengevoegd_in, new.samengevoegd_in] loop
      execute format('select feit_%s_bij($1)', feit) using bij;
    end loop;
  end loop;
  return null;
end $$;

-- Which gemeenten a region has, and since when, decides who came from elsewhere.
create function leg_feiten_van_gemeente_vast() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  perform feit_klantcontact_bij(c.id) from klantcontact c where (c.regio_id, c.gemeente_code) in ((old.regio_id, old.gemeente_code), (new.regio_id, new.gemeente_code));
  perform feit_adrestoestemming_bij(a.id) from adrestoestemming a where (a.regio_id, a.gemeente_code) in ((old.regio_id, old.gemeente_code), (new.regio_id, new.gemeente_code));
  return null;
end $$;
comment on function leg_feiten_van_gemeente_vast is 'Legt de feiten van het loket opnieuw vast als de regio een gemeente erbij krijgt of verliest.';
alter function leg_feiten_van_gemeente_vast() owner to onderdak_kern;
create trigger leg_feiten_van_gemeente_vast after insert or update or delete on regio_gemeente for each row execute function leg_feiten_van_gemeente_vast();

-- When they were written down was not kept and they never change: what was there already stands as known on its day.
create function vul_loket_feiten() returns void language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  insert into feit_klantcontact (regio_id, sleutel, organisatie_id, op, soort, leeftijdsklasse, gezin, gemeente_code, van_elders, bekend_van)
    select n.*, n.op::timestamp at time zone 'Europe/Amsterdam' from nu_klantcontact n;
  insert into feit_adrestoestemming (regio_id, sleutel, pseudoniem, organisatie_id, op, toestemming, leeftijdsklasse, gemeente_code, van_elders, bekend_van)
    select n.*, n.op::timestamp at time zone 'Europe/Amsterdam' from nu_adrestoestemming n;
end $$;
alter function vul_loket_feiten() owner to onderdak_kern;
select vul_loket_feiten();
drop function vul_loket_feiten();

-- ── Which products had stays ────────────────────────────────────────────────────────────────────────────────────────

-- Whether a product had anybody in some years is looked up by product and day, not by reading all steps of the region.
create index bezetting_stap_product on bezetting_stap (regio_id, product_id, dag);

-- ── Where to turn to about open data ────────────────────────────────────────────────────────────────────────────────

create function open_data_contact(p_regio uuid) returns text language sql stable security definer set search_path = onderdak, pg_temp as $$
  select i.waarde from instelling i where i.regio_id = p_regio and i.code = 'open_contact' and i.waarde <> 'geen' and i.van <= vandaag() and (i.tot is null or i.tot > vandaag()) and open_data_aan(p_regio)
$$;
comment on function open_data_contact is 'Waar iedereen vragen over de openbare cijfers van een regio kan stellen; leeg als de regio geen adres gaf of haar cijfers niet laat zien.';
alter function open_data_contact(uuid) owner to onderdak_kern;
revoke execute on function open_data_contact(uuid) from public;
grant execute on function open_data_contact(uuid) to onderdak_publiek;

insert into instelling (regio_id, code, naam, waarde, soort, van, bron)
select r.id, 'open_contact', 'Openbare cijfers: e-mailadres of webadres voor vragen (geen: er is geen adres)', 'geen', 'tekst', date '2020-01-01', 'Instelling van de regio' from regio r;
