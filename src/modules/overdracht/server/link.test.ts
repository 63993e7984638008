import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { afronding, contact, givenAanbod, naarBuiten } from '../../../../tests/given/overdracht.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { endDelingVanStap } from '../../delen/server/commands.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { createLink, finishOverdracht, recordEersteContact, withdrawOverdracht } from './commands.ts'
import { overdrachtPubliek } from './publiek.ts'
import { readOverdracht } from './queries.ts'
import { overdrachtRoutes } from './routes.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let server: Server
let bezoekers = 0

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'toegangsmedewerker')
  server = await createServer({
    platform,
    routes: overdrachtRoutes,
    publicRoutes: overdrachtPubliek,
    isDemo: true,
    publicUrl: 'http://127.0.0.1:1',
  })
  await server.app.ready()
})

const doe = <T>(run: Parameters<typeof workAs<T>>[2]) => workAs(platform, loket, run)
const query = async (text: string, values: unknown[] = []) => (await database.login.query(text, values)).rows

/** A visitor without account; each from an address of its own, unless said otherwise. */
function vraag(pad: string, payload: object, van = `10.0.0.${++bezoekers}`) {
  return server.app.inject({
    method: 'POST',
    url: `/api/v1/overdrachtlinks/${pad}`,
    headers: { 'x-forwarded-for': van },
    payload,
  })
}

async function aangeboden(): Promise<{ id: Id; persoonId: Id; token: string }> {
  const persoonId = await givenPersoon(platform, loket, { telefoon: '0611112222' })
  await doe((work) =>
    setOpvolging(work, { persoonId }, { volgendeStap: 'Bellen', volgendeStapOp: '2026-03-09' }),
  )
  const id = await givenAanbod(platform, loket, persoonId, naarBuiten)
  const { token } = accepted(await doe((work) => createLink(work, id)))
  return { id, persoonId, token }
}
const tekent = { naam: 'B. Buren', functie: 'Regisseur', telefoon: '010 000 00 00' }

