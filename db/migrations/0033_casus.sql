-- casus: a case meeting when somebody gets no or not enough care: levels of escalation, one regievoerder, who was invited to see what
-- until the meeting ends, decisions and actions, breakthrough with its financing, and lessons without identity (CAS-01 to CAS-07).

-- ── Configuration: the levels of escalation ─────────────────────────────────────────────────────────────────────────

create table escalatieniveau (
  regio_id uuid not null references regio,
  nummer int not null check (nummer between 1 and 99),
  naam text not null,
  wie text not null,
  dagen int not null check (dagen > 0),
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  primary key (regio_id, nummer, van),
  constraint escalatieniveau_overlapt_niet exclude using gist (regio_id with =, nummer with =, daterange(van, tot) with &&)
);
select beschrijf('escalatieniveau', 'Niveaus waarop een casus wordt besproken, met wie aan zet is en binnen hoeveel dagen.', 'nummer: Volgorde: een hoger getal is een hoger niveau.', 'naam: Naam op het scherm.',
  'wie: Functie of organisatie die aan zet is.', 'dagen: Binnen hoeveel dagen er een overleg of besluit is.');
grant select, insert, update, delete on escalatieniveau to onderdak_app;

-- ── casus ───────────────────────────────────────────────────────────────────────────────────────────────────────────

