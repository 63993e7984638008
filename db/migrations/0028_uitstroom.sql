-- uitstroom: from the first day of a stay to a home: conditions, urgentie and één-route, offers of a corporatie, contract, route and destination.

-- ── The dossier and its conditions ──────────────────────────────────────────────────────────────────────────────────

create table uitstroomdossier (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  begonnen_op date not null,
  gemeente_code text references gemeente,
  woningtype text,
  wens text check (length(btrim(wens)) > 0),
  afgerond_op date,
  route text,
  verblijf_id uuid references verblijf,
  bestemming text,
  afwijking_reden text check (length(btrim(afwijking_reden)) > 0),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint uitstroomdossier_eindigt_na_begin check (afgerond_op >= begonnen_op),
  constraint uitstroomdossier_einde_volledig check ((afgerond_op is null) = (route is null)),
  constraint uitstroomdossier_bestemming_eenmaal check (
    case when afgerond_op is null or route = 'samengevoegd' then verblijf_id is null and bestemming is null else (verblijf_id is null) <> (bestemming is null) end)
);
create unique index uitstroomdossier_een_open_per_persoon on uitstroomdossier (persoon_id) where afgerond_op is null;
create unique index uitstroomdossier_een_per_verblijf on uitstroomdossier (verblijf_id) where verblijf_id is not null;
create index uitstroomdossier_persoon on uitstroomdossier (persoon_id);
create index uitstroomdossier_regio on uitstroomdossier (regio_id, afgerond_op);
select beschrijf('uitstroomdossier', 'De weg naar een eigen thuis. Het dossier bestaat vanaf de eerste dag van een verblijf; de rij komt er bij de eerste invoer.', 'begonnen_op: Eerste dag van het verblijf, of de dag van de eerste invoer zonder verblijf.',
  'gemeente_code: Gemeente waar iemand wil wonen; leeg als dat de gemeente van herkomst is.', 'woningtype: Gewenste soort woning uit de keuzelijst; leeg zolang dat niet bekend is.', 'wens: Wat iemand verder wil of nodig heeft in de woning, zonder diagnose; leeg als er niets is.',
  'afgerond_op: Dag waarop iemand uitstroomde; leeg zolang niet.', 'route: Langs welke weg, uit de keuzelijst, of samengevoegd; leeg zolang niet afgerond.', 'verblijf_id: Verblijf dat eindigde en waarvan de bestemming telt; leeg zolang niet afgerond of zonder verblijf.',
  'bestemming: Waarheen, uit de keuzelijst, als er geen verblijf was dat eindigde; leeg als het verblijf het zegt.', 'afwijking_reden: Waarom afgerond terwijl niet alle voorwaarden in orde waren; leeg als ze dat waren.');

create table uitstroom_voorwaarde (
  regio_id uuid not null references regio,
  dossier_id uuid not null references uitstroomdossier,
  persoon_id uuid not null references persoon,
  code text not null,
  stand text not null check (stand in ('ja', 'nee', 'nvt')),
  notitie text check (length(btrim(notitie)) > 0),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  primary key (dossier_id, code)
);
create index uitstroom_voorwaarde_persoon on uitstroom_voorwaarde (persoon_id);
select beschrijf('uitstroom_voorwaarde', 'Wat in orde moet zijn voor iemand uitstroomt, per voorwaarde van de regio.', 'dossier_id: Uitstroomdossier.', 'code: Voorwaarde uit de keuzelijst van de regio.', 'stand: In orde, niet in orde of niet van toepassing.', 'notitie: Korte notitie; leeg als die er niet is.',
  'vastgelegd_op: Moment van het laatste antwoord.', 'vastgelegd_door: Wie antwoordde; leeg bij een taak van het systeem.');

-- ── Urgentie and één-route ──────────────────────────────────────────────────────────────────────────────────────────

