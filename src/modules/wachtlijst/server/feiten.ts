import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { ProductOpDatum } from '../../beheer/server/lookup.ts'

// Facts of earlier steps of the chain that decide whether, since when and with whom somebody waits.

export interface MeldingFeiten {
  readonly id: Id
  readonly meldingsdatum: PlainDate
  readonly slaapplekVannacht: string
  readonly veiligheid: string
  readonly kinderen: number
  readonly volwassenen: number
  readonly huishoudenId: Id | null
  /** From the onderzoek; null when there is none or it is not chosen yet. */
  readonly clientprofiel: string | null
}

export async function findMelding(
  work: Work,
  meldingId: Id,
  persoonId: Id,
): Promise<MeldingFeiten | undefined> {
  return work.db
    .selectFrom('melding as m')
    .leftJoin('onderzoek as o', 'o.melding_id', 'm.id')
    .select([
      'm.id',
      'm.meldingsdatum',
      'm.slaapplek_vannacht as slaapplekVannacht',
      'm.veiligheid',
      'm.kinderen',
      'm.volwassenen',
      'm.huishouden_id as huishoudenId',
      'o.clientprofiel',
    ])
    .where('m.id', '=', meldingId)
    .where('m.persoon_id', '=', persoonId)
    .executeTakeFirst()
}

/** Day of the latest besluit that admits this person to the product or to its part of the chain; null without one. */
export async function findToelating(
  work: Work,
  input: { persoonId: Id; product: ProductOpDatum; meldingId?: Id | null },
): Promise<{ meldingId: Id; beslotenOp: PlainDate } | undefined> {
  let query = work.db
    .selectFrom('besluit as b')
    .innerJoin('product as p', 'p.id', 'b.product_id')
    .select(['b.melding_id as meldingId', 'b.besloten_op as beslotenOp'])
    .where('b.persoon_id', '=', input.persoonId)
    .where('b.uitkomst', '=', 'toegelaten')
    .where((e) => e.or([e('p.id', '=', input.product.id), e('p.domein', '=', input.product.domein)]))
    .orderBy('b.besloten_op', 'desc')
    .orderBy('b.id', 'desc')
  if (input.meldingId) query = query.where('b.melding_id', '=', input.meldingId)
  return query.executeTakeFirst()
}

/** The granted beschikking for this product that holds now or starts later; undefined without one. */
export async function findBeschikking(
  work: Work,
  persoonId: Id,
  productId: Id,
): Promise<{ id: Id; beschiktOp: PlainDate; geldigVan: PlainDate } | undefined> {
  const row = await work.db
    .selectFrom('beschikking')
    .select(['id', 'beschikt_op', 'geldig_van'])
    .where('persoon_id', '=', persoonId)
    .where('product_id', '=', productId)
    .where('status', '=', 'beschikt')
    .where('soort', 'in', ['toekenning', 'herziening'])
    .where((e) => e.or([e('geldig_tot', 'is', null), e('geldig_tot', '>', work.today)]))
    .where('geldig_van', 'is not', null)
    .orderBy('geldig_van', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ? { id: row.id, beschiktOp: row.beschikt_op!, geldigVan: row.geldig_van! } : undefined
}

export async function staysNow(work: Work, persoonId: Id): Promise<boolean> {
  const row = await work.db
    .selectFrom('verblijf_persoon')
    .select('verblijf_id')
    .where('persoon_id', '=', persoonId)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .executeTakeFirst()
  return row !== undefined
}

/** Who waits together: everyone of the household today, and how many of them are children. */
export async function listHuishouden(
  work: Work,
  huishoudenId: Id,
): Promise<{ persoonId: Id; isKind: boolean }[]> {
  return work.db
    .selectFrom('huishouden_lid as l')
    .innerJoin('persoon as p', 'p.id', 'l.persoon_id')
    .select([
      'l.persoon_id as persoonId',
      sql<boolean>`coalesce(p.geboortedatum > ${work.today}::date - interval '18 years', l.rol = 'kind')`.as(
        'isKind',
      ),
    ])
    .where('l.huishouden_id', '=', huishoudenId)
    .where('l.van', '<=', work.today)
    .where((e) => e.or([e('l.tot', 'is', null), e('l.tot', '>', work.today)]))
    .orderBy('l.persoon_id')
    .execute()
}

/** The waiting person and everyone of the household who waits along, once each. */
export async function listPersonen(
  work: Work,
  row: { persoon_id: Id; huishouden_id: Id | null },
): Promise<Id[]> {
  const leden = row.huishouden_id ? await listHuishouden(work, row.huishouden_id) : []
  return [...new Set([row.persoon_id, ...leden.map((lid) => lid.persoonId)])]
}
