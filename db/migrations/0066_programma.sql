-- The uitvoeringsprogramma: what a region wants (pijlers, doelen, thema's), what it does for that (activiteiten and pilots), and how far it is (UP-01..13,
-- MON-09, MON-10). And who the region works with (GOV-06), as an activiteit names them.

-- ── What the region wants ───────────────────────────────────────────────────────────────────────────────────────────

create table programma (
  id uuid primary key,
  regio_id uuid not null references regio,
  code text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  naam text not null check (length(btrim(naam)) between 1 and 200),
  soort text not null check (soort in ('visie', 'regiovisie', 'uitvoeringsprogramma', 'actieplan')),
  van date not null,
  tot date,
  vastgesteld_op date,
  vastgesteld_door text check (length(btrim(vastgesteld_door)) > 0),
  gemeenten text[] not null default '{}',
  toelichting text check (length(btrim(toelichting)) > 0),
  vervangt_id uuid,
  openbaar_sinds date,
  bron text not null check (length(btrim(bron)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  foreign key (regio_id, vervangt_id) references programma (regio_id, id),
  constraint programma_code_eenmaal unique (regio_id, code),
  constraint programma_eindigt_na_begin check (tot > van),
  constraint programma_vervangt_een_ander check (vervangt_id <> id)
);
create unique index programma_een_opvolger on programma (regio_id, vervangt_id) where vervangt_id is not null;
select beschrijf('programma', 'Een visie of programma van de regio of van een deel van haar gemeenten. Een nieuwe versie is een nieuwe rij, die de oude vervangt.',
  'code: Korte naam, bijvoorbeeld UP.', 'naam: Naam.', 'soort: Visie, regiovisie, uitvoeringsprogramma of actieplan.', 'vastgesteld_op: Dag van vaststellen; leeg zolang niet, of niet bekend.', 'vastgesteld_door: Wie vaststelde, bijvoorbeeld de raden; leeg zolang niet.',
  'gemeenten: Codes van de gemeenten waar het voor geldt; leeg voor de hele regio.', 'toelichting: Waar het over gaat; leeg als er niets te zeggen is.', 'vervangt_id: De versie hiervoor; leeg bij de eerste.', 'openbaar_sinds: Dag vanaf wanneer de voortgang voor iedereen te zien is; leeg als dat niet mag.');

create table programmaonderdeel (
  id uuid primary key,
  regio_id uuid not null references regio,
  programma_id uuid not null,
  soort text not null check (soort in ('pijler', 'doel', 'speerpunt', 'thema', 'ambitie', 'resultaat', 'uitgangspunt', 'randvoorwaarde', 'focuspunt')),
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$'),
  naam text not null check (length(btrim(naam)) between 1 and 300),
  toelichting text check (length(btrim(toelichting)) > 0),
  onder_id uuid,
  volgorde int not null,
  bron text not null check (length(btrim(bron)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  unique (programma_id, id),
  foreign key (regio_id, programma_id) references programma (regio_id, id),
  constraint programmaonderdeel_onder_hetzelfde foreign key (programma_id, onder_id) references programmaonderdeel (programma_id, id),
  constraint programmaonderdeel_code_eenmaal unique (programma_id, code),
  constraint programmaonderdeel_niet_onder_zichzelf check (onder_id <> id)
);
create index programmaonderdeel_regio on programmaonderdeel (regio_id, programma_id, volgorde);
select beschrijf('programmaonderdeel', 'Een pijler, doel, speerpunt, thema of ambitie van een programma.', 'programma_id: Programma.', 'soort: Wat het is.', 'code: Korte naam binnen het programma.', 'naam: Naam.', 'toelichting: Wat ermee bedoeld is; leeg als de naam genoeg zegt.',
  'onder_id: Onderdeel waar het onder valt, bijvoorbeeld de pijler van een doel; leeg als het bovenaan staat.', 'volgorde: Plaats in de lijst.');

-- A doel under a pijler, never in a ring.
create function programmaonderdeel_geen_kring() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if exists (with recursive omhoog (id, onder_id) as (
      select o.id, o.onder_id from programmaonderdeel o where o.id = new.onder_id
      union select o.id, o.onder_id from programmaonderdeel o join omhoog h on o.id = h.onder_id)
    select 1 from omhoog where id = new.id) then
    raise exception 'onderdeel % valt onder zichzelf', new.code using errcode = '23514', constraint = 'programmaonderdeel_geen_kring';
  end if;
  return new;
end $$;
comment on function programmaonderdeel_geen_kring is 'Weigert een onderdeel dat, via andere, onder zichzelf valt.';
create trigger programmaonderdeel_geen_kring before insert or update on programmaonderdeel for each row when (new.onder_id is not null) execute function programmaonderdeel_geen_kring();

create table onderdeel_verband (
  regio_id uuid not null references regio,
  van_id uuid not null,
  naar_id uuid not null,
  primary key (van_id, naar_id),
  foreign key (regio_id, van_id) references programmaonderdeel (regio_id, id),
  constraint onderdeel_verband_bestaat foreign key (regio_id, naar_id) references programmaonderdeel (regio_id, id),
  constraint onderdeel_verband_met_een_ander check (van_id <> naar_id)
);
create index onderdeel_verband_terug on onderdeel_verband (naar_id);
select beschrijf('onderdeel_verband', 'Wat waaraan bijdraagt: het thema van een programma aan een pijler van een visie.', 'van_id: Onderdeel dat bijdraagt.', 'naar_id: Onderdeel waaraan het bijdraagt.');

-- ── Who the region works with ───────────────────────────────────────────────────────────────────────────────────────

create table partner (
  id uuid primary key,
  regio_id uuid not null references regio,
  naam text not null check (length(btrim(naam)) between 1 and 200),
  andere_namen text[] not null default '{}',
  soort text not null check (soort in ('aanbieder', 'corporatie', 'gemeente', 'adviesraad', 'welzijn', 'zorgverzekeraar', 'politie_justitie', 'ervaring', 'jeugd', 'onderwijs', 'fonds', 'overig')),
  organisatie_id uuid references organisatie,
  toelichting text check (length(btrim(toelichting)) > 0),
  tot date,
  bron text not null check (length(btrim(bron)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id)
);
create unique index partner_naam_eenmaal on partner (regio_id, lower(naam));
select beschrijf('partner', 'Een organisatie waarmee de regio samenwerkt, ook als zij niet met Onderdak werkt.', 'naam: Naam.', 'andere_namen: Andere namen waaronder zij bekend is.', 'soort: Wat voor organisatie het is.', 'organisatie_id: De organisatie in Onderdak; leeg als zij er niet mee werkt.',
  'toelichting: Wat men verder moet weten; leeg als er niets is.');

-- ── What the region does ────────────────────────────────────────────────────────────────────────────────────────────

create table activiteit (
  id uuid primary key,
  regio_id uuid not null references regio,
  programma_id uuid not null,
  soort text not null check (soort in ('activiteit', 'pilot')),
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,9}$'),
  paragraaf text check (paragraaf ~ '^[0-9][0-9.]{0,9}$'),
  naam text not null check (length(btrim(naam)) between 1 and 200),
  toelichting text check (length(toelichting) between 1 and 4000),
  heeft_vaste_groepen boolean not null,
  groepen text[] not null default '{}',
  doel text check (length(doel) between 1 and 4000),
  planning text not null check (planning in ('kwartalen', 'doorlopend', 'open')),
  van_kwartaal text check (van_kwartaal ~ '^20[0-9]{2}-[1-4]$'),
  tot_kwartaal text check (tot_kwartaal ~ '^20[0-9]{2}-[1-4]$'),
  planning_bron text check (length(planning_bron) between 1 and 300),
  opmerkingen text check (length(opmerkingen) between 1 and 4000),
  participatie text not null check (participatie in ('ja', 'nee', 'nog_niet_bepaald')),
  participatie_hoe text check (length(participatie_hoe) between 1 and 2000),
  volgorde int not null,
  vervolg_op_id uuid,
  bron text not null check (length(btrim(bron)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  foreign key (regio_id, programma_id) references programma (regio_id, id),
  foreign key (regio_id, vervolg_op_id) references activiteit (regio_id, id),
  constraint activiteit_code_eenmaal unique nulls not distinct (programma_id, code, paragraaf),
  constraint activiteit_planning_volledig check ((planning = 'kwartalen') = (tot_kwartaal is not null) and (planning <> 'kwartalen' or van_kwartaal is not null) and (planning <> 'open' or van_kwartaal is null)),
  constraint activiteit_eindigt_niet_voor_begin check (tot_kwartaal >= van_kwartaal),
  constraint activiteit_participatie_uitgelegd check (participatie <> 'ja' or participatie_hoe is not null)
);
create index activiteit_regio on activiteit (regio_id, programma_id, volgorde);
select beschrijf('activiteit', 'Een activiteit of pilot van een programma: wat er gedaan wordt, voor wie, waarom en wanneer. Hoe het ermee staat volgt uit activiteit_stand.',
  'programma_id: Programma.', 'soort: Activiteit of pilot.', 'code: Nummer in het programma, bijvoorbeeld 1.3 of 2A.', 'paragraaf: Paragraaf in het programma; nodig als een code vaker voorkomt, anders mag zij leeg zijn.', 'naam: Naam.', 'toelichting: Wat het is; bij een pilot de bedoeling. Leeg zolang niemand het schreef.',
  'heeft_vaste_groepen: Of de vaste aandachtsgroepen van de regio erbij horen, naast de genoemde.', 'groepen: Codes van de aandachtsgroepen, uit de keuzelijst van de regio.', 'doel: Wat het moet bereiken; leeg zolang niemand het schreef.',
  'planning: In kwartalen, doorlopend, of nog open.', 'van_kwartaal: Eerste kwartaal (2026-1); leeg als er geen begin is.', 'tot_kwartaal: Laatste kwartaal, dat meetelt; leeg als er geen einde is.', 'planning_bron: De planning zoals het programma die noemt; leeg als de kwartalen genoeg zeggen.', 'opmerkingen: Wat er verder over te zeggen is; leeg als er niets is.',
  'participatie: Of inwoners en ervaringsdeskundigen meedoen; altijd een keuze.', 'participatie_hoe: Hoe zij meedoen, of waarom niet; leeg zolang dat niet is bepaald.', 'volgorde: Plaats in het programma.', 'vervolg_op_id: De activiteit in de vorige versie van het programma; leeg als die er niet was.');

create table activiteit_dient (
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  onderdeel_id uuid not null,
  primary key (activiteit_id, onderdeel_id),
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  constraint activiteit_dient_onderdeel_bestaat foreign key (regio_id, onderdeel_id) references programmaonderdeel (regio_id, id)
);
create index activiteit_dient_onderdeel on activiteit_dient (onderdeel_id);
select beschrijf('activiteit_dient', 'Welk thema, doel of speerpunt een activiteit dient.', 'activiteit_id: Activiteit.', 'onderdeel_id: Onderdeel van een programma of visie.');

create table activiteit_stap (
  id uuid primary key,
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  volgorde int not null check (volgorde > 0),
  omschrijving text not null check (length(btrim(omschrijving)) between 1 and 1000),
  gereed_op date,
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  unique (activiteit_id, volgorde) deferrable
);
select beschrijf('activiteit_stap', 'Eén stap van hoe een activiteit gebeurt.', 'activiteit_id: Activiteit.', 'volgorde: Plaats in de lijst.', 'omschrijving: Wat er gebeurt.', 'gereed_op: Dag waarop de stap klaar was; leeg zolang niet.');

create table activiteit_resultaat (
  id uuid primary key,
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  nummer int not null check (nummer between 1 and 99),
  naam text not null check (length(btrim(naam)) between 1 and 500),
  soort text not null check (soort in ('output', 'outcome', 'effect')),
  eenheid text check (length(btrim(eenheid)) between 1 and 60),
  streefwaarde numeric,
  streef_op date,
  richting text check (richting in ('hoger', 'lager')),
  indicator text check (indicator ~ '^[a-z0-9_]{1,60}$'),
  toelichting text check (length(btrim(toelichting)) between 1 and 1000),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  constraint activiteit_resultaat_nummer_eenmaal unique (activiteit_id, nummer),
  constraint activiteit_resultaat_streefwaarde_heeft_eenheid check (streefwaarde is null or eenheid is not null),
  constraint activiteit_resultaat_richting_bij_streefwaarde check ((streefwaarde is null) = (richting is null))
);
select beschrijf('activiteit_resultaat', 'Wat een activiteit oplevert. Met een eenheid is het een getal, met een streefwaarde ook een doel.', 'activiteit_id: Activiteit.', 'nummer: Nummer van het resultaat.', 'naam: Wat het resultaat is.', 'soort: Wat er gedaan is (output), wat het opleverde (outcome) of wat erdoor veranderde (effect).',
  'eenheid: Waarin het wordt geteld; leeg als het geen getal is.', 'streefwaarde: Het getal dat gehaald moet worden; leeg als dat er niet is.', 'streef_op: Dag waarop het gehaald moet zijn; leeg als die er niet is.', 'richting: Of meer of minder beter is; leeg zonder streefwaarde.', 'indicator: Indicator van de monitor die het resultaat volgt; leeg als het eigen getallen heeft.', 'toelichting: Wat erbij te zeggen is; leeg als er niets is.');

create table resultaat_waarde (
  id uuid primary key,
  regio_id uuid not null references regio,
  resultaat_id uuid not null,
  op date not null,
  waarde numeric not null,
  toelichting text check (length(btrim(toelichting)) between 1 and 1000),
  bron text not null check (length(btrim(bron)) > 0),
  vervallen_op timestamptz,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid references gebruiker,
  constraint resultaat_waarde_houdt_resultaat foreign key (regio_id, resultaat_id) references activiteit_resultaat (regio_id, id)
);
create unique index resultaat_waarde_een_per_dag on resultaat_waarde (resultaat_id, op) where vervallen_op is null;
select beschrijf('resultaat_waarde', 'Een behaald getal op een dag. Verbeteren is een nieuwe rij; de oude vervalt.', 'resultaat_id: Resultaat.', 'op: Dag waarover het getal gaat.', 'waarde: Het getal.', 'toelichting: Wat erbij te zeggen is; leeg als er niets is.', 'vervallen_op: Moment waarop een ander getal in de plaats kwam; leeg zolang dit geldt.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie het vastlegde; leeg bij een taak van het systeem.');

create table activiteit_partij (
  id uuid primary key,
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  rol text not null check (rol in ('kartrekker', 'nodig')),
  naam text not null check (length(btrim(naam)) between 1 and 300),
  partner_id uuid,
  resultaat_nummer int,
  volgorde int not null,
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  constraint activiteit_partij_partner_bestaat foreign key (regio_id, partner_id) references partner (regio_id, id),
  constraint activiteit_partij_resultaat_bestaat foreign key (activiteit_id, resultaat_nummer) references activiteit_resultaat (activiteit_id, nummer) deferrable initially deferred,
  constraint activiteit_partij_resultaat_bij_kartrekker check (rol = 'kartrekker' or resultaat_nummer is null)
);
create index activiteit_partij_activiteit on activiteit_partij (activiteit_id, rol, volgorde);
create index activiteit_partij_partner on activiteit_partij (partner_id) where partner_id is not null;
select beschrijf('activiteit_partij', 'Wie een activiteit trekt of wie ervoor nodig is.', 'activiteit_id: Activiteit.', 'rol: Kartrekker of nodig.', 'naam: Naam zoals het programma hem noemt.', 'partner_id: De partner; leeg als het geen organisatie uit de lijst is.', 'resultaat_nummer: Resultaat waarvan deze de kartrekker is; leeg als het om de hele activiteit gaat.', 'volgorde: Plaats in de lijst.');

create table activiteit_verband (
  id uuid primary key,
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  naam text not null check (length(btrim(naam)) between 1 and 300),
  volgorde int not null,
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id)
);
create index activiteit_verband_activiteit on activiteit_verband (activiteit_id, volgorde);
select beschrijf('activiteit_verband', 'Een ander programma of beleid waar een activiteit mee samenhangt (UP-10).', 'activiteit_id: Activiteit.', 'naam: Naam van het andere programma.', 'volgorde: Plaats in de lijst.');

create table activiteit_geld (
  id uuid primary key,
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  soort text not null check (soort in ('kosten', 'dekking')),
  jaar int not null check (jaar between 2015 and 2099),
  omschrijving text not null check (length(btrim(omschrijving)) between 1 and 300),
  bedrag numeric(14, 2) not null check (bedrag > 0),
  is_structureel boolean not null,
  bron text not null check (length(btrim(bron)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id)
);
create index activiteit_geld_activiteit on activiteit_geld (activiteit_id, jaar);
select beschrijf('activiteit_geld', 'Wat een activiteit in een jaar kost, of waaruit dat wordt betaald (UP-12).', 'activiteit_id: Activiteit.', 'soort: Kosten of dekking.', 'jaar: Kalenderjaar.', 'omschrijving: Waarvoor, of waaruit.', 'bedrag: Euro.', 'is_structureel: Of het elk jaar terugkomt.');

create table activiteit_stand (
  id uuid primary key,
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  op date not null,
  stand text not null check (stand in ('nog_niet_begonnen', 'verkenning', 'voorbereiding', 'in_uitvoering', 'uitgebreid', 'voortgezet', 'afgerond', 'voortijdig_beeindigd')),
  koers text check (koers in ('op_schema', 'vertraagd')),
  reden text check (length(btrim(reden)) between 1 and 1000),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid references gebruiker,
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  constraint activiteit_stand_reden_gegeven check (reden is not null or (koers is distinct from 'vertraagd' and stand <> 'voortijdig_beeindigd')),
  constraint activiteit_stand_klaar_zonder_koers check (koers is null or stand not in ('afgerond', 'voortijdig_beeindigd'))
);
create index activiteit_stand_laatste on activiteit_stand (activiteit_id, op desc, vastgelegd_op desc);
select beschrijf('activiteit_stand', 'Hoe het met een activiteit staat, vanaf een dag. Nooit gewijzigd: een andere stand is een nieuwe rij.', 'activiteit_id: Activiteit.', 'op: Dag waarop het zo was.', 'stand: Stand.', 'koers: Op schema of vertraagd; leeg als dat niet te zeggen is of het klaar is.', 'reden: Waarom; verplicht bij vertraging en bij stoppen voor het einde.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie het vastlegde; leeg bij een taak van het systeem.');

create table activiteit_voortgang (
  id uuid primary key,
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  op date not null,
  stand_van_zaken text not null check (length(btrim(stand_van_zaken)) between 1 and 4000),
  inzichten text check (length(btrim(inzichten)) between 1 and 4000),
  vervolg text check (length(btrim(vervolg)) between 1 and 4000),
  is_openbaar boolean not null,
  bron text not null check (length(btrim(bron)) > 0),
  ingetrokken_op timestamptz,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid references gebruiker,
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id)
);
create index activiteit_voortgang_laatste on activiteit_voortgang (activiteit_id, op desc, vastgelegd_op desc);
select beschrijf('activiteit_voortgang', 'Wat er van een activiteit te vertellen is op een dag: stand van zaken, inzichten en vervolg (UP-05, UP-06).', 'activiteit_id: Activiteit.', 'op: Dag waarover het gaat.', 'stand_van_zaken: Wat er gedaan is.', 'inzichten: Wat men leerde; leeg als er niets is.', 'vervolg: Wat er nu komt; leeg als dat niet bekend is.', 'is_openbaar: Of iedereen het mag lezen op de openbare pagina.', 'ingetrokken_op: Moment van intrekken; leeg zolang het geldt.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie het schreef; leeg bij een taak van het systeem.');

create table activiteit_knelpunt (
  id uuid primary key,
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  soort text not null check (soort in ('capaciteit', 'geld', 'samenwerking', 'regels', 'woningen', 'animo', 'anders')),
  omschrijving text not null check (length(btrim(omschrijving)) between 1 and 1000),
  gemeld_op date not null,
  opgelost_op date,
  oplossing text check (length(btrim(oplossing)) between 1 and 1000),
  bron text not null check (length(btrim(bron)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  constraint activiteit_knelpunt_oplossing_volledig check ((opgelost_op is null) = (oplossing is null)),
  constraint activiteit_knelpunt_opgelost_na_melden check (opgelost_op >= gemeld_op)
);
create index activiteit_knelpunt_activiteit on activiteit_knelpunt (activiteit_id, gemeld_op);
select beschrijf('activiteit_knelpunt', 'Wat een activiteit tegenhoudt, en hoe dat is opgelost.', 'activiteit_id: Activiteit.', 'soort: Waar het aan ligt.', 'omschrijving: Wat er aan de hand is.', 'gemeld_op: Dag van melden.', 'opgelost_op: Dag van oplossen; leeg zolang niet.', 'oplossing: Hoe het is opgelost; leeg zolang niet.');

create table besluitmoment (
  id uuid primary key,
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  waarover text not null check (length(btrim(waarover)) between 1 and 500),
  criteria text check (length(btrim(criteria)) between 1 and 2000),
  orgaan text not null check (orgaan in ('raad', 'college', 'rbo', 'asg', 'stuurgroep', 'programmamanager')),
  gepland_op date not null,
  uitkomst text check (uitkomst in ('doorgaan', 'stoppen', 'opschalen', 'aanpassen')),
  besloten_op date,
  motivering text check (length(btrim(motivering)) between 1 and 2000),
  bron text not null check (length(btrim(bron)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  constraint besluitmoment_besluit_volledig check ((uitkomst is null) = (besloten_op is null) and (uitkomst is null) = (motivering is null))
);
create index besluitmoment_activiteit on besluitmoment (activiteit_id, gepland_op);
create index besluitmoment_open on besluitmoment (regio_id, gepland_op) where uitkomst is null;
select beschrijf('besluitmoment', 'Wanneer over het vervolg van een activiteit wordt besloten, waaraan dat wordt afgemeten en wat het werd (UP-07).', 'activiteit_id: Activiteit.', 'waarover: Wat er te besluiten is.', 'criteria: Waaraan het wordt afgemeten; leeg zolang dat niet is afgesproken.', 'orgaan: Wie besluit.', 'gepland_op: Uiterste dag.', 'uitkomst: Wat het werd; leeg zolang niet besloten.', 'besloten_op: Dag van het besluit; leeg zolang niet besloten.', 'motivering: Waarom; leeg zolang niet besloten.');

create table activiteit_indicator (
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  indicator text not null check (indicator ~ '^[a-z0-9_]{1,60}$'),
  gekozen_op timestamptz not null,
  primary key (activiteit_id, indicator),
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id)
);
select beschrijf('activiteit_indicator', 'Indicator van de monitor die een activiteit volgt, zonder eigen streefwaarde.', 'activiteit_id: Activiteit.', 'indicator: Naam van de indicator in de lijst van Onderdak.', 'gekozen_op: Moment van kiezen.');

-- ── Before and after ────────────────────────────────────────────────────────────────────────────────────────────────

create table meting (
  id uuid primary key,
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  naam text not null check (length(btrim(naam)) between 1 and 200),
  schaal_van numeric not null,
  schaal_tot numeric not null,
  gepaard text not null check (gepaard in ('ja', 'nee', 'onbekend')),
  nul_op date,
  na_op date,
  aantal_nul int check (aantal_nul > 0),
  aantal_na int check (aantal_na > 0),
  bron text not null check (length(btrim(bron)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  constraint meting_naam_eenmaal unique (activiteit_id, naam),
  constraint meting_schaal_loopt_op check (schaal_tot > schaal_van),
  constraint meting_na_volgt_op_nul check (na_op > nul_op)
);
select beschrijf('meting', 'Een nulmeting en een nameting van een pilot: dezelfde vragen voor en na (MON-09).', 'activiteit_id: Activiteit of pilot.', 'naam: Naam, bijvoorbeeld van de groep.', 'schaal_van: Laagste antwoord.', 'schaal_tot: Hoogste antwoord.', 'gepaard: Of dezelfde mensen twee keer antwoordden.', 'nul_op: Dag van de nulmeting; leeg als die niet bekend is.', 'na_op: Dag van de nameting; leeg als die niet bekend is.', 'aantal_nul: Hoeveel mensen bij de nulmeting antwoordden; leeg als dat niet bekend is.', 'aantal_na: Hoeveel mensen bij de nameting antwoordden; leeg als dat niet bekend is.');

create table meting_stelling (
  meting_id uuid not null,
  regio_id uuid not null references regio,
  nummer int not null check (nummer between 1 and 200),
  stelling text not null check (length(btrim(stelling)) between 1 and 300),
  richting text not null check (richting in ('hoger', 'lager', 'geen')),
  nul numeric,
  na numeric,
  verschil numeric,
  spreiding_nul numeric check (spreiding_nul >= 0),
  spreiding_na numeric check (spreiding_na >= 0),
  spreiding_verschil numeric check (spreiding_verschil >= 0),
  primary key (meting_id, nummer),
  foreign key (regio_id, meting_id) references meting (regio_id, id)
);
select beschrijf('meting_stelling', 'Eén vraag van een meting, met de gemiddelden zoals de bron ze geeft.', 'meting_id: Meting.', 'nummer: Plaats in de lijst.', 'stelling: De vraag of stelling.', 'richting: Of een hoger of lager gemiddelde beter is, of geen van beide.', 'nul: Gemiddelde van de nulmeting; leeg als er geen is.', 'na: Gemiddelde van de nameting; leeg als er geen is.', 'verschil: Verschil zoals de bron het geeft; door afronding kan het afwijken. Leeg als de bron het niet geeft.',
  'spreiding_nul: Standaardafwijking van de nulmeting; leeg als die niet bekend is.', 'spreiding_na: Standaardafwijking van de nameting; leeg als die niet bekend is.', 'spreiding_verschil: Standaardafwijking van het verschil per persoon, als dezelfde mensen antwoordden; leeg als die niet bekend is.');

create function meting_stelling_past() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
declare m meting;
begin
  select * into strict m from meting where id = new.meting_id;
  if new.nul not between m.schaal_van and m.schaal_tot or new.na not between m.schaal_van and m.schaal_tot or abs(new.verschil) > m.schaal_tot - m.schaal_van then
    raise exception 'stelling % past niet op de schaal', new.nummer using errcode = '23514', constraint = 'meting_stelling_past';
  end if;
  return new;
end $$;
comment on function meting_stelling_past is 'Weigert een gemiddelde dat buiten de schaal van de meting valt.';
create trigger meting_stelling_past before insert or update on meting_stelling for each row execute function meting_stelling_past();

-- ── Rights ──────────────────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare t text;
begin
  foreach t in array array['programma', 'programmaonderdeel', 'onderdeel_verband', 'partner', 'activiteit', 'activiteit_dient', 'activiteit_stap', 'activiteit_resultaat', 'resultaat_waarde', 'activiteit_partij', 'activiteit_verband',
    'activiteit_geld', 'activiteit_stand', 'activiteit_voortgang', 'activiteit_knelpunt', 'besluitmoment', 'activiteit_indicator', 'meting', 'meting_stelling'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', t);
    execute format('grant select, insert on %I to onderdak_app', t);
  end loop;
  foreach t in array array['programma', 'programmaonderdeel', 'partner', 'activiteit', 'activiteit_stap', 'activiteit_resultaat', 'activiteit_geld', 'activiteit_knelpunt', 'besluitmoment', 'meting'] loop
    execute format('grant update on %I to onderdak_app', t);
  end loop;
  foreach t in array array['onderdeel_verband', 'activiteit_dient', 'activiteit_resultaat', 'activiteit_stap', 'activiteit_partij', 'activiteit_verband', 'activiteit_geld', 'activiteit_indicator', 'meting_stelling'] loop
    execute format('grant delete on %I to onderdak_app', t);
  end loop;
end $$;
grant update (vervallen_op) on resultaat_waarde to onderdak_app;
grant update (ingetrokken_op) on activiteit_voortgang to onderdak_app;

-- ── Reading in ──────────────────────────────────────────────────────────────────────────────────────────────────────

alter table inleesbestand drop constraint inleesbestand_soort_check;
alter table inleesbestand add constraint inleesbestand_soort_check check (soort in ('plekken', 'verblijven', 'wachtlijst', 'programmas', 'onderdelen', 'activiteiten', 'resultaten', 'besluitmomenten', 'knelpunten', 'metingen', 'partners'));

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, n.permissie, current_date from rol_permissie p
  join (values ('programma.lezen', array['programmamanager', 'beleidsmedewerker', 'regiocoordinator']), ('programma.schrijven', array['programmamanager', 'beleidsmedewerker']), ('programma.publiceren', array['programmamanager'])) n (permissie, rollen) on p.rol_code = any (n.rollen)
where p.permissie = 'cijfers.lezen' and (p.tot is null or p.tot > current_date);

insert into keuze (regio_id, lijst, code, naam, volgorde, van, bron)
select r.id, 'aandachtsgroep', x.code, x.naam, x.volgorde, date '2020-01-01', 'Visie wonen, zorg en welzijn MV §2.2: zestien groepen, ook al noemt de tekst er zeventien'
from regio r cross join (values
  (1, 'ag01', 'Inwoners zonder vaste verblijfplaats'), (2, 'ag02', 'Dakloze mensen met een opvangvoorziening'), (3, 'ag03', 'Mantelzorgverleners en -ontvangers'), (4, 'ag04', 'Inwoners met een lichamelijke, verstandelijke of zintuiglijke beperking'),
  (5, 'ag05', 'Uittredende sekswerkers'), (6, 'ag06', 'Uitstromers uit detentie'), (7, 'ag07', 'Uitstromers uit jeugdhulp met verblijf'), (8, 'ag08', 'Slachtoffers van huiselijk geweld of mensenhandel'), (9, 'ag09', 'Uitstromers uit beschermd wonen'), (10, 'ag10', 'Mensen met een Wlz-indicatie ggz'),
  (11, 'ag11', 'Uitstromers uit klinische ggz en forensische zorg'), (12, 'ag12', 'Statushouders'), (13, 'ag13', 'Studenten'), (14, 'ag14', 'Arbeidsmigranten'), (15, 'ag15', 'Woonwagenbewoners'), (16, 'ag16', 'Oekraïense vluchtelingen')) x (volgorde, code, naam);
insert into keuze (regio_id, lijst, code, naam, volgorde, van, bron)
select r.id, 'vaste_aandachtsgroep', x.code, x.naam, x.volgorde, date '2020-01-01', 'Uitvoeringsprogramma wonen, zorg en welzijn MVS, voetnoot 2: deze vier horen bij elke activiteit'
from regio r cross join (values (1, 'ag01', 'Inwoners zonder vaste verblijfplaats'), (2, 'ag02', 'Dakloze mensen met een opvangvoorziening'), (3, 'ag08', 'Slachtoffers van huiselijk geweld of mensenhandel'), (4, 'ag09', 'Uitstromers uit beschermd wonen')) x (volgorde, code, naam);
