-- Occupancy as steps: how many more or fewer from a day on, per locatie and product. Written with the fact, so that a curve of years is a sum
-- over steps and not a join of stays with days. Steps only add up, so that two who write at once need not wait for each other's place.

create table bezetting_stap (
  regio_id uuid not null references regio,
  dag date not null,
  locatie_id uuid,
  product_id uuid not null,
  huishoudens int not null,
  mensen int not null,
  constraint bezetting_stap_eenmaal unique nulls not distinct (regio_id, dag, locatie_id, product_id)
);
create index bezetting_stap_dag on bezetting_stap (regio_id, dag) include (locatie_id, product_id, huishoudens, mensen);
select beschrijf('bezetting_stap', 'Verloop van de bezetting: hoeveel er op een dag bij kwam en af ging. Afgeleid van de feiten over verblijf en daaruit opnieuw te maken.', 'dag: Dag.', 'locatie_id: Locatie; leeg bij een geheime.',
  'product_id: Product.', 'huishoudens: Huishoudens erbij min eraf.', 'mensen: Mensen erbij min eraf.');
alter table bezetting_stap enable row level security, force row level security;
create policy kern on bezetting_stap to onderdak_kern using (true) with check (true);
create policy statistiek on bezetting_stap for select to onderdak_statistiek using (regio_id = (select regio()));
grant select, insert, update, delete on bezetting_stap to onderdak_kern;
grant select on bezetting_stap to onderdak_statistiek;

create function zet_bezetting_stap(f feit_verblijf, keer int) returns void language sql set search_path = onderdak, pg_temp as $$
  insert into bezetting_stap as b (regio_id, dag, locatie_id, product_id, huishoudens, mensen)
  select f.regio_id, d.dag, f.locatie_id, f.product_id, d.teken * keer * f.is_hoofd::int, d.teken * keer
  from (values (f.van, 1), (f.tot, -1)) d (dag, teken) where d.dag is not null and f.van < coalesce(f.tot, 'infinity')
  on conflict on constraint bezetting_stap_eenmaal do update set huishoudens = b.huishoudens + excluded.huishoudens, mensen = b.mensen + excluded.mensen
$$;
comment on function zet_bezetting_stap is 'Telt een verblijf bij of haalt het eraf.';
alter function zet_bezetting_stap(feit_verblijf, int) owner to onderdak_kern;
revoke execute on function zet_bezetting_stap(feit_verblijf, int) from public;

create function tel_bezetting() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if tg_op <> 'INSERT' and old.bekend_tot = 'infinity' then perform zet_bezetting_stap(old, -1); end if;
  if tg_op <> 'DELETE' and new.bekend_tot = 'infinity' then perform zet_bezetting_stap(new, 1); end if;
  return null;
end $$;
comment on function tel_bezetting is 'Houdt het verloop van de bezetting bij wat nu bekend is.';
alter function tel_bezetting() owner to onderdak_kern;
create trigger tel_bezetting after insert or update or delete on feit_verblijf for each row execute function tel_bezetting();

create function herreken_bezetting() returns void language sql security definer set search_path = onderdak, pg_temp as $$
  delete from bezetting_stap;
  insert into bezetting_stap (regio_id, dag, locatie_id, product_id, huishoudens, mensen)
  select f.regio_id, d.dag, f.locatie_id, f.product_id, sum(d.teken * f.is_hoofd::int), sum(d.teken)
  from feit_verblijf f cross join lateral (values (f.van, 1), (f.tot, -1)) d (dag, teken)
  where f.bekend_tot = 'infinity' and d.dag is not null and f.van < coalesce(f.tot, 'infinity') group by 1, 2, 3, 4
$$;
comment on function herreken_bezetting is 'Maakt het verloop van de bezetting opnieuw uit de feiten.';
alter function herreken_bezetting() owner to onderdak_kern;
revoke execute on function herreken_bezetting() from public;
select herreken_bezetting();

-- Steps that are not what the facts add up to; empty when all is well.
create function controleer_bezetting() returns table (locatie_id uuid, product_id uuid, dag date) language sql stable security definer set search_path = onderdak, pg_temp as $$
  with verwacht as (
    select f.regio_id, d.dag, f.locatie_id, f.product_id, sum(d.teken * f.is_hoofd::int)::int as huishoudens, sum(d.teken)::int as mensen
    from feit_verblijf f cross join lateral (values (f.van, 1), (f.tot, -1)) d (dag, teken)
    where f.bekend_tot = 'infinity' and d.dag is not null and f.van < coalesce(f.tot, 'infinity') group by 1, 2, 3, 4
  )
  select coalesce(v.locatie_id, b.locatie_id), coalesce(v.product_id, b.product_id), coalesce(v.dag, b.dag)
  from verwacht v full join bezetting_stap b on (b.regio_id, b.dag, b.product_id) = (v.regio_id, v.dag, v.product_id) and b.locatie_id is not distinct from v.locatie_id
  where (coalesce(v.huishoudens, 0), coalesce(v.mensen, 0)) <> (coalesce(b.huishoudens, 0), coalesce(b.mensen, 0))
$$;
comment on function controleer_bezetting is 'Waar het verloop van de bezetting niet klopt met de feiten. Leeg als alles klopt.';
alter function controleer_bezetting() owner to onderdak_kern;
revoke execute on function controleer_bezetting() from public;
