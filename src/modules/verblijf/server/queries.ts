import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, daysBetween } from '../../../shared/plain-date.ts'
import { notFound } from '../../../shared/rejection.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import { listDossierIds } from '../../persoon/server/lookup.ts'
import { geheimeLocatie } from '../../plek/domain/contract.ts'
import type { VerblijfRij } from '../domain/api.ts'
import { canCorrect, canRecordAt, termijnstandOf } from '../domain/rules.ts'

export interface VerblijvenQuery {
  id?: Id
  stand: 'lopend' | 'bijna' | 'te_lang' | 'vertrek_verwacht' | 'uitstroomgereed' | 'geeindigd' | 'alle'
  locatieId?: Id | undefined
  productId?: Id | undefined
  persoonId?: Id | undefined
  sorteer: keyof typeof orders
  pagina: number
  aantalPerPagina: number
}

const orders = {
  naam: sql`coalesce(p.achternaam, p.roepnaam, '') collate "und-x-icu"`,
  '-naam': sql`coalesce(p.achternaam, p.roepnaam, '') collate "und-x-icu" desc`,
  begonnenOp: sql`v.begonnen_op`,
  '-begonnenOp': sql`v.begonnen_op desc`,
  uiterlijkOp: sql`v.uiterlijk_op nulls last`,
  '-uiterlijkOp': sql`v.uiterlijk_op desc nulls last`,
}

const naamOf = (row: NaamRij) => weergavenaam(row)
type NaamRij = Parameters<typeof weergavenaam>[0]

function base(work: Work) {
  return work.db
    .selectFrom('verblijf as v')
    .innerJoin('persoon as p', 'p.id', 'v.persoon_id')
    .innerJoin('product as r', 'r.id', 'v.product_id')
    .leftJoin('locatie as l', 'l.id', 'v.locatie_id')
    .leftJoin('plek as k', 'k.id', 'v.plek_id')
    .leftJoin('product_regel as g', (join) =>
      join
        .onRef('g.product_id', '=', 'v.product_id')
        .on('g.van', '<=', work.today)
        .on((e) => e.or([e('g.tot', 'is', null), e('g.tot', '>', work.today)])),
    )
    .where('v.regio_id', '=', work.regioId)
}

const warnFrom = (work: Work) =>
  sql<boolean>`v.uiterlijk_op <= ${work.today}::date + coalesce(g.waarschuw_dagen, 28)`

/** Only people with whom the own organisation is involved: row-level security on verblijf and persoon. */
export async function listVerblijfRijen(
  work: Work,
  query: VerblijvenQuery,
): Promise<{ count: number; results: VerblijfRij[] }> {
  let rows = base(work)
  if (query.id) rows = rows.where('v.id', '=', query.id)
  else if (query.stand === 'geeindigd') rows = rows.where('v.geeindigd_op', 'is not', null)
  else if (query.stand !== 'alle') rows = rows.where('v.geeindigd_op', 'is', null)
  if (query.stand === 'uitstroomgereed') rows = rows.where('v.uitstroomgereed_op', 'is not', null)
  if (query.stand === 'te_lang') rows = rows.where('v.uiterlijk_op', '<=', work.today)
  if (query.stand === 'vertrek_verwacht')
    rows = rows.where(
      sql<boolean>`v.verwacht_einde_op <= ${work.today}::date + coalesce(g.waarschuw_dagen, 28)`,
    )
  if (query.stand === 'bijna') rows = rows.where('v.uiterlijk_op', '>', work.today).where(warnFrom(work))
  if (query.locatieId) rows = rows.where('l.id', '=', query.locatieId)
  if (query.productId) rows = rows.where('v.product_id', '=', query.productId)
  if (query.persoonId) {
    // Out of sight there are no files; the id itself then finds nothing.
    const ids = [query.persoonId, ...(await listDossierIds(work, query.persoonId))]
    // Someone who came along with the household stays there as well.
    rows = rows.where((e) =>
      e.exists(
        e
          .selectFrom('verblijf_persoon as b')
          .select('b.persoon_id')
          .whereRef('b.verblijf_id', '=', 'v.id')
          .where('b.persoon_id', 'in', ids),
      ),
    )
  }
  const { count } = await rows.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const found = await rows
    .select([
      'v.id',
      'v.persoon_id as persoonId',
      'v.soort',
      'v.begonnen_op as begonnenOp',
      'v.verwacht_einde_op as verwachtEindeOp',
      'v.uiterlijk_op as uiterlijkOp',
      'v.overschrijding_reden as overschrijdingReden',
      'v.uitstroomgereed_op as uitstroomgereedOp',
      'v.uitstroom_wacht_op as uitstroomWachtOp',
      'v.geeindigd_op as geeindigdOp',
      'r.naam as product',
      'l.id as locatieId',
      'l.naam as locatie',
      'k.naam as plek',
      'g.waarschuw_dagen as waarschuwDagen',
      'p.achternaam',
      'p.tussenvoegsel',
      'p.voornamen',
      'p.roepnaam',
      'p.is_nn as isNn',
      'p.geslacht',
      'p.geboortedatum',
      'p.geboortejaar',
    ])
    .select((e) =>
      e
        .selectFrom('verblijf_persoon as x')
        .select((x) => x.fn.countAll<number>().as('n'))
        .whereRef('x.verblijf_id', '=', 'v.id')
        .where('x.tot', 'is', null)
        .as('personen'),
    )
    .orderBy(orders[query.sorteer])
    .orderBy('v.id')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  work.saw(...found.map((row) => row.persoonId))
  return { count: Number(count), results: found.map((row) => toRij(work, row)) }
}

