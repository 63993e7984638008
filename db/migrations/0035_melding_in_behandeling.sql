-- Vandaag asks the open meldingen of one organisatie twice; most meldingen of the years before are decided or closed.
create index melding_in_behandeling on melding (regio_id, organisatie_id, meldingsdatum) where status not in ('besloten', 'gesloten');
