-- The owner of an indicator by date, and the yearly round in which each one is confirmed, changed or ended (MON-01, MON-11).

create table indicator_eigenaar (
  id uuid primary key,
  regio_id uuid not null references regio,
  indicator text not null check (indicator ~ '^[a-z0-9_]{1,60}$'),
  functie text not null check (length(btrim(functie)) > 0),
  gebruiker_id uuid references gebruiker,
  van date not null,
  tot date check (tot > van),
  aangemaakt_op timestamptz not null,
  aangemaakt_door uuid references gebruiker,
  constraint indicator_eigenaar_overlapt_niet exclude using gist (regio_id with =, indicator with =, daterange(van, tot) with &&)
);
select beschrijf('indicator_eigenaar', 'Wie in een regio eigenaar is van een indicator, per dag. Zonder rij geldt de eigenaar uit de definitie.', 'indicator: Naam van de indicator in de lijst van Onderdak.', 'functie: Functie die eigenaar is.', 'gebruiker_id: Wie dat is; leeg als alleen de functie vastligt.', 'aangemaakt_door: Wie dit vastlegde; leeg bij een taak van het systeem.');

create table indicator_onderhoud (
  id uuid primary key,
  regio_id uuid not null references regio,
  indicator text not null check (indicator ~ '^[a-z0-9_]{1,60}$'),
  jaar int not null check (jaar between 2020 and 2099),
  uitkomst text not null check (uitkomst in ('bevestigd', 'gewijzigd', 'beeindigd')),
  notitie text check (length(btrim(notitie)) > 0),
  beslist_op date not null,
  beslist_door uuid not null references gebruiker,
  vastgelegd_op timestamptz not null,
  constraint indicator_onderhoud_uitgelegd check (uitkomst = 'bevestigd' or notitie is not null)
);
create index indicator_onderhoud_regio on indicator_onderhoud (regio_id, indicator, jaar, vastgelegd_op);
select beschrijf('indicator_onderhoud', 'Wat in de jaarlijkse ronde over een indicator is besloten. Elke beslissing blijft staan; de laatste van een jaar geldt.', 'indicator: Naam van de indicator in de lijst van Onderdak.', 'jaar: Jaar van de ronde.', 'uitkomst: Bevestigd, gewijzigd of beëindigd; beëindigd staat zij vanaf dat jaar niet op dashboards en in rapporten.',
  'notitie: Waarom; verplicht bij wijzigen en beëindigen.', 'beslist_op: Dag van de beslissing.', 'beslist_door: Wie dit vastlegde.', 'vastgelegd_op: Moment van vastleggen.');

do $$
declare t text;
begin
  foreach t in array array['indicator_eigenaar', 'indicator_onderhoud'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', t);
  end loop;
end $$;
grant select, insert, update on indicator_eigenaar to onderdak_app;
grant select, insert on indicator_onderhoud to onderdak_app;

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'indicator.beheren', current_date from rol_permissie p
where p.permissie = 'cijfers.lezen' and p.rol_code in ('programmamanager', 'beleidsmedewerker') and (p.tot is null or p.tot > current_date);