type Found = NaamRij &
  Omit<
    VerblijfRij,
    | 'naam'
    | 'nachten'
    | 'termijnstand'
    | 'dagen'
    | 'dagenVerwacht'
    | 'vertrekNabij'
    | 'locatie'
    | 'plek'
    | 'personen'
  > & {
    locatie: string | null
    plek: string | null
    waarschuwDagen: number | null
    personen: number | null
  }

function toRij(work: Work, row: Found): VerblijfRij {
  const term = termijnstandOf(row.uiterlijkOp, row.waarschuwDagen ?? 28, work.today)
  const verwacht = termijnstandOf(row.verwachtEindeOp, row.waarschuwDagen ?? 28, work.today)
  return {
    id: row.id,
    persoonId: row.persoonId,
    naam: naamOf(row),
    personen: Number(row.personen),
    locatieId: row.locatieId,
    locatie: row.locatie ?? geheimeLocatie,
    plek: row.plek ?? 'Geheim',
    product: row.product,
    soort: row.soort,
    begonnenOp: row.begonnenOp,
    nachten: daysBetween(row.begonnenOp, row.geeindigdOp ?? work.today),
    verwachtEindeOp: row.verwachtEindeOp,
    uiterlijkOp: row.uiterlijkOp,
    termijnstand: row.geeindigdOp === null ? term.stand : 'ruim',
    dagen: row.geeindigdOp === null ? term.dagen : null,
    dagenVerwacht: row.geeindigdOp === null ? verwacht.dagen : null,
    vertrekNabij: row.geeindigdOp === null && (verwacht.stand === 'bijna' || verwacht.stand === 'te_lang'),
    overschrijdingReden: row.overschrijdingReden,
    uitstroomgereedOp: row.uitstroomgereedOp,
    uitstroomWachtOp: row.uitstroomWachtOp,
    geeindigdOp: row.geeindigdOp,
  }
}

