-- ondersteuningsplan: one plan per persoon over all organisations: goals in the own words of the cliënt, perspective, versions
-- that both agree to, scores over time, evaluations and reactions (PLAN-01..10).

create table plan (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  begonnen_op date not null,
  evaluatie_op date,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint plan_een_per_persoon unique (persoon_id),
  constraint plan_evaluatie_na_begin check (evaluatie_op >= begonnen_op)
);
create index plan_evaluatie on plan (regio_id, evaluatie_op) where evaluatie_op is not null;
select beschrijf('plan', 'Ondersteuningsplan: één plan per persoon, waarin alle betrokken organisaties werken.', 'begonnen_op: Dag waarop het plan begon.',
  'evaluatie_op: Dag waarop het plan uiterlijk weer wordt besproken; leeg zolang er nog geen versie geldt.');

create table plan_versie (
  id uuid primary key,
  regio_id uuid not null references regio,
  plan_id uuid not null references plan,
  persoon_id uuid not null references persoon,
  nummer int not null check (nummer > 0),
  status text not null check (status in ('concept', 'wacht_op_client', 'wacht_op_begeleider', 'vastgesteld', 'vervangen')),
  reden text,
  eigen_verhaal text,
  perspectief text check (perspectief in ('werk', 'vrijwilligerswerk', 'opleiding', 'dagbesteding')),
  perspectief_woorden text check (length(btrim(perspectief_woorden)) > 0),
  perspectief_motivering text check (length(btrim(perspectief_motivering)) > 0),
  evaluatie_op date,
  client_akkoord_op date,
  client_akkoord_hoe text check (client_akkoord_hoe in ('op_papier', 'mondeling')),
  client_akkoord_door text check (client_akkoord_door in ('client', 'vertegenwoordiger')),
  vertegenwoordiger_naam text check (length(btrim(vertegenwoordiger_naam)) > 0),
  begeleider_akkoord_op date,
  begeleider_akkoord_hoe text check (begeleider_akkoord_hoe in ('op_papier', 'mondeling')),
  begeleider_id uuid references gebruiker,
  begeleider_organisatie_id uuid references organisatie,
  vastgesteld_op date,
  vervangen_op date,
  meegegeven_op date,
  meegegeven_hoe text check (meegegeven_hoe in ('op_papier', 'digitaal', 'voorgelezen')),
  meegegeven_door uuid references gebruiker,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint plan_versie_nummer_uniek unique (plan_id, nummer),
  constraint plan_versie_dagbesteding_gemotiveerd check (perspectief is distinct from 'dagbesteding' or perspectief_motivering is not null),
  constraint plan_versie_akkoord_vraagt_perspectief check (status = 'concept' or (perspectief is not null and perspectief_woorden is not null)),
  constraint plan_versie_client_akkoord_compleet check ((client_akkoord_op is null) = (client_akkoord_hoe is null) and (client_akkoord_op is null) = (client_akkoord_door is null)
    and (client_akkoord_door is not distinct from 'vertegenwoordiger') = (vertegenwoordiger_naam is not null)),
  constraint plan_versie_begeleider_akkoord_compleet check ((begeleider_akkoord_op is null) = (begeleider_akkoord_hoe is null) and (begeleider_akkoord_op is null) = (begeleider_id is null)
    and (begeleider_akkoord_op is null) = (begeleider_organisatie_id is null)),
  constraint plan_versie_status_volgt_akkoord check (case status
    when 'concept' then client_akkoord_op is null and begeleider_akkoord_op is null
    when 'wacht_op_client' then client_akkoord_op is null and begeleider_akkoord_op is not null
    when 'wacht_op_begeleider' then client_akkoord_op is not null and begeleider_akkoord_op is null
    else client_akkoord_op is not null and begeleider_akkoord_op is not null end),
  constraint plan_versie_vastgesteld_heeft_dag check ((status in ('vastgesteld', 'vervangen')) = (vastgesteld_op is not null) and (status = 'vervangen') = (vervangen_op is not null)
    and vastgesteld_op >= greatest(client_akkoord_op, begeleider_akkoord_op) and vervangen_op >= vastgesteld_op),
  constraint plan_versie_meegegeven_na_vaststellen check ((meegegeven_op is null) = (meegegeven_hoe is null) and (meegegeven_op is null or vastgesteld_op is not null) and meegegeven_op >= vastgesteld_op)
);
create unique index plan_versie_een_in_bewerking on plan_versie (plan_id) where status in ('concept', 'wacht_op_client', 'wacht_op_begeleider');
create unique index plan_versie_een_geldt on plan_versie (plan_id) where status = 'vastgesteld';
create index plan_versie_persoon on plan_versie (persoon_id);
create index plan_versie_regio on plan_versie (regio_id, status);
select beschrijf('plan_versie', 'Versie van een ondersteuningsplan. Zij geldt als de cliënt en de begeleider akkoord zijn; daarna verandert de inhoud niet meer.', 'plan_id: Plan.', 'nummer: Volgnummer binnen het plan.',
  'status: Stand.', 'reden: Waarom deze versie kwam; leeg bij de eerste.', 'eigen_verhaal: Wat de cliënt belangrijk vindt, in eigen woorden; leeg als dat er niet staat.',
  'perspectief: Waar de cliënt naartoe werkt, in volgorde van voorkeur: werk, vrijwilligerswerk, opleiding of dagbesteding; leeg zolang het niet is besproken.', 'perspectief_woorden: Het perspectief in de woorden van de cliënt; leeg zolang het niet is besproken.',
  'perspectief_motivering: Waarom werk, vrijwilligerswerk en opleiding nu niet kunnen; verplicht bij dagbesteding, anders mag zij leeg zijn.', 'evaluatie_op: Dag waarop deze versie uiterlijk wordt besproken; leeg als de termijn van de regio geldt.',
  'client_akkoord_op: Dag waarop de cliënt akkoord ging; leeg zolang niet.', 'client_akkoord_hoe: Op papier of mondeling; leeg zonder akkoord.', 'client_akkoord_door: De cliënt zelf of de vertegenwoordiger; leeg zonder akkoord.',
  'vertegenwoordiger_naam: Naam van de vertegenwoordiger; leeg als de cliënt zelf akkoord ging.', 'begeleider_akkoord_op: Dag waarop de begeleider akkoord ging; leeg zolang niet.', 'begeleider_akkoord_hoe: Op papier of mondeling; leeg zonder akkoord.',
  'begeleider_id: Begeleider die akkoord ging; leeg zonder akkoord.', 'begeleider_organisatie_id: Organisatie van die begeleider; leeg zonder akkoord.', 'vastgesteld_op: Dag vanaf wanneer deze versie geldt; leeg zolang niet beide akkoord zijn.',
  'vervangen_op: Dag waarop een volgende versie ging gelden; leeg zolang dat niet zo is.', 'meegegeven_op: Dag waarop de cliënt het plan het laatst kreeg; leeg zolang niet.', 'meegegeven_hoe: Hoe de cliënt het kreeg; leeg zolang niet.', 'meegegeven_door: Wie het meegaf; leeg zolang niet.');

