-- Participatie: partners with whom to reach there, groups with experience and what they help with, advice and its answer, ideas of inwoners,
-- complaints about working together, and stories that belong to an activiteit (PAR-01..07, GOV-06).

-- ── Partners ────────────────────────────────────────────────────────────────────────────────────────────────────────

create function partnersleutel(p_naam text) returns text language sql immutable parallel safe
  return regexp_replace(kale_tekst(p_naam), '[^a-z0-9]', '', 'g');
comment on function partnersleutel is 'Naam van een partner zonder hoofdletters, accenten, spaties en leestekens: zo zijn twee schrijfwijzen dezelfde naam.';

-- A name belongs to one partner, whether it is its first name or another one. The lock makes two people who add at the same moment wait.
create function partner_naam_is_vrij() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('partner ' || new.regio_id, 0));
  if exists (select 1 from partner p where p.regio_id = new.regio_id and p.id <> new.id
      and array(select partnersleutel(n) from unnest(p.naam || p.andere_namen) n) && array(select partnersleutel(n) from unnest(new.naam || new.andere_namen) n)) then
    raise exception 'partner % is er al', new.naam using errcode = '23505', constraint = 'partner_naam_is_vrij';
  end if;
  return new;
end $$;
comment on function partner_naam_is_vrij is 'Weigert een naam die al van een andere partner is, ook als andere naam.';
create trigger partner_naam_is_vrij before insert or update of naam, andere_namen on partner for each row execute function partner_naam_is_vrij();

create table partnercontact (
  id uuid primary key,
  regio_id uuid not null references regio,
  partner_id uuid not null,
  functie text not null check (length(btrim(functie)) between 1 and 200),
  gegevens_versleuteld text,
  doel text check (length(btrim(doel)) between 1 and 300),
  tot date,
  gewist_op date,
  gewist_reden text check (gewist_reden in ('ingetrokken', 'verlopen')),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  foreign key (regio_id, partner_id) references partner (regio_id, id),
  constraint partnercontact_met_doel_en_einde check (gegevens_versleuteld is null or (doel is not null and tot is not null)),
  constraint partnercontact_gewist_is_leeg check ((gewist_op is null) = (gewist_reden is null) and (gewist_op is null or gegevens_versleuteld is null))
);
create index partnercontact_partner on partnercontact (partner_id);
create index partnercontact_einde on partnercontact (regio_id, tot) where gegevens_versleuteld is not null;
select beschrijf('partnercontact', 'Wie bij een partner te bereiken is, naar functie. Naam en bereikbaarheid staan er alleen met een doel en een einde, en zijn daarna gewist.', 'partner_id: Partner.', 'functie: Functie of taak, zonder naam.', 'gegevens_versleuteld: Naam, e-mailadres en telefoonnummer, versleuteld; leeg als ze er niet zijn of gewist.',
  'doel: Waarvoor ze bewaard worden; leeg als er niets bewaard wordt.', 'tot: Eerste dag waarop ze niet meer bewaard worden; leeg als er niets bewaard wordt.', 'gewist_op: Dag van wissen; leeg zolang niet.', 'gewist_reden: Waarom gewist; leeg zolang niet.');

-- ── Groups with experience ──────────────────────────────────────────────────────────────────────────────────────────

create table participatiegroep (
  id uuid primary key,
  regio_id uuid not null references regio,
  naam text not null check (length(btrim(naam)) between 1 and 200),
  soort text not null check (soort in ('ervaringsdeskundigen', 'ambassadeurs', 'clientenraad', 'bewoners', 'overig')),
  aantal int not null check (aantal between 1 and 10000),
  ervaring text not null check (length(btrim(ervaring)) between 1 and 500),
  via_partner_id uuid,
  via text check (length(btrim(via)) between 1 and 200),
  gemeente_code text references gemeente,
  van date not null,
  tot date,
  bron text not null check (length(btrim(bron)) between 1 and 300),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  foreign key (regio_id, via_partner_id) references partner (regio_id, id),
  constraint participatiegroep_via_een check (num_nonnulls(via_partner_id, via) = 1),
  constraint participatiegroep_eindigt_na_begin check (tot > van)
);
create unique index participatiegroep_naam_eenmaal on participatiegroep (regio_id, lower(naam)) where tot is null;
select beschrijf('participatiegroep', 'Een groep mensen met ervaring die meedoet aan beleid en uitvoering: ervaringsdeskundigen, ambassadeurs, een cliëntenraad. Wie het zijn hoeft er niet bij.', 'naam: Naam van de groep.', 'soort: Wat voor groep.', 'aantal: Hoeveel mensen.', 'ervaring: Welke ervaring zij meebrengen.',
  'via_partner_id: Partner via wie de groep te bereiken is; leeg als dat een andere organisatie is.', 'via: Andere organisatie via wie de groep te bereiken is; leeg als dat een partner is.', 'gemeente_code: Gemeente; leeg voor de hele regio.');

