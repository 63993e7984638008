-- plek, wachtlijst, voorstel, verblijf: who waits, which places there are, who stays where.

create table voorziening (
  id uuid primary key,
  regio_id uuid not null references regio,
  organisatie_id uuid references organisatie,
  code text not null,
  naam text not null,
  soort text not null check (soort in ('verblijf', 'inloop', 'ambulant', 'wonen')),
  domein text not null check (domein in ('BW', 'BT', 'MO', 'VO', 'WONEN', 'OVERIG')),
  bereik text not null check (bereik in ('lokaal', 'regionaal')),
  gemeente_code text references gemeente,
  doelgroep text not null default '',
  omschrijving text not null default '',
  openingstijden text,
  capaciteit_volgens_bron text,
  onder_contract boolean not null default true,
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  constraint voorziening_code_uniek unique (regio_id, code)
);
select beschrijf('voorziening', 'Voorzieningen in de regio: opvang, beschermd wonen, inloop en tijdelijke woningen.', 'organisatie_id: Aanbieder; leeg als onbekend.', 'code: Code.', 'naam: Naam.', 'soort: Wat voor voorziening.', 'domein: Deel van de keten.', 'bereik: Lokaal of regionaal.', 'gemeente_code: Gemeente; leeg als verspreid over de regio.', 'doelgroep: Voor wie.',
  'omschrijving: Bijzonderheden.', 'openingstijden: Wanneer open (inloop); leeg als niet van toepassing.', 'capaciteit_volgens_bron: Capaciteit zoals de bron die noemt; leeg als de bron niets noemt.', 'onder_contract: Waar als er een contract of subsidie is.');

create table locatie (
  id uuid primary key,
  regio_id uuid not null references regio,
  voorziening_id uuid not null references voorziening,
  naam text not null,
  gemeente_code text references gemeente,
  is_geheim boolean not null default false,
  is_extern boolean not null default false,
  adres_versleuteld text,
  telefoon text,
  kenmerken text[] not null default '{}',
  reactietijd_minuten int check (reactietijd_minuten > 0),
  bevestigd_op timestamptz,
  bevestigd_door uuid references gebruiker,
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  constraint locatie_naam_uniek unique (voorziening_id, naam),
  constraint locatie_geheim_zonder_gemeente check (not is_geheim or gemeente_code is null),
  constraint locatie_extern_zonder_adres check (not is_extern or adres_versleuteld is null)
);
create index locatie_voorziening on locatie (voorziening_id);
select beschrijf('locatie', 'Gebouw of groep woningen van een voorziening.', 'voorziening_id: Voorziening.', 'naam: Naam; bij een geheime locatie een schuilnaam.', 'gemeente_code: Gemeente; leeg als geheim of verspreid.', 'is_geheim: Waar bij een geheim adres (vrouwenopvang).', 'is_extern: Waar buiten de regio.', 'adres_versleuteld: Adres, versleuteld; leeg als onbekend.', 'telefoon: Telefoon; leeg als onbekend of geheim.', 'kenmerken: Kenmerken van de locatie.',
  'reactietijd_minuten: Afgesproken tijd tot iemand ter plaatse is; leeg als niet afgesproken.', 'bevestigd_op: Laatste keer dat de stand is bevestigd; leeg als nog nooit.', 'bevestigd_door: Wie bevestigde; leeg als nog nooit.');

create table opening (
  regio_id uuid not null references regio,
  locatie_id uuid not null references locatie,
  regime text not null check (regime in ('nacht', 'dag', 'dag_en_nacht')),
  toelichting text not null default '',
  van date not null,
  tot date check (tot > van),
  primary key (locatie_id, van),
  constraint opening_overlapt_niet exclude using gist (locatie_id with =, daterange(van, tot) with &&)
);
select beschrijf('opening', 'Dag- en nachtopening van een locatie, met ingangsdatum.', 'locatie_id: Locatie.', 'regime: Wanneer open.', 'toelichting: Tijden of bijzonderheden.');

create table plek (
  id uuid primary key,
  regio_id uuid not null references regio,
  locatie_id uuid not null references locatie,
  product_id uuid not null references product,
  naam text not null,
  soort text not null check (soort in ('regulier', 'crisis', 'nood', 'gezin', 'woning', 'kamer', 'time_out')),
  kamer text,
  personen_maximum int not null default 1 check (personen_maximum > 0),
  kenmerken text[] not null default '{}',
  tijdelijk_reden text check (tijdelijk_reden in ('winterkou', 'calamiteit', 'overig')),
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  constraint plek_naam_uniek unique (locatie_id, naam),
  constraint plek_tijdelijk_eindigt check (tijdelijk_reden is null or tot is not null)
);
create index plek_locatie on plek (locatie_id);
create index plek_product on plek (regio_id, product_id);
select beschrijf('plek', 'Eenheid van capaciteit: één huishouden tegelijk.', 'locatie_id: Locatie.', 'product_id: Product dat hier geboden wordt.', 'naam: Naam, bijvoorbeeld Kamer 3 bed 1.', 'soort: Soort plek.', 'kamer: Kamer die plekken delen; leeg als eigen.', 'personen_maximum: Hoeveel mensen passen.', 'kenmerken: Kenmerken, bijvoorbeeld rolstoel of huisdier.', 'tijdelijk_reden: Waarom tijdelijk; leeg bij vaste capaciteit.');

create table buiten_gebruik (
  id uuid primary key,
  regio_id uuid not null references regio,
  plek_id uuid not null references plek,
  van date not null,
  tot date check (tot > van),
  reden text not null,
  toelichting text,
  versie int not null default 1,
  constraint buiten_gebruik_overlapt_niet exclude using gist (plek_id with =, daterange(van, tot) with &&)
);
select beschrijf('buiten_gebruik', 'Dagen waarop een plek niet te gebruiken is.', 'plek_id: Plek.', 'reden: Reden.', 'toelichting: Toelichting; leeg als niet nodig.');

