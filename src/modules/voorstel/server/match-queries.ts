import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import { findLocatie, findVrijePlekken, type VrijePlek } from '../../plek/server/lookup.ts'
import { listPrioriteitsregels, listRangorde, type Rangregel } from '../../wachtlijst/server/lookup.ts'
import type {
  matchLocatie as LocatieContract,
  matchWachtende as WachtendeContract,
} from '../domain/contract.ts'
import { type Match, matchOf, type Regels, type Zoeker } from '../domain/match.ts'
import { aanbodOf, findLocatieAanbod, type LocatieAanbod, loadRegels, zoekerOf } from './ruimte.ts'

/** Free plekken without the needs of anybody: `match` judges those. */
const zonderEisen = { personen: 1, kenmerken: [] as string[] }

/** The best match of someone over the plekken of one locatie; null when it has none free. */
function bestMatch(
  zoeker: Zoeker,
  locatie: LocatieAanbod,
  plekken: readonly VrijePlek[],
  regels: Regels,
): Match | null {
  const tegen = (match: Match) => match.redenen.filter((reden) => reden.past === 'nee').length
  return plekken
    .map((plek) => matchOf(zoeker, aanbodOf(locatie, plek), regels))
    .reduce<Match | null>((best, match) => (best === null || tegen(match) < tegen(best) ? match : best), null)
}

const vrijOf = (plekken: readonly VrijePlek[]) =>
  plekken.filter((plek) => !plek.redenen.some((reden) => reden.code === 'vastgehouden'))

async function namesOf(work: Work, ids: readonly Id[]) {
  if (ids.length === 0) return new Map<Id, Awaited<ReturnType<typeof read>>[number]>()
  const read = () =>
    work.db
      .selectFrom('wachtlijstplaatsing as w')
      .innerJoin('persoon as p', 'p.id', 'w.persoon_id')
      .select([
        'w.id',
        'w.persoon_id as persoonId',
        'w.gemeente_code as gemeenteCode',
        'p.achternaam',
        'p.tussenvoegsel',
        'p.voornamen',
        'p.roepnaam',
        'p.is_nn as isNn',
        'p.geslacht',
        'p.geboortedatum',
        'p.geboortejaar',
      ])
      .where('w.id', 'in', [...ids])
      .execute()
  return new Map((await read()).map((row) => [row.id, row]))
}

/** For a free space: everyone who waits for it and may be placed, in order, with why it fits or not. */
export async function matchLocatie(
  work: Work,
  input: { locatieId: Id; productId?: Id | undefined; vanaf: PlainDate },
): Promise<z.output<typeof LocatieContract.response> | Rejection> {
  const locatie = await findLocatie(work, input.locatieId)
  if (!locatie) return notFound('Deze locatie')
  const vrij = vrijOf(
    await findVrijePlekken(work, {
      locatieId: input.locatieId,
      vanaf: input.vanaf,
      ...zonderEisen,
      ...(input.productId && { productId: input.productId }),
    }),
  )
  const regels = await loadRegels(work)
  const personen: z.output<typeof LocatieContract.response>['personen'] = []
  let nietZichtbaar = 0
  for (const productId of new Set(vrij.map((plek) => plek.productId))) {
    const aanbod = (
      await findLocatieAanbod(work, { locatieIds: [input.locatieId], productId, vanaf: input.vanaf })
    ).get(input.locatieId)
    if (!aanbod) continue
    const lijst = (await listRangorde(work, productId)).filter((r) => r.poortOpen && r.status === 'wachtend')
    const bekend = await namesOf(
      work,
      lijst.map((regel) => regel.id),
    )
    const onmogelijk = await listOnmogelijk(
      work,
      input.locatieId,
      [...bekend.values()].map((row) => row.persoonId),
    )
    const treden = await tredenOf(work, productId)
    const plekken = vrij.filter((plek) => plek.productId === productId)
    nietZichtbaar += lijst.length - bekend.size
    for (const regel of lijst) {
      const row = bekend.get(regel.id)
      if (!row || onmogelijk.has(row.persoonId)) continue
      const match = bestMatch({ ...zoekerOf(regel), gemeenteCode: row.gemeenteCode }, aanbod, plekken, regels)
      if (match)
        personen.push({
          wachtlijstplaatsingId: regel.id,
          persoonId: row.persoonId,
          naam: weergavenaam(row),
          rang: regel.rang,
          personen: regel.personen,
          dagenBesloten: daysBetween(regel.beslotenOp, work.today),
          trede: regel.trede === null ? null : (treden.get(regel.trede) ?? null),
          voorrang: regel.voorrang,
          ...match,
          redenen: [...match.redenen],
        })
    }
  }
  return {
    locatie: locatie.naam,
    vanaf: input.vanaf,
    vrij: vrij.length,
    nietZichtbaar,
    personen: personen.sort((a, b) => Number(b.past) - Number(a.past) || a.rang - b.rang),
  }
}

