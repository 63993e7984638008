-- winterkou: free beds for whoever sleeps nowhere else when it freezes, and less room in a calamiteit (WIN-01..07).
-- A guest needs no name and no burgerservicenummer. Who it is, when known, is a row of its own under betrokkenheid.

create table winterperiode (
  id uuid primary key,
  regio_id uuid not null references regio,
  soort text not null check (soort in ('winterkou', 'calamiteit')),
  van date not null,
  tot date,
  reden text not null check (length(btrim(reden)) > 0),
  temperatuur numeric(4, 1) check (temperatuur between -40 and 40),
  afwijking_reden text check (length(btrim(afwijking_reden)) > 0),
  besloten_door text not null check (length(btrim(besloten_door)) > 0),
  besloten_op date not null,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid references gebruiker,
  einde_reden text check (length(btrim(einde_reden)) > 0),
  einde_besloten_door text check (length(btrim(einde_besloten_door)) > 0),
  einde_besloten_op date,
  einde_vastgelegd_op timestamptz,
  einde_vastgelegd_door uuid references gebruiker,
  bron text,
  versie int not null default 1,
  constraint winterperiode_soort_uniek unique (id, soort),
  constraint winterperiode_eindigt_na_begin check (tot >= van),
  constraint winterperiode_einde_volledig check ((tot is null) = (einde_reden is null) and (tot is null) = (einde_besloten_door is null)
    and (tot is null) = (einde_besloten_op is null) and (tot is null) = (einde_vastgelegd_op is null)),
  constraint winterperiode_vorst_of_reden check (soort = 'calamiteit' or temperatuur is not null or afwijking_reden is not null),
  constraint winterperiode_overlapt_niet exclude using gist (regio_id with =, soort with =, daterange(van, tot) with &&)
);
select beschrijf('winterperiode', 'Dagen waarop de winterkouderegeling of een calamiteit geldt, met wie daartoe besloot en waarom.', 'soort: Winterkou of calamiteit.', 'van: Eerste nacht.', 'tot: Eerste nacht waarin het niet meer geldt; gelijk aan de eerste nacht als het is ingetrokken; leeg zolang het loopt.',
  'reden: Waarom het is aangezet.', 'temperatuur: Verwachte laagste temperatuur in graden Celsius; leeg bij een calamiteit of een afwijking.', 'afwijking_reden: Waarom toch, als het niet koud genoeg is volgens de regel; leeg als dat niet zo is.', 'besloten_door: Wie besloot, met functie.', 'besloten_op: Dag van het besluit.',
  'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.', 'einde_reden: Waarom het is beëindigd; leeg zolang het loopt.', 'einde_besloten_door: Wie tot het einde besloot; leeg zolang het loopt.', 'einde_besloten_op: Dag van dat besluit; leeg zolang het loopt.',
  'einde_vastgelegd_op: Moment waarop het einde is vastgelegd; leeg zolang het loopt.', 'einde_vastgelegd_door: Wie het einde vastlegde; leeg zolang het loopt of bij een taak van het systeem.');

create table calamiteit_locatie (
  regio_id uuid not null references regio,
  winterperiode_id uuid not null,
  soort text not null default 'calamiteit' check (soort = 'calamiteit'),
  locatie_id uuid not null references locatie,
  percentage int not null check (percentage between 0 and 99),
  primary key (winterperiode_id, locatie_id),
  constraint calamiteit_locatie_bij_calamiteit foreign key (winterperiode_id, soort) references winterperiode (id, soort)
);
create index calamiteit_locatie_locatie on calamiteit_locatie (locatie_id);
select beschrijf('calamiteit_locatie', 'Locaties waar tijdens een calamiteit minder mensen terechtkunnen. Welke plekken dicht zijn, wordt daaruit afgeleid en niet bewaard.', 'winterperiode_id: Calamiteit.', 'soort: Altijd calamiteit.', 'locatie_id: Locatie.', 'percentage: Welk deel van de plekken nog te gebruiken is.');

create table wintercapaciteit (
  id uuid primary key,
  regio_id uuid not null references regio,
  locatie_id uuid not null references locatie,
  bedden int not null check (bedden between 1 and 500),
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  constraint wintercapaciteit_overlapt_niet exclude using gist (locatie_id with =, daterange(van, tot) with &&)
);
select beschrijf('wintercapaciteit', 'Plan: hoeveel extra bedden een vaste uitwijklocatie heeft zodra de regeling aan staat.', 'locatie_id: Locatie.', 'bedden: Extra bedden.');

