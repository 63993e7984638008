-- prognose: scenarios on a chain that was frozen on one day, and the runs that work them out (WOON-03, WL-11, CAP-17). Nothing in these tables is a person:
-- who waits or stays is a row of days and a gemeente, drawn anew in every replication.

create table uitgangspunt (
  id uuid primary key,
  regio_id uuid not null references regio,
  peildatum date not null,
  jaren int not null check (jaren between 1 and 10),
  inhoud text not null,
  controlegetal text not null,
  gemaakt_op timestamptz not null,
  gemaakt_door uuid not null references gebruiker,
  constraint uitgangspunt_eenmaal unique (regio_id, controlegetal),
  constraint uitgangspunt_controlegetal_klopt check (controlegetal = encode(sha256(convert_to(inhoud, 'UTF8')), 'hex'))
);
select beschrijf('uitgangspunt', 'De keten zoals zij op één dag was, met alle schattingen: waarvan een prognose uitgaat. Verandert niet.', 'peildatum: Dag van de stand.', 'jaren: Hoeveel jaar vooruit.',
  'inhoud: De keten en de schattingen als JSON.', 'controlegetal: SHA-256 van de inhoud: de versie van de gegevens.', 'gemaakt_op: Moment van vastleggen.', 'gemaakt_door: Wie vastlegde.');

create table scenario (
  id uuid primary key,
  regio_id uuid not null references regio,
  uitgangspunt_id uuid not null references uitgangspunt,
  naam text not null check (length(btrim(naam)) between 1 and 120),
  toelichting text check (length(btrim(toelichting)) between 1 and 2000),
  maatregelen jsonb not null default '[]',
  is_gedeeld boolean not null default false,
  indicator text check (indicator ~ '^[a-z0-9_]{1,80}$'),
  kopie_van uuid references scenario,
  verwijderd_op timestamptz,
  versie int not null default 1 check (versie > 0),
  gemaakt_op timestamptz not null,
  gemaakt_door uuid not null references gebruiker,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid not null references gebruiker,
  constraint scenario_maatregelen_lijst check (jsonb_typeof(maatregelen) = 'array' and jsonb_array_length(maatregelen) <= 30)
);
create index scenario_regio on scenario (regio_id, gewijzigd_op desc) where verwijderd_op is null;
select beschrijf('scenario', 'Een plan dat op de keten wordt geprobeerd: maatregelen met een datum. Van wie het maakte, tot die het deelt.', 'uitgangspunt_id: Waarvan het uitgaat.', 'naam: Naam.', 'toelichting: Waarvoor het is; leeg als dat niet is gezegd.',
  'maatregelen: De maatregelen als JSON.', 'is_gedeeld: Of anderen die cijfers zien het ook zien.', 'indicator: Bij welke indicator het hoort; leeg als bij geen.', 'kopie_van: Van welk scenario het een kopie is; leeg als van geen.',
  'verwijderd_op: Wanneer het is weggedaan; leeg zolang het er is.', 'versie: Telt op bij elke wijziging.', 'gemaakt_op: Moment van maken.', 'gemaakt_door: Wie het maakte.', 'gewijzigd_op: Moment van de laatste wijziging.', 'gewijzigd_door: Wie het laatst wijzigde.');

create table berekening (
  id uuid primary key,
  regio_id uuid not null references regio,
  scenario_id uuid not null references scenario,
  uitgangspunt_id uuid not null references uitgangspunt,
  opdracht jsonb not null,
  maatregelen jsonb not null check (jsonb_typeof(maatregelen) = 'array'),
  zaad int not null check (zaad > 0),
  stand text not null default 'bezig' check (stand in ('bezig', 'klaar', 'gestopt', 'mislukt')),
  uitkomst text,
  fout text check (length(fout) between 1 and 2000),
  gemaakt_op timestamptz not null,
  gemaakt_door uuid not null references gebruiker,
  klaar_op timestamptz,
  constraint berekening_opdracht_soort check (opdracht ->> 'soort' in ('vergelijking', 'gevoeligheid', 'doel')),
  constraint berekening_klaar_heeft_uitkomst check ((stand = 'klaar') = (uitkomst is not null)),
  constraint berekening_mislukt_heeft_fout check ((stand = 'mislukt') = (fout is not null)),
  constraint berekening_klaar_is_voorbij check ((stand = 'bezig') = (klaar_op is null))
);
create index berekening_scenario on berekening (regio_id, scenario_id, gemaakt_op desc);
create index berekening_bezig on berekening (regio_id) where stand = 'bezig';
select beschrijf('berekening', 'Eén keer doorrekenen van een scenario, met de maatregelen zoals zij toen waren. Verandert niet meer als zij klaar is.', 'scenario_id: Scenario.', 'uitgangspunt_id: Waarvan is uitgegaan.', 'opdracht: Wat is gevraagd: vergelijken, wat het meest telt, of hoeveel plekken er nodig zijn.',
  'maatregelen: De maatregelen als JSON, zoals zij toen waren.', 'zaad: Begin van het toeval: met hetzelfde zaad komt hetzelfde eruit.', 'stand: Bezig, klaar, gestopt of mislukt.', 'uitkomst: Het antwoord als JSON; leeg zolang het niet klaar is.', 'fout: Waarom het niet lukte; leeg als het lukte.',
  'gemaakt_op: Moment van vragen.', 'gemaakt_door: Wie vroeg.', 'klaar_op: Moment waarop het klaar was of ophield; leeg zolang het bezig is.');

