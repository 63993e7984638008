-- Ways out that were missing: help from before 18 stays behind, consent taken back by who reads along, code rood and a stay at the same
-- moment, a time-out place held ahead, a household handed over together.

-- ── Nothing from before 18 goes along (Wmo 2015 art. 5.1.1 lid 4; OVD-01, TRJ-12) ───────────────────────────────────

alter table deling add constraint deling_jeugdgegevens unique (id, zonder_jeugdgegevens);
alter table overdracht
  add column zonder_jeugdgegevens boolean not null default false,
  -- What the handover says about it is what the register of sharing says.
  add constraint overdracht_jeugdgegevens_als_deling foreign key (deling_id, zonder_jeugdgegevens) references deling (id, zonder_jeugdgegevens),
  -- Everything that a handover hands over is written when it is offered.
  add constraint overdracht_vanaf_achttien check (not zonder_jeugdgegevens or gedeelde_geboortedatum is null
    or (aangeboden_op at time zone 'Europe/Amsterdam')::date >= (gedeelde_geboortedatum + interval '18 years')::date);
comment on column overdracht.zonder_jeugdgegevens is 'Waar als er niets meegaat van voor de achttiende verjaardag.';

-- An invitation to a meeting shows what is current; of who turned 18 then only what began from that day on.
alter table casus_deelnemer add column zonder_jeugdgegevens boolean not null default false;
comment on column casus_deelnemer.zonder_jeugdgegevens is 'Waar als de deelnemer niets ziet van voor de achttiende verjaardag.';
create or replace function casus_gedeeld(p_id uuid) returns jsonb language sql stable security definer set search_path = onderdak, pg_temp as $$
  select jsonb_build_object(
    'wie', case when 'wie' = any (u.gegevens) then jsonb_build_object('achternaam', p.achternaam, 'tussenvoegsel', p.tussenvoegsel, 'voornamen', p.voornamen, 'roepnaam', p.roepnaam, 'isNn', p.is_nn,
      'geslacht', p.geslacht, 'geboortedatum', p.geboortedatum, 'geboortejaar', p.geboortejaar) end,
    'hulpvraag', case when 'hulpvraag' = any (u.gegevens) then jsonb_build_object('reden', c.reden, 'vraag', c.vraag) end,
    'verblijf', case when 'verblijf' = any (u.gegevens) then jsonb_build_object(
      'verblijven', coalesce((select jsonb_agg(jsonb_build_object('product', t.naam, 'sinds', x.van, 'verwachtTot', v.verwacht_einde_op) order by x.van) from verblijf_persoon x join verblijf v on v.id = x.verblijf_id join product t on t.id = v.product_id
        where x.persoon_id in (select k.persoon_id from casus_kring(u.persoon_id) k where k.is_zelf) and (x.tot is null or x.tot > vandaag()) and x.van <= vandaag() and x.van >= j.vanaf), '[]'),
      'wacht', coalesce((select jsonb_agg(jsonb_build_object('product', t.naam, 'sinds', w.besloten_op) order by w.besloten_op) from wachtlijstplaatsing w join product t on t.id = w.product_id
        where w.persoon_id in (select k.persoon_id from casus_kring(u.persoon_id) k where k.is_zelf) and w.status in ('wachtend', 'opgeschort', 'voorgesteld') and w.besloten_op >= j.vanaf), '[]')) end,
    'traject', case when 'traject' = any (u.gegevens) then (select jsonb_build_object('begonnenOp', case when t.begonnen_op >= j.vanaf then t.begonnen_op end, 'faseDomein', f.domein, 'faseCode', f.code, 'faseSinds', f.van, 'onderbreking', b.soort)
      from traject t left join traject_fase f on f.traject_id = t.id and f.tot is null and f.van >= j.vanaf
        left join traject_onderbreking b on b.traject_id = t.id and b.tot is null and b.van >= j.vanaf
      where t.persoon_id in (select k.persoon_id from casus_kring(u.persoon_id) k where k.is_zelf) and t.geeindigd_op is null limit 1) end,
    'plan', case when 'plan' = any (u.gegevens) then coalesce((select jsonb_agg(jsonb_build_object('eigenWoorden', l.eigen_woorden, 'afspraken', l.afspraken) order by l.volgnummer) from doel l join plan_versie v on v.id = l.plan_versie_id
      where v.persoon_id in (select k.persoon_id from casus_kring(u.persoon_id) k where k.is_zelf) and v.status = 'vastgesteld' and l.stand = 'loopt' and l.sinds >= j.vanaf), '[]') end,
    'veiligheid', case when 'veiligheid' = any (u.gegevens) then jsonb_build_object('tekst', c.veiligheid) end)
  from casus_uitnodigingen() u join casus c on c.id = u.casus_id join persoon p on p.id = u.persoon_id join casus_deelnemer d on d.id = u.id
    cross join lateral (select case when d.zonder_jeugdgegevens then coalesce((p.geboortedatum + interval '18 years')::date, 'infinity') else '-infinity' end as vanaf) j
  where u.id = p_id
