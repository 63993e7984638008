import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenLocatie, givenProduct, givenWachtende } from '../../../../tests/given/wachtlijst.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import { placeOnWachtlijst } from './commands.ts'
import { getWachtlijstplaatsing, listNietPlaatsbaarRows } from './detail-queries.ts'
import { retryNietPlaatsbaar } from './niet-plaatsbaar.ts'
import { getTellingen } from './tellingen.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let wijkteam: Vrager
let aanbieder: Vrager
let serial = 0

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'wachtlijstbeheerder')
  wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
  aanbieder = await regio.als('aanbieder', 'aanbieder_planner')
})

const product = () => givenProduct({ platform, regio }, { code: `W${++serial}` })
const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const basis = { richting: 'instroom', gemeenteCode: 'GM0622', overbrugging: 'eigen_netwerk' } as const

describe('kan niet plaatsen', () => {
  it('zegt waarom nergens een plek past, probeert het elke week en gaat één keer naar de coördinator', async () => {
    const productId = await product()
    await givenLocatie({ platform, regio }, { productId, naam: `Trap ${serial}` })
    const { id } = await givenWachtende(platform, loket, { productId, vereisteKenmerken: ['rolstoel'] })
    const page = await as(loket, (work) => listNietPlaatsbaarRows(work, { pagina: 1, aantalPerPagina: 200 }))
    expect(page.results.find((row) => row.id === id)).toMatchObject({
      nietPlaatsbaarSinds: '2026-03-02',
      herzienOp: '2026-03-09',
      redenen: ['Geen enkele plek in de regio heeft: Toegankelijk met een rolstoel.'],
    })
    expect(
      (await as(aanbieder, (work) => listNietPlaatsbaarRows(work, { pagina: 1, aantalPerPagina: 50 }))).count,
    ).toBe(0)
    const retry = () => as(regio.systeem, retryNietPlaatsbaar)
    platform.clock.set('2026-03-31')
    expect((await retry()).geescaleerd).toBeGreaterThanOrEqual(1)
    platform.clock.set('2026-04-15')
    await retry()
    const { rows } = await database.login.query(
      "select count(*)::int as keer from onderdak.gebeurtenis where soort = 'NietPlaatsbaarGeescaleerd' and onderwerp_id = $1",
      [id],
    )
    expect(rows).toEqual([{ keer: 1 }])
    await givenLocatie(
      { platform, regio },
      { productId, naam: `Begane grond ${serial}`, kenmerken: ['rolstoel'] },
    )
    platform.clock.set('2026-05-01')
    await retry()
    const detail = accepted(await as(loket, (work) => getWachtlijstplaatsing(work, id)))
    expect(detail).toMatchObject({ nietPlaatsbaarSinds: null, nietPlaatsbaarRedenen: [] })
    platform.clock.set('2026-03-02')
  })
})

describe('tellingen', () => {
  it('tellen dossiers en registraties apart, voor de hele regio, en verbergen kleine aantallen voor partners', async () => {
    const een = await product()
    const twee = await product()
    const { persoonId } = await givenWachtende(platform, wijkteam, { productId: een })
    accepted(await as(wijkteam, (work) => placeOnWachtlijst(work, { ...basis, persoonId, productId: twee })))
    const intern = await as(loket, (work) => getTellingen(work, { extern: false }))
    expect(intern.regels.find((regel) => regel.productId === een)).toMatchObject({
      dossiers: 1,
      registraties: 1,
      gemeente: 'Vlaardingen',
    })
    expect(intern.totaal.registraties! - intern.totaal.dossiers!).toBeGreaterThanOrEqual(1)
    const partner = await as(aanbieder, (work) => getTellingen(work, { extern: false }))
    expect(partner.kleinsteGetal).toBe(8)
    expect(partner.regels.find((regel) => regel.productId === een)).toMatchObject({
      dossiers: null,
      mediaanDagen: null,
    })
    const coordinator = await regio.als('centrumgemeente', 'regiocoordinator')
    expect((await as(coordinator, (work) => getTellingen(work, { extern: true }))).kleinsteGetal).toBe(8)
  })
})