export async function findVerblijfDetail(work: Work, id: Id) {
  const { results } = await listVerblijfRijen(work, {
    id,
    stand: 'lopend',
    sorteer: 'naam',
    pagina: 1,
    aantalPerPagina: 1,
  })
  const rij = results[0]
  if (!rij) return notFound('Dit verblijf')
  const extra = await work.db
    .selectFrom('verblijf as v')
    .leftJoin('locatie as l', 'l.id', 'v.locatie_id')
    .leftJoin('voorziening as z', 'z.id', 'l.voorziening_id')
    .select([
      'v.versie',
      'v.plek_id as plekId',
      'v.product_id as productId',
      'v.eindreden',
      'v.bestemming',
      'v.verwacht_einde_reden as verwachtEindeReden',
      'v.afwijking_reden as afwijkingReden',
      'v.gezin_reden as gezinReden',
      'v.melding_id as meldingId',
      'z.organisatie_id as organisatieId',
    ])
    .where('v.id', '=', id)
    .executeTakeFirstOrThrow()
  const herstel = canCorrect({ geeindigdOp: rij.geeindigdOp, eindreden: extra.eindreden }, work.today)
  const { organisatieId, plekId, ...shown } = extra
  return {
    ...rij,
    ...shown,
    plekId: rij.locatieId === null ? null : plekId,
    magVastleggen:
      rij.locatieId !== null &&
      work.vrager.permissies.has('verblijf.vastleggen') &&
      canRecordAt(work.vrager, organisatieId).ok,
    magHerstellen: { ok: herstel.ok, reden: herstel.ok ? null : herstel.reden },
    bewoners: await listBewoners(work, id, rij.persoonId),
    verlengingen: await listVerlengingen(work, id),
    nachten30: await countNachten(work, id),
    opvolging: await findOpvolging(work, rij.persoonId),
  }
}

async function listBewoners(work: Work, id: Id, hoofdId: Id) {
  const rows = await work.db
    .selectFrom('verblijf_persoon as x')
    .innerJoin('persoon as p', 'p.id', 'x.persoon_id')
    .select([
      'x.persoon_id as persoonId',
      'x.van',
      'x.tot',
      'p.achternaam',
      'p.tussenvoegsel',
      'p.voornamen',
      'p.roepnaam',
      'p.is_nn as isNn',
      'p.geslacht',
      'p.geboortedatum',
      'p.geboortejaar',
    ])
    .where('x.verblijf_id', '=', id)
    .orderBy('x.van')
    .orderBy('p.geboortedatum')
    .orderBy('p.id')
    .execute()
  work.saw(...rows.map((row) => row.persoonId))
  return rows.map((row) => ({
    persoonId: row.persoonId,
    naam: naamOf(row),
    van: row.van,
    tot: row.tot,
    isAanspreekpunt: row.persoonId === hoofdId,
  }))
}

function listVerlengingen(work: Work, id: Id) {
  return work.db
    .selectFrom('verlenging as x')
    .leftJoin('gebruiker as u', 'u.id', 'x.besloten_door')
    .select([
      'x.besloten_op as besloten',
      'x.oud_uiterlijk_op as oud',
      'x.nieuw_uiterlijk_op as nieuw',
      'x.reden',
      'x.toelichting',
      'u.naam as door',
    ])
    .where('x.verblijf_id', '=', id)
    .orderBy('x.besloten_op')
    .orderBy('x.id')
    .execute()
}

async function countNachten(work: Work, id: Id) {
  const van = addDays(work.today, -30)
  const { rows } = await sql<{ aanwezig: number; afwezig: number; zonder: number }>`
    select count(*) filter (where aanwezig)::int as aanwezig, count(*) filter (where not aanwezig)::int as afwezig,
      count(*) filter (where not aanwezig and afwezig_reden = 'zonder_bericht')::int as zonder
    from onderdak.nachtregistratie where verblijf_id = ${id} and nacht >= ${van}::date`.execute(work.db)
  return rows[0]!
}

async function findOpvolging(work: Work, persoonId: Id) {
  const row = await work.db
    .selectFrom('opvolging as o')
    .innerJoin('organisatie as g', 'g.id', 'o.organisatie_id')
    .innerJoin('gebruiker as u', 'u.id', 'o.contactpersoon_id')
    .select([
      'o.volgende_stap as volgendeStap',
      'o.volgende_stap_op as volgendeStapOp',
      'g.naam as organisatie',
      'u.naam as contact',
    ])
    .where('o.persoon_id', '=', persoonId)
    .where('o.status', '=', 'open')
    .executeTakeFirst()
  return row ? { ...row, volgendeStap: row.volgendeStap!, volgendeStapOp: row.volgendeStapOp! } : null
}
