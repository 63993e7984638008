-- The chain as steps with days: of one person on the dossier, and of the whole region without persons (TRJ-16).

create policy kern on nazorgcontact for select to onderdak_kern using (true);
grant select on nazorgcontact to onderdak_kern;

-- Runs with the sight of who asks. `tot`: the step was taken. `weg`: the chain was left in this step, or went on without it. Both empty: still in it.
-- Of a household the steps stand with who it waits and stays under the name of. A list that was read in has no day of its own: the decision counts.
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

-- ── vrouwenopvang: code rood stays out of the region, no voorstel to a forbidden locatie, help for the pleger (VO-02, VO-06) ──

create table vo_rood_afwijking (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  melding_id uuid not null references melding,
  reden text not null check (length(btrim(reden)) > 0),
  besloten_door text not null check (length(btrim(besloten_door)) > 0),
  besloten_op date not null,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  constraint vo_rood_afwijking_een_per_melding unique (melding_id),
  constraint vo_rood_afwijking_zonder_adres check (not lijkt_adres(concat_ws(' / ', reden, besloten_door)))
);
create index vo_rood_afwijking_persoon on vo_rood_afwijking (persoon_id);
select beschrijf('vo_rood_afwijking', 'Het besluit om iemand met code rood toch in de eigen regio op te vangen, met reden en wie besloot.', 'melding_id: Melding met de code rood; een nieuwe code vraagt een nieuw besluit.', 'reden: Waarom het hier toch veilig kan, zonder adres.',
  'besloten_door: Wie besloot, met functie.', 'besloten_op: Dag van het besluit.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

create table plegerhulp (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  aanbod_versleuteld text not null,
  aangeboden_door text not null check (length(btrim(aangeboden_door)) > 0),
  aangeboden_op date not null,
  antwoord text check (antwoord in ('aangenomen', 'geweigerd')),
  antwoord_op date,
  bespreken_op date not null,
  geeindigd_op date,
  einde_reden text check (length(btrim(einde_reden)) > 0),
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint plegerhulp_antwoord_compleet check ((antwoord is null) = (antwoord_op is null) and antwoord_op >= aangeboden_op),
  constraint plegerhulp_bespreken_later check (bespreken_op > aangeboden_op),
  constraint plegerhulp_einde_compleet check ((geeindigd_op is null) = (einde_reden is null) and geeindigd_op >= aangeboden_op)
);
create unique index plegerhulp_een_lopend on plegerhulp (persoon_id) where geeindigd_op is null;
select beschrijf('plegerhulp', 'Hulp die bij de opvang van een pleger hoort: wat is aangeboden, door wie, en wat de pleger antwoordde.', 'aanbod_versleuteld: Welke hulp en wat ermee bereikt moet zijn, versleuteld.', 'aangeboden_door: Wie de hulp geeft, met organisatie.', 'aangeboden_op: Dag van het aanbod.',
  'antwoord: Wat de pleger antwoordde; leeg zolang dat er niet is.', 'antwoord_op: Dag van het antwoord; leeg zolang dat er niet is.', 'bespreken_op: Uiterste dag om het opnieuw te bespreken.', 'geeindigd_op: Dag van het einde; leeg zolang het loopt.', 'einde_reden: Waarom het eindigde; leeg zolang het loopt.');

do $$
declare tabel text;
begin
  foreach tabel in array array['vo_rood_afwijking', 'plegerhulp'] loop
    perform bescherm(tabel::regclass);
    execute format('create policy kern on %I for select to onderdak_kern using (true)', tabel);
    execute format('create policy vo on %I as restrictive to onderdak_app using ((select inzage(''vo'')) or (select inzage(''systeem'')))', tabel);
    execute format('grant select on %I to onderdak_kern', tabel);
  end loop;
end $$;
grant select, insert on vo_rood_afwijking to onderdak_app;
grant select, insert, update on plegerhulp to onderdak_app;
create policy vo_hulp on gebeurtenis as restrictive for select to onderdak_app
  using (onderwerp_soort <> all (array['vo_rood_afwijking', 'plegerhulp']) or (select inzage('vo')) or (select inzage('systeem')));

create function alle_dossiers(p_personen uuid[]) returns uuid[] language sql stable security definer set search_path = onderdak, pg_temp as $$
  with geldend as (select coalesce(p.samengevoegd_in, p.id) as id from persoon p where p.id = any (p_personen))
  select coalesce(array_agg(x.id), '{}') from (select g.id from geldend g union select p.id from geldend g join persoon p on p.samengevoegd_in = g.id) x
$$;
comment on function alle_dossiers is 'Deze personen met alle dossiers die met die van hen zijn samengevoegd; alleen voor controles.';

-- The newest code counts, until the bed elsewhere ended or somebody decided that it can be here.
create function code_rood_elders(p_persoon uuid) returns boolean language plpgsql stable security definer set search_path = onderdak, pg_temp as $$
declare
  nieuwste record;
begin
  select m.id, m.vo_code into nieuwste from melding m
    where m.persoon_id = any (alle_dossiers(array[p_persoon])) and m.vo_code is not null order by m.meldingsdatum desc, m.id desc limit 1;
  return coalesce(nieuwste.vo_code = 'rood', false) and not exists (select 1 from vo_rood_afwijking a where a.melding_id = nieuwste.id)
    and not exists (select 1 from vo_route r where r.melding_id = nieuwste.id and r.status = 'beeindigd');
end $$;
comment on function code_rood_elders is 'Of iemand door code rood niet in de eigen regio mag verblijven.';

-- Where the others of the system stay or have been proposed, on the other side of the barrier.
create function verboden_locaties(p_personen uuid[]) returns setof uuid language sql stable security definer set search_path = onderdak, pg_temp as $$
  with eigen as (
    select l.systeem_id, l.rol = 'pleger' as is_pleger from vo_systeem_lid l where l.persoon_id = any (alle_dossiers(p_personen)) and l.tot is null
  ), ander as (
    select unnest(alle_dossiers(array(select l.persoon_id from eigen e join vo_systeem_lid l on l.systeem_id = e.systeem_id and l.tot is null and (l.rol = 'pleger') <> e.is_pleger))) as persoon_id
  )
  select v.locatie_id from ander a join verblijf_persoon x on x.persoon_id = a.persoon_id and (x.tot is null or x.tot > vandaag()) join verblijf v on v.id = x.verblijf_id
  union
  select s.locatie_id from ander a join plaatsingsvoorstel s on s.persoon_id = a.persoon_id and s.status in ('voorgesteld', 'aanvaard')
$$;
comment on function verboden_locaties is 'Locaties waar deze personen niet mogen komen door wie er uit hetzelfde systeem is; waarom zegt het niet.';

create function eis_veilige_plaats() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  wie uuid[] := array[new.persoon_id];
begin
  if tg_table_name = 'plaatsingsvoorstel' then
    wie := array(select new.persoon_id union select l.persoon_id from huishouden_lid l
      where l.huishouden_id = (to_jsonb(new) ->> 'huishouden_id')::uuid and (l.tot is null or l.tot > vandaag()));
  end if;
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
comment on function eis_veilige_plaats is 'Weigert een voorstel of verblijf dat niet mag door code rood, en een voorstel op een locatie die niet mag door wie er verblijft.';
create trigger veilige_plaats after insert on verblijf_persoon for each row execute function eis_veilige_plaats();
create trigger veilige_plaats after insert or update of status, locatie_id on plaatsingsvoorstel for each row when (new.status in ('voorgesteld', 'aanvaard')) execute function eis_veilige_plaats();

do $$
declare f text;
begin
  foreach f in array array['alle_dossiers(uuid[])', 'code_rood_elders(uuid)', 'verboden_locaties(uuid[])', 'eis_veilige_plaats()'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function verboden_locaties(uuid[]) to onderdak_app;
create policy kern on huishouden_lid for select to onderdak_kern using (true);
grant select on huishouden_lid to onderdak_kern;

-- ── Reuse of data of the Jeugdwet at 18 (Wmo 2015 art. 5.1.1 lid 4; TRJ-12, AVG-04) ─────────────────────────────────────

alter table achttien_route
  add column jeugdwet_antwoord text check (jeugdwet_antwoord in ('gegeven', 'geweigerd')),
  add column jeugdwet_op date,
  add column jeugdwet_vorm text check (jeugdwet_vorm in ('schriftelijk', 'mondeling', 'digitaal')),
  add constraint achttien_route_jeugdwet_compleet check ((jeugdwet_antwoord is null) = (jeugdwet_op is null) and (jeugdwet_antwoord is null) = (jeugdwet_vorm is null));
comment on column achttien_route.jeugdwet_antwoord is 'Of de cliënt goedvindt dat gegevens van voor 18 (Jeugdwet) worden gebruikt en doorgegeven; leeg zolang het niet is gevraagd. Wie intrekt, weigert.';
comment on column achttien_route.jeugdwet_op is 'Dag van het laatste antwoord; leeg zolang het niet is gevraagd.';
comment on column achttien_route.jeugdwet_vorm is 'Hoe het antwoord is gegeven; leeg zolang het niet is gevraagd.';

alter table deling add column zonder_jeugdgegevens boolean not null default false;
comment on column deling.zonder_jeugdgegevens is 'Waar als wie deelde verklaarde dat er niets bij zit van voor de achttiende verjaardag.';

create function jeugdwet_toestemming_nodig(p_persoon uuid) returns boolean language sql stable security definer set search_path = onderdak, pg_temp as $$
  select exists (select 1 from achttien_route r where r.persoon_id = any (alle_dossiers(array[p_persoon])) and r.achttien_op <= vandaag() and r.jeugdwet_antwoord is distinct from 'gegeven')
$$;
comment on function jeugdwet_toestemming_nodig is 'Of iemand 18 werd in de keten en (nog) niet goedvond dat gegevens van daarvoor worden doorgegeven.';

create function eis_jeugdwet() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if jeugdwet_toestemming_nodig(new.persoon_id) then
    raise exception 'gegevens van voor 18 zonder toestemming' using errcode = '23514', constraint = 'deling_jeugdwet_toestemming';
  end if;
  return null;
end $$;
comment on function eis_jeugdwet is 'Weigert het delen van gegevens van voor 18 zonder uitdrukkelijke toestemming (Wmo 2015 art. 5.1.1 lid 4).';
create trigger jeugdwet after insert on deling for each row
  when (new.gegevensset in ('ondersteuning', 'overdracht', 'gezondheid') and not new.zonder_jeugdgegevens and new.grond not in ('VITAAL_BELANG', 'VEILIG_THUIS', 'WETTELIJKE_VERPLICHTING_OVERIG'))
  execute function eis_jeugdwet();
do $$
declare f text;
begin
  foreach f in array array['jeugdwet_toestemming_nodig(uuid)', 'eis_jeugdwet()'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function jeugdwet_toestemming_nodig(uuid) to onderdak_app;

-- ── signaal: kept no longer than needed, handed over, and taken by telephone (OUT-03, OUT-05) ──────────────────────────

alter table signaal
  alter column toelichting_versleuteld drop not null,
  add column gewist_op date,
  add column is_telefonisch boolean not null default false,
  add column doorgegeven_op date,
  add column doorgegeven_van uuid references organisatie,
  add column doorgeef_reden text check (length(btrim(doorgeef_reden)) > 0),
  drop constraint signaal_partner_heeft_organisatie,
  drop constraint signaal_uitkomst_past,
  add constraint signaal_partner_heeft_organisatie check ((bron = 'partner') = (melder_organisatie_id is not null) or (gewist_op is not null and melder_organisatie_id is null)),
  add constraint signaal_uitkomst_past check (case uitkomst when 'melding_gemaakt' then melding_id is not null when 'geen_actie' then uitkomst_reden is not null when 'doorverwezen' then uitkomst_toelichting is not null or gewist_op is not null else true end
    and (melding_id is null or uitkomst = 'melding_gemaakt') and (uitkomst_reden is null or uitkomst = 'geen_actie')),
  add constraint signaal_doorgeven_compleet check ((doorgegeven_op is null) = (doorgegeven_van is null) and (doorgegeven_op is null or doorgeef_reden is not null or gewist_op is not null)),
  add constraint signaal_gewist_is_leeg check ((gewist_op is null) = (toelichting_versleuteld is not null) and (gewist_op is null or (status = 'afgerond' and gewist_op >= afgerond_op and not wil_terugkoppeling
    and num_nonnulls(melder_versleuteld, waar_versleuteld, melder_gebruiker_id, melder_organisatie_id, uitkomst_toelichting, doorgeef_reden, persoon_id, volwassenen, kinderen, ontruiming_op) = 0)));
comment on column signaal.toelichting_versleuteld is 'Wat de melder ziet, versleuteld; leeg als het signaal is gewist.';
comment on column signaal.melder_organisatie_id is 'Organisatie die het signaal gaf; leeg bij een inwoner of als het is gewist.';
comment on column signaal.gewist_op is 'Dag waarop tekst en melder zijn gewist, na de bewaartermijn van de regio; leeg zolang niet. Soort, wijk en dagen blijven voor de telling.';
comment on column signaal.is_telefonisch is 'Waar als een medewerker het signaal van een inwoner aan de telefoon opschreef.';
comment on column signaal.doorgegeven_op is 'Dag waarop een andere organisatie het kreeg; leeg als dat niet zo is.';
comment on column signaal.doorgegeven_van is 'Organisatie die het doorgaf; leeg als dat niet zo is.';
comment on column signaal.doorgeef_reden is 'Waarom; leeg als het niet is doorgegeven of is gewist.';
create index signaal_te_wissen on signaal (regio_id, afgerond_op) where afgerond_op is not null and gewist_op is null;

-- Who hands over loses sight of it with the same step, which no policy of its own could allow.
create function geef_signaal_door(p_id uuid, p_versie int, p_naar uuid, p_reden text, p_oppakken_voor date) returns int
language sql security definer set search_path = onderdak, pg_temp as $$
  update signaal s set organisatie_id = p_naar, status = 'binnen', opgepakt_op = null, opgepakt_door = null, afronden_voor = null, oppakken_voor = p_oppakken_voor,
    doorgegeven_op = vandaag(), doorgegeven_van = s.organisatie_id, doorgeef_reden = p_reden, versie = s.versie + 1, gewijzigd_op = nu(), gewijzigd_door = gebruiker()
  where s.id = p_id and s.regio_id = regio() and s.organisatie_id = organisatie() and inzage('personen') and s.status <> 'afgerond' and s.versie = p_versie
    and (s.persoon_id is null or s.persoon_id in (select z.persoon_id from zichtbare_personen() z))
  returning s.versie
$$;
comment on function geef_signaal_door is 'Geeft een signaal dat de eigen organisatie behandelt aan een andere organisatie; het zicht gaat mee. Leeg als een ander eerder was.';
create policy kern_doorgeven on signaal for update to onderdak_kern using (true) with check (true);
grant update on signaal to onderdak_kern;
alter function geef_signaal_door(uuid, int, uuid, text, date) owner to onderdak_kern;
revoke execute on function geef_signaal_door(uuid, int, uuid, text, date) from public;
grant execute on function geef_signaal_door(uuid, int, uuid, text, date) to onderdak_app;

insert into termijn (regio_id, code, naam, aantal, eenheid, wettelijk, van, bron)
select r.id, 'signaal_bewaren', 'Tekst en melder van een afgerond signaal bewaren', 12, 'maanden', false, date '2020-01-01', 'Instelling van de regio' from regio r;

-- ── winterkou: when a season begins ─────────────────────────────────────────────────────────────────────────────────────

insert into instelling (regio_id, code, naam, waarde, soort, van, bron)
select r.id, 'winterkou_seizoen_maand', 'Winterkouderegeling: in welke maand een seizoen begint (1 tot en met 12)', '7', 'getal', date '2020-01-01', 'Instelling van de regio' from regio r;
comment on table winterkosten is 'Kosten van de winterkouderegeling en van calamiteiten; een seizoen begint in de maand die de regio instelt.';
