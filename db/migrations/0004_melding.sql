-- melding and beschikking: from the first report to a decision in writing.

create table melding (
  id uuid primary key,
  regio_id uuid not null references regio,
  nummer text not null,
  persoon_id uuid references persoon,
  huishouden_id uuid references huishouden,
  ontvangen_op timestamptz not null,
  meldingsdatum date not null,
  kanaal text not null,
  melder_soort text not null,
  melder_naam text,
  melder_contact text,
  melder_organisatie_id uuid references organisatie,
  gemeente_code text references gemeente,
  domein text check (domein in ('BW', 'BT', 'MO', 'VO', 'WONEN')),
  hulpvraag text not null,
  slaapplek_vannacht text not null default 'onbekend' check (slaapplek_vannacht in ('ja', 'nee', 'onbekend')),
  kinderen int not null default 0 check (kinderen >= 0),
  volwassenen int not null default 1 check (volwassenen >= 0),
  veiligheid text not null default 'onbekend' check (veiligheid in ('veilig', 'onveilig', 'acuut_onveilig', 'onbekend')),
  rechtmatig_verblijf text not null default 'niet_gevraagd' check (rechtmatig_verblijf in ('ja', 'nee', 'onbekend', 'niet_gevraagd')),
  is_spoed boolean not null default false,
  status text not null check (status in ('nieuw', 'triage', 'onderzoek', 'wacht_op_besluit', 'besloten', 'gesloten')),
  uiterlijk_op date not null,
  organisatie_id uuid not null references organisatie,
  behandelaar_id uuid references gebruiker,
  triage_uitkomst text check (triage_uitkomst in ('onderzoek', 'advies', 'alleen_huisvestingsvraag', 'doorverwezen', 'spoedplaatsing', 'eu_terugkeer')),
  triage_toelichting text,
  triage_op date,
  vo_geweld_afhankelijk boolean,
  vo_thuis_onveilig boolean,
  vo_code text check (vo_code in ('rood', 'oranje', 'groen')),
  bevestigd_op date,
  bevestigd_via text,
  vorige_melding_id uuid references melding,
  dagen_sinds_vorige int check (dagen_sinds_vorige >= 0),
  vorige_geweigerd boolean not null default false,
  is_herinstroom boolean not null default false,
  dagen_sinds_uitstroom int check (dagen_sinds_uitstroom >= 0),
  gesloten_op date,
  sluitreden text,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint melding_nummer_uniek unique (regio_id, nummer),
  constraint melding_bevestigd_heeft_wijze check ((bevestigd_op is null) = (bevestigd_via is null)),
  constraint melding_triage_compleet check ((triage_op is null) = (triage_uitkomst is null)),
  constraint melding_vo_code_vraagt_geweld check (vo_code is null or coalesce(vo_geweld_afhankelijk, false)),
  constraint melding_herinstroom_heeft_dagen check (is_herinstroom = (dagen_sinds_uitstroom is not null)),
  constraint melding_gesloten_heeft_reden check ((status = 'gesloten') = (gesloten_op is not null and sluitreden is not null))
);
create index melding_persoon on melding (persoon_id, meldingsdatum);
create index melding_werk on melding (regio_id, organisatie_id, status, meldingsdatum);
create index melding_verwijzer on melding (melder_organisatie_id) where melder_organisatie_id is not null;
create index melding_anoniem on melding (regio_id, organisatie_id) where persoon_id is null;
select beschrijf('melding', 'Meldingen van behoefte aan hulp, via elk kanaal, ook als iemand niet wordt toegelaten (Wmo 2015 art. 2.3.2).', 'nummer: Leesbaar nummer per regio.', 'persoon_id: Persoon; leeg zolang de melding anoniem is.',
  'huishouden_id: Huishouden; leeg als het om één persoon gaat.', 'ontvangen_op: Moment van de melding.', 'meldingsdatum: Dag van de melding; begin van de termijn van zes weken.', 'kanaal: Hoe de melding binnenkwam.', 'melder_soort: Wie meldde.', 'melder_naam: Naam van de melder; leeg als dat de persoon zelf is of anoniem.',
  'melder_contact: Hoe de melder te bereiken is; leeg als onbekend.', 'melder_organisatie_id: Verwijzende organisatie; leeg als die er niet is.', 'gemeente_code: Gemeente waar gemeld is; leeg als onbekend.', 'domein: Deel van de keten; leeg voor de triage.', 'hulpvraag: De vraag in eigen woorden.',
  'slaapplek_vannacht: Of er vannacht een slaapplek is.', 'kinderen: Aantal minderjarige kinderen dat meekomt.', 'volwassenen: Aantal volwassenen.', 'veiligheid: Of de situatie veilig is.', 'rechtmatig_verblijf: Uitkomst van de toets op rechtmatig verblijf (Wmo 2015 art. 1.2.2).',
  'is_spoed: Waar als er direct iets nodig is (Wmo 2015 art. 2.3.3).', 'status: Stand van de melding.', 'uiterlijk_op: Uiterste dag van het onderzoek: zes weken na de melding, doorgeschoven naar een werkdag.', 'organisatie_id: Loket dat de melding behandelt.', 'behandelaar_id: Medewerker die de melding behandelt; leeg zolang niemand haar oppakte.', 'triage_uitkomst: Uitkomst van de korte triage; leeg ervoor.', 'triage_toelichting: Toelichting; leeg voor de triage.',
  'triage_op: Dag van de triage; leeg ervoor.', 'vo_geweld_afhankelijk: Criterium vrouwenopvang: geweld in een afhankelijkheidsrelatie; leeg als niet gevraagd.', 'vo_thuis_onveilig: Criterium vrouwenopvang: thuis is het niet veilig; leeg als niet gevraagd.', 'vo_code: Code van Veilig Thuis; leeg buiten de vrouwenopvang.', 'bevestigd_op: Dag van de ontvangstbevestiging; leeg zolang die niet is verstuurd.', 'bevestigd_via: Hoe de ontvangst is bevestigd; leeg zolang dat niet is gebeurd.', 'vorige_melding_id: Vorige melding van dezelfde persoon; leeg als die er niet is.',
  'dagen_sinds_vorige: Dagen sinds de vorige melding; leeg als die er niet is.', 'vorige_geweigerd: Waar als de vorige melding eindigde in een weigering.', 'is_herinstroom: Waar als iemand na eerdere uitstroom opnieuw om hulp vraagt.', 'dagen_sinds_uitstroom: Dagen sinds het einde van het laatste verblijf; alleen gevuld bij herinstroom.', 'gesloten_op: Dag van sluiten; leeg zolang open.', 'sluitreden: Waarom gesloten; leeg zolang open.');
