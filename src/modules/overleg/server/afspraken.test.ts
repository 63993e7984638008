import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import { readVandaag } from '../../vandaag/server/queries.ts'
import { JaarplichtInvoer, listJaarplichten } from '../domain/jaarplicht-contract.ts'
import { listNvoAntwoorden, NvoInvoer } from '../domain/nvo-contract.ts'
import { listOvereenkomsten, OvereenkomstInvoer } from '../domain/overeenkomst-contract.ts'
import { OverlegInvoer } from '../domain/overleg-contract.ts'
import { makeKalenderadres, readKalenderadres, withdrawKalenderadres } from './kalender.ts'
import { answerNvo, setAanspreekpunt } from './nvo-commands.ts'
import { listNvorijen, readNvoJaren } from './nvo-queries.ts'
import {
  changeJaarplicht,
  closeOvereenkomst,
  recordJaarplicht,
  registerJaarplicht,
  registerOvereenkomst,
} from './overeenkomst-commands.ts'
import { listJaarplichtrijen, listOvereenkomstrijen, readOvereenkomst } from './overeenkomst-queries.ts'
import { registerOverleg } from './overleg-commands.ts'
import { overlegPubliek } from './publiek.ts'
import { overlegRoutes } from './routes.ts'
import { cancelVergadering, planVergadering } from './vergadering-commands.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let server: Server

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-01')
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  server = await createServer({
    platform,
    routes: overlegRoutes,
    publicRoutes: overlegPubliek,
    isDemo: true,
    publicUrl: 'https://onderdak.example.nl',
  })
  await server.app.ready()
}, 60_000)

beforeEach(() => platform.clock.set('2026-04-01'))

const as = <T>(run: (work: Work) => Promise<T>, wie = manager) => workAs(platform, wie, run)
const taak = async (op: string, code: string) => {
  platform.clock.set(op)
  const { groepen } = await as(readVandaag)
  return groepen.find((groep) => groep.code === code)
}

describe('overeenkomsten', () => {
  const overeenkomst = OvereenkomstInvoer.parse({
    soort: 'dvo',
    naam: 'DVO 2022-2026',
    partijen: [{ naam: 'Gemeente Vlaardingen' }, { naam: 'Gemeente Schiedam' }],
    begintOp: '2022-01-01',
    eindigtOp: '2026-12-31',
    opzegtermijnMaanden: 3,
    herzienOp: null,
    vindplaats: null,
    toelichting: null,
    bron: 'Proef',
    onderwerpen: [
      { onderwerp: 'doel', waar: 'Artikel 1' },
      { onderwerp: 'duur', waar: null },
    ],
  })

  it('staan er met hun laatste dag, wat er geregeld is, en komen op tijd op Vandaag', async () => {
    const { id } = accepted(await as((work) => registerOvereenkomst(work, overeenkomst)))
    const rijen = async () =>
      (await as((work) => listOvereenkomstrijen(work, listOvereenkomsten.query.parse({})))).results
    expect(await rijen()).toMatchObject([
      {
        opzeggenVoor: '2026-09-30',
        stand: 'nabij',
        geregeld: 1,
        partijen: 'Gemeente Vlaardingen, Gemeente Schiedam',
      },
    ])
    expect(accepted(await as((work) => readOvereenkomst(work, id)))).toMatchObject({
      onderwerpen: expect.arrayContaining([
        { onderwerp: 'doel', waar: 'Artikel 1' },
        { onderwerp: 'duur', waar: null },
      ]),
    })
    expect(await taak('2026-03-29', 'overeenkomst_nabij')).toBeUndefined()
    expect((await taak('2026-03-30', 'overeenkomst_nabij'))?.items).toMatchObject([
      { wat: 'Opzeggen kan tot en met deze dag', datum: '2026-09-30' },
    ])
    // Once giving notice is no longer possible, only the end is left.
    expect((await taak('2026-10-01', 'overeenkomst_nabij'))?.items).toMatchObject([
      { wat: 'Eindigt', datum: '2026-12-31' },
    ])
    expect(await taak('2027-01-01', 'overeenkomst_nabij')).toMatchObject({ teLaat: 1 })
    expect(await as((work) => registerOvereenkomst(work, overeenkomst))).toMatchObject({ field: 'naam' })
    accepted(await as((work) => closeOvereenkomst(work, { id, versie: 1, reden: 'Vervangen' })))
    expect(await taak('2027-01-01', 'overeenkomst_nabij')).toBeUndefined()
    expect(await rijen()).toMatchObject([{ stand: 'afgesloten' }])
    accepted(await as((work) => registerOvereenkomst(work, overeenkomst)))
    await database.login.query(
      'delete from onderdak.overeenkomst_onderwerp; delete from onderdak.overeenkomst',
    )
  })

  it('de database weigert een einde voor het begin', async () => {
    accepted(await as((work) => registerOvereenkomst(work, overeenkomst)))
    await expect(
      database.login.query("update onderdak.overeenkomst set eindigt_op = '2021-12-31'"),
    ).rejects.toThrow('overeenkomst_eindigt_na_begin')
    await database.login.query(
      'delete from onderdak.overeenkomst_onderwerp; delete from onderdak.overeenkomst',
    )
  })
})

