import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { widths } from '../browser/harness.ts'
import { givenMelding } from '../given/melding.ts'
import { useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()
const beide = [widths.breed, widths.smal]

describe('de brief die de ontvangst bevestigt', () => {
  it.each(beide)(
    'is te maken en te downloaden bij de melding (%i px)',
    async (width) => {
      const desk = await onderdak.open('loket', 'toegangsmedewerker', width)
      const { page } = desk
      const { id, nummer } = await givenMelding(onderdak.platform, desk.vrager)
      await desk.go(`/meldingen/${id}`)
      await desk.expectAccessible()
      await page.getByRole('radio', { name: 'Zelf overhandigd' }).check()
      await page.getByRole('button', { name: 'Brief van ontvangst maken' }).click()
      await page.getByText('De brief is gemaakt en bewaard.').waitFor()
      await page.getByText(/^Bevestigd op/).waitFor()
      await page.getByText('Brief van ontvangst gemaakt').waitFor()
      await desk.expectAccessible()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Download Ontvangstbevestiging ${nummer}` }).click(),
      ])
      const bytes = await readFile(await download.path())
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    },
    120_000,
  )
})

describe('toestemming voor postadres en opvang', () => {
  it.each(beide)(
    'wordt in het dossier vastgelegd en is daar te lezen (%i px)',
    async (width) => {
      const desk = await onderdak.open('loket', 'consulent_daklozenloket', width)
      const { page } = desk
      const { persoonId } = await givenMelding(onderdak.platform, desk.vrager)
      await desk.go(`/clienten/${persoonId}`)
      await page.getByRole('tab', { name: 'Instroom' }).click()
      await page.getByRole('button', { name: 'Toestemming vastleggen' }).click()
      await page
        .getByRole('radiogroup', { name: 'Is er toestemming?' })
        .getByRole('radio', { name: 'Nee' })
        .check()
      await page.getByLabel('Waarom niet?').fill('Kan bij familie wonen.')
      await page.getByLabel('Besloten op').fill('2-3-2026')
      await desk.expectAccessible()
      await page.getByRole('button', { name: 'Toestemming vastleggen' }).click()
      await page.getByText('Geen toestemming').waitFor()
      await page.getByText(/Reden: Kan bij familie wonen\./).waitFor()
      await desk.expectAccessible()
    },
    120_000,
  )

  it.each(beide)(
    'telt aan de balie mee, ook zonder dossier (%i px)',
    async (width) => {
      const desk = await onderdak.open('loket', 'consulent_daklozenloket', width)
      const { page } = desk
      await desk.go('/klantcontacten')
      const form = page.locator('form').filter({ has: page.getByText('Is er toestemming?') })
      await form.getByRole('radio', { name: 'Ja' }).check()
      await form.getByRole('button', { name: 'Vandaag' }).click()
      await form.getByRole('radio', { name: '23 en ouder' }).check()
      await form.getByRole('combobox', { name: /^Gemeente/ }).selectOption({ label: 'Vlaardingen' })
      await desk.expectAccessible()
      await form.getByRole('button', { name: 'Toestemming vastleggen' }).click()
      await page.getByText('Vastgelegd.', { exact: false }).waitFor()
      const wel = page
        .getByRole('row')
        .filter({ hasText: /Wel toestemming|Toestemming/ })
        .last()
      await wel
        .getByRole('cell', { name: /^[1-9]/ })
        .first()
        .waitFor()
      await desk.expectAccessible()
    },
    120_000,
  )
})

describe('twee mensen bij één triage', () => {
  it.each([
    ['intussen een ander', false],
    ['een ander sinds het concept', true],
  ])(
    'overschrijft niet wat %s opsloeg',
    async (_, metConcept) => {
      const eerste = await onderdak.open('loket', 'toegangsmedewerker')
      const tweede = await onderdak.open('loket', 'consulent_daklozenloket')
      const { id } = await givenMelding(onderdak.platform, eerste.vrager)
      const { page } = tweede
      const eigen = 'Wil graag met iemand praten.'
      const toelichting = page.getByLabel('Korte toelichting')
      const open = async () => {
        await tweede.go(`/meldingen/${id}`)
        await page.getByRole('tab', { name: 'Triage' }).click()
      }
      await open()
      await toelichting.fill(eigen)
      if (metConcept) await page.getByText(/^Concept bewaard om/).waitFor()

      await eerste.go(`/meldingen/${id}`)
      await eerste.page.getByRole('button', { name: 'Gegevens wijzigen' }).click()
      await eerste.page.getByLabel('Wat is er aan de hand?').fill('Er is toch een slaapplek tot vrijdag.')
      await eerste.page.getByRole('button', { name: 'Gegevens opslaan' }).click()
      await eerste.page.getByText('De gegevens zijn opgeslagen.').waitFor()

      if (metConcept) {
        await open()
        await page.getByRole('button', { name: 'Verder met het concept' }).click()
      }
      await page
        .getByRole('radiogroup', { name: 'Wat is er nodig?' })
        .getByRole('radio', { name: 'Onderzoek starten' })
        .check()
      await page.getByRole('button', { name: 'Triage vastleggen' }).click()
      await page.getByRole('heading', { name: 'Iemand anders heeft dit intussen gewijzigd' }).waitFor()
      await page
        .getByText(/Er is toch een slaapplek tot vrijdag/)
        .first()
        .waitFor()
      await page
        .getByText(/Proef toegangsmedewerker loket/)
        .first()
        .waitFor()
      expect(await toelichting.inputValue()).toBe(eigen)
      await tweede.expectAccessible()
      await page.getByRole('button', { name: 'Nieuwste gegevens ophalen' }).click()
      await page
        .getByRole('heading', { name: 'Iemand anders heeft dit intussen gewijzigd' })
        .waitFor({ state: 'detached' })
      expect(await toelichting.inputValue()).toBe(eigen)
      await page.getByRole('button', { name: 'Triage vastleggen' }).click()
      await page.getByText('De triage is vastgelegd.').waitFor()
    },
    120_000,
  )
})
