-- Two things that every list asks: whom may the asker see, and in which order do people wait.

-- For the planner coalesce() might leak a value, so that under row-level security it is never a condition of an index scan;
-- a case expression may be. Most involvement has ended: without the condition the index reads all of it. And organisatie() without a select
-- around it is known while planning: an organisation that sees thousands is then not planned as one that sees a hundred.
drop index betrokkenheid_nu;
create index betrokkenheid_nu on betrokkenheid (regio_id, organisatie_id, (case when tot is null then 'infinity'::date else tot end)) include (persoon_id, van, tot, vereist);

create or replace function bescherm(tabel regclass, kolom text default 'persoon_id') returns void language plpgsql as $$
declare
  regel text := format($f$
    regio_id = (select onderdak.regio()) and (
      (select onderdak.inzage('systeem')) or ((select onderdak.inzage('personen')) and exists (
        select 1 from onderdak.betrokkenheid b
        where b.persoon_id = %1$s.%2$I and b.organisatie_id = onderdak.organisatie()
          and b.van <= (select onderdak.vandaag()) and case when b.tot is null then 'infinity'::date else b.tot end > (select onderdak.vandaag())
          and (b.vereist is null or (select onderdak.inzage('vo'))))))$f$, tabel, kolom);
begin
  execute format('alter table %s enable row level security, force row level security', tabel);
  execute format('create policy betrokken on %s to onderdak_app using (%s) with check (%s)', tabel, regel, regel);
end $$;

do $$
declare
  p record;
  tot_oud constant text := $t$COALESCE(b.tot, 'infinity'::date)$t$;
  tot_nieuw constant text := $t$case when b.tot is null then 'infinity'::date else b.tot end$t$;
  org_oud constant text := '( SELECT organisatie() AS organisatie)';
begin
  for p in select tablename, policyname, qual, with_check from pg_policies where schemaname = 'onderdak' and strpos(qual, tot_oud) > 0 loop
    execute format('alter policy %I on onderdak.%I using (%s)', p.policyname, p.tablename, replace(replace(p.qual, tot_oud, tot_nieuw), org_oud, 'organisatie()'));
    if p.with_check is not null then
      execute format('alter policy %I on onderdak.%I with check (%s)', p.policyname, p.tablename, replace(replace(p.with_check, tot_oud, tot_nieuw), org_oud, 'organisatie()'));
    end if;
  end loop;
end $$;

create or replace function zichtbare_personen() returns table (persoon_id uuid)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select distinct b.persoon_id from betrokkenheid b
  where b.regio_id = (select regio()) and (select inzage('personen')) and b.organisatie_id = organisatie() and b.van <= (select vandaag())
    and case when b.tot is null then 'infinity'::date else b.tot end > (select vandaag()) and (b.vereist is null or (select inzage('vo')))
$$;

-- The order of the list, of one product or of all. Who may not see a person may still know that somebody stands above: the
-- rank is regional. The rules are judged once for every set of properties that occurs, not for every person.
drop function wachtlijst_volgorde();
create function wachtlijst_volgorde(p_product uuid default null)
returns table (id uuid, product_id uuid, richting text, status text, rang int, aantal int, poort_open boolean, gesloten_poort int, voorrang boolean, trede int, besloten_op date, volgnummer bigint, dubbel boolean,
  personen int, kinderen int, geslacht text, vereiste_kenmerken text[], alleen_locatie_id uuid)
language plpgsql stable security definer set search_path = onderdak, pg_temp as $$
#variable_conflict use_column
declare
  -- What a rule may ask (prioriteitsregel.voorwaarde); the place in this list is its bit in eigenschappen.
  voorwaarden constant text[] := array['altijd', 'gezin_met_kinderen', 'acuut_onveilig', 'buiten_slapen', 'overbrugging_elders', 'uitstroomgereed',
    'jonger_dan_23', 'herinstroom', 'regiobinding', 'beschikking_geldig', 'plaatsbaar'];
