-- telling: the ETHOS count as a process. Organisations without an account answer by link, people are kept apart by a keyed code, and what
-- stays is a table of numbers (MON-04; ethos-light.md §2).

create table telling (
  id uuid primary key,
  regio_id uuid not null references regio,
  naam text not null check (length(btrim(naam)) > 0),
  teldag date not null,
  sluit_op date not null,
  vragen int not null check (vragen > 0),
  status text not null default 'open' check (status in ('open', 'gesloten', 'gepubliceerd')),
  sleutel_versleuteld text,
  gesloten_op date,
  gepubliceerd_op date,
  organisaties int,
  antwoorden int,
  zekere_dubbelen int,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint telling_sluit_na_teldag check (sluit_op >= teldag),
  constraint telling_gesloten_volledig check ((status = 'open') = (gesloten_op is null) and gesloten_op >= teldag),
  constraint telling_gepubliceerd_volledig check ((status = 'gepubliceerd') = (gepubliceerd_op is not null) and gepubliceerd_op >= gesloten_op
    and (gepubliceerd_op is null) = (organisaties is null) and (gepubliceerd_op is null) = (antwoorden is null) and (gepubliceerd_op is null) = (zekere_dubbelen is null)),
  constraint telling_sleutel_tot_einde check ((status = 'gepubliceerd') = (sleutel_versleuteld is null)),
  constraint telling_een_per_dag unique (regio_id, teldag)
);
select beschrijf('telling', 'Een ETHOS-telling: op één dag, met organisaties die zonder account antwoorden. Een regio telt op een dag één keer.', 'naam: Naam op het scherm.', 'teldag: Dag waarvan wordt gevraagd waar iemand sliep.',
  'sluit_op: Laatste dag om te antwoorden.', 'vragen: Versie van de vragenlijst.', 'status: Stand.', 'sleutel_versleuteld: Sleutel van deze telling, waarmee codes van mensen zijn gemaakt; versleuteld, en gewist bij publiceren.',
  'gesloten_op: Dag van sluiten; leeg zolang open.', 'gepubliceerd_op: Dag van publiceren; dan zijn de antwoorden gewist.', 'organisaties: Hoeveel organisaties antwoordden; leeg tot publiceren.', 'antwoorden: Hoeveel antwoorden er waren; leeg tot publiceren.',
  'zekere_dubbelen: Hoeveel antwoorden over iemand gingen die al was geteld; leeg tot publiceren.');

create table telling_organisatie (
  id uuid primary key,
  regio_id uuid not null references regio,
  telling_id uuid not null references telling,
  naam text not null check (length(btrim(naam)) > 0),
  token_hash bytea,
  verloopt_op date,
  ingetrokken_op timestamptz,
  klaar_op date,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint telling_organisatie_naam_uniek unique (telling_id, naam),
  constraint telling_organisatie_link_uniek unique (token_hash),
  constraint telling_organisatie_link_verloopt check ((token_hash is null) = (verloopt_op is null))
);
select beschrijf('telling_organisatie', 'Organisaties die aan een telling meedoen, elk met een eigen link zonder account.', 'telling_id: Telling.', 'naam: Naam van de organisatie.', 'token_hash: Vingerafdruk van de link; leeg als er geen is.',
  'verloopt_op: Eerste dag waarop de link niet meer werkt; leeg zonder link.', 'ingetrokken_op: Moment waarop de link is ingetrokken; leeg zolang zij werkt.', 'klaar_op: Dag waarop de organisatie zei klaar te zijn; leeg zolang niet.');

create table telling_antwoord (
  id uuid primary key,
  regio_id uuid not null references regio,
  telling_id uuid not null references telling,
  telling_organisatie_id uuid references telling_organisatie,
  klasse text not null check (klasse in ('E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7')),
  leeftijd text not null check (leeftijd in ('0_17', '18_22', '23_26', '27_49', '50_64', '65_plus', 'onbekend')),
  geslacht text not null check (geslacht in ('man', 'vrouw', 'anders', 'onbekend')),
  gezin text not null check (gezin in ('alleen', 'paar', 'met_kinderen', 'onbekend')),
  kinderen int not null check (kinderen between 0 and 20),
  herkomst text not null check (herkomst in ('nederland', 'eu', 'buiten_eu', 'onbekend')),
  duur text not null check (duur in ('tot_1_maand', '1_6_maanden', '6_12_maanden', '1_3_jaar', 'langer_3_jaar', 'onbekend')),
  oorzaken text[] not null check (cardinality(oorzaken) > 0 and oorzaken <@ array['relatiebreuk', 'huisuitzetting_schulden', 'geweld', 'ontslag_instelling', 'einde_jeugdhulp', 'einde_tijdelijk_contract', 'migratie', 'brand_ramp', 'anders', 'onbekend']),
  code bytea,
  code_kort bytea,
  verzoek text,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  constraint telling_antwoord_kinderen_bij_gezin check (kinderen = 0 or gezin in ('met_kinderen', 'onbekend')),
  constraint telling_antwoord_verzoek_een_keer unique (telling_organisatie_id, verzoek)
);
create index telling_antwoord_telling on telling_antwoord (telling_id);
select beschrijf('telling_antwoord', 'Eén mens op de teldag, zonder naam. Gewist bij publiceren.', 'telling_id: Telling.', 'telling_organisatie_id: Organisatie die antwoordde; leeg als het uit de eigen registratie komt.', 'klasse: Groep van ETHOS Light.',
  'leeftijd: Leeftijdsgroep.', 'geslacht: Geslacht.', 'gezin: Alleen, samen of met kinderen.', 'kinderen: Aantal minderjarige kinderen erbij.', 'herkomst: Nationaliteit in drie groepen.', 'duur: Hoe lang al zonder eigen plek.', 'oorzaken: Waardoor.',
  'code: Code uit naam, geboortemaand en geslacht met de sleutel van de telling; leeg als daarvoor te weinig bekend is.', 'code_kort: Code uit minder gegevens, voor wie misschien dezelfde is; leeg als ook dat niet kan.',
  'verzoek: Kenmerk van het verzoek, zodat hetzelfde antwoord niet twee keer telt; leeg bij eigen registratie.');

