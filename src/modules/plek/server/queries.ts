import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import type { LocatieDetail, VoorzieningRij } from '../domain/api.ts'
import type { Bezetting } from '../domain/capaciteit.ts'
import { standOf } from '../domain/capaciteit.ts'
import { canConfirm, canManage } from '../domain/rules.ts'
import { isStale } from './bord-queries.ts'
import { magHuisSql } from './geheim.ts'
import { findVrijePlekken, listBezetting } from './lookup.ts'
import { gemeenteName } from './stand.ts'

const volgorden = {
  naam: sql`v.naam collate "und-x-icu"`,
  '-naam': sql`v.naam collate "und-x-icu" desc`,
  aanbieder: sql`o.naam collate "und-x-icu" nulls last`,
  '-aanbieder': sql`o.naam collate "und-x-icu" desc nulls last`,
  gemeente: sql`g.naam collate "und-x-icu" nulls last`,
  '-gemeente': sql`g.naam collate "und-x-icu" desc nulls last`,
  plekken: sql`coalesce(s.plekken, 0)`,
  '-plekken': sql`coalesce(s.plekken, 0) desc`,
  bezet: sql`coalesce(s.bezet, 0)`,
  '-bezet': sql`coalesce(s.bezet, 0) desc`,
}

export interface VoorzieningenQuery {
  id?: Id
  zoek?: string | undefined
  domein?: string | undefined
  bereik?: string | undefined
  gemeenteCode?: string | undefined
  zonderClienten?: 'ja' | undefined
  zonderPlekken?: 'ja' | undefined
  sorteer?: keyof typeof volgorden | undefined
  pagina: number
  aantalPerPagina: number
}

/** Counts leave out what the asker may not see: row-level security holds inside the sub-queries as well. */
export async function listVoorzieningRijen(
  work: Work,
  query: VoorzieningenQuery,
): Promise<{ count: number; results: VoorzieningRij[]; contractenZonderPlekken: number }> {
  const { rows } = await sql<
    Omit<VoorzieningRij, 'magBeheren' | 'gemeente'> & { gemeente: string | null; count: number }
  >`
    with stand as (
      select l.voorziening_id, count(distinct l.id)::int as locaties, bool_or(l.is_extern) as extern, count(p.id)::int as plekken, count(b.plek_id)::int as bezet
      from onderdak.locatie l
      left join onderdak.plek p on p.locatie_id = l.id and p.van <= ${work.today}::date and (p.tot is null or p.tot > ${work.today}::date)
      left join (select distinct plek_id from onderdak.bezetting(${work.today}::date, ${addDays(work.today, 1)}::date) where soort = 'verblijf') b on b.plek_id = p.id
      where l.regio_id = ${work.regioId} and (l.tot is null or l.tot > ${work.today}::date) group by 1
    )
    select v.id, v.code, v.naam, v.organisatie_id as "organisatieId", o.naam as aanbieder, v.soort, v.domein, v.bereik,
      v.gemeente_code as "gemeenteCode", g.naam as gemeente, v.doelgroep, v.omschrijving, v.openingstijden,
      v.capaciteit_volgens_bron as "capaciteitVolgensBron", v.onder_contract as "onderContract", v.van, v.tot, v.versie,
      coalesce(s.locaties, 0) as locaties, coalesce(s.plekken, 0) as plekken, coalesce(s.bezet, 0) as bezet,
      ${zonderPlekken(work)} as "isZonderPlekken", count(*) over ()::int as count
    from onderdak.voorziening v
    left join stand s on s.voorziening_id = v.id
    left join onderdak.organisatie o on o.id = v.organisatie_id
    left join onderdak.gemeente g on g.code = v.gemeente_code
    where v.regio_id = ${work.regioId}
      and (${query.id ?? null}::uuid is null or v.id = ${query.id ?? null}::uuid)
      and (${query.domein ?? null}::text is null or v.domein = ${query.domein ?? null})
      and (${query.bereik ?? null}::text is null or v.bereik = ${query.bereik ?? null})
      and (${query.gemeenteCode ?? null}::text is null or v.gemeente_code = ${query.gemeenteCode ?? null})
      and (${query.zoek ?? null}::text is null or position(lower(${query.zoek ?? null}) in lower(v.naam || ' ' || coalesce(o.naam, ''))) > 0)
      and (${query.zonderClienten ?? null}::text is null or (v.onder_contract and v.domein <> 'VO' and coalesce(s.plekken, 0) > 0 and coalesce(s.bezet, 0) = 0))
      and (${query.zonderPlekken ?? null}::text is null or ${zonderPlekken(work)})
    order by ${volgorden[query.sorteer ?? 'naam']}, v.naam collate "und-x-icu", v.id
    limit ${query.aantalPerPagina} offset ${(query.pagina - 1) * query.aantalPerPagina}`.execute(work.db)
  return {
    count: rows[0]?.count ?? 0,
    contractenZonderPlekken: await countZonderPlekken(work),
    results: rows.map(({ count: _count, ...row }) => ({
      ...row,
      gemeente: row.gemeente ?? 'Hele regio',
      magBeheren: mayManage(work, row.organisatieId),
    })),
  }
}

