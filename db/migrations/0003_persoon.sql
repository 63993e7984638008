-- persoon: who it is about, who is involved, and the promise that nobody drops out of sight.

create table persoon (
  id uuid primary key,
  regio_id uuid not null references regio,
  achternaam text,
  tussenvoegsel text,
  voornamen text,
  roepnaam text,
  zoeknaam text not null default '',
  geboortedatum date,
  geboortejaar int check (geboortejaar between 1900 and 2199),
  geslacht text not null default 'onbekend' check (geslacht in ('vrouw', 'man', 'anders', 'onbekend')),
  bsn_versleuteld text,
  bsn_index bytea,
  geen_bsn_reden text,
  is_nn boolean not null default false,
  is_geheim boolean not null default false,
  telefoon text,
  email text,
  contactvoorkeur text check (contactvoorkeur in ('telefoon', 'sms', 'email', 'brief', 'via_organisatie')),
  veilig_contact text,
  taal text,
  tolk_nodig boolean not null default false,
  herkomst_gemeente text references gemeente,
  herkomst_bewijs text,
  herkomst_onbekend_reden text,
  woonplaats_gemeente text references gemeente,
  woonplaats_buiten_regio boolean not null default false,
  woonplaats_onbekend_reden text,
  briefadres_status text not null default 'onbekend' check (briefadres_status in ('ja', 'aangevraagd', 'geweigerd', 'nee', 'onbekend')),
  overleden_op date,
  samengevoegd_in uuid references persoon,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint persoon_naam_of_nn check (is_nn or achternaam is not null),
  constraint persoon_bsn_compleet check ((bsn_versleuteld is null) = (bsn_index is null)),
  constraint persoon_herkomst_of_reden check (herkomst_gemeente is not null or herkomst_onbekend_reden is not null),
  constraint persoon_woonplaats_of_reden check (woonplaats_gemeente is not null or woonplaats_onbekend_reden is not null)
);
create unique index persoon_bsn_uniek on persoon (regio_id, bsn_index) where samengevoegd_in is null and not is_geheim;
create index persoon_zoeknaam on persoon using gin (zoeknaam gin_trgm_ops);
create index persoon_geboren on persoon (regio_id, geboortedatum);
create index persoon_samengevoegd on persoon (samengevoegd_in) where samengevoegd_in is not null;
select beschrijf('persoon', 'Mensen over wie het gaat (op het scherm: cliënt). Zichtbaar alleen voor betrokken organisaties.',
  'achternaam: Achternaam; leeg bij een onbekende persoon (NN).', 'tussenvoegsel: Tussenvoegsel; leeg als die er niet is.', 'voornamen: Voornamen; leeg als onbekend.', 'roepnaam: Roepnaam; leeg als onbekend.',
  'zoeknaam: Namen in kleine letters zonder accenten, voor het zoeken.', 'geboortedatum: Geboortedatum; leeg als onbekend.', 'geboortejaar: Geschat geboortejaar als de datum onbekend is.', 'geslacht: Geslacht.',
  'bsn_versleuteld: Burgerservicenummer, versleuteld; leeg als er geen is.', 'bsn_index: Sleutelhash van het burgerservicenummer om op te zoeken; leeg als er geen is.', 'geen_bsn_reden: Waarom er geen burgerservicenummer is; leeg als het er is.',
  'is_nn: Waar zolang de naam onbekend is (NN).', 'is_geheim: Waar als alleen de vrouwenopvang deze persoon mag zien.', 'telefoon: Telefoonnummer; leeg als onbekend.', 'email: E-mailadres; leeg als onbekend.',
  'contactvoorkeur: Hoe contact het beste gaat; leeg als niet gevraagd.', 'veilig_contact: Afspraak over veilig contact (tijden, alias, geen voicemail); leeg als niet nodig.', 'taal: Taal; leeg als onbekend.', 'tolk_nodig: Waar als een tolk nodig is.',
  'herkomst_gemeente: Gemeente waar iemand vandaan komt; leeg met reden.', 'herkomst_bewijs: Waaruit dat blijkt; leeg als onbekend.', 'herkomst_onbekend_reden: Waarom de herkomst onbekend is; leeg als die bekend is.',
  'woonplaats_gemeente: Gemeente waar iemand nu woont of verblijft; leeg met reden.', 'woonplaats_buiten_regio: Waar als de woonplaats buiten de regio ligt.', 'woonplaats_onbekend_reden: Waarom de woonplaats onbekend is; leeg als die bekend is.',
  'briefadres_status: Stand van het briefadres.', 'overleden_op: Dag van overlijden; leeg als iemand leeft.', 'samengevoegd_in: Dossier waarin dit dossier is opgegaan; leeg als het zelf geldt.');

