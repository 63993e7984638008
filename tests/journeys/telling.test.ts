import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findViolations, openBrowser, openPage, scrollsSideways, widths } from '../browser/harness.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()
const made: { browser?: Browser } = {}

beforeAll(async () => {
  made.browser = await openBrowser()
}, 120_000)
afterAll(() => made.browser?.close())

async function shoot(page: Page, naam: string, width: number) {
  const map = process.env.ONDERDAK_SCHERMEN
  if (map) await page.screenshot({ path: `${map}/${naam}-${width}.png`, fullPage: true })
}

/** The same page at a desk and on a telephone. */
async function look(page: Page, naam: string) {
  for (const width of Object.values(widths)) {
    await page.setViewportSize({ width, height: 900 })
    await page.waitForLoadState('networkidle')
    expect(await findViolations(page), `${naam} at ${width}`).toEqual([])
    expect(await scrollsSideways(page), `${naam} at ${width}`).toBe(false)
    await shoot(page, naam, width)
  }
  await page.setViewportSize({ width: widths.breed, height: 900 })
}

const organisaties = ['Camping De Duinen', 'Huisarts Noord', 'Kerk aan de Haven'] as const
const links = new Map<string, string>()

const slaapplek = {
  E5: 'In een auto, tent, schuur, kraakpand of vakantiehuis',
  E6: 'Tijdelijk bij familie, vrienden of kennissen',
}

interface Mens {
  readonly klasse: keyof typeof slaapplek
  readonly voorletter?: string
  readonly achternaam?: string
  readonly geboortejaar?: number
  readonly geboortemaand?: number
}

/** Fills in everything that is asked about one person, and sends it. */
async function tel(page: Page, nummer: number, mens: Mens) {
  const kies = (vraag: string, antwoord: string) =>
    page.getByRole('radiogroup', { name: vraag }).getByRole('radio', { name: antwoord, exact: true }).check()
  await kies('Waar sliep deze mens?', slaapplek[mens.klasse])
  await page.getByLabel('Leeftijd').selectOption({ label: '27 tot en met 49 jaar' })
  await kies('Geslacht', 'Man')
  await kies('Alleen of samen?', 'Alleen')
  await kies('Nationaliteit', 'Nederland')
  await page.getByLabel('Hoe lang al zonder eigen plek?').selectOption({ label: '1 tot 6 maanden' })
  await page.getByRole('checkbox', { name: 'Relatie verbroken' }).check()
  for (const [veld, waarde] of [
    ['Eerste letter van de voornaam', mens.voorletter],
    ['Eerste drie letters van de achternaam', mens.achternaam],
    ['Geboortejaar', mens.geboortejaar],
    ['Geboortemaand', mens.geboortemaand],
  ] as const)
    if (waarde !== undefined) await page.getByLabel(veld).fill(String(waarde))
  await page.getByRole('button', { name: 'Deze mens tellen' }).click()
  await page.getByRole('heading', { name: `Mens ${nummer} is geteld` }).waitFor()
}

/** Opens the link of an organisation, as somebody without an account does. */
async function bijOrganisatie(naam: string, doe: (page: Page) => Promise<void>) {
  const { page, context, faults } = await openPage(made.browser!)
  page.setDefaultTimeout(15_000)
  await page.goto(links.get(naam)!)
  await page.getByText(naam).waitFor()
  await doe(page)
  expect(await context.cookies()).toEqual([])
  expect(faults).toEqual([])
  await context.close()
}

/** People whom nobody can recognise, as many as it takes to show a group. */
async function telMeer(naam: string, klasse: string, aantal: number) {
  const token = links.get(naam)!.split('#')[1]
  for (let i = 0; i < aantal; i++) {
    const answer = await onderdak.server.app.inject({
      method: 'POST',
      url: '/api/v1/tellinglinks/antwoorden',
      headers: { 'idempotency-key': `${klasse}-${i}-${'x'.repeat(20)}` },
      payload: {
        token,
        klasse,
        leeftijd: '27_49',
        geslacht: 'man',
        gezin: 'alleen',
        herkomst: 'nederland',
        duur: '1_6_maanden',
        oorzaken: ['relatiebreuk'],
      },
    })
    expect(answer.statusCode).toBe(200)
  }
}

const bureau = async (run: (desk: Desk) => Promise<void>) => {
  const desk = await onderdak.open('centrumgemeente', 'programmamanager')
  await run(desk)
  expect(await desk.findProblems()).toEqual([])
  await desk.close()
}

const anna = { voorletter: 'A', achternaam: 'Vis', geboortejaar: 1990, geboortemaand: 4 }
const cees = { voorletter: 'C', achternaam: 'Dam', geboortejaar: 1970 }
const dirk = { voorletter: 'D', achternaam: 'Oom', geboortejaar: 1960 }

