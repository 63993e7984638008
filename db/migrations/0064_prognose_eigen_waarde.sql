-- An own value of the region in place of an estimate of the forecast, with the reason; each one stays.

create table prognose_eigen_waarde (
  id uuid primary key,
  regio_id uuid not null references regio,
  parameter text not null,
  reeks_id uuid not null,
  waarde numeric(9, 1) not null,
  reden text not null check (length(btrim(reden)) > 0),
  van date not null,
  tot date check (tot >= van),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid not null references gebruiker,
  beeindigd_door uuid references gebruiker,
  versie int not null check (versie > 0),
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid references gebruiker,
  constraint prognose_eigen_waarde_parameter check (parameter ~ '^(instroom|golf|groei|afhaken|verblijfsduur|vervolg|terugkeer|woningen|kosten)( [a-zA-Z0-9-]{1,60}){0,2}$'),
  constraint prognose_eigen_waarde_past check (case split_part(parameter, ' ', 1)
    when 'instroom' then waarde between 0 and 10000
    when 'woningen' then waarde between 0 and 10000
    when 'groei' then waarde between -10 and 10
    when 'afhaken' then waarde between 1 and 36500
    when 'verblijfsduur' then waarde between 1 and 36500
    when 'kosten' then waarde between 0 and 1000000
    else waarde between 0 and 100 end),
  constraint prognose_eigen_waarde_einde_compleet check ((tot is null) = (beeindigd_door is null)),
  constraint prognose_eigen_waarde_een_tegelijk exclude using gist (regio_id with =, parameter with =, daterange(van, tot) with &&)
);
create unique index prognose_eigen_waarde_versie on prognose_eigen_waarde (regio_id, parameter, versie);
select beschrijf('prognose_eigen_waarde', 'Wat een regio met een reden in de plaats zet van een schatting van de prognose, of invult waar het register niets weet. Elke waarde blijft staan; die zonder einde geldt.', 'parameter: Welke schatting: de soort, en zo nodig het product en waarover het gaat.', 'reeks_id: Eerste eigen waarde van deze schatting: houdt het logboek van alle waarden bij elkaar.',
  'waarde: Getal in de eenheid van het scherm: per jaar, dagen, procent of euro.', 'reden: Waarom, en waar het getal vandaan komt.', 'van: Dag vanaf wanneer zij geldt.', 'tot: Dag waarop zij is ingetrokken of vervangen; leeg zolang zij geldt.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie haar vastlegde.', 'beeindigd_door: Wie haar introk of verving; leeg zolang zij geldt.');

alter table prognose_eigen_waarde enable row level security, force row level security;
create policy regio on prognose_eigen_waarde to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()));
grant select, insert on prognose_eigen_waarde to onderdak_app;
-- What was put stays; only its end is written later.
grant update (tot, beeindigd_door, versie, gewijzigd_op, gewijzigd_door) on prognose_eigen_waarde to onderdak_app;

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'prognose.beheren', current_date from rol_permissie p
where p.permissie = 'cijfers.lezen' and p.rol_code in ('programmamanager', 'beleidsmedewerker') and (p.tot is null or p.tot > current_date);
