-- openbaar: figures that everyone may see. A publicatie freezes chosen indicators of one quarter or year, protected; it is never changed, only
-- withdrawn with a reason. No true count stands here: what is hidden is not in these tables. The database itself refuses numbers that overlap.

create table publicatie (
  id uuid primary key,
  regio_id uuid not null references regio,
  regio_code text not null,
  regio_naam text not null,
  soort text not null check (soort in ('kwartaal', 'jaar')),
  periode text not null,
  van date not null,
  tot date not null,
  geheim_tot int not null check (geheim_tot >= 7),
  afronding int not null check (afronding >= 5),
  gepubliceerd_op timestamptz not null,
  gepubliceerd_door uuid not null references gebruiker,
  status text not null default 'gepubliceerd' check (status in ('gepubliceerd', 'ingetrokken')),
  ingetrokken_op timestamptz,
  ingetrokken_door uuid references gebruiker,
  intrekreden text check (length(intrekreden) between 1 and 500),
  constraint publicatie_periode_klopt check (van < tot and case soort when 'kwartaal' then periode ~ '^20\d\d-[1-4]$' else periode ~ '^20\d\d$' end),
  constraint publicatie_intrekking_compleet check ((status = 'ingetrokken') = (ingetrokken_op is not null and ingetrokken_door is not null and intrekreden is not null)
    and (status = 'ingetrokken') = (coalesce(ingetrokken_op::text, ingetrokken_door::text, intrekreden) is not null)),
  unique (id, soort, geheim_tot, afronding)
);
create unique index publicatie_een_per_periode on publicatie (regio_id, periode) where status = 'gepubliceerd';
select beschrijf('publicatie', 'Openbare cijfers van een kwartaal of jaar, eens en voor altijd vastgelegd. Wie iets wil herstellen trekt in en publiceert opnieuw.',
  'regio_code: Code van de regio op dat moment.', 'regio_naam: Naam van de regio op dat moment.', 'soort: Kwartaal of jaar.', 'periode: Welk: 2026-1 of 2026.', 'van: Eerste dag.', 'tot: Eerste dag erna.',
  'geheim_tot: Tot en met welk aantal niets is getoond.', 'afronding: Veelvoud waarop is afgerond.', 'gepubliceerd_op: Moment van publiceren.', 'gepubliceerd_door: Wie publiceerde.',
  'status: Gepubliceerd of ingetrokken.', 'ingetrokken_op: Moment van intrekken; leeg zolang zij geldt.', 'ingetrokken_door: Wie introk; leeg zolang zij geldt.', 'intrekreden: Waarom, zoals iedereen het leest; leeg zolang zij geldt.');

create table publicatie_indicator (
  publicatie_id uuid not null references publicatie,
  regio_id uuid not null references regio,
  indicator text not null check (indicator ~ '^[a-z0-9_]{1,60}$'),
  volgorde int not null,
  naam text not null,
  definitie text not null,
  eenheid text not null,
  tijd text not null check (tijd in ('stand', 'periode')),
  teller text not null,
  eigenaar text not null,
  definitie_versie int not null,
  primary key (publicatie_id, indicator)
);
select beschrijf('publicatie_indicator', 'Wat een openbaar cijfer betekent, zoals het was toen het werd gepubliceerd.', 'publicatie_id: Publicatie.', 'indicator: Code van de indicator.', 'volgorde: Plaats in de keten.',
  'naam: Naam.', 'definitie: Wat telt en wat niet.', 'eenheid: Waarin het telt.', 'tijd: Van een dag, of van alle dagen van de periode.', 'teller: Wat er geteld is.', 'eigenaar: Wie over de definitie gaat.', 'definitie_versie: Versie van de definitie.');

