-- signaal: worries of inwoners and partners about somebody, contact on the street, bemoeizorg with its weighing, and whom to
-- know in a wijk (OUT-01..09). A signaal is about somebody who did not ask for it: what it says about people is encrypted.

create table signaal (
  id uuid primary key,
  regio_id uuid not null references regio,
  kenmerk text not null,
  code_index bytea not null,
  inhoud_hash bytea not null,
  bron text not null check (bron in ('inwoner', 'partner')),
  organisatie_id uuid not null references organisatie,
  melder_organisatie_id uuid references organisatie,
  melder_gebruiker_id uuid references gebruiker,
  melder_versleuteld text,
  wil_terugkoppeling boolean not null default false,
  categorie text not null,
  gemeente_code text not null references gemeente,
  wijk text check (wijk <> ''),
  waar_versleuteld text,
  toelichting_versleuteld text not null,
  ontruiming_op date,
  volwassenen int check (volwassenen between 0 and 30),
  kinderen int check (kinderen between 0 and 30),
  gemeld_op date not null,
  ontvangen_op timestamptz not null,
  oppakken_voor date not null,
  status text not null default 'binnen' check (status in ('binnen', 'opgepakt', 'afgerond')),
  opgepakt_op date,
  opgepakt_door uuid references gebruiker,
  afronden_voor date,
  afgerond_op date,
  uitkomst text check (uitkomst in ('melding_gemaakt', 'contact_gezocht', 'doorverwezen', 'geen_actie')),
  uitkomst_reden text,
  uitkomst_toelichting text check (length(btrim(uitkomst_toelichting)) > 0),
  terugkoppeling text,
  teruggekoppeld_op date,
  persoon_id uuid references persoon,
  melding_id uuid references melding,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid references gebruiker,
  constraint signaal_kenmerk_uniek unique (regio_id, kenmerk),
  constraint signaal_code_uniek unique (code_index),
  constraint signaal_partner_heeft_organisatie check ((bron = 'partner') = (melder_organisatie_id is not null)),
  constraint signaal_wijk_bij_gemeente check (wijk is null or starts_with(wijk, lower(gemeente_code) || '_')),
  constraint signaal_terugkoppeling_vraagt_contact check (not wil_terugkoppeling or bron = 'partner' or melder_versleuteld is not null),
  constraint signaal_ontruiming_bij_huisuitzetting check (ontruiming_op is null or categorie = 'huisuitzetting'),
  constraint signaal_oppakken_na_melden check (oppakken_voor >= gemeld_op),
  constraint signaal_opgepakt_compleet check ((status = 'binnen') = (opgepakt_op is null) and (opgepakt_op is null) = (opgepakt_door is null) and (opgepakt_op is null) = (afronden_voor is null)),
  constraint signaal_afgerond_compleet check ((status = 'afgerond') = (afgerond_op is not null) and (afgerond_op is null) = (uitkomst is null) and (afgerond_op is null) = (terugkoppeling is null)),
  constraint signaal_uitkomst_past check (case uitkomst when 'melding_gemaakt' then melding_id is not null when 'geen_actie' then uitkomst_reden is not null when 'doorverwezen' then uitkomst_toelichting is not null else true end
    and (melding_id is null or uitkomst = 'melding_gemaakt') and (uitkomst_reden is null or uitkomst = 'geen_actie')),
  constraint signaal_dagen_op_volgorde check (opgepakt_op >= gemeld_op and afgerond_op >= opgepakt_op and teruggekoppeld_op >= afgerond_op)
);
create index signaal_werk on signaal (regio_id, organisatie_id, status, oppakken_voor);
create index signaal_melder on signaal (melder_organisatie_id) where melder_organisatie_id is not null;
create index signaal_persoon on signaal (persoon_id) where persoon_id is not null;
create index signaal_telling on signaal (regio_id, gemeld_op);
select beschrijf('signaal', 'Signalen van inwoners en partners over iemand om wie zij zich zorgen maken; wat over mensen gaat is versleuteld.', 'kenmerk: Leesbaar nummer per regio.', 'code_index: Sleutelwaarde van de code waarmee de melder de stand opvraagt; de code zelf wordt niet bewaard.',
  'inhoud_hash: Sleutelwaarde van wat de melder instuurde, om een herhaald verzoek te herkennen.', 'bron: Inwoner via de openbare pagina, of een partner met een account.', 'organisatie_id: Organisatie die het signaal behandelt.', 'melder_organisatie_id: Organisatie die het signaal gaf; leeg bij een inwoner.',
  'melder_gebruiker_id: Medewerker die het signaal gaf; leeg bij een inwoner.', 'melder_versleuteld: Naam en contact van de melder, versleuteld; leeg als de melder anoniem is of een account heeft.', 'wil_terugkoppeling: Waar als de melder teruggebeld of gemaild wil worden.', 'categorie: Soort signaal, uit de keuzelijst van de regio.',
  'gemeente_code: Gemeente waar het speelt.', 'wijk: Wijk, uit de keuzelijst van de regio; leeg als onbekend.', 'waar_versleuteld: Adres of plek, versleuteld; leeg als onbekend.', 'toelichting_versleuteld: Wat de melder ziet, versleuteld.', 'ontruiming_op: Dag van de ontruiming; leeg als die niet bekend is of er geen is.',
  'volwassenen: Aantal volwassenen in het huishouden; leeg als onbekend.', 'kinderen: Aantal kinderen in het huishouden; leeg als onbekend.', 'gemeld_op: Dag van het signaal.', 'ontvangen_op: Moment van ontvangst.', 'oppakken_voor: Laatste dag om het op te pakken; volgt uit de termijn van de regio en de dag van ontruiming.', 'status: Stand van het signaal.',
  'opgepakt_op: Dag van oppakken; leeg ervoor.', 'opgepakt_door: Medewerker die het oppakte; leeg ervoor.', 'afronden_voor: Laatste dag om het af te ronden; leeg zolang niemand het oppakte.', 'afgerond_op: Dag van afronden; leeg ervoor.', 'uitkomst: Wat er met het signaal is gedaan; leeg zolang het loopt.', 'uitkomst_reden: Waarom er geen actie was; anders leeg.',
  'uitkomst_toelichting: Toelichting voor wie het behandelt, of naar wie is doorverwezen; leeg als die er niet is.', 'terugkoppeling: Vaste zin voor de melder, uit de keuzelijst van de regio; leeg zolang het loopt.', 'teruggekoppeld_op: Dag waarop de melder antwoord kreeg; leeg zolang dat niet zo is.', 'persoon_id: Persoon over wie het gaat; leeg zolang die niet bekend is.',
  'melding_id: Melding die eruit volgde; leeg als die er niet is.');

