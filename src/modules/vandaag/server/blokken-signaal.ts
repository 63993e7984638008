import { sql } from 'kysely'
import { addDays } from '../../../shared/plain-date.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { EIGEN_SIGNAAL_DAGEN, VOORUIT } from '../domain/rules.ts'
import { type Blok, blok, type Vraag } from './blok.ts'

const naam = persoonNaamSql('p')
/** The sort of a signaal in the words of the region; never the place or what was seen. */
const soort = sql`coalesce((select k.naam from keuze k where k.regio_id = s.regio_id and k.lijst = 'signaal_categorie' and k.code = s.categorie and k.van <= s.gemeld_op and (k.tot is null or k.tot > s.gemeld_op)), s.categorie)`
const vanOns = ({ work }: Vraag) =>
  sql`from signaal s where s.regio_id = ${work.regioId} and s.organisatie_id = ${work.vrager.organisatieId}`

export const signaalOppakken: Blok = (vraag) =>
  blok(
    'signaal_oppakken',
    {
      soort: 'signaal',
      id: sql`s.id`,
      persoon: sql`s.persoon_id`,
      naam: soort,
      wat: sql`'Signaal ' || s.kenmerk || case when s.ontruiming_op is not null then ', ontruiming op ' || to_char(s.ontruiming_op, 'DD-MM-YYYY') else '' end`,
      datum: sql`s.oppakken_voor`,
      van: sql`${vanOns(vraag)} and s.status = 'binnen'`,
    },
    vraag.today,
  )

export const signaalAfronden: Blok = (vraag) =>
  blok(
    'signaal_afronden',
    {
      soort: 'signaal',
      id: sql`s.id`,
      persoon: sql`s.persoon_id`,
      naam: soort,
      wat: sql`'Signaal ' || s.kenmerk || ', bij ' || coalesce((select g.naam from gebruiker g where g.id = s.opgepakt_door), 'een collega')`,
      datum: sql`s.afronden_voor`,
      van: sql`${vanOns(vraag)} and s.status = 'opgepakt' and s.afronden_voor <= ${addDays(vraag.today, VOORUIT.signaal)}::date`,
    },
    vraag.today,
  )

/** The reporter asked to be called or mailed, and still waits. */
export const melderBeantwoorden: Blok = (vraag) =>
  blok(
    'melder_beantwoorden',
    {
      soort: 'signaal',
      id: sql`s.id`,
      persoon: sql`s.persoon_id`,
      naam: soort,
      wat: sql`'Signaal ' || s.kenmerk`,
      datum: sql`s.afgerond_op`,
      isUiterlijk: false,
      van: sql`${vanOns(vraag)} and s.status = 'afgerond' and s.wil_terugkoppeling and s.teruggekoppeld_op is null`,
    },
    vraag.today,
  )

/** Acting without consent stands on a weighing that does not last (OUT-02). */
export const bemoeizorgWegen: Blok = ({ work, today }) =>
  blok(
    'bemoeizorg_wegen',
    {
      soort: 'bemoeizorg',
      id: sql`b.persoon_id`,
      persoon: sql`b.persoon_id`,
      naam,
      wat: sql`'Mag zonder toestemming: ' || w.artikel`,
      datum: sql`w.heroverwegen_voor`,
      van: sql`from bemoeizorg b join bemoeizorg_weging w on w.id = b.weging_id join persoon p on p.id = b.persoon_id
        where b.regio_id = ${work.regioId} and b.organisatie_id = ${work.vrager.organisatieId} and b.geeindigd_op is null and w.heroverwegen_voor <= ${addDays(today, VOORUIT.bemoeizorg)}::date`,
    },
    today,
  )

export const outreachTerug: Blok = ({ work, today }) =>
  blok(
    'outreach_terug',
    {
      soort: 'outreach',
      id: sql`c.id`,
      persoon: sql`c.persoon_id`,
      naam: sql`c.plek`,
      wat: sql`'Vorig contact op ' || to_char(c.contact_op at time zone 'Europe/Amsterdam', 'DD-MM-YYYY')`,
      datum: sql`c.vervolg_op`,
      van: sql`from outreachcontact c where c.regio_id = ${work.regioId} and c.organisatie_id = ${work.vrager.organisatieId} and c.vervolg_op <= ${today}::date
        and not exists (select 1 from outreachcontact n where n.vorig_contact_id = c.id)`,
    },
    today,
  )

/** What became of the signals that the own organisation gave: those that run, and those answered lately (OUT-05, OUT-08). */
export const eigenSignalen: Blok = ({ work, today }) =>
  blok(
    'eigen_signalen',
    {
      soort: 'eigen_signaal',
      id: sql`s.id`,
      naam: sql`'Signaal ' || s.kenmerk`,
      wat: sql`case s.status when 'binnen' then 'Ontvangen door ' || s.behandelaar when 'opgepakt' then 'Opgepakt door ' || s.behandelaar
        else coalesce((select k.naam from keuze k where k.regio_id = ${work.regioId} and k.lijst = 'signaal_terugkoppeling' and k.code = s.terugkoppeling and k.van <= s.afgerond_op and (k.tot is null or k.tot > s.afgerond_op)), 'Afgerond') end`,
      datum: sql`coalesce(s.afgerond_op, s.opgepakt_op, s.gemeld_op)`,
      isUiterlijk: false,
      eerst: sql`s.ontruiming_op`,
      van: sql`from eigen_signalen() s where s.status <> 'afgerond' or s.afgerond_op > ${addDays(today, -EIGEN_SIGNAAL_DAGEN)}::date`,
    },
    today,
  )