-- ── wachtlijst ──────────────────────────────────────────────────────────────────────────────────────────────────────

create sequence wachtlijst_volgnummer as bigint;
create table wachtlijstplaatsing (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  huishouden_id uuid references huishouden,
  personen int not null default 1 check (personen > 0),
  kinderen int not null default 0 check (kinderen >= 0),
  product_id uuid not null references product,
  richting text not null check (richting in ('instroom', 'doorstroom', 'uitstroom')),
  gemeente_code text references gemeente,
  gemeente_onbekend_reden text,
  voorkeur_locatie_id uuid references locatie,
  vereiste_kenmerken text[] not null default '{}',
  clientprofiel text,
  melding_id uuid references melding,
  beschikking_id uuid references beschikking,
  status text not null check (status in ('wachtend', 'opgeschort', 'voorgesteld', 'geplaatst', 'beeindigd')),
  gemeld_op date not null,
  besloten_op date not null,
  plaatsbaar_op date,
  voorgesteld_op date,
  gestart_op date,
  wachtreden text not null,
  eigenschappen text[] not null default '{}',
  overbrugging text not null check (overbrugging in ('opvang', 'ambulante_hulp', 'dagbesteding', 'eigen_netwerk', 'geen')),
  overbrugging_toelichting text,
  laatst_bevestigd_op date not null,
  bevestigen_voor date not null,
  volgnummer bigint not null default nextval('wachtlijst_volgnummer'),
  voorrang_op date,
  voorrang_door uuid references gebruiker,
  voorrang_reden text,
  aantal_weigeringen int not null default 0,
  niet_plaatsbaar_sinds date,
  niet_plaatsbaar_herzien_op date,
  niet_plaatsbaar_geescaleerd_op date,
  beeindigd_op date,
  eindreden text,
  inleesbron text,
  inleesdatum date,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint wachtlijst_gemeente_of_reden check (gemeente_code is not null or gemeente_onbekend_reden is not null),
  constraint wachtlijst_overbrugging_of_reden check (overbrugging <> 'geen' or overbrugging_toelichting is not null),
  constraint wachtlijst_voorrang_volledig check ((voorrang_op is null and voorrang_reden is null) or (voorrang_op is not null and voorrang_door is not null and voorrang_reden is not null)),
  constraint wachtlijst_geplaatst_is_gestart check ((status = 'geplaatst') = (gestart_op is not null)),
  constraint wachtlijst_beeindigd_heeft_reden check ((status = 'beeindigd') = (beeindigd_op is not null and eindreden is not null)),
  constraint wachtlijst_niet_plaatsbaar_volledig check ((niet_plaatsbaar_sinds is null) = (niet_plaatsbaar_herzien_op is null) and (niet_plaatsbaar_geescaleerd_op is null or niet_plaatsbaar_sinds is not null)),
  constraint wachtlijst_klokken_oplopend check (besloten_op >= gemeld_op and coalesce(plaatsbaar_op, besloten_op) >= gemeld_op)
);
create unique index wachtlijst_een_keer_per_product on wachtlijstplaatsing (persoon_id, product_id, richting) where status in ('wachtend', 'opgeschort', 'voorgesteld');
create index wachtlijst_open on wachtlijstplaatsing (regio_id, product_id, richting, besloten_op) where status in ('wachtend', 'opgeschort', 'voorgesteld');
create index wachtlijst_persoon on wachtlijstplaatsing (persoon_id);
select beschrijf('wachtlijstplaatsing', 'Iemand die wacht op een product, met vijf klokken: gemeld, besloten, plaatsbaar, voorgesteld en gestart.', 'huishouden_id: Huishouden dat samen wacht; leeg bij één persoon.', 'personen: Aantal personen.', 'kinderen: Aantal kinderen.', 'product_id: Product.', 'richting: Instroom, doorstroom of uitstroom.', 'gemeente_code: Gemeente die telt; leeg met reden.', 'gemeente_onbekend_reden: Waarom de gemeente onbekend is; leeg als bekend.',
  'voorkeur_locatie_id: Gewenste locatie; leeg als geen voorkeur.', 'vereiste_kenmerken: Kenmerken die de plek moet hebben.', 'clientprofiel: Cliëntprofiel; leeg als niet bepaald.', 'melding_id: Melding; leeg bij inlezen of doorstroom.', 'beschikking_id: Beschikking; leeg als niet nodig.', 'status: Stand.', 'gemeld_op: Klok 1.', 'besloten_op: Klok 2.', 'plaatsbaar_op: Klok 3: vanaf wanneer plaatsing kan; leeg zolang het niet kan.', 'voorgesteld_op: Klok 4: laatste voorstel; leeg zolang er geen is.', 'gestart_op: Klok 5: start van het verblijf; leeg zolang niet.',
  'wachtreden: Waarom iemand wacht.', 'eigenschappen: Eigenschappen waar de volgorderegels naar kijken.', 'overbrugging: Wat er intussen gebeurt.', 'overbrugging_toelichting: Toelichting; verplicht als er niets gebeurt.', 'laatst_bevestigd_op: Laatste keer dat bevestigd is dat iemand nog wacht.', 'bevestigen_voor: Uiterlijk wanneer dat weer moet.', 'volgnummer: Vaste laatste sleutel bij gelijke rang.',
  'voorrang_op: Dag waarop met de hand voorrang is gegeven; leeg als niet.', 'voorrang_door: Wie voorrang gaf; leeg als niet.', 'voorrang_reden: Waarom; leeg als niet.', 'aantal_weigeringen: Hoe vaak de persoon een voorstel weigerde.', 'niet_plaatsbaar_sinds: Sinds wanneer geen enkele plek in de regio past; leeg als er een past.', 'niet_plaatsbaar_herzien_op: Wanneer dat opnieuw wordt nagegaan; leeg als er een plek past.', 'niet_plaatsbaar_geescaleerd_op: Dag waarop dat bij de coördinator is gemeld; leeg als niet.', 'beeindigd_op: Dag van einde zonder plaatsing; leeg zolang open of geplaatst.', 'eindreden: Waarom; leeg zolang open of geplaatst.', 'inleesbron: Bestand of organisatie waaruit ingelezen; leeg als hier ontstaan.', 'inleesdatum: Peildatum van die bron; leeg als hier ontstaan.');
