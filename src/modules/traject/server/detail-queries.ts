import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { daysBetween } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { listDossierIds } from '../../persoon/server/lookup.ts'
import { geheimeLocatie } from '../../plek/domain/contract.ts'
import type { TrajectDetail } from '../domain/api.ts'
import { fasestandOf } from '../domain/rules.ts'
import { canTraject, type TrajectActie, toestandVan, trajectActies } from '../domain/toestanden.ts'
import { readDraaideur } from './queries.ts'

/** The trajecten of a person, all files of a merged one together, the running one first. */
export async function findTrajectenVan(
  work: Work,
  persoonId: Id,
): Promise<{ trajecten: TrajectDetail[]; magBeginnen: boolean } | Rejection> {
  const dossiers = await listDossierIds(work, persoonId)
  if (dossiers.length === 0) return notFound('De cliënt')
  work.saw(persoonId)
  const rows = await work.db
    .selectFrom('traject')
    .select('id')
    .where('persoon_id', 'in', dossiers)
    .orderBy((e) => e.case().when('geeindigd_op', 'is', null).then(0).else(1).end())
    .orderBy('begonnen_op', 'desc')
    .orderBy('id')
    .execute()
  const trajecten: TrajectDetail[] = []
  for (const { id } of rows) {
    const detail = await readTraject(work, id)
    if (detail) trajecten.push(detail)
  }
  return {
    trajecten,
    magBeginnen:
      work.vrager.permissies.has('traject.wijzigen') && !trajecten.some((one) => one.geeindigdOp === null),
  }
}

export async function findTraject(work: Work, id: Id): Promise<TrajectDetail | Rejection> {
  return (await readTraject(work, id)) ?? notFound('Dit traject')
}

