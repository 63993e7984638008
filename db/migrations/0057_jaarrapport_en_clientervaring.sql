-- A report may be over a year: for the raad, beside the year before it (MON-14). And clientervaring: what clients say of their support,
-- each year (MON-15; Wmo 2015 art. 2.5.1).

alter table rapport drop constraint rapport_soort_check, drop constraint rapport_periode_past;
alter table rapport
  add constraint rapport_soort_check check (soort in ('maand', 'kwartaal', 'jaar')),
  add constraint rapport_periode_past check (periode ~ case soort when 'maand' then '^20[0-9]{2}-(0[1-9]|1[0-2])$' when 'kwartaal' then '^20[0-9]{2}-[1-4]$' else '^20[0-9]{2}$' end);
select beschrijf('rapport', 'Rapport over een maand, kwartaal of jaar: de cijfers zoals zij bekend waren toen het werd gemaakt. Uitleg en verhalen staan er met hun kenmerk in, zodat wat is ingetrokken ook hier weg is.',
  'soort: Maand, kwartaal of jaar.', 'periode: Maand (2026-03), kwartaal (2026-1) of jaar (2026).');
