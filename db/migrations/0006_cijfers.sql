-- cijfers: counts of the whole region for who steers it, without persons. `zichtbaar` says whether the asker may open every
-- case behind a count: then a small number tells nothing new; otherwise the small-cell rule hides it.

create function zichtbare_personen() returns table (persoon_id uuid)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select distinct b.persoon_id from betrokkenheid b
  where b.regio_id = (select regio()) and (select inzage('personen')) and b.organisatie_id = (select organisatie()) and b.van <= (select vandaag())
    and coalesce(b.tot, 'infinity') > (select vandaag()) and (b.vereist is null or (select inzage('vo')))
$$;
comment on function zichtbare_personen is 'Personen die de vrager nu mag zien, om te bepalen of een klein aantal iets nieuws vertelt; alleen voor tellingen.';

create function cijfer_verblijven(p_op date, p_per text)
returns table (groep text, totaal boolean, verblijven int, personen int, te_lang int, te_lang_zonder_reden int, uitstroomgereed int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b), lopend as materialized (
    select v.id, case p_per when 'product' then v.product_id::text else l.gemeente_code end as groep, coalesce(v.uiterlijk_op <= p_op, false) as te_lang,
      v.overschrijding_reden is null as zonder_reden, coalesce(v.uitstroomgereed_op <= p_op, false) as gereed
    from verblijf v join locatie l on l.id = v.locatie_id
    where v.regio_id = (select regio()) and v.begonnen_op <= p_op and coalesce(v.geeindigd_op, 'infinity') > p_op
  ), tellen as (
    select l.groep, grouping(l.groep) = 1 as totaal, count(*)::int as verblijven, (count(*) filter (where l.te_lang))::int as te_lang,
      (count(*) filter (where l.te_lang and l.zonder_reden))::int as te_lang_zonder_reden, (count(*) filter (where l.gereed))::int as gereed
    from lopend l group by grouping sets ((l.groep), ())
  ), mensen as (
    select l.groep, grouping(l.groep) = 1 as totaal, count(distinct coalesce(p.samengevoegd_in, p.id))::int as personen,
      bool_and((select inzage('systeem')) or vp.persoon_id in (select b.persoon_id from bekend b)) as zichtbaar
    from lopend l join verblijf_persoon vp on vp.verblijf_id = l.id and vp.van <= p_op and coalesce(vp.tot, 'infinity') > p_op join persoon p on p.id = vp.persoon_id
    group by grouping sets ((l.groep), ())
  )
  select t.groep, t.totaal, t.verblijven, coalesce(m.personen, 0), t.te_lang, t.te_lang_zonder_reden, t.gereed, coalesce(m.zichtbaar, false)
  from tellen t left join mensen m on m.totaal = t.totaal and m.groep is not distinct from t.groep
$$;
comment on function cijfer_verblijven is 'Wie er op een dag verblijft, per product of gemeente van de locatie, zonder personen.';

create function cijfer_wachtlijst(p_op date, p_per text)
returns table (groep text, totaal boolean, dossiers int, personen int, registraties int, plaatsbaar int, voorgesteld int, sinds_melding int, sinds_besluit int, sinds_plaatsbaar int, sinds_voorstel int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b), wachtend as (
    select w.*, case p_per when 'product' then w.product_id::text else w.gemeente_code end as groep, coalesce(p.samengevoegd_in, p.id) as wie
    from wachtlijstplaatsing w join persoon p on p.id = w.persoon_id
    where w.regio_id = (select regio()) and w.besloten_op <= p_op and coalesce(w.gestart_op, w.beeindigd_op, 'infinity') > p_op
  )
  select w.groep, grouping(w.groep) = 1, count(distinct w.wie)::int, sum(w.personen)::int, count(*)::int,
    (count(*) filter (where w.plaatsbaar_op <= p_op))::int, (count(*) filter (where w.voorgesteld_op <= p_op))::int,
    percentile_disc(0.5) within group (order by p_op - w.gemeld_op), percentile_disc(0.5) within group (order by p_op - w.besloten_op),
    percentile_disc(0.5) within group (order by p_op - w.plaatsbaar_op) filter (where w.plaatsbaar_op <= p_op),
    percentile_disc(0.5) within group (order by p_op - w.voorgesteld_op) filter (where w.voorgesteld_op <= p_op),
    bool_and((select inzage('systeem')) or w.persoon_id in (select b.persoon_id from bekend b))
  from wachtend w group by grouping sets ((w.groep), ()) having count(*) > 0
