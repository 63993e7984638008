-- What partners or inwoners found and wished when they were asked, and what the region does with it (PAR-03; regiovisie MVS bijlage 4).

create table raadpleging (
  id uuid primary key,
  regio_id uuid not null references regio,
  op date not null,
  gelegenheid text not null check (length(btrim(gelegenheid)) between 1 and 200),
  wie text not null check (length(btrim(wie)) between 1 and 300),
  aanwezig int check (aanwezig between 1 and 100000),
  bron text not null check (length(btrim(bron)) between 1 and 300),
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  unique (regio_id, id),
  constraint raadpleging_eenmaal unique (regio_id, op, gelegenheid)
);
select beschrijf('raadpleging', 'Een keer dat partners, cliënten of inwoners is gevraagd wat zij vinden en wensen.', 'op: Dag.', 'gelegenheid: Waar of waarbij het gevraagd is.', 'wie: Wie er meededen, zonder namen.', 'aanwezig: Hoeveel mensen meededen; leeg als dat niet bekend is.');
create trigger raadpleging_is_geweest before insert or update of op on raadpleging for each row execute function weiger_toekomst('op', 'raadpleging_is_geweest');

create table raadpleging_punt (
  id uuid primary key,
  regio_id uuid not null references regio,
  raadpleging_id uuid not null,
  nummer int not null check (nummer between 1 and 200),
  soort text not null check (soort in ('stelling', 'wens')),
  tekst text not null check (length(btrim(tekst)) between 1 and 500),
  eens float8 check (eens between 0 and 100),
  oneens float8 check (oneens between 0 and 100),
  toelichting text check (length(btrim(toelichting)) between 1 and 2000),
  reactie text check (length(btrim(reactie)) between 1 and 1000),
  activiteit_id uuid,
  versie int not null default 1,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid,
  foreign key (regio_id, raadpleging_id) references raadpleging (regio_id, id),
  foreign key (regio_id, activiteit_id) references activiteit (regio_id, id),
  constraint raadpleging_punt_nummer unique (raadpleging_id, nummer),
  constraint raadpleging_punt_getallen_bij_stelling check (case when soort = 'stelling' then num_nulls(eens, oneens) = 0 else num_nonnulls(eens, oneens) = 0 end),
  -- Both rounded up make 101 of 100.
  constraint raadpleging_punt_samen_hooguit_alles check (eens + oneens <= 101)
);
create index raadpleging_punt_activiteit on raadpleging_punt (activiteit_id) where activiteit_id is not null;
select beschrijf('raadpleging_punt', 'Een stelling met hoeveel procent het eens en oneens is, of een wens; en wat de regio ermee doet.', 'raadpleging_id: Raadpleging.', 'nummer: Plaats in de lijst.', 'soort: Stelling of wens.', 'tekst: De stelling of de wens.', 'eens: Procent eens; alleen bij een stelling.', 'oneens: Procent oneens; alleen bij een stelling. De rest gaf geen mening.',
  'toelichting: Wat erbij is gezegd, zonder namen; leeg als er niets is.', 'reactie: Wat de regio ermee doet; leeg zolang dat niet is gezegd.', 'activiteit_id: Activiteit die het oppakt; leeg als er geen is.');

do $$
declare t text;
begin
  foreach t in array array['raadpleging', 'raadpleging_punt'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy regio on %I to onderdak_app using (regio_id = (select regio())) with check (regio_id = (select regio()))', t);
    execute format('grant select, insert, update on %I to onderdak_app', t);
  end loop;
end $$;
grant delete on raadpleging_punt to onderdak_app;
