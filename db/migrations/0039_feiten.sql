-- feiten: what the figures are counted from. One row per stay, wait, place and so on, under a pseudonym, with the moments between
-- which the register said so. That gives "as known on" any moment, a store without persons (Wmo 2015 art. 5.3.6; AVG-05), and indexes for counting.

create table pseudoniem (
  persoon_id uuid primary key references persoon,
  regio_id uuid not null references regio,
  pseudoniem uuid not null unique default gen_random_uuid()
);
select beschrijf('pseudoniem', 'Welk pseudoniem bij een persoon hoort. Niemand leest deze tabel; alleen de functies die feiten vastleggen.', 'pseudoniem: Toevallig getal, dat niets over de persoon zegt.');
alter table pseudoniem enable row level security, force row level security;
create policy kern on pseudoniem to onderdak_kern using (true) with check (true);
grant select, insert on pseudoniem to onderdak_kern;

-- The pseudonym of the dossier that counts: of two that were merged, the one they went into.
create function pseudoniem_van(p_persoon uuid) returns uuid language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  geldt record;
  gevonden uuid;
begin
  select coalesce(p.samengevoegd_in, p.id) as id, p.regio_id into geldt from persoon p where p.id = p_persoon;
  if geldt.id is null then return null; end if;
  select s.pseudoniem into gevonden from pseudoniem s where s.persoon_id = geldt.id;
  if gevonden is null then
    insert into pseudoniem (persoon_id, regio_id) values (geldt.id, geldt.regio_id) on conflict (persoon_id) do nothing;
    select s.pseudoniem into strict gevonden from pseudoniem s where s.persoon_id = geldt.id;
  end if;
  return gevonden;
end $$;
comment on function pseudoniem_van is 'Pseudoniem van een persoon; maakt het de eerste keer.';
alter function pseudoniem_van(uuid) owner to onderdak_kern;
revoke execute on function pseudoniem_van(uuid) from public;

do $$
declare
  t text;
begin
  foreach t in array array['huurcontract', 'uitstroomdossier', 'urgentieaanvraag', 'voorziening', 'organisatie'] loop
    execute format('grant select on %I to onderdak_kern', t);
    if (select relrowsecurity from pg_class where oid = t::regclass) and not exists (select 1 from pg_policy where polrelid = t::regclass and polname = 'kern') then
      execute format('create policy kern on %I for select to onderdak_kern using (true)', t);
    end if;
  end loop;
end $$;

-- ── What is so now, as the register says it ───────────────────────────────────────────────────────────────────────────

create view nu_persoon as
  select p.regio_id, p.id as sleutel, pseudoniem_van(p.id) as pseudoniem, coalesce(extract(year from p.geboortedatum)::int, p.geboortejaar) as geboortejaar,
    p.geslacht, p.herkomst_gemeente, p.woonplaats_gemeente
  from persoon p where p.samengevoegd_in is null;

-- Whoever sleeps there, each with the days of their own; two files of one person that were merged are one. Of a secret place nobody counts where it is.
create view nu_verblijf as
  select distinct v.regio_id, v.id as sleutel, pseudoniem_van(vp.persoon_id) as pseudoniem, vp.persoon_id = v.persoon_id as is_hoofd, v.product_id, v.plek_id,
    case when not l.is_geheim then l.id end as locatie_id, case when not l.is_geheim then l.gemeente_code end as gemeente_code,
    case when not l.is_geheim then z.organisatie_id end as aanbieder_id, v.soort, vp.van, vp.tot, v.verwacht_einde_op, v.uiterlijk_op,
    v.overschrijding_reden is not null as heeft_reden, v.uitstroomgereed_op, v.uitstroom_wacht_op,
    case when vp.tot is not null then coalesce(vp.eindreden, v.eindreden) end as eindreden, case when vp.tot is not null then coalesce(vp.bestemming, v.bestemming) end as bestemming
  from verblijf v join verblijf_persoon vp on vp.verblijf_id = v.id join locatie l on l.id = v.locatie_id join voorziening z on z.id = l.voorziening_id;