$$;
comment on function cijfer_wachtlijst is 'Wie er op een dag wacht en hoe lang volgens elke klok, per product of gemeente die telt, zonder personen.';

create function cijfer_starts(p_van date, p_tot date, p_per text)
returns table (groep text, totaal boolean, gestart int, van_besluit int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b), gestart as (
    select w.persoon_id, w.gestart_op - w.besloten_op as dagen, case p_per when 'product' then w.product_id::text else w.gemeente_code end as groep
    from wachtlijstplaatsing w where w.regio_id = (select regio()) and w.gestart_op >= p_van and w.gestart_op < p_tot
  )
  select g.groep, grouping(g.groep) = 1, count(*)::int, percentile_disc(0.5) within group (order by g.dagen),
    bool_and((select inzage('systeem')) or g.persoon_id in (select b.persoon_id from bekend b))
  from gestart g group by grouping sets ((g.groep), ()) having count(*) > 0
$$;
comment on function cijfer_starts is 'Hoeveel wachtenden in een periode een plek kregen en na hoeveel dagen, per product of gemeente, zonder personen.';

create function cijfer_beschikkingen(p_op date, p_per text)
returns table (groep text, totaal boolean, beschikkingen int, clienten int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b), geldig as (
    select b.persoon_id, coalesce(p.samengevoegd_in, p.id) as wie, case p_per when 'product' then b.product_id::text else b.namens_gemeente end as groep
    from beschikking b join persoon p on p.id = b.persoon_id
    where b.regio_id = (select regio()) and b.status = 'beschikt' and b.soort in ('toekenning', 'herziening') and b.geldig_van <= p_op and coalesce(b.geldig_tot, 'infinity') > p_op
  )
  select g.groep, grouping(g.groep) = 1, count(*)::int, count(distinct g.wie)::int, bool_and((select inzage('systeem')) or g.persoon_id in (select b.persoon_id from bekend b))
  from geldig g group by grouping sets ((g.groep), ()) having count(*) > 0
$$;
comment on function cijfer_beschikkingen is 'Beschikkingen die op een dag geldig zijn, per product of gemeente namens welke, zonder personen.';

create function cijfer_meldingen(p_van date, p_tot date)
returns table (maand date, meldingen int, toegelaten int, geweigerd int, doorverwezen int, alleen_huisvestingsvraag int, ingetrokken int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b), feit as (
    select date_trunc('month', m.meldingsdatum)::date as maand, 'melding' as wat, m.persoon_id, m.organisatie_id
    from melding m where m.regio_id = (select regio()) and m.meldingsdatum >= p_van and m.meldingsdatum < p_tot
    union all
    select date_trunc('month', b.besloten_op)::date, b.uitkomst, b.persoon_id, b.organisatie_id
    from besluit b where b.regio_id = (select regio()) and b.besloten_op >= p_van and b.besloten_op < p_tot
  )
  select m.maand::date, (count(*) filter (where f.wat = 'melding'))::int, (count(*) filter (where f.wat = 'toegelaten'))::int, (count(*) filter (where f.wat = 'geweigerd'))::int,
    (count(*) filter (where f.wat = 'doorverwezen'))::int, (count(*) filter (where f.wat = 'alleen_huisvestingsvraag'))::int, (count(*) filter (where f.wat = 'ingetrokken'))::int,
    coalesce(bool_and((select inzage('systeem')) or f.persoon_id in (select b.persoon_id from bekend b)
      or (f.persoon_id is null and f.organisatie_id = (select organisatie()) and (select inzage('personen')))), true)
  from generate_series(p_van, p_tot - 1, interval '1 month') m(maand) left join feit f on f.maand = m.maand::date group by m.maand
