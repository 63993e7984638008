import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { isRejection } from '../../../shared/rejection.ts'
import type { RegisterPersoon } from '../domain/persoon.ts'
import { registerPersoon } from './commands.ts'
import { getPersoonKern } from './lookup.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
})

const sanne: RegisterPersoon = {
  voornamen: 'Sanne Maria',
  tussenvoegsel: 'de',
  achternaam: 'Vries',
  geboortedatum: '1985-05-17',
  geslacht: 'vrouw',
  geenBsnReden: 'nog_niet_gevraagd',
  herkomstGemeente: 'GM0622',
  herkomstBewijs: 'verklaring_persoon',
  woonplaatsOnbekendReden: 'niet_vast_te_stellen',
}

describe('een cliënt vastleggen', () => {
  it('maakt de eigen organisatie betrokken, en niemand anders', async () => {
    const loket = await regio.als('loket', 'toegangsmedewerker')
    const ander = await regio.als('aanbieder', 'aanbieder_planner')
    const { id } = accepted(await workAs(platform, loket, (work) => registerPersoon(work, sanne)))
    expect(await workAs(platform, loket, (work) => getPersoonKern(work, id))).toMatchObject({
      naam: 'Sanne Maria de Vries',
      herkomstGemeente: 'GM0622',
      versie: 1,
    })
    expect(await workAs(platform, ander, (work) => getPersoonKern(work, id))).toBeUndefined()
  })

  it('weigert een tweede dossier met hetzelfde burgerservicenummer, zonder te zeggen van wie', async () => {
    const loket = await regio.als('loket', 'toegangsmedewerker')
    const ander = await regio.als('aanbieder', 'aanbieder_planner')
    const bsn = '999990019'
    accepted(
      await workAs(platform, loket, (work) => registerPersoon(work, { ...sanne, bsn, geenBsnReden: null })),
    )
    const again = await workAs(platform, ander, (work) =>
      registerPersoon(work, { ...sanne, achternaam: 'Ander', bsn: '9999 90 019', geenBsnReden: null }),
    )
    expect(again).toMatchObject({ code: 'bsn_bestaat', field: 'bsn' })
    expect(isRejection(again) && again.message).not.toMatch(/Vries|loket/i)
  })
})
