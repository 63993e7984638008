-- Where somebody is until another region takes over (TOE-14; Wmo 2015 art. 1.2.1). Earlier besluiten were not asked.
alter table besluit add column overbrugging text check (length(btrim(overbrugging)) > 0),
  add constraint besluit_andere_regio_overbrugging check (not is_andere_regio or overbrugging is not null) not valid;
comment on column besluit.overbrugging is 'Waar iemand verblijft tot een andere regio het overneemt; leeg als dat niet speelt.';