create table winternacht (
  id uuid primary key,
  regio_id uuid not null references regio,
  winterperiode_id uuid not null references winterperiode,
  locatie_id uuid not null references locatie,
  nacht date not null,
  constraint winternacht_een_keer unique (locatie_id, nacht)
);
create index winternacht_periode on winternacht (winterperiode_id, nacht);
select beschrijf('winternacht', 'Een nacht op een locatie waar gasten zijn genoteerd.', 'winterperiode_id: Periode waarin de nacht valt.', 'locatie_id: Locatie.', 'nacht: Dag waarop de nacht begint.');

create table wintergast (
  id uuid primary key,
  regio_id uuid not null references regio,
  winternacht_id uuid not null references winternacht,
  organisatie_id uuid not null references organisatie,
  aanbieder_id uuid references organisatie,
  soort text not null check (soort in ('anoniem', 'bekend')),
  nummer int not null check (nummer > 0),
  bijnaam text check (length(btrim(bijnaam)) > 0),
  kan_nergens_anders boolean not null,
  bijgezet_reden text check (length(btrim(bijgezet_reden)) > 0),
  geregistreerd_op timestamptz not null,
  geregistreerd_door uuid references gebruiker,
  ongedaan_op timestamptz,
  ongedaan_door uuid references gebruiker,
  ongedaan_reden text check (length(btrim(ongedaan_reden)) > 0),
  intake_status text check (intake_status in ('open', 'melding', 'afgerond')),
  intake_stap text check (length(btrim(intake_stap)) > 0),
  intake_op date,
  intake_organisatie_id uuid references organisatie,
  intake_uitkomst text check (intake_uitkomst in ('gesproken', 'wil_niet', 'niet_gevonden', 'al_bekend')),
  melding_id uuid references melding,
  versie int not null default 1,
  constraint wintergast_nergens_anders check (kan_nergens_anders),
  constraint wintergast_bekend_zonder_bijnaam check (soort = 'anoniem' or bijnaam is null),
  constraint wintergast_ongedaan_volledig check ((ongedaan_op is null) = (ongedaan_reden is null)),
  constraint wintergast_intake_volledig check ((intake_status is null) = (intake_stap is null) and (intake_status is null) = (intake_op is null) and (intake_status is null) = (intake_organisatie_id is null)),
  constraint wintergast_melding_bij_intake check ((intake_status is not distinct from 'melding') = (melding_id is not null)),
  constraint wintergast_uitkomst_bij_afgerond check ((intake_status is not distinct from 'afgerond') = (intake_uitkomst is not null))
);
create unique index wintergast_bed_een_keer on wintergast (winternacht_id, nummer) where ongedaan_op is null;
create index wintergast_intake on wintergast (regio_id, intake_organisatie_id, intake_op) where intake_status = 'open';
create index wintergast_bijnaam on wintergast (regio_id, geregistreerd_op) where bijnaam is not null;
select beschrijf('wintergast', 'Een gast in een nacht, zonder toets op recht of herkomst. Telt mee zolang de registratie niet ongedaan is gemaakt.', 'winternacht_id: Nacht en locatie.', 'organisatie_id: Organisatie die de gast noteerde.', 'aanbieder_id: Aanbieder van de locatie; leeg als onbekend.', 'soort: Anoniem, of een bekende cliënt.',
  'nummer: Nummer van het bed in die nacht.', 'bijnaam: Hoe de gast zich noemt; wordt gewist na het aantal dagen dat de regio instelt; leeg als niet genoemd, gewist of bekend.', 'kan_nergens_anders: De voorwaarde: de gast kan nergens anders slapen.', 'bijgezet_reden: Waarom een bed is bijgezet; leeg als er een bed vrij was.',
  'geregistreerd_op: Moment van noteren.', 'geregistreerd_door: Wie noteerde; leeg bij een taak van het systeem.', 'ongedaan_op: Moment waarop een verkeerde registratie ongedaan is gemaakt; leeg als zij telt.', 'ongedaan_door: Wie dat deed; leeg als zij telt.', 'ongedaan_reden: Waarom; leeg als zij telt.',
  'intake_status: Stand van het aanbod van een intake; leeg als er geen afspraak is, of als die bij een bekende cliënt in de opvolging staat.', 'intake_stap: Wat er gebeurt; leeg zonder afspraak.', 'intake_op: Uiterste dag; leeg zonder afspraak.', 'intake_organisatie_id: Wie de intake aanbiedt; leeg zonder afspraak.', 'intake_uitkomst: Hoe het afliep zonder melding; leeg zolang open of als het een melding werd.', 'melding_id: Melding die eruit volgde; leeg als die er niet is.');