describe('een teldag met drie organisaties zonder account', () => {
  it('van plan tot gepubliceerde uitkomst', async () => {
    let pad = ''
    onderdak.setDay('2026-03-02')
    await bureau(async (desk) => {
      const { page } = desk
      await desk.go('/tellingen')
      await page.getByRole('link', { name: 'Telling plannen' }).click()
      await page.getByLabel('Naam', { exact: false }).first().fill('Telling voorjaar 2026')
      await page.getByLabel('Teldag').fill('14-4-2026')
      await page.getByLabel('Laatste dag om te antwoorden').fill('7-4-2026')
      await page.getByRole('button', { name: 'Telling plannen' }).click()
      await page.getByText('Kies de teldag of een latere dag.').first().waitFor()
      await look(page, 'telling-plannen')
      await page.getByLabel('Laatste dag om te antwoorden').fill('21-4-2026')
      await page.getByRole('button', { name: 'Telling plannen' }).click()
      await page.getByRole('heading', { level: 1, name: 'Telling voorjaar 2026' }).waitFor()
      pad = new URL(page.url()).pathname
      for (const naam of organisaties) {
        await page.getByLabel('Naam van de organisatie').fill(naam)
        await page.getByRole('button', { name: 'Organisatie uitnodigen' }).click()
        await page.getByRole('heading', { name: `Link voor ${naam}`, exact: true }).waitFor()
        links.set(naam, await page.locator('code.od-link').innerText())
      }
      await look(page, 'telling-open')
    })

    await bijOrganisatie('Kerk aan de Haven', async (page) => {
      await page.getByRole('heading', { name: 'Telling voorjaar 2026 begint op 14 april 2026' }).waitFor()
      await look(page, 'tellen-te-vroeg')
    })

    onderdak.setDay('2026-04-14')
    await bijOrganisatie('Kerk aan de Haven', async (page) => {
      await page.getByRole('button', { name: 'Deze mens tellen' }).click()
      await page.getByRole('heading', { name: /gegevens kloppen nog niet/ }).waitFor()
      await look(page, 'tellen-leeg')
      // Who clicks the wrong answer first is not stuck on a number that is no longer asked.
      const samen = page.getByRole('radiogroup', { name: 'Alleen of samen?' })
      await samen.getByRole('radio', { name: 'Met kinderen jonger dan 18' }).check()
      await page.getByLabel('Hoeveel kinderen').fill('2')
      await tel(page, 1, { klasse: 'E6', ...anna })
      await tel(page, 2, { klasse: 'E6', ...cees, geboortemaand: 1 })
      await tel(page, 3, { klasse: 'E6', ...dirk, geboortemaand: 3 })
      await page.getByRole('button', { name: 'Mens 2 wijzigen' }).click()
      const kop = page.getByRole('heading', { name: 'U wijzigt mens 2' })
      await kop.waitFor()
      const focus = () => page.evaluate(() => document.activeElement?.textContent ?? '')
      await expect.poll(focus).toMatch(/^U wijzigt mens 2/)
      await look(page, 'tellen-wijzigen')
      await page.getByRole('checkbox', { name: 'Migratie' }).check()
      await page.getByRole('button', { name: 'Wijziging bewaren' }).click()
      await page.getByRole('heading', { name: 'Het antwoord is gewijzigd' }).waitFor()
      await page.getByRole('button', { name: 'Wij zijn klaar met tellen' }).click()
      await page.getByText('U zei dat u klaar bent').waitFor()
      await look(page, 'tellen-klaar')
    })
    await bijOrganisatie('Camping De Duinen', async (page) => {
      await tel(page, 1, { klasse: 'E5', ...anna })
      await tel(page, 2, { klasse: 'E5', ...cees })
      await tel(page, 3, { klasse: 'E5', ...dirk })
      await tel(page, 4, { klasse: 'E5', voorletter: 'F' })
      await page.getByRole('button', { name: 'Mens 4 wissen' }).click()
      await page.getByRole('button', { name: 'Ja, wissen' }).click()
      await page.getByText('U telde 3 mensen.').waitFor()
    })
    await bijOrganisatie('Huisarts Noord', async (page) => {
      await page.getByText('U telde nog niemand.').waitFor()
      await page.getByRole('button', { name: 'Wij kennen niemand' }).click()
      await page.getByText('U zei dat u klaar bent').waitFor()
      await look(page, 'tellen-niemand')
    })
    await telMeer('Camping De Duinen', 'E5', 12)
    await telMeer('Kerk aan de Haven', 'E6', 9)

    onderdak.setDay('2026-04-22')
    await bureau(async (desk) => {
      const { page } = desk
      await desk.go(pad)
      await page.getByText('27 antwoorden van 3 organisaties').waitFor()
      await page.getByRole('button', { name: 'Telling sluiten' }).click()
      await page.getByText('Nog niet klaar met tellen: Camping De Duinen.').waitFor()
      await look(page, 'telling-sluiten')
      await page.getByRole('button', { name: 'Ja, sluiten' }).click()
      await page.getByText('2 twijfelgevallen zijn nog niet beslist.').waitFor()
      await look(page, 'telling-twijfel')
      await page
        .getByRole('button', { name: /Dezelfde mens/ })
        .first()
        .click()
      await page.getByText('Gekozen: dezelfde mens.').waitFor()
      await page.getByRole('button', { name: 'Uitkomst publiceren' }).click()
      await page.getByText('1 twijfelgeval is nog niet beslist; dat kan daarna niet meer.').waitFor()
      await look(page, 'telling-publiceren')
      await page.getByRole('button', { name: 'Ja, publiceren en wissen' }).click()
      // Anna and the first pair are one person each; of the other pair nobody knows.
      await page.getByText('Op de teldag waren er 24 tot 25 mensen dak- of thuisloos.').waitFor()
      await page.getByText('27 antwoorden van 3 organisaties, waarvan 1 zeker dubbel is').waitFor()
      const tabel = page.getByRole('table', { name: 'Mensen en kinderen per groep' })
      expect(await tabel.getByRole('row', { name: /^E6/ }).innerText()).toMatch(/9 tot 10/)
      await look(page, 'telling-uitkomst')
      await desk.go('/tellingen')
      await page.getByText('Gepubliceerd').first().waitFor()
      await look(page, 'tellingen')
    })
    const { page, context } = await openPage(made.browser!)
    await page.goto(links.get('Kerk aan de Haven')!)
    await page.getByText('Deze link werkt niet of niet meer').waitFor()
    await look(page, 'tellen-link-weg')
    await context.close()
  }, 600_000)
})
