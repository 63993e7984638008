import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenMelding } from '../../../../tests/given/melding.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { keuze } from '../../beheer/domain/soorten.ts'
import { changeGedateerd } from '../../beheer/server/dated-commands.ts'
import { recordTriage } from './commands.ts'
import { getOpties } from './opties-query.ts'
import { getMelding } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let vo: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  vo = await regio.als('vrouwenopvang', 'vo_medewerker')
})

async function metCode(): Promise<Id> {
  const { id } = await givenMelding(platform, vo)
  accepted(
    await workAs(platform, vo, (work) =>
      recordTriage(work, {
        meldingId: id,
        uitkomst: 'onderzoek',
        toelichting: 'Onveilig thuis.',
        domein: 'VO',
        voGeweldAfhankelijk: true,
        voThuisOnveilig: true,
        voCode: 'oranje',
      }),
    ),
  )
  return id
}
const lees = async (id: Id) => accepted(await workAs(platform, vo, (work) => getMelding(work, id)))

describe('de woorden van de codes rood, oranje en groen', () => {
  it('zijn van de regio, met een ingangsdatum; een melding houdt de woorden van haar eigen triage', async () => {
    const voor = await metCode()
    const waarde = {
      naam: 'Oranje: bijna veilig',
      volgorde: 2,
      uitleg: 'Plek in de eigen regio.',
      bron: null,
    }
    accepted(
      await workAs(platform, regio.systeem, (work) =>
        changeGedateerd(work, keuze, {
          sleutel: { lijst: 'vo_code', code: 'oranje' },
          versie: 1,
          vanaf: '2026-03-05',
          waarde,
        }),
      ),
    )
    const kies = async () => {
      const { voCodes } = await workAs(platform, vo, (work) => getOpties(work))
      return voCodes.find((one) => one.waarde === 'oranje')?.naam
    }
    expect(await kies()).toBe('Oranje: structureel onveilig')
    platform.clock.set('2026-03-06')
    expect(await kies()).toBe('Oranje: bijna veilig')
    const na = await metCode()
    expect(await lees(voor)).toMatchObject({
      voCode: 'oranje',
      voCodeNaam: 'Oranje: structureel onveilig',
      voCodeUitleg: 'Plek binnen de gemeenten: opvang na huiselijk geweld.',
    })
    expect(await lees(na)).toMatchObject({
      voCode: 'oranje',
      voCodeNaam: 'Oranje: bijna veilig',
      voCodeUitleg: 'Plek in de eigen regio.',
    })
  })
})