create table publicatie_cijfer (
  publicatie_id uuid not null,
  regio_id uuid not null references regio,
  soort text not null,
  geheim_tot int not null,
  afronding int not null,
  indicator text not null,
  familie text not null check (familie ~ '^[a-z0-9_]{1,60}$'),
  is_mensen boolean not null,
  populatie text not null check (populatie in ('zonder_vo', 'vo')),
  gebied text not null check (gebied ~ '^(regio|overig|GM\d{4})$'),
  gebied_naam text not null,
  van date not null,
  tot date not null check (van < tot),
  waarde int check (waarde >= 0),
  grondslag text check (grondslag in ('geteld', 'opgeteld')),
  verborgen text check (verborgen in ('klein', 'samen', 'eerder')),
  primary key (publicatie_id, indicator, populatie, gebied),
  foreign key (publicatie_id, indicator) references publicatie_indicator,
  foreign key (publicatie_id, soort, geheim_tot, afronding) references publicatie (id, soort, geheim_tot, afronding),
  constraint publicatie_cijfer_of_verborgen check ((waarde is null) = (verborgen is not null) and (waarde is null) = (grondslag is null)),
  -- Whatever went wrong before: a small or exact number of people cannot be stored.
  constraint publicatie_cijfer_grof check (waarde is null or not is_mensen or (waarde > geheim_tot and waarde % afronding = 0)),
  constraint publicatie_cijfer_vo_regio_jaar check (populatie <> 'vo' or (gebied = 'regio' and soort = 'jaar')),
  -- Two numbers that were counted are of the same days and the same kind of area, or have no day in common: of what overlaps the difference can be one
  -- person. Withdrawn numbers count: they were public.
  constraint publicatie_cijfer_dagen_overlappen_niet exclude using gist (regio_id with =, populatie with =, familie with =, daterange(van, tot) with &&, (tot - van) with <>)
    where (grondslag = 'geteld' and is_mensen),
  constraint publicatie_cijfer_gebieden_overlappen_niet exclude using gist (regio_id with =, populatie with =, familie with =, daterange(van, tot) with &&, ((gebied = 'regio')::int) with <>)
    where (grondslag = 'geteld' and is_mensen),
  constraint publicatie_cijfer_groepen_overlappen_niet exclude using gist (regio_id with =, populatie with =, familie with =, daterange(van, tot) with &&, indicator with <>)
    where (grondslag = 'geteld' and is_mensen)
);
create index publicatie_cijfer_indicator on publicatie_cijfer (regio_id, indicator, van);
select beschrijf('publicatie_cijfer', 'Wat er openbaar is: afgeronde getallen, en wat verborgen bleef zonder het getal.', 'publicatie_id: Publicatie.', 'soort: Kwartaal of jaar, van de publicatie.', 'geheim_tot: Van de publicatie.', 'afronding: Van de publicatie.',
  'indicator: Code van de indicator.', 'familie: Indicatoren die dezelfde mensen tellen; daarvan is er één openbaar over dezelfde dagen.', 'is_mensen: Onwaar voor plekken, die niet worden beschermd.',
  'populatie: Alleen vrouwenopvang, of alles behalve vrouwenopvang.', 'gebied: Code van de gemeente, regio, of overig voor wie bij geen gemeente van de regio hoort.', 'gebied_naam: Naam op dat moment.',
  'van: Eerste dag waarover geteld is.', 'tot: Eerste dag erna.', 'waarde: Afgerond getal; leeg als het verborgen is.', 'grondslag: Zelf geteld en afgerond, of som van openbare getallen; leeg als het verborgen is.',
  'verborgen: Waarom er geen getal staat; leeg als het er staat.');

-- ── Never changed ───────────────────────────────────────────────────────────────────────────────────────────────────

create function eis_publicatie_vast() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
declare
  mag constant text[] := array['status', 'ingetrokken_op', 'ingetrokken_door', 'intrekreden'];
begin
  if tg_op = 'DELETE' or old.status = 'ingetrokken' or to_jsonb(old) - mag is distinct from to_jsonb(new) - mag then
    raise exception 'een publicatie verandert niet' using errcode = '23514', constraint = 'publicatie_staat_vast';
  end if;
  return new;