create table signaalnummer (
  regio_id uuid not null references regio,
  jaar int not null,
  laatste int not null,
  primary key (regio_id, jaar)
);
select beschrijf('signaalnummer', 'Laatste volgnummer van signalen per jaar.', 'jaar: Jaar.', 'laatste: Laatst gebruikte nummer.');

create table outreachcontact (
  id uuid primary key,
  regio_id uuid not null references regio,
  organisatie_id uuid not null references organisatie,
  gebruiker_id uuid references gebruiker,
  contact_op timestamptz not null,
  gemeente_code text not null references gemeente,
  wijk text check (wijk <> ''),
  plek text not null check (length(btrim(plek)) > 0),
  aantal int not null default 1 check (aantal between 1 and 50),
  herkenning_versleuteld text,
  uitkomst text not null,
  notitie_versleuteld text,
  vervolg_op date,
  vorig_contact_id uuid references outreachcontact,
  persoon_id uuid references persoon,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid references gebruiker,
  constraint outreachcontact_wijk_bij_gemeente check (wijk is null or starts_with(wijk, lower(gemeente_code) || '_')),
  constraint outreachcontact_vervolg_later check (vervolg_op >= (contact_op at time zone 'Europe/Amsterdam')::date),
  constraint outreachcontact_een_vervolg unique (vorig_contact_id)
);
create index outreachcontact_werk on outreachcontact (regio_id, organisatie_id, contact_op);
create index outreachcontact_persoon on outreachcontact (persoon_id) where persoon_id is not null;
select beschrijf('outreachcontact', 'Contact dat outreachend werkers zochten, op straat of aan huis; een naam is niet nodig.', 'organisatie_id: Organisatie die het contact zocht.', 'gebruiker_id: Wie het contact zocht; leeg bij een taak van het systeem.', 'contact_op: Moment van het contact.', 'gemeente_code: Gemeente.', 'wijk: Wijk, uit de keuzelijst van de regio; leeg als onbekend.',
  'plek: Waar het contact was.', 'aantal: Met hoeveel mensen.', 'herkenning_versleuteld: Waaraan een collega de persoon herkent, versleuteld; leeg als dat niet nodig is.', 'uitkomst: Uitkomst, uit de keuzelijst van de regio.', 'notitie_versleuteld: Korte notitie, versleuteld; leeg als die er niet is.', 'vervolg_op: Dag om terug te gaan; leeg als dat niet hoeft.',
  'vorig_contact_id: Contact waarop dit het vervolg is; leeg als dit het eerste is.', 'persoon_id: Persoon; leeg als die niet bekend is.');

