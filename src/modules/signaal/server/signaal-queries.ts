import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import type * as contract from '../domain/contract.ts'
import { canSignaal, type Mag, type SignaalActie, type SignaalToestand } from '../domain/toestanden.ts'
import { keuzeNaamSql } from './keuzes.ts'

type Query<E extends { query: z.ZodType }> = z.output<E['query']>

interface EigenRij extends Omit<contract.EigenSignaal, 'waar'> {
  readonly waarVersleuteld: string | null
}

/** Only what the own organisation sent, through a function of the database that knows nothing of how it is handled. */
export async function listEigen(work: Work, query: Query<typeof contract.listEigenSignalen>) {
  const { rows } = await sql<EigenRij>`
    select s.id, s.kenmerk, ${keuzeNaam('signaal_categorie', 's.categorie')} as categorie, g.naam as gemeente, ${keuzeNaam('wijk', 's.wijk')} as wijk, s.waar_versleuteld as "waarVersleuteld",
      s.ontruiming_op as "ontruimingOp", s.volwassenen, s.kinderen, s.gemeld_op as "gemeldOp", s.oppakken_voor as "oppakkenVoor", s.status, s.opgepakt_op as "opgepaktOp",
      s.afgerond_op as "afgerondOp", ${keuzeNaamSql('signaal_terugkoppeling', 's.terugkoppeling', 's.afgerond_op')} as terugkoppeling, s.behandelaar
    from (select ${work.regioId}::uuid as regio_id, e.* from onderdak.eigen_signalen() e) s join onderdak.gemeente g on g.code = s.gemeente_code
    where ${query.status ?? null}::text is null or s.status = ${query.status ?? null}
    order by s.gemeld_op desc, s.kenmerk desc`.execute(work.db)
  const results = rows.map(({ waarVersleuteld, ...row }) => ({
    ...row,
    waar: waarVersleuteld && work.cipher.decrypt(waarVersleuteld),
  }))
  return listPage(results, query, '-gemeldOp')
}

const keuzeNaam = (lijst: Parameters<typeof keuzeNaamSql>[0], code: string) =>
  keuzeNaamSql(lijst, code, 's.gemeld_op')

const volgorden: Readonly<Record<string, RawBuilder<unknown>>> = {
  uiterlijkOp: sql`"uiterlijkOp" nulls last`,
  '-uiterlijkOp': sql`"uiterlijkOp" desc nulls last`,
  gemeldOp: sql`s.gemeld_op`,
  '-gemeldOp': sql`s.gemeld_op desc`,
  kenmerk: sql`s.kenmerk`,
  '-kenmerk': sql`s.kenmerk desc`,
}

const uiterlijk = sql<PlainDate | null>`case s.status when 'binnen' then s.oppakken_voor when 'opgepakt' then s.afronden_voor end`

const columns = (work: Work) => sql`
  s.id, s.kenmerk, s.bron, m.naam as melder, ${keuzeNaam('signaal_categorie', 's.categorie')} as categorie, g.naam as gemeente, ${keuzeNaam('wijk', 's.wijk')} as wijk,
  s.ontruiming_op as "ontruimingOp", s.gemeld_op as "gemeldOp", s.status, ${uiterlijk} as "uiterlijkOp", coalesce(${uiterlijk} < ${work.today}::date, false) as "isTeLaat",
  u.naam as "opgepaktDoor", s.uitkomst, s.persoon_id as "persoonId"`

const tables = sql`from onderdak.signaal s join onderdak.gemeente g on g.code = s.gemeente_code
  left join onderdak.organisatie m on m.id = s.melder_organisatie_id left join onderdak.gebruiker u on u.id = s.opgepakt_door`

/** Signals that row-level security lets the asker see: of unknown people at the own organisation, and about people in sight. */
export async function listSignaalRijen(work: Work, query: Query<typeof contract.listSignalen>) {
  const filters = [
    sql`s.regio_id = ${work.regioId}`,
    query.status === 'open' && sql`s.status <> 'afgerond'`,
    query.status && query.status !== 'open' && sql`s.status = ${query.status}`,
    query.categorie && sql`s.categorie = ${query.categorie}`,
    query.gemeente && sql`s.gemeente_code = ${query.gemeente}`,
    query.van && sql`s.bron = ${query.van}`,
    query.teLaat && sql`${uiterlijk} < ${work.today}::date`,
  ].filter((one) => typeof one === 'object')
  const where = sql.join(filters, sql` and `)
  const counted = await sql<{
    count: number
  }>`select count(*)::int as count ${tables} where ${where}`.execute(work.db)
  const { rows } = await sql<contract.SignaalRij>`select ${columns(work)} ${tables} where ${where}
    order by ${volgorden[query.sorteer]!}, s.gemeld_op, s.id limit ${query.aantalPerPagina} offset ${(query.pagina - 1) * query.aantalPerPagina}`.execute(
    work.db,
  )
  return { count: counted.rows[0]!.count, results: rows }
}

