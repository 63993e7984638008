import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenLocatie, givenProduct, givenWachtende } from '../../../../tests/given/wachtlijst.ts'
import type { Vrager } from '../../../platform/work.ts'
import { listRichtingen, readRichtingen } from './richtingen.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let partner: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'wachtlijstbeheerder')
  partner = await regio.als('aanbieder', 'aanbieder_planner')
})

const read = (wie: Vrager, per: 'product' | 'locatie') =>
  workAs(platform, wie, (work) => listRichtingen(work, { per, pagina: 1, aantalPerPagina: 50 }))

describe('de wachtlijst per product, gewenste locatie en richting (WL-03)', () => {
  it('laat 2, 4, 13 en 8 zien voor vier producten, met instroom, doorstroom en uitstroom apart', async () => {
    const aantallen = { bt_basis: 2, bt_plus: 4, bw_basis: 13, bw_plus: 8 }
    const huis = await givenProduct({ platform, regio }, { code: 'huis' })
    const { locatieId } = await givenLocatie({ platform, regio }, { productId: huis, naam: 'Het Huis' })
    for (const [code, aantal] of Object.entries(aantallen)) {
      const productId = await givenProduct({ platform, regio }, { code })
      for (let i = 0; i < aantal; i++)
        await givenWachtende(platform, loket, {
          productId,
          ...(code === 'bw_plus' && { voorkeurLocatieId: locatieId }),
        })
      if (code === 'bw_basis') await givenWachtende(platform, loket, { productId, richting: 'doorstroom' })
    }
    const perProduct = await read(loket, 'product')
    const perLocatie = await read(loket, 'locatie')
    expect(perProduct.results.map(({ naam, instroom, doorstroom }) => [naam, instroom, doorstroom])).toEqual([
      ['Product bt_basis', 2, 0],
      ['Product bt_plus', 4, 0],
      ['Product bw_basis', 13, 1],
      ['Product bw_plus', 8, 0],
    ])
    expect(perProduct.totaal).toMatchObject({ instroom: 27, doorstroom: 1, uitstroom: 0, samen: 28 })
    expect(perLocatie.results.map(({ naam, samen }) => [naam, samen])).toEqual([
      ['Geen gewenste locatie', 20],
      ['Het Huis', 8],
    ])
  })

  it('een partner ziet geen kleine aantallen, en kan ze ook niet uitrekenen', async () => {
    const perProduct = await read(partner, 'product')
    expect(perProduct.kleinsteGetal).toBe(8)
    expect(perProduct.results.find((rij) => rij.naam === 'Product bt_basis')).toMatchObject({
      instroom: null,
      afgeschermd: true,
    })
    expect(perProduct.totaal).toMatchObject({ doorstroom: null })
  })

  it('telt op een eerdere dag wie toen wachtte', async () => {
    const { rijen, totaal } = await workAs(platform, loket, (work) =>
      readRichtingen(work, { op: '2020-01-01', per: 'product', min: null }),
    )
    expect([rijen, totaal]).toEqual([[], null])
  })
})
