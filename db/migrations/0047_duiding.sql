-- duiding: what people say of a figure: an interpretation with an author, stories and quotes with consent, and what other
-- sources say (MON-07, MON-08, MON-13, PAR-01). No table here has a person in it, and no text may name one.

create table duiding (
  id uuid primary key,
  regio_id uuid not null references regio,
  indicator text not null check (indicator ~ '^[a-z0-9_]{1,60}$'),
  maand date not null check (extract(day from maand) = 1),
  niveau text not null check (niveau in ('strategisch', 'tactisch', 'operationeel')),
  tekst text check (length(btrim(tekst)) > 0),
  auteur_id uuid not null references gebruiker,
  ingetrokken_op date,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint duiding_ingetrokken_is_leeg check ((tekst is null) = (ingetrokken_op is not null))
);
create unique index duiding_een_per_auteur on duiding (regio_id, indicator, maand, niveau, auteur_id) where ingetrokken_op is null;
select beschrijf('duiding', 'Wat iemand zegt over een cijfer: een uitleg bij een indicator, een maand en een niveau, met de naam van de auteur.', 'indicator: Naam van de indicator in de lijst van Onderdak.', 'maand: Eerste dag van de maand van het cijfer.',
  'niveau: Voor wie de uitleg is: strategisch, tactisch of operationeel.', 'tekst: De uitleg, zonder wie het is; leeg als zij is ingetrokken.', 'auteur_id: Wie de uitleg schreef; alleen die wijzigt haar.', 'ingetrokken_op: Dag van intrekken; leeg zolang zij geldt.');

create table duiding_versie (
  duiding_id uuid not null references duiding,
  regio_id uuid not null references regio,
  versie int not null,
  tekst text not null,
  vastgelegd_op timestamptz not null,
  primary key (duiding_id, versie)
);
select beschrijf('duiding_versie', 'Elke tekst die een duiding had, zolang zij niet is ingetrokken.', 'duiding_id: Duiding.', 'versie: Versie van de duiding waarin deze tekst begon.', 'tekst: De tekst van toen.', 'vastgelegd_op: Moment van vastleggen.');

create table verhaal (
  id uuid primary key,
  regio_id uuid not null references regio,
  indicator text not null check (indicator ~ '^[a-z0-9_]{1,60}$'),
  maand date not null check (extract(day from maand) = 1),
  soort text not null check (soort in ('verhaal', 'citaat')),
  titel text check (length(btrim(titel)) > 0),
  tekst text check (length(btrim(tekst)) > 0),
  teller text not null check (teller in ('client', 'naaste', 'medewerker', 'vrijwilliger', 'inwoner')),
  toestemming_vorm text not null check (toestemming_vorm in ('schriftelijk', 'digitaal', 'mondeling')),
  toestemming_op date not null,
  toestemming_tot date not null,
  toestemming_waar text not null check (length(btrim(toestemming_waar)) > 0),
  status text not null default 'concept' check (status in ('concept', 'gepubliceerd', 'ingetrokken')),
  geschreven_door uuid not null references gebruiker,
  gecontroleerd_door uuid references gebruiker,
  gepubliceerd_op date,
  ingetrokken_op date,
  ingetrokken_reden text check (ingetrokken_reden in ('teller', 'herkenbaar', 'verlopen', 'fout')),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint verhaal_toestemming_heeft_einde check (toestemming_tot > toestemming_op),
  constraint verhaal_ander_controleert check (gecontroleerd_door <> geschreven_door),
  constraint verhaal_gepubliceerd_is_gecontroleerd check (status <> 'gepubliceerd' or (gecontroleerd_door is not null and gepubliceerd_op is not null and gepubliceerd_op >= toestemming_op)),
  constraint verhaal_ingetrokken_is_leeg check ((status = 'ingetrokken') = (ingetrokken_op is not null) and (ingetrokken_op is null) = (ingetrokken_reden is null) and (status = 'ingetrokken') = (tekst is null) and (status = 'ingetrokken') = (titel is null))
);
create index verhaal_bij_cijfer on verhaal (regio_id, indicator, maand);
create index verhaal_toestemming on verhaal (regio_id, toestemming_tot) where status <> 'ingetrokken';
select beschrijf('verhaal', 'Een verhaal of citaat bij een cijfer, met de toestemming van wie het vertelde. Wie dat is staat nergens.', 'indicator: Naam van de indicator in de lijst van Onderdak.', 'maand: Eerste dag van de maand van het cijfer.',
  'soort: Verhaal of citaat.', 'titel: Titel; leeg als het verhaal is ingetrokken.', 'tekst: De tekst, zonder wie het is; leeg als het verhaal is ingetrokken.', 'teller: Wat voor iemand het vertelde.',
  'toestemming_vorm: Hoe de toestemming is gegeven.', 'toestemming_op: Dag van de toestemming.', 'toestemming_tot: Eerste dag waarop de toestemming niet meer geldt.', 'toestemming_waar: Waar de toestemming ligt, bijvoorbeeld het nummer van het formulier; zonder naam.',
  'status: Stand.', 'geschreven_door: Wie het opschreef.', 'gecontroleerd_door: Wie nakeek of niemand te herkennen is; nooit de schrijver zelf.', 'gepubliceerd_op: Dag van publiceren; leeg zolang het een concept is.',
  'ingetrokken_op: Dag van intrekken; leeg zolang het niet is ingetrokken.', 'ingetrokken_reden: Waarom het is ingetrokken.');