select bescherm('melding');
create policy anoniem on melding to onderdak_app
  using (persoon_id is null and regio_id = (select regio()) and ((select inzage('systeem')) or ((select inzage('personen')) and organisatie_id = (select organisatie()))))
  with check (persoon_id is null and regio_id = (select regio()));
grant select, insert, update on melding to onderdak_app;
create constraint trigger niemand_uit_beeld after insert or update of status, persoon_id on melding deferrable initially deferred
  for each row when (new.status not in ('besloten', 'gesloten')) execute function eis_opvolging();

create table meldingnummer (regio_id uuid not null references regio, jaar int not null, laatste int not null, primary key (regio_id, jaar));
select beschrijf('meldingnummer', 'Laatst uitgegeven meldingsnummer per regio en jaar.', 'jaar: Jaar.', 'laatste: Laatst uitgegeven nummer.');
grant select, insert, update on meldingnummer to onderdak_app;

create table onderzoek (
  id uuid primary key,
  regio_id uuid not null references regio,
  melding_id uuid not null references melding,
  persoon_id uuid not null references persoon,
  gestart_op date not null,
  uiterlijk_op date not null,
  plan_uitgelegd_op date,
  plan_ontvangen_op date,
  plan_samenvatting text,
  ondersteuning_aangeboden_op date,
  ondersteuning_uitkomst text check (ondersteuning_uitkomst in ('gebruikt', 'niet_gewenst', 'later', 'eigen_ondersteuner')),
  identiteit_gezien_op date,
  identiteit_document text,
  behoeften text,
  eigen_kracht text,
  mantelzorg_netwerk text,
  ondersteuning_mantelzorger text,
  algemene_voorzieningen text,
  samenwerking text,
  bijdragen text,
  pgb_uitgelegd_op date,
  clientprofiel text,
  verslag_verzonden_op date,
  reactie_client text,
  afgerond_op date,
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint onderzoek_een_per_melding unique (melding_id),
  constraint onderzoek_volledig check (afgerond_op is null or (plan_uitgelegd_op is not null and ondersteuning_aangeboden_op is not null and ondersteuning_uitkomst is not null
    and clientprofiel is not null and behoeften is not null and eigen_kracht is not null and mantelzorg_netwerk is not null and ondersteuning_mantelzorger is not null
    and algemene_voorzieningen is not null and samenwerking is not null and bijdragen is not null))
);
create index onderzoek_persoon on onderzoek (persoon_id);
select beschrijf('onderzoek', 'Onderzoek na een melding, met de zeven onderdelen van Wmo 2015 art. 2.3.2 lid 4.', 'melding_id: Melding.', 'gestart_op: Eerste dag.', 'uiterlijk_op: Uiterste dag: zes weken na de melding.', 'plan_uitgelegd_op: Dag waarop het persoonlijk plan is uitgelegd; leeg zolang niet.',
  'plan_ontvangen_op: Dag waarop het persoonlijk plan is ontvangen; leeg als er geen plan is.', 'plan_samenvatting: Kern van het persoonlijk plan; leeg als er geen is.', 'ondersteuning_aangeboden_op: Dag waarop gratis cliëntondersteuning is aangeboden; leeg zolang niet.', 'ondersteuning_uitkomst: Wat de cliënt wilde; leeg zolang niet aangeboden.',
  'identiteit_gezien_op: Dag waarop een identiteitsbewijs is gezien; leeg zolang niet.', 'identiteit_document: Soort document, zonder nummer; leeg zolang niet gezien.', 'behoeften: a. Behoeften, kenmerken en voorkeuren; leeg zolang niet onderzocht.', 'eigen_kracht: b. Eigen kracht en gebruikelijke hulp; leeg zolang niet onderzocht.',
  'mantelzorg_netwerk: c. Mantelzorg en netwerk; leeg zolang niet onderzocht.', 'ondersteuning_mantelzorger: d. Behoefte van de mantelzorger; leeg zolang niet onderzocht.', 'algemene_voorzieningen: e. Algemene voorzieningen; leeg zolang niet onderzocht.', 'samenwerking: f. Samenwerking met andere partijen; leeg zolang niet onderzocht.', 'bijdragen: g. Bijdragen; leeg zolang niet onderzocht.',
  'pgb_uitgelegd_op: Dag waarop de keuze voor een pgb is uitgelegd; leeg zolang niet.', 'clientprofiel: Cliëntprofiel; leeg zolang niet gekozen.', 'verslag_verzonden_op: Dag waarop het verslag is verstuurd; leeg zolang niet.', 'reactie_client: Opmerkingen van de cliënt; leeg als die er niet zijn.', 'afgerond_op: Dag van afronden; leeg zolang bezig.');
