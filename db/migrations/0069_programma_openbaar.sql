-- The progress of a programma that is openbaar, for everyone: what is done, for what, when, how it stands and what came of it; never why it is late, what
-- it costs, what stands in the way or who wrote it.

create function regio_van_openbaar_programma(p_regio uuid) returns table (code text, naam text) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select r.code, r.naam from regio r where r.id = p_regio and exists (select 1 from programma p where p.regio_id = r.id and p.openbaar_sinds is not null)
$$;
comment on function regio_van_openbaar_programma is 'Code en naam van een regio met een openbaar programma.';
revoke execute on function regio_van_openbaar_programma(uuid) from public;
grant execute on function regio_van_openbaar_programma(uuid) to onderdak_publiek;

create policy publiek on programma for select to onderdak_publiek using (openbaar_sinds is not null);
create policy publiek on programmaonderdeel for select to onderdak_publiek using (exists (select 1 from programma p where p.id = programma_id));
create policy publiek on activiteit for select to onderdak_publiek using (exists (select 1 from programma p where p.id = programma_id));
create policy publiek on activiteit_dient for select to onderdak_publiek using (exists (select 1 from activiteit a where a.id = activiteit_id));
create policy publiek on activiteit_stand for select to onderdak_publiek using (exists (select 1 from activiteit a where a.id = activiteit_id));
create policy publiek on activiteit_voortgang for select to onderdak_publiek using (is_openbaar and ingetrokken_op is null and exists (select 1 from activiteit a where a.id = activiteit_id));
create policy publiek on activiteit_resultaat for select to onderdak_publiek using (exists (select 1 from activiteit a where a.id = activiteit_id));
create policy publiek on resultaat_waarde for select to onderdak_publiek using (vervallen_op is null and exists (select 1 from activiteit_resultaat r where r.id = resultaat_id));

grant select (id, regio_id, code, naam, soort, van, tot, vastgesteld_op, vastgesteld_door, gemeenten, toelichting, openbaar_sinds) on programma to onderdak_publiek;
grant select (id, programma_id, soort, code, naam, volgorde) on programmaonderdeel to onderdak_publiek;
grant select (id, programma_id, soort, code, paragraaf, naam, toelichting, doel, planning, van_kwartaal, tot_kwartaal, volgorde) on activiteit to onderdak_publiek;
grant select (activiteit_id, onderdeel_id) on activiteit_dient to onderdak_publiek;
grant select (id, activiteit_id, op, stand, koers, vastgelegd_op) on activiteit_stand to onderdak_publiek;
grant select (id, activiteit_id, op, stand_van_zaken, inzichten, vervolg, is_openbaar, ingetrokken_op, vastgelegd_op) on activiteit_voortgang to onderdak_publiek;
grant select (id, activiteit_id, nummer, naam, soort, eenheid, streefwaarde, streef_op, richting, indicator) on activiteit_resultaat to onderdak_publiek;
grant select (resultaat_id, op, waarde, vervallen_op) on resultaat_waarde to onderdak_publiek;

insert into termijn (regio_id, code, naam, aantal, eenheid, wettelijk, van, bron)
select r.id, 'besluitmoment_herinneren', 'Herinneren aan een besluit over een activiteit of pilot', 6, 'weken', false, date '2020-01-01', 'Instelling van de regio' from regio r;
