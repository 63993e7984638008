-- monitor: steps of occupancy summed per month, so that the years before a curve are read as months and not as days.

create table bezetting_maand (
  regio_id uuid not null references regio,
  maand date not null check (extract(day from maand) = 1),
  locatie_id uuid,
  product_id uuid not null,
  huishoudens int not null,
  mensen int not null,
  constraint bezetting_maand_eenmaal unique nulls not distinct (regio_id, maand, product_id, locatie_id)
);
create index bezetting_maand_maand on bezetting_maand (regio_id, maand) include (product_id, huishoudens, mensen);
select beschrijf('bezetting_maand', 'Verloop van de bezetting per maand: de stappen van bezetting_stap opgeteld. Daaruit opnieuw te maken.', 'maand: Eerste dag van de maand.', 'locatie_id: Locatie; leeg bij een geheime.',
  'product_id: Product.', 'huishoudens: Huishoudens erbij min eraf.', 'mensen: Mensen erbij min eraf.');
alter table bezetting_maand enable row level security, force row level security;
create policy kern on bezetting_maand to onderdak_kern using (true) with check (true);
create policy statistiek on bezetting_maand for select to onderdak_statistiek using (regio_id = (select regio()));
grant select, insert, update, delete on bezetting_maand to onderdak_kern;
grant select on bezetting_maand to onderdak_statistiek;

-- A stay that begins and ends in one month changes nothing of that month.
create or replace function zet_bezetting_stap(f feit_verblijf, keer int) returns void language sql set search_path = onderdak, pg_temp as $$
  insert into bezetting_stap as b (regio_id, dag, locatie_id, product_id, huishoudens, mensen)
  select f.regio_id, d.dag, f.locatie_id, f.product_id, d.teken * keer * f.is_hoofd::int, d.teken * keer
  from (values (f.van, 1), (f.tot, -1)) d (dag, teken) where d.dag is not null and f.van < coalesce(f.tot, 'infinity')
  on conflict on constraint bezetting_stap_eenmaal do update set huishoudens = b.huishoudens + excluded.huishoudens, mensen = b.mensen + excluded.mensen;
  insert into bezetting_maand as b (regio_id, maand, locatie_id, product_id, huishoudens, mensen)
  select f.regio_id, date_trunc('month', d.dag)::date, f.locatie_id, f.product_id, sum(d.teken) * keer * f.is_hoofd::int, sum(d.teken) * keer
  from (values (f.van, 1), (f.tot, -1)) d (dag, teken) where d.dag is not null and f.van < coalesce(f.tot, 'infinity') group by 2 having sum(d.teken) <> 0 order by 2
  on conflict on constraint bezetting_maand_eenmaal do update set huishoudens = b.huishoudens + excluded.huishoudens, mensen = b.mensen + excluded.mensen
$$;

create or replace function herreken_bezetting() returns void language sql security definer set search_path = onderdak, pg_temp as $$
  delete from bezetting_stap;
  insert into bezetting_stap (regio_id, dag, locatie_id, product_id, huishoudens, mensen)
  select f.regio_id, d.dag, f.locatie_id, f.product_id, sum(d.teken * f.is_hoofd::int), sum(d.teken)
  from feit_verblijf f cross join lateral (values (f.van, 1), (f.tot, -1)) d (dag, teken)
  where f.bekend_tot = 'infinity' and d.dag is not null and f.van < coalesce(f.tot, 'infinity') group by 1, 2, 3, 4;
  delete from bezetting_maand;
  insert into bezetting_maand (regio_id, maand, locatie_id, product_id, huishoudens, mensen)
  select b.regio_id, date_trunc('month', b.dag)::date, b.locatie_id, b.product_id, sum(b.huishoudens), sum(b.mensen) from bezetting_stap b group by 1, 2, 3, 4
$$;
select herreken_bezetting();

-- Steps that are not what the facts add up to, and months that are not what the steps add up to (the first of the month); empty when all is well.
create or replace function controleer_bezetting() returns table (locatie_id uuid, product_id uuid, dag date) language sql stable security definer set search_path = onderdak, pg_temp as $$
  with verwacht as (
    select f.regio_id, d.dag, f.locatie_id, f.product_id, sum(d.teken * f.is_hoofd::int)::int as huishoudens, sum(d.teken)::int as mensen
    from feit_verblijf f cross join lateral (values (f.van, 1), (f.tot, -1)) d (dag, teken)
    where f.bekend_tot = 'infinity' and d.dag is not null and f.van < coalesce(f.tot, 'infinity') group by 1, 2, 3, 4
  ), maand as (
    select b.regio_id, date_trunc('month', b.dag)::date as dag, b.locatie_id, b.product_id, sum(b.huishoudens)::int as huishoudens, sum(b.mensen)::int as mensen from bezetting_stap b group by 1, 2, 3, 4
  )
  select coalesce(v.locatie_id, b.locatie_id), coalesce(v.product_id, b.product_id), coalesce(v.dag, b.dag)
  from verwacht v full join bezetting_stap b on (b.regio_id, b.dag, b.product_id) = (v.regio_id, v.dag, v.product_id) and b.locatie_id is not distinct from v.locatie_id
  where (coalesce(v.huishoudens, 0), coalesce(v.mensen, 0)) <> (coalesce(b.huishoudens, 0), coalesce(b.mensen, 0))
  union
  select coalesce(v.locatie_id, b.locatie_id), coalesce(v.product_id, b.product_id), coalesce(v.dag, b.maand)
  from maand v full join bezetting_maand b on (b.regio_id, b.maand, b.product_id) = (v.regio_id, v.dag, v.product_id) and b.locatie_id is not distinct from v.locatie_id
  where (coalesce(v.huishoudens, 0), coalesce(v.mensen, 0)) <> (coalesce(b.huishoudens, 0), coalesce(b.mensen, 0))
$$;