$$;

-- A receiver with a conflict of interest does not see the offer either: it is read without betrokkenheid.
create policy belangenconflict on overdracht as restrictive to onderdak_app using (persoon_id <> all ((select geblokkeerd())::uuid[]));

-- ── code rood and a stay in the region (VO-02) ──────────────────────────────────────────────────────────────────────

alter table melding
  add column rood_hier_reden text check (length(btrim(rood_hier_reden)) > 0),
  add constraint melding_rood_hier_zonder_adres check (rood_hier_reden is null or not lijkt_adres(rood_hier_reden)),
  add constraint melding_rood_hier_bij_rood check (rood_hier_reden is null or vo_code = 'rood');
comment on column melding.rood_hier_reden is 'Waarom iemand die al in de regio verblijft daar met code rood nog even blijft, en wie dat besloot, zonder adres; leeg als dat niet zo is.';

-- The newest code counts. Whoever stays here when it becomes rood stays with a reason, or the code waits for that reason.
create function code_rood_hier(p_persoon uuid) returns boolean language plpgsql stable security definer set search_path = onderdak, pg_temp as $$
declare
  dossiers uuid[] := alle_dossiers(array[p_persoon]);
begin
  return exists (select 1 from verblijf_persoon x where x.persoon_id = any (dossiers) and (x.tot is null or x.tot > vandaag()))
    and code_rood_elders(p_persoon)
    and (select m.rood_hier_reden from melding m where m.persoon_id = any (dossiers) and m.vo_code is not null order by m.meldingsdatum desc, m.id desc limit 1) is null;
end $$;
comment on function code_rood_hier is 'Of iemand met code rood in de regio verblijft zonder dat vastligt waarom.';

-- A code, a voorstel and a stay of one person go one after the other, so that two at once see each other.
create function vergrendel_personen(p_personen uuid[]) returns void language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  perform 1 from persoon p where p.id in (select coalesce(q.samengevoegd_in, q.id) from persoon q where q.id = any (p_personen)) order by p.id for no key update;
end $$;
comment on function vergrendel_personen is 'Laat wat deze personen aangaat na elkaar gebeuren; alleen voor controles.';

create function eis_code_rood_met_reden() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  perform vergrendel_personen(array[new.persoon_id]);
  if code_rood_hier(new.persoon_id) then
    raise exception 'deze persoon verblijft in de regio' using errcode = '23514', constraint = 'vo_code_rood_verblijft';
  end if;
  return null;
end $$;
comment on function eis_code_rood_met_reden is 'Weigert code rood bij wie in de regio verblijft, zolang niet vastligt waarom dat nog even kan.';
create trigger code_rood_met_reden after insert on melding for each row when (new.persoon_id is not null and new.vo_code is not null) execute function eis_code_rood_met_reden();
create trigger code_rood_met_reden_bij_wijziging after update of vo_code, persoon_id, rood_hier_reden on melding for each row
  when (new.persoon_id is not null and (old.vo_code, old.persoon_id, old.rood_hier_reden) is distinct from (new.vo_code, new.persoon_id, new.rood_hier_reden)) execute function eis_code_rood_met_reden();