select bescherm('onderzoek');
grant select, insert, update on onderzoek to onderdak_app;

create table leefgebied_analyse (
  regio_id uuid not null references regio,
  onderzoek_id uuid not null references onderzoek,
  persoon_id uuid not null references persoon,
  leefgebied text not null,
  eigen_woorden text,
  bevinding text,
  zelfredzaamheid int check (zelfredzaamheid between 1 and 5),
  herkomst_informatie text,
  primary key (onderzoek_id, leefgebied)
);
select beschrijf('leefgebied_analyse', 'Probleemanalyse per leefgebied, samen met de inwoner.', 'onderzoek_id: Onderzoek.', 'leefgebied: Leefgebied.', 'eigen_woorden: Wat de inwoner er zelf over zegt; leeg als niets gezegd.', 'bevinding: Wat de medewerker ziet; leeg als niet besproken.',
  'zelfredzaamheid: Score 1 (acuut probleem) tot 5 (volledig zelfredzaam); leeg als niet gescoord.', 'herkomst_informatie: Van wie de informatie komt; leeg als van de inwoner zelf.');
select bescherm('leefgebied_analyse');
grant select, insert, update on leefgebied_analyse to onderdak_app;

create table besluit (
  id uuid primary key,
  regio_id uuid not null references regio,
  melding_id uuid not null references melding,
  persoon_id uuid references persoon,
  uitkomst text not null check (uitkomst in ('toegelaten', 'geweigerd', 'doorverwezen', 'alleen_huisvestingsvraag', 'ingetrokken')),
  product_id uuid references product,
  criteria_id uuid references criteria,
  criteria_antwoorden jsonb not null default '[]',
  motivering text not null,
  zijde text check (zijde in ('toegang', 'persoon')),
  reden text,
  aangeboden_alternatief text,
  doorverwezen_naar text,
  is_andere_regio boolean not null default false,
  warme_overdracht_op date,
  warme_overdracht_met text,
  naar_maatwerkoverleg boolean not null default false,
  besloten_op date not null,
  besloten_door uuid,
  organisatie_id uuid not null references organisatie,
  mandaat_id uuid references mandaat,
  namens_gemeente text references gemeente,
  aangemaakt_op timestamptz not null,
  constraint besluit_een_per_melding unique (melding_id),
  constraint besluit_doorverwijzing_volledig check (uitkomst <> 'doorverwezen' or doorverwezen_naar is not null),
  constraint besluit_andere_regio_aanvaard check (not is_andere_regio or (warme_overdracht_op is not null and warme_overdracht_met is not null)),
  constraint besluit_weigering_volledig check (uitkomst <> 'geweigerd' or (zijde is not null and reden is not null and aangeboden_alternatief is not null)),
  constraint besluit_toelating_volledig check (uitkomst <> 'toegelaten' or (product_id is not null and criteria_id is not null and persoon_id is not null))
);
create index besluit_persoon on besluit (persoon_id);
select beschrijf('besluit', 'Uitkomst van een melding, met de versie van de criteria en de motivering. Ook een weigering is een stand met een vervolg.', 'melding_id: Melding.', 'persoon_id: Persoon; leeg als de melding anoniem bleef.', 'uitkomst: Wat er besloten is.',
  'product_id: Product bij toelating; anders leeg.', 'criteria_id: Versie van de criteria; alleen leeg als er niet getoetst is.', 'criteria_antwoorden: Antwoord per criterium.', 'motivering: Waarom.', 'zijde: Wie weigerde: de toegang of de persoon; leeg als niet geweigerd.', 'reden: Reden van de weigering; leeg als niet geweigerd.',
  'aangeboden_alternatief: Wat in plaats daarvan is aangeboden; leeg als niet geweigerd.', 'doorverwezen_naar: Organisatie of regio die het overneemt; leeg als niet doorverwezen.', 'is_andere_regio: Waar als een andere regio het overneemt (landelijke toegankelijkheid).',
  'warme_overdracht_op: Dag waarop de ander de overdracht aannam; leeg als die er niet is.', 'warme_overdracht_met: Functie of team dat de overdracht aannam; leeg als die er niet is.', 'naar_maatwerkoverleg: Waar als de vraag ook naar het Maatwerkoverleg gaat.', 'besloten_op: Dag van het besluit.', 'besloten_door: Medewerker; leeg bij inlezen.', 'organisatie_id: Organisatie die besloot.', 'mandaat_id: Mandaat waarop; leeg als niet namens een gemeente.', 'namens_gemeente: Gemeente namens welke; leeg als niet van toepassing.');
