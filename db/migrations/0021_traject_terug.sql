-- Two files turn out to be two people: the traject that came along with the merge goes back to the file in which it began.
create function traject_volgt_terugdraaiing() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  wat uuid;
  tabel text;
begin
  for wat in
    select t.id from traject t join gebeurtenis g on g.regio_id = t.regio_id and g.onderwerp_id = t.id and g.soort = 'TrajectBegonnen' and g.persoon_id = new.id
    where t.persoon_id = old.samengevoegd_in
  loop
    foreach tabel in array array['aanspreekpunt', 'traject_fase', 'traject_onderbreking', 'traject_product', 'wlz_route', 'achttien_route'] loop
      execute format('update %I set persoon_id = $2 where traject_id = $1', tabel) using wat, new.id;
    end loop;
    update traject set persoon_id = new.id, versie = versie + 1 where id = wat;
  end loop;
  return null;
end $$;
comment on function traject_volgt_terugdraaiing is 'Geeft een traject dat met het samenvoegen meeging terug aan het dossier waarin het begon.';
alter function traject_volgt_terugdraaiing() owner to onderdak_kern;
revoke execute on function traject_volgt_terugdraaiing() from public;
create trigger traject_volgt_terugdraaiing after update of samengevoegd_in on persoon
  for each row when (old.samengevoegd_in is not null and new.samengevoegd_in is null) execute function traject_volgt_terugdraaiing();
grant select on gebeurtenis to onderdak_kern;
create policy kern on gebeurtenis for select to onderdak_kern using (true);