create or replace function eis_veilige_plaats() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  wie uuid[] := array[new.persoon_id];
begin
  if tg_table_name = 'plaatsingsvoorstel' then
    wie := array(select new.persoon_id union select l.persoon_id from huishouden_lid l
      where l.huishouden_id = (to_jsonb(new) ->> 'huishouden_id')::uuid and (l.tot is null or l.tot > vandaag()));
  end if;
  perform vergrendel_personen(wie);
  if exists (select 1 from unnest(wie) x where code_rood_elders(x)) then
    raise exception 'deze persoon kan niet in de regio verblijven' using errcode = '23514', constraint = 'vo_code_rood_elders';
  end if;
  if tg_table_name = 'plaatsingsvoorstel' then
    -- Voorstellen within one system go one after the other, so that two at once see each other.
    perform 1 from vo_systeem s where s.id in (select l.systeem_id from vo_systeem_lid l where l.persoon_id = any (alle_dossiers(wie)) and l.tot is null) order by s.id for update;
    if (to_jsonb(new) ->> 'locatie_id')::uuid in (select verboden_locaties(wie)) then
      raise exception 'deze locatie kan niet voor deze persoon' using errcode = '23514', constraint = 'systeem_niet_zelfde_locatie';
    end if;
  end if;
  return null;
end $$;

-- A departure that was a mistake: the stay runs again.
create function eis_veilige_terugkeer() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  perform vergrendel_personen(array[new.persoon_id]);
  if code_rood_hier(new.persoon_id) then
    raise exception 'deze persoon kan niet in de regio verblijven' using errcode = '23514', constraint = 'vo_code_rood_elders';
  end if;
  return null;
end $$;
comment on function eis_veilige_terugkeer is 'Weigert dat een verblijf weer loopt van wie intussen code rood kreeg.';
create trigger veilige_terugkeer after update of tot on verblijf_persoon for each row when (old.tot is not null and new.tot is null) execute function eis_veilige_terugkeer();

-- ── Consent is taken back as easily as it is given (AVG art. 7 lid 3) ───────────────────────────────────────────────

grant update (ingetrokken_op, intrekking_toelichting, intrekking_vastgelegd_op, ingetrokken_door) on toestemming to onderdak_kern;
create policy kern_trekt_in on toestemming for update to onderdak_kern using (true) with check (true);

-- Who recorded it and whoever is involved now, also who only reads along. Held, so that giving on it and taking it back cannot pass each other.
create function intrekbare_toestemming(p_id uuid) returns setof toestemming language sql security definer set search_path = onderdak, pg_temp as $$
  select t.* from toestemming t
  where t.id = p_id and t.regio_id = regio() and t.persoon_id <> all ((select geblokkeerd())::uuid[])
    and (inzage('systeem') or (inzage('personen') and (inzage('vo') or not exists (select 1 from persoon p where p.id = t.persoon_id and p.is_geheim))
      and (t.organisatie_id = organisatie() or exists (select 1 from betrokkenheid b where b.persoon_id = t.persoon_id and b.organisatie_id = organisatie()
        and b.van <= vandaag() and (b.tot is null or b.tot > vandaag()) and (b.vereist is null or inzage('vo'))))))
  for update
$$;
comment on function intrekbare_toestemming is 'Een toestemming die de vrager mag intrekken: wie haar vastlegde en wie nu betrokken is, ook wie alleen meeleest.';

create function trek_toestemming_in(p_id uuid, p_toelichting text) returns setof deling language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  update toestemming t set ingetrokken_op = vandaag(), intrekking_toelichting = p_toelichting, intrekking_vastgelegd_op = nu(), ingetrokken_door = gebruiker()
    where t.id in (select i.id from intrekbare_toestemming(p_id) i) and t.ingetrokken_op is null;
  if found then
    return query update deling d set beeindigd_op = vandaag(), einde_reden = 'toestemming_ingetrokken', beeindigd_door = gebruiker()
      where d.toestemming_id = p_id and d.beeindigd_op is null returning d.*;
  end if;
end $$;
comment on function trek_toestemming_in is 'Trekt een toestemming in en stopt alles wat daarop is gedeeld. Geeft de delingen die stopten.';

-- ── A time-out place held ahead (OVD-07) ────────────────────────────────────────────────────────────────────────────