begin
  return query
  with regel as materialized (
    select r.domein, r.soort, r.volgorde, 1 << coalesce(array_position(voorwaarden, r.voorwaarde), 0) as eigenschap from prioriteitsregel r
    where r.regio_id = (select regio()) and r.van <= (select vandaag()) and (r.tot is null or r.tot > (select vandaag()))
  ), lijst as materialized (
    select w.id, w.regio_id, w.persoon_id, w.product_id, w.richting collate "C" as richting, w.status, w.voorrang_op, w.besloten_op, w.volgnummer, w.kinderen, w.personen,
      w.eigenschappen, w.overbrugging, w.plaatsbaar_op, w.vereiste_kenmerken, case when w.wachtreden = 'wil_bepaalde_plek' then w.voorkeur_locatie_id end as alleen_locatie_id
    from wachtlijstplaatsing w
    where w.regio_id = (select regio()) and w.status in ('wachtend', 'opgeschort', 'voorgesteld') and (p_product is null or w.product_id = p_product)
  ), verbleven as materialized (
    select v.persoon_id, bool_or(v.geeindigd_op is null and v.uitstroomgereed_op <= (select vandaag())) as gereed,
      bool_or(v.geeindigd_op <= (select vandaag()) and v.eindreden not in ('verhuisd', 'doorstroom')) as terug
    from verblijf v where v.persoon_id in (select w.persoon_id from lijst w) group by v.persoon_id
  ), wachtend as materialized (
    select w.*, p.geslacht, coalesce(p.samengevoegd_in, p.id) as wie, 1 << 1
        | case when w.kinderen > 0 then 1 << 2 else 0 end
        | case when 'acuut_onveilig' = any (w.eigenschappen) then 1 << 3 else 0 end
        | case when 'buiten_slapen' = any (w.eigenschappen) then 1 << 4 else 0 end
        | case when w.overbrugging = 'opvang' then 1 << 5 else 0 end
        | case when v.gereed then 1 << 6 else 0 end
        | case when coalesce(p.geboortedatum > (select vandaag()) - interval '23 years', p.geboortejaar > extract(year from (select vandaag())) - 23, false) then 1 << 7 else 0 end
        | case when 'herinstroom' = any (w.eigenschappen) or v.terug then 1 << 8 else 0 end
        | case when 'regiobinding' = any (w.eigenschappen) or exists (select 1 from regio_gemeente g where g.regio_id = w.regio_id and g.gemeente_code = p.herkomst_gemeente
            and g.van <= (select vandaag()) and (g.tot is null or g.tot > (select vandaag()))) then 1 << 9 else 0 end
        | case when t.toegang <> 'beschikking' or exists (select 1 from beschikking b where b.persoon_id = w.persoon_id and b.product_id = w.product_id and b.status = 'beschikt'
            and b.soort in ('toekenning', 'herziening') and b.geldig_van <= (select vandaag()) and (b.geldig_tot is null or b.geldig_tot > (select vandaag()))) then 1 << 10 else 0 end
        | case when w.plaatsbaar_op <= (select vandaag()) and w.status <> 'opgeschort' then 1 << 11 else 0 end as heeft
    from lijst w join product t on t.id = w.product_id join persoon p on p.id = w.persoon_id left join verbleven v on v.persoon_id = w.persoon_id
  ), oordeel as materialized (
    select x.product_id, x.heeft,
      min(r.volgorde) filter (where r.soort = 'poort' and r.eigenschap & x.heeft = 0) as gesloten_poort,
      min(r.volgorde) filter (where r.soort = 'trede' and r.eigenschap & x.heeft > 0) as trede
    from (select distinct y.product_id, y.heeft from wachtend y) x join product t on t.id = x.product_id left join regel r on r.domein = t.domein
    group by x.product_id, x.heeft
  ), dubbele as materialized (
    select x.wie, x.product_id, x.richting from wachtend x group by x.wie, x.product_id, x.richting having count(*) > 1
  )
  select s.id, s.product_id, s.richting, s.status,
    (row_number() over (partition by s.product_id, s.richting
      order by o.gesloten_poort is not null, s.voorrang_op is null, o.trede nulls last, s.besloten_op, s.volgnummer))::int,
    (count(*) over (partition by s.product_id, s.richting))::int,
    o.gesloten_poort is null, o.gesloten_poort, s.voorrang_op is not null, o.trede, s.besloten_op, s.volgnummer,
    exists (select 1 from dubbele d where d.wie = s.wie and d.product_id = s.product_id and d.richting = s.richting),
    s.personen, s.kinderen, s.geslacht, s.vereiste_kenmerken, s.alleen_locatie_id
  from wachtend s join oordeel o on o.product_id = s.product_id and o.heeft = s.heeft;
end $$;
comment on function wachtlijst_volgorde is 'Rang van ieder die wacht, per product en richting, zonder wie het is: eerst de poorten, dan voorrang, treden, wachttijd en volgnummer. Van één product, of leeg: van alle.';
alter function wachtlijst_volgorde(uuid) owner to onderdak_kern;
revoke execute on function wachtlijst_volgorde(uuid) from public;
grant execute on function wachtlijst_volgorde(uuid) to onderdak_app;

-- Rows of the audit book in one round trip: every look writes one. The chain (volgnummer and hashes) is set by the trigger.
create function audit_bijschrijven(p_regio uuid, p_rijen jsonb) returns void language plpgsql set search_path = onderdak, pg_temp as $$
begin
  perform set_config('app.regio', p_regio::text, true);
  insert into audit (regio_id, volgnummer, tijd, gebeurtenis, actie, uitkomst, gebruiker_id, gebruiker_naam, organisatie_id, rol, doel, route,
    onderwerp_id, personen, verzoek_id, netwerkadres, noodprocedure, toelichting, vorige_hash, hash)
  select p_regio, 0, r.tijd, r.gebeurtenis, r.actie, r.uitkomst, r.gebruiker_id, r.gebruiker_naam, r.organisatie_id, r.rol, r.doel, r.route,
    r.onderwerp_id, r.personen, r.verzoek_id, r.netwerkadres, r.noodprocedure, r.toelichting, '', ''
  from rows from (jsonb_to_recordset(p_rijen) as (tijd timestamptz, gebeurtenis text, actie text, uitkomst int, gebruiker_id uuid, gebruiker_naam text, organisatie_id uuid,
    rol text, doel text, route text, onderwerp_id uuid, personen uuid[], verzoek_id uuid, netwerkadres text, noodprocedure boolean, toelichting text)) with ordinality as r
  order by r.ordinality;
end $$;
comment on function audit_bijschrijven is 'Schrijft regels bij in het auditboek van een regio, in de gegeven volgorde.';
revoke execute on function audit_bijschrijven from public;
grant execute on function audit_bijschrijven to onderdak_app;
