-- Being listed for a next place is no step of the melding whose stay already began (TRJ-16).

create or replace function reisstappen()
returns table (regio_id uuid, persoon_id uuid, organisatie_id uuid, product_id uuid, stap text, van date, tot date, weg date)
language sql stable
begin atomic
  with plaatsing as (
    select w.regio_id, w.persoon_id, w.melding_id, w.product_id, w.gestart_op, w.beeindigd_op,
      greatest(w.besloten_op, case when w.inleesbron is null then (w.aangemaakt_op at time zone 'Europe/Amsterdam')::date end) as op_lijst,
      (select (min(s.voorgesteld_op) at time zone 'Europe/Amsterdam')::date from onderdak.plaatsingsvoorstel s where s.wachtlijstplaatsing_id = w.id) as voorgesteld
    from onderdak.wachtlijstplaatsing w
  ), stap as (
    select m.regio_id, m.persoon_id, m.organisatie_id, b.product_id, 'triage' as stap, m.meldingsdatum as van, m.triage_op as tot, m.gesloten_op as weg
      from onderdak.melding m left join onderdak.besluit b on b.melding_id = m.id
    union all
    select m.regio_id, m.persoon_id, m.organisatie_id, b.product_id, 'besluit', m.triage_op, b.besloten_op, m.gesloten_op
      from onderdak.melding m left join onderdak.besluit b on b.melding_id = m.id where m.triage_op is not null
    union all
    -- Listed after the stay of this melding began is listed for a next place: that is no step of this one.
    select m.regio_id, m.persoon_id, m.organisatie_id, b.product_id, 'wachtlijst', b.besloten_op,
        case when d.begonnen_op is null or d.op_lijst <= d.begonnen_op then d.op_lijst end, least(d.begonnen_op, m.gesloten_op)
      from onderdak.melding m join onderdak.besluit b on b.melding_id = m.id
        cross join lateral (select (select min(p.op_lijst) from plaatsing p where p.melding_id = m.id) as op_lijst,
          (select min(v.begonnen_op) from onderdak.verblijf v where v.melding_id = m.id) as begonnen_op) d
      where b.uitkomst = 'toegelaten'
    union all
    select p.regio_id, p.persoon_id, null, p.product_id, 'voorstel', p.op_lijst, p.voorgesteld, coalesce(p.gestart_op, p.beeindigd_op) from plaatsing p
    union all
    select p.regio_id, p.persoon_id, null, p.product_id, 'aankomst', p.voorgesteld, p.gestart_op, p.beeindigd_op from plaatsing p where p.voorgesteld is not null
    union all
    select v.regio_id, v.persoon_id, null, v.product_id, 'verblijf', v.begonnen_op, coalesce(v.uitstroomgereed_op, v.geeindigd_op), null
      from onderdak.verblijf v where v.soort <> 'time_out'
    union all
    select v.regio_id, v.persoon_id, null, v.product_id, 'vertrek', v.uitstroomgereed_op, v.geeindigd_op, null
      from onderdak.verblijf v where v.soort <> 'time_out' and v.uitstroomgereed_op is not null
    union all
    -- An agreement on nazorg lasts a year at most: who was not reached by then is no longer in this step.
    select v.regio_id, v.persoon_id, null, v.product_id, 'nazorg', v.geeindigd_op,
        (select min(c.op) from onderdak.nazorgafspraak a join onderdak.nazorgcontact c on c.nazorgafspraak_id = a.id where a.verblijf_id = v.id and c.uitkomst <> 'niet_bereikt'),
        least(v.geeindigd_op + 366, (select max(case when a.status = 'geen' then a.besloten_op else a.geeindigd_op end) from onderdak.nazorgafspraak a
          where a.verblijf_id = v.id having bool_and(a.status not in ('voorgesteld', 'lopend'))))
      from onderdak.verblijf v where v.geeindigd_op is not null and onderdak.is_uitstroom(v.soort, v.eindreden, v.bestemming)
  )
  select s.regio_id, s.persoon_id, s.organisatie_id, s.product_id, s.stap, s.van,
    case when s.tot is not null then greatest(s.tot, s.van) end, case when s.tot is null and s.weg is not null then greatest(s.weg, s.van) end
  from stap s;
end;
