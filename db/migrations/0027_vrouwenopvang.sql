-- vrouwenopvang: the route that the code decides, the safety plan, the huisverbod, dossiers of one system behind barriers, who may
-- never see whom, and the meldcode as a checklist without persons (VO-01, VO-02, VO-06 to VO-08, VO-10, VO-11).

-- ── Who may never see a person: the conflict of interest ────────────────────────────────────────────────────────────

create table belangenconflict (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  gebruiker_id uuid references gebruiker,
  organisatie_id uuid references organisatie,
  reden text not null check (reden in ('familie', 'relatie_met_pleger', 'eerder_betrokken', 'woont_dichtbij', 'wens_client', 'anders')),
  toelichting text check (length(btrim(toelichting)) > 0),
  van date not null,
  tot date,
  einde_reden text,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  versie int not null default 1,
  constraint belangenconflict_over_een check ((gebruiker_id is null) <> (organisatie_id is null)),
  constraint belangenconflict_einde_compleet check ((tot is null) = (einde_reden is null) and tot >= van),
  constraint belangenconflict_een_tegelijk exclude using gist (persoon_id with =, (coalesce(gebruiker_id, organisatie_id)) with =, daterange(van, tot) with &&)
);
create index belangenconflict_gebruiker on belangenconflict (regio_id, gebruiker_id) where gebruiker_id is not null;
create index belangenconflict_organisatie on belangenconflict (regio_id, organisatie_id) where organisatie_id is not null;
select beschrijf('belangenconflict', 'Wie een persoon niet mag zien, wat er verder ook in de keten gebeurt: een medewerker of een hele organisatie.', 'gebruiker_id: Medewerker die niets mag zien; leeg als het een hele organisatie is.',
  'organisatie_id: Organisatie die niets mag zien; leeg als het een medewerker is.', 'reden: Waarom.', 'toelichting: Toelichting; leeg als die er niet is.', 'einde_reden: Waarom het niet meer nodig is; leeg zolang het geldt.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

-- Asked once per transaction, with who asks; kept in a setting, so that a policy costs nothing more.
create function geblokkeerde_personen(p_regio uuid, p_organisatie uuid, p_gebruiker uuid, p_vandaag date) returns text
language plpgsql stable security definer set search_path = onderdak, pg_temp as $$
begin
  if not exists (select 1 from belangenconflict c where c.regio_id = p_regio and (c.gebruiker_id = p_gebruiker or c.organisatie_id = p_organisatie)) then
    return '';
  end if;
  return coalesce((
    with geldend as (
      select coalesce(p.samengevoegd_in, p.id) as id from belangenconflict c join persoon p on p.id = c.persoon_id
      where c.regio_id = p_regio and (c.gebruiker_id = p_gebruiker or c.organisatie_id = p_organisatie) and c.van <= p_vandaag and (c.tot is null or c.tot > p_vandaag)
    )
    select string_agg(x.id::text, ',' order by x.id) from (select g.id from geldend g union select p.id from geldend g join persoon p on p.samengevoegd_in = g.id) x
  ), '');
end $$;
comment on function geblokkeerde_personen is 'Personen die een vrager door een belangenconflict nooit mag zien, ook niet na samenvoegen; voor de instelling app.geblokkeerd.';
create function geblokkeerd() returns uuid[] language sql stable parallel safe
  return string_to_array(current_setting('app.geblokkeerd', true), ',')::uuid[];
comment on function geblokkeerd is 'Personen die de vrager door een belangenconflict nooit mag zien, gezet per transactie.';

-- Sight always goes through betrokkenheid, in the policies and in the functions that look past them. For who is blocked there
-- is none, so that every table, list, count, search and export follows, also tables that come later.
create policy belangenconflict on betrokkenheid as restrictive for select to onderdak_app, onderdak_kern using (persoon_id <> all ((select geblokkeerd())::uuid[]));
create policy belangenconflict on deling as restrictive to onderdak_app using (persoon_id <> all ((select geblokkeerd())::uuid[]));
create policy belangenconflict on noodprocedure as restrictive to onderdak_app using (persoon_id <> all ((select geblokkeerd())::uuid[]));
create policy belangenconflict on melding_overdracht as restrictive to onderdak_app using (persoon_id is null or persoon_id <> all ((select geblokkeerd())::uuid[]));
create policy belangenconflict on audit as restrictive for select to onderdak_app using (not personen && (select geblokkeerd()));

create or replace function zoek_personen(p_zoeknaam text, p_geboortedatum date, p_bsn_index bytea, p_limiet int)
returns table (persoon_id uuid, gelijkenis real, zelfde_bsn boolean, zelfde_geboortedatum boolean, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, public, pg_temp as $$
  with kandidaat as (
    select p.id, p.is_geheim, greatest(similarity(p.zoeknaam, coalesce(p_zoeknaam, '')), word_similarity(coalesce(p_zoeknaam, ''), p.zoeknaam)) as gelijkenis,
      coalesce(p.bsn_index = p_bsn_index, false) as zelfde_bsn, coalesce(p.geboortedatum = p_geboortedatum, false) as zelfde_geboortedatum
    from persoon p
    where p.regio_id = regio() and p.samengevoegd_in is null and p.id <> all ((select geblokkeerd())::uuid[]) and (p.bsn_index = p_bsn_index or (p_zoeknaam <> '' and (p.zoeknaam % p_zoeknaam or p_zoeknaam <% p.zoeknaam))
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

create or replace function verwijzingen_van_mijn_organisatie()
returns table (melding_id uuid, persoon_id uuid, nummer text, meldingsdatum date, status text, notities jsonb)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select m.id, m.persoon_id, m.nummer, m.meldingsdatum, m.status,
    coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'tekst', n.tekst, 'organisatie', o.naam, 'geschrevenOp', n.geschreven_op) order by n.geschreven_op, n.id)
      from melding_notitie n join organisatie o on o.id = n.organisatie_id where n.melding_id = m.id and n.voor_verwijzer), '[]'::jsonb)
  from melding m
  where m.regio_id = regio() and m.melder_organisatie_id = organisatie() and (m.persoon_id is null or m.persoon_id <> all ((select geblokkeerd())::uuid[]))
