import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Eenheid, InstellingCode, Keuzelijst, TermijnCode } from '../domain/standaard.ts'

export { latestEndOf } from '../domain/voorbeeld.ts'

// What other modules may ask about the configuration of the region on a day. Reads only.

export interface Termijn {
  readonly code: string
  readonly naam: string
  readonly aantal: number
  readonly eenheid: Eenheid
  readonly wettelijk: boolean
}

/** The term that holds on `op` (today unless said otherwise). Throws when the region lacks it: that is a broken region. */
export async function getTermijn(
  work: Work,
  code: TermijnCode,
  op: PlainDate = work.today,
): Promise<Termijn> {
  const row = await work.db
    .selectFrom('termijn')
    .select(['code', 'naam', 'aantal', 'eenheid', 'wettelijk'])
    .where('regio_id', '=', work.regioId)
    .where('code', '=', code)
    .where('van', '<=', op)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', op)]))
    .executeTakeFirst()
  if (!row) throw new Error(`Region has no termijn ${code} on ${op}`)
  return row as Termijn
}

/** The value of a setting on `op` as text; undefined when the region has none. */
export async function findInstelling(
  work: Work,
  code: InstellingCode,
  op: PlainDate = work.today,
): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('instelling')
    .select('waarde')
    .where('regio_id', '=', work.regioId)
    .where('code', '=', code)
    .where('van', '<=', op)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', op)]))
    .executeTakeFirst()
  return row?.waarde
}

/** Is `code` a choice of `lijst` on `op`? */
export async function isKeuze(
  work: Work,
  lijst: Keuzelijst,
  code: string,
  op: PlainDate = work.today,
): Promise<boolean> {
  const row = await work.db
    .selectFrom('keuze')
    .select('code')
    .where('regio_id', '=', work.regioId)
    .where('lijst', '=', lijst)
    .where('code', '=', code)
    .where('van', '<=', op)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', op)]))
    .executeTakeFirst()
  return row !== undefined
}

export interface ProductOpDatum {
  readonly id: Id
  readonly code: string
  readonly naam: string
  readonly domein: 'BW' | 'BT' | 'MO' | 'VO' | 'WONEN'
  readonly nachtregistratie: boolean
  readonly gezinnen: 'ja' | 'nee' | 'alleen'
  readonly toegang: 'besluit' | 'beschikking' | 'direct'
  /** Longest stay on that day; both null when there is no limit. */
  readonly maximumAantal: number | null
  readonly maximumEenheid: 'dagen' | 'weken' | 'maanden' | null
  readonly waarschuwDagen: number
}