create table wintergast_persoon (
  wintergast_id uuid primary key references wintergast,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  nacht date not null,
  ongedaan_op timestamptz
);
create unique index wintergast_persoon_een_keer on wintergast_persoon (persoon_id, nacht) where ongedaan_op is null;
select beschrijf('wintergast_persoon', 'Wie de gast is, als dat een bekende cliënt is.', 'wintergast_id: Gast.', 'nacht: Dag waarop de nacht begint.', 'ongedaan_op: Moment waarop de registratie ongedaan is gemaakt; leeg als zij telt.');

create table winterkosten (
  id uuid primary key,
  regio_id uuid not null references regio,
  op date not null,
  bedrag numeric(11, 2) not null check (bedrag > 0),
  omschrijving text not null check (length(btrim(omschrijving)) > 0),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid references gebruiker,
  ingetrokken_op timestamptz,
  ingetrokken_door uuid references gebruiker,
  intrekking_reden text check (length(btrim(intrekking_reden)) > 0),
  bron text,
  constraint winterkosten_intrekking_volledig check ((ingetrokken_op is null) = (intrekking_reden is null))
);
create index winterkosten_dag on winterkosten (regio_id, op);
select beschrijf('winterkosten', 'Kosten van de winterkouderegeling en van calamiteiten; een seizoen loopt van 1 juli tot 1 juli.', 'op: Dag waarop de kosten zijn gemaakt; bepaalt het seizoen.', 'bedrag: Bedrag in euro.', 'omschrijving: Waarvoor.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.',
  'ingetrokken_op: Moment waarop de regel is ingetrokken; leeg zolang zij telt.', 'ingetrokken_door: Wie introk; leeg zolang zij telt.', 'intrekking_reden: Waarom ingetrokken; leeg zolang zij telt.');

-- ── Sight ───────────────────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare
  tabel text;
begin
  foreach tabel in array array['winterperiode', 'calamiteit_locatie', 'wintercapaciteit', 'winternacht', 'winterkosten'] loop
    execute format('alter table %I enable row level security, force row level security', tabel);
    execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', tabel);
    execute format('create policy kern on %I for select to onderdak_kern using (true)', tabel);
    execute format('grant select, insert, update on %I to onderdak_app', tabel);
    execute format('grant select on %I to onderdak_kern', tabel);
  end loop;
end $$;
grant delete on wintercapaciteit to onderdak_app;

-- What a guest calls himself is for who noted it, for the aanbieder of the locatie and for who offers the intake.
alter table wintergast enable row level security, force row level security;
create policy eigen on wintergast to onderdak_app using (regio_id = (select regio()) and ((select inzage('systeem')) or ((select inzage('personen'))
  and (organisatie_id = (select organisatie()) or aanbieder_id = (select organisatie()) or intake_organisatie_id = (select organisatie())))));
create policy kern on wintergast for select to onderdak_kern using (true);
grant select, insert, update on wintergast to onderdak_app;
grant select on wintergast to onderdak_kern;
select bescherm('wintergast_persoon');
grant select, insert, update on wintergast_persoon to onderdak_app;

-- ── What is derived ─────────────────────────────────────────────────────────────────────────────────────────────────

create function winterbedden(p_van date, p_tot date)
returns table (nacht date, locatie_id uuid, winterperiode_id uuid, soort text, gepland int, percentage int, bedden int)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with nachten as (
    select distinct on (d.dag) d.dag::date as nacht, p.id, p.soort
    from winterperiode p cross join lateral generate_series(greatest(p.van, p_van)::timestamp, (least(coalesce(p.tot, p_tot), p_tot) - 1)::timestamp, interval '1 day') d (dag)
    where p.regio_id = (select regio()) and daterange(p.van, p.tot) && daterange(p_van, p_tot)
    order by d.dag, p.soort desc
  )
  select n.nacht, c.locatie_id, n.id, n.soort, c.bedden, f.percentage, coalesce(c.bedden * f.percentage / 100, c.bedden)
  from nachten n join wintercapaciteit c on c.regio_id = (select regio()) and c.van <= n.nacht and (c.tot is null or c.tot > n.nacht)
    join locatie l on l.id = c.locatie_id and not l.is_geheim
    left join lateral (select k.percentage from calamiteit_locatie k join winterperiode q on q.id = k.winterperiode_id
      where k.locatie_id = c.locatie_id and daterange(q.van, q.tot) @> n.nacht) f on true
