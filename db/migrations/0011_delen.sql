-- delen: every sharing of personal data with its ground and its end, and the register of consent (AVG-04).

create table toestemming (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  organisatie_id uuid not null references organisatie,
  ontvanger_soort text not null check (ontvanger_soort in ('college', 'aanbieder', 'andere_gemeente', 'zorg', 'zorgkantoor', 'corporatie', 'veilig_thuis', 'politie', 'welzijn', 'werk_onderwijs', 'naaste', 'cak_svb', 'toezicht', 'overig')),
  ontvanger_organisatie_id uuid references organisatie,
  ontvanger_naam text check (length(btrim(ontvanger_naam)) > 0),
  gegevensset text not null check (gegevensset in ('contact', 'woonvraag', 'ondersteuning', 'overdracht', 'terugmelding', 'casus', 'gezondheid', 'veiligheid', 'declaratie')),
  doel text not null check (length(btrim(doel)) > 0),
  vorm text not null check (vorm in ('schriftelijk', 'mondeling', 'digitaal')),
  gegeven_door text not null check (gegeven_door in ('client', 'vertegenwoordiger')),
  vertegenwoordiger_naam text,
  vertegenwoordiger_reden text check (vertegenwoordiger_reden in ('jonger_dan_12', 'niet_in_staat')),
  gegeven_op date not null,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid,
  ingetrokken_op date,
  intrekking_toelichting text,
  intrekking_vastgelegd_op timestamptz,
  ingetrokken_door uuid,
  constraint toestemming_set unique (id, gegevensset),
  constraint toestemming_een_ontvanger check ((ontvanger_organisatie_id is null) <> (ontvanger_naam is null)),
  constraint toestemming_vertegenwoordiger_compleet check ((gegeven_door = 'vertegenwoordiger') = (vertegenwoordiger_naam is not null and vertegenwoordiger_reden is not null)),
  constraint toestemming_ingetrokken_na_geven check (ingetrokken_op >= gegeven_op),
  constraint toestemming_intrekking_compleet check ((ingetrokken_op is null) = (intrekking_vastgelegd_op is null))
);
create index toestemming_persoon on toestemming (persoon_id, gegeven_op);
select beschrijf('toestemming', 'Register van toestemmingen: waarvoor, aan wie, door wie en wanneer gegeven, en wanneer ingetrokken.', 'organisatie_id: Organisatie die haar vroeg en vastlegde.', 'ontvanger_soort: Soort ontvanger.',
  'ontvanger_organisatie_id: Organisatie in de regio die de gegevens mag krijgen; leeg bij een partij daarbuiten.', 'ontvanger_naam: Naam van een partij buiten de regio; leeg bij een organisatie in de regio.', 'gegevensset: Welke gegevens, uit de vaste lijst.',
  'doel: Waarvoor.', 'vorm: Hoe zij is gegeven.', 'gegeven_door: De cliënt zelf of de wettelijk vertegenwoordiger (Wmo 2015 art. 5.3.3 lid 2).', 'vertegenwoordiger_naam: Naam van de vertegenwoordiger; leeg als de cliënt haar zelf gaf.', 'vertegenwoordiger_reden: Waarom een vertegenwoordiger; leeg als de cliënt haar zelf gaf.',
  'gegeven_op: Dag waarop zij is gegeven.', 'vastgelegd_op: Moment van vastleggen.', 'vastgelegd_door: Wie vastlegde; leeg bij een taak van het systeem.', 'ingetrokken_op: Dag van intrekken; leeg zolang zij geldt.', 'intrekking_toelichting: Toelichting bij het intrekken; leeg als die er niet is.',
  'intrekking_vastgelegd_op: Moment waarop wij het intrekken vastlegden; leeg zolang zij geldt.', 'ingetrokken_door: Wie het intrekken vastlegde; leeg zolang zij geldt of bij een taak van het systeem.');

