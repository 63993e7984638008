import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenPersoon } from '../../../../tests/given/verblijf.ts'
import type { Id } from '../../../shared/id.ts'
import { startDirectVerblijf } from '../../verblijf/server/commands.ts'
import {
  changePlek,
  changeVoorziening,
  registerLocatie,
  registerPlekken,
  registerVoorziening,
} from './commands.ts'
import { removeLocatieadres } from './locatie-commands.ts'
import { findAdres, findLocatieDetail, listVoorzieningRijen } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let product: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  product = await givenProduct(platform, regio)
})

describe('het adres van een locatie', () => {
  it('kan weer weg; het boek zegt dat het weg is en nooit welk het was', async () => {
    const { locatieId } = await givenLocatie(platform, regio, {
      productId: product,
      locatie: { naam: 'Kadehuis', adres: 'Kade 12' },
      plekken: [{}],
    })
    const planner = await regio.als('aanbieder', 'aanbieder_planner')
    const remove = (versie: number, wie = planner) =>
      workAs(platform, wie, (work) => removeLocatieadres(work, { id: locatieId, versie }))
    const loket = await regio.als('loket', 'toegangsmedewerker')
    expect(await remove(1, loket)).toMatchObject({ code: 'geen_recht' })
    accepted(await remove(1))
    expect(await workAs(platform, planner, (work) => findAdres(work, locatieId))).toEqual({ adres: null })
    expect(await remove(1)).toMatchObject({
      code: 'versie_verouderd',
      wijzigingen: [{ veld: 'adres', oud: 'een adres', nieuw: 'leeg' }],
    })
    expect(await remove(2)).toMatchObject({ code: 'geen_adres' })
    const { rows } = await database.login.query(
      'select soort, gegevens from onderdak.gebeurtenis where onderwerp_id = $1',
      [locatieId],
    )
    expect(rows.map((row) => row.soort)).toContain('LocatieadresVerwijderd')
    expect(JSON.stringify(rows)).not.toContain('Kade 12')
  })

  it('van een geheim huis staat zelfs niet in het boek dat het om een adres ging', async () => {
    const { locatieId } = await givenLocatie(platform, regio, {
      productId: product,
      locatie: { isGeheim: true, naam: 'De Wilg', adres: 'Geheimstraat 3' },
      plekken: [{}],
    })
    const { systeem } = regio
    accepted(
      await workAs(platform, systeem, (work) => removeLocatieadres(work, { id: locatieId, versie: 1 })),
    )
    const { rows } = await database.login.query<{ gegevens: unknown }>(
      "select gegevens from onderdak.gebeurtenis where onderwerp_id = $1 and soort = 'LocatieadresVerwijderd'",
      [locatieId],
    )
    expect(rows).toEqual([{ gegevens: { versie: 2, wijzigingen: { locatie: ['gewijzigd', 'gewijzigd'] } } }])
  })
})

describe('een plek wijzigen', () => {
  it('kan met andere kenmerken, maar niet korter dan wie er verblijft of verbleef', async () => {
    const { locatieId, plekIds } = await givenLocatie(platform, regio, { productId: product, plekken: [{}] })
    const loket = await regio.als('loket', 'toegangsmedewerker')
    const persoonId = await givenPersoon(platform, loket)
    const stay = { persoonId, plekId: plekIds[0]!, op: '2026-02-01', soort: 'regulier' } as const
    accepted(await workAs(platform, loket, (work) => startDirectVerblijf(work, stay)))
    const planner = await regio.als('aanbieder', 'aanbieder_planner')
    const change = (more: object) =>
      workAs(platform, planner, (work) =>
        changePlek(work, {
          id: plekIds[0]!,
          versie: 1,
          locatieId,
          productId: product,
          naam: 'Kamer 1',
          van: '2020-01-01',
          ...more,
        }),
      )
    const tijdelijk = { tijdelijkReden: 'winterkou', tot: '2026-03-01' }
    expect(await change(tijdelijk)).toMatchObject({ code: 'nog_in_gebruik', field: 'tot' })
    expect(await change({ van: '2026-03-01' })).toMatchObject({ code: 'plek_eerder_gebruikt', field: 'van' })
    accepted(await change({ kenmerken: ['rolstoel'], van: '2026-02-01' }))
    const { plekken } = accepted(
      await workAs(platform, planner, (work) => findLocatieDetail(work, locatieId)),
    )
    expect(plekken).toMatchObject([
      { naam: 'Kamer 1', kenmerken: ['rolstoel'], van: '2026-02-01', stand: 'bezet' },
    ])
  })

  it('die er vandaag niet is, staat niet als vrij op de pagina van de locatie', async () => {
    const { locatieId } = await givenLocatie(platform, regio, {
      productId: product,
      plekken: [{ naam: 'A', tot: '2026-03-02' }, { naam: 'B', van: '2026-03-03' }, { naam: 'C' }],
    })
    const { plekken } = accepted(
      await workAs(platform, regio.systeem, (work) => findLocatieDetail(work, locatieId)),
    )
    expect(plekken.map((plek) => plek.stand)).toEqual(['beeindigd', 'nog_niet', 'vrij'])
  })
})

