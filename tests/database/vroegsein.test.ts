import { beforeAll, describe, expect, it } from 'vitest'
import { herhaaldeTaken } from '../../src/app/modules.ts'
import { productRegel } from '../../src/modules/beheer/domain/soorten.ts'
import { changeGedateerd } from '../../src/modules/beheer/server/dated-commands.ts'
import { readVandaag } from '../../src/modules/vandaag/server/queries.ts'
import { extendVerblijf, startDirectVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import { listVerblijfRijen } from '../../src/modules/verblijf/server/queries.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { addDays, addMonths, addWeeks, type PlainDate } from '../../src/shared/plain-date.ts'
import { useDatabase } from '../given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../given/platform.ts'
import { givenLocatie, givenProduct } from '../given/plek.ts'
import { givenRegio, type TestRegio } from '../given/regio.ts'
import { givenPersoon } from '../given/verblijf.ts'

// TRJ-04: the early warning of the longest stay, day by day. It follows from the day and is stored nowhere: after the work of
// the night has run on a day, the block of Vandaag and the list must tell the same.

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let planner: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  planner = await regio.als('aanbieder', 'aanbieder_planner')
})

/** Arrival on the still day of the tests. */
const aankomst: PlainDate = '2026-03-02'
const maanden = (aantal: number) =>
  ({ aantal, eenheid: 'maanden', einde: addMonths(aankomst, aantal) }) as const

async function givenVerblijf(regel: { aantal: number; eenheid: 'weken' | 'maanden'; vooraf: number }) {
  platform.clock.set(aankomst)
  const productId = await givenProduct(platform, regio, { maximum: regel, nachtregistratie: false })
  await workAs(platform, regio.systeem, async (work) => {
    const { versie } = await work.db
      .selectFrom('product_regel')
      .select('versie')
      .where('product_id', '=', productId)
      .executeTakeFirstOrThrow()
    accepted(
      await changeGedateerd(work, productRegel, {
        sleutel: { productId },
        versie,
        vanaf: '2021-01-01',
        waarde: {
          maximumAantal: regel.aantal,
          maximumEenheid: regel.eenheid,
          waarschuwDagen: regel.vooraf,
          bron: null,
        },
      }),
    )
  })
  const { plekIds } = await givenLocatie(platform, regio, { productId, plekken: [{}] })
  const persoonId = await givenPersoon(platform, planner)
  const { id } = accepted(
    await workAs(platform, planner, (work) =>
      startDirectVerblijf(work, { persoonId, plekId: plekIds[0]!, op: aankomst, soort: 'regulier' }),
    ),
  )
  return { id }
}

/** The night before `dag` has passed with all its work; then what the aanbieder sees of this stay, on Vandaag and in the list. */
async function seinOp(dag: PlainDate, verblijf: { id: Id }) {
  platform.clock.set(dag)
  for (const taak of herhaaldeTaken) await workAs(platform, regio.systeem, (work) => taak.handle(work))
  return workAs(platform, planner, async (work) => {
    const { groepen } = await readVandaag(work)
    const item = groepen
      .find(({ code }) => code === 'verblijf_maximum')
      ?.items.find(({ id }) => id === verblijf.id)
    const { results } = await listVerblijfRijen(work, {
      id: verblijf.id,
      stand: 'lopend',
      sorteer: 'naam',
      pagina: 1,
      aantalPerPagina: 1,
    })
    return {
      sein: item ? { stand: item.stand, wat: item.wat.replace(/^.*?: /, '') } : null,
      lijst: results[0]!.termijnstand,
    }
  })
}

const termijnen = [
  ['12 weken', { aantal: 12, eenheid: 'weken', einde: addWeeks(aankomst, 12) }, 21],
  ['9 maanden', maanden(9), 45],
  ['12 maanden', maanden(12), 60],
  ['18 maanden', maanden(18), 90],
  ['24 maanden', maanden(24), 120],
] as const

describe('het sein voor het langste verblijf (TRJ-04)', () => {
  it.each(termijnen)(
    '%s: het sein komt zoveel dagen vooraf als de regio koos, niet eerder, en opnieuw na verlengen',
    async (_, { einde, ...regel }, vooraf) => {
      // Another lead than the 28 days that a region starts with.
      expect(vooraf).not.toBe(28)
      const verblijf = await givenVerblijf({ ...regel, vooraf })
      const sein = (dag: PlainDate) => seinOp(dag, verblijf)
      const komt = 'het maximum komt eraan'
      const langer = 'langer dan het maximum'
      expect(await sein(addDays(einde, -vooraf - 1))).toEqual({ sein: null, lijst: 'ruim' })
      const bijna = { sein: { stand: 'binnenkort', wat: komt }, lijst: 'bijna' }
      expect(await sein(addDays(einde, -vooraf))).toEqual(bijna)
      expect(await sein(addDays(einde, -1))).toEqual(bijna)
      // The day of departure itself: to be done today, and the list counts it as too long.
      expect(await sein(einde)).toEqual({ sein: { stand: 'vandaag', wat: komt }, lijst: 'te_lang' })
      const voorbij = { sein: { stand: 'te_laat', wat: langer }, lijst: 'te_lang' }
      expect(await sein(addDays(einde, 1))).toEqual(voorbij)

      const nieuw = addDays(einde, vooraf + 30)
      accepted(
        await workAs(platform, planner, (work) =>
          extendVerblijf(work, {
            verblijfId: verblijf.id,
            versie: 1,
            nieuwUiterlijkOp: nieuw,
            reden: 'wacht_op_bw',
            toelichting: null,
          }),
        ),
      )
      expect(await sein(addDays(nieuw, -vooraf - 1))).toEqual({ sein: null, lijst: 'ruim' })
      expect(await sein(addDays(nieuw, -vooraf))).toEqual({
        sein: { stand: 'binnenkort', wat: `${komt}, al verlengd` },
        lijst: 'bijna',
      })
      expect(await sein(addDays(nieuw, 1))).toEqual({
        sein: { stand: 'te_laat', wat: `${langer}, al verlengd` },
        lijst: 'te_lang',
      })
    },
    120_000,
  )
})