create table urgentieaanvraag (
  id uuid primary key,
  regio_id uuid not null references regio,
  dossier_id uuid not null references uitstroomdossier,
  persoon_id uuid not null references persoon,
  soort text not null check (soort in ('urgentie', 'een_route')),
  status text not null check (status in ('voorbereid', 'ingediend', 'toegekend', 'afgewezen', 'ingetrokken', 'gebruikt')),
  grond text not null,
  herkomst_gemeente text references gemeente,
  ontvangende_partij text not null check (length(btrim(ontvangende_partij)) > 0),
  afspraken text check (length(btrim(afspraken)) > 0),
  voorbereid_op date not null,
  ingediend_op date check (ingediend_op >= voorbereid_op),
  kenmerk text check (length(btrim(kenmerk)) > 0),
  besloten_op date check (besloten_op >= ingediend_op),
  geldig_tot date check (geldig_tot > besloten_op),
  geeindigd_op date check (geeindigd_op >= voorbereid_op),
  toelichting text check (length(btrim(toelichting)) > 0),
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint urgentieaanvraag_herkomst_bij_een_route check (soort <> 'een_route' or herkomst_gemeente is not null),
  constraint urgentieaanvraag_stap_heeft_dag check (
    (status not in ('ingediend', 'toegekend', 'afgewezen', 'gebruikt') or ingediend_op is not null)
    and (status not in ('toegekend', 'afgewezen', 'gebruikt') or besloten_op is not null)
    and (status not in ('toegekend', 'gebruikt') or geldig_tot is not null)
    and ((status in ('ingetrokken', 'gebruikt')) = (geeindigd_op is not null))
    and (status not in ('afgewezen', 'ingetrokken') or toelichting is not null))
);
create unique index urgentieaanvraag_een_in_behandeling on urgentieaanvraag (dossier_id, soort) where status in ('voorbereid', 'ingediend');
create index urgentieaanvraag_loopt_af on urgentieaanvraag (regio_id, geldig_tot) where status = 'toegekend';
create index urgentieaanvraag_dossier on urgentieaanvraag (dossier_id);
create index urgentieaanvraag_persoon on urgentieaanvraag (persoon_id);
select beschrijf('urgentieaanvraag', 'Aanvraag om urgentie, of terugkeer naar de gemeente van herkomst met de één-route-regeling. Verlopen volgt uit geldig_tot.', 'dossier_id: Uitstroomdossier.', 'soort: Urgentie of één-route.', 'status: Stand.', 'grond: Grond uit de keuzelijst.',
  'herkomst_gemeente: Gemeente waar iemand naar terugkeert; leeg als die onbekend is.', 'ontvangende_partij: Wie de aanvraag krijgt en beslist, of wie iemand ontvangt.', 'afspraken: Afspraken met de andere gemeente; leeg als die er niet zijn.', 'voorbereid_op: Dag waarop het voorbereiden begon.', 'ingediend_op: Dag van indienen; leeg zolang niet.',
  'kenmerk: Kenmerk bij wie beslist; leeg als dat niet bekend is.', 'besloten_op: Dag van het besluit; leeg zolang dat er niet is.', 'geldig_tot: Eerste dag waarop zij niet meer geldt; leeg zolang niet toegekend.', 'geeindigd_op: Dag van gebruik of intrekken; leeg als geen van beide.', 'toelichting: Waarom afgewezen of ingetrokken; anders mag zij leeg zijn.');

-- ── Offers of a corporatie ──────────────────────────────────────────────────────────────────────────────────────────