create table time_outboeking (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  traject_id uuid not null references traject,
  plek_id uuid not null references plek,
  locatie_id uuid not null references locatie,
  van date not null,
  tot date not null,
  reden text not null check (length(btrim(reden)) > 0),
  status text not null check (status in ('geboekt', 'begonnen', 'geannuleerd')),
  verblijf_id uuid references verblijf,
  einde_reden text check (length(btrim(einde_reden)) > 0),
  versie int not null default 1,
  geboekt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint time_outboeking_tot_na_van check (tot > van),
  constraint time_outboeking_einde_met_reden check ((status = 'geannuleerd') = (einde_reden is not null)),
  constraint time_outboeking_begonnen_is_verblijf check (verblijf_id is null or status = 'begonnen'),
  constraint time_outboeking_plek_overlapt_niet exclude using gist (plek_id with =, daterange(van, tot) with &&) where (status = 'geboekt'),
  constraint time_outboeking_persoon_overlapt_niet exclude using gist (persoon_id with =, daterange(van, tot) with &&) where (status = 'geboekt')
);
create index time_outboeking_locatie on time_outboeking (locatie_id) where status = 'geboekt';
create index time_outboeking_traject on time_outboeking (traject_id, van);
create index time_outboeking_persoon on time_outboeking (persoon_id);
select beschrijf('time_outboeking', 'Een time-outplek die voor iemand is vastgehouden, van een dag tot een dag. Op de dag zelf wordt zij een verblijf.', 'traject_id: Traject dat doorloopt.', 'plek_id: Plek.', 'locatie_id: Locatie van de plek.', 'van: Eerste nacht.', 'tot: Dag van vertrek; die dag is de plek weer vrij.',
  'reden: Wat er aan de hand is.', 'status: Stand.', 'verblijf_id: Verblijf dat eruit volgde; leeg zolang dat er niet is.', 'einde_reden: Waarom de boeking niet doorging; leeg als dat niet zo is.', 'geboekt_op: Moment van boeken.');
select bescherm('time_outboeking');
create policy kern on time_outboeking for select to onderdak_kern using (true);
grant select, insert, update on time_outboeking to onderdak_app;
grant select on time_outboeking to onderdak_kern;

-- Only to lock: no changed row passes.
grant update (id) on plek to onderdak_kern;
create policy kern_vergrendelt on plek for update to onderdak_kern using (true) with check (false);

-- A stay takes its plek until the day it is expected to end and at least tonight; without such a day for always.
create function verblijf_dagen(v verblijf) returns daterange language sql stable security definer set search_path = onderdak, pg_temp as $$
  select daterange(v.begonnen_op, coalesce(v.geeindigd_op, greatest(v.verwacht_einde_op, case when v.verwacht_einde_op is not null then greatest(vandaag() + 1, v.begonnen_op) end)))
$$;
comment on function verblijf_dagen is 'De dagen waarvoor een verblijf zijn plek nodig heeft, voor zover bekend.';

-- A booking, a stay and a chosen voorstel on one plek go one after the other.
create function eis_plek_niet_dubbel() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  waar uuid := (to_jsonb(new) ->> 'plek_id')::uuid;
  dagen daterange;
begin
  perform 1 from plek k where k.id = waar for no key update;
  if tg_table_name = 'time_outboeking' then
    dagen := daterange(new.van, new.tot);
    if exists (select 1 from verblijf v where v.plek_id = waar and verblijf_dagen(v) && dagen)
      or exists (select 1 from plaatsingsvoorstel s where s.plek_id = waar and s.status in ('voorgesteld', 'aanvaard') and daterange(s.vanaf, null) && dagen)
      or exists (select 1 from buiten_gebruik b where b.plek_id = waar and daterange(b.van, b.tot) && dagen)
      or not exists (select 1 from plek k where k.id = waar and daterange(k.van, k.tot) @> dagen) then
      raise exception 'deze plek is in die dagen niet vrij' using errcode = '23514', constraint = 'time_outboeking_plek_vrij';
    end if;
    return null;
  end if;
  if tg_table_name = 'verblijf' then
    dagen := verblijf_dagen(new);
  else
    dagen := daterange((to_jsonb(new) ->> 'vanaf')::date, null);
  end if;
  if exists (select 1 from time_outboeking t where t.plek_id = waar and t.status = 'geboekt' and t.tot > vandaag() and daterange(t.van, t.tot) && dagen) then
    raise exception 'deze plek is in die dagen geboekt' using errcode = '23514', constraint = 'time_outboeking_houdt_plek';
  end if;
  return null;
