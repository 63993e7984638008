-- traject: everything of one persoon across BW, MO and VO: phases, one vast aanspreekpunt, interruptions, product, Wlz and 18-/18+.

-- ── Configuration: terms of phases, and which product may follow which ──────────────────────────────────────────────

alter table fase
  add column termijn_aantal int check (termijn_aantal > 0),
  add column termijn_eenheid text check (termijn_eenheid in ('dagen', 'weken', 'maanden')),
  add column waarschuw_dagen int not null default 28 check (waarschuw_dagen >= 0),
  add column begint_bij text check (begint_bij in ('verblijf', 'uitstroomgereed')),
  add constraint fase_termijn_compleet check ((termijn_aantal is null) = (termijn_eenheid is null));
select beschrijf('fase', 'Fasen van een traject per domein.', 'termijn_aantal: Hoelang deze fase hooguit duurt; leeg als er geen grens is.', 'termijn_eenheid: Eenheid van de termijn; leeg als er geen grens is.',
  'waarschuw_dagen: Hoeveel dagen voor het einde van de termijn het sein komt.', 'begint_bij: Stap waarmee deze fase vanzelf begint: een verblijf, of klaar zijn om te vertrekken; leeg als iemand haar zelf kiest.');

create table product_overgang (
  regio_id uuid not null references regio,
  van_product_id uuid not null references product,
  naar_product_id uuid not null references product,
  voorwaarde text not null default '',
  van date not null,
  tot date check (tot > van),
  bron text,
  versie int not null default 1,
  primary key (regio_id, van_product_id, naar_product_id, van),
  constraint product_overgang_naar_ander check (van_product_id <> naar_product_id),
  constraint product_overgang_overlapt_niet exclude using gist (regio_id with =, van_product_id with =, naar_product_id with =, daterange(van, tot) with &&)
);
select beschrijf('product_overgang', 'Welk product op welk product mag volgen. Staat er voor een product niets, dan mag alles; anders vraagt een andere stap om een reden.',
  'van_product_id: Product waar iemand nu is.', 'naar_product_id: Product dat mag volgen.', 'voorwaarde: Voor wie deze stap bedoeld is; leeg voor iedereen.');
grant select, insert, update, delete on product_overgang to onderdak_app;

-- ── traject ─────────────────────────────────────────────────────────────────────────────────────────────────────────

create table traject (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  begonnen_op date not null,
  aanleiding text not null check (aanleiding in ('verblijf', 'zelf', 'achttien')),
  geeindigd_op date,
  eindreden text,
  eindtoelichting text,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint traject_eindigt_na_begin check (geeindigd_op >= begonnen_op),
  constraint traject_einde_volledig check ((geeindigd_op is null) = (eindreden is null)),
  constraint traject_overlapt_niet exclude using gist (persoon_id with =, daterange(begonnen_op, geeindigd_op) with &&)
);
create unique index traject_een_open_per_persoon on traject (persoon_id) where geeindigd_op is null;
create index traject_regio_open on traject (regio_id, persoon_id) where geeindigd_op is null;
select beschrijf('traject', 'Alles van één persoon door BW, MO en VO heen, tot het wordt afgesloten. Een persoon heeft hooguit één lopend traject.',
  'begonnen_op: Eerste dag.', 'aanleiding: Waardoor het begon: een verblijf, een medewerker die het begon, of de route naar 18 jaar.', 'geeindigd_op: Dag van afsluiten; leeg zolang het loopt.',
  'eindreden: Waarom afgesloten; leeg zolang het loopt.', 'eindtoelichting: Toelichting; leeg als die niet nodig is.');

