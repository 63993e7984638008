import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import type { Rangregel } from '../../wachtlijst/server/lookup.ts'
import type { Aanbod, Regels, Zoeker } from '../domain/match.ts'

// Facts for matching: the rules of the region, what a person looks for and what a locatie offers.

export async function loadRegels(work: Work): Promise<Regels> {
  const kenmerken = await work.db
    .selectFrom('keuze')
    .select(['code', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', '=', 'kenmerk')
    .execute()
  const namen = new Map(kenmerken.map((kenmerk) => [kenmerk.code, kenmerk.naam]))
  return {
    gezinNooitInNachtopvang: (await findInstelling(work, 'gezin_nooit_in_nachtopvang')) === 'ja',
    kenmerkNaam: (code) => namen.get(code) ?? code,
  }
}

export interface LocatieAanbod {
  readonly locatieId: Id
  readonly gemeenteCode: string | null
  readonly gezinnen: 'ja' | 'nee' | 'alleen'
  readonly alleenNacht: boolean
}

/** What holds for a whole locatie and product on a day; undefined when it does not exist or may not be seen. */
export async function findLocatieAanbod(
  work: Work,
  input: { locatieIds: readonly Id[]; productId: Id; vanaf: PlainDate },
): Promise<Map<Id, LocatieAanbod>> {
  if (input.locatieIds.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('locatie as l')
    .innerJoin('product as p', (join) => join.on('p.id', '=', input.productId))
    .leftJoin('opening as o', (join) =>
      join
        .onRef('o.locatie_id', '=', 'l.id')
        .on('o.van', '<=', input.vanaf)
        .on((e) => e.or([e('o.tot', 'is', null), e('o.tot', '>', input.vanaf)])),
    )
    .select([
      'l.id as locatieId',
      'l.gemeente_code as gemeenteCode',
      'p.gezinnen',
      sql<boolean>`coalesce(o.regime = 'nacht', false)`.as('alleenNacht'),
    ])
    .where('l.id', 'in', [...input.locatieIds])
    .execute()
  return new Map(rows.map((row) => [row.locatieId, row as LocatieAanbod]))
}

export function aanbodOf(
  locatie: LocatieAanbod,
  plek: { kenmerken: readonly string[]; personenMaximum: number },
): Aanbod {
  return { ...locatie, kenmerken: plek.kenmerken, personenMaximum: plek.personenMaximum }
}

/** The needs of someone on the list, as the order knows them; the gemeente does not decide who goes first. */
export function zoekerOf(regel: Rangregel): Zoeker {
  return {
    personen: regel.personen,
    kinderen: regel.kinderen,
    geslacht: regel.geslacht,
    kenmerken: regel.vereisteKenmerken,
    gemeenteCode: null,
    alleenLocatieId: regel.alleenLocatieId,
  }
}
