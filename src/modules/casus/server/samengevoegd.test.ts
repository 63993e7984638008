import { beforeAll, describe, expect, it } from 'vitest'
import { givenCasus, givenOverleg } from '../../../../tests/given/casus.ts'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenClient } from '../../../../tests/given/ondersteuningsplan.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { mergePersonen, splitPersonen } from '../../persoon/server/commands.ts'
import { readCasus } from './detail-queries.ts'
import { readPersoonCasussen } from './lijst-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let begeleider: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  begeleider = await regio.als('aanbieder', 'aanbieder_begeleider')
})

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
let achternamen = 0
const nieuw = () => givenClient(platform, regio, { achternaam: `Casusdossier${++achternamen}` })
const detail = async (id: Id) => accepted(await as(loket, (work) => readCasus(work, id)))

describe('samengevoegde dossiers', () => {
  const tweelingen = async () => {
    const [gaatOp, blijft] = [await nieuw(), await nieuw()]
    const voegSamen = async () =>
      accepted(
        await as(loket, (work) =>
          mergePersonen(work, { persoonId: gaatOp, opgegaanIn: blijft, reden: 'Zelfde mens' }),
        ),
      )
    const draaiTerug = async (samenvoegingId: Id) =>
      accepted(await as(loket, (work) => splitPersonen(work, { samenvoegingId, reden: 'Toch niet' })))
    return { gaatOp, blijft, voegSamen, draaiTerug }
  }
  const van = async (persoonId: Id) =>
    (
      await database.login.query<{ id: string; status: string; uitkomst: string | null }>(
        'select id, status, uitkomst from onderdak.casus where persoon_id = $1 order by id',
        [persoonId],
      )
    ).rows

  it('de open casus gaat mee met alles wat erbij hoort, en komt terug', async () => {
    const { gaatOp, blijft, voegSamen, draaiTerug } = await tweelingen()
    const { id } = await givenCasus(platform, loket, gaatOp)
    await givenOverleg(platform, loket, id)
    const merge = await voegSamen()
    expect(await van(blijft)).toMatchObject([{ id, status: 'open' }])
    const { rows } = await database.login.query(
      'select persoon_id from onderdak.casus_overleg where casus_id = $1',
      [id],
    )
    expect(rows).toEqual([{ persoon_id: blijft }])
    expect(accepted(await as(loket, (work) => readPersoonCasussen(work, blijft))).casussen).toHaveLength(1)
    await draaiTerug(merge.id)
    expect(await van(gaatOp)).toMatchObject([{ id, status: 'open' }])
    expect(await van(blijft)).toEqual([])
  })

  it('hebben beide er een, dan eindigt die van het dossier dat opgaat, en begint zij weer na terugdraaien', async () => {
    const { gaatOp, blijft, voegSamen, draaiTerug } = await tweelingen()
    const oud = await givenCasus(platform, loket, gaatOp)
    const nieuwe = await givenCasus(platform, loket, blijft)
    await givenOverleg(platform, loket, oud.id)
    const merge = await voegSamen()
    expect(await van(gaatOp)).toMatchObject([{ id: oud.id, status: 'gesloten', uitkomst: 'samengevoegd' }])
    expect(await van(blijft)).toMatchObject([{ id: nieuwe.id, status: 'open' }])
    await draaiTerug(merge.id)
    expect(await van(gaatOp)).toMatchObject([{ id: oud.id, status: 'open', uitkomst: null }])
    expect((await detail(oud.id)).overleggen).toMatchObject([{ status: 'geannuleerd' }])
  })

  it('een persoon die niemand kent heeft geen casussen voor een ander', async () => {
    const persoonId = await givenPersoon(platform, loket, { achternaam: 'Alleenloket' })
    await givenCasus(platform, loket, persoonId)
    expect(await as(begeleider, (work) => readPersoonCasussen(work, persoonId))).toMatchObject({
      code: 'niet_gevonden',
    })
  })
})
