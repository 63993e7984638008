-- The chain as steps with days: of one person on the dossier, and of the whole region without persons (TRJ-16).

create policy kern on nazorgcontact for select to onderdak_kern using (true);
grant select on nazorgcontact to onderdak_kern;

-- Runs with the sight of who asks. `tot`: the step was taken. `weg`: the chain was left in this step, or went on without it. Both empty: still in it.
-- Of a household the steps stand with who it waits and stays under the name of. @NOTE A list read in from elsewhere has no day of its own: the decision counts.
create function reisstappen()
returns table (regio_id uuid, persoon_id uuid, organisatie_id uuid, product_id uuid, stap text, van date, tot date, weg date)
language sql stable
begin atomic
  with plaatsing as (
    select w.regio_id, w.persoon_id, w.melding_id, w.product_id, w.gestart_op, w.beeindigd_op,
      greatest(w.besloten_op, case when w.inleesbron is null then (w.aangemaakt_op at time zone 'Europe/Amsterdam')::date end) as op_lijst,
      (select (min(s.voorgesteld_op) at time zone 'Europe/Amsterdam')::date from onderdak.plaatsingsvoorstel s where s.wachtlijstplaatsing_id = w.id) as voorgesteld
    from onderdak.wachtlijstplaatsing w
  ), stap as (
    select m.regio_id, m.persoon_id, m.organisatie_id, b.product_id, 'triage' as stap, m.meldingsdatum as van, m.triage_op as tot, m.gesloten_op as weg
      from onderdak.melding m left join onderdak.besluit b on b.melding_id = m.id
    union all
    select m.regio_id, m.persoon_id, m.organisatie_id, b.product_id, 'besluit', m.triage_op, b.besloten_op, m.gesloten_op
      from onderdak.melding m left join onderdak.besluit b on b.melding_id = m.id where m.triage_op is not null
    union all
    select m.regio_id, m.persoon_id, m.organisatie_id, b.product_id, 'wachtlijst', b.besloten_op,
        (select min(p.op_lijst) from plaatsing p where p.melding_id = m.id),
        least((select min(v.begonnen_op) from onderdak.verblijf v where v.melding_id = m.id), m.gesloten_op)
      from onderdak.melding m join onderdak.besluit b on b.melding_id = m.id where b.uitkomst = 'toegelaten'
    union all
    select p.regio_id, p.persoon_id, null, p.product_id, 'voorstel', p.op_lijst, p.voorgesteld, coalesce(p.gestart_op, p.beeindigd_op) from plaatsing p
    union all
    select p.regio_id, p.persoon_id, null, p.product_id, 'aankomst', p.voorgesteld, p.gestart_op, p.beeindigd_op from plaatsing p where p.voorgesteld is not null
    union all
    select v.regio_id, v.persoon_id, null, v.product_id, 'verblijf', v.begonnen_op, coalesce(v.uitstroomgereed_op, v.geeindigd_op), null
      from onderdak.verblijf v where v.soort <> 'time_out'
    union all
    select v.regio_id, v.persoon_id, null, v.product_id, 'vertrek', v.uitstroomgereed_op, v.geeindigd_op, null
      from onderdak.verblijf v where v.soort <> 'time_out' and v.uitstroomgereed_op is not null
    union all
    -- An agreement on nazorg lasts a year at most: who was not reached by then is no longer in this step.
    select v.regio_id, v.persoon_id, null, v.product_id, 'nazorg', v.geeindigd_op,
        (select min(c.op) from onderdak.nazorgafspraak a join onderdak.nazorgcontact c on c.nazorgafspraak_id = a.id where a.verblijf_id = v.id and c.uitkomst <> 'niet_bereikt'),
        least(v.geeindigd_op + 366, (select max(case when a.status = 'geen' then a.besloten_op else a.geeindigd_op end) from onderdak.nazorgafspraak a
          where a.verblijf_id = v.id having bool_and(a.status not in ('voorgesteld', 'lopend'))))
      from onderdak.verblijf v where v.geeindigd_op is not null and onderdak.is_uitstroom(v.soort, v.eindreden, v.bestemming)
  )
  select s.regio_id, s.persoon_id, s.organisatie_id, s.product_id, s.stap, s.van,
    case when s.tot is not null then greatest(s.tot, s.van) end, case when s.tot is null and s.weg is not null then greatest(s.weg, s.van) end
  from stap s;
end;
comment on function reisstappen is 'De stappen van de keten met hun dagen, van wie de vrager mag zien: van melding tot eerste nazorg.';
revoke execute on function reisstappen() from public;
grant execute on function reisstappen() to onderdak_app, onderdak_kern;

-- Steps taken in the period, and who is in one at its end. Who left otherwise is in neither, so that quarters do not add up to each other.
create function cijfer_clientreis(p_van date, p_tot date)
returns table (stap text, product_id uuid, totaal boolean, afgerond int, afgerond_mediaan int, nog_in int, nog_in_mediaan int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b), feit as materialized (
    select s.stap, s.product_id, s.tot - s.van as dagen, p_tot - 1 - s.van as dagen_tot_nu, coalesce(s.tot < p_tot, false) as af, coalesce(s.tot, s.weg, 'infinity') >= p_tot as er_in,
      (select inzage('systeem')) or s.persoon_id in (select b.persoon_id from bekend b) or (s.persoon_id is null and s.organisatie_id = (select organisatie()) and (select inzage('personen'))) as ziet
    from reisstappen() s where s.regio_id = (select regio()) and s.van < p_tot and (s.tot >= p_van or coalesce(s.tot, s.weg, 'infinity') >= p_tot)
  )
  select f.stap, f.product_id, grouping(f.product_id) = 1, (count(*) filter (where f.af))::int, percentile_disc(0.5) within group (order by f.dagen) filter (where f.af),
    (count(*) filter (where f.er_in))::int, percentile_disc(0.5) within group (order by f.dagen_tot_nu) filter (where f.er_in), coalesce(bool_and(f.ziet), false)
  from feit f group by grouping sets ((f.stap, f.product_id), (f.stap))
$$;
comment on function cijfer_clientreis is 'Per stap van de keten hoeveel er in een periode klaar waren en na hoeveel dagen, en wie er aan het eind nog in staat, per product en samen, zonder personen.';
alter function cijfer_clientreis(date, date) owner to onderdak_kern;
revoke execute on function cijfer_clientreis(date, date) from public;
grant execute on function cijfer_clientreis(date, date) to onderdak_app;