create table woningaanbod (
  id uuid primary key,
  regio_id uuid not null references regio,
  dossier_id uuid not null references uitstroomdossier,
  persoon_id uuid not null references persoon,
  corporatie_id uuid not null references organisatie,
  deling_id uuid not null references deling,
  status text not null check (status in ('gevraagd', 'aangeboden', 'geen_woning', 'aanvaard', 'geweigerd', 'ingetrokken')),
  gevraagd_op date not null,
  gevraagd_door uuid references gebruiker,
  organisatie_id uuid not null references organisatie,
  initialen text not null,
  huishouden_grootte int not null check (huishouden_grootte > 0),
  woningtype text not null,
  gemeente_code text not null references gemeente,
  omschrijving text check (length(btrim(omschrijving)) > 0),
  huur numeric(8, 2) check (huur > 0),
  aangeboden_op date check (aangeboden_op >= gevraagd_op),
  reageer_voor date check (reageer_voor >= aangeboden_op),
  beantwoord_op date check (beantwoord_op >= coalesce(aangeboden_op, gevraagd_op)),
  weigerreden text,
  toelichting text check (length(btrim(toelichting)) > 0),
  gevolg text check (gevolg in ('geen_gevolg', 'overleg', 'urgentie_intrekken')),
  gevolg_op date check (gevolg_op >= beantwoord_op),
  gevolg_door uuid,
  gevolg_toelichting text check (length(btrim(gevolg_toelichting)) > 0),
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint woningaanbod_aanbod_volledig check (
    status not in ('aangeboden', 'aanvaard', 'geweigerd') or (omschrijving is not null and aangeboden_op is not null and reageer_voor is not null)),
  constraint woningaanbod_antwoord_volledig check ((status in ('gevraagd', 'aangeboden')) = (beantwoord_op is null)),
  constraint woningaanbod_weigering_heeft_reden check ((status = 'geweigerd') = (weigerreden is not null)),
  constraint woningaanbod_gevolg_door_mens check (
    (gevolg is null) = (gevolg_op is null) and (gevolg is null) = (gevolg_door is null) and (gevolg is null) = (gevolg_toelichting is null) and (gevolg is null or status = 'geweigerd'))
);
create unique index woningaanbod_een_open_per_corporatie on woningaanbod (dossier_id, corporatie_id) where status in ('gevraagd', 'aangeboden');
create index woningaanbod_dossier on woningaanbod (dossier_id);
create index woningaanbod_persoon on woningaanbod (persoon_id);
create index woningaanbod_corporatie on woningaanbod (regio_id, corporatie_id, status);
create index woningaanbod_deling on woningaanbod (deling_id);
select beschrijf('woningaanbod', 'Vraag aan een corporatie om een woning, en het aanbod dat volgde. De corporatie ziet alleen initialen, grootte van het huishouden, soort woning en gemeente.', 'dossier_id: Uitstroomdossier.', 'corporatie_id: Corporatie.', 'deling_id: Deling waarmee de woonvraag naar de corporatie ging; eindigt die, dan ziet de corporatie de vraag niet meer.',
  'status: Stand.', 'gevraagd_op: Dag van de vraag.', 'gevraagd_door: Wie vroeg; leeg bij een taak van het systeem.', 'organisatie_id: Organisatie die vroeg.', 'initialen: Initialen, zoals gedeeld.', 'huishouden_grootte: Met hoeveel personen, zoals gedeeld.', 'woningtype: Soort woning die nodig is, zoals gedeeld.', 'gemeente_code: Gemeente waar de woning nodig is.',
  'omschrijving: Welke woning is aangeboden; leeg zolang er geen aanbod is.', 'huur: Kale huur per maand in euro; leeg als onbekend.', 'aangeboden_op: Dag van het aanbod; leeg zolang er geen aanbod is.', 'reageer_voor: Laatste dag om te antwoorden; leeg zolang er geen aanbod is.', 'beantwoord_op: Dag waarop de vraag of het aanbod eindigde; leeg zolang zij loopt.',
  'weigerreden: Waarom geweigerd, uit de keuzelijst; leeg als niet geweigerd.', 'toelichting: Toelichting; leeg als die er niet is.', 'gevolg: Wat na te vaak weigeren is besloten; leeg zolang niemand besloot.', 'gevolg_op: Dag van dat besluit; leeg zolang niet.', 'gevolg_door: Wie besloot; leeg zolang niet.', 'gevolg_toelichting: Waarom; leeg zolang niet.');

-- ── Contract ────────────────────────────────────────────────────────────────────────────────────────────────────────