select bescherm('wachtlijstplaatsing');
grant select, insert, update on wachtlijstplaatsing to onderdak_app;
grant usage on sequence wachtlijst_volgnummer to onderdak_app;
create constraint trigger niemand_uit_beeld after insert or update of status on wachtlijstplaatsing deferrable initially deferred
  for each row when (new.status in ('wachtend', 'opgeschort', 'voorgesteld')) execute function eis_opvolging();

create table wachtcontact (
  id uuid primary key,
  regio_id uuid not null references regio,
  wachtlijstplaatsing_id uuid not null references wachtlijstplaatsing,
  persoon_id uuid not null references persoon,
  op date not null,
  wacht_nog boolean not null,
  risico text not null check (risico in ('geen', 'escalatie', 'overlast', 'terugval', 'demotivatie', 'onveilig')),
  uitkomst text not null,
  volgende_controle_op date,
  gebruiker_id uuid
);
create index wachtcontact_plaatsing on wachtcontact (wachtlijstplaatsing_id, op);
select beschrijf('wachtcontact', 'Contact tijdens het wachten: wacht iemand nog, en is er risico.', 'wachtlijstplaatsing_id: Wachtlijstplaatsing.', 'op: Dag.', 'wacht_nog: Of iemand nog wacht.', 'risico: Gezien risico.', 'uitkomst: Wat er is afgesproken.', 'volgende_controle_op: Volgende controle; leeg als gewoon.', 'gebruiker_id: Wie contact had; leeg bij inlezen.');
select bescherm('wachtcontact');
grant select, insert on wachtcontact to onderdak_app;

-- ── voorstel ────────────────────────────────────────────────────────────────────────────────────────────────────────

create table plaatsingsvoorstel (
  id uuid primary key,
  regio_id uuid not null references regio,
  wachtlijstplaatsing_id uuid not null references wachtlijstplaatsing,
  persoon_id uuid not null references persoon,
  huishouden_id uuid references huishouden,
  personen int not null check (personen > 0),
  locatie_id uuid not null references locatie,
  product_id uuid not null references product,
  plek_id uuid references plek,
  vereiste_kenmerken text[] not null default '{}',
  vanaf date not null,
  status text not null check (status in ('voorgesteld', 'aanvaard', 'geweigerd', 'vervallen', 'ingetrokken', 'gestart', 'niet_verschenen')),
  voorgesteld_op timestamptz not null,
  voorgesteld_door uuid,
  reageren_voor timestamptz not null,
  beantwoord_op timestamptz,
  beantwoord_door uuid,
  toelichting text,
  afwijking_reden text,
  overboeking_reden text,
  weiger_zijde text check (weiger_zijde in ('aanbieder', 'persoon')),
  weiger_reden text,
  weiger_toelichting text,
  volgende_stap text,
  einde_reden text,
  bezwaar_op date,
  bezwaar_tekst text,
  bezwaar_uitkomst text check (bezwaar_uitkomst in ('gegrond', 'ongegrond')),
  bezwaar_besloten_op date,
  bezwaar_besloten_door uuid,
  bezwaar_toelichting text,
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint voorstel_weigering_volledig check (status <> 'geweigerd' or (weiger_zijde is not null and weiger_reden is not null and volgende_stap is not null)),
  constraint voorstel_beantwoord check (status not in ('aanvaard', 'geweigerd') or beantwoord_op is not null),
  constraint voorstel_einde_heeft_reden check (status not in ('ingetrokken', 'niet_verschenen') or einde_reden is not null),
  constraint voorstel_plek_overlapt_niet exclude using gist (plek_id with =, daterange(vanaf, null) with &&) where (plek_id is not null and status in ('voorgesteld', 'aanvaard'))
);
create unique index voorstel_een_open on plaatsingsvoorstel (wachtlijstplaatsing_id) where status in ('voorgesteld', 'aanvaard');
create index voorstel_locatie on plaatsingsvoorstel (locatie_id) where status in ('voorgesteld', 'aanvaard');
create index voorstel_persoon on plaatsingsvoorstel (persoon_id);
create index voorstel_wachtlijst on plaatsingsvoorstel (wachtlijstplaatsing_id, voorgesteld_op);
create index voorstel_termijn on plaatsingsvoorstel (reageren_voor) where status = 'voorgesteld';
select beschrijf('plaatsingsvoorstel', 'Een ruimte met kenmerken bij een locatie, voorgesteld aan iemand die wacht. Houdt de ruimte vast tot het antwoord of het verlopen.', 'wachtlijstplaatsing_id: Wie wacht.', 'huishouden_id: Huishouden; leeg bij één persoon.', 'personen: Aantal personen.', 'locatie_id: Locatie.', 'product_id: Product.', 'plek_id: Gekozen plek; leeg zolang de locatie die niet koos.', 'vereiste_kenmerken: Kenmerken die de plek moet hebben.', 'vanaf: Eerste dag.', 'status: Stand.',
  'voorgesteld_op: Moment van voorstellen.', 'voorgesteld_door: Wie voorstelde; leeg bij een taak van het systeem.', 'reageren_voor: Uiterste moment voor antwoord.', 'beantwoord_op: Moment van antwoord; leeg zolang open.', 'beantwoord_door: Wie antwoordde; leeg zolang open.', 'toelichting: Toelichting voor de aanbieder; leeg als niet nodig.', 'afwijking_reden: Waarom deze persoon en niet de eerste op de lijst; leeg als de volgorde is gevolgd.', 'overboeking_reden: Waarom boven de capaciteit; leeg als er ruimte was.',
  'weiger_zijde: Wie weigerde; leeg als niet geweigerd.', 'weiger_reden: Reden; leeg als niet geweigerd.', 'weiger_toelichting: Toelichting; leeg als niet nodig.', 'volgende_stap: Wat er nu gebeurt; leeg als niet geweigerd.', 'einde_reden: Waarom ingetrokken of niet verschenen; leeg bij een andere stand.', 'bezwaar_op: Dag waarop tegen de weigering is opgekomen; leeg als niet.', 'bezwaar_tekst: Waarom; leeg als niet.', 'bezwaar_uitkomst: Uitkomst; leeg zolang open.', 'bezwaar_besloten_op: Dag van de uitkomst; leeg zolang open.', 'bezwaar_besloten_door: Wie besliste; leeg zolang open.', 'bezwaar_toelichting: Waarom die uitkomst; leeg zolang open.');
