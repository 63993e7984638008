-- rapportage: what a region tells of a programma (UP-09, MON-16, GOV-05), drafted from what is known, edited block by block, and frozen. And the
-- nieuwsbrief: who asked for it, to whom it went, and what everyone can read again.

create table rapportage (
  id uuid primary key,
  regio_id uuid not null references regio,
  programma_id uuid not null,
  soort text not null check (soort in ('voortgang', 'jaarverslag', 'nieuwsbrief')),
  van date not null,
  tot date not null,
  titel text not null check (length(btrim(titel)) between 1 and 200),
  vorige_id uuid,
  bezig_sinds timestamptz,
  levend_op timestamptz,
  inhoud text,
  controlegetal text,
  vastgesteld_op timestamptz,
  vastgesteld_door uuid references gebruiker,
  gemaakt_door uuid not null references gebruiker,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  unique (id, programma_id, soort),
  foreign key (regio_id, programma_id) references programma (regio_id, id),
  constraint rapportage_volgt_hetzelfde foreign key (vorige_id, programma_id, soort) references rapportage (id, programma_id, soort),
  constraint rapportage_volgt_een_ander check (vorige_id <> id),
  constraint rapportage_periode_loopt_op check (tot > van and tot <= van + interval '3 years'),
  constraint rapportage_vastgesteld_is_heel check ((inhoud is null) = (vastgesteld_op is null) and (inhoud is null) = (controlegetal is null) and (inhoud is null) = (vastgesteld_door is null) and (inhoud is null or bezig_sinds is null)),
  constraint rapportage_controlegetal_klopt check (controlegetal = encode(sha256(convert_to(inhoud, 'UTF8')), 'hex'))
);
create index rapportage_regio on rapportage (regio_id, aangemaakt_op desc);
create unique index rapportage_een_vervolg on rapportage (vorige_id) where vorige_id is not null;
select beschrijf('rapportage', 'Een voortgangsrapportage, jaarverslag of nieuwsbrief over een programma en een periode. Als concept te bewerken; vastgesteld verandert zij niet meer. Verhalen staan er met hun kenmerk in, zodat een ingetrokken verhaal ook hier weg is.',
  'programma_id: Programma waarover het gaat.', 'soort: Voortgang, jaarverslag of nieuwsbrief.', 'van: Eerste dag van de periode.', 'tot: Eerste dag na de periode.', 'titel: Titel.', 'vorige_id: De rapportage hiervoor, van hetzelfde programma en dezelfde soort; leeg bij de eerste.',
  'bezig_sinds: Sinds wanneer het concept uit de gegevens wordt gehaald; leeg als dat klaar is.', 'levend_op: Moment waarop de gegevens het laatst zijn bekeken; leeg zolang dat niet gebeurde.', 'inhoud: Wat is vastgesteld, als JSON; leeg bij een concept.', 'controlegetal: SHA-256 van de inhoud; leeg bij een concept.',
  'vastgesteld_op: Moment van vaststellen; leeg bij een concept.', 'vastgesteld_door: Wie vaststelde; leeg bij een concept.', 'gemaakt_door: Wie het concept begon.');

create function rapportage_blijft() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if old.vastgesteld_op is not null then
    raise exception 'rapportage % is vastgesteld', old.id using errcode = '23514', constraint = 'rapportage_blijft';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
comment on function rapportage_blijft is 'Weigert elke wijziging van een rapportage die is vastgesteld.';
create trigger rapportage_blijft before update or delete on rapportage for each row execute function rapportage_blijft();