create table groepslid (
  id uuid primary key,
  regio_id uuid not null references regio,
  groep_id uuid not null,
  naam_versleuteld text,
  toestemming_op date not null,
  toestemming_tot date not null,
  toestemming_waar text not null check (length(btrim(toestemming_waar)) between 1 and 200),
  gewist_op date,
  gewist_reden text check (gewist_reden in ('ingetrokken', 'verlopen')),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  foreign key (regio_id, groep_id) references participatiegroep (regio_id, id),
  constraint groepslid_toestemming_heeft_einde check (toestemming_tot > toestemming_op),
  constraint groepslid_gewist_is_leeg check ((gewist_op is null) = (gewist_reden is null) and (gewist_op is null) = (naam_versleuteld is not null))
);
create index groepslid_groep on groepslid (groep_id);
create index groepslid_einde on groepslid (regio_id, toestemming_tot) where gewist_op is null;
select beschrijf('groepslid', 'Naam van iemand in een groep, alleen met toestemming en tot die eindigt.', 'groep_id: Groep.', 'naam_versleuteld: Naam en hoe te bereiken, versleuteld; leeg als gewist.', 'toestemming_op: Dag van de toestemming.', 'toestemming_tot: Eerste dag waarop de toestemming niet meer geldt.', 'toestemming_waar: Waar de toestemming ligt; zonder naam.',
  'gewist_op: Dag van wissen; leeg zolang niet.', 'gewist_reden: Waarom gewist; leeg zolang niet.');

create table groepsbijeenkomst (
  id uuid primary key,
  regio_id uuid not null references regio,
  groep_id uuid not null,
  op date not null,
  onderwerp text not null check (length(btrim(onderwerp)) between 1 and 300),
  aanwezig int check (aanwezig between 0 and 10000),
  opbrengst text check (length(btrim(opbrengst)) between 1 and 2000),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  foreign key (regio_id, groep_id) references participatiegroep (regio_id, id),
  constraint groepsbijeenkomst_een_per_dag unique (groep_id, op)
);
select beschrijf('groepsbijeenkomst', 'Een bijeenkomst van een groep, en wat zij opbracht.', 'groep_id: Groep.', 'op: Dag.', 'onderwerp: Waarover.', 'aanwezig: Hoeveel mensen er waren; leeg als dat niet bekend is.', 'opbrengst: Wat eruit kwam; leeg zolang dat niet is opgeschreven.');

create table groepsinzet (
  id uuid primary key,
  regio_id uuid not null references regio,
  groep_id uuid not null,
  activiteit_id uuid not null,
  rol text not null check (rol in ('meedenken', 'meebeslissen', 'uitvoeren', 'toetsen')),
  van date not null,
  tot date,
  opbrengst text check (length(btrim(opbrengst)) between 1 and 2000),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  foreign key (regio_id, groep_id) references participatiegroep (regio_id, id),
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  constraint groepsinzet_eindigt_na_begin check (tot > van),
  constraint groepsinzet_een_per_begin unique (groep_id, activiteit_id, rol, van)
);
create index groepsinzet_activiteit on groepsinzet (activiteit_id);
select beschrijf('groepsinzet', 'Wat een groep doet bij een activiteit, en wat daarmee gedaan is (PAR-02).', 'groep_id: Groep.', 'activiteit_id: Activiteit.', 'rol: Meedenken, meebeslissen, uitvoeren of toetsen.', 'van: Eerste dag.', 'opbrengst: Wat met hun inbreng gedaan is; leeg zolang dat niet bekend is.');

-- ── Advice and its answer ───────────────────────────────────────────────────────────────────────────────────────────

