import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { decideMelding, recordTriage } from '../../src/modules/melding/server/commands.ts'
import { writeNotitie } from '../../src/modules/melding/server/samenwerking-commands.ts'
import { givenMelding } from '../given/melding.ts'
import { accepted, workAs } from '../given/platform.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

const choose = (page: Page, question: string, answer: string) =>
  page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).check()

/** Coming back to the window after a while fetches again what the page reads. */
async function comeBack({ page }: Desk, path: string) {
  const again = page.waitForResponse((answer) => answer.url().endsWith(path))
  await page.clock.fastForward('01:00')
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  await again
}

async function begin(tab: string) {
  const eerste = await onderdak.open('loket', 'consulent_daklozenloket')
  const tweede = await onderdak.open('loket', 'toegangsmedewerker')
  const { id } = await givenMelding(onderdak.platform, eerste.vrager)
  await tweede.page.clock.install()
  await tweede.go(`/meldingen/${id}`)
  await tweede.page.getByRole('tab', { name: tab }).click()
  return { eerste, tweede, id, page: tweede.page }
}

const triage = (desk: Desk, meldingId: string) =>
  workAs(onderdak.platform, desk.vrager, (work) =>
    recordTriage(work, { meldingId, uitkomst: 'onderzoek', toelichting: 'Wordt al begeleid.', domein: 'BW' }),
  )

describe('twee mensen doen tegelijk de triage', () => {
  it('wat half is ingevuld blijft staan als een collega eerder is, en de melding is in gewone woorden', async () => {
    const { eerste, tweede, id, page } = await begin('Triage')
    await page.getByLabel('Korte toelichting').fill('Wil graag een plek in Vlaardingen.')
    accepted(await triage(eerste, id))
    await comeBack(tweede, `/meldingen/${id}`)
    expect(await page.getByLabel('Korte toelichting').inputValue()).toBe('Wil graag een plek in Vlaardingen.')
    await choose(page, 'Wat is er nodig?', 'Onderzoek starten')
    await page.getByRole('button', { name: 'Triage vastleggen' }).click()
    const regel = page.getByRole('listitem').filter({ hasText: 'Wordt al begeleid.' })
    await regel.getByText('Toelichting bij de triage').waitFor()
    await regel.getByText(/Proef consulent_daklozenloket loket/).waitFor()
    await page.getByRole('listitem').filter({ hasText: 'Beschermd wonen' }).waitFor()
    await tweede.expectAccessible()
    await page.getByRole('button', { name: 'Nieuwste gegevens ophalen' }).click()
    await regel.waitFor({ state: 'detached' })
    expect(await page.getByLabel('Korte toelichting').inputValue()).toBe('Wil graag een plek in Vlaardingen.')
    await page.getByRole('button', { name: 'Triage vastleggen' }).click()
    await page.getByText('De triage is vastgelegd.').waitFor()
  }, 120_000)
})

describe('twee mensen besluiten op één melding', () => {
  it('de tweede leest het besluit van de eerste en houdt de eigen tekst', async () => {
    const { eerste, tweede, id, page } = await begin('Besluit')
    await choose(page, 'Wat is het besluit?', 'Ingetrokken door de persoon')
    await page.getByLabel('Waarom wil de persoon niet verder?').fill('Gaat bij familie wonen.')
    accepted(await triage(eerste, id))
    accepted(
      await workAs(onderdak.platform, eerste.vrager, (work) =>
        decideMelding(work, { meldingId: id, uitkomst: 'ingetrokken', motivering: 'Belde zelf af.' }),
      ),
    )
    await page.getByRole('button', { name: 'Besluit vastleggen' }).click()
    await page.getByRole('heading', { name: 'Iemand anders heeft dit intussen gewijzigd' }).waitFor()
    await page.getByRole('listitem').filter({ hasText: 'naar “Besloten”' }).first().waitFor()
    await comeBack(tweede, `/meldingen/${id}/besluit`)
    await page.getByText('Belde zelf af.').waitFor()
    expect(await page.getByLabel('Waarom wil de persoon niet verder?').inputValue()).toBe(
      'Gaat bij familie wonen.',
    )
    await tweede.expectAccessible()
  }, 120_000)
})

describe('een notitie die een ander schrijft', () => {
  it('laat staan wat u zelf typt; na opslaan is het veld leeg', async () => {
    const { eerste, tweede, id, page } = await begin('Notities')
    await page.getByLabel('Notitie', { exact: true }).fill('Belt morgen terug.')
    accepted(
      await workAs(onderdak.platform, eerste.vrager, (work) =>
        writeNotitie(work, { meldingId: id, tekst: 'Is vandaag langs geweest.' }),
      ),
    )
    await comeBack(tweede, `/meldingen/${id}/notities`)
    await page.getByText('Is vandaag langs geweest.').waitFor()
    expect(await page.getByLabel('Notitie', { exact: true }).inputValue()).toBe('Belt morgen terug.')
    await page.getByRole('button', { name: 'Notitie opslaan' }).click()
    await page.getByText('De notitie is opgeslagen.').waitFor()
    await expect.poll(() => page.getByLabel('Notitie', { exact: true }).inputValue()).toBe('')
  }, 120_000)
})
