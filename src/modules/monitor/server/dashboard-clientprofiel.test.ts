import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { type Feit, givenFeit, idVan } from '../../../../tests/given/feiten.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { DashboardVraag } from '../domain/dashboard-contract.ts'
import { readDashboard, readDashboardreeksen } from './dashboard-queries.ts'
import { indicatoren } from './indicatoren.ts'
import { telReeks } from './telling.ts'

// A dashboard narrowed to a group: who belongs to it on which day, and what may be seen of it.

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let beleid: Vrager

const profiel = (wie: string, clientprofiel: string, over: Feit = {}) =>
  givenFeit(database, regio.regioId, 'clientprofiel', { wie, clientprofiel, van: '2026-01-05', ...over })
const wacht = (wie: string, over: Feit = {}) =>
  givenFeit(database, regio.regioId, 'wacht', {
    wie,
    product_id: 'Opvang',
    besloten_op: '2026-01-10',
    ...over,
  })

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-02')
  regio = await givenRegio(platform)
  beleid = await regio.als('centrumgemeente', 'programmamanager')
}, 120_000)

/** How many people an indicator counts of each profile at the end of a month; nobody is hidden here. */
async function tel(id: string, maand: string, bekendOp: string | null = null) {
  const indicator = indicatoren.find((one) => one.id === id)!
  const dagen = {
    '2026-02': { van: '2026-02-01', tot: '2026-03-01', peildatum: '2026-02-28' },
    '2026-03': { van: '2026-03-01', tot: '2026-04-01', peildatum: '2026-03-31' },
  }[maand]!
  const stand = { maand, ...dagen, bekendOp, kleinsteGetal: 8 }
  const rijen = await workAs(platform, beleid, (work) =>
    telReeks(work, [{ id, indicator, per: 'clientprofiel' }], [stand]),
  )
  return Object.fromEntries(rijen.map(({ groep, wie }) => [groep ?? 'onbekend', wie]))
}

async function leeg() {
  for (const feit of ['clientprofiel', 'wacht', 'verblijf', 'melding'])
    await database.login.query(`delete from onderdak.feit_${feit}`)
}

describe('bij welk cliëntprofiel iemand telt', () => {
  it('wie geen profiel heeft, telt bij geen', async () => {
    await leeg()
    await wacht('Ans')
    await wacht('Bo')
    await profiel('Bo', 'lvb')
    expect(await tel('wachtenden', '2026-02')).toEqual({ onbekend: 1, lvb: 1 })
  })

  it('het laatste tot en met de peildatum, en niet wat daarna kwam', async () => {
    await leeg()
    await wacht('Ans')
    await profiel('Ans', 'economisch_dakloos')
    await profiel('Ans', 'meervoudig', { van: '2026-02-28' })
    await profiel('Ans', 'lvb', { van: '2026-03-01' })
    expect(await tel('wachtenden', '2026-02')).toEqual({ meervoudig: 1 })
    expect(await tel('wachtenden', '2026-03')).toEqual({ lvb: 1 })
  })

  it('van één dag gaat de wachtlijst voor op de melding', async () => {
    await leeg()
    await wacht('Ans')
    await profiel('Ans', 'zwerfjongere', { bron: 'wacht' })
    await profiel('Ans', 'lvb')
    expect(await tel('wachtenden', '2026-02')).toEqual({ zwerfjongere: 1 })
  })

  it('wie op drie lijsten staat, telt één keer en bij één profiel', async () => {
    await leeg()
    for (const [i, product_id] of ['Opvang', 'Kamer', 'Woning'].entries()) {
      await wacht('Ans', { product_id })
      await profiel('Ans', ['lvb', 'meervoudig', 'zwerfjongere'][i]!, { bron: 'wacht', van: `2026-01-1${i}` })
    }
    expect(await tel('wachtenden', '2026-02')).toEqual({ zwerfjongere: 1 })
  })

  it('wie meeverhuist, telt met het aanspreekpunt mee, tenzij er een eigen profiel is', async () => {
    await leeg()
    for (const wie of ['Moeder', 'Kind', 'Zoon van 19'])
      await givenFeit(database, regio.regioId, 'verblijf', {
        wie,
        sleutel: 'Verblijf van moeder',
        is_hoofd: wie === 'Moeder',
        van: '2026-02-03',
      })
    await profiel('Moeder', 'gezin_dakloos')
    await profiel('Zoon van 19', 'jongvolwassen')
    expect(await tel('verblijvenden', '2026-02')).toEqual({ gezin_dakloos: 2, jongvolwassen: 1 })
  })

  it('wat later bekend werd, was toen niet bekend: ook bij een ander profiel', async () => {
    await leeg()
    await wacht('Ans')
    await profiel('Ans', 'economisch_dakloos', { bekend_van: '2026-01-05', bekend_tot: '2026-03-10' })
    await profiel('Ans', 'lvb', { bekend_van: '2026-03-10' })
    await wacht('Bo')
    await profiel('Bo', 'lvb', { bekend_van: '2026-03-20' })
    expect(await tel('wachtenden', '2026-02', '2026-03-01')).toEqual({ economisch_dakloos: 1, onbekend: 1 })
    expect(await tel('wachtenden', '2026-02', '2026-03-12')).toEqual({ lvb: 1, onbekend: 1 })
    expect(await tel('wachtenden', '2026-02')).toEqual({ lvb: 2 })
  })
})