create table bemoeizorg (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  organisatie_id uuid not null references organisatie,
  trekker_id uuid not null references gebruiker,
  begonnen_op date not null,
  zorgen text not null check (length(btrim(zorgen)) > 0),
  plan text not null check (length(btrim(plan)) > 0),
  weging_id uuid not null,
  geeindigd_op date,
  eindreden text check (eindreden in ('wil_hulp', 'overgedragen', 'niet_meer_nodig', 'niet_gelukt', 'overleden', 'samengevoegd')),
  eind_toelichting text,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid references gebruiker,
  constraint bemoeizorg_einde_compleet check ((geeindigd_op is null) = (eindreden is null)),
  constraint bemoeizorg_einde_na_begin check (geeindigd_op >= begonnen_op)
);
create unique index bemoeizorg_een_open_per_persoon on bemoeizorg (persoon_id) where geeindigd_op is null;
create index bemoeizorg_regio on bemoeizorg (regio_id, geeindigd_op);

create table bemoeizorg_weging (
  id uuid primary key,
  regio_id uuid not null references regio,
  bemoeizorg_id uuid not null references bemoeizorg deferrable initially deferred,
  persoon_id uuid not null references persoon,
  gewogen_op date not null,
  grond text not null check (grond in ('WETTELIJKE_TAAK_COLLEGE', 'UITVOERING_AANBIEDER', 'BEROEPSHALVE_MEDEWERKING', 'VITAAL_BELANG')),
  artikel text not null check (length(btrim(artikel)) > 0),
  noodzaak text not null check (length(btrim(noodzaak)) > 0),
  niet_met_minder text not null check (length(btrim(niet_met_minder)) > 0),
  informeren text not null check (length(btrim(informeren)) > 0),
  heroverwegen_voor date not null,
  gewogen_door uuid references gebruiker,
  vastgelegd_op timestamptz not null,
  constraint bemoeizorg_weging_van_traject unique (id, bemoeizorg_id),
  constraint bemoeizorg_weging_vervalt check (heroverwegen_voor > gewogen_op)
);
create index bemoeizorg_weging_bemoeizorg on bemoeizorg_weging (bemoeizorg_id, gewogen_op);
-- Acting without consent stands on a recorded weighing, always: the running one, and of this very bemoeizorg.
alter table bemoeizorg add constraint bemoeizorg_heeft_weging foreign key (weging_id, id) references bemoeizorg_weging (id, bemoeizorg_id) deferrable initially deferred;
select beschrijf('bemoeizorg', 'Hulp aan zorgwekkende zorgmijders zonder dat zij daarom vroegen, met het plan.', 'organisatie_id: Organisatie die het plan uitvoert.', 'trekker_id: Wie het plan trekt.', 'begonnen_op: Eerste dag.', 'zorgen: Waarom er zorgen zijn.', 'plan: Wat wij doen, wie en wanneer.',
  'weging_id: Weging die nu geldt.', 'geeindigd_op: Laatste dag; leeg zolang het loopt.', 'eindreden: Waarom het stopte; leeg zolang het loopt.', 'eind_toelichting: Toelichting bij het einde; leeg als die er niet is.');
