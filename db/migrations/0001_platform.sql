-- Platform: who is asking (transaction settings), the append-only books (gebeurtenis, audit), idempotency, sessions, drafts.
-- Roles are made by the migrator (they are cluster-wide): onderdak_eigenaar owns everything, onderdak_app is what the
-- application runs as, onderdak_kern owns the few SECURITY DEFINER functions that must look past row-level security.

-- ── Describing and protecting tables ────────────────────────────────────────────────────────────────────────────────

create function beschrijf(tabel regclass, tekst text, variadic kolommen text[] default '{}') returns void
language plpgsql as $$
declare
  regel text;
  vast constant jsonb := '{
    "id": "Kenmerk (UUIDv7, door de applicatie gemaakt).",
    "regio_id": "Regio waartoe de rij hoort; eerste deel van elke sleutel.",
    "persoon_id": "Persoon over wie de rij gaat; bepaalt wie de rij mag zien.",
    "versie": "Volgnummer van de laatste wijziging; een schrijver met een ouder nummer wordt geweigerd.",
    "van": "Eerste dag waarop de rij geldt.",
    "tot": "Eerste dag waarop de rij niet meer geldt; leeg zolang er geen einde is.",
    "bron": "Waar het gegeven vandaan komt (document en paragraaf, of invoer).",
    "aangemaakt_op": "Moment waarop de rij is vastgelegd.",
    "gewijzigd_op": "Moment van de laatste inhoudelijke wijziging.",
    "gewijzigd_door": "Gebruiker die de rij het laatst wijzigde; leeg bij een taak van het systeem."
  }';
  kolom record;
begin
  execute format('comment on table %s is %L', tabel, tekst);
  for kolom in select attname from pg_attribute where attrelid = tabel and attnum > 0 and not attisdropped and vast ? attname loop
    execute format('comment on column %s.%I is %L', tabel, kolom.attname, vast ->> kolom.attname::text);
  end loop;
  foreach regel in array kolommen loop
    execute format('comment on column %s.%I is %L', tabel, split_part(regel, ':', 1), btrim(substr(regel, strpos(regel, ':') + 1)));
  end loop;
end $$;
comment on function beschrijf is 'Schrijft de toelichting op een tabel en haar kolommen; vaste kolommen krijgen een vaste tekst.';

-- ── Who is asking: settings of one transaction ──────────────────────────────────────────────────────────────────────

create function regio() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.regio', true), '')::uuid;
create function organisatie() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisatie', true), '')::uuid;
create function gebruiker() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.gebruiker', true), '')::uuid;
create function vandaag() returns date language sql stable parallel safe
  return coalesce(nullif(current_setting('app.vandaag', true), '')::date, (now() at time zone 'Europe/Amsterdam')::date);
create function nu() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(current_setting('app.nu', true), '')::timestamptz, now());
create function inzage(groep text) returns boolean language sql stable parallel safe
  return groep = any (string_to_array(current_setting('app.inzage', true), ','));
comment on function regio is 'Regio van de vrager, gezet per transactie.';
comment on function organisatie is 'Organisatie van de vrager, gezet per transactie.';
comment on function gebruiker is 'Gebruiker die vraagt, gezet per transactie.';
comment on function vandaag is 'De dag volgens de klok van de applicatie.';
comment on function nu is 'Het moment volgens de klok van de applicatie.';
comment on function inzage is 'Of de vrager een groep gegevens mag inzien: personen, vo, geheim, bsn, audit of systeem.';

-- ── Region: the tenant ──────────────────────────────────────────────────────────────────────────────────────────────

create table regio (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z][A-Z0-9_]{1,11}$'),
  naam text not null,
  is_demo boolean not null default false,
  versie int not null default 1
);
select beschrijf('regio', 'Regio: de huurder van het systeem. Alles wat een getal, termijn, code of stap is, is instelling van een regio.',
  'code: Korte code, bijvoorbeeld MVS.', 'naam: Naam van de regio.',
  'is_demo: Waar als alle personen in deze regio verzonnen zijn; elk scherm en document zegt dat.');

-- ── Append-only books ───────────────────────────────────────────────────────────────────────────────────────────────