create table advies (
  id uuid primary key,
  regio_id uuid not null references regio,
  raad_id uuid not null,
  is_gevraagd boolean not null,
  onderwerp text not null check (length(btrim(onderwerp)) between 1 and 300),
  activiteit_id uuid,
  programma_id uuid,
  gevraagd_op date,
  verwacht_op date,
  ontvangen_op date,
  tekst text check (length(btrim(tekst)) between 1 and 4000),
  antwoord_op date,
  antwoord text check (length(btrim(antwoord)) between 1 and 4000),
  overgenomen text check (overgenomen in ('ja', 'deels', 'nee')),
  motivering text check (length(btrim(motivering)) between 1 and 2000),
  vervallen_op date,
  vervallen_reden text check (length(btrim(vervallen_reden)) between 1 and 500),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  foreign key (regio_id, raad_id) references partner (regio_id, id),
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  foreign key (regio_id, programma_id) references programma (regio_id, id),
  constraint advies_waarover_een check (num_nonnulls(activiteit_id, programma_id) <= 1),
  constraint advies_vraag_volledig check (is_gevraagd = (gevraagd_op is not null) and is_gevraagd = (verwacht_op is not null) and (is_gevraagd or ontvangen_op is not null)),
  constraint advies_verwacht_na_vraag check (verwacht_op >= gevraagd_op),
  constraint advies_ontvangst_volledig check ((ontvangen_op is null) = (tekst is null)),
  constraint advies_ontvangen_na_vraag check (ontvangen_op >= gevraagd_op),
  constraint advies_antwoord_volledig check ((antwoord_op is null) = (antwoord is null) and (antwoord_op is null) = (overgenomen is null) and (antwoord_op is null or ontvangen_op is not null)),
  constraint advies_antwoord_na_ontvangst check (antwoord_op >= ontvangen_op),
  constraint advies_motivering_gegeven check (overgenomen is null or overgenomen = 'ja' or motivering is not null),
  constraint advies_verval_volledig check ((vervallen_op is null) = (vervallen_reden is null) and (vervallen_op is null or antwoord_op is null))
);
create index advies_regio on advies (regio_id, ontvangen_op);
create index advies_activiteit on advies (activiteit_id) where activiteit_id is not null;
create index advies_raad on advies (raad_id);
select beschrijf('advies', 'Advies van een adviesraad of cliëntenraad, en het antwoord van het college (PAR-03).', 'raad_id: Partner die adviseert.', 'is_gevraagd: Waar als om het advies is gevraagd; anders kwam het uit eigen beweging.', 'onderwerp: Waarover.', 'activiteit_id: Activiteit waar het over gaat; leeg als het daar niet over gaat.',
  'programma_id: Programma waar het over gaat; leeg als het daar niet over gaat.', 'gevraagd_op: Dag van vragen; leeg als er niet om is gevraagd.', 'verwacht_op: Dag waarop het advies er uiterlijk is; leeg als er niet om is gevraagd.', 'ontvangen_op: Dag van ontvangst; leeg zolang niet.', 'tekst: Wat de raad adviseert; leeg zolang niet ontvangen.',
  'antwoord_op: Dag van het antwoord van het college; leeg zolang niet.', 'antwoord: Wat het college antwoordt; leeg zolang niet.', 'overgenomen: Of het advies is overgenomen; leeg zolang er geen antwoord is.', 'motivering: Waarom; verplicht als het deels of niet is overgenomen.', 'vervallen_op: Dag waarop het verviel; leeg zolang niet.', 'vervallen_reden: Waarom het verviel; leeg zolang niet.');

-- ── Ideas of inwoners ───────────────────────────────────────────────────────────────────────────────────────────────