$$;

create or replace function bericht_van_verwijzer(p_id uuid, p_melding uuid, p_tekst text) returns table (melding_id uuid, persoon_id uuid)
language sql security definer set search_path = onderdak, pg_temp as $$
  insert into melding_notitie (id, regio_id, melding_id, persoon_id, organisatie_id, gebruiker_id, tekst, voor_verwijzer, geschreven_op)
  select p_id, m.regio_id, m.id, m.persoon_id, organisatie(), gebruiker(), p_tekst, true, nu()
  from melding m where m.id = p_melding and m.regio_id = regio() and m.melder_organisatie_id = organisatie() and m.status <> 'gesloten'
    and (m.persoon_id is null or m.persoon_id <> all ((select geblokkeerd())::uuid[]))
  returning melding_notitie.melding_id, melding_notitie.persoon_id
$$;

-- For the audit of a refused look: was it about somebody whom the asker may never see? Also when asked by the id of a step.
create function belangenconflict_poging(p_regio uuid, p_geblokkeerd uuid[], p_ids uuid[]) returns uuid
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select coalesce(
    (select i from unnest(p_ids) i where i = any (p_geblokkeerd) limit 1),
    (select g.persoon_id from gebeurtenis g where g.regio_id = p_regio and g.onderwerp_id = any (p_ids) and g.persoon_id = any (p_geblokkeerd) limit 1))
$$;
comment on function belangenconflict_poging is 'Over welke geblokkeerde persoon een geweigerde vraag ging; leeg als het daar niet over ging.';

-- ── The code decides the route ──────────────────────────────────────────────────────────────────────────────────────

create function lijkt_adres(tekst text) returns boolean language sql immutable parallel safe
  return coalesce(tekst ~* '\m[1-9][0-9]{3}\s?[a-z]{2}\M' or tekst ~* '(straat|laan|weg|plein|kade|singel|gracht|dreef|dijk|hof|steeg)\s+[0-9]', false);
comment on function lijkt_adres is 'Of in een tekst een postcode of een straat met huisnummer staat.';