end $$;
comment on function eis_publicatie_vast is 'Weigert elke wijziging van een publicatie behalve intrekken.';
create trigger publicatie_staat_vast before update or delete on publicatie for each row execute function eis_publicatie_vast();

create function eis_cijfer_vast() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if tg_op <> 'INSERT' or not exists (select 1 from publicatie p where p.id = new.publicatie_id and p.regio_id = new.regio_id and p.gepubliceerd_op = nu() and p.status = 'gepubliceerd') then
    raise exception 'een publicatie verandert niet' using errcode = '23514', constraint = 'publicatie_staat_vast';
  end if;
  return new;
end $$;
comment on function eis_cijfer_vast is 'Laat cijfers alleen toe samen met hun publicatie.';
create trigger publicatie_staat_vast before insert or update or delete on publicatie_indicator for each row execute function eis_cijfer_vast();
create trigger publicatie_staat_vast before insert or update or delete on publicatie_cijfer for each row execute function eis_cijfer_vast();

-- ── Who reads it ────────────────────────────────────────────────────────────────────────────────────────────────────

create function open_data_aan(p_regio uuid) returns boolean language sql stable security definer set search_path = onderdak, pg_temp as $$
  select exists (select 1 from instelling i where i.regio_id = p_regio and i.code = 'open_data' and i.waarde = 'ja' and i.van <= vandaag() and (i.tot is null or i.tot > vandaag()))
$$;
comment on function open_data_aan is 'Of een regio haar openbare cijfers laat zien.';
grant select on instelling to onderdak_kern;
alter function open_data_aan(uuid) owner to onderdak_kern;
revoke execute on function open_data_aan(uuid) from public;
grant execute on function open_data_aan(uuid) to onderdak_app, onderdak_publiek;

alter table publicatie enable row level security, force row level security;
alter table publicatie_indicator enable row level security, force row level security;
alter table publicatie_cijfer enable row level security, force row level security;
create policy eigen on publicatie to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()));
create policy eigen on publicatie_indicator to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()));
create policy eigen on publicatie_cijfer to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()));
create policy publiek on publicatie for select to onderdak_publiek using (open_data_aan(regio_id));
create policy publiek on publicatie_indicator for select to onderdak_publiek
  using (exists (select 1 from publicatie p where p.id = publicatie_id and p.status = 'gepubliceerd'));
create policy publiek on publicatie_cijfer for select to onderdak_publiek
  using (exists (select 1 from publicatie p where p.id = publicatie_id and p.status = 'gepubliceerd'));
grant select, insert on publicatie, publicatie_indicator, publicatie_cijfer to onderdak_app;
grant update (status, ingetrokken_op, ingetrokken_door, intrekreden) on publicatie to onderdak_app;
-- Not who published: that is nobody's business outside.
grant select (id, regio_id, regio_code, regio_naam, soort, periode, van, tot, geheim_tot, afronding, gepubliceerd_op, status, ingetrokken_op, intrekreden) on publicatie to onderdak_publiek;
grant select on publicatie_indicator, publicatie_cijfer to onderdak_publiek;

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into instelling (regio_id, code, naam, waarde, soort, van, bron)
select r.id, x.code, x.naam, x.waarde, x.soort, date '2020-01-01', x.bron
from regio r cross join (values
  ('open_data', 'Openbare cijfers zijn voor iedereen te zien', 'nee', 'ja_nee', 'Instelling van de regio'),
  ('open_geheim_tot', 'Openbare cijfers: tot en met welk aantal mensen niets te zien is', '7', 'getal', 'CBS-conventie: 0 tot en met 7 geheim'),
  ('open_afronding', 'Openbare cijfers: op welk veelvoud wordt afgerond', '5', 'getal', 'CBS-conventie: afgerond op vijftallen')) x (code, naam, waarde, soort, bron);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'cijfers.publiceren', current_date from rol_permissie p
where p.rol_code = 'programmamanager' and p.permissie = 'cijfers.lezen' and (p.tot is null or p.tot > current_date);