create table idee (
  id uuid primary key,
  regio_id uuid not null references regio,
  gemeente_code text not null references gemeente,
  kanaal text not null check (kanaal in ('website', 'telefoon', 'balie', 'bijeenkomst', 'brief')),
  code_index bytea not null,
  inhoud_hash bytea not null,
  ontvangen_op date not null,
  tekst_versleuteld text,
  wil_antwoord boolean not null,
  email_versleuteld text,
  status text not null default 'ontvangen' check (status in ('ontvangen', 'wordt_bekeken', 'overgenomen', 'niet_overgenomen')),
  titel text check (length(btrim(titel)) between 1 and 120),
  tekst text check (length(btrim(tekst)) between 1 and 2000),
  is_openbaar boolean not null default false,
  nagekeken_op date,
  nagekeken_door uuid references gebruiker,
  activiteit_id uuid,
  reactie text check (length(btrim(reactie)) between 1 and 2000),
  reactie_op date,
  verzonden_op date,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  constraint idee_code_eenmaal unique (regio_id, code_index),
  constraint idee_nagekeken_volledig check ((nagekeken_op is null) = (titel is null) and (nagekeken_op is null) = (tekst is null) and (nagekeken_op is null) = (status = 'ontvangen')),
  constraint idee_nagekeken_wist_origineel check ((nagekeken_op is null) = (tekst_versleuteld is not null)),
  constraint idee_openbaar_is_nagekeken check (not is_openbaar or nagekeken_op is not null),
  constraint idee_reactie_volledig check ((reactie_op is null) = (reactie is null) and (reactie_op is not null) = (status in ('overgenomen', 'niet_overgenomen'))),
  constraint idee_overgenomen_in_activiteit check ((status = 'overgenomen') = (activiteit_id is not null)),
  constraint idee_email_om_te_antwoorden check (email_versleuteld is null or wil_antwoord),
  constraint idee_email_weg_na_antwoord check (verzonden_op is null or (email_versleuteld is null and reactie_op is not null))
);
create index idee_regio on idee (regio_id, gemeente_code, ontvangen_op);
create index idee_activiteit on idee (activiteit_id) where activiteit_id is not null;
select beschrijf('idee', 'Een idee van een inwoner. Wat is gestuurd staat versleuteld tot iemand het nakeek; daarna staat er alleen een tekst zonder wie het is.', 'gemeente_code: Gemeente waarvoor het idee is.', 'kanaal: Hoe het binnenkwam.', 'code_index: Vingerafdruk van de code waarmee de inwoner het idee volgt.', 'inhoud_hash: Vingerafdruk van wat is gestuurd, om een herhaald verzoek te herkennen.', 'ontvangen_op: Dag van ontvangst.',
  'tekst_versleuteld: Wat is gestuurd, versleuteld; leeg zodra het is nagekeken.', 'wil_antwoord: Waar als de inwoner antwoord per e-mail wil.', 'email_versleuteld: E-mailadres, versleuteld; leeg als het er niet is, of na het antwoord.', 'status: Stand.', 'titel: Korte titel zonder wie het is; leeg tot het is nagekeken.', 'tekst: Het idee zonder wie het is; leeg tot het is nagekeken.',
  'is_openbaar: Waar als iedereen het mag lezen.', 'nagekeken_op: Dag van nakijken; leeg zolang niet.', 'nagekeken_door: Wie nakeek; leeg zolang niet.', 'activiteit_id: Activiteit waarin het idee is overgenomen; leeg als het niet is overgenomen.', 'reactie: Wat wij ermee doen en waarom; leeg zolang er geen reactie is.', 'reactie_op: Dag van de reactie; leeg zolang niet.',
  'verzonden_op: Dag waarop de reactie naar de inwoner is gemaild; leeg als dat niet hoefde of nog moet.');
create trigger onherkenbaar before insert or update of titel, tekst, reactie on idee for each row execute function eis_onherkenbaar('titel', 'tekst', 'reactie');

-- ── Complaints and feedback about working together ──────────────────────────────────────────────────────────────────

