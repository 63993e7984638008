-- Priority by hand as rows of their own: counted per period, per who gave it and per product, with how many it passed over.

create table voorrang (
  id uuid primary key,
  regio_id uuid not null references regio,
  wachtlijstplaatsing_id uuid not null references wachtlijstplaatsing,
  persoon_id uuid not null references persoon,
  product_id uuid not null references product,
  richting text not null check (richting in ('instroom', 'doorstroom', 'uitstroom')),
  gegeven_op date not null,
  gegeven_door uuid not null references gebruiker,
  reden text not null check (length(btrim(reden)) > 0),
  gepasseerd int check (gepasseerd >= 0),
  ingetrokken_op date,
  ingetrokken_door uuid references gebruiker,
  intrekking_reden text check (length(btrim(intrekking_reden)) > 0),
  vastgelegd_op timestamptz not null,
  constraint voorrang_ingetrokken_na_geven check (ingetrokken_op >= gegeven_op),
  constraint voorrang_intrekking_compleet check ((ingetrokken_op is null) = (ingetrokken_door is null) and (ingetrokken_op is null) = (intrekking_reden is null))
);
create unique index voorrang_een_geldig on voorrang (wachtlijstplaatsing_id) where ingetrokken_op is null;
create index voorrang_periode on voorrang (regio_id, gegeven_op);
select beschrijf('voorrang', 'Elke keer dat iemand met de hand voorrang kreeg op de wachtlijst, met naam, reden en hoeveel anderen daardoor lager kwamen.', 'wachtlijstplaatsing_id: Wie voorrang kreeg.', 'product_id: Product waarop die wacht.', 'richting: Instroom, doorstroom of uitstroom.',
  'gegeven_op: Dag.', 'gegeven_door: Wie voorrang gaf.', 'reden: Waarom.', 'gepasseerd: Hoeveel anderen er op dat moment boven stonden en eronder kwamen; leeg bij voorrang van voor deze telling.', 'ingetrokken_op: Dag van intrekken; leeg zolang niet.', 'ingetrokken_door: Wie introk; leeg zolang niet.', 'intrekking_reden: Waarom ingetrokken; leeg zolang niet.', 'vastgelegd_op: Moment van vastleggen.');

-- What was given before is counted as well; how many it passed over was not kept.
alter table wachtlijstplaatsing no force row level security;
insert into voorrang (id, regio_id, wachtlijstplaatsing_id, persoon_id, product_id, richting, gegeven_op, gegeven_door, reden, ingetrokken_op, ingetrokken_door, intrekking_reden, vastgelegd_op)
select gen_random_uuid(), w.regio_id, w.id, w.persoon_id, w.product_id, w.richting, g.op, g.gebruiker_id, coalesce(nullif(btrim(g.gegevens ->> 'reden'), ''), 'Niet vastgelegd'),
  i.op, i.gebruiker_id, case when i.op is not null then coalesce(nullif(btrim(i.gegevens ->> 'reden'), ''), 'Niet vastgelegd') end, g.vastgelegd_op
from gebeurtenis g join wachtlijstplaatsing w on w.id = g.onderwerp_id
left join lateral (
  select n.op, n.gebruiker_id, n.gegevens from gebeurtenis n
  where n.onderwerp_id = g.onderwerp_id and n.soort = 'VoorrangIngetrokken' and n.vastgelegd_op >= g.vastgelegd_op and n.gebruiker_id is not null order by n.vastgelegd_op limit 1
) i on true
where g.soort = 'VoorrangGegeven' and g.gebruiker_id is not null;
insert into voorrang (id, regio_id, wachtlijstplaatsing_id, persoon_id, product_id, richting, gegeven_op, gegeven_door, reden, vastgelegd_op)
select gen_random_uuid(), w.regio_id, w.id, w.persoon_id, w.product_id, w.richting, w.voorrang_op, w.voorrang_door, w.voorrang_reden, w.gewijzigd_op
from wachtlijstplaatsing w
where w.voorrang_op is not null and not exists (select 1 from voorrang v where v.wachtlijstplaatsing_id = w.id and v.ingetrokken_op is null);
alter table wachtlijstplaatsing force row level security;

select bescherm('voorrang');
create policy kern on voorrang for select to onderdak_kern using (true);
grant select, insert, update on voorrang to onderdak_app;
grant select on voorrang to onderdak_kern;

create function cijfer_voorrang(p_van date, p_tot date, p_per text)
returns table (groep text, totaal boolean, gegeven int, ingetrokken int, gepasseerd int, zonder_telling int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b), feit as (
    select v.*, case p_per when 'maand' then date_trunc('month', v.gegeven_op)::date::text when 'product' then v.product_id::text else v.gegeven_door::text end as groep
    from voorrang v where v.regio_id = (select regio()) and v.gegeven_op >= p_van and v.gegeven_op < p_tot
  )
  select f.groep, grouping(f.groep) = 1, count(*)::int, count(f.ingetrokken_op)::int, coalesce(sum(f.gepasseerd), 0)::int, (count(*) filter (where f.gepasseerd is null))::int,
    bool_and((select inzage('systeem')) or f.persoon_id in (select b.persoon_id from bekend b))
  from feit f group by grouping sets ((f.groep), ()) having count(*) > 0
$$;
comment on function cijfer_voorrang is 'Hoe vaak in een periode met de hand voorrang is gegeven en hoeveel anderen daardoor zijn gepasseerd, per maand, product of wie haar gaf, zonder cliënten.';
alter function cijfer_voorrang(date, date, text) owner to onderdak_kern;
revoke execute on function cijfer_voorrang(date, date, text) from public;
grant execute on function cijfer_voorrang(date, date, text) to onderdak_app;
