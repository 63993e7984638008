-- beheer: organisations, users, roles, mandates and the dated configuration of a region.

create table gemeente (code text primary key check (code ~ '^GM\d{4}$'), naam text not null unique);
select beschrijf('gemeente', 'Nederlandse gemeenten met CBS-code (stand 2026).', 'code: CBS-code, GM en vier cijfers.', 'naam: Naam van de gemeente.');

create table regio_gemeente (
  regio_id uuid not null references regio,
  gemeente_code text not null references gemeente,
  is_centrumgemeente boolean not null default false,
  inwoners int check (inwoners > 0),
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  primary key (regio_id, gemeente_code, van),
  constraint regio_gemeente_overlapt_niet exclude using gist (regio_id with =, gemeente_code with =, daterange(van, tot) with &&)
);
select beschrijf('regio_gemeente', 'Welke gemeenten bij een regio horen.', 'gemeente_code: CBS-code.', 'is_centrumgemeente: Waar voor de centrumgemeente.',
  'inwoners: Aantal inwoners, als dat bekend is.');

create table organisatie (
  id uuid primary key,
  regio_id uuid not null references regio,
  naam text not null,
  soort text not null check (soort in ('gemeente', 'toegang', 'aanbieder', 'corporatie', 'uitvoeringsorganisatie', 'veilig_thuis', 'zorgkantoor', 'welzijn', 'overig')),
  taken text[] not null default '{}' check (taken <@ array['lokale_toegang', 'regionale_toegang', 'beschikken', 'wachtlijst', 'aanbieden', 'vo_coordinatie', 'urgentie', 'nazorg', 'coordinatie']),
  gemeente_code text references gemeente,
  agb_code text check (agb_code ~ '^\d{8}$'),
  kvk_nummer text check (kvk_nummer ~ '^\d{8}$'),
  telefoon text,
  openingstijden text,
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  constraint organisatie_naam_uniek unique (regio_id, naam)
);
select beschrijf('organisatie', 'Organisaties in de keten van een regio en wat zij daarin doen.', 'naam: Naam.', 'soort: Soort organisatie.',
  'taken: Taken in de keten; bepalen bijvoorbeeld wie de wachtlijst beheert.', 'gemeente_code: Gemeente waarvoor zij werkt; leeg als dat de hele regio is.',
  'agb_code: AGB-code van een aanbieder, als die bekend is.', 'kvk_nummer: Nummer bij de Kamer van Koophandel, als dat bekend is.',
  'telefoon: Algemeen telefoonnummer; leeg als onbekend.', 'openingstijden: Wanneer en hoe men terechtkan; leeg als onbekend.');

create table gebruiker (
  id uuid primary key,
  regio_id uuid not null references regio,
  organisatie_id uuid not null references organisatie,
  gebruikersnaam text not null,
  naam text not null,
  email text,
  wachtwoord_hash text,
  totp_geheim text,
  totp_laatste_stap bigint,
  oidc_onderwerp text,
  mislukte_pogingen int not null default 0,
  geblokkeerd_tot timestamptz,
  van date not null,
  tot date check (tot > van),
  versie int not null default 1,
  constraint gebruiker_naam_uniek unique (gebruikersnaam),
  constraint gebruiker_oidc_uniek unique (oidc_onderwerp)
);
create index gebruiker_organisatie on gebruiker (regio_id, organisatie_id);
select beschrijf('gebruiker', 'Medewerkers met toegang; elk persoonlijk, geen groepsaccounts.', 'organisatie_id: Organisatie waarvoor de medewerker werkt.',
  'gebruikersnaam: Naam om mee in te loggen, in kleine letters.', 'naam: Naam op het scherm.', 'email: E-mailadres; leeg als onbekend.',
  'wachtwoord_hash: Argon2id van het wachtwoord; leeg bij inloggen via de eigen organisatie.', 'totp_geheim: Versleuteld geheim voor de tweede factor; leeg bij inloggen via de eigen organisatie.',
  'totp_laatste_stap: Laatst gebruikte tijdstap, zodat een code maar een keer werkt.', 'oidc_onderwerp: Uitgever en kenmerk bij inloggen via de eigen organisatie; leeg bij een lokaal account.',
  'mislukte_pogingen: Mislukte aanmeldingen op rij.', 'geblokkeerd_tot: Tot dit moment geweigerd na te veel pogingen; leeg als niet geblokkeerd.');

