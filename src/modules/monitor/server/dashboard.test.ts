import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenFeit, idVan } from '../../../../tests/given/feiten.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { DashboardVraag } from '../domain/dashboard-contract.ts'
import { niveaus } from '../domain/indicator.ts'
import { readDashboard, readDashboardreeksen } from './dashboard-queries.ts'
import { readIndicator, readIndicatorgroepen } from './indicator-queries.ts'
import { indicatoren } from './indicatoren.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let beleid: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-02')
  regio = await givenRegio(platform)
  beleid = await regio.als('centrumgemeente', 'programmamanager')
  await database.login.query(
    `insert into onderdak.product (id, regio_id, code, naam, domein, van) values ($1, $2, 'proef', 'Opvang', 'MO', '2020-01-01')`,
    [idVan('Opvang'), regio.regioId],
  )
  const geboren = [2010, 2005, 2001, 1980, 1950]
  for (const [gemeente_code, aantal] of [
    ['GM0622', 20],
    ['GM0606', 11],
    ['GM0556', 3],
  ] as const)
    for (let i = 0; i < aantal; i++) {
      const wie = `${gemeente_code} ${i}`
      const mens = { wie, gemeente_code, product_id: 'Opvang' }
      await givenFeit(database, regio.regioId, 'persoon', { wie, geboortejaar: geboren[i % 5]! })
      await givenFeit(database, regio.regioId, 'wacht', {
        ...mens,
        besloten_op: i % 2 ? '2026-02-10' : '2025-09-01',
        ...(i % 3 === 0 && { gestart_op: '2026-03-12' }),
      })
      await givenFeit(database, regio.regioId, 'melding', {
        ...mens,
        meldingsdatum: i % 2 ? '2026-03-05' : '2026-01-08',
        besloten_op: '2026-03-20',
      })
      await givenFeit(database, regio.regioId, 'verblijf', { ...mens, plek_id: wie, van: '2025-06-01' })
    }
}, 120_000)

const vraag = (over: Partial<DashboardVraag>): DashboardVraag => ({
  niveau: 'tactisch',
  pagina: 1,
  aantalPerPagina: 200,
  ...over,
})
const dashboard = async (over: Partial<DashboardVraag>) =>
  accepted(await workAs(platform, beleid, (work) => readDashboard(work, vraag(over))))

