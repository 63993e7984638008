import { type RawBuilder, sql } from 'kysely'
import type { TermijnCode } from '../../beheer/domain/standaard.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { zonderWoningvervolg } from '../../uitstroom/server/lookup.ts'
import { type Blok, blok, type Vraag } from './blok.ts'

const naam = persoonNaamSql('p')

/** Today moved by a term of the region, forwards or back. */
function dagOp({ work, today }: Vraag, code: TermijnCode, richting: '+' | '-'): RawBuilder<unknown> {
  return sql`(${today}::date ${sql.raw(richting)} (select t.aantal * case t.eenheid when 'weken' then interval '1 week' when 'maanden' then interval '1 month' else interval '1 day' end
    from termijn t where t.regio_id = ${work.regioId} and t.code = ${code} and t.van <= ${today}::date and (t.tot is null or t.tot > ${today}::date)))::date`
}

/** The file that counts: what stands in one that was merged is done from there. */
const geldt = sql`coalesce(p.samengevoegd_in, p.id)`

/** Persons for whose next step the own organisation is responsible. */
const vanOns = ({ work }: Vraag) =>
  sql`exists (select 1 from opvolging o where o.persoon_id = ${geldt} and o.status = 'open' and o.organisatie_id = ${work.vrager.organisatieId})`

/** Not of an outflow that was completed: that was used, or needed no more. */
const loopt = (dossier: RawBuilder<unknown>) =>
  sql`exists (select 1 from uitstroomdossier d where d.id = ${dossier} and (d.afgerond_op is null or d.route = 'samengevoegd'))`

/** What a corporatie is asked; it knows initials only. */
export const woonvraagBeantwoorden: Blok = ({ work, today }) =>
  blok(
    'woonvraag_beantwoorden',
    {
      soort: 'woonvraag',
      id: sql`w.id`,
      naam: sql`w.initialen`,
      wat: sql`'Zoekt een woning in ' || g.naam || ', ' || w.huishouden_grootte || case w.huishouden_grootte when 1 then ' persoon' else ' personen' end`,
      datum: sql`w.gevraagd_op`,
      isUiterlijk: false,
      van: sql`from woningaanbod w join gemeente g on g.code = w.gemeente_code
        where w.regio_id = ${work.regioId} and w.corporatie_id = ${work.vrager.organisatieId} and w.status = 'gevraagd'`,
    },
    today,
  )

/** A home was offered; the cliënt must answer. */
export const woningaanbodBeantwoorden: Blok = ({ work, today }) =>
  blok(
    'woningaanbod_beantwoorden',
    {
      soort: 'uitstroom',
      id: sql`w.persoon_id`,
      persoon: sql`w.persoon_id`,
      naam,
      wat: sql`'Woning aangeboden door ' || c.naam`,
      datum: sql`w.reageer_voor`,
      van: sql`from woningaanbod w join persoon p on p.id = w.persoon_id join organisatie c on c.id = w.corporatie_id
        where w.regio_id = ${work.regioId} and w.status = 'aangeboden' and w.organisatie_id = ${work.vrager.organisatieId}`,
    },
    today,
  )

/** Refused as often as the region counts: a person decides what follows (UIT-07). */
export const weigeringBesluiten: Blok = ({ work, today }) =>
  blok(
    'weigering_besluiten',
    {
      soort: 'uitstroom',
      id: sql`w.persoon_id`,
      persoon: sql`w.persoon_id`,
      naam,
      wat: sql`'Weigerde ' || w.keren || ' woningen: beslis wat er volgt'`,
      datum: sql`w.beantwoord_op`,
      isUiterlijk: false,
      van: sql`from (select distinct on (x.dossier_id) x.*, count(*) over (partition by x.dossier_id) as keren from woningaanbod x
          where x.regio_id = ${work.regioId} and x.status = 'geweigerd' and x.organisatie_id = ${work.vrager.organisatieId} order by x.dossier_id, x.beantwoord_op desc, x.gevraagd_op desc, x.id desc) w
        join persoon p on p.id = w.persoon_id join uitstroomdossier d on d.id = w.dossier_id and d.afgerond_op is null
        where w.gevolg is null and w.keren >= coalesce((select replace(i.waarde, ',', '.')::numeric from instelling i where i.regio_id = ${work.regioId} and i.code = 'woning_weigeringen'
          and i.van <= ${today}::date and (i.tot is null or i.tot > ${today}::date)), 2)`,
    },
    today,
  )

