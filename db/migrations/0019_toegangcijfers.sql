-- Who reported and was not admitted, per reason and gemeente (TOE-03), the route for EU-burgers (TOE-18), and who came back (TRJ-08).
-- They count for everyone who may read figures; `zichtbaar` tells whether the reader may open every case behind a count.

create function cijfer_niet_toegelaten(p_van date, p_tot date)
returns table (gemeente text, zijde text, reden text, aantal int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b)
  select m.gemeente_code, b.zijde, b.reden, count(*)::int, bool_and((select inzage('systeem')) or b.persoon_id in (select k.persoon_id from bekend k) or (b.persoon_id is null and b.organisatie_id = (select organisatie()) and (select inzage('personen'))))
  from besluit b join melding m on m.id = b.melding_id
  where b.regio_id = (select regio()) and b.uitkomst = 'geweigerd' and b.besloten_op >= p_van and b.besloten_op < p_tot group by 1, 2, 3
$$;
comment on function cijfer_niet_toegelaten is 'Gemeld maar niet toegelaten, per gemeente van de melding en reden, zonder personen.';

create function cijfer_eu_route(p_van date, p_tot date)
returns table (maand date, stand text, uitkomst text, aantal int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b)
  select date_trunc('month', m.triage_op)::date, case when m.status in ('besloten', 'gesloten') then m.status else 'open' end,
    coalesce(b.uitkomst, m.sluitreden, 'nog_geen'), count(*)::int, bool_and((select inzage('systeem')) or m.persoon_id in (select k.persoon_id from bekend k) or (m.persoon_id is null and m.organisatie_id = (select organisatie()) and (select inzage('personen'))))
  from melding m left join besluit b on b.melding_id = m.id
  where m.regio_id = (select regio()) and m.triage_uitkomst = 'eu_terugkeer' and m.triage_op >= p_van and m.triage_op < p_tot group by 1, 2, 3
$$;
comment on function cijfer_eu_route is 'Meldingen op de route voor EU-burgers, per maand van de triage met stand en uitkomst, zonder personen.';

create function cijfer_terugkeer(p_van date, p_tot date)
returns table (soort text, keren int, aantal int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b), wie as (
    select coalesce(p.samengevoegd_in, p.id) as persoon_id, count(*) filter (where m.is_herinstroom) as herinstroom, count(*) filter (where m.vorige_melding_id is not null) as herhaald
    from melding m join persoon p on p.id = m.persoon_id
    where m.regio_id = (select regio()) and m.meldingsdatum >= p_van and m.meldingsdatum < p_tot group by 1
  ), telling as (
    select 'herinstroom' as soort, w.herinstroom as keren, w.persoon_id from wie w where w.herinstroom > 0
    union all
    select 'herhaald', w.herhaald, w.persoon_id from wie w where w.herhaald > 0
  )
  select t.soort, least(t.keren, 3)::int, count(*)::int, bool_and((select inzage('systeem')) or t.persoon_id in (select k.persoon_id from bekend k))
  from telling t group by 1, 2
$$;
comment on function cijfer_terugkeer is 'Hoeveel mensen in een periode 1, 2 of 3 en meer keer terugkwamen (herinstroom) of opnieuw meldden, zonder personen.';

do $$
declare f text;
begin
  foreach f in array array['cijfer_niet_toegelaten(date,date)', 'cijfer_eu_route(date,date)', 'cijfer_terugkeer(date,date)'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to onderdak_app', f);
  end loop;
end $$;
