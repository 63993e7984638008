import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { Periode } from '../../../shared/periode.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import {
  type Bezetting,
  canHold,
  canTake,
  type Groep,
  isVrijVanaf,
  listMismatches,
  type Mismatch,
  type PlekOpBord,
  settle,
  type Telling,
  type Vraag,
} from '../domain/capaciteit.ts'

// What other modules may ask about places. Row-level security leaves secret locaties out for who may not see them.

/** Every promise counts that begins on or after the day asked for: a stay has no certain end. */
const verteDag: PlainDate = '2199-12-31'

export interface LockedLocatie {
  readonly id: Id
  readonly naam: string
  readonly voorzieningId: Id
  readonly organisatieId: Id | null
  readonly gemeenteCode: string | null
  readonly isGeheim: boolean
  readonly isExtern: boolean
  readonly domein: string
  readonly van: PlainDate
  readonly tot: PlainDate | null
}

/**
 * Locks a locatie until the end of the transaction, so that whoever decides about its space does so one at a time. Lock it
 * before a plek. Undefined when it does not exist or the asker may not see it. The lock (`no key update`) does not stop
 * rows that only point to the locatie.
 */
export async function lockLocatie(work: Work, locatieId: Id): Promise<LockedLocatie | undefined> {
  return locaties(work).where('l.id', '=', locatieId).forNoKeyUpdate('l').executeTakeFirst()
}

/** Organisation and secrecy of a locatie; undefined when it does not exist or the asker may not see it. */
export async function findLocatie(work: Work, locatieId: Id): Promise<LockedLocatie | undefined> {
  return locaties(work).where('l.id', '=', locatieId).executeTakeFirst()
}

function locaties(work: Work) {
  return work.db
    .selectFrom('locatie as l')
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .select([
      'l.id',
      'l.naam',
      'l.voorziening_id as voorzieningId',
      'v.organisatie_id as organisatieId',
      'v.domein',
      'l.gemeente_code as gemeenteCode',
      'l.is_geheim as isGeheim',
      'l.is_extern as isExtern',
      'l.van',
      'l.tot',
    ])
    .where('l.regio_id', '=', work.regioId)
}

export interface PlekVanLocatie extends PlekOpBord {
  readonly naam: string
  readonly soort: string
}

/** The plekken of a locatie for a product that exist on `op`, by name; kenmerken of the locatie included. */
export async function listPlekkenVan(
  work: Work,
  locatieId: Id,
  productId: Id,
  op: PlainDate,
): Promise<PlekVanLocatie[]> {
  return plekken(work, op)
    .where('p.locatie_id', '=', locatieId)
    .where('p.product_id', '=', productId)
    .execute()
}

/** One plek as it is on `op`; undefined when it does not exist then or the asker may not see it. */
export async function findPlek(work: Work, plekId: Id, op: PlainDate): Promise<PlekVanLocatie | undefined> {
  return plekken(work, op).where('p.id', '=', plekId).executeTakeFirst()
}

