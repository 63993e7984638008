-- prognose: an own value of the region in place of an estimate, with the reason; and the look back, that holds the forecast against the year that came.

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

create table prognose_terugblik (
  id uuid primary key,
  regio_id uuid not null references regio,
  begin_op date not null check (extract(day from begin_op + 1) = 1),
  peildatum date not null check (peildatum > begin_op),
  is_zoals_toen boolean not null,
  herhalingen int not null check (herhalingen > 0),
  kans float8 check (kans > 0 and kans <= 1),
  fout text check (length(btrim(fout)) > 0),
  gevraagd_op timestamptz not null,
  gevraagd_door uuid references gebruiker,
  klaar_op timestamptz,
  constraint prognose_terugblik_klaar_zegt_iets check ((klaar_op is null) = (kans is null and fout is null) and (kans is null or fout is null))
);
create unique index prognose_terugblik_een_bezig on prognose_terugblik (regio_id) where klaar_op is null;
create index prognose_terugblik_laatste on prognose_terugblik (regio_id, klaar_op desc);
select beschrijf('prognose_terugblik', 'Een prognose die een jaar terug begint, naast wat er in dat jaar gebeurde.', 'begin_op: Dag waarop de prognose begint; daarna twaalf hele maanden.', 'peildatum: Dag van de gegevens over wat er gebeurde.', 'is_zoals_toen: Of de prognose uitgaat van wat op die dag bekend was; anders van wat nu van die dag bekend is.',
  'herhalingen: Hoe vaak het jaar is nagebootst.', 'kans: Kans dat een prognose die klopt er zo veel buiten de marges heeft; leeg zolang bezig of als het niet kon.', 'fout: Waarom terugkijken niet kon; leeg als het kon.', 'gevraagd_op: Moment van vragen.', 'gevraagd_door: Wie vroeg; leeg bij een taak van het systeem.', 'klaar_op: Moment waarop het klaar was; leeg zolang bezig.');

create table prognose_terugblik_maat (
  terugblik_id uuid not null references prognose_terugblik,
  regio_id uuid not null references regio,
  maat text not null check (maat in ('wachtend', 'bezet', 'instroom', 'uitstroom', 'gehuisvest')),
  kans float8 not null check (kans > 0 and kans <= 1),
  primary key (terugblik_id, maat)
);
select beschrijf('prognose_terugblik_maat', 'Per maat de kans dat een prognose die klopt er zo veel buiten de marges heeft.', 'terugblik_id: Terugblik.', 'maat: Wat is vergeleken.', 'kans: Die kans.');

create table prognose_terugblik_cel (
  terugblik_id uuid not null,
  regio_id uuid not null references regio,
  maat text not null,
  product_id uuid references product,
  maand date not null check (extract(day from maand) = 1),
  gebeurd float8 not null check (gebeurd >= 0),
  midden float8 not null,
  laag80 float8 not null,
  hoog80 float8 not null,
  laag95 float8 not null check (laag95 >= 0),
  hoog95 float8 not null,
  foreign key (terugblik_id, maat) references prognose_terugblik_maat (terugblik_id, maat),
  constraint prognose_terugblik_cel_marges_lopen_op check (laag95 <= laag80 and laag80 <= midden and midden <= hoog80 and hoog80 <= hoog95)
);
create unique index prognose_terugblik_cel_eenmaal on prognose_terugblik_cel (terugblik_id, maat, product_id, maand) nulls not distinct;
select beschrijf('prognose_terugblik_cel', 'Eén maand van een maat: de marges van de prognose en wat er gebeurde. Zonder personen; kleine getallen worden niet getoond.', 'terugblik_id: Terugblik.', 'maat: Wat is vergeleken.', 'product_id: Product; leeg als het over de hele keten gaat.', 'maand: Eerste dag van de maand.', 'gebeurd: Wat er gebeurde: een gemiddelde over de maand, of een aantal in de maand.',
  'midden: Midden van de prognose.', 'laag80: Onderkant van de marge van 80 procent.', 'hoog80: Bovenkant van de marge van 80 procent.', 'laag95: Onderkant van de marge van 95 procent.', 'hoog95: Bovenkant van de marge van 95 procent.');

do $$
declare t text;
begin
  foreach t in array array['prognose_terugblik', 'prognose_terugblik_maat', 'prognose_terugblik_cel'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', t);
    execute format('grant select, insert on %I to onderdak_app', t);
  end loop;
end $$;
-- Ready, it never changes.
grant update (kans, fout, klaar_op, peildatum, is_zoals_toen) on prognose_terugblik to onderdak_app;

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'prognose.beheren', current_date from rol_permissie p
where p.permissie = 'cijfers.lezen' and p.rol_code in ('programmamanager', 'beleidsmedewerker') and (p.tot is null or p.tot > current_date);