end $$;
comment on function eis_plek_niet_dubbel is 'Weigert een boeking van een plek die bezet of vastgehouden is, en een verblijf of voorstel op een plek die voor een time-out is geboekt.';
create trigger plek_niet_dubbel after insert on time_outboeking for each row execute function eis_plek_niet_dubbel();
create trigger plek_niet_dubbel after insert on verblijf for each row when (new.geeindigd_op is null) execute function eis_plek_niet_dubbel();
create trigger plek_niet_dubbel_bij_herstel after update of geeindigd_op on verblijf for each row when (old.geeindigd_op is not null and new.geeindigd_op is null) execute function eis_plek_niet_dubbel();
create trigger plek_niet_dubbel after insert or update of plek_id, vanaf, status on plaatsingsvoorstel for each row
  when (new.plek_id is not null and new.status in ('voorgesteld', 'aanvaard')) execute function eis_plek_niet_dubbel();

-- On the board, in the calendar and for a voorstel a plek that is booked is held, without who for.
create or replace function bezetting(p_van date, p_tot date)
returns table (plek_id uuid, locatie_id uuid, soort text, van date, tot date, geblokkeerd_op date, verwacht_einde_op date, personen int, product_id uuid, kenmerken text[], voorstel_id uuid)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select v.plek_id, v.locatie_id, 'verblijf', v.begonnen_op, v.geeindigd_op, v.uitstroomgereed_op, coalesce(v.verwacht_einde_op, v.uiterlijk_op),
    coalesce(a.aantal, 0), v.product_id, '{}'::text[], null::uuid
  from verblijf v join locatie l on l.id = v.locatie_id
  left join (select vp.verblijf_id, count(*)::int as aantal from verblijf_persoon vp
    where vp.regio_id = (select regio()) and vp.van < p_tot and coalesce(vp.tot, 'infinity') > p_van group by vp.verblijf_id) a on a.verblijf_id = v.id
  where v.regio_id = (select regio()) and daterange(v.begonnen_op, v.geeindigd_op) && daterange(p_van, p_tot) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
  union all
  select s.plek_id, s.locatie_id, 'voorstel', s.vanaf, null, null, null, s.personen, s.product_id, s.vereiste_kenmerken, s.id
  from plaatsingsvoorstel s join locatie l on l.id = s.locatie_id
  where s.regio_id = (select regio()) and s.status in ('voorgesteld', 'aanvaard') and s.vanaf < p_tot and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
  union all
  select b.plek_id, k.locatie_id, 'buiten_gebruik', b.van, b.tot, null, null, 0, k.product_id, '{}'::text[], null
  from buiten_gebruik b join plek k on k.id = b.plek_id join locatie l on l.id = k.locatie_id
  where b.regio_id = (select regio()) and daterange(b.van, b.tot) && daterange(p_van, p_tot) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
  union all
  select d.plek_id, d.locatie_id, 'buiten_gebruik', d.van, d.tot, null, null, 0, d.product_id, '{}'::text[], null
  from calamiteit_dicht(p_van, p_tot) d join locatie l on l.id = d.locatie_id
  where not l.is_geheim or (select inzage('vo')) or (select inzage('systeem'))
  union all
  select t.plek_id, t.locatie_id, 'boeking', t.van, t.tot, null, null, 1, k.product_id, '{}'::text[], null
  from time_outboeking t join plek k on k.id = t.plek_id join locatie l on l.id = t.locatie_id
  where t.regio_id = (select regio()) and t.status = 'geboekt' and daterange(t.van, t.tot) && daterange(p_van, p_tot) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
$$;

