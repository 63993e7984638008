import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenProduct, givenWachtende } from '../../../../tests/given/wachtlijst.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { setVoorrang } from './voorrang-commands.ts'
import { listVoorrang, type VoorrangPer } from './voorrang-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let partner: Vrager
let productId: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'wachtlijstbeheerder')
  partner = await regio.als('aanbieder', 'aanbieder_planner')
  productId = await givenProduct({ platform, regio }, { code: 'voorrang' })
})

const give = (id: Id, versie: number, geven = true) =>
  workAs(platform, loket, (work) =>
    setVoorrang(work, { id, versie, geven, reden: geven ? 'medische noodzaak' : 'niet meer nodig' }),
  )
const count = (wie: Vrager, per: VoorrangPer) =>
  workAs(platform, wie, (work) => listVoorrang(work, { per, pagina: 1, aantalPerPagina: 50 }))

describe('voorrang met de hand wordt geteld', () => {
  it('met wie haar gaf, op welk product en hoeveel anderen daardoor lager kwamen; intrekken wist de telling niet', async () => {
    const wachtend: Id[] = []
    for (let i = 0; i < 4; i++) wachtend.push((await givenWachtende(platform, loket, { productId })).id)
    // With priority both, the third goes before the fourth: it waits by an earlier number.
    expect(accepted(await give(wachtend[3]!, 1)).gepasseerd).toBe(3)
    expect(accepted(await give(wachtend[2]!, 1)).gepasseerd).toBe(3)
    expect(accepted(await give(wachtend[3]!, 2, false)).gepasseerd).toBe(0)
    const perMaand = await count(loket, 'maand')
    expect(perMaand.results).toMatchObject([
      { groep: '2026-03-01', gegeven: 2, ingetrokken: 1, zonderTelling: 0 },
    ])
    expect((await count(loket, 'product')).results).toMatchObject([{ naam: 'Product voorrang', gegeven: 2 }])
    expect((await count(loket, 'gebruiker')).results).toMatchObject([
      { naam: 'Proef wachtlijstbeheerder loket', gegeven: 2 },
    ])
    expect(perMaand.totaal?.gegeven).toBe(2)
    // Given again after it was taken back: counted again.
    accepted(await give(wachtend[3]!, 3))
    expect((await count(loket, 'maand')).totaal?.gegeven).toBe(3)
  })

  it('een partner ziet geen kleine aantallen', async () => {
    expect((await count(partner, 'maand')).totaal).toMatchObject({ gegeven: null, gepasseerd: null })
  })

  it('de database kent per regel hooguit één voorrang die geldt', async () => {
    const { id } = await givenWachtende(platform, loket, { productId })
    accepted(await give(id, 1))
    await expect(
      database.login.query(
        `insert into onderdak.voorrang (id, regio_id, wachtlijstplaatsing_id, persoon_id, product_id, richting, gegeven_op, gegeven_door, reden, vastgelegd_op)
         select gen_random_uuid(), regio_id, wachtlijstplaatsing_id, persoon_id, product_id, richting, gegeven_op, gegeven_door, reden, vastgelegd_op
         from onderdak.voorrang where wachtlijstplaatsing_id = $1`,
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'voorrang_een_geldig' })
  })
})
