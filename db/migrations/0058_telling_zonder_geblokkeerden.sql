-- telling_eigen gives properties per person and asks no betrokkenheid: whom the asker may never see must not be among them.

create or replace function telling_eigen(p_op date, p_sleutel bytea)
returns table (klasse text, leeftijd int, geslacht text, kinderen int, van date, code bytea, code_kort bytea) language sql stable security definer set search_path = onderdak, pg_temp as $$
  select e.klasse, extract(year from p_op)::int - coalesce(extract(year from p.geboortedatum)::int, p.geboortejaar), coalesce(p.geslacht, 'onbekend'), e.kinderen,
    (select max(b.van) from feit_in_beeld b where b.regio_id = (select regio()) and b.pseudoniem = e.wie and b.bekend_tot = 'infinity' and b.van <= p_op and coalesce(b.tot, 'infinity') > p_op),
    c.code, c.code_kort
  from ethos_op(p_op) e left join pseudoniem s on s.pseudoniem = e.wie left join persoon p on p.id = s.persoon_id
    left join lateral telling_codes(p_sleutel, coalesce(p.roepnaam, p.voornamen), p.achternaam, coalesce(extract(year from p.geboortedatum)::int, p.geboortejaar), extract(month from p.geboortedatum)::int, p.geslacht) c on true
  where e.klasse in ('E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7') and (s.persoon_id is null or s.persoon_id <> all ((select geblokkeerd())::uuid[]))
$$;