interface DetailRij extends contract.SignaalRij {
  readonly versie: number
  readonly waarVersleuteld: string | null
  readonly toelichtingVersleuteld: string | null
  readonly gewistOp: PlainDate | null
  readonly isTelefonisch: boolean
  readonly doorgegevenOp: PlainDate | null
  readonly doorgegevenVan: string | null
  readonly doorgeefReden: string | null
  readonly melderVersleuteld: string | null
  readonly organisatieId: Id
  readonly opgepaktDoorId: Id | null
  readonly volwassenen: number | null
  readonly kinderen: number | null
  readonly wilTerugkoppeling: boolean
  readonly opgepaktOp: PlainDate | null
  readonly afgerondOp: PlainDate | null
  readonly uitkomstReden: string | null
  readonly uitkomstToelichting: string | null
  readonly terugkoppeling: string | null
  readonly teruggekoppeldOp: PlainDate | null
  readonly meldingId: Id | null
  readonly persoon: string | null
  readonly behandelaar: string
}

export async function readSignaal(work: Work, id: Id): Promise<contract.SignaalDetail | Rejection> {
  const { rows } = await sql<DetailRij>`
    select ${columns(work)}, s.versie, s.waar_versleuteld as "waarVersleuteld", s.toelichting_versleuteld as "toelichtingVersleuteld", s.melder_versleuteld as "melderVersleuteld",
      s.organisatie_id as "organisatieId", s.opgepakt_door as "opgepaktDoorId", s.volwassenen, s.kinderen, s.wil_terugkoppeling as "wilTerugkoppeling", s.opgepakt_op as "opgepaktOp", s.afgerond_op as "afgerondOp",
      case when s.uitkomst_reden is not null then ${keuzeNaam('signaal_geen_actie', 's.uitkomst_reden')} end as "uitkomstReden", s.uitkomst_toelichting as "uitkomstToelichting",
      ${keuzeNaamSql('signaal_terugkoppeling', 's.terugkoppeling', 's.afgerond_op')} as terugkoppeling, s.teruggekoppeld_op as "teruggekoppeldOp", s.melding_id as "meldingId",
      s.gewist_op as "gewistOp", s.is_telefonisch as "isTelefonisch", s.doorgegeven_op as "doorgegevenOp", v.naam as "doorgegevenVan", s.doorgeef_reden as "doorgeefReden",
      case when p.id is not null then ${persoonNaamSql('p')} end as persoon, o.naam as behandelaar
    ${tables} join onderdak.organisatie o on o.id = s.organisatie_id left join onderdak.organisatie v on v.id = s.doorgegeven_van left join onderdak.persoon p on p.id = s.persoon_id
    where s.regio_id = ${work.regioId} and s.id = ${id}`.execute(work.db)
  const row = rows[0]
  if (!row) return notFound('Dit signaal')
  const {
    waarVersleuteld,
    toelichtingVersleuteld,
    melderVersleuteld,
    organisatieId,
    opgepaktDoorId,
    ...open
  } = row
  const isOns = organisatieId === work.vrager.organisatieId
  return {
    ...open,
    waar: waarVersleuteld && work.cipher.decrypt(waarVersleuteld),
    toelichting: toelichtingVersleuteld && work.cipher.decrypt(toelichtingVersleuteld),
    // Who reported it is for who answers, not for everyone who sees the file later.
    melderGegevens: isOns && melderVersleuteld ? JSON.parse(work.cipher.decrypt(melderVersleuteld)) : null,
    acties: actiesOf(work, { ...row, isOns, isVanMij: opgepaktDoorId === work.vrager.gebruikerId }),
  }
}

interface Bekeken {
  readonly status: SignaalToestand
  readonly teruggekoppeldOp: PlainDate | null
  readonly wilTerugkoppeling: boolean
  readonly isOns: boolean
  readonly isVanMij: boolean
}

/** The same table as the commands, with what else stands in the way of this asker. */
function actiesOf(work: Work, signaal: Bekeken): contract.SignaalDetail['acties'] {
  const can = (actie: SignaalActie): Mag => {
    if (!signaal.isOns) return { ok: false, reden: 'Een andere organisatie behandelt dit signaal.' }
    if (!work.vrager.permissies.has('signaal.behandelen'))
      return { ok: false, reden: 'Uw rol heeft dit recht niet.' }
    if (actie === 'melding' && !work.vrager.permissies.has('melding.registreren'))
      return { ok: false, reden: 'Uw rol legt geen meldingen vast.' }
    if (actie === 'overnemen' && signaal.isVanMij)
      return { ok: false, reden: 'U heeft dit signaal al opgepakt.' }
    if (actie === 'terugkoppelen' && !signaal.wilTerugkoppeling)
      return { ok: false, reden: 'De melder vroeg niet om gebeld of gemaild te worden.' }
    return canSignaal(signaal, actie)
  }
  return {
    oppakken: can('oppakken'),
    overnemen: can('overnemen'),
    koppelen: can('koppelen'),
    doorgeven: can('doorgeven'),
    melding: can('melding'),
    afronden: can('afronden'),
    terugkoppelen: can('terugkoppelen'),
  }
}
