import { generate } from 'otplib'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import { registerProduct } from './commands.ts'
import { beheerRoutes } from './routes.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server
let key = 0

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  server = await createServer({
    platform,
    routes: beheerRoutes,
    isDemo: true,
    publicUrl: 'http://127.0.0.1:1',
  })
})

type Method = 'GET' | 'POST' | 'PUT'
type Client = (
  method: Method,
  path: string,
  payload?: object,
  sleutel?: string,
) => Promise<{
  status: number
  body: Record<string, unknown>
}>

function clientOf(token: string, csrf: string): Client {
  return async (method, path, payload, sleutel = `sleutel-${++key}`) => {
    const response = await server.app.inject({
      method,
      url: `/api/v1${path}`,
      cookies: { onderdak: token },
      headers: { 'x-csrf-token': csrf, 'idempotency-key': sleutel },
      ...(payload && { payload }),
    })
    return { status: response.statusCode, body: response.json() }
  }
}

async function als(organisatie: keyof TestRegio['organisaties'], rol: string): Promise<Client> {
  const vrager = await regio.als(organisatie, rol)
  const token = await server.sessions.start(vrager.gebruikerId!, rol, '127.0.0.1', 'test')
  return clientOf(token, platform.cipher.sign('csrf', token))
}

async function inloggen(gebruikersnaam: string, wachtwoord: string, secret: string) {
  platform.clock.advance(60_000)
  return server.app.inject({
    method: 'POST',
    url: '/api/v1/inloggen',
    payload: {
      gebruikersnaam,
      wachtwoord,
      code: await generate({ secret, epoch: platform.clock.now().getTime() / 1000 }),
    },
  })
}

/** Puts rows of the chain in place without its commands; what is tested is what the counts see. */
async function arrange(statements: string): Promise<void> {
  await database.login.query(
    `begin; set local session_replication_role = replica; set local search_path = onderdak; ${statements}; commit`,
  )
}

describe('wie mag wat', () => {
  it('zonder het recht wordt niets gewijzigd, en lezen mag wie er een formulier voor nodig heeft', async () => {
    const begeleider = await als('aanbieder', 'aanbieder_begeleider')
    const body = {
      sleutel: { lijst: 'kanaal', code: 'x' },
      waarde: { naam: 'X', volgorde: 1 },
      vanaf: '2026-04-01',
      versie: 0,
    }
    expect((await begeleider('POST', '/keuzes/wijzigingen', body)).status).toBe(403)
    expect((await begeleider('GET', '/keuzes')).status).toBe(200)
    expect((await begeleider('GET', '/gebruikers')).status).toBe(403)
    expect((await begeleider('GET', '/auditregels')).status).toBe(403)
    expect((await begeleider('GET', '/instellingen')).status).toBe(403)
  })

  it('alle fouten in een formulier komen tegelijk, met hun veld', async () => {
    const beheerder = await als('centrumgemeente', 'functioneel_beheerder')
    const { status, body } = await beheerder('POST', '/termijnen/wijzigingen', {
      sleutel: { code: 'onderzoek' },
      waarde: { naam: '', aantal: 0, eenheid: 'eeuwen', wettelijk: true },
      vanaf: '2026-02-30',
      versie: 1,
    })
    expect(status).toBe(400)
    expect((body.fouten as { veld: string }[]).map((fout) => fout.veld)).toEqual([
      'waarde.naam',
      'waarde.aantal',
      'waarde.eenheid',
      'vanaf',
    ])
  })

  it('een mandaat noemt geen organisatie van een andere regio', async () => {
    const other = await givenRegio(platform, 'AND')
    const beheerder = await als('centrumgemeente', 'functioneel_beheerder')
    const { body } = await beheerder('POST', '/mandaten/wijzigingen', {
      sleutel: { gemeenteCode: 'GM0622', domein: 'BW' },
      waarde: { organisatieId: other.organisaties.rogplus, grondslag: 'Besluit' },
      vanaf: '2026-04-01',
      versie: 0,
    })
    expect(body).toMatchObject({ code: 'onbekende_verwijzing', fouten: [{ veld: 'waarde.organisatieId' }] })
  })

  it('een recht op personen voor de beheerder vraagt een reden', async () => {
    const beheerder = await als('centrumgemeente', 'functioneel_beheerder')
    const grant = (reden?: string) =>
      beheerder('POST', '/rol-permissies/wijzigingen', {
        sleutel: { rolCode: 'functioneel_beheerder', permissie: 'persoon.lezen' },
        waarde: {},
        vanaf: '2026-07-01',
        versie: 0,
        ...(reden && { reden }),
      })
    expect((await grant()).body).toMatchObject({ code: 'reden_ontbreekt', fouten: [{ veld: 'reden' }] })
    expect((await grant('Onderzoek naar dubbele dossiers, besluit van 1 juni')).status).toBe(200)
    const { body } = await beheerder('GET', '/configuratiewijzigingen?tabel=rol_permissie')
    expect(body.results).toMatchObject([{ reden: 'Onderzoek naar dubbele dossiers, besluit van 1 juni' }])
  })
})