describe('wat elk jaar moet', () => {
  it('komt op Vandaag tot vastligt wanneer en waar het is gedaan, ook over vorig jaar', async () => {
    const plicht = {
      naam: 'Begroting in het RBO',
      maand: 6,
      dagnummer: 30,
      vanafJaar: 2026,
      totEnMetJaar: null,
      bron: 'x',
    }
    const { id } = accepted(await as((work) => registerJaarplicht(work, JaarplichtInvoer.parse(plicht))))
    expect(await taak('2026-05-04', 'jaarplicht_open')).toBeUndefined()
    expect((await taak('2026-05-05', 'jaarplicht_open'))?.items).toMatchObject([
      { naam: 'Begroting in het RBO', wat: 'Over 2026', datum: '2026-06-30' },
    ])
    const doe = (meer: object) =>
      as((work) =>
        recordJaarplicht(work, {
          id,
          versie: 1,
          jaar: 2026,
          gedaanOp: '2026-05-04',
          waar: 'RBO mei',
          ...meer,
        }),
      )
    expect(await doe({ gedaanOp: '2026-05-06' })).toMatchObject({ field: 'gedaanOp' })
    expect(await doe({ jaar: 2025 })).toMatchObject({ field: 'jaar' })
    accepted(await doe({}))
    expect(await taak('2026-07-01', 'jaarplicht_open')).toBeUndefined()
    expect(await taak('2027-05-05', 'jaarplicht_open')).toMatchObject({ aantal: 1 })
    expect(await taak('2028-01-01', 'jaarplicht_open')).toMatchObject({ teLaat: 1 })
    platform.clock.set('2027-03-01')
    const { results } = await as((work) => listJaarplichtrijen(work, listJaarplichten.query.parse({})))
    expect(results.map(({ jaar, stand }) => [jaar, stand])).toEqual([
      [2027, 'open'],
      [2026, 'gedaan'],
    ])
    accepted(await as((work) => changeJaarplicht(work, { ...plicht, id, versie: 2, totEnMetJaar: 2026 })))
    expect(await taak('2028-01-01', 'jaarplicht_open')).toBeUndefined()
  })
})

describe('de zelftoets', () => {
  const antwoord = (meer: object = {}) =>
    as((work) =>
      answerNvo(
        work,
        NvoInvoer.parse({
          jaar: 2026,
          afspraak: 1,
          status: 'deels',
          toelichting: 'Twee raden stelden vast',
          bewijs: null,
          vindplaats: null,
          beoordeeldDoor: 'Programmamanager',
          beoordeeldOp: '2026-03-01',
          ...meer,
        }),
      ),
    )
  const rijen = async (query: object) =>
    (await as((work) => listNvorijen(work, listNvoAntwoorden.query.parse(query)))).results

  it('heeft per jaar acht afspraken, beantwoord of niet, naast het jaar ervoor', async () => {
    accepted(await antwoord({ jaar: 2025, status: null, beoordeeldOp: '2025-02-01' }))
    accepted(await antwoord())
    expect(await antwoord()).toMatchObject({ code: 'bestaat_al', field: 'afspraak' })
    expect(await antwoord({ afspraak: 2, beoordeeldOp: '2026-04-02' })).toMatchObject({
      field: 'beoordeeldOp',
    })
    expect(await antwoord({ afspraak: 2, jaar: 2027 })).toMatchObject({ field: 'beoordeeldOp' })
    const ditJaar = await rijen({ jaar: 2026 })
    expect(ditJaar).toHaveLength(8)
    expect(ditJaar[0]).toMatchObject({ afspraak: 1, status: 'deels', vorigeStatus: null })
    expect(ditJaar[1]).toMatchObject({ afspraak: 2, id: null, status: null })
    expect(await rijen({})).toHaveLength(16)
    expect((await rijen({ afspraak: 1, sorteer: '-jaar' })).map(({ jaar }) => jaar)).toEqual([2026, 2025])
    platform.clock.set('2028-01-01')
    expect(await as(readNvoJaren)).toEqual({ jaren: [2028, 2026, 2025], ditJaar: 2028 })
  })

  it('de database weigert voldoen zonder bewijs', async () => {
    await expect(database.login.query("update onderdak.nvo_antwoord set status = 'voldoet'")).rejects.toThrow(
      'nvo_antwoord_voldoet_met_bewijs',
    )
  })
})

