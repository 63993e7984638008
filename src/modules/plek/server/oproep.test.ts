import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { endBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { OproepInvoer, OproepWijziging } from '../domain/oproep-api.ts'
import { changeLocatie } from './commands.ts'
import { changeOproep, registerOproep } from './oproep-commands.ts'
import { findOproep, listCijferRijen, listOproepRijen } from './oproep-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let product: Id
let begeleider: Vrager
let ander: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  product = await givenProduct(platform, regio, { naam: 'BT Basis', domein: 'BT' })
  begeleider = await regio.als('aanbieder', 'aanbieder_begeleider')
  ander = await regio.als('andereAanbieder', 'aanbieder_begeleider')
})

const locatie = (more: object = {}) =>
  givenLocatie(platform, regio, {
    productId: product,
    plekken: [{}],
    locatie: { reactietijdMinuten: 30 },
    ...more,
  })
type Verloop = Omit<Parameters<typeof OproepInvoer.parse>[0] & object, never>
const bel = async (locatieId: Id, verloop: object, vrager = begeleider) =>
  workAs(platform, vrager, (work) =>
    registerOproep(
      work,
      OproepInvoer.parse({ locatieId, gebeldDag: '2026-03-01', gebeldTijd: '10:00', ...verloop } as Verloop),
    ),
  )
const wijzig = (id: Id, versie: number, verloop: object, vrager = begeleider) =>
  workAs(platform, vrager, (work) =>
    changeOproep(work, {
      id,
      ...OproepWijziging.parse({ versie, gebeldDag: '2026-03-01', gebeldTijd: '10:00', ...verloop }),
    }),
  )
const lijst = (vrager: Vrager, query: { locatieId: Id; stand?: 'open' | 'te_laat' }) =>
  workAs(platform, vrager, (work) => listOproepRijen(work, { ...query, pagina: 1, aantalPerPagina: 50 }))
const cijfers = async (vrager: Vrager, voorzieningId: Id) => {
  const { results } = await workAs(platform, vrager, (work) =>
    listCijferRijen(work, { maanden: 12, pagina: 1, aantalPerPagina: 200 }),
  )
  return results.filter((rij) => rij.voorzieningId === voorzieningId)
}
const erheen = (gereageerdTijd: string) => ({ afhandeling: 'ter_plaatse', gereageerdTijd })