create table bronwaarde (
  id uuid primary key,
  regio_id uuid not null references regio,
  indicator text not null check (indicator ~ '^[a-z0-9_]{1,60}$'),
  onderwerp text not null check (length(btrim(onderwerp)) > 0),
  waarde numeric not null,
  eenheid text not null check (length(btrim(eenheid)) > 0),
  bron text not null check (length(btrim(bron)) > 0),
  peildatum date not null,
  toelichting text check (length(btrim(toelichting)) > 0),
  vervallen_op date,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid
);
create unique index bronwaarde_een_per_bron on bronwaarde (regio_id, indicator, onderwerp, bron, peildatum) where vervallen_op is null;
select beschrijf('bronwaarde', 'Wat een andere bron zegt over hetzelfde als een indicator. Spreken bronnen elkaar tegen, dan staan zij naast elkaar.', 'indicator: Naam van de indicator in de lijst van Onderdak.', 'onderwerp: Waarover het cijfer gaat, in woorden; bronnen met hetzelfde onderwerp staan bij elkaar.',
  'waarde: Het getal in de bron.', 'eenheid: Wat er is geteld, bijvoorbeeld cliënten.', 'bron: Document en paragraaf, of het systeem waar het getal vandaan komt.', 'peildatum: Dag waarvan het getal is.', 'toelichting: Waarom het kan verschillen; leeg als dat niet bekend is.', 'vervallen_op: Dag waarop het getal is weggehaald; leeg zolang het geldt.');

-- ── Texts that name nobody ──────────────────────────────────────────────────────────────────────────────────────────