select bescherm('plaatsingsvoorstel');
grant select, insert, update on plaatsingsvoorstel to onderdak_app;

-- ── verblijf ────────────────────────────────────────────────────────────────────────────────────────────────────────

create table verblijf (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  huishouden_id uuid references huishouden,
  plek_id uuid not null references plek,
  locatie_id uuid not null references locatie,
  product_id uuid not null references product,
  voorstel_id uuid references plaatsingsvoorstel,
  wachtlijstplaatsing_id uuid references wachtlijstplaatsing,
  melding_id uuid references melding,
  soort text not null default 'regulier' check (soort in ('regulier', 'spoed', 'overbrugging', 'time_out')),
  begonnen_op date not null,
  verwacht_einde_op date,
  uiterlijk_op date,
  geeindigd_op date,
  uitstroomgereed_op date,
  uitstroom_wacht_op text,
  overschrijding_reden text,
  afwijking_reden text,
  gezin_reden text,
  eindreden text,
  bestemming text,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint verblijf_eindigt_na_begin check (geeindigd_op >= begonnen_op),
  constraint verblijf_einde_volledig check ((geeindigd_op is null) = (eindreden is null) and (geeindigd_op is null) = (bestemming is null)),
  constraint verblijf_uitstroomgereed_binnen check (uitstroomgereed_op >= begonnen_op),
  constraint verblijf_plek_overlapt_niet exclude using gist (plek_id with =, daterange(begonnen_op, geeindigd_op) with &&)
);
create index verblijf_op_persoon on verblijf (persoon_id, begonnen_op);
create index verblijf_lopend on verblijf (regio_id, locatie_id) where geeindigd_op is null;
create index verblijf_periode on verblijf using gist (regio_id, daterange(begonnen_op, geeindigd_op));
select beschrijf('verblijf', 'Huishouden op een plek in een periode; verwacht en werkelijk einde zijn aparte feiten.', 'persoon_id: Aanspreekpunt van het huishouden.', 'huishouden_id: Huishouden; leeg bij één persoon.', 'plek_id: Plek.', 'locatie_id: Locatie van de plek.', 'product_id: Product van de plek.', 'voorstel_id: Voorstel waaruit het volgde; leeg bij spoed of inlezen.', 'wachtlijstplaatsing_id: Wachtlijstplaatsing die ermee eindigde; leeg bij spoed of inlezen.', 'melding_id: Melding bij spoedplaatsing; leeg als anders.',
  'soort: Regulier, spoed, overbrugging of time-out.', 'begonnen_op: Eerste nacht.', 'verwacht_einde_op: Verwacht einde; leeg als onbekend.', 'uiterlijk_op: Einde van het langste verblijf volgens de regels; leeg als er geen grens is.', 'geeindigd_op: Dag van vertrek; die dag is de plek weer vrij; leeg zolang men er is.', 'uitstroomgereed_op: Vanaf deze dag kan iemand weg en is de plek geblokkeerd; leeg zolang niet.', 'uitstroom_wacht_op: Waarop dan gewacht wordt; leeg zolang niet uitstroomgereed.',
  'overschrijding_reden: Waarom het langer duurt dan de regels; leeg zolang niet te lang.', 'afwijking_reden: Waarom op een plek die niet past of voor een ander was vastgehouden; leeg als dat niet zo is.', 'gezin_reden: Waarom kinderen bij een product dat niet voor gezinnen is; leeg als dat niet zo is.', 'eindreden: Reden van het einde; leeg zolang men er is.', 'bestemming: Waarheen; leeg zolang men er is.');
select bescherm('verblijf');
create policy kern on verblijf for select to onderdak_kern using (true);
grant select, insert, update on verblijf to onderdak_app;
grant select on verblijf to onderdak_kern;
create constraint trigger niemand_uit_beeld after insert or update of geeindigd_op on verblijf deferrable initially deferred
  for each row when (new.geeindigd_op is null) execute function eis_opvolging();

create table verblijf_persoon (
  regio_id uuid not null references regio,
  verblijf_id uuid not null references verblijf,
  persoon_id uuid not null references persoon,
  soort text not null default 'hoofd' check (soort in ('hoofd', 'time_out')),
  van date not null,
  tot date check (tot >= van),
  primary key (verblijf_id, persoon_id, van),
  constraint verblijf_persoon_overlapt_niet exclude using gist (persoon_id with =, soort with =, daterange(van, tot) with &&)
);
select beschrijf('verblijf_persoon', 'Wie er binnen een verblijf slaapt; iemand slaapt op één plek tegelijk (een time-out telt apart).', 'verblijf_id: Verblijf.', 'soort: Hoofdverblijf of time-out.');
select bescherm('verblijf_persoon');
create policy kern on verblijf_persoon for select to onderdak_kern using (true);
grant select, insert, update on verblijf_persoon to onderdak_app;
grant select on verblijf_persoon to onderdak_kern;

