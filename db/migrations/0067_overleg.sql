-- Governance: who meets, when and about what, what was decided and what is still needed for that, what was agreed on paper, the self-check on the
-- norm for opdrachtgeverschap, and one address of the region for who is outside (GOV-01..04, GOV-07..10, UP-07).

alter table rapport add constraint rapport_van_regio unique (regio_id, id);

create function weiger_toekomst() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if (to_jsonb(new) ->> tg_argv[0])::date > vandaag() then
    raise exception '% ligt in de toekomst', tg_argv[0] using errcode = '23514', constraint = tg_argv[1];
  end if;
  return new;
end $$;
comment on function weiger_toekomst is 'Weigert een dag die nog moet komen, waar iets al gebeurd moet zijn. Eerst de kolom, dan de naam van de regel.';

-- ── Who meets ───────────────────────────────────────────────────────────────────────────────────────────────────────

create table overleg (
  id uuid primary key,
  regio_id uuid not null references regio,
  naam text not null check (length(btrim(naam)) between 1 and 200),
  afkorting text check (length(btrim(afkorting)) between 1 and 20),
  soort text not null check (soort in ('rbo', 'asg', 'projectgroep', 'voortgangsoverleg', 'platform', 'portefeuillehouders', 'netwerkbijeenkomst', 'gemeenteraad', 'werkgroep', 'anders')),
  niveau text not null check (niveau in ('bestuurlijk', 'management', 'ambtelijk', 'netwerk', 'participatie')),
  per_jaar int check (per_jaar between 1 and 366),
  stukken_dagen int check (stukken_dagen between 0 and 90),
  plaats text check (length(btrim(plaats)) between 1 and 200),
  van date not null,
  tot date,
  toelichting text check (length(btrim(toelichting)) between 1 and 2000),
  bron text not null check (length(btrim(bron)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  constraint overleg_eindigt_na_begin check (tot > van)
);
create unique index overleg_naam_eenmaal on overleg (regio_id, lower(naam));
select beschrijf('overleg', 'Een overleg van de regio dat terugkomt (GOV-01).', 'naam: Naam.', 'afkorting: Korte naam; leeg als die er niet is.', 'soort: Wat voor overleg het is. Bij een regionaal bestuurlijk overleg (rbo) staat het uitvoeringsprogramma op elke agenda (GOV-02).',
  'niveau: Bestuurlijk, management, ambtelijk, netwerk of participatie.', 'per_jaar: Hoe vaak per jaar; leeg als het bijeenkomt wanneer dat nodig is.', 'stukken_dagen: Hoeveel dagen van tevoren de stukken er moeten zijn; leeg als er geen stukken zijn.', 'plaats: Waar het meestal is; leeg als dat wisselt.', 'toelichting: Wat men verder moet weten; leeg als er niets is.');

create table overleg_lid (
  overleg_id uuid not null,
  regio_id uuid not null references regio,
  nummer int not null check (nummer between 1 and 60),
  functie text not null check (length(btrim(functie)) between 1 and 150),
  organisatie text not null check (length(btrim(organisatie)) between 1 and 150),
  primary key (overleg_id, nummer),
  foreign key (regio_id, overleg_id) references overleg (regio_id, id)
);
select beschrijf('overleg_lid', 'Wie er aan een overleg deelneemt: een functie bij een organisatie, zonder naam.', 'overleg_id: Overleg.', 'nummer: Plaats in de lijst.', 'functie: Functie.', 'organisatie: Organisatie.');

create table overleg_agendapunt (
  overleg_id uuid not null,
  regio_id uuid not null references regio,
  nummer int not null check (nummer between 1 and 40),
  titel text not null check (length(btrim(titel)) between 1 and 200),
  soort text not null check (soort in ('uitvoeringsprogramma', 'begroting', 'evaluatie', 'overig')),
  herhaling text not null check (herhaling in ('elke_vergadering', 'elk_kwartaal', 'elk_halfjaar', 'elk_jaar')),
  primary key (overleg_id, nummer),
  foreign key (regio_id, overleg_id) references overleg (regio_id, id),
  constraint overleg_agendapunt_eenmaal unique (overleg_id, titel)
);
select beschrijf('overleg_agendapunt', 'Een vast punt van een overleg.', 'overleg_id: Overleg.', 'nummer: Plaats op de agenda.', 'titel: Wat er op de agenda staat.', 'soort: Uitvoeringsprogramma, begroting, evaluatie of iets anders.', 'herhaling: Hoe vaak het op de agenda komt.');

create function overleg_houdt_uitvoeringsprogramma() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
declare o uuid := (coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0])::uuid;
begin
  if exists (select 1 from overleg x where x.id = o and x.soort = 'rbo')
    and not exists (select 1 from overleg_agendapunt p where p.overleg_id = o and p.soort = 'uitvoeringsprogramma' and p.herhaling = 'elke_vergadering') then
    raise exception 'overleg % mist het uitvoeringsprogramma', o using errcode = '23514', constraint = 'overleg_houdt_uitvoeringsprogramma';
  end if;
  return null;
end $$;
comment on function overleg_houdt_uitvoeringsprogramma is 'Een regionaal bestuurlijk overleg heeft het uitvoeringsprogramma als vast punt van elke vergadering (GOV-02).';
create constraint trigger overleg_houdt_uitvoeringsprogramma after insert or update of soort on overleg deferrable initially deferred
  for each row execute function overleg_houdt_uitvoeringsprogramma('id');
create constraint trigger overleg_agendapunt_houdt_uitvoeringsprogramma after insert or update or delete on overleg_agendapunt deferrable initially deferred
  for each row execute function overleg_houdt_uitvoeringsprogramma('overleg_id');

-- ── When, and about what ────────────────────────────────────────────────────────────────────────────────────────────

create table vergadering (
  id uuid primary key,
  regio_id uuid not null references regio,
  overleg_id uuid not null,
  datum date not null,
  begin_om text not null check (begin_om ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  eind_om text not null check (eind_om ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  plaats text not null check (length(btrim(plaats)) between 1 and 200),
  werkbezoek text check (length(btrim(werkbezoek)) between 1 and 300),
  status text not null default 'gepland' check (status in ('gepland', 'gehouden', 'afgelast')),
  afgelast_reden text check (length(btrim(afgelast_reden)) between 1 and 500),
  verslag text check (length(btrim(verslag)) between 1 and 500),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  foreign key (regio_id, overleg_id) references overleg (regio_id, id),
  constraint vergadering_eindigt_na_begin check (eind_om > begin_om),
  constraint vergadering_afgelast_met_reden check ((status = 'afgelast') = (afgelast_reden is not null)),
  constraint vergadering_verslag_na_afloop check (verslag is null or status = 'gehouden')
);
create unique index vergadering_een_per_moment on vergadering (overleg_id, datum, begin_om) where status <> 'afgelast';
create index vergadering_regio on vergadering (regio_id, datum);
select beschrijf('vergadering', 'Een keer dat een overleg bijeenkomt.', 'overleg_id: Overleg.', 'datum: Dag.', 'begin_om: Tijd van begin, Nederlandse tijd.', 'eind_om: Tijd van einde, Nederlandse tijd.', 'plaats: Waar.', 'werkbezoek: Werkbezoek dat erbij hoort (GOV-08); leeg als er geen is.', 'status: Gepland, gehouden of afgelast.',
  'afgelast_reden: Waarom afgelast; leeg als het doorgaat.', 'verslag: Waar het verslag staat; leeg zolang het er niet is.');

create function vergadering_binnen_overleg() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if not exists (select 1 from overleg o where o.id = new.overleg_id and o.van <= new.datum and (o.tot is null or o.tot > new.datum)) then
    raise exception 'vergadering op % valt buiten het overleg', new.datum using errcode = '23514', constraint = 'vergadering_binnen_overleg';
  end if;
  return new;
end $$;
comment on function vergadering_binnen_overleg is 'Weigert een vergadering op een dag waarop het overleg er niet is.';
create trigger vergadering_binnen_overleg before insert or update of datum on vergadering for each row execute function vergadering_binnen_overleg();

create function vergadering_blijft_afgelast() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if old.status = 'afgelast' then
    raise exception 'vergadering % is afgelast', old.id using errcode = '23514', constraint = 'vergadering_blijft_afgelast';
  end if;
  if new.status = 'gehouden' and new.datum > vandaag() then
    raise exception 'vergadering % moet nog komen', old.id using errcode = '23514', constraint = 'vergadering_gehouden_in_toekomst';
  end if;
  return new;
end $$;
comment on function vergadering_blijft_afgelast is 'Een afgelaste vergadering verandert niet meer, en wat nog moet komen is niet gehouden.';
create trigger vergadering_blijft_afgelast before update on vergadering for each row execute function vergadering_blijft_afgelast();

create table vergadering_agendapunt (
  vergadering_id uuid not null,
  regio_id uuid not null references regio,
  nummer int not null check (nummer between 1 and 60),
  titel text not null check (length(btrim(titel)) between 1 and 200),
  soort text not null check (soort in ('uitvoeringsprogramma', 'begroting', 'evaluatie', 'overig')),
  is_vast boolean not null,
  toelichting text check (length(btrim(toelichting)) between 1 and 1000),
  activiteit_id uuid,
  programma_id uuid,
  rapport_id uuid,
  primary key (vergadering_id, nummer),
  foreign key (regio_id, vergadering_id) references vergadering (regio_id, id),
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  foreign key (regio_id, programma_id) references programma (regio_id, id),
  foreign key (regio_id, rapport_id) references rapport (regio_id, id),
  constraint vergadering_agendapunt_een_verwijzing check (num_nonnulls(activiteit_id, programma_id, rapport_id) <= 1)
);
select beschrijf('vergadering_agendapunt', 'Een punt op de agenda van een vergadering.', 'vergadering_id: Vergadering.', 'nummer: Plaats op de agenda.', 'titel: Wat er besproken wordt.', 'soort: Uitvoeringsprogramma, begroting, evaluatie of iets anders.', 'is_vast: Of het van de vaste punten van het overleg komt.',
  'toelichting: Wat ervan gevraagd wordt; leeg als de titel genoeg zegt.', 'activiteit_id: Activiteit waarover het gaat; leeg als er geen is.', 'programma_id: Programma waarover het gaat; leeg als er geen is.', 'rapport_id: Rapport dat besproken wordt; leeg als er geen is.');

create function vergadering_agenda_open() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if exists (select 1 from vergadering v where v.id = coalesce(new.vergadering_id, old.vergadering_id) and v.status = 'afgelast') then
    raise exception 'deze vergadering is afgelast' using errcode = '23514', constraint = 'vergadering_agenda_open';
  end if;
  return coalesce(new, old);
end $$;
comment on function vergadering_agenda_open is 'De agenda van een afgelaste vergadering blijft zoals zij was.';
create trigger vergadering_agenda_open before insert or update or delete on vergadering_agendapunt for each row execute function vergadering_agenda_open();

create function agenda_houdt_uitvoeringsprogramma() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
declare v uuid := (coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0])::uuid;
begin
  if exists (select 1 from vergadering x join overleg o on o.id = x.overleg_id where x.id = v and o.soort = 'rbo')
    and not exists (select 1 from vergadering_agendapunt p where p.vergadering_id = v and p.soort = 'uitvoeringsprogramma') then
    raise exception 'agenda van % mist het uitvoeringsprogramma', v using errcode = '23514', constraint = 'agenda_houdt_uitvoeringsprogramma';
  end if;
  return null;
end $$;
comment on function agenda_houdt_uitvoeringsprogramma is 'Op elke agenda van een regionaal bestuurlijk overleg staat het uitvoeringsprogramma (GOV-02).';
create constraint trigger vergadering_houdt_uitvoeringsprogramma after insert on vergadering deferrable initially deferred
  for each row execute function agenda_houdt_uitvoeringsprogramma('id');
create constraint trigger agenda_houdt_uitvoeringsprogramma after insert or update or delete on vergadering_agendapunt deferrable initially deferred
  for each row execute function agenda_houdt_uitvoeringsprogramma('vergadering_id');

-- ── What was decided, what is still needed, and who does what ───────────────────────────────────────────────────────

create table bestuursbesluit (
  id uuid primary key,
  regio_id uuid not null references regio,
  orgaan text not null check (orgaan in ('raad', 'college', 'rbo', 'asg', 'overig')),
  gemeente_code text references gemeente,
  nummer text not null check (length(btrim(nummer)) between 1 and 40),
  titel text not null check (length(btrim(titel)) between 1 and 200),
  tekst text not null check (length(btrim(tekst)) between 1 and 4000),
  besloten_op date,
  vergadering_id uuid,
  ingetrokken_op date,
  ingetrokken_reden text check (length(btrim(ingetrokken_reden)) between 1 and 500),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  foreign key (regio_id, vergadering_id) references vergadering (regio_id, id),
  constraint bestuursbesluit_nummer_eenmaal unique nulls not distinct (regio_id, orgaan, gemeente_code, nummer),
  constraint bestuursbesluit_gemeente_past check (case when orgaan in ('raad', 'college') then gemeente_code is not null when orgaan in ('rbo', 'asg') then gemeente_code is null else true end),
  constraint bestuursbesluit_intrekking_volledig check ((ingetrokken_op is null) = (ingetrokken_reden is null))
);
create index bestuursbesluit_regio on bestuursbesluit (regio_id, besloten_op);
create index bestuursbesluit_vergadering on bestuursbesluit (vergadering_id);
select beschrijf('bestuursbesluit', 'Een besluit van een bestuur over de regio, of het voornemen daartoe (GOV-07, UP-07).', 'orgaan: Wie besluit: raad, college, regionaal bestuurlijk overleg, ambtelijke stuurgroep of een ander.', 'gemeente_code: Van welke gemeente de raad of het college is; leeg bij een orgaan van de regio.', 'nummer: Nummer van het besluit.', 'titel: Waar het over gaat.',
  'tekst: Wat er besloten is, of wordt voorgesteld.', 'besloten_op: Dag van het besluit; leeg zolang het een voornemen is.', 'vergadering_id: Vergadering waarin het is genomen of besproken; leeg als die er niet is.', 'ingetrokken_op: Dag van intrekken; leeg zolang het geldt.', 'ingetrokken_reden: Waarom ingetrokken; leeg zolang het geldt.');
create trigger bestuursbesluit_niet_in_toekomst before insert or update of besloten_op on bestuursbesluit for each row execute function weiger_toekomst('besloten_op', 'bestuursbesluit_niet_in_toekomst');

create table bestuursbesluit_activiteit (
  bestuursbesluit_id uuid not null,
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  primary key (bestuursbesluit_id, activiteit_id),
  foreign key (regio_id, bestuursbesluit_id) references bestuursbesluit (regio_id, id),
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id)
);
create index bestuursbesluit_activiteit_terug on bestuursbesluit_activiteit (activiteit_id);
select beschrijf('bestuursbesluit_activiteit', 'Over welke activiteiten een besluit gaat.', 'bestuursbesluit_id: Besluit.', 'activiteit_id: Activiteit.');

create table bestuursbesluit_stap (
  bestuursbesluit_id uuid not null,
  regio_id uuid not null references regio,
  nummer int not null check (nummer between 1 and 40),
  beurt int not null check (beurt between 1 and 9),
  orgaan text not null check (orgaan in ('raad', 'college', 'rbo', 'asg', 'overig')),
  gemeente_code text references gemeente,
  omschrijving text check (length(btrim(omschrijving)) between 1 and 300),
  gepland_op date,
  gedaan_op date,
  uitkomst text check (uitkomst in ('akkoord', 'akkoord_met_wijziging', 'niet_akkoord')),
  primary key (bestuursbesluit_id, nummer),
  foreign key (regio_id, bestuursbesluit_id) references bestuursbesluit (regio_id, id),
  constraint bestuursbesluit_stap_gemeente_past check (case when orgaan in ('raad', 'college') then gemeente_code is not null when orgaan in ('rbo', 'asg') then gemeente_code is null else true end),
  constraint bestuursbesluit_stap_uitkomst_volledig check ((gedaan_op is null) = (uitkomst is null))
);
select beschrijf('bestuursbesluit_stap', 'Een stap op de weg van een besluit. Wat een lagere beurt heeft, gaat voor: van dezelfde gemeente, of als een van beide van de hele regio is.', 'bestuursbesluit_id: Besluit.', 'nummer: Plaats in de lijst.', 'beurt: Wanneer de stap aan de beurt is; stappen met dezelfde beurt gaan naast elkaar.', 'orgaan: Wie aan zet is.',
  'gemeente_code: Gemeente; leeg bij een stap van de hele regio.', 'omschrijving: Wat er gevraagd wordt; leeg als dat vanzelf spreekt.', 'gepland_op: Dag waarop de stap gepland is; leeg als die niet bekend is.', 'gedaan_op: Dag waarop de stap er was; leeg zolang niet.', 'uitkomst: Akkoord, akkoord met wijziging of niet akkoord; leeg zolang niet.');
create trigger bestuursbesluit_stap_niet_in_toekomst before insert or update on bestuursbesluit_stap for each row execute function weiger_toekomst('gedaan_op', 'bestuursbesluit_stap_niet_in_toekomst');

create function bestuursbesluit_stap_op_volgorde() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
declare b uuid := coalesce(new.bestuursbesluit_id, old.bestuursbesluit_id);
begin
  if exists (select 1 from bestuursbesluit_stap s join bestuursbesluit_stap e on e.bestuursbesluit_id = s.bestuursbesluit_id and e.beurt < s.beurt
      and (e.gemeente_code is null or s.gemeente_code is null or e.gemeente_code = s.gemeente_code)
    where s.bestuursbesluit_id = b and s.gedaan_op is not null and (e.gedaan_op is null or e.gedaan_op > s.gedaan_op or e.uitkomst = 'niet_akkoord')) then
    raise exception 'een stap gaat voor op wat eerst moet' using errcode = '23514', constraint = 'bestuursbesluit_stap_op_volgorde';
  end if;
  return null;
end $$;
comment on function bestuursbesluit_stap_op_volgorde is 'Een stap is pas gedaan als alles waar zij van afhangt akkoord is, en niet eerder dan dat.';
create constraint trigger bestuursbesluit_stap_op_volgorde after insert or update or delete on bestuursbesluit_stap deferrable initially deferred
  for each row execute function bestuursbesluit_stap_op_volgorde();

create table overlegactie (
  id uuid primary key,
  regio_id uuid not null references regio,
  tekst text not null check (length(btrim(tekst)) between 1 and 1000),
  functie text not null check (length(btrim(functie)) between 1 and 150),
  organisatie text not null check (length(btrim(organisatie)) between 1 and 150),
  uiterlijk_op date not null,
  vergadering_id uuid,
  bestuursbesluit_id uuid,
  gedaan_op date,
  vervallen_op date,
  afloop text check (length(btrim(afloop)) between 1 and 1000),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  foreign key (regio_id, vergadering_id) references vergadering (regio_id, id),
  foreign key (regio_id, bestuursbesluit_id) references bestuursbesluit (regio_id, id),
  constraint overlegactie_een_einde check (num_nonnulls(gedaan_op, vervallen_op) <= 1),
  constraint overlegactie_vervallen_met_reden check (vervallen_op is null or afloop is not null)
);
create index overlegactie_open on overlegactie (regio_id, uiterlijk_op) where gedaan_op is null and vervallen_op is null;
create index overlegactie_vergadering on overlegactie (vergadering_id);
create index overlegactie_besluit on overlegactie (bestuursbesluit_id);
select beschrijf('overlegactie', 'Wat iemand na een vergadering of besluit doet: een functie bij een organisatie, zonder naam.', 'tekst: Wat er gebeurt.', 'functie: Functie van wie het doet.', 'organisatie: Organisatie van wie het doet.', 'uiterlijk_op: Dag waarop het uiterlijk klaar is.', 'vergadering_id: Vergadering waar het vandaan komt; leeg als het daar niet vandaan komt.',
  'bestuursbesluit_id: Besluit waar het bij hoort; leeg als dat er niet is.', 'gedaan_op: Dag waarop het klaar was; leeg zolang niet.', 'vervallen_op: Dag waarop het niet meer hoefde; leeg als het nog moet of klaar is.', 'afloop: Hoe het afliep; verplicht als het niet meer hoeft.');
create trigger overlegactie_niet_in_toekomst before insert or update of gedaan_op on overlegactie for each row execute function weiger_toekomst('gedaan_op', 'overlegactie_niet_in_toekomst');

-- ── What was agreed on paper, and what comes back each year ─────────────────────────────────────────────────────────

create table overeenkomst (
  id uuid primary key,
  regio_id uuid not null references regio,
  soort text not null check (soort in ('samenwerkingsovereenkomst', 'dvo', 'mandaat', 'centrumregeling', 'convenant')),
  naam text not null check (length(btrim(naam)) between 1 and 200),
  partijen text[] not null check (cardinality(partijen) between 1 and 40),
  begint_op date not null,
  eindigt_op date,
  opzegtermijn_maanden int check (opzegtermijn_maanden between 0 and 60),
  herzien_op date,
  vindplaats text check (length(btrim(vindplaats)) between 1 and 300),
  toelichting text check (length(btrim(toelichting)) between 1 and 2000),
  afgesloten_op date,
  afgesloten_reden text check (length(btrim(afgesloten_reden)) between 1 and 500),
  bron text not null check (length(btrim(bron)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  constraint overeenkomst_eindigt_na_begin check (eindigt_op >= begint_op),
  constraint overeenkomst_herzien_na_begin check (herzien_op >= begint_op),
  constraint overeenkomst_afsluiting_volledig check ((afgesloten_op is null) = (afgesloten_reden is null))
);
create unique index overeenkomst_naam_eenmaal on overeenkomst (regio_id, lower(naam)) where afgesloten_op is null;
select beschrijf('overeenkomst', 'Een overeenkomst waarop de samenwerking rust (GOV-04).', 'soort: Samenwerkingsovereenkomst, dienstverleningsovereenkomst, mandaat, centrumregeling of convenant.', 'naam: Naam.', 'partijen: Wie meedoen.', 'begint_op: Eerste dag.', 'eindigt_op: Laatste dag; leeg als er geen einde is afgesproken.', 'opzegtermijn_maanden: Hoeveel maanden van tevoren opzeggen moet; leeg als dat niet bekend is.',
  'herzien_op: Dag waarop de afspraken uiterlijk opnieuw worden bekeken; leeg als dat niet is afgesproken.', 'vindplaats: Waar de tekst staat; leeg als dat niet bekend is.', 'toelichting: Wat men verder moet weten; leeg als er niets is.', 'afgesloten_op: Dag vanaf wanneer zij niet meer gevolgd wordt; leeg zolang dat wel zo is.', 'afgesloten_reden: Waarom; leeg zolang zij gevolgd wordt.');

create table overeenkomst_onderwerp (
  overeenkomst_id uuid not null,
  regio_id uuid not null references regio,
  onderwerp text not null check (onderwerp in ('doel', 'bestuursstructuur', 'taken', 'besluitvorming', 'centrumgemeente', 'financien', 'duur', 'prestaties', 'vergoedingen', 'beeindiging')),
  waar text not null check (length(btrim(waar)) between 1 and 300),
  primary key (overeenkomst_id, onderwerp),
  foreign key (regio_id, overeenkomst_id) references overeenkomst (regio_id, id)
);
select beschrijf('overeenkomst_onderwerp', 'Welke van de tien onderwerpen (regiovisie MVS 2024 §7.3) een overeenkomst regelt.', 'overeenkomst_id: Overeenkomst.', 'onderwerp: Onderwerp.', 'waar: Waar het geregeld is, bijvoorbeeld een artikel.');

create table jaarplicht (
  id uuid primary key,
  regio_id uuid not null references regio,
  naam text not null check (length(btrim(naam)) between 1 and 200),
  dag text not null check (dag ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' and dag <> '02-29' and dag not in ('02-30', '02-31', '04-31', '06-31', '09-31', '11-31')),
  vanaf_jaar int not null check (vanaf_jaar between 2015 and 2099),
  tot_en_met_jaar int check (tot_en_met_jaar between 2015 and 2099),
  bron text not null check (length(btrim(bron)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  constraint jaarplicht_eindigt_niet_voor_begin check (tot_en_met_jaar >= vanaf_jaar)
);
create unique index jaarplicht_naam_eenmaal on jaarplicht (regio_id, lower(naam));
select beschrijf('jaarplicht', 'Wat de regio elk jaar doet, zoals de samenwerking evalueren (GOV-10) en de begroting bespreken vóór 1 juli.', 'naam: Wat er gebeurt.', 'dag: Laatste dag in het jaar, als maand-dag.', 'vanaf_jaar: Eerste jaar waarin het moet.', 'tot_en_met_jaar: Laatste jaar waarin het moet; leeg zolang er geen einde is.');

create table jaarplicht_jaar (
  jaarplicht_id uuid not null,
  regio_id uuid not null references regio,
  jaar int not null check (jaar between 2015 and 2099),
  gedaan_op date not null,
  waar text not null check (length(btrim(waar)) between 1 and 300),
  primary key (jaarplicht_id, jaar),
  foreign key (regio_id, jaarplicht_id) references jaarplicht (regio_id, id)
);
select beschrijf('jaarplicht_jaar', 'In welk jaar het is gedaan.', 'jaarplicht_id: Wat elk jaar moet.', 'jaar: Kalenderjaar.', 'gedaan_op: Dag waarop het is gedaan.', 'waar: In welk overleg, of waar het staat.');
create trigger jaarplicht_jaar_niet_in_toekomst before insert or update on jaarplicht_jaar for each row execute function weiger_toekomst('gedaan_op', 'jaarplicht_jaar_niet_in_toekomst');

-- ── The norm for opdrachtgeverschap, and who speaks for the region ──────────────────────────────────────────────────

create table nvo_antwoord (
  id uuid primary key,
  regio_id uuid not null references regio,
  jaar int not null check (jaar between 2020 and 2099),
  afspraak int not null check (afspraak between 1 and 8),
  status text check (status in ('voldoet', 'deels', 'niet')),
  toelichting text not null check (length(btrim(toelichting)) between 1 and 4000),
  bewijs text check (length(btrim(bewijs)) between 1 and 1000),
  vindplaats text check (length(btrim(vindplaats)) between 1 and 300),
  beoordeeld_door text not null check (length(btrim(beoordeeld_door)) between 1 and 150),
  beoordeeld_op date not null,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint nvo_antwoord_een_per_jaar unique (regio_id, jaar, afspraak),
  constraint nvo_antwoord_voldoet_met_bewijs check (status is distinct from 'voldoet' or (bewijs is not null and vindplaats is not null)),
  constraint nvo_antwoord_niet_voor_het_jaar check (extract(year from beoordeeld_op) >= jaar)
);
select beschrijf('nvo_antwoord', 'Hoe de regio in een jaar een van de acht afspraken van de Norm van Opdrachtgeverschap nakomt (GOV-03).', 'jaar: Kalenderjaar.', 'afspraak: Nummer van de afspraak, 1 tot en met 8.', 'status: Voldoet, deels of niet; leeg zolang dat niet is beoordeeld.', 'toelichting: Hoe de regio het doet.', 'bewijs: Waaruit dat blijkt; verplicht als zij voldoet.', 'vindplaats: Waar dat staat; verplicht als zij voldoet.',
  'beoordeeld_door: Functie van wie het antwoord gaf.', 'beoordeeld_op: Dag van het antwoord.');
create trigger nvo_antwoord_niet_in_toekomst before insert or update of beoordeeld_op on nvo_antwoord for each row execute function weiger_toekomst('beoordeeld_op', 'nvo_antwoord_niet_in_toekomst');

create table regio_aanspreekpunt (
  id uuid primary key,
  regio_id uuid not null references regio,
  functie text not null check (length(btrim(functie)) between 1 and 150),
  organisatie text not null check (length(btrim(organisatie)) between 1 and 150),
  telefoon text check (length(btrim(telefoon)) between 1 and 30),
  email text check (length(btrim(email)) between 3 and 200),
  bereikbaar text check (length(btrim(bereikbaar)) between 1 and 200),
  waarvoor text not null check (length(btrim(waarvoor)) between 1 and 500),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint regio_aanspreekpunt_een unique (regio_id),
  constraint regio_aanspreekpunt_te_bereiken check (num_nonnulls(telefoon, email) > 0)
);
select beschrijf('regio_aanspreekpunt', 'Het ene aanspreekpunt van de regio voor wie buiten staat (GOV-09), voor iedereen te zien. Een functie, geen persoon.', 'functie: Functie.', 'organisatie: Organisatie.', 'telefoon: Telefoonnummer; leeg als er alleen een e-mailadres is.', 'email: E-mailadres van de functie; leeg als er alleen een telefoonnummer is.', 'bereikbaar: Wanneer; leeg als dat niet is afgesproken.', 'waarvoor: Waarvoor men hier terecht kan.');

-- ── The address of a calendar ───────────────────────────────────────────────────────────────────────────────────────

create table kalenderadres (
  id uuid primary key,
  regio_id uuid not null references regio,
  gebruiker_id uuid not null references gebruiker,
  token_hash bytea not null unique check (length(token_hash) = 32),
  aangemaakt_op timestamptz not null,
  ingetrokken_op timestamptz,
  constraint kalenderadres_ingetrokken_na_maken check (ingetrokken_op >= aangemaakt_op)
);
create unique index kalenderadres_een_per_gebruiker on kalenderadres (gebruiker_id) where ingetrokken_op is null;
select beschrijf('kalenderadres', 'Geheim adres waarmee de kalender van een gebruiker vergaderingen ophaalt, zonder in te loggen. Het adres zelf staat hier niet.', 'gebruiker_id: Van wie de kalender is; wie dit niet mag zien, krijgt niets.', 'token_hash: SHA-256 van het geheime deel van het adres.', 'ingetrokken_op: Moment waarop het stopte; leeg zolang het werkt.');

-- Whoever asks for a calendar has no account, so no region: by the exact fingerprint only, and nothing but whose it is.
create function zoek_kalenderadres(p_hash bytea) returns table (regio_id uuid, gebruiker_id uuid) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select k.regio_id, k.gebruiker_id from kalenderadres k where k.token_hash = p_hash and k.ingetrokken_op is null
$$;
comment on function zoek_kalenderadres is 'Vindt van wie een kalenderadres is aan de hand van de vingerafdruk.';
alter function zoek_kalenderadres(bytea) owner to onderdak_kern;
revoke execute on function zoek_kalenderadres(bytea) from public;
grant execute on function zoek_kalenderadres(bytea) to onderdak_app;

-- ── Rights ──────────────────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare t text;
begin
  foreach t in array array['overleg', 'overleg_lid', 'overleg_agendapunt', 'vergadering', 'vergadering_agendapunt', 'bestuursbesluit', 'bestuursbesluit_activiteit', 'bestuursbesluit_stap', 'overlegactie',
    'overeenkomst', 'overeenkomst_onderwerp', 'jaarplicht', 'jaarplicht_jaar', 'nvo_antwoord', 'regio_aanspreekpunt'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', t);
    execute format('grant select, insert on %I to onderdak_app', t);
  end loop;
  foreach t in array array['overleg', 'vergadering', 'bestuursbesluit', 'overlegactie', 'overeenkomst', 'jaarplicht', 'nvo_antwoord', 'regio_aanspreekpunt'] loop
    execute format('grant update on %I to onderdak_app', t);
  end loop;
  foreach t in array array['overleg_lid', 'overleg_agendapunt', 'vergadering_agendapunt', 'bestuursbesluit_activiteit', 'bestuursbesluit_stap', 'overeenkomst_onderwerp', 'jaarplicht_jaar'] loop
    execute format('grant delete on %I to onderdak_app', t);
  end loop;
end $$;
alter table kalenderadres enable row level security, force row level security;
create policy eigen on kalenderadres to onderdak_app using (regio_id = (select regio()) and gebruiker_id = (select gebruiker())) with check (regio_id = (select regio()) and gebruiker_id = (select gebruiker()));
create policy kern on kalenderadres for select to onderdak_kern using (true);
grant select, insert on kalenderadres to onderdak_app;
grant update (ingetrokken_op) on kalenderadres to onderdak_app;
grant select on kalenderadres to onderdak_kern;

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into termijn (regio_id, code, naam, aantal, eenheid, wettelijk, van, bron)
select r.id, x.code, x.naam, x.aantal, x.eenheid, false, date '2020-01-01', 'Instelling van de regio'
from regio r cross join (values ('overeenkomst_herinneren', 'Herinneren voordat een overeenkomst eindigt of herzien wordt', 6, 'maanden'), ('jaarplicht_herinneren', 'Herinneren aan wat elk jaar gedaan moet zijn', 8, 'weken')) x (code, naam, aantal, eenheid);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, n.permissie, current_date from rol_permissie p
  join (values ('overleg.lezen', array['programmamanager', 'beleidsmedewerker', 'regiocoordinator']), ('overleg.schrijven', array['programmamanager', 'beleidsmedewerker'])) n (permissie, rollen) on p.rol_code = any (n.rollen)
where p.permissie = 'cijfers.lezen' and (p.tot is null or p.tot > current_date);