create table betrokkenheid (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon deferrable initially deferred,
  organisatie_id uuid not null references organisatie,
  doel text not null,
  grond text not null check (grond in ('WETTELIJKE_TAAK_COLLEGE', 'UITVOERING_AANBIEDER', 'UITDRUKKELIJKE_TOESTEMMING', 'BEROEPSHALVE_MEDEWERKING', 'VEILIG_THUIS', 'VITAAL_BELANG', 'WETTELIJKE_VERPLICHTING_OVERIG')),
  bron_soort text not null,
  bron_id uuid not null,
  vereist text check (vereist = 'vo'),
  vereist_door_geheim boolean not null default false,
  samenvoeging_id uuid,
  van date not null,
  tot date check (tot >= van),
  aangemaakt_op timestamptz not null,
  constraint betrokkenheid_uniek unique (persoon_id, organisatie_id, bron_soort, bron_id)
);
create index betrokkenheid_zicht on betrokkenheid (persoon_id, organisatie_id);
create index betrokkenheid_organisatie on betrokkenheid (regio_id, organisatie_id, persoon_id);
-- For the policies: who an organisation may see now, from the index alone. Most involvement has ended.
create index betrokkenheid_nu on betrokkenheid (regio_id, organisatie_id, (coalesce(tot, 'infinity'))) include (persoon_id, van, tot, vereist);
create index betrokkenheid_bron on betrokkenheid (bron_id);
select beschrijf('betrokkenheid', 'Welke organisatie mag een persoon zien, waarvoor en hoe lang. Ontstaat alleen door de keten zelf.', 'organisatie_id: Organisatie die mag zien.', 'doel: Waarvoor.',
  'grond: Grond voor de verwerking (Wmo 2015 hoofdstuk 5).', 'bron_soort: Stap in de keten waaruit de betrokkenheid volgt.', 'bron_id: Rij van die stap.', 'vereist: Extra recht dat nodig is; vo bij vrouwenopvang, anders leeg.',
  'vereist_door_geheim: Waar als het extra recht alleen geldt omdat de persoon geheim is.', 'samenvoeging_id: Samenvoeging waardoor deze rij een kopie is; leeg als de stap zelf over dit dossier gaat.',
  'tot: Eerste dag waarop er geen betrokkenheid meer is; leeg zolang die duurt.');

-- Every table with personal data gets the same policy, so that lists, counts, search and export obey one rule.
create function bescherm(tabel regclass, kolom text default 'persoon_id') returns void language plpgsql as $$
declare
  regel text := format($f$
    regio_id = (select onderdak.regio()) and (
      (select onderdak.inzage('systeem')) or ((select onderdak.inzage('personen')) and exists (
        select 1 from onderdak.betrokkenheid b
        where b.persoon_id = %1$s.%2$I and b.organisatie_id = (select onderdak.organisatie())
          and b.van <= (select onderdak.vandaag()) and coalesce(b.tot, 'infinity') > (select onderdak.vandaag())
          and (b.vereist is null or (select onderdak.inzage('vo'))))))$f$, tabel, kolom);
begin
  execute format('alter table %s enable row level security, force row level security', tabel);
  execute format('create policy betrokken on %s to onderdak_app using (%s) with check (%s)', tabel, regel, regel);
end $$;
comment on function bescherm is 'Zet de toegangsregel op een tabel: alleen betrokken organisaties, binnen de eigen regio.';
revoke execute on function bescherm from public;

alter table betrokkenheid enable row level security, force row level security;
create policy eigen on betrokkenheid for select to onderdak_app
  using (regio_id = (select regio()) and (organisatie_id = (select organisatie()) or (select inzage('systeem'))));
create policy kern on betrokkenheid to onderdak_kern using (true) with check (true);
grant select on betrokkenheid to onderdak_app;
grant select, insert, update on betrokkenheid to onderdak_kern;

select bescherm('persoon', 'id');
create policy kern on persoon for select to onderdak_kern using (true);
grant select, insert, update on persoon to onderdak_app;
grant select on persoon to onderdak_kern;