create table klacht (
  id uuid primary key,
  regio_id uuid not null references regio,
  aard text not null check (aard in ('klacht', 'feedback')),
  onderwerp text not null check (onderwerp in ('samenwerking', 'programma', 'informatie', 'participatie', 'anders')),
  afzender text not null check (afzender in ('inwoner', 'client', 'naaste', 'partner', 'medewerker', 'onbekend')),
  ontvangen_op date not null,
  omschrijving_versleuteld text,
  contact_versleuteld text,
  antwoord_op date,
  uitkomst text check (uitkomst in ('gegrond', 'deels_gegrond', 'niet_gegrond', 'doorverwezen', 'geen_oordeel')),
  geleerd text check (length(btrim(geleerd)) between 1 and 1000),
  gewist_op date,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint klacht_antwoord_volledig check ((antwoord_op is null) = (uitkomst is null) and (antwoord_op is not null or geleerd is null)),
  constraint klacht_antwoord_na_ontvangst check (antwoord_op >= ontvangen_op),
  constraint klacht_contact_weg_na_antwoord check (antwoord_op is null or contact_versleuteld is null),
  constraint klacht_gewist_is_leeg check ((gewist_op is null) = (omschrijving_versleuteld is not null) and (gewist_op is null or antwoord_op is not null))
);
create index klacht_regio on klacht (regio_id, ontvangen_op);
select beschrijf('klacht', 'Klacht of feedback over de samenwerking of het programma: wat ermee is gedaan en geleerd (PAR-07).', 'aard: Klacht of feedback.', 'onderwerp: Waarover.', 'afzender: Wat voor iemand hem gaf, en niet wie.', 'ontvangen_op: Dag van ontvangst.', 'omschrijving_versleuteld: Wat er is gezegd, versleuteld; leeg als gewist.',
  'contact_versleuteld: Hoe te antwoorden, versleuteld; leeg als dat niet hoeft, of na het antwoord.', 'antwoord_op: Dag van het antwoord; leeg zolang niet.', 'uitkomst: Uitkomst; leeg zolang er geen antwoord is.', 'geleerd: Wat ervan is geleerd, zonder wie het is; leeg als er niets is.', 'gewist_op: Dag waarop de omschrijving is gewist; leeg zolang niet.');
create trigger onherkenbaar before insert or update of geleerd on klacht for each row execute function eis_onherkenbaar('geleerd');

-- ── Stories that belong to an activiteit ────────────────────────────────────────────────────────────────────────────

create table activiteit_verhaal (
  id uuid primary key,
  regio_id uuid not null references regio,
  activiteit_id uuid not null,
  verhaal_id uuid not null references verhaal,
  gekoppeld_op timestamptz not null,
  gekoppeld_door uuid references gebruiker,
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  constraint activiteit_verhaal_eenmaal unique (activiteit_id, verhaal_id)
);
create index activiteit_verhaal_verhaal on activiteit_verhaal (verhaal_id);
select beschrijf('activiteit_verhaal', 'Welk verhaal bij welke activiteit hoort. Is het verhaal ingetrokken, dan is er niets meer te zien.', 'activiteit_id: Activiteit.', 'verhaal_id: Verhaal.', 'gekoppeld_op: Moment van koppelen.', 'gekoppeld_door: Wie het koppelde; leeg bij een taak van het systeem.');

