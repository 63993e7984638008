import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findViolations, openBrowser, openPage, scrollsSideways, widths } from '../browser/harness.ts'
import { openSite, type Site } from '../browser/site.ts'
import { createKitApi } from './kit-api.ts'

const { api, state } = createKitApi()
let browser: Browser
let site: Site

beforeAll(async () => {
  site = await openSite(fileURLToPath(new URL('./kit-page', import.meta.url)), api)
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function withPage(path: string, use: (page: Page) => Promise<void>, width: number = widths.breed) {
  const { page, context, faults } = await openPage(browser, width)
  await page.goto(site.url + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await use(page)
  await context.close()
  expect(faults).toEqual([])
}

/** Pictures to look at, outside version control. */
async function shoot(page: Page, name: string) {
  const folder = fileURLToPath(new URL('../output/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true })
}

describe('toegankelijkheid', () => {
  for (const [name, width] of Object.entries(widths)) {
    for (const path of ['/', '/lijst', '/formulier']) {
      test(`${path} heeft op ${width} px geen fouten en schuift niet opzij`, async () => {
        await withPage(
          path,
          async (page) => {
            await page.waitForLoadState('networkidle')
            if (path === '/formulier') await page.getByRole('button', { name: 'Plek opslaan' }).click()
            await shoot(page, `kit-${path.slice(1) || 'onderdelen'}-${name}`)
            expect(await findViolations(page)).toEqual([])
            expect(await scrollsSideways(page)).toBe(false)
          },
          width,
        )
      })
    }
  }

  test('het menu klapt op een smal scherm open en dicht en verbergt wat niet mag', async () => {
    await withPage(
      '/',
      async (page) => {
        const button = page.getByRole('button', { name: 'Menu' })
        expect(await page.getByRole('navigation', { name: 'Hoofdmenu' }).isVisible()).toBe(false)
        await button.focus()
        await page.keyboard.press('Enter')
        expect(await button.getAttribute('aria-expanded')).toBe('true')
        expect(await page.getByRole('link', { name: 'Verborgen' }).count()).toBe(0)
        await page.getByRole('link', { name: 'Lijst' }).click()
        await page.getByRole('heading', { level: 1, name: 'Plekken' }).waitFor()
        expect(await button.getAttribute('aria-expanded')).toBe('false')
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
        expect(await page.title()).toBe('Plekken – Onderdak')
      },
      widths.smal,
    )
  })

  test('de eerste Tab biedt de sprong naar de inhoud', async () => {
    await withPage('/lijst', async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Naar de inhoud')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhoud')
    })
  })
})

describe('formulier', () => {
  test('het foutenoverzicht krijgt de focus en brengt je met het toetsenbord naar het veld', async () => {
    await withPage('/formulier', async (page) => {
      await page.getByRole('button', { name: 'Plek opslaan' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '8 gegevens kloppen nog niet' }).waitFor()
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('ams-invalid-form-alert')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Naam: Vul een naam in.')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('naam')
      expect(await page.getByLabel('Naam').getAttribute('aria-invalid')).toBe('true')
      expect(new URL(page.url()).hash).toBe('')
      const first = page.getByRole('radio', { name: 'In een groep' })
      await page.getByRole('link', { name: /^Woonvorm/ }).click()
      expect(await first.evaluate((element) => element === document.activeElement)).toBe(true)
    })
  })

  test('1-4-2026 wordt 2026-04-01; 31-2-2026 geeft een melding en blijft staan', async () => {
    await withPage('/formulier', async (page) => {
      await fillForm(page)
      const date = page.getByLabel('Beschikbaar vanaf')
      await date.fill('31-2-2026')
      await page.getByRole('button', { name: 'Plek opslaan' }).click()
      await page.getByText('Beschikbaar vanaf: Vul een bestaande datum in, bijvoorbeeld 1-4-2026.').waitFor()
      expect(await date.inputValue()).toBe('31-2-2026')
      await date.fill('1 april 2026')
      await date.blur()
      expect(await date.inputValue()).toBe('1-4-2026')
      await page.getByRole('button', { name: 'Plek opslaan' }).click()
      await page.getByText('Plek opgeslagen.').waitFor()
      const sent = site.calls.findLast((one) => one.path === '/kit-formulier')
      expect(sent?.body).toEqual({
        naam: 'Lindelaan',
        vanaf: '2026-04-01',
        aantal: 12,
        soort: 'thuis',
        vorm: 'eigen',
        kenmerken: ['huisdier'],
        gemeente: 'almelo',
        akkoord: true,
        versie: 1,
      })
      expect(sent?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/)
    })
  })

  test('een fout van de server komt bij het veld; opnieuw proberen na een storing houdt dezelfde sleutel', async () => {
    await withPage('/formulier', async (page) => {
      await fillForm(page)
      const save = page.getByRole('button', { name: 'Plek opslaan' })
      state.next = {
        status: 422,
        body: {
          title: 'Klopt niet',
          status: 422,
          code: 'naam_bestaat',
          fouten: [{ veld: 'naam', melding: 'Deze naam bestaat al.' }],
        },
      }
      await save.click()
      await page.getByRole('link', { name: 'Naam: Deze naam bestaat al.' }).waitFor()
      await page.getByLabel('Naam').fill('Kastanjelaan')
      state.next = { status: 503, body: 'kapot' }
      await save.click()
      await page.getByRole('heading', { name: 'Er ging iets mis' }).waitFor()
      await save.click()
      await page.getByText('Plek opgeslagen.').waitFor()
      const keys = site.calls
        .filter((one) => one.path === '/kit-formulier')
        .map((one) => one.headers['idempotency-key'])
      expect(keys.at(-1)).toBe(keys.at(-2))
      expect(keys.at(-2)).not.toBe(keys.at(-3))
    })
  })

  test('wie ingehaald is door een ander ziet wat er wijzigde en houdt zijn tekst', async () => {
    await withPage('/formulier', async (page) => {
      await fillForm(page)
      state.next = {
        status: 409,
        body: {
          title: 'Gewijzigd',
          status: 409,
          code: 'versie_verouderd',
          detail: 'Uw wijziging is nog niet opgeslagen.',
          wijzigingen: [
            { veld: 'aantal', oud: '3', nieuw: '4', door: 'Sam de Boer', op: '2026-04-01T10:00:00Z' },
            { veld: 'soort', oud: 'thuis', nieuw: 'intramuraal', door: 'Sam', op: '2026-04-01T10:00:01Z' },
            {
              veld: 'beheerderId',
              oud: null,
              nieuw: 'wacht_op_besluit',
              door: 'Sam',
              op: '2026-04-01T10:00:02Z',
            },
          ],
        },
      }
      await page.getByRole('button', { name: 'Plek opslaan' }).click()
      await page.getByText('van “3” naar “4”, door Sam de Boer').waitFor()
      await page.getByText('Soort: van “Thuis” naar “In een voorziening”').waitFor()
      await page.getByText('Beheerder: van “leeg” naar “wacht op besluit”').waitFor()
      await page.getByRole('button', { name: 'Nieuwste gegevens ophalen' }).click()
      await page.getByText('Sam de Boer').waitFor({ state: 'detached' })
      expect(await page.getByLabel('Naam').inputValue()).toBe('Lindelaan')
      await page.getByRole('button', { name: 'Plek opslaan' }).click()
      await page.getByText('Plek opgeslagen.').waitFor()
      expect(site.calls.findLast((one) => one.path === '/kit-formulier')?.body).toMatchObject({
        versie: 2,
        aantal: 12,
      })
    })
  })

  test('een concept wordt bewaard en later aangeboden', async () => {
    state.concept = null
    await withPage('/formulier', async (page) => {
      await page.getByLabel('Naam').fill('Half af')
      await page.getByText(/^Concept bewaard om \d\d:\d\d$/).waitFor()
    })
    await withPage('/formulier', async (page) => {
      await page.getByRole('button', { name: 'Verder met het concept' }).click()
      expect(await page.getByLabel('Naam').inputValue()).toBe('Half af')
    })
    await withPage('/formulier', async (page) => {
      await page.getByRole('button', { name: 'Concept weggooien' }).click()
      await page.getByRole('button', { name: 'Concept weggooien' }).waitFor({ state: 'detached' })
      expect(await page.getByLabel('Naam').inputValue()).toBe('')
    })
    expect(state.concept).toBe(null)
  })
})

async function fillForm(page: Page) {
  await page.getByLabel('Naam').fill('Lindelaan')
  await page.getByLabel('Beschikbaar vanaf').fill('1-4-2026')
  await page.getByLabel('Aantal plekken').fill('12')
  await page.getByLabel('Soort').selectOption('thuis')
  await page.getByRole('radio', { name: 'Eigen voordeur' }).check()
  await page.getByRole('checkbox', { name: 'Huisdier mag mee' }).check()
  const gemeente = page.getByRole('combobox', { name: 'Gemeente' })
  await gemeente.fill('alm')
  await page.getByRole('option', { name: 'Almelo' }).waitFor()
  await gemeente.press('ArrowDown')
  await gemeente.press('ArrowDown')
  await gemeente.press('Enter')
  expect(await gemeente.inputValue()).toBe('Almelo')
  await page.getByRole('checkbox', { name: 'De persoon is akkoord' }).check()
}

describe('lijst', () => {
  test('sorteren staat in aria-sort en in het adres, en een gedeeld adres toont hetzelfde', async () => {
    await withPage('/lijst?status=Bezet', async (page) => {
      const name = page.getByRole('columnheader', { name: 'Naam' })
      await page.getByText('1 tot en met 25 van 40').waitFor()
      expect(await name.getAttribute('aria-sort')).toBe('ascending')
      await name.getByRole('button').focus()
      await page.keyboard.press('Enter')
      await page.getByRole('cell', { name: 'Kamer 60 aan de Lindelaan' }).waitFor()
      expect(await name.getAttribute('aria-sort')).toBe('descending')
      expect(await page.getByRole('columnheader', { name: 'Vrij vanaf' }).getAttribute('aria-sort')).toBe(
        'none',
      )
      expect(await page.getByRole('columnheader', { name: 'Status' }).getAttribute('aria-sort')).toBe(null)
      await page.getByRole('link', { name: 'Pagina 2' }).click()
      await page.getByText('26 tot en met 40 van 40').waitFor()
      expect(new URL(page.url()).search).toBe('?status=Bezet&sorteer=-naam&pagina=2')
      await page.getByText('Exporteren').click()
      expect(await page.getByRole('link', { name: 'Rekenblad (ODS)' }).getAttribute('href')).toBe(
        '/api/v1/kit-plekken?status=Bezet&sorteer=-naam&formaat=ods',
      )
    })
  })

  test('filters zonder resultaat zeggen wat je kunt doen', async () => {
    await withPage('/lijst', async (page) => {
      await page.getByLabel('Zoek op naam').fill('bestaat niet')
      await page.getByText('Niets gevonden met deze filters').waitFor()
      await page.getByRole('button', { name: 'Alle filters wissen' }).click()
      await page.getByText('van 60').waitFor()
    })
  })

  test('de keuze van kolommen blijft bewaard', async () => {
    await withPage('/lijst', async (page) => {
      await page.getByText('Kolommen', { exact: true }).click()
      await page.getByRole('checkbox', { name: 'Kenmerk' }).check()
      await page.keyboard.press('Escape')
      await page.getByRole('columnheader', { name: 'Kenmerk' }).waitFor()
      await page.reload()
      await page.getByRole('columnheader', { name: 'Kenmerk' }).waitFor()
    })
  })
})

describe('meldingen en vensters', () => {
  test('ongedaan maken kan met het toetsenbord en is na 20 seconden nog te bereiken', async () => {
    await withPage('/', async (page) => {
      await page.clock.install()
      await page.getByRole('button', { name: 'Melding sluiten' }).click()
      const undo = page.getByRole('button', { name: 'Ongedaan maken' })
      expect(await page.getByRole('status').filter({ hasText: 'Melding gesloten.' }).count()).toBe(1)
      await page.clock.fastForward(21_000)
      expect(await undo.isVisible()).toBe(true)
      await undo.focus()
      await page.clock.fastForward(60_000)
      await page.keyboard.press('Enter')
      await page.getByText('Teruggedraaid').waitFor()
      expect(await undo.count()).toBe(0)
    })
  })

  test('een venster houdt de focus vast, Escape sluit het en de focus gaat terug', async () => {
    await withPage('/', async (page) => {
      const opener = page.getByRole('button', { name: 'Verwijderen' })
      await opener.focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Plek verwijderen?' })
      await dialog.waitFor()
      for (let step = 0; step < 8; step++) {
        await page.keyboard.press('Tab')
        expect(
          await page.evaluate(() => {
            const at = document.activeElement
            return at === document.body || at?.closest('dialog') !== null
          }),
        ).toBe(true)
      }
      await shoot(page, 'kit-venster')
      expect(await findViolations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)
    })
  })
})