create table rol (code text primary key, naam text not null, omschrijving text not null, volgorde int not null);
select beschrijf('rol', 'Rollen van gebruikers.', 'code: Code van de rol.', 'naam: Naam op het scherm.', 'omschrijving: Wat iemand in deze rol doet.', 'volgorde: Volgorde in lijsten.');

create table gebruiker_rol (
  regio_id uuid not null references regio,
  gebruiker_id uuid not null references gebruiker,
  rol_code text not null references rol,
  van date not null,
  tot date check (tot > van),
  versie int not null default 1,
  primary key (regio_id, gebruiker_id, rol_code, van),
  constraint gebruiker_rol_overlapt_niet exclude using gist (regio_id with =, gebruiker_id with =, rol_code with =, daterange(van, tot) with &&)
);
select beschrijf('gebruiker_rol', 'Welke rollen een gebruiker heeft en wanneer.', 'gebruiker_id: Gebruiker.', 'rol_code: Rol.');

create table rol_permissie (
  regio_id uuid not null references regio,
  rol_code text not null references rol,
  permissie text not null,
  van date not null,
  tot date check (tot > van),
  versie int not null default 1,
  primary key (regio_id, rol_code, permissie, van),
  constraint rol_permissie_overlapt_niet exclude using gist (regio_id with =, rol_code with =, permissie with =, daterange(van, tot) with &&)
);
select beschrijf('rol_permissie', 'Wat een rol in een regio mag; met datum, zodat terug te zien is wat wanneer gold.', 'rol_code: Rol.', 'permissie: Wat mag, als zelfstandig naamwoord punt werkwoord.');

create table sessie (
  token_hash bytea primary key,
  regio_id uuid not null references regio,
  gebruiker_id uuid not null references gebruiker,
  rol_code text not null references rol,
  aangemaakt_op timestamptz not null,
  laatst_gebruikt_op timestamptz not null,
  verloopt_op timestamptz not null,
  ingetrokken_op timestamptz,
  netwerkadres text not null,
  apparaat text not null
);
create index sessie_gebruiker on sessie (gebruiker_id);
select beschrijf('sessie', 'Aangemelde sessies; het token zelf staat alleen in de cookie.', 'token_hash: SHA-256 van het token.', 'gebruiker_id: Wie is aangemeld.',
  'rol_code: Rol waarin nu wordt gewerkt.', 'laatst_gebruikt_op: Laatste verzoek (op de minuut nauwkeurig).', 'verloopt_op: Uiterste einde.',
  'ingetrokken_op: Moment van uitloggen of intrekken; leeg zolang de sessie geldt.', 'netwerkadres: Adres bij aanmelden.', 'apparaat: Browser bij aanmelden.');

create table mandaat (
  id uuid primary key,
  regio_id uuid not null references regio,
  gemeente_code text not null references gemeente,
  organisatie_id uuid not null references organisatie,
  domein text not null check (domein in ('BW', 'MO', 'VO')),
  grondslag text not null,
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  constraint mandaat_overlapt_niet exclude using gist (regio_id with =, gemeente_code with =, domein with =, daterange(van, tot) with &&)
);
select beschrijf('mandaat', 'Welke organisatie namens welke gemeente beslist (Wmo 2015 art. 2.6.3).', 'gemeente_code: Gemeente namens welke wordt beslist.',
  'organisatie_id: Organisatie die beslist.', 'domein: BW, MO of VO.', 'grondslag: Besluit of overeenkomst waarop het mandaat rust.');

-- ── Dated configuration ─────────────────────────────────────────────────────────────────────────────────────────────

create table product (
  id uuid primary key,
  regio_id uuid not null references regio,
  code text not null,
  naam text not null,
  domein text not null check (domein in ('BW', 'BT', 'MO', 'VO', 'WONEN')),
  omschrijving text not null default '',
  nachtregistratie boolean not null default false,
  gezinnen text not null default 'ja' check (gezinnen in ('ja', 'nee', 'alleen')),
  toegang text not null default 'besluit' check (toegang in ('besluit', 'beschikking', 'direct')),
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  constraint product_code_uniek unique (regio_id, code)
);
select beschrijf('product', 'Zorg- en opvangproducten van een regio.', 'code: Code.', 'naam: Naam.', 'domein: Deel van de keten.', 'omschrijving: Wat het is.',
  'nachtregistratie: Waar als de aanwezigheid per nacht wordt bijgehouden.', 'gezinnen: Of huishoudens met kinderen hier terechtkunnen: ja, nee of alleen.',
  'toegang: Wat nodig is om te mogen wachten: een besluit, een beschikking of niets.');

