import { sql } from 'kysely'
import { nachtOp } from '../../../shared/nacht.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { VOORSTEL_TERUG_DAGEN, VOORUIT } from '../domain/rules.ts'
import { type Blok, blok, type Vraag } from './blok.ts'

const naam = persoonNaamSql('p')

/** Own locations only for who keeps locations; others see the region as far as row-level security goes. */
function eigenLocatie({ work }: Vraag) {
  return work.vrager.permissies.has('plek.bevestigen')
    ? sql`z.organisatie_id = ${work.vrager.organisatieId}`
    : sql`true`
}

export const voorstelBeantwoorden: Blok = ({ work, today }) =>
  blok(
    'voorstel_beantwoorden',
    {
      soort: 'voorstel',
      id: sql`s.id`,
      persoon: sql`s.persoon_id`,
      naam,
      wat: sql`'Voorstel voor ' || l.naam`,
      datum: sql`(s.reageren_voor at time zone 'Europe/Amsterdam')::date`,
      moment: sql`s.reageren_voor`,
      van: sql`from plaatsingsvoorstel s join locatie l on l.id = s.locatie_id join voorziening z on z.id = l.voorziening_id join persoon p on p.id = s.persoon_id
        where s.regio_id = ${work.regioId} and s.status = 'voorgesteld' and z.organisatie_id = ${work.vrager.organisatieId}`,
    },
    today,
  )

/** Until eight in the morning who was expected last evening may still come tonight. */
export const aankomst: Blok = ({ work, today }) =>
  blok(
    'aankomst',
    {
      soort: 'voorstel',
      id: sql`s.id`,
      persoon: sql`s.persoon_id`,
      naam,
      wat: sql`'Aankomst bij ' || l.naam`,
      datum: sql`case when s.vanaf = ${nachtOp(work.now)}::date then ${today}::date else s.vanaf end`,
      van: sql`from plaatsingsvoorstel s join locatie l on l.id = s.locatie_id join voorziening z on z.id = l.voorziening_id join persoon p on p.id = s.persoon_id
        where s.regio_id = ${work.regioId} and s.status = 'aanvaard' and s.vanaf <= ${today}::date and z.organisatie_id = ${work.vrager.organisatieId}`,
    },
    today,
  )

/** Tonight and last night at the own locations, without names. Until eight in the morning tonight is still last evening. */
export const nachtVastleggen: Blok = ({ work, today }) => {
  const nacht = nachtOp(work.now)
  return blok(
    'nacht_vastleggen',
    {
      soort: 'nacht',
      id: sql`t.locatie_id`,
      naam: sql`t.locatie`,
      wat: sql`case when t.open = t.mensen then 'Nog niemand vastgelegd van de ' || t.mensen else t.open || ' van de ' || t.mensen || ' nog niet vastgelegd' end
        || case when t.nacht < ${nacht}::date then ', vorige nacht' else '' end`,
      datum: sql`case when t.nacht = ${nacht}::date then ${today}::date else t.nacht end`,
      van: sql`from (select l.id as locatie_id, l.naam as locatie, k.nacht, count(*) as mensen, count(*) filter (where n.nacht is null) as open
        from (values (${nacht}::date), (${addDays(nacht, -1)}::date)) k(nacht)
        cross join verblijf v join verblijf_persoon x on x.verblijf_id = v.id and x.van <= k.nacht and coalesce(x.tot, 'infinity') > k.nacht
        join product d on d.id = v.product_id and d.nachtregistratie join locatie l on l.id = v.locatie_id join voorziening z on z.id = l.voorziening_id
        left join nachtregistratie n on n.verblijf_id = x.verblijf_id and n.persoon_id = x.persoon_id and n.nacht = k.nacht
        where v.regio_id = ${work.regioId} and v.geeindigd_op is null and z.organisatie_id = ${work.vrager.organisatieId} group by 1, 2, 3) t
        where t.open > 0`,
    },
    today,
  )
}