create table verlenging (
  id uuid primary key,
  regio_id uuid not null references regio,
  verblijf_id uuid not null references verblijf,
  persoon_id uuid not null references persoon,
  oud_uiterlijk_op date,
  nieuw_uiterlijk_op date not null,
  reden text not null,
  toelichting text,
  besloten_op date not null,
  besloten_door uuid
);
create index verlenging_verblijf on verlenging (verblijf_id);
select beschrijf('verlenging', 'Verlengingen van een verblijf boven het maximum, met reden.', 'verblijf_id: Verblijf.', 'oud_uiterlijk_op: Uiterste dag ervoor; leeg als er geen was.', 'nieuw_uiterlijk_op: Nieuwe uiterste dag.', 'reden: Reden.', 'toelichting: Toelichting; leeg als niet nodig.', 'besloten_op: Dag.', 'besloten_door: Wie; leeg bij inlezen.');
select bescherm('verlenging');
grant select, insert on verlenging to onderdak_app;

create table nachtregistratie (
  regio_id uuid not null references regio,
  verblijf_id uuid not null references verblijf,
  persoon_id uuid not null references persoon,
  nacht date not null,
  aanwezig boolean not null,
  afwezig_reden text,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  primary key (verblijf_id, persoon_id, nacht)
);
select beschrijf('nachtregistratie', 'Wie er in een nacht was (de nacht die op deze dag begint).', 'verblijf_id: Verblijf.', 'nacht: Dag waarop de nacht begint.', 'aanwezig: Of iemand er sliep.', 'afwezig_reden: Waarom niet; leeg bij aanwezig of onbekend.', 'vastgelegd_op: Moment.', 'vastgelegd_door: Wie; leeg bij inlezen.');
select bescherm('nachtregistratie');
grant select, insert, update on nachtregistratie to onderdak_app;

-- Occupancy without persons: what the place board needs from those who may not see who stays there.
create function bezetting(p_van date, p_tot date)
returns table (plek_id uuid, locatie_id uuid, soort text, van date, tot date, geblokkeerd_op date, verwacht_einde_op date, personen int, product_id uuid, kenmerken text[], voorstel_id uuid)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select v.plek_id, v.locatie_id, 'verblijf', v.begonnen_op, v.geeindigd_op, v.uitstroomgereed_op, coalesce(v.verwacht_einde_op, v.uiterlijk_op),
    coalesce(a.aantal, 0), v.product_id, '{}'::text[], null::uuid
  from verblijf v join locatie l on l.id = v.locatie_id
  left join (select vp.verblijf_id, count(*)::int as aantal from verblijf_persoon vp
    where vp.regio_id = (select regio()) and vp.van < p_tot and coalesce(vp.tot, 'infinity') > p_van group by vp.verblijf_id) a on a.verblijf_id = v.id
  where v.regio_id = (select regio()) and daterange(v.begonnen_op, v.geeindigd_op) && daterange(p_van, p_tot) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
  union all
  select s.plek_id, s.locatie_id, 'voorstel', s.vanaf, null, null, null, s.personen, s.product_id, s.vereiste_kenmerken, s.id
  from plaatsingsvoorstel s join locatie l on l.id = s.locatie_id
  where s.regio_id = (select regio()) and s.status in ('voorgesteld', 'aanvaard') and s.vanaf < p_tot and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
  union all
  select b.plek_id, k.locatie_id, 'buiten_gebruik', b.van, b.tot, null, null, 0, k.product_id, '{}'::text[], null
  from buiten_gebruik b join plek k on k.id = b.plek_id join locatie l on l.id = k.locatie_id
  where b.regio_id = (select regio()) and daterange(b.van, b.tot) && daterange(p_van, p_tot) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
$$;
comment on function bezetting is 'Bezetting per plek in een periode, zonder personen.';
create policy kern on plaatsingsvoorstel for select to onderdak_kern using (true);
grant select on plaatsingsvoorstel, locatie, plek, buiten_gebruik to onderdak_kern;
alter function bezetting(date, date) owner to onderdak_kern;
revoke execute on function bezetting(date, date) from public;
grant execute on function bezetting(date, date) to onderdak_app;