create table berekening_arm (
  berekening_id uuid not null references berekening,
  regio_id uuid not null references regio,
  volgnummer int not null check (volgnummer >= 0),
  inhoud jsonb not null,
  primary key (berekening_id, volgnummer)
);
select beschrijf('berekening_arm', 'Eén keten die voor een berekening wordt doorgerekend: zonder of met de maatregelen, of met één schatting anders.', 'berekening_id: Berekening.', 'volgnummer: Volgorde.', 'inhoud: Wat er anders aan is, als JSON.');

create table berekening_deel (
  berekening_id uuid not null,
  regio_id uuid not null references regio,
  arm int not null,
  eerste int not null check (eerste >= 0),
  aantal int not null check (aantal between 1 and 1000),
  waarden bytea,
  klaar_op timestamptz,
  primary key (berekening_id, arm, eerste),
  foreign key (berekening_id, arm) references berekening_arm (berekening_id, volgnummer),
  constraint berekening_deel_klaar_heeft_waarden check ((waarden is null) = (klaar_op is null)),
  -- No replication counts twice.
  constraint berekening_deel_eenmaal exclude using gist (berekening_id with =, arm with =, int4range(eerste, eerste + aantal) with &&)
);
create index berekening_deel_open on berekening_deel (berekening_id, eerste, arm) where waarden is null;
select beschrijf('berekening_deel', 'Een deel van de herhalingen van een berekening; wie het doorrekent houdt de rij vast, zodat een ander het overneemt als hij wegvalt. Weg zodra de berekening klaar is.', 'berekening_id: Berekening.', 'arm: Welke keten.',
  'eerste: Nummer van de eerste herhaling.', 'aantal: Hoeveel herhalingen.', 'waarden: Wat eruit kwam; leeg zolang het niet is doorgerekend.', 'klaar_op: Wanneer het klaar was; leeg zolang niet.');

create function uitgangspunt_blijft() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  raise exception 'uitgangspunt % verandert niet', old.id using errcode = '23514', constraint = 'uitgangspunt_blijft';
end $$;
comment on function uitgangspunt_blijft is 'Weigert elke wijziging van een uitgangspunt.';
create trigger uitgangspunt_blijft before update or delete on uitgangspunt for each row execute function uitgangspunt_blijft();

create function berekening_blijft() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if old.stand <> 'bezig' or (new.opdracht, new.maatregelen, new.uitgangspunt_id, new.zaad) is distinct from (old.opdracht, old.maatregelen, old.uitgangspunt_id, old.zaad) then
    raise exception 'berekening % verandert niet', old.id using errcode = '23514', constraint = 'berekening_blijft';
  end if;
  return new;
end $$;
comment on function berekening_blijft is 'Weigert elke wijziging van een berekening die klaar is, en van wat is gevraagd.';
create trigger berekening_blijft before update or delete on berekening for each row execute function berekening_blijft();

create function berekening_deel_blijft() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if old.waarden is not null then
    raise exception 'deel % van berekening % is al doorgerekend', old.eerste, old.berekening_id using errcode = '23514', constraint = 'berekening_deel_blijft';
  end if;
  return new;
end $$;
comment on function berekening_deel_blijft is 'Weigert dat een deel dat is doorgerekend nog eens wordt geschreven.';
create trigger berekening_deel_blijft before update on berekening_deel for each row execute function berekening_deel_blijft();

-- A scenario is of who made it until it is shared; what hangs on it follows.
create function ziet_scenario(p_scenario uuid) returns boolean language sql stable set search_path = onderdak, pg_temp as $$
  select exists (select 1 from scenario s where s.id = p_scenario)
$$;
comment on function ziet_scenario is 'Of de vrager dit scenario ziet.';

do $$
declare t text;
begin
  foreach t in array array['uitgangspunt', 'scenario', 'berekening', 'berekening_arm', 'berekening_deel'] loop
    execute format('alter table %I enable row level security, force row level security', t);
  end loop;
  execute 'create policy regio on uitgangspunt to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))';
  execute 'create policy eigen on scenario to onderdak_app using (regio_id = (select regio()) and (is_gedeeld or gemaakt_door = (select gebruiker()) or (select inzage(''systeem'')))) with check (regio_id = (select regio()))';
  execute 'create policy regio on berekening to onderdak_app using (regio_id = (select regio()) and ziet_scenario(scenario_id)) with check (regio_id = (select regio()))';
  execute 'create policy regio on berekening_arm to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))';
  execute 'create policy regio on berekening_deel to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))';
end $$;
grant execute on function ziet_scenario(uuid) to onderdak_app;
grant select, insert on uitgangspunt to onderdak_app;
grant select, insert, update on scenario, berekening to onderdak_app;
grant select, insert, delete on berekening_arm to onderdak_app;
grant select, insert, update, delete on berekening_deel to onderdak_app;

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'scenario.maken', current_date from rol_permissie p where p.permissie = 'startfoto.maken' and (p.tot is null or p.tot > current_date);