create table doel (
  id uuid primary key,
  regio_id uuid not null references regio,
  plan_versie_id uuid not null references plan_versie,
  persoon_id uuid not null references persoon,
  volgnummer int not null check (volgnummer > 0),
  leefgebied text not null,
  soort text not null check (soort in ('gewoon', 'financien', 'netwerk', 'opleiding', 'opvoeders')),
  eigen_woorden text not null check (length(btrim(eigen_woorden)) > 0),
  afspraken text not null check (length(btrim(afspraken)) > 0),
  bouwsteen text,
  organisatie_id uuid references organisatie,
  herstel text check (herstel in ('medisch', 'maatschappelijk', 'persoonlijk')),
  positieve_gezondheid text check (positieve_gezondheid in ('lichaamsfuncties', 'mentaal_welbevinden', 'zingeving', 'kwaliteit_van_leven', 'meedoen', 'dagelijks_functioneren')),
  sinds date not null,
  stand text not null check (stand in ('loopt', 'behaald', 'gestopt')),
  stand_op date check (stand_op >= sinds),
  uitkomst text check (length(btrim(uitkomst)) > 0),
  constraint doel_volgnummer_uniek unique (plan_versie_id, volgnummer) deferrable,
  constraint doel_uitkomst_bij_einde check ((stand = 'loopt') = (stand_op is null) and (stand = 'loopt') = (uitkomst is null))
);
create index doel_persoon on doel (persoon_id);
create index doel_organisatie on doel (regio_id, organisatie_id);
select beschrijf('doel', 'Doel in een versie van het plan, in de eigen woorden van de cliënt.', 'plan_versie_id: Versie van het plan.', 'volgnummer: Volgorde binnen de versie.', 'leefgebied: Leefgebied, uit de lijst van de regio.',
  'soort: Gewoon doel, of een doel over geld, netwerk en informele hulp, opleiding of opvoeders.', 'eigen_woorden: Het doel zoals de cliënt het zegt.', 'afspraken: Wat er wordt gedaan en door wie.', 'bouwsteen: Bouwsteen die hierbij hoort, uit de lijst van de regio; leeg als er geen is.',
  'organisatie_id: Organisatie die aan dit doel werkt; leeg als de cliënt het zelf doet, met het eigen netwerk.', 'herstel: Soort herstel waar het doel bij hoort; leeg als dat niet is gekozen.', 'positieve_gezondheid: Onderdeel van positieve gezondheid; leeg als dat niet is gekozen.',
  'sinds: Dag waarop dit doel in het plan kwam, ook in een eerdere versie.', 'stand: Of het doel loopt, is behaald of is gestopt.', 'stand_op: Dag waarop het is behaald of gestopt; leeg zolang het loopt.', 'uitkomst: Wat het heeft opgeleverd; leeg zolang het loopt.');