create table vo_route (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  melding_id uuid not null references melding,
  code text not null check (code in ('rood', 'oranje', 'groen')),
  route text not null check (route in ('noodbed_elders', 'plek_in_regio')),
  status text not null check (status in ('te_regelen', 'geplaatst', 'beeindigd', 'vervallen')),
  gekozen_op date not null,
  geplaatst_op date,
  elders_regio text,
  elders_organisatie text,
  elders_contact text,
  verblijf_id uuid references verblijf,
  afgerond_op date,
  einde_reden text check (length(btrim(einde_reden)) > 0),
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint vo_route_volgt_code check ((code = 'rood') = (route = 'noodbed_elders')),
  constraint vo_route_geplaatst_compleet check (status not in ('geplaatst', 'beeindigd') or (geplaatst_op is not null
    and case route when 'plek_in_regio' then verblijf_id is not null else elders_regio is not null and elders_organisatie is not null and elders_contact is not null end)),
  constraint vo_route_niet_geplaatst check (status in ('geplaatst', 'beeindigd') or (geplaatst_op is null and verblijf_id is null and elders_organisatie is null)),
  constraint vo_route_een_soort_plek check (case route when 'noodbed_elders' then verblijf_id is null else elders_regio is null and elders_organisatie is null and elders_contact is null end),
  constraint vo_route_afgerond_compleet check ((status in ('beeindigd', 'vervallen')) = (afgerond_op is not null and einde_reden is not null)),
  constraint vo_route_zonder_adres check (not lijkt_adres(concat_ws(' / ', elders_regio, elders_organisatie, elders_contact)))
);
create unique index vo_route_een_open_per_persoon on vo_route (persoon_id) where status in ('te_regelen', 'geplaatst');
select beschrijf('vo_route', 'De weg die volgt uit de code van Veilig Thuis: bij rood een noodbed elders, bij oranje en groen een plek in de eigen gemeenten. Van een plek elders wordt nooit een adres vastgelegd.',
  'melding_id: Melding waarin de code is vastgelegd.', 'code: Code van Veilig Thuis op het moment van kiezen.', 'route: Weg die bij de code hoort.', 'status: Stand.', 'gekozen_op: Dag waarop de weg is gekozen.', 'geplaatst_op: Eerste nacht; leeg zolang er geen plek is.',
  'elders_regio: Regio van het noodbed; leeg bij een plek in de eigen gemeenten.', 'elders_organisatie: Organisatie van het noodbed; leeg bij een plek in de eigen gemeenten.', 'elders_contact: Wie daar te bereiken is; leeg bij een plek in de eigen gemeenten.', 'verblijf_id: Verblijf in de eigen gemeenten; leeg bij een noodbed elders.',
  'afgerond_op: Dag waarop de weg eindigde of verviel; leeg zolang niet.', 'einde_reden: Waarom; leeg zolang niet.');

-- ── Safety plan ─────────────────────────────────────────────────────────────────────────────────────────────────────

create table veiligheidsplan (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  status text not null check (status in ('loopt', 'afgesloten')),
  begonnen_op date not null,
  bespreken_op date not null,
  afgesloten_op date,
  afsluitreden text check (afsluitreden in ('veilig', 'overgedragen', 'vertrokken', 'overleden')),
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint veiligheidsplan_bespreken_later check (bespreken_op > begonnen_op),
  constraint veiligheidsplan_afgesloten_compleet check ((status = 'afgesloten') = (afgesloten_op is not null and afsluitreden is not null))
);
create unique index veiligheidsplan_een_per_persoon on veiligheidsplan (persoon_id) where status = 'loopt';
select beschrijf('veiligheidsplan', 'Veiligheidsplan van een cliënt van de vrouwenopvang; verplicht binnen een termijn na het begin van een verblijf.', 'status: Stand.', 'begonnen_op: Dag van de eerste versie.', 'bespreken_op: Uiterste dag om het opnieuw te bespreken.',
  'afgesloten_op: Dag van afsluiten; leeg zolang het loopt.', 'afsluitreden: Waarom afgesloten; leeg zolang het loopt.');

