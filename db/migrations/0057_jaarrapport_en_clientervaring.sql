-- A report may be over a year: for the raad, beside the year before it (MON-14). And clientervaring: what clients say of their support,
-- each year (MON-15; Wmo 2015 art. 2.5.1).

alter table rapport drop constraint rapport_soort_check, drop constraint rapport_periode_past;
alter table rapport
  add constraint rapport_soort_check check (soort in ('maand', 'kwartaal', 'jaar')),
  add constraint rapport_periode_past check (periode ~ case soort when 'maand' then '^20[0-9]{2}-(0[1-9]|1[0-2])$' when 'kwartaal' then '^20[0-9]{2}-[1-4]$' else '^20[0-9]{2}$' end);
select beschrijf('rapport', 'Rapport over een maand, kwartaal of jaar: de cijfers zoals zij bekend waren toen het werd gemaakt. Uitleg en verhalen staan er met hun kenmerk in, zodat wat is ingetrokken ook hier weg is.',
  'soort: Maand, kwartaal of jaar.', 'periode: Maand (2026-03), kwartaal (2026-1) of jaar (2026).');

-- ── What clients say of their support ───────────────────────────────────────────────────────────────────────────────

create table clientervaring (
  id uuid primary key,
  regio_id uuid not null references regio,
  jaar int not null check (jaar between 2015 and 2099),
  gemeente_code text references gemeente,
  domein text not null check (domein in ('BW', 'MO', 'VO')),
  uitgenodigd int not null check (uitgenodigd > 0),
  beantwoord int not null,
  telwijze text not null check (telwijze in ('aantal', 'percentage')),
  onderzoek_op date not null,
  bron text not null check (length(btrim(bron)) > 0),
  ingevoerd_door uuid not null references gebruiker,
  geleverd_op date,
  geleverd_aan text check (length(btrim(geleverd_aan)) > 0),
  ingetrokken_op date,
  ingetrokken_reden text check (length(btrim(ingetrokken_reden)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint clientervaring_antwoorden_passen check (beantwoord between 0 and uitgenodigd),
  constraint clientervaring_onderzoek_past check (extract(year from onderzoek_op) between jaar and jaar + 1),
  constraint clientervaring_levering_volledig check ((geleverd_op is null) = (geleverd_aan is null)),
  constraint clientervaring_levering_na_onderzoek check (geleverd_op >= onderzoek_op),
  constraint clientervaring_intrekking_volledig check ((ingetrokken_op is null) = (ingetrokken_reden is null)),
  unique (id, beantwoord, telwijze)
);
create unique index clientervaring_een_per_gebied on clientervaring (regio_id, jaar, domein, gemeente_code) nulls not distinct where ingetrokken_op is null;
select beschrijf('clientervaring', 'Uitkomst van het jaarlijkse onderzoek naar wat cliënten van hun ondersteuning vinden (Wmo 2015 art. 2.5.1), per jaar, gebied en domein.',
  'jaar: Kalenderjaar waarover cliënten antwoordden.', 'gemeente_code: Gemeente; leeg voor de hele regio.', 'domein: BW, MO of VO.', 'uitgenodigd: Hoeveel cliënten zijn gevraagd.', 'beantwoord: Hoeveel cliënten antwoordden.',
  'telwijze: Of de antwoorden als aantal of als percentage zijn ingevoerd, zoals de bron ze geeft.', 'onderzoek_op: Dag van het onderzoek, in het jaar zelf of het jaar erna.', 'bron: Document of bureau waar de uitkomst vandaan komt.', 'ingevoerd_door: Wie de uitkomst invoerde.',
  'geleverd_op: Dag waarop de uitkomst is geleverd; leeg zolang niet.', 'geleverd_aan: Aan wie is geleverd; leeg zolang niet.', 'ingetrokken_op: Dag van intrekken; leeg zolang de uitkomst geldt.', 'ingetrokken_reden: Waarom ingetrokken; leeg zolang de uitkomst geldt.');

create table clientervaring_antwoord (
  clientervaring_id uuid not null,
  regio_id uuid not null references regio,
  vraag text not null check (vraag ~ '^[a-z0-9_]{1,60}$'),
  beantwoord int not null,
  telwijze text not null,
  positief numeric not null,
  primary key (clientervaring_id, vraag),
  foreign key (clientervaring_id, beantwoord, telwijze) references clientervaring (id, beantwoord, telwijze),
  constraint clientervaring_antwoord_past check (positief between 0 and case telwijze when 'aantal' then beantwoord else 100 end),
  constraint clientervaring_antwoord_heel check (telwijze = 'percentage' or positief = trunc(positief))
);
select beschrijf('clientervaring_antwoord', 'Hoeveel cliënten op één vraag positief antwoordden.', 'clientervaring_id: Uitkomst.', 'vraag: Code uit de keuzelijst clientervaring_vraag van de regio.', 'beantwoord: Hoeveel cliënten antwoordden; hetzelfde als bij de uitkomst.',
  'telwijze: Aantal of percentage; hetzelfde als bij de uitkomst.', 'positief: Aantal of percentage dat positief antwoordde.');

-- What was withdrawn stays as it was: a new result is a new row.
create function clientervaring_blijft_ingetrokken() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if old.ingetrokken_op is not null then
    raise exception 'clientervaring % is ingetrokken', old.id using errcode = '23514', constraint = 'clientervaring_blijft_ingetrokken';
  end if;
  return new;
end $$;
comment on function clientervaring_blijft_ingetrokken is 'Weigert elke wijziging van een uitkomst die is ingetrokken.';
create trigger clientervaring_blijft_ingetrokken before update on clientervaring for each row execute function clientervaring_blijft_ingetrokken();

do $$
declare t text;
begin
  foreach t in array array['clientervaring', 'clientervaring_antwoord'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', t);
  end loop;
end $$;
grant select, insert, update on clientervaring to onderdak_app;
grant select, insert, delete on clientervaring_antwoord to onderdak_app;

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into termijn (regio_id, code, naam, aantal, eenheid, wettelijk, van, bron)
select r.id, 'clientervaring_klaarzetten', 'Cliëntervaring klaarzetten vóór 1 juli', 8, 'weken', false, date '2020-01-01', 'Wmo 2015 art. 2.5.1 (vóór 1 juli); hoelang van tevoren is van de regio' from regio r;
insert into keuze (regio_id, lijst, code, naam, volgorde, van, bron)
select r.id, 'clientervaring_vraag', x.code, x.naam, x.volgorde, date '2020-01-01', 'Standaardlijst van Onderdak, te vervangen door de vragen van de regio'
from regio r cross join (values (1, 'contact', 'Contact: goed geholpen en serieus genomen'), (2, 'kwaliteit', 'Kwaliteit: de ondersteuning past en is goed'), (3, 'effect', 'Effect: redt zich beter door de ondersteuning')) x (volgorde, code, naam);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, 'clientervaring.schrijven', current_date from rol_permissie p
where p.permissie = 'cijfers.lezen' and p.rol_code in ('programmamanager', 'beleidsmedewerker') and (p.tot is null or p.tot > current_date);