create table huurcontract (
  id uuid primary key,
  regio_id uuid not null references regio,
  dossier_id uuid not null references uitstroomdossier,
  persoon_id uuid not null references persoon,
  woningaanbod_id uuid references woningaanbod,
  soort text not null check (soort in ('woonzorgcontract', 'omklapwoning', 'huurovereenkomst', 'tijdelijk')),
  status text not null check (status in ('lopend', 'omgezet', 'beeindigd')),
  woningtype text not null,
  gemeente_code text not null references gemeente,
  begonnen_op date not null,
  afspraken text not null check (length(btrim(afspraken)) > 0),
  evaluatie_op date check (evaluatie_op > begonnen_op),
  omklap_op date check (omklap_op > begonnen_op),
  omgezet_op date check (omgezet_op > begonnen_op),
  geeindigd_op date check (geeindigd_op >= begonnen_op),
  eindreden text check (length(btrim(eindreden)) > 0),
  versie int not null default 1,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  constraint huurcontract_omklap_heeft_dagen check ((soort in ('woonzorgcontract', 'omklapwoning')) = (omklap_op is not null) and (omklap_op is null or evaluatie_op is not null)),
  constraint huurcontract_stand_heeft_dag check (
    (status <> 'lopend' or omgezet_op is null) and (status <> 'omgezet' or omgezet_op is not null)
    and (omgezet_op is null or omklap_op is not null) and (status = 'beeindigd') = (geeindigd_op is not null) and (status = 'beeindigd') = (eindreden is not null))
);
create unique index huurcontract_een_lopend on huurcontract (persoon_id) where status in ('lopend', 'omgezet');
create unique index huurcontract_een_per_aanbod on huurcontract (woningaanbod_id) where woningaanbod_id is not null;
create index huurcontract_dossier on huurcontract (dossier_id);
create index huurcontract_dagen on huurcontract (regio_id, omklap_op) where status = 'lopend';
create index huurcontract_persoon on huurcontract (persoon_id);
select beschrijf('huurcontract', 'Het contract van de woning: een woonzorgcontract of omklapwoning die een gewoon huurcontract wordt, of meteen een huurcontract.', 'dossier_id: Uitstroomdossier.', 'woningaanbod_id: Aanbod waaruit het volgde; leeg zonder aanbod van een corporatie.', 'soort: Soort contract bij het begin.', 'status: Stand.',
  'woningtype: Soort woning.', 'gemeente_code: Gemeente van de woning.', 'begonnen_op: Eerste dag van het contract.', 'afspraken: Afspraken van goede buur en goede huurder.', 'evaluatie_op: Dag waarop partijen samen terugkijken; leeg als dat niet is afgesproken.', 'omklap_op: Dag waarop het een gewoon huurcontract zou worden; leeg als het dat al is.',
  'omgezet_op: Dag waarop het een gewoon huurcontract werd; leeg zolang niet.', 'geeindigd_op: Dag waarop het contract eindigde; leeg zolang niet.', 'eindreden: Waarom het eindigde; leeg zolang niet.');

create table huurcontract_partij (
  regio_id uuid not null references regio,
  contract_id uuid not null references huurcontract,
  persoon_id uuid not null references persoon,
  rol text not null check (rol in ('verhuurder', 'hoofdhuurder', 'begeleider')),
  naam text not null check (length(btrim(naam)) > 0),
  primary key (contract_id, rol, naam)
);
create index huurcontract_partij_persoon on huurcontract_partij (persoon_id);
select beschrijf('huurcontract_partij', 'Partijen bij het contract, naast de cliënt.', 'contract_id: Contract.', 'rol: Verhuurder, hoofdhuurder of begeleider.', 'naam: Naam van de organisatie.');

create table maatwerkoverleg (
  id uuid primary key,
  regio_id uuid not null references regio,
  dossier_id uuid not null references uitstroomdossier,
  persoon_id uuid not null references persoon,
  op date not null,
  uitkomst text not null check (uitkomst in ('pauzewoning', 'maatwerkwoning', 'directe_bemiddeling', 'verwezen', 'geen_oplossing')),
  pauzewoning_tot date check (pauzewoning_tot > op),
  toelichting text not null check (length(btrim(toelichting)) > 0),
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  constraint maatwerkoverleg_pauzewoning_tot check ((uitkomst = 'pauzewoning') = (pauzewoning_tot is not null))
);
create index maatwerkoverleg_dossier on maatwerkoverleg (dossier_id);
create index maatwerkoverleg_persoon on maatwerkoverleg (persoon_id);
select beschrijf('maatwerkoverleg', 'Maatwerkoverleg over iemand die met spoed een woning zoekt, met de uitkomst.', 'dossier_id: Uitstroomdossier.', 'op: Dag van het overleg.', 'uitkomst: Wat eruit kwam.', 'pauzewoning_tot: Eerste dag waarop de pauzewoning niet meer kan; alleen bij een pauzewoning.', 'toelichting: Wat is afgesproken.',
  'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.');

