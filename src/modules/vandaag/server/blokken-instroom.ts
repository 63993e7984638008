import { sql } from 'kysely'
import { addDays } from '../../../shared/plain-date.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { VOORUIT } from '../domain/rules.ts'
import { type Blok, blok } from './blok.ts'

const naam = persoonNaamSql('p')
const openMelding = sql`m.status not in ('besloten', 'gesloten')`

/** Steps of which the asker is the contact. */
export const mijnStappen: Blok = ({ work, today }) =>
  blok(
    'mijn_stappen',
    {
      soort: 'client',
      id: sql`coalesce(v.persoon_id, v.melding_id)`,
      persoon: sql`v.persoon_id`,
      naam: sql`coalesce(${naam}, 'Anonieme melding')`,
      wat: sql`v.volgende_stap`,
      datum: sql`v.volgende_stap_op`,
      van: sql`from opvolging v left join persoon p on p.id = v.persoon_id
        where v.contactpersoon_id = ${work.vrager.gebruikerId} and v.status = 'open' and v.volgende_stap_op <= ${today}::date`,
    },
    today,
  )

export const zonderBehandelaar: Blok = ({ work, today }) =>
  blok(
    'meldingen_zonder_behandelaar',
    {
      soort: 'melding',
      id: sql`m.id`,
      persoon: sql`m.persoon_id`,
      naam: sql`coalesce(${naam}, 'Anonieme melding')`,
      wat: sql`case when m.is_spoed then 'Spoed, melding ' else 'Melding ' end || m.nummer`,
      datum: sql`m.meldingsdatum`,
      isUiterlijk: false,
      eerst: sql`m.is_spoed desc`,
      van: sql`from melding m left join persoon p on p.id = m.persoon_id
        where m.regio_id = ${work.regioId} and m.organisatie_id = ${work.vrager.organisatieId} and m.behandelaar_id is null and ${openMelding}`,
    },
    today,
  )

/** `datum` is the day of the melding here; the query turns it into the last day, because holidays are not in the database. */
export const ontvangstBevestigen: Blok = ({ work, today, ontvangstVanaf, ontvangstTeLaat }) =>
  blok(
    'ontvangst_bevestigen',
    {
      soort: 'melding',
      id: sql`m.id`,
      persoon: sql`m.persoon_id`,
      naam: sql`coalesce(${naam}, 'Anonieme melding')`,
      wat: sql`'Melding ' || m.nummer`,
      datum: sql`m.meldingsdatum`,
      teLaat: sql`m.meldingsdatum <= ${ontvangstTeLaat}::date`,
      van: sql`from melding m left join persoon p on p.id = m.persoon_id
        where m.regio_id = ${work.regioId} and m.organisatie_id = ${work.vrager.organisatieId} and m.bevestigd_op is null and ${openMelding}
          and m.meldingsdatum <= ${ontvangstVanaf}::date`,
    },
    today,
  )

export const onderzoekLooptAf: Blok = ({ work, today }) =>
  blok(
    'onderzoek_loopt_af',
    {
      soort: 'melding',
      id: sql`m.id`,
      persoon: sql`m.persoon_id`,
      naam: sql`coalesce(${naam}, 'Anonieme melding')`,
      wat: sql`'Onderzoek bij melding ' || m.nummer`,
      datum: sql`m.uiterlijk_op`,
      van: sql`from melding m left join onderzoek o on o.melding_id = m.id left join persoon p on p.id = m.persoon_id
        where m.regio_id = ${work.regioId} and m.organisatie_id = ${work.vrager.organisatieId} and m.status in ('nieuw', 'triage', 'onderzoek')
          and o.afgerond_op is null and m.uiterlijk_op <= ${addDays(today, VOORUIT.onderzoek)}::date`,
    },
    today,
  )

export const vervolg: Blok = ({ work, today }) =>
  blok(
    'vervolg',
    {
      soort: 'melding',
      id: sql`v.melding_id`,
      persoon: sql`v.persoon_id`,
      naam: sql`coalesce(${naam}, 'Anonieme melding')`,
      wat: sql`v.wat`,
      datum: sql`v.gepland_op`,
      van: sql`from vervolg v left join persoon p on p.id = v.persoon_id
        where v.regio_id = ${work.regioId} and v.gedaan_op is null and v.gepland_op <= ${today}::date and v.organisatie_id = ${work.vrager.organisatieId}`,
    },
    today,
  )

export const beschikkingBeslissen: Blok = ({ work, today }) =>
  blok(
    'beschikking_beslissen',
    {
      soort: 'beschikking',
      id: sql`b.id`,
      persoon: sql`b.persoon_id`,
      naam,
      wat: sql`'Beslissen op aanvraag ' || b.nummer`,
      datum: sql`b.uiterlijk_op`,
      van: sql`from beschikking b join persoon p on p.id = b.persoon_id
        where b.regio_id = ${work.regioId} and b.status = 'aangevraagd' and b.organisatie_id = ${work.vrager.organisatieId}
          and b.uiterlijk_op <= ${addDays(today, VOORUIT.beschikking)}::date
          and not exists (select 1 from opschorting s where s.beschikking_id = b.id and s.van <= ${today}::date
            and coalesce(s.tot, s.verwacht_tot, 'infinity'::date) > ${today}::date)`,
    },
    today,
  )

export const beschikkingVersturen: Blok = ({ work, today }) =>
  blok(
    'beschikking_versturen',
    {
      soort: 'beschikking',
      id: sql`b.id`,
      persoon: sql`b.persoon_id`,
      naam,
      wat: sql`'Brief versturen bij ' || b.nummer`,
      datum: sql`b.beschikt_op`,
      isUiterlijk: false,
      van: sql`from beschikking b join persoon p on p.id = b.persoon_id
        where b.regio_id = ${work.regioId} and b.organisatie_id = ${work.vrager.organisatieId}
          and b.status in ('beschikt', 'buiten_behandeling') and b.verzonden_op is null`,
    },
    today,
  )

export const heronderzoek: Blok = ({ work, today }) =>
  blok(
    'heronderzoek',
    {
      soort: 'beschikking',
      id: sql`b.id`,
      persoon: sql`b.persoon_id`,
      naam,
      wat: sql`'Opnieuw bekijken: ' || b.nummer`,
      datum: sql`b.heronderzoek_op`,
      van: sql`from beschikking b join persoon p on p.id = b.persoon_id
        where b.regio_id = ${work.regioId} and b.status = 'beschikt' and b.soort in ('toekenning', 'herziening')
          and b.heronderzoek_op <= ${addDays(today, VOORUIT.heronderzoek)}::date and (b.geldig_tot is null or b.geldig_tot > ${today}::date)
          and b.organisatie_id = ${work.vrager.organisatieId}`,
    },
    today,
  )

/** Counts per organisation from a function that shows no persons: the coordinator opens no files. */
export const teLateStappen: Blok = ({ today }) =>
  blok(
    'te_late_stappen',
    {
      soort: 'organisatie',
      id: sql`t.organisatie_id`,
      naam: sql`t.organisatie`,
      wat: sql`t.te_laat || ' te laat, waarvan ' || t.geescaleerd || ' bij u gemeld'`,
      datum: sql`t.oudste`,
      van: sql`from (select organisatie_id, organisatie, count(*) as te_laat, count(geescaleerd_op) as geescaleerd, min(volgende_stap_op) as oudste
        from te_late_stappen() group by 1, 2) t`,
    },
    today,
  )
