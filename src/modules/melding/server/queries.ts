import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import type { MeldingDetail, MeldingFilter, MeldingRegel } from '../domain/contract.ts'
import { dagenOver } from '../domain/rules.ts'
import { isOpen, openStatussen, type Status, statussen } from '../domain/status.ts'
import { uiterlijkVan } from './termijnen.ts'

/** Melding with everything a line of the work list shows; row-level security decides which lines. */
function regels(work: Work) {
  return work.db
    .selectFrom('melding as m')
    .innerJoin('organisatie as o', 'o.id', 'm.organisatie_id')
    .leftJoin('persoon as p', 'p.id', 'm.persoon_id')
    .leftJoin('gebruiker as g', 'g.id', 'm.behandelaar_id')
    .leftJoin('gemeente as gm', 'gm.code', 'm.gemeente_code')
    .leftJoin('opvolging as vp', 'vp.persoon_id', 'm.persoon_id')
    .leftJoin('opvolging as va', 'va.melding_id', 'm.id')
    .leftJoin('onderzoek as z', 'z.melding_id', 'm.id')
    .where('m.regio_id', '=', work.regioId)
}

const kolommen = [
  'm.id',
  'm.nummer',
  'm.persoon_id as persoonId',
  'm.meldingsdatum',
  'm.kanaal',
  'm.domein',
  'm.status',
  'm.is_spoed as isSpoed',
  'm.slaapplek_vannacht as slaapplekVannacht',
  'm.uiterlijk_op as uiterlijkOp',
  'm.triage_uitkomst as triageUitkomst',
  'o.naam as loket',
  'g.naam as behandelaar',
  'gm.naam as gemeente',
  'z.afgerond_op as onderzoekAf',
  'p.achternaam',
  'p.tussenvoegsel',
  'p.voornamen',
  'p.roepnaam',
  'p.is_nn as isNn',
  'p.geslacht',
  'p.geboortedatum',
  'p.geboortejaar',
] as const

/** Name of a choice of the region, also of one that has ended since. */
const keuzenaam = (lijst: string, kolom: string) =>
  sql<
    string | null
  >`(select k.naam from keuze k where k.regio_id = m.regio_id and k.lijst = ${lijst} and k.code = ${sql.ref(kolom)} order by k.van desc limit 1)`

/** What the region called the code, and what it meant, on the day of the triage. */
const voCodeWoord = (kolom: 'naam' | 'uitleg') =>
  sql<
    string | null
  >`(select nullif(k.${sql.ref(kolom)}, '') from keuze k where k.regio_id = m.regio_id and k.lijst = 'vo_code' and k.code = m.vo_code
    and k.van <= coalesce(m.triage_op, m.meldingsdatum) order by k.van desc limit 1)`

const stap = sql<string | null>`coalesce(vp.volgende_stap, va.volgende_stap)`
const stapOp = sql<string | null>`coalesce(vp.volgende_stap_op, va.volgende_stap_op)`

const sorteringen: Record<string, string> = {
  nummer: 'm.nummer',
  meldingsdatum: 'm.meldingsdatum',
  naam: 'naam',
  uiterlijkOp: 'm.uiterlijk_op',
  volgendeStapOp: 'stap',
  status: 'm.status',
}

type Regels = ReturnType<typeof regels>
type Tabellen = Regels extends SelectQueryBuilder<infer D, infer T, unknown> ? [D, T] : never