describe('wat een wijziging raakt', () => {
  it('telt lopende onderzoeken voor een beheerder die zelf geen dossier mag zien', async () => {
    await arrange(`
      insert into melding (id, regio_id, nummer, persoon_id, ontvangen_op, meldingsdatum, uiterlijk_op, kanaal, melder_soort, hulpvraag, status, organisatie_id, aangemaakt_op, gewijzigd_op)
        select ('00000000-0000-7000-8000-00000000000' || n)::uuid, '${regio.regioId}', 'M' || n, ('00000000-0000-7000-8000-00000000001' || n)::uuid, now(), '2026-02-02', '2026-03-16', 'balie', 'zelf', 'x', 'onderzoek', '${regio.organisaties.loket}', now(), now() from generate_series(1, 3) n;
      insert into onderzoek (id, regio_id, melding_id, persoon_id, gestart_op, uiterlijk_op, gewijzigd_op)
        select gen_random_uuid(), regio_id, id, persoon_id, '2026-02-02', '2026-03-16', now() from melding where regio_id = '${regio.regioId}'`)
    const beheerder = await als('centrumgemeente', 'functioneel_beheerder')
    const { status, body } = await beheerder('POST', '/termijnen/_voorbeeld', {
      sleutel: { code: 'onderzoek' },
      waarde: { naam: 'Onderzoek', aantal: 8, eenheid: 'weken', wettelijk: true },
      vanaf: '2026-04-01',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ lopend: 3, anders: 3, tabel: { rijen: [['maart 2026', 3, 3]] } })
    expect(JSON.stringify(body)).not.toContain('00000000-0000-7000')
    const other = await givenRegio(platform, 'DER')
    const outsider = await other.als('loket', 'functioneel_beheerder')
    const rows = await workAs(platform, outsider, (work) =>
      work.db.selectFrom('onderzoek').selectAll().execute(),
    )
    expect(rows).toEqual([])
  })

  it('telt lopende verblijven per product en wie meteen over het maximum zou zijn', async () => {
    const { id: product } = accepted(
      await workAs(platform, regio.systeem, (work) =>
        registerProduct(work, { code: 'KO', naam: 'Kortdurende opvang', domein: 'MO', van: '2020-01-01' }),
      ),
    )
    await arrange(`
      insert into verblijf (id, regio_id, persoon_id, plek_id, locatie_id, product_id, begonnen_op, uiterlijk_op, aangemaakt_op, gewijzigd_op)
        select gen_random_uuid(), '${regio.regioId}', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '${product}', begin::date, null, now(), now()
        from unnest(array['2025-10-01', '2026-02-15']) begin`)
    const beheerder = await als('centrumgemeente', 'functioneel_beheerder')
    const body = {
      sleutel: { productId: product },
      waarde: { maximumAantal: 12, maximumEenheid: 'weken', waarschuwDagen: 28 },
      vanaf: '2026-04-01',
    }
    const preview = await beheerder('POST', '/product-regels/_voorbeeld', body)
    expect(preview.body).toMatchObject({ lopend: 2, anders: 2 })
    expect((preview.body.zinnen as string[]).join(' ')).toContain('1 verblijf meteen over het maximum')
    expect((await beheerder('POST', '/product-regels/wijzigingen', { ...body, versie: 0 })).status).toBe(200)
  })

  it('een keuze in een lijst die niet bestaat wordt geweigerd', async () => {
    const beheerder = await als('centrumgemeente', 'functioneel_beheerder')
    const add = (lijst: string) =>
      beheerder('POST', '/keuzes/wijzigingen', {
        sleutel: { lijst, code: 'huisarts' },
        waarde: { naam: 'Huisarts', volgorde: 20 },
        vanaf: '2026-04-01',
        versie: 0,
      })
    expect(await add('kannaal')).toMatchObject({ status: 422, body: { code: 'lijst_onbekend' } })
    for (const lijst of ['kanaal', 'wijk', 'toegangsroute']) expect((await add(lijst)).status).toBe(200)
  })

  it('een wijziging bekijken wijzigt niets', async () => {
    const beheerder = await als('centrumgemeente', 'functioneel_beheerder')
    const regels = async () => (await beheerder('GET', '/prioriteitsregels')).body.regels
    const before = await regels()
    const { status } = await beheerder('POST', '/prioriteitsregels/_voorbeeld', {
      sleutel: { domein: 'MO', soort: 'trede', volgorde: 4 },
      waarde: { voorwaarde: 'jonger_dan_23', naam: 'Jongeren', uitleg: 'jonger dan 23 jaar' },
      vanaf: '2026-04-01',
    })
    expect(status).toBe(200)
    expect(await regels()).toEqual(before)
  })
})

