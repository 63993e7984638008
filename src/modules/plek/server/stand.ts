import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { BordFilters, Telling } from '../domain/bord-api.ts'
import type { Bezetting, PlekOpBord, Vraag } from '../domain/capaciteit.ts'
import { magHuisSql } from './geheim.ts'
import { listBezetting } from './lookup.ts'

// What board, calendar and rates count with: places by name, and per plek what takes it.

export type TellingRij = z.infer<typeof Telling>

export interface PlekRij extends PlekOpBord {
  naam: string
  tijdelijkReden: string | null
}

interface Plaats {
  locatieId: Id
  locatie: string
  gemeenteCode: string | null
  gemeente: string
  wijk: string | null
  voorziening: string
  organisatieId: Id | null
  aanbieder: string | null
  bereik: string
  telefoon: string | null
  kenmerken: string[]
  isGeheim: boolean
  isExtern: boolean
  bevestigdOp: Date | null
  bevestigdDoor: string | null
  regime: string | null
}

export interface Plaatsen {
  locaties: Map<Id, Plaats>
  producten: Map<Id, { naam: string; domein: string }>
}

export interface Stand extends Plaatsen {
  plekken: PlekRij[]
  bezetting: Bezetting[]
}

export async function loadPlaatsen(work: Work, op: PlainDate): Promise<Plaatsen> {
  const producten = await work.db
    .selectFrom('product')
    .select(['id', 'naam', 'domein'])
    .where('regio_id', '=', work.regioId)
    .execute()
  return {
    locaties: await listPlaatsen(work, op),
    producten: new Map(producten.map((row) => [row.id, row])),
  }
}

/** Does this group belong on the page, by what the viewer may see and asks for? */
export function isShown(
  { locaties, producten }: Plaatsen,
  row: { locatieId: Id; productId: Id },
  filters: Partial<BordFilters>,
): boolean {
  const plaats = locaties.get(row.locatieId)
  return (
    plaats !== undefined &&
    (!filters.productId || row.productId === filters.productId) &&
    (!filters.locatieId || row.locatieId === filters.locatieId) &&
    (!filters.gemeenteCode || plaats.gemeenteCode === filters.gemeenteCode) &&
    (!filters.domein || producten.get(row.productId)?.domein === filters.domein)
  )
}

/** No locatie has this id; SQL has no empty list. */
const noLocatie = '00000000-0000-0000-0000-000000000000'

/** Every plek with what takes it in a period, for what counts per day or per plek. */
export async function loadStand(
  work: Work,
  van: PlainDate,
  tot: PlainDate,
  filters: Partial<BordFilters>,
  plaatsen: Plaatsen,
  locatieIds: readonly Id[] | undefined = filters.locatieId ? [filters.locatieId] : undefined,
): Promise<Stand> {
  let plekken = work.db
    .selectFrom('plek as p')
    .innerJoin('locatie as l', 'l.id', 'p.locatie_id')
    .select([
      'p.id',
      'p.naam',
      'p.locatie_id as locatieId',
      'p.product_id as productId',
      'p.personen_maximum as personenMaximum',
      'p.tijdelijk_reden as tijdelijkReden',
      'p.van',
      'p.tot',
      sql<string[]>`p.kenmerken || l.kenmerken`.as('kenmerken'),
    ])
    .where('p.regio_id', '=', work.regioId)
    .where('p.van', '<', tot)
    .where((e) => e.or([e('p.tot', 'is', null), e('p.tot', '>', van)]))
    .orderBy('p.id')
  if (filters.productId) plekken = plekken.where('p.product_id', '=', filters.productId)
  if (locatieIds)
    plekken = plekken.where('p.locatie_id', 'in', locatieIds.length > 0 ? locatieIds : [noLocatie])
  const rows = await plekken.execute()
  const all = await listBezetting(work, { van, tot, ...(locatieIds && { locatieIds }) })
  return {
    plekken: rows.filter((row) => isShown(plaatsen, row, filters)),
    bezetting: all.filter((row) => isShown(plaatsen, row, filters)),
    ...plaatsen,
  }
}

async function listPlaatsen(work: Work, op: PlainDate): Promise<Map<Id, Plaats>> {
  const rows = await work.db
    .selectFrom('locatie as l')
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .leftJoin('organisatie as o', 'o.id', 'v.organisatie_id')
    .leftJoin('gemeente as g', 'g.code', 'l.gemeente_code')
    .leftJoin('gebruiker as u', 'u.id', 'l.bevestigd_door')
    .leftJoin('opening as n', (join) =>
      join
        .onRef('n.locatie_id', '=', 'l.id')
        .on('n.van', '<=', op)
        .on((e) => e.or([e('n.tot', 'is', null), e('n.tot', '>', op)])),
    )
    .select([
      'l.id as locatieId',
      'l.naam as locatie',
      'l.gemeente_code as gemeenteCode',
      'g.naam as gemeente',
      'l.wijk',
      'v.naam as voorziening',
      'v.organisatie_id as organisatieId',
      'o.naam as aanbieder',
      'v.bereik',
      'l.kenmerken',
      'l.is_geheim as isGeheim',
      'l.is_extern as isExtern',
      'l.bevestigd_op as bevestigdOp',
      'u.naam as bevestigdDoor',
      'n.regime',
    ])
    .select(sql<string | null>`case when ${magHuisSql(work)} then l.telefoon end`.as('telefoon'))
    .where('l.regio_id', '=', work.regioId)
    .execute()
  return new Map(rows.map((row) => [row.locatieId, { ...row, gemeente: gemeenteName(row) }]))
}

export function gemeenteName(row: { gemeente: string | null; isGeheim: boolean; isExtern: boolean }): string {
  return row.gemeente ?? (row.isGeheim ? 'Geheim' : row.isExtern ? 'Buiten de regio' : 'Hele regio')
}

export const vraagOf = (query: Pick<BordFilters, 'kenmerk' | 'personen'>): Vraag => ({
  vereisteKenmerken: query.kenmerk ? [query.kenmerk] : [],
  personen: query.personen,
})

export const collator = new Intl.Collator('nl')
export const byPlace = (a: { locatie: string; product: string }, b: { locatie: string; product: string }) =>
  collator.compare(a.locatie, b.locatie) || collator.compare(a.product, b.product)

export const groupKey = (row: { locatieId: Id; productId: Id }) => `${row.locatieId} ${row.productId}`

export function place(stand: Plaatsen, groep: { locatieId: Id; productId: Id }) {
  const plaats = stand.locaties.get(groep.locatieId)!
  const product = stand.producten.get(groep.productId)
  return {
    locatieId: groep.locatieId,
    locatie: plaats.locatie,
    productId: groep.productId,
    product: product?.naam ?? '',
    domein: product?.domein ?? '',
    gemeenteCode: plaats.gemeenteCode,
    gemeente: plaats.gemeente,
    bereik: plaats.bereik,
  }
}

const fields = [
  'totaal',
  'vrij',
  'vastgehouden',
  'bezet',
  'geblokkeerd',
  'buitenGebruik',
  'overboekt',
  'verwachtVrij',
] as const

export function sumOf(rows: readonly TellingRij[]): TellingRij {
  return Object.fromEntries(
    fields.map((field) => [field, rows.reduce((sum, row) => sum + row[field], 0)]),
  ) as TellingRij
}
