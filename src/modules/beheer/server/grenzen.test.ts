import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { testPlatform } from '../../../../tests/given/platform.ts'
import { givenRegio } from '../../../../tests/given/regio.ts'
import { createServer } from '../../../platform/http/server.ts'
import { beheerRoutes } from './routes.ts'

const database = useDatabase()
let beheerder: (method: 'POST', path: string, payload: object) => Promise<{ status: number; body: unknown }>

// The clock stands still on 2 March 2026.
beforeAll(async () => {
  const platform = testPlatform(database)
  const regio = await givenRegio(platform)
  const server = await createServer({
    platform,
    routes: beheerRoutes,
    isDemo: true,
    publicUrl: 'http://127.0.0.1:1',
  })
  const rol = 'functioneel_beheerder'
  const vrager = await regio.als('centrumgemeente', rol)
  const token = await server.sessions.start(vrager.gebruikerId!, rol, '127.0.0.1', 'test')
  let key = 0
  beheerder = async (method, path, payload) => {
    const answer = await server.app.inject({
      method,
      url: `/api/v1${path}`,
      cookies: { onderdak: token },
      headers: { 'x-csrf-token': platform.cipher.sign('csrf', token), 'idempotency-key': `sleutel-${++key}` },
      payload,
    })
    return { status: answer.statusCode, body: answer.json() }
  }
})

describe('waarmee Onderdak niet kan rekenen', () => {
  it('een termijn in uren die in dagen telt wordt geweigerd, al bij het bekijken; eindigen kan niet', async () => {
    const body = {
      sleutel: { code: 'opvolging_escaleren' },
      waarde: { naam: 'Te late stap', aantal: 24, eenheid: 'uren', wettelijk: false, bron: null },
      vanaf: '2026-04-01',
    }
    const fout = [{ veld: 'waarde.eenheid' }]
    expect(await beheerder('POST', '/termijnen/_voorbeeld', body)).toMatchObject({
      status: 422,
      body: { fouten: fout },
    })
    expect(await beheerder('POST', '/termijnen/wijzigingen', { ...body, versie: 1 })).toMatchObject({
      status: 422,
      body: { code: 'eenheid_past_niet', fouten: fout },
    })
    expect(
      await beheerder('POST', '/termijnen/beeindigingen', {
        sleutel: body.sleutel,
        vanaf: '2026-04-01',
        versie: 1,
      }),
    ).toMatchObject({ status: 409, body: { code: 'onmisbaar' } })
  })

  it('de kleinste cel kan niet uit', async () => {
    expect(
      await beheerder('POST', '/instellingen/wijzigingen', {
        sleutel: { code: 'kleine_cel' },
        waarde: { naam: 'Kleinste aantal', waarde: '0', soort: 'getal', bron: null },
        vanaf: '2026-04-01',
        versie: 1,
      }),
    ).toMatchObject({ status: 422, body: { code: 'waarde_past_niet', fouten: [{ veld: 'waarde.waarde' }] } })
  })
})
