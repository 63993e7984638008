-- plek: the wijk of a locatie, so that the spread over wijken can be counted where it is known (CAP-15).

alter table locatie add column wijk text check (wijk <> ''),
  add constraint locatie_wijk_met_gemeente check (wijk is null or gemeente_code is not null);
select beschrijf('locatie', 'Gebouw of groep woningen van een voorziening.', 'wijk: Wijk binnen de gemeente; leeg als onbekend, geheim of verspreid.');
