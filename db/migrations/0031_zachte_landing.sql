-- What comes after: who handed a person over reads along, an outflow that opens again, nazorg for who leaves alone, homes per corporatie.

-- ── Reading along after a handover ──────────────────────────────────────────────────────────────────────────────────

alter table betrokkenheid add column alleen_lezen boolean not null default false;
alter table betrokkenheid add constraint betrokkenheid_meelezen_eindigt check (not alleen_lezen or tot is not null);
create index betrokkenheid_meelezen on betrokkenheid (regio_id, organisatie_id) where alleen_lezen;
comment on column betrokkenheid.alleen_lezen is 'Waar als de organisatie alleen nog meeleest: na een overdracht, tot een dag.';

-- Handovers that were finished already: what was left to the giver with the same last day is what it reads along with.
update betrokkenheid b set alleen_lezen = true
from betrokkenheid n
where n.doel = 'nazicht na overdracht' and n.persoon_id = b.persoon_id and n.organisatie_id = b.organisatie_id and b.tot = n.tot;

-- What the giver still has that ends anyway is from now on only to read. What breaks the glass stays what it is.
create function laat_meelezen(p_organisatie uuid, p_personen uuid[]) returns void
language sql security definer set search_path = onderdak, pg_temp as $$
  update betrokkenheid set alleen_lezen = true
  where regio_id = regio() and organisatie_id = p_organisatie and persoon_id = any (p_personen) and tot > vandaag() and bron_soort <> 'noodprocedure'
$$;
comment on function laat_meelezen is 'Maakt wat een organisatie na een overdracht nog van een persoon ziet alleen nog om te lezen.';

-- Once per statement, from a small index: almost nobody reads along.
create function leest_mee() returns uuid[] language sql stable security definer set search_path = onderdak, pg_temp as $$
  select coalesce(array_agg(distinct b.persoon_id), '{}') from betrokkenheid b
  where b.regio_id = regio() and b.organisatie_id = organisatie() and b.alleen_lezen and b.van <= vandaag() and b.tot > vandaag()
    and not exists (select 1 from betrokkenheid v where v.persoon_id = b.persoon_id and v.organisatie_id = b.organisatie_id and not v.alleen_lezen
      and v.van <= vandaag() and (v.tot is null or v.tot > vandaag()) and (v.vereist is null or inzage('vo')))
$$;
comment on function leest_mee is 'Personen van wie de organisatie van de vrager alleen nog meeleest; leeg voor het systeem.';

create function sluit_meelezer_uit(tabel regclass, kolom text default 'persoon_id') returns void language plpgsql as $$
declare
  regel text := format('(%I = any ((select onderdak.leest_mee())::uuid[])) is not true', kolom);
begin
  -- Locking a row stays possible, so that the refusal names the reason instead of a row that cannot be found.
  execute format('create policy meelezer_voegt_niets_toe on %s as restrictive for insert to onderdak_app with check (%s)', tabel, regel);
  execute format('create policy meelezer_wijzigt_niets on %s as restrictive for update to onderdak_app using (true) with check (%s)', tabel, regel);
  execute format('create policy meelezer_verwijdert_niets on %s as restrictive for delete to onderdak_app using (%s)', tabel, regel);
end $$;
comment on function sluit_meelezer_uit is 'Laat wie alleen meeleest niets toevoegen, wijzigen of verwijderen in een tabel.';
revoke execute on function sluit_meelezer_uit from public;

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
  perform sluit_meelezer_uit(tabel, kolom);
end $$;

do $$
declare
  t record;
begin
  -- Who has a conflict of interest may always say so.
  for t in select p.tablename as naam from pg_policies p
    where p.schemaname = 'onderdak' and p.policyname = 'betrokken' and p.cmd = 'ALL' and p.tablename <> 'belangenconflict'
  loop
    perform sluit_meelezer_uit(format('onderdak.%I', t.naam)::regclass, case when t.naam = 'persoon' then 'id' else 'persoon_id' end);
  end loop;
end $$;

