-- nazorg: what happens after someone left the chain: an agreement per outflow, waakvlam contacts, terugvalplan with risk days, signals of naasten.

-- ── Outflow, derived from verblijf ────────────────────────────────────────────────────────────────────────────────────

-- A stay that ended with a destination outside the chain. The same rule stands in nazorg/domain/rules.ts; a test holds them together.
create function is_uitstroom(p_soort text, p_eindreden text, p_bestemming text) returns boolean language sql immutable parallel safe as $$
  select p_soort <> 'time_out' and p_eindreden not in ('verhuisd', 'doorstroom')
    and p_bestemming not in ('beschermd_wonen', 'beschermd_thuis', 'opvang', 'tijdelijke_woning', 'overleden')
$$;
comment on function is_uitstroom is 'Of een geëindigd verblijf uitstroom is: vertrokken naar een plek buiten de keten.';
create index verblijf_geeindigd on verblijf (regio_id, geeindigd_op) where geeindigd_op is not null;

-- ── nazorgafspraak ────────────────────────────────────────────────────────────────────────────────────────────────────

create table nazorgafspraak (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  verblijf_id uuid not null references verblijf,
  organisatie_id uuid not null references organisatie,
  status text not null check (status in ('geen', 'voorgesteld', 'lopend', 'geweigerd', 'ingetrokken', 'afgerond', 'gestopt', 'opgeschaald')),
  reden_geen text,
  aanbieder_id uuid references organisatie,
  aanbieder_naam text check (length(btrim(aanbieder_naam)) > 0),
  contactpersoon_id uuid references gebruiker,
  contact_naam text check (length(btrim(contact_naam)) > 0),
  elke_weken int check (elke_weken between 1 and 26),
  afspraken text,
  besloten_op date not null,
  begint_op date,
  tot date,
  geeindigd_op date,
  eindreden text,
  toelichting text,
  deling_id uuid references deling,
  te_laat_gemeld_op date,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint nazorg_geen_heeft_reden check (case when reden_geen is null then status <> 'geen' else status in ('geen', 'ingetrokken') end),
  constraint nazorg_een_aanbieder check (case when reden_geen is null then (aanbieder_id is null) <> (aanbieder_naam is null) else aanbieder_id is null and aanbieder_naam is null end),
  constraint nazorg_afspraak_volledig check (reden_geen is not null or (elke_weken is not null and begint_op is not null and tot is not null)),
  constraint nazorg_lopend_heeft_contactpersoon check (status not in ('lopend', 'afgerond', 'gestopt', 'opgeschaald') or contactpersoon_id is not null),
  constraint nazorg_periode check (tot > begint_op and tot <= begint_op + 366),
  constraint nazorg_einde_volledig check ((status in ('geweigerd', 'ingetrokken', 'afgerond', 'gestopt', 'opgeschaald')) = (geeindigd_op is not null)),
  constraint nazorg_gestopt_heeft_reden check ((status = 'gestopt') = (eindreden is not null)),
  constraint nazorg_weigering_heeft_uitleg check (status not in ('geweigerd', 'opgeschaald') or toelichting is not null)
);
create unique index nazorg_een_per_uitstroom on nazorgafspraak (verblijf_id) where status in ('geen', 'voorgesteld', 'lopend');
create index nazorgafspraak_verblijf on nazorgafspraak (verblijf_id);
create index nazorgafspraak_persoon on nazorgafspraak (persoon_id);
create index nazorgafspraak_open on nazorgafspraak (regio_id, coalesce(aanbieder_id, organisatie_id)) where status in ('voorgesteld', 'lopend');
select beschrijf('nazorgafspraak', 'Per uitstroom de afspraak over nazorg: wel, met aanbieder en hoe vaak contact, of niet, met reden.', 'verblijf_id: Verblijf dat uitstroom werd.', 'organisatie_id: Organisatie die de afspraak maakte; volgt zelf als de aanbieder buiten de regio is.', 'status: Stand.',
  'reden_geen: Waarom er geen nazorg is; leeg als die er wel komt.', 'aanbieder_id: Organisatie in de regio die nazorg geeft; leeg bij een aanbieder daarbuiten of als er geen nazorg is.', 'aanbieder_naam: Naam van een aanbieder die niet in de regio is aangesloten; anders leeg.',
  'contactpersoon_id: Medewerker die contact houdt; leeg zolang niemand de afspraak aannam.', 'contact_naam: Contactpersoon bij een aanbieder buiten de regio; anders leeg.', 'elke_weken: Om de hoeveel weken contact; leeg als er geen nazorg is.', 'afspraken: Wat er is afgesproken; leeg als dat niet nodig is.',
  'besloten_op: Dag waarop dit is afgesproken of besloten.', 'begint_op: Eerste dag; leeg als er geen nazorg is.', 'tot: Dag waarop de afspraak eindigt of opnieuw wordt bekeken; leeg als er geen nazorg is.', 'geeindigd_op: Dag van het werkelijke einde; leeg zolang zij loopt.',
  'eindreden: Waarom eerder gestopt; alleen bij die stand.', 'toelichting: Toelichting op de stand; leeg als die niet nodig is.', 'deling_id: Delen van gegevens met de aanbieder; leeg als de eigen organisatie nazorg geeft.', 'te_laat_gemeld_op: Contactdag waarvoor al is vastgelegd dat zij voorbijging; leeg zolang niet.');

