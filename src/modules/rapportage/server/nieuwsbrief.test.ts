import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenProgramma, givenRapportage, type Proefprogramma } from '../../../../tests/given/rapportage.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { type Mailserver, startMailserver } from '../../../../tests/given/smtp.ts'
import { createServer, type Server } from '../../../platform/http/server.ts'
import { runTaak } from '../../../platform/jobs/runner.ts'
import type { Stap } from '../../../platform/jobs/tasks.ts'
import { createMailer } from '../../../platform/mail/mailer.ts'
import { projectRoot } from '../../../platform/root.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { adoptRapportage } from './commands.ts'
import { clearAanvragen, sendNieuwsbrief } from './nieuwsbrief-commands.ts'
import { briefMail } from './nieuwsbrief-mail.ts'
import { listNieuwsbriefrijen, readNieuwsbriefstand } from './nieuwsbrief-queries.ts'
import { nieuwsbriefTaken } from './nieuwsbrief-tasks.ts'
import { rapportagePubliek } from './publiek.ts'
import { readRapportage } from './queries.ts'
import { rapportageRoutes } from './routes.ts'

const database = useDatabase()
const URL_ = 'https://onderdak.example'
let smtp: Mailserver
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let programma: Proefprogramma
let server: Server

beforeAll(async () => {
  smtp = await startMailserver()
  platform = {
    ...testPlatform(database),
    mail: createMailer({ smtpUrl: smtp.url, van: 'Regio Proef <nieuws@regio.example>', url: URL_ }),
  }
  platform.clock.set('2026-04-02')
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  programma = await givenProgramma(platform, manager)
  server = await createServer({
    platform,
    routes: rapportageRoutes,
    publicRoutes: rapportagePubliek,
    isDemo: true,
    publicUrl: 'http://127.0.0.1:1',
  })
  await server.app.ready()
}, 120_000)
afterAll(async () => {
  await server?.app.close()
  await smtp?.close()
})

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const stap: Stap = (run) => runTaak(platform, regio.regioId, 'proef', `proef-${platform.newId()}`, run)
const bezorg = (naam: string, gegevens: Record<string, unknown>) =>
  nieuwsbriefTaken.find((taak) => taak.naam === naam)!.handleStappen(stap, gegevens)
const versturen = (nieuwsbriefId: Id) => bezorg('nieuwsbrief-versturen', { nieuwsbriefId })

let serial = 0
const post = (path: string, payload: object) =>
  server.app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: { 'idempotency-key': `nieuwsbrief-proef-${++serial}` },
    remoteAddress: `10.0.${Math.floor(serial / 200)}.${serial % 200}`,
    payload,
  })
const aan = (adres: string) => smtp.ontvangen.filter((een) => een.aan === adres)
const leesbaar = (bericht: string) =>
  bericht
    .replace(/=\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (code) => Buffer.from(code.replaceAll('=', ''), 'hex').toString('utf8'))

async function meldAan(adres: string): Promise<string> {
  expect((await post('/nieuwsbriefaanmeldingen', { regio: 'TST', email: adres })).json()).toEqual({
    isOntvangen: true,
  })
  const { rows } = await database.login.query<{ payload: { abonneeId: Id } }>(
    "select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'nieuwsbrief-bevestigen' order by j.id desc limit 1",
  )
  await bezorg('nieuwsbrief-bevestigen', { abonneeId: rows[0]!.payload.abonneeId })
  return /bevestigen#(\S+)/.exec(leesbaar(aan(adres.toLowerCase()).at(-1)!.bericht))![1]!
}
async function abonneer(...adressen: string[]) {
  for (const adres of adressen)
    expect((await post('/nieuwsbriefbevestigingen', { code: await meldAan(adres) })).statusCode).toBe(200)
  smtp.ontvangen.length = 0
}
async function brief(titel: string): Promise<Id> {
  const id = await givenRapportage(platform, manager, {
    programmaId: programma.programmaId,
    soort: 'nieuwsbrief',
    titel,
  })
  const { versie } = accepted(await as(manager, (work) => readRapportage(work, id)))
  accepted(await as(manager, (work) => adoptRapportage(work, { id, versie })))
  return accepted(await as(manager, (work) => sendNieuwsbrief(work, { rapportageId: id }))).id
}
const rij = async (id: Id) =>
  (
    await as(manager, (work) =>
      listNieuwsbriefrijen(work, { pagina: 1, aantalPerPagina: 25, sorteer: '-verstuurdOp' }),
    )
  ).results.find((een) => een.id === id)!

