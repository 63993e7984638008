-- levering: what the region delivers on persons to the Monitor Dakloosheid and to GMSD Wmo (Wmo 2015 art. 5.3.6). Who is in it is frozen when it
-- is made; the BSN is never in these tables, but looked up for the file. Nobody who works with a delivery sees a person on screen.

create table levering (
  id uuid primary key,
  regio_id uuid not null references regio,
  soort text not null check (soort in ('monitor_dakloosheid', 'gmsd_wmo')),
  periode text not null,
  van date not null,
  tot date not null,
  definitie text not null,
  indeling_versie int not null check (indeling_versie > 0),
  gemaakt_op timestamptz not null,
  gemaakt_door uuid not null references gebruiker,
  status text not null default 'gemaakt' check (status in ('gemaakt', 'vrijgegeven', 'verstuurd', 'ingetrokken')),
  vrijgegeven_op timestamptz,
  vrijgegeven_door uuid references gebruiker,
  controlegetal text check (controlegetal ~ '^[A-Za-z0-9_-]{43}$'),
  verstuurd_op date,
  verstuurd_aan text check (length(btrim(verstuurd_aan)) between 1 and 200),
  verstuurd_via text check (length(btrim(verstuurd_via)) between 1 and 200),
  verstuurd_door uuid references gebruiker,
  ingetrokken_op timestamptz,
  ingetrokken_door uuid references gebruiker,
  intrekreden text check (length(btrim(intrekreden)) between 1 and 500),
  constraint levering_periode_klopt check (van < tot and case soort when 'monitor_dakloosheid' then periode ~ '^20\d\d$' else periode ~ '^20\d\d-[12]$' end),
  constraint levering_periode_is_voorbij check (tot <= (gemaakt_op at time zone 'Europe/Amsterdam')::date),
  -- Four eyes: who lets it go is somebody else than who made it.
  constraint levering_ander_geeft_vrij check (vrijgegeven_door <> gemaakt_door),
  constraint levering_vrijgave_compleet check ((vrijgegeven_op is null) = (vrijgegeven_door is null) and (vrijgegeven_op is null) = (controlegetal is null)
    and (status <> 'gemaakt' or vrijgegeven_op is null) and (status not in ('vrijgegeven', 'verstuurd') or vrijgegeven_op is not null)),
  constraint levering_verzending_compleet check ((verstuurd_op is null) = (verstuurd_aan is null) and (verstuurd_op is null) = (verstuurd_via is null) and (verstuurd_op is null) = (verstuurd_door is null)
    and (status not in ('gemaakt', 'vrijgegeven') or verstuurd_op is null) and (status <> 'verstuurd' or verstuurd_op is not null)
    and (verstuurd_op is null or verstuurd_op >= (vrijgegeven_op at time zone 'Europe/Amsterdam')::date)),
  constraint levering_intrekking_compleet check ((status = 'ingetrokken') = (ingetrokken_op is not null) and (ingetrokken_op is null) = (ingetrokken_door is null) and (ingetrokken_op is null) = (intrekreden is null))
);
create unique index levering_een_per_periode on levering (regio_id, soort, periode) where status <> 'ingetrokken';
select beschrijf('levering', 'Levering van gegevens over personen aan een landelijke ontvanger. Wat erin zit verandert niet; wie iets wil herstellen trekt in en maakt een nieuwe.',
  'soort: Aan welke ontvanger, en daarmee wat erin zit.', 'periode: Welke: 2025, of 2025-1 voor het eerste halfjaar.', 'van: Eerste dag.', 'tot: Eerste dag erna.', 'definitie: Wie erin zit en wie niet, zoals het was bij het maken.',
  'indeling_versie: Versie van de indeling van het bestand.', 'gemaakt_op: Moment van maken; de gegevens zijn zoals toen bekend.', 'gemaakt_door: Wie maakte.', 'status: Stand.', 'vrijgegeven_op: Moment van vrijgeven; leeg zolang niet.',
  'vrijgegeven_door: Wie vrijgaf, een ander dan wie maakte; leeg zolang niet.', 'controlegetal: Sleutelgetal over het bestand bij vrijgeven; een later bestand moet hetzelfde zijn. Leeg zolang niet vrijgegeven.',
  'verstuurd_op: Dag van versturen; leeg zolang niet.', 'verstuurd_aan: Aan wie; leeg zolang niet.', 'verstuurd_via: Langs welke veilige weg; leeg zolang niet.', 'verstuurd_door: Wie vastlegde dat het verstuurd is; leeg zolang niet.',
  'ingetrokken_op: Moment van intrekken; leeg zolang zij geldt.', 'ingetrokken_door: Wie introk; leeg zolang zij geldt.', 'intrekreden: Waarom; leeg zolang zij geldt.');