create table rapportage_blok (
  id uuid primary key,
  regio_id uuid not null references regio,
  rapportage_id uuid not null,
  sleutel text check (length(sleutel) between 1 and 200),
  hoofdstuk text not null check (length(hoofdstuk) between 1 and 200),
  volgorde int not null,
  gemaakt text,
  levend text,
  eigen text check (length(eigen) <= 60000),
  gezien text,
  is_weggelaten boolean not null default false,
  is_nieuw boolean not null default false,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  foreign key (regio_id, rapportage_id) references rapportage (regio_id, id),
  constraint rapportage_blok_sleutel_eenmaal unique (rapportage_id, sleutel),
  constraint rapportage_blok_volgorde_eenmaal unique (rapportage_id, volgorde) deferrable initially deferred,
  constraint rapportage_blok_heeft_tekst check (case when sleutel is null then eigen is not null and gemaakt is null and levend is null else gemaakt is not null end)
);
select beschrijf('rapportage_blok', 'Eén stuk van een rapportage. De tekst uit de gegevens en de bewerking staan apart: zo blijft te zien dat de gegevens zijn veranderd.', 'rapportage_id: Rapportage.', 'sleutel: Waar het stuk vandaan komt; leeg bij een eigen stuk.', 'hoofdstuk: Hoofdstuk waarin het staat.', 'volgorde: Plaats in de rapportage.',
  'gemaakt: De tekst uit de gegevens zoals zij is overgenomen, als JSON; leeg bij een eigen stuk.', 'levend: De tekst uit de gegevens zoals zij nu is; leeg als zij er niet meer is, of bij een eigen stuk.', 'eigen: De bewerking, of de tekst van een eigen stuk; leeg als er niets is bewerkt.', 'gezien: De nieuwe tekst waarvan is gekozen haar niet over te nemen; leeg als dat niet speelt.', 'is_weggelaten: Of het stuk niet meegaat.', 'is_nieuw: Of het stuk later uit de gegevens erbij kwam en nog niet is bekeken.');

create function rapportage_blok_blijft() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if exists (select 1 from rapportage r where r.id = coalesce(new.rapportage_id, old.rapportage_id) and r.vastgesteld_op is not null) then
    raise exception 'rapportage is vastgesteld' using errcode = '23514', constraint = 'rapportage_blijft';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
comment on function rapportage_blok_blijft is 'Weigert elke wijziging van een stuk van een rapportage die is vastgesteld.';
create trigger rapportage_blok_blijft before insert or update or delete on rapportage_blok for each row execute function rapportage_blok_blijft();

-- ── The nieuwsbrief by e-mail ───────────────────────────────────────────────────────────────────────────────────────

create table nieuwsbriefabonnee (
  id uuid primary key,
  regio_id uuid not null references regio,
  adres_versleuteld text,
  adres_index bytea,
  status text not null check (status in ('aangevraagd', 'bevestigd', 'afgemeld')),
  aangevraagd_op timestamptz not null,
  gemaild_op timestamptz,
  bevestigd_op timestamptz,
  afgemeld_op timestamptz,
  unique (regio_id, id),
  constraint nieuwsbriefabonnee_adres_weg_na_afmelden check ((status = 'afgemeld') = (adres_versleuteld is null) and (status = 'afgemeld') = (adres_index is null) and (status = 'afgemeld') = (afgemeld_op is not null)),
  constraint nieuwsbriefabonnee_bevestigd_heeft_moment check (status <> 'bevestigd' or bevestigd_op is not null)
);
create unique index nieuwsbriefabonnee_adres_eenmaal on nieuwsbriefabonnee (regio_id, adres_index) where adres_index is not null;
select beschrijf('nieuwsbriefabonnee', 'Wie de nieuwsbrief van de regio vroeg. Alleen een adres, versleuteld; na afmelden is het weg.', 'adres_versleuteld: E-mailadres, versleuteld; leeg na afmelden.', 'adres_index: Blinde index om het adres terug te vinden; leeg na afmelden.', 'status: Aangevraagd, bevestigd of afgemeld.', 'aangevraagd_op: Moment van aanmelden.', 'gemaild_op: Wanneer de vraag om te bevestigen het laatst is gestuurd; leeg zolang niet.', 'bevestigd_op: Moment van bevestigen; leeg zolang niet.', 'afgemeld_op: Moment van afmelden; leeg zolang niet.');

create table nieuwsbrief (
  id uuid primary key,
  regio_id uuid not null references regio,
  rapportage_id uuid not null,
  titel text not null check (length(btrim(titel)) > 0),
  verstuurd_op timestamptz not null,
  verstuurd_door uuid not null references gebruiker,
  klaar_op timestamptz,
  unique (regio_id, id),
  foreign key (regio_id, rapportage_id) references rapportage (regio_id, id),
  constraint nieuwsbrief_eenmaal unique (rapportage_id)
);
create index nieuwsbrief_regio on nieuwsbrief (regio_id, verstuurd_op desc);
select beschrijf('nieuwsbrief', 'Een vastgestelde nieuwsbrief die is verstuurd, en daarmee voor iedereen te lezen is.', 'rapportage_id: De vastgestelde nieuwsbrief.', 'titel: Titel.', 'verstuurd_op: Moment waarop het versturen begon.', 'verstuurd_door: Wie haar verstuurde.', 'klaar_op: Moment waarop niemand meer hoeft; leeg zolang dat niet zo is.');