async function tredenOf(work: Work, productId: Id): Promise<Map<number, string>> {
  const { domein } = await work.db
    .selectFrom('product')
    .select('domein')
    .where('id', '=', productId)
    .executeTakeFirstOrThrow()
  const regels = await listPrioriteitsregels(work, domein)
  return new Map(
    regels.filter((regel) => regel.soort === 'trede').map((regel) => [regel.volgorde, regel.naam]),
  )
}

/** For someone who waits: every locatie with a free plek of the product, fitting ones first, with why. */
export async function matchWachtende(
  work: Work,
  input: { wachtlijstplaatsingId: Id; vanaf: PlainDate },
): Promise<z.output<typeof WachtendeContract.response> | Rejection> {
  const row = (await namesOf(work, [input.wachtlijstplaatsingId])).get(input.wachtlijstplaatsingId)
  const plaatsing = await work.db
    .selectFrom('wachtlijstplaatsing as w')
    .innerJoin('product as t', 't.id', 'w.product_id')
    .select(['w.product_id as productId', 'w.richting', 'w.personen', 't.naam as product'])
    .where('w.id', '=', input.wachtlijstplaatsingId)
    .executeTakeFirst()
  if (!row || !plaatsing) return notFound('Deze regel van de wachtlijst')
  const lijst = await listRangorde(work, plaatsing.productId, plaatsing.richting as Rangregel['richting'])
  const regel = lijst.find((found) => found.id === input.wachtlijstplaatsingId)
  const vrij = vrijOf(
    await findVrijePlekken(work, { productId: plaatsing.productId, vanaf: input.vanaf, ...zonderEisen }),
  )
  const verboden = await listVerboden(work, row.persoonId)
  const locatieIds = [...new Set(vrij.map((plek) => plek.locatieId))].filter((id) => !verboden.has(id))
  const aanbod = await findLocatieAanbod(work, {
    locatieIds,
    productId: plaatsing.productId,
    vanaf: input.vanaf,
  })
  const gemeenten = await gemeenteNamen(work)
  const regels = await loadRegels(work)
  const locaties = locatieIds.flatMap((locatieId) => {
    const plekken = vrij.filter((plek) => plek.locatieId === locatieId)
    const plaats = aanbod.get(locatieId)
    const match =
      regel && plaats
        ? bestMatch({ ...zoekerOf(regel), gemeenteCode: row.gemeenteCode }, plaats, plekken, regels)
        : null
    if (!match) return []
    const { locatie, gemeenteCode } = plekken[0]!
    const gemeente = gemeenteCode === null ? null : (gemeenten.get(gemeenteCode) ?? null)
    return [{ locatieId, locatie, gemeente, vrij: plekken.length, ...match, redenen: [...match.redenen] }]
  })
  return {
    persoonId: row.persoonId,
    naam: weergavenaam(row),
    product: plaatsing.product,
    personen: plaatsing.personen,
    rang: regel?.rang ?? null,
    vanaf: input.vanaf,
    locaties: locaties.sort(
      (a, b) =>
        Number(b.past) - Number(a.past) ||
        score(b.redenen) - score(a.redenen) ||
        a.locatie.localeCompare(b.locatie, 'nl'),
    ),
  }
}

/** Locaties where this person may not come, because of who is there; they are not shown, as if they were full (VO-06). */
async function listVerboden(work: Work, persoonId: Id): Promise<ReadonlySet<Id>> {
  const { rows } = await sql<{ id: Id }>`
    select v as id from onderdak.verboden_locaties(array[${persoonId}::uuid]) v`.execute(work.db)
  return new Set(rows.map(({ id }) => id))
}

async function listOnmogelijk(
  work: Work,
  locatieId: Id,
  persoonIds: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const { rows } = await sql<{ id: Id }>`
    select w as id from unnest(${[...persoonIds]}::uuid[]) w
    where ${locatieId}::uuid in (select onderdak.verboden_locaties(array[w]))`.execute(work.db)
  return new Set(rows.map(({ id }) => id))
}

/** Own gemeente before others among those that fit. */
const score = (redenen: Match['redenen']) =>
  redenen.filter((reden) => reden.past === 'ja').length -
  redenen.filter((reden) => reden.past !== 'ja').length

async function gemeenteNamen(work: Work): Promise<Map<string, string>> {
  const rows = await work.db.selectFrom('gemeente').select(['code', 'naam']).execute()
  return new Map(rows.map((row) => [row.code, row.naam]))
}
