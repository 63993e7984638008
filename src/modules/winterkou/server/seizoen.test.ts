import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { instelling } from '../../beheer/domain/soorten.ts'
import { changeGedateerd } from '../../beheer/server/dated-commands.ts'
import { listSeizoenRijen } from './telling-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let coordinator: Vrager
const pagina = { pagina: 1, aantalPerPagina: 100 }

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-09-20T22:00:00Z')
  regio = await givenRegio(platform)
  coordinator = await regio.als('centrumgemeente', 'regiocoordinator')
})

describe('wanneer een seizoen begint, stelt de regio in', () => {
  it('begint het in oktober, dan hoort een nacht in september bij de winter ervoor', async () => {
    const lees = () => workAs(platform, coordinator, (work) => listSeizoenRijen(work, pagina))
    expect(await lees()).toMatchObject({ beginmaand: 7, results: [{ seizoen: '2026-2027' }] })
    accepted(
      await workAs(platform, regio.systeem, (work) =>
        changeGedateerd(work, instelling, {
          sleutel: { code: 'winterkou_seizoen_maand' },
          versie: 1,
          vanaf: work.today,
          waarde: { naam: 'Begin van het seizoen', waarde: '10', soort: 'getal', bron: null },
        }),
      ),
    )
    expect(await lees()).toMatchObject({ beginmaand: 10, results: [{ seizoen: '2025-2026' }] })
  })
})