select beschrijf('bemoeizorg_weging', 'Vastgelegde afweging om zonder toestemming te handelen: noodzaak, of het met minder kan en wanneer de persoon het hoort.', 'bemoeizorg_id: Bemoeizorg waarover het gaat.', 'gewogen_op: Dag van de weging.', 'grond: Grond om zonder toestemming te handelen.', 'artikel: Wetsartikel waarop dat rust.', 'noodzaak: Waarom het nodig is.',
  'niet_met_minder: Waarom het niet met minder kan.', 'informeren: Wanneer en hoe de persoon het hoort.', 'heroverwegen_voor: Laatste dag om opnieuw te wegen.', 'gewogen_door: Wie woog; leeg bij een taak van het systeem.', 'vastgelegd_op: Moment van vastleggen.');

create table sleutelfiguur (
  id uuid primary key,
  regio_id uuid not null references regio,
  soort text not null check (soort in ('sleutelfiguur', 'netwerk', 'convenantpartner')),
  naam text not null check (length(btrim(naam)) > 0),
  rol text not null check (length(btrim(rol)) > 0),
  organisatie text,
  gemeente_code text references gemeente,
  wijk text check (wijk <> ''),
  telefoon text,
  email text,
  bereikbaar text,
  akkoord_op date not null,
  gestopt_op date check (gestopt_op >= akkoord_op),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid references gebruiker,
  constraint sleutelfiguur_wijk_bij_gemeente check (wijk is null or (gemeente_code is not null and starts_with(wijk, lower(gemeente_code) || '_')))
);
create index sleutelfiguur_regio on sleutelfiguur (regio_id, gemeente_code);
select beschrijf('sleutelfiguur', 'Mensen en netwerken die een wijk kennen, en partners van het convenant bemoeizorg; zij zien geen dossiers.', 'soort: Sleutelfiguur, informeel netwerk of convenantpartner.', 'naam: Naam.', 'rol: Wat zij doen of afspraken te doen.', 'organisatie: Organisatie of netwerk; leeg als die er niet is.',
  'gemeente_code: Gemeente; leeg als dat de hele regio is.', 'wijk: Wijk, uit de keuzelijst van de regio; leeg als dat de hele gemeente is.', 'telefoon: Telefoonnummer; leeg als onbekend.', 'email: E-mailadres; leeg als onbekend.', 'bereikbaar: Wanneer te bereiken; leeg als onbekend.', 'akkoord_op: Dag waarop zij akkoord gingen met deze vermelding.',
  'gestopt_op: Dag waarop zij stopten; leeg zolang zij meedoen.');

-- ── Sight ───────────────────────────────────────────────────────────────────────────────────────────────────────────

select bescherm('signaal');
select bescherm('outreachcontact');
select bescherm('bemoeizorg');
select bescherm('bemoeizorg_weging');
-- Whoever it is about is not known: then only who handles it sees it. Who sent it follows its own through `eigen_signalen`.
create policy anoniem on signaal to onderdak_app
  using (persoon_id is null and regio_id = (select regio()) and ((select inzage('systeem')) or ((select inzage('personen')) and organisatie_id = (select organisatie()))))
  with check (persoon_id is null and regio_id = (select regio()));