-- ── Invariants over several rows ────────────────────────────────────────────────────────────────────────────────────

create function eis_huurcontract() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if not exists (select 1 from huurcontract_partij p where p.contract_id = new.id and p.rol = 'verhuurder')
    or (new.soort = 'woonzorgcontract' and not exists (select 1 from huurcontract_partij p where p.contract_id = new.id and p.rol = 'begeleider'))
    or (new.soort = 'omklapwoning' and not exists (select 1 from huurcontract_partij p where p.contract_id = new.id and p.rol = 'hoofdhuurder')) then
    raise exception 'huurcontract % mist een partij', new.id using errcode = '23514', constraint = 'huurcontract_heeft_partijen';
  end if;
  return null;
end $$;
comment on function eis_huurcontract is 'Weigert bij het vastleggen een contract zonder verhuurder, een woonzorgcontract zonder begeleider of een omklapwoning zonder hoofdhuurder.';

-- The corporatie sees an offer for as long as the sharing behind it lasts.
create function woonvraag_gedeeld(p_deling uuid) returns boolean language sql stable security definer set search_path = onderdak, pg_temp as $$
  select exists (select 1 from deling d where d.id = p_deling and d.beeindigd_op is null and d.vervalt_op > vandaag())
$$;
comment on function woonvraag_gedeeld is 'Of de deling achter een woonvraag nog loopt.';

-- Two files of one person: the open dossier goes along to the file that counts; when both have one, that of the other file ends.
create function uitstroom_volgt_samenvoeging() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  oud uuid := (select id from uitstroomdossier where persoon_id = new.id and afgerond_op is null);
  tabel text;
begin
  if oud is null then return null; end if;
  if exists (select 1 from uitstroomdossier where persoon_id = new.samengevoegd_in and afgerond_op is null) then
    update uitstroomdossier set afgerond_op = greatest(vandaag(), begonnen_op), route = 'samengevoegd', versie = versie + 1, gewijzigd_op = nu(), gewijzigd_door = gebruiker() where id = oud;
  elsif not exists (select 1 from huurcontract n join huurcontract o on o.dossier_id = oud and o.status <> 'beeindigd' where n.persoon_id = new.samengevoegd_in and n.status <> 'beeindigd') then
    foreach tabel in array array['uitstroom_voorwaarde', 'urgentieaanvraag', 'woningaanbod', 'huurcontract', 'maatwerkoverleg'] loop
      execute format('update %I set persoon_id = $2 where dossier_id = $1', tabel) using oud, new.samengevoegd_in;
    end loop;
    update huurcontract_partij p set persoon_id = new.samengevoegd_in from huurcontract c where c.id = p.contract_id and c.dossier_id = oud;
    update uitstroomdossier set persoon_id = new.samengevoegd_in, versie = versie + 1 where id = oud;
  end if;
  return null;
end $$;
comment on function uitstroom_volgt_samenvoeging is 'Laat het open uitstroomdossier meegaan naar het dossier dat na samenvoegen geldt; hebben beide er een, dan eindigt dat van het andere dossier.';

create function uitstroom_volgt_terugdraaiing() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  wat uuid;
  tabel text;