describe('een dashboard (MON-02)', () => {
  it.each(Object.keys(niveaus) as DashboardVraag['niveau'][])(
    'heeft op niveau %s elke indicator van dat niveau, met alles wat bij een getal hoort',
    async (niveau) => {
      const { results } = await dashboard({ niveau })
      expect(results.map(({ id }) => id)).toEqual(
        indicatoren.filter((one) => one.niveaus.includes(niveau)).map(({ id }) => id),
      )
      for (const rij of results) {
        expect(rij.verloop).toHaveLength(13)
        for (const veld of ['definitie', 'versie', 'eigenaar', 'bron', 'peildatum'] as const)
          expect(rij[veld], `${rij.id} ${veld}`).toBeTruthy()
      }
    },
  )

  it('zegt in elke maand hetzelfde als de bladzijde van de indicator', async () => {
    const { results } = await dashboard({})
    for (const rij of results) {
      const een = accepted(await workAs(platform, beleid, (work) => readIndicator(work, rij.id, {})))
      expect(rij.verloop, rij.id).toEqual(een.verloop)
    }
  })

  it('laat van een gemeente niets meer zien dan de tabel per gemeente', async () => {
    for (const gemeente of ['GM0622', 'GM0606']) {
      const { results, filter } = await dashboard({ gemeente })
      expect(filter).toMatch(/^Gemeente: /)
      for (const rij of results.filter(({ filterGeldt }) => filterGeldt)) {
        const groepen = accepted(
          await workAs(platform, beleid, (work) =>
            readIndicatorgroepen(work, rij.id, { per: 'gemeente', pagina: 1, aantalPerPagina: 200 }),
          ),
        ).results
        const groep = groepen.find((one) => one.groep === gemeente)
        const tonen = ({ waarde, gevallen, afgeschermd }: typeof rij | (typeof groepen)[number]) => ({
          waarde,
          gevallen,
          afgeschermd,
        })
        if (groep) expect(tonen(rij), `${rij.id} ${gemeente}`).toEqual(tonen(groep))
        else expect(rij.gevallen, `${rij.id} ${gemeente}`).toBe(0)
      }
    }
  })

  it('van drie gemeenten waarvan een met drie wachtenden is ook een andere niet te zien: anders is die uit te rekenen', async () => {
    const wachtend = async (over: Partial<DashboardVraag>) =>
      (await dashboard(over)).results.find(({ id }) => id === 'wachtregistraties')!.waarde
    // Registrations that wait at the end of February: all of them.
    expect(await wachtend({ maand: '2026-02' })).toBe(34)
    expect(await wachtend({ maand: '2026-02', gemeente: 'GM0622' })).toBe(20)
    expect(await wachtend({ maand: '2026-02', gemeente: 'GM0606' })).toBeNull()
  })

  it('telt op leeftijd, waarvan alleen het jaar van geboorte bekend is', async () => {
    const tel = async (leeftijd: DashboardVraag['leeftijd']) =>
      (await dashboard({ maand: '2026-02', leeftijd })).results.find(({ id }) => id === 'verblijvenden')!
    // Of 20, 11 and 3 people, each fifth one: 4 + 3 + 1 of each class in turn, 7 of the fourth and 6 of the fifth.
    expect((await tel('kind')).waarde).toBe(8)
    expect((await tel('oudere')).afgeschermd).toBe(true)
  })

  it('zegt bij een cijfer dat niet te versmallen is dat het van de hele regio is, en geeft dat ook', async () => {
    const [alles, kinderen] = [await dashboard({}), await dashboard({ leeftijd: 'kind' })]
    expect(kinderen.results.map(({ id }) => id)).toEqual(alles.results.map(({ id }) => id))
    const zonder = kinderen.results.filter(({ filterGeldt }) => !filterGeldt)
    expect(zonder.map(({ id }) => id)).toEqual(expect.arrayContaining(['bezetting', 'signalen']))
    expect(zonder.map(({ id }) => id)).not.toContain('verblijvenden')
    for (const rij of zonder) {
      expect(rij.filter).toBe('Hele regio')
      expect(rij.verloop, rij.id).toEqual(alles.results.find(({ id }) => id === rij.id)!.verloop)
    }
    expect(alles.results.every(({ filterGeldt }) => filterGeldt)).toBe(true)
    const reeksen = accepted(
      await workAs(platform, beleid, (work) =>
        readDashboardreeksen(work, vraag({ leeftijd: 'kind', aantalPerPagina: 2000 })),
      ),
    ).results
    const waarvan = (gezocht: string) =>
      new Set(reeksen.filter(({ id }) => id === gezocht).map(({ filter }) => filter))
    expect(waarvan('bezetting')).toEqual(new Set(['Hele regio']))
    expect(waarvan('verblijvenden')).toEqual(new Set(['Leeftijdsgroep: Jonger dan 18 jaar']))
  })

  it('weigert twee filters tegelijk, en een deel dat niet in de regio is', async () => {
    const twee = await workAs(platform, beleid, (work) =>
      readDashboard(work, vraag({ gemeente: 'GM0622', product: idVan('Opvang') })),
    )
    expect(twee).toMatchObject({ code: 'een_filter_tegelijk', status: 422 })
    expect(
      await workAs(platform, beleid, (work) => readDashboard(work, vraag({ gemeente: 'GM0363' }))),
    ).toMatchObject({ status: 404 })
  })

  it('geeft dezelfde getallen als rijen per indicator en maand', async () => {
    const { results } = await dashboard({ product: idVan('Opvang') })
    const reeksen = accepted(
      await workAs(platform, beleid, (work) =>
        readDashboardreeksen(work, vraag({ product: idVan('Opvang'), aantalPerPagina: 2000 })),
      ),
    ).results
    expect(reeksen.map(({ id, maand, waarde, gevallen }) => [id, maand, waarde, gevallen])).toEqual(
      results.flatMap(({ id, verloop }) =>
        verloop.map(({ maand, waarde, gevallen }) => [id, maand, waarde, gevallen]),
      ),
    )
    const versmald = results.find(({ filterGeldt }) => filterGeldt)!
    expect(reeksen.find(({ id }) => id === versmald.id)).toMatchObject({
      filter: 'Product: Opvang',
      peildatum: '2025-03-31',
    })
  })
})
