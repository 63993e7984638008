-- monitor: the classes of ETHOS Light as stretches in time. One function says which facts give somebody a class from when until when; from it come
-- the class on a day as known at any moment (ethos_op) and a table of stretches as known now, written in the transaction of the facts.

-- ── What gives somebody a class, and how long ───────────────────────────────────────────────────────────────────────

create type ethos_grond as (
  wie uuid, rang int, dag date, klasse text, zaak uuid, van date, tot date, grond text, code text, gemeente text, product uuid, aanbieder uuid, kinderen int
);
comment on type ethos_grond is 'Waarom iemand van van tot tot in een groep van ETHOS Light hoort: rang 1 slaapt er, 2 is verteld, 3 is alleen in beeld.';

-- Adding a month is not the same in every month: of the 31st it may be the end of a shorter one.
create function maand_ervoor(p_dag date) returns date language sql immutable parallel safe
  return (p_dag - interval '1 month')::date + ((p_dag - interval '1 month')::date + interval '1 month' < p_dag)::int;
comment on function maand_ervoor is 'Eerste dag waarop een dag binnen een maand komt.';
revoke execute on function maand_ervoor from public;
grant execute on function maand_ervoor to onderdak_statistiek, onderdak_kern;

-- Nothing here depends on the day of asking: whatever changes with time alone ends or begins on a day that stands in a fact or a rule.
-- Plain SQL without settings of its own, so that the planner sees through it; whoever asks sees what their role may.
create function ethos_gronden(p_regio uuid, p_bekend timestamptz, p_grond text, p_code text, p_klasse text) returns setof ethos_grond language sql stable as $$
  with regel as (
    select r.grond, r.code, r.klasse, r.van, coalesce(r.tot, 'infinity') as tot from onderdak.ethos_regel r
      where r.regio_id = p_regio and (p_grond is null or (r.grond, r.code) <> (p_grond, p_code))
    union all select p_grond, p_code, p_klasse, '-infinity', 'infinity' where p_klasse is not null
  ), stuk as (
    -- Between two of these days the rules about stays are the same.
    select g.dag as van, lead(g.dag, 1, 'infinity') over (order by g.dag) as tot from (
      select '-infinity'::date as dag union select d.dag from regel r cross join lateral (values (r.van), (r.tot)) d (dag)
        where r.grond in ('verblijfsoort', 'product', 'domein', 'uitstroom') and d.dag < 'infinity') g
  ), verblijf as not materialized (
    select f.pseudoniem, f.sleutel, coalesce(s.grond, r.grond, d.grond) as grond, coalesce(s.code, r.code, d.code) as code, coalesce(s.klasse, r.klasse, d.klasse) as klasse,
      u.code as uitstroom_code, u.klasse as uitstroom_klasse, f.uitstroomgereed_op, f.gemeente_code, f.product_id, f.aanbieder_id,
      greatest(f.van, k.van) as van, least(coalesce(f.tot, 'infinity'), k.tot) as tot
    from onderdak.feit_verblijf f join stuk k on f.van < k.tot and coalesce(f.tot, 'infinity') > k.van
      left join onderdak.feit_product p on p.regio_id = p_regio and p.sleutel = f.product_id and p.bekend_van < p_bekend and p.bekend_tot >= p_bekend
      left join regel s on s.grond = 'verblijfsoort' and s.code = f.soort and s.van <= k.van and s.tot >= k.tot
      left join regel r on r.grond = 'product' and r.code = p.code and r.van <= k.van and r.tot >= k.tot
      left join regel d on d.grond = 'domein' and d.code = p.domein and d.van <= k.van and d.tot >= k.tot
      left join regel u on u.grond = 'uitstroom' and u.code = 'geen_woning' and u.van <= k.van and u.tot >= k.tot
        and p.domein = 'BW' and coalesce(s.klasse, r.klasse, d.klasse) = 'niet' and f.soort <> 'time_out' and f.uitstroomgereed_op is not null
    where f.regio_id = p_regio and f.van < coalesce(f.tot, 'infinity') and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
  ), blijft as not materialized (
    -- Ready to go and no home within a month: those days of the stay count otherwise.
    select v.*, datemultirange(daterange(v.van, v.tot)) as dagen, datemultirange(daterange(least(greatest(v.van, v.uitstroomgereed_op), v.tot), v.tot))
        - coalesce((select range_agg(daterange(onderdak.maand_ervoor(w.begonnen_op), coalesce(w.geeindigd_op, 'infinity'))) from onderdak.feit_huurcontract w
            where w.regio_id = p_regio and w.pseudoniem = v.pseudoniem and w.bekend_van < p_bekend and w.bekend_tot >= p_bekend
              and onderdak.maand_ervoor(w.begonnen_op) < coalesce(w.geeindigd_op, 'infinity')), '{}') as zonder_woning
    from verblijf v where v.uitstroom_klasse is not null
  )
  select k.wie, k.rang, k.dag, k.klasse, k.zaak, k.van, k.tot, k.grond, k.code, k.gemeente, k.product, k.aanbieder, k.kinderen from (
    select v.pseudoniem as wie, 1 as rang, null::date as dag, v.klasse, v.sleutel as zaak, v.van, v.tot, v.grond, v.code, v.gemeente_code as gemeente, v.product_id as product, v.aanbieder_id as aanbieder, 0 as kinderen
    from verblijf v where v.uitstroom_klasse is null and v.klasse is not null
    union all
    select b.pseudoniem, 1, null, b.klasse, b.sleutel, lower(x.dagen), upper(x.dagen), b.grond, b.code, b.gemeente_code, b.product_id, b.aanbieder_id, 0
    from blijft b cross join lateral unnest(b.dagen - b.zonder_woning) x (dagen)
    union all
    select b.pseudoniem, 1, null, b.uitstroom_klasse, b.sleutel, lower(x.dagen), upper(x.dagen), 'uitstroom', b.uitstroom_code, b.gemeente_code, b.product_id, b.aanbieder_id, 0
    from blijft b cross join lateral unnest(b.zonder_woning) x (dagen)
    union all
    select coalesce(f.pseudoniem, f.sleutel), 1, null, r.klasse, f.sleutel, f.nacht, f.nacht + 1, r.grond, r.code, f.gemeente_code, null, f.aanbieder_id, 0
    from onderdak.feit_winternacht f join regel r on r.grond = 'winterkou' and r.code = 'nacht' and r.van <= f.nacht and r.tot > f.nacht
    where f.regio_id = p_regio and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
    union all
    select coalesce(f.pseudoniem, f.sleutel), 2, f.meldingsdatum, r.klasse, f.sleutel, greatest(f.meldingsdatum, r.van, b.van), least(r.tot, coalesce(b.tot, 'infinity')), r.grond, r.code, f.gemeente_code, null, f.organisatie_id, f.kinderen
    from onderdak.feit_melding f join regel r on r.grond = 'woonsituatie' and r.code = f.woonsituatie
      join onderdak.feit_in_beeld b on b.regio_id = p_regio and b.pseudoniem = f.pseudoniem and b.bekend_van < p_bekend and b.bekend_tot >= p_bekend
    where f.regio_id = p_regio and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
    union all
    select coalesce(f.pseudoniem, f.sleutel), 2, f.meldingsdatum, r.klasse, f.sleutel, greatest(f.meldingsdatum, r.van), least(r.tot, coalesce(f.gesloten_op, 'infinity'), coalesce(f.besloten_op, 'infinity')), r.grond, r.code, f.gemeente_code, null, f.organisatie_id, f.kinderen
    from onderdak.feit_melding f join regel r on r.grond = 'woonsituatie' and r.code = f.woonsituatie
    where f.regio_id = p_regio and f.pseudoniem is null and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
    union all
    select f.pseudoniem, 2, f.tot, r.klasse, f.sleutel, greatest(f.tot, r.van, b.van), least(r.tot, coalesce(b.tot, 'infinity')), r.grond, r.code, f.gemeente_code, f.product_id, f.aanbieder_id, 0
    from onderdak.feit_verblijf f join regel r on r.grond = 'bestemming' and r.code = f.bestemming
      join onderdak.feit_in_beeld b on b.regio_id = p_regio and b.pseudoniem = f.pseudoniem and b.bekend_van < p_bekend and b.bekend_tot >= p_bekend
    where f.regio_id = p_regio and f.tot is not null and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
    union all
    select f.pseudoniem, 2, f.besloten_op, r.klasse, f.sleutel, greatest(f.besloten_op, r.van), least(r.tot, coalesce(f.tot, 'infinity')), r.grond, r.code, f.gemeente_code, f.product_id, null, f.kinderen
    from onderdak.feit_wacht f join regel r on r.grond = 'overbrugging' and r.code = f.overbrugging
    where f.regio_id = p_regio and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
    union all
    select f.pseudoniem, 2, f.begonnen_op, r.klasse, f.sleutel, greatest(f.begonnen_op, r.van), least(r.tot, coalesce(f.geeindigd_op, 'infinity')), r.grond, r.code, f.gemeente_code, null, null, 0
    from onderdak.feit_huurcontract f join regel r on r.grond = 'woning' and r.code = 'huurcontract'
    where f.regio_id = p_regio and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
    union all
    select coalesce(f.pseudoniem, f.sleutel), 2, f.gemeld_op, r.klasse, f.sleutel, greatest(f.gemeld_op, r.van, onderdak.maand_ervoor(f.ontruiming_op)), least(r.tot, f.ontruiming_op, coalesce(f.afgerond_op, 'infinity')), r.grond, r.code, f.gemeente_code, null,
      f.organisatie_id, coalesce(f.kinderen, 0)
    from onderdak.feit_signaal f join regel r on r.grond = 'ontruiming' and r.code = 'binnen_een_maand'
    where f.regio_id = p_regio and f.ontruiming_op is not null and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
    union all
    select f.pseudoniem, 3, f.van, 'onbekend', f.sleutel, f.van, coalesce(f.tot, 'infinity'), null, null, null, null, f.organisatie_id, 0
    from onderdak.feit_in_beeld f
    where f.regio_id = p_regio and f.bekend_van < p_bekend and f.bekend_tot >= p_bekend
  ) k where k.van < k.tot and k.wie is not null