-- Given again by a step of the chain, it is whole again; a copy for a merged file is as its original.
create or replace function geef_betrokkenheid(p_id uuid, p_persoon uuid, p_organisatie uuid, p_doel text, p_grond text, p_bron_soort text, p_bron_id uuid, p_van date, p_vereist text)
returns void language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  geheim boolean := (select is_geheim from persoon where id = p_persoon);
begin
  if not inzage('systeem') and (p_organisatie is distinct from organisatie() or geheim) and not (geheim and p_organisatie = organisatie() and inzage('vo')) and not exists (
    select 1 from betrokkenheid b where b.persoon_id = p_persoon and b.organisatie_id = organisatie() and b.van <= vandaag() and (b.tot is null or b.tot > vandaag())
      and (b.vereist is null or inzage('vo'))
  ) then
    raise exception 'geen betrokkenheid bij deze persoon' using errcode = '42501';
  end if;
  insert into betrokkenheid (id, regio_id, persoon_id, organisatie_id, doel, grond, bron_soort, bron_id, vereist, vereist_door_geheim, samenvoeging_id, van, aangemaakt_op)
  select case when d.samenvoeging_id is null then p_id else gen_random_uuid() end, regio(), d.persoon_id, p_organisatie, p_doel, p_grond, p_bron_soort, p_bron_id,
    coalesce(p_vereist, case when geheim then 'vo' end), p_vereist is null and coalesce(geheim, false), d.samenvoeging_id, p_van, nu()
  from (
    select p_persoon as persoon_id, null::uuid as samenvoeging_id
    union all
    select case when s.persoon_id = p_persoon then s.opgegaan_in else s.persoon_id end, s.id from samenvoeging s
    where s.teruggedraaid_op is null and p_persoon in (s.persoon_id, s.opgegaan_in)
  ) d
  on conflict on constraint betrokkenheid_uniek do update
    set tot = null, alleen_lezen = false, doel = excluded.doel, vereist = excluded.vereist, vereist_door_geheim = excluded.vereist_door_geheim,
      samenvoeging_id = case when excluded.samenvoeging_id is null then null when betrokkenheid.tot is null then betrokkenheid.samenvoeging_id else excluded.samenvoeging_id end;
end $$;

create or replace function kopieer_betrokkenheid(p_samenvoeging uuid) returns void language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if not inzage('systeem') and 2 <> (
    select count(distinct b.persoon_id) from samenvoeging s join betrokkenheid b on b.persoon_id in (s.persoon_id, s.opgegaan_in)
    where s.id = p_samenvoeging and s.regio_id = regio() and b.organisatie_id = organisatie() and b.van <= vandaag()
      and (b.tot is null or b.tot > vandaag()) and (b.vereist is null or inzage('vo'))
  ) then
    raise exception 'geen betrokkenheid bij beide personen' using errcode = '42501';
  end if;
  insert into betrokkenheid (id, regio_id, persoon_id, organisatie_id, doel, grond, bron_soort, bron_id, vereist, vereist_door_geheim, samenvoeging_id, van, tot, alleen_lezen, aangemaakt_op)
  select gen_random_uuid(), b.regio_id, case when b.persoon_id = s.persoon_id then s.opgegaan_in else s.persoon_id end, b.organisatie_id, b.doel, b.grond,
    b.bron_soort, b.bron_id, b.vereist, b.vereist_door_geheim, s.id, greatest(b.van, vandaag()), b.tot, b.alleen_lezen, nu()
  from samenvoeging s join betrokkenheid b on b.persoon_id in (s.persoon_id, s.opgegaan_in)
  where s.id = p_samenvoeging and s.regio_id = regio() and s.teruggedraaid_op is null and (b.tot is null or b.tot > vandaag())
  on conflict on constraint betrokkenheid_uniek do nothing;
end $$;

