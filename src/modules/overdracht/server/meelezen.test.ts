import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { afronding, givenAanbod } from '../../../../tests/given/overdracht.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { joinBySearch } from '../../persoon/server/aansluit-commands.ts'
import { getDossier } from '../../persoon/server/queries.ts'
import { acceptOverdracht, finishOverdracht } from './commands.ts'
import { readOverdracht } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let planner: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  planner = await regio.als('aanbieder', 'aanbieder_planner')
})

const doe = <T>(wie: Vrager, run: Parameters<typeof workAs<T>>[2]) => workAs(platform, wie, run)
const stap = { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }

describe('meelezen na een overdracht (invariant 7)', () => {
  it('de gever leest mee en wijzigt niets meer; sluit hij opnieuw aan, dan wel weer', async () => {
    const persoonId = await givenPersoon(platform, loket, { achternaam: 'Meelezer' })
    const zetStap = (wie: Vrager) => doe(wie, (work) => setOpvolging(work, { persoonId }, stap))
    const meelezenTot = (wie: Vrager) =>
      doe(wie, async (work) => {
        const { meelezenTot: dossier } = accepted(await getDossier(work, persoonId))
        const { meelezenTot: overdracht } = accepted(await readOverdracht(work, id))
        return [dossier, overdracht]
      })
    await zetStap(loket)
    const id = await givenAanbod(platform, loket, persoonId, {
      naarOrganisatieId: regio.organisaties.aanbieder,
    })
    accepted(await doe(planner, (work) => acceptOverdracht(work, { id })))
    await zetStap(loket)
    accepted(await doe(planner, (work) => finishOverdracht(work, { ...afronding, id })))
    expect(await meelezenTot(loket)).toEqual(['2026-06-02', '2026-06-02'])
    expect(await meelezenTot(planner)).toEqual([null, null])
    expect(await zetStap(loket)).toMatchObject({ code: 'leest_alleen_mee', status: 403 })
    await zetStap(planner)
    const zoek = {
      voornamen: 'Sanne',
      tussenvoegsel: 'de',
      achternaam: 'Meelezer',
      geboortedatum: '1985-05-17',
    }
    accepted(await doe(loket, (work) => joinBySearch(work, { ...zoek, reden: 'Meldt zich weer' } as never)))
    expect(await meelezenTot(loket)).toEqual([null, null])
    expect(await zetStap(loket)).toBeUndefined()
  })
})
