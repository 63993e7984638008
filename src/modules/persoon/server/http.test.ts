import { generate } from 'otplib'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import type { Id } from '../../../shared/id.ts'
import { registerGebruiker } from '../../beheer/server/commands.ts'
import { persoonRoutes } from './routes.ts'

const database = useDatabase()
const totpGeheim = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
let platform: TestPlatform
let regio: TestRegio
let server: Server
let id: Id

interface Account {
  cookies: Record<string, string>
  csrf: string
}
let loket: Account
let aanbieder: Account
let privacy: Account

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  server = await createServer({
    platform,
    routes: persoonRoutes,
    isDemo: true,
    publicUrl: 'http://127.0.0.1:1',
  })
  loket = await account('loket', 'toegangsmedewerker')
  aanbieder = await account('aanbieder', 'aanbieder_planner')
  privacy = await account('centrumgemeente', 'privacy_officer')
  id = await givenPersoon(platform, await regio.als('aanbieder', 'aanbieder_planner'), {
    achternaam: 'Netwerkproef',
    bsn: '999990068',
    geenBsnReden: null,
  })
})

async function account(
  organisatie: 'loket' | 'aanbieder' | 'centrumgemeente',
  rol: string,
): Promise<Account> {
  const gebruikersnaam = `http-${rol}`
  accepted(
    await workAs(platform, regio.systeem, (work) =>
      registerGebruiker(work, {
        organisatieId: regio.organisaties[organisatie],
        gebruikersnaam,
        naam: `Netwerk ${rol}`,
        rollen: [rol],
        van: '2020-01-01',
        wachtwoord: 'geheim-woord',
        totpGeheim,
      }),
    ),
  )
  const code = await generate({ secret: totpGeheim, epoch: platform.clock.now().getTime() / 1000 })
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/v1/inloggen',
    payload: { gebruikersnaam, wachtwoord: 'geheim-woord', code },
  })
  return { cookies: { onderdak: answer.cookies[0]!.value }, csrf: answer.json().csrf }
}

let serial = 0
function request(who: Account, method: 'GET' | 'POST', url: string, payload?: object) {
  return server.app.inject({
    method,
    url: `/api/v1${url}`,
    cookies: who.cookies,
    headers: { 'x-csrf-token': who.csrf, 'idempotency-key': `sleutel-persoon-${++serial}` },
    ...(payload && { payload }),
  })
}

describe('over het netwerk', () => {
  it('export en lijst geven dezelfde cliënten, en een ander ziet er geen', async () => {
    const own = await request(aanbieder, 'GET', '/personen?formaat=csv')
    expect(own.headers['content-type']).toContain('text/csv')
    expect(own.body).toContain('Netwerkproef')
    const other = await request(loket, 'GET', '/personen?formaat=csv')
    expect(other.statusCode).toBe(200)
    expect(other.body).not.toContain('Netwerkproef')
    expect((await request(loket, 'GET', '/personen')).json()).toEqual({ count: 0, results: [] })
  })

  it('een cliënt die men niet mag zien en een die niet bestaat geven hetzelfde antwoord', async () => {
    const hidden = (await request(loket, 'GET', `/personen/${id}`)).json()
    const absent = (await request(loket, 'GET', `/personen/${platform.newId()}`)).json()
    expect(hidden).toEqual(absent)
    expect(hidden.status).toBe(404)
  })

  it('noodprocedure en het tonen van het nummer staan met reden in het logboek van inzage', async () => {
    expect((await request(aanbieder, 'GET', `/personen/${id}/bsn`)).statusCode).toBe(403)
    const opened = await request(loket, 'POST', '/noodprocedures', {
      achternaam: 'Netwerkproef',
      voornamen: 'Sanne',
      geboortedatum: '1985-05-17',
      reden: 'Ligt bewusteloos voor de deur',
    })
    expect(opened.json()).toEqual({ persoonId: id, tot: '2026-03-04' })
    expect((await request(loket, 'GET', `/personen/${id}/bsn`)).json()).toEqual({ bsn: '999990068' })
    expect((await request(loket, 'GET', `/personen/${id}/inzage`)).statusCode).toBe(403)

    const log = (await request(privacy, 'GET', `/personen/${id}/inzage`)).json()
    expect(log.results).toMatchObject([
      { gebeurtenis: 'personen.getoond', gelukt: true, organisatie: 'Aanbieder Noord' },
      {
        gebeurtenis: 'noodprocedure.gebruikt',
        noodprocedure: true,
        toelichting: 'Ligt bewusteloos voor de deur',
        rol: 'Toegangsmedewerker',
        organisatie: 'Regionaal loket',
      },
      { gebeurtenis: 'bsn.getoond', gebruiker: 'Netwerk toegangsmedewerker', noodprocedure: false },
    ])
    expect(JSON.stringify(log)).not.toContain('999990068')
    expect(JSON.stringify(log)).not.toContain('Netwerkproef')
    expect((await request(privacy, 'GET', `/personen/${id}/inzage?van=2026-03-03`)).json().count).toBe(0)
    // Looking at the log is in the log as well: twice by now.
    expect((await request(privacy, 'GET', `/personen/${id}/inzage?totEnMet=2026-03-02`)).json().count).toBe(5)
    expect((await request(privacy, 'GET', '/noodprocedures')).json().results).toMatchObject([
      { persoonId: id },
    ])
    expect((await request(privacy, 'GET', `/personen/${id}`)).statusCode).toBe(403)
  })

  it('wie zoekt, staat in het logboek van wie gevonden is, ook als die niets te zien kreeg', async () => {
    const persoonId = await givenPersoon(platform, await regio.als('wijkteam', 'toegangsmedewerker'), {
      achternaam: 'Gezochtvrouw',
      geboortedatum: '1977-07-07',
    })
    const found = await request(aanbieder, 'POST', '/personen/_zoek', {
      naam: 'Sanne Gezochtvrouw',
      geboortedatum: '1977-07-07',
    })
    expect(found.json().results).toMatchObject([{ persoonId: null, bekendElders: true }])
    const log = (await request(privacy, 'GET', `/personen/${persoonId}/inzage`)).json()
    expect(log.results).toMatchObject([{ gebeurtenis: 'personen.gezocht', organisatie: 'Aanbieder Noord' }])
  })
})