select bescherm('besluit');
create policy anoniem on besluit to onderdak_app
  using (persoon_id is null and regio_id = (select regio()) and exists (select 1 from melding m where m.id = melding_id)) with check (persoon_id is null and regio_id = (select regio()));
grant select, insert, update (persoon_id) on besluit to onderdak_app;

create table vervolg (
  id uuid primary key,
  regio_id uuid not null references regio,
  melding_id uuid not null references melding,
  persoon_id uuid references persoon,
  organisatie_id uuid not null references organisatie,
  contactpersoon_id uuid not null references gebruiker,
  wat text not null,
  gepland_op date not null,
  dagen_na_besluit int,
  gedaan_op date,
  uitkomst text,
  toelichting text,
  constraint vervolg_gedaan_heeft_uitkomst check ((gedaan_op is null) = (uitkomst is null))
);
create index vervolg_gepland on vervolg (regio_id, gepland_op) where gedaan_op is null;
create index vervolg_melding on vervolg (melding_id);
select beschrijf('vervolg', 'Wat er gebeurt na een weigering of doorverwijzing: wie kijkt wanneer hoe het gaat.', 'melding_id: Melding.', 'persoon_id: Persoon; leeg als de melding anoniem bleef.', 'organisatie_id: Organisatie die het doet.', 'contactpersoon_id: Medewerker die het doet.', 'wat: Wat er moet gebeuren.', 'gepland_op: Wanneer.',
  'dagen_na_besluit: 7, 30 of 90 bij een vast moment; anders leeg.', 'gedaan_op: Dag waarop het is gedaan; leeg zolang open.', 'uitkomst: Hoe het gaat; leeg zolang open.', 'toelichting: Toelichting; leeg als die er niet is.');
select bescherm('vervolg');
create policy anoniem on vervolg to onderdak_app
  using (persoon_id is null and regio_id = (select regio()) and exists (select 1 from melding m where m.id = melding_id)) with check (persoon_id is null and regio_id = (select regio()));
grant select, insert, update on vervolg to onderdak_app;

