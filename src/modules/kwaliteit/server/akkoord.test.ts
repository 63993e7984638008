import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenProduct, givenWachtende } from '../../../../tests/given/wachtlijst.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { readVandaag } from '../../vandaag/server/queries.ts'
import { countBevindingen, giveAkkoord, withdrawAkkoord } from './commands.ts'
import { listGevonden } from './queries.ts'
import { readNachttellingen, readOrganisatietellingen, readSoorttellingen } from './telling-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let collega: Vrager
let manager: Vrager
let wachtenden: Id[]

const lijst = (als: Vrager, vraag: object = {}) =>
  workAs(platform, als, (work) =>
    listGevonden(work, {
      van: 'mij',
      bevinding: 'wacht_niet_bevestigd',
      sorteer: 'sinds',
      pagina: 1,
      aantalPerPagina: 50,
      ...vraag,
    }),
  )
const tel = () => workAs(platform, regio.systeem, (work) => countBevindingen(work))
const soort = async (als: Vrager, vraag: object = {}) => {
  const { results } = await workAs(platform, als, (work) =>
    readSoorttellingen(work, { pagina: 1, aantalPerPagina: 200, ...vraag }),
  )
  return results.find((row) => row.bevinding === 'wacht_niet_bevestigd')!
}
const akkoord = { bevinding: 'wacht_niet_bevestigd', reden: 'Belt zelf elke maand', tot: '2026-04-01' }

// It is Monday 2 March 2026. Three people wait; two should have been called.
beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  collega = await regio.als('loket', 'consulent_daklozenloket')
  manager = await regio.als('centrumgemeente', 'programmamanager')
  const productId = await givenProduct({ platform, regio }, { code: 'KWALITEIT' })
  wachtenden = []
  for (let i = 0; i < 3; i++) wachtenden.push((await givenWachtende(platform, loket, { productId })).id)
  await database.login.query(
    `update onderdak.wachtlijstplaatsing set bevestigen_voor = case when id = $1 then date '2026-01-10' else date '2026-02-25' end where id in ($1, $2)`,
    [wachtenden[0], wachtenden[1]],
  )
}, 120_000)

describe('wie iets kan herstellen', () => {
  it('ziet de oudste eerst, met sinds wanneer', async () => {
    const { count, results } = await lijst(loket)
    expect([count, results.map((row) => [row.sleutel, row.sinds, row.dagen, row.vanMij])]).toEqual([
      2,
      [
        [wachtenden[0], '2026-01-11', 50, true],
        [wachtenden[1], '2026-02-26', 4, true],
      ],
    ])
  })
  it('een collega ziet het bij de organisatie en niet bij zichzelf; werkt de ander hier niet meer, dan wel', async () => {
    expect((await lijst(collega)).count).toBe(0)
    expect((await lijst(collega, { van: 'organisatie' })).count).toBe(2)
    await database.login.query("update onderdak.gebruiker set tot = '2026-03-02' where id = $1", [
      loket.gebruikerId,
    ])
    expect((await lijst(collega)).results.map((row) => row.wie)).toEqual([null, null])
    await database.login.query('update onderdak.gebruiker set tot = null where id = $1', [loket.gebruikerId])
  })
  it('wie niet mag herstellen of niet betrokken is, ziet niets', async () => {
    const planner = await regio.als('aanbieder', 'aanbieder_planner')
    const wijkteam = await regio.als('wijkteam', 'toegangsmedewerker')
    expect((await lijst(planner, { van: 'zicht' })).count).toBe(0)
    expect((await lijst(wijkteam, { van: 'zicht' })).count).toBe(0)
  })
})