/** Locks a plek until the end of the transaction; who wants to put someone there locks its locatie first. */
export async function lockPlek(work: Work, plekId: Id): Promise<boolean> {
  const row = await work.db
    .selectFrom('plek')
    .select('id')
    .where('id', '=', plekId)
    .where('regio_id', '=', work.regioId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}

function plekken(work: Work, op: PlainDate) {
  return work.db
    .selectFrom('plek as p')
    .innerJoin('locatie as l', 'l.id', 'p.locatie_id')
    .select([
      'p.id',
      'p.naam',
      'p.soort',
      'p.locatie_id as locatieId',
      'p.product_id as productId',
      'p.personen_maximum as personenMaximum',
      'p.van',
      'p.tot',
      sql<string[]>`p.kenmerken || l.kenmerken`.as('kenmerken'),
    ])
    .where('p.regio_id', '=', work.regioId)
    .where('p.van', '<=', op)
    .where((e) => e.or([e('p.tot', 'is', null), e('p.tot', '>', op)]))
    .orderBy(sql`p.naam collate onderdak.natuurlijk`)
    .orderBy('p.id')
}

interface PlekstandRij extends Telling {
  readonly locatieId: Id
  readonly productId: Id
  readonly tijdelijk: number
  readonly kenmerken: string[]
  readonly vrijePlekken: { kenmerken: string[]; personenMaximum: number; aantal: number }[]
  readonly zonderPlek: Vraag[]
}

/** A group of the place board: also how many plekken are temporary, and all kenmerken of its plekken. */
export interface Plekstand extends Groep {
  readonly tijdelijk: number
  readonly kenmerken: readonly string[]
}

/** The stand of every locatie and product on a day, counted by the database: `plekstand()`. Without persons. */
export async function listPlekstand(work: Work, op: PlainDate): Promise<Plekstand[]> {
  const { rows } =
    await sql<PlekstandRij>`select locatie_id as "locatieId", product_id as "productId", totaal, vrij, vastgehouden,
      bezet, geblokkeerd, buiten_gebruik as "buitenGebruik", overboekt, verwacht_vrij as "verwachtVrij", tijdelijk, kenmerken,
      vrije_plekken as "vrijePlekken", zonder_plek as "zonderPlek"
    from onderdak.plekstand(${op}::date)`.execute(work.db)
  return rows.map(
    ({ locatieId, productId, tijdelijk, kenmerken, vrijePlekken: soorten, zonderPlek: holds, ...own }) => {
      const vrijePlekken = soorten.flatMap(({ aantal, ...ruimte }) =>
        Array.from({ length: aantal }, () => ruimte),
      )
      return {
        locatieId,
        productId,
        tijdelijk,
        kenmerken,
        telling: settle(own, vrijePlekken, holds),
        vrijePlekken,
        holds,
      }
    },
  )
}

/** What takes plekken in `[van, tot)`, without persons: stays, open voorstellen and days out of use. */
export async function listBezetting(
  work: Work,
  input: { van: PlainDate; tot: PlainDate; locatieIds?: readonly Id[] },
): Promise<Bezetting[]> {
  const bezetting = input.locatieIds
    ? sql`onderdak.bezetting_van(${[...input.locatieIds]}::uuid[], ${input.van}::date, ${input.tot}::date)`
    : sql`onderdak.bezetting(${input.van}::date, ${input.tot}::date)`
  const { rows } =
    await sql<Bezetting>`select b.plek_id as "plekId", b.locatie_id as "locatieId", b.product_id as "productId",
      b.soort, b.van, b.tot, b.kenmerken, b.personen, b.geblokkeerd_op as "geblokkeerdOp",
      b.verwacht_einde_op as "verwachtEindeOp", b.voorstel_id as "voorstelId"
    from ${bezetting} b`.execute(work.db)
  return rows
}

export interface VrijePlek extends PlekVanLocatie {
  readonly locatie: string
  readonly gemeenteCode: string | null
  readonly product: string
  readonly organisatieId: Id | null
  /** True when it fits and is not needed for an open voorstel. */
  readonly past: boolean
  /** Why it does not fit; empty when it does. */
  readonly redenen: readonly (Mismatch | { readonly code: 'vastgehouden'; readonly kenmerk: null })[]
}

/**
 * CAP-07: plekken that are free from `vanaf`, fitting ones first, with the reasons why others do not fit. A plek that is
 * free but needed for an open voorstel says `vastgehouden`.
 */
export async function findVrijePlekken(
  work: Work,
  input: {
    productId?: Id
    locatieId?: Id
    vanaf: PlainDate
    personen: number
    kenmerken: readonly string[]
    /** Own voorstel, whose hold does not stand in the way. */
    zonderVoorstelId?: Id
  },
): Promise<VrijePlek[]> {
  let query = plekken(work, input.vanaf)
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .innerJoin('product as r', 'r.id', 'p.product_id')
    .select([
      'l.naam as locatie',
      'l.gemeente_code as gemeenteCode',
      'r.naam as product',
      'v.organisatie_id as organisatieId',
    ])
  if (input.productId) query = query.where('p.product_id', '=', input.productId)
  if (input.locatieId) query = query.where('p.locatie_id', '=', input.locatieId)
  const rows = await query.execute()
  const all = await listBezetting(work, {
    van: input.vanaf,
    tot: verteDag,
    ...(input.locatieId && { locatieIds: [input.locatieId] }),
  })
  return judgePlekken(
    rows,
    all.filter((row) => row.voorstelId === null || row.voorstelId !== input.zonderVoorstelId),
    { vanaf: input.vanaf, vraag: { personen: input.personen, vereisteKenmerken: input.kenmerken } },
  )
}

export interface Plekdagen extends PlekVanLocatie {
  readonly locatie: string
  readonly product: string
  readonly organisatieId: Id | null
  /** When it is taken or held, the earliest first; `tot` null when nobody knows until when. */
  readonly bezet: readonly Periode[]
}

/** Every plek of these products that the asker sees, with the days on which it is taken from `van` on. For who books ahead. */
export async function listPlekdagen(
  work: Work,
  input: { productIds: readonly Id[]; van: PlainDate },
): Promise<Plekdagen[]> {
  if (input.productIds.length === 0) return []
  const rows = await plekken(work, input.van)
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .innerJoin('product as r', 'r.id', 'p.product_id')
    .select(['l.naam as locatie', 'r.naam as product', 'v.organisatie_id as organisatieId'])
    .where('p.product_id', 'in', [...input.productIds])
    .execute()
  const locatieIds = [...new Set(rows.map((row) => row.locatieId))]
  const all = await listBezetting(work, { van: input.van, tot: verteDag, locatieIds })
  return rows.map((row) => ({
    ...row,
    bezet: all
      .filter((one) => one.plekId === row.id)
      .map((one) => ({ van: one.van, tot: one.tot ?? one.verwachtEindeOp }))
      .sort((a, b) => (a.van < b.van ? -1 : 1)),
  }))
}

function judgePlekken<T extends PlekVanLocatie>(
  rows: readonly T[],
  bezetting: readonly Bezetting[],
  input: { vanaf: PlainDate; vraag: Vraag },
): (T & Pick<VrijePlek, 'past' | 'redenen'>)[] {
  const perPlek = new Map<Id, Bezetting[]>()
  const holds = new Map<string, Vraag[]>()
  const group = (row: { locatieId: Id; productId: Id }) => `${row.locatieId} ${row.productId}`
  for (const row of bezetting) {
    if (row.plekId !== null) perPlek.set(row.plekId, [...(perPlek.get(row.plekId) ?? []), row])
    else
      holds.set(group(row), [
        ...(holds.get(group(row)) ?? []),
        { vereisteKenmerken: row.kenmerken, personen: row.personen },
      ])
  }
  const vrij = rows.filter((row) => isVrijVanaf(row, perPlek.get(row.id) ?? [], input.vanaf))
  const ruimten = new Map<string, T[]>()
  for (const row of vrij) ruimten.set(group(row), [...(ruimten.get(group(row)) ?? []), row])
  return vrij
    .map((row) => {
      const mismatches = listMismatches(row, input.vraag)
      const others = holds.get(group(row)) ?? []
      const held = mismatches.length === 0 && !canTake(ruimten.get(group(row))!, others, row.id)
      const redenen = held ? [{ code: 'vastgehouden' as const, kenmerk: null }] : mismatches
      return { ...row, past: redenen.length === 0, redenen }
    })
    .sort((a, b) => Number(b.past) - Number(a.past) || a.redenen.length - b.redenen.length)
}

/**
 * May a voorstel be made here from `vanaf`? Ask after `lockLocatie`, so that the answer still holds at commit.
 * `ok: false` says why; overbooking with a reason is up to the caller.
 */
export async function checkRuimte(
  work: Work,
  input: {
    locatieId: Id
    productId: Id
    vanaf: PlainDate
    personen: number
    kenmerken: readonly string[]
    zonderVoorstelId?: Id
  },
): Promise<ReturnType<typeof canHold>> {
  const rows = await listPlekkenVan(work, input.locatieId, input.productId, input.vanaf)
  const all = await listBezetting(work, {
    van: input.vanaf,
    tot: verteDag,
    locatieIds: [input.locatieId],
  })
  const bezetting = all.filter(
    (row) =>
      row.productId === input.productId &&
      (row.voorstelId === null || row.voorstelId !== input.zonderVoorstelId),
  )
  const vrij = rows.filter((plek) =>
    isVrijVanaf(
      plek,
      bezetting.filter((row) => row.plekId === plek.id),
      input.vanaf,
    ),
  )
  const holds = bezetting
    .filter((row) => row.soort === 'voorstel' && row.plekId === null)
    .map((row) => ({ vereisteKenmerken: row.kenmerken, personen: row.personen }))
  return canHold(vrij, holds, { personen: input.personen, vereisteKenmerken: input.kenmerken })
}