describe('oproepen en reactietijd (CAP-18)', () => {
  it('het percentage telt wie ter plaatse kwam en wie nooit kwam; op afstand en nog lopend tellen niet', async () => {
    const { locatieId, voorzieningId } = await locatie()
    for (const verloop of [
      erheen('10:30'),
      erheen('10:31'),
      { afhandeling: 'op_afstand', gereageerdTijd: '10:40' },
      {},
      { gebeldDag: '2026-02-03', ...erheen('10:05') },
    ])
      accepted(await bel(locatieId, verloop))
    const programma = await regio.als('centrumgemeente', 'programmamanager')
    expect(await cijfers(programma, voorzieningId)).toMatchObject([
      {
        maand: '2026-03-01',
        oproepen: 4,
        open: 1,
        terPlaatse: 2,
        opAfstand: 1,
        gemeten: 3,
        binnenNorm: 1,
        percentage: 33.3,
        mediaanMinuten: 30,
      },
      { maand: '2026-02-01', oproepen: 1, open: 0, gemeten: 1, percentage: 100 },
    ])
    expect((await lijst(begeleider, { locatieId, stand: 'open' })).count).toBe(1)
    const laat = await lijst(begeleider, { locatieId, stand: 'te_laat' })
    expect(laat.results.every((rij) => rij.binnenNorm === false)).toBe(true)
    expect(laat.count).toBe(2)
  })

  it('een latere afspraak verandert niets aan oproepen die er al zijn', async () => {
    const { locatieId, voorzieningId } = await locatie()
    accepted(await bel(locatieId, erheen('10:20')))
    accepted(
      await workAs(platform, regio.systeem, (work) =>
        changeLocatie(work, {
          id: locatieId,
          versie: 1,
          voorzieningId,
          naam: 'Strenger',
          gemeenteCode: 'GM0622',
          reactietijdMinuten: 15,
          van: '2020-01-01',
        }),
      ),
    )
    accepted(await bel(locatieId, erheen('10:20')))
    const { results } = await lijst(begeleider, { locatieId })
    expect(results.map((rij) => [rij.normMinuten, rij.binnenNorm]).sort()).toEqual([
      [15, false],
      [30, true],
    ])
  })

  it('een oproep is van de aanbieder van de locatie: een ander legt niets vast, ziet niets en wijzigt niets', async () => {
    const { locatieId, voorzieningId } = await locatie()
    expect(await bel(locatieId, {}, ander)).toMatchObject({ code: 'geen_recht', status: 403 })
    const { id } = accepted(await bel(locatieId, {}))
    expect((await lijst(ander, { locatieId })).count).toBe(0)
    expect(await workAs(platform, ander, (work) => findOproep(work, id))).toMatchObject({ status: 404 })
    expect(await wijzig(id, 1, erheen('10:10'), ander)).toMatchObject({ status: 404 })
    expect(await cijfers(ander, voorzieningId)).toEqual([])
    expect(await cijfers(begeleider, voorzieningId)).toHaveLength(1)
  })

  it('wie een oudere versie bijwerkt hoort wie wat veranderde; wat hij typte gaat niet over het andere heen', async () => {
    const { locatieId } = await locatie()
    const { id } = accepted(await bel(locatieId, {}))
    expect(accepted(await wijzig(id, 1, erheen('10:10')))).toMatchObject({ versie: 2 })
    expect(await wijzig(id, 1, erheen('10:50'))).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: expect.arrayContaining([expect.objectContaining({ veld: 'afhandeling' })]),
    })
    const oproep = accepted(await workAs(platform, begeleider, (work) => findOproep(work, id)))
    expect(oproep).toMatchObject({ gereageerdTijd: '10:10', minuten: 10, binnenNorm: true })
  })

  it('wie er belde ziet alleen wie betrokken is; de oproep zelf blijft staan', async () => {
    const { locatieId } = await locatie()
    const persoonId = await givenPersoon(platform, begeleider)
    const { id } = accepted(await bel(locatieId, { persoonId }))
    const zie = async () => accepted(await workAs(platform, begeleider, (work) => findOproep(work, id)))
    expect(await zie()).toMatchObject({ persoonId, persoon: 'Sanne de Vries' })
    const vreemd = await givenPersoon(platform, ander)
    expect(await bel(locatieId, { persoonId: vreemd })).toMatchObject({ code: 'client_onbekend' })
    await workAs(platform, regio.systeem, async (work) => {
      const rows = await work.db
        .selectFrom('betrokkenheid')
        .select(['bron_soort as bronSoort', 'bron_id as bronId'])
        .where('persoon_id', '=', persoonId)
        .execute()
      for (const row of rows) await endBetrokkenheid(work, row)
    })
    expect(await zie()).toMatchObject({ persoonId: null, persoon: null, locatieId })
    accepted(await wijzig(id, 1, erheen('10:10')))
    const kept = await workAs(platform, regio.systeem, (work) =>
      work.db.selectFrom('oproep_persoon').select('persoon_id').where('oproep_id', '=', id).execute(),
    )
    expect(kept).toEqual([{ persoon_id: persoonId }])
  })

  it('oproepen bij een geheime locatie tellen alleen mee voor wie haar mag zien', async () => {
    const { locatieId, voorzieningId } = await locatie({
      organisatie: 'vrouwenopvang',
      locatie: { isGeheim: true, reactietijdMinuten: 30 },
    })
    const vo = await regio.als('vrouwenopvang', 'vo_medewerker')
    accepted(await bel(locatieId, erheen('10:10'), vo))
    const programma = await regio.als('centrumgemeente', 'programmamanager')
    expect(await cijfers(programma, voorzieningId)).toEqual([])
    expect(await cijfers(vo, voorzieningId)).toHaveLength(1)
  })

  it('een reactie voor de oproep kan niet, ook niet buiten de toets om', async () => {
    const { locatieId } = await locatie()
    const { id } = accepted(await bel(locatieId, {}))
    await expect(
      workAs(platform, regio.systeem, (work) =>
        sql`update oproep set gereageerd_op = gebeld_op - interval '1 minute', afhandeling = 'ter_plaatse' where id = ${id}`.execute(
          work.db,
        ),
      ),
    ).rejects.toThrow('oproep_reactie_na_oproep')
  })
})