$$;
comment on function winterbedden is 'Extra bedden per nacht en locatie: alleen binnen een periode, en bij een calamiteit het deel dat nog te gebruiken is, naar beneden afgerond.';

create function winterstand(p_van date, p_tot date)
returns table (nacht date, locatie_id uuid, soort text, gepland int, percentage int, bedden int, gasten int, anoniem int, bijgezet int)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select nacht, locatie_id, coalesce(b.soort, g.soort), coalesce(b.gepland, 0), b.percentage, coalesce(b.bedden, 0), coalesce(g.gasten, 0), coalesce(g.anoniem, 0), coalesce(g.bijgezet, 0)
  from winterbedden(p_van, p_tot) b full join (
    select n.nacht, n.locatie_id, p.soort, count(*)::int as gasten, (count(*) filter (where w.soort = 'anoniem'))::int as anoniem, (count(*) filter (where w.bijgezet_reden is not null))::int as bijgezet
    from winternacht n join wintergast w on w.winternacht_id = n.id and w.ongedaan_op is null join winterperiode p on p.id = n.winterperiode_id
    where n.regio_id = (select regio()) and n.nacht >= p_van and n.nacht < p_tot group by 1, 2, 3
  ) g using (nacht, locatie_id)
$$;
comment on function winterstand is 'Bedden en gasten per nacht en locatie, zonder personen; een nacht zonder gasten staat er met nul in.';

create function winternummers(p_winternacht uuid) returns setof int
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select w.nummer from wintergast w where w.winternacht_id = p_winternacht and w.regio_id = (select regio()) and w.ongedaan_op is null
$$;
comment on function winternummers is 'Nummers van bedden die in een nacht bezet zijn, ook door gasten die een andere organisatie noteerde.';

-- Which plekken are closed by a calamiteit: of every locatie and product the part above the percentage. Taken plekken stay
-- open before free ones, and those before plekken that are out of use anyway; so nobody is sent away and the count is right.
create function calamiteit_dicht(p_van date, p_tot date)
returns table (plek_id uuid, locatie_id uuid, product_id uuid, van date, tot date)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with geldt as (
    select p.id, c.locatie_id, c.percentage, p.van, p.tot, greatest(p.van, p_van) as peil from winterperiode p join calamiteit_locatie c on c.winterperiode_id = p.id
    where p.regio_id = (select regio()) and daterange(p.van, p.tot) && daterange(p_van, p_tot)
  ), gerangschikt as (
    select k.id, k.locatie_id, k.product_id, g.van, g.tot, g.percentage, count(*) over w as aantal, row_number() over (w order by
      case when exists (select 1 from verblijf v where v.plek_id = k.id and daterange(v.begonnen_op, v.geeindigd_op) @> g.peil) then 1
        when exists (select 1 from plaatsingsvoorstel s where s.plek_id = k.id and s.status in ('voorgesteld', 'aanvaard')) then 2
        when exists (select 1 from buiten_gebruik b where b.plek_id = k.id and daterange(b.van, b.tot) @> g.peil) then 4 else 3 end, k.naam collate natuurlijk, k.id) as plaats
    from geldt g join plek k on k.locatie_id = g.locatie_id and k.van <= g.peil and (k.tot is null or k.tot > g.peil)
    window w as (partition by g.id, k.locatie_id, k.product_id)
  )
  select id, locatie_id, product_id, van, tot from gerangschikt where plaats > aantal * percentage / 100
$$;
comment on function calamiteit_dicht is 'Plekken die door een calamiteit niet te gebruiken zijn; afgeleid, niet bewaard.';