create view nu_wacht as
  select w.regio_id, w.id as sleutel, pseudoniem_van(w.persoon_id) as pseudoniem, w.product_id, w.richting, w.gemeente_code, w.personen, w.kinderen,
    w.gemeld_op, w.besloten_op, w.plaatsbaar_op, w.voorgesteld_op, w.gestart_op, w.beeindigd_op, w.eindreden, w.wachtreden, w.overbrugging, w.voorrang_op, w.niet_plaatsbaar_sinds,
    coalesce(w.gestart_op, w.beeindigd_op) as tot
  from wachtlijstplaatsing w;

create view nu_melding as
  select m.regio_id, m.id as sleutel, pseudoniem_van(m.persoon_id) as pseudoniem, m.organisatie_id, m.gemeente_code, m.domein, m.kanaal, m.melder_soort, m.meldingsdatum, m.slaapplek_vannacht,
    m.is_spoed, m.volwassenen, m.kinderen, m.uiterlijk_op, m.triage_op, m.triage_uitkomst, b.besloten_op, b.uitkomst, b.zijde, b.reden, b.product_id, b.is_andere_regio,
    m.vorige_geweigerd, m.dagen_sinds_vorige, m.is_herinstroom, m.dagen_sinds_uitstroom, m.gesloten_op, m.sluitreden
  from melding m left join besluit b on b.melding_id = m.id;

create view nu_plek as
  select p.regio_id, p.id as sleutel, p.product_id, p.locatie_id, l.gemeente_code, l.wijk, z.organisatie_id as aanbieder_id, l.is_geheim, p.personen_maximum,
    p.tijdelijk_reden is not null as is_tijdelijk, p.van, p.tot
  from plek p join locatie l on l.id = p.locatie_id join voorziening z on z.id = l.voorziening_id;

create view nu_buiten_gebruik as
  select b.regio_id, b.id as sleutel, b.plek_id, b.reden, b.van, b.tot from buiten_gebruik b;

create view nu_voorstel as
  select s.regio_id, s.id as sleutel, s.wachtlijstplaatsing_id as wacht, pseudoniem_van(s.persoon_id) as pseudoniem, s.product_id,
    case when not l.is_geheim then s.locatie_id end as locatie_id, case when not l.is_geheim then z.organisatie_id end as aanbieder_id, s.personen, s.vanaf, s.status,
    (s.voorgesteld_op at time zone 'Europe/Amsterdam')::date as voorgesteld_op, (s.beantwoord_op at time zone 'Europe/Amsterdam')::date as beantwoord_op,
    s.weiger_zijde, s.weiger_reden, s.niet_verschenen_reden, s.bezwaar_uitkomst
  from plaatsingsvoorstel s join locatie l on l.id = s.locatie_id join voorziening z on z.id = l.voorziening_id;

create view nu_nazorg as
  select a.regio_id, a.id as sleutel, pseudoniem_van(a.persoon_id) as pseudoniem, a.verblijf_id as verblijf, a.aanbieder_id, a.status, a.reden_geen, a.besloten_op, a.begint_op, a.tot, a.geeindigd_op,
    (select min(c.op) from nazorgcontact c where c.nazorgafspraak_id = a.id and c.uitkomst <> 'niet_bereikt') as eerste_contact_op,
    (select max(c.op) from nazorgcontact c where c.nazorgafspraak_id = a.id and c.uitkomst <> 'niet_bereikt') as laatste_contact_op
  from nazorgafspraak a;

create view nu_huurcontract as
  select h.regio_id, h.id as sleutel, pseudoniem_van(h.persoon_id) as pseudoniem, h.soort, h.woningtype, h.gemeente_code, h.begonnen_op, h.omklap_op, h.omgezet_op, h.geeindigd_op from huurcontract h;

create view nu_uitstroom as
  select u.regio_id, u.id as sleutel, pseudoniem_van(u.persoon_id) as pseudoniem, u.verblijf_id as verblijf, u.begonnen_op, u.afgerond_op, u.route, u.bestemming, u.gemeente_code, u.woningtype from uitstroomdossier u;

create view nu_urgentie as
  select a.regio_id, a.id as sleutel, pseudoniem_van(a.persoon_id) as pseudoniem, a.soort, a.status, a.grond, a.herkomst_gemeente, a.ingediend_op, a.besloten_op, a.geldig_tot, a.geeindigd_op from urgentieaanvraag a;

