-- startfoto: how a part of the chain stood on the last day of a month, as it was known on a day. Frozen, and to be counted again from the facts.

create table startfoto (
  id uuid primary key,
  regio_id uuid not null references regio,
  naam text not null check (length(btrim(naam)) > 0),
  domein text not null check (domein in ('BW', 'BT', 'MO', 'VO', 'WONEN')),
  producten uuid[] not null check (cardinality(producten) > 0),
  peildatum date not null check (peildatum = (date_trunc('month', peildatum) + interval '1 month - 1 day')::date),
  bekend_op date not null,
  controlegetal text not null check (controlegetal ~ '^[0-9a-f]{64}$'),
  gemaakt_op timestamptz not null,
  gemaakt_door uuid not null references gebruiker,
  constraint startfoto_bekend_na_peildatum check (bekend_op >= peildatum),
  constraint startfoto_eenmaal unique (regio_id, domein, peildatum, bekend_op)
);
select beschrijf('startfoto', 'Hoe een deel van de keten erbij stond op de laatste dag van een maand, bevroren.', 'naam: Naam op het scherm.', 'domein: Deel van de keten.', 'producten: Producten die meetellen, zoals zij er waren bij het maken.',
  'peildatum: Dag waarvan de foto is.', 'bekend_op: Dag waarop dit zo bekend was.', 'controlegetal: SHA-256 van de cellen; opnieuw tellen geeft hetzelfde getal.', 'gemaakt_op: Moment van maken.', 'gemaakt_door: Wie haar maakte.');

create table startfoto_cel (
  startfoto_id uuid not null references startfoto,
  regio_id uuid not null references regio,
  telling text not null check (telling in ('plekken', 'verblijf', 'herkomst', 'wacht')),
  product_id uuid not null references product,
  gemeente_code text,
  aantal int not null check (aantal > 0)
);
create unique index startfoto_cel_eenmaal on startfoto_cel (startfoto_id, telling, product_id, gemeente_code) nulls not distinct;
select beschrijf('startfoto_cel', 'Getallen van een startfoto, zonder personen.', 'startfoto_id: Foto.', 'telling: Wat er is geteld.', 'product_id: Product.', 'gemeente_code: Gemeente; leeg als die niet bekend is of de locatie geheim of verspreid is.', 'aantal: Hoeveel.');

do $$
declare t text;
begin
  foreach t in array array['startfoto', 'startfoto_cel'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', t);
    -- Frozen: nothing changes or goes.
    execute format('grant select, insert on %I to onderdak_app', t);
  end loop;
end $$;

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'startfoto.maken', current_date from rol_permissie p
where p.permissie = 'cijfers.lezen' and p.rol_code in ('programmamanager', 'beleidsmedewerker') and (p.tot is null or p.tot > current_date);
