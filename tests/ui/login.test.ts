import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findViolations, openBrowser, openPage, scrollsSideways, widths } from '../browser/harness.ts'
import { type ApiAnswer, type ApiCall, openSite, type Site } from '../browser/site.ts'

const id = '01890a5d-ac96-7000-8000-000000000001'
const sessie = {
  gebruiker: { id, naam: 'Noor Vermeulen' },
  organisatie: { id, naam: 'Gemeente Waterrijk' },
  rol: 'regisseur',
  rolNaam: 'Ketenregisseur',
  rollen: [
    { rol: 'regisseur', rolNaam: 'Ketenregisseur' },
    { rol: 'planner', rolNaam: 'Planner' },
  ],
  regio: { id, code: 'demo', naam: 'Regio Demo' },
  permissies: [],
  csrf: 'csrf-1',
  demo: true,
}
const account = {
  wachtwoord: 'proberen',
  code: '123456',
  organisatie: 'Gemeente Waterrijk',
  regio: 'Regio Demo',
}
const logins = [
  { ...account, gebruikersnaam: 'regisseur', naam: 'Noor Vermeulen', rolNaam: 'Ketenregisseur' },
  { ...account, gebruikersnaam: 'begeleider', naam: 'Sam de Boer', rolNaam: 'Begeleider' },
]

let loggedIn: typeof sessie | undefined
let demo = true

function api(call: ApiCall): ApiAnswer | undefined {
  const refuse = (detail: string): ApiAnswer => ({
    status: 401,
    body: { status: 401, title: 'Inloggen is niet gelukt', code: 'niet_ingelogd', detail },
  })
  switch (call.path) {
    case '/sessie':
      return loggedIn ? { body: loggedIn } : refuse('Log eerst in.')
    case '/vandaag':
      return { body: { datum: '2026-03-02', groepen: [] } }
    case '/aanmeldwijzen':
      return { body: { lokaal: true, oidc: null } }
    case '/demo/logins':
      return demo ? { body: { logins } } : undefined
    case '/inloggen':
      if ((call.body as { wachtwoord: string }).wachtwoord !== 'proberen')
        return refuse('Controleer uw gegevens.')
      loggedIn = sessie
      return { body: sessie }
    case '/sessie/rol':
      loggedIn = { ...sessie, rol: 'planner', rolNaam: 'Planner', csrf: 'csrf-2' }
      return { body: loggedIn }
    case '/uitloggen':
      loggedIn = undefined
      return { body: {} }
  }
  return undefined
}

let browser: Browser
let site: Site

beforeAll(async () => {
  site = await openSite(fileURLToPath(new URL('../../src/app/web', import.meta.url)), api)
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe('inloggen', () => {
  for (const [name, width] of Object.entries(widths)) {
    test(`de inlogpagina is op ${width} px toegankelijk`, async () => {
      loggedIn = undefined
      const { page, context, faults } = await openPage(browser, width)
      await page.goto(`${site.url}/inloggen`)
      await page.getByRole('heading', { name: 'Accounts om te proberen' }).waitFor()
      expect(await findViolations(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      const folder = fileURLToPath(new URL('../output/', import.meta.url))
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: `${folder}inloggen-${name}.png`, fullPage: true })
      await context.close()
      expect(faults).toEqual([])
    })
  }

  test('wie niet is ingelogd komt na het inloggen met het toetsenbord terug waar hij was', async () => {
    loggedIn = undefined
    const { page, context, faults } = await openPage(browser)
    await page.goto(`${site.url}/bestaat-niet?a=1`)
    await page.getByRole('heading', { name: 'Pagina niet gevonden' }).waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.goto(`${site.url}/?tab=b`)
    await page.getByRole('heading', { name: 'Inloggen' }).waitFor()
    expect(new URL(page.url()).search).toBe('?terug=%2F%3Ftab%3Db')
    await page.getByLabel('Gebruikersnaam').focus()
    await page.keyboard.type('regisseur')
    await page.keyboard.press('Tab')
    await page.keyboard.type('fout')
    await page.keyboard.press('Tab')
    await page.keyboard.type('123456')
    await page.keyboard.press('Enter')
    await page.getByText('Controleer uw gegevens.').waitFor()
    expect(await page.getByLabel('Gebruikersnaam').inputValue()).toBe('regisseur')
    await page.getByLabel('Wachtwoord').fill('proberen')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Vandaag', level: 1 }).waitFor()
    expect(new URL(page.url()).search).toBe('?tab=b')
    await context.close()
    expect(faults).toEqual([])
  })

  test('een demo-account vult het formulier; daarna van rol wisselen en uitloggen', async () => {
    loggedIn = undefined
    const { page, context, faults } = await openPage(browser)
    await page.goto(`${site.url}/inloggen?terug=https://voorbeeld.nl/`)
    await page.getByRole('button', { name: /^Gebruik dit account: Begeleider/ }).click()
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'submit')
    expect(await page.getByLabel('Gebruikersnaam').inputValue()).toBe('begeleider')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Vandaag', level: 1 }).waitFor()
    expect(page.url()).toBe(`${site.url}/`)
    await page.getByText('Noor Vermeulen', { exact: true }).click()
    await page.getByRole('button', { name: 'Planner' }).click()
    await page.getByText('U werkt nu als Planner.').waitFor()
    expect(site.calls.findLast((one) => one.path === '/sessie/rol')?.headers['x-csrf-token']).toBe('csrf-1')
    await page.getByText('Noor Vermeulen', { exact: true }).click()
    await page.getByRole('button', { name: 'Uitloggen' }).click()
    await page.getByRole('heading', { name: 'Inloggen' }).waitFor()
    expect(site.calls.findLast((one) => one.path === '/uitloggen')?.headers['x-csrf-token']).toBe('csrf-2')
    await context.close()
    expect(faults).toEqual([])
  })

  test('buiten een demo staan er geen accounts', async () => {
    demo = false
    loggedIn = undefined
    const { page, context } = await openPage(browser)
    await page.goto(`${site.url}/inloggen`)
    await page.waitForLoadState('networkidle')
    expect(await page.getByText('Accounts om te proberen').count()).toBe(0)
    await context.close()
  })
})