/** No home came of the last question to a corporatie, and there is no next one: nobody is out of sight between two offers. */
export const geenWoningVervolg: Blok = (vraag) =>
  blok(
    'geen_woning_vervolg',
    {
      soort: 'uitstroom',
      id: sql`w.persoon_id`,
      persoon: sql`w.persoon_id`,
      naam,
      wat: sql`case w.status when 'geweigerd' then 'Weigerde de woning van ' when 'ingetrokken' then 'Woonvraag ingetrokken bij ' else 'Nu geen woning bij ' end || c.naam`,
      datum: sql`w.beantwoord_op`,
      isUiterlijk: false,
      van: sql`from ${zonderWoningvervolg(vraag.work)} w join persoon p on p.id = w.persoon_id join organisatie c on c.id = w.corporatie_id
        where ${vanOns(vraag)}`,
    },
    vraag.today,
  )

/** A granted urgentie ends soon or has ended, nobody used it, and there is no new one. */
export const urgentieLooptAf: Blok = (vraag) =>
  blok(
    'urgentie_loopt_af',
    {
      soort: 'uitstroom',
      id: sql`u.persoon_id`,
      persoon: sql`u.persoon_id`,
      naam,
      wat: sql`case u.soort when 'een_route' then 'Eén-route' else 'Urgentie' end || ' van ' || u.ontvangende_partij || case when u.geldig_tot <= ${vraag.today}::date then ' is verlopen' else '' end`,
      datum: sql`u.geldig_tot`,
      teLaat: sql`u.geldig_tot <= ${vraag.today}::date`,
      van: sql`from urgentieaanvraag u join persoon p on p.id = u.persoon_id
        where u.regio_id = ${vraag.work.regioId} and u.status = 'toegekend' and u.geldig_tot <= ${dagOp(vraag, 'urgentie_waarschuwing', '+')}
          and not exists (select 1 from urgentieaanvraag n where n.dossier_id = u.dossier_id and n.id <> u.id and (n.status in ('voorbereid', 'ingediend', 'gebruikt') or n.status = 'toegekend' and n.geldig_tot > u.geldig_tot))
          and ${loopt(sql`u.dossier_id`)} and ${vanOns(vraag)}`,
    },
    vraag.today,
  )

/** Looking back together, or turning into a regular contract (UIT-05). */
export const contractNabij: Blok = (vraag) =>
  blok(
    'contract_nabij',
    {
      soort: 'uitstroom',
      id: sql`c.persoon_id`,
      persoon: sql`c.persoon_id`,
      naam,
      wat: sql`case when c.status = 'lopend' and c.omklap_op <= c.evaluatie_op then 'Wordt een gewoon huurcontract' else 'Samen terugkijken op het contract' end`,
      datum: sql`case c.status when 'lopend' then least(c.evaluatie_op, c.omklap_op) else c.evaluatie_op end`,
      van: sql`from huurcontract c join persoon p on p.id = c.persoon_id
        where c.regio_id = ${vraag.work.regioId} and c.status <> 'beeindigd' and case c.status when 'lopend' then least(c.evaluatie_op, c.omklap_op) else c.evaluatie_op end <= ${dagOp(vraag, 'omklap_waarschuwing', '+')}
          and ${vanOns(vraag)}`,
    },
    vraag.today,
  )

/** Preparing begins at entry (UIT-12): stays whose conditions nobody looked at in time. */
export const uitstroomVoorbereiden: Blok = (vraag) =>
  blok(
    'uitstroom_voorbereiden',
    {
      soort: 'uitstroom',
      id: sql`v.persoon_id`,
      persoon: sql`v.persoon_id`,
      naam,
      wat: sql`'Verblijft sinds ' || to_char(v.begonnen_op, 'DD-MM-YYYY') || '; voorwaarden nog niet bekeken'`,
      datum: sql`v.begonnen_op`,
      isUiterlijk: false,
      van: sql`from opvolging o join persoon p on p.id = o.persoon_id or p.samengevoegd_in = o.persoon_id join verblijf v on v.persoon_id = p.id
        where o.status = 'open' and o.contactpersoon_id = ${vraag.work.vrager.gebruikerId}
          and v.regio_id = ${vraag.work.regioId} and v.geeindigd_op is null and v.soort <> 'time_out' and v.begonnen_op <= ${dagOp(vraag, 'uitstroom_voorbereiden', '-')}
          and not exists (select 1 from uitstroom_voorwaarde x join uitstroomdossier d on d.id = x.dossier_id where d.persoon_id = o.persoon_id and d.afgerond_op is null)`,
    },
    vraag.today,
  )
