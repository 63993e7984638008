-- A letter is kept as OpenDocument text as well (the Dutch "pas toe of leg uit" standard); one of before has none and says so.
alter table brief add column inhoud_odt bytea;
comment on column brief.inhoud_odt is 'De brief als OpenDocument-tekst (ODT), van hetzelfde moment; leeg bij brieven van voor deze mogelijkheid.';