create view nu_beschikking as
  select b.regio_id, b.id as sleutel, pseudoniem_van(b.persoon_id) as pseudoniem, b.organisatie_id, b.namens_gemeente as gemeente_code, b.product_id, b.soort, b.status, b.aangevraagd_op, b.uiterlijk_op, b.beschikt_op,
    b.geldig_van, b.geldig_tot
  from beschikking b;

-- "In beeld": somebody is responsible, has a name and a next step (promise 1). A spell lasts from the first next step to the closing; both
-- are told by the book, because opvolging itself holds only the last state.
create view nu_in_beeld as
  select o.regio_id, o.id as sleutel, (row_number() over (partition by o.id order by b.vastgelegd_op, b.id))::int as keer, pseudoniem_van(o.persoon_id) as pseudoniem, o.organisatie_id, b.op as van, e.op as tot, e.gegevens ->> 'reden' as afsluitreden
  from opvolging o
    join lateral (select h.id, h.op, h.vastgelegd_op, h.soort, lag(h.soort) over (order by h.vastgelegd_op, h.id) as vorige from gebeurtenis h
      where h.regio_id = o.regio_id and h.onderwerp_id = o.id and h.soort in ('VolgendeStapGezet', 'OpvolgingAfgesloten')) b
      on b.soort = 'VolgendeStapGezet' and b.vorige is distinct from 'VolgendeStapGezet'
    left join lateral (select h.op, h.gegevens from gebeurtenis h where h.regio_id = o.regio_id and h.onderwerp_id = o.id and h.soort = 'OpvolgingAfgesloten'
      and (h.vastgelegd_op, h.id) > (b.vastgelegd_op, b.id) order by h.vastgelegd_op, h.id limit 1) e on true;

create view nu_signaal as
  select s.regio_id, s.id as sleutel, s.organisatie_id, s.bron, s.categorie, s.gemeente_code, s.wijk, s.gemeld_op, s.oppakken_voor, s.opgepakt_op, s.afgerond_op, s.uitkomst, s.ontruiming_op, s.volwassenen, s.kinderen
  from signaal s;

-- ── Facts with their history ──────────────────────────────────────────────────────────────────────────────────────────

-- Makes feit_<naam> from nu_<naam>, with feit_<naam>_bij(sleutel): what was recorded no longer holds from now on, what is new does. Within
-- one transaction the last state counts. p_eenmaal: columns of which one row at a time is known; null when rows may differ in anything.
create function maak_feit(p_naam text, p_eenmaal text, p_wat text, variadic p_kolommen text[]) returns void language plpgsql as $$
declare
  feit text := 'feit_' || p_naam;
  kolommen text[] := array(select attname::text from pg_attribute where attrelid = ('nu_' || p_naam)::regclass and attnum > 0 order by attnum);
  lijst text := array_to_string(kolommen, ', ');
  gelijk text := format('(f.%s) is not distinct from (n.%s)', array_to_string(kolommen, ', f.'), array_to_string(kolommen, ', n.'));
  kolom text;