create table veiligheidsplan_versie (
  regio_id uuid not null references regio,
  veiligheidsplan_id uuid not null references veiligheidsplan,
  persoon_id uuid not null references persoon,
  nummer int not null check (nummer > 0),
  inhoud_versleuteld text not null,
  met_client boolean not null,
  zonder_client_reden text check (length(btrim(zonder_client_reden)) > 0),
  opgesteld_op date not null,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  primary key (veiligheidsplan_id, nummer),
  constraint veiligheidsplan_versie_zonder_client check (met_client = (zonder_client_reden is null))
);
select beschrijf('veiligheidsplan_versie', 'Elke versie van een veiligheidsplan; een nieuwe versie vervangt niets.', 'veiligheidsplan_id: Plan.', 'nummer: Volgorde van de versies.', 'inhoud_versleuteld: Dreiging, signalen, afspraken, kinderen en wie te bellen, versleuteld.',
  'met_client: Waar als het met de cliënt is gemaakt.', 'zonder_client_reden: Waarom zonder de cliënt; leeg als het samen is gemaakt.', 'opgesteld_op: Dag van opstellen.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

-- ── Tijdelijk huisverbod and Veilig Thuis, as facts with dates ──────────────────────────────────────────────────────

create table huisverbod (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  besluitnummer text not null check (length(btrim(besluitnummer)) > 0),
  gemeente_code text not null references gemeente,
  opgelegd_op date not null,
  tot date not null,
  verlengd_op date,
  verlengd_tot date,
  ingetrokken_op date,
  veilig_thuis_op date,
  procesregisseur text,
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint huisverbod_besluit_uniek unique (regio_id, gemeente_code, besluitnummer),
  constraint huisverbod_tien_dagen check (tot = opgelegd_op + 10),
  constraint huisverbod_hooguit_vier_weken check (verlengd_tot > tot and verlengd_tot <= opgelegd_op + 28),
  constraint huisverbod_verlengd_op_tijd check ((verlengd_op is null) = (verlengd_tot is null) and verlengd_op >= opgelegd_op and verlengd_op <= tot),
  constraint huisverbod_ingetrokken_op_tijd check (ingetrokken_op >= opgelegd_op and ingetrokken_op <= coalesce(verlengd_tot, tot)),
  constraint huisverbod_overlapt_niet exclude using gist (persoon_id with =, daterange(opgelegd_op, coalesce(ingetrokken_op, verlengd_tot, tot)) with &&)
);
select beschrijf('huisverbod', 'Tijdelijk huisverbod (Wth) als feit met data, bij de cliënt die het huis uit moet. Het eindigt vanzelf: geen taak of handeling nodig.', 'besluitnummer: Nummer van het besluit van de burgemeester.', 'gemeente_code: Gemeente van de burgemeester.', 'opgelegd_op: Eerste dag.',
  'tot: Eerste dag waarop het niet meer geldt: tien dagen later (Wth art. 2).', 'verlengd_op: Dag waarop is verlengd; leeg als dat niet is gebeurd.', 'verlengd_tot: Eerste dag waarop het na verlenging niet meer geldt, hooguit vier weken na de eerste dag (Wth art. 9); leeg als niet verlengd.', 'ingetrokken_op: Dag van intrekken; leeg als dat niet is gebeurd.',
  'veilig_thuis_op: Dag waarop Veilig Thuis erbij is betrokken; leeg als dat niet zo is.', 'procesregisseur: Wie de hulp rond het verbod regisseert; leeg als onbekend.');

create table veilig_thuis (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  soort text not null check (soort in ('advies', 'melding', 'onderzoek', 'overdracht')),
  van date not null,
  tot date check (tot >= van),
  kenmerk text,
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint veilig_thuis_overlapt_niet exclude using gist (persoon_id with =, soort with =, daterange(van, tot, '[]') with &&)
);
select beschrijf('veilig_thuis', 'Dat Veilig Thuis betrokken is, als feit met data; niet wat er is gezegd.', 'soort: Waarmee Veilig Thuis bezig is.', 'tot: Laatste dag; leeg zolang het loopt.', 'kenmerk: Kenmerk bij Veilig Thuis; leeg als onbekend.');

-- ── One system, separate dossiers ───────────────────────────────────────────────────────────────────────────────────

create table vo_systeem (
  id uuid primary key,
  regio_id uuid not null references regio,
  koppelcode text not null,
  aangemaakt_op timestamptz not null,
  constraint vo_systeem_koppelcode_uniek unique (regio_id, koppelcode)
);
select beschrijf('vo_systeem', 'Mensen die door huiselijk geweld met elkaar te maken hebben, ieder met een eigen dossier. Koppelen geeft niemand zicht op het dossier van een ander.', 'koppelcode: Code waarmee een andere organisatie de eigen cliënt koppelt, zonder naam.');

create table vo_systeem_lid (
  id uuid primary key,
  regio_id uuid not null references regio,
  systeem_id uuid not null references vo_systeem,
  persoon_id uuid not null references persoon,
  rol text not null check (rol in ('slachtoffer', 'kind', 'pleger')),
  van date not null,
  tot date check (tot >= van),
  einde_reden text,
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint vo_systeem_lid_einde_compleet check ((tot is null) = (einde_reden is null)),
  constraint vo_systeem_lid_overlapt_niet exclude using gist (systeem_id with =, persoon_id with =, daterange(van, tot) with &&)
);
create index vo_systeem_lid_persoon on vo_systeem_lid (persoon_id) where tot is null;
select beschrijf('vo_systeem_lid', 'Wie bij een systeem hoort, en als wie.', 'systeem_id: Systeem.', 'rol: Slachtoffer, kind of pleger; alleen te lezen binnen de vrouwenopvang.', 'einde_reden: Waarom de koppeling eindigde; leeg zolang zij geldt.');

-- A pleger never sleeps at the locatie of a slachtoffer or child of the same system (VO-06). Stays and links of one person, and everything of
-- one system, go one after the other, so that two that happen at once see each other. What lies in the past stays as it was.
create function eis_gescheiden_opvang() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  wie uuid := case when tg_table_name = 'persoon' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'persoon_id')::uuid end;
  dossiers uuid[];
  systemen uuid[];