create table product_regel (
  regio_id uuid not null references regio,
  product_id uuid not null references product,
  van date not null,
  tot date check (tot > van),
  maximum_aantal int check (maximum_aantal > 0),
  maximum_eenheid text check (maximum_eenheid in ('dagen', 'weken', 'maanden')),
  waarschuw_dagen int not null default 28 check (waarschuw_dagen >= 0),
  bron text,
  versie int not null default 1,
  primary key (regio_id, product_id, van),
  check ((maximum_aantal is null) = (maximum_eenheid is null)),
  constraint product_regel_overlapt_niet exclude using gist (regio_id with =, product_id with =, daterange(van, tot) with &&)
);
select beschrijf('product_regel', 'Langste verblijf per product, met ingangsdatum.', 'product_id: Product.', 'maximum_aantal: Langste verblijf; leeg als er geen grens is.',
  'maximum_eenheid: Eenheid van het maximum; leeg als er geen grens is.', 'waarschuw_dagen: Hoeveel dagen voor het einde het sein komt.');

create table termijn (
  regio_id uuid not null references regio,
  code text not null,
  naam text not null,
  aantal int not null check (aantal > 0),
  eenheid text not null check (eenheid in ('uren', 'dagen', 'weken', 'maanden', 'werkdagen')),
  wettelijk boolean not null default false,
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  primary key (regio_id, code, van),
  constraint termijn_overlapt_niet exclude using gist (regio_id with =, code with =, daterange(van, tot) with &&)
);
select beschrijf('termijn', 'Termijnen van een regio, met ingangsdatum; wettelijke termijnen schuiven door naar een werkdag.', 'code: Code.', 'naam: Naam.', 'aantal: Lengte.', 'eenheid: Eenheid.',
  'wettelijk: Waar als de Algemene termijnenwet geldt.');

create table criteria (
  id uuid primary key,
  regio_id uuid not null references regio,
  domein text not null check (domein in ('BW', 'BT', 'MO', 'VO', 'WONEN')),
  naam text not null,
  vragen jsonb not null,
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  constraint criteria_overlapt_niet exclude using gist (regio_id with =, domein with =, daterange(van, tot) with &&)
);
select beschrijf('criteria', 'Beleidsregels toegang per domein: versies met ingangsdatum. Een besluit wijst naar de versie die toen gold.', 'domein: Deel van de keten.', 'naam: Naam van de versie.',
  'vragen: Lijst van criteria: code, tekst en toelichting.');

create table prioriteitsregel (
  id uuid primary key,
  regio_id uuid not null references regio,
  domein text not null check (domein in ('BW', 'BT', 'MO', 'VO', 'WONEN')),
  soort text not null check (soort in ('poort', 'trede')),
  volgorde int not null,
  voorwaarde text not null check (voorwaarde in ('gezin_met_kinderen', 'acuut_onveilig', 'buiten_slapen', 'overbrugging_elders', 'uitstroomgereed', 'jonger_dan_23', 'herinstroom', 'regiobinding', 'beschikking_geldig', 'plaatsbaar', 'altijd')),
  naam text not null,
  uitleg text not null,
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  constraint prioriteitsregel_overlapt_niet exclude using gist (regio_id with =, domein with =, soort with =, volgorde with =, daterange(van, tot) with &&)
);
select beschrijf('prioriteitsregel', 'Volgorde op de wachtlijst: eerst poorten (voldoet u?), dan treden (wie eerst?), dan wachttijd.', 'domein: Deel van de keten.', 'soort: poort of trede.',
  'volgorde: Volgorde; een lagere trede gaat voor.', 'voorwaarde: Welke eigenschap telt.', 'naam: Naam op het scherm.', 'uitleg: Zin in gewone taal, voor de uitleg waarom iemand hier staat.');