create table gebeurtenis (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid,
  soort text not null,
  onderwerp_soort text not null,
  onderwerp_id uuid not null,
  op date not null,
  vastgelegd_op timestamptz not null,
  gebruiker_id uuid,
  organisatie_id uuid,
  idempotentie_sleutel text not null,
  idempotentie_volgnummer int not null,
  gegevens jsonb not null default '{}',
  corrigeert_id uuid references gebeurtenis,
  constraint gebeurtenis_idempotent unique nulls not distinct (regio_id, gebruiker_id, idempotentie_sleutel, idempotentie_volgnummer)
);
create index gebeurtenis_persoon on gebeurtenis (regio_id, persoon_id, op);
create index gebeurtenis_onderwerp on gebeurtenis (regio_id, onderwerp_id, vastgelegd_op);
create index gebeurtenis_soort on gebeurtenis (regio_id, soort, op);
select beschrijf('gebeurtenis', 'Wat er gebeurde, alleen toevoegen: de dag waarop het zo was en het moment waarop wij het vastlegden. Een fout wordt hersteld met een nieuwe rij.',
  'soort: Naam van de gebeurtenis, bijvoorbeeld VerblijfGestart.', 'onderwerp_soort: Tabel waarover het gaat.',
  'onderwerp_id: Rij waarover het gaat.', 'op: Dag waarop het zo was.', 'vastgelegd_op: Moment waarop wij het leerden.',
  'persoon_id: Persoon over wie het gaat; leeg als het niet over een persoon gaat.',
  'gebruiker_id: Wie het vastlegde; leeg bij een taak van het systeem.', 'organisatie_id: Namens welke organisatie; leeg bij een taak van het systeem.',
  'idempotentie_sleutel: Sleutel van het verzoek, zodat hetzelfde verzoek nooit twee keer telt.',
  'idempotentie_volgnummer: Volgorde binnen het verzoek.', 'gegevens: Losse bijzonderheden bij de gebeurtenis.',
  'corrigeert_id: Eerdere gebeurtenis die hiermee is hersteld; leeg als het geen herstel is.');

create table audit (
  regio_id uuid not null references regio,
  volgnummer bigint not null,
  tijd timestamptz not null,
  gebeurtenis text not null,
  actie char(1) not null check (actie in ('C', 'R', 'U', 'D', 'E')),
  uitkomst int not null,
  gebruiker_id uuid,
  gebruiker_naam text not null,
  organisatie_id uuid,
  rol text not null,
  doel text not null,
  route text not null,
  onderwerp_id uuid,
  personen uuid[] not null default '{}',
  verzoek_id uuid not null,
  netwerkadres text not null,
  noodprocedure boolean not null default false,
  toelichting text,
  vorige_hash bytea not null,
  hash bytea not null,
  primary key (regio_id, volgnummer)
);
create index audit_personen on audit using gin (personen);
create index audit_tijd on audit (regio_id, tijd);
select beschrijf('audit', 'Wie keek of schreef wat (NEN 7513), alleen toevoegen, per regio aaneengeketend met een hash.',
  'volgnummer: Plaats in de ketting van de regio, vanaf 1 zonder gaten.', 'tijd: Moment van de handeling.',
  'gebeurtenis: Wat er gebeurde, bijvoorbeeld dossier.ingezien.', 'actie: C maken, R lezen, U wijzigen, D verwijderen, E uitvoeren.',
  'uitkomst: 0 gelukt, 4 geweigerd.', 'gebruiker_id: Wie; leeg bij een taak van het systeem.', 'gebruiker_naam: Naam van de gebruiker of taak op dat moment.',
  'organisatie_id: Namens welke organisatie; leeg bij een taak van het systeem.', 'rol: Rol waarin.', 'doel: Waarvoor.', 'route: Methode en pad van de API, zonder gegevens van personen.',
  'onderwerp_id: Rij waar het om ging; leeg bij een lijst.', 'personen: Alle personen van wie gegevens zijn gezien of gewijzigd.',
  'verzoek_id: Kenmerk van het verzoek, ook in het technische logboek.', 'netwerkadres: Adres waar het verzoek vandaan kwam.',
  'noodprocedure: Waar als het dossier met de noodprocedure is geopend.', 'toelichting: Reden of bijzonderheid; leeg als die er niet is.',
  'vorige_hash: Hash van de vorige rij van de regio.', 'hash: SHA-256 over de vorige hash en alle velden van deze rij.');

create table audit_kop (regio_id uuid primary key references regio, volgnummer bigint not null, hash bytea not null);
select beschrijf('audit_kop', 'Laatste schakel van de auditketting per regio; alleen de trigger op audit schrijft hier.',
  'volgnummer: Laatste volgnummer.', 'hash: Hash van de laatste rij.');