create table melding_notitie (
  id uuid primary key,
  regio_id uuid not null references regio,
  melding_id uuid not null references melding,
  persoon_id uuid references persoon,
  organisatie_id uuid not null references organisatie,
  gebruiker_id uuid,
  tekst text not null,
  voor_verwijzer boolean not null default false,
  geschreven_op timestamptz not null
);
create index melding_notitie_melding on melding_notitie (melding_id);
select beschrijf('melding_notitie', 'Notities bij een melding, ook heen en weer met de verwijzer.', 'melding_id: Melding.', 'persoon_id: Persoon; leeg als de melding anoniem is.', 'organisatie_id: Organisatie van de schrijver.', 'gebruiker_id: Schrijver; leeg bij een taak van het systeem.', 'tekst: Tekst.', 'voor_verwijzer: Waar als de verwijzer de notitie mag lezen.', 'geschreven_op: Moment.');
select bescherm('melding_notitie');
create policy anoniem on melding_notitie to onderdak_app
  using (persoon_id is null and regio_id = (select regio()) and exists (select 1 from melding m where m.id = melding_id)) with check (persoon_id is null and regio_id = (select regio()));
grant select, insert, update (persoon_id) on melding_notitie to onderdak_app;

create table melding_overdracht (
  id uuid primary key,
  regio_id uuid not null references regio,
  melding_id uuid not null references melding,
  persoon_id uuid references persoon,
  van_organisatie_id uuid not null references organisatie,
  naar_organisatie_id uuid not null references organisatie,
  reden text not null,
  status text not null check (status in ('aangeboden', 'geaccepteerd', 'geweigerd')),
  aangeboden_op timestamptz not null,
  aangeboden_door uuid,
  beantwoord_op timestamptz,
  beantwoord_door uuid,
  antwoord_toelichting text,
  check (van_organisatie_id <> naar_organisatie_id)
);
create unique index melding_overdracht_een_open on melding_overdracht (melding_id) where status = 'aangeboden';
select beschrijf('melding_overdracht', 'Overdracht van een melding tussen loketten; de melding blijft bij de gever tot de ontvanger haar aanneemt.', 'melding_id: Melding.', 'persoon_id: Persoon; leeg als de melding anoniem is.', 'van_organisatie_id: Gever.', 'naar_organisatie_id: Ontvanger.', 'reden: Waarom.', 'status: Stand.', 'aangeboden_op: Moment van aanbieden.',
  'aangeboden_door: Wie aanbood; leeg bij een taak van het systeem.', 'beantwoord_op: Moment van antwoord; leeg zolang open.', 'beantwoord_door: Wie antwoordde; leeg zolang open.', 'antwoord_toelichting: Toelichting bij het antwoord; leeg zolang open.');
alter table melding_overdracht enable row level security, force row level security;
create policy partijen on melding_overdracht to onderdak_app
  using (regio_id = (select regio()) and ((select inzage('systeem')) or ((select inzage('personen')) and (select organisatie()) in (van_organisatie_id, naar_organisatie_id)))) with check (regio_id = (select regio()));
grant select, insert, update on melding_overdracht to onderdak_app;
create index melding_overdracht_melding on melding_overdracht (melding_id);

-- An anonymous melding has no betrokkenheid: both parties of a handover see it, and what is to be done about it.
create policy overdracht on melding to onderdak_app
  using (persoon_id is null and regio_id = (select regio()) and (select inzage('personen')) and exists (
    select 1 from melding_overdracht o where o.melding_id = melding.id and o.status in ('aangeboden', 'geaccepteerd') and (select organisatie()) in (o.van_organisatie_id, o.naar_organisatie_id)))
  with check (persoon_id is null and regio_id = (select regio()));
create policy overdracht on opvolging to onderdak_app
  using (persoon_id is null and regio_id = (select regio()) and exists (select 1 from melding m where m.id = melding_id))
  with check (persoon_id is null and regio_id = (select regio()));

-- ── What a referrer may follow: the functions that look past row-level security ───────────────────

create function verwijzingen_van_mijn_organisatie()
returns table (melding_id uuid, persoon_id uuid, nummer text, meldingsdatum date, status text, notities jsonb)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  select m.id, m.persoon_id, m.nummer, m.meldingsdatum, m.status,
    coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'tekst', n.tekst, 'organisatie', o.naam, 'geschrevenOp', n.geschreven_op) order by n.geschreven_op, n.id)
      from melding_notitie n join organisatie o on o.id = n.organisatie_id where n.melding_id = m.id and n.voor_verwijzer), '[]'::jsonb)
  from melding m
  where m.regio_id = regio() and m.melder_organisatie_id = organisatie()
