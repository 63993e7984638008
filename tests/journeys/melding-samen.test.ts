import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  closeMelding,
  decideMelding,
  recordTriage,
  recordVervolg,
} from '../../src/modules/melding/server/commands.ts'
import { listVervolgen } from '../../src/modules/melding/server/detail-queries.ts'
import { writeNotitie } from '../../src/modules/melding/server/samenwerking-commands.ts'
import type { Work } from '../../src/platform/work.ts'
import { givenMelding } from '../given/melding.ts'
import { accepted, workAs } from '../given/platform.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

const choose = (page: Page, question: string, answer: string) =>
  page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).check()

/** Coming back to the window long after makes the page ask everything again. */
async function comeBack(page: Page, read: string) {
  const again = page.waitForResponse((answer) => answer.url().split('?')[0]!.endsWith(read))
  await page.clock.fastForward('01:00')
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  await again
  await page.clock.runFor(1000)
}

/** A melding that one is busy with in a tab, and what a colleague does meanwhile. */
async function busyWith(tab: string, width?: number) {
  const collega = (await onderdak.open('loket', 'consulent_daklozenloket')).vrager
  const desk = await onderdak.open('loket', 'toegangsmedewerker', width)
  const { id } = await givenMelding(onderdak.platform, desk.vrager)
  await desk.page.clock.install()
  const open = async () => {
    await desk.go(`/meldingen/${id}`)
    await desk.page.getByRole('tab', { name: tab }).click()
  }
  const meanwhile = async <T>(run: (work: Work) => Promise<T>) => {
    // What the page asked before would be answered without what the colleague does, and count as the answer after it.
    await desk.settle()
    return accepted(await workAs(onderdak.platform, collega, run as never))
  }
  return { desk, page: desk.page, id, open, meanwhile }
}

const triage = (id: string) => (work: Work) =>
  recordTriage(work, {
    meldingId: id,
    uitkomst: 'onderzoek',
    toelichting: 'Wordt al begeleid.',
    domein: 'BW',
  })
const intrekken = (id: string) => (work: Work) =>
  decideMelding(work, { meldingId: id, uitkomst: 'ingetrokken', motivering: 'Heeft zelf iets gevonden.' })

async function look(desk: Desk, naam: string) {
  await desk.expectAccessible()
  const map = process.env.ONDERDAK_SCHERMEN
  if (map) await desk.page.screenshot({ path: `${map}/${naam}.png`, fullPage: true })
}

