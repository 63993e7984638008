import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Id } from '../../../shared/id.ts'
import { registerLocatie } from './commands.ts'
import { listSpreidingRijen } from './spreiding-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let product: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  product = await givenProduct(platform, regio)
})

describe('spreiding (CAP-15)', () => {
  it('per gemeente staat het aantal plekken per 1.000 inwoners; een wijk telt mee als die bekend is', async () => {
    const bt = await givenProduct(platform, regio, { domein: 'BT' })
    await givenLocatie(platform, regio, {
      productId: bt,
      voorziening: { bereik: 'lokaal' },
      locatie: { gemeenteCode: 'GM0606', wijk: 'Oost' },
      plekken: [{}, {}, {}],
    })
    await givenLocatie(platform, regio, {
      productId: bt,
      locatie: { gemeenteCode: 'GM0606' },
      plekken: [{}],
    })
    await workAs(platform, regio.systeem, (work) =>
      work.db
        .updateTable('regio_gemeente')
        .set({ inwoners: 80_000 })
        .where('regio_id', '=', work.regioId)
        .where('gemeente_code', '=', 'GM0606')
        .execute(),
    )
    const list = (query: { per: 'gemeente' | 'wijk'; sorteer?: string }) =>
      workAs(platform, regio.systeem, (work) =>
        listSpreidingRijen(work, { ...query, domein: 'BT', pagina: 1, aantalPerPagina: 25 }),
      )
    expect((await list({ per: 'gemeente', sorteer: '-plekken' })).results).toMatchObject([
      { gemeente: 'Schiedam', plekken: 4, lokaal: 3, regionaal: 1, inwoners: 80_000, per1000: 0.05 },
      { gemeente: 'Vlaardingen', plekken: 0, per1000: null },
    ])
    expect((await list({ per: 'wijk' })).results).toMatchObject([
      { gemeente: 'Schiedam', wijk: 'Oost', plekken: 3, per1000: null },
      { gemeente: 'Schiedam', wijk: null, plekken: 1, per1000: null },
    ])
  })

  it('een wijk hoort bij een gemeente, ook als de toets wordt overgeslagen', async () => {
    const { voorzieningId } = await givenLocatie(platform, regio, { productId: product, plekken: [{}] })
    expect(
      await workAs(platform, regio.systeem, (work) =>
        registerLocatie(work, { voorzieningId, naam: 'Zonder gemeente', wijk: 'Oost', van: '2026-01-01' }),
      ),
    ).toMatchObject({ code: 'wijk_zonder_gemeente', field: 'wijk' })
  })
})