begin
  wie := coalesce((select p.samengevoegd_in from persoon p where p.id = wie), wie);
  perform pg_advisory_xact_lock(hashtextextended('vo_systeem ' || wie::text, 0));
  dossiers := array(select wie union select p.id from persoon p where p.samengevoegd_in = wie);
  systemen := array(select distinct l.systeem_id from vo_systeem_lid l where l.persoon_id = any (dossiers) and l.tot is null order by 1);
  if systemen = '{}' then return null; end if;
  perform 1 from vo_systeem s where s.id = any (systemen) order by s.id for update;
  if exists (
    with lid as (
      select l.systeem_id, l.rol, d.id as persoon_id from vo_systeem_lid l join persoon p on p.id = l.persoon_id
        join persoon d on d.id = coalesce(p.samengevoegd_in, p.id) or d.samengevoegd_in = coalesce(p.samengevoegd_in, p.id)
      where l.systeem_id = any (systemen) and l.tot is null
    ), slaapt as (
      select lid.systeem_id, lid.rol, v.locatie_id, daterange(x.van, x.tot) * daterange(vandaag(), null) as dagen
      from lid join verblijf_persoon x on x.persoon_id = lid.persoon_id and (x.tot is null or x.tot > vandaag()) join verblijf v on v.id = x.verblijf_id
    )
    select 1 from slaapt a join slaapt b on b.systeem_id = a.systeem_id and b.locatie_id = a.locatie_id and b.dagen && a.dagen where a.rol = 'pleger' and b.rol <> 'pleger'
  ) then
    raise exception 'deze locatie kan niet voor deze persoon' using errcode = '23514', constraint = 'systeem_niet_zelfde_locatie';
  end if;
  return null;
end $$;
comment on function eis_gescheiden_opvang is 'Weigert een pleger op de locatie waar een slachtoffer of kind uit hetzelfde systeem verblijft, en andersom.';
create trigger gescheiden_opvang after insert or update of tot, van, persoon_id on verblijf_persoon for each row execute function eis_gescheiden_opvang();
create trigger gescheiden_opvang after insert or update on vo_systeem_lid for each row when (new.tot is null) execute function eis_gescheiden_opvang();
create trigger gescheiden_opvang after update of samengevoegd_in on persoon for each row when (new.samengevoegd_in is not null) execute function eis_gescheiden_opvang();

