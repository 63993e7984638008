import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { nachtOp } from '../../../shared/nacht.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound } from '../../../shared/rejection.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import { geheimeLocatie } from '../../plek/domain/contract.ts'
import { findLopend, gatherLeden } from './open.ts'

/** Everyone who sleeps tonight in places of the own organisation whose product keeps nights. */
export async function listNacht(
  work: Work,
  query: { nacht?: PlainDate | undefined; locatieId?: Id | undefined },
) {
  const nacht = query.nacht ?? nachtOp(work.now)
  const found = await work.db
    .selectFrom('verblijf_persoon as x')
    .innerJoin('verblijf as v', 'v.id', 'x.verblijf_id')
    .innerJoin('persoon as p', 'p.id', 'x.persoon_id')
    .innerJoin('plek as k', 'k.id', 'v.plek_id')
    .innerJoin('locatie as l', 'l.id', 'v.locatie_id')
    .innerJoin('voorziening as z', 'z.id', 'l.voorziening_id')
    .innerJoin('product as r', 'r.id', 'v.product_id')
    .leftJoin('nachtregistratie as n', (join) =>
      join
        .onRef('n.verblijf_id', '=', 'x.verblijf_id')
        .onRef('n.persoon_id', '=', 'x.persoon_id')
        .on('n.nacht', '=', nacht),
    )
    .select([
      'x.verblijf_id as verblijfId',
      'x.persoon_id as persoonId',
      'l.id as locatieId',
      'l.naam as locatie',
      'k.naam as plek',
      'n.aanwezig',
      'n.afwezig_reden as afwezigReden',
      'n.vastgelegd_op as vastgelegdOp',
      'p.achternaam',
      'p.tussenvoegsel',
      'p.voornamen',
      'p.roepnaam',
      'p.is_nn as isNn',
      'p.geslacht',
      'p.geboortedatum',
      'p.geboortejaar',
      sql<number>`(select count(*)::int from onderdak.nachtregistratie w where w.verblijf_id = x.verblijf_id and w.persoon_id = x.persoon_id
        and w.nacht >= ${addDays(nacht, -7)}::date and w.nacht < ${nacht}::date and not w.aanwezig)`.as(
        'nachtenWeg',
      ),
    ])
    .where('z.organisatie_id', '=', work.vrager.organisatieId)
    .where('r.nachtregistratie', '=', true)
    .where('x.van', '<=', nacht)
    .where((e) => e.or([e('x.tot', 'is', null), e('x.tot', '>', nacht)]))
    .orderBy(sql`l.naam collate "und-x-icu"`)
    .orderBy(sql`k.naam collate onderdak.natuurlijk`)
    .orderBy('x.persoon_id')
    .execute()
  const locaties = new Map<Id, { id: Id; naam: string; mensen: number }>()
  for (const row of found) {
    const one = locaties.get(row.locatieId) ?? { id: row.locatieId, naam: row.locatie, mensen: 0 }
    one.mensen++
    locaties.set(row.locatieId, one)
  }
  const shown = found.filter((row) => !query.locatieId || row.locatieId === query.locatieId)
  work.saw(...shown.map((row) => row.persoonId))
  return {
    nacht,
    locaties: [...locaties.values()],
    rijen: shown.map((row) => ({
      verblijfId: row.verblijfId,
      persoonId: row.persoonId,
      naam: weergavenaam(row),
      locatieId: row.locatieId,
      locatie: row.locatie,
      plek: row.plek,
      aanwezig: row.aanwezig,
      afwezigReden: row.afwezigReden,
      vastgelegdOp: row.vastgelegdOp?.toISOString() ?? null,
      nachtenWeg: row.nachtenWeg,
    })),
  }
}

/** What the arrival screen shows and whether the arrival can be recorded. */
export async function findAankomst(work: Work, voorstelId: Id) {
  const row = await work.db
    .selectFrom('plaatsingsvoorstel as s')
    .innerJoin('locatie as l', 'l.id', 's.locatie_id')
    .innerJoin('product as r', 'r.id', 's.product_id')
    .innerJoin('persoon as p', 'p.id', 's.persoon_id')
    .select([
      's.persoon_id as persoonId',
      's.huishouden_id as huishoudenId',
      's.personen',
      's.locatie_id as locatieId',
      'l.naam as locatie',
      's.product_id as productId',
      'r.naam as product',
      's.vanaf',
      's.plek_id as plekId',
      's.vereiste_kenmerken as kenmerken',
      's.status',
      'p.achternaam',
      'p.tussenvoegsel',
      'p.voornamen',
      'p.roepnaam',
      'p.is_nn as isNn',
      'p.geslacht',
      'p.geboortedatum',
      'p.geboortejaar',
    ])
    .where('s.id', '=', voorstelId)
    .executeTakeFirst()
  if (!row) return notFound('Dit voorstel')
  const wie = await gatherLeden(work, row.persoonId, work.today, row.huishoudenId)
  const leden = 'rejected' in wie ? [] : wie.leden
  work.saw(row.persoonId, ...leden.map((lid) => lid.persoonId))
  const reason =
    row.status === 'aanvaard' ? null : 'Dit voorstel is nog niet aanvaard, of het is al afgerond.'
  return {
    voorstelId,
    naam: weergavenaam(row),
    personen: Math.max(row.personen, leden.length),
    locatieId: row.locatieId,
    locatie: row.locatie,
    productId: row.productId,
    product: row.product,
    vanaf: row.vanaf,
    plekId: row.plekId,
    kenmerken: row.kenmerken,
    kan: { ok: reason === null, reden: reason },
    vorigVerblijf: await findVorig(
      work,
      leden.map((lid) => lid.persoonId),
    ),
  }
}

async function findVorig(work: Work, ids: readonly Id[]) {
  if (ids.length === 0) return null
  const [row] = await findLopend(work, ids, work.today)
  if (!row) return null
  const locatie = await work.db
    .selectFrom('locatie')
    .select('naam')
    .where('id', '=', row.locatie_id)
    .executeTakeFirst()
  return {
    locatie: locatie?.naam ?? geheimeLocatie,
    begonnenOp: row.begonnen_op,
    uiterlijkOp: row.uiterlijk_op,
    overschrijdingReden: row.overschrijding_reden,
  }
}
