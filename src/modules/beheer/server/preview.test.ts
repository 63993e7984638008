import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { previewFase, previewTermijnen } from './preview.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
})

const bron = null
const vanaf = '2026-04-01'

describe('wat een wijziging raakt van wat al loopt', () => {
  it('bij een termijn die meteen werkt staat niet dat er niets loopt', async () => {
    const beheerder = await regio.als('centrumgemeente', 'functioneel_beheerder')
    const { zinnen } = await workAs(platform, beheerder, (work) =>
      previewTermijnen(work, {
        sleutel: { code: 'locatie_verouderd' },
        waarde: { naam: 'Stand is verouderd', aantal: 12, eenheid: 'uren', wettelijk: false, bron },
        vanaf,
      }),
    )
    expect(zinnen.join(' ')).toContain('geldt zij ook voor wat dan al loopt')
  })

  it('bij een fase staat hoeveel trajecten er nu in zijn, voor wie geen dossier mag zien', async () => {
    await database.login.query(`begin; set local session_replication_role = replica; set local search_path = onderdak;
      insert into traject_fase (id, regio_id, traject_id, persoon_id, domein, code, van, tot, vastgelegd_op)
        select gen_random_uuid(), '${regio.regioId}', gen_random_uuid(), gen_random_uuid(), 'BW', 'landen', '2026-01-01', tot::date, now()
        from unnest(array[null, null, '2026-02-01']) tot; commit`)
    const beheerder = await regio.als('centrumgemeente', 'functioneel_beheerder')
    const voorbeeld = await workAs(platform, beheerder, (work) =>
      previewFase(work, {
        sleutel: { domein: 'BW', code: 'landen' },
        waarde: {
          volgorde: 1,
          naam: 'Landen',
          omschrijving: '',
          termijnAantal: 8,
          termijnEenheid: 'weken',
          waarschuwDagen: 28,
          begintBij: null,
          bron,
        },
        vanaf,
      }),
    )
    expect(voorbeeld.lopend).toBe(2)
    expect(voorbeeld.zinnen.join(' ')).toContain('2 trajecten zijn nu in deze fase en houden')
  })
})