-- The order of the list. Who may not see a person may still know that somebody stands above: the rank is regional.
create function wachtlijst_volgorde()
returns table (id uuid, product_id uuid, richting text, status text, rang int, aantal int, poort_open boolean, gesloten_poort int, voorrang boolean, trede int, besloten_op date, volgnummer bigint, dubbel boolean,
  personen int, kinderen int, geslacht text, vereiste_kenmerken text[], alleen_locatie_id uuid)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with regel as materialized (
    select r.domein, r.soort, r.volgorde, r.voorwaarde from prioriteitsregel r
    where r.regio_id = (select regio()) and r.van <= (select vandaag()) and (r.tot is null or r.tot > (select vandaag()))
  ), wachtend as materialized (
    select w.id, w.product_id, w.richting, w.status, w.voorrang_op, w.besloten_op, w.volgnummer, t.domein, coalesce(p.samengevoegd_in, p.id) as wie, array_remove(array[
        case when w.kinderen > 0 then 'gezin_met_kinderen' end,
        case when 'acuut_onveilig' = any (w.eigenschappen) then 'acuut_onveilig' end,
        case when 'buiten_slapen' = any (w.eigenschappen) then 'buiten_slapen' end,
        case when w.overbrugging = 'opvang' then 'overbrugging_elders' end,
        case when exists (select 1 from verblijf v where v.persoon_id = w.persoon_id and v.geeindigd_op is null and v.uitstroomgereed_op <= (select vandaag())) then 'uitstroomgereed' end,
        case when coalesce(p.geboortedatum > (select vandaag()) - interval '23 years', p.geboortejaar > extract(year from (select vandaag())) - 23, false) then 'jonger_dan_23' end,
        case when 'herinstroom' = any (w.eigenschappen) or exists (select 1 from verblijf v where v.persoon_id = w.persoon_id and v.geeindigd_op <= (select vandaag())
          and v.eindreden not in ('verhuisd', 'doorstroom')) then 'herinstroom' end,
        case when 'regiobinding' = any (w.eigenschappen) or exists (select 1 from regio_gemeente g where g.regio_id = w.regio_id and g.gemeente_code = p.herkomst_gemeente
          and g.van <= (select vandaag()) and (g.tot is null or g.tot > (select vandaag()))) then 'regiobinding' end,
        case when t.toegang <> 'beschikking' or exists (select 1 from beschikking b where b.persoon_id = w.persoon_id and b.product_id = w.product_id and b.status = 'beschikt'
          and b.soort in ('toekenning', 'herziening') and b.geldig_van <= (select vandaag()) and (b.geldig_tot is null or b.geldig_tot > (select vandaag()))) then 'beschikking_geldig' end,
        case when w.plaatsbaar_op <= (select vandaag()) and w.status <> 'opgeschort' then 'plaatsbaar' end,
        'altijd'], null) as eigenschappen,
      w.personen, w.kinderen, p.geslacht, w.vereiste_kenmerken, case when w.wachtreden = 'wil_bepaalde_plek' then w.voorkeur_locatie_id end as alleen_locatie_id
    from wachtlijstplaatsing w join product t on t.id = w.product_id join persoon p on p.id = w.persoon_id
    where w.regio_id = (select regio()) and w.status in ('wachtend', 'opgeschort', 'voorgesteld')
  ), sleutel as materialized (
    select x.*,
      (select min(r.volgorde) from regel r where r.domein = x.domein and r.soort = 'poort' and not r.voorwaarde = any (x.eigenschappen)) as gesloten_poort,
      (select min(r.volgorde) from regel r where r.domein = x.domein and r.soort = 'trede' and r.voorwaarde = any (x.eigenschappen)) as trede
    from wachtend x
  )
  select s.id, s.product_id, s.richting, s.status,
    (row_number() over (partition by s.product_id, s.richting
      order by s.gesloten_poort is not null, s.voorrang_op is null, s.trede nulls last, s.besloten_op, s.volgnummer))::int,
    (count(*) over (partition by s.product_id, s.richting))::int,
    s.gesloten_poort is null, s.gesloten_poort, s.voorrang_op is not null, s.trede, s.besloten_op, s.volgnummer,
    count(*) over (partition by s.wie, s.product_id, s.richting) > 1,
    s.personen, s.kinderen, s.geslacht, s.vereiste_kenmerken, s.alleen_locatie_id
  from sleutel s
$$;
comment on function wachtlijst_volgorde is 'Rang van ieder die wacht, per product en richting, zonder wie het is: eerst de poorten, dan voorrang, treden, wachttijd en volgnummer.';

create function wachtlijst_tellingen()
returns table (product_id uuid, gemeente_code text, richting text, totaal boolean, dossiers int, personen int, registraties int, mediaan_dagen int, langste_dagen int, mediaan_dagen_gemeld int)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select w.product_id, w.gemeente_code, w.richting, grouping(w.richting) = 1,
    count(distinct coalesce(p.samengevoegd_in, p.id))::int, sum(w.personen)::int, count(*)::int,
    percentile_disc(0.5) within group (order by vandaag() - w.besloten_op), max(vandaag() - w.besloten_op),
    percentile_disc(0.5) within group (order by vandaag() - w.gemeld_op)
  from wachtlijstplaatsing w join persoon p on p.id = w.persoon_id
  where w.regio_id = regio() and w.status in ('wachtend', 'opgeschort', 'voorgesteld')
  group by grouping sets ((w.product_id, w.gemeente_code, w.richting), ())
$$;
comment on function wachtlijst_tellingen is 'Aantallen en wachttijden per product, gemeente en richting, zonder personen; de rij totaal telt iedereen één keer.';
create policy kern on beschikking for select to onderdak_kern using (true);
grant select on beschikking, product, prioriteitsregel, regio_gemeente to onderdak_kern;
do $$
declare f text;
begin
  foreach f in array array['wachtlijst_volgorde()', 'wachtlijst_tellingen()'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to onderdak_app', f);
  end loop;
end $$;

-- A secret location is visible as a row only to those with the right; others get a place without a name or town.
alter table locatie enable row level security, force row level security;
create policy zicht on locatie to onderdak_app
  using (regio_id = (select regio()) and (not is_geheim or (select inzage('vo')) or (select inzage('systeem')))) with check (regio_id = (select regio()));
create policy kern on locatie for select to onderdak_kern using (true);
alter table plek enable row level security, force row level security;
create policy zicht on plek to onderdak_app
  using (regio_id = (select regio()) and exists (select 1 from locatie l where l.id = plek.locatie_id)) with check (regio_id = (select regio()));
create policy kern on plek for select to onderdak_kern using (true);
alter table opening enable row level security, force row level security;
create policy zicht on opening to onderdak_app
  using (regio_id = (select regio()) and exists (select 1 from locatie l where l.id = opening.locatie_id)) with check (regio_id = (select regio()));
alter table buiten_gebruik enable row level security, force row level security;
create policy zicht on buiten_gebruik to onderdak_app
  using (regio_id = (select regio()) and exists (select 1 from plek k where k.id = buiten_gebruik.plek_id)) with check (regio_id = (select regio()));
create policy kern on buiten_gebruik for select to onderdak_kern using (true);
alter table voorziening enable row level security, force row level security;
create policy zicht on voorziening to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()));

