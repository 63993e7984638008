import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { openInNood } from '../../persoon/server/aansluit-commands.ts'
import { assessNoodprocedure } from '../../persoon/server/inzage.ts'
import type { Groepcode } from '../domain/contract.ts'
import { readVandaag } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let aanbieder: Vrager

// It is Monday 2 March 2026, 10:00 in the Netherlands.
beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  aanbieder = await regio.als('aanbieder', 'aanbieder_planner')
})

const blok = async (wie: Vrager, code: Groepcode) =>
  (await workAs(platform, wie, (work) => readVandaag(work))).groepen.find((one) => one.code === code)

describe('wie in nood een dossier opende', () => {
  it('een noodprocedure staat meteen bij de privacy officer, de oudste eerst, tot een ander heeft geoordeeld', async () => {
    for (const achternaam of ['Noodeen', 'Noodtwee'])
      await givenPersoon(platform, aanbieder, { achternaam, geboortedatum: '1990-09-09' })
    const open = (achternaam: string) =>
      workAs(platform, loket, (work) =>
        openInNood(work, {
          achternaam,
          geboortedatum: '1990-09-09',
          reden: 'Is bewusteloos binnengebracht.',
        }),
      )
    const fg = await regio.als('centrumgemeente', 'privacy_officer')
    expect(await blok(fg, 'noodprocedure_beoordelen')).toBeUndefined()
    accepted(await open('Noodeen'))
    platform.clock.set('2026-03-02T16:30:00Z')
    accepted(await open('Noodtwee'))
    const door = 'Proef toegangsmedewerker loket (Regionaal loket)'
    const wacht = await blok(fg, 'noodprocedure_beoordelen')
    expect(wacht).toMatchObject({
      aantal: 2,
      items: [
        { soort: 'noodprocedure', naam: door, persoonId: null },
        { naam: door, wat: 'Opende om 17:30 een dossier in nood', persoonId: null },
      ],
    })
    expect(JSON.stringify(wacht)).not.toContain('Nood')
    expect(await blok(loket, 'noodprocedure_beoordelen')).toBeUndefined()
    const [eerste] = wacht!.items
    accepted(
      await workAs(platform, fg, (work) => assessNoodprocedure(work, { id: eerste!.id, oordeel: 'terecht' })),
    )
    platform.clock.set('2026-03-02')
    expect(await blok(fg, 'noodprocedure_beoordelen')).toMatchObject({ aantal: 1 })
  })
})
