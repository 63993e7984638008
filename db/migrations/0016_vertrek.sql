-- Departure after the longest stay, the expected end as a fact that changes, and why somebody did not come.

-- Stays that ended before this was asked keep their gap; a move inside a product is not an end of the overrun (TRJ-05).
alter table verblijf
  add column verwacht_einde_reden text check (length(btrim(verwacht_einde_reden)) > 0),
  add constraint verblijf_overschrijding_heeft_reden
    check (geeindigd_op is null or uiterlijk_op is null or geeindigd_op <= uiterlijk_op or eindreden = 'verhuisd' or overschrijding_reden is not null) not valid,
  add constraint verblijf_verwacht_na_begin check (verwacht_einde_op >= begonnen_op) not valid;
comment on column verblijf.verwacht_einde_reden is 'Waarom het verwachte einde is veranderd; leeg zolang het is zoals bij de aankomst.';
comment on column verblijf.overschrijding_reden is 'Waarom het langer duurt of duurde dan de regels; leeg zolang niet te lang.';

alter table plaatsingsvoorstel add column niet_verschenen_reden text;
comment on column plaatsingsvoorstel.niet_verschenen_reden is 'Waarom iemand niet kwam, uit de keuzelijst; leeg bij een andere stand.';
comment on column plaatsingsvoorstel.einde_reden is 'Waarom ingetrokken, of toelichting bij niet verschenen; leeg bij een andere stand of als die niet nodig is.';
-- What was written in free text stays as the explanation beside the code.
alter table plaatsingsvoorstel no force row level security;
update plaatsingsvoorstel set niet_verschenen_reden = 'anders' where status = 'niet_verschenen';
alter table plaatsingsvoorstel force row level security;
alter table plaatsingsvoorstel
  drop constraint voorstel_einde_heeft_reden,
  add constraint voorstel_einde_heeft_reden check (status <> 'ingetrokken' or einde_reden is not null),
  add constraint voorstel_niet_verschenen_heeft_reden check ((status = 'niet_verschenen') = (niet_verschenen_reden is not null));

insert into keuze (regio_id, lijst, code, naam, volgorde, van)
select r.id, 'reden_niet_verschenen', x.code, x.naam, x.volgorde, date '2020-01-01'
from regio r cross join (values ('niet_bereikbaar', 'Was niet te bereiken', 1), ('andere_oplossing', 'Heeft zelf een andere oplossing', 2), ('ziek_of_opgenomen', 'Is ziek of opgenomen', 3),
  ('detentie', 'Zit vast', 4), ('wil_niet_meer', 'Wil bij nader inzien niet', 5), ('vervoer', 'Kon er niet komen', 6), ('afspraak_onduidelijk', 'De afspraak was niet duidelijk', 7), ('nog_niet_bekend', 'Nog niet bekend', 8), ('anders', 'Anders', 9)) x (code, naam, volgorde);