/** Refused, expired or not shown up, while the person still waits and nobody made a new proposal. */
export const voorstelTerug: Blok = ({ work, today }) =>
  blok(
    'voorstel_terug',
    {
      soort: 'voorstel',
      id: sql`s.id`,
      persoon: sql`s.persoon_id`,
      naam,
      wat: sql`case s.status when 'geweigerd' then 'Geweigerd' when 'niet_verschenen' then 'Niet verschenen' else 'Geen antwoord' end || ': ' || l.naam`,
      datum: sql`(coalesce(s.beantwoord_op, s.reageren_voor) at time zone 'Europe/Amsterdam')::date`,
      isUiterlijk: false,
      van: sql`from plaatsingsvoorstel s join gebruiker g on g.id = s.voorgesteld_door join wachtlijstplaatsing w on w.id = s.wachtlijstplaatsing_id
        join locatie l on l.id = s.locatie_id join persoon p on p.id = s.persoon_id
        where s.regio_id = ${work.regioId} and g.organisatie_id = ${work.vrager.organisatieId}
          and (s.status in ('geweigerd', 'vervallen', 'niet_verschenen') or (s.status = 'voorgesteld' and s.reageren_voor < ${work.now}))
          and coalesce(s.beantwoord_op, s.reageren_voor) >= ${addDays(today, -VOORSTEL_TERUG_DAGEN)}::date
          and w.status in ('wachtend', 'opgeschort', 'voorgesteld')
          and not exists (select 1 from plaatsingsvoorstel n where n.wachtlijstplaatsing_id = s.wachtlijstplaatsing_id and n.voorgesteld_op > s.voorgesteld_op)`,
    },
    today,
  )

export const locatieBevestigen: Blok = ({ work, today, verouderdVoor }) =>
  blok(
    'locatie_bevestigen',
    {
      soort: 'locatie',
      id: sql`l.id`,
      naam: sql`l.naam`,
      wat: sql`case when l.bevestigd_op is null then 'Nog nooit bevestigd' else 'Laatst bevestigd' end`,
      datum: sql`(l.bevestigd_op at time zone 'Europe/Amsterdam')::date`,
      moment: sql`l.bevestigd_op`,
      isUiterlijk: false,
      van: sql`from voorziening z join locatie l on l.voorziening_id = z.id
        where z.regio_id = ${work.regioId} and z.organisatie_id = ${work.vrager.organisatieId} and z.soort = 'verblijf'
          and z.van <= ${today}::date and (z.tot is null or z.tot > ${today}::date) and l.van <= ${today}::date and (l.tot is null or l.tot > ${today}::date)
          and (l.bevestigd_op is null or l.bevestigd_op < ${verouderdVoor})`,
    },
    today,
  )

/** Without persons: from the occupancy that everyone with the place board may see. */
export const verwachtVertrek: Blok = (vraag) => {
  const { today } = vraag
  return blok(
    'verwacht_vertrek',
    {
      soort: 'locatie',
      id: sql`x.plek_id`,
      naam: sql`l.naam`,
      wat: sql`k.naam || ' komt naar verwachting vrij'`,
      datum: sql`x.verwacht_einde_op`,
      van: sql`from bezetting(${today}::date, ${addDays(today, 1)}::date) x join plek k on k.id = x.plek_id join locatie l on l.id = x.locatie_id
        join voorziening z on z.id = l.voorziening_id
        where x.soort = 'verblijf' and x.verwacht_einde_op between ${today}::date and ${addDays(today, VOORUIT.vertrek)}::date and ${eigenLocatie(vraag)}`,
    },
    today,
  )
}

/**
 * Near or past the longest stay. `uiterlijk_op` is the day of departure; an extension moves it, and the warning comes again
 * before the new one.
 */
export const verblijfMaximum: Blok = (vraag) => {
  const { work, today } = vraag
  return blok(
    'verblijf_maximum',
    {
      soort: 'verblijf',
      id: sql`v.id`,
      persoon: sql`v.persoon_id`,
      naam,
      wat: sql`l.naam || case when v.uiterlijk_op < ${today}::date then ': langer dan het maximum' else ': het maximum komt eraan' end
        || case when v.overschrijding_reden is null then '' else ', al verlengd' end`,
      datum: sql`v.uiterlijk_op`,
      van: sql`from verblijf v join locatie l on l.id = v.locatie_id join voorziening z on z.id = l.voorziening_id join persoon p on p.id = v.persoon_id
        left join product_regel r on r.product_id = v.product_id and r.van <= ${today}::date and (r.tot is null or r.tot > ${today}::date)
        where v.regio_id = ${work.regioId} and v.geeindigd_op is null
          and v.uiterlijk_op <= ${today}::date + coalesce(r.waarschuw_dagen, 28) and ${eigenLocatie(vraag)}`,
    },
    today,
  )
}

export const wachtlijstBevestigen: Blok = ({ work, today }) =>
  blok(
    'wachtlijst_bevestigen',
    {
      soort: 'wachtlijst',
      id: sql`w.id`,
      persoon: sql`w.persoon_id`,
      naam,
      wat: sql`'Wacht op ' || lower(left(d.naam, 1)) || substr(d.naam, 2)`,
      datum: sql`w.bevestigen_voor`,
      van: sql`from wachtlijstplaatsing w join product d on d.id = w.product_id join persoon p on p.id = w.persoon_id
        where w.regio_id = ${work.regioId} and w.status in ('wachtend', 'opgeschort', 'voorgesteld') and w.bevestigen_voor <= ${today}::date`,
    },
    today,
  )