begin
  execute format('alter view nu_%s owner to onderdak_kern', p_naam);
  execute format('comment on view nu_%s is %L', p_naam, p_wat || ' Zoals het register het nu zegt; hieruit komen de feiten.');
  execute format('create table %s as select n.* from nu_%s n with no data', feit, p_naam);
  execute format($f$alter table %1$s alter regio_id set not null, add foreign key (regio_id) references regio, alter sleutel set not null,
    add bekend_van timestamptz not null, add bekend_tot timestamptz not null default 'infinity', add constraint %1$s_bekend check (bekend_van < bekend_tot)$f$, feit);
  -- Codes only: no free text ever comes in here.
  for kolom in select attname from pg_attribute where attrelid = feit::regclass and attnum > 0 and atttypid = 'text'::regtype loop
    execute format('alter table %1$s add constraint %1$s_%2$s_is_code check (%2$I ~ ''^[A-Za-z0-9_]{1,60}$'')', feit, kolom);
  end loop;
  if p_eenmaal is null then
    execute format('create index %1$s_sleutel on %1$s (sleutel) where bekend_tot = ''infinity''', feit);
  else
    execute format('create unique index %1$s_eenmaal on %1$s (%2$s) nulls not distinct where bekend_tot = ''infinity''', feit, p_eenmaal);
  end if;
  execute format('create index %1$s_bekend_tot on %1$s (regio_id, bekend_tot) where bekend_tot < ''infinity''', feit);
  execute format('alter table %1$s enable row level security, force row level security', feit);
  execute format('create policy kern on %s to onderdak_kern using (true) with check (true)', feit);
  execute format('create policy statistiek on %s for select to onderdak_statistiek using (regio_id = (select regio()))', feit);
  execute format('grant select, insert, update, delete on %s to onderdak_kern', feit);
  execute format('grant select on %s to onderdak_statistiek', feit);
  execute format($f$
    create function %1$s_bij(p_sleutel uuid) returns void language plpgsql security definer set search_path = onderdak, pg_temp as $b$
    begin
      delete from %1$s f where f.sleutel = p_sleutel and f.bekend_tot = 'infinity' and f.bekend_van >= nu() and not exists (select 1 from nu_%2$s n where n.sleutel = p_sleutel and %3$s);
      update %1$s f set bekend_tot = nu() where f.sleutel = p_sleutel and f.bekend_tot = 'infinity' and not exists (select 1 from nu_%2$s n where n.sleutel = p_sleutel and %3$s);
      insert into %1$s (%4$s, bekend_van) select n.*, nu() from nu_%2$s n where n.sleutel = p_sleutel
        and not exists (select 1 from %1$s f where f.sleutel = p_sleutel and f.bekend_tot = 'infinity' and %3$s);
    end $b$ $f$, feit, p_naam, gelijk, lijst);
  execute format('alter function %s_bij(uuid) owner to onderdak_kern', feit);
  execute format('revoke execute on function %s_bij(uuid) from public', feit);
  execute format('comment on function %s_bij is %L', feit, 'Legt vast wat er nu geldt, en tot wanneer iets anders gold.');
  perform beschrijf(feit::regclass, p_wat, variadic array['sleutel: Kenmerk van de rij waaruit het feit komt.', 'bekend_van: Moment waarop het register dit ging zeggen.',
    'bekend_tot: Moment waarop het register iets anders zei; oneindig voor wat nu bekend is.'] || p_kolommen
    || case when 'pseudoniem' = any (kolommen) then array['pseudoniem: Wie, zonder te zeggen wie dat is; leeg als dat niet bekend is.'] else '{}' end);
end $$;
comment on function maak_feit is 'Maakt een tabel met feiten onder pseudoniem uit wat er nu geldt, met haar geschiedenis.';
revoke execute on function maak_feit from public;

select maak_feit('persoon', 'pseudoniem', 'Wat er van iemand te tellen is, zonder naam, dag van geboorte of nummer.',
  'geboortejaar: Jaar van geboorte, geschat als de dag niet bekend is.', 'geslacht: Geslacht.', 'herkomst_gemeente: Gemeente waar iemand vandaan komt.', 'woonplaats_gemeente: Gemeente waar iemand nu woont of verblijft.');
-- Here the key is the person: the statistics role never reads it beside the pseudonym.
revoke select on feit_persoon from onderdak_statistiek;
grant select (regio_id, pseudoniem, geboortejaar, geslacht, herkomst_gemeente, woonplaats_gemeente, bekend_van, bekend_tot) on feit_persoon to onderdak_statistiek;
select maak_feit('verblijf', null, 'Wie er verblijft: een rij per bewoner en verblijf.', 'is_hoofd: Waar voor het aanspreekpunt van het huishouden.', 'product_id: Product.', 'plek_id: Plek.',
  'locatie_id: Locatie; leeg bij een geheime.', 'gemeente_code: Gemeente van de locatie; leeg bij een geheime of verspreide.', 'aanbieder_id: Organisatie van de voorziening; leeg bij een geheime locatie.',
  'soort: Regulier, spoed, overbrugging of time-out.', 'van: Eerste nacht van deze bewoner.', 'tot: Dag van vertrek van deze bewoner; leeg zolang die er is.', 'verwacht_einde_op: Verwacht einde.',
  'uiterlijk_op: Einde van het langste verblijf volgens de regels.', 'heeft_reden: Waar als vastligt waarom het langer duurt dan de regels.', 'uitstroomgereed_op: Dag vanaf wanneer de plek geblokkeerd is.',
  'uitstroom_wacht_op: Waarop dan gewacht wordt.', 'eindreden: Reden van het einde.', 'bestemming: Waarheen.');