alter table gebeurtenis enable row level security, force row level security;
create policy zonder_persoon on gebeurtenis to onderdak_app
  using (regio_id = (select regio()) and persoon_id is null) with check (regio_id = (select regio()));
create policy betrokken on gebeurtenis for select to onderdak_app using (
  regio_id = (select regio()) and ((select inzage('systeem')) or ((select inzage('personen')) and exists (
    select 1 from betrokkenheid b where b.persoon_id = gebeurtenis.persoon_id and b.organisatie_id = (select organisatie())
      and b.van <= (select vandaag()) and coalesce(b.tot, 'infinity') > (select vandaag()) and (b.vereist is null or (select inzage('vo')))))));

-- ── Addresses, households, merges ───────────────────────────────────────────────────────────────────────────────────

create table persoon_adres (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  soort text not null check (soort in ('woonadres', 'briefadres', 'verblijfadres', 'laatste_woonadres')),
  is_geheim boolean not null default false,
  adres_versleuteld text not null,
  gemeente_code text references gemeente,
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  constraint persoon_adres_overlapt_niet exclude using gist (persoon_id with =, soort with =, daterange(van, tot) with &&)
);
select beschrijf('persoon_adres', 'Adressen van personen, versleuteld; een geheim adres is alleen te zien met het recht daarop.', 'soort: Soort adres.', 'is_geheim: Waar als het adres geheim is.',
  'adres_versleuteld: Straat, huisnummer, postcode en plaats, versleuteld.', 'gemeente_code: Gemeente; leeg bij een geheim of onbekend adres.');
select bescherm('persoon_adres');
create policy geheim on persoon_adres as restrictive to onderdak_app using (not is_geheim or (select inzage('geheim')) or (select inzage('systeem')));
grant select, insert, update on persoon_adres to onderdak_app;

create table huishouden (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  naam text not null,
  aangemaakt_op timestamptz not null,
  versie int not null default 1
);
create index huishouden_persoon on huishouden (persoon_id);
select beschrijf('huishouden', 'Huishouden dat samen geplaatst wordt.', 'persoon_id: Aanspreekpunt van het huishouden.', 'naam: Naam van het huishouden.');
select bescherm('huishouden');
grant select, insert, update on huishouden to onderdak_app;

create table huishouden_lid (
  regio_id uuid not null references regio,
  huishouden_id uuid not null references huishouden,
  persoon_id uuid not null references persoon,
  rol text not null check (rol in ('aanspreekpunt', 'partner', 'kind', 'ouder', 'overig')),
  van date not null,
  tot date check (tot > van),
  primary key (huishouden_id, persoon_id, van),
  constraint huishouden_lid_overlapt_niet exclude using gist (persoon_id with =, daterange(van, tot) with &&)
);
select beschrijf('huishouden_lid', 'Wie bij een huishouden hoort; een persoon hoort op een dag bij één huishouden.', 'huishouden_id: Huishouden.', 'rol: Plaats in het huishouden.');
select bescherm('huishouden_lid');
grant select, insert, update on huishouden_lid to onderdak_app;

create table samenvoeging (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  opgegaan_in uuid not null references persoon,
  reden text not null,
  samengevoegd_op timestamptz not null,
  samengevoegd_door uuid,
  teruggedraaid_op timestamptz,
  teruggedraaid_door uuid,
  terugdraaireden text,
  check (persoon_id <> opgegaan_in)
);
create unique index samenvoeging_een_tegelijk on samenvoeging (persoon_id) where teruggedraaid_op is null;
select beschrijf('samenvoeging', 'Dubbele dossiers die zijn samengevoegd; altijd terug te draaien.', 'persoon_id: Dossier dat opging in het andere.', 'opgegaan_in: Dossier dat blijft.', 'reden: Waarom het dezelfde persoon is.',
  'samengevoegd_op: Moment.', 'samengevoegd_door: Wie.', 'teruggedraaid_op: Moment van terugdraaien; leeg zolang de samenvoeging geldt.', 'teruggedraaid_door: Wie terugdraaide; leeg zolang zij geldt.', 'terugdraaireden: Waarom; leeg zolang zij geldt.');
select bescherm('samenvoeging');
grant select, insert, update on samenvoeging to onderdak_app;

-- ── The few functions that look past row-level security ─────────────────────────────────────────────────────────────

