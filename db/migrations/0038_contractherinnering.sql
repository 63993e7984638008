-- A contract that still has to become a regular one keeps somebody who is reminded of it; one that did asks nothing any more (UIT-05).

alter table huurcontract drop constraint huurcontract_omklap_heeft_dagen;
-- The day of looking back that was planned before the contract was turned over has no meaning after it.
update huurcontract set evaluatie_op = null where status = 'omgezet' and evaluatie_op <= omgezet_op;
alter table huurcontract add constraint huurcontract_omklap_heeft_dagen check (
  (soort in ('woonzorgcontract', 'omklapwoning')) = (omklap_op is not null) and (omklap_op is null or evaluatie_op is not null or status <> 'lopend'));

create function eis_geen_contract() returns trigger language plpgsql security definer set search_path = onderdak, pg_temp as $$
declare
  geldt uuid := (select coalesce(p.samengevoegd_in, p.id) from persoon p where p.id = new.persoon_id);
begin
  if geldt is not null and not exists (select 1 from opvolging o where o.persoon_id = geldt and o.status = 'open')
    and exists (select 1 from huurcontract c join persoon p on p.id = c.persoon_id
      where geldt in (p.id, p.samengevoegd_in) and p.overleden_op is null and c.status = 'lopend' and c.omklap_op is not null) then
    raise exception 'persoon % heeft een contract dat nog niet is omgezet', new.persoon_id using errcode = '23514', constraint = 'contract_loopt_nog';
  end if;
  return null;
end $$;
comment on function eis_geen_contract is 'Weigert het afsluiten van de opvolging zolang een woonzorgcontract of omklapwoning nog een gewoon huurcontract moet worden.';
alter function eis_geen_contract() owner to onderdak_kern;
revoke execute on function eis_geen_contract() from public;
create constraint trigger contract_loopt_nog after update of status on opvolging deferrable initially deferred
  for each row when (new.status = 'afgesloten') execute function eis_geen_contract();