describe('een collega doet intussen hetzelfde', () => {
  it('een half ingevulde triage blijft staan; opslaan zegt wie wat vastlegde, in gewone woorden', async () => {
    const { desk, page, id, open, meanwhile } = await busyWith('Triage')
    await open()
    await page.getByLabel('Korte toelichting').fill('Wil graag een plek in Vlaardingen.')
    await meanwhile(triage(id))
    await comeBack(page, `/meldingen/${id}`)
    await choose(page, 'Wat is er nodig?', 'Onderzoek starten')
    await page.getByRole('button', { name: 'Triage vastleggen' }).click()
    const regel = page.getByRole('listitem').filter({ hasText: 'Wordt al begeleid.' })
    await regel.getByText('Korte toelichting').or(regel.getByText('Toelichting bij de triage')).waitFor()
    await regel.getByText(/Proef consulent_daklozenloket loket/).waitFor()
    const alert = page.locator('.od-formulier').getByRole('list').first()
    const text = await alert.innerText()
    expect(text).toContain('Deel van de keten: van “leeg” naar “Beschermd wonen')
    expect(text).toContain('Status: van “Nieuw” naar “Onderzoek')
    expect(text).not.toMatch(/[a-z]_[a-z]+”|[0-9a-f]{8}-[0-9a-f]{4}-|[a-z][A-Z]/)
    await look(desk, 'conflict-triage')
    await page.getByRole('button', { name: 'Nieuwste gegevens ophalen' }).click()
    await regel.waitFor({ state: 'detached' })
    expect(await page.getByLabel('Korte toelichting').inputValue()).toBe('Wil graag een plek in Vlaardingen.')
    await page.getByRole('button', { name: 'Triage vastleggen' }).click()
    await page.getByText('De triage is vastgelegd.').waitFor()
    await page.getByRole('button', { name: 'Triage opnieuw doen' }).waitFor()
  }, 120_000)

  it('wie als tweede besluit, hoort wie al besloot en houdt de eigen tekst, ook als de pagina ververst', async () => {
    const { desk, page, id, open, meanwhile } = await busyWith('Besluit')
    await meanwhile(triage(id))
    await open()
    await choose(page, 'Wat is het besluit?', 'Ingetrokken door de persoon')
    await page.getByLabel('Waarom wil de persoon niet verder?').fill('Gaat bij een zus wonen.')
    await meanwhile(intrekken(id))
    await page.getByRole('button', { name: 'Besluit vastleggen' }).click()
    await page.getByRole('heading', { name: 'Iemand anders heeft dit intussen gewijzigd' }).waitFor()
    await page
      .getByText(/Proef consulent_daklozenloket loket/)
      .first()
      .waitFor()
    await look(desk, 'conflict-besluit')
    await page.getByRole('button', { name: 'Nieuwste gegevens ophalen' }).click()
    await page.getByText('Heeft zelf iets gevonden.').waitFor()
    await page.getByRole('heading', { name: 'Dit kunt u niet meer versturen' }).waitFor()
    const eigen = page.getByLabel('Waarom wil de persoon niet verder?')
    expect(await eigen.inputValue()).toBe('Gaat bij een zus wonen.')
    await look(desk, 'al-besloten')
    await page.getByRole('button', { name: 'Mijn tekst weggooien' }).click()
    await eigen.waitFor({ state: 'detached' })
  }, 120_000)

  it('een half geschreven notitie blijft staan als er een notitie bij komt, en is leeg na opslaan', async () => {
    const { page, id, open, meanwhile } = await busyWith('Notities')
    await open()
    const notitie = page.getByLabel('Notitie', { exact: true })
    await notitie.fill('Belt morgen terug.')
    await meanwhile((work) => writeNotitie(work, { meldingId: id, tekst: 'Was aan de balie.' }))
    await comeBack(page, `/meldingen/${id}/notities`)
    await page.getByText('Was aan de balie.').waitFor()
    expect(await notitie.inputValue()).toBe('Belt morgen terug.')
    await page.getByRole('button', { name: 'Notitie opslaan' }).click()
    await page.getByText('De notitie is opgeslagen.').waitFor()
    await expect.poll(() => notitie.inputValue()).toBe('')
    await page.getByText('Belt morgen terug.').waitFor()
  }, 120_000)

  it('wat iemand over het vervolg invult, blijft staan als een collega het al afrondde', async () => {
    const { desk, page, id, open, meanwhile } = await busyWith('Vervolg', 320)
    await meanwhile(intrekken(id))
    await open()
    await page.getByRole('button', { name: /^Vastleggen hoe het gaat/ }).click()
    await page.getByLabel('Toelichting', { exact: false }).fill('Niet bereikt, probeer het morgen.')
    await meanwhile(async (work) => {
      const { results } = await listVervolgen(work, {
        pagina: 1,
        aantalPerPagina: 1,
        stand: 'open',
        meldingId: id,
        sorteer: 'geplandOp',
      })
      return recordVervolg(work, {
        vervolgId: results[0]!.id,
        op: work.today,
        uitkomst: 'geen_hulp_nodig',
        volgendeStap: 'Niets meer',
        volgendeStapOp: work.today,
      })
    })
    await comeBack(page, '/vervolgen')
    await page.getByRole('heading', { name: 'Dit kunt u niet meer versturen' }).waitFor()
    expect(await page.getByLabel('Toelichting', { exact: false }).inputValue()).toBe(
      'Niet bereikt, probeer het morgen.',
    )
    await look(desk, 'vervolg-al-gedaan-320')
  }, 120_000)

  it('een onderzoek dat iemand invult, blijft staan als een collega besluit of de verbinding hapert', async () => {
    const { page, id, open, meanwhile } = await busyWith('Onderzoek')
    await meanwhile(triage(id))
    await open()
    const kern = page.getByLabel('Kern van het plan')
    await kern.fill('Eigen kamer en rust.')
    await page.route(`**/meldingen/${id}/onderzoek`, (route) => route.fulfill({ status: 503, body: '{}' }))
    await comeBack(page, `/meldingen/${id}/onderzoek`)
    expect(await kern.inputValue()).toBe('Eigen kamer en rust.')
    await page.unroute(`**/meldingen/${id}/onderzoek`)
    await meanwhile(intrekken(id))
    await comeBack(page, `/meldingen/${id}/onderzoek`)
    await page.getByRole('heading', { name: 'Dit kunt u niet meer versturen' }).waitFor()
    expect(await kern.inputValue()).toBe('Eigen kamer en rust.')
  }, 120_000)

  it('wat iemand bij aanbieden en meekijken typt, blijft staan als een collega intussen besluit', async () => {
    const { desk, page, id, open, meanwhile } = await busyWith('Overdragen', 320)
    await open()
    await page.getByLabel('Waarom draagt u over?').fill('Woont bij haar zus in Schiedam.')
    await page.getByLabel('Waarvoor?').fill('Advies over schulden.')
    await meanwhile(intrekken(id))
    await comeBack(page, `/meldingen/${id}`)
    await page.getByText('Deze melding is al aangeboden, of er is over besloten.').waitFor()
    await page.getByText('Over deze melding is intussen besloten.').waitFor()
    expect(await page.getByLabel('Waarom draagt u over?').inputValue()).toBe(
      'Woont bij haar zus in Schiedam.',
    )
    expect(await page.getByLabel('Waarvoor?').inputValue()).toBe('Advies over schulden.')
    await look(desk, 'aanbieden-te-laat-320')
  }, 120_000)

  it('wie een melding sluit die een collega net afrondde, houdt de tekst en hoort waarom het niet meer kan', async () => {
    const { page, id, open, meanwhile } = await busyWith('Gegevens')
    await meanwhile(triage(id))
    await open()
    await page.getByRole('button', { name: 'Melding sluiten' }).click()
    const tekst = page.getByLabel('Toelichting', { exact: false }).last()
    await tekst.fill('Dubbele melding.')
    await meanwhile((work) =>
      closeMelding(work, {
        meldingId: id,
        reden: 'advies_gegeven',
        volgendeStap: 'Niets meer',
        volgendeStapOp: work.today,
      }),
    )
    await comeBack(page, `/meldingen/${id}`)
    await page.getByRole('heading', { name: 'Dit kunt u niet meer versturen' }).waitFor()
    expect(await tekst.inputValue()).toBe('Dubbele melding.')
  }, 120_000)

  it('een half geschreven aanbod staat er na herladen nog als concept', async () => {
    const { page, open } = await busyWith('Overdragen')
    await open()
    await page.getByLabel('Waarom draagt u over?').fill('Verhuist naar Schiedam.')
    const bewaard = page.waitForResponse(
      (answer) => answer.url().includes('/concepten/') && answer.request().method() === 'PUT',
    )
    await page.clock.runFor(2000)
    await bewaard
    await page.clock.runFor(1000)
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByRole('tab', { name: 'Overdragen' }).click()
    await page.getByRole('button', { name: 'Verder met het concept' }).first().click()
    expect(await page.getByLabel('Waarom draagt u over?').inputValue()).toBe('Verhuist naar Schiedam.')
  }, 120_000)
})
