import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { woningafspraak } from '../../beheer/domain/soorten.ts'
import { changeGedateerd } from '../../beheer/server/dated-commands.ts'
import { registerContract } from './commands.ts'
import { readWoningdoelen, readWoningdoelverdeling } from './overzicht-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
})

const blad = { sorteer: '-jaar' as const, pagina: 1, aantalPerPagina: 50 }

describe('woningafspraken per gemeente en corporatie (UIT-08)', () => {
  it('staan naast de contracten die begonnen, en tellen op tot het jaar', async () => {
    for (const [gemeenteCode, aantal] of [
      ['GM0622', 40],
      ['GM0606', 25],
    ] as const)
      accepted(
        await workAs(platform, regio.systeem, (work) =>
          changeGedateerd(work, woningafspraak, {
            sleutel: { gemeenteCode, organisatieId: regio.organisaties.corporatie },
            versie: 0,
            vanaf: '2026-01-01',
            waarde: { aantal, bron: 'Prestatieafspraken 2026' },
          }),
        ),
      )
    const persoonId = await givenPersoon(platform, loket, {})
    accepted(
      await workAs(platform, loket, (work) =>
        registerContract(work, {
          persoonId,
          soort: 'huurovereenkomst',
          woningtype: 'huurwoning',
          gemeenteCode: 'GM0622',
          begonnenOp: '2026-02-16',
          woningaanbodId: null,
          verhuurder: 'Particulier',
          hoofdhuurder: null,
          begeleider: null,
          afspraken: 'Goede buur en goede huurder',
          evaluatieOp: null,
          omklapOp: null,
        }),
      ),
    )
    const lees = <T>(run: Parameters<typeof workAs<T>>[2], als = regio.systeem) => workAs(platform, als, run)
    const verdeling = accepted(await lees((work) => readWoningdoelverdeling(work, blad)))
    const van2026 = verdeling.results.filter((rij) => rij.jaar === 2026)
    expect(van2026.map((rij) => [rij.corporatie === null, rij.afgesproken, rij.gerealiseerd])).toEqual(
      expect.arrayContaining([
        [false, 40, 0],
        [false, 25, 0],
        [true, null, 1],
      ]),
    )
    expect(van2026).toHaveLength(3)
    const jaren = accepted(await lees((work) => readWoningdoelen(work, blad)))
    expect(jaren.results[0]).toEqual({
      jaar: 2026,
      afgesproken: 65,
      gerealiseerd: 1,
      bron: '2 woningafspraken met corporaties',
    })
    expect(jaren.results[1]).toMatchObject({ jaar: 2025, afgesproken: null })
    const beleid = await regio.als('centrumgemeente', 'programmamanager')
    const afgeschermd = accepted(await lees((work) => readWoningdoelverdeling(work, blad), beleid))
    expect(afgeschermd.results.find((rij) => rij.corporatie === null)!.gerealiseerd).toBeNull()
  })
})
