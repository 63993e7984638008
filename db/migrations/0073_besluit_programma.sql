-- What a bestuursbesluit is about besides activiteiten: a programma, or a besluitmoment of an activiteit (UP-07, GOV-07); and where the paper of an
-- item of the agenda is. And who builds or invests is a partner of its own kind.

alter table bestuursbesluit
  add column programma_id uuid,
  add column besluitmoment_id uuid,
  add foreign key (regio_id, programma_id) references programma (regio_id, id),
  add foreign key (regio_id, besluitmoment_id) references besluitmoment (regio_id, id),
  add constraint bestuursbesluit_een_verwijzing check (num_nonnulls(programma_id, besluitmoment_id) <= 1);
create index bestuursbesluit_programma on bestuursbesluit (programma_id) where programma_id is not null;
create index bestuursbesluit_besluitmoment on bestuursbesluit (besluitmoment_id) where besluitmoment_id is not null;
comment on column bestuursbesluit.programma_id is 'Programma waarover het gaat; leeg als het niet over een heel programma gaat.';
comment on column bestuursbesluit.besluitmoment_id is 'Besluitmoment van een activiteit waarop dit het besluit is; leeg als er geen is. Meer besluiten kunnen bij een moment horen: van elke raad een.';

-- A stuurgroep or programmamanager is no board of its own here.
create function bestuursbesluit_past_bij_moment() returns trigger language plpgsql set search_path = onderdak, pg_temp as $$
begin
  if exists (select 1 from besluitmoment m where m.id = new.besluitmoment_id
    and case when m.orgaan in ('stuurgroep', 'programmamanager') then 'overig' else m.orgaan end <> new.orgaan) then
    raise exception 'bij dit besluitmoment besluit een ander dan %', new.orgaan using errcode = '23514', constraint = 'bestuursbesluit_past_bij_moment';
  end if;
  return new;
end $$;
comment on function bestuursbesluit_past_bij_moment is 'Een besluit hoort alleen bij een besluitmoment waar hetzelfde orgaan besluit.';
create trigger bestuursbesluit_past_bij_moment before insert or update of orgaan, besluitmoment_id on bestuursbesluit for each row execute function bestuursbesluit_past_bij_moment();

alter table vergadering_agendapunt add column stuk text check (length(btrim(stuk)) between 1 and 500);
comment on column vergadering_agendapunt.stuk is 'Waar het stuk bij dit punt staat; leeg zolang het er niet is, of als er geen nodig is.';

-- What is expected of who builds or invests stood at every partner of the kind `overig`. A text that the region changed stays as it is.
alter table partner drop constraint partner_soort_check,
  add constraint partner_soort_check check (soort in ('aanbieder', 'corporatie', 'gemeente', 'adviesraad', 'welzijn', 'zorgverzekeraar', 'politie_justitie', 'ervaring', 'jeugd', 'onderwijs', 'fonds', 'ontwikkelaar', 'overig'));
update keuze k set code = x.nieuw, naam = case when k.naam = x.was then x.naam else k.naam end from (values
  ('overig_a', 'ontwikkelaar_a', 'Ontwikkelaar of belegger: maakt passende en betaalbare woningen voor de aandachtsgroepen', 'Maakt passende en betaalbare woningen voor de aandachtsgroepen'),
  ('overig_b', 'ontwikkelaar_b', 'Ontwikkelaar of belegger: voegt woningen en woonvormen toe die lokaal nodig zijn', 'Voegt woningen en woonvormen toe die lokaal nodig zijn')) x (oud, nieuw, was, naam)
where k.lijst = 'partnerrol' and k.code = x.oud;
