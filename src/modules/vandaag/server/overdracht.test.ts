import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { afronding, givenAanbod } from '../../../../tests/given/overdracht.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { acceptOverdracht, finishOverdracht } from '../../overdracht/server/commands.ts'
import type { Groepcode } from '../domain/contract.ts'
import { readVandaag } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let planner: Vrager
let id: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  planner = await regio.als('aanbieder', 'aanbieder_planner')
  const persoonId = await givenPersoon(platform, loket, {})
  const stap = { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }
  await workAs(platform, loket, (work) => setOpvolging(work, { persoonId }, stap))
  id = await givenAanbod(platform, loket, persoonId, { naarOrganisatieId: regio.organisaties.aanbieder })
})

const blok = async (wie: Vrager, code: Groepcode) =>
  (await workAs(platform, wie, (work) => readVandaag(work))).groepen.find((een) => een.code === code)

describe('overdrachten op Vandaag', () => {
  it('wat op mij wacht: eerst het antwoord, dan het afronden; bij de gever staat niets', async () => {
    expect(await blok(planner, 'overdracht_wacht')).toMatchObject({
      aantal: 1,
      teLaat: 0,
      items: [
        { soort: 'overdracht', id, naam: 'Sanne de Vries', wat: 'Antwoord geven', datum: '2026-03-16' },
      ],
    })
    expect(await blok(loket, 'overdracht_wacht')).toBeUndefined()
    accepted(await workAs(platform, planner, (work) => acceptOverdracht(work, { id })))
    expect((await blok(planner, 'overdracht_wacht'))!.items).toMatchObject([
      { wat: 'Aangenomen: gesprek voeren en afronden' },
    ])
  })

  it('het eerste contact staat er op de dag zelf, en daarna als te laat', async () => {
    accepted(await workAs(platform, planner, (work) => finishOverdracht(work, { ...afronding, id })))
    expect(await blok(planner, 'overdracht_wacht')).toBeUndefined()
    expect(await blok(planner, 'overdracht_contact')).toBeUndefined()
    platform.clock.set('2026-03-09')
    expect((await blok(planner, 'overdracht_contact'))!.items).toMatchObject([{ id, stand: 'vandaag' }])
    platform.clock.set('2026-03-10')
    expect(await blok(planner, 'overdracht_contact')).toMatchObject({
      teLaat: 1,
      items: [{ stand: 'te_laat' }],
    })
    platform.clock.set('2026-03-02')
  })
})