-- Numbers, postcodes and addresses by the rule of casus. Names without looking in the register of persons: a refusal may not tell who is
-- in it. So a word with a capital inside a sentence is refused unless it is a known place, organisation or product, and so is a common
-- first name at the beginning of one. What is left is for the colleague who checks.
create function herkenbaar_in(p_regio uuid, p_tekst text) returns text language plpgsql stable security definer set search_path = onderdak, pg_temp as $$
declare
  fout text := identiteit_in(null, p_tekst);
  zonder_accent text := regexp_replace(normalize(p_tekst, NFD), U&'[\0300-\036F]', '', 'g');
  zin text := regexp_replace(regexp_replace(zonder_accent, '[\r\n]+\s*', '. ', 'g'), '\s+', ' ', 'g');
  bekend text[];
  woord text;
  voornamen constant text[] := array['aisha', 'ali', 'ahmed', 'amina', 'anna', 'anne', 'annie', 'anouk', 'arie', 'bart', 'bas', 'bilal', 'bram', 'carla', 'chantal', 'claudia', 'corrie', 'daan', 'danny', 'david', 'dennis', 'dirk', 'edwin', 'elise', 'ellen', 'els', 'emma', 'erik',
    'esther', 'eva', 'fatima', 'fatma', 'femke', 'floor', 'frank', 'gerard', 'gerrit', 'hans', 'hanneke', 'hassan', 'henk', 'henny', 'hugo', 'ibrahim', 'ilse', 'ingrid', 'iris', 'jaap', 'jack', 'jan', 'jannie', 'jasper', 'jeroen', 'jesse', 'joke', 'johan', 'johannes', 'joost',
    'joris', 'karim', 'karin', 'kees', 'khadija', 'kim', 'klaas', 'lars', 'laura', 'leila', 'lieke', 'linda', 'lisa', 'lotte', 'luuk', 'maaike', 'maarten', 'mahmoud', 'maria', 'marieke', 'marion', 'marja', 'marloes', 'martijn', 'mehmet', 'menno', 'michel', 'mieke', 'milan', 'mohamed',
    'mohammed', 'monique', 'moniek', 'mustafa', 'nadia', 'naima', 'niels', 'nienke', 'omar', 'patricia', 'patrick', 'paul', 'peter', 'petra', 'piet', 'pieter', 'rachid', 'ria', 'richard', 'rick', 'rob', 'robin', 'ron', 'ruben', 'ruud', 'saida', 'samira', 'sandra', 'sanne', 'saskia',
    'sem', 'sjaak', 'sjoerd', 'sofie', 'sophie', 'stefan', 'suzanne', 'sven', 'teun', 'thijs', 'thomas', 'tim', 'tineke', 'tom', 'truus', 'wendy', 'willem', 'wilma', 'wim', 'wouter', 'yasmina', 'youssef', 'yusuf', 'zeynep'];
begin
  if fout is not null then return fout; end if;
  if zin ~* '\m[0-3]?[0-9][-/. ](0?[1-9]|1[0-2]|jan[a-z]*|feb[a-z]*|maart|mrt|apr[a-z]*|mei|jun[a-z]*|jul[a-z]*|aug[a-z]*|sep[a-z]*|okt[a-z]*|nov[a-z]*|dec[a-z]*)[-/. ](19|20)[0-9]{2}\M' or zin ~ '\m(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]\M' then return 'geboortedatum'; end if;
  bekend := array(select distinct w.woord from (select g.naam from gemeente g union all select o.naam from organisatie o where o.regio_id = p_regio union all select p.naam from product p where p.regio_id = p_regio
      union all select k.naam from keuze k where k.regio_id = p_regio union all select r.naam from regio r where r.id = p_regio) n, lateral regexp_split_to_table(kale_tekst(n.naam), '[^a-z]+') as w (woord) where length(w.woord) >= 2)
    || array['nederland', 'nederlandse', 'nederlands', 'nederlanders', 'europa', 'europese', 'onderdak', 'wmo', 'wlz', 'jeugdwet', 'rijk', 'rijksoverheid', 'tweede', 'kamer', 'kerst', 'pasen', 'ramadan', 'corona', 'arabisch', 'engels', 'pools', 'poolse', 'turks', 'turkse',
      'marokkaanse', 'syrische', 'oekraine', 'oekraiense', 'roemeense', 'bulgaarse', 'eritrese', 'surinaamse', 'antilliaanse', 'veilig', 'thuis', 'housing', 'first', 'centraal', 'bureau', 'statistiek', 'vereniging', 'gemeenten', 'regiovisie', 'woonzorgvisie'];
  for woord in select m[1] from regexp_matches(zin, '(?<=[[:alnum:],;)%:][[:space:]])["''(]?([[:upper:]][[:lower:]]+)', 'g') m loop
    if kale_tekst(woord) <> all (bekend) then return 'naam'; end if;
  end loop;
  for woord in select m[1] from regexp_matches(zin, '\m([[:upper:]][[:lower:]]+)\M', 'g') m loop
    if kale_tekst(woord) = any (voornamen) and kale_tekst(woord) <> all (bekend) then return 'naam'; end if;
  end loop;
  return null;
