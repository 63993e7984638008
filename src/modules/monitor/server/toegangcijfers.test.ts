import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenMelding } from '../../../../tests/given/melding.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { closeMelding, decideMelding, recordTriage } from '../../melding/server/commands.ts'
import { mergeDossiers } from '../../opvolging/server/samenvoeg-commands.ts'
import { readWeigeringen } from './maand-queries.ts'
import { readEuRoute, readTerugkeer } from './toegang-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let loket: Vrager
let ander: Vrager
const lijst = { pagina: 1, aantalPerPagina: 100 }

beforeAll(async () => {
  platform = testPlatform(database)
  const regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  ander = await regio.als('aanbieder', 'aanbieder_planner')
})

const triage = async (id: Id, uitkomst: 'advies' | 'eu_terugkeer') =>
  accepted(
    await workAs(platform, loket, (work) =>
      recordTriage(work, { meldingId: id, uitkomst, toelichting: 'x' }),
    ),
  )
const weiger = async (gemeenteCode: string, reden: string) => {
  const { id } = await givenMelding(platform, loket, { gemeenteCode })
  await triage(id, 'advies')
  const input = {
    uitkomst: 'geweigerd',
    zijde: 'toegang',
    reden,
    aangebodenAlternatief: 'Wijkteam',
    motivering: 'Redt zich.',
  } as const
  accepted(await workAs(platform, loket, (work) => decideMelding(work, { ...input, meldingId: id })))
}

describe('gemeld maar niet toegelaten', () => {
  it('telt per reden en gemeente, en verbergt kleine aantallen voor wie de dossiers niet mag openen', async () => {
    await weiger('GM0622', 'zelfredzaam')
    await weiger('GM0622', 'zelfredzaam')
    await weiger('GM0606', 'zelfredzaam')
    const ask = async (vrager: Vrager) =>
      accepted(
        await workAs(platform, vrager, (work) => readWeigeringen(work, { ...lijst, tel: 'gemeente' })),
      ).results.map(({ gemeente, aantal, afgeschermd }) => ({ gemeente, aantal, afgeschermd }))
    expect(await ask(loket)).toEqual([
      { gemeente: 'Schiedam', aantal: 1, afgeschermd: false },
      { gemeente: 'Vlaardingen', aantal: 2, afgeschermd: false },
    ])
    expect(await ask(ander)).toEqual([
      { gemeente: 'Schiedam', aantal: null, afgeschermd: true },
      { gemeente: 'Vlaardingen', aantal: null, afgeschermd: true },
    ])
  })
})

describe('de route voor EU-burgers', () => {
  it('telt apart naar stand en uitkomst, in de hele periode en per maand', async () => {
    const open = await givenMelding(platform, loket)
    const dicht = await givenMelding(platform, loket)
    for (const { id } of [open, dicht]) await triage(id, 'eu_terugkeer')
    accepted(
      await workAs(platform, loket, (work) =>
        closeMelding(work, {
          meldingId: dicht.id,
          reden: 'advies_gegeven',
          volgendeStap: 'Nabellen',
          volgendeStapOp: work.today,
        }),
      ),
    )
    const ask = async (vrager: Vrager, tel: 'samen' | 'maand') =>
      accepted(await workAs(platform, vrager, (work) => readEuRoute(work, { ...lijst, tel }))).results
    const rij = { aantal: 1, afgeschermd: false }
    expect(await ask(loket, 'samen')).toEqual([
      { ...rij, maand: null, stand: 'Gesloten', uitkomst: 'Advies gegeven' },
      { ...rij, maand: null, stand: 'Open', uitkomst: 'Nog geen uitkomst' },
    ])
    expect((await ask(loket, 'maand')).map((one) => one.maand)).toEqual(['2026-03-01', '2026-03-01'])
    expect((await ask(ander, 'samen')).map((one) => one.aantal)).toEqual([null, null])
  })
})

describe('wie terugkwam', () => {
  it('telt per persoon hoe vaak iemand zich in de periode opnieuw meldde, ook over een samengevoegd dossier', async () => {
    platform.clock.set('2025-12-30')
    const { persoonId } = await givenMelding(platform, loket)
    for (const dag of ['2025-12-31', '2026-03-04']) {
      platform.clock.set(dag)
      await givenMelding(platform, loket, { persoonId })
    }
    const ask = async (jaar?: number) =>
      accepted(await workAs(platform, loket, (work) => readTerugkeer(work, { ...lijst, jaar }))).results
    expect(await ask()).toEqual([{ soort: 'Opnieuw gemeld', keren: 2, aantal: 1, afgeschermd: false }])
    const een = [{ soort: 'Opnieuw gemeld', keren: 1, aantal: 1, afgeschermd: false }]
    expect(await ask(2025)).toEqual(een)
    expect(await ask(2026)).toEqual(een)
    expect(
      await workAs(platform, loket, (work) => readTerugkeer(work, { ...lijst, jaar: 2030 })),
    ).toMatchObject({ code: 'periode_leeg', field: 'jaar' })
    const anders = await givenPersoon(platform, loket)
    accepted(
      await workAs(platform, loket, (work) =>
        mergeDossiers(work, { persoonId: persoonId!, opgegaanIn: anders, reden: 'Zelfde persoon' }),
      ),
    )
    expect(await ask()).toEqual([{ soort: 'Opnieuw gemeld', keren: 2, aantal: 1, afgeschermd: false }])
    expect(await ask(2026)).toEqual(een)
  })
})