begin
  for wat in
    select distinct d.id from uitstroomdossier d join gebeurtenis g on g.regio_id = d.regio_id and g.onderwerp_id = d.id and g.soort = 'UitstroomBegonnen' and g.persoon_id = new.id
    where d.persoon_id = old.samengevoegd_in
  loop
    foreach tabel in array array['uitstroom_voorwaarde', 'urgentieaanvraag', 'woningaanbod', 'huurcontract', 'maatwerkoverleg'] loop
      execute format('update %I set persoon_id = $2 where dossier_id = $1', tabel) using wat, new.id;
    end loop;
    update huurcontract_partij p set persoon_id = new.id from huurcontract c where c.id = p.contract_id and c.dossier_id = wat;
    update uitstroomdossier set persoon_id = new.id, versie = versie + 1 where id = wat;
  end loop;
  update uitstroomdossier set afgerond_op = null, route = null, versie = versie + 1, gewijzigd_op = nu(), gewijzigd_door = gebruiker()
    where persoon_id = new.id and route = 'samengevoegd' and not exists (select 1 from uitstroomdossier o where o.persoon_id = new.id and o.afgerond_op is null);
  return null;
end $$;
comment on function uitstroom_volgt_terugdraaiing is 'Geeft een uitstroomdossier dat met het samenvoegen meeging of eindigde terug aan het dossier waarin het begon.';

-- ── Counts for the overview of the region, without persons ──────────────────────────────────────────────────────────

create function cijfer_uitstroom(p_van date, p_tot date) returns table (jaar int, route text, bestemming text, aantal int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b)
  select extract(year from d.afgerond_op)::int, d.route, coalesce(d.bestemming, v.bestemming, 'onbekend'), count(*)::int,
    bool_and((select inzage('systeem')) or d.persoon_id in (select b.persoon_id from bekend b))
  from uitstroomdossier d left join verblijf v on v.id = d.verblijf_id
  where d.regio_id = (select regio()) and d.afgerond_op >= p_van and d.afgerond_op < p_tot and d.route <> 'samengevoegd'
  group by 1, 2, 3
$$;
comment on function cijfer_uitstroom is 'Hoeveel mensen in een periode uitstroomden, per jaar, route en bestemming, zonder cliënten.';

create function cijfer_woningen(p_van date, p_tot date) returns table (jaar int, aantal int, zichtbaar boolean)
language sql stable security definer set search_path = onderdak, pg_temp as $$
  with bekend as materialized (select b.persoon_id from zichtbare_personen() b)
  select extract(year from c.begonnen_op)::int, count(*)::int, bool_and((select inzage('systeem')) or c.persoon_id in (select b.persoon_id from bekend b))
  from huurcontract c where c.regio_id = (select regio()) and c.begonnen_op >= p_van and c.begonnen_op < p_tot group by 1
$$;
comment on function cijfer_woningen is 'Voor hoeveel huishoudens in een jaar een contract voor een woning begon, zonder cliënten.';

-- ── Rights and configuration in regions that exist already ──────────────────────────────────────────────────────────

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct on (p.regio_id, p.rol_code) p.regio_id, p.rol_code, 'uitstroom.lezen', current_date from rol_permissie p where p.permissie = 'traject.lezen' and (p.tot is null or p.tot > current_date);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct on (p.regio_id, p.rol_code) p.regio_id, p.rol_code, 'uitstroom.wijzigen', current_date from rol_permissie p where p.permissie = 'traject.wijzigen' and (p.tot is null or p.tot > current_date);
insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct on (p.regio_id) p.regio_id, 'corporatie_medewerker', 'woonvraag.beantwoorden', current_date from rol_permissie p where p.rol_code = 'corporatie_medewerker';

insert into termijn (regio_id, code, naam, aantal, eenheid, wettelijk, van, bron)
select r.id, x.code, x.naam, x.aantal, x.eenheid, false, date '2020-01-01', 'Instelling van de regio'
from regio r cross join (values ('uitstroom_voorbereiden', 'Voorwaarden voor uitstroom bekijken na het begin van een verblijf', 4, 'weken'), ('urgentie_waarschuwing', 'Melden dat een urgentie bijna verloopt', 6, 'weken'),
  ('omklap_waarschuwing', 'Melden dat een contract bijna een gewoon huurcontract wordt', 8, 'weken'), ('woningaanbod_reageren', 'Reageren op een aangeboden woning', 7, 'dagen')) x (code, naam, aantal, eenheid);
