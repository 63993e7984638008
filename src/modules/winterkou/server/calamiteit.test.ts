import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import { givenUitwijk, startWinter } from '../../../../tests/given/winter.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { listBord } from '../../plek/server/bord-queries.ts'
import { listKalender } from '../../plek/server/kalender-queries.ts'
import { findVrijePlekken } from '../../plek/server/lookup.ts'
import { startDirectVerblijf } from '../../verblijf/server/commands.ts'
import { eindigPeriode } from './periode-commands.ts'
import { readWinterkou } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let product: Id
let loket: Vrager
const dag = '2026-03-02'
const pagina = { pagina: 1, aantalPerPagina: 100, personen: 1 }

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  product = await givenProduct(platform, regio)
  loket = await regio.als('loket', 'toegangsmedewerker')
})

const bord = async (locatieId: Id, op = dag) =>
  (await workAs(platform, loket, (work) => listBord(work, { ...pagina, op, locatieId }))).results[0]

describe('een calamiteit met minder plekken (WIN-06)', () => {
  it('de helft is nog te gebruiken: op het bord, in de kalender en bij het zoeken, alleen in de periode en met de reden', async () => {
    const { locatieId, plekIds } = await givenLocatie(platform, regio, {
      productId: product,
      plekken: Array.from({ length: 9 }, () => ({})),
    })
    // Somebody stays on a plek at the end of the list: that one stays open and a free one closes.
    const persoonId = await givenPersoon(platform, loket)
    accepted(
      await workAs(platform, loket, (work) =>
        startDirectVerblijf(work, {
          persoonId,
          huishoudenId: null,
          plekId: plekIds[8]!,
          op: dag,
          soort: 'spoed',
          verwachtEindeOp: null,
        }),
      ),
    )
    expect(await bord(locatieId)).toMatchObject({ totaal: 9, vrij: 8, bezet: 1, beperking: null })
    const { id } = accepted(
      await startWinter(platform, regio.systeem, {
        soort: 'calamiteit',
        temperatuur: null,
        reden: 'Griepgolf: 1,5 meter afstand',
        locaties: [{ locatieId, percentage: 50 }],
      }),
    )
    expect(await bord(locatieId)).toMatchObject({
      totaal: 9,
      vrij: 3,
      bezet: 1,
      buitenGebruik: 5,
      beperking: { percentage: 50, dicht: 5, reden: 'Griepgolf: 1,5 meter afstand', van: dag },
    })
    const kalender = await workAs(platform, loket, (work) =>
      listKalender(work, { ...pagina, locatieId, weken: 1 }),
    )
    expect(kalender.rijen[0]!.dagen[0]).toMatchObject({ totaal: 9, vrij: 3, bezet: 1, buitenGebruik: 5 })
    const vrij = () =>
      workAs(platform, loket, (work) =>
        findVrijePlekken(work, { locatieId, vanaf: dag, personen: 1, kenmerken: [] }),
      )
    expect((await vrij()).length).toBe(3)
    accepted(
      await workAs(platform, regio.systeem, (work) =>
        eindigPeriode(work, {
          id,
          versie: 1,
          tot: addDays(dag, 2),
          reden: 'Voorbij',
          beslotenDoor: 'Coördinator',
          beslotenOp: dag,
        }),
      ),
    )
    expect(await bord(locatieId, addDays(dag, 1))).toMatchObject({ vrij: 3 })
    expect(await bord(locatieId, addDays(dag, 2))).toMatchObject({
      vrij: 8,
      buitenGebruik: 0,
      beperking: null,
    })
  })

  it('extra bedden van een genoemde locatie worden ook minder, en er is niets van opgeslagen', async () => {
    platform.clock.set('2026-04-01')
    const locatieId = await givenUitwijk(platform, regio, { productId: product, bedden: 15 })
    accepted(
      await startWinter(platform, regio.systeem, {
        soort: 'calamiteit',
        temperatuur: null,
        reden: 'Afstand houden',
        locaties: [{ locatieId, percentage: 50 }],
      }),
    )
    const { locaties } = await workAs(platform, loket, (work) => readWinterkou(work, {}))
    expect(locaties).toMatchObject([{ gepland: 15, percentage: 50, bedden: 7, vrij: 7 }])
    const { extra } = await workAs(platform, loket, (work) => listBord(work, pagina))
    expect(extra).toMatchObject([{ locatieId, bedden: 7, vrij: 7, soort: 'calamiteit' }])
    const { rows } = await workAs(platform, regio.systeem, (work) =>
      sql`select 1 from onderdak.buiten_gebruik`.execute(work.db),
    )
    expect(rows).toEqual([])
  })
})