create table nazorgcontact (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  nazorgafspraak_id uuid not null references nazorgafspraak,
  organisatie_id uuid not null references organisatie,
  op date not null,
  wijze text not null check (wijze in ('bezoek', 'telefoon', 'bericht', 'beeldbellen', 'buiten')),
  uitkomst text not null check (uitkomst in ('goed', 'aandacht', 'terugval', 'niet_bereikt')),
  toelichting text check (length(btrim(toelichting)) > 0),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid
);
create index nazorgcontact_afspraak on nazorgcontact (nazorgafspraak_id, op);
create index nazorgcontact_persoon on nazorgcontact (persoon_id);
select beschrijf('nazorgcontact', 'Waakvlamcontacten: wanneer, hoe en hoe het ging. De volgende contactdag volgt hieruit en staat nergens.', 'nazorgafspraak_id: Afspraak.', 'organisatie_id: Organisatie die contact had.', 'op: Dag.', 'wijze: Hoe het contact ging.', 'uitkomst: Hoe het gaat; niet bereikt telt niet als contact.',
  'toelichting: Toelichting; leeg als die niet nodig is.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

-- The next day of contact: so many weeks after the last time that someone was reached, or after the begin.
create function waakvlam_op(n nazorgafspraak) returns date language sql stable as $$
  select coalesce((select max(c.op) from onderdak.nazorgcontact c where c.nazorgafspraak_id = n.id and c.uitkomst <> 'niet_bereikt'), n.begint_op) + n.elke_weken * 7
$$;
comment on function waakvlam_op is 'De volgende contactdag van een afspraak over nazorg; voor zover de vrager haar mag zien.';
grant execute on function waakvlam_op(nazorgafspraak) to onderdak_app;

-- ── terugvalplan ──────────────────────────────────────────────────────────────────────────────────────────────────────

create table terugvalplan (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  signalen text not null check (length(btrim(signalen)) > 0),
  wat_helpt text not null check (length(btrim(wat_helpt)) > 0),
  wie_bellen text not null check (length(btrim(wie_bellen)) > 0),
  besproken_op date not null,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint terugvalplan_een_per_persoon unique (persoon_id)
);
select beschrijf('terugvalplan', 'Plan van de cliënt voor als het slechter gaat, in eigen woorden.', 'signalen: Waaraan te merken is dat het slechter gaat.', 'wat_helpt: Wat dan helpt.', 'wie_bellen: Wie te bellen.', 'besproken_op: Dag waarop het met de cliënt is besproken.');

create table risicodag (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  naam text not null check (length(btrim(naam)) > 0),
  datum date,
  maand int check (maand between 1 and 12),
  dag int check (dag between 1 and case when maand = 2 then 29 when maand in (4, 6, 9, 11) then 30 else 31 end),
  dagen_vooraf int not null check (dagen_vooraf between 0 and 60),
  vervallen_op date,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint risicodag_datum_of_jaarlijks check ((datum is null) = (maand is not null) and (maand is null) = (dag is null))
);
create index risicodag_persoon on risicodag (persoon_id);
create index risicodag_regio on risicodag (regio_id) where vervallen_op is null;
select beschrijf('risicodag', 'Dagen die voor deze cliënt moeilijk zijn, eenmalig of elk jaar, met hoeveel dagen vooraf iemand eraan denkt.', 'naam: Welke dag, in woorden van de cliënt.', 'datum: Dag die één keer komt; leeg bij een dag van elk jaar.', 'maand: Maand van een dag van elk jaar; anders leeg.', 'dag: Dag in die maand; anders leeg.',
  'dagen_vooraf: Hoeveel dagen vooraf het sein komt.', 'vervallen_op: Dag waarop dit niet meer gold; leeg zolang het geldt.');

-- The next time the day comes, today included; 29 February falls on the 28th in other years. Null when a single day has passed.
create function volgende_risicodag(p_datum date, p_maand int, p_dag int, p_op date) returns date language sql immutable parallel safe as $$
  select case when p_datum is not null then case when p_datum >= p_op then p_datum end else (
    select min(d) from (select make_date(j, p_maand, least(p_dag, extract(day from (make_date(j, p_maand, 1) + interval '1 month' - interval '1 day'))::int)) as d
      from generate_series(extract(year from p_op)::int, extract(year from p_op)::int + 1) j) k where k.d >= p_op) end
$$;
comment on function volgende_risicodag is 'De eerstvolgende keer dat een risicodag komt, vandaag meegeteld; leeg als die niet meer komt.';

-- ── Signals of naasten (OVD-08) ───────────────────────────────────────────────────────────────────────────────────────

create table netwerksignaal (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  toestemming_id uuid not null references toestemming,
  organisatie_id uuid not null references organisatie,
  ontvangen_op date not null,
  signaal text not null check (length(btrim(signaal)) > 0),
  opgepakt_op date check (opgepakt_op >= ontvangen_op),
  opgepakt_door uuid,
  uitkomst text,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint netwerksignaal_opgepakt_heeft_uitkomst check ((opgepakt_op is null) = (uitkomst is null))
);
create index netwerksignaal_persoon on netwerksignaal (persoon_id);
create index netwerksignaal_toestemming on netwerksignaal (toestemming_id);
create index netwerksignaal_open on netwerksignaal (regio_id, organisatie_id) where opgepakt_op is null;
select beschrijf('netwerksignaal', 'Wat iemand uit het netwerk van de cliënt liet weten, met de toestemming waarop het contact rust.', 'toestemming_id: Toestemming van de cliënt; zegt ook van wie het signaal kwam.', 'organisatie_id: Organisatie die het signaal kreeg.', 'ontvangen_op: Dag waarop het kwam.', 'signaal: Wat er is gezegd.',
  'opgepakt_op: Dag waarop iemand er iets mee deed; leeg zolang niet.', 'opgepakt_door: Wie dat was; leeg zolang niet of bij een taak van het systeem.', 'uitkomst: Wat er is gedaan; leeg zolang niet opgepakt.');

-- ── Sight and rights ──────────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare tabel text;
begin
  foreach tabel in array array['nazorgafspraak', 'nazorgcontact', 'terugvalplan', 'risicodag', 'netwerksignaal'] loop
    perform bescherm(tabel::regclass);
    execute format('grant select, insert, update on %I to onderdak_app', tabel);
  end loop;
end $$;
create policy kern on nazorgafspraak for select to onderdak_kern using (true);
grant select on nazorgafspraak, voorziening to onderdak_kern;
create policy kern_nazorg on voorziening for select to onderdak_kern using (true);
grant execute on function is_uitstroom(text, text, text), volgende_risicodag(date, int, int, date) to onderdak_app, onderdak_kern;

-- Nazorg outlives the stay: while it runs, someone is responsible with a next step, and that cannot be closed.
create constraint trigger niemand_uit_beeld after insert or update of status on nazorgafspraak deferrable initially deferred
  for each row when (new.status = 'lopend') execute function eis_opvolging();
create function eis_geen_nazorg() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  geldt uuid := (select coalesce(p.samengevoegd_in, p.id) from persoon p where p.id = new.persoon_id);
begin
  if geldt is not null and not exists (select 1 from opvolging o where o.persoon_id = geldt and o.status = 'open')
    and exists (select 1 from nazorgafspraak n join persoon p on p.id = n.persoon_id where geldt in (p.id, p.samengevoegd_in) and n.status = 'lopend') then
    raise exception 'persoon % heeft nog lopende nazorg', new.persoon_id using errcode = '23514', constraint = 'nazorg_loopt_nog';
  end if;
  return null;
end $$;
comment on function eis_geen_nazorg is 'Weigert het afsluiten van de opvolging zolang er nazorg loopt.';
alter function eis_geen_nazorg() owner to onderdak_kern;
revoke execute on function eis_geen_nazorg() from public;
create constraint trigger nazorg_loopt_nog after update of status on opvolging deferrable initially deferred
  for each row when (new.status = 'afgesloten') execute function eis_geen_nazorg();

-- ── Counts without persons ────────────────────────────────────────────────────────────────────────────────────────────

-- Per outflow the furthest that its agreements came. `zichtbaar`: who asks may open every case behind the count.
create function cijfer_nazorg(p_van date, p_tot date)
returns table (jaar int, domein text, organisatie_id uuid, stand text, aantal int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b)
  select extract(year from v.geeindigd_op)::int, r.domein, x.organisatie_id, coalesce(n.stand, 'zonder'), count(*)::int,
    bool_and((select inzage('systeem')) or v.persoon_id in (select k.persoon_id from bekend k))
  from verblijf v join product r on r.id = v.product_id join locatie l on l.id = v.locatie_id join voorziening x on x.id = l.voorziening_id
    left join lateral (
      select case when a.status in ('lopend', 'afgerond', 'gestopt', 'opgeschaald') then 'met' else a.status end as stand from nazorgafspraak a
      where a.verblijf_id = v.id and a.status not in ('geweigerd', 'ingetrokken')
      order by (a.status in ('lopend', 'afgerond', 'gestopt', 'opgeschaald')) desc, (a.status = 'voorgesteld') desc limit 1) n on true
  where v.regio_id = (select regio()) and v.geeindigd_op >= p_van and v.geeindigd_op < p_tot and is_uitstroom(v.soort, v.eindreden, v.bestemming)
  group by 1, 2, 3, 4
$$;
comment on function cijfer_nazorg is 'Uitstroom per jaar, domein en organisatie, met of er een afspraak over nazorg is; zonder personen.';

-- For the coordinator: how many outflows of each organisation have nothing agreed, never about whom.
create function uitstroom_zonder_nazorg(p_sinds date)
returns table (organisatie_id uuid, organisatie text, aantal int, oudste date)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select o.id, o.naam, count(*)::int, min(v.geeindigd_op)
  from verblijf v join locatie l on l.id = v.locatie_id join voorziening x on x.id = l.voorziening_id join organisatie o on o.id = x.organisatie_id
  where v.regio_id = (select regio()) and v.geeindigd_op >= p_sinds and is_uitstroom(v.soort, v.eindreden, v.bestemming)
    and not exists (select 1 from nazorgafspraak n where n.verblijf_id = v.id and n.status not in ('geweigerd', 'ingetrokken'))
    and not exists (select 1 from verblijf_persoon b where b.persoon_id = v.persoon_id and b.soort = 'hoofd' and b.tot is null)
  group by 1, 2
$$;
comment on function uitstroom_zonder_nazorg is 'Per organisatie hoeveel uitstroom zonder afspraak over nazorg is, zonder personen.';

do $$
declare f text;
begin
  foreach f in array array['cijfer_nazorg(date,date)', 'uitstroom_zonder_nazorg(date)'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to onderdak_app', f);
  end loop;
end $$;

-- ── Regions that exist already ────────────────────────────────────────────────────────────────────────────────────────

insert into keuze (regio_id, lijst, code, naam, volgorde, van)
select r.id, x.lijst, x.code, x.naam, x.volgorde, date '2020-01-01'
from regio r cross join (values ('reden_geen_nazorg', 'wil_niet', 'De cliënt wil geen nazorg', 1), ('reden_geen_nazorg', 'andere_hulp', 'Er is al andere hulp die contact houdt', 2), ('reden_geen_nazorg', 'andere_regio', 'Verhuisd naar een andere regio', 3),
  ('reden_geen_nazorg', 'instelling', 'Gaat naar een instelling die het overneemt', 4), ('reden_geen_nazorg', 'onvindbaar', 'Onvindbaar na alle pogingen', 5), ('reden_geen_nazorg', 'niet_nodig', 'Niet nodig, in overleg met de cliënt', 6),
  ('eindreden_nazorg', 'wil_niet_meer', 'De cliënt wil niet meer', 1), ('eindreden_nazorg', 'terug_in_keten', 'Verblijft weer in de opvang of beschermd wonen', 2), ('eindreden_nazorg', 'verhuisd', 'Verhuisd uit de regio', 3),
  ('eindreden_nazorg', 'onvindbaar', 'Onvindbaar na alle pogingen', 4), ('eindreden_nazorg', 'andere_aanbieder', 'Een andere aanbieder neemt het over', 5), ('eindreden_nazorg', 'overleden', 'Overleden', 6)) x (lijst, code, naam, volgorde);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, n.nieuw, current_date
from rol_permissie p join (values ('traject.lezen', 'nazorg.lezen'), ('traject.wijzigen', 'nazorg.wijzigen'), ('cijfers.lezen', 'nazorg.cijfers'), ('opvolging.coordineren', 'nazorg.cijfers')) n (oud, nieuw) on n.oud = p.permissie
where p.tot is null or p.tot > current_date;