async function readTraject(work: Work, id: Id): Promise<TrajectDetail | undefined> {
  const row = await work.db
    .selectFrom('traject as t')
    .innerJoin('persoon as p', 'p.id', 't.persoon_id')
    .select([
      't.id',
      't.persoon_id as persoonId',
      't.begonnen_op as begonnenOp',
      't.geeindigd_op as geeindigdOp',
    ])
    .select(['t.eindreden', 't.eindtoelichting', 't.versie'])
    .select(persoonNaamSql('p').as('naam'))
    .where('t.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  work.saw(row.persoonId)
  const onderbrekingen = await listOnderbrekingen(work, id)
  const toestand = toestandVan({
    geeindigdOp: row.geeindigdOp,
    onderbreking: onderbrekingen.find((one) => one.tot === null)?.soort ?? null,
  })
  const magWijzigen = work.vrager.permissies.has('traject.wijzigen')
  const { herinstromen, isDraaideur } = await listHerinstromen(work, row.persoonId)
  return {
    ...row,
    toestand,
    magWijzigen,
    acties: Object.fromEntries(
      (Object.keys(trajectActies) as TrajectActie[]).map((actie) => {
        const mag = canTraject(toestand, actie)
        return [actie, { ok: mag.ok && magWijzigen, reden: mag.ok ? null : mag.reden }]
      }),
    ) as TrajectDetail['acties'],
    fasen: await listFasenVan(work, id),
    aanspreekpunten: await listAanspreekpunten(work, id),
    onderbrekingen,
    producten: await listProductenVan(work, id),
    verblijven: await listVerblijvenBinnen(work, row),
    herinstromen,
    isDraaideur,
    wlz: await listWlzRoutes(work, id),
    achttien: await findAchttien(work, row.persoonId),
  }
}

async function listFasenVan(work: Work, id: Id): Promise<TrajectDetail['fasen']> {
  const { rows } = await sql<
    Omit<TrajectDetail['fasen'][number], 'stand' | 'dagen'> & { waarschuwDagen: number | null }
  >`
    select f.domein, f.code, coalesce(c.naam, f.code) as naam, f.van, f.tot, f.uiterlijk_op as "uiterlijkOp", f.reden, c.waarschuw_dagen as "waarschuwDagen"
    from onderdak.traject_fase f left join lateral (
      select x.naam, x.waarschuw_dagen from onderdak.fase x where x.regio_id = f.regio_id and x.domein = f.domein and x.code = f.code
        order by (x.van <= f.van) desc, x.van desc limit 1) c on true
    where f.traject_id = ${id}::uuid and f.tot is distinct from f.van order by f.van`.execute(work.db)
  return rows.map(({ waarschuwDagen, ...row }) => ({
    ...row,
    ...(row.tot === null
      ? fasestandOf(row.uiterlijkOp, waarschuwDagen ?? 28, work.today)
      : { stand: 'ruim' as const, dagen: null }),
  }))
}

async function listAanspreekpunten(work: Work, id: Id): Promise<TrajectDetail['aanspreekpunten']> {
  return work.db
    .selectFrom('aanspreekpunt as a')
    .innerJoin('gebruiker as g', 'g.id', 'a.gebruiker_id')
    .innerJoin('organisatie as o', 'o.id', 'a.organisatie_id')
    .leftJoin('gebruiker as d', 'd.id', 'a.vastgelegd_door')
    .select(['a.id', 'g.naam', 'o.naam as organisatie', 'a.van', 'a.tot', 'a.reden', 'd.naam as door'])
    .where('a.traject_id', '=', id)
    .orderBy('a.tot', (order) => order.desc().nullsFirst())
    .orderBy('a.van', 'desc')
    .orderBy('a.vastgelegd_op', 'desc')
    .execute()
}

async function listOnderbrekingen(work: Work, id: Id): Promise<TrajectDetail['onderbrekingen']> {
  const rows = await work.db
    .selectFrom('traject_onderbreking')
    .select(['soort', 'van', 'tot', 'verwacht_tot as verwachtTot', 'reden', 'uitkomst'])
    .where('traject_id', '=', id)
    .orderBy('van', 'desc')
    .execute()
  return rows as TrajectDetail['onderbrekingen']
}

function listProductenVan(work: Work, id: Id): Promise<TrajectDetail['producten']> {
  return work.db
    .selectFrom('traject_product as x')
    .innerJoin('product as d', 'd.id', 'x.product_id')
    .select(['x.product_id as productId', 'd.naam as product', 'x.bouwsteen', 'x.richting', 'x.van', 'x.tot'])
    .select(['x.reden', 'x.afwijking_reden as afwijkingReden'])
    .where('x.traject_id', '=', id)
    .orderBy('x.van', 'desc')
    .orderBy('x.tot', (order) => order.desc().nullsFirst())
    .execute()
}

/** Where the person stayed in the time of this traject. A secret place has no name for who may not see it. */
async function listVerblijvenBinnen(
  work: Work,
  traject: { persoonId: Id; begonnenOp: string; geeindigdOp: string | null },
): Promise<TrajectDetail['verblijven']> {
  const dossiers = await listDossierIds(work, traject.persoonId)
  const rows = await work.db
    .selectFrom('verblijf_persoon as x')
    .innerJoin('verblijf as v', 'v.id', 'x.verblijf_id')
    .innerJoin('product as d', 'd.id', 'v.product_id')
    .leftJoin('locatie as l', 'l.id', 'v.locatie_id')
    .select(['v.id', 'l.naam as plaats', 'd.naam as product', 'x.van', 'x.tot'])
    .where('x.persoon_id', 'in', dossiers)
    .where((e) => e.or([e('x.tot', 'is', null), e('x.tot', '>=', traject.begonnenOp)]))
    .where('x.van', '<=', traject.geeindigdOp ?? work.today)
    .orderBy('x.van')
    .orderBy('v.id')
    .execute()
  return rows.map((row) => ({ ...row, plaats: row.plaats ?? geheimeLocatie }))
}

async function listHerinstromen(
  work: Work,
  persoonId: Id,
): Promise<Pick<TrajectDetail, 'herinstromen' | 'isDraaideur'>> {
  const draaideur = await readDraaideur(work)
  const { rows } = await sql<{ na: string; op: string; soort: string }>`
    select na, op, soort from onderdak.herinstromen(array[${persoonId}::uuid], ${draaideur.binnen}::interval) order by op desc`.execute(
    work.db,
  )
  return {
    herinstromen: rows.map((row) => ({ ...row, dagen: daysBetween(row.na, row.op) })),
    isDraaideur: rows.filter((row) => row.op > draaideur.sinds).length >= draaideur.vanaf,
  }
}

async function listWlzRoutes(work: Work, id: Id): Promise<TrajectDetail['wlz']> {
  const rows = await work.db
    .selectFrom('wlz_route')
    .select(['id', 'status', 'signaal_op as signaalOp', 'signaal', 'aangevraagd_op as aangevraagdOp'])
    .select(['met_client as metClient', 'bij_ciz_op as bijCizOp', 'besloten_op as beslotenOp'])
    .select(['wlz_vanaf as wlzVanaf', 'wmo_einde_op as wmoEindeOp', 'toelichting', 'versie'])
    .where('traject_id', '=', id)
    .orderBy('signaal_op', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as TrajectDetail['wlz']
}

async function findAchttien(work: Work, persoonId: Id): Promise<TrajectDetail['achttien']> {
  const row = await work.db
    .selectFrom('achttien_route')
    .select(['id', 'status', 'achttien_op as achttienOp', 'plan_voor as planVoor', 'vervolg', 'afspraken'])
    .select(['plan_op as planOp', 'afgerond_op as afgerondOp', 'versie'])
    .select(['jeugdwet_antwoord as jeugdwet', 'jeugdwet_op as jeugdwetOp'])
    .where('persoon_id', '=', persoonId)
    .executeTakeFirst()
  return (row as TrajectDetail['achttien']) ?? null
}