$$;
comment on function verwijzingen_van_mijn_organisatie is 'Stand en berichten van meldingen die de eigen organisatie heeft gedaan, zonder dossier.';

create function bericht_van_verwijzer(p_id uuid, p_melding uuid, p_tekst text) returns table (melding_id uuid, persoon_id uuid)
language sql security definer set search_path = onderdak, pg_temp as $$
  insert into melding_notitie (id, regio_id, melding_id, persoon_id, organisatie_id, gebruiker_id, tekst, voor_verwijzer, geschreven_op)
  select p_id, m.regio_id, m.id, m.persoon_id, organisatie(), gebruiker(), p_tekst, true, nu()
  from melding m where m.id = p_melding and m.regio_id = regio() and m.melder_organisatie_id = organisatie() and m.status <> 'gesloten'
  returning melding_notitie.melding_id, melding_notitie.persoon_id
$$;
comment on function bericht_van_verwijzer is 'Zet een bericht van de verwijzer bij een open melding die de eigen organisatie deed.';

create policy kern on melding_notitie to onderdak_kern using (true) with check (true);
grant select, insert on melding_notitie to onderdak_kern;
do $$
declare f text;
begin
  foreach f in array array['verwijzingen_van_mijn_organisatie()', 'bericht_van_verwijzer(uuid,uuid,text)'] loop
    execute format('alter function %s owner to onderdak_kern', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to onderdak_app', f);
  end loop;
end $$;

create table klantcontact (
  id uuid primary key,
  regio_id uuid not null references regio,
  organisatie_id uuid not null references organisatie,
  op date not null,
  soort text not null check (soort in ('contact', 'gezinsgesprek')),
  gemeente_code text references gemeente,
  van_elders boolean not null default false,
  leeftijdsklasse text not null check (leeftijdsklasse in ('onder_23', 'vanaf_23', 'onbekend')),
  gezin_kenmerk text,
  melding_id uuid references melding,
  bron text
);
create index klantcontact_telling on klantcontact (regio_id, op);
select beschrijf('klantcontact', 'Contacten aan het loket, om te tellen per gemeente en leeftijd; zonder naam.', 'organisatie_id: Loket.', 'op: Dag.', 'soort: Contact of gezinsgesprek.', 'gemeente_code: Gemeente; leeg als van elders of onbekend.', 'van_elders: Waar als iemand van buiten de regio komt.', 'leeftijdsklasse: Onder 23, 23 en ouder, of onbekend.',
  'gezin_kenmerk: Kenmerk om unieke gezinnen te tellen; leeg als geen gezin.', 'melding_id: Melding die eruit volgde; leeg als die er niet is.');
alter table klantcontact enable row level security, force row level security;
create policy regio on klantcontact to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()));
grant select, insert on klantcontact to onderdak_app;

create table adrestoestemming (
  id uuid primary key,
  regio_id uuid not null references regio,
  organisatie_id uuid not null references organisatie,
  persoon_id uuid references persoon,
  op date not null,
  toestemming boolean not null,
  voor_postadres boolean not null default true,
  voor_opvang boolean not null default true,
  gemeente_code text references gemeente,
  leeftijdsklasse text not null check (leeftijdsklasse in ('onder_23', 'vanaf_23', 'onbekend')),
  reden text,
  bron text
);
create index adrestoestemming_telling on adrestoestemming (regio_id, op);
select beschrijf('adrestoestemming', 'Of iemand een postadres en opvang mag gebruiken (daklozenloket).', 'organisatie_id: Loket dat besliste.', 'persoon_id: Persoon; leeg bij ingelezen tellingen zonder persoon.', 'op: Dag.', 'toestemming: Wel of geen toestemming.', 'voor_postadres: Geldt voor het postadres.', 'voor_opvang: Geldt voor de opvang.',
  'gemeente_code: Gemeente; leeg als onbekend.', 'leeftijdsklasse: Leeftijdsklasse.', 'reden: Waarom niet; leeg bij toestemming of als onbekend.');
select bescherm('adrestoestemming');
create policy zonder_persoon on adrestoestemming to onderdak_app using (persoon_id is null and regio_id = (select regio())) with check (persoon_id is null and regio_id = (select regio()));
grant select, insert on adrestoestemming to onderdak_app;

-- A yearly table must be whole, also for who does not see every person: counts only, no rows.
create function tel_adrestoestemmingen(p_van date, p_tot date)
returns table (toestemming boolean, gemeente text, leeftijdsklasse text, aantal int) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select a.toestemming, a.gemeente_code, a.leeftijdsklasse, count(*)::int from adrestoestemming a
  where a.regio_id = regio() and a.op >= p_van and a.op < p_tot group by 1, 2, 3
