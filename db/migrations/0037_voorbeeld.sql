-- The preview of a rule of the order counts with the same properties as wachtlijst_volgorde(): an own count that knew only
-- some of them promised the beheerder another order than the list then took.

create or replace function telling_wachtenden(p_domein text)
returns table (eigenschappen text[], aantal int) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select e, count(*)::int from (
    select array_remove(array[
      'altijd',
      case when w.kinderen > 0 then 'gezin_met_kinderen' end,
      case when 'acuut_onveilig' = any (w.eigenschappen) then 'acuut_onveilig' end,
      case when 'buiten_slapen' = any (w.eigenschappen) then 'buiten_slapen' end,
      case when w.overbrugging = 'opvang' then 'overbrugging_elders' end,
      case when exists (select 1 from verblijf v where v.persoon_id = w.persoon_id and v.geeindigd_op is null and v.uitstroomgereed_op <= (select vandaag())) then 'uitstroomgereed' end,
      case when coalesce(p.geboortedatum > (select vandaag()) - interval '23 years', p.geboortejaar > extract(year from (select vandaag())) - 23, false) then 'jonger_dan_23' end,
      case when 'herinstroom' = any (w.eigenschappen) or exists (select 1 from verblijf v where v.persoon_id = w.persoon_id and v.geeindigd_op <= (select vandaag())
        and v.eindreden not in ('verhuisd', 'doorstroom')) then 'herinstroom' end,
      case when 'regiobinding' = any (w.eigenschappen) or exists (select 1 from regio_gemeente g where g.regio_id = w.regio_id and g.gemeente_code = p.herkomst_gemeente
        and g.van <= (select vandaag()) and (g.tot is null or g.tot > (select vandaag()))) then 'regiobinding' end,
      case when t.toegang <> 'beschikking' or exists (select 1 from beschikking b where b.persoon_id = w.persoon_id and b.product_id = w.product_id and b.status = 'beschikt'
        and b.soort in ('toekenning', 'herziening') and b.geldig_van <= (select vandaag()) and (b.geldig_tot is null or b.geldig_tot > (select vandaag()))) then 'beschikking_geldig' end,
      case when w.plaatsbaar_op <= (select vandaag()) and w.status <> 'opgeschort' then 'plaatsbaar' end], null) as e
    from wachtlijstplaatsing w join product t on t.id = w.product_id join persoon p on p.id = w.persoon_id
    where w.regio_id = (select regio()) and t.domein = p_domein and w.status in ('wachtend', 'opgeschort', 'voorgesteld')
  ) wachtend group by e order by e
$$;

create or replace function telling_zaken(p_soort text, p_waarde text)
returns int language sql stable security definer set search_path = onderdak, pg_temp as $$
  select case p_soort
    when 'meldingen' then (select count(*) from melding m where m.regio_id = regio() and m.domein = p_waarde and m.status not in ('besloten', 'gesloten'))
    when 'aanvragen' then (select count(*) from beschikking b where b.regio_id = regio() and b.namens_gemeente = p_waarde and b.status = 'aangevraagd')
    when 'eerder_geweigerd' then (select count(*) from wachtlijstplaatsing w where w.regio_id = regio() and w.aantal_weigeringen > 0 and w.status in ('wachtend', 'opgeschort', 'voorgesteld'))
    when 'trajecten_in_fase' then (select count(*) from traject_fase f where f.regio_id = regio() and f.domein || '.' || f.code = p_waarde and f.tot is null)
  end::int
$$;
comment on function telling_zaken is 'Hoeveel open zaken een wijziging raakt: meldingen per domein, aanvragen per gemeente, wachtenden die eerder weigerden of trajecten in een fase.';

-- Two lists that no screen ever read: the reasons without a burgerservicenummer or a gemeente are fixed words.
delete from keuze where lijst in ('geen_bsn_reden', 'onbekend_reden');

-- WL-09: beside source and reference date, how the source counts. Two lists of one region are added up wrongly without it.
alter table inleesbestand add column telwijze text check (telwijze in ('personen', 'registraties'));
comment on column inleesbestand.telwijze is 'Hoe de bron telt: elke persoon één keer, of vaker als iemand op meer dingen wacht; leeg als dat niet bekend is of niet geldt.';
alter table wachtlijstplaatsing add column inleestelwijze text check (inleestelwijze in ('personen', 'registraties'));
comment on column wachtlijstplaatsing.inleestelwijze is 'Hoe die bron telt; leeg als hier ontstaan of als dat niet bekend is.';