describe('een medewerker', () => {
  it('krijgt een wachtwoord en een QR-code die één keer te zien zijn en werken', async () => {
    const beheerder = await als('centrumgemeente', 'functioneel_beheerder')
    const sleutel = 'een-vaste-sleutel'
    const body = {
      organisatieId: regio.organisaties.loket,
      gebruikersnaam: 'Noor.Vermeulen',
      naam: 'Noor Vermeulen',
      rollen: ['toegangsmedewerker'],
      inlog: 'wachtwoord',
      van: '2026-03-02',
    }
    const made = await beheerder('POST', '/gebruikers', body, sleutel)
    expect(made.status).toBe(201)
    const inlog = made.body.inloggegevens as {
      wachtwoord: string
      totpGeheim: string
      qr: string
      otpauth: string
    }
    expect(inlog.qr).toMatch(/^data:image\/svg\+xml;base64,/)
    expect(inlog.otpauth).toContain('otpauth://totp/Onderdak:noor.vermeulen')
    // Neither the answer of a repeated request nor any row holds the secret.
    expect((await beheerder('POST', '/gebruikers', body, sleutel)).body).toMatchObject({
      code: 'antwoord_eenmalig',
    })
    const { rows } = await database.login.query(
      `select t::text from onderdak.verzoek t union all select t::text from onderdak.gebeurtenis t union all select t::text from onderdak.gebruiker t`,
    )
    const stored = JSON.stringify(rows)
    expect(stored).not.toContain(inlog.wachtwoord)
    expect(stored).not.toContain(inlog.totpGeheim)
    expect((await inloggen('noor.vermeulen', inlog.wachtwoord, inlog.totpGeheim)).statusCode).toBe(200)

    const again = await beheerder('POST', `/gebruikers/${made.body.id}/inlog`, {})
    expect(again.status).toBe(201)
    expect((await inloggen('noor.vermeulen', inlog.wachtwoord, inlog.totpGeheim)).statusCode).toBe(403)
    const nieuw = again.body as typeof inlog
    expect((await inloggen('noor.vermeulen', nieuw.wachtwoord, nieuw.totpGeheim)).statusCode).toBe(200)
  })

  it('wijzigt het eigen wachtwoord met het oude, en is daarna alleen hier nog ingelogd', async () => {
    const beheerder = await als('centrumgemeente', 'functioneel_beheerder')
    const made = await beheerder('POST', '/gebruikers', {
      organisatieId: regio.organisaties.loket,
      gebruikersnaam: 'sam',
      naam: 'Sam Bakker',
      rollen: ['toegangsmedewerker'],
      inlog: 'wachtwoord',
      van: '2026-03-02',
    })
    const { wachtwoord, totpGeheim } = made.body.inloggegevens as { wachtwoord: string; totpGeheim: string }
    const first = await inloggen('sam', wachtwoord, totpGeheim)
    const second = await inloggen('sam', wachtwoord, totpGeheim)
    const here = clientOf(first.cookies[0]!.value, first.json().csrf)
    const elsewhere = clientOf(second.cookies[0]!.value, second.json().csrf)
    expect(
      await here('POST', '/account/wachtwoord', { huidig: 'fout', nieuw: 'een lange zin is goed' }),
    ).toMatchObject({
      status: 403,
      body: { fouten: [{ veld: 'huidig' }] },
    })
    expect((await here('POST', '/account/wachtwoord', { huidig: wachtwoord, nieuw: 'kort' })).status).toBe(
      400,
    )
    const { body } = await here('POST', '/account/wachtwoord', {
      huidig: wachtwoord,
      nieuw: 'een lange zin is goed',
    })
    expect(body).toEqual({ ingetrokken: 1 })
    platform.clock.advance(6_000)
    expect((await elsewhere('GET', '/account/sessies')).status).toBe(401)
    expect((await here('GET', '/account/sessies')).body.sessies).toMatchObject([{ isDeze: true }])
    expect((await inloggen('sam', 'een lange zin is goed', totpGeheim)).statusCode).toBe(200)
  })

  it('kan alleen eigen sessies beëindigen', async () => {
    const vrager = await regio.als('aanbieder', 'aanbieder_planner')
    const vreemd = await server.sessions.start(
      vrager.gebruikerId!,
      'aanbieder_planner',
      '127.0.0.1',
      'telefoon',
    )
    const { rows } = await database.login.query<{ id: string }>(
      `select encode(token_hash, 'hex') as id from onderdak.sessie where gebruiker_id = $1`,
      [vrager.gebruikerId],
    )
    const loket = await als('loket', 'toegangsmedewerker')
    expect((await loket('POST', `/account/sessies/${rows[0]!.id}/intrekking`, {})).status).toBe(404)
    const planner = clientOf(vreemd, platform.cipher.sign('csrf', vreemd))
    expect((await planner('POST', `/account/sessies/${rows[0]!.id}/intrekking`, {})).status).toBe(200)
  })

  it('zonder toegang is de sessie binnen vijf seconden voorbij', async () => {
    const beheerder = await als('centrumgemeente', 'functioneel_beheerder')
    const begeleider = await als('aanbieder', 'aanbieder_begeleider')
    const vrager = await regio.als('aanbieder', 'aanbieder_begeleider')
    expect((await begeleider('GET', '/account/sessies')).status).toBe(200)
    const ended = await beheerder('POST', `/gebruikers/${vrager.gebruikerId}/beeindiging`, {
      tot: '2026-03-02',
      versie: 1,
    })
    expect(ended.status).toBe(200)
    platform.clock.advance(6_000)
    expect((await begeleider('GET', '/account/sessies')).status).toBe(401)
  })

  it('die als laatste gebruikers beheert, houdt toegang', async () => {
    const beheerder = await als('centrumgemeente', 'functioneel_beheerder')
    const { gebruikerId } = await regio.als('centrumgemeente', 'functioneel_beheerder')
    const { body } = await beheerder('POST', `/gebruikers/${gebruikerId}/beeindiging`, {
      tot: '2026-12-31',
      versie: 1,
    })
    expect(body).toMatchObject({
      code: 'laatste_beheerder',
      mogelijk: [expect.stringContaining('andere medewerker')],
    })
  })
})

