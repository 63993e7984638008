import { describe, expect, it } from 'vitest'
import { setOpvolging } from '../../src/modules/opvolging/server/commands.ts'
import { todayOf } from '../../src/platform/clock.ts'
import { addDays } from '../../src/shared/plain-date.ts'
import { findViolations, openBrowser, openPage, scrollsSideways, widths } from '../browser/harness.ts'
import { givenPersoon } from '../given/persoon.ts'
import { workAs } from '../given/platform.ts'
import { useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()
const dutch = (datum: string) => datum.split('-').reverse().join('-')

/** Somebody for whom the loket is responsible. */
async function client(achternaam: string): Promise<string> {
  const { platform, regio } = onderdak
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const persoonId = await givenPersoon(platform, loket, { achternaam })
  await workAs(platform, loket, (work) =>
    setOpvolging(work, { persoonId }, { volgendeStap: 'Bellen', volgendeStapOp: addDays(work.today, 5) }),
  )
  return persoonId
}

describe('warme overdracht', () => {
  it('van het loket naar de aanbieder: aanbieden, aannemen, gesprek en eerste contact', async () => {
    const persoonId = await client('Warm')
    const vandaag = todayOf(onderdak.platform.clock)
    const loket = await onderdak.open('loket', 'toegangsmedewerker')
    await onderdak.regio.als('aanbieder', 'aanbieder_begeleider')
    await loket.go(`/clienten/${persoonId}?tab=overdracht`)
    await loket.page.getByRole('tab', { name: 'Overdracht' }).click()
    await loket.page.getByRole('link', { name: 'Overdragen aan een ander' }).click()
    await loket.page.getByLabel('Aan wie draagt u over?').selectOption({ label: 'Aanbieder Noord' })
    await loket.page.getByLabel('Verandert de wet of wie betaalt?').selectOption('jeugdwet_wmo')
    await loket.page.getByLabel('Waarom deze overdracht?').fill('Gaat wonen bij de aanbieder')
    await loket.page.getByLabel('Wat moet de ander weten?').fill('Houdt van rust.')
    await loket.expectAccessible()
    await loket.page.getByRole('button', { name: 'Overdracht aanbieden' }).click()
    await loket.page.getByText('Kies waarom u deze gegevens mag geven').first().waitFor()
    await loket.page.getByLabel('Taak van de gemeente').check()
    await loket.page.getByRole('button', { name: 'Overdracht aanbieden' }).click()
    await loket.page.getByRole('heading', { name: 'Overdracht van Sanne de Warm' }).waitFor()
    await loket.page.getByText('Risicomoment: de wet verandert').waitFor()
    await loket.expectAccessible()

    const planner = await onderdak.open('aanbieder', 'aanbieder_planner', widths.smal)
    await planner.go('/')
    await planner.page.getByRole('heading', { name: 'Overdrachten die op mij wachten' }).waitFor()
    await planner.expectAccessible()
    await planner.page.getByRole('link', { name: /Sanne de Warm/ }).click()
    await planner.page.getByText('U ziet wat met u is gedeeld').waitFor()
    await planner.expectAccessible()
    await planner.page.getByRole('button', { name: 'Aannemen en tekenen' }).click()
    await planner.page.getByRole('link', { name: 'Naar het dossier' }).waitFor()
    await planner.page.getByLabel('Wanneer was het overdrachtsgesprek?').fill(dutch(vandaag))
    await planner.page.getByRole('radio', { name: 'Nee' }).check()
    await planner.page.getByRole('button', { name: 'Overdracht afronden' }).click()
    await planner.page.getByText('Leg uit waarom de cliënt er niet bij was').first().waitFor()
    await planner.page.getByLabel('Waarom was de cliënt er niet bij?').fill('Was ziek')
    await planner.expectAccessible()
    await planner.page.getByRole('button', { name: 'Overdracht afronden' }).click()
    await planner.page.getByLabel('De cliënt is gesproken').check()
    await planner.page.getByLabel('Op welke dag?').fill(dutch(vandaag))
    await planner.page.getByLabel('Wat is de volgende stap?').fill('Plan maken')
    await planner.page.getByLabel('Wanneer, uiterlijk?').fill(dutch(addDays(vandaag, 10)))
    await planner.expectAccessible()
    await planner.page.getByRole('button', { name: 'Eerste contact vastleggen' }).click()
    await planner.page.getByText('De cliënt is gesproken,').waitFor()

    await planner.go('/overdrachten?stand=alle')
    await planner.page.getByText('Afgerond').first().waitFor()
    await planner.expectAccessible()
    await planner.go(`/clienten/${persoonId}`)
    await planner.page.getByText('Plan maken').first().waitFor()
  }, 120_000)

  it('naar een andere regio: een link die één keer opent, zonder account', async () => {
    const persoonId = await client('Elders')
    const loket = await onderdak.open('loket', 'toegangsmedewerker', widths.smal)
    await loket.go(`/clienten/${persoonId}/overdragen`)
    await loket.page.getByLabel('Naar een partij buiten deze regio').check()
    await loket.page.getByLabel('Wat voor partij?').selectOption('andere_gemeente')
    await loket.page.getByLabel('Naam van de partij').fill('Loket Buurregio')
    await loket.page.getByLabel('Waarom deze overdracht?').fill('Verhuist naar familie')
    await loket.page.getByLabel('Wat moet de ander weten?').fill('Heeft begeleiding nodig.')
    await loket.page.getByLabel('Hulp van een beroepskracht is nodig').check()
    await loket.page.getByLabel('Waarom is dit nodig?').fill('Zonder dit kan de ander niet helpen')
    await loket.expectAccessible()
    await loket.page.getByRole('button', { name: 'Overdracht aanbieden' }).click()
    await loket.page.getByRole('button', { name: 'Eenmalige link maken' }).click()
    const link = (await loket.page.locator('.od-link').textContent())!
    await loket.expectAccessible()

    const browser = await openBrowser()
    try {
      for (const width of [widths.breed, widths.smal]) {
        const { page, context, faults } = await openPage(browser, width)
        const expectFine = async () => {
          expect([...(await findViolations(page)), ...faults.splice(0)]).toEqual([])
          expect(await scrollsSideways(page)).toBe(false)
        }
        await page.goto(link)
        await page.getByRole('heading', { name: 'Een cliënt aan u overgedragen' }).waitFor()
        if (width === widths.breed) {
          await page.getByRole('button', { name: 'Gegevens openen' }).waitFor()
          expect(await page.getByText('Elders').count()).toBe(0)
          await expectFine()
          await page.getByRole('button', { name: 'Gegevens openen' }).click()
          await page.getByRole('heading', { name: 'Sanne de Elders' }).waitFor()
          await expectFine()
        } else {
          await page.getByText('Deze link is al geopend').waitFor()
          expect(await page.getByText('Elders').count()).toBe(0)
          await page.getByLabel('Ja, wij nemen de cliënt over').check()
          await page.getByLabel('Uw naam').fill('B. Buren')
          await page.getByLabel('Uw functie').fill('Regisseur')
          await page.getByLabel('Uw telefoonnummer').fill('010 000 00 00')
          await expectFine()
          await page.getByRole('button', { name: 'Antwoord versturen' }).click()
          await page.getByText('U neemt de cliënt over').waitFor()
          await expectFine()
        }
        await context.close()
      }
    } finally {
      await browser.close()
    }

    await loket.go('/')
    await loket.page
      .getByRole('link', { name: /Sanne de Elders/ })
      .first()
      .waitFor()
    await loket.page.getByText('Aangenomen: gesprek voeren en afronden').waitFor()
  }, 120_000)

  it('van een andere regio: het loket legt vast en houdt in beeld', async () => {
    const persoonId = await givenPersoon(
      onderdak.platform,
      await onderdak.regio.als('loket', 'toegangsmedewerker'),
      { achternaam: 'Vanbuiten' },
    )
    const loket = await onderdak.open('loket', 'toegangsmedewerker', widths.smal)
    await loket.go(`/clienten/${persoonId}/van-buiten`)
    await loket.page.getByRole('button', { name: 'Overdracht vastleggen' }).click()
    await loket.page.getByText('Vul van wie de cliënt komt in').first().waitFor()
    await loket.page.getByLabel('Wie draagt over?').fill('Loket Buurregio')
    await loket.page.getByLabel('Hoe bereikt u de ander?').fill('B. Buren, 010 000 00 00')
    await loket.page.getByLabel('Wie tekende namens de ander?').fill('B. Buren')
    await loket.page.getByLabel('Wanneer tekende de ander?').fill(dutch(todayOf(onderdak.platform.clock)))
    await loket.page.getByLabel('Waarom deze overdracht?').fill('Terug naar de regio van herkomst')
    await loket.page.getByLabel('Wat vertelde de ander u?').fill('Is daar bekend')
    await loket.expectAccessible()
    await loket.page.getByRole('button', { name: 'Overdracht vastleggen' }).click()
    await loket.page.getByRole('heading', { name: 'Overdracht van Sanne de Vanbuiten' }).waitFor()
    await loket.expectAccessible()
    await loket.go(`/clienten/${persoonId}`)
    await loket.page.getByText('Antwoord geven op de overdracht van buiten de regio').first().waitFor()
  }, 120_000)
})