create or replace function bezetting_van(p_locaties uuid[], p_van date, p_tot date)
returns table (plek_id uuid, locatie_id uuid, soort text, van date, tot date, geblokkeerd_op date, verwacht_einde_op date, personen int, product_id uuid, kenmerken text[], voorstel_id uuid)
language plpgsql stable security definer set search_path = onderdak, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with zichtbaar as materialized (
    select l.id from locatie l
    where l.id = any (p_locaties) and l.regio_id = (select regio()) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
  )
  select v.plek_id, v.locatie_id, 'verblijf', v.begonnen_op, v.geeindigd_op, v.uitstroomgereed_op, coalesce(v.verwacht_einde_op, v.uiterlijk_op),
    (select count(*)::int from verblijf_persoon vp where vp.verblijf_id = v.id and vp.van < p_tot and coalesce(vp.tot, 'infinity') > p_van),
    v.product_id, '{}'::text[], null::uuid
  from zichtbaar z join verblijf v on v.locatie_id = z.id
  where coalesce(v.geeindigd_op, 'infinity') > p_van and v.begonnen_op < p_tot and v.begonnen_op is distinct from v.geeindigd_op
  union all
  select s.plek_id, s.locatie_id, 'voorstel', s.vanaf, null, null, null, s.personen, s.product_id, s.vereiste_kenmerken, s.id
  from zichtbaar z join plaatsingsvoorstel s on s.locatie_id = z.id
  where s.status in ('voorgesteld', 'aanvaard') and s.vanaf < p_tot
  union all
  select b.plek_id, k.locatie_id, 'buiten_gebruik', b.van, b.tot, null, null, 0, k.product_id, '{}'::text[], null
  from zichtbaar z join plek k on k.locatie_id = z.id join buiten_gebruik b on b.plek_id = k.id
  where daterange(b.van, b.tot) && daterange(p_van, p_tot)
  union all
  select d.plek_id, d.locatie_id, 'buiten_gebruik', d.van, d.tot, null, null, 0, d.product_id, '{}'::text[], null
  from calamiteit_dicht(p_van, p_tot) d join zichtbaar z on z.id = d.locatie_id
  union all
  select t.plek_id, t.locatie_id, 'boeking', t.van, t.tot, null, null, 1, k.product_id, '{}'::text[], null
  from zichtbaar z join time_outboeking t on t.locatie_id = z.id join plek k on k.id = t.plek_id
  where t.status = 'geboekt' and daterange(t.van, t.tot) && daterange(p_van, p_tot);
end $$;

create or replace function plekstand(p_op date)
returns table (locatie_id uuid, product_id uuid, totaal int, vrij int, vastgehouden int, bezet int, geblokkeerd int, buiten_gebruik int, overboekt int, verwacht_vrij int, tijdelijk int,
  kenmerken text[], vrije_plekken jsonb, zonder_plek jsonb)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with zichtbaar as materialized (
    select l.id, l.kenmerken from locatie l where l.regio_id = (select regio()) and (not l.is_geheim or (select inzage('vo')) or (select inzage('systeem')))
  ), verblijf_nu as materialized (
    select v.plek_id, (v.uitstroomgereed_op <= p_op) is true as geblokkeerd, (coalesce(v.verwacht_einde_op, v.uiterlijk_op) <= p_op) is true as verwacht
    from verblijf v where v.regio_id = (select regio()) and daterange(v.begonnen_op, v.geeindigd_op) @> p_op
  ), buiten as materialized (
    select b.plek_id from buiten_gebruik b where b.regio_id = (select regio()) and daterange(b.van, b.tot) @> p_op
    union
    select d.plek_id from calamiteit_dicht(p_op, p_op + 1) d
  ), belofte as materialized (
    select s.id, s.plek_id, s.locatie_id, s.product_id, s.personen, s.vereiste_kenmerken from plaatsingsvoorstel s
    where s.regio_id = (select regio()) and s.status in ('voorgesteld', 'aanvaard') and s.vanaf <= p_op
    union all
    select t.id, t.plek_id, t.locatie_id, k.product_id, 1, '{}'::text[] from time_outboeking t join plek k on k.id = t.plek_id
    where t.regio_id = (select regio()) and t.status = 'geboekt' and daterange(t.van, t.tot) @> p_op
  ), gekozen as (
    select plek_id, count(*)::int as aantal from belofte where plek_id is not null group by plek_id
  ), per_plek as materialized (
    select k.locatie_id, k.product_id, k.personen_maximum, k.kenmerken || l.kenmerken as kenmerken, k.tijdelijk_reden is not null as tijdelijk, coalesce(c.aantal, 0) as gekozen, v.verwacht,
      case when v.geblokkeerd then 'geblokkeerd' when v.plek_id is not null then 'bezet' when b.plek_id is not null then 'buiten_gebruik' when c.aantal > 0 then 'vastgehouden' else 'vrij' end as stand
    from plek k join zichtbaar l on l.id = k.locatie_id left join verblijf_nu v on v.plek_id = k.id left join buiten b on b.plek_id = k.id left join gekozen c on c.plek_id = k.id
    where k.regio_id = (select regio()) and k.van <= p_op and (k.tot is null or k.tot > p_op)
  ), geteld as (
    select p.locatie_id, p.product_id, count(*)::int as totaal, count(*) filter (where stand = 'vrij')::int as vrij, count(*) filter (where stand = 'vastgehouden')::int as vastgehouden,
      count(*) filter (where stand = 'bezet')::int as bezet, count(*) filter (where stand = 'geblokkeerd')::int as geblokkeerd, count(*) filter (where stand = 'buiten_gebruik')::int as buiten_gebruik,
      sum(gekozen - (stand = 'vastgehouden')::int)::int as overboekt, count(*) filter (where verwacht)::int as verwacht_vrij, count(*) filter (where tijdelijk)::int as tijdelijk
    from per_plek p group by p.locatie_id, p.product_id
  ), kenmerk as (
    select p.locatie_id, p.product_id, array_agg(distinct naam order by naam) as kenmerken
    from (select distinct x.locatie_id, x.product_id, x.kenmerken from per_plek x) p, unnest(p.kenmerken) naam group by p.locatie_id, p.product_id
  ), vrije as (
    select x.locatie_id, x.product_id, jsonb_agg(jsonb_build_object('kenmerken', x.kenmerken, 'personenMaximum', x.personen_maximum, 'aantal', x.aantal) order by x.personen_maximum, x.kenmerken) as vrije_plekken
    from (select p.locatie_id, p.product_id, p.kenmerken, p.personen_maximum, count(*) as aantal from per_plek p where p.stand = 'vrij' group by 1, 2, 3, 4) x group by x.locatie_id, x.product_id
  ), open as (
    select s.locatie_id, s.product_id, jsonb_agg(jsonb_build_object('vereisteKenmerken', s.vereiste_kenmerken, 'personen', s.personen) order by s.id) as zonder_plek
    from belofte s join zichtbaar l on l.id = s.locatie_id where s.plek_id is null group by s.locatie_id, s.product_id
  )
  select locatie_id, product_id, coalesce(g.totaal, 0), coalesce(g.vrij, 0), coalesce(g.vastgehouden, 0), coalesce(g.bezet, 0), coalesce(g.geblokkeerd, 0), coalesce(g.buiten_gebruik, 0), coalesce(g.overboekt, 0),
    coalesce(g.verwacht_vrij, 0), coalesce(g.tijdelijk, 0), coalesce(m.kenmerken, '{}'), coalesce(f.vrije_plekken, '[]'), coalesce(o.zonder_plek, '[]')
  from geteld g full join open o using (locatie_id, product_id) left join vrije f using (locatie_id, product_id) left join kenmerk m using (locatie_id, product_id)