select maak_feit('wacht', 'sleutel', 'Wie er wacht: een rij per registratie op de wachtlijst.', 'product_id: Product.', 'richting: Instroom, doorstroom of uitstroom.', 'gemeente_code: Gemeente die telt.',
  'personen: Aantal mensen dat samen wacht.', 'kinderen: Aantal kinderen daarvan.', 'gemeld_op: Klok 1.', 'besloten_op: Klok 2.', 'plaatsbaar_op: Klok 3.', 'voorgesteld_op: Klok 4.', 'gestart_op: Klok 5.',
  'beeindigd_op: Dag van einde zonder plaatsing.', 'eindreden: Waarom zonder plaatsing.', 'wachtreden: Waarom iemand wacht.', 'overbrugging: Wat er intussen gebeurt.', 'voorrang_op: Dag waarop met de hand voorrang is gegeven.',
  'niet_plaatsbaar_sinds: Sinds wanneer geen plek in de regio past.', 'tot: Dag waarop iemand van de lijst ging; leeg zolang die wacht.');
select maak_feit('melding', 'sleutel', 'Wie zich meldde, en wat er is besloten.', 'organisatie_id: Loket.', 'gemeente_code: Gemeente waar gemeld is.', 'domein: Deel van de keten.', 'kanaal: Hoe de melding binnenkwam.', 'melder_soort: Wie meldde.',
  'meldingsdatum: Dag van de melding.', 'slaapplek_vannacht: Of er een slaapplek was.', 'is_spoed: Waar als er direct iets nodig was.', 'volwassenen: Aantal volwassenen.', 'kinderen: Aantal kinderen.',
  'uiterlijk_op: Uiterste dag van het onderzoek.', 'triage_op: Dag van de triage.', 'triage_uitkomst: Uitkomst van de triage.', 'besloten_op: Dag van het besluit.', 'uitkomst: Wat er is besloten.', 'zijde: Wie weigerde.',
  'reden: Reden van weigeren.', 'product_id: Product bij toelating.', 'is_andere_regio: Waar als een andere regio het overneemt.', 'vorige_geweigerd: Waar als de vorige melding eindigde in een weigering.',
  'dagen_sinds_vorige: Dagen sinds de vorige melding.', 'is_herinstroom: Waar als iemand na uitstroom terugkwam.', 'dagen_sinds_uitstroom: Dagen sinds het einde van het laatste verblijf.', 'gesloten_op: Dag van sluiten.', 'sluitreden: Waarom gesloten.');
select maak_feit('plek', 'sleutel', 'Welke plekken er zijn.', 'product_id: Product.', 'locatie_id: Locatie.', 'gemeente_code: Gemeente; leeg bij een geheime of verspreide.', 'wijk: Wijk; leeg als niet bekend.', 'aanbieder_id: Organisatie van de voorziening.',
  'is_geheim: Waar bij een geheime locatie.', 'personen_maximum: Hoeveel mensen passen.', 'is_tijdelijk: Waar bij tijdelijke capaciteit.');
select maak_feit('buiten_gebruik', 'sleutel', 'Wanneer een plek niet bruikbaar was.', 'plek_id: Plek.', 'reden: Reden.');
select maak_feit('voorstel', 'sleutel', 'Wie is voorgesteld, en het antwoord.', 'wacht: Kenmerk van de registratie op de wachtlijst.', 'product_id: Product.', 'locatie_id: Locatie; leeg bij een geheime.', 'aanbieder_id: Aanbieder; leeg bij een geheime locatie.',
  'personen: Aantal mensen.', 'vanaf: Eerste dag.', 'status: Stand.', 'voorgesteld_op: Dag van voorstellen.', 'beantwoord_op: Dag van antwoord.', 'weiger_zijde: Wie weigerde.', 'weiger_reden: Reden.',
  'niet_verschenen_reden: Waarom iemand niet kwam.', 'bezwaar_uitkomst: Uitkomst van het bezwaar.');