/** Bought and not placed yet (CAP-12). A plek elsewhere in the country has no own plekken; a secret one is not for everybody to see. */
const zonderPlekken = (
  work: Work,
) => sql<boolean>`(v.onder_contract and v.soort in ('verblijf', 'wonen') and v.domein <> 'VO' and not coalesce(s.extern, false)
  and v.van <= ${work.today}::date and (v.tot is null or v.tot > ${work.today}::date) and coalesce(s.plekken, 0) = 0)`

async function countZonderPlekken(work: Work): Promise<number> {
  const { rows } = await sql<{ aantal: number }>`
    with s as (
      select l.voorziening_id, count(p.id)::int as plekken, bool_or(l.is_extern) as extern from onderdak.locatie l
      left join onderdak.plek p on p.locatie_id = l.id and p.van <= ${work.today}::date and (p.tot is null or p.tot > ${work.today}::date)
      where l.regio_id = ${work.regioId} and (l.tot is null or l.tot > ${work.today}::date) group by 1
    )
    select count(*)::int as aantal from onderdak.voorziening v left join s on s.voorziening_id = v.id
    where v.regio_id = ${work.regioId} and ${zonderPlekken(work)}`.execute(work.db)
  return rows[0]!.aantal
}

const mayManage = (work: Work, organisatieId: Id | null) =>
  work.vrager.permissies.has('plek.beheren') && canManage(work.vrager, organisatieId).ok

export async function findVoorzieningMetLocaties(work: Work, id: Id) {
  const { results } = await listVoorzieningRijen(work, { id, pagina: 1, aantalPerPagina: 1 })
  const row = results[0]
  if (!row) return notFound('Deze voorziening')
  const lijst = await work.db
    .selectFrom('locatie as l')
    .leftJoin('gemeente as g', 'g.code', 'l.gemeente_code')
    .select((e) => [
      'l.id',
      'l.naam',
      'g.naam as gemeente',
      'l.is_geheim as isGeheim',
      'l.is_extern as isExtern',
      'l.tot',
      e
        .selectFrom('plek as p')
        .select((p) => p.fn.countAll<number>().as('aantal'))
        .whereRef('p.locatie_id', '=', 'l.id')
        .where('p.van', '<=', work.today)
        .where((p) => p.or([p('p.tot', 'is', null), p('p.tot', '>', work.today)]))
        .as('plekken'),
    ])
    .where('l.voorziening_id', '=', id)
    .orderBy(sql`l.naam collate "und-x-icu"`)
    .execute()
  return {
    ...row,
    lijst: lijst.map((one) => ({ ...one, plekken: Number(one.plekken), gemeente: gemeenteName(one) })),
  }
}