insert into instelling (regio_id, code, naam, waarde, soort, van, bron)
select r.id, x.code, x.naam, x.waarde, x.soort, x.van, x.bron
from regio r cross join (values
  ('urgentie_instantie', 'Wie beslist over urgentie', 'Gemeente van herkomst', 'tekst', date '2020-01-01', 'Instelling van de regio'),
  ('urgentie_is_bemiddeling', 'Urgentie is altijd directe bemiddeling', 'nee', 'ja_nee', date '2020-01-01', 'Instelling van de regio'),
  ('woning_weigeringen', 'Vanaf hoeveel geweigerde woningen iemand beslist wat er volgt', '2', 'getal', date '2020-01-01', 'Instelling van de regio'),
  ('woning_weigering_gevolg', 'Wat er kan volgen als iemand te vaak een woning weigert', 'De urgentie kan worden ingetrokken. Bespreek eerst waarom.', 'tekst', date '2020-01-01', 'Instelling van de regio'),
  ('woningen_per_jaar', 'Woningen voor uitstroom per jaar volgens de prestatieafspraken', '0', 'getal', date '2020-01-01', 'Nog geen afspraak ingevuld'),
  ('huurtoeslag_leeftijd', 'Leeftijd vanaf wanneer de gewone huurgrens geldt', '21', 'getal', date '2026-01-01', 'Wet op de huurtoeslag, per 1 januari 2026'),
  ('huurtoeslag_huurgrens', 'Huur tot waar huurtoeslag wordt berekend, in euro', '932,93', 'getal', date '2026-01-01', 'Wet op de huurtoeslag, per 1 januari 2026'),
  ('huurtoeslag_huurgrens_jong', 'Huur tot waar huurtoeslag wordt berekend voor wie jonger is, in euro', '498,20', 'getal', date '2026-01-01', 'Wet op de huurtoeslag, per 1 januari 2026')
) x (code, naam, waarde, soort, van, bron);
insert into keuze (regio_id, lijst, code, naam, volgorde, van)
select r.id, x.lijst, x.code, x.naam, row_number() over (partition by r.id, x.lijst order by x.n), date '2020-01-01'
from regio r cross join (values
  (1, 'uitstroomvoorwaarde', 'dagbesteding', 'Werk, opleiding of dagbesteding'), (2, 'uitstroomvoorwaarde', 'herstelacademie', 'Herstelacademie bekend en aangeboden'), (3, 'uitstroomvoorwaarde', 'netwerk', 'Netwerk om op terug te vallen'),
  (4, 'uitstroomvoorwaarde', 'inkomen', 'Inkomen en schulden geregeld'), (5, 'uitstroomvoorwaarde', 'begeleiding', 'Begeleiding na het vertrek geregeld'),
  (1, 'woningtype', 'huurwoning', 'Zelfstandige huurwoning'), (2, 'woningtype', 'flexwoning', 'Flexwoning of tijdelijke woning'), (3, 'woningtype', 'kamer_met_aandacht', 'Kamer met aandacht'), (4, 'woningtype', 'housing_first', 'Housing First'),
  (5, 'woningtype', 'geclusterd', 'Geclusterd wonen'), (6, 'woningtype', 'kamer', 'Kamer of gedeelde woning'), (7, 'woningtype', 'skaeve_huse', 'Skaeve huse'),
  (1, 'uitstroomroute', 'directe_bemiddeling', 'Directe bemiddeling'), (2, 'uitstroomroute', 'urgentie', 'Urgentie, zelf zoeken'), (3, 'uitstroomroute', 'een_route', 'Eén-route-regeling'), (4, 'uitstroomroute', 'regulier', 'Gewone woningmarkt'),
  (5, 'uitstroomroute', 'maatwerk', 'Maatwerkoverleg of pauzewoning'), (6, 'uitstroomroute', 'zorg', 'Plek in zorg of opvang'), (7, 'uitstroomroute', 'netwerk', 'Via het eigen netwerk'), (8, 'uitstroomroute', 'geen', 'Geen geregelde route'),
  (1, 'urgentiegrond', 'uitstroom_opvang', 'Doorstroom vanuit opvang of instelling'), (2, 'urgentiegrond', 'geweld', 'Geweld of bedreiging'), (3, 'urgentiegrond', 'medisch', 'Medische noodzaak'), (4, 'urgentiegrond', 'woonlasten', 'Te hoge woonlasten'),
  (5, 'urgentiegrond', 'onbewoonbaar', 'Woning is onbewoonbaar'), (6, 'urgentiegrond', 'anders', 'Anders'),
  (1, 'weigerreden_woning', 'buurt', 'De buurt past niet of is niet veilig'), (2, 'weigerreden_woning', 'te_duur', 'Te duur'), (3, 'weigerreden_woning', 'te_klein', 'Te klein voor het huishouden'), (4, 'weigerreden_woning', 'toegankelijkheid', 'Niet goed bereikbaar of toegankelijk'),
  (5, 'weigerreden_woning', 'te_ver', 'Te ver van werk, school of netwerk'), (6, 'weigerreden_woning', 'eigen_oplossing', 'Heeft zelf een woning'), (7, 'weigerreden_woning', 'nog_niet_toe', 'Is er nog niet aan toe'), (8, 'weigerreden_woning', 'anders', 'Anders')
) x (n, lijst, code, naam);