select maak_feit('nazorg', 'sleutel', 'Afspraken over nazorg na uitstroom.', 'verblijf: Kenmerk van het verblijf dat eindigde.', 'aanbieder_id: Organisatie die nazorg geeft; leeg bij een aanbieder buiten de regio.', 'status: Stand.',
  'reden_geen: Waarom er geen nazorg is.', 'besloten_op: Dag van de afspraak.', 'begint_op: Eerste dag.', 'tot: Dag waarop de afspraak eindigt.', 'geeindigd_op: Dag van het werkelijke einde.', 'eerste_contact_op: Eerste dag dat iemand is bereikt.',
  'laatste_contact_op: Laatste dag dat iemand is bereikt.');
select maak_feit('huurcontract', 'sleutel', 'Huurcontracten na uitstroom.', 'soort: Soort contract bij het begin.', 'woningtype: Soort woning.', 'gemeente_code: Gemeente van de woning.', 'begonnen_op: Eerste dag.', 'omklap_op: Dag waarop het een gewoon contract zou worden.',
  'omgezet_op: Dag waarop het dat werd.', 'geeindigd_op: Dag van het einde.');
select maak_feit('uitstroom', 'sleutel', 'Uitstroomdossiers met route en bestemming.', 'verblijf: Kenmerk van het verblijf dat eindigde.', 'begonnen_op: Eerste dag.', 'afgerond_op: Dag van uitstroom.', 'route: Langs welke weg.', 'bestemming: Waarheen, als er geen verblijf was.',
  'gemeente_code: Gewenste gemeente.', 'woningtype: Gewenste soort woning.');
select maak_feit('urgentie', 'sleutel', 'Aanvragen van urgentie en één-route.', 'soort: Urgentie of één-route.', 'status: Stand.', 'grond: Grond.', 'herkomst_gemeente: Gemeente waar iemand naar terugkeert.', 'ingediend_op: Dag van indienen.', 'besloten_op: Dag van het besluit.',
  'geldig_tot: Eerste dag waarop zij niet meer geldt.', 'geeindigd_op: Dag van gebruik of intrekken.');
select maak_feit('beschikking', 'sleutel', 'Beschikkingen en hun termijn.', 'organisatie_id: Organisatie die beslist.', 'gemeente_code: Gemeente die verantwoordelijk is.', 'product_id: Product.', 'soort: Wat voor beschikking.', 'status: Stand.',
  'aangevraagd_op: Dag van de aanvraag.', 'uiterlijk_op: Uiterste dag.', 'beschikt_op: Dag van de beschikking.', 'geldig_van: Eerste dag van geldigheid.', 'geldig_tot: Eerste dag waarop zij niet meer geldt.');
select maak_feit('in_beeld', 'sleutel, keer', 'Wie in beeld is: iemand is verantwoordelijk en er is een volgende stap.', 'keer: Hoeveelste keer dat iemand in beeld kwam; ook twee keer op een dag.', 'organisatie_id: Organisatie die nu of het laatst verantwoordelijk is.', 'van: Dag van de eerste volgende stap.', 'tot: Dag van afsluiten; leeg zolang iemand in beeld is.',
  'afsluitreden: Waarom afgesloten.');
select maak_feit('signaal', 'sleutel', 'Signalen van partners en inwoners.', 'organisatie_id: Organisatie die het behandelt.', 'bron: Inwoner of partner.', 'categorie: Soort signaal.', 'gemeente_code: Gemeente.', 'wijk: Wijk.', 'gemeld_op: Dag van het signaal.',
  'oppakken_voor: Uiterste dag om het op te pakken.', 'opgepakt_op: Dag van oppakken.', 'afgerond_op: Dag van afronden.', 'uitkomst: Wat ermee is gedaan.', 'ontruiming_op: Dag van de ontruiming.', 'volwassenen: Aantal volwassenen.', 'kinderen: Aantal kinderen.');