$$;
comment on function tel_adrestoestemmingen is 'Aantal toestemmingen voor postadres en opvang in een periode, zonder personen.';
create policy kern on adrestoestemming for select to onderdak_kern using (true);
grant select on adrestoestemming to onderdak_kern;
alter function tel_adrestoestemmingen(date, date) owner to onderdak_kern;
revoke execute on function tel_adrestoestemmingen(date, date) from public;
grant execute on function tel_adrestoestemmingen(date, date) to onderdak_app;

-- ── beschikking ─────────────────────────────────────────────────────────────────────────────────────────────────────

create table beschikking (
  id uuid primary key,
  regio_id uuid not null references regio,
  nummer text not null,
  melding_id uuid references melding,
  besluit_id uuid references besluit,
  persoon_id uuid not null references persoon,
  product_id uuid references product,
  soort text check (soort in ('toekenning', 'afwijzing', 'herziening', 'intrekking')),
  status text not null check (status in ('aangevraagd', 'beschikt', 'ingetrokken', 'buiten_behandeling')),
  aangevraagd_op date not null,
  uiterlijk_op date not null,
  termijn_toelichting text,
  beschikt_op date,
  verzonden_op date,
  verzonden_via text,
  bezwaar_tot date,
  geldig_van date,
  geldig_tot date check (geldig_tot > geldig_van),
  heronderzoek_op date,
  motivering text,
  intrekgrond text check (intrekgrond in ('a', 'b', 'c', 'd', 'e')),
  organisatie_id uuid not null references organisatie,
  mandaat_id uuid references mandaat,
  namens_gemeente text not null references gemeente,
  beslisser_id uuid references gebruiker,
  vorige_id uuid references beschikking,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint beschikking_nummer_uniek unique (regio_id, nummer),
  constraint beschikking_volledig check (status <> 'beschikt' or (soort is not null and beschikt_op is not null and motivering is not null)),
  constraint beschikking_toekenning_volledig check (status <> 'beschikt' or soort not in ('toekenning', 'herziening') or (product_id is not null and geldig_van is not null and heronderzoek_op is not null)),
  constraint beschikking_intrekking_volledig check (soort is null or soort not in ('herziening', 'intrekking') or (vorige_id is not null and intrekgrond is not null)),
  constraint beschikking_verzonden_volledig check ((verzonden_op is null) = (verzonden_via is null) and (verzonden_op is null) = (bezwaar_tot is null)),
  constraint beschikking_overlapt_niet exclude using gist (persoon_id with =, product_id with =, daterange(geldig_van, geldig_tot) with &&)
    where (status = 'beschikt' and soort in ('toekenning', 'herziening'))
);
create index beschikking_persoon on beschikking (persoon_id);
create index beschikking_termijn on beschikking (regio_id, uiterlijk_op) where status = 'aangevraagd';
create index beschikking_heronderzoek on beschikking (regio_id, heronderzoek_op) where status = 'beschikt' and soort in ('toekenning', 'herziening');
create index beschikking_organisatie on beschikking (regio_id, organisatie_id, aangevraagd_op);
create unique index beschikking_een_open_aanvraag on beschikking (persoon_id, product_id) where status = 'aangevraagd';
create index beschikking_vorige on beschikking (vorige_id) where vorige_id is not null;
select beschrijf('beschikking', 'Aanvraag en beschikking (Wmo 2015 art. 2.3.5): binnen twee weken, met bezwaarclausule.', 'nummer: Leesbaar kenmerk.', 'melding_id: Melding; leeg bij inlezen.', 'besluit_id: Besluit waarop de beschikking rust; leeg bij inlezen.', 'product_id: Gevraagd of toegekend product; alleen leeg bij inlezen.', 'soort: Wat voor beschikking; leeg zolang niet beslist en bij buiten behandeling.', 'status: Stand.', 'aangevraagd_op: Dag van de aanvraag.',
  'uiterlijk_op: Uiterste dag, met opschorting en Algemene termijnenwet.', 'termijn_toelichting: Hoe de uiterste dag is berekend; leeg als gewoon.', 'beschikt_op: Dag van de beschikking; leeg zolang niet beslist.', 'verzonden_op: Dag van bekendmaking; leeg zolang niet verstuurd.', 'verzonden_via: Hoe verstuurd; leeg zolang niet.', 'bezwaar_tot: Laatste dag voor bezwaar (Awb 6:7); leeg zolang niet verstuurd.',
  'geldig_van: Eerste dag van geldigheid, bij intrekking de dag waarop zij ingaat; leeg bij afwijzing.', 'geldig_tot: Eerste dag waarop zij niet meer geldt; leeg als geen einde.', 'heronderzoek_op: Dag van heronderzoek (Wmo 2015 art. 2.3.9); leeg bij afwijzing.', 'motivering: Motivering; leeg zolang niet beslist.', 'intrekgrond: Grond van art. 2.3.10 lid 1 bij herziening of intrekking; anders leeg.', 'organisatie_id: Organisatie die beslist.',
  'mandaat_id: Mandaat; leeg als de gemeente zelf beslist.', 'namens_gemeente: Gemeente die verantwoordelijk is.', 'beslisser_id: Medewerker die besliste; leeg zolang niet beslist.', 'vorige_id: Beschikking die hiermee wordt herzien of ingetrokken; leeg als de eerste.');