create function beperking(p_op date)
returns table (locatie_id uuid, product_id uuid, percentage int, dicht int, reden text, van date)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select d.locatie_id, d.product_id, c.percentage, count(*)::int, p.reden, p.van
  from winterperiode p join calamiteit_locatie c on c.winterperiode_id = p.id join calamiteit_dicht(p_op, p_op + 1) d on d.locatie_id = c.locatie_id
    join locatie l on l.id = c.locatie_id
  where p.regio_id = (select regio()) and daterange(p.van, p.tot) @> p_op and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
  group by 1, 2, 3, 5, 6
$$;
comment on function beperking is 'Waarom en hoeveel plekken op een dag door een calamiteit dicht zijn, per locatie en product.';

-- A plek that a calamiteit closes is out of use on the board, in the calendar and for a voorstel.
create or replace function bezetting(p_van date, p_tot date)
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
  union all
  select d.plek_id, d.locatie_id, 'buiten_gebruik', d.van, d.tot, null, null, 0, d.product_id, '{}'::text[], null
  from calamiteit_dicht(p_van, p_tot) d join locatie l on l.id = d.locatie_id
  where not l.is_geheim or (select inzage('vo')) or (select inzage('systeem'))
$$;

create or replace function bezetting_van(p_locaties uuid[], p_van date, p_tot date)
returns table (plek_id uuid, locatie_id uuid, soort text, van date, tot date, geblokkeerd_op date, verwacht_einde_op date, personen int, product_id uuid, kenmerken text[], voorstel_id uuid)
language plpgsql stable security definer set search_path = onderdak, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with zichtbaar as materialized (
    select l.id from locatie l
    where l.id = any (p_locaties) and l.regio_id = (select regio()) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
  )
  select v.plek_id, v.locatie_id, 'verblijf', v.begonnen_op, v.geeindigd_op, v.uitstroomgereed_op, coalesce(v.verwacht_einde_op, v.uiterlijk_op),
    (select count(*)::int from verblijf_persoon vp where vp.verblijf_id = v.id and vp.van < p_tot and coalesce(vp.tot, 'infinity') > p_van),
    v.product_id, '{}'::text[], null::uuid
  from zichtbaar z join verblijf v on v.locatie_id = z.id
  where coalesce(v.geeindigd_op, 'infinity') > p_van and v.begonnen_op < p_tot and v.begonnen_op is distinct from v.geeindigd_op
  union all
  select s.plek_id, s.locatie_id, 'voorstel', s.vanaf, null, null, null, s.personen, s.product_id, s.vereiste_kenmerken, s.id
  from zichtbaar z join plaatsingsvoorstel s on s.locatie_id = z.id
  where s.status in ('voorgesteld', 'aanvaard') and s.vanaf < p_tot
  union all
  select b.plek_id, k.locatie_id, 'buiten_gebruik', b.van, b.tot, null, null, 0, k.product_id, '{}'::text[], null
  from zichtbaar z join plek k on k.locatie_id = z.id join buiten_gebruik b on b.plek_id = k.id
  where daterange(b.van, b.tot) && daterange(p_van, p_tot)
  union all
  select d.plek_id, d.locatie_id, 'buiten_gebruik', d.van, d.tot, null, null, 0, d.product_id, '{}'::text[], null
  from calamiteit_dicht(p_van, p_tot) d join zichtbaar z on z.id = d.locatie_id;
end $$;

