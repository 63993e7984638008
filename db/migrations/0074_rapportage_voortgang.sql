-- A draft is made an activiteit a step, and who waits sees how far it is.

alter table rapportage
  add column bezig_gedaan int,
  add column bezig_totaal int,
  add constraint rapportage_bezig_telt check (
    case when bezig_totaal is null then bezig_gedaan is null else bezig_gedaan is not null and bezig_sinds is not null and bezig_gedaan between 0 and bezig_totaal end);
comment on column rapportage.bezig_gedaan is 'Hoeveel activiteiten het opstellen heeft gehad; leeg als het niet bezig is of nog niet begon.';
comment on column rapportage.bezig_totaal is 'Hoeveel activiteiten het opstellen langsgaat; leeg als het niet bezig is of nog niet begon.';
