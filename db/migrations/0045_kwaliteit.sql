-- Data quality: what is wrong or missing is derived from the register itself. Kept are only what somebody found right as it is, and how many there
-- were each night.

create table bevinding_akkoord (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid references persoon,
  bevinding text not null check (bevinding ~ '^[a-z0-9_]{1,60}$'),
  sleutel uuid not null,
  reden text not null check (length(btrim(reden)) > 0),
  van date not null,
  tot date not null check (tot > van),
  organisatie_id uuid not null references organisatie,
  gegeven_op timestamptz not null,
  gegeven_door uuid not null references gebruiker,
  ingetrokken_op timestamptz,
  ingetrokken_door uuid references gebruiker,
  constraint bevinding_akkoord_ingetrokken_compleet check ((ingetrokken_op is null) = (ingetrokken_door is null)),
  constraint bevinding_akkoord_een_tegelijk exclude using gist (regio_id with =, bevinding with =, sleutel with =, daterange(van, tot) with &&) where (ingetrokken_op is null)
);
create index bevinding_akkoord_persoon on bevinding_akkoord (persoon_id);
select beschrijf('bevinding_akkoord', 'Iemand zegt dat een bevinding klopt zoals het er staat, met reden en tot wanneer.', 'persoon_id: Persoon over wie de bevinding gaat; leeg bij een locatie of plek.', 'bevinding: Kenmerk van de bevinding in de lijst van de applicatie.',
  'sleutel: Rij waarover de bevinding gaat.', 'reden: Waarom het zo klopt.', 'tot: Eerste dag waarop de bevinding weer telt.', 'organisatie_id: Organisatie van wie akkoord gaf.', 'gegeven_op: Moment van vastleggen.', 'gegeven_door: Wie akkoord gaf.',
  'ingetrokken_op: Moment van intrekken; leeg zolang het geldt.', 'ingetrokken_door: Wie het introk; leeg zolang het geldt.');
select bescherm('bevinding_akkoord');
create policy zonder_persoon on bevinding_akkoord to onderdak_app using (persoon_id is null and regio_id = (select regio())) with check (persoon_id is null and regio_id = (select regio()));
grant select, insert, update on bevinding_akkoord to onderdak_app;

create table feit_bevinding (
  regio_id uuid not null references regio,
  dag date not null,
  bevinding text not null check (bevinding ~ '^[a-z0-9_]{1,60}$'),
  organisatie_id uuid references organisatie,
  aantal int not null check (aantal >= 0),
  lang int not null,
  akkoord int not null check (akkoord >= 0),
  oudste_op date,
  constraint feit_bevinding_lang_binnen check (lang between 0 and aantal),
  constraint feit_bevinding_oudste_bekend check ((aantal = 0) = (oudste_op is null) and oudste_op <= dag)
);
create unique index feit_bevinding_een_per_dag on feit_bevinding (regio_id, dag, bevinding, organisatie_id) nulls not distinct;
select beschrijf('feit_bevinding', 'Hoeveel bevindingen er in een nacht waren, per soort en organisatie; telt gegevens en geen mensen.', 'dag: Dag waarop is geteld.', 'bevinding: Kenmerk van de bevinding in de lijst van de applicatie.',
  'organisatie_id: Organisatie die het kan herstellen; leeg voor de hele regio.', 'aantal: Hoeveel gegevens nog niet in orde zijn.', 'lang: Hoeveel daarvan er langer dan dertig dagen zijn.', 'akkoord: Hoeveel er daarnaast akkoord zijn zoals ze zijn.',
  'oudste_op: Dag sinds wanneer de oudste er is; leeg als er geen zijn.');
alter table feit_bevinding enable row level security, force row level security;
create policy lezen on feit_bevinding for select to onderdak_app using (regio_id = (select regio()));
create policy tellen on feit_bevinding to onderdak_app using (regio_id = (select regio()) and (select inzage('systeem'))) with check (regio_id = (select regio()) and (select inzage('systeem')));
grant select, insert, delete on feit_bevinding to onderdak_app;

insert into termijn (regio_id, code, naam, aantal, eenheid, wettelijk, van, bron)
select r.id, t.code, t.naam, t.aantal, t.eenheid, false, date '2020-01-01', 'Instelling van de regio' from regio r cross join (values
  ('bevinding_nn', 'Uitzoeken wie een cliënt zonder naam is', 4, 'weken'), ('bevinding_buiten_gebruik', 'Een plek buiten gebruik zonder einddatum', 4, 'weken'),
  ('bevinding_akkoord', 'Langste akkoord op een bevinding', 12, 'maanden')) t (code, naam, aantal, eenheid);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, n.permissie, current_date from rol_permissie p cross join (values ('kwaliteit.lezen'), ('kwaliteit.akkoord')) n (permissie)
where p.permissie = 'opvolging.wijzigen' and (p.tot is null or p.tot > current_date);