describe('een eenmalige link naar een andere regio (OVD-11)', () => {
  it('toont één keer precies wat is gedeeld, en neemt één antwoord aan', async () => {
    const { id, persoonId, token } = await aangeboden()
    const ervoor = await vraag('stand', { token })
    expect(ervoor.json()).toEqual({
      van: 'Regionaal loket',
      naar: 'Loket Buurregio',
      toestand: 'aangeboden',
      antwoordUiterlijk: '2026-03-16',
      isGeopend: false,
      kanAntwoorden: false,
    })
    expect((await vraag('antwoord', { token, antwoord: 'accepteren', ...tekent })).json().code).toBe(
      'link_niet_geopend',
    )

    const open = await vraag('opening', { token })
    expect(open.statusCode).toBe(200)
    expect(open.headers['cache-control']).toBe('no-store')
    expect(open.json()).toEqual({
      naam: 'Sanne de Vries',
      geboortedatum: '1985-05-17',
      reden: naarBuiten.reden,
      samenvatting: naarBuiten.samenvatting,
      zonderJeugdgegevens: false,
      wetsovergang: 'geen',
      contactpersoon: 'Proef toegangsmedewerker loket',
      organisatie: 'Regionaal loket',
      telefoon: null,
      artikel: 'Wmo 2015 art. 5.3.3 lid 3',
      vervaltOp: '2026-05-15',
    })
    const nogEens = await vraag('opening', { token })
    expect([nogEens.statusCode, nogEens.json().code]).toEqual([409, 'link_al_geopend'])
    expect(nogEens.body).not.toContain('Vries')

    const antwoord = await vraag('antwoord', { token, antwoord: 'accepteren', ...tekent })
    expect(antwoord.json()).toMatchObject({ toestand: 'geaccepteerd', kanAntwoorden: false })
    expect(
      (await vraag('antwoord', { token, antwoord: 'weigeren', toelichting: 'Toch niet', ...tekent }))
        .statusCode,
    ).toBe(409)
    expect(accepted(await doe((work) => readOverdracht(work, id)))).toMatchObject({
      toestand: 'geaccepteerd',
      ontvangerNaam: 'B. Buren',
      ontvangerFunctie: 'Regisseur',
      ontvangerOndertekendOp: '2026-03-02',
      kan: ['intrekken', 'afronden'],
    })
    const boek = await query(
      `select gebeurtenis, uitkomst, gebruiker_naam, netwerkadres from onderdak.audit where $1 = any (personen) and doel = 'link' order by volgnummer`,
      [persoonId],
    )
    // What was refused is there too: an answer before opening, a second opening and a second answer.
    expect(boek.map((row) => [row.gebeurtenis, row.uitkomst])).toEqual([
      ['overdrachtlink.beantwoord', 4],
      ['overdrachtlink.geopend', 0],
      ['overdrachtlink.geopend', 4],
      ['overdrachtlink.beantwoord', 0],
      ['overdrachtlink.beantwoord', 4],
    ])
    expect(boek[0]).toMatchObject({
      gebruiker_naam: 'Ontvanger buiten de regio, met link',
      netwerkadres: /^10\.0\.0\./,
    })
  })

  it('laat de gever verantwoordelijk, tot die het eerste contact is nagegaan', async () => {
    const { id, persoonId, token } = await aangeboden()
    await vraag('opening', { token })
    await vraag('antwoord', { token, antwoord: 'accepteren', ...tekent })
    const stap = () =>
      query(
        `select organisatie_id, volgende_stap as stap from onderdak.opvolging where persoon_id = $1 and status = 'open'`,
        [persoonId],
      )
    expect(await stap()).toEqual([
      {
        organisatie_id: loket.organisatieId,
        stap: 'Overdracht is aangenomen: bel de ontvanger en plan het gesprek',
      },
    ])
    accepted(await doe((work) => finishOverdracht(work, { ...afronding, id })))
    expect(await stap()).toMatchObject([
      {
        organisatie_id: loket.organisatieId,
        stap: 'Nagaan of de ontvanger buiten de regio de cliënt heeft gesproken',
      },
    ])
    accepted(
      await doe((work) => recordEersteContact(work, { ...contact, id, volgendeStap: 'Opvolging afsluiten' })),
    )
    expect(await stap()).toMatchObject([{ stap: 'Opvolging afsluiten' }])
  })

  it('een weigering heeft een reden en gaat terug naar de gever', async () => {
    const { id, token } = await aangeboden()
    await vraag('opening', { token })
    const zonder = await vraag('antwoord', { token, antwoord: 'weigeren', ...tekent })
    expect([zonder.statusCode, zonder.json().fouten[0].veld]).toEqual([400, 'toelichting'])
    await vraag('antwoord', { token, antwoord: 'weigeren', toelichting: 'Geen plek', ...tekent })
    expect(accepted(await doe((work) => readOverdracht(work, id)))).toMatchObject({
      toestand: 'geweigerd',
      eindreden: 'Geen plek (B. Buren, Regisseur, 010 000 00 00)',
    })
    expect((await vraag('stand', { token })).statusCode).toBe(404)
  })

  it('bewaart de link zelf nergens, alleen een vingerafdruk', async () => {
    const { token } = await aangeboden()
    const tabellen = await query(
      `select table_name as naam from information_schema.tables where table_schema = 'onderdak' and table_type = 'BASE TABLE'`,
    )
    for (const { naam } of tabellen) {
      const [{ n }] = (await query(
        `select count(*)::int as n from onderdak.${naam} t where to_jsonb(t)::text like '%' || $1 || '%'`,
        [token],
      )) as [{ n: number }]
      expect([naam, n]).toEqual([naam, 0])
    }
  })

  it('werkt niet als zij is verlopen, vervangen of ingetrokken, of als het delen is gestopt', async () => {
    const oud = await aangeboden()
    const nieuw = accepted(await doe((work) => createLink(work, oud.id))).token
    const code = async (token: string) => (await vraag('opening', { token })).json().code
    expect(await code(oud.token)).toBe('link_werkt_niet')
    accepted(await doe((work) => withdrawOverdracht(work, { id: oud.id, reden: 'Toch niet' })))
    expect(await code(nieuw)).toBe('link_werkt_niet')

    const pogingen = await query(
      `select uitkomst from onderdak.audit where $1 = any (personen) and gebeurtenis = 'overdrachtlink.geopend'`,
      [oud.persoonId],
    )
    expect(pogingen).toEqual([{ uitkomst: 4 }, { uitkomst: 4 }])

    const gestopt = await aangeboden()
    const [{ deling_id }] = (await query('select deling_id from onderdak.overdracht where id = $1', [
      gestopt.id,
    ])) as [{ deling_id: Id }]
    await doe((work) => endDelingVanStap(work, deling_id))
    expect(await code(gestopt.token)).toBe('link_werkt_niet')

    const verlopen = await aangeboden()
    platform.clock.set('2026-03-17')
    expect(await code(verlopen.token)).toBe('link_werkt_niet')
    platform.clock.set('2026-03-02')
    expect(await code('x'.repeat(43))).toBe('link_werkt_niet')
    expect((await vraag('opening', { token: 'kort' })).statusCode).toBe(400)
    expect(await code(verlopen.token)).toBeUndefined()
  })

  it('van twee die tegelijk openen ziet er één de gegevens', async () => {
    const { token } = await aangeboden()
    const beide = await Promise.all([vraag('opening', { token }), vraag('opening', { token })])
    expect(beide.map((een) => een.statusCode).sort()).toEqual([200, 409])
  })

  it('remt wie raadt: na dertig keer in tien minuten is het even klaar', async () => {
    const codes = []
    for (let keer = 0; keer < 32; keer++)
      codes.push((await vraag('opening', { token: `${keer}`.padStart(43, 'a') }, '10.9.9.9')).statusCode)
    expect(codes).toEqual([...Array(30).fill(404), 429, 429])
  })

  it('maakt alleen de gever, zolang er niet is geantwoord', async () => {
    const { id, token } = await aangeboden()
    const ander = await regio.als('wijkteam', 'toegangsmedewerker')
    expect(await workAs(platform, ander, (work) => createLink(work, id))).toMatchObject({
      code: 'niet_gevonden',
    })
    await vraag('opening', { token })
    await vraag('antwoord', { token, antwoord: 'accepteren', ...tekent })
    expect(await doe((work) => createLink(work, id))).toMatchObject({ code: 'link_kan_niet' })
  })
})