describe('elke nacht', () => {
  it('telt het systeem hoeveel er zijn, per organisatie en in de hele regio; nog eens tellen geeft hetzelfde', async () => {
    await tel()
    await tel()
    expect(await soort(manager)).toMatchObject({ aantal: 2, lang: 1, akkoord: 0, oudsteOp: '2026-01-11' })
    expect(await soort(manager, { organisatieId: regio.organisaties.loket })).toMatchObject({
      aantal: 2,
      lang: 1,
    })
    expect(await soort(manager, { organisatieId: regio.organisaties.wijkteam })).toMatchObject({
      aantal: 0,
      oudsteOp: null,
    })
  })
  it('en staat op Vandaag wat de eigen organisatie kan herstellen', async () => {
    const blokVan = async (als: Vrager) =>
      (await workAs(platform, als, (work) => readVandaag(work))).groepen.find(
        (one) => one.code === 'gegevens_nakijken',
      )
    expect(
      (await blokVan(loket))!.items.find((one) => one.naam === 'Niet gevraagd of iemand nog wacht'),
    ).toMatchObject({
      wat: '2 keer bij uw organisatie, geteld op 02-03-2026',
      datum: '2026-01-11',
    })
    expect(await blokVan(await regio.als('aanbieder', 'aanbieder_planner'))).toBeUndefined()
  })
})

describe('een akkoord', () => {
  it('haalt de bevinding van de lijst en uit de telling, tot de dag die gekozen is', async () => {
    const gegeven = accepted(
      await workAs(platform, collega, (work) => giveAkkoord(work, { ...akkoord, sleutel: wachtenden[0]! })),
    )
    expect((await lijst(loket)).results.map((row) => row.sleutel)).toEqual([wachtenden[1]])
    const [met] = (await lijst(loket, { akkoord: 'ja' })).results
    expect(met!.akkoord).toEqual({
      id: gegeven.id,
      reden: akkoord.reden,
      door: 'Proef consulent_daklozenloket loket',
      organisatie: 'Regionaal loket',
      van: '2026-03-02',
      tot: '2026-04-01',
    })
    await tel()
    expect(await soort(manager)).toMatchObject({ aantal: 1, lang: 0, akkoord: 1, oudsteOp: '2026-02-26' })
    platform.clock.set('2026-04-01')
    expect((await lijst(loket)).count).toBe(2)
    platform.clock.set('2026-03-02')
  })
  it('kan niet twee keer, en niet op wat in orde is', async () => {
    const nog = await workAs(platform, loket, (work) =>
      giveAkkoord(work, { ...akkoord, sleutel: wachtenden[0]! }),
    )
    expect(nog).toMatchObject({ code: 'al_akkoord' })
    const orde = await workAs(platform, loket, (work) =>
      giveAkkoord(work, { ...akkoord, sleutel: wachtenden[2]! }),
    )
    expect(orde).toMatchObject({ code: 'niet_gevonden' })
  })
  it('is in te trekken, één keer', async () => {
    const { id } = (await lijst(loket, { akkoord: 'ja' })).results[0]!.akkoord!
    accepted(await workAs(platform, loket, (work) => withdrawAkkoord(work, id)))
    expect((await lijst(loket)).count).toBe(2)
    expect(await workAs(platform, loket, (work) => withdrawAkkoord(work, id))).toMatchObject({
      code: 'akkoord_geldt_niet_meer',
    })
  })
})

describe('het verloop', () => {
  it('laat zien wat een week later is hersteld, ook van wie er nu geen meer heeft', async () => {
    await tel()
    platform.clock.set('2026-03-09')
    await database.login.query("update onderdak.wachtlijstplaatsing set bevestigen_voor = '2026-05-01'")
    await tel()
    const vraag = { pagina: 1, aantalPerPagina: 50, bevinding: 'wacht_niet_bevestigd' }
    const nachten = await workAs(platform, manager, (work) => readNachttellingen(work, vraag))
    expect(nachten.results).toEqual([
      { dag: '2026-03-02', aantal: 2, lang: 1 },
      { dag: '2026-03-09', aantal: 0, lang: 0 },
    ])
    const { results } = await workAs(platform, manager, (work) => readOrganisatietellingen(work, vraag))
    expect(results.find((row) => row.organisatieId === regio.organisaties.loket)).toMatchObject({
      aantal: 0,
      weekEerder: 2,
      maandEerder: null,
    })
  })
})