create table levering_regel (
  levering_id uuid not null references levering,
  regio_id uuid not null references regio,
  volgnummer int not null check (volgnummer > 0),
  persoon_id uuid not null references persoon,
  situatie text not null check (situatie in ('verblijf', 'winterkou', 'toekenning')),
  klasse text check (klasse in ('E2', 'E3')),
  product_code text,
  gemeente_code text references gemeente,
  van date not null,
  tot date not null,
  begin_op date,
  eind_op date,
  primary key (levering_id, volgnummer),
  constraint levering_regel_dagen check (van < tot),
  constraint levering_regel_klasse_bij_slapen check ((klasse is null) = (situatie = 'toekenning')),
  constraint levering_regel_begin_bij_toekenning check ((begin_op is null) = (situatie <> 'toekenning') and (eind_op is null or eind_op > begin_op)),
  constraint levering_regel_product check ((product_code is null) = (situatie = 'winterkou'))
);
create index levering_regel_persoon on levering_regel (persoon_id);
select beschrijf('levering_regel', 'Wie er in een levering zit, zonder burgerservicenummer en zonder naam. Niemand leest deze tabel; alleen de functie die het bestand vult.', 'levering_id: Levering.', 'volgnummer: Plaats in de levering.',
  'situatie: Verblijf, nacht van de winterkou of toekenning.', 'klasse: Groep van ETHOS Light; leeg bij een toekenning.', 'product_code: Code van het product toen; leeg bij winterkou.', 'gemeente_code: Gemeente van de locatie, of die verantwoordelijk is; leeg als die niet bekend of geheim is.',
  'van: Eerste dag binnen de periode.', 'tot: Eerste dag erna, binnen de periode.', 'begin_op: Eerste dag van de toekenning zelf; leeg bij slapen.', 'eind_op: Eerste dag waarop de toekenning niet meer geldt; leeg als die er niet is, en bij slapen.');

create table levering_weggelaten (
  levering_id uuid not null references levering,
  regio_id uuid not null references regio,
  reden text not null check (reden in ('vo', 'bw', 'geen_nacht', 'onbekende_gast', 'geheim', 'geen_regel', 'andere_groep', 'geen_bsn', 'bsn_onjuist')),
  detail text not null default '' check (detail ~ '^[a-z_]{0,60}$'),
  aantal int not null check (aantal > 0),
  primary key (levering_id, reden, detail),
  constraint levering_weggelaten_detail_bij_bsn check (reden = 'geen_bsn' or detail = '')
);
select beschrijf('levering_weggelaten', 'Wat er niet in een levering zit, en waarom.', 'levering_id: Levering.', 'reden: Waarom niet.', 'detail: Waarom er geen burgerservicenummer is; anders niets.', 'aantal: Hoeveel mensen; bij gasten die niemand kent hoeveel nachten.');

create table levering_cijfer (
  levering_id uuid not null references levering,
  regio_id uuid not null references regio,
  verdeling text not null check (verdeling in ('totaal', 'klasse', 'product', 'gemeente')),
  waarde text not null check (waarde ~ '^[A-Za-z0-9_]{1,60}$'),
  naam text not null,
  regels int not null check (regels >= 0),
  personen int not null check (personen between 0 and regels),
  primary key (levering_id, verdeling, waarde)
);
select beschrijf('levering_cijfer', 'Aantallen in een levering, voor het controleverslag.', 'levering_id: Levering.', 'verdeling: Waarnaar verdeeld.', 'waarde: Welk deel; onbekend als dat niet bekend is.', 'naam: Naam van dat deel toen.', 'regels: Hoeveel regels.', 'personen: Hoeveel mensen; iemand kan in twee delen staan.');

create table levering_controle (
  levering_id uuid not null references levering,
  regio_id uuid not null references regio,
  code text not null check (code in ('bsn', 'dagen', 'overlap', 'indicator')),
  aantal int not null check (aantal >= 0),
  verwacht int check (verwacht >= 0),
  primary key (levering_id, code)
);
select beschrijf('levering_controle', 'Wat er bij het maken van een levering is gecontroleerd.', 'levering_id: Levering.', 'code: Welke controle.', 'aantal: Wat eruit kwam.', 'verwacht: Wat eruit moest komen; leeg als dat niet te zeggen is.');

-- ── Never changed ───────────────────────────────────────────────────────────────────────────────────────────────────