/** A product with the stay rule that holds on `op`; undefined when it does not exist in this region. */
export async function findProduct(
  work: Work,
  productId: Id,
  op: PlainDate = work.today,
): Promise<ProductOpDatum | undefined> {
  const row = await work.db
    .selectFrom('product as p')
    .leftJoin('product_regel as r', (join) =>
      join
        .onRef('r.product_id', '=', 'p.id')
        .on('r.van', '<=', op)
        .on((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', op)])),
    )
    .select([
      'p.id',
      'p.code',
      'p.naam',
      'p.domein',
      'p.nachtregistratie',
      'p.gezinnen',
      'p.toegang',
      'r.maximum_aantal as maximumAantal',
      'r.maximum_eenheid as maximumEenheid',
      'r.waarschuw_dagen as waarschuwDagen',
    ])
    .where('p.regio_id', '=', work.regioId)
    .where('p.id', '=', productId)
    .executeTakeFirst()
  return row ? ({ ...row, waarschuwDagen: row.waarschuwDagen ?? 28 } as ProductOpDatum) : undefined
}

export interface FaseOpDatum {
  readonly domein: string
  readonly code: string
  readonly naam: string
  readonly volgorde: number
  /** How long it may last; both null when there is no limit. */
  readonly termijnAantal: number | null
  readonly termijnEenheid: 'dagen' | 'weken' | 'maanden' | null
  readonly begintBij: 'verblijf' | 'uitstroomgereed' | null
}

/** The phases of a traject that hold on `op`, per part of the chain in their order, as one value for a question that needs more. */
export function fasenSql(work: Work, op: PlainDate): RawBuilder<FaseOpDatum[]> {
  return sql<
    FaseOpDatum[]
  >`(select coalesce(jsonb_agg(jsonb_build_object('domein', x.domein, 'code', x.code, 'naam', x.naam, 'volgorde', x.volgorde,
      'termijnAantal', x.termijn_aantal, 'termijnEenheid', x.termijn_eenheid, 'begintBij', x.begint_bij) order by x.domein, x.volgorde, x.code), '[]')
    from onderdak.fase x where x.regio_id = ${work.regioId}::uuid and x.van <= ${op}::date and (x.tot is null or x.tot > ${op}::date))`
}

export async function listFasen(work: Work, op: PlainDate = work.today): Promise<FaseOpDatum[]> {
  const { rows } = await sql<{ fasen: FaseOpDatum[] }>`select ${fasenSql(work, op)} as fasen`.execute(work.db)
  return rows[0]!.fasen
}

/** Products that may follow `vanProductId` on `op`; undefined when the region says nothing about it: then all may. */
export async function findVolgendeProducten(
  work: Work,
  vanProductId: Id,
  op: PlainDate = work.today,
): Promise<{ id: Id; naam: string; voorwaarde: string }[] | undefined> {
  const rows = await work.db
    .selectFrom('product_overgang as o')
    .innerJoin('product as p', 'p.id', 'o.naar_product_id')
    .select(['p.id', 'p.naam', 'o.voorwaarde'])
    .where('o.regio_id', '=', work.regioId)
    .where('o.van_product_id', '=', vanProductId)
    .where('o.van', '<=', op)
    .where((e) => e.or([e('o.tot', 'is', null), e('o.tot', '>', op)]))
    .orderBy(sql`p.naam collate "und-x-icu"`)
    .execute()
  return rows.length === 0 ? undefined : rows
}

/** What corporaties agreed to per gemeente and year, with every period. */
export function listWoningafspraken(work: Work) {
  return work.db
    .selectFrom('woningafspraak as a')
    .innerJoin('gemeente as g', 'g.code', 'a.gemeente_code')
    .innerJoin('organisatie as o', 'o.id', 'a.organisatie_id')
    .select(['a.gemeente_code as gemeenteCode', 'g.naam as gemeente', 'a.organisatie_id as corporatieId'])
    .select(['o.naam as corporatie', 'a.aantal', 'a.van', 'a.tot', 'a.bron'])
    .where('a.regio_id', '=', work.regioId)
    .execute()
}

/** How many plekken the region wants per product on `op`, with where that was agreed. */
export function listStreefaantallen(work: Work, op: PlainDate = work.today) {
  return work.db
    .selectFrom('streefaantal as s')
    .innerJoin('product as p', 'p.id', 's.product_id')
    .select([
      's.product_id as productId',
      'p.naam as product',
      's.aantal',
      's.uitgangspunt',
      's.van',
      's.bron',
    ])
    .where('s.regio_id', '=', work.regioId)
    .where('s.van', '<=', op)
    .where((e) => e.or([e('s.tot', 'is', null), e('s.tot', '>', op)]))
    .execute()
}

/** Organisations with a task in the chain on `op`, e.g. who keeps the waiting list; sorted by name. */
export async function listOrganisatiesMetTaak(
  work: Work,
  taak: string,
  op: PlainDate = work.today,
): Promise<{ id: Id; naam: string; gemeenteCode: string | null }[]> {
  return work.db
    .selectFrom('organisatie')
    .select(['id', 'naam', 'gemeente_code as gemeenteCode'])
    .where('regio_id', '=', work.regioId)
    .where(sql<boolean>`${taak} = any(taken)`)
    .where('van', '<=', op)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', op)]))
    .orderBy(sql`naam collate "und-x-icu"`)
    .execute()
}

/** The mandate under which `organisatieId` decides for a gemeente on `op` (Wmo 2015 art. 2.6.3 lid 2); undefined without one. */
export async function findMandaat(
  work: Work,
  input: { organisatieId: Id; gemeenteCode: string; domein: string; op?: PlainDate },
): Promise<{ id: Id; grondslag: string } | undefined> {
  const op = input.op ?? work.today
  return work.db
    .selectFrom('mandaat')
    .select(['id', 'grondslag'])
    .where('regio_id', '=', work.regioId)
    .where('organisatie_id', '=', input.organisatieId)
    .where('gemeente_code', '=', input.gemeenteCode)
    .where('domein', '=', input.domein === 'BT' ? 'BW' : input.domein)
    .where('van', '<=', op)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', op)]))
    .executeTakeFirst()
}
