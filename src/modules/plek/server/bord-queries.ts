import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { getTermijn, type Termijn } from '../../beheer/server/lookup.ts'
import type { BordFilters, BordRij, Telling } from '../domain/bord-api.ts'
import {
  type Bezetting,
  countCapaciteit,
  countExtra,
  type Groep,
  groupBezetting,
  type PlekOpBord,
  ratesOf,
  type Vraag,
} from '../domain/capaciteit.ts'
import { canConfirm } from '../domain/rules.ts'
import { listBezetting, listPlekstand, type Plekstand } from './lookup.ts'

type TellingRij = z.infer<typeof Telling>

interface PlekRij extends PlekOpBord {
  naam: string
  tijdelijkReden: string | null
}

interface Plaats {
  locatieId: Id
  locatie: string
  gemeenteCode: string | null
  gemeente: string
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

interface Plaatsen {
  locaties: Map<Id, Plaats>
  producten: Map<Id, { naam: string; domein: string }>
}

interface Stand extends Plaatsen {
  plekken: PlekRij[]
  bezetting: Bezetting[]
}

async function loadPlaatsen(work: Work, op: PlainDate): Promise<Plaatsen> {
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
function isShown(
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

/** Every plek with what takes it in a period, for what counts per day or per plek. */
async function loadStand(
  work: Work,
  van: PlainDate,
  tot: PlainDate,
  filters: Partial<BordFilters>,
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
  if (filters.locatieId) plekken = plekken.where('p.locatie_id', '=', filters.locatieId)
  if (filters.gemeenteCode) plekken = plekken.where('l.gemeente_code', '=', filters.gemeenteCode)
  const rows = await plekken.execute()
  const plaatsen = await loadPlaatsen(work, van)
  const all = await listBezetting(work, {
    van,
    tot,
    ...(filters.locatieId && { locatieIds: [filters.locatieId] }),
  })
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
      'v.naam as voorziening',
      'v.organisatie_id as organisatieId',
      'o.naam as aanbieder',
      'v.bereik',
      'l.telefoon',
      'l.kenmerken',
      'l.is_geheim as isGeheim',
      'l.is_extern as isExtern',
      'l.bevestigd_op as bevestigdOp',
      'u.naam as bevestigdDoor',
      'n.regime',
    ])
    .where('l.regio_id', '=', work.regioId)
    .execute()
  return new Map(rows.map((row) => [row.locatieId, { ...row, gemeente: gemeenteName(row) }]))
}

export function gemeenteName(row: { gemeente: string | null; isGeheim: boolean; isExtern: boolean }): string {
  return row.gemeente ?? (row.isGeheim ? 'Geheim' : row.isExtern ? 'Buiten de regio' : 'Hele regio')
}

export interface BordQuery extends BordFilters {
  op?: PlainDate | undefined
  alleenVrij?: 'ja' | undefined
  pagina: number
  aantalPerPagina: number
}

export async function listBord(work: Work, query: BordQuery) {
  const op = query.op ?? work.today
  const stand = await listPlekstand(work, op)
  const plaatsen = await loadPlaatsen(work, op)
  const term = await getTermijn(work, 'locatie_verouderd')
  const vraag = vraagOf(query)
  const rows = stand
    .filter((groep) => isShown(plaatsen, groep, query))
    .map((groep) => toRij(work, plaatsen, groep, { term, vraag }))
    .filter((row) => (query.alleenVrij ? row.passend > 0 : true))
    .filter((row) => !query.kenmerk || row.kenmerken.includes(query.kenmerk))
    .sort(byPlace)
  const start = (query.pagina - 1) * query.aantalPerPagina
  return {
    count: rows.length,
    results: rows.slice(start, start + query.aantalPerPagina),
    op,
    geteldOp: work.now.toISOString(),
    totalen: sumOf(rows),
  }
}

const vraagOf = (query: Pick<BordFilters, 'kenmerk' | 'personen'>): Vraag => ({
  vereisteKenmerken: query.kenmerk ? [query.kenmerk] : [],
  personen: query.personen,
})

const collator = new Intl.Collator('nl')
const byPlace = (a: { locatie: string; product: string }, b: { locatie: string; product: string }) =>
  collator.compare(a.locatie, b.locatie) || collator.compare(a.product, b.product)

const groupKey = (row: { locatieId: Id; productId: Id }) => `${row.locatieId} ${row.productId}`

function toRij(
  work: Work,
  plaatsen: Plaatsen,
  groep: Plekstand,
  how: { term: Termijn; vraag: Vraag },
): BordRij {
  const { organisatieId, bevestigdOp, ...shown } = plaatsen.locaties.get(groep.locatieId)!
  return {
    ...shown,
    ...place(plaatsen, groep),
    kenmerken: [...new Set([...shown.kenmerken, ...groep.kenmerken])].sort(),
    tijdelijk: groep.tijdelijk,
    ...groep.telling,
    passend: countExtra(groep.vrijePlekken, groep.holds, how.vraag),
    bevestigdOp: bevestigdOp?.toISOString() ?? null,
    verouderd: isStale(bevestigdOp, work.now, how.term),
    magBevestigen: work.vrager.permissies.has('plek.bevestigen') && canConfirm(work.vrager, organisatieId).ok,
  }
}

function place(stand: Plaatsen, groep: { locatieId: Id; productId: Id }) {
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

/** Older than the term; a term in days or longer counts days of 24 hours. */
export function isStale(
  bevestigdOp: Date | null,
  now: Date,
  term: Pick<Termijn, 'aantal' | 'eenheid'>,
): boolean {
  if (bevestigdOp === null) return true
  const hours = { uren: 1, dagen: 24, werkdagen: 24, weken: 168, maanden: 720 }[term.eenheid]
  return now.getTime() - bevestigdOp.getTime() > term.aantal * hours * 3_600_000
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

export async function listKalender(
  work: Work,
  query: BordFilters & { van?: PlainDate | undefined; weken: number },
) {
  const van = query.van ?? work.today
  const dagen = Array.from({ length: query.weken * 7 }, (_, i) => addDays(van, i))
  const stand = await loadStand(work, van, addDays(van, dagen.length), query)
  const grouped = groupBezetting(stand.plekken, stand.bezetting)
  const vraag = vraagOf(query)
  const empty = { ...sumOf([]), passend: 0 }
  const rows = new Map<string, { groep: Groep; dagen: (TellingRij & { passend: number })[] }>()
  dagen.forEach((dag, i) => {
    for (const groep of countCapaciteit(grouped, dag)) {
      const key = groupKey(groep)
      const row = rows.get(key) ?? { groep, dagen: dagen.map(() => empty) }
      row.dagen[i] = { ...groep.telling, passend: countExtra(groep.vrijePlekken, groep.holds, vraag) }
      rows.set(key, row)
    }
  })
  const rijen = [...rows.values()].map((row) => ({ ...place(stand, row.groep), dagen: row.dagen }))
  return { dagen, rijen: rijen.sort(byPlace) }
}

const uitleg = [
  {
    code: 'bruto',
    naam: 'Bezetting van alle plekken',
    teller: 'bezette en geblokkeerde plekken',
    noemer: 'alle plekken',
  },
  {
    code: 'netto',
    naam: 'Bezetting van bruikbare plekken',
    teller: 'bezette en geblokkeerde plekken',
    noemer: 'alle plekken zonder plekken die buiten gebruik zijn',
  },
  {
    code: 'zonderGeblokkeerd',
    naam: 'Bezetting zonder geblokkeerde plekken',
    teller: 'bezette plekken',
    noemer: 'bruikbare plekken zonder geblokkeerde plekken',
  },
]

type Per = 'regio' | 'gemeente' | 'product' | 'domein' | 'locatie' | 'bereik' | 'kenmerk'

export async function listGraden(work: Work, query: { op?: PlainDate | undefined; per: Per }) {
  const op = query.op ?? work.today
  const groups = new Map<string, TellingRij[]>()
  const add = (name: string, telling: TellingRij) => groups.set(name, [...(groups.get(name) ?? []), telling])
  if (query.per === 'kenmerk') {
    const stand = await loadStand(work, op, addDays(op, 1), {})
    // A plek counts for each kenmerk that it has, so these rows do not add up to the region.
    for (const kenmerk of new Set(stand.plekken.flatMap((plek) => plek.kenmerken))) {
      const own = stand.plekken.filter((plek) => plek.kenmerken.includes(kenmerk))
      const ids = new Set(own.map((plek) => plek.id))
      const rows = stand.bezetting.filter((row) => row.plekId !== null && ids.has(row.plekId))
      for (const groep of countCapaciteit(groupBezetting(own, rows), op)) add(kenmerk, groep.telling)
    }
  } else {
    const plaatsen = await loadPlaatsen(work, op)
    for (const groep of await listPlekstand(work, op)) {
      if (!isShown(plaatsen, groep, {})) continue
      add(query.per === 'regio' ? 'Regio' : place(plaatsen, groep)[query.per], groep.telling)
    }
  }
  return {
    op,
    uitleg,
    rijen: [...groups]
      .sort(([a], [b]) => collator.compare(a, b))
      .map(([groep, tellingen]) => {
        const telling = sumOf(tellingen)
        return { groep, ...telling, ...ratesOf(telling) }
      }),
  }
}

export async function listVerwacht(
  work: Work,
  query: { tot?: PlainDate | undefined; pagina: number; aantalPerPagina: number },
) {
  const tot = query.tot ?? addDays(work.today, 28)
  const stand = await loadStand(work, work.today, addDays(work.today, 1), {})
  const plekken = new Map(stand.plekken.map((plek) => [plek.id, plek]))
  const rows = stand.bezetting.flatMap((row) => {
    const plek = row.soort === 'verblijf' && row.plekId !== null ? plekken.get(row.plekId) : undefined
    if (!plek || row.verwachtEindeOp === null || row.verwachtEindeOp > tot) return []
    return [
      {
        ...place(stand, plek),
        plekId: plek.id,
        plek: plek.naam,
        verwachtOp: row.verwachtEindeOp,
        isGeblokkeerd: row.geblokkeerdOp !== null && row.geblokkeerdOp <= work.today,
        teLaat: row.verwachtEindeOp < work.today,
      },
    ]
  })
  rows.sort((a, b) => (a.verwachtOp < b.verwachtOp ? -1 : a.verwachtOp > b.verwachtOp ? 1 : byPlace(a, b)))
  const start = (query.pagina - 1) * query.aantalPerPagina
  return { count: rows.length, results: rows.slice(start, start + query.aantalPerPagina) }
}

/** CAP-15: plekken per gemeente and per 1.000 inhabitants; secret plekken are in no gemeente. */
export async function listSpreidingRijen(
  work: Work,
  query: { op?: PlainDate | undefined; domein?: string | undefined },
) {
  const op = query.op ?? work.today
  const stand = await loadStand(work, op, addDays(op, 1), { ...(query.domein && { domein: query.domein }) })
  const inwoners = await work.db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['g.code', 'g.naam', 'r.inwoners'])
    .where('r.regio_id', '=', work.regioId)
    .where('r.van', '<=', op)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', op)]))
    .execute()
  const known = new Map(inwoners.map((row) => [row.naam, row]))
  const names = new Set([
    ...known.keys(),
    ...stand.plekken.map((plek) => stand.locaties.get(plek.locatieId)!.gemeente),
  ])
  const rijen = [...names].sort(collator.compare).map((gemeente) => {
    const own = stand.plekken.filter((plek) => stand.locaties.get(plek.locatieId)!.gemeente === gemeente)
    const lokaal = own.filter((plek) => stand.locaties.get(plek.locatieId)!.bereik === 'lokaal').length
    const people = known.get(gemeente)?.inwoners ?? null
    return {
      gemeenteCode: known.get(gemeente)?.code ?? null,
      gemeente,
      plekken: own.length,
      lokaal,
      regionaal: own.length - lokaal,
      inwoners: people,
      per1000: people === null ? null : Math.round((own.length / people) * 100_000) / 100,
    }
  })
  return { op, rijen }
}