create table telling_paar (
  id uuid primary key,
  regio_id uuid not null references regio,
  telling_id uuid not null references telling,
  een_id uuid not null references telling_antwoord on delete cascade,
  ander_id uuid not null references telling_antwoord on delete cascade,
  oordeel text check (oordeel in ('zelfde', 'verschillend')),
  beoordeeld_door uuid references gebruiker,
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  constraint telling_paar_een_keer unique (een_id, ander_id),
  constraint telling_paar_twee check (een_id < ander_id)
);
create index telling_paar_telling on telling_paar (telling_id);
select beschrijf('telling_paar', 'Twee antwoorden die misschien over dezelfde mens gaan. Gewist bij publiceren.', 'telling_id: Telling.', 'een_id: Het ene antwoord.', 'ander_id: Het andere.', 'oordeel: Zelfde of verschillend; leeg zolang niemand koos.',
  'beoordeeld_door: Wie het laatst koos; leeg zolang niemand koos.');

create table telling_cijfer (
  telling_id uuid not null references telling,
  regio_id uuid not null references regio,
  klasse text not null check (klasse in ('E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7')),
  verdeling text not null check (verdeling in ('samen', 'leeftijd', 'geslacht', 'gezin', 'kinderen', 'herkomst', 'duur', 'oorzaak', 'bron')),
  waarde text not null check (waarde ~ '^[a-z0-9_]{1,60}$'),
  aantal int not null check (aantal >= 0),
  minimum int check (minimum between 0 and aantal),
  primary key (telling_id, klasse, verdeling, waarde),
  constraint telling_cijfer_minimum_bij_samen check ((verdeling = 'samen') = (minimum is not null))
);
select beschrijf('telling_cijfer', 'Wat er van een telling blijft: aantallen per groep, zonder mensen.', 'telling_id: Telling.', 'klasse: Groep van ETHOS Light.', 'verdeling: Waarnaar verdeeld.', 'waarde: Welk deel.',
  'aantal: Hoeveel mensen, als twijfelgevallen verschillende mensen zijn; bij kinderen het aantal kinderen.', 'minimum: Hoeveel als alle twijfelgevallen dezelfde mens zijn; alleen bij samen.');

do $$
declare
  t text;
