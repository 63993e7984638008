import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Id } from '../../../shared/id.ts'
import { streefaantal } from '../../beheer/domain/soorten.ts'
import { changeGedateerd } from '../../beheer/server/dated-commands.ts'
import { exportRegioConfig, importRegioConfig } from '../../beheer/server/regio-config.ts'
import { listDoelRijen } from './doel-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let housingFirst: Id
let shortStay: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  housingFirst = await givenProduct(platform, regio, { naam: 'Housing First', domein: 'WONEN' })
  shortStay = await givenProduct(platform, regio, { naam: 'Short Stay', domein: 'WONEN' })
  const plekken = (aantal: number) => Array.from({ length: aantal }, () => ({}))
  await givenLocatie(platform, regio, { productId: housingFirst, plekken: plekken(6) })
  await givenLocatie(platform, regio, {
    productId: shortStay,
    plekken: [...plekken(3), { van: '2026-04-01' }],
  })
  for (const [productId, waarde] of [
    [housingFirst, { aantal: 10, bron: 'Uitvoeringsprogramma §2.2.3' }],
    [shortStay, { aantal: 2, uitgangspunt: 2, bron: null }],
  ] as const)
    accepted(
      await workAs(platform, regio.systeem, (work) =>
        changeGedateerd(work, streefaantal, {
          sleutel: { productId },
          versie: 0,
          vanaf: work.today,
          waarde: { uitgangspunt: null, ...waarde },
        }),
      ),
    )
})

const doelen = (op?: string) =>
  workAs(platform, regio.systeem, (work) => listDoelRijen(work, { op, pagina: 1, aantalPerPagina: 25 }))

describe('doelen voor plekken (CAP-17)', () => {
  it('naast het doel staat hoeveel plekken er zijn, en het verschil', async () => {
    expect((await doelen()).results).toMatchObject([
      {
        product: 'Housing First',
        doel: 10,
        gerealiseerd: 6,
        verschil: -4,
        bron: 'Uitvoeringsprogramma §2.2.3',
      },
      { product: 'Short Stay', uitgangspunt: 2, doel: 4, gerealiseerd: 3, verschil: -1 },
    ])
  })

  it('een plek telt vanaf de dag dat zij bestaat', async () => {
    expect((await doelen('2026-04-01')).results[1]).toMatchObject({ gerealiseerd: 4, verschil: 0 })
  })

  it('een doel geldt vanaf zijn ingangsdatum: daarvoor was er geen', async () => {
    expect((await doelen('2026-03-01')).results).toEqual([])
  })

  it('streefaantallen gaan mee in het bestand van de regio, en opnieuw inlezen verandert niets', async () => {
    const file = await workAs(platform, regio.systeem, (work) => exportRegioConfig(work))
    expect(file.streefaantallen).toHaveLength(2)
    expect(
      accepted(await workAs(platform, regio.systeem, (work) => importRegioConfig(work, file))).gewijzigd,
    ).toBe(0)
    const unknown = { ...file, streefaantallen: [{ ...file.streefaantallen![0], sleutel: { product: 'x' } }] }
    expect(await workAs(platform, regio.systeem, (work) => importRegioConfig(work, unknown))).toMatchObject({
      code: 'product_onbekend',
    })
  })
})
