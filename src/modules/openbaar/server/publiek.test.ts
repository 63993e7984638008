import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPublicatie, givenVerblijvenden, setInstelling } from '../../../../tests/given/openbaar.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import type { Vrager } from '../../../platform/work.ts'
import { withdraw } from './commands.ts'
import { openbaarPubliek } from './publiek.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server
let manager: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  const productId = await givenProduct(platform, regio, { naam: 'Opvang', domein: 'MO' })
  for (const [aantal, gemeente] of [
    [103, 'GM0622'],
    [62, 'GM0606'],
    [3, null],
  ] as const)
    await givenVerblijvenden(database, regio.regioId, { aantal, gemeente, productId })
  await givenPublicatie(platform, manager, '2025-3', ['verblijvenden'])
  await givenPublicatie(platform, manager, '2025-4', ['verblijvenden'])
  server = await createServer({
    platform,
    routes: [],
    publicRoutes: openbaarPubliek(),
    isDemo: false,
    publicUrl: 'https://onderdak.example',
  })
}, 60_000)

const ask = (url: string, remoteAddress = '192.0.2.7') =>
  server.app.inject({ method: 'GET', url, remoteAddress })
const adressen = {
  regios: '/api/v1/open/regios',
  cijfers: '/api/v1/open/cijfers/verblijvenden?regio=TST',
  csv: '/api/v1/open/bestanden/tst-verblijvenden.csv',
  catalogus: '/open/catalogus.jsonld',
  sitemap: '/sitemap.xml',
} as const

describe('openbare cijfers zonder inloggen', () => {
  it('is er geen enkel cijfer zolang open data uit staat', async () => {
    expect((await ask(adressen.regios)).json()).toEqual({ regios: [] })
    expect((await ask(adressen.cijfers)).statusCode).toBe(404)
    expect((await ask(adressen.csv)).statusCode).toBe(404)
    expect((await ask(adressen.catalogus)).json()['dcat:dataset']).toEqual([])
    expect((await ask(adressen.sitemap)).body).not.toContain('verblijvenden')
  })

  it('staat er daarna elk cijfer met zijn definitie, afgerond, als JSON en als CSV', async () => {
    await setInstelling(database, regio.regioId, 'open_data', 'ja')
    const { regios } = (await ask(adressen.regios)).json()
    expect(regios).toMatchObject([
      { code: 'TST', indicatoren: [{ indicator: 'verblijvenden', vanaf: '2025-3', tot: '2025-4' }] },
    ])
    const reeks = (await ask(adressen.cijfers)).json()
    expect(reeks).toMatchObject({ naam: 'Mensen die verblijven', geheimTot: 7, afronding: 5 })
    expect(
      reeks.cijfers
        .filter(({ periode }: { periode: string }) => periode === '2025-4')
        .map((one: Record<string, unknown>) => [one.gebied, one.waarde ?? one.verborgen]),
    ).toEqual([
      ['regio', 165],
      ['GM0606', 60],
      ['GM0622', 105],
      ['overig', 'klein'],
    ])
    const { body } = await ask(adressen.csv)
    expect(body.split('\r\n')[5]).toBe(
      'Testregio TST;Mensen die verblijven;2025-4;2025-12-31;2025-12-31;Zonder vrouwenopvang;regio;Hele regio;165;afgerond',
    )
    expect(body).toContain('geheim: te weinig mensen')
    // Nobody, and no true count: of the three without a gemeente there is no trace.
    expect(JSON.stringify(reeks)).not.toMatch(/103|62\b|168|Proef/)
  })

  it('noemt de catalogus elk cijfer met licentie, periode en waar het te halen is', async () => {
    const [dataset] = (await ask(adressen.catalogus)).json()['dcat:dataset']
    expect(dataset).toMatchObject({
      '@type': 'dcat:Dataset',
      'dct:identifier': 'https://onderdak.example/open/verblijvenden?regio=TST#dataset',
      'dct:temporal': {
        'dcat:startDate': { '@value': '2025-07-01' },
        'dcat:endDate': { '@value': '2025-12-31' },
      },
    })
    for (const { 'dcat:downloadURL': adres } of dataset['dcat:distribution']) {
      const url = new URL(adres['@id'])
      expect(url.origin).toBe('https://onderdak.example')
      expect((await ask(url.pathname + url.search)).statusCode).toBe(200)
    }
    expect((await ask(adressen.sitemap)).body).toContain('/open/verblijvenden?regio=TST</loc>')
  })

  it('zet geen cookie, mag worden bewaard en door elke site gelezen', async () => {
    for (const url of Object.values(adressen)) {
      const { headers } = await ask(url)
      expect(headers['set-cookie'], url).toBeUndefined()
      expect([url, headers['cache-control']]).toEqual([url, 'public, max-age=3600'])
      expect([url, headers['access-control-allow-origin']]).toEqual([url, '*'])
    }
  })

  it('weigert wie te veel vraagt, en een adres dat niet bestaat', async () => {
    const antwoorden = []
    for (let i = 0; i < 61; i++) antwoorden.push((await ask(adressen.csv, '192.0.2.99')).statusCode)
    expect([antwoorden[59], antwoorden[60]]).toEqual([200, 429])
    for (const url of [
      '/api/v1/open/bestanden/x.csv',
      '/api/v1/open/bestanden/tst-persoon.csv',
      '/api/v1/open/cijfers/persoon',
    ])
      expect((await ask(url)).statusCode, url).toBe(404)
  })

  it('toont van een ingetrokken periode alleen de reden', async () => {
    const { rows } = await database.login.query("select id from onderdak.publicatie where periode = '2025-3'")
    accepted(
      await workAs(platform, manager, (work) => withdraw(work, { id: rows[0].id, reden: 'Verkeerd geteld' })),
    )
    const reeks = (await ask(adressen.cijfers)).json()
    expect(new Set(reeks.cijfers.map(({ periode }: { periode: string }) => periode))).toEqual(
      new Set(['2025-4']),
    )
    expect(reeks.ingetrokken).toMatchObject([{ periode: '2025-3', reden: 'Verkeerd geteld' }])
  })
})