create index feit_verblijf_van on feit_verblijf (regio_id, van) include (locatie_id, tot) where bekend_tot = 'infinity';
create index feit_verblijf_wie on feit_verblijf (regio_id, pseudoniem, van) where bekend_tot = 'infinity';
create index feit_wacht_open on feit_wacht (regio_id, product_id, besloten_op) where bekend_tot = 'infinity' and tot is null;
create index feit_melding_dag on feit_melding (regio_id, meldingsdatum) where bekend_tot = 'infinity';

-- ── Written together with what they tell ──────────────────────────────────────────────────────────────────────────────

-- Arguments: the fact, and the column of the changed row that is its key.
create function leg_feit_vast() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  rij jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  if tg_op = 'UPDATE' and to_jsonb(old) ->> tg_argv[1] is distinct from rij ->> tg_argv[1] and to_jsonb(old) ->> tg_argv[1] is not null then
    execute format('select feit_%s_bij($1)', tg_argv[0]) using (to_jsonb(old) ->> tg_argv[1])::uuid;
  end if;
  if rij ->> tg_argv[1] is not null then
    execute format('select feit_%s_bij($1)', tg_argv[0]) using (rij ->> tg_argv[1])::uuid;
  end if;
  return null;
end $$;
comment on function leg_feit_vast is 'Legt het feit vast dat bij een veranderde rij hoort.';
alter function leg_feit_vast() owner to onderdak_kern;

do $$
declare
  t text[];
begin
  foreach t slice 1 in array array[['verblijf', 'verblijf', 'id'], ['verblijf_persoon', 'verblijf', 'verblijf_id'], ['wachtlijstplaatsing', 'wacht', 'id'], ['melding', 'melding', 'id'], ['besluit', 'melding', 'melding_id'],
    ['plek', 'plek', 'id'], ['buiten_gebruik', 'buiten_gebruik', 'id'], ['plaatsingsvoorstel', 'voorstel', 'id'], ['nazorgafspraak', 'nazorg', 'id'], ['nazorgcontact', 'nazorg', 'nazorgafspraak_id'],
    ['huurcontract', 'huurcontract', 'id'], ['uitstroomdossier', 'uitstroom', 'id'], ['urgentieaanvraag', 'urgentie', 'id'], ['beschikking', 'beschikking', 'id'], ['opvolging', 'in_beeld', 'id'], ['signaal', 'signaal', 'id'],
    ['persoon', 'persoon', 'id']] loop
    execute format('create trigger leg_feit_vast_%2$s after insert or update or delete on %1$I for each row execute function leg_feit_vast(%2$L, %3$L)', t[1], t[2], t[3]);
  end loop;
end $$;
create trigger leg_feit_vast_in_beeld after insert on gebeurtenis for each row when (new.onderwerp_soort = 'opvolging' and new.soort in ('VolgendeStapGezet', 'OpvolgingAfgesloten'))
  execute function leg_feit_vast('in_beeld', 'onderwerp_id');

-- Of a dossier that went into another every fact moves to the pseudonym of the other, and back when that is undone.
create function leg_feiten_van_persoon_vast() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  feit text;
  bij uuid;
begin
  foreach feit in array array['verblijf', 'wacht', 'melding', 'voorstel', 'nazorg', 'huurcontract', 'uitstroom', 'urgentie', 'beschikking', 'in_beeld'] loop
    for bij in execute format('select distinct f.sleutel from feit_%s f where f.bekend_tot = ''infinity'' and f.pseudoniem in (select s.pseudoniem from pseudoniem s where s.persoon_id = any ($1))', feit)
      using array[new.id, old.samengevoegd_in, new.samengevoegd_in] loop
      execute format('select feit_%s_bij($1)', feit) using bij;
    end loop;
  end loop;
  return null;
end $$;
comment on function leg_feiten_van_persoon_vast is 'Verhangt de feiten van een dossier dat is samengevoegd of weer losgemaakt.';
alter function leg_feiten_van_persoon_vast() owner to onderdak_kern;
create trigger leg_feiten_van_persoon_vast after update of samengevoegd_in on persoon for each row when (old.samengevoegd_in is distinct from new.samengevoegd_in)
  execute function leg_feiten_van_persoon_vast();