describe('het aanspreekpunt', () => {
  it('is er één voor de regio, en iedereen ziet het zonder in te loggen', async () => {
    const punt = {
      functie: 'Programmamanager',
      organisatie: 'Gemeente Vlaardingen',
      telefoon: '010 123 45 67',
      email: null,
      bereikbaar: null,
      waarvoor: 'Alles over de regio',
    }
    const zie = async () => (await server.app.inject({ url: '/api/v1/regioaanspreekpunten' })).json()
    expect(await zie()).toEqual({ regios: [{ naam: 'Testregio TST', aanspreekpunt: null }] })
    accepted(await as((work) => setAanspreekpunt(work, { ...punt, versie: 0 })))
    expect(await zie()).toEqual({ regios: [{ naam: 'Testregio TST', aanspreekpunt: punt }] })
    expect(await as((work) => setAanspreekpunt(work, { ...punt, versie: 0 }))).toMatchObject({
      code: 'versie_verouderd',
    })
    accepted(await as((work) => setAanspreekpunt(work, { ...punt, functie: 'Regiosecretaris', versie: 1 })))
    const { rows } = await database.login.query('select functie, versie from onderdak.regio_aanspreekpunt')
    expect(rows).toEqual([{ functie: 'Regiosecretaris', versie: 2 }])
  })
})