-- Who sees one member reads which roles the system has and whether a huisverbod runs, never who the others are.
create function systeem_van(p_persoon uuid)
returns table (systeem_id uuid, koppelcode text, slachtoffers int, kinderen int, plegers int, huisverbod_tot date) language sql stable security definer set search_path = onderdak, pg_temp as $$
  with dossier as (
    select p.id from persoon p where p.id = p_persoon or p.samengevoegd_in = p_persoon or p.id = (select q.samengevoegd_in from persoon q where q.id = p_persoon)
  )
  select s.id, s.koppelcode, count(*) filter (where l.rol = 'slachtoffer')::int, count(*) filter (where l.rol = 'kind')::int, count(*) filter (where l.rol = 'pleger')::int,
    max((select coalesce(h.ingetrokken_op, h.verlengd_tot, h.tot) from huisverbod h where h.persoon_id = l.persoon_id and l.rol = 'pleger'
      and h.opgelegd_op <= vandaag() and coalesce(h.ingetrokken_op, h.verlengd_tot, h.tot) > vandaag()))
  from vo_systeem s join vo_systeem_lid l on l.systeem_id = s.id and l.tot is null and l.persoon_id <> all ((select geblokkeerd())::uuid[])
  where s.regio_id = regio() and s.id in (select e.systeem_id from vo_systeem_lid e where e.tot is null and e.persoon_id in (select d.id from dossier d))
    and (inzage('systeem') or (inzage('personen') and inzage('vo') and exists (
      select 1 from betrokkenheid b where b.persoon_id in (select d.id from dossier d) and b.organisatie_id = organisatie() and b.van <= vandaag() and (b.tot is null or b.tot > vandaag()))))
  group by s.id, s.koppelcode order by s.id
$$;
comment on function systeem_van is 'Rollen in het systeem van een persoon, zonder wie het zijn, voor wie binnen de vrouwenopvang die persoon mag zien.';
create function vind_systeem(p_koppelcode text) returns uuid language sql stable security definer set search_path = onderdak, pg_temp as $$
  select s.id from vo_systeem s where s.regio_id = regio() and s.koppelcode = p_koppelcode and (inzage('vo') or inzage('systeem'))
$$;
comment on function vind_systeem is 'Het systeem bij een koppelcode; meer zegt de code niet.';

-- ── Meldcode: a checklist without persons ───────────────────────────────────────────────────────────────────────────

create table meldcode_doorloop (
  id uuid primary key,
  regio_id uuid not null references regio,
  organisatie_id uuid not null references organisatie,
  gebruiker_id uuid not null references gebruiker,
  status text not null check (status in ('open', 'afgerond')),
  begonnen_op date not null,
  signalen_op date,
  overleg_op date,
  gesprek_op date,
  geen_gesprek_reden text check (geen_gesprek_reden in ('onveilig_client', 'onveilig_medewerker', 'niet_bereikbaar')),
  wegen_op date,
  beslissen_op date,
  uitkomst text check (uitkomst in ('melden', 'hulp', 'melden_en_hulp', 'geen_vermoeden')),
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint meldcode_gesprek_of_reden check (gesprek_op is null or geen_gesprek_reden is null),
  constraint meldcode_wegen_na_stappen check (wegen_op is null or (signalen_op is not null and overleg_op is not null and (gesprek_op is not null or geen_gesprek_reden is not null))),
  constraint meldcode_beslissen_na_wegen check (beslissen_op is null or wegen_op is not null),
  constraint meldcode_afgerond_compleet check ((status = 'afgerond') = (beslissen_op is not null) and (beslissen_op is null) = (uitkomst is null))
);
create index meldcode_doorloop_eigen on meldcode_doorloop (gebruiker_id, begonnen_op);
select beschrijf('meldcode_doorloop', 'De vijf stappen van de meldcode, door een professional afgevinkt. Er is geen plaats voor een naam of een verhaal: alleen dagen en keuzes, en alleen de gebruiker zelf ziet ze.', 'organisatie_id: Organisatie van de gebruiker.', 'gebruiker_id: Wie de stappen doorloopt; alleen die ziet dit.', 'status: Stand.', 'begonnen_op: Dag van beginnen.',
  'signalen_op: Stap 1, signalen in kaart; leeg zolang niet gedaan.', 'overleg_op: Stap 2, overleg met een collega of Veilig Thuis; leeg zolang niet gedaan.', 'gesprek_op: Stap 3, gesprek; leeg zolang niet gedaan.', 'geen_gesprek_reden: Waarom stap 3 is overgeslagen; leeg als dat niet zo is.', 'wegen_op: Stap 4, wegen met het afwegingskader; leeg zolang niet gedaan.',
  'beslissen_op: Stap 5, beslissen; leeg zolang niet gedaan.', 'uitkomst: Wat is besloten; leeg zolang niet.');