create table nieuwsbrief_ontvanger (
  id uuid primary key,
  regio_id uuid not null references regio,
  nieuwsbrief_id uuid not null,
  abonnee_id uuid not null,
  stand text not null check (stand in ('wacht', 'bezig', 'verstuurd', 'mislukt', 'onbekend', 'vervallen')),
  pogingen int not null default 0 check (pogingen >= 0),
  volgende_op timestamptz not null,
  bezig_sinds timestamptz,
  fout int,
  gewijzigd_op timestamptz not null,
  foreign key (regio_id, nieuwsbrief_id) references nieuwsbrief (regio_id, id),
  foreign key (regio_id, abonnee_id) references nieuwsbriefabonnee (regio_id, id),
  constraint nieuwsbrief_ontvanger_eenmaal unique (nieuwsbrief_id, abonnee_id),
  constraint nieuwsbrief_ontvanger_bezig_heeft_moment check ((stand = 'bezig') = (bezig_sinds is not null))
);
create index nieuwsbrief_ontvanger_wacht on nieuwsbrief_ontvanger (nieuwsbrief_id, volgende_op) where stand in ('wacht', 'bezig');
select beschrijf('nieuwsbrief_ontvanger', 'Eén nieuwsbrief voor één abonnee: of zij gestuurd is. Vooraf gemarkeerd, zodat niemand haar twee keer krijgt.', 'nieuwsbrief_id: Nieuwsbrief.', 'abonnee_id: Abonnee.', 'stand: Wacht, bezig, verstuurd, mislukt, onbekend (de verbinding brak op het laatste moment) of vervallen (afgemeld).', 'pogingen: Hoe vaak het is geprobeerd.', 'volgende_op: Vanaf wanneer het (weer) mag.', 'bezig_sinds: Sinds wanneer het wordt gestuurd; leeg als dat niet zo is.', 'fout: Antwoordcode van de mailserver bij de laatste fout; leeg als er geen was.');

-- Who may have got it never gets it again: back to the queue only from a try that surely failed.
create function nieuwsbrief_ontvanger_nooit_twee_keer() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if old.stand <> new.stand and not (
    (old.stand = 'wacht' and new.stand in ('bezig', 'vervallen')) or (old.stand = 'bezig' and new.stand in ('wacht', 'verstuurd', 'mislukt', 'onbekend', 'vervallen')) or (old.stand = 'onbekend' and new.stand = 'verstuurd')) then
    raise exception 'ontvanger % is al %', old.id, old.stand using errcode = '23514', constraint = 'nieuwsbrief_ontvanger_nooit_twee_keer';
  end if;
  return new;
end $$;
comment on function nieuwsbrief_ontvanger_nooit_twee_keer is 'Weigert dat een nieuwsbrief die verstuurd is, of kan zijn, opnieuw in de rij komt.';
create trigger nieuwsbrief_ontvanger_nooit_twee_keer before update on nieuwsbrief_ontvanger for each row execute function nieuwsbrief_ontvanger_nooit_twee_keer();

do $$
declare t text;
begin
  foreach t in array array['rapportage', 'rapportage_blok', 'nieuwsbriefabonnee', 'nieuwsbrief', 'nieuwsbrief_ontvanger'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', t);
    execute format('grant select, insert, update on %I to onderdak_app', t);
  end loop;
end $$;
grant delete on rapportage_blok, nieuwsbriefabonnee to onderdak_app;

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, n.permissie, current_date from rol_permissie p
  join (values ('rapportage.maken', array['programmamanager', 'beleidsmedewerker']), ('rapportage.vaststellen', array['programmamanager']), ('nieuwsbrief.versturen', array['programmamanager'])) n (permissie, rollen) on p.rol_code = any (n.rollen)
where p.permissie = 'programma.lezen' and (p.tot is null or p.tot > current_date);