-- ── Sight and rights ────────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare tabel text;
begin
  foreach tabel in array array['uitstroomdossier', 'uitstroom_voorwaarde', 'urgentieaanvraag', 'woningaanbod', 'huurcontract', 'huurcontract_partij', 'maatwerkoverleg'] loop
    perform bescherm(tabel::regclass);
    execute format('create policy kern on %I to onderdak_kern using (true) with check (true)', tabel);
    execute format('grant select, insert, update on %I to onderdak_app', tabel);
    execute format('grant select, update on %I to onderdak_kern', tabel);
  end loop;
end $$;
create policy corporatie on woningaanbod for select to onderdak_app
  using (regio_id = (select regio()) and (select inzage('woonvraag')) and corporatie_id = organisatie() and woonvraag_gedeeld(deling_id));
create policy corporatie_antwoordt on woningaanbod for update to onderdak_app
  using (regio_id = (select regio()) and (select inzage('woonvraag')) and corporatie_id = organisatie() and status = 'gevraagd' and woonvraag_gedeeld(deling_id))
  with check (regio_id = (select regio()) and (select inzage('woonvraag')) and corporatie_id = organisatie() and status in ('aangeboden', 'geen_woning'));
comment on function inzage is 'Of de vrager een groep gegevens mag inzien: personen, vo, geheim, bsn, audit, woonvraag of systeem.';

alter function eis_huurcontract() owner to onderdak_kern;
alter function woonvraag_gedeeld(uuid) owner to onderdak_kern;
alter function uitstroom_volgt_samenvoeging() owner to onderdak_kern;
alter function uitstroom_volgt_terugdraaiing() owner to onderdak_kern;
alter function cijfer_uitstroom(date, date) owner to onderdak_kern;
alter function cijfer_woningen(date, date) owner to onderdak_kern;
revoke execute on function eis_huurcontract(), woonvraag_gedeeld(uuid), uitstroom_volgt_samenvoeging(), uitstroom_volgt_terugdraaiing(), cijfer_uitstroom(date, date), cijfer_woningen(date, date) from public;
grant execute on function woonvraag_gedeeld(uuid), cijfer_uitstroom(date, date), cijfer_woningen(date, date) to onderdak_app;

create constraint trigger huurcontract_heeft_partijen after insert or update of soort on huurcontract deferrable initially deferred for each row execute function eis_huurcontract();
create trigger uitstroom_volgt_samenvoeging after update of samengevoegd_in on persoon
  for each row when (old.samengevoegd_in is null and new.samengevoegd_in is not null) execute function uitstroom_volgt_samenvoeging();
create trigger uitstroom_volgt_terugdraaiing after update of samengevoegd_in on persoon
  for each row when (old.samengevoegd_in is not null and new.samengevoegd_in is null) execute function uitstroom_volgt_terugdraaiing();