alter table meldcode_doorloop enable row level security, force row level security;
create policy eigen on meldcode_doorloop to onderdak_app using (regio_id = (select regio()) and gebruiker_id = (select gebruiker())) with check (regio_id = (select regio()) and gebruiker_id = (select gebruiker()));
grant select, insert, update, delete on meldcode_doorloop to onderdak_app;

-- ── Sight ───────────────────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare tabel text;
begin
  foreach tabel in array array['belangenconflict', 'vo_route', 'veiligheidsplan', 'veiligheidsplan_versie', 'huisverbod', 'veilig_thuis', 'vo_systeem_lid'] loop
    perform bescherm(tabel::regclass);
    execute format('create policy kern on %I for select to onderdak_kern using (true)', tabel);
    execute format('grant select on %I to onderdak_kern', tabel);
    execute format('grant select, insert, update on %I to onderdak_app', tabel);
    if tabel <> 'belangenconflict' then
      execute format('create policy vo on %I as restrictive to onderdak_app using ((select inzage(''vo'')) or (select inzage(''systeem'')))', tabel);
    end if;
  end loop;
end $$;
revoke update on veiligheidsplan_versie from onderdak_app;
alter table vo_systeem enable row level security, force row level security;
create policy lid on vo_systeem to onderdak_app
  using (regio_id = (select regio()) and ((select inzage('systeem')) or ((select inzage('vo')) and exists (select 1 from vo_systeem_lid l where l.systeem_id = vo_systeem.id))))
  with check (regio_id = (select regio()) and ((select inzage('vo')) or (select inzage('systeem'))));
create policy kern on vo_systeem to onderdak_kern using (true);
grant select, insert on vo_systeem to onderdak_app;
grant select, update on vo_systeem to onderdak_kern;

-- What happened is also told only to who may read the thing itself.
create policy vo on gebeurtenis as restrictive for select to onderdak_app
  using (onderwerp_soort <> all (array['vo_route', 'veiligheidsplan', 'huisverbod', 'veilig_thuis', 'vo_systeem_lid']) or (select inzage('vo')) or (select inzage('systeem')));

do $$
declare f text;
begin
  foreach f in array array['geblokkeerde_personen(uuid,uuid,uuid,date)', 'belangenconflict_poging(uuid,uuid[],uuid[])', 'systeem_van(uuid)', 'vind_systeem(text)', 'eis_gescheiden_opvang()'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to onderdak_app', f);
  end loop;
end $$;

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into termijn (regio_id, code, naam, aantal, eenheid, wettelijk, van, bron)
select r.id, 'veiligheidsplan', 'Veiligheidsplan na het begin van een verblijf in de vrouwenopvang', 3, 'dagen', false, date '2020-01-01', 'Instelling van de regio' from regio r;
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'vrouwenopvang.wijzigen', current_date from rol_permissie p where p.permissie = 'vrouwenopvang.lezen' and (p.tot is null or p.tot > current_date);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'meldcode.doorlopen', current_date from rol_permissie p where p.permissie = 'persoon.lezen' and (p.tot is null or p.tot > current_date);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'belangenconflict.vastleggen', current_date from rol_permissie p
where p.permissie = 'persoon.lezen' and p.rol_code in ('toegangsmedewerker', 'vo_medewerker', 'casusregisseur') and (p.tot is null or p.tot > current_date);
