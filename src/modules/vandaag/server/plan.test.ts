import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import {
  akkoordVan,
  givenClient,
  givenPlan,
  givenVastgesteld,
} from '../../../../tests/given/ondersteuningsplan.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import { giveAkkoord } from '../../ondersteuningsplan/server/akkoord-commands.ts'
import type { Groepcode } from '../domain/contract.ts'
import { readVandaag } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let aanbieder: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  aanbieder = await regio.als('aanbieder', 'aanbieder_begeleider')
})

async function blok(vrager: Vrager, code: Groepcode) {
  const { groepen } = await workAs(platform, vrager, (work) => readVandaag(work))
  return groepen.find((groep) => groep.code === code)
}

const client = () => givenClient(platform, regio)

describe('ondersteuningsplannen op Vandaag', () => {
  it('een bespreking die te laat is staat bij de organisatie van de begeleider die akkoord ging', async () => {
    const persoonId = await client()
    const { id } = await givenVastgesteld(platform, aanbieder, persoonId)
    expect(await blok(aanbieder, 'plan_bespreken')).toBeUndefined()
    await database.login.query(
      `update onderdak.plan set begonnen_op = '2026-01-01', evaluatie_op = '2026-03-01' where id = $1`,
      [id],
    )
    expect(await blok(aanbieder, 'plan_bespreken')).toMatchObject({
      aantal: 1,
      teLaat: 1,
      items: [{ soort: 'plan', id, persoonId, wat: 'Versie 1 geldt sinds 02-03-2026', stand: 'te_laat' }],
    })
    expect(await blok(loket, 'plan_bespreken')).toBeUndefined()
    await database.login.query(`update onderdak.persoon set overleden_op = '2026-03-01' where id = $1`, [
      persoonId,
    ])
    expect(await blok(aanbieder, 'plan_bespreken')).toBeUndefined()
  })

  it('een plan waar één van beide nog niet akkoord is, staat bij wie het akkoord vastlegde', async () => {
    const persoonId = await client()
    const { id, versie } = await givenPlan(platform, aanbieder, persoonId)
    accepted(
      await workAs(platform, aanbieder, (work) =>
        giveAkkoord(work, { ...akkoordVan('begeleider', work.today), planId: id, versie }),
      ),
    )
    expect(await blok(aanbieder, 'plan_akkoord')).toMatchObject({
      items: [{ soort: 'plan', id, wat: 'De cliënt is nog niet akkoord', stand: null }],
    })
    expect(await blok(loket, 'plan_akkoord')).toBeUndefined()
  })
})