create function audit_hash(a audit) returns bytea language sql immutable parallel safe
  return sha256(a.vorige_hash || convert_to(jsonb_build_array(
    a.regio_id, a.volgnummer, (extract(epoch from a.tijd) * 1000000)::bigint, a.gebeurtenis, a.actie, a.uitkomst, a.gebruiker_id,
    a.gebruiker_naam, a.organisatie_id, a.rol, a.doel, a.route, a.onderwerp_id, to_jsonb(a.personen), a.verzoek_id, a.netwerkadres,
    a.noodprocedure, a.toelichting)::text, 'UTF8'));
comment on function audit_hash is 'Hash van een auditrij: SHA-256 over de vorige hash en de velden in vaste volgorde.';

-- The row lock on audit_kop makes the chain gapless: commands insert their audit row last, so it is held only for the commit.
create function audit_schakel() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  kop audit_kop;
begin
  insert into audit_kop values (new.regio_id, 0, sha256('begin')) on conflict (regio_id) do nothing;
  select * into strict kop from audit_kop where regio_id = new.regio_id for update;
  new.volgnummer := kop.volgnummer + 1;
  new.vorige_hash := kop.hash;
  new.hash := audit_hash(new);
  update audit_kop set volgnummer = new.volgnummer, hash = new.hash where regio_id = new.regio_id;
  return new;
end $$;
comment on function audit_schakel is 'Hangt een nieuwe auditrij aan de ketting van de regio.';
create trigger audit_schakel before insert on audit for each row execute function audit_schakel();

-- ── Idempotency, drafts ─────────────────────────────────────────────────────────────────────────────────────────────

create table verzoek (
  regio_id uuid not null references regio,
  gebruiker_id uuid not null,
  sleutel text not null,
  route text not null,
  inhoud_hash bytea not null,
  status int,
  antwoord jsonb,
  aangemaakt_op timestamptz not null,
  primary key (regio_id, gebruiker_id, sleutel)
);
create index verzoek_aangemaakt on verzoek (aangemaakt_op);
select beschrijf('verzoek', 'Geslaagde schrijfverzoeken met hun antwoord, zodat een herhaald verzoek hetzelfde antwoord krijgt. Wordt na een week opgeruimd.',
  'gebruiker_id: Wie het verzoek deed.', 'sleutel: Idempotency-Key van het verzoek.', 'route: Methode en pad.',
  'inhoud_hash: HMAC-SHA-256 van de inhoud; dezelfde sleutel met andere inhoud wordt geweigerd.', 'status: HTTP-status van het antwoord; leeg zolang het verzoek loopt.',
  'antwoord: Het antwoord; leeg zolang het verzoek loopt of als er geen inhoud was.');

create table concept (
  regio_id uuid not null references regio,
  gebruiker_id uuid not null,
  sleutel text not null check (length(sleutel) between 1 and 200),
  inhoud jsonb not null,
  bewaard_op timestamptz not null,
  primary key (regio_id, gebruiker_id, sleutel)
);
select beschrijf('concept', 'Half ingevulde formulieren van een gebruiker; alleen zichtbaar voor die gebruiker, na 30 dagen opgeruimd.',
  'gebruiker_id: Van wie het concept is.', 'sleutel: Welk formulier.', 'inhoud: De ingevulde velden.', 'bewaard_op: Moment van bewaren.');

-- ── Rights of the application role ──────────────────────────────────────────────────────────────────────────────────

grant usage on schema onderdak to onderdak_app, onderdak_kern;
grant execute on all functions in schema onderdak to onderdak_app, onderdak_kern;
revoke execute on function beschrijf from onderdak_app, onderdak_kern, public;
grant select on regio to onderdak_app, onderdak_kern;
grant insert, update on regio to onderdak_app;
grant select, insert on gebeurtenis, audit to onderdak_app;
grant select, insert, update, delete on verzoek, concept to onderdak_app;

alter table audit enable row level security, force row level security;
create policy lezen on audit for select to onderdak_app
  using (regio_id = (select regio()) and ((select inzage('audit')) or (select inzage('systeem'))));
create policy toevoegen on audit for insert to onderdak_app with check (regio_id = (select regio()));
create policy keten on audit for select to onderdak_eigenaar using (true);

alter table verzoek enable row level security, force row level security;
create policy eigen on verzoek to onderdak_app
  using (regio_id = (select regio()) and (gebruiker_id = (select gebruiker()) or (select inzage('systeem'))));
alter table concept enable row level security, force row level security;
create policy eigen on concept to onderdak_app
  using (regio_id = (select regio()) and (gebruiker_id = (select gebruiker()) or (select inzage('systeem'))));