$$;

-- ── A household handed over together (OVD-01) ───────────────────────────────────────────────────────────────────────

-- Whom of these persons an organisation cannot get together with somebody: it may not see them, or they are on the other side of a barrier. Why it
-- does not say.
create function niet_mee_over_te_dragen(p_persoon uuid, p_leden uuid[], p_organisatie uuid) returns setof uuid language sql stable security definer set search_path = onderdak, pg_temp as $$
  select m from unnest(p_leden) m
  where exists (select 1 from belangenconflict c where c.regio_id = regio() and c.organisatie_id = p_organisatie and c.persoon_id = any (alle_dossiers(array[m]))
      and c.van <= vandaag() and (c.tot is null or c.tot > vandaag()))
    or exists (select 1 from vo_systeem_lid a join vo_systeem_lid b on b.systeem_id = a.systeem_id and (b.rol = 'pleger') <> (a.rol = 'pleger')
      where a.tot is null and b.persoon_id = any (alle_dossiers(array[m])) and b.tot is null
        -- Across the barrier from who it is about; of two members the pleger stays behind.
        and (a.persoon_id = any (alle_dossiers(array[p_persoon])) or (b.rol = 'pleger' and a.persoon_id = any (alle_dossiers(p_leden)))))
$$;
comment on function niet_mee_over_te_dragen is 'Wie van deze personen niet samen met een ander naar een organisatie kan, zonder te zeggen waarom.';

do $$
declare f text;
begin
  foreach f in array array['code_rood_hier(uuid)', 'vergrendel_personen(uuid[])', 'eis_code_rood_met_reden()', 'eis_veilige_terugkeer()', 'intrekbare_toestemming(uuid)', 'trek_toestemming_in(uuid,text)',
    'verblijf_dagen(verblijf)', 'eis_plek_niet_dubbel()', 'niet_mee_over_te_dragen(uuid,uuid[],uuid)'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function intrekbare_toestemming(uuid), trek_toestemming_in(uuid, text), niet_mee_over_te_dragen(uuid, uuid[], uuid) to onderdak_app;
