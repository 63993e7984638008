import { sql } from 'kysely'
import { addDays } from '../../../shared/plain-date.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { UITSTROOM_DAGEN, VOORUIT } from '../domain/rules.ts'
import { type Blok, blok, type Vraag } from './blok.ts'

const naam = persoonNaamSql('p')
/** The file that counts: a plan in a file that was merged is still this person's. */
const geldt = sql`coalesce(p.samengevoegd_in, p.id)`
const eigen = ({ work }: Vraag) => sql`${work.vrager.organisatieId}::uuid`

/** Asked for nazorg, not answered yet. */
export const nazorgAannemen: Blok = (vraag) =>
  blok(
    'nazorg_aannemen',
    {
      soort: 'nazorg',
      id: sql`n.persoon_id`,
      persoon: sql`n.persoon_id`,
      naam,
      wat: sql`'Nazorg gevraagd door ' || o.naam || ', vanaf ' || to_char(n.begint_op, 'DD-MM-YYYY')`,
      datum: sql`n.besloten_op`,
      isUiterlijk: false,
      van: sql`from nazorgafspraak n join persoon p on p.id = n.persoon_id join organisatie o on o.id = n.organisatie_id
        where n.regio_id = ${vraag.work.regioId} and n.status = 'voorgesteld' and n.aanbieder_id = ${eigen(vraag)}`,
    },
    vraag.today,
  )

/** Contact that is due (OVD-05), or nazorg that comes to its end. */
export const waakvlam: Blok = (vraag) =>
  blok(
    'waakvlam',
    {
      soort: 'nazorg',
      id: sql`n.persoon_id`,
      persoon: sql`n.persoon_id`,
      naam,
      wat: sql`case when n.tot <= d.op then 'Nazorg loopt af: afronden of opnieuw afspreken' else 'Elke ' || n.elke_weken || case n.elke_weken when 1 then ' week' else ' weken' end || ' contact' end`,
      datum: sql`least(d.op, n.tot)`,
      van: sql`from nazorgafspraak n join persoon p on p.id = n.persoon_id cross join lateral (select waakvlam_op(n) as op) d
        where n.regio_id = ${vraag.work.regioId} and n.status = 'lopend' and coalesce(n.aanbieder_id, n.organisatie_id) = ${eigen(vraag)}
          and least(d.op, n.tot) <= ${addDays(vraag.today, VOORUIT.waakvlam)}::date`,
    },
    vraag.today,
  )

/** Left the chain, and nothing is agreed (OVD-04): for who had the stay and for who is responsible. */
export const uitstroomZonderNazorg: Blok = (vraag) =>
  blok(
    'uitstroom_zonder_nazorg',
    {
      soort: 'nazorg',
      id: sql`v.persoon_id`,
      persoon: sql`v.persoon_id`,
      naam,
      wat: sql`'Vertrokken uit ' || l.naam`,
      datum: sql`v.op`,
      isUiterlijk: false,
      van: sql`from vertrekken() v join persoon p on p.id = v.persoon_id join locatie l on l.id = v.locatie_id join voorziening x on x.id = l.voorziening_id
          left join opvolging s on s.persoon_id = coalesce(p.samengevoegd_in, p.id) and s.status = 'open'
        where v.regio_id = ${vraag.work.regioId} and v.op >= ${addDays(vraag.today, -UITSTROOM_DAGEN)}::date and is_uitstroom(v.soort, v.eindreden, v.bestemming)
          and (x.organisatie_id = ${eigen(vraag)} or s.organisatie_id = ${eigen(vraag)})
          and not exists (select 1 from nazorgafspraak n where n.verblijf_id = v.verblijf_id and n.persoon_id = v.persoon_id and n.status not in ('geweigerd', 'ingetrokken'))
          and not exists (select 1 from verblijf_persoon b where b.persoon_id = v.persoon_id and b.soort = 'hoofd' and b.tot is null)`,
    },
    vraag.today,
  )

/** A personal risk day comes near (OVD-06): for who gives nazorg, is responsible, or is the vast aanspreekpunt. */
export const risicodag: Blok = (vraag) =>
  blok(
    'risicodag',
    {
      soort: 'nazorg',
      id: sql`r.persoon_id`,
      persoon: sql`r.persoon_id`,
      naam,
      wat: sql`r.naam`,
      datum: sql`d.op`,
      van: sql`from risicodag r join persoon p on p.id = r.persoon_id
          cross join lateral (select volgende_risicodag(r.datum, r.maand, r.dag, ${vraag.today}::date) as op) d
        where r.regio_id = ${vraag.work.regioId} and r.vervallen_op is null and d.op - r.dagen_vooraf <= ${vraag.today}::date
          and (exists (select 1 from nazorgafspraak n join persoon q on q.id = n.persoon_id where coalesce(q.samengevoegd_in, q.id) = ${geldt} and n.status = 'lopend' and coalesce(n.aanbieder_id, n.organisatie_id) = ${eigen(vraag)})
            or exists (select 1 from opvolging s where s.persoon_id = ${geldt} and s.status = 'open' and s.organisatie_id = ${eigen(vraag)})
            or exists (select 1 from aanspreekpunt a where a.persoon_id = ${geldt} and a.tot is null and a.organisatie_id = ${eigen(vraag)}))`,
    },
    vraag.today,
  )

/** What a naaste told and nobody did something with (OVD-08). */
export const netwerksignaal: Blok = (vraag) =>
  blok(
    'netwerksignaal',
    {
      soort: 'nazorg',
      id: sql`s.persoon_id`,
      persoon: sql`s.persoon_id`,
      naam,
      wat: sql`'Signaal van ' || t.ontvanger_naam`,
      datum: sql`s.ontvangen_op`,
      isUiterlijk: false,
      van: sql`from netwerksignaal s join persoon p on p.id = s.persoon_id join toestemming t on t.id = s.toestemming_id
        where s.regio_id = ${vraag.work.regioId} and s.opgepakt_op is null and s.organisatie_id = ${eigen(vraag)}`,
    },
    vraag.today,
  )

/** For the coordinator: how many outflows of an organisation have nothing agreed, never about whom. */
export const nazorgRegio: Blok = (vraag) =>
  blok(
    'nazorg_regio',
    {
      soort: 'organisatie',
      id: sql`t.organisatie_id`,
      naam: sql`t.organisatie`,
      wat: sql`t.aantal || ' keer uitstroom zonder afspraak over nazorg'`,
      datum: sql`t.oudste`,
      isUiterlijk: false,
      van: sql`from uitstroom_zonder_nazorg(${addDays(vraag.today, -UITSTROOM_DAGEN)}::date) t`,
    },
    vraag.today,
  )

/** A time-out place that was held ahead: from the first night on, at the place and at who does the traject. */
export const timeOutAankomst: Blok = ({ work, today }) =>
  blok(
    'time_out_aankomst',
    {
      soort: 'time_out',
      id: sql`b.traject_id`,
      persoon: sql`b.persoon_id`,
      naam,
      wat: sql`'Time-out bij ' || l.naam`,
      datum: sql`b.van`,
      van: sql`from time_outboeking b join locatie l on l.id = b.locatie_id join voorziening z on z.id = l.voorziening_id join persoon p on p.id = b.persoon_id
        where b.regio_id = ${work.regioId} and b.status = 'geboekt' and b.van <= ${today}::date and b.tot > ${today}::date
          and (z.organisatie_id = ${work.vrager.organisatieId} or exists (select 1 from aanspreekpunt a
            where a.traject_id = b.traject_id and a.tot is null and a.organisatie_id = ${work.vrager.organisatieId}))`,
    },
    today,
  )