export async function findLocatieDetail(work: Work, id: Id): Promise<LocatieDetail | Rejection> {
  const row = await work.db
    .selectFrom('locatie as l')
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .leftJoin('organisatie as o', 'o.id', 'v.organisatie_id')
    .leftJoin('gemeente as g', 'g.code', 'l.gemeente_code')
    .leftJoin('gebruiker as u', 'u.id', 'l.bevestigd_door')
    .select([
      'l.id',
      'l.naam',
      'l.voorziening_id as voorzieningId',
      'v.naam as voorziening',
      'v.organisatie_id as organisatieId',
      'o.naam as aanbieder',
      'v.domein',
      'v.bereik',
      'l.gemeente_code as gemeenteCode',
      'g.naam as gemeente',
      'l.wijk',
      'l.is_geheim as isGeheim',
      'l.is_extern as isExtern',
      'l.kenmerken',
      'l.reactietijd_minuten as reactietijdMinuten',
      'l.bevestigd_op as bevestigdOp',
      'u.naam as bevestigdDoor',
      'l.van',
      'l.tot',
      'l.versie',
    ])
    .select(sql<boolean>`l.adres_versleuteld is not null and ${magHuisSql(work)}`.as('heeftAdres'))
    .select(sql<string | null>`case when ${magHuisSql(work)} then l.telefoon end`.as('telefoon'))
    .where('l.regio_id', '=', work.regioId)
    .where('l.id', '=', id)
    .executeTakeFirst()
  if (!row) return notFound('Deze locatie')
  const term = await getTermijn(work, 'locatie_verouderd')
  return {
    ...row,
    gemeente: gemeenteName(row),
    bevestigdOp: row.bevestigdOp?.toISOString() ?? null,
    verouderd: isStale(row.bevestigdOp, work.now, term),
    magBevestigen:
      work.vrager.permissies.has('plek.bevestigen') && canConfirm(work.vrager, row.organisatieId).ok,
    magBeheren: mayManage(work, row.organisatieId),
    openingen: await work.db
      .selectFrom('opening')
      .select(['regime', 'toelichting', 'van', 'tot'])
      .where('locatie_id', '=', id)
      .orderBy('van')
      .execute(),
    plekken: await listPlekkenMetStand(work, id),
    buitenGebruik: await work.db
      .selectFrom('buiten_gebruik as b')
      .innerJoin('plek as p', 'p.id', 'b.plek_id')
      .select(['b.id', 'b.plek_id as plekId', 'p.naam as plek', 'b.van', 'b.tot', 'b.reden', 'b.toelichting'])
      .where('p.locatie_id', '=', id)
      .where((e) => e.or([e('b.tot', 'is', null), e('b.tot', '>', work.today)]))
      .orderBy('b.van')
      .orderBy('b.id')
      .execute(),
  }
}

async function listPlekkenMetStand(work: Work, locatieId: Id): Promise<LocatieDetail['plekken']> {
  const plekken = await work.db
    .selectFrom('plek as p')
    .innerJoin('product as r', 'r.id', 'p.product_id')
    .select([
      'p.id',
      'p.naam',
      'p.product_id as productId',
      'r.naam as product',
      'p.soort',
      'p.kamer',
      'p.personen_maximum as personenMaximum',
      'p.kenmerken',
      'p.tijdelijk_reden as tijdelijkReden',
      'p.van',
      'p.tot',
      'p.versie',
    ])
    .where('p.locatie_id', '=', locatieId)
    .orderBy(sql`p.naam collate onderdak.natuurlijk`)
    .orderBy('p.id')
    .execute()
  const bezetting = await listBezetting(work, {
    van: work.today,
    tot: addDays(work.today, 1),
    locatieIds: [locatieId],
  })
  const perPlek = new Map<Id, Bezetting[]>()
  for (const row of bezetting)
    if (row.plekId) perPlek.set(row.plekId, [...(perPlek.get(row.plekId) ?? []), row])
  return plekken.map((plek) => {
    const rows = perPlek.get(plek.id) ?? []
    return {
      ...plek,
      stand: periodeOf(plek, work.today) ?? standOf(rows, work.today),
      verwachtVrijOp: rows.find((row) => row.soort === 'verblijf')?.verwachtEindeOp ?? null,
    }
  })
}

/** A plek that is not there today has no stand; undefined for one that is. */
function periodeOf(
  { van, tot }: { van: PlainDate; tot: PlainDate | null },
  today: PlainDate,
): 'nog_niet' | 'beeindigd' | undefined {
  if (tot !== null && tot <= today) return 'beeindigd'
  return van > today ? 'nog_niet' : undefined
}