-- A place that moves, becomes secret or goes to another aanbieder takes the facts along.
create function leg_feiten_van_locatie_vast() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  locaties uuid[] := case tg_table_name when 'locatie' then array[new.id] else array(select l.id from locatie l where l.voorziening_id = new.id) end;
begin
  perform feit_plek_bij(p.id) from plek p where p.locatie_id = any (locaties);
  perform feit_verblijf_bij(v.id) from verblijf v where v.locatie_id = any (locaties);
  perform feit_voorstel_bij(s.id) from plaatsingsvoorstel s where s.locatie_id = any (locaties);
  return null;
end $$;
comment on function leg_feiten_van_locatie_vast is 'Legt de feiten van een locatie opnieuw vast als zij verhuist, geheim wordt of naar een andere aanbieder gaat.';
alter function leg_feiten_van_locatie_vast() owner to onderdak_kern;
create trigger leg_feiten_van_locatie_vast after update on locatie for each row
  when ((old.gemeente_code, old.wijk, old.is_geheim, old.voorziening_id) is distinct from (new.gemeente_code, new.wijk, new.is_geheim, new.voorziening_id)) execute function leg_feiten_van_locatie_vast();
create trigger leg_feiten_van_locatie_vast after update on voorziening for each row when (old.organisatie_id is distinct from new.organisatie_id) execute function leg_feiten_van_locatie_vast();

-- ── What was there already, and the check ─────────────────────────────────────────────────────────────────────────────

create table feit_begin (regio_id uuid primary key references regio, vanaf timestamptz not null);
select beschrijf('feit_begin', 'Van een regio die al werkte: vanaf wanneer is bijgehouden wat er bekend was. Zonder rij is dat het begin van de regio.', 'vanaf: Eerste moment waarover te zeggen is wat er toen bekend was.');
alter table feit_begin enable row level security, force row level security;
create policy kern on feit_begin to onderdak_kern using (true) with check (true);
create policy statistiek on feit_begin for select to onderdak_statistiek using (regio_id = (select regio()));
grant select, insert on feit_begin to onderdak_kern;
grant select on feit_begin to onderdak_statistiek;

-- What was known before was not kept: what is so now stands as known from now on.
create function vul_feiten() returns void language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  naam text;
begin
  for naam in select substr(c.relname, 4) from pg_class c where c.relnamespace = 'onderdak'::regnamespace and c.relkind = 'v' and c.relname like 'nu\_%' loop
    execute format('insert into feit_%1$s (%2$s, bekend_van) select n.*, nu() from nu_%1$s n', naam,
      (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = ('nu_' || naam)::regclass and attnum > 0));
  end loop;
  insert into feit_begin (regio_id, vanaf) select r.id, nu() from regio r where exists (select 1 from gebeurtenis g where g.regio_id = r.id);
end $$;
alter function vul_feiten() owner to onderdak_kern;
select vul_feiten();
drop function vul_feiten();

-- Every fact that differs from what the register says now; empty when all is well. Who asks is the owner or the core role.
create function controleer_feiten() returns table (feit text, sleutel uuid, wat text) language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  naam text;
  kolommen text;
begin
  for naam in select substr(c.relname, 4) from pg_class c where c.relnamespace = 'onderdak'::regnamespace and c.relkind = 'v' and c.relname like 'nu\_%' order by 1 loop
    kolommen := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = ('nu_' || naam)::regclass and attnum > 0);
    return query execute format($q$
      (select %1$L, x.sleutel, 'ontbreekt' from (select %2$s from nu_%1$s except all select %2$s from feit_%1$s where bekend_tot = 'infinity') x)
      union all
      (select %1$L, x.sleutel, 'klopt niet meer' from (select %2$s from feit_%1$s where bekend_tot = 'infinity' except all select %2$s from nu_%1$s) x)$q$, naam, kolommen);
  end loop;
end $$;
comment on function controleer_feiten is 'Feiten die niet zijn wat het register nu zegt. Leeg als alles klopt.';
alter function controleer_feiten() owner to onderdak_kern;
revoke execute on function controleer_feiten() from public;