begin
  foreach t in array array['telling', 'telling_organisatie', 'telling_antwoord', 'telling_paar', 'telling_cijfer'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', t);
    execute format('create policy kern on %I for select to onderdak_kern using (true)', t);
    execute format('grant select, insert, update on %I to onderdak_app', t);
    execute format('grant select on %I to onderdak_kern', t);
  end loop;
end $$;
grant delete on telling_antwoord, telling_paar to onderdak_app;

-- An answer comes in only on or after the day of the count, and only while the count is open.
create function eis_open_telling() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  t telling%rowtype;
begin
  select * into t from telling where id = new.telling_id for share;
  if t.status <> 'open' or vandaag() < t.teldag or (new.telling_organisatie_id is not null and vandaag() > t.sluit_op) then
    raise exception 'de telling % neemt geen antwoorden aan', new.telling_id using errcode = '23514', constraint = 'telling_antwoord_open';
  end if;
  return new;
end $$;
comment on function eis_open_telling is 'Weigert een antwoord voor de teldag, na de laatste dag of als de telling gesloten is.';
alter function eis_open_telling() owner to onderdak_kern;
grant update on telling to onderdak_kern;
create policy kern_slot on telling for update to onderdak_kern using (true);
create trigger telling_antwoord_open before insert or update on telling_antwoord for each row execute function eis_open_telling();

-- Once published nothing of people is left, and the numbers stay as they are.
create function eis_gewiste_telling() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if exists (select 1 from telling_antwoord a where a.telling_id = new.id) or exists (select 1 from telling_organisatie o where o.telling_id = new.id and o.token_hash is not null) then
    raise exception 'van telling % is nog niet alles gewist', new.id using errcode = '23514', constraint = 'telling_gepubliceerd_is_gewist';
  end if;
  return null;
end $$;
comment on function eis_gewiste_telling is 'Weigert een gepubliceerde telling met antwoorden of links.';
alter function eis_gewiste_telling() owner to onderdak_kern;
create constraint trigger telling_gepubliceerd_is_gewist after insert or update on telling deferrable initially deferred
  for each row when (new.status = 'gepubliceerd') execute function eis_gewiste_telling();

create function zoek_tellinglink(p_hash bytea) returns table (id uuid, regio_id uuid) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select o.id, o.regio_id from telling_organisatie o where o.token_hash = p_hash
$$;
comment on function zoek_tellinglink is 'Vindt de organisatie van een link aan de hand van de vingerafdruk.';
alter function zoek_tellinglink(bytea) owner to onderdak_kern;
revoke execute on function zoek_tellinglink(bytea) from public;
grant execute on function zoek_tellinglink(bytea) to onderdak_app;

-- ── Codes: equal for one person at two organisations, and worth nothing without the key ─────────────────────────────

create function hmac_sha256(p_sleutel bytea, p_tekst text) returns bytea language plpgsql immutable strict as $$
declare
  binnen bytea := decode(repeat('36', 64), 'hex');
  buiten bytea := decode(repeat('5c', 64), 'hex');
begin
  for i in 0 .. length(p_sleutel) - 1 loop
    binnen := set_byte(binnen, i, get_byte(binnen, i) # get_byte(p_sleutel, i));
    buiten := set_byte(buiten, i, get_byte(buiten, i) # get_byte(p_sleutel, i));
  end loop;
  return sha256(buiten || sha256(binnen || convert_to(p_tekst, 'UTF8')));
end $$;
comment on function hmac_sha256 is 'HMAC-SHA-256 (RFC 2104) met een sleutel van hooguit 64 bytes.';

-- code: first letter of the first name, three of the family name, year and month of birth, gender. code_kort: first letters and year.
create function telling_codes(p_sleutel bytea, p_voornaam text, p_achternaam text, p_jaar int, p_maand int, p_geslacht text)
returns table (code bytea, code_kort bytea) language sql immutable as $$
  select case when p_geslacht <> 'onbekend' then onderdak.hmac_sha256(p_sleutel, 'lang|' || v.v || '|' || a.a || '|' || p_jaar || '|' || p_maand || '|' || p_geslacht) end,
    onderdak.hmac_sha256(p_sleutel, 'kort|' || v.v || '|' || left(a.a, 1) || '|' || p_jaar)
  from (select nullif(left(regexp_replace(onderdak.kale_tekst(p_voornaam), '[^a-z]', '', 'g'), 1), '') as v) v,
    (select nullif(left(regexp_replace(onderdak.kale_tekst(p_achternaam), '[^a-z]', '', 'g'), 3), '') as a) a
$$;
comment on function telling_codes is 'Codes van iemand met de sleutel van een telling; leeg als er te weinig bekend is.';

-- Who the region itself knows in one of the groups, as answers: codes and no names.
create function telling_eigen(p_op date, p_sleutel bytea)
returns table (klasse text, leeftijd int, geslacht text, kinderen int, van date, code bytea, code_kort bytea) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select e.klasse, extract(year from p_op)::int - coalesce(extract(year from p.geboortedatum)::int, p.geboortejaar), coalesce(p.geslacht, 'onbekend'), e.kinderen,
    (select max(b.van) from feit_in_beeld b where b.regio_id = (select regio()) and b.pseudoniem = e.wie and b.bekend_tot = 'infinity' and b.van <= p_op and coalesce(b.tot, 'infinity') > p_op),
    c.code, c.code_kort
  from ethos_op(p_op) e left join pseudoniem s on s.pseudoniem = e.wie left join persoon p on p.id = s.persoon_id
    left join lateral telling_codes(p_sleutel, coalesce(p.roepnaam, p.voornamen), p.achternaam, coalesce(extract(year from p.geboortedatum)::int, p.geboortejaar), extract(month from p.geboortedatum)::int, p.geslacht) c on true
  where e.klasse in ('E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7')
$$;
comment on function telling_eigen is 'Wie de regio zelf in een groep van ETHOS Light kent op een dag, met codes in plaats van namen.';
alter function telling_eigen(date, bytea) owner to onderdak_kern;
revoke execute on function telling_eigen(date, bytea) from public;
grant execute on function telling_eigen(date, bytea) to onderdak_app;

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'telling.lezen', current_date from rol_permissie p where p.permissie = 'cijfers.lezen' and (p.tot is null or p.tot > current_date);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'telling.beheren', current_date from rol_permissie p where p.permissie = 'winterkou.beslissen' and (p.tot is null or p.tot > current_date)
  and exists (select 1 from rol_permissie q where q.regio_id = p.regio_id and q.rol_code = p.rol_code and q.permissie = 'cijfers.lezen' and (q.tot is null or q.tot > current_date));