/** The work list of all channels (TOE-01), filtered, counted and paged by the database. */
export async function listMeldingen(
  work: Work,
  filter: MeldingFilter,
): Promise<{ count: number; results: MeldingRegel[] }> {
  const gefilterd = regels(work).where((e) => e.and(voorwaarden(work, filter, e as never)))
  const veld = filter.sorteer.replace('-', '')
  const richting = filter.sorteer.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`
  const orde =
    veld === 'naam'
      ? sql`p.achternaam collate "und-x-icu" ${richting}`
      : veld === 'volgendeStapOp'
        ? sql`coalesce(vp.volgende_stap_op, va.volgende_stap_op) ${richting}`
        : sql`${sql.ref(sorteringen[veld]!)} ${richting}`
  // First which lines are on the page, so that the database judges who may see a person only for those.
  const pagina = await gefilterd
    .select('m.id')
    .select((e) => e.fn.countAll<number>().over().as('count'))
    .orderBy(orde)
    .orderBy('m.id', 'desc')
    .limit(filter.aantalPerPagina)
    .offset((filter.pagina - 1) * filter.aantalPerPagina)
    .execute()
  if (pagina.length === 0)
    return { count: filter.pagina === 1 ? 0 : await countRegels(gefilterd), results: [] }
  const rows = await regels(work)
    .where('m.id', '=', sql<Id>`any(${pagina.map((row) => row.id)}::uuid[])`)
    .select([...kolommen])
    .select([
      keuzenaam('kanaal', 'm.kanaal').as('kanaalNaam'),
      stap.as('volgendeStap'),
      stapOp.as('volgendeStapOp'),
    ])
    .orderBy(orde)
    .orderBy('m.id', 'desc')
    .execute()
  return { count: Number(pagina[0]!.count), results: rows.map((row) => toRegel(row, work)) }
}

async function countRegels(gefilterd: Regels): Promise<number> {
  const { count } = await gefilterd
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function voorwaarden(
  work: Work,
  filter: MeldingFilter,
  e: ExpressionBuilder<DB & Record<Tabellen[1], DB['melding']>, 'm'>,
) {
  const all = []
  if (filter.status === 'open') all.push(e('m.status', 'in', [...openStatussen]))
  else if (filter.status) all.push(e('m.status', '=', filter.status))
  if (filter.teLaat)
    all.push(
      sql<boolean>`m.status = any(${[...openStatussen]}) and z.afgerond_op is null and m.uiterlijk_op < ${work.today}`,
    )
  if (filter.behandeling === 'van_mij') all.push(e('m.behandelaar_id', '=', work.vrager.gebruikerId))
  if (filter.behandeling === 'niet_opgepakt')
    all.push(sql<boolean>`m.behandelaar_id is null and m.status = any(${[...openStatussen]})`)
  if (filter.behandeling === 'mijn_loket') all.push(e('m.organisatie_id', '=', work.vrager.organisatieId))
  if (filter.persoonId) all.push(e('m.persoon_id', '=', filter.persoonId))
  if (filter.kanaal) all.push(e('m.kanaal', '=', filter.kanaal))
  if (filter.gemeente) all.push(e('m.gemeente_code', '=', filter.gemeente))
  if (filter.domein) all.push(e('m.domein', '=', filter.domein))
  if (filter.spoed) all.push(e('m.is_spoed', '=', true))
  if (filter.triageUitkomst) all.push(e('m.triage_uitkomst', '=', filter.triageUitkomst))
  // Only the number: a name does not belong in an address; persons are searched in the persoon module.
  if (filter.zoek) all.push(sql<boolean>`m.nummer ilike ${`%${filter.zoek.replace(/[%_\\]/g, '\\$&')}%`}`)
  return all
}

interface Rij {
  id: Id
  nummer: string
  persoonId: Id | null
  meldingsdatum: string
  kanaal: string
  kanaalNaam: string | null
  domein: string | null
  status: string
  isSpoed: boolean
  slaapplekVannacht: string
  uiterlijkOp: string
  triageUitkomst: string | null
  loket: string
  behandelaar: string | null
  gemeente: string | null
  onderzoekAf: string | null
  achternaam: string | null
  tussenvoegsel: string | null
  voornamen: string | null
  roepnaam: string | null
  isNn: boolean | null
  geslacht: string | null
  geboortedatum: string | null
  geboortejaar: number | null
  volgendeStap: string | null
  volgendeStapOp: string | null
}

export function naamVan(row: {
  persoonId: Id | null
  achternaam: string | null
  tussenvoegsel: string | null
  voornamen: string | null
  roepnaam: string | null
  isNn: boolean | null
  geslacht: string | null
  geboortedatum: string | null
  geboortejaar: number | null
}): string {
  if (row.persoonId === null) return 'Anoniem'
  return weergavenaam({ ...row, isNn: row.isNn ?? false, geslacht: row.geslacht ?? 'onbekend' })
}

function toRegel(row: Rij, work: Work): MeldingRegel {
  return {
    id: row.id,
    nummer: row.nummer,
    persoonId: row.persoonId,
    naam: naamVan(row),
    meldingsdatum: row.meldingsdatum,
    kanaal: row.kanaal,
    kanaalNaam: row.kanaalNaam ?? row.kanaal,
    gemeente: row.gemeente,
    domein: row.domein as MeldingRegel['domein'],
    status: row.status as Status,
    statusNaam: statussen[row.status as Status],
    isSpoed: row.isSpoed,
    slaapplekVannacht: row.slaapplekVannacht as MeldingRegel['slaapplekVannacht'],
    uiterlijkOp: row.uiterlijkOp,
    dagenOver: isOpen(row.status) && !row.onderzoekAf ? dagenOver(row.uiterlijkOp, work.today) : null,
    loket: row.loket,
    behandelaar: row.behandelaar,
    volgendeStap: row.volgendeStap,
    volgendeStapOp: row.volgendeStapOp,
    triageUitkomst: row.triageUitkomst as MeldingRegel['triageUitkomst'],
  }
}

/** One melding on one page: facts, term, next step, history of this person. */
export async function getMelding(work: Work, id: Id): Promise<MeldingDetail | Rejection> {
  const row = await regels(work)
    .leftJoin('organisatie as mo', 'mo.id', 'm.melder_organisatie_id')
    .leftJoin('melding as w', 'w.id', 'm.vorige_melding_id')
    .leftJoin('organisatie as vo', (join) =>
      join.on(sql`vo.id`, '=', sql`coalesce(vp.organisatie_id, va.organisatie_id)`),
    )
    .leftJoin('gebruiker as vg', (join) =>
      join.on(sql`vg.id`, '=', sql`coalesce(vp.contactpersoon_id, va.contactpersoon_id)`),
    )
    .select([...kolommen])
    .select([
      'm.versie',
      'm.ontvangen_op as ontvangenOp',
      'm.melder_soort as melderSoort',
      'm.melder_naam as melderNaam',
      'm.melder_contact as melderContact',
      'm.melder_organisatie_id as melderOrganisatieId',
      'mo.naam as melderOrganisatie',
      'm.gemeente_code as gemeenteCode',
      'm.hulpvraag',
      'm.kinderen',
      'm.volwassenen',
      'm.veiligheid',
      'm.rechtmatig_verblijf as rechtmatigVerblijf',
      'p.is_geheim as isGeheim',
      'p.veilig_contact as veiligContact',
      'm.organisatie_id as organisatieId',
      'm.behandelaar_id as behandelaarId',
      'vg.naam as contactpersoon',
      'vo.naam as verantwoordelijke',
      'm.triage_toelichting as triageToelichting',
      'm.triage_op as triageOp',
      'm.woonsituatie',
      keuzenaam('woonsituatie', 'm.woonsituatie').as('woonsituatieNaam'),
      'm.vo_geweld_afhankelijk as voGeweldAfhankelijk',
      'm.vo_thuis_onveilig as voThuisOnveilig',
      'm.vo_code as voCode',
      'm.rood_hier_reden as roodHierReden',
      'm.bevestigd_op as bevestigdOp',
      'm.bevestigd_via as bevestigdVia',
      'm.vorige_melding_id as vorigeId',
      'w.nummer as vorigeNummer',
      'm.dagen_sinds_vorige as vorigeDagen',
      'm.vorige_geweigerd as vorigeGeweigerd',
      'm.is_herinstroom as isHerinstroom',
      'm.dagen_sinds_uitstroom as dagenSindsUitstroom',
      'm.gesloten_op as geslotenOp',
      'm.sluitreden',
    ])
    .select([
      keuzenaam('kanaal', 'm.kanaal').as('kanaalNaam'),
      keuzenaam('melder_soort', 'm.melder_soort').as('melderSoortNaam'),
      voCodeWoord('naam').as('voCodeNaam'),
      voCodeWoord('uitleg').as('voCodeUitleg'),
      stap.as('volgendeStap'),
      stapOp.as('volgendeStapOp'),
      sql<number>`(select count(*)::int from melding h where h.persoon_id = m.persoon_id and h.is_herinstroom)`.as(
        'aantalHerinstroom',
      ),
    ])
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (!row) return notFound('Deze melding')
  work.saw(row.persoonId)
  return {
    ...toRegel(row, work),
    ...(row as unknown as Omit<MeldingDetail, keyof MeldingRegel>),
    ontvangenOp: row.ontvangenOp.toISOString(),
    melderSoortNaam: row.melderSoortNaam ?? row.melderSoort,
    isGeheim: row.isGeheim ?? false,
    planUiterlijkOp: await uiterlijkVan(work, 'persoonlijk_plan', row.meldingsdatum),
    vorige: row.vorigeId
      ? {
          id: row.vorigeId,
          nummer: row.vorigeNummer ?? '',
          dagen: row.vorigeDagen ?? 0,
          geweigerd: row.vorigeGeweigerd,
        }
      : null,
  }
}