create or replace function plekstand(p_op date)
returns table (locatie_id uuid, product_id uuid, totaal int, vrij int, vastgehouden int, bezet int, geblokkeerd int, buiten_gebruik int, overboekt int, verwacht_vrij int, tijdelijk int,
  kenmerken text[], vrije_plekken jsonb, zonder_plek jsonb)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with zichtbaar as materialized (
    select l.id, l.kenmerken from locatie l where l.regio_id = (select regio()) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
  ), verblijf_nu as materialized (
    select v.plek_id, (v.uitstroomgereed_op <= p_op) is true as geblokkeerd, (coalesce(v.verwacht_einde_op, v.uiterlijk_op) <= p_op) is true as verwacht
    from verblijf v where v.regio_id = (select regio()) and daterange(v.begonnen_op, v.geeindigd_op) @> p_op
  ), buiten as materialized (
    select b.plek_id from buiten_gebruik b where b.regio_id = (select regio()) and daterange(b.van, b.tot) @> p_op
    union
    select d.plek_id from calamiteit_dicht(p_op, p_op + 1) d
  ), belofte as materialized (
    select s.id, s.plek_id, s.locatie_id, s.product_id, s.personen, s.vereiste_kenmerken from plaatsingsvoorstel s
    where s.regio_id = (select regio()) and s.status in ('voorgesteld', 'aanvaard') and s.vanaf <= p_op
  ), gekozen as (
    select plek_id, count(*)::int as aantal from belofte where plek_id is not null group by plek_id
  ), per_plek as materialized (
    select k.locatie_id, k.product_id, k.personen_maximum, k.kenmerken || l.kenmerken as kenmerken, k.tijdelijk_reden is not null as tijdelijk, coalesce(c.aantal, 0) as gekozen, v.verwacht,
      case when v.geblokkeerd then 'geblokkeerd' when v.plek_id is not null then 'bezet' when b.plek_id is not null then 'buiten_gebruik' when c.aantal > 0 then 'vastgehouden' else 'vrij' end as stand
    from plek k join zichtbaar l on l.id = k.locatie_id left join verblijf_nu v on v.plek_id = k.id left join buiten b on b.plek_id = k.id left join gekozen c on c.plek_id = k.id
    where k.regio_id = (select regio()) and k.van <= p_op and (k.tot is null or k.tot > p_op)
  ), geteld as (
    select p.locatie_id, p.product_id, count(*)::int as totaal, count(*) filter (where stand = 'vrij')::int as vrij, count(*) filter (where stand = 'vastgehouden')::int as vastgehouden,
      count(*) filter (where stand = 'bezet')::int as bezet, count(*) filter (where stand = 'geblokkeerd')::int as geblokkeerd, count(*) filter (where stand = 'buiten_gebruik')::int as buiten_gebruik,
      sum(gekozen - (stand = 'vastgehouden')::int)::int as overboekt, count(*) filter (where verwacht)::int as verwacht_vrij, count(*) filter (where tijdelijk)::int as tijdelijk
    from per_plek p group by p.locatie_id, p.product_id
  ), kenmerk as (
    select p.locatie_id, p.product_id, array_agg(distinct naam order by naam) as kenmerken
    from (select distinct x.locatie_id, x.product_id, x.kenmerken from per_plek x) p, unnest(p.kenmerken) naam group by p.locatie_id, p.product_id
  ), vrije as (
    select x.locatie_id, x.product_id, jsonb_agg(jsonb_build_object('kenmerken', x.kenmerken, 'personenMaximum', x.personen_maximum, 'aantal', x.aantal) order by x.personen_maximum, x.kenmerken) as vrije_plekken
    from (select p.locatie_id, p.product_id, p.kenmerken, p.personen_maximum, count(*) as aantal from per_plek p where p.stand = 'vrij' group by 1, 2, 3, 4) x group by x.locatie_id, x.product_id
  ), open as (
    select s.locatie_id, s.product_id, jsonb_agg(jsonb_build_object('vereisteKenmerken', s.vereiste_kenmerken, 'personen', s.personen) order by s.id) as zonder_plek
    from belofte s join zichtbaar l on l.id = s.locatie_id where s.plek_id is null group by s.locatie_id, s.product_id
  )
  select locatie_id, product_id, coalesce(g.totaal, 0), coalesce(g.vrij, 0), coalesce(g.vastgehouden, 0), coalesce(g.bezet, 0), coalesce(g.geblokkeerd, 0), coalesce(g.buiten_gebruik, 0), coalesce(g.overboekt, 0),
    coalesce(g.verwacht_vrij, 0), coalesce(g.tijdelijk, 0), coalesce(m.kenmerken, '{}'), coalesce(f.vrije_plekken, '[]'), coalesce(o.zonder_plek, '[]')
  from geteld g full join open o using (locatie_id, product_id) left join vrije f using (locatie_id, product_id) left join kenmerk m using (locatie_id, product_id)
$$;

-- ── Held by the database ────────────────────────────────────────────────────────────────────────────────────────────

create function eis_winternacht() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if not exists (select 1 from winterperiode p where p.id = new.winterperiode_id and p.regio_id = new.regio_id and daterange(p.van, p.tot) @> new.nacht) then
    raise exception 'de nacht valt niet in de periode' using errcode = '23514', constraint = 'winternacht_in_periode';
  end if;
  return new;
end $$;
comment on function eis_winternacht is 'Weigert een nacht buiten de periode waarin de regeling aan staat.';
create trigger winternacht_in_periode before insert or update on winternacht for each row execute function eis_winternacht();

