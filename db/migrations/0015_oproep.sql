-- plek: calls at a locatie, measured against the agreed response time (CAP-18). Who called is kept apart, under betrokkenheid.

create table oproep (
  id uuid primary key,
  regio_id uuid not null references regio,
  locatie_id uuid not null references locatie,
  organisatie_id uuid not null references organisatie,
  gebeld_op timestamptz not null,
  afhandeling text check (afhandeling in ('ter_plaatse', 'op_afstand')),
  gereageerd_op timestamptz,
  norm_minuten int check (norm_minuten > 0),
  genoteerd_door uuid references gebruiker,
  bron text,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid references gebruiker,
  constraint oproep_reactie_na_oproep check (gereageerd_op >= gebeld_op),
  constraint oproep_afhandeling_volledig check ((gereageerd_op is null) = (afhandeling is null))
);
create index oproep_locatie on oproep (regio_id, locatie_id, gebeld_op);
select beschrijf('oproep', 'Oproepen bij een locatie, om de afgesproken reactietijd te meten; zonder persoon.', 'locatie_id: Locatie.', 'organisatie_id: Aanbieder van de locatie toen er gebeld werd; alleen zij ziet de oproep.',
  'gebeld_op: Moment van de oproep.', 'afhandeling: Of iemand ter plaatse kwam, of op afstand hielp; leeg zolang de oproep open staat.', 'gereageerd_op: Moment waarop iemand ter plaatse was of op afstand hielp; leeg zolang de oproep open staat.',
  'norm_minuten: Afgesproken reactietijd van de locatie toen de oproep werd vastgelegd; leeg als er geen afspraak was.', 'genoteerd_door: Wie de oproep vastlegde; leeg bij een taak van het systeem.');
alter table oproep enable row level security, force row level security;
create policy eigen on oproep to onderdak_app
  using (regio_id = (select regio()) and exists (select 1 from locatie l where l.id = oproep.locatie_id)
    and (organisatie_id = (select organisatie()) or (select inzage('systeem'))))
  with check (regio_id = (select regio()) and (organisatie_id = (select organisatie()) or (select inzage('systeem'))));
create policy kern on oproep for select to onderdak_kern using (true);
grant select, insert, update on oproep to onderdak_app;
grant select on oproep to onderdak_kern;

create table oproep_persoon (
  oproep_id uuid primary key references oproep,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon
);
create index oproep_persoon_persoon on oproep_persoon (persoon_id);
select beschrijf('oproep_persoon', 'Wie er belde, als dat is vastgelegd.', 'oproep_id: Oproep.');
select bescherm('oproep_persoon');
grant select, insert, update, delete on oproep_persoon to onderdak_app;

-- Whoever steers the region sees how fast aanbieders come, not the calls themselves. A call that nobody answered within the norm counts as too late.
create function cijfer_oproepen(p_van date, p_tot date)
returns table (voorziening_id uuid, organisatie_id uuid, maand date, oproepen int, open int, ter_plaatse int, op_afstand int, gemeten int, binnen_norm int, mediaan_minuten int)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with geteld as (
    select l.voorziening_id, o.organisatie_id, date_trunc('month', o.gebeld_op at time zone 'Europe/Amsterdam')::date as maand, o.afhandeling,
      o.norm_minuten is not null and (o.afhandeling = 'ter_plaatse' or (o.afhandeling is null and o.gebeld_op + make_interval(mins => o.norm_minuten) < nu())) as gemeten,
      o.afhandeling = 'ter_plaatse' and o.gereageerd_op <= o.gebeld_op + make_interval(mins => o.norm_minuten) as binnen,
      extract(epoch from o.gereageerd_op - o.gebeld_op) / 60 as minuten
    from oproep o join locatie l on l.id = o.locatie_id
    where o.regio_id = (select regio()) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
      and o.gebeld_op >= p_van::timestamp at time zone 'Europe/Amsterdam' and o.gebeld_op < p_tot::timestamp at time zone 'Europe/Amsterdam'
  )
  select g.voorziening_id, g.organisatie_id, g.maand, count(*)::int, (count(*) filter (where g.afhandeling is null))::int,
    (count(*) filter (where g.afhandeling = 'ter_plaatse'))::int, (count(*) filter (where g.afhandeling = 'op_afstand'))::int,
    (count(*) filter (where g.gemeten))::int, (count(*) filter (where g.gemeten and g.binnen))::int,
    (percentile_disc(0.5) within group (order by g.minuten) filter (where g.afhandeling = 'ter_plaatse'))::int
  from geteld g group by 1, 2, 3
$$;
comment on function cijfer_oproepen is 'Oproepen per voorziening en maand, en hoeveel binnen de afgesproken reactietijd, zonder personen.';
alter function cijfer_oproepen(date, date) owner to onderdak_kern;
revoke execute on function cijfer_oproepen(date, date) from public;
grant execute on function cijfer_oproepen(date, date) to onderdak_app;

-- Who confirms the stand of a locatie answers its calls too.
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, x.permissie, current_date from rol_permissie p cross join (values ('oproep.lezen'), ('oproep.vastleggen')) x (permissie)
where p.permissie = 'plek.bevestigen' and p.van <= current_date and (p.tot is null or p.tot > current_date);

comment on column concept.inhoud is 'De ingevulde velden, versleuteld.';