describe('de kalender', () => {
  const haal = (pad: string) => server.app.inject({ url: pad })
  const maak = async (wie: Vrager, vervangt: string | null = null) =>
    accepted(await as((work) => makeKalenderadres(work, vervangt as never), wie))
  const overleg = async () =>
    accepted(
      await as((work) =>
        registerOverleg(
          work,
          OverlegInvoer.parse({
            naam: 'RBO, MVS',
            afkorting: null,
            soort: 'rbo',
            niveau: 'bestuurlijk',
            perJaar: 4,
            leden: [],
            vastePunten: [],
            stukkenDagen: 7,
            plaats: null,
            van: '2020-01-01',
            tot: null,
            toelichting: null,
            bron: 'x',
          }),
        ),
      ),
    ).id

  it('geeft vergaderingen en stukken aan wie het adres heeft, zonder sessie en zonder te bewaren', async () => {
    const overlegId = await overleg()
    const moment = { beginOm: '09:00', eindOm: '10:00', plaats: 'Stadhuis', werkbezoek: null }
    const plan = async (datum: string) =>
      accepted(await as((work) => planVergadering(work, { overlegId, datum, ...moment })))
    await plan('2026-05-11')
    const { id, versie } = await plan('2026-06-08')
    accepted(await as((work) => cancelVergadering(work, { id, versie, reden: 'Griep' })))
    await plan('2025-12-01')
    const { pad } = await maak(manager)
    const antwoord = await haal(pad)
    expect(antwoord.statusCode).toBe(200)
    expect(antwoord.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(antwoord.headers['cache-control']).toBe('private, no-store')
    expect(antwoord.headers['access-control-allow-origin']).toBeUndefined()
    const regels = antwoord.body.replaceAll('\r\n ', '').split('\r\n')
    // 9:00 in summer is 7:00 UTC.
    expect(regels).toContain('DTSTART:20260511T070000Z')
    expect(regels).toContain('DTSTART;VALUE=DATE:20260504')
    expect(regels).toContain('SUMMARY:RBO\\, MVS')
    expect(regels).toContain('SUMMARY:Afgelast: RBO\\, MVS')
    expect(regels.filter((regel) => regel === 'STATUS:CANCELLED')).toHaveLength(2)
    expect(regels.join('\n')).toMatch(/URL:https:\/\/onderdak\.example\.nl\/vergaderingen\//)
    // What is longer ago is gone.
    expect(antwoord.body).not.toContain('20251201')
  })

  it('bewaart het adres alleen als vingerafdruk', async () => {
    const { rows } = await database.login.query(
      'select length(token_hash) as lengte from onderdak.kalenderadres; ',
    )
    expect(rows).toEqual([{ lengte: 32 }])
    const { rows: boek } = await database.login.query(
      "select gegevens::text as tekst from onderdak.gebeurtenis where onderwerp_soort = 'kalenderadres'",
    )
    for (const { tekst } of boek) expect(tekst).toBe('{}')
  })

  it('een nieuw adres maakt het oude stil, en wie een ander zag hoort dat', async () => {
    const { adres } = await as(readKalenderadres)
    const eerste = await maak(manager, adres!.id)
    expect(await as((work) => makeKalenderadres(work, null))).toMatchObject({
      code: 'kalenderadres_veranderd',
    })
    const tweede = await maak(manager, eerste.id)
    expect((await haal(eerste.pad)).statusCode).toBe(404)
    expect((await haal(tweede.pad)).statusCode).toBe(200)
    accepted(await as((work) => withdrawKalenderadres(work, tweede.id)))
    expect((await haal(tweede.pad)).statusCode).toBe(404)
    expect(await as(readKalenderadres)).toEqual({ adres: null })
  })

  it('niemand trekt het adres van een ander in of ziet het', async () => {
    const { id, pad } = await maak(manager)
    const ander = await regio.als('centrumgemeente', 'beleidsmedewerker')
    expect(await as(readKalenderadres, ander)).toEqual({ adres: null })
    expect(await as((work) => withdrawKalenderadres(work, id), ander)).toMatchObject({
      code: 'niet_gevonden',
    })
    expect((await haal(pad)).statusCode).toBe(200)
    accepted(await as((work) => withdrawKalenderadres(work, id)))
  })

  it('wie het recht of de rol verliest, of weggaat, krijgt niets meer', async () => {
    const wie = await regio.als('loket', 'regiocoordinator')
    const { pad } = await maak(wie)
    expect((await haal(pad)).statusCode).toBe(200)
    const zet = (vraag: string) => database.login.query(vraag, [wie.gebruikerId])
    await zet("update onderdak.gebruiker_rol set tot = '2026-04-01' where gebruiker_id = $1")
    expect((await haal(pad)).statusCode).toBe(404)
    await zet('update onderdak.gebruiker_rol set tot = null where gebruiker_id = $1')
    expect((await haal(pad)).statusCode).toBe(200)
    await zet("update onderdak.gebruiker set tot = '2026-04-01' where id = $1")
    expect((await haal(pad)).statusCode).toBe(404)
  })

  it('een geraden of half adres geeft hetzelfde als een adres dat er niet is', async () => {
    const codes = []
    for (const bestand of [`${'A'.repeat(43)}.ics`, 'x.ics', `${'A'.repeat(43)}`]) {
      const antwoord = await haal(`/api/v1/kalenders/${bestand}`)
      codes.push([antwoord.statusCode, antwoord.json().code])
    }
    expect(codes).toEqual(Array(3).fill([404, 'niet_gevonden']))
  })

  it('heeft een grens aan hoe vaak iemand kan vragen', async () => {
    let laatste = 200
    for (let keer = 0; keer < 40 && laatste !== 429; keer++)
      laatste = (await haal(`/api/v1/kalenders/${'B'.repeat(43)}.ics`)).statusCode
    expect(laatste).toBe(429)
  })
})

describe('wie wat mag', () => {
  it('een regiocoördinator leest, een programmamanager en beleidsmedewerker schrijven, anderen zien niets', async () => {
    const vraag = async (
      organisatie: 'centrumgemeente' | 'aanbieder',
      rol: string,
      method: 'GET' | 'POST',
    ) => {
      const { gebruikerId } = await regio.als(organisatie, rol)
      const token = await server.sessions.start(gebruikerId!, rol, '127.0.0.1', 'test')
      const answer = await server.app.inject({
        method,
        url: '/api/v1/overleggen',
        // The cookie of a server behind https.
        cookies: { '__Host-onderdak': token },
        headers: {
          'x-csrf-token': platform.cipher.sign('csrf', token),
          'idempotency-key': `recht-${rol}-${method}`,
        },
        ...(method === 'POST' && { payload: {} }),
      })
      return answer.statusCode
    }
    expect(await vraag('centrumgemeente', 'regiocoordinator', 'GET')).toBe(200)
    expect(await vraag('centrumgemeente', 'regiocoordinator', 'POST')).toBe(403)
    for (const rol of ['programmamanager', 'beleidsmedewerker'])
      expect([
        await vraag('centrumgemeente', rol, 'GET'),
        await vraag('centrumgemeente', rol, 'POST'),
      ]).toEqual([200, 400])
    expect(await vraag('aanbieder', 'aanbieder_planner', 'GET')).toBe(403)
  })
})