-- Involvement is given by a step of the chain: by someone who already sees the person, or to the own organisation by intake.
-- A file that was merged shares it with the file that counts, as a copy that ends with the step or with the merge.
create function geef_betrokkenheid(p_id uuid, p_persoon uuid, p_organisatie uuid, p_doel text, p_grond text, p_bron_soort text, p_bron_id uuid, p_van date, p_vereist text)
returns void language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  geheim boolean := (select is_geheim from persoon where id = p_persoon);
begin
  if not inzage('systeem') and (p_organisatie is distinct from organisatie() or geheim) and not (geheim and p_organisatie = organisatie() and inzage('vo')) and not exists (
    select 1 from betrokkenheid b where b.persoon_id = p_persoon and b.organisatie_id = organisatie() and b.van <= vandaag() and (b.tot is null or b.tot > vandaag())
      and (b.vereist is null or inzage('vo'))
  ) then
    raise exception 'geen betrokkenheid bij deze persoon' using errcode = '42501';
  end if;
  insert into betrokkenheid (id, regio_id, persoon_id, organisatie_id, doel, grond, bron_soort, bron_id, vereist, vereist_door_geheim, samenvoeging_id, van, aangemaakt_op)
  select case when d.samenvoeging_id is null then p_id else gen_random_uuid() end, regio(), d.persoon_id, p_organisatie, p_doel, p_grond, p_bron_soort, p_bron_id,
    coalesce(p_vereist, case when geheim then 'vo' end), p_vereist is null and coalesce(geheim, false), d.samenvoeging_id, p_van, nu()
  from (
    select p_persoon as persoon_id, null::uuid as samenvoeging_id
    union all
    select case when s.persoon_id = p_persoon then s.opgegaan_in else s.persoon_id end, s.id from samenvoeging s
    where s.teruggedraaid_op is null and p_persoon in (s.persoon_id, s.opgegaan_in)
  ) d
  on conflict on constraint betrokkenheid_uniek do update
    set tot = null, doel = excluded.doel, vereist = excluded.vereist, vereist_door_geheim = excluded.vereist_door_geheim,
      samenvoeging_id = case when excluded.samenvoeging_id is null then null when betrokkenheid.tot is null then betrokkenheid.samenvoeging_id else excluded.samenvoeging_id end;
end $$;
comment on function geef_betrokkenheid is 'Maakt een organisatie betrokken bij een persoon door een stap in de keten.';

create function beeindig_betrokkenheid(p_bron_soort text, p_bron_id uuid, p_organisatie uuid, p_tot date)
returns void language sql security definer set search_path = onderdak, pg_temp as $$
  update betrokkenheid set tot = greatest(van, p_tot)
  where regio_id = regio() and bron_soort = p_bron_soort and bron_id = p_bron_id and (p_organisatie is null or organisatie_id = p_organisatie) and tot is null
$$;
comment on function beeindig_betrokkenheid is 'Beëindigt de betrokkenheid die uit een stap in de keten volgde.';

create function betrokkenen(p_persoon uuid)
returns table (organisatie_id uuid, organisatie text, doel text, van date, tot date) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select b.organisatie_id, o.naam, b.doel, b.van, b.tot from betrokkenheid b join organisatie o on o.id = b.organisatie_id
  where b.regio_id = regio() and b.persoon_id = p_persoon and (b.vereist is null or inzage('vo') or inzage('systeem')) and (inzage('systeem') or (inzage('personen') and exists (
    select 1 from betrokkenheid e where e.persoon_id = p_persoon and e.organisatie_id = organisatie() and e.van <= vandaag()
      and (e.tot is null or e.tot > vandaag()) and (e.vereist is null or inzage('vo')))))
  order by b.van, o.naam
$$;
comment on function betrokkenen is 'Alle organisaties die bij een persoon betrokken zijn of waren, voor wie de persoon mag zien.';