create table deling (
  id uuid primary key,
  regio_id uuid not null references regio,
  persoon_id uuid not null references persoon,
  organisatie_id uuid not null references organisatie,
  ontvanger_soort text not null check (ontvanger_soort in ('college', 'aanbieder', 'andere_gemeente', 'zorg', 'zorgkantoor', 'corporatie', 'veilig_thuis', 'politie', 'welzijn', 'werk_onderwijs', 'naaste', 'cak_svb', 'toezicht', 'overig')),
  ontvanger_organisatie_id uuid references organisatie,
  ontvanger_naam text check (length(btrim(ontvanger_naam)) > 0),
  gegevensset text not null check (gegevensset in ('contact', 'woonvraag', 'ondersteuning', 'overdracht', 'terugmelding', 'casus', 'gezondheid', 'veiligheid', 'declaratie')),
  doel text not null check (length(btrim(doel)) > 0),
  grond text not null check (grond in ('WETTELIJKE_TAAK_COLLEGE', 'UITVOERING_AANBIEDER', 'UITDRUKKELIJKE_TOESTEMMING', 'BEROEPSHALVE_MEDEWERKING', 'VEILIG_THUIS', 'VITAAL_BELANG', 'WETTELIJKE_VERPLICHTING_OVERIG')),
  artikel text not null check (length(btrim(artikel)) > 0),
  toestemming_id uuid,
  weging text check (length(btrim(weging)) > 0),
  bron_soort text,
  bron_id uuid,
  gedeeld_op date not null,
  gedeeld_door uuid,
  vastgelegd_op timestamptz not null,
  vervalt_op date not null,
  beeindigd_op date,
  einde_reden text check (einde_reden in ('toestemming_ingetrokken', 'niet_meer_nodig', 'stap_voorbij')),
  beeindigd_door uuid,
  constraint deling_een_ontvanger check ((ontvanger_organisatie_id is null) <> (ontvanger_naam is null)),
  constraint deling_toestemming_bij_grond check ((grond = 'UITDRUKKELIJKE_TOESTEMMING') = (toestemming_id is not null)),
  constraint deling_toestemming_over_set foreign key (toestemming_id, gegevensset) references toestemming (id, gegevensset),
  constraint deling_weging_bij_grond check (grond not in ('BEROEPSHALVE_MEDEWERKING', 'VITAAL_BELANG') or weging is not null),
  constraint deling_vervalt_later check (vervalt_op > gedeeld_op),
  constraint deling_einde_compleet check ((beeindigd_op is null) = (einde_reden is null)),
  constraint deling_bron_compleet check ((bron_soort is null) = (bron_id is null))
);
create index deling_persoon on deling (persoon_id, gedeeld_op);
create index deling_regio on deling (regio_id, gedeeld_op, id);
create index deling_toestemming on deling (toestemming_id) where toestemming_id is not null;
create index deling_bron on deling (bron_id) where bron_id is not null;
select beschrijf('deling', 'Elke keer dat gegevens van een persoon aan een ander zijn gegeven: aan wie, welke, waarom mag dat, en tot wanneer.', 'organisatie_id: Organisatie die deelt.', 'ontvanger_soort: Soort ontvanger; bepaalt met de set en de grond of het mag.',
  'ontvanger_organisatie_id: Ontvanger in de regio; leeg bij een partij daarbuiten.', 'ontvanger_naam: Naam van een partij buiten de regio; leeg bij een organisatie in de regio.', 'gegevensset: Welke gegevens, uit de vaste lijst.', 'doel: Waarvoor.', 'grond: Grond voor het delen (Wmo 2015 hoofdstuk 5, AVG).', 'artikel: Wetsartikel waarop het delen rust.',
  'toestemming_id: Toestemming waarop het rust; leeg bij een andere grond.', 'weging: Waarom dit nodig was en niet met minder kon; leeg als de grond dat niet vraagt.', 'bron_soort: Stap in de keten die deelde; leeg bij los delen.', 'bron_id: Rij van die stap; leeg bij los delen.',
  'gedeeld_op: Dag van delen.', 'gedeeld_door: Wie deelde; leeg bij een taak van het systeem.', 'vastgelegd_op: Moment van vastleggen.', 'vervalt_op: Eerste dag waarop de ontvanger de gegevens niet meer mag gebruiken of inzien.', 'beeindigd_op: Dag waarop het delen eerder stopte; leeg zolang dat niet zo is.', 'einde_reden: Waarom het eerder stopte; leeg zolang dat niet zo is.',
  'beeindigd_door: Wie het stopte; leeg zolang dat niet zo is of bij een taak van het systeem.');

select bescherm('toestemming');
select bescherm('deling');
-- Who reviews the looks also reviews the sharings, without opening a dossier.
create policy toezicht on deling for select to onderdak_app using (regio_id = (select regio()) and (select inzage('audit')));
create policy kern on toestemming for select to onderdak_kern using (true);
create policy kern on deling for select to onderdak_kern using (true);
grant select, insert, update on toestemming, deling to onderdak_app;
grant select on toestemming, deling to onderdak_kern;

-- Checked at commit: nothing is shared any longer on a consent that was withdrawn, also when both happen at once.
create function eis_toestemming() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  if exists (
    select 1 from deling d join toestemming t on t.id = d.toestemming_id
    where d.beeindigd_op is null and t.ingetrokken_op is not null and (case when tg_table_name = 'deling' then d.id = new.id else t.id = new.id end)
  ) then
    raise exception 'een deling rust op een ingetrokken toestemming' using errcode = '23514', constraint = 'deling_op_geldige_toestemming';
  end if;
  return null;
end $$;
alter function eis_toestemming() owner to onderdak_kern;
comment on function eis_toestemming is 'Weigert bij het vastleggen dat iets gedeeld blijft op een ingetrokken toestemming.';
create constraint trigger deling_op_geldige_toestemming after insert or update on deling deferrable initially deferred
  for each row when (new.toestemming_id is not null) execute function eis_toestemming();
create constraint trigger toestemming_zonder_deling after update of ingetrokken_op on toestemming deferrable initially deferred
  for each row when (new.ingetrokken_op is not null) execute function eis_toestemming();

-- ── Rights in regions that exist already ──────────────────────────────────────────────────────────────────────────────

insert into rol_permissie (regio_id, rol_code, permissie, van)
select distinct p.regio_id, p.rol_code, n.permissie, current_date from rol_permissie p cross join (values ('delen.lezen'), ('delen.vastleggen')) n (permissie)
where p.permissie = 'persoon.lezen' and p.rol_code in ('toegangsmedewerker', 'consulent_daklozenloket', 'centrumgemeente_beslisser', 'wachtlijstbeheerder', 'aanbieder_planner', 'aanbieder_begeleider', 'vo_medewerker', 'casusregisseur')
  and (p.tot is null or p.tot > current_date);