$$;
comment on function ethos_gronden is 'Alles wat iemand een groep van ETHOS Light geeft, met de dagen waarop. De laatste drie proberen een andere regel.';
revoke execute on function ethos_gronden from public;
grant execute on function ethos_gronden to onderdak_statistiek, onderdak_kern;

-- At most one row for a person. Where somebody sleeps goes before what was told; of several places the lowest class counts; of what was
-- told the last. A person in sight of whom no rule says anything has class "onbekend". Without a pseudonym (an anonymous melding, a guest
-- nobody knows) the case itself is who. p_bekend: as known at the end of that moment. The last three try another rule.
create or replace function ethos_op(p_op date, p_bekend timestamptz default 'infinity', p_grond text default null, p_code text default null, p_klasse text default null)
returns table (wie uuid, klasse text, zaak uuid, grond text, code text, gemeente text, product uuid, aanbieder uuid, kinderen int) language sql stable as $$
  select distinct on (g.wie) g.wie, g.klasse, g.zaak, g.grond, g.code, g.gemeente, g.product, g.aanbieder, g.kinderen
  from onderdak.ethos_gronden(onderdak.regio(), p_bekend, p_grond, p_code, p_klasse) g where g.van <= p_op and g.tot > p_op
  order by g.wie, g.rang, g.dag desc nulls last, g.klasse collate "C", g.zaak, g.grond, g.code
