-- A region of bench.personen persons in bulk, as the login of the database; deterministic but for today. Every constraint
-- and trigger holds: all of it is one transaction, so the deferred ones are checked at its commit.

create function pg_temp.nr(soort int, i bigint) returns uuid language sql immutable
  return (lpad(to_hex(soort), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid;
-- A fixed "random" number from 0 to n - 1.
create function pg_temp.kies(i bigint, zout int, n int) returns int language sql immutable
  return (hashint8extended(i, zout) & 2147483647)::int % n;
create function pg_temp.uit(lijst text[], i bigint, zout int) returns text language sql immutable
  return lijst[1 + pg_temp.kies(i, zout, array_length(lijst, 1))];

create temp table maat as
select p as personen, greatest(p / 10, 50) as verblijven, greatest(p * 12 / 100 / 20 * 20, 60) as plekken, greatest(p / 25, 40) as wachtend,
  greatest(p / 33, 30) as open_meldingen, r.id as regio, vandaag() as vandaag, nu() as nu,
  (select id from organisatie o where o.regio_id = r.id and o.naam = 'Regionaal loket') as loket,
  (select id from gebruiker g where g.regio_id = r.id and g.gebruikersnaam = 'loket.toegangsmedewerker.tst') as medewerker
from (select current_setting('bench.personen')::int as p) x, regio r where r.code = 'TST';

-- Of an empty table the planner takes any index for the key of a fact, and the whole fill is one plan: those that are no key come
-- at the end.
create temp table index_later as select indexname, indexdef from pg_indexes where tablename like 'feit\_%' and indexname !~ '_(pkey|sleutel|eenmaal)$';
do $$ declare x record; begin for x in select * from index_later loop execute format('drop index %I', x.indexname); end loop; end $$;

-- ── Organisations, products, places ─────────────────────────────────────────────────────────────────────────────────
insert into organisatie (id, regio_id, naam, soort, taken, van)
select pg_temp.nr(1, i), regio, 'Zorgaanbieder ' || i, 'aanbieder', '{aanbieden}', '2020-01-01' from maat, generate_series(1, 55) i;
insert into gebruiker (id, regio_id, organisatie_id, gebruikersnaam, naam, van)
select pg_temp.nr(2, i), regio, pg_temp.nr(1, i), 'begeleider' || i, 'Begeleider ' || i, '2020-01-01' from maat, generate_series(1, 55) i;
create temp table aanbieder as
select row_number() over (order by o.naam !~ '^Aanbieder', o.id) as nummer, o.id, coalesce(g.id, (select medewerker from maat)) as gebruiker
from organisatie o left join gebruiker g on g.organisatie_id = o.id and g.gebruikersnaam like 'begeleider%'
where o.soort = 'aanbieder' and o.naam <> 'Vrouwenopvang';

insert into product (id, regio_id, code, naam, domein, gezinnen, toegang, nachtregistratie, van)
select pg_temp.nr(3, i), regio, 'P' || i, naam, domein, 'ja', toegang, domein = 'MO', '2020-01-01' from maat,
  unnest(array['Beschermd wonen', 'Beschermd thuis', '24-uursopvang', 'Doorstroomwoning', 'Nachtopvang', 'Crisisopvang', 'Housing First', 'Gezinsopvang', 'Jongerenopvang', 'Kamers met kansen', 'Time-outplek', 'Skaeve huse'],
    array['BW', 'BT', 'MO', 'WONEN', 'MO', 'MO', 'WONEN', 'MO', 'MO', 'WONEN', 'BW', 'WONEN'],
    array['beschikking', 'beschikking', 'besluit', 'besluit', 'direct', 'direct', 'besluit', 'besluit', 'besluit', 'besluit', 'besluit', 'besluit']) with ordinality as x (naam, domein, toegang, i);
insert into product_regel (regio_id, product_id, maximum_aantal, maximum_eenheid, van)
select regio, pg_temp.nr(3, i), 24, 'maanden', '2020-01-01' from maat, generate_series(1, 12) i;

insert into voorziening (id, regio_id, organisatie_id, code, naam, soort, domein, bereik, gemeente_code, van)
select pg_temp.nr(4, a.nummer), regio, a.id, 'V' || a.nummer, 'Voorziening ' || a.nummer, 'verblijf', 'BW', case when a.nummer % 3 = 0 then 'lokaal' else 'regionaal' end,
  case when a.nummer % 2 = 0 then 'GM0622' else 'GM0606' end, '2020-01-01' from maat, aanbieder a;
insert into locatie (id, regio_id, voorziening_id, naam, gemeente_code, is_geheim, telefoon, kenmerken, bevestigd_op, van)
select pg_temp.nr(5, l), regio, pg_temp.nr(4, 1 + l % 57), 'Locatie ' || l, case when l % 30 = 0 then null when l % 2 = 0 then 'GM0622' else 'GM0606' end, l % 30 = 0,
  case when l % 30 <> 0 then '010' || lpad(l::text, 7, '0') end, case when l % 4 = 0 then array['rolstoel'] else '{}' end, nu - make_interval(hours => l % 48), '2020-01-01'
from maat, generate_series(1, (select plekken / 20 from maat)) l;
insert into opening (regio_id, locatie_id, regime, van)
select regio, pg_temp.nr(5, l), case when l % 5 = 0 then 'nacht' else 'dag_en_nacht' end, '2020-01-01' from maat, generate_series(1, (select plekken / 20 from maat)) l;
create temp table plaats as
select k, 1 + (k - 1) / 20 as l, pg_temp.nr(6, k) as id, pg_temp.nr(3, 1 + (((k - 1) / 20) + case when (k - 1) / 20 % 3 = 0 and k % 20 >= 15 then 1 else 0 end) % 12) as product
from generate_series(1, (select plekken from maat)) k;
insert into plek (id, regio_id, locatie_id, product_id, naam, soort, personen_maximum, kenmerken, van)
select id, regio, pg_temp.nr(5, l), product, 'Kamer ' || 1 + (k - 1) % 20, case when k % 15 = 0 then 'gezin' else 'regulier' end, case when k % 15 = 0 then 4 else 1 end,
  case when k % 7 = 0 then array['huisdier'] when k % 11 = 0 then array['prikkelarm', 'begane_grond'] else '{}' end, '2020-01-01' from maat, plaats;
insert into buiten_gebruik (id, regio_id, plek_id, van, tot, reden)
select pg_temp.nr(7, k), regio, id, vandaag - 10, case when k % 4 = 0 then vandaag + 20 end, 'onderhoud' from maat, plaats where k % 48 = 0;

-- ── Persons, households and who is responsible for them ─────────────────────────────────────────────────────────────
-- Running stays: 1 … verblijven; waiting: after that; open meldingen: after that; past stays: the first 60%; members of
-- households: the last ones.
create temp table mens as
select i, pg_temp.nr(8, i) as id, i <= verblijven as verblijft, i > verblijven and i <= verblijven + wachtend as wacht,
  i > verblijven + wachtend and i <= verblijven + wachtend + open_meldingen as meldt,
  i > verblijven + wachtend + open_meldingen and i <= verblijven + wachtend + open_meldingen + personen / 10 as nazorg, i <= personen * 6 / 10 as ooit
from maat, generate_series(1, (select personen from maat)) i;
-- Running stay of person i: five out of six plekken are taken.
create temp table lopend as
select m.i, m.id, p.id as plek, p.product, p.l, 1 + p.l % 57 as aanbieder from (select *, row_number() over (order by k) as n from plaats where k % 6 <> 0) p join mens m on m.i = p.n where m.verblijft;
create temp table verleden as
select m.i, m.id, p.id as plek, p.product, p.l, 1 + p.l % 57 as aanbieder, (m.i - 1) % 5 as j
from mens m join plaats p on p.k = 1 + (m.i - 1) / 5 where m.ooit;
create temp table lid as
select i, 1 + (i % 2)::int as n, lopend.id as hoofd, pg_temp.nr(8, personen - 2 * (i / 20) - x) as persoon, x, aanbieder, plek
from maat, lopend, generate_series(0, 1) x where i % 20 = 0;

insert into betrokkenheid (id, regio_id, persoon_id, organisatie_id, doel, grond, bron_soort, bron_id, van, tot, aangemaakt_op)
select pg_temp.nr(9, row_number() over ()), regio, b.persoon, b.organisatie, b.doel, 'WETTELIJKE_TAAK_COLLEGE', b.soort, b.bron, b.van, b.tot, nu from maat, (
  select id as persoon, loket as organisatie, 'toegang' as doel, 'melding' as soort, pg_temp.nr(12, i) as bron, vandaag - 900 as van,
    case when verblijft or wacht or meldt then null else vandaag - 100 - i % 300 end as tot from mens, maat
  union all select m.id, coalesce(a.id, loket), 'opvolging', 'opvolging', pg_temp.nr(10, i), vandaag - 900, null from mens m left join aanbieder a on a.nummer = 1 + i % 57, maat where nazorg or i % 9 = 0
  union all select m.id, a.id, 'verblijf', 'verblijf', pg_temp.nr(11, m.i), vandaag - 400, null from lopend m join aanbieder a on a.nummer = m.aanbieder, maat
  union all select m.id, loket, 'verblijf', 'verblijf', pg_temp.nr(11, m.i), vandaag - 400, null from lopend m, maat
  union all select m.persoon, a.id, 'verblijf', 'verblijf', pg_temp.nr(11, m.i), vandaag - 400, null from lid m join aanbieder a on a.nummer = m.aanbieder, maat
  union all select m.persoon, loket, 'verblijf', 'verblijf', pg_temp.nr(11, m.i), vandaag - 400, null from lid m, maat
  union all select m.id, a.id, 'verblijf', 'verblijf', pg_temp.nr(13, m.i), vandaag - 2000, vandaag - 500 from verleden m join aanbieder a on a.nummer = m.aanbieder, maat
) b;

insert into persoon (id, regio_id, achternaam, tussenvoegsel, voornamen, roepnaam, zoeknaam, geboortedatum, geslacht, geen_bsn_reden, herkomst_gemeente, woonplaats_gemeente, aangemaakt_op, gewijzigd_op)
select id, regio, achternaam, tussen, voor, voor, lower(voor || coalesce(' ' || tussen, '') || ' ' || achternaam), date '1950-01-01' + pg_temp.kies(i, 1, 20000), geslacht, 'nog_niet_gevraagd',
  case when i % 5 = 0 then 'GM0606' else 'GM0622' end, 'GM0622', nu - make_interval(days => (i % 900)::int), nu
from maat, (select m.*, pg_temp.uit(array['de', 'van den', null, null, null, null], i, 2) as tussen,
  pg_temp.uit(array['Bakker', 'Visser', 'Smit', 'Meijer', 'Mulder', 'Bos', 'Vos', 'Peters', 'Hendriks', 'Dekker', 'Brouwer', 'Yılmaz', 'El Amrani', 'Kowalski'], i, 3) || pg_temp.uit(array['', 's', 'ma', 'stra', '-Jansen'], i, 4) as achternaam,
  pg_temp.uit(array['Anna', 'Bram', 'Chris', 'Daan', 'Emma', 'Fatima', 'Guus', 'Hanna', 'Ilse', 'Jesse', 'Karim', 'Lotte', 'Mees', 'Noor', 'Omar', 'Puck'], i, 5) as voor,
  pg_temp.uit(array['vrouw', 'man', 'man', 'onbekend'], i, 6) as geslacht from mens m) x;

insert into huishouden (id, regio_id, persoon_id, naam, aangemaakt_op) select pg_temp.nr(14, i), regio, id, 'Huishouden ' || i, nu from maat, lopend where i % 20 = 0;
insert into huishouden_lid (regio_id, huishouden_id, persoon_id, rol, van)
select regio, pg_temp.nr(14, i), id, 'aanspreekpunt', vandaag - 400 from maat, lopend where i % 20 = 0
union all select regio, pg_temp.nr(14, i), persoon, case x when 0 then 'partner' else 'kind' end, vandaag - 400 from maat, lid;

insert into opvolging (id, regio_id, persoon_id, status, organisatie_id, contactpersoon_id, volgende_stap, volgende_stap_op, afgesloten_op, afsluitreden, gewijzigd_op)
select pg_temp.nr(10, m.i), regio, m.id, case when open then 'open' else 'afgesloten' end, coalesce(a.id, loket), coalesce(a.gebruiker, medewerker),
  case when open then pg_temp.uit(array['Bellen hoe het gaat', 'Afspraak op locatie', 'Zorgplan bespreken', 'Aanvraag urgentie'], m.i, 7) end, case when open then vandaag - 10 + pg_temp.kies(m.i, 8, 40) end,
  case when not open then vandaag - 100 end, case when not open then 'geen_hulp_nodig' end, nu
from maat, (select mens.*, verblijft or wacht or meldt or nazorg or i > maat.personen - maat.verblijven / 8 as open from mens, maat) m left join lopend v on v.i = m.i left join aanbieder a on a.nummer = v.aanbieder;

-- ── Meldingen, decisions, waiting, proposals, stays ─────────────────────────────────────────────────────────────────
insert into melding (id, regio_id, nummer, persoon_id, ontvangen_op, meldingsdatum, kanaal, melder_soort, gemeente_code, domein, hulpvraag, slaapplek_vannacht, status, uiterlijk_op, organisatie_id, behandelaar_id,
  triage_uitkomst, triage_op, bevestigd_op, bevestigd_via, gesloten_op, sluitreden, aangemaakt_op, gewijzigd_op)
select pg_temp.nr(12, i), regio, 'TST-' || i, id, nu - make_interval(days => dag), vandaag - dag, 'balie', 'zelf', 'GM0622', 'MO', 'Ik heb geen plek om te slapen.', 'nee',
  case when meldt then pg_temp.uit(array['nieuw', 'triage', 'onderzoek', 'wacht_op_besluit'], i, 9) when verblijft or wacht then 'besloten' else 'gesloten' end, vandaag - dag + 42, loket,
  case when not meldt or i % 5 <> 0 then medewerker end, case when not meldt then 'onderzoek' end, case when not meldt then vandaag - dag end, vandaag - dag, 'post',
  case when not (meldt or verblijft or wacht) then vandaag - 100 end, case when not (meldt or verblijft or wacht) then 'afgehandeld' end, nu, nu
from maat, (select *, case when meldt then 1 + i % 45 else 500 + pg_temp.kies(i, 10, 400) end::int as dag from mens) m where ooit or meldt or wacht;
insert into besluit (id, regio_id, melding_id, persoon_id, uitkomst, product_id, criteria_id, motivering, besloten_op, organisatie_id, aangemaakt_op)
select pg_temp.nr(15, i), regio, pg_temp.nr(12, i), id, 'toegelaten', pg_temp.nr(3, 1 + i % 12), (select id from criteria c where c.regio_id = regio limit 1), 'Voldoet aan de criteria.', vandaag - 450, loket, nu
from maat, mens where verblijft or wacht;

create temp table rij as
select w.*, pg_temp.nr(16, n) as id, pg_temp.nr(3, 1 + n % 4) as product, case when n % 10 = 0 then 'doorstroom' else 'instroom' end as richting, 20 + pg_temp.kies(n, 11, 420) as dag
from maat, (select n, case when n % 10 = 0 then n / 10 else (select verblijven from maat) + n end as i from generate_series(1, (select wachtend from maat)) n) w;
insert into beschikking (id, regio_id, nummer, persoon_id, product_id, soort, status, aangevraagd_op, uiterlijk_op, beschikt_op, verzonden_op, verzonden_via, bezwaar_tot, geldig_van, heronderzoek_op, motivering, organisatie_id, namens_gemeente, aangemaakt_op, gewijzigd_op)
select pg_temp.nr(17, n), regio, 'B-' || n, pg_temp.nr(8, r.i), r.product, 'toekenning', 'beschikt', vandaag - dag, vandaag - dag + 14, vandaag - dag, vandaag - dag, 'post', vandaag - dag + 42,
  vandaag - dag, vandaag + pg_temp.kies(n, 12, 300), 'Toegekend.', loket, 'GM0622', nu, nu from maat, rij r where n % 5 <> 0;
insert into wachtlijstplaatsing (id, regio_id, persoon_id, personen, kinderen, product_id, richting, gemeente_code, status, gemeld_op, besloten_op, plaatsbaar_op, voorgesteld_op, wachtreden, eigenschappen, vereiste_kenmerken, overbrugging,
  overbrugging_toelichting, laatst_bevestigd_op, bevestigen_voor, aangemaakt_op, gewijzigd_op)
select id, regio, pg_temp.nr(8, i), case when n % 12 = 0 then 3 else 1 end, case when n % 12 = 0 then 2 else 0 end, product, richting, case when n % 3 = 0 then 'GM0606' else 'GM0622' end,
  case when n % 7 = 0 then 'voorgesteld' when n % 23 = 0 then 'opgeschort' else 'wachtend' end, vandaag - dag - 14, vandaag - dag, case when n % 4 <> 0 then vandaag - dag + 5 end, case when n % 7 = 0 then vandaag - 2 end, 'geen_plek',
  pg_temp.uit(array['{}', '{}', '{}', '{acuut_onveilig}', '{buiten_slapen}', '{regiobinding}'], n, 13)::text[], case when n % 9 = 0 then array['rolstoel'] else '{}' end, pg_temp.uit(array['opvang', 'ambulante_hulp', 'eigen_netwerk', 'geen'], n, 14),
  'Slaapt bij kennissen.', vandaag - n % 60, vandaag + 30 - n % 60, nu, nu from maat, rij;
insert into plaatsingsvoorstel (id, regio_id, wachtlijstplaatsing_id, persoon_id, personen, locatie_id, product_id, vanaf, status, voorgesteld_op, reageren_voor, gewijzigd_op)
select pg_temp.nr(18, n), regio, r.id, pg_temp.nr(8, i), 1, pg_temp.nr(5, x.l), r.product, vandaag + n % 10, 'voorgesteld', nu - interval '1 day', nu + interval '1 day', nu
from maat, rij r cross join lateral (select l from plaats p where p.product = r.product order by pg_temp.kies(p.k * 7919 + r.n, 15, 1000000) limit 1) x where n % 7 = 0;

insert into verblijf (id, regio_id, persoon_id, huishouden_id, plek_id, locatie_id, product_id, begonnen_op, verwacht_einde_op, uiterlijk_op, geeindigd_op, uitstroomgereed_op, uitstroom_wacht_op, eindreden, bestemming, aangemaakt_op, gewijzigd_op)
select pg_temp.nr(11, i), regio, id, case when i % 20 = 0 then pg_temp.nr(14, i) end, plek, pg_temp.nr(5, l), product, vandaag - 1 - dag, case when i % 5 < 2 then greatest(vandaag - 20 + i % 90, vandaag - 1 - dag) end, vandaag - dag + 730, null,
  case when i % 7 = 0 then vandaag - least(dag, 1 + i % 40) end::date, case when i % 7 = 0 then 'woning' end, null, null, nu, nu from maat, (select *, pg_temp.kies(i, 16, 390) as dag from lopend) x
union all
select pg_temp.nr(13, i), regio, id, null, plek, pg_temp.nr(5, l), product, vandaag - 2000 + j * 300, null, null, vandaag - 2000 + j * 300 + 30 + pg_temp.kies(i, 17, 270), null, null, pg_temp.uit(array['verhuisd', 'doorstroom', 'vertrokken'], i, 18), 'eigen_woning', nu, nu
from maat, (select *, j::int as j2 from verleden) x;
insert into verblijf_persoon (regio_id, verblijf_id, persoon_id, van, tot)
select regio_id, id, persoon_id, begonnen_op, geeindigd_op from verblijf union all
select v.regio_id, v.id, m.persoon, v.begonnen_op, null from lid m join verblijf v on v.id = pg_temp.nr(11, m.i);

insert into gebeurtenis (id, regio_id, persoon_id, soort, onderwerp_soort, onderwerp_id, op, vastgelegd_op, gebruiker_id, organisatie_id, idempotentie_sleutel, idempotentie_volgnummer, gegevens)
select pg_temp.nr(19, m.i * 8 + g), regio, m.id, (array['PersoonVastgelegd', 'MeldingOntvangen', 'BesluitGenomen', 'OpWachtlijst', 'VerblijfGestart'])[g], 'persoon', m.id, vandaag - 900 + g * 100,
  nu - make_interval(days => 900 - g * 100), medewerker, loket, 'bench-' || m.i, g, '{}' from maat, mens m, generate_series(1, 5) g;

set constraints all immediate;
do $$ declare x record; begin for x in select * from index_later loop execute x.indexdef; end loop; end $$;