create table aanspreekpunt (
  id uuid primary key,
  regio_id uuid not null references regio,
  traject_id uuid not null references traject,
  persoon_id uuid not null references persoon,
  organisatie_id uuid not null references organisatie,
  gebruiker_id uuid not null references gebruiker,
  van date not null,
  tot date check (tot >= van),
  reden text,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  constraint aanspreekpunt_precies_een exclude using gist (traject_id with =, daterange(van, tot) with &&)
);
create index aanspreekpunt_nu on aanspreekpunt (regio_id, organisatie_id) where tot is null;
create index aanspreekpunt_persoon on aanspreekpunt (persoon_id);
select beschrijf('aanspreekpunt', 'Het vaste aanspreekpunt van een traject: op elke dag precies één medewerker, zonder gaten.', 'traject_id: Traject.', 'organisatie_id: Organisatie van het aanspreekpunt.', 'gebruiker_id: Medewerker.',
  'tot: Eerste dag van de volgende; gelijk aan van als op dezelfde dag is gewisseld; leeg zolang dit het aanspreekpunt is.', 'reden: Waarom deze medewerker het werd; leeg bij het begin van het traject.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

create table traject_fase (
  id uuid primary key,
  regio_id uuid not null references regio,
  traject_id uuid not null references traject,
  persoon_id uuid not null references persoon,
  domein text not null check (domein in ('BW', 'BT', 'MO', 'VO', 'WONEN')),
  code text not null,
  van date not null,
  tot date check (tot >= van),
  uiterlijk_op date,
  reden text,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  constraint traject_fase_een_tegelijk exclude using gist (traject_id with =, daterange(van, tot) with &&)
);
create index traject_fase_nu on traject_fase (regio_id, uiterlijk_op) where tot is null;
create index traject_fase_persoon on traject_fase (persoon_id);
select beschrijf('traject_fase', 'Fasen die een traject doorliep, zoals de regio ze noemt.', 'traject_id: Traject.', 'domein: Deel van de keten.', 'code: Code van de fase.', 'tot: Eerste dag van de volgende fase; leeg zolang deze loopt.',
  'uiterlijk_op: Einde van de termijn die bij het begin van de fase gold; leeg als er geen grens is.', 'reden: Waarom deze stap; leeg als die niet nodig is.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

create table traject_onderbreking (
  id uuid primary key,
  regio_id uuid not null references regio,
  traject_id uuid not null references traject,
  persoon_id uuid not null references persoon,
  soort text not null check (soort in ('terugval', 'time_out')),
  van date not null,
  tot date check (tot >= van),
  verwacht_tot date,
  verblijf_id uuid references verblijf,
  reden text not null,
  uitkomst text,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  constraint traject_onderbreking_een_tegelijk exclude using gist (traject_id with =, daterange(van, tot) with &&)
);
create index traject_onderbreking_persoon on traject_onderbreking (persoon_id);
create index traject_onderbreking_verblijf on traject_onderbreking (verblijf_id) where verblijf_id is not null;
select beschrijf('traject_onderbreking', 'Terugval en time-out binnen een traject; het traject loopt door.', 'traject_id: Traject.', 'soort: terugval of time-out.', 'tot: Dag waarop het voorbij was; leeg zolang het duurt.', 'verwacht_tot: Tot wanneer het naar verwachting duurt; leeg als onbekend.',
  'verblijf_id: Verblijf op een time-outplek; leeg als iemand op de eigen plek bleef.', 'reden: Wat er aan de hand is.', 'uitkomst: Hoe het verder ging; leeg zolang het duurt.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

create table traject_product (
  id uuid primary key,
  regio_id uuid not null references regio,
  traject_id uuid not null references traject,
  persoon_id uuid not null references persoon,
  product_id uuid not null references product,
  bouwsteen text,
  richting text not null check (richting in ('verblijf', 'opschalen', 'afschalen', 'wisselen')),
  van date not null,
  tot date check (tot >= van),
  reden text,
  afwijking_reden text,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  constraint traject_product_een_tegelijk exclude using gist (traject_id with =, daterange(van, tot) with &&)
);
create index traject_product_persoon on traject_product (persoon_id);
select beschrijf('traject_product', 'Welk product iemand binnen het traject krijgt; op- en afschalen is een volgende rij, zonder nieuwe intake.', 'traject_id: Traject.', 'product_id: Product.', 'bouwsteen: Bouwsteen van het product; leeg als die er niet is.',
  'richting: Waardoor: een verblijf, opschalen, afschalen of wisselen.', 'tot: Eerste dag van het volgende product of dag van vertrek; leeg zolang het loopt.', 'reden: Waarom; leeg bij een verblijf.', 'afwijking_reden: Waarom een stap die buiten de afgesproken keten valt; leeg als die erbinnen valt.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

create table wlz_route (
  id uuid primary key,
  regio_id uuid not null references regio,
  traject_id uuid not null references traject,
  persoon_id uuid not null references persoon,
  status text not null check (status in ('signaal', 'aangevraagd', 'bij_ciz', 'toegekend', 'afgewezen', 'gestopt')),
  signaal_op date not null,
  signaal text not null,
  aangevraagd_op date check (aangevraagd_op >= signaal_op),
  met_client boolean,
  bij_ciz_op date check (bij_ciz_op >= aangevraagd_op),
  besloten_op date check (besloten_op >= signaal_op),
  wlz_vanaf date,
  wmo_einde_op date,
  toelichting text,
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint wlz_route_stap_heeft_dag check (
    (status not in ('aangevraagd', 'bij_ciz', 'toegekend', 'afgewezen') or (aangevraagd_op is not null and met_client is not null))
    and (status not in ('bij_ciz', 'toegekend', 'afgewezen') or bij_ciz_op is not null)
    and ((status in ('toegekend', 'afgewezen', 'gestopt')) = (besloten_op is not null))
    and ((status = 'toegekend') = (wlz_vanaf is not null and wmo_einde_op is not null))
    and (status not in ('afgewezen', 'gestopt') or toelichting is not null))
);
create unique index wlz_route_een_lopend on wlz_route (traject_id) where status in ('signaal', 'aangevraagd', 'bij_ciz');
create index wlz_route_regio on wlz_route (regio_id) where status in ('signaal', 'aangevraagd', 'bij_ciz');
create index wlz_route_traject on wlz_route (traject_id);
create index wlz_route_persoon on wlz_route (persoon_id);
select beschrijf('wlz_route', 'De weg naar zorg uit de Wlz: van signaal tot besluit van het CIZ en het einde van de Wmo-ondersteuning.', 'traject_id: Traject.', 'status: Stand.', 'signaal_op: Dag van het signaal.', 'signaal: Waaruit blijkt dat Wlz-zorg nodig kan zijn.',
  'aangevraagd_op: Dag van de aanvraag; leeg zolang die er niet is.', 'met_client: Of de cliënt zelf meedeed aan de aanvraag; leeg zolang die er niet is.', 'bij_ciz_op: Dag waarop het CIZ de aanvraag in behandeling nam; leeg zolang niet.',
  'besloten_op: Dag van het besluit of van stoppen; leeg zolang de route loopt.', 'wlz_vanaf: Eerste dag van Wlz-zorg; alleen bij toegekend.', 'wmo_einde_op: Dag waarop de Wmo-ondersteuning eindigt; alleen bij toegekend.', 'toelichting: Waarom afgewezen of gestopt; anders mag zij leeg zijn.');

create table achttien_route (
  id uuid primary key,
  regio_id uuid not null references regio,
  traject_id uuid not null references traject,
  persoon_id uuid not null references persoon,
  status text not null check (status in ('te_plannen', 'plan_gemaakt', 'overgedragen', 'niet_nodig')),
  achttien_op date not null,
  plan_voor date not null check (plan_voor <= achttien_op),
  vervolg text check (vervolg in ('wmo', 'verlengde_jeugdhulp', 'wlz', 'zelfstandig', 'anders')),
  afspraken text,
  plan_op date,
  afgerond_op date,
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint achttien_route_een_per_persoon unique (persoon_id),
  constraint achttien_route_stap_heeft_dag check (
    (status not in ('plan_gemaakt', 'overgedragen') or (plan_op is not null and vervolg is not null and afspraken is not null))
    and ((status in ('overgedragen', 'niet_nodig')) = (afgerond_op is not null)) and (status <> 'niet_nodig' or afspraken is not null))
);
create index achttien_route_open on achttien_route (regio_id, plan_voor) where status in ('te_plannen', 'plan_gemaakt');
create index achttien_route_traject on achttien_route (traject_id);
select beschrijf('achttien_route', 'De overgang naar 18 jaar: op tijd een plan voor hulp na jeugdhulp, en een warme overdracht.', 'traject_id: Traject.', 'status: Stand.', 'achttien_op: Achttiende verjaardag.', 'plan_voor: Dag waarop het plan er moet zijn.',
  'vervolg: Welke hulp er na 18 is; leeg zolang er geen plan is.', 'afspraken: Wat is afgesproken, of waarom het niet nodig is; leeg zolang er geen plan is.', 'plan_op: Dag waarop het plan klaar was; leeg zolang niet.', 'afgerond_op: Dag van de overdracht of van het afzien; leeg zolang de route loopt.');

-- ── Invariants over several rows, judged at the commit ──────────────────────────────────────────────────────────────

-- On every day of the traject exactly one aanspreekpunt: the periods together are the period of the traject. An ended
-- traject leaves nothing open behind.
create function eis_traject() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  rij jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  wat uuid := (case when tg_table_name = 'traject' then rij ->> 'id' else rij ->> 'traject_id' end)::uuid;
  t traject%rowtype;
begin
  select * into t from traject where id = wat;
  if coalesce((select range_agg(daterange(a.van, a.tot)) from aanspreekpunt a where a.traject_id = t.id), '{}'::datemultirange)
    <> datemultirange(daterange(t.begonnen_op, t.geeindigd_op)) then
    raise exception 'traject % heeft niet op elke dag precies één aanspreekpunt', t.id using errcode = '23514', constraint = 'aanspreekpunt_precies_een';
  end if;
  if t.geeindigd_op is not null and (exists (select 1 from traject_fase x where x.traject_id = t.id and x.tot is null)
    or exists (select 1 from traject_onderbreking x where x.traject_id = t.id and x.tot is null)
    or exists (select 1 from traject_product x where x.traject_id = t.id and x.tot is null)
    or exists (select 1 from wlz_route x where x.traject_id = t.id and x.status in ('signaal', 'aangevraagd', 'bij_ciz'))) then
    raise exception 'traject % is geëindigd en heeft nog iets open', t.id using errcode = '23514', constraint = 'traject_geeindigd_is_rond';
  end if;
  return null;
end $$;
comment on function eis_traject is 'Weigert bij het vastleggen een traject zonder precies één aanspreekpunt per dag, of een geëindigd traject waarin nog iets loopt.';

-- Two files of one person: the open traject goes along to the file that counts; when both have one, that of the other file ends.
create function traject_volgt_samenvoeging() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  oud uuid := (select id from traject where persoon_id = new.id and geeindigd_op is null);
  dag date;
  tabel text;
begin
  if oud is null then return null; end if;
  if exists (select 1 from traject where persoon_id = new.samengevoegd_in and geeindigd_op is null) then
    dag := greatest(vandaag(), (select begonnen_op from traject where id = oud));
    foreach tabel in array array['aanspreekpunt', 'traject_fase', 'traject_onderbreking', 'traject_product'] loop
      execute format('update %I set tot = greatest(van, $2) where traject_id = $1 and tot is null', tabel) using oud, dag;
    end loop;
    update wlz_route set status = 'gestopt', besloten_op = greatest(dag, signaal_op), toelichting = 'Dossiers samengevoegd', versie = versie + 1
      where traject_id = oud and status in ('signaal', 'aangevraagd', 'bij_ciz');
    update traject set geeindigd_op = dag, eindreden = 'samengevoegd', versie = versie + 1, gewijzigd_op = nu(), gewijzigd_door = gebruiker() where id = oud;
  elsif not exists (select 1 from traject n join traject o on o.id = oud where n.persoon_id = new.samengevoegd_in and daterange(n.begonnen_op, n.geeindigd_op) && daterange(o.begonnen_op, o.geeindigd_op)) then
    foreach tabel in array array['aanspreekpunt', 'traject_fase', 'traject_onderbreking', 'traject_product', 'wlz_route'] loop
      execute format('update %I set persoon_id = $2 where traject_id = $1', tabel) using oud, new.samengevoegd_in;
    end loop;
    update achttien_route set persoon_id = new.samengevoegd_in where traject_id = oud and not exists (select 1 from achttien_route a where a.persoon_id = new.samengevoegd_in);
    update traject set persoon_id = new.samengevoegd_in, versie = versie + 1 where id = oud;
  end if;
  return null;
end $$;
comment on function traject_volgt_samenvoeging is 'Laat het lopende traject meegaan naar het dossier dat na samenvoegen geldt; hebben beide er een, dan eindigt dat van het andere dossier.';

-- Coming back: a melding, stay or traject that begins within a time after a stay or traject that ended. As far as the asker sees.
create function herinstromen(p_personen uuid[], p_binnen interval)
returns table (persoon_id uuid, na date, op date, soort text) language sql stable set search_path = onderdak, pg_temp as $$
  with dossier as (
    select p.id, coalesce(p.samengevoegd_in, p.id) as wie from persoon p where p.id = any (p_personen) or p.samengevoegd_in = any (p_personen)
  ), einde as (
    select d.wie, x.tot as op from dossier d join verblijf_persoon x on x.persoon_id = d.id and x.soort = 'hoofd' and x.tot is not null
      join verblijf v on v.id = x.verblijf_id
      where v.geeindigd_op is null or x.tot < v.geeindigd_op or v.eindreden not in ('verhuisd', 'doorstroom')
    union
    select d.wie, t.geeindigd_op from dossier d join traject t on t.persoon_id = d.id where t.geeindigd_op is not null and t.eindreden <> 'samengevoegd'
  ), begin as (
    select d.wie, m.meldingsdatum as op, 'melding' as soort from dossier d join melding m on m.persoon_id = d.id
    union all
    select d.wie, x.van, 'verblijf' from dossier d join verblijf_persoon x on x.persoon_id = d.id and x.soort = 'hoofd'
    union all
    select d.wie, t.begonnen_op, 'traject' from dossier d join traject t on t.persoon_id = d.id
  )
  select distinct on (e.wie, n.op) e.wie, e.op, n.op, n.soort
  from einde e cross join lateral (select b.op, b.soort from begin b where b.wie = e.wie and b.op > e.op order by b.op, b.soort limit 1) n
  where n.op <= (e.op + p_binnen)::date
  order by e.wie, n.op, e.op desc
$$;
comment on function herinstromen is 'Wie er terugkwam binnen een tijd na het einde van een verblijf of traject, met beide dagen; voor zover de vrager het mag zien.';

-- ── Stays that run when this arrives get a traject ──────────────────────────────────────────────────────────────────

alter table verblijf no force row level security;
alter table verblijf_persoon no force row level security;
alter table persoon no force row level security;
alter table opvolging no force row level security;
alter table huishouden_lid no force row level security;

-- Every adult; children go along with the household. Their aanspreekpunt is the contact of the next step.
with wie as (
  select distinct on (p.id) gen_random_uuid() as id, x.regio_id, p.id as persoon_id, x.van, v.product_id, coalesce(o.organisatie_id, h.organisatie_id) as organisatie_id,
    coalesce(o.contactpersoon_id, h.contactpersoon_id) as gebruiker_id
  from verblijf_persoon x join verblijf v on v.id = x.verblijf_id
    join persoon b on b.id = x.persoon_id join persoon p on p.id = coalesce(b.samengevoegd_in, b.id)
    left join opvolging o on o.persoon_id = p.id and o.status = 'open' left join opvolging h on h.persoon_id = v.persoon_id and h.status = 'open'
    left join huishouden_lid l on l.huishouden_id = v.huishouden_id and l.persoon_id = x.persoon_id and l.tot is null
  where x.tot is null and x.soort = 'hoofd' and coalesce(o.contactpersoon_id, h.contactpersoon_id) is not null
    and case when p.geboortedatum is null then coalesce(l.rol, 'overig') <> 'kind' else p.geboortedatum + interval '18 years' <= current_date end
  order by p.id, x.van
), t as (
  insert into traject (id, regio_id, persoon_id, begonnen_op, aanleiding, aangemaakt_op, gewijzigd_op)
  select id, regio_id, persoon_id, van, 'verblijf', now(), now() from wie returning id
), a as (
  insert into aanspreekpunt (id, regio_id, traject_id, persoon_id, organisatie_id, gebruiker_id, van, vastgelegd_op)
  select gen_random_uuid(), wie.regio_id, wie.id, wie.persoon_id, wie.organisatie_id, wie.gebruiker_id, wie.van, now() from wie join t on t.id = wie.id
), b as (
  insert into betrokkenheid (id, regio_id, persoon_id, organisatie_id, doel, grond, bron_soort, bron_id, vereist, vereist_door_geheim, van, aangemaakt_op)
  select gen_random_uuid(), wie.regio_id, wie.persoon_id, wie.organisatie_id, 'aanspreekpunt', 'WETTELIJKE_TAAK_COLLEGE', 'traject', wie.id, case when p.is_geheim then 'vo' end, p.is_geheim, current_date, now()
  from wie join t on t.id = wie.id join persoon p on p.id = wie.persoon_id
)
insert into traject_product (id, regio_id, traject_id, persoon_id, product_id, richting, van, vastgelegd_op)
select gen_random_uuid(), wie.regio_id, wie.id, wie.persoon_id, wie.product_id, 'verblijf', wie.van, now() from wie join t on t.id = wie.id;

alter table verblijf force row level security;
alter table verblijf_persoon force row level security;
alter table persoon force row level security;
alter table opvolging force row level security;
alter table huishouden_lid force row level security;

-- Regions that exist already get the standard configuration that a new one starts with.
insert into termijn (regio_id, code, naam, aantal, eenheid, wettelijk, van, bron)
select r.id, x.code, x.naam, x.aantal, 'maanden', false, date '2020-01-01', 'Instelling van de regio'
from regio r cross join (values ('herinstroom', 'Terugkomst telt als herinstroom', 12), ('draaideur_periode', 'Periode waarin herinstroom wordt geteld', 24)) x (code, naam, aantal);
insert into instelling (regio_id, code, naam, waarde, soort, van, bron)
select r.id, x.code, x.naam, x.waarde, x.soort, date '2020-01-01', 'Instelling van de regio'
from regio r cross join (values ('draaideur_aantal', 'Vanaf hoe vaak terugkomen iemand een draaideurcliënt is', '2', 'getal'),
  ('achttien_leeftijd', 'Leeftijd waarop het plan voor na 18 jaar er moet zijn', '17', 'getal'), ('time_out_producten', 'Codes van producten voor een time-out', 'logeer_herstel, time_out', 'tekst')) x (code, naam, waarde, soort);
insert into keuze (regio_id, lijst, code, naam, volgorde, van)
select r.id, 'eindreden_traject', x.code, x.naam, x.volgorde, date '2020-01-01'
from regio r cross join (values ('duurzaam_gehuisvest', 'Woont duurzaam en heeft het op orde', 1), ('naar_wlz', 'Naar de Wlz', 2), ('andere_regio', 'Overgedragen aan een andere regio', 3),
  ('eigen_keuze', 'Stopt uit eigen keuze', 4), ('uitval', 'Uitval: voortijdig gestopt', 5), ('onvindbaar', 'Onvindbaar na alle pogingen', 6), ('overleden', 'Overleden', 7)) x (code, naam, volgorde);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct on (p.regio_id, p.rol_code) p.regio_id, p.rol_code, 'traject.lezen', current_date from rol_permissie p where p.permissie = 'persoon.lezen' and (p.tot is null or p.tot > current_date);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct on (p.regio_id, p.rol_code) p.regio_id, p.rol_code, 'traject.wijzigen', current_date from rol_permissie p
where p.permissie in ('persoon.wijzigen', 'verblijf.vastleggen') and (p.tot is null or p.tot > current_date);

-- ── Sight and rights ────────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare tabel text;
begin
  foreach tabel in array array['traject', 'aanspreekpunt', 'traject_fase', 'traject_onderbreking', 'traject_product', 'wlz_route', 'achttien_route'] loop
    perform bescherm(tabel::regclass);
    execute format('create policy kern on %I to onderdak_kern using (true) with check (true)', tabel);
    execute format('grant select, insert, update on %I to onderdak_app', tabel);
    execute format('grant select, update on %I to onderdak_kern', tabel);
  end loop;
end $$;
alter function eis_traject() owner to onderdak_kern;
alter function traject_volgt_samenvoeging() owner to onderdak_kern;
revoke execute on function eis_traject(), traject_volgt_samenvoeging(), herinstromen(uuid[], interval) from public;
grant execute on function herinstromen(uuid[], interval) to onderdak_app;

create constraint trigger precies_een_aanspreekpunt after insert or update of begonnen_op, geeindigd_op on traject deferrable initially deferred
  for each row execute function eis_traject();
create constraint trigger precies_een_aanspreekpunt after insert or update or delete on aanspreekpunt deferrable initially deferred
  for each row execute function eis_traject();
create constraint trigger niets_open_na_einde after insert or update of tot on traject_fase deferrable initially deferred
  for each row when (new.tot is null) execute function eis_traject();
create constraint trigger niets_open_na_einde after insert or update of tot on traject_onderbreking deferrable initially deferred
  for each row when (new.tot is null) execute function eis_traject();
create constraint trigger niets_open_na_einde after insert or update of tot on traject_product deferrable initially deferred
  for each row when (new.tot is null) execute function eis_traject();
create constraint trigger niets_open_na_einde after insert or update of status on wlz_route deferrable initially deferred
  for each row when (new.status in ('signaal', 'aangevraagd', 'bij_ciz')) execute function eis_traject();
create trigger traject_volgt_samenvoeging after update of samengevoegd_in on persoon
  for each row when (old.samengevoegd_in is null and new.samengevoegd_in is not null) execute function traject_volgt_samenvoeging();
