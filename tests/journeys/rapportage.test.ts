import { afterAll, beforeAll, expect, it } from 'vitest'
import { VoortgangInvoer } from '../../src/modules/programma/domain/voortgang-contract.ts'
import { reportVoortgang } from '../../src/modules/programma/server/voortgang-commands.ts'
import { nieuwsbriefTaken } from '../../src/modules/rapportage/server/nieuwsbrief-tasks.ts'
import { noteVoortgang } from '../../src/modules/rapportage/server/store.ts'
import { runTaak } from '../../src/platform/jobs/runner.ts'
import { createMailer } from '../../src/platform/mail/mailer.ts'
import { Id } from '../../src/shared/id.ts'
import { findViolations, openBrowser, openPage, scrollsSideways, widths } from '../browser/harness.ts'
import { accepted, systemVrager, workAs } from '../given/platform.ts'
import { draftNow, givenProgramma, type Proefprogramma } from '../given/rapportage.ts'
import { type Mailserver, startMailserver } from '../given/smtp.ts'
import { type Desk, type Guest, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()
let programma: Proefprogramma
let smtp: Mailserver

async function look(desk: Desk | Guest, naam: string) {
  for (const width of Object.values(widths)) {
    await desk.page.setViewportSize({ width, height: 900 })
    await desk.expectAccessible()
    const map = process.env.ONDERDAK_SCHERMEN
    if (map) await desk.page.screenshot({ path: `${map}/${naam}-${width}.png`, fullPage: true })
  }
  await desk.page.setViewportSize({ width: widths.breed, height: 900 })
}

beforeAll(async () => {
  onderdak.setDay('2026-04-02')
  const manager = await onderdak.regio.als('centrumgemeente', 'programmamanager')
  programma = await givenProgramma(onderdak.platform, manager)
  smtp = await startMailserver()
  Object.assign(onderdak.platform, {
    mail: createMailer({ smtpUrl: smtp.url, van: 'Regio Proef <nieuws@regio.example>', url: onderdak.url }),
  })
}, 240_000)
afterAll(() => smtp?.close())

it('een programmamanager stelt een voortgangsrapportage op, bewerkt haar, stelt haar vast en neemt haar mee', async () => {
  const desk = await onderdak.open('centrumgemeente', 'programmamanager')
  const { page } = desk
  await desk.go('/rapportages')
  await page.getByText('Nog geen rapportages').waitFor()
  await page.getByRole('link', { name: 'Rapportage maken' }).click()
  await page.getByLabel('Titel').waitFor()
  expect(await page.getByLabel('Titel').inputValue()).toBe(
    'Voortgangsrapportage Samen veranderen, juli 2025 tot en met maart 2026',
  )
  await page.getByRole('radio', { name: 'Nieuwsbrief' }).check()
  await page.getByRole('radio', { name: 'Voortgangsrapportage' }).check()
  await look(desk, 'rapportage-nieuw')
  await page.getByRole('button', { name: 'Concept opstellen' }).click()
  await page.getByText('Onderdak haalt de teksten en cijfers op').waitFor()
  await look(desk, 'rapportage-bezig')
  const id = page.url().split('/').at(-1)!
  const { regioId } = onderdak.regio
  await workAs(onderdak.platform, systemVrager(regioId), (work) =>
    noteVoortgang(work, Id.parse(id), { gedaan: 1, totaal: 3 }),
  )
  await page.getByText('33% · 1 van 3 activiteiten.').waitFor()
  await look(desk, 'rapportage-voortgang')
  await draftNow(onderdak.platform, regioId, id)
  await page.getByRole('heading', { level: 2, name: 'Hoofdstuk: Inleiding' }).waitFor({ timeout: 30_000 })
  await look(desk, 'rapportage-concept')

  await page.getByRole('link', { name: 'Sociale basis' }).click()
  await page.getByText('Er doen nu 42 straten mee.').waitFor()
  await page.getByText('Stuk 4 aanpassen').click()
  await page
    .getByLabel('Tekst', { exact: true })
    .fill('**Stand.** Er doen *veel* straten mee.\n\n- een\n- twee')
  await look(desk, 'rapportage-bewerken')
  await page.getByRole('button', { name: 'Tekst opslaan' }).click()
  await page.getByText('Bewerkt', { exact: true }).waitFor()
  expect(await page.locator('em', { hasText: 'veel' }).count()).toBe(1)
  await page.getByText('Stuk 1 aanpassen').click()
  await page.getByText('Eigen stuk toevoegen na stuk 1').click()
  await page.getByLabel('Uw tekst').fill('Een woord vooraf.')
  await page.getByRole('button', { name: 'Stuk toevoegen' }).click()
  await page.getByText('Zelf geschreven').waitFor()

  accepted(
    await workAs(onderdak.platform, desk.vrager, (work) =>
      reportVoortgang(work, {
        ...VoortgangInvoer.parse({ op: '2026-03-20', standVanZaken: 'Nu zijn het er 45.', bron: 'Proef' }),
        id: programma.pilot,
      }),
    ),
  )
  await draftNow(onderdak.platform, onderdak.regio.regioId, id)
  await page.reload()
  await page.getByRole('heading', { name: 'Bij 3 stukken zijn de gegevens veranderd' }).waitFor()
  await page.getByText('Nu zijn het er 45.').waitFor()
  await look(desk, 'rapportage-veranderd')
  await page.getByRole('button', { name: 'Houd wat er staat' }).click()
  await page.getByRole('heading', { name: 'Bij 2 stukken zijn de gegevens veranderd' }).waitFor()
  await page.getByRole('button', { name: /^Neem 2 nieuwe teksten over/ }).click()
  await page.getByText('De nieuwe teksten staan erin.').waitFor()
  await page.getByRole('button', { name: 'Vaststellen' }).click()
  await page.getByRole('button', { name: 'Rapportage vaststellen' }).click()
  await page.getByText('Vastgesteld', { exact: true }).first().waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'ODT om in verder te werken' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('voortgang-2025-07-01.odt')
  await look(desk, 'rapportage-vastgesteld')
  await page.getByRole('link', { name: 'Maak de volgende' }).click()
  await page.getByRole('heading', { level: 1, name: 'Rapportage maken' }).waitFor()
  await expect.poll(() => page.getByLabel('Titel').inputValue()).toMatch(/april tot en met december 2026$/)
  await desk.go('/rapportages')
  await page.getByRole('cell', { name: 'juli 2025 tot en met maart 2026', exact: true }).waitFor()
  await look(desk, 'rapportages')
}, 300_000)

/** Does what waits in the queue of mails, as the server does behind the screens. */
async function mailNu(): Promise<void> {
  const { rows } = await onderdak.database.login.query<{ naam: string; gegevens: Record<string, unknown> }>(
    `with weg as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t where t.id = j.task_id and t.identifier like 'nieuwsbrief-%' returning t.identifier, j.payload)
     select identifier as naam, payload as gegevens from weg`,
  )
  const { platform, regio } = onderdak
  for (const { naam, gegevens } of rows)
    await nieuwsbriefTaken
      .find((taak) => taak.naam === naam)!
      .handleStappen(
        (run) => runTaak(platform, regio.regioId, naam, `proef-${platform.newId()}`, run),
        gegevens,
      )
}

it('een inwoner meldt zich aan voor de nieuwsbrief, krijgt haar, leest haar online en meldt zich af', async () => {
  const browser = await openBrowser()
  const { page: open, context, faults } = await openPage(browser, widths.breed)
  open.setDefaultTimeout(15_000)
  const bekijk = async (naam: string) => {
    for (const width of Object.values(widths)) {
      await open.setViewportSize({ width, height: 900 })
      expect([...(await findViolations(open)), ...faults.splice(0)]).toEqual([])
      expect(await scrollsSideways(open)).toBe(false)
      const map = process.env.ONDERDAK_SCHERMEN
      if (map) await open.screenshot({ path: `${map}/${naam}-${width}.png`, fullPage: true })
    }
  }
  const leesbaar = (bericht: string) => bericht.replace(/=\n/g, '').replaceAll('=3D', '=')
  try {
    await open.goto(`${onderdak.url}/nieuwsbrief`)
    await open.getByRole('link', { name: 'Aanmelden per e-mail' }).click()
    await open.getByLabel('Uw e-mailadres').fill('geen adres')
    await open.getByRole('button', { name: 'Aanmelden' }).click()
    await open.getByText('Vul een e-mailadres in zoals naam@voorbeeld.nl.').first().waitFor()
    await bekijk('nieuwsbrief-aanmelden')
    await open.getByLabel('Uw e-mailadres').fill('inwoner@voorbeeld.nl')
    await open.getByRole('button', { name: 'Aanmelden' }).click()
    await open.getByRole('heading', { name: 'Kijk in uw e-mail' }).waitFor()
    await mailNu()
    const bevestig = /(http:\S+bevestigen#\S+)/.exec(leesbaar(smtp.ontvangen.at(-1)!.bericht))![1]!
    await open.goto(bevestig)
    await open.getByRole('button', { name: 'Ja, ik wil de nieuwsbrief' }).click()
    await open.getByRole('heading', { name: 'U krijgt de nieuwsbrief van Testregio TST' }).waitFor()

    const desk = await onderdak.open('centrumgemeente', 'programmamanager')
    const { page } = desk
    await desk.go('/rapportages/nieuw')
    await page.getByRole('radio', { name: 'Nieuwsbrief' }).check()
    await expect
      .poll(() => page.getByLabel('Titel').inputValue())
      .toMatch(/^Nieuwsbrief .*januari tot en met maart 2026$/)
    await page.getByRole('button', { name: 'Concept opstellen' }).click()
    await page.getByText('Onderdak haalt de teksten en cijfers op').waitFor()
    await draftNow(onderdak.platform, onderdak.regio.regioId, page.url().split('/').at(-1)!)
    await page.getByRole('button', { name: 'Vaststellen' }).click({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Rapportage vaststellen' }).click()
    await page.getByRole('link', { name: 'Nieuwsbrief versturen' }).click()
    await page.getByText('Gaat naar 1 abonnee.').waitFor()
    await look(desk, 'nieuwsbrieven')
    await page.getByRole('button', { name: 'Verstuur nu' }).click()
    await page.getByText('0 van 1 abonnees').waitFor()
    await mailNu()
    await page.getByText('Er ligt geen nieuwsbrief klaar.').waitFor()
    await expect.poll(() => page.getByRole('progressbar').count(), { timeout: 30_000 }).toBe(0)
    await look(desk, 'nieuwsbrieven-verstuurd')
    await desk.close()

    const bericht = leesbaar(smtp.ontvangen.at(-1)!.bericht)
    expect(bericht).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    await open.goto(`${onderdak.url}/nieuwsbrief`)
    await open.getByRole('link', { name: /^Nieuwsbrief Samen veranderen/ }).click()
    await open.getByRole('heading', { name: 'Lief en leedstraten' }).waitFor()
    await bekijk('nieuwsbrief-online')
    await open.goto(/Afmelden: (http:\S+)/.exec(bericht)![1]!)
    await open.getByRole('button', { name: 'Meld mij af' }).click()
    await open.getByRole('heading', { name: /^U bent afgemeld/ }).waitFor()
    await bekijk('nieuwsbrief-afgemeld')
  } finally {
    await context.close()
    await browser.close()
  }
}, 300_000)