create policy anoniem on outreachcontact to onderdak_app
  using (persoon_id is null and regio_id = (select regio()) and ((select inzage('systeem')) or ((select inzage('personen')) and organisatie_id = (select organisatie()))))
  with check (persoon_id is null and regio_id = (select regio()) and ((select inzage('systeem')) or organisatie_id = (select organisatie())));
alter table sleutelfiguur enable row level security, force row level security;
create policy regio on sleutelfiguur to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()));
alter table signaalnummer enable row level security, force row level security;
create policy regio on signaalnummer to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()));
grant select, insert, update on signaal, signaalnummer, outreachcontact, bemoeizorg, bemoeizorg_weging, sleutelfiguur to onderdak_app;
create policy kern on signaal for select to onderdak_kern using (true);
create policy kern on bemoeizorg to onderdak_kern using (true) with check (true);
create policy kern on bemoeizorg_weging to onderdak_kern using (true) with check (true);
grant select on signaal, keuze to onderdak_kern;
grant select, update on bemoeizorg, bemoeizorg_weging to onderdak_kern;

-- What a sender may follow: that it was taken up and the fixed sentence, besides what it wrote itself.
create function eigen_signalen()
returns table (id uuid, kenmerk text, categorie text, gemeente_code text, wijk text, waar_versleuteld text, ontruiming_op date, volwassenen int, kinderen int, gemeld_op date, oppakken_voor date, status text, opgepakt_op date, afgerond_op date, terugkoppeling text, behandelaar text)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select s.id, s.kenmerk, s.categorie, s.gemeente_code, s.wijk, s.waar_versleuteld, s.ontruiming_op, s.volwassenen, s.kinderen, s.gemeld_op, s.oppakken_voor, s.status, s.opgepakt_op, s.afgerond_op, s.terugkoppeling, o.naam
  from signaal s join organisatie o on o.id = s.organisatie_id
  where s.regio_id = (select regio()) and s.melder_organisatie_id = (select organisatie())
$$;
comment on function eigen_signalen is 'Signalen die de eigen organisatie gaf, met de stand en de vaste terugkoppeling; niets van de behandeling.';

-- For who has the code, without an account: the stand and the fixed sentence. Nothing about whom or where.
create function signaal_bij_code(p_code bytea)
returns table (inhoud_hash bytea, status text, gemeld_op date, oppakken_voor date, opgepakt_op date, afgerond_op date, terugkoppeling text)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select s.inhoud_hash, s.status, s.gemeld_op, s.oppakken_voor, s.opgepakt_op, s.afgerond_op, k.naam
  from signaal s left join keuze k on k.regio_id = s.regio_id and k.lijst = 'signaal_terugkoppeling' and k.code = s.terugkoppeling and k.van <= s.afgerond_op and (k.tot is null or k.tot > s.afgerond_op)
  where s.code_index = p_code
$$;
comment on function signaal_bij_code is 'Stand van één signaal voor wie de code heeft, zonder persoon, plaats of soort.';

create function cijfer_signalen(p_van date, p_tot date)
returns table (gemeente_code text, wijk text, categorie text, aantal int) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select s.gemeente_code, s.wijk, s.categorie, count(*)::int from signaal s
  where s.regio_id = (select regio()) and s.gemeld_op >= p_van and s.gemeld_op < p_tot group by 1, 2, 3
$$;
comment on function cijfer_signalen is 'Signalen per wijk en soort in een periode, zonder personen.';

-- Two files of one person: running bemoeizorg goes along; when both have one, that of the other file ends.
create function bemoeizorg_volgt_samenvoeging() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  oud uuid := (select id from bemoeizorg where persoon_id = new.id and geeindigd_op is null);
begin
  if oud is null then return null; end if;
  if exists (select 1 from bemoeizorg where persoon_id = new.samengevoegd_in and geeindigd_op is null) then
    update bemoeizorg set geeindigd_op = greatest(vandaag(), begonnen_op), eindreden = 'samengevoegd', versie = versie + 1, gewijzigd_op = nu(), gewijzigd_door = gebruiker() where id = oud;
  else
    update bemoeizorg_weging set persoon_id = new.samengevoegd_in where bemoeizorg_id = oud;
    update bemoeizorg set persoon_id = new.samengevoegd_in, versie = versie + 1 where id = oud;
  end if;
  return null;
