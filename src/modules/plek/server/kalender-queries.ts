import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import type { BordFilters } from '../domain/bord-api.ts'
import { countCapaciteit, countExtra, type Groep, groupBezetting, ratesOf } from '../domain/capaciteit.ts'
import { listPlekstand } from './lookup.ts'
import {
  byPlace,
  collator,
  groupKey,
  isShown,
  loadPlaatsen,
  loadStand,
  type Plaatsen,
  place,
  sumOf,
  type TellingRij,
  vraagOf,
} from './stand.ts'

export interface KalenderQuery extends BordFilters {
  van?: PlainDate | undefined
  weken: number
  pagina: number
  aantalPerPagina: number
}

/** The coming weeks, a page of locaties at a time; `count` counts locaties. */
export async function listKalender(work: Work, query: KalenderQuery) {
  const van = query.van ?? work.today
  const dagen = Array.from({ length: query.weken * 7 }, (_, i) => addDays(van, i))
  const tot = addDays(van, dagen.length)
  const plaatsen = await loadPlaatsen(work, van)
  const locaties = await listLocatiesMetPlek(work, plaatsen, { van, tot }, query)
  const start = (query.pagina - 1) * query.aantalPerPagina
  const page = locaties.slice(start, start + query.aantalPerPagina)
  const stand = await loadStand(work, van, tot, query, plaatsen, page)
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
  return { count: locaties.length, dagen, rijen: rijen.sort(byPlace) }
}

/** Locaties that have a plek in the period, by name. */
async function listLocatiesMetPlek(
  work: Work,
  plaatsen: Plaatsen,
  { van, tot }: { van: PlainDate; tot: PlainDate },
  filters: BordFilters,
): Promise<Id[]> {
  const rows = await work.db
    .selectFrom('plek')
    .select(['locatie_id as locatieId', 'product_id as productId'])
    .distinct()
    .where('regio_id', '=', work.regioId)
    .where('van', '<', tot)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', van)]))
    .execute()
  const ids = new Set(rows.filter((row) => isShown(plaatsen, row, filters)).map((row) => row.locatieId))
  const naam = (id: Id) => plaatsen.locaties.get(id)!.locatie
  return [...ids].sort((a, b) => collator.compare(naam(a), naam(b)) || (a < b ? -1 : 1))
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
    const stand = await loadStand(work, op, addDays(op, 1), {}, await loadPlaatsen(work, op))
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
  const stand = await loadStand(
    work,
    work.today,
    addDays(work.today, 1),
    {},
    await loadPlaatsen(work, work.today),
  )
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