grant select, insert, update on voorziening, locatie, opening, plek, buiten_gebruik to onderdak_app;
grant delete on buiten_gebruik to onderdak_app;

-- ── inlezen ─────────────────────────────────────────────────────────────────────────────────────────────────────────

create table inleesbestand (
  id uuid primary key,
  regio_id uuid not null references regio,
  organisatie_id uuid not null references organisatie,
  gebruiker_id uuid references gebruiker,
  soort text not null check (soort in ('plekken', 'verblijven', 'wachtlijst')),
  bestandsnaam text not null,
  sha256 text not null,
  bron text not null,
  peildatum date not null,
  status text not null check (status in ('gecontroleerd', 'afgekeurd', 'ingelezen')),
  rijen int not null,
  fouten jsonb not null default '[]',
  overgeslagen text[] not null default '{}',
  samenvatting text not null default '',
  inhoud_versleuteld text,
  gemaakt_op timestamptz not null,
  ingelezen_op timestamptz
);
create unique index inleesbestand_een_keer on inleesbestand (regio_id, soort, sha256) where status = 'ingelezen';
select beschrijf('inleesbestand', 'Bestanden die zijn aangeboden om in te lezen, met hun fouten; elk bestand wordt hooguit één keer ingelezen.', 'organisatie_id: Organisatie die het aanbood.', 'gebruiker_id: Wie het aanbood; leeg bij inlezen via de opdrachtregel.', 'soort: Wat erin staat.', 'bestandsnaam: Naam van het bestand.', 'sha256: Vingerafdruk van de inhoud.', 'bron: Waar de gegevens vandaan komen.', 'peildatum: Dag waarop de gegevens golden.', 'status: Stand.', 'rijen: Aantal rijen.', 'fouten: Meldingen per rij en kolom, zonder de ingevulde waarde.', 'overgeslagen: Kolommen die niet worden ingelezen.', 'samenvatting: Wat er wordt ingelezen, in één zin.', 'inhoud_versleuteld: Het gecontroleerde bestand, versleuteld, om later in te lezen; leeg zodra het is ingelezen, is afgekeurd of na zeven dagen.', 'gemaakt_op: Moment van aanbieden.', 'ingelezen_op: Moment van inlezen; leeg zolang niet.');
alter table inleesbestand enable row level security, force row level security;
create policy eigen on inleesbestand to onderdak_app using (regio_id = (select regio()) and (organisatie_id = (select organisatie()) or (select inzage('systeem')))) with check (regio_id = (select regio()));
grant select, insert, update on inleesbestand to onderdak_app;

-- ── Niemand uit beeld, the other way round ──────────────────────────────────────────────────────────────────────────

create function heeft_open_situatie(p_personen uuid[]) returns boolean language sql stable security definer set search_path = onderdak, pg_temp as $$
  select exists (select 1 from melding m where m.persoon_id = any (p_personen) and m.status not in ('besloten', 'gesloten'))
    or exists (select 1 from wachtlijstplaatsing w where w.persoon_id = any (p_personen) and w.status in ('wachtend', 'opgeschort', 'voorgesteld'))
    or exists (select 1 from verblijf_persoon v where v.persoon_id = any (p_personen) and v.tot is null)
$$;
comment on function heeft_open_situatie is 'Of een van deze dossiers een open melding, wachtplaats of verblijf heeft.';

-- One person may have several files that were merged: together they need one open opvolging, on the file that counts.
create function eis_niets_open() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  rij jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  wie uuid := (case when tg_table_name = 'persoon' then rij ->> 'id' else rij ->> 'persoon_id' end)::uuid;
  geldt uuid := (select coalesce(p.samengevoegd_in, p.id) from persoon p where p.id = wie);
begin
  if wie is null then
    if exists (select 1 from melding m where m.id = (rij ->> 'melding_id')::uuid and m.persoon_id is null and m.status not in ('besloten', 'gesloten'))
      and not exists (select 1 from opvolging o where o.melding_id = (rij ->> 'melding_id')::uuid and o.status = 'open') then
      raise exception 'melding % is nog open', rij ->> 'melding_id' using errcode = '23514', constraint = 'opvolging_nog_iets_open';
    end if;
  elsif not exists (select 1 from opvolging o where o.persoon_id = geldt and o.status = 'open')
    and heeft_open_situatie(array(select p.id from persoon p where geldt in (p.id, p.samengevoegd_in))) then
    raise exception 'persoon % heeft nog een open situatie', wie using errcode = '23514', constraint = 'opvolging_nog_iets_open';
  end if;
  return null;
end $$;
comment on function eis_niets_open is 'Weigert het afsluiten van de opvolging zolang er nog een melding, wachtplaats of verblijf open is.';
create policy kern on melding for select to onderdak_kern using (true);
create policy kern on wachtlijstplaatsing for select to onderdak_kern using (true);
grant select on melding, wachtlijstplaatsing to onderdak_kern;
alter function eis_niets_open() owner to onderdak_kern;
alter function heeft_open_situatie(uuid[]) owner to onderdak_kern;
revoke execute on function heeft_open_situatie(uuid[]) from public;
create constraint trigger nog_iets_open after update of status on opvolging deferrable initially deferred
  for each row when (new.status = 'afgesloten') execute function eis_niets_open();
create constraint trigger nog_iets_open_zonder_rij after delete on opvolging deferrable initially deferred
  for each row execute function eis_niets_open();
create constraint trigger nog_iets_open_na_samenvoegen after update of samengevoegd_in on persoon deferrable initially deferred
  for each row execute function eis_niets_open();

-- ── What a change of configuration hits: counts only, also for who may not see persons ──────────────────────────────