create table casus (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  organisatie_id uuid not null references organisatie,
  reden text not null check (reden in ('geen_hulp', 'onvoldoende_hulp', 'geen_passende_plek', 'partijen_oneens', 'overlast_veiligheid', 'geld_over_domeinen', 'anders')),
  reden_toelichting text check (length(btrim(reden_toelichting)) > 0),
  vraag text not null check (length(btrim(vraag)) > 0),
  veiligheid text check (length(btrim(veiligheid)) > 0),
  geopend_op date not null,
  geopend_door uuid references gebruiker,
  status text not null default 'open' check (status in ('open', 'gesloten')),
  gesloten_op date,
  uitkomst text check (uitkomst in ('regulier', 'maatwerk', 'doorbraak', 'lager_niveau', 'gestopt', 'samengevoegd')),
  uitkomst_toelichting text check (length(btrim(uitkomst_toelichting)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint casus_andere_reden_uitgelegd check (reden <> 'anders' or reden_toelichting is not null),
  constraint casus_gesloten_compleet check ((status = 'gesloten') = (gesloten_op is not null) and (gesloten_op is null) = (uitkomst is null) and (uitkomst_toelichting is null or uitkomst is not null)),
  constraint casus_gesloten_na_openen check (gesloten_op >= geopend_op),
  constraint casus_stoppen_heeft_reden check (uitkomst is distinct from 'gestopt' or uitkomst_toelichting is not null)
);
create unique index casus_een_open_per_persoon on casus (persoon_id) where status = 'open';
create index casus_regio on casus (regio_id, status);
create index casus_persoon on casus (persoon_id);
select beschrijf('casus', 'Iemand die geen of niet genoeg hulp krijgt en over wie partijen samen beslissen. Een persoon heeft hooguit één open casus.', 'organisatie_id: Organisatie die de casus opende.', 'reden: Waarom dit een casus is.', 'reden_toelichting: Toelichting; alleen verplicht bij een andere reden.',
  'vraag: Waar het vastloopt en wat er van anderen wordt gevraagd; gaat mee als de hulpvraag wordt gedeeld.', 'veiligheid: Wat een deelnemer over veiligheid moet weten; gaat mee als veiligheid wordt gedeeld; leeg als dat niet nodig is.', 'geopend_op: Dag van openen.', 'geopend_door: Wie opende; leeg bij een taak van het systeem.',
  'status: Stand.', 'gesloten_op: Dag van sluiten; leeg zolang open.', 'uitkomst: Wat eruit kwam; leeg zolang open.', 'uitkomst_toelichting: Toelichting; verplicht als de casus is gestopt.');

create table casus_niveau (
  id uuid primary key,
  regio_id uuid not null references regio,
  casus_id uuid not null references casus,
  persoon_id uuid not null references persoon,
  nummer int not null,
  van date not null,
  tot date check (tot >= van),
  uiterlijk_op date not null check (uiterlijk_op >= van),
  reden text check (length(btrim(reden)) > 0),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  constraint casus_niveau_precies_een exclude using gist (casus_id with =, daterange(van, tot) with &&)
);
create index casus_niveau_persoon on casus_niveau (persoon_id);
create unique index casus_niveau_nu on casus_niveau (casus_id) where tot is null;
select beschrijf('casus_niveau', 'Op welk niveau een casus ligt: op elke dag precies één, zonder gaten.', 'casus_id: Casus.', 'nummer: Nummer van het niveau in de lijst van de regio.', 'tot: Eerste dag van het volgende niveau; gelijk aan van als op dezelfde dag is gewisseld; leeg zolang dit geldt.',
  'uiterlijk_op: Laatste dag voor een overleg of besluit, volgens de termijn die bij het begin gold.', 'reden: Waarom de casus naar dit niveau ging; leeg bij het openen.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

create table casus_regievoerder (
  id uuid primary key,
  regio_id uuid not null references regio,
  casus_id uuid not null references casus,
  persoon_id uuid not null references persoon,
  organisatie_id uuid not null references organisatie,
  gebruiker_id uuid not null references gebruiker,
  van date not null,
  tot date check (tot >= van),
  reden text check (length(btrim(reden)) > 0),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  constraint casus_regievoerder_precies_een exclude using gist (casus_id with =, daterange(van, tot) with &&)
);
create index casus_regievoerder_persoon on casus_regievoerder (persoon_id);
create unique index casus_regievoerder_nu on casus_regievoerder (casus_id) where tot is null;
create index casus_regievoerder_organisatie on casus_regievoerder (regio_id, organisatie_id) where tot is null;
select beschrijf('casus_regievoerder', 'De ene regievoerder van een casus: op elke dag precies één, zonder gaten.', 'casus_id: Casus.', 'organisatie_id: Organisatie van de regievoerder.', 'gebruiker_id: Medewerker.', 'tot: Eerste dag van de volgende; gelijk aan van als op dezelfde dag is gewisseld; leeg zolang dit de regievoerder is.',
  'reden: Waarom deze medewerker het werd; leeg bij het openen.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

create table casus_overleg (
  id uuid primary key,
  regio_id uuid not null references regio,
  casus_id uuid not null references casus,
  persoon_id uuid not null references persoon,
  doel text not null check (length(btrim(doel)) > 0),
  plaats text check (length(btrim(plaats)) > 0),
  begin_op timestamptz not null,
  eind_op timestamptz not null,
  status text not null default 'gepland' check (status in ('gepland', 'gehouden', 'geannuleerd')),
  geeindigd_op timestamptz,
  reden_annuleren text check (length(btrim(reden_annuleren)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint casus_overleg_eindigt_na_begin check (eind_op > begin_op and eind_op <= begin_op + interval '12 hours'),
  constraint casus_overleg_einde_compleet check ((status = 'gepland') = (geeindigd_op is null) and (status = 'geannuleerd') = (reden_annuleren is not null))
);
create index casus_overleg_casus on casus_overleg (casus_id, begin_op);
create index casus_overleg_persoon on casus_overleg (persoon_id);
create index casus_overleg_gepland on casus_overleg (regio_id, eind_op) where status = 'gepland';
select beschrijf('casus_overleg', 'Overleg over een casus, met het doel. Wie is uitgenodigd ziet zijn deel van de gegevens tot het overleg eindigt.', 'casus_id: Casus.', 'doel: Waarvoor het overleg is; zonder naam, want elke deelnemer leest dit.', 'plaats: Waar of via welke verbinding; leeg als dat nog niet bekend is.', 'begin_op: Gepland begin.',
  'eind_op: Gepland einde; vanaf dat moment ziet een deelnemer niets meer.', 'status: Stand.', 'geeindigd_op: Moment waarop het is afgerond of geannuleerd; leeg zolang het gepland staat.', 'reden_annuleren: Waarom het niet doorging; leeg als dat niet zo is.');

create table casus_deelnemer (
  id uuid primary key,
  regio_id uuid not null references regio,
  overleg_id uuid not null references casus_overleg,
  casus_id uuid not null references casus,
  persoon_id uuid not null references persoon,
  organisatie_id uuid not null references organisatie,
  gebruiker_id uuid not null references gebruiker,
  gegevens text[] not null,
  waarom text not null check (length(btrim(waarom)) > 0),
  grond text not null,
  weging text,
  wetsartikel text,
  uitgenodigd_op timestamptz not null,
  uitgenodigd_door uuid references gebruiker,
  namens_organisatie_id uuid not null references organisatie,
  ingetrokken_op timestamptz,
  constraint casus_deelnemer_vaste_gegevens check (cardinality(gegevens) > 0 and gegevens <@ array['wie', 'hulpvraag', 'verblijf', 'traject', 'plan', 'veiligheid'])
);
create unique index casus_deelnemer_een_keer on casus_deelnemer (overleg_id, gebruiker_id) where ingetrokken_op is null;
create index casus_deelnemer_gebruiker on casus_deelnemer (regio_id, gebruiker_id) where ingetrokken_op is null;
create index casus_deelnemer_persoon on casus_deelnemer (persoon_id);
select beschrijf('casus_deelnemer', 'Wie voor een overleg is uitgenodigd, welke gegevens die ziet en waarom dat nodig is. Elke uitnodiging staat ook in het register van delingen.', 'overleg_id: Overleg.', 'casus_id: Casus.', 'organisatie_id: Organisatie van de deelnemer.', 'gebruiker_id: De medewerker die is uitgenodigd; alleen die ziet de gegevens.',
  'gegevens: Welke gegevens, uit de vaste lijst.', 'waarom: Waarom deze gegevens voor deze deelnemer nodig zijn.', 'grond: Grond voor het delen.', 'weging: Waarom dit zonder toestemming nodig is; leeg als de grond dat niet vraagt.', 'wetsartikel: Ander wetsartikel; leeg als de grond dat niet vraagt.',
  'uitgenodigd_op: Moment van uitnodigen; vanaf dan ziet de deelnemer de gegevens.', 'uitgenodigd_door: Wie uitnodigde; leeg bij een taak van het systeem.', 'namens_organisatie_id: Organisatie die uitnodigde en dus deelt.', 'ingetrokken_op: Moment waarop de uitnodiging is ingetrokken; leeg zolang zij geldt.');

create table casus_actie (
  id uuid primary key,
  regio_id uuid not null references regio,
  casus_id uuid not null references casus,
  overleg_id uuid references casus_overleg,
  persoon_id uuid not null references persoon,
  soort text not null check (soort in ('besluit', 'actie')),
  tekst text not null check (length(btrim(tekst)) > 0),
  organisatie_id uuid not null references organisatie,
  gebruiker_id uuid references gebruiker,
  op date not null,
  uiterlijk_op date not null,
  status text not null default 'open' check (status in ('open', 'gedaan', 'vervallen')),
  klaar_op date check (klaar_op >= op),
  uitkomst text check (length(btrim(uitkomst)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint casus_actie_klaar_compleet check ((status = 'open') = (klaar_op is null) and (status <> 'vervallen' or uitkomst is not null)),
  constraint casus_actie_na_afspraak check (uiterlijk_op >= op)
);
create index casus_actie_casus on casus_actie (casus_id, uiterlijk_op);
create index casus_actie_persoon on casus_actie (persoon_id);
create index casus_actie_eigenaar on casus_actie (regio_id, organisatie_id, uiterlijk_op) where status = 'open';
select beschrijf('casus_actie', 'Besluiten en acties uit een casus, met eigenaar en uiterste dag. De eigenaar blijft de tekst zien, ook als die de casus niet ziet; daarom noemt de tekst niemand.', 'casus_id: Casus.', 'overleg_id: Overleg waaruit het kwam; leeg als het daarbuiten is afgesproken.', 'soort: Besluit of actie.', 'tekst: Wat er gebeurt, zonder naam, geboortedatum, burgerservicenummer of adres.',
  'organisatie_id: Organisatie die het doet.', 'gebruiker_id: Medewerker die het doet; leeg als de organisatie dat zelf kiest.', 'op: Dag van de afspraak.', 'uiterlijk_op: Uiterste dag.', 'status: Stand.', 'klaar_op: Dag waarop het klaar was of verviel; leeg zolang open.', 'uitkomst: Hoe het afliep, of waarom het verviel; leeg als daar niets over is gezegd.');

create table casus_financiering (
  regio_id uuid not null references regio,
  casus_id uuid not null references casus,
  persoon_id uuid not null references persoon,
  domein text not null check (domein in ('wmo', 'jeugdwet', 'wlz', 'zvw', 'participatiewet', 'forensisch', 'schuldhulp')),
  betaalt text not null check (betaalt in ('ja', 'deels', 'nee', 'onbeslist')),
  bedrag numeric(12, 2) check (bedrag >= 0),
  wie_beslist text not null check (length(btrim(wie_beslist)) > 0),
  primary key (casus_id, domein)
);
create index casus_financiering_persoon on casus_financiering (persoon_id);
select beschrijf('casus_financiering', 'Welke wet of welk domein de oplossing betaalt, en wie daarover beslist.', 'casus_id: Casus.', 'domein: Wet of domein.', 'betaalt: Of dit domein betaalt.', 'bedrag: Bedrag in euro; leeg als dat niet bekend is.', 'wie_beslist: Functie of organisatie die beslist.');

create table casus_les (
  id uuid primary key,
  regio_id uuid not null references regio,
  casus_id uuid not null references casus,
  persoon_id uuid not null references persoon,
  titel text not null check (length(btrim(titel)) > 0),
  tekst text not null check (length(btrim(tekst)) > 0),
  status text not null default 'concept' check (status in ('concept', 'gepubliceerd', 'ingetrokken')),
  geschreven_door uuid not null references gebruiker,
  geschreven_op timestamptz not null,
  gecontroleerd_door uuid references gebruiker,
  gepubliceerd_op date,
  ingetrokken_op date,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint casus_les_ander_controleert check (gecontroleerd_door <> geschreven_door),
  constraint casus_les_stand_compleet check ((status = 'concept') = (gecontroleerd_door is null) and (gecontroleerd_door is null) = (gepubliceerd_op is null) and (status = 'ingetrokken') = (ingetrokken_op is not null))
);
create index casus_les_casus on casus_les (casus_id);
create index casus_les_persoon on casus_les (persoon_id);
create index casus_les_gepubliceerd on casus_les (regio_id, gepubliceerd_op) where status = 'gepubliceerd';
select beschrijf('casus_les', 'Wat beleid van een casus leert, zonder iets waaraan iemand te herkennen is. Een ander dan de schrijver controleert voordat de les verschijnt.', 'casus_id: Casus; een lezer van de les ziet dit nooit.', 'titel: Korte titel.', 'tekst: De les.', 'status: Stand.', 'geschreven_door: Wie de tekst schreef.', 'geschreven_op: Moment van de laatste tekst.',
  'gecontroleerd_door: Wie controleerde, nooit de schrijver; leeg zolang niet gecontroleerd.', 'gepubliceerd_op: Dag van verschijnen; een lezer ziet alleen het kwartaal; leeg zolang niet gepubliceerd.', 'ingetrokken_op: Dag waarop de les weer verdween; leeg zolang dat niet zo is.');

-- ── Texts in which nobody can be recognised ─────────────────────────────────────────────────────────────────────────

-- Small letters without accents, so that Zoë is zoe.
create function kale_tekst(p_tekst text) returns text language sql immutable parallel safe
  return regexp_replace(normalize(lower(p_tekst), NFD), U&'[\0300-\036F]', '', 'g');
comment on function kale_tekst is 'Tekst in kleine letters zonder accenten.';

-- The files of this person, and of everybody who is or was in the same household.
create function casus_kring(p_persoon uuid) returns table (persoon_id uuid, is_zelf boolean) language sql stable security definer set search_path = onderdak, pg_temp as $$
  with zelf as (
    select p.id from persoon p where coalesce(p.samengevoegd_in, p.id) = (select coalesce(q.samengevoegd_in, q.id) from persoon q where q.id = p_persoon)
  )
  select z.id, true from zelf z
  union
  select l.persoon_id, false from huishouden_lid l
  where l.huishouden_id in (select e.huishouden_id from huishouden_lid e where e.persoon_id in (select z.id from zelf z)) and l.persoon_id not in (select z.id from zelf z)
$$;
comment on function casus_kring is 'Dossiers van een persoon en van ieder die met die persoon een huishouden vormde.';

create function casus_namen(p_persoon uuid) returns text[] language sql stable security definer set search_path = onderdak, pg_temp as $$
  select coalesce(array_agg(distinct w.woord), '{}') from casus_kring(p_persoon) k join persoon p on p.id = k.persoon_id,
    lateral regexp_split_to_table(kale_tekst(concat_ws(' ', p.achternaam, p.voornamen, p.roepnaam)), '[^a-z]+') as w (woord)
  where length(w.woord) >= 2 and w.woord <> all (array['van', 'de', 'der', 'den', 'het', 'ten', 'ter', 'te', 'el', 'al', 'ben', 'bin', 'in', 'op', 'aan', 'la', 'le', 'von', 'da', 'di', 'dos', 'en', 'of'])
$$;
comment on function casus_namen is 'Namen, woord voor woord, waaraan een persoon of het huishouden te herkennen is.';

-- What in a text points at the person or the household; null when nothing does. Addresses are encrypted, so the application says what
-- stands in them (app.adresdelen); without that a person with an address is refused, not passed.
create function identiteit_in(p_persoon uuid, p_tekst text) returns text language plpgsql stable security definer set search_path = onderdak, pg_temp as $$
declare
  kaal text := kale_tekst(p_tekst);
  dagen text := '-' || regexp_replace(kaal, '[^a-z0-9]+', '-', 'g') || '-';
  plat text := regexp_replace(kaal, '[^a-z0-9]+', '', 'g');
  maanden constant text[] := array['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];
  delen text := coalesce(current_setting('app.adresdelen', true), '');
  geboren date;
begin
  if exists (select 1 from unnest(casus_namen(p_persoon)) n where kaal ~ ('\m' || n || 's?\M')) then return 'naam'; end if;
  for geboren in select distinct p.geboortedatum from casus_kring(p_persoon) k join persoon p on p.id = k.persoon_id where p.geboortedatum is not null loop
    if exists (
      select 1 from unnest(array[to_char(geboren, 'FMDD-FMMM-YYYY'), to_char(geboren, 'DD-MM-YYYY'), to_char(geboren, 'FMDD-FMMM-YY'), to_char(geboren, 'DD-MM-YY'), to_char(geboren, 'YYYY-MM-DD'),
        to_char(geboren, 'FMDD-') || maanden[extract(month from geboren)::int] || to_char(geboren, '-YYYY'), to_char(geboren, 'FMDD-') || left(maanden[extract(month from geboren)::int], 3) || to_char(geboren, '-YYYY'),
        to_char(geboren, 'DDMMYYYY')]) v
      where strpos(dagen, '-' || v || '-') > 0
    ) then return 'geboortedatum'; end if;
  end loop;
  if regexp_replace(p_tekst, '(?<=[0-9])[ .-](?=[0-9])', '', 'g') ~ '[0-9]{9}' then return 'bsn'; end if;
  if p_tekst ~ '\m[1-9][0-9]{3} ?[A-Z]{2}\M' then return 'adres'; end if;
  if delen = '' and exists (select 1 from persoon_adres a join casus_kring(p_persoon) k on k.persoon_id = a.persoon_id) then
    raise exception 'app.adresdelen is niet gezet';
  end if;
  if delen <> '' and exists (select 1 from jsonb_array_elements_text(delen::jsonb) d (deel)
    where length(regexp_replace(kale_tekst(d.deel), '[^a-z0-9]+', '', 'g')) >= 4 and strpos(plat, regexp_replace(kale_tekst(d.deel), '[^a-z0-9]+', '', 'g')) > 0) then return 'adres'; end if;
  return null;
end $$;
comment on function identiteit_in is 'Waaraan een persoon of het huishouden in een tekst te herkennen is: naam, geboortedatum, bsn of adres; leeg als dat niet kan.';

create function eis_zonder_identiteit() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  veld text;
  fout text;
begin
  foreach veld in array tg_argv loop
    fout := identiteit_in(new.persoon_id, to_jsonb(new) ->> veld);
    if fout is not null then
      raise exception '% van % noemt iemand', veld, tg_table_name using errcode = '23514', constraint = 'casus_tekst_noemt_' || fout, detail = veld;
    end if;
  end loop;
  return new;
end $$;
comment on function eis_zonder_identiteit is 'Weigert een tekst waaraan de persoon of het huishouden te herkennen is.';

-- ── Invariants over several rows, judged at the commit ──────────────────────────────────────────────────────────────

create function eis_casus() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  rij jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  wat uuid := (case when tg_table_name = 'casus' then rij ->> 'id' else rij ->> 'casus_id' end)::uuid;
  c casus%rowtype;
  tabel text;
  dagen datemultirange;
begin
  select * into c from casus where id = wat;
  foreach tabel in array array['casus_niveau', 'casus_regievoerder'] loop
    execute format('select coalesce(range_agg(daterange(x.van, x.tot)), ''{}''::datemultirange) from %I x where x.casus_id = $1', tabel) into dagen using c.id;
    if dagen <> datemultirange(daterange(c.geopend_op, c.gesloten_op)) then
      raise exception 'casus % heeft niet op elke dag precies één rij in %', c.id, tabel using errcode = '23514', constraint = tabel || '_precies_een';
    end if;
  end loop;
  if c.status = 'gesloten' and exists (select 1 from casus_overleg o where o.casus_id = c.id and o.status = 'gepland') then
    raise exception 'casus % is gesloten en heeft nog een overleg', c.id using errcode = '23514', constraint = 'casus_gesloten_is_rond';
  end if;
  if c.uitkomst in ('maatwerk', 'doorbraak') and not exists (select 1 from casus_financiering f where f.casus_id = c.id) then
    raise exception 'casus % heeft geen antwoord op de vraag wie betaalt', c.id using errcode = '23514', constraint = 'casus_uitkomst_heeft_financiering';
  end if;
  return null;
end $$;
comment on function eis_casus is 'Weigert bij het vastleggen een casus zonder precies één niveau en één regievoerder per dag, een gesloten casus met een overleg, of maatwerk zonder financiering.';

-- An overleg that is over stays over: it would open what its guests may no longer see.
create function casus_overleg_stap() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if old.status <> 'gepland' and (new.status, new.begin_op, new.eind_op) is distinct from (old.status, old.begin_op, old.eind_op) then
    raise exception 'overleg % is al %', old.id, old.status using errcode = '23514', constraint = 'casus_overleg_overgang';
  end if;
  return new;
end $$;
comment on function casus_overleg_stap is 'Weigert een overleg dat voorbij is weer te plannen.';

-- ── Sight: who is involved; and who is invited, only the chosen data and only until the end ─────────────────────────

do $$
declare tabel text;
begin
  foreach tabel in array array['casus', 'casus_niveau', 'casus_regievoerder', 'casus_overleg', 'casus_deelnemer', 'casus_actie', 'casus_financiering', 'casus_les'] loop
    perform bescherm(tabel::regclass);
    execute format('create policy kern on %I to onderdak_kern using (true) with check (true)', tabel);
    execute format('grant select, insert, update on %I to onderdak_app', tabel);
    execute format('grant select, update on %I to onderdak_kern', tabel);
  end loop;
end $$;

-- Invitations of the asker that hold at this instant. Of a person behind an afscherming or a conflict of interest there is none. A set whose
-- sharing ended, because consent was withdrawn, is gone from it.
create function casus_uitnodigingen()
returns table (id uuid, persoon_id uuid, casus_id uuid, doel text, plaats text, begin_op timestamptz, eind_op timestamptz, gegevens text[], waarom text, namens text, regievoerder text, regie_organisatie text)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select d.id, d.persoon_id, d.casus_id, o.doel, o.plaats, o.begin_op, o.eind_op,
    array(select g from unnest(d.gegevens) g where exists (
      select 1 from deling s where s.bron_soort = 'casus_deelnemer' and s.bron_id = d.id and s.beeindigd_op is null and s.vervalt_op > (select vandaag())
        and s.gegevensset = case g when 'wie' then 'contact' when 'hulpvraag' then 'casus' when 'veiligheid' then 'veiligheid' else 'ondersteuning' end)),
    d.waarom, n.naam, u.naam, ro.naam
  from casus_deelnemer d join casus_overleg o on o.id = d.overleg_id join persoon p on p.id = d.persoon_id join organisatie n on n.id = d.namens_organisatie_id
    left join casus_regievoerder r on r.casus_id = d.casus_id and r.tot is null left join gebruiker u on u.id = r.gebruiker_id left join organisatie ro on ro.id = r.organisatie_id
  where d.regio_id = (select regio()) and (select inzage('casus')) and d.gebruiker_id = (select gebruiker()) and d.organisatie_id = (select organisatie())
    and d.uitgenodigd_op <= (select nu()) and d.ingetrokken_op is null and o.status = 'gepland' and o.eind_op > (select nu())
    and d.persoon_id <> all ((select geblokkeerd())::uuid[]) and (not p.is_geheim or (select inzage('vo')))
$$;
comment on function casus_uitnodigingen is 'Uitnodigingen voor een overleg die de vrager nu heeft, met welke gegevens daarbij horen; leeg zodra het overleg is geëindigd.';

-- What such an invitation shows, and nothing else: no address, no locatie, no burgerservicenummer.
create function casus_gedeeld(p_id uuid) returns jsonb language sql stable security definer set search_path = onderdak, pg_temp as $$
  select jsonb_build_object(
    'wie', case when 'wie' = any (u.gegevens) then jsonb_build_object('achternaam', p.achternaam, 'tussenvoegsel', p.tussenvoegsel, 'voornamen', p.voornamen, 'roepnaam', p.roepnaam, 'isNn', p.is_nn,
      'geslacht', p.geslacht, 'geboortedatum', p.geboortedatum, 'geboortejaar', p.geboortejaar) end,
    'hulpvraag', case when 'hulpvraag' = any (u.gegevens) then jsonb_build_object('reden', c.reden, 'vraag', c.vraag) end,
    'verblijf', case when 'verblijf' = any (u.gegevens) then jsonb_build_object(
      'verblijven', coalesce((select jsonb_agg(jsonb_build_object('product', t.naam, 'sinds', x.van, 'verwachtTot', v.verwacht_einde_op) order by x.van) from verblijf_persoon x join verblijf v on v.id = x.verblijf_id join product t on t.id = v.product_id
        where x.persoon_id in (select k.persoon_id from casus_kring(u.persoon_id) k where k.is_zelf) and (x.tot is null or x.tot > vandaag()) and x.van <= vandaag()), '[]'),
      'wacht', coalesce((select jsonb_agg(jsonb_build_object('product', t.naam, 'sinds', w.besloten_op) order by w.besloten_op) from wachtlijstplaatsing w join product t on t.id = w.product_id
        where w.persoon_id in (select k.persoon_id from casus_kring(u.persoon_id) k where k.is_zelf) and w.status in ('wachtend', 'opgeschort', 'voorgesteld')), '[]')) end,
    'traject', case when 'traject' = any (u.gegevens) then (select jsonb_build_object('begonnenOp', t.begonnen_op, 'faseDomein', f.domein, 'faseCode', f.code, 'faseSinds', f.van, 'onderbreking', b.soort)
      from traject t left join traject_fase f on f.traject_id = t.id and f.tot is null left join traject_onderbreking b on b.traject_id = t.id and b.tot is null
      where t.persoon_id in (select k.persoon_id from casus_kring(u.persoon_id) k where k.is_zelf) and t.geeindigd_op is null limit 1) end,
    'plan', case when 'plan' = any (u.gegevens) then coalesce((select jsonb_agg(jsonb_build_object('eigenWoorden', l.eigen_woorden, 'afspraken', l.afspraken) order by l.volgnummer) from doel l join plan_versie v on v.id = l.plan_versie_id
      where v.persoon_id in (select k.persoon_id from casus_kring(u.persoon_id) k where k.is_zelf) and v.status = 'vastgesteld' and l.stand = 'loopt'), '[]') end,
    'veiligheid', case when 'veiligheid' = any (u.gegevens) then jsonb_build_object('tekst', c.veiligheid) end)
  from casus_uitnodigingen() u join casus c on c.id = u.casus_id join persoon p on p.id = u.persoon_id where u.id = p_id
$$;
comment on function casus_gedeeld is 'De gegevens bij één geldige uitnodiging van de vrager, alleen de gekozen sets.';

-- The regievoerder keeps sight for as long as the casus is open, and no more colleagues see the person than did.
create function casus_vereist(p_persoon uuid, p_organisatie uuid) returns text language sql stable security definer set search_path = onderdak, pg_temp as $$
  select case when exists (select 1 from betrokkenheid b where b.persoon_id = p_persoon and b.organisatie_id = p_organisatie and b.van <= vandaag() and (b.tot is null or b.tot > vandaag()) and b.vereist is null)
    then null else 'vo' end
$$;
comment on function casus_vereist is 'Of een organisatie deze persoon alleen ziet met het recht op vrouwenopvang; dan geldt dat ook voor de betrokkenheid door de casus.';

-- Encrypted addresses of the person and the household, and of secret locaties where they stay or stayed, for who sees a casus of this person or is invited to it: the application takes what
-- stands in them out of texts, and shows none of them.
create function casus_adressen(p_persoon uuid) returns setof text language sql stable security definer set search_path = onderdak, pg_temp as $$
  select x.adres_versleuteld from (
    select a.adres_versleuteld from persoon_adres a join casus_kring(p_persoon) k on k.persoon_id = a.persoon_id
    union all
    select l.adres_versleuteld from verblijf_persoon s join casus_kring(p_persoon) k on k.persoon_id = s.persoon_id join verblijf v on v.id = s.verblijf_id
      join locatie l on l.id = v.locatie_id where l.is_geheim and l.adres_versleuteld is not null
  ) x
  where (select inzage('systeem')) or exists (select 1 from casus_uitnodigingen() u where u.persoon_id = p_persoon) or ((select inzage('personen')) and exists (
    select 1 from betrokkenheid b where b.persoon_id = p_persoon and b.organisatie_id = organisatie() and b.van <= vandaag() and (b.tot is null or b.tot > vandaag()) and (b.vereist is null or inzage('vo'))))
$$;
comment on function casus_adressen is 'Versleutelde adressen van een persoon en het huishouden, om ze uit teksten te houden.';

create function casus_namen_te_verbergen(p_persoon uuid) returns text[] language sql stable security definer set search_path = onderdak, pg_temp as $$
  select case when exists (select 1 from casus_uitnodigingen() u where u.persoon_id = p_persoon) then casus_namen(p_persoon) else '{}' end
$$;
comment on function casus_namen_te_verbergen is 'Namen die uit gedeelde teksten blijven als de deelnemer niet mag zien om wie het gaat.';

-- What an owner keeps seeing: the text of the action, never the casus or the person. persoon_id is for the book of looks only.
create function eigen_casusacties()
returns table (id uuid, persoon_id uuid, soort text, tekst text, op date, uiterlijk_op date, status text, klaar_op date, uitkomst text, van_mij boolean, namens text, regievoerder text, versie int)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select a.id, a.persoon_id, a.soort, a.tekst, a.op, a.uiterlijk_op, a.status, a.klaar_op, a.uitkomst, a.gebruiker_id is not null, o.naam, u.naam, a.versie
  from casus_actie a join casus c on c.id = a.casus_id join persoon p on p.id = a.persoon_id
    join lateral (select r.organisatie_id, r.gebruiker_id from casus_regievoerder r where r.casus_id = c.id order by r.van desc, r.vastgelegd_op desc limit 1) r on true
    join organisatie o on o.id = r.organisatie_id join gebruiker u on u.id = r.gebruiker_id
  where a.regio_id = (select regio()) and (select inzage('casus')) and a.organisatie_id = (select organisatie()) and (a.gebruiker_id is null or a.gebruiker_id = (select gebruiker()))
    and a.persoon_id <> all ((select geblokkeerd())::uuid[]) and (not p.is_geheim or (select inzage('vo')))
$$;
comment on function eigen_casusacties is 'Besluiten en acties waarvan de vrager of de eigen organisatie eigenaar is, zonder de casus.';

create function rond_casusactie_af(p_id uuid, p_versie int, p_status text, p_uitkomst text) returns table (casus_id uuid, persoon_id uuid, versie int)
language sql security definer set search_path = onderdak, pg_temp as $$
  update casus_actie a set status = p_status, klaar_op = vandaag(), uitkomst = p_uitkomst, versie = a.versie + 1, gewijzigd_op = nu(), gewijzigd_door = gebruiker()
  where a.id = p_id and a.versie = p_versie and a.status = 'open' and a.id in (select e.id from eigen_casusacties() e)
  returning a.casus_id, a.persoon_id, a.versie
$$;
comment on function rond_casusactie_af is 'De eigenaar van een actie zegt dat zij klaar is of vervalt.';

create function gepubliceerde_casuslessen() returns table (titel text, tekst text, kwartaal text) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select l.titel, l.tekst, to_char(l.gepubliceerd_op, 'YYYY-Q') from casus_les l where l.regio_id = (select regio()) and l.status = 'gepubliceerd'
$$;
comment on function gepubliceerde_casuslessen is 'Gepubliceerde lessen, met alleen het kwartaal en zonder casus of persoon.';

-- ── Two files of one person ─────────────────────────────────────────────────────────────────────────────────────────

create function verplaats_casus(p_casus uuid, p_persoon uuid) returns void language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare tabel text;
begin
  foreach tabel in array array['casus_niveau', 'casus_regievoerder', 'casus_overleg', 'casus_deelnemer', 'casus_actie', 'casus_financiering', 'casus_les'] loop
    execute format('update %I set persoon_id = $2 where casus_id = $1', tabel) using p_casus, p_persoon;
  end loop;
  update casus set persoon_id = p_persoon, versie = versie + 1 where id = p_casus;
end $$;
comment on function verplaats_casus is 'Zet een casus met alles wat erbij hoort over naar een ander dossier.';

create function casus_volgt_samenvoeging() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  oud casus%rowtype;
  dag date;
begin
  select * into oud from casus where persoon_id = new.id and status = 'open';
  if oud.id is null then return null; end if;
  if exists (select 1 from casus where persoon_id = new.samengevoegd_in and status = 'open') then
    dag := greatest(vandaag(), oud.geopend_op);
    update deling set beeindigd_op = vandaag(), einde_reden = 'stap_voorbij', beeindigd_door = gebruiker()
      where bron_soort = 'casus_deelnemer' and beeindigd_op is null and bron_id in (select d.id from casus_deelnemer d where d.casus_id = oud.id);
    update casus_overleg set status = 'geannuleerd', geeindigd_op = nu(), reden_annuleren = 'Dossiers samengevoegd', versie = versie + 1 where casus_id = oud.id and status = 'gepland';
    update casus_niveau set tot = greatest(van, dag) where casus_id = oud.id and tot is null;
    update casus_regievoerder set tot = greatest(van, dag) where casus_id = oud.id and tot is null;
    update casus set status = 'gesloten', gesloten_op = dag, uitkomst = 'samengevoegd', versie = versie + 1, gewijzigd_op = nu(), gewijzigd_door = gebruiker() where id = oud.id;
    perform beeindig_betrokkenheid('casus', oud.id, null, vandaag());
  else
    perform verplaats_casus(oud.id, new.samengevoegd_in);
  end if;
  return null;
end $$;
comment on function casus_volgt_samenvoeging is 'Laat de open casus meegaan naar het dossier dat na samenvoegen geldt; hebben beide er een, dan eindigt die van het andere dossier.';

create function casus_volgt_terugdraaiing() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  wat uuid;
begin
  for wat in
    select c.id from casus c join gebeurtenis g on g.regio_id = c.regio_id and g.onderwerp_id = c.id and g.soort = 'CasusGeopend' and g.persoon_id = new.id where c.persoon_id = old.samengevoegd_in
  loop
    perform verplaats_casus(wat, new.id);
  end loop;
  select c.id into wat from casus c where c.persoon_id = new.id and c.uitkomst = 'samengevoegd' and not exists (select 1 from casus o where o.persoon_id = new.id and o.status = 'open')
    order by c.gesloten_op desc, c.id desc limit 1;
  if wat is not null then
    update casus_niveau set tot = null where id = (select x.id from casus_niveau x where x.casus_id = wat order by x.van desc, x.vastgelegd_op desc, x.id desc limit 1);
    update casus_regievoerder set tot = null where id = (select x.id from casus_regievoerder x where x.casus_id = wat order by x.van desc, x.vastgelegd_op desc, x.id desc limit 1);
    update casus set status = 'open', gesloten_op = null, uitkomst = null, versie = versie + 1, gewijzigd_op = nu(), gewijzigd_door = gebruiker() where id = wat;
    update betrokkenheid b set tot = null where b.bron_soort = 'casus' and b.bron_id = wat and b.persoon_id = new.id and b.samenvoeging_id is null
      and b.organisatie_id = (select r.organisatie_id from casus_regievoerder r where r.casus_id = wat and r.tot is null);
  end if;
  return null;
end $$;
comment on function casus_volgt_terugdraaiing is 'Geeft een casus die met het samenvoegen meeging of eindigde terug aan het dossier waarin zij begon.';

do $$
declare f text;
begin
  foreach f in array array['casus_kring(uuid)', 'casus_namen(uuid)', 'identiteit_in(uuid,text)', 'eis_zonder_identiteit()', 'eis_casus()', 'casus_uitnodigingen()', 'casus_gedeeld(uuid)', 'casus_adressen(uuid)', 'casus_vereist(uuid,uuid)', 'casus_namen_te_verbergen(uuid)',
    'eigen_casusacties()', 'rond_casusactie_af(uuid,integer,text,text)', 'gepubliceerde_casuslessen()', 'verplaats_casus(uuid,uuid)', 'casus_volgt_samenvoeging()', 'casus_volgt_terugdraaiing()'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function casus_uitnodigingen(), casus_gedeeld(uuid), casus_adressen(uuid), casus_vereist(uuid, uuid), casus_namen_te_verbergen(uuid), eigen_casusacties(), rond_casusactie_af(uuid, int, text, text), gepubliceerde_casuslessen() to onderdak_app;
grant execute on function kale_tekst(text) to onderdak_app, onderdak_kern;

create trigger zonder_identiteit before insert or update of doel, plaats on casus_overleg for each row execute function eis_zonder_identiteit('doel', 'plaats');
create trigger zonder_identiteit before insert or update of waarom on casus_deelnemer for each row execute function eis_zonder_identiteit('waarom');
create trigger zonder_identiteit before insert or update of tekst on casus_actie for each row execute function eis_zonder_identiteit('tekst');
-- Again when it is published: the household may be another by then.
create trigger zonder_identiteit before insert or update of titel, tekst, status on casus_les for each row when (new.status <> 'ingetrokken') execute function eis_zonder_identiteit('titel', 'tekst');
create trigger casus_overleg_stap before update on casus_overleg for each row execute function casus_overleg_stap();
create constraint trigger casus_is_heel after insert or update of geopend_op, gesloten_op, status, uitkomst on casus deferrable initially deferred for each row execute function eis_casus();
create constraint trigger casus_is_heel after insert or update or delete on casus_niveau deferrable initially deferred for each row execute function eis_casus();
create constraint trigger casus_is_heel after insert or update or delete on casus_regievoerder deferrable initially deferred for each row execute function eis_casus();
create constraint trigger casus_is_heel after insert or update of status on casus_overleg deferrable initially deferred for each row when (new.status = 'gepland') execute function eis_casus();
create trigger casus_volgt_samenvoeging after update of samengevoegd_in on persoon
  for each row when (old.samengevoegd_in is null and new.samengevoegd_in is not null) execute function casus_volgt_samenvoeging();
create trigger casus_volgt_terugdraaiing after update of samengevoegd_in on persoon
  for each row when (old.samengevoegd_in is not null and new.samengevoegd_in is null) execute function casus_volgt_terugdraaiing();

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into escalatieniveau (regio_id, nummer, naam, wie, dagen, van, bron)
select r.id, x.nummer, x.naam, x.wie, x.dagen, date '2020-01-01', 'Voorbeeld van Onderdak; nog niet door de regio vastgesteld'
from regio r cross join (values (1, 'Casuïstiekoverleg', 'Regievoerder met de betrokken organisaties', 14), (2, 'Leidinggevenden', 'Leidinggevenden van de betrokken organisaties', 14),
  (3, 'Bestuurlijk overleg', 'Bestuurders van gemeenten en organisaties', 28)) x (nummer, naam, wie, dagen);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'casus.lezen', current_date from rol_permissie p where p.permissie = 'traject.lezen' and (p.tot is null or p.tot > current_date);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'casus.wijzigen', current_date from rol_permissie p where p.permissie = 'traject.wijzigen' and (p.tot is null or p.tot > current_date);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'casus.deelnemen', current_date from rol_permissie p
where p.permissie in ('traject.lezen', 'signaal.melden', 'opvolging.coordineren') and (p.tot is null or p.tot > current_date);
