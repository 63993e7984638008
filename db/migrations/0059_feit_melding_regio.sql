-- ethos_op asks the meldingen of a region as known at any moment. The index by day holds only what is known now, so that with many regions
-- every melding of the country was read for each of them.
create index feit_melding_regio on feit_melding (regio_id, meldingsdatum);