describe('een dashboard van een cliëntprofiel (MON-02)', () => {
  const vraag = (over: Partial<DashboardVraag>): DashboardVraag => ({
    niveau: 'tactisch',
    maand: '2026-02',
    pagina: 1,
    aantalPerPagina: 2000,
    ...over,
  })
  const dashboard = async (over: Partial<DashboardVraag>) =>
    accepted(await workAs(platform, beleid, (work) => readDashboard(work, vraag(over))))

  beforeAll(async () => {
    await leeg()
    for (const [clientprofiel, aantal] of [
      ['economisch_dakloos', 20],
      ['meervoudig', 11],
      ['lvb', 3],
    ] as const)
      for (let i = 0; i < aantal; i++) {
        const wie = `${clientprofiel} ${i}`
        await wacht(wie)
        await profiel(wie, clientprofiel)
        await givenFeit(database, regio.regioId, 'verblijf', { wie, plek_id: wie, van: '2025-06-01' })
      }
  })

  it('van drie groepen waarvan een met drie mensen is ook een andere niet te zien: anders is die uit te rekenen', async () => {
    for (const id of ['wachtregistraties', 'verblijvenden']) {
      const waarde = async (clientprofiel?: string) =>
        (await dashboard(clientprofiel ? { clientprofiel } : {})).results.find((one) => one.id === id)
      expect(await waarde(), id).toMatchObject({ waarde: 34, afgeschermd: false })
      expect(await waarde('economisch_dakloos'), id).toMatchObject({ waarde: 20, afgeschermd: false })
      expect(await waarde('meervoudig'), id).toMatchObject({ waarde: null, afgeschermd: true })
      expect(await waarde('lvb'), id).toMatchObject({ waarde: null, afgeschermd: true })
    }
  })

  it('laat plekken, signalen en contacten aan het loket van de hele regio zien, en zegt dat', async () => {
    for (const niveau of ['strategisch', 'tactisch', 'operationeel'] as const) {
      const { results, filter } = await dashboard({ niveau, clientprofiel: 'economisch_dakloos' })
      expect(filter).toBe('Cliëntprofiel: Economisch dakloos')
      const zaken = new Map(indicatoren.map(({ id, zaak }) => [id, zaak]))
      for (const { id, filterGeldt, filter: van } of results) {
        const zonder = ['plek', 'signaal', 'klantcontact'].includes(zaken.get(id)!)
        expect([filterGeldt, van], id).toEqual(zonder ? [false, 'Hele regio'] : [true, filter])
      }
      expect(results.some(({ filterGeldt }) => filterGeldt)).toBe(true)
    }
  })

  it('staat bij elke rij van het bestand', async () => {
    const { results } = accepted(
      await workAs(platform, beleid, (work) =>
        readDashboardreeksen(work, vraag({ clientprofiel: 'economisch_dakloos' })),
      ),
    )
    expect(results.find(({ id, maand }) => id === 'wachtregistraties' && maand === '2026-02')).toMatchObject({
      filter: 'Cliëntprofiel: Economisch dakloos',
      waarde: 20,
    })
  })

  it('kan niet samen met een ander deel, en niet met een profiel dat de regio niet heeft', async () => {
    const probeer = (over: Partial<DashboardVraag>) =>
      workAs(platform, beleid, (work) => readDashboard(work, vraag(over)))
    expect(await probeer({ clientprofiel: 'lvb', product: idVan('Opvang') })).toMatchObject({
      code: 'een_filter_tegelijk',
      status: 422,
    })
    expect(await probeer({ clientprofiel: 'bestaat_niet' })).toMatchObject({ status: 404 })
  })

  it('zegt niets over wat er bekend was voordat dat werd bijgehouden', async () => {
    await database.login.query(
      `insert into onderdak.feit_begin (regio_id, feit, vanaf) values ($1, 'clientprofiel', '2026-03-15T11:00:00Z')`,
      [regio.regioId],
    )
    const probeer = (over: Partial<DashboardVraag>) =>
      workAs(platform, beleid, (work) => readDashboard(work, vraag({ bekendOp: '2026-03-10', ...over })))
    expect(await probeer({ clientprofiel: 'lvb' })).toMatchObject({
      code: 'toen_niet_bijgehouden',
      field: 'bekendOp',
      status: 422,
    })
    expect(await probeer({})).toMatchObject({ filter: null })
    expect(await probeer({ clientprofiel: 'lvb', bekendOp: '2026-03-15' })).toMatchObject({
      filter: 'Cliëntprofiel: Licht verstandelijke beperking',
    })
  })
})
