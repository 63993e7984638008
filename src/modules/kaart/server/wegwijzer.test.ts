import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenLocatie, givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import { criteria, keuze } from '../../beheer/domain/soorten.ts'
import { changeGedateerd } from '../../beheer/server/dated-commands.ts'
import { kaartRoutes } from './routes.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server

const geheim = 'Geheimstraat 1'

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  server = await createServer({
    platform,
    routes: [],
    publicRoutes: kaartRoutes,
    isDemo: false,
    publicUrl: 'http://127.0.0.1:1',
  })
  const productId = await givenProduct(platform, regio)
  const inloop = (naam: string, voorziening: object, locatie: object) =>
    givenLocatie(platform, regio, {
      productId,
      plekken: [],
      voorziening: { naam, soort: 'inloop', ...voorziening },
      locatie,
    })
  await inloop(
    'De Deur',
    { openingstijden: 'Elke dag van 10 tot 17 uur' },
    { adres: 'Markt 1', telefoon: '010 123 45 67' },
  )
  await inloop('Huiskamer Schiedam', { bereik: 'lokaal' }, { gemeenteCode: 'GM0606' })
  await inloop('Het Anker', {}, { gemeenteCode: 'GM0606' })
  await inloop(
    'Schuilplek',
    { organisatieId: regio.organisaties.vrouwenopvang },
    { isGeheim: true, adres: geheim },
  )
  await inloop('Vrouwenhuis', { domein: 'VO' }, { adres: geheim })
  await givenLocatie(platform, regio, {
    productId,
    plekken: [{}],
    voorziening: { naam: 'Nachtopvang' },
    locatie: { adres: 'Nachtweg 1' },
  })
  await workAs(platform, regio.systeem, async (work) => {
    accepted(
      await changeGedateerd(work, keuze, {
        sleutel: { lijst: 'toegangsroute', code: 'gezinnen' },
        versie: 0,
        vanaf: work.today,
        waarde: { naam: 'Gezinnen: via het wijkteam', uitleg: 'Bel eerst.', volgorde: 1, bron: null },
      }),
    )
    await work.db
      .updateTable('organisatie')
      .set({ openingstijden: 'Twee ochtenden per week', telefoon: '010 765 43 21' })
      .where('id', '=', regio.organisaties.loket)
      .execute()
  })
})

/** As a visitor without any cookie. */
const ask = (path: string, remoteAddress = '192.0.2.1') =>
  server.app.inject({ method: 'GET', url: `/api/v1${path}`, remoteAddress })

describe('de openbare wegwijzer (TOE-24, CAP-16)', () => {
  it('toont zonder inloggen de gemeenten, en per gemeente routes, loketten en inloop met openingstijden', async () => {
    const { regios } = (await ask('/wegwijzers')).json()
    expect(regios[0].gemeenten).toContainEqual({ code: 'GM0622', naam: 'Vlaardingen' })
    const answer = await ask('/wegwijzers/GM0622')
    expect(answer.statusCode).toBe(200)
    const wegwijzer = answer.json()
    expect(wegwijzer.gemeente).toBe('Vlaardingen')
    expect(wegwijzer.routes).toEqual([{ naam: 'Gezinnen: via het wijkteam', uitleg: 'Bel eerst.' }])
    expect(wegwijzer.loketten).toContainEqual(
      expect.objectContaining({ openingstijden: 'Twee ochtenden per week', telefoon: '010 765 43 21' }),
    )
    expect(wegwijzer.inlopen[0]).toMatchObject({
      naam: 'De Deur',
      openingstijden: 'Elke dag van 10 tot 17 uur',
      inGemeente: true,
      plaatsen: [{ adres: 'Markt 1', telefoon: '010 123 45 67', open: null }],
    })
  })

  it('een lokale inloop staat alleen bij de eigen gemeente, een regionale ook bij de andere', async () => {
    const names = async (code: string) =>
      (await ask(`/wegwijzers/${code}`)).json().inlopen.map((one: { naam: string }) => one.naam)
    expect(await names('GM0622')).toEqual(['De Deur', 'Het Anker'])
    expect(await names('GM0606')).toEqual(['Het Anker', 'Huiskamer Schiedam', 'De Deur'])
  })

  it('het wijkteam van een andere gemeente staat er niet bij', async () => {
    const names = async (code: string) =>
      (await ask(`/wegwijzers/${code}`)).json().loketten.map((one: { naam: string }) => one.naam)
    expect(await names('GM0622')).toContain('Wijkteam Oost')
    expect(await names('GM0606')).not.toContain('Wijkteam Oost')
  })

  it('noemt nooit een geheime plek, de vrouwenopvang, een opvang met bedden of een persoon', async () => {
    for (const code of ['GM0622', 'GM0606']) {
      const text = (await ask(`/wegwijzers/${code}`)).body
      for (const word of [geheim, 'Schuilplek', 'Vrouwenhuis', 'Nachtopvang', 'persoon'])
        expect(text).not.toContain(word)
    }
  })

  it('mag even bewaard worden, en wie te vaak vraagt moet een minuut wachten', async () => {
    const answer = await ask('/wegwijzers/GM0622', '192.0.2.9')
    expect(answer.headers['cache-control']).toBe('public, max-age=300')
    expect(answer.headers['set-cookie']).toBeUndefined()
    let last = answer
    for (let i = 0; i < 120; i++) last = await ask('/wegwijzers/GM0622', '192.0.2.9')
    expect(last.statusCode).toBe(429)
    expect(last.headers['cache-control']).toBe('no-store')
    expect((await ask('/wegwijzers/GM0622', '192.0.2.10')).statusCode).toBe(200)
  })

  it('een gemeente die niet meedoet of niet bestaat wordt gewoon geweigerd', async () => {
    expect((await ask('/wegwijzers/GM0001')).statusCode).toBe(404)
    expect((await ask('/wegwijzers/zomaar')).statusCode).toBe(400)
  })

  it('een andere regio leest zonder account de toelatingscriteria, de geldende en de vorige versie (TOE-12)', async () => {
    const sleutel = { domein: 'BW' as const }
    const vraag = (tekst: string) => ({
      naam: 'Toets',
      vragen: [{ code: 'een', tekst, toelichting: '' }],
      bron: null,
    })
    await workAs(platform, regio.systeem, async (work) => {
      const [old] = await work.db.selectFrom('criteria').select('versie').where('domein', '=', 'BW').execute()
      accepted(
        await changeGedateerd(work, criteria, {
          sleutel,
          versie: old?.versie ?? 0,
          vanaf: work.today,
          waarde: vraag('Is er altijd iemand nodig?'),
        }),
      )
    })
    const answer = await ask('/toelatingscriteria')
    expect(answer.statusCode).toBe(200)
    const bw = answer.json().results.find((one: { domein: string }) => one.domein === 'BW')
    const { vandaag } = answer.json()
    expect(bw.versies[0]).toMatchObject({ van: vandaag, tot: null })
    expect(bw.versies[0].criteria).toEqual([{ tekst: 'Is er altijd iemand nodig?', toelichting: '' }])
    expect(bw.versies[1].tot).toBe(vandaag)
    expect(bw.versies[1].criteria.length).toBeGreaterThan(1)
  })
})
