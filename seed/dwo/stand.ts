import { setOpvolging } from '../../src/modules/opvolging/server/commands.ts'
import type { RegisterPersoon } from '../../src/modules/persoon/domain/persoon.ts'
import { registerPersoon } from '../../src/modules/persoon/server/commands.ts'
import { setUitstroomgereed, startDirectVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import { placeOnWachtlijst } from '../../src/modules/wachtlijst/server/commands.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Work } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { addDays, type PlainDate } from '../../src/shared/plain-date.ts'
import { grantIndicatie } from '../indicatie.ts'
import type { LoadedRegio } from '../load-regio.ts'
import { createPersonen } from '../personen.ts'
import { createRandom } from '../random.ts'
import { accepted, load, SeedClock, seedPlatform } from '../world.ts'

/**
 * The stock of DWO on 1 April 2021 (regiovisie DWO §4.1) as 229 invented persons. The source gives three tables that say
 * nothing of each other; the margins below are the source, how they cross is chosen:
 * - "Totaal" counts persons with a valid beschikking for the product;
 * - "waarvan op wachtlijst" waits (instroom) and has no stay; everyone else stays;
 * - "waarvan BT worden" stays and is uitstroomgereed, waiting for beschermd thuis: the source does not say which BT product;
 * - "Wlz-aanvraag" are the old indications; woonplaats outside the region is a neighbouring gemeente.
 */
export const peildatum: PlainDate = '2021-04-01'
/** Choice that this region adds (seed/dwo/regio.ts). */
const wachtOpBt = 'wacht_op_bt'
const bron = 'Regiovisie DWO 2022-2026 §4.1, stand 1-4-2021'

export const productStand = {
  bt_basis: { totaal: 72, wachtlijst: 2, naarBt: 0 },
  bt_plus: { totaal: 31, wachtlijst: 4, naarBt: 0 },
  bw_basis: { totaal: 86, wachtlijst: 13, naarBt: 52 },
  bw_plus: { totaal: 31, wachtlijst: 8, naarBt: 4 },
  oude_indicatie: { totaal: 9, wachtlijst: 0, naarBt: 0 },
} as const

/** Persons by woonplaats; null is outside the region. */
export const woonplaatsStand = [
  { gemeente: 'GM0503', bw: 88, bt: 68, wlz: 8 },
  { gemeente: 'GM1783', bw: 23, bt: 14, wlz: 1 },
  { gemeente: 'GM1842', bw: 0, bt: 7, wlz: 0 },
  { gemeente: 'GM1926', bw: 3, bt: 10, wlz: 0 },
  { gemeente: null, bw: 3, bt: 4, wlz: 0 },
] as const

/** Neighbours of the region, for persons who live outside it. */
const buiten = ['GM0599', 'GM0603', 'GM0518', 'GM0622', 'GM1621']

type Product = keyof typeof productStand
export interface Client {
  readonly product: Product
  readonly woonplaats: string | null
  readonly wacht: boolean
  readonly naarBt: boolean
}

/** Every client with a product and a woonplaats, so that all margins come out. */
export function listClienten(): Client[] {
  const rest = woonplaatsStand.map((row) => ({ ...row }))
  const takeWoonplaats = (kolom: 'bw' | 'bt' | 'wlz', i: number) => {
    const open = rest.filter((row) => row[kolom] > 0)
    const row = open[i % open.length]!
    ;(row[kolom] as number)--
    return row.gemeente
  }
  return (Object.keys(productStand) as Product[]).flatMap((product) => {
    const { totaal, wachtlijst, naarBt } = productStand[product]
    const kolom = product === 'oude_indicatie' ? 'wlz' : product.startsWith('bw') ? 'bw' : 'bt'
    return Array.from({ length: totaal }, (_, i) => ({
      product,
      woonplaats: takeWoonplaats(kolom, i),
      wacht: i < wachtlijst,
      naarBt: i >= wachtlijst && i < wachtlijst + naarBt,
    }))
  })
}

/** Loads the stock as it was on the reference day, then says who looks today how it goes now. */
export async function loadStand(platform: Platform, regio: LoadedRegio): Promise<void> {
  const random = createRandom('DWO stand')
  const clock = new SeedClock(platform.clock.now())
  const past = seedPlatform(platform, clock, random.fork('ids'))
  clock.moveTo(peildatum)
  const vrager = regio.als('delft_support')
  const maak = createPersonen(random.fork('personen'))
  const vrij = await load(past, vrager, (work) => listPlekken(work))
  const clienten = listClienten()
  const personen: Id[] = []
  for (let i = 0; i < clienten.length; i += 40)
    await load(past, vrager, async (work) => {
      for (const client of clienten.slice(i, i + 40)) {
        const geldigVan = addDays('2020-07-01', random.below(240))
        const persoon = maak({
          op: peildatum,
          leeftijd: [19, 64],
          herkomst: client.woonplaats ?? 'GM0503',
          woonplaats: client.woonplaats ?? random.pick(buiten),
        })
        personen.push(await loadClient(work, regio, { ...client, persoon, geldigVan, vrij }))
      }
    })
  await load(seedPlatform(platform, platform.clock, random.fork('nu')), vrager, async (work) => {
    for (const [i, persoonId] of personen.entries())
      await setOpvolging(
        work,
        { persoonId },
        {
          volgendeStap: 'Nagaan hoe het nu gaat: deze stand is van 1 april 2021',
          // A few are late, as in every region.
          volgendeStapOp: addDays(work.today, i % 75 === 0 ? -2 : i % 40),
        },
      )
  })
}

/** Free plekken per product code, first name first. */
async function listPlekken(work: Work): Promise<Map<string, Id[]>> {
  const rows = await work.db
    .selectFrom('plek as p')
    .innerJoin('product as r', 'r.id', 'p.product_id')
    .select(['p.id', 'r.code'])
    .where('p.regio_id', '=', work.regioId)
    .orderBy('p.id')
    .execute()
  return new Map(
    [...new Set(rows.map((row) => row.code))].map((code) => [
      code,
      rows.filter((row) => row.code === code).map((row) => row.id),
    ]),
  )
}

async function loadClient(
  work: Work,
  regio: LoadedRegio,
  client: Client & { persoon: RegisterPersoon; geldigVan: PlainDate; vrij: Map<string, Id[]> },
): Promise<Id> {
  const persoonId = accepted(await registerPersoon(work, client.persoon)).id
  const productId = regio.producten[client.product]!
  const namensGemeente = client.woonplaats ?? 'GM0503'
  await grantIndicatie(work, {
    persoonId,
    productId,
    namensGemeente,
    geldigVan: client.geldigVan,
    motivering: `Ingelezen indicatie: ${bron}. De persoon is verzonnen.`,
  })
  if (client.wacht) {
    accepted(
      await placeOnWachtlijst(work, {
        persoonId,
        productId,
        richting: 'instroom',
        gemeenteCode: namensGemeente,
        overbrugging: 'geen',
        overbruggingToelichting: 'De bron zegt niet wat er intussen gebeurt.',
        ingelezen: { bron, peildatum, gemeldOp: client.geldigVan, beslotenOp: client.geldigVan },
      }),
    )
    return persoonId
  }
  const verblijf = accepted(
    await startDirectVerblijf(work, {
      persoonId,
      huishoudenId: null,
      plekId: client.vrij.get(client.product)!.shift()!,
      op: client.geldigVan,
      soort: 'regulier',
    }),
  )
  if (client.naarBt)
    accepted(
      await setUitstroomgereed(work, {
        verblijfId: verblijf.id,
        versie: verblijf.versie,
        op: peildatum,
        wachtOp: wachtOpBt,
      }),
    )
  return persoonId
}