$$;
comment on function cijfer_meldingen is 'Meldingen en besluiten per maand; p_van is de eerste dag van een maand. Zonder personen.';

create function cijfer_weigeringen(p_van date, p_tot date)
returns table (maand date, zijde text, reden text, aantal int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b)
  select date_trunc('month', b.besloten_op)::date, b.zijde, b.reden, count(*)::int,
    bool_and((select inzage('systeem')) or b.persoon_id in (select k.persoon_id from bekend k) or (b.persoon_id is null and b.organisatie_id = (select organisatie()) and (select inzage('personen'))))
  from besluit b where b.regio_id = (select regio()) and b.uitkomst = 'geweigerd' and b.besloten_op >= p_van and b.besloten_op < p_tot group by 1, 2, 3
$$;
comment on function cijfer_weigeringen is 'Weigeringen bij de toegang per maand en reden, zonder personen.';

-- Begin + in − out = end: the stand is counted by itself, so that a month that does not close shows.
create function cijfer_stromen(p_van date, p_tot date)
returns table (maand date, begin int, erbij int, van_andere_plek int, eraf int, naar_andere_plek int, eind int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b), maand as (
    select m::date as van, least((m + interval '1 month')::date, p_tot) as tot from generate_series(p_van, p_tot - 1, interval '1 month') m
  ), feit as materialized (
    select v.begonnen_op, v.geeindigd_op, v.eindreden in ('verhuisd', 'doorstroom') as gaat_door, exists (
        select 1 from verblijf o where o.persoon_id = v.persoon_id and o.id <> v.id and o.geeindigd_op = v.begonnen_op and o.eindreden in ('verhuisd', 'doorstroom')) as komt_van,
      (select inzage('systeem')) or v.persoon_id in (select b.persoon_id from bekend b) as ziet
    from verblijf v where v.regio_id = (select regio()) and v.begonnen_op < p_tot and coalesce(v.geeindigd_op, 'infinity') >= p_van
  )
  select m.van, (count(*) filter (where f.begonnen_op < m.van and coalesce(f.geeindigd_op, 'infinity') >= m.van))::int,
    (count(*) filter (where f.begonnen_op >= m.van and f.begonnen_op < m.tot))::int,
    (count(*) filter (where f.begonnen_op >= m.van and f.begonnen_op < m.tot and f.komt_van))::int,
    (count(*) filter (where f.geeindigd_op >= m.van and f.geeindigd_op < m.tot))::int,
    (count(*) filter (where f.geeindigd_op >= m.van and f.geeindigd_op < m.tot and f.gaat_door))::int,
    (count(*) filter (where f.begonnen_op < m.tot and coalesce(f.geeindigd_op, 'infinity') >= m.tot))::int,
    coalesce(bool_and(f.ziet), true)
  from maand m left join feit f on f.begonnen_op < m.tot and coalesce(f.geeindigd_op, 'infinity') >= m.van group by m.van
$$;
comment on function cijfer_stromen is 'Verblijven aan het begin van de maand, erbij, eraf en aan het eind, zonder personen.';

do $$
declare f text;
begin
  foreach f in array array['zichtbare_personen()', 'cijfer_verblijven(date,text)', 'cijfer_wachtlijst(date,text)', 'cijfer_starts(date,date,text)', 'cijfer_beschikkingen(date,text)',
    'cijfer_meldingen(date,date)', 'cijfer_weigeringen(date,date)', 'cijfer_stromen(date,date)'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
    if f <> 'zichtbare_personen()' then execute format('grant execute on function %s to onderdak_app', f); end if;
  end loop;
end $$;