end $$;
comment on function bemoeizorg_volgt_samenvoeging is 'Laat lopende bemoeizorg meegaan naar het dossier dat na samenvoegen geldt; hebben beide die, dan eindigt die van het andere dossier.';

create function bemoeizorg_volgt_terugdraaiing() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  wat uuid;
begin
  for wat in
    select b.id from bemoeizorg b join gebeurtenis g on g.regio_id = b.regio_id and g.onderwerp_id = b.id and g.soort = 'BemoeizorgBegonnen' and g.persoon_id = new.id
    where b.persoon_id = old.samengevoegd_in
  loop
    update bemoeizorg_weging set persoon_id = new.id where bemoeizorg_id = wat;
    update bemoeizorg set persoon_id = new.id, versie = versie + 1 where id = wat;
  end loop;
  return null;
end $$;
comment on function bemoeizorg_volgt_terugdraaiing is 'Geeft bemoeizorg die met het samenvoegen meeging terug aan het dossier waarin zij begon.';

do $$
declare f text;
begin
  foreach f in array array['eigen_signalen()', 'signaal_bij_code(bytea)', 'cijfer_signalen(date,date)', 'bemoeizorg_volgt_samenvoeging()', 'bemoeizorg_volgt_terugdraaiing()'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function eigen_signalen(), signaal_bij_code(bytea), cijfer_signalen(date, date) to onderdak_app;
create trigger bemoeizorg_volgt_samenvoeging after update of samengevoegd_in on persoon
  for each row when (old.samengevoegd_in is null and new.samengevoegd_in is not null) execute function bemoeizorg_volgt_samenvoeging();
create trigger bemoeizorg_volgt_terugdraaiing after update of samengevoegd_in on persoon
  for each row when (old.samengevoegd_in is not null and new.samengevoegd_in is null) execute function bemoeizorg_volgt_terugdraaiing();

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into termijn (regio_id, code, naam, aantal, eenheid, wettelijk, van, bron)
select r.id, x.code, x.naam, x.aantal, x.eenheid, false, date '2020-01-01', 'Instelling van de regio'
from regio r cross join (values ('signaal_oppakken', 'Een signaal oppakken', 3, 'werkdagen'), ('signaal_afronden', 'Een opgepakt signaal afronden', 4, 'weken'),
  ('bemoeizorg_heroverwegen', 'Bemoeizorg zonder toestemming opnieuw wegen', 3, 'maanden')) x (code, naam, aantal, eenheid);
insert into instelling (regio_id, code, naam, waarde, soort, van, bron)
select r.id, 'signaal_telefoon', 'Telefoonnummer voor zorgen om iemand, dag en nacht (geen: er is geen nummer)', 'geen', 'tekst', date '2020-01-01', 'Instelling van de regio' from regio r;
insert into keuze (regio_id, lijst, code, naam, volgorde, van)
select r.id, x.lijst, x.code, x.naam, x.volgorde, date '2020-01-01'
from regio r cross join (values
  ('signaal_categorie', 'zorgmijdend_gedrag', 'Iemand mijdt hulp', 1), ('signaal_categorie', 'ggz', 'Psychische problemen', 2), ('signaal_categorie', 'dementie', 'Verwardheid of dementie', 3),
  ('signaal_categorie', 'overlast', 'Overlast', 4), ('signaal_categorie', 'schulden', 'Schulden', 5), ('signaal_categorie', 'huisuitzetting', 'Dreigende huisuitzetting', 6),
  ('signaal_terugkoppeling', 'opgepakt', 'Wij hebben uw signaal bekeken en gaan ermee verder.', 1), ('signaal_terugkoppeling', 'contact_gezocht', 'Wij hebben contact gezocht.', 2),
  ('signaal_terugkoppeling', 'doorgegeven', 'Wij hebben uw signaal doorgegeven aan een organisatie die kan helpen.', 3), ('signaal_terugkoppeling', 'geen_actie', 'Wij hebben uw signaal bekeken en doen nu niets. Blijft u zich zorgen maken? Laat het dan opnieuw weten.', 4),
  ('signaal_geen_actie', 'geen_zorg', 'Er is geen reden tot zorg', 1), ('signaal_geen_actie', 'al_hulp', 'Er is al hulp', 2), ('signaal_geen_actie', 'te_weinig_bekend', 'Er is te weinig bekend om iets te doen', 3), ('signaal_geen_actie', 'misbruik', 'Geen echt signaal', 4),
  ('outreach_uitkomst', 'gesproken', 'Gesproken', 1), ('outreach_uitkomst', 'niemand_getroffen', 'Niemand getroffen', 2), ('outreach_uitkomst', 'wil_geen_hulp', 'Wil nu geen hulp', 3), ('outreach_uitkomst', 'wil_hulp', 'Wil hulp', 4), ('outreach_uitkomst', 'naar_inloop', 'Ging mee naar de inloop of opvang', 5)
) x (lijst, code, naam, volgorde);
insert into rol (code, naam, omschrijving, volgorde)
select 'convenantpartner', 'Partner in het convenant bemoeizorg', 'Geeft signalen door en ziet alleen de eigen signalen.', (select coalesce(max(volgorde), 0) + 1 from rol) where exists (select 1 from regio)
on conflict do nothing;
insert into rol_permissie (regio_id, rol_code, permissie, van)
select r.id, 'convenantpartner', x.permissie, current_date from regio r cross join (values ('vandaag.lezen'), ('signaal.melden')) x (permissie);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, x.permissie, current_date
from rol_permissie p join (values
  ('toegangsmedewerker', array['signaal.melden', 'signaal.lezen', 'signaal.behandelen', 'outreach.vastleggen', 'bemoeizorg.lezen', 'bemoeizorg.wijzigen', 'sleutelfiguur.lezen', 'sleutelfiguur.wijzigen']),
  ('consulent_daklozenloket', array['signaal.melden', 'signaal.lezen', 'signaal.behandelen', 'outreach.vastleggen', 'bemoeizorg.lezen', 'bemoeizorg.wijzigen', 'sleutelfiguur.lezen', 'sleutelfiguur.wijzigen']),
  ('casusregisseur', array['signaal.melden', 'signaal.lezen', 'signaal.behandelen', 'outreach.vastleggen', 'bemoeizorg.lezen', 'bemoeizorg.wijzigen', 'sleutelfiguur.lezen', 'sleutelfiguur.wijzigen']),
  ('aanbieder_begeleider', array['signaal.melden', 'outreach.vastleggen', 'bemoeizorg.lezen', 'bemoeizorg.wijzigen', 'sleutelfiguur.lezen']),
  ('aanbieder_planner', array['signaal.melden', 'sleutelfiguur.lezen']), ('vo_medewerker', array['signaal.melden', 'sleutelfiguur.lezen']), ('wachtlijstbeheerder', array['signaal.melden', 'sleutelfiguur.lezen']),
  ('corporatie_medewerker', array['signaal.melden'])
) n (rol_code, rechten) on n.rol_code = p.rol_code cross join unnest(n.rechten) x (permissie)
where p.permissie = 'vandaag.lezen' and p.van <= current_date and (p.tot is null or p.tot > current_date);
update rol set omschrijving = 'Geeft signalen door over dreigende huisuitzetting en ziet alleen de eigen signalen en wie uitstroomt naar een woning van de corporatie.' where code = 'corporatie_medewerker';