create function eis_levering_stap() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
declare
  vrijgave constant text[] := array['vrijgegeven_op', 'vrijgegeven_door', 'controlegetal'];
  verzending constant text[] := array['verstuurd_op', 'verstuurd_aan', 'verstuurd_via', 'verstuurd_door'];
  intrekking constant text[] := array['ingetrokken_op', 'ingetrokken_door', 'intrekreden'];
  mag text[] := array['status'];
begin
  if tg_op = 'INSERT' then
    if new.status <> 'gemaakt' then
      raise exception 'een levering begint als gemaakt' using errcode = '23514', constraint = 'levering_stap_kan';
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if (old.status, new.status) not in (('gemaakt', 'vrijgegeven'), ('vrijgegeven', 'verstuurd'), ('gemaakt', 'ingetrokken'), ('vrijgegeven', 'ingetrokken'), ('verstuurd', 'ingetrokken')) then
      raise exception 'een levering gaat niet van % naar %', old.status, new.status using errcode = '23514', constraint = 'levering_stap_kan';
    end if;
    mag := mag || case new.status when 'vrijgegeven' then vrijgave when 'verstuurd' then verzending else intrekking end;
  end if;
  if tg_op = 'DELETE' or to_jsonb(old) - mag is distinct from to_jsonb(new) - mag then
    raise exception 'een levering verandert niet' using errcode = '23514', constraint = 'levering_staat_vast';
  end if;
  return new;
end $$;
comment on function eis_levering_stap is 'Laat een levering alleen de stappen zetten die er zijn, en verder niets veranderen.';
create trigger levering_staat_vast before insert or update or delete on levering for each row execute function eis_levering_stap();

create function eis_leveringdeel_vast() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if tg_op <> 'INSERT' or not exists (select 1 from levering l where l.id = new.levering_id and l.regio_id = new.regio_id and l.gemaakt_op = nu() and l.status = 'gemaakt') then
    raise exception 'een levering verandert niet' using errcode = '23514', constraint = 'levering_staat_vast';
  end if;
  return new;
end $$;
comment on function eis_leveringdeel_vast is 'Laat regels en aantallen alleen toe samen met hun levering.';

create function eis_leveringregel_binnen() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if not exists (select 1 from levering l where l.id = new.levering_id and l.van <= new.van and l.tot >= new.tot and (l.soort = 'gmsd_wmo') = (new.situatie = 'toekenning')) then
    raise exception 'de regel past niet bij de levering' using errcode = '23514', constraint = 'levering_regel_binnen_periode';
  end if;
  return new;
end $$;
comment on function eis_leveringregel_binnen is 'Weigert een regel met dagen buiten de periode, of van een andere soort.';
create trigger levering_regel_binnen_periode before insert on levering_regel for each row execute function eis_leveringregel_binnen();

do $$
declare
  t text;