do $$
declare f text;
begin
  foreach f in array array['laat_meelezen(uuid,uuid[])', 'leest_mee()'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to onderdak_app', f);
  end loop;
end $$;

-- ── A finished outflow that was not finished ────────────────────────────────────────────────────────────────────────

alter table uitstroomdossier add column heropend_op date, add column heropend_reden text check (length(btrim(heropend_reden)) > 0);
alter table uitstroomdossier add constraint uitstroomdossier_heropend_met_reden check ((heropend_op is null) = (heropend_reden is null));
comment on column uitstroomdossier.heropend_op is 'Dag waarop het afgeronde dossier het laatst weer openging; leeg als dat nooit gebeurde.';
comment on column uitstroomdossier.heropend_reden is 'Waarom het weer openging; leeg als dat nooit gebeurde.';

-- ── How often nazorg has contact changes while it runs ──────────────────────────────────────────────────────────────

create table nazorgfrequentie (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  nazorgafspraak_id uuid not null references nazorgafspraak,
  van date not null,
  elke_weken int not null check (elke_weken between 1 and 26),
  reden text not null check (length(btrim(reden)) > 0),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  constraint nazorgfrequentie_een_per_dag unique (nazorgafspraak_id, van)
);
create index nazorgfrequentie_persoon on nazorgfrequentie (persoon_id);
select beschrijf('nazorgfrequentie', 'Dat nazorg vanaf een dag vaker of minder vaak contact heeft. Wat daarvoor gold staat in de vorige rij, en voor de eerste in de afspraak.', 'nazorgafspraak_id: Afspraak.', 'van: Dag vanaf wanneer dit geldt.', 'elke_weken: Om de hoeveel weken contact.', 'reden: Waarom vaker of minder vaak.',
  'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');
select bescherm('nazorgfrequentie');
grant select, insert on nazorgfrequentie to onderdak_app;
comment on column nazorgafspraak.elke_weken is 'Om de hoeveel weken contact bij het begin; een latere wijziging staat in nazorgfrequentie. Leeg als er geen nazorg is.';

-- So many weeks after the last time that someone was reached, or after the begin; a change counts from its own day. The same rule is
-- volgendContactOp in nazorg/domain/rules.ts; a test holds them together.
create or replace function waakvlam_op(n nazorgafspraak) returns date language sql stable as $$
  with laatst as (
    select coalesce((select max(c.op) from onderdak.nazorgcontact c where c.nazorgafspraak_id = n.id and c.uitkomst <> 'niet_bereikt'), n.begint_op) as dag
  ), vanaf as (
    select n.begint_op as van, n.elke_weken union all select f.van, f.elke_weken from onderdak.nazorgfrequentie f where f.nazorgafspraak_id = n.id
  ), dagen as (
    select v.van, greatest(l.dag + v.elke_weken * 7, v.van) as op, lead(v.van) over (order by v.van) as volgende from vanaf v cross join laatst l
  )
  select d.op from dagen d where d.volgende is null or d.op < d.volgende order by d.van limit 1
$$;

create function waakvlam_elke(n nazorgafspraak) returns int language sql stable as $$
  select coalesce((select f.elke_weken from onderdak.nazorgfrequentie f where f.nazorgafspraak_id = n.id and f.van <= onderdak.vandaag() order by f.van desc limit 1), n.elke_weken)
$$;
comment on function waakvlam_elke is 'Om de hoeveel weken nazorg nu contact heeft; voor zover de vrager haar mag zien.';
grant execute on function waakvlam_elke(nazorgafspraak) to onderdak_app;

-- ── Who leaves a household alone is an outflow too ──────────────────────────────────────────────────────────────────

alter table verblijf_persoon add column eindreden text, add column bestemming text;
comment on column verblijf_persoon.eindreden is 'Waarom deze bewoner alleen vertrok; leeg als het hele huishouden vertrok of er nog verblijft.';
comment on column verblijf_persoon.bestemming is 'Waarheen deze bewoner alleen vertrok; leeg als het hele huishouden vertrok of er nog verblijft.';
alter table verblijf_persoon add constraint verblijf_persoon_alleen_vertrokken check ((eindreden is null) = (bestemming is null) and (eindreden is null or tot is not null));
update verblijf_persoon x set eindreden = g.gegevens ->> 'reden', bestemming = g.gegevens ->> 'bestemming'
from gebeurtenis g
where g.soort = 'BewonerVertrokken' and g.onderwerp_id = x.verblijf_id and g.persoon_id = x.persoon_id and g.op = x.tot
  and g.gegevens ->> 'reden' is not null and g.gegevens ->> 'bestemming' is not null;

create index verblijf_persoon_alleen on verblijf_persoon (regio_id, tot) where eindreden is not null;

-- Every departure: of a whole household by its stay, of one who left alone by the own row. As the asker sees them.
create function vertrekken() returns table (regio_id uuid, verblijf_id uuid, persoon_id uuid, op date, soort text, eindreden text, bestemming text, product_id uuid, locatie_id uuid, alleen boolean)
language sql stable as $$
  select v.regio_id, v.id, v.persoon_id, v.geeindigd_op, v.soort, v.eindreden, v.bestemming, v.product_id, v.locatie_id, false
  from onderdak.verblijf v where v.geeindigd_op is not null
  union all
  select x.regio_id, x.verblijf_id, x.persoon_id, x.tot, case when x.soort = 'time_out' then 'time_out' else 'regulier' end, x.eindreden, x.bestemming, v.product_id, v.locatie_id, true
  from onderdak.verblijf_persoon x left join onderdak.verblijf v on v.id = x.verblijf_id where x.eindreden is not null
$$;
comment on function vertrekken is 'Wie wanneer waarheen vertrok: een huishouden met zijn verblijf, een bewoner alleen met de eigen rij; voor zover de vrager die mag zien.';
grant execute on function vertrekken() to onderdak_app, onderdak_kern;

drop index nazorg_een_per_uitstroom;
create unique index nazorg_een_per_uitstroom on nazorgafspraak (verblijf_id, persoon_id) where status in ('geen', 'voorgesteld', 'lopend');

create or replace function cijfer_nazorg(p_van date, p_tot date)
returns table (jaar int, domein text, organisatie_id uuid, stand text, aantal int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b)
  select extract(year from v.op)::int, r.domein, x.organisatie_id, coalesce(n.stand, 'zonder'), count(*)::int,
    bool_and((select inzage('systeem')) or v.persoon_id in (select k.persoon_id from bekend k))
  from vertrekken() v join product r on r.id = v.product_id join locatie l on l.id = v.locatie_id join voorziening x on x.id = l.voorziening_id
    left join lateral (
      select case when a.status in ('lopend', 'afgerond', 'gestopt', 'opgeschaald') then 'met' else a.status end as stand from nazorgafspraak a
      where a.verblijf_id = v.verblijf_id and a.persoon_id = v.persoon_id and a.status not in ('geweigerd', 'ingetrokken')
      order by (a.status in ('lopend', 'afgerond', 'gestopt', 'opgeschaald')) desc, (a.status = 'voorgesteld') desc limit 1) n on true
  where v.regio_id = (select regio()) and v.op >= p_van and v.op < p_tot and is_uitstroom(v.soort, v.eindreden, v.bestemming)
  group by 1, 2, 3, 4
$$;

create or replace function uitstroom_zonder_nazorg(p_sinds date)
returns table (organisatie_id uuid, organisatie text, aantal int, oudste date)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select o.id, o.naam, count(*)::int, min(v.op)
  from vertrekken() v join locatie l on l.id = v.locatie_id join voorziening x on x.id = l.voorziening_id join organisatie o on o.id = x.organisatie_id
  where v.regio_id = (select regio()) and v.op >= p_sinds and is_uitstroom(v.soort, v.eindreden, v.bestemming)
    and not exists (select 1 from nazorgafspraak n where n.verblijf_id = v.verblijf_id and n.persoon_id = v.persoon_id and n.status not in ('geweigerd', 'ingetrokken'))
    and not exists (select 1 from verblijf_persoon b where b.persoon_id = v.persoon_id and b.soort = 'hoofd' and b.tot is null)
  group by 1, 2
$$;

-- ── Homes that a corporatie agreed to in a gemeente, per year ───────────────────────────────────────────────────────

create table woningafspraak (
  regio_id uuid not null references regio,
  gemeente_code text not null references gemeente,
  organisatie_id uuid not null references organisatie,
  aantal int not null check (aantal > 0),
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  primary key (regio_id, gemeente_code, organisatie_id, van),
  constraint woningafspraak_overlapt_niet exclude using gist (regio_id with =, gemeente_code with =, organisatie_id with =, daterange(van, tot) with &&)
);
select beschrijf('woningafspraak', 'Hoeveel woningen per jaar een corporatie in een gemeente voor uitstroom beschikbaar stelt volgens de prestatieafspraken, met ingangsdatum.', 'gemeente_code: Gemeente van de woningen.', 'organisatie_id: Corporatie.', 'aantal: Woningen per jaar.');
grant select, insert, update, delete on woningafspraak to onderdak_app;

create function cijfer_woningverdeling(p_van date, p_tot date) returns table (jaar int, gemeente_code text, corporatie_id uuid, aantal int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b)
  select extract(year from c.begonnen_op)::int, c.gemeente_code, w.corporatie_id, count(*)::int,
    bool_and((select inzage('systeem')) or c.persoon_id in (select b.persoon_id from bekend b))
  from huurcontract c left join woningaanbod w on w.id = c.woningaanbod_id
  where c.regio_id = (select regio()) and c.begonnen_op >= p_van and c.begonnen_op < p_tot group by 1, 2, 3
$$;
comment on function cijfer_woningverdeling is 'Voor hoeveel huishoudens in een jaar een contract voor een woning begon, per gemeente en corporatie, zonder cliënten. Zonder corporatie als er geen aanbod van een corporatie was.';
alter function cijfer_woningverdeling(date, date) owner to onderdak_kern;
revoke execute on function cijfer_woningverdeling(date, date) from public;
grant execute on function cijfer_woningverdeling(date, date) to onderdak_app;

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

update keuze set bron = 'Voorbeeld, te vervangen door de bouwstenen van de regio' where lijst = 'bouwsteen' and bron is null;