/** The address, decrypted; of a secret locatie only for who may reach the house. */
export async function findAdres(work: Work, id: Id): Promise<{ adres: string | null } | Rejection> {
  const row = await work.db
    .selectFrom('locatie as l')
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .select('l.adres_versleuteld')
    .where('l.regio_id', '=', work.regioId)
    .where('l.id', '=', id)
    .where(magHuisSql(work))
    .executeTakeFirst()
  if (!row) return notFound('Dit adres')
  return { adres: row.adres_versleuteld === null ? null : work.cipher.decrypt(row.adres_versleuteld) }
}

const mismatchText = { te_klein: 'Te weinig ruimte', vastgehouden: 'Vastgehouden voor een ander voorstel' }

export async function listVrijVoor(
  work: Work,
  query: {
    productId?: Id | undefined
    locatieId?: Id | undefined
    vanaf: string
    personen: number
    kenmerken: string
    zonderVoorstelId?: Id | undefined
  },
) {
  const found = await findVrijePlekken(work, {
    vanaf: query.vanaf,
    personen: query.personen,
    kenmerken: query.kenmerken.split(',').filter((code) => code !== ''),
    ...(query.productId && { productId: query.productId }),
    ...(query.locatieId && { locatieId: query.locatieId }),
    ...(query.zonderVoorstelId && { zonderVoorstelId: query.zonderVoorstelId }),
  })
  const names = new Map((await listKeuzes(work, ['kenmerk'])).map((row) => [row.code, row.naam]))
  return {
    plekken: found.map((plek) => ({
      ...plek,
      kenmerken: [...plek.kenmerken],
      redenen: plek.redenen.map((reden) =>
        reden.code === 'kenmerk_ontbreekt'
          ? `Mist: ${names.get(reden.kenmerk ?? '') ?? reden.kenmerk}`
          : mismatchText[reden.code],
      ),
    })),
  }
}

function listKeuzes(work: Work, lijsten: readonly string[]) {
  return work.db
    .selectFrom('keuze')
    .select(['lijst', 'code', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', 'in', [...lijsten])
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('volgorde')
    .orderBy('code')
    .execute()
}

const screenLists = [
  'kenmerk',
  'reden_buiten_gebruik',
  'eindreden_verblijf',
  'bestemming',
  'overschrijdingsreden',
  'reden_niet_verschenen',
  'afwezig_reden',
]

/** What the screens of plek and verblijf choose from. */
export async function listPlekkeuzesVan(work: Work) {
  const { db, regioId, today } = work
  const choice = (row: { id: string; naam: string }) => ({ value: row.id, label: row.naam })
  const producten = await db
    .selectFrom('product')
    .select(['id', 'naam', 'domein', 'gezinnen'])
    .where('regio_id', '=', regioId)
    .where('van', '<=', today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', today)]))
    .orderBy(sql`naam collate "und-x-icu"`)
    .execute()
  const gemeenten = await db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['g.code as id', 'g.naam'])
    .where('r.regio_id', '=', regioId)
    .where('r.van', '<=', today)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', today)]))
    .orderBy(sql`g.naam collate "und-x-icu"`)
    .execute()
  const organisaties = await db
    .selectFrom('organisatie')
    .select(['id', 'naam'])
    .where('regio_id', '=', regioId)
    .where('soort', 'in', ['aanbieder', 'corporatie', 'welzijn', 'overig', 'gemeente'])
    .orderBy(sql`naam collate "und-x-icu"`)
    .execute()
  const locaties = await db
    .selectFrom('locatie as l')
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .select(['l.id', 'l.naam', 'v.organisatie_id'])
    .where('l.regio_id', '=', regioId)
    .where((e) => e.or([e('l.tot', 'is', null), e('l.tot', '>', today)]))
    .orderBy(sql`l.naam collate "und-x-icu"`)
    .execute()
  const lijsten: Record<string, { value: string; label: string }[]> = {}
  for (const row of await listKeuzes(work, screenLists)) {
    lijsten[row.lijst] = [...(lijsten[row.lijst] ?? []), { value: row.code, label: row.naam }]
  }
  return {
    producten: producten.map((row) => ({ ...choice(row), domein: row.domein, gezinnen: row.gezinnen })),
    gemeenten: gemeenten.map(choice),
    organisaties: organisaties.map(choice),
    locaties: locaties.map((row) => ({
      ...choice(row),
      eigen: row.organisatie_id === work.vrager.organisatieId,
    })),
    lijsten,
  }
}