begin
  foreach t in array array['levering', 'levering_regel', 'levering_weggelaten', 'levering_cijfer', 'levering_controle'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy kern on %I for select to onderdak_kern using (true)', t);
    execute format('grant select on %I to onderdak_kern', t);
    execute format('grant insert on %I to onderdak_app', t);
    if t = 'levering_regel' then
      execute format('create policy toevoegen on %I for insert to onderdak_app with check (regio_id = (select regio()))', t);
    else
      execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', t);
      execute format('grant select on %I to onderdak_app', t);
    end if;
    if t <> 'levering' then
      execute format('create trigger levering_staat_vast before insert or update or delete on %I for each row execute function eis_leveringdeel_vast()', t);
    end if;
  end loop;
end $$;
grant update (status, vrijgegeven_op, vrijgegeven_door, controlegetal, verstuurd_op, verstuurd_aan, verstuurd_via, verstuurd_door, ingetrokken_op, ingetrokken_door, intrekreden) on levering to onderdak_app;

-- ── Who is in it ────────────────────────────────────────────────────────────────────────────────────────────────────

-- Everybody who slept in the region in the period, as known now, with why not when they are left out. A stay is cut where a rule of ETHOS Light
-- changes. Of who is left out nothing is told but that: no person, no BSN. No row of it leaves the server.
create function levering_slapen(p_van date, p_tot date)
returns table (wie uuid, persoon_id uuid, situatie text, klasse text, product_code text, gemeente_code text, van date, tot date, begin_op date, eind_op date, bsn_versleuteld text, geen_bsn_reden text, weg text)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with regel as (
    select r.grond, r.code, r.klasse, r.van, coalesce(r.tot, 'infinity') as tot from ethos_regel r
    where r.regio_id = (select regio()) and r.grond in ('verblijfsoort', 'product', 'domein', 'winterkou')
  ), stuk as (
    select g.dag as van, lead(g.dag, 1, p_tot) over (order by g.dag) as tot from (
      select p_van as dag union select r.van from regel r where r.van > p_van and r.van < p_tot union select r.tot from regel r where r.tot > p_van and r.tot < p_tot) g
  ), deel as (
    select f.sleutel, f.pseudoniem, coalesce(p.code, 'onbekend') as product_code, p.domein, f.gemeente_code, coalesce(s.klasse, r.klasse, d.klasse) as klasse,
      greatest(f.van, k.van) as van, least(coalesce(f.tot, 'infinity'), k.tot) as tot
    from feit_verblijf f
      join stuk k on f.van < k.tot and (coalesce(f.tot, 'infinity') > k.van or (f.tot = f.van and f.van = k.van))
      left join feit_product p on p.regio_id = f.regio_id and p.sleutel = f.product_id and p.bekend_tot = 'infinity'
      left join regel s on s.grond = 'verblijfsoort' and s.code = f.soort and s.van <= k.van and s.tot > k.van
      left join regel r on r.grond = 'product' and r.code = p.code and r.van <= k.van and r.tot > k.van
      left join regel d on d.grond = 'domein' and d.code = p.domein and d.van <= k.van and d.tot > k.van
    where f.regio_id = (select regio()) and f.bekend_tot = 'infinity' and f.van < p_tot
  ), nacht as (
    select coalesce(f.pseudoniem, f.sleutel) as wie, f.pseudoniem, f.gemeente_code, r.klasse, f.nacht
    from feit_winternacht f left join regel r on r.grond = 'winterkou' and r.code = 'nacht' and r.van <= f.nacht and r.tot > f.nacht
    where f.regio_id = (select regio()) and f.bekend_tot = 'infinity' and f.nacht >= p_van and f.nacht < p_tot
  ), slaapt as (
    -- Two files that became one, in the same stay: days that touch or overlap are one line.
    select d.pseudoniem as wie, d.pseudoniem, 'verblijf' as situatie, d.product_code, d.domein, d.gemeente_code, d.klasse, false as zonder_nacht, unnest(range_agg(daterange(d.van, d.tot))) as dagen
    from deel d where d.van < d.tot group by d.sleutel, d.pseudoniem, d.product_code, d.domein, d.gemeente_code, d.klasse
    union all
    select d.pseudoniem, d.pseudoniem, 'verblijf', d.product_code, d.domein, d.gemeente_code, d.klasse, true, daterange(d.van, d.van, '[]') from deel d where d.van = d.tot
    union all
    select n.wie, n.pseudoniem, 'winterkou', null, 'MO', n.gemeente_code, n.klasse, false, unnest(range_agg(daterange(n.nacht, n.nacht + 1))) from nacht n group by n.wie, n.pseudoniem, n.gemeente_code, n.klasse
  ), reden as (
    select s.*, p.id as persoon_id, p.bsn_versleuteld, p.geen_bsn_reden,
      case when s.domein = 'VO' then 'vo' when s.domein = 'BW' then 'bw' when s.pseudoniem is null then 'onbekende_gast'
        when p.is_geheim or exists (select 1 from persoon x where x.samengevoegd_in = p.id and x.is_geheim) then 'geheim'
        when s.klasse is null then 'geen_regel' when s.klasse not in ('E2', 'E3') then 'andere_groep' when s.zonder_nacht then 'geen_nacht' when p.bsn_versleuteld is null then 'geen_bsn' end as weg
    from slaapt s left join pseudoniem u on u.pseudoniem = s.pseudoniem left join persoon p on p.id = u.persoon_id
  )
  select r.wie, case when r.weg is null then r.persoon_id end, r.situatie, r.klasse, r.product_code, r.gemeente_code, lower(r.dagen), upper(r.dagen), null::date, null::date,
    case when r.weg is null then r.bsn_versleuteld end, case when r.weg = 'geen_bsn' then r.geen_bsn_reden end, r.weg
  from reden r where (select inzage('levering')) or (select inzage('systeem'))
$$;
comment on function levering_slapen is 'Wie er in een periode in de regio sliep, voor de Monitor Dakloosheid, met waarom niet als iemand niet in de levering hoort.';

-- Every toekenning that held on a day of the period, as known now.
create function levering_toekenningen(p_van date, p_tot date)
returns table (wie uuid, persoon_id uuid, situatie text, klasse text, product_code text, gemeente_code text, van date, tot date, begin_op date, eind_op date, bsn_versleuteld text, geen_bsn_reden text, weg text)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with reden as (
    select f.pseudoniem, coalesce(d.code, 'onbekend') as product_code, f.gemeente_code, f.geldig_van, f.geldig_tot, p.id as persoon_id, p.bsn_versleuteld, p.geen_bsn_reden,
      case when d.domein = 'VO' then 'vo' when p.is_geheim or exists (select 1 from persoon x where x.samengevoegd_in = p.id and x.is_geheim) then 'geheim' when p.bsn_versleuteld is null then 'geen_bsn' end as weg
    from feit_beschikking f
      left join feit_product d on d.regio_id = f.regio_id and d.sleutel = f.product_id and d.bekend_tot = 'infinity'
      left join pseudoniem u on u.pseudoniem = f.pseudoniem left join persoon p on p.id = u.persoon_id
    where f.regio_id = (select regio()) and f.bekend_tot = 'infinity' and f.status = 'beschikt' and f.soort in ('toekenning', 'herziening')
      and f.geldig_van < p_tot and coalesce(f.geldig_tot, 'infinity') > p_van
  )
  select r.pseudoniem, case when r.weg is null then r.persoon_id end, 'toekenning', null, r.product_code, r.gemeente_code, greatest(r.geldig_van, p_van), least(coalesce(r.geldig_tot, 'infinity'), p_tot), r.geldig_van, r.geldig_tot,
    case when r.weg is null then r.bsn_versleuteld end, case when r.weg = 'geen_bsn' then r.geen_bsn_reden end, r.weg
  from reden r where (select inzage('levering')) or (select inzage('systeem'))
$$;
comment on function levering_toekenningen is 'Toekenningen die in een periode golden, voor GMSD Wmo, met waarom niet als iemand niet in de levering hoort.';

-- How many the indicator of ETHOS Light counts on a day of those whom the Monitor Dakloosheid is about; a number only.
create function levering_indicator(p_op date) returns int language sql stable security definer set search_path = onderdak, pg_temp as $$
  select count(*)::int from ethos_op(p_op) e left join feit_product p on p.regio_id = (select regio()) and p.sleutel = e.product and p.bekend_tot = 'infinity'
  where ((select inzage('levering')) or (select inzage('systeem'))) and e.klasse in ('E2', 'E3') and e.grond in ('verblijfsoort', 'product', 'domein', 'winterkou') and coalesce(p.domein, 'MO') not in ('BW', 'VO')
$$;
comment on function levering_indicator is 'Hoeveel mensen de indicator van ETHOS Light op een dag telt in groep 2 en 3, zonder beschermd wonen en vrouwenopvang.';

-- What the file needs: before the release for who releases, to set the checksum; after it for who may have the file. dicht: this person may not
-- be in it any more, or is never to be seen by who asks; then the file is refused as a whole.
create function levering_bestand(p_levering uuid)
returns table (persoon_id uuid, situatie text, klasse text, product_code text, gemeente_code text, van date, tot date, begin_op date, eind_op date, bsn_versleuteld text, dicht text)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select g.id, r.situatie, r.klasse, r.product_code, r.gemeente_code, r.van, r.tot, r.begin_op, r.eind_op, g.bsn_versleuteld,
    case when g.id = any (geblokkeerd()) and l.status <> 'gemaakt' then 'belangenconflict' when p.is_geheim or g.is_geheim then 'geheim' end
  from levering l join levering_regel r on r.levering_id = l.id join persoon p on p.id = r.persoon_id join persoon g on g.id = coalesce(p.samengevoegd_in, p.id)
  where l.id = p_levering and l.regio_id = (select regio())
    and ((l.status = 'gemaakt' and (select inzage('levering_vrijgeven'))) or (l.status in ('vrijgegeven', 'verstuurd') and (select inzage('levering_bestand'))))
$$;
comment on function levering_bestand is 'Regels van een levering met het versleutelde burgerservicenummer, voor het bestand: na vrijgeven, of om vrij te geven.';

do $$
declare f text;
begin
  foreach f in array array['levering_slapen(date,date)', 'levering_toekenningen(date,date)', 'levering_indicator(date)', 'levering_bestand(uuid)'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to onderdak_app', f);
  end loop;
end $$;

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, x.nieuw, current_date
from rol_permissie p join (values ('startfoto.maken', 'levering.lezen'), ('startfoto.maken', 'levering.maken'), ('audit.lezen', 'levering.lezen'), ('audit.lezen', 'levering.vrijgeven'),
  ('gebruiker.beheren', 'levering.lezen'), ('gebruiker.beheren', 'levering.bestand')) x (oud, nieuw) on x.oud = p.permissie
where p.tot is null or p.tot > current_date;