-- ── Rights ──────────────────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare t text;
begin
  foreach t in array array['partnercontact', 'participatiegroep', 'groepslid', 'groepsbijeenkomst', 'groepsinzet', 'advies', 'idee', 'klacht', 'activiteit_verhaal'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', t);
    execute format('grant select, insert on %I to onderdak_app', t);
  end loop;
  foreach t in array array['partnercontact', 'participatiegroep', 'groepslid', 'groepsbijeenkomst', 'groepsinzet', 'advies', 'idee', 'klacht'] loop
    execute format('grant update on %I to onderdak_app', t);
  end loop;
end $$;
grant delete on activiteit_verhaal to onderdak_app;

-- ── Regions that exist already ──────────────────────────────────────────────────────────────────────────────────────

insert into termijn (regio_id, code, naam, aantal, eenheid, wettelijk, van, bron)
select r.id, x.code, x.naam, x.aantal, x.eenheid, false, date '2020-01-01', x.bron
from regio r cross join (values ('advies_beantwoorden', 'Antwoord van het college op een advies', 6, 'weken', 'Instelling van de regio'), ('idee_beantwoorden', 'Reactie op een idee van een inwoner', 6, 'weken', 'Instelling van de regio'),
  ('idee_afzender_bewaren', 'E-mailadres bij een idee bewaren na de reactie', 4, 'weken', 'Instelling van de regio'), ('klacht_beantwoorden', 'Antwoord op een klacht of feedback', 6, 'weken', 'Zes weken, zoals Awb art. 9:11; voor feedback een instelling van de regio'),
  ('klacht_bewaren', 'Omschrijving van een beantwoorde klacht bewaren', 12, 'maanden', 'Instelling van de regio')) x (code, naam, aantal, eenheid, bron);

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, n.permissie, current_date from rol_permissie p
  join (values ('participatie.lezen', array['programmamanager', 'beleidsmedewerker', 'regiocoordinator']), ('participatie.schrijven', array['programmamanager', 'beleidsmedewerker']), ('participatie.contacten', array['programmamanager', 'beleidsmedewerker'])) n (permissie, rollen) on p.rol_code = any (n.rollen)
where p.permissie = 'cijfers.lezen' and (p.tot is null or p.tot > current_date);

-- What the region may expect of each kind of partner; the code begins with the kind.
insert into keuze (regio_id, lijst, code, naam, volgorde, van, bron)
select r.id, 'partnerrol', x.code, x.naam, x.volgorde, date '2020-01-01', 'Visie wonen, zorg en welzijn MV §6.3' from regio r cross join (values
  (1, 'gemeente_a', 'Voert de regie op de samenwerking en op de voortgang van het uitvoeringsprogramma'),
  (2, 'gemeente_b', 'Zorgt voor samenhang binnen de eigen organisatie'),
  (3, 'gemeente_c', 'Legt afspraken vast in prestatieafspraken en subsidiebeschikkingen'),
  (4, 'gemeente_d', 'Toetst nieuwe initiatieven op de sociale en fysieke intaketafel'),
  (5, 'gemeente_e', 'Zorgt in het woningbouwprogramma voor genoeg nieuwbouw voor de aandachtsgroepen'),
  (6, 'gemeente_f', 'Borgt de afspraken bij gebiedsontwikkeling'),
  (7, 'gemeente_g', 'Neemt het voortouw om de woonomgeving geschikt te maken'),
  (8, 'gemeente_h', 'Betaalt mee aan woonzorgvormen, projectondersteuning en initiatieven van inwoners'),
  (9, 'corporatie_a', 'Zorgt voor passende en betaalbare woningen en woonvormen voor de aandachtsgroepen'),
  (10, 'corporatie_b', 'Draagt bij aan prettig wonen in complexen en buurten, samen met gemeente, zorg en welzijn'),
  (11, 'corporatie_c', 'Signaleert wat er speelt in de buurt, en wie welzijn of zorg nodig heeft'),
  (12, 'corporatie_d', 'Wisselt gegevens uit voor monitoring en sturing, binnen de grenzen van de AVG'),
  (13, 'corporatie_e', 'Betrekt zorg, welzijn en ouderen bij nieuwe woningen en woonvormen'),
  (14, 'aanbieder_a', 'Begeleidt cliënten met oog voor de buurt'),
  (15, 'aanbieder_b', 'Ontwikkelt woonvormen voor ouderen, samen met gemeenten en corporaties'),
  (16, 'aanbieder_c', 'Werkt samen met andere zorgpartners om zorg slim in te zetten bij een tekort aan personeel'),
  (17, 'aanbieder_d', 'Werkt samen met inwoners en met formele en informele partners in de wijk'),
  (18, 'aanbieder_e', 'Versterkt zorg en welzijn in de wijk, ook met eigen locaties'),
  (19, 'aanbieder_f', 'Begint of doet mee aan welzijnsactiviteiten in woonvormen met zorg'),
  (20, 'welzijn_a', 'Maakt een steunend netwerk, ontmoeting en activiteiten voor de aandachtsgroepen'),
  (21, 'welzijn_b', 'Begint of doet mee aan welzijnsactiviteiten in woonvormen met zorg'),
  (22, 'welzijn_c', 'Zet vrijwilligers in en ondersteunt hen'),
  (23, 'zorgverzekeraar_a', 'Zorgkantoor: verbindt zich voor meer jaren aan de opgave en de verdeling van zorg'),
  (24, 'zorgverzekeraar_b', 'Zorgkantoor: geeft inzicht in zorgprognoses voor de monitoring'),
  (25, 'zorgverzekeraar_c', 'Zorgkantoor: verbindt de zorginkoop met de woonzorgopgave'),
  (26, 'zorgverzekeraar_d', 'Zorgkantoor: betaalt mee aan woonzorgvormen en activiteiten om zelfstandig thuis te wonen'),
  (27, 'overig_a', 'Ontwikkelaar of belegger: maakt passende en betaalbare woningen voor de aandachtsgroepen'),
  (28, 'overig_b', 'Ontwikkelaar of belegger: voegt woningen en woonvormen toe die lokaal nodig zijn')) x (volgorde, code, naam);