-- Search before create. A person of another organisation shows only on a strong match, without data; secret persons never do.
create function zoek_personen(p_zoeknaam text, p_geboortedatum date, p_bsn_index bytea, p_limiet int)
returns table (persoon_id uuid, gelijkenis real, zelfde_bsn boolean, zelfde_geboortedatum boolean, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, public, pg_temp as $$
  with kandidaat as (
    select p.id, p.is_geheim, greatest(similarity(p.zoeknaam, coalesce(p_zoeknaam, '')), word_similarity(coalesce(p_zoeknaam, ''), p.zoeknaam)) as gelijkenis,
      coalesce(p.bsn_index = p_bsn_index, false) as zelfde_bsn, coalesce(p.geboortedatum = p_geboortedatum, false) as zelfde_geboortedatum
    from persoon p
    where p.regio_id = regio() and p.samengevoegd_in is null and (p.bsn_index = p_bsn_index or (p_zoeknaam <> '' and (p.zoeknaam % p_zoeknaam or p_zoeknaam <% p.zoeknaam))
      or (p.geboortedatum = p_geboortedatum and (p_zoeknaam is null or p_zoeknaam = '' or similarity(p.zoeknaam, p_zoeknaam) > 0.15)))
  ), gezien as (
    select k.*, inzage('systeem') or exists (select 1 from betrokkenheid b where b.persoon_id = k.id and b.organisatie_id = organisatie() and b.van <= vandaag()
      and (b.tot is null or b.tot > vandaag()) and (b.vereist is null or inzage('vo'))) as zichtbaar
    from kandidaat k
  )
  select id, gelijkenis, zelfde_bsn, zelfde_geboortedatum, zichtbaar from gezien
  where inzage('personen') and (zichtbaar or (not is_geheim and (zelfde_bsn or (zelfde_geboortedatum and gelijkenis >= 0.45))))
  order by zelfde_bsn desc, zelfde_geboortedatum desc, gelijkenis desc, id limit p_limiet
$$;
comment on function zoek_personen is 'Zoekt personen op naam, geboortedatum of burgerservicenummer; van niet-betrokken personen alleen dat zij er zijn, geheime personen nooit.';

-- Two files of one person: who was involved with one is involved with both, until the step ends or the merge is undone.
create function kopieer_betrokkenheid(p_samenvoeging uuid) returns void language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if not inzage('systeem') and 2 <> (
    select count(distinct b.persoon_id) from samenvoeging s join betrokkenheid b on b.persoon_id in (s.persoon_id, s.opgegaan_in)
    where s.id = p_samenvoeging and s.regio_id = regio() and b.organisatie_id = organisatie() and b.van <= vandaag()
      and (b.tot is null or b.tot > vandaag()) and (b.vereist is null or inzage('vo'))
  ) then
    raise exception 'geen betrokkenheid bij beide personen' using errcode = '42501';
  end if;
  insert into betrokkenheid (id, regio_id, persoon_id, organisatie_id, doel, grond, bron_soort, bron_id, vereist, vereist_door_geheim, samenvoeging_id, van, tot, aangemaakt_op)
  select gen_random_uuid(), b.regio_id, case when b.persoon_id = s.persoon_id then s.opgegaan_in else s.persoon_id end, b.organisatie_id, b.doel, b.grond,
    b.bron_soort, b.bron_id, b.vereist, b.vereist_door_geheim, s.id, greatest(b.van, vandaag()), b.tot, nu()
  from samenvoeging s join betrokkenheid b on b.persoon_id in (s.persoon_id, s.opgegaan_in)
  where s.id = p_samenvoeging and s.regio_id = regio() and s.teruggedraaid_op is null and (b.tot is null or b.tot > vandaag())
  on conflict on constraint betrokkenheid_uniek do nothing;
end $$;
comment on function kopieer_betrokkenheid is 'Maakt wie bij een van twee samengevoegde dossiers betrokken is, betrokken bij allebei.';

create function herstel_betrokkenheid(p_samenvoeging uuid) returns void language sql security definer set search_path = onderdak, pg_temp as $$
  update betrokkenheid set tot = greatest(van, vandaag()) where regio_id = regio() and samenvoeging_id = p_samenvoeging and (tot is null or tot > vandaag())
$$;
comment on function herstel_betrokkenheid is 'Beëindigt de betrokkenheid die alleen door een samenvoeging bestond.';

-- That there is a secret address is known to who may see the person; where it is stays hidden (VO-03).
create function geheime_adressen(p_persoon uuid) returns table (id uuid, soort text, van date, tot date)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select a.id, a.soort, a.van, a.tot from persoon_adres a
  where a.regio_id = regio() and a.persoon_id = p_persoon and a.is_geheim and (inzage('systeem') or (inzage('personen') and exists (
    select 1 from betrokkenheid e where e.persoon_id = p_persoon and e.organisatie_id = organisatie() and e.van <= vandaag()
      and (e.tot is null or e.tot > vandaag()) and (e.vereist is null or inzage('vo')))))
$$;
comment on function geheime_adressen is 'Dat er een geheim adres is, voor wie de persoon mag zien; niet waar het is.';

-- A person who becomes secret is from then on seen only with the right to women's shelter files, also by who was involved.
create function volg_geheim() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if new.is_geheim then
    update betrokkenheid set vereist = 'vo', vereist_door_geheim = true where persoon_id = new.id and vereist is null;
  else
    update betrokkenheid set vereist = null, vereist_door_geheim = false where persoon_id = new.id and vereist_door_geheim;
  end if;
  return null;
end $$;
comment on function volg_geheim is 'Past wie een persoon mag zien aan als het dossier geheim wordt of niet meer is.';
create trigger volg_geheim after update of is_geheim on persoon for each row when (old.is_geheim <> new.is_geheim) execute function volg_geheim();

do $$
declare f text;
begin
  foreach f in array array['geef_betrokkenheid(uuid,uuid,uuid,text,text,text,uuid,date,text)', 'beeindig_betrokkenheid(text,uuid,uuid,date)', 'betrokkenen(uuid)', 'zoek_personen(text,date,bytea,integer)',
    'kopieer_betrokkenheid(uuid)', 'herstel_betrokkenheid(uuid)', 'geheime_adressen(uuid)', 'volg_geheim()'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to onderdak_app', f);
  end loop;
end $$;
grant select on organisatie, persoon_adres, samenvoeging to onderdak_kern;
create policy kern on persoon_adres for select to onderdak_kern using (true);
create policy kern on samenvoeging for select to onderdak_kern using (true);

-- ── Break the glass ─────────────────────────────────────────────────────────────────────────────────────────────────

create table noodprocedure (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  organisatie_id uuid not null references organisatie,
  gebruiker_id uuid not null references gebruiker,
  reden text not null check (length(btrim(reden)) >= 10),
  geopend_op timestamptz not null,
  tot date not null,
  beoordeeld_op timestamptz,
  beoordeeld_door uuid references gebruiker,
  oordeel text check (oordeel in ('terecht', 'onterecht')),
  toelichting text,
  constraint noodprocedure_beoordeling_compleet check ((beoordeeld_op is null) = (oordeel is null) and (beoordeeld_op is null) = (beoordeeld_door is null)),
  constraint noodprocedure_ander_oordeelt check (beoordeeld_door <> gebruiker_id)
);
create index noodprocedure_open on noodprocedure (regio_id, geopend_op) where beoordeeld_op is null;
select beschrijf('noodprocedure', 'Dossiers die in nood zijn geopend door een organisatie die niet betrokken was; altijd beoordeeld door een ander.',
  'organisatie_id: Organisatie die opende.', 'gebruiker_id: Wie opende.', 'reden: Waarom het niet kon wachten.', 'geopend_op: Moment.', 'tot: Eerste dag waarop de organisatie het dossier niet meer ziet.',
  'beoordeeld_op: Moment van de beoordeling; leeg zolang die er niet is.', 'beoordeeld_door: Wie beoordeelde; leeg zolang dat niet is gebeurd.', 'oordeel: terecht of onterecht; leeg zolang niet beoordeeld.', 'toelichting: Toelichting op het oordeel; leeg als die niet nodig is.');
alter table noodprocedure enable row level security, force row level security;
create policy beoordelaar on noodprocedure to onderdak_app using (regio_id = (select regio()) and ((select inzage('audit')) or (select inzage('systeem')))) with check (regio_id = (select regio()));
create policy eigen on noodprocedure for insert to onderdak_app with check (regio_id = (select regio()) and organisatie_id = (select organisatie()) and gebruiker_id = (select gebruiker()));
grant select, insert, update on noodprocedure to onderdak_app;

-- ── Niemand uit beeld ───────────────────────────────────────────────────────────────────────────────────────────────

create table opvolging (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid references persoon,
  melding_id uuid,
  status text not null check (status in ('open', 'afgesloten')),
  organisatie_id uuid not null references organisatie,
  contactpersoon_id uuid not null references gebruiker,
  volgende_stap text,
  volgende_stap_op date,
  afgesloten_op date,
  afsluitreden text check (afsluitreden in ('duurzaam_gehuisvest', 'geen_hulp_nodig', 'vertrokken_uit_regio', 'overgedragen_andere_regio', 'overleden', 'wil_geen_contact', 'samengevoegd', 'onvindbaar')),
  afsluittoelichting text,
  geescaleerd_op date,
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint opvolging_een_per_persoon unique (persoon_id),
  constraint opvolging_een_per_melding unique (melding_id),
  constraint opvolging_over_een_ding check ((persoon_id is null) <> (melding_id is null)),
  constraint opvolging_open_heeft_stap check (status <> 'open' or (volgende_stap is not null and volgende_stap_op is not null)),
  constraint opvolging_dicht_heeft_reden check ((status = 'afgesloten') = (afgesloten_op is not null and afsluitreden is not null))
);
create index opvolging_stap on opvolging (regio_id, volgende_stap_op) where status = 'open';
create index opvolging_contact on opvolging (contactpersoon_id) where status = 'open';
select beschrijf('opvolging', 'Niemand uit beeld: per persoon (of per anonieme melding) precies één verantwoordelijke organisatie, een contactpersoon en een volgende stap met datum.',
  'persoon_id: Persoon; leeg bij een anonieme melding.', 'melding_id: Anonieme melding; leeg zodra de persoon bekend is.', 'status: open of afgesloten.', 'organisatie_id: Verantwoordelijke organisatie.', 'contactpersoon_id: Medewerker die aanspreekpunt is.',
  'volgende_stap: Wat er nu moet gebeuren; alleen leeg als afgesloten.', 'volgende_stap_op: Uiterlijk wanneer; alleen leeg als afgesloten.', 'afgesloten_op: Dag van afsluiten; leeg zolang open.', 'afsluitreden: Waarom afgesloten; leeg zolang open.', 'afsluittoelichting: Toelichting; leeg zolang open.',
  'geescaleerd_op: Dag waarop de coördinator is gewaarschuwd; leeg als de stap niet te laat is.');
select bescherm('opvolging');
create policy anoniem on opvolging to onderdak_app
  using (persoon_id is null and regio_id = (select regio()) and (organisatie_id = (select organisatie()) or (select inzage('systeem'))))
  with check (persoon_id is null and regio_id = (select regio()));
create policy kern on opvolging for select to onderdak_kern using (true);
grant select, insert, update, delete on opvolging to onderdak_app;
grant select on opvolging to onderdak_kern;

-- Checked at commit: whoever reports, waits or stays is in sight of exactly one organisation.
create function eis_opvolging() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  wie uuid := (to_jsonb(new) ->> 'persoon_id')::uuid;
begin
  if wie is not null then
    if not exists (select 1 from opvolging o join persoon p on p.id = wie where o.persoon_id = coalesce(p.samengevoegd_in, p.id) and o.status = 'open') then
      raise exception 'persoon % heeft een open situatie zonder opvolging', wie using errcode = '23514', constraint = 'niemand_uit_beeld';
    end if;
  elsif not exists (select 1 from opvolging o where o.melding_id = new.id and o.status = 'open') then
    raise exception 'melding % heeft geen opvolging', new.id using errcode = '23514', constraint = 'niemand_uit_beeld';
  end if;
  return null;
end $$;
alter function eis_opvolging() owner to onderdak_kern;
comment on function eis_opvolging is 'Weigert bij het vastleggen een open situatie zonder verantwoordelijke, contactpersoon en volgende stap.';

-- For the coordinator: that a step is late and who should act, never about whom.
create function te_late_stappen() returns table (kenmerk text, organisatie_id uuid, organisatie text, contactpersoon text, volgende_stap_op date, dagen_te_laat int, geescaleerd_op date)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select upper(right(replace(o.id::text, '-', ''), 8)), o.organisatie_id, org.naam, g.naam, o.volgende_stap_op, vandaag() - o.volgende_stap_op, o.geescaleerd_op
  from opvolging o join organisatie org on org.id = o.organisatie_id join gebruiker g on g.id = o.contactpersoon_id
  where o.regio_id = regio() and o.status = 'open' and o.volgende_stap_op < vandaag()
  order by o.volgende_stap_op, o.id
$$;
comment on function te_late_stappen is 'Stappen in de regio die te laat zijn: organisatie, contactpersoon en dagen, zonder persoon.';
alter function te_late_stappen() owner to onderdak_kern;
revoke execute on function te_late_stappen() from public;
grant execute on function te_late_stappen() to onderdak_app;
grant select (id, naam) on gebruiker to onderdak_kern;