describe('onder contract, nog zonder plekken (CAP-12)', () => {
  it('wordt geteld tot er een plek is, en telt niet mee zonder contract', async () => {
    const planner = await regio.als('aanbieder', 'aanbieder_planner')
    const list = () =>
      workAs(platform, planner, (work) =>
        listVoorzieningRijen(work, { zonderPlekken: 'ja', pagina: 1, aantalPerPagina: 200 }),
      )
    const voor = await list()
    const maak = (code: string, onderContract: boolean) =>
      workAs(platform, planner, async (work) =>
        accepted(
          await registerVoorziening(work, {
            organisatieId: regio.organisaties.aanbieder,
            code,
            naam: code,
            soort: 'verblijf',
            domein: 'MO',
            bereik: 'regionaal',
            onderContract,
            van: '2020-01-01',
          }),
        ),
      )
    const { id } = await maak('INGEKOCHT', true)
    await maak('LOS', false)
    const na = await list()
    expect(na.contractenZonderPlekken - voor.contractenZonderPlekken).toBe(1)
    expect(na.results).toHaveLength(na.contractenZonderPlekken)
    expect(na.results.find((row) => row.id === id)).toMatchObject({ isZonderPlekken: true, plekken: 0 })
    await workAs(platform, planner, async (work) => {
      const locatie = accepted(
        await registerLocatie(work, {
          voorzieningId: id,
          naam: 'Vliet',
          gemeenteCode: 'GM0622',
          van: '2020-01-01',
        }),
      )
      const plek = { locatieId: locatie.id, productId: product, naam: 'Kamer 1', van: '2020-01-01' }
      accepted(await registerPlekken(work, { plekken: [plek] }))
    })
    expect((await list()).contractenZonderPlekken).toBe(voor.contractenZonderPlekken)
  })
})

describe('onder contract, zonder cliënten (CAP-12)', () => {
  it('staat in de lijst tot er iemand verblijft, en niet meer als het contract eindigt', async () => {
    const leeg = await givenLocatie(platform, regio, { productId: product, plekken: [{}] })
    const gestopt = await givenLocatie(platform, regio, { productId: product, plekken: [{}] })
    const loket = await regio.als('loket', 'toegangsmedewerker')
    const planner = await regio.als('aanbieder', 'aanbieder_planner')
    const list = async () => {
      const { results } = await workAs(platform, planner, (work) =>
        listVoorzieningRijen(work, { zonderClienten: 'ja', pagina: 1, aantalPerPagina: 200 }),
      )
      return [leeg, gestopt].map(({ voorzieningId }) => results.some((row) => row.id === voorzieningId))
    }
    expect(await list()).toEqual([true, true])
    await workAs(platform, planner, async (work) => {
      const { results } = await listVoorzieningRijen(work, {
        id: gestopt.voorzieningId,
        pagina: 1,
        aantalPerPagina: 1,
      })
      const { id, versie, ...row } = results[0]!
      accepted(await changeVoorziening(work, { ...row, id, versie, onderContract: false } as never))
    })
    expect(await list()).toEqual([true, false])
    const persoonId = await givenPersoon(platform, loket)
    await workAs(platform, loket, async (work) => {
      const plekId = leeg.plekIds[0]!
      accepted(await startDirectVerblijf(work, { persoonId, plekId, op: '2026-03-01', soort: 'regulier' }))
    })
    expect(await list()).toEqual([false, false])
  })
})