$$;

-- ── Stretches as known now ──────────────────────────────────────────────────────────────────────────────────────────

create table ethos_periode (
  regio_id uuid not null references regio,
  wie uuid not null,
  van date not null,
  tot date not null,
  klasse text not null check (klasse in ('E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'niet', 'onbekend')),
  zaak uuid not null,
  grond text,
  code text,
  gemeente text,
  product uuid,
  aanbieder uuid,
  kinderen int not null,
  constraint ethos_periode_eenmaal primary key (regio_id, wie, van),
  constraint ethos_periode_dagen check (van < tot)
);
-- The end is never null: under row-level security only a plain comparison is a condition of an index.
create index ethos_periode_op_dag on ethos_periode (regio_id, tot, van);
select beschrijf('ethos_periode', 'In welke groep van ETHOS Light iemand van wanneer tot wanneer hoort, zoals nu bekend. Afgeleid van de feiten en de regels, en daaruit opnieuw te maken.', 'wie: Pseudoniem; van een onbekende het geval zelf.',
  'van: Eerste dag.', 'tot: Dag waarop er iets verandert; oneindig zolang dat niet bekend is.', 'klasse: Groep E1 tot en met E7, niet (niet dak- of thuisloos) of onbekend.', 'zaak: Het geval dat beslist.', 'grond: Wat er over iemand bekend is; leeg bij onbekend.',
  'code: Welk product, domein, welke soort of welke keuze; leeg bij onbekend.', 'gemeente: Gemeente van het geval; leeg bij een geheime locatie en bij onbekend.', 'product: Product; leeg als het geval dat niet heeft.', 'aanbieder: Organisatie van het geval; leeg als die er niet is of geheim blijft.', 'kinderen: Kinderen die erbij horen.');
alter table ethos_periode enable row level security, force row level security;
create policy kern on ethos_periode to onderdak_kern using (true) with check (true);
create policy statistiek on ethos_periode for select to onderdak_statistiek using (regio_id = (select regio()));
grant select, insert, update, delete on ethos_periode to onderdak_kern;
grant select on ethos_periode to onderdak_statistiek;

-- The same as ethos_op says of everybody on every day. Asked for some people only those are read: the condition on wie goes down to the facts.
create function ethos_perioden(p_regio uuid) returns setof ethos_periode language sql stable as $$
  select p_regio, m.wie, p.van, p.tot, p.klasse, p.zaak, p.grond, p.code, p.gemeente, p.product, p.aanbieder, p.kinderen
  from (select g.wie, array_agg(g) as gronden from onderdak.ethos_gronden(p_regio, 'infinity', null, null, null) g group by g.wie) m
    cross join lateral (
      select min(s.dag) as van, max(s.tot) as tot, s.klasse, s.zaak, s.grond, s.code, s.gemeente, s.product, s.aanbieder, s.kinderen
      from (
        select d.dag, d.tot, k.*, d.nr - row_number() over (partition by k.klasse, k.zaak, k.grond, k.code, k.gemeente, k.product, k.aanbieder, k.kinderen order by d.dag) as reeks
        from (select e.dag, lead(e.dag) over (order by e.dag) as tot, row_number() over (order by e.dag) as nr
            from (select g.van as dag from unnest(m.gronden) g union select g.tot from unnest(m.gronden) g) e) d
          cross join lateral (select g.klasse, g.zaak, g.grond, g.code, g.gemeente, g.product, g.aanbieder, g.kinderen from unnest(m.gronden) g
            where g.van <= d.dag and g.tot > d.dag order by g.rang, g.dag desc nulls last, g.klasse collate "C", g.zaak, g.grond, g.code limit 1) k
      ) s group by s.reeks, s.klasse, s.zaak, s.grond, s.code, s.gemeente, s.product, s.aanbieder, s.kinderen
    ) p
$$;
comment on function ethos_perioden is 'Groep van ETHOS Light van ieder mens in een regio, als perioden waarin niets verandert.';
revoke execute on function ethos_perioden from public;
grant execute on function ethos_perioden to onderdak_kern;

create function ethos_nu(p_op date)
returns table (wie uuid, klasse text, zaak uuid, grond text, code text, gemeente text, product uuid, aanbieder uuid, kinderen int) language sql stable as $$
  select p.wie, p.klasse, p.zaak, p.grond, p.code, p.gemeente, p.product, p.aanbieder, p.kinderen
  from onderdak.ethos_periode p where p.regio_id = (select onderdak.regio()) and p.van <= p_op and p.tot > p_op
$$;
comment on function ethos_nu is 'Hetzelfde als ethos_op, zoals nu bekend, uit de perioden.';
revoke execute on function ethos_nu from public;
grant execute on function ethos_nu to onderdak_statistiek, onderdak_kern;

-- ── Written with the facts ──────────────────────────────────────────────────────────────────────────────────────────

-- Whose stretches are to be made again at the end of this transaction; of a whole region when wie is null.
create table ethos_herzien (
  transactie xid8 not null default pg_current_xact_id(),
  regio_id uuid not null references regio,
  wie uuid,
  constraint ethos_herzien_eenmaal unique nulls not distinct (transactie, regio_id, wie)
);
select beschrijf('ethos_herzien', 'Van wie de perioden van ETHOS Light aan het einde van de lopende transactie opnieuw worden gemaakt. Leeg tussen transacties.', 'transactie: Transactie die feiten veranderde.', 'wie: Pseudoniem, of het geval van een onbekende; leeg voor de hele regio.');
alter table ethos_herzien enable row level security, force row level security;
create policy kern on ethos_herzien to onderdak_kern using (true) with check (true);
grant select, insert, delete on ethos_herzien to onderdak_kern;

-- Who changes facts of one person waits for the other here, and then sees them: the statements after it look anew. Sixty-four locks a region, because a lock
-- for each person fills the table of locks of the server when a file is read in. In one order, so that nobody waits in a circle.
create function vergrendel_ethos(p_regio uuid, p_wie uuid[]) returns void language sql volatile set search_path = onderdak, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('ethos ' || p_regio::text, b.vak)) from (
    select distinct v.vak from (select hashtextextended(w.wie::text, 0) & 63 as vak from unnest(p_wie) w (wie) union all select v from generate_series(0, 63) v where p_wie is null) v order by v.vak) b
$$;
comment on function vergrendel_ethos is 'Wacht tot niemand anders de perioden van deze mensen maakt; zonder mensen van de hele regio.';
alter function vergrendel_ethos(uuid, uuid[]) owner to onderdak_kern;
revoke execute on function vergrendel_ethos(uuid, uuid[]) from public;

create function herbouw_ethos_perioden(p_regio uuid) returns void language plpgsql security definer set search_path = onderdak, pg_temp set jit = off as $$
begin
  perform vergrendel_ethos(p_regio, null);
  delete from ethos_periode p where p.regio_id = p_regio;
  -- In the order in which daily work writes them, so that a day finds its rows together.
  insert into ethos_periode select * from ethos_perioden(p_regio) p order by p.tot, p.van;
end $$;
comment on function herbouw_ethos_perioden is 'Maakt de perioden van ETHOS Light van een regio opnieuw.';
alter function herbouw_ethos_perioden(uuid) owner to onderdak_kern;
revoke execute on function herbouw_ethos_perioden(uuid) from public;

-- One plan for every person: planning takes longer than looking up.
create function herzie_ethos_van(p_regio uuid, p_wie uuid[]) returns void language plpgsql security definer set search_path = onderdak, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
declare
  nieuw ethos_periode[];
begin
  perform vergrendel_ethos(p_regio, p_wie);
  nieuw := array(select p from ethos_perioden(p_regio) p where p.wie = any (p_wie));
  delete from ethos_periode p where p.regio_id = p_regio and p.wie = any (p_wie) and (p.wie, p.van) not in (select n.wie, n.van from unnest(nieuw) n);
  insert into ethos_periode as p select n.* from unnest(nieuw) n
    on conflict on constraint ethos_periode_eenmaal do update set tot = excluded.tot, klasse = excluded.klasse, zaak = excluded.zaak, grond = excluded.grond, code = excluded.code, gemeente = excluded.gemeente,
      product = excluded.product, aanbieder = excluded.aanbieder, kinderen = excluded.kinderen where p is distinct from excluded;
end $$;
comment on function herzie_ethos_van is 'Maakt de perioden van ETHOS Light van deze mensen opnieuw.';
alter function herzie_ethos_van(uuid, uuid[]) owner to onderdak_kern;
revoke execute on function herzie_ethos_van(uuid, uuid[]) from public;

-- The first time in a transaction for everybody who was named, in one order of regions; after that nobody is left. From some hundreds of people on, as
-- when a file is read in, one look at the whole region takes less than one at each of them.
create function herzie_ethos() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  r record;
begin
  for r in
    with h as (delete from ethos_herzien where transactie = pg_current_xact_id() returning regio_id, wie)
    select h.regio_id, array_agg(h.wie) as wie, bool_or(h.wie is null) as alles from h group by h.regio_id order by h.regio_id
  loop
    if r.alles or cardinality(r.wie) > 500 then perform herbouw_ethos_perioden(r.regio_id);
    else perform herzie_ethos_van(r.regio_id, r.wie);
    end if;
  end loop;
  return null;
end $$;
comment on function herzie_ethos is 'Maakt aan het einde van een transactie de perioden van wie er iets veranderde.';
alter function herzie_ethos() owner to onderdak_kern;
create constraint trigger herzie_ethos after insert on ethos_herzien deferrable initially deferred for each row execute function herzie_ethos();

create function meld_ethos() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if tg_op <> 'INSERT' and old.bekend_tot = 'infinity' then
    insert into ethos_herzien (regio_id, wie) values (old.regio_id, coalesce(old.pseudoniem, old.sleutel)) on conflict do nothing;
  end if;
  if tg_op <> 'DELETE' and new.bekend_tot = 'infinity' then
    insert into ethos_herzien (regio_id, wie) values (new.regio_id, coalesce(new.pseudoniem, new.sleutel)) on conflict do nothing;
  end if;
  return null;
end $$;
comment on function meld_ethos is 'Onthoudt van wie er een feit veranderde.';
alter function meld_ethos() owner to onderdak_kern;

create function meld_ethos_regio() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if tg_op <> 'INSERT' then insert into ethos_herzien (regio_id) values (old.regio_id) on conflict do nothing; end if;
  if tg_op <> 'DELETE' then insert into ethos_herzien (regio_id) values (new.regio_id) on conflict do nothing; end if;
  return null;
end $$;
comment on function meld_ethos_regio is 'Onthoudt van welke regio een regel of product veranderde.';
alter function meld_ethos_regio() owner to onderdak_kern;

do $$
declare
  t text;
begin
  foreach t in array array['verblijf', 'wacht', 'melding', 'in_beeld', 'huurcontract', 'signaal', 'winternacht'] loop
    execute format('create trigger meld_ethos after insert or update or delete on feit_%s for each row execute function meld_ethos()', t);
  end loop;
  -- Not the indexes of what is known now: the moment asked for is a value, of which the planner does not know that it is now.
  foreach t in array array['verblijf', 'wacht', 'in_beeld', 'huurcontract'] loop
    execute format('create index feit_%1$s_pseudoniem on feit_%1$s (regio_id, pseudoniem)', t);
  end loop;
  foreach t in array array['melding', 'signaal', 'winternacht'] loop
    execute format('create index feit_%1$s_pseudoniem on feit_%1$s (regio_id, coalesce(pseudoniem, sleutel))', t);
  end loop;
end $$;
create trigger meld_ethos after insert or update or delete on feit_product for each row execute function meld_ethos_regio();
create trigger meld_ethos after insert or update or delete on ethos_regel for each row execute function meld_ethos_regio();

-- ── The check ───────────────────────────────────────────────────────────────────────────────────────────────────────

create function controleer_ethos() returns table (regio_id uuid, wie uuid, van date, wat text) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select r.id, x.wie, x.van, x.wat from regio r cross join lateral (
    (select n.wie, n.van, 'ontbreekt' as wat from (select * from ethos_perioden(r.id) except all select p.* from ethos_periode p where p.regio_id = r.id) n)
    union all
    (select n.wie, n.van, 'klopt niet meer' from (select p.* from ethos_periode p where p.regio_id = r.id except all select * from ethos_perioden(r.id)) n)) x
$$;
comment on function controleer_ethos is 'Perioden van ETHOS Light die niet zijn wat de feiten en regels zeggen. Leeg als alles klopt.';
alter function controleer_ethos() owner to onderdak_kern;
revoke execute on function controleer_ethos() from public;

-- ── Who asks for what is known now ──────────────────────────────────────────────────────────────────────────────────

create or replace function telling_eigen(p_op date, p_sleutel bytea)
returns table (klasse text, leeftijd int, geslacht text, kinderen int, van date, code bytea, code_kort bytea) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select e.klasse, extract(year from p_op)::int - coalesce(extract(year from p.geboortedatum)::int, p.geboortejaar), coalesce(p.geslacht, 'onbekend'), e.kinderen,
    (select max(b.van) from feit_in_beeld b where b.regio_id = (select regio()) and b.pseudoniem = e.wie and b.bekend_tot = 'infinity' and b.van <= p_op and coalesce(b.tot, 'infinity') > p_op),
    c.code, c.code_kort
  from ethos_nu(p_op) e left join pseudoniem s on s.pseudoniem = e.wie left join persoon p on p.id = s.persoon_id
    left join lateral telling_codes(p_sleutel, coalesce(p.roepnaam, p.voornamen), p.achternaam, coalesce(extract(year from p.geboortedatum)::int, p.geboortejaar), extract(month from p.geboortedatum)::int, p.geslacht) c on true
  where e.klasse in ('E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7') and (s.persoon_id is null or s.persoon_id <> all ((select geblokkeerd())::uuid[]))
$$;

create or replace function levering_indicator(p_op date) returns int language sql stable security definer set search_path = onderdak, pg_temp as $$
  select count(*)::int from ethos_nu(p_op) e left join feit_product p on p.regio_id = (select regio()) and p.sleutel = e.product and p.bekend_tot = 'infinity'
  where ((select inzage('levering')) or (select inzage('systeem'))) and e.klasse in ('E2', 'E3') and e.grond in ('verblijfsoort', 'product', 'domein', 'winterkou') and coalesce(p.domein, 'MO') not in ('BW', 'VO')
$$;

create or replace function telling_ethos(p_op date, p_grond text, p_code text, p_klasse text)
returns table (oud text, nieuw text, aantal int) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select o.klasse, n.klasse, count(*)::int
  from ethos_nu(p_op) o full join ethos_op(p_op, 'infinity', p_grond, p_code, p_klasse) n on n.wie = o.wie
  group by 1, 2 order by 1, 2
$$;

select herbouw_ethos_perioden(r.id) from regio r;
