import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { givenMelding } from '../given/melding.ts'
import { givenProduct, givenWachtende } from '../given/wachtlijst.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

describe('twee mensen in één melding', () => {
  it('de tweede ziet wie wat wijzigde, houdt de eigen tekst en kan daarna opslaan', async () => {
    const eerste = await onderdak.open('loket', 'toegangsmedewerker')
    const tweede = await onderdak.open('loket', 'consulent_daklozenloket')
    const { id } = await givenMelding(onderdak.platform, eerste.vrager)
    for (const desk of [eerste, tweede]) {
      await desk.go(`/meldingen/${id}`)
      await desk.page.getByRole('button', { name: 'Gegevens wijzigen' }).click()
    }
    await eerste.page.getByLabel('Wat is er aan de hand?').fill('Mag tot vrijdag bij een vriend blijven.')
    await eerste.page.getByRole('button', { name: 'Gegevens opslaan' }).click()
    await eerste.page.getByText('De gegevens zijn opgeslagen.').waitFor()

    const { page } = tweede
    const eigen = 'Heeft ook een hond bij zich.'
    await page.getByLabel('Wat is er aan de hand?').fill(eigen)
    await page.getByRole('button', { name: 'Gegevens opslaan' }).click()
    const regel = page.getByRole('listitem').filter({ hasText: 'Mag tot vrijdag bij een vriend blijven.' })
    await regel.getByText('Proef toegangsmedewerker loket').waitFor()
    await regel.getByText('Wat is er aan de hand?').waitFor()
    expect(await page.getByLabel('Wat is er aan de hand?').inputValue()).toBe(eigen)
    await tweede.expectAccessible()
    await page.getByRole('button', { name: 'Nieuwste gegevens ophalen' }).click()
    await regel.waitFor({ state: 'detached' })
    expect(await page.getByLabel('Wat is er aan de hand?').inputValue()).toBe(eigen)
    await page.getByRole('button', { name: 'Gegevens opslaan' }).click()
    await page.getByText('De gegevens zijn opgeslagen.').waitFor()
  }, 120_000)
})

describe('twee mensen bij één regel van de wachtlijst', () => {
  it('wie als tweede opslaat, ziet dat en houdt de eigen tekst, ook als de pagina intussen ververst', async () => {
    const eerste = await onderdak.open('loket', 'toegangsmedewerker')
    const tweede = await onderdak.open('loket', 'consulent_daklozenloket')
    const productId = await givenProduct(onderdak, { code: 'SAMEN' })
    const { id } = await givenWachtende(onderdak.platform, eerste.vrager, { productId })
    for (const desk of [eerste, tweede]) {
      await desk.go(`/wachtlijst/${id}`)
      await desk.page.getByRole('button', { name: 'Contact vastleggen' }).first().click()
    }
    const eigen = 'Wil graag in de buurt van school blijven.'
    const { page } = tweede
    await page.getByLabel('Wat is er afgesproken?').fill(eigen)

    await eerste.page.getByRole('button', { name: 'Gegevens wijzigen' }).click()
    await eerste.page.getByLabel('Aantal mensen').fill('2')
    await eerste.page.getByRole('button', { name: 'Wijziging opslaan' }).click()
    await eerste.page.getByText('De wijziging is opgeslagen.').waitFor()

    // Coming back to the window makes the page ask again; what was typed must survive that.
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await page.getByRole('radio', { name: 'Ja', exact: true }).check()
    await page.getByRole('button', { name: 'Contact vastleggen' }).last().click()
    await page.getByRole('heading', { name: 'Iemand anders heeft dit intussen gewijzigd' }).waitFor()
    await page
      .getByText(/Proef toegangsmedewerker loket/)
      .first()
      .waitFor()
    expect(await page.getByLabel('Wat is er afgesproken?').inputValue()).toBe(eigen)
    await tweede.expectAccessible()
    await page.getByRole('button', { name: 'Nieuwste gegevens ophalen' }).click()
    await page
      .getByRole('heading', { name: 'Iemand anders heeft dit intussen gewijzigd' })
      .waitFor({ state: 'detached' })
    expect(await page.getByLabel('Wat is er afgesproken?').inputValue()).toBe(eigen)
    await page.getByRole('button', { name: 'Contact vastleggen' }).last().click()
    await page.getByText('Het contact is vastgelegd.').waitFor()
    await expect.poll(() => page.getByLabel('Wat is er afgesproken?').inputValue()).toBe('')
  }, 120_000)
})