describe('organisaties en producten', () => {
  it('een organisatie met medewerkers eindigt niet; zonder wel', async () => {
    const beheerder = await als('centrumgemeente', 'functioneel_beheerder')
    const made = await beheerder('POST', '/organisaties', {
      naam: 'Corporatie Zuid',
      soort: 'corporatie',
      van: '2026-03-02',
    })
    expect(made.status).toBe(201)
    const twice = await beheerder('POST', '/organisaties', {
      naam: 'Corporatie Zuid',
      soort: 'corporatie',
      van: '2026-03-02',
    })
    expect(twice.body).toMatchObject({ code: 'organisatie_bestaat', fouten: [{ veld: 'naam' }] })
    const end = (id: unknown) =>
      beheerder('POST', `/organisaties/${id}/beeindiging`, { tot: '2026-06-01', versie: 1 })
    expect((await end(regio.organisaties.centrumgemeente)).body).toMatchObject({
      code: 'organisatie_heeft_gebruikers',
    })
    expect((await end(made.body.id)).status).toBe(200)
    expect((await end(made.body.id)).body).toMatchObject({ code: 'versie_verouderd' })
  })

  it('zoeken op een procentteken vindt niet alles', async () => {
    const beheerder = await als('centrumgemeente', 'functioneel_beheerder')
    expect((await beheerder('GET', '/organisaties?zoek=%25')).body.count).toBe(0)
    expect((await beheerder('GET', '/organisaties?zoek=aanbieder')).body.count).toBe(2)
  })
})

describe('het logboek', () => {
  it('is er alleen voor wie het mag lezen, in gewone zinnen, en noemt geen personen bij naam', async () => {
    const officer = await als('centrumgemeente', 'privacy_officer')
    const { body } = await officer('GET', '/auditregels?aantalPerPagina=5')
    expect(body.count).toBeGreaterThan(5)
    expect(body.results).toHaveLength(5)
    const regels = (
      await officer('GET', '/auditregels?gebruiker=functioneel&uitkomst=gelukt&aantalPerPagina=200')
    ).body.results as { zin: string }[]
    expect(regels.map((regel) => regel.zin)).toContain(
      'Proef functioneel_beheerder centrumgemeente heeft organisatie geregistreerd.',
    )
    const refused = (await officer('GET', '/auditregels?uitkomst=geweigerd')).body.results as {
      zin: string
    }[]
    expect(refused.every((regel) => regel.zin.includes('mocht dit niet'))).toBe(true)
    const none = await officer('GET', '/auditregels?persoonId=00000000-0000-7000-8000-0000000000ff')
    expect(none.body.count).toBe(0)
  })
})
