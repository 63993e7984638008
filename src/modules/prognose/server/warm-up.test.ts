import { expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio } from '../../../../tests/given/regio.ts'
import { givenMaatregel, givenUitgangspunt, OPVANG } from '../../../../tests/given/uitgangspunt.ts'
import { applyMaatregelen } from '../domain/ingreep.ts'
import { isWarm, runInTime, runOpdracht } from './rekenpool.ts'
import { insertScenario, keepUitgangspunt } from './scenario-store.ts'
import { warmUp } from './warm-up.ts'

const database = useDatabase()
const punt = givenUitgangspunt()
const opdracht = { sleutel: 'proef', model: applyMaatregelen(punt, []).model, zaad: 1, eerste: 0, aantal: 10 }

it('wie een scenario mag doorrekenen heeft bij het openen de rekendraden klaar; wie alleen leest niet', async () => {
  const platform = testPlatform(database)
  const regio = await givenRegio(platform)
  const adviseur = await regio.als('centrumgemeente', 'beleidsmedewerker')
  const scenarioId = await workAs(platform, adviseur, async (work) =>
    insertScenario(work, {
      uitgangspuntId: await keepUitgangspunt(work, punt, 3),
      naam: 'Meer plekken',
      toelichting: null,
      indicator: null,
      maatregelen: [givenMaatregel({ soort: 'plekken', product: OPVANG, aantal: 10 })],
    }),
  )
  const lezer = { ...adviseur, permissies: new Set(['cijfers.lezen'] as const) }
  await workAs(platform, lezer, (work) => warmUp(work, scenarioId))
  expect(isWarm()).toBe(false)
  await workAs(platform, adviseur, (work) => warmUp(work, scenarioId))
  expect(isWarm()).toBe(true)
})

it('wat op tijd komt is hetzelfde als anders; wat te laat is of niet kan, is er niet', async () => {
  expect(await runInTime(opdracht, 60_000)).toEqual(await runOpdracht(opdracht))
  expect(await runInTime({ ...opdracht, aantal: 20_000 }, 1)).toBeUndefined()
  const { arrivals } = opdracht.model
  const teVeel = { ...opdracht.model, arrivals: arrivals.map((one) => ({ ...one, rate: 1e9 })) }
  expect(await runInTime({ ...opdracht, sleutel: 'te veel', model: teVeel }, 60_000)).toBeUndefined()
}, 120_000)
