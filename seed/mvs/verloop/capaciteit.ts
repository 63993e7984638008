import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'

export interface Huis {
  readonly locatieId: Id
  /** Key of the organisation. */
  readonly wie: string
  /** First day on which it exists. */
  readonly van: string
  readonly vrij: Set<Id>
  /** Held by a voorstel that has no plek yet. */
  toegezegd: number
}

/** Free places by product as the history goes; the database stays the one that decides. */
export class Capaciteit {
  readonly #huizen = new Map<string, Huis[]>()

  static async load(work: Work, organisaties: Readonly<Record<string, Id>>): Promise<Capaciteit> {
    const keys = new Map(Object.entries(organisaties).map(([key, id]) => [id, key]))
    const rows = await work.db
      .selectFrom('plek as p')
      .innerJoin('locatie as l', 'l.id', 'p.locatie_id')
      .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
      .innerJoin('product as r', 'r.id', 'p.product_id')
      .select(['p.id', 'p.locatie_id', 'p.van', 'v.organisatie_id', 'r.code'])
      .where('p.regio_id', '=', work.regioId)
      .orderBy('p.id')
      .execute()
    const capaciteit = new Capaciteit()
    for (const row of rows) {
      const wie = row.organisatie_id === null ? undefined : keys.get(row.organisatie_id)
      if (wie === undefined) continue
      const huizen = capaciteit.#huizen.get(row.code) ?? []
      capaciteit.#huizen.set(row.code, huizen)
      let huis = huizen.find((one) => one.locatieId === row.locatie_id)
      if (!huis) {
        huis = { locatieId: row.locatie_id, wie, van: row.van, vrij: new Set(), toegezegd: 0 }
        huizen.push(huis)
      }
      huis.vrij.add(row.id)
    }
    return capaciteit
  }

  /** Houses with room today, the one with most room first. */
  metRuimte(product: string, op: string): Huis[] {
    return (this.#huizen.get(product) ?? [])
      .filter((huis) => huis.van <= op && huis.vrij.size > huis.toegezegd)
      .sort((a, b) => b.vrij.size - b.toegezegd - (a.vrij.size - a.toegezegd))
  }

  huizen(product: string): readonly Huis[] {
    return this.#huizen.get(product) ?? []
  }
}