describe('een formulier dat achterloopt op de gegevens', () => {
  async function change(desk: Desk) {
    const { page } = desk
    await page.getByRole('button', { name: 'Gegevens wijzigen' }).click()
    await page.getByLabel('Aantal mensen').fill('2')
    await page.getByRole('button', { name: 'Wijziging opslaan' }).click()
    await page.getByText('De wijziging is opgeslagen.').waitFor()
  }

  async function saveTwice(page: Page, own: string) {
    const told = page.getByRole('heading', { name: 'Iemand anders heeft dit intussen gewijzigd' })
    await page.getByRole('button', { name: 'Contact vastleggen' }).last().click()
    await told.waitFor()
    await page.getByRole('button', { name: 'Nieuwste gegevens ophalen' }).click()
    await told.waitFor({ state: 'detached' })
    expect(await page.getByLabel('Wat is er afgesproken?').inputValue()).toBe(own)
    await page.getByRole('button', { name: 'Contact vastleggen' }).last().click()
    await page.getByText('Het contact is vastgelegd.').waitFor()
  }

  async function fill(page: Page, text: string) {
    await page.getByRole('button', { name: 'Contact vastleggen' }).first().click()
    await page.getByRole('radio', { name: 'Ja', exact: true }).check()
    await page.getByLabel('Wat is er afgesproken?').fill(text)
  }

  it('komt verder als de pagina de nieuwe gegevens al had opgehaald', async () => {
    const eerste = await onderdak.open('loket', 'toegangsmedewerker')
    const tweede = await onderdak.open('loket', 'consulent_daklozenloket')
    const productId = await givenProduct(onderdak, { code: 'SAMENVERS' })
    const { id } = await givenWachtende(onderdak.platform, eerste.vrager, { productId })
    const { page } = tweede
    await eerste.go(`/wachtlijst/${id}`)
    await tweede.go(`/wachtlijst/${id}`)
    await fill(page, 'Belt vrijdag terug.')
    await change(eerste)
    const fresh = page.waitForResponse(
      (answer) =>
        answer.url().includes(`/wachtlijstplaatsingen/${id}`) && answer.request().method() === 'GET',
    )
    // Later than a read stays fresh, so that coming back to the window asks again.
    await page.clock.setFixedTime(onderdak.platform.clock.now().getTime() + 60_000)
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await fresh
    await saveTwice(page, 'Belt vrijdag terug.')
  }, 120_000)

  it('komt verder met een concept van voor de wijziging', async () => {
    const eerste = await onderdak.open('loket', 'toegangsmedewerker')
    const eerder = await onderdak.open('loket', 'consulent_daklozenloket')
    const productId = await givenProduct(onderdak, { code: 'SAMENCONCEPT' })
    const { id } = await givenWachtende(onderdak.platform, eerste.vrager, { productId })
    await eerder.go(`/wachtlijst/${id}`)
    await fill(eerder.page, 'Heeft morgen een gesprek.')
    await eerder.page.getByText(/^Concept bewaard om/).waitFor()
    await eerder.close()
    await eerste.go(`/wachtlijst/${id}`)
    await change(eerste)

    const { page, go } = await onderdak.open('loket', 'consulent_daklozenloket')
    await go(`/wachtlijst/${id}`)
    await page.getByRole('button', { name: 'Contact vastleggen' }).first().click()
    await page.getByRole('button', { name: 'Verder met het concept' }).click()
    await saveTwice(page, 'Heeft morgen een gesprek.')
  }, 120_000)
})

describe('een concept', () => {
  it('van het meldingsformulier staat er nog als het venster dicht ging', async () => {
    const eerder = await onderdak.open('loket', 'toegangsmedewerker')
    await eerder.go('/meldingen/nieuw')
    await eerder.page.getByRole('radio', { name: /^Een nieuwe cliënt/ }).check()
    await eerder.page.getByLabel('Achternaam').fill('Vermeer')
    await eerder.page.getByRole('button', { name: 'Gezinslid toevoegen' }).click()
    await eerder.page.getByRole('group', { name: 'Gezinslid 1' }).getByLabel('Roepnaam').fill('Noa')
    await eerder.page.getByLabel('Wat is er aan de hand?').fill('Slaapt in de auto.')
    await eerder.page.getByText(/^Concept bewaard om/).waitFor()
    await eerder.close()

    const later = await onderdak.open('loket', 'toegangsmedewerker')
    await later.go('/meldingen/nieuw')
    await later.page.getByRole('button', { name: 'Verder met het concept' }).click()
    const { page } = later
    expect(await page.getByLabel('Wat is er aan de hand?').inputValue()).toBe('Slaapt in de auto.')
    expect(await page.getByLabel('Achternaam').first().inputValue()).toBe('Vermeer')
    const lid = page.getByRole('group', { name: 'Gezinslid 1' })
    expect(await lid.getByLabel('Roepnaam').inputValue()).toBe('Noa')
    await later.expectAccessible()
  }, 120_000)
})