end $$;
comment on function herkenbaar_in is 'Waaraan iemand in een vrije tekst te herkennen kan zijn: naam, geboortedatum, bsn of adres; leeg als dat niet is gevonden. Kijkt niet in het register van personen.';

create function eis_onherkenbaar() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  veld text;
  fout text;
begin
  foreach veld in array tg_argv loop
    fout := herkenbaar_in(new.regio_id, to_jsonb(new) ->> veld);
    if fout is not null then
      raise exception '% van % noemt iemand', veld, tg_table_name using errcode = '23514', constraint = 'tekst_noemt_' || fout, detail = veld;
    end if;
  end loop;
  return new;
end $$;
comment on function eis_onherkenbaar is 'Weigert een tekst waarin iemand te herkennen kan zijn.';

create function duiding_bewaart_versie() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if new.tekst is null then
    delete from duiding_versie where duiding_id = new.id;
  elsif tg_op = 'INSERT' or new.tekst is distinct from old.tekst then
    insert into duiding_versie (duiding_id, regio_id, versie, tekst, vastgelegd_op) values (new.id, new.regio_id, new.versie, new.tekst, new.gewijzigd_op);
  end if;
  return null;
end $$;
comment on function duiding_bewaart_versie is 'Bewaart elke tekst van een duiding, en wist ze als zij wordt ingetrokken.';

-- What was withdrawn is gone: nothing brings it back.
create function verhaal_blijft_ingetrokken() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if old.status = 'ingetrokken' then
    raise exception 'verhaal % is ingetrokken', old.id using errcode = '23514', constraint = 'verhaal_blijft_ingetrokken';
  end if;
  return new;
end $$;
comment on function verhaal_blijft_ingetrokken is 'Weigert elke wijziging van een verhaal dat is ingetrokken.';

do $$
declare f text;
begin
  foreach f in array array['herkenbaar_in(uuid,text)', 'eis_onherkenbaar()', 'duiding_bewaart_versie()'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;

create trigger onherkenbaar before insert or update of tekst on duiding for each row when (new.tekst is not null) execute function eis_onherkenbaar('tekst');
create trigger duiding_bewaart_versie after insert or update of tekst on duiding for each row execute function duiding_bewaart_versie();
-- Again when it is published: what is known of the region may be another by then.
create trigger onherkenbaar before insert or update of titel, tekst, toestemming_waar, status on verhaal for each row when (new.status <> 'ingetrokken') execute function eis_onherkenbaar('titel', 'tekst', 'toestemming_waar');
create trigger verhaal_blijft_ingetrokken before update on verhaal for each row execute function verhaal_blijft_ingetrokken();

do $$
declare t text;
begin
  foreach t in array array['duiding', 'duiding_versie', 'verhaal', 'bronwaarde'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', t);
  end loop;
end $$;
grant select, insert, update on duiding, verhaal, bronwaarde to onderdak_app;
grant select on duiding_versie to onderdak_app;
grant select on gemeente, organisatie, product, keuze, regio to onderdak_kern;
create policy kern on duiding_versie to onderdak_kern using (true) with check (true);
grant select, insert, delete on duiding_versie to onderdak_kern;

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'duiding.schrijven', current_date from rol_permissie p where p.permissie = 'cijfers.lezen' and (p.tot is null or p.tot > current_date);