create function eis_winterperiode() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if exists (select 1 from winternacht n join wintergast w on w.winternacht_id = n.id and w.ongedaan_op is null
    where n.winterperiode_id = new.id and not daterange(new.van, new.tot) @> n.nacht) then
    raise exception 'er sliepen gasten in een nacht buiten de periode' using errcode = '23514', constraint = 'winterperiode_met_gasten';
  end if;
  return new;
end $$;
comment on function eis_winterperiode is 'Weigert een einde voor een nacht waarin gasten zijn genoteerd.';
create trigger winterperiode_met_gasten before update of van, tot on winterperiode for each row execute function eis_winterperiode();

create function eis_wintergast() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  bedden_nu int;
begin
  select b.bedden into bedden_nu from winternacht n join winterbedden(n.nacht, n.nacht + 1) b on b.locatie_id = n.locatie_id where n.id = new.winternacht_id;
  if bedden_nu is null then
    raise exception 'deze locatie heeft die nacht geen extra bedden' using errcode = '23514', constraint = 'wintergast_binnen_periode';
  end if;
  if new.nummer > bedden_nu and new.bijgezet_reden is null then
    raise exception 'alle bedden zijn bezet' using errcode = '23514', constraint = 'wintergast_binnen_capaciteit';
  end if;
  return new;
end $$;
comment on function eis_wintergast is 'Weigert een gast boven het aantal bedden zonder reden om een bed bij te zetten.';
create trigger wintergast_binnen_capaciteit before insert on wintergast for each row execute function eis_wintergast();

do $$
declare
  functie text;
begin
  foreach functie in array array['winterbedden(date, date)', 'winterstand(date, date)', 'winternummers(uuid)', 'calamiteit_dicht(date, date)', 'beperking(date)', 'eis_winternacht()', 'eis_winterperiode()', 'eis_wintergast()'] loop
    execute format('alter function %s owner to onderdak_kern', functie);
    execute format('revoke execute on function %s from public', functie);
  end loop;
  foreach functie in array array['winterbedden(date, date)', 'winterstand(date, date)', 'winternummers(uuid)', 'beperking(date)'] loop
    execute format('grant execute on function %s to onderdak_app', functie);
  end loop;
end $$;

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into instelling (regio_id, code, naam, waarde, soort, van, bron)
select r.id, x.code, x.naam, x.waarde, x.soort, date '2020-01-01', x.bron
from regio r cross join (values
  ('winterkou_drempel', 'Winterkouderegeling: aan onder deze temperatuur (°C)', '0', 'getal', 'Regiovisie MVS §5.4'),
  ('winterkou_regel', 'Winterkouderegeling: regel in gewone taal', 'De regeling gaat aan zodra de temperatuur onder het vriespunt komt.', 'tekst', 'Regiovisie MVS §5.4'),
  ('winterkou_bewaardagen', 'Winterkouderegeling: na hoeveel dagen een bijnaam wordt gewist', '30', 'getal', 'Instelling van de regio'),
  ('calamiteit_percentage', 'Calamiteit: welk deel van de plekken te gebruiken is (%)', '50', 'getal', 'Instelling van de regio')) x (code, naam, waarde, soort, bron);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select r.id, x.rol_code, x.permissie, current_date from regio r cross join (values
  ('toegangsmedewerker', 'winterkou.lezen'), ('consulent_daklozenloket', 'winterkou.lezen'), ('aanbieder_planner', 'winterkou.lezen'), ('aanbieder_begeleider', 'winterkou.lezen'),
  ('centrumgemeente_beslisser', 'winterkou.lezen'), ('regiocoordinator', 'winterkou.lezen'), ('programmamanager', 'winterkou.lezen'), ('beleidsmedewerker', 'winterkou.lezen'),
  ('toegangsmedewerker', 'winterkou.registreren'), ('consulent_daklozenloket', 'winterkou.registreren'), ('aanbieder_planner', 'winterkou.registreren'), ('aanbieder_begeleider', 'winterkou.registreren'),
  ('centrumgemeente_beslisser', 'winterkou.beslissen'), ('regiocoordinator', 'winterkou.beslissen'), ('programmamanager', 'winterkou.beslissen')) x (rol_code, permissie)
where exists (select 1 from rol_permissie p where p.regio_id = r.id and p.rol_code = x.rol_code and p.van <= current_date and (p.tot is null or p.tot > current_date));
