-- monitor: ETHOS Light. One class for a person on a day, from what the register says and the dated rules of the region (MON-04).

-- ── Configuration: which situation belongs to which class ───────────────────────────────────────────────────────────

create table ethos_regel (
  regio_id uuid not null references regio,
  grond text not null check (grond in ('product', 'domein', 'verblijfsoort', 'winterkou', 'uitstroom', 'woonsituatie', 'overbrugging', 'bestemming', 'woning', 'ontruiming')),
  code text not null check (code ~ '^[A-Za-z0-9_]{1,60}$'),
  klasse text not null check (klasse in ('E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'niet')),
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  primary key (regio_id, grond, code, van),
  constraint ethos_regel_overlapt_niet exclude using gist (regio_id with =, grond with =, code with =, daterange(van, tot) with &&)
);
select beschrijf('ethos_regel', 'Welke situatie bij welke groep van ETHOS Light hoort. Een situatie zonder regel zegt niets.', 'grond: Wat er over iemand bekend is: waar iemand slaapt, of wat het laatst is verteld.',
  'code: Welk product, domein, welke soort of welke keuze.', 'klasse: Groep E1 tot en met E7, of niet: dan is iemand niet dak- of thuisloos.');
grant select, insert, update, delete on ethos_regel to onderdak_app;
grant select on ethos_regel to onderdak_kern, onderdak_statistiek;

-- ── Where somebody sleeps, asked at the triage ──────────────────────────────────────────────────────────────────────

alter table melding add woonsituatie text check (woonsituatie ~ '^[a-z0-9_]{1,60}$');
comment on column melding.woonsituatie is 'Waar iemand slaapt, uit de keuzelijst woonsituatie; leeg zolang het niet is gevraagd.';

-- ── Facts ───────────────────────────────────────────────────────────────────────────────────────────────────────────

-- A view of what is so now got columns at its end: the fact gets them too, and writes them from now on.
create function breid_feit_uit(p_naam text, variadic p_kolommen text[]) returns void language plpgsql as $$
declare
  feit text := 'feit_' || p_naam;
  kolommen text[] := array(select attname::text from pg_attribute where attrelid = ('nu_' || p_naam)::regclass and attnum > 0 order by attnum);
  lijst text := array_to_string(kolommen, ', ');
  gelijk text := format('(f.%s) is not distinct from (n.%s)', array_to_string(kolommen, ', f.'), array_to_string(kolommen, ', n.'));
  nieuw record;
  uitleg text;
begin
  for nieuw in select a.attname, format_type(a.atttypid, a.atttypmod) as soort from pg_attribute a where a.attrelid = ('nu_' || p_naam)::regclass and a.attnum > 0
    and not exists (select 1 from pg_attribute f where f.attrelid = feit::regclass and f.attname = a.attname and not f.attisdropped) loop
    execute format('alter table %I add %I %s', feit, nieuw.attname, nieuw.soort);
    if nieuw.soort = 'text' then
      execute format('alter table %1$s add constraint %1$s_%2$s_is_code check (%2$I ~ ''^[A-Za-z0-9_]{1,60}$'')', feit, nieuw.attname);
    end if;
  end loop;
  execute format($f$
    create or replace function %1$s_bij(p_sleutel uuid) returns void language plpgsql security definer set search_path = onderdak, pg_temp as $b$
    begin
      delete from %1$s f where f.sleutel = p_sleutel and f.bekend_tot = 'infinity' and f.bekend_van >= nu() and not exists (select 1 from nu_%2$s n where n.sleutel = p_sleutel and %3$s);
      update %1$s f set bekend_tot = nu() where f.sleutel = p_sleutel and f.bekend_tot = 'infinity' and not exists (select 1 from nu_%2$s n where n.sleutel = p_sleutel and %3$s);
      insert into %1$s (%4$s, bekend_van) select n.*, nu() from nu_%2$s n where n.sleutel = p_sleutel
        and not exists (select 1 from %1$s f where f.sleutel = p_sleutel and f.bekend_tot = 'infinity' and %3$s);
    end $b$ $f$, feit, p_naam, gelijk, lijst);
  foreach uitleg in array p_kolommen loop
    execute format('comment on column %I.%I is %L', feit, split_part(uitleg, ': ', 1), substr(uitleg, strpos(uitleg, ': ') + 2));
  end loop;
end $$;
comment on function breid_feit_uit is 'Geeft een feit de kolommen die het overzicht van nu erbij kreeg.';
revoke execute on function breid_feit_uit from public;

do $$
declare
  t text;
begin
  foreach t in array array['winternacht', 'wintergast_persoon', 'product'] loop
    execute format('grant select on %I to onderdak_kern', t);
    if (select relrowsecurity from pg_class where oid = t::regclass) and not exists (select 1 from pg_policy where polrelid = t::regclass and polname = 'kern') then
      execute format('create policy kern on %I for select to onderdak_kern using (true)', t);
    end if;
  end loop;
end $$;

create view nu_product as select p.regio_id, p.id as sleutel, p.code, p.domein from product p;
select maak_feit('product', 'sleutel', 'Welke producten er zijn.', 'code: Code van het product.', 'domein: Deel van de keten.');

-- A guest of the winterkou whom nobody knows is somebody too, that night.
create view nu_winternacht as
  select g.regio_id, g.id as sleutel, pseudoniem_van(p.persoon_id) as pseudoniem, n.nacht,
    case when not l.is_geheim then l.gemeente_code end as gemeente_code, case when not l.is_geheim then g.aanbieder_id end as aanbieder_id
  from wintergast g join winternacht n on n.id = g.winternacht_id join locatie l on l.id = n.locatie_id left join wintergast_persoon p on p.wintergast_id = g.id
  where g.ongedaan_op is null;
select maak_feit('winternacht', 'sleutel', 'Wie een nacht te gast was bij de winterkouderegeling.', 'nacht: Dag waarop de nacht begint.', 'gemeente_code: Gemeente van de locatie; leeg bij een geheime.',
  'aanbieder_id: Aanbieder van de locatie; leeg bij een geheime of als die niet bekend is.');

create or replace view nu_melding as
  select m.regio_id, m.id as sleutel, pseudoniem_van(m.persoon_id) as pseudoniem, m.organisatie_id, m.gemeente_code, m.domein, m.kanaal, m.melder_soort, m.meldingsdatum, m.slaapplek_vannacht,
    m.is_spoed, m.volwassenen, m.kinderen, m.uiterlijk_op, m.triage_op, m.triage_uitkomst, b.besloten_op, b.uitkomst, b.zijde, b.reden, b.product_id, b.is_andere_regio,
    m.vorige_geweigerd, m.dagen_sinds_vorige, m.is_herinstroom, m.dagen_sinds_uitstroom, m.gesloten_op, m.sluitreden, m.woonsituatie
  from melding m left join besluit b on b.melding_id = m.id;
select breid_feit_uit('melding', 'woonsituatie: Waar iemand slaapt, zoals bij de triage verteld; leeg zolang het niet is gevraagd.');

create or replace view nu_signaal as
  select s.regio_id, s.id as sleutel, s.organisatie_id, s.bron, s.categorie, s.gemeente_code, s.wijk, s.gemeld_op, s.oppakken_voor, s.opgepakt_op, s.afgerond_op, s.uitkomst, s.ontruiming_op, s.volwassenen, s.kinderen,
    pseudoniem_van(s.persoon_id) as pseudoniem
  from signaal s;
select breid_feit_uit('signaal', 'pseudoniem: Wie, zonder te zeggen wie dat is; leeg als dat niet bekend is.');

create or replace function leg_feiten_van_persoon_vast() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  feit text;
  bij uuid;
begin
  foreach feit in array array['verblijf', 'wacht', 'melding', 'voorstel', 'nazorg', 'huurcontract', 'uitstroom', 'urgentie', 'beschikking', 'in_beeld', 'winternacht', 'signaal'] loop
    for bij in execute format('select distinct f.sleutel from feit_%s f where f.bekend_tot = ''infinity'' and f.pseudoniem in (select s.pseudoniem from pseudoniem s where s.persoon_id = any ($1))', feit)
      using array[new.id, old.samengevoegd_in, new.samengevoegd_in] loop
      execute format('select feit_%s_bij($1)', feit) using bij;
    end loop;
  end loop;
  return null;
end $$;

create or replace function leg_feiten_van_locatie_vast() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  locaties uuid[] := case tg_table_name when 'locatie' then array[new.id] else array(select l.id from locatie l where l.voorziening_id = new.id) end;
begin
  perform feit_plek_bij(p.id) from plek p where p.locatie_id = any (locaties);
  perform feit_verblijf_bij(v.id) from verblijf v where v.locatie_id = any (locaties);
  perform feit_voorstel_bij(s.id) from plaatsingsvoorstel s where s.locatie_id = any (locaties);
  perform feit_winternacht_bij(g.id) from wintergast g join winternacht n on n.id = g.winternacht_id where n.locatie_id = any (locaties);
  return null;
end $$;

create trigger leg_feit_vast_product after insert or update or delete on product for each row execute function leg_feit_vast('product', 'id');
create trigger leg_feit_vast_winternacht after insert or update or delete on wintergast for each row execute function leg_feit_vast('winternacht', 'id');
create trigger leg_feit_vast_winternacht after insert or update or delete on wintergast_persoon for each row execute function leg_feit_vast('winternacht', 'wintergast_id');

create index feit_in_beeld_op_dag on feit_in_beeld (regio_id, coalesce(tot, 'infinity'), van);
create index feit_winternacht_dag on feit_winternacht (regio_id, nacht);

-- What was there already. Products and guests stand as known since they are kept; a signaal now also says who it is about.
create function vul_ethos_feiten() returns void language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  insert into feit_product (regio_id, sleutel, code, domein, bekend_van) select n.*, '-infinity' from nu_product n;
  insert into feit_winternacht (regio_id, sleutel, pseudoniem, nacht, gemeente_code, aanbieder_id, bekend_van)
    select n.*, g.geregistreerd_op from nu_winternacht n join wintergast g on g.id = n.sleutel;
  update feit_signaal f set pseudoniem = n.pseudoniem from nu_signaal n where n.sleutel = f.sleutel and n.pseudoniem is not null;
end $$;
alter function vul_ethos_feiten() owner to onderdak_kern;
select vul_ethos_feiten();
drop function vul_ethos_feiten();

-- ── The class ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- At most one row for a person. Where somebody sleeps goes before what was told; of several places the lowest class counts; of what was
-- told the last. A person in sight of whom no rule says anything has class "onbekend". Without a pseudonym (an anonymous melding, a guest
-- nobody knows) the case itself is who. p_bekend: as known at the end of that moment. The last three try another rule.
-- Plain SQL without settings of its own, so that the planner sees through it; whoever asks sees what their role may.
create function ethos_op(p_op date, p_bekend timestamptz default 'infinity', p_grond text default null, p_code text default null, p_klasse text default null)
returns table (wie uuid, klasse text, zaak uuid, grond text, code text, gemeente text, product uuid, aanbieder uuid, kinderen int) language sql stable as $$
  with regel as (
    select r.grond, r.code, r.klasse from onderdak.ethos_regel r
      where r.regio_id = (select onderdak.regio()) and r.van <= p_op and coalesce(r.tot, 'infinity') > p_op and (p_grond is null or (r.grond, r.code) <> (p_grond, p_code))
    union all select p_grond, p_code, p_klasse where p_klasse is not null
  ), beeld as (
    select f.pseudoniem, f.sleutel, f.organisatie_id, f.van from onderdak.feit_in_beeld f
      where f.regio_id = (select onderdak.regio()) and coalesce(f.tot, 'infinity') > p_op and f.van <= p_op and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
  ), product as (
    select f.sleutel, f.code, f.domein from onderdak.feit_product f where f.regio_id = (select onderdak.regio()) and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
  ), woning as (
    select f.pseudoniem, f.sleutel, f.begonnen_op, f.geeindigd_op, f.gemeente_code from onderdak.feit_huurcontract f
      where f.regio_id = (select onderdak.regio()) and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend and coalesce(f.geeindigd_op, 'infinity') > p_op
  ), slaapt as (
    select f.pseudoniem as wie, f.sleutel as zaak, coalesce(u.grond, s.grond, r.grond, d.grond) as grond, coalesce(u.code, s.code, r.code, d.code) as code,
      coalesce(u.klasse, s.klasse, r.klasse, d.klasse) as klasse, f.gemeente_code, f.product_id, f.aanbieder_id
    from onderdak.feit_verblijf f left join product p on p.sleutel = f.product_id
      left join regel s on s.grond = 'verblijfsoort' and s.code = f.soort
      left join regel r on r.grond = 'product' and r.code = p.code
      left join regel d on d.grond = 'domein' and d.code = p.domein
      left join regel u on u.grond = 'uitstroom' and u.code = 'geen_woning' and p.domein = 'BW' and coalesce(s.klasse, r.klasse, d.klasse) = 'niet' and f.soort <> 'time_out'
        and f.uitstroomgereed_op <= p_op and not exists (select 1 from woning w where w.pseudoniem = f.pseudoniem and w.begonnen_op <= p_op + interval '1 month')
    where f.regio_id = (select onderdak.regio()) and f.van <= p_op and coalesce(f.tot, 'infinity') > p_op and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
    union all
    select coalesce(f.pseudoniem, f.sleutel), f.sleutel, r.grond, r.code, r.klasse, f.gemeente_code, null, f.aanbieder_id
    from onderdak.feit_winternacht f join regel r on r.grond = 'winterkou' and r.code = 'nacht'
    where f.regio_id = (select onderdak.regio()) and f.nacht = p_op and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
  ), verteld as (
    select coalesce(f.pseudoniem, f.sleutel) as wie, f.sleutel as zaak, f.meldingsdatum as dag, 'woonsituatie' as grond, f.woonsituatie as code, f.gemeente_code, null::uuid as product_id,
      f.organisatie_id as aanbieder_id, f.kinderen
    from onderdak.feit_melding f
    where f.regio_id = (select onderdak.regio()) and f.woonsituatie is not null and f.meldingsdatum <= p_op and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
      and (f.pseudoniem in (select b.pseudoniem from beeld b)
        or (f.pseudoniem is null and coalesce(f.gesloten_op, 'infinity') > p_op and coalesce(f.besloten_op, 'infinity') > p_op))
    union all
    select f.pseudoniem, f.sleutel, f.tot, 'bestemming', f.bestemming, f.gemeente_code, f.product_id, f.aanbieder_id, 0
    from onderdak.feit_verblijf f
    where f.regio_id = (select onderdak.regio()) and f.tot <= p_op and f.bestemming is not null and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
      and f.pseudoniem in (select b.pseudoniem from beeld b)
    union all
    select f.pseudoniem, f.sleutel, f.besloten_op, 'overbrugging', f.overbrugging, f.gemeente_code, f.product_id, null, f.kinderen
    from onderdak.feit_wacht f
    where f.regio_id = (select onderdak.regio()) and f.besloten_op <= p_op and coalesce(f.tot, 'infinity') > p_op and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
    union all
    select w.pseudoniem, w.sleutel, w.begonnen_op, 'woning', 'huurcontract', w.gemeente_code, null, null, 0 from woning w where w.begonnen_op <= p_op
    union all
    select coalesce(f.pseudoniem, f.sleutel), f.sleutel, f.gemeld_op, 'ontruiming', 'binnen_een_maand', f.gemeente_code, null, f.organisatie_id, coalesce(f.kinderen, 0)
    from onderdak.feit_signaal f
    where f.regio_id = (select onderdak.regio()) and f.gemeld_op <= p_op and f.ontruiming_op > p_op and f.ontruiming_op <= p_op + interval '1 month' and coalesce(f.afgerond_op, 'infinity') > p_op
      and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
  )
  select distinct on (k.wie) k.wie, k.klasse, k.zaak, k.grond, k.code, k.gemeente_code, k.product_id, k.aanbieder_id, k.kinderen from (
    select 1 as rang, s.wie, null::date as dag, s.klasse, s.zaak, s.grond, s.code, s.gemeente_code, s.product_id, s.aanbieder_id, 0 as kinderen from slaapt s where s.klasse is not null
    union all
    select 2, v.wie, v.dag, r.klasse, v.zaak, v.grond, v.code, v.gemeente_code, v.product_id, v.aanbieder_id, v.kinderen from verteld v join regel r on r.grond = v.grond and r.code = v.code
    union all
    select 3, b.pseudoniem, b.van, 'onbekend', b.sleutel, null, null, null, null, b.organisatie_id, 0 from beeld b where b.pseudoniem is not null
  ) k order by k.wie, k.rang, k.dag desc nulls last, k.klasse collate "C", k.zaak
$$;
comment on function ethos_op is 'Groep van ETHOS Light van ieder mens op een dag, hooguit één, met het geval dat daarover beslist.';
revoke execute on function ethos_op from public;
grant execute on function ethos_op to onderdak_statistiek, onderdak_kern;

-- How many people would change class today with another rule; numbers only.
create function telling_ethos(p_op date, p_grond text, p_code text, p_klasse text)
returns table (oud text, nieuw text, aantal int) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select o.klasse, n.klasse, count(*)::int
  from ethos_op(p_op) o full join ethos_op(p_op, 'infinity', p_grond, p_code, p_klasse) n on n.wie = o.wie
  group by 1, 2 order by 1, 2
$$;
comment on function telling_ethos is 'Hoeveel mensen er met een andere regel van welke groep naar welke gaan.';
alter function telling_ethos(date, text, text, text) owner to onderdak_kern;
revoke execute on function telling_ethos from public;
grant execute on function telling_ethos to onderdak_app;

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into keuze (regio_id, lijst, code, naam, volgorde, van)
select r.id, 'woonsituatie', x.code, x.naam, x.volgorde, date '2020-01-01'
from regio r cross join (values ('straat', 'Op straat of buiten', 1), ('noodopvang', 'In een nachtopvang of winteropvang', 2), ('tijdelijke_opvang', 'In opvang of vrouwenopvang', 3),
  ('hotel_opvang', 'In een hotel of pension dat de gemeente of opvang betaalt', 4), ('instelling_moet_weg', 'In een instelling of gevangenis, en moet binnen een maand weg', 5),
  ('geen_echte_woning', 'In een auto, tent, schuur, kraakpand of vakantiehuis', 6), ('bij_anderen', 'Tijdelijk bij familie, vrienden of kennissen', 7),
  ('moet_huis_uit', 'In een huis, en moet daar binnen een maand uit', 8), ('eigen_woning', 'In een eigen woning of kamer', 9), ('instelling', 'In een instelling, en kan daar blijven', 10),
  ('onbekend', 'Dat is niet bekend', 11)) x (code, naam, volgorde);
insert into ethos_regel (regio_id, grond, code, klasse, van, bron)
select r.id, x.grond, x.code, x.klasse, date '2020-01-01', 'Voorbeeld van Onderdak naar ETHOS Light (FEANTSA); nog niet door de regio vastgesteld'
from regio r cross join (values ('domein', 'MO', 'E3'), ('domein', 'VO', 'E3'), ('domein', 'BW', 'niet'), ('domein', 'BT', 'niet'), ('domein', 'WONEN', 'niet'),
  ('product', 'nachtopvang', 'E2'), ('product', 'winteropvang', 'E2'), ('verblijfsoort', 'time_out', 'niet'), ('winterkou', 'nacht', 'E2'), ('uitstroom', 'geen_woning', 'E4'),
  ('woonsituatie', 'straat', 'E1'), ('woonsituatie', 'noodopvang', 'E2'), ('woonsituatie', 'tijdelijke_opvang', 'E3'), ('woonsituatie', 'hotel_opvang', 'E3'),
  ('woonsituatie', 'instelling_moet_weg', 'E4'), ('woonsituatie', 'geen_echte_woning', 'E5'), ('woonsituatie', 'bij_anderen', 'E6'), ('woonsituatie', 'moet_huis_uit', 'E7'),
  ('woonsituatie', 'eigen_woning', 'niet'), ('woonsituatie', 'instelling', 'niet'), ('overbrugging', 'eigen_netwerk', 'E6'), ('overbrugging', 'opvang', 'E3'),
  ('bestemming', 'straat', 'E1'), ('bestemming', 'opvang', 'E3'), ('bestemming', 'eigen_netwerk', 'E6'), ('bestemming', 'eigen_woning', 'niet'), ('bestemming', 'beschermd_wonen', 'niet'),
  ('bestemming', 'beschermd_thuis', 'niet'), ('bestemming', 'tijdelijke_woning', 'niet'), ('bestemming', 'housing_first', 'niet'), ('bestemming', 'wlz_instelling', 'niet'),
  ('bestemming', 'andere_regio', 'niet'), ('bestemming', 'instelling', 'niet'), ('bestemming', 'detentie', 'niet'), ('bestemming', 'overleden', 'niet'),
  ('woning', 'huurcontract', 'niet'), ('ontruiming', 'binnen_een_maand', 'E7')) x (grond, code, klasse);