describe('abonnee worden van de nieuwsbrief', () => {
  it('vraagt een bevestiging per e-mail, bewaart het adres versleuteld en verraadt niet wie abonnee is', async () => {
    const code = await meldAan('Buur@Voorbeeld.nl')
    const opnieuw = await post('/nieuwsbriefaanmeldingen', { regio: 'TST', email: 'buur@voorbeeld.nl' })
    expect(opnieuw.json()).toEqual({ isOntvangen: true })
    expect(await as(manager, (work) => readNieuwsbriefstand(work))).toMatchObject({
      bevestigd: 0,
      aangevraagd: 1,
    })
    for (const fout of [`${code}x`, 'onzin', code.replace(/^./, (letter) => (letter === '0' ? '1' : '0'))])
      expect((await post('/nieuwsbriefbevestigingen', { code: fout })).statusCode).toBe(404)
    // A code to confirm is no code to stop.
    expect((await post('/nieuwsbriefafmeldingen', { code })).statusCode).toBe(404)
    for (let i = 0; i < 2; i++)
      expect((await post('/nieuwsbriefbevestigingen', { code })).json()).toEqual({ regio: 'Testregio TST' })
    expect(await as(manager, (work) => readNieuwsbriefstand(work))).toMatchObject({
      bevestigd: 1,
      aangevraagd: 0,
    })
    const { rows } = await database.login.query('select * from onderdak.nieuwsbriefabonnee')
    expect(JSON.stringify(rows)).not.toContain('voorbeeld')
    const boek = await database.login.query(
      "select * from onderdak.gebeurtenis where soort like 'Nieuwsbrief%'",
    )
    expect(JSON.stringify(boek.rows)).not.toMatch(/voorbeeld|10\.0\./)
    const fout = await post('/nieuwsbriefaanmeldingen', { regio: 'TST', email: 'geen adres' })
    expect(fout.json().fouten[0]).toEqual({
      veld: 'email',
      melding: 'Vul een e-mailadres in zoals naam@voorbeeld.nl.',
    })
  })

  it('wie niet binnen een week bevestigt, wordt gewist', async () => {
    const code = await meldAan('vergeten@voorbeeld.nl')
    platform.clock.advance(8 * 86_400_000)
    expect((await post('/nieuwsbriefbevestigingen', { code })).statusCode).toBe(404)
    await as(regio.systeem, clearAanvragen)
    expect(await as(manager, (work) => readNieuwsbriefstand(work))).toMatchObject({ aangevraagd: 0 })
  })
})

