-- clientprofiel: the group somebody belongs to becomes a fact, so that the dashboards can be narrowed to it (MON-02). It stands where it was decided:
-- at the onderzoek of a melding, from the day of the melding, and at a place on the waiting list, from the day that began.

create view nu_clientprofiel as
  select o.regio_id, m.id as sleutel, pseudoniem_van(o.persoon_id) as pseudoniem, 'melding' as bron, o.clientprofiel, m.meldingsdatum as van
  from onderzoek o join melding m on m.id = o.melding_id where o.clientprofiel is not null
  union all
  select w.regio_id, w.id, pseudoniem_van(w.persoon_id), 'wacht', w.clientprofiel, w.besloten_op from wachtlijstplaatsing w where w.clientprofiel is not null;
select maak_feit('clientprofiel', 'sleutel', 'Welk cliëntprofiel iemand kreeg, bij een melding of op de wachtlijst.', 'bron: Waar het is vastgelegd: bij een melding of op de wachtlijst.', 'clientprofiel: Cliëntprofiel.',
  'van: Dag van de melding, of dag waarop het wachten begon.');

-- An onderzoek and a wait change often, and seldom in this.
create trigger leg_feit_vast_clientprofiel after insert or delete on onderzoek for each row execute function leg_feit_vast('clientprofiel', 'melding_id');
create trigger leg_feit_vast_clientprofiel_anders after update on onderzoek for each row
  when ((old.melding_id, old.persoon_id, old.clientprofiel) is distinct from (new.melding_id, new.persoon_id, new.clientprofiel)) execute function leg_feit_vast('clientprofiel', 'melding_id');
create trigger leg_feit_vast_clientprofiel_anders after update on melding for each row when (old.meldingsdatum is distinct from new.meldingsdatum) execute function leg_feit_vast('clientprofiel', 'id');
create trigger leg_feit_vast_clientprofiel after insert or delete on wachtlijstplaatsing for each row execute function leg_feit_vast('clientprofiel', 'id');
create trigger leg_feit_vast_clientprofiel_anders after update on wachtlijstplaatsing for each row
  when ((old.persoon_id, old.clientprofiel, old.besloten_op) is distinct from (new.persoon_id, new.clientprofiel, new.besloten_op)) execute function leg_feit_vast('clientprofiel', 'id');

create or replace function leg_feiten_van_persoon_vast() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  feit text;
  bij uuid;
begin
  foreach feit in array array['verblijf', 'wacht', 'melding', 'voorstel', 'nazorg', 'huurcontract', 'uitstroom', 'urgentie', 'beschikking', 'in_beeld', 'winternacht', 'signaal', 'adrestoestemming', 'clientprofiel'] loop
    for bij in execute format('select distinct f.sleutel from feit_%s f where f.bekend_tot = ''infinity'' and f.pseudoniem in (select s.pseudoniem from pseudoniem s where s.persoon_id = any ($1))', feit)
      using array[new.id, old.samengevoegd_in, new.samengevoegd_in] loop
      execute format('select feit_%s_bij($1)', feit) using bij;
    end loop;
  end loop;
  return null;
end $$;

-- Which profile was known when was not kept before: a region that already worked says since when it is.
alter table feit_begin add feit text not null default 'alle' constraint feit_begin_feit_is_code check (feit in ('alle', 'clientprofiel')), drop constraint feit_begin_pkey, add primary key (regio_id, feit);
alter table feit_begin alter feit drop default;
select beschrijf('feit_begin', 'Van een regio die al werkte: vanaf wanneer is bijgehouden wat er bekend was. Zonder rij is dat het begin van de regio.', 'feit: Welk feit; alle voor de feiten die er vanaf het begin zijn.',
  'vanaf: Eerste moment waarover te zeggen is wat er toen bekend was.');

create function vul_clientprofielen() returns void language plpgsql security definer set search_path = onderdak, pg_temp as $$
begin
  insert into feit_clientprofiel (regio_id, sleutel, pseudoniem, bron, clientprofiel, van, bekend_van) select n.*, nu() from nu_clientprofiel n;
  insert into feit_begin (regio_id, feit, vanaf) select r.id, 'clientprofiel', nu() from regio r where exists (select 1 from gebeurtenis g where g.regio_id = r.id);
end $$;
alter function vul_clientprofielen() owner to onderdak_kern;
select vul_clientprofielen();
drop function vul_clientprofielen();