create table fase (
  regio_id uuid not null references regio,
  domein text not null check (domein in ('BW', 'BT', 'MO', 'VO', 'WONEN')),
  volgorde int not null,
  code text not null,
  naam text not null,
  omschrijving text not null default '',
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  primary key (regio_id, domein, code, van),
  constraint fase_overlapt_niet exclude using gist (regio_id with =, domein with =, code with =, daterange(van, tot) with &&)
);
select beschrijf('fase', 'Fasen van een traject per domein.', 'domein: Deel van de keten.', 'volgorde: Volgorde.', 'code: Code.', 'naam: Naam.', 'omschrijving: Wat er in deze fase gebeurt.');

create table keuze (
  regio_id uuid not null references regio,
  lijst text not null,
  code text not null,
  naam text not null,
  volgorde int not null default 0,
  uitleg text not null default '',
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  primary key (regio_id, lijst, code, van),
  constraint keuze_overlapt_niet exclude using gist (regio_id with =, lijst with =, code with =, daterange(van, tot) with &&)
);
select beschrijf('keuze', 'Keuzelijsten van een regio (kanalen, redenen, leefgebieden, cliëntprofielen, kenmerken, bestemmingen), met ingangsdatum.', 'lijst: Welke lijst.', 'code: Code.', 'naam: Naam op het scherm.',
  'volgorde: Volgorde.', 'uitleg: Toelichting.');

create table instelling (
  regio_id uuid not null references regio,
  code text not null,
  naam text not null,
  waarde text not null,
  soort text not null check (soort in ('getal', 'ja_nee', 'tekst')),
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  primary key (regio_id, code, van),
  constraint instelling_overlapt_niet exclude using gist (regio_id with =, code with =, daterange(van, tot) with &&)
);
select beschrijf('instelling', 'Losse instellingen van een regio, met ingangsdatum.', 'code: Code.', 'naam: Naam.', 'waarde: Waarde als tekst.', 'soort: Hoe de waarde te lezen.');

create table bronconflict (
  id uuid primary key,
  regio_id uuid not null references regio,
  onderwerp text not null,
  waarde_a text not null,
  bron_a text not null,
  waarde_b text not null,
  bron_b text not null,
  gebruikt text not null,
  toelichting text not null
);
select beschrijf('bronconflict', 'Waar twee bronnen elkaar tegenspreken: beide waarden blijven staan, met welke gebruikt wordt.', 'onderwerp: Waarover.', 'waarde_a: Eerste waarde.', 'bron_a: Bron van de eerste.',
  'waarde_b: Tweede waarde.', 'bron_b: Bron van de tweede.', 'gebruikt: Welke waarde het systeem gebruikt.', 'toelichting: Waarom.');

create table broncijfer (
  id uuid primary key,
  regio_id uuid not null references regio,
  onderwerp text not null,
  rij text not null,
  kolom text not null,
  waarde numeric not null,
  eenheid text not null,
  peildatum date,
  bron text not null,
  constraint broncijfer_uniek unique nulls not distinct (regio_id, onderwerp, rij, kolom, peildatum, bron)
);
select beschrijf('broncijfer', 'Cijfers uit beleidsstukken die niet tot personen te herleiden zijn, met bron en peildatum.', 'onderwerp: Welke tabel of telling.', 'rij: Rij in de bron.', 'kolom: Kolom in de bron.',
  'waarde: Getal.', 'eenheid: Wat geteld wordt.', 'peildatum: Dag of begin van de periode waarop het cijfer slaat; leeg als de bron die niet noemt.');

-- ── Rights ──────────────────────────────────────────────────────────────────────────────────────────────────────────

grant select on all tables in schema onderdak to onderdak_app;
revoke select on audit_kop from onderdak_app;
grant insert, update on regio_gemeente, organisatie, gebruiker, gebruiker_rol, rol_permissie, sessie, mandaat, product, product_regel,
  termijn, criteria, prioriteitsregel, fase, keuze, instelling, bronconflict, broncijfer to onderdak_app;
grant insert on gemeente, rol to onderdak_app;
grant delete on regio_gemeente, gebruiker_rol, rol_permissie, sessie, product_regel, termijn, criteria, prioriteitsregel, fase, keuze, instelling, mandaat to onderdak_app;