describe('een nieuwsbrief versturen', () => {
  it('gaat naar elke abonnee één keer, met een weg om te stoppen, en staat daarna voor iedereen online', async () => {
    await abonneer('een@voorbeeld.nl', 'twee@voorbeeld.nl')
    const id = await brief('Nieuws van het eerste kwartaal')
    await versturen(id)
    await versturen(id)
    expect(aan('een@voorbeeld.nl')).toHaveLength(1)
    expect(await rij(id)).toMatchObject({ isKlaar: true, totaal: 3, verstuurd: 3, wacht: 0 })
    const { bericht } = aan('een@voorbeeld.nl')[0]!
    expect(bericht).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(bericht).toMatch(/Content-Type: text\/plain[\s\S]*Content-Type: text\/html/)
    const tekst = leesbaar(bericht)
    expect(tekst).toContain('Er doen nu 42 straten mee.')
    expect(tekst).toContain('<h3>Lief en leedstraten</h3>')
    // This region is a demo; only then a mail says that nothing in it is real.
    expect(tekst).toContain('<p>Voorbeeld met verzonnen gegevens.</p>')
    const echt = briefMail(
      {
        titel: 'Nieuws',
        regio: 'Proef',
        regioCode: 'TST',
        nieuwsbriefId: id,
        inhouden: [],
        isVoorbeeld: false,
      },
      { aan: 'een@voorbeeld.nl', url: 'https://x.example', afmeldcode: 'a' },
    )
    expect(echt.tekst + echt.html).not.toContain('verzonnen')
    const [, adres, code] = /List-Unsubscribe:\s*<\S*?(\/api\/\S*?code=(\S+?))>/.exec(
      bericht.replace(/\n[ \t]+/g, ' '),
    )!
    const klik = () =>
      server.app.inject({
        method: 'POST',
        url: adres!,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      })
    expect((await klik()).statusCode).toBe(200)
    expect((await klik()).statusCode).toBe(200)
    expect((await post('/nieuwsbriefafmeldingen', { code })).json()).toEqual({ regio: 'Testregio TST' })
    const { rows } = await database.login.query(
      "select * from onderdak.nieuwsbriefabonnee where status = 'afgemeld'",
    )
    expect(rows).toMatchObject([{ adres_versleuteld: null, adres_index: null }])

    const lijst = (await server.app.inject('/api/v1/openbare-nieuwsbrieven')).json()
    expect(lijst.regios[0].nieuwsbrieven[0].titel).toBe('Nieuws van het eerste kwartaal')
    const open = await server.app.inject(`/api/v1/openbare-nieuwsbrieven/TST/${id}`)
    expect(open.body).toContain('Er doen nu 42 straten mee.')
  })

  it('probeert later opnieuw wat tijdelijk niet kon, en nooit wat misschien al aankwam', async () => {
    await abonneer('later@voorbeeld.nl', 'nooit@voorbeeld.nl', 'brak@voorbeeld.nl', 'voor@voorbeeld.nl')
    smtp.gedraag('later@voorbeeld.nl', 'later', 1)
    smtp.gedraag('nooit@voorbeeld.nl', 'nooit')
    smtp.gedraag('brak@voorbeeld.nl', 'hangt_op_na')
    smtp.gedraag('voor@voorbeeld.nl', 'hangt_op_voor', 1)
    const id = await brief('Met tegenslag')
    for (let i = 0; i < 6; i++) {
      await versturen(id)
      platform.clock.advance(6 * 60_000)
    }
    expect(await rij(id)).toMatchObject({ isKlaar: true, wacht: 0, mislukt: 1, onbekend: 1 })
    for (const adres of ['later', 'brak', 'voor', 'twee'])
      expect([adres, aan(`${adres}@voorbeeld.nl`).length]).toEqual([adres, 1])
    const { rows } = await database.login.query(
      "select fout from onderdak.nieuwsbrief_ontvanger where stand = 'mislukt'",
    )
    expect(rows).toEqual([{ fout: 550 }])
    await expect(
      database.login.query(
        "update onderdak.nieuwsbrief_ontvanger set stand = 'wacht' where stand = 'verstuurd'",
      ),
    ).rejects.toThrow('is al verstuurd')
  })

  it('zegt waarom het niet kan: nog niet vastgesteld, al verstuurd, of geen mailserver', async () => {
    const concept = await givenRapportage(platform, manager, {
      programmaId: programma.programmaId,
      soort: 'nieuwsbrief',
    })
    expect(await as(manager, (work) => sendNieuwsbrief(work, { rapportageId: concept }))).toMatchObject({
      code: 'nieuwsbrief_niet_vastgesteld',
    })
    const id = await brief('Twee keer')
    const { rapportageId } = await rij(id)
    expect(await as(manager, (work) => sendNieuwsbrief(work, { rapportageId }))).toMatchObject({
      code: 'nieuwsbrief_verstuurd',
    })
    expect(
      await workAs({ ...platform, mail: undefined }, manager, (work) =>
        sendNieuwsbrief(work, { rapportageId }),
      ),
    ).toMatchObject({ code: 'mail_niet_ingesteld' })
  })
})

describe('kill -9 tijdens het versturen', () => {
  const children: ChildProcess[] = []
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
  })
  async function startProcess(): Promise<ChildProcess> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(projectRoot, 'tests/database/mail-child.ts'), database.url, smtp.url],
      { cwd: projectRoot, stdio: ['pipe', 'pipe', 'inherit'] },
    )
    children.push(child)
    await new Promise((resolve) => child.stdout!.once('data', resolve))
    return child
  }

  it('krijgt niemand haar twee keer, en gaat het verder waar het bleef', async () => {
    platform.clock.set(new Date().toISOString())
    for (const adres of ['nooit', 'brak']) smtp.gedraag(`${adres}@voorbeeld.nl`, 'neemt')
    const adressen = Array.from({ length: 12 }, (_, i) => `buur${i}@voorbeeld.nl`)
    await abonneer(...adressen)
    // The server takes the whole mail of the fifth and says nothing: there the process dies.
    smtp.gedraag('buur4@voorbeeld.nl', 'zwijgt', 1)
    const id = await brief('Bij een stroomstoring')
    const eerste = await startProcess()
    await expect.poll(() => aan('buur4@voorbeeld.nl').length, { timeout: 60_000, interval: 20 }).toBe(1)
    const gone = new Promise((resolve) => eerste.once('exit', resolve))
    eerste.kill('SIGKILL')
    await gone
    // Ten minutes later, as the clock of the database row has it; and the queue hands it out again.
    await database.login.query(
      "update onderdak.nieuwsbrief_ontvanger set bezig_sinds = bezig_sinds - interval '11 minutes' where stand = 'bezig'",
    )
    await database.login.query(
      'update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = now()',
    )
    await database.login.query(
      'update graphile_worker._private_job_queues set locked_at = null, locked_by = null',
    )
    await startProcess()
    await expect.poll(async () => (await rij(id)).isKlaar, { timeout: 60_000 }).toBe(true)
    for (const adres of adressen) expect([adres, aan(adres).length]).toEqual([adres, 1])
    expect(await rij(id)).toMatchObject({ onbekend: 1, mislukt: 0, wacht: 0 })
  }, 180_000)
})