create table score (
  id uuid primary key,
  regio_id uuid not null references regio,
  plan_id uuid not null references plan,
  persoon_id uuid not null references persoon,
  leefgebied text not null,
  score int not null check (score between 1 and 5),
  gemeten_op date not null,
  toelichting text,
  organisatie_id uuid not null references organisatie,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  constraint score_een_per_dag unique (plan_id, leefgebied, gemeten_op)
);
create index score_persoon on score (persoon_id);
select beschrijf('score', 'Zelfredzaamheid per leefgebied op een dag, van 1 tot 5.', 'plan_id: Plan.', 'leefgebied: Leefgebied, uit de lijst van de regio.', 'score: 1 (acuut probleem) tot 5 (volledig zelfredzaam).', 'gemeten_op: Dag waarop het zo was.',
  'toelichting: Waarom deze score; leeg als die er niet is.', 'organisatie_id: Organisatie die de score gaf.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

create table evaluatie (
  id uuid primary key,
  regio_id uuid not null references regio,
  plan_id uuid not null references plan,
  plan_versie_id uuid not null references plan_versie,
  persoon_id uuid not null references persoon,
  op date not null,
  bevindingen text not null check (length(btrim(bevindingen)) > 0),
  besluit text not null check (besluit in ('doorgaan', 'bijstellen')),
  volgende_op date not null,
  organisatie_id uuid not null references organisatie,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  constraint evaluatie_volgende_later check (volgende_op > op)
);
create index evaluatie_plan on evaluatie (plan_id, op);
create index evaluatie_persoon on evaluatie (persoon_id);
create index evaluatie_versie on evaluatie (plan_versie_id);
select beschrijf('evaluatie', 'Bespreking van het plan met de cliënt en wie daarbij was.', 'plan_id: Plan.', 'plan_versie_id: Versie die is besproken.', 'op: Dag van de bespreking.', 'bevindingen: Wat er is besproken.', 'besluit: Doorgaan met deze versie, of het plan bijstellen.',
  'volgende_op: Dag waarop het plan uiterlijk weer wordt besproken.', 'organisatie_id: Organisatie die de bespreking vastlegde.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

create table evaluatie_deelnemer (
  id uuid primary key,
  regio_id uuid not null references regio,
  evaluatie_id uuid not null references evaluatie,
  persoon_id uuid not null references persoon,
  soort text not null check (soort in ('client', 'naaste', 'vertegenwoordiger', 'organisatie', 'clientondersteuner')),
  organisatie_id uuid references organisatie,
  naam text check (length(btrim(naam)) > 0),
  constraint evaluatie_deelnemer_organisatie check ((soort = 'organisatie') = (organisatie_id is not null)),
  constraint evaluatie_deelnemer_naam check (soort in ('client', 'organisatie') or naam is not null),
  constraint evaluatie_deelnemer_een_keer unique nulls not distinct (evaluatie_id, soort, organisatie_id, naam)
);
create index evaluatie_deelnemer_persoon on evaluatie_deelnemer (persoon_id);
select beschrijf('evaluatie_deelnemer', 'Wie bij een bespreking van het plan was.', 'evaluatie_id: Bespreking.', 'soort: Cliënt, naaste, vertegenwoordiger, organisatie of onafhankelijke cliëntondersteuner.', 'organisatie_id: Organisatie; leeg bij een ander soort deelnemer.',
  'naam: Wie; leeg bij de cliënt, en als van een organisatie geen naam is genoteerd.');

create table plan_reactie (
  id uuid primary key,
  regio_id uuid not null references regio,
  plan_versie_id uuid not null references plan_versie,
  persoon_id uuid not null references persoon,
  op date not null,
  hoe text not null check (hoe in ('gesprek', 'op_papier', 'telefoon', 'digitaal')),
  leefgebied text,
  eigen_woorden text not null check (length(btrim(eigen_woorden)) > 0),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid
);
create index plan_reactie_versie on plan_reactie (plan_versie_id, op);
create index plan_reactie_persoon on plan_reactie (persoon_id);
select beschrijf('plan_reactie', 'Wat de cliënt van het plan vindt, in eigen woorden.', 'plan_versie_id: Versie waarop de reactie slaat.', 'op: Dag van de reactie.', 'hoe: Hoe de reactie kwam.', 'leefgebied: Leefgebied waarover het gaat; leeg als het over het hele plan gaat.',
  'eigen_woorden: De reactie zoals de cliënt die gaf.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

-- ── Sight ───────────────────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare tabel text;
begin
  foreach tabel in array array['plan', 'plan_versie', 'doel', 'score', 'evaluatie', 'evaluatie_deelnemer', 'plan_reactie'] loop
    perform bescherm(tabel::regclass);
    execute format('create policy kern on %I for select to onderdak_kern using (true)', tabel);
    execute format('grant select, insert on %I to onderdak_app', tabel);
    execute format('grant select on %I to onderdak_kern', tabel);
  end loop;
end $$;
grant update on plan, plan_versie, doel to onderdak_app;
grant delete on doel to onderdak_app;

-- ── Invariants over several rows ────────────────────────────────────────────────────────────────────────────────────

-- What both agreed to stays as it was: of a goal only how it goes changes, of a version only what happens to it.
create function plan_inhoud_staat_vast() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  los constant text[] := array['status', 'client_akkoord_op', 'client_akkoord_hoe', 'client_akkoord_door', 'vertegenwoordiger_naam', 'begeleider_akkoord_op', 'begeleider_akkoord_hoe', 'begeleider_id',
    'begeleider_organisatie_id', 'vastgesteld_op', 'vervangen_op', 'meegegeven_op', 'meegegeven_hoe', 'meegegeven_door', 'gewijzigd_op', 'gewijzigd_door', 'stand', 'stand_op', 'uitkomst'];
  -- Once it holds, even the agreements stay.
  daarna constant text[] := array['status', 'vervangen_op', 'meegegeven_op', 'meegegeven_hoe', 'meegegeven_door', 'gewijzigd_op', 'gewijzigd_door', 'stand', 'stand_op', 'uitkomst'];
  stond text;
begin
  if tg_table_name = 'doel' then
    select v.status into stond from plan_versie v where v.id = (case when tg_op = 'DELETE' then old.plan_versie_id else new.plan_versie_id end);
  else
    stond := old.status;
  end if;
  if (stond in ('vastgesteld', 'vervangen') and (tg_op <> 'UPDATE' or to_jsonb(old) - daarna <> to_jsonb(new) - daarna))
    or (stond in ('wacht_op_client', 'wacht_op_begeleider') and (tg_op <> 'UPDATE' or to_jsonb(old) - los <> to_jsonb(new) - los)) then
    raise exception 'de inhoud van een versie waarmee iemand akkoord is, staat vast' using errcode = '23514', constraint = 'plan_inhoud_staat_vast';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
alter function plan_inhoud_staat_vast() owner to onderdak_kern;
revoke execute on function plan_inhoud_staat_vast() from public;
comment on function plan_inhoud_staat_vast is 'Weigert een andere inhoud van een versie waarmee de cliënt of de begeleider akkoord is; trek eerst het akkoord in door de versie weer concept te maken.';
create trigger plan_inhoud_staat_vast before update on plan_versie for each row execute function plan_inhoud_staat_vast();
create trigger plan_inhoud_staat_vast before insert or update or delete on doel for each row execute function plan_inhoud_staat_vast();

-- Judged at the commit: nobody agrees to a plan without a goal.
create function eis_doel() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if not exists (select 1 from doel d where d.plan_versie_id = new.id) then
    raise exception 'een akkoord vraagt minstens één doel' using errcode = '23514', constraint = 'plan_versie_akkoord_vraagt_doel';
  end if;
  return null;
end $$;
alter function eis_doel() owner to onderdak_kern;
revoke execute on function eis_doel() from public;
comment on function eis_doel is 'Weigert bij het vastleggen een akkoord op een versie zonder doelen.';
create constraint trigger plan_versie_akkoord_vraagt_doel after insert or update of status on plan_versie deferrable initially deferred
  for each row when (new.status <> 'concept') execute function eis_doel();

-- ── Regions that exist already get the standard configuration that a new one starts with ─────────────────────────────

insert into termijn (regio_id, code, naam, aantal, eenheid, wettelijk, van, bron)
select id, 'plan_evaluatie', 'Ondersteuningsplan opnieuw bespreken', 6, 'maanden', false, date '2020-01-01', 'Instelling van de regio' from regio;
insert into instelling (regio_id, code, naam, waarde, soort, van, bron)
select r.id, x.code, x.naam, x.waarde, x.soort, date '2020-01-01', x.bron
from regio r cross join (values
  ('zelfredzaamheid_schaal', 'Naam van de schaal voor zelfredzaamheid (1 tot en met 5)', 'Zelfredzaamheid in vijf stappen', 'tekst', 'Keuze van de regio'),
  ('plan_jong_van', 'Vanaf welke leeftijd het plan voor jongvolwassenen geldt', '18', 'getal', 'Regiovisie MVS §4.2'),
  ('plan_jong_tot_en_met', 'Tot en met welke leeftijd het plan voor jongvolwassenen geldt', '23', 'getal', 'Regiovisie MVS §4.2')) x (code, naam, waarde, soort, bron);
insert into keuze (regio_id, lijst, code, naam, volgorde, van)
select r.id, 'bouwsteen', x.code, x.naam, x.volgorde, date '2020-01-01'
from regio r cross join (values ('wonen', 'Wonen en verblijf', 1), ('toezicht', 'Toezicht, dag en nacht', 2), ('begeleiding_individueel', 'Begeleiding, alleen', 3), ('begeleiding_groep', 'Begeleiding in een groep', 4),
  ('dagbesteding', 'Dagbesteding', 5), ('financien', 'Hulp bij geld', 6), ('herstel', 'Herstel en ervaringsdeskundigheid', 7), ('bereikbaarheid', 'Bereikbaar buiten afspraken', 8)) x (code, naam, volgorde);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, n.permissie, current_date from rol_permissie p cross join (values ('ondersteuningsplan.lezen'), ('ondersteuningsplan.wijzigen')) n (permissie)
where p.permissie = 'traject.lezen' and (p.tot is null or p.tot > current_date)
  and (p.rol_code in ('toegangsmedewerker', 'consulent_daklozenloket', 'aanbieder_planner', 'aanbieder_begeleider', 'vo_medewerker', 'casusregisseur')
    or (p.rol_code = 'centrumgemeente_beslisser' and n.permissie = 'ondersteuningsplan.lezen'));
