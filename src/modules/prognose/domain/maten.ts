import type { Id } from '../../../shared/id.ts'
import { flowCell, type Layout, listCell, waitCell } from '../../../simulation/layout.ts'
import type { Model } from '../../../simulation/model.ts'
import { WONING } from './ketenloop.ts'

/** What is kept of every run, month by month. Numbers of people are averages over the month, flows are totals. */
export const maten = {
  wachtend: 'Wachten op een plek',
  bezet: 'Zijn er op een plek',
  geblokkeerd: 'Zijn klaar en kunnen nergens heen',
  instroom: 'Melden zich',
  terug: 'Komen terug',
  afgehaakt: 'Haken af op de wachtlijst',
  geplaatst: 'Krijgen een plek',
  gewacht: 'Dagen gewacht, van wie een plek kreeg',
  uitstroom: 'Gaan weg uit de keten',
  gehuisvest: 'Krijgen een woning',
} as const
export type Maat = keyof typeof maten

/** A figure of a product or of the people from a gemeente; of neither: of the whole chain. */
export interface Kolom {
  readonly maat: Maat
  readonly product: Id | null
  readonly gemeente: string | null
  /** Cells of the bin that are added up. */
  readonly cellen: readonly number[]
}

const perGemeente: readonly Maat[] = ['wachtend', 'instroom', 'terug', 'afgehaakt', 'geplaatst', 'gewacht']

/** The columns of a chain, in a fixed order: those of the products as they stand in the model, then of the gemeenten. */
export function kolommenVan(model: Model, layout: Layout): Kolom[] {
  const places = model.services.flatMap(({ id, kind }, s) => (kind === 'places' ? [{ id, s }] : []))
  const gemeenten = model.areas.map((code, a) => ({ code, a }))
  const all = gemeenten.map(({ a }) => a)
  const kolommen: Kolom[] = []
  for (const { id, s } of places) {
    for (const maat of Object.keys(maten) as Maat[]) {
      const cellen = maat === 'gehuisvest' ? [] : cellenVan(maat, model, layout, [s], all)
      if (cellen.length > 0) kolommen.push({ maat, product: id, gemeente: null, cellen })
    }
  }
  for (const { code, a } of gemeenten) {
    for (const maat of perGemeente)
      kolommen.push({
        maat,
        product: null,
        gemeente: code,
        cellen: cellenVan(
          maat,
          model,
          layout,
          places.map(({ s }) => s),
          [a],
        ),
      })
  }
  const woning = model.services.findIndex(({ id }) => id === WONING)
  if (woning >= 0) {
    const cellen = all.map((a) => flowCell(layout, 'supplied', woning, a))
    kolommen.push({ maat: 'gehuisvest', product: null, gemeente: null, cellen })
  }
  return kolommen
}

function cellenVan(
  maat: Maat,
  model: Model,
  layout: Layout,
  services: readonly number[],
  areas: readonly number[],
): number[] {
  const each = (cell: (service: number, area: number) => number | number[]) =>
    services.flatMap((s) => areas.flatMap((a) => cell(s, a)))
  const kinds = Array.from({ length: layout.kinds - 1 }, (_, kind) => kind)
  const places = (from: number) =>
    model.facilities.flatMap((facility, f) =>
      services.some((s) => model.services[s]!.id === facility.service) ? [from + f] : [],
    )
  switch (maat) {
    case 'wachtend':
      return each((s, a) => listCell(layout, 'outside', s, a))
    case 'bezet':
      return places(layout.inPlace)
    case 'geblokkeerd':
      return places(layout.blocked)
    case 'instroom':
      return each((s, a) => flowCell(layout, 'arrived', s, a))
    case 'terug':
      return each((s, a) => flowCell(layout, 'returned', s, a))
    case 'afgehaakt':
      return each((s, a) => flowCell(layout, 'gaveUp', s, a))
    case 'uitstroom':
      return each((s, a) => flowCell(layout, 'left', s, a))
    case 'geplaatst':
      return each((s, a) => kinds.map((kind) => waitCell(layout, 'placed', s, a, kind)))
    case 'gewacht':
      return each((s, a) => kinds.map((kind) => waitCell(layout, 'waited', s, a, kind)))
    case 'gehuisvest':
      return []
  }
}