select bescherm('beschikking');
grant select, insert, update on beschikking to onderdak_app;

create table beschikkingnummer (regio_id uuid not null references regio, jaar int not null, laatste int not null, primary key (regio_id, jaar));
select beschrijf('beschikkingnummer', 'Laatst uitgegeven nummer van een beschikking per regio en jaar.', 'jaar: Jaar.', 'laatste: Laatst uitgegeven nummer.');
alter table beschikkingnummer enable row level security, force row level security;
create policy regio on beschikkingnummer to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()));
grant select, insert, update on beschikkingnummer to onderdak_app;

create table opschorting (
  id uuid primary key,
  regio_id uuid not null references regio,
  beschikking_id uuid not null references beschikking,
  persoon_id uuid not null references persoon,
  van date not null,
  tot date check (tot > van),
  verwacht_tot date check (verwacht_tot > van),
  grond text not null check (grond in ('aanvulling', 'buitenland', 'instemming', 'schuld_aanvrager', 'overmacht')),
  reden text not null,
  constraint opschorting_einde_bekend check (grond not in ('aanvulling', 'instemming') or verwacht_tot is not null),
  constraint opschorting_overlapt_niet exclude using gist (beschikking_id with =, daterange(van, tot) with &&)
);
select beschrijf('opschorting', 'Dagen waarin de beslistermijn stilstaat (Awb 4:15).', 'beschikking_id: Beschikking.', 'verwacht_tot: Dag waarop de termijn weer loopt als er niets binnenkomt; leeg als dat nog niet vaststaat.',
  'grond: Grond van Awb 4:15.', 'reden: Waarom, in gewone taal.');
select bescherm('opschorting');
grant select, insert, update on opschorting to onderdak_app;

create table heronderzoek (
  id uuid primary key,
  regio_id uuid not null references regio,
  beschikking_id uuid not null references beschikking,
  persoon_id uuid not null references persoon,
  gedaan_op date not null,
  uitkomst text not null check (uitkomst in ('ongewijzigd', 'herzien', 'ingetrokken')),
  toelichting text not null,
  volgende_op date check (volgende_op > gedaan_op),
  gedaan_door uuid,
  constraint heronderzoek_ongewijzigd_gaat_door check (uitkomst <> 'ongewijzigd' or volgende_op is not null)
);
create index heronderzoek_beschikking on heronderzoek (beschikking_id);
select beschrijf('heronderzoek', 'Gedane heronderzoeken (Wmo 2015 art. 2.3.9).', 'beschikking_id: Beschikking die is bekeken.', 'gedaan_op: Dag.', 'uitkomst: Wat eruit kwam.', 'toelichting: Waarom.', 'volgende_op: Dag van het volgende heronderzoek; leeg als de beschikking is ingetrokken.', 'gedaan_door: Medewerker; leeg bij een taak van het systeem.');
select bescherm('heronderzoek');
grant select, insert on heronderzoek to onderdak_app;

create table brief (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  soort text not null,
  onderwerp_id uuid not null,
  titel text not null,
  mime text not null,
  inhoud bytea not null,
  gemaakt_op timestamptz not null,
  gemaakt_door uuid
);
create index brief_onderwerp on brief (onderwerp_id);
select beschrijf('brief', 'Gemaakte brieven zoals ze zijn verstuurd.', 'soort: Soort brief.', 'onderwerp_id: Melding of beschikking.', 'titel: Titel.', 'mime: Bestandssoort.', 'inhoud: Het document.', 'gemaakt_op: Moment.', 'gemaakt_door: Wie; leeg bij een taak van het systeem.');
select bescherm('brief');
grant select, insert on brief to onderdak_app;
