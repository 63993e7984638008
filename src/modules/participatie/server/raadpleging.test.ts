import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenActiviteit } from '../../../../tests/given/participatie.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { listRaadplegingen, PuntInvoer, RaadplegingInvoer } from '../domain/raadpleging-contract.ts'
import {
  addPunt,
  changePunt,
  changeRaadpleging,
  registerRaadpleging,
  removePunt,
} from './raadpleging-commands.ts'
import { listRaadplegingrijen, readRaadpleging } from './raadpleging-queries.ts'
import { readActiviteitparticipatie } from './verband-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let manager: Vrager
let vreemde: Vrager
let activiteitId: Id
let raadplegingId: Id

const als = <T>(run: (work: Work) => Promise<T>, wie = manager) => workAs(platform, wie, run)
const invoer = RaadplegingInvoer.parse({
  op: '2026-01-15',
  gelegenheid: 'Netwerkbijeenkomst',
  wie: 'Aanbieders en corporaties',
  bron: 'Verslag',
})
const zeg = (over: object) =>
  als((work) =>
    addPunt(work, {
      ...PuntInvoer.parse({ soort: 'wens', tekst: 'Een sociale kaart', ...over }),
      raadplegingId,
    }),
  )
const lees = async () => accepted(await als((work) => readRaadpleging(work, raadplegingId)))
const fouten = (over: object) =>
  PuntInvoer.safeParse({
    soort: 'stelling',
    tekst: 'Eén loket is beter',
    eens: 84,
    oneens: 16,
    ...over,
  }).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

beforeAll(async () => {
  platform = testPlatform(database)
  const regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  vreemde = await (await givenRegio(platform, 'AND')).als('centrumgemeente', 'programmamanager')
  activiteitId = (await givenActiviteit(database, regio.regioId)).activiteitId
  raadplegingId = accepted(await als((work) => registerRaadpleging(work, invoer))).id
})

describe('een raadpleging', () => {
  it('staat er één keer per dag en gelegenheid, en niet van een dag die nog komt', async () => {
    expect(await als((work) => registerRaadpleging(work, invoer))).toMatchObject({
      code: 'raadpleging_bestaat',
      field: 'gelegenheid',
    })
    expect(await als((work) => registerRaadpleging(work, { ...invoer, op: '2031-01-01' }))).toMatchObject({
      code: 'datum_past_niet',
      field: 'op',
    })
    await expect(
      database.login.query(`update onderdak.raadpleging set op = '2031-01-01' where id = '${raadplegingId}'`),
    ).rejects.toMatchObject({ constraint: 'raadpleging_is_geweest' })
    expect(
      await als((work) => changeRaadpleging(work, { ...invoer, aanwezig: 40, id: raadplegingId, versie: 1 })),
    ).toEqual({ id: raadplegingId, versie: 2 })
  })

  it('houdt stellingen met percentages en wensen uit elkaar', async () => {
    accepted(await zeg({ soort: 'stelling', tekst: 'Eén loket is beter', eens: 84, oneens: 16 }))
    accepted(await zeg({}))
    expect((await lees()).punten).toMatchObject([
      { nummer: 1, soort: 'stelling', eens: 84, oneens: 16, reactie: null },
      { nummer: 2, soort: 'wens', eens: null, oneens: null },
    ])
    expect(fouten({ eens: null, oneens: null })).toEqual([
      'eens: Vul in hoeveel procent het eens is.',
      'oneens: Vul in hoeveel procent het oneens is.',
    ])
    expect(fouten({ eens: 84, oneens: 18 })).toEqual([
      'oneens: Eens en oneens zijn samen meer dan 100 procent. Kijk de getallen na.',
    ])
    expect(fouten({ eens: 49.5, oneens: 50.5 })).toBeUndefined()
    expect(fouten({ soort: 'wens' })).toHaveLength(2)
    const direct = (set: string) =>
      database.login.query(
        `update onderdak.raadpleging_punt set ${set} where raadpleging_id = '${raadplegingId}' and nummer = 1`,
      )
    await expect(direct('oneens = 30')).rejects.toMatchObject({
      constraint: 'raadpleging_punt_samen_hooguit_alles',
    })
    await expect(direct('eens = null')).rejects.toMatchObject({
      constraint: 'raadpleging_punt_getallen_bij_stelling',
    })
  })

  it('telt wat nog geen antwoord heeft, en een activiteit toont wat zij oppakt', async () => {
    const [punt] = (await lees()).punten.filter(({ soort }) => soort === 'wens')
    const { id, versie } = punt!
    accepted(
      await als((work) =>
        changePunt(work, {
          ...PuntInvoer.parse({ ...punt, reactie: 'Die maken wij in 2026.', activiteitId }),
          id,
          versie,
        }),
      ),
    )
    const { results } = await als((work) => listRaadplegingrijen(work, listRaadplegingen.query.parse({})))
    expect(results).toMatchObject([{ stellingen: 1, wensen: 1, zonderReactie: 1 }])
    expect(accepted(await als((work) => readActiviteitparticipatie(work, activiteitId))).punten).toEqual([
      { id, raadplegingId, gelegenheid: 'Netwerkbijeenkomst', tekst: 'Een sociale kaart' },
    ])
  })

  it('verliest alleen wat iemand bewust weghaalt, en dat staat in het logboek', async () => {
    const { id } = accepted(await zeg({ tekst: 'Per ongeluk' }))
    expect(await als((work) => removePunt(work, { id, versie: 2 }))).toMatchObject({ status: 409 })
    accepted(await als((work) => removePunt(work, { id, versie: 1 })))
    expect((await lees()).punten.map(({ tekst }) => tekst)).not.toContain('Per ongeluk')
    expect(await als((work) => removePunt(work, { id, versie: 1 }))).toMatchObject({ code: 'niet_gevonden' })
    const { rows } = await database.login.query(
      "select gegevens ->> 'tekst' as tekst from onderdak.gebeurtenis where soort = 'RaadplegingpuntVerwijderd'",
    )
    expect(rows).toEqual([{ tekst: 'Per ongeluk' }])
  })

  it('is er niet voor een andere regio', async () => {
    expect(await als((work) => readRaadpleging(work, raadplegingId), vreemde)).toMatchObject({
      code: 'niet_gevonden',
    })
    const { results } = await als(
      (work) => listRaadplegingrijen(work, listRaadplegingen.query.parse({})),
      vreemde,
    )
    expect(results).toEqual([])
  })
})