create policy kern on onderzoek for select to onderdak_kern using (true);
create policy kern on besluit for select to onderdak_kern using (true);
grant select on onderzoek, beschikking, besluit, product to onderdak_kern;

create function telling_termijn(p_code text)
returns table (begin_op timestamptz, uiterlijk_op timestamptz, aantal int) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select begin_op, uiterlijk_op, count(*)::int from (
    select m.meldingsdatum::timestamp at time zone 'Europe/Amsterdam' as begin_op, o.uiterlijk_op::timestamp at time zone 'Europe/Amsterdam' as uiterlijk_op
    from onderzoek o join melding m on m.id = o.melding_id
    where p_code = 'onderzoek' and o.regio_id = regio() and o.afgerond_op is null and m.status not in ('besloten', 'gesloten')
    union all
    select b.aangevraagd_op::timestamp at time zone 'Europe/Amsterdam', b.uiterlijk_op::timestamp at time zone 'Europe/Amsterdam'
    from beschikking b where p_code = 'beschikking' and b.regio_id = regio() and b.status = 'aangevraagd'
    union all
    select b.beschikt_op::timestamp at time zone 'Europe/Amsterdam', b.heronderzoek_op::timestamp at time zone 'Europe/Amsterdam'
    from beschikking b where p_code = 'heronderzoek' and b.regio_id = regio() and b.status = 'beschikt' and b.heronderzoek_op >= vandaag()
    union all
    select w.laatst_bevestigd_op::timestamp at time zone 'Europe/Amsterdam', w.bevestigen_voor::timestamp at time zone 'Europe/Amsterdam'
    from wachtlijstplaatsing w where p_code = 'wachtlijst_bevestigen' and w.regio_id = regio() and w.status in ('wachtend', 'opgeschort', 'voorgesteld')
    union all
    select s.voorgesteld_op, s.reageren_voor from plaatsingsvoorstel s where p_code = 'voorstel_antwoord' and s.regio_id = regio() and s.status = 'voorgesteld'
  ) lopend group by begin_op, uiterlijk_op order by begin_op, uiterlijk_op
$$;
comment on function telling_termijn is 'Hoeveel zaken er onder een termijn lopen, per begin en uiterste moment, zonder personen.';

create function telling_verblijven(p_product uuid)
returns table (begonnen_op date, uiterlijk_op date, verlengd boolean, aantal int) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select v.begonnen_op, v.uiterlijk_op, v.overschrijding_reden is not null, count(*)::int
  from verblijf v where v.regio_id = regio() and v.product_id = p_product and v.geeindigd_op is null
  group by 1, 2, 3 order by 1, 2, 3
$$;
comment on function telling_verblijven is 'Hoeveel lopende verblijven een product heeft, per begin en uiterste dag, zonder personen.';

create function telling_wachtenden(p_domein text)
returns table (eigenschappen text[], aantal int) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select e, count(*)::int from (
    select array(select distinct x from unnest(w.eigenschappen || case when w.kinderen > 0 then array['gezin_met_kinderen'] else '{}' end
      || case when w.plaatsbaar_op <= vandaag() then array['plaatsbaar'] else '{}' end) x order by x) as e
    from wachtlijstplaatsing w join product p on p.id = w.product_id
    where w.regio_id = regio() and p.domein = p_domein and w.status in ('wachtend', 'opgeschort', 'voorgesteld')
  ) wachtend group by e order by e
$$;
comment on function telling_wachtenden is 'Hoeveel er wachten in een deel van de keten, per set eigenschappen waar de volgorderegels naar kijken, zonder personen.';

create function telling_zaken(p_soort text, p_waarde text)
returns int language sql stable security definer set search_path = onderdak, pg_temp as $$
  select case p_soort
    when 'meldingen' then (select count(*) from melding m where m.regio_id = regio() and m.domein = p_waarde and m.status not in ('besloten', 'gesloten'))
    when 'aanvragen' then (select count(*) from beschikking b where b.regio_id = regio() and b.namens_gemeente = p_waarde and b.status = 'aangevraagd')
    when 'eerder_geweigerd' then (select count(*) from wachtlijstplaatsing w where w.regio_id = regio() and w.aantal_weigeringen > 0 and w.status in ('wachtend', 'opgeschort', 'voorgesteld'))
  end::int
$$;
comment on function telling_zaken is 'Hoeveel open zaken een wijziging raakt: meldingen per domein, aanvragen per gemeente of wachtenden die eerder weigerden.';

-- A rule that a decision points to never changes its content: a change is a new row from a later day (TOE-12, TOE-22).
create function eis_niet_gebruikt() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if (to_jsonb(new) - array['tot', 'versie', 'bron']) is distinct from (to_jsonb(old) - array['tot', 'versie', 'bron']) and (
    exists (select 1 from besluit b where old.id in (b.criteria_id, b.mandaat_id)) or exists (select 1 from beschikking b where b.mandaat_id = old.id)
  ) then
    raise exception 'regel % is al gebruikt in een besluit', old.id using errcode = '23514', constraint = 'regel_al_gebruikt';
  end if;
  return new;
end $$;
comment on function eis_niet_gebruikt is 'Weigert een andere inhoud voor criteria of een mandaat waarop al een besluit rust; een nieuwe versie is een nieuwe rij.';

do $$
declare f text;
begin
  foreach f in array array['telling_termijn(text)', 'telling_verblijven(uuid)', 'telling_wachtenden(text)', 'telling_zaken(text,text)'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to onderdak_app', f);
  end loop;
end $$;
alter function eis_niet_gebruikt() owner to onderdak_kern;
create trigger regel_al_gebruikt before update on criteria for each row execute function eis_niet_gebruikt();
create trigger regel_al_gebruikt before update on mandaat for each row execute function eis_niet_gebruikt();
