import { sql } from 'kysely'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { countCapaciteit, groupBezetting, type PlekOpBord, ratesOf } from '../../plek/domain/capaciteit.ts'
import { listBezetting } from '../../plek/server/lookup.ts'
import type { Plekcijfer } from '../domain/contract.ts'
import { definities } from '../domain/definities.ts'
import type { GroepQuery } from './queries.ts'
import { namesOf, readStand } from './stand.ts'

const velden = [
  'totaal',
  'vrij',
  'vastgehouden',
  'bezet',
  'geblokkeerd',
  'buitenGebruik',
  'overboekt',
] as const
type Telling = Record<(typeof velden)[number], number>

type PlekRij = PlekOpBord & { readonly gemeenteCode: string | null }

/** Counted as the place board counts, so that both tell the same. Places are not persons: nothing is small here. */
export async function readPlekken(work: Work, query: GroepQuery) {
  const stand = await readStand(work, query.op)
  if (isRejection(stand)) return stand
  const { op, morgen } = stand
  const { rows: plekken } = await sql<PlekRij>`
    select k.id, k.locatie_id as "locatieId", k.product_id as "productId", k.van, k.tot, k.personen_maximum as "personenMaximum",
      k.kenmerken || l.kenmerken as kenmerken, l.gemeente_code as "gemeenteCode"
    from plek k join locatie l on l.id = k.locatie_id
    where k.regio_id = ${work.regioId} and k.van <= ${op}::date and (k.tot is null or k.tot > ${op}::date) order by k.id`.execute(
    work.db,
  )
  const locaties = new Map(plekken.map((plek) => [plek.locatieId, plek.gemeenteCode]))
  const bezetting = await listBezetting(work, { van: op, tot: morgen })
  const known = bezetting.filter((row) => locaties.has(row.locatieId))
  const groepen = new Map<string | null, Telling>()
  for (const { locatieId, productId, telling } of countCapaciteit(groupBezetting(plekken, known), op)) {
    const groep = query.per === 'product' ? productId : locaties.get(locatieId)!
    groepen.set(groep, plus(groepen.get(groep), telling))
  }
  const naam = await namesOf(work, query.per)
  const rijen = [...groepen].map(([groep, telling]) => toRij(groep, naam(groep), telling))
  const all = [...groepen.values()].reduce<Telling | undefined>(plus, undefined)
  return {
    ...listPage(rijen, query, 'naam'),
    totaal: all ? toRij(null, 'Hele regio', all) : null,
    definitie: definities.plekken,
    van: null,
    peildatum: op,
    kleinsteGetal: null,
  }
}

function plus(sum: Telling | undefined, telling: Telling): Telling {
  return Object.fromEntries(velden.map((veld) => [veld, (sum?.[veld] ?? 0) + telling[veld]])) as Telling
}

const procent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10)

function toRij(groep: string | null, naam: string, telling: Telling): Plekcijfer {
  const { bruto, netto, zonderGeblokkeerd } = ratesOf(telling)
  return {
    groep,
    naam,
    afgeschermd: false,
    ...telling,
    bruto: procent(bruto),
    netto: procent(netto),
    zonderGeblokkeerd: procent(zonderGeblokkeerd),
  }
}
