import { beforeAll, describe, expect, it } from 'vitest'
import { keuze, streefaantal } from '../../src/modules/beheer/domain/soorten.ts'
import { changeGedateerd } from '../../src/modules/beheer/server/dated-commands.ts'
import type { Id } from '../../src/shared/id.ts'
import { addDays, dutchDateOf, formatShort } from '../../src/shared/plain-date.ts'
import { findViolations, openBrowser, openPage, scrollsSideways, widths } from '../browser/harness.ts'
import { givenPersoon } from '../given/persoon.ts'
import { accepted, workAs } from '../given/platform.ts'
import { givenLocatie, givenProduct } from '../given/plek.ts'
import { useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()
let locatieId: Id

beforeAll(async () => {
  locatieId = await givenSpreiding()
})

/** A product with a target, plekken in a wijk, an inloop and a route. */
async function givenSpreiding(): Promise<Id> {
  const { platform, regio } = onderdak
  const productId = await givenProduct(platform, regio, { naam: 'Beschermd thuis', domein: 'BT' })
  const made = await givenLocatie(platform, regio, {
    productId,
    plekken: [{}, {}],
    locatie: { naam: 'Woningen Oost', wijk: 'Oost', reactietijdMinuten: 30 },
  })
  await givenLocatie(platform, regio, {
    productId,
    plekken: [],
    voorziening: { naam: 'Aanloophuis', soort: 'inloop', openingstijden: 'Elke dag van 10 tot 17 uur' },
    locatie: { adres: 'Markt 1' },
  })
  await workAs(platform, regio.systeem, async (work) => {
    accepted(
      await changeGedateerd(work, streefaantal, {
        sleutel: { productId },
        versie: 0,
        vanaf: work.today,
        waarde: { aantal: 5, uitgangspunt: null, bron: 'Afspraak van de regio' },
      }),
    )
    accepted(
      await changeGedateerd(work, keuze, {
        sleutel: { lijst: 'toegangsroute', code: 'gezinnen' },
        versie: 0,
        vanaf: work.today,
        waarde: { naam: 'Gezinnen: via het wijkteam', uitleg: 'Bel eerst.', volgorde: 1, bron: null },
      }),
    )
  })
  return made.locatieId
}

describe('spreiding, doelen, oproepen en de wegwijzer', () => {
  it('een begeleider legt een oproep vast, werkt haar later bij, en de beleidsmedewerker ziet het deel op tijd', async () => {
    const { platform, regio } = onderdak
    await givenPersoon(platform, await regio.als('aanbieder', 'aanbieder_begeleider'))
    const desk = await onderdak.open('aanbieder', 'aanbieder_begeleider')
    const { page } = desk
    await desk.go('/oproepen/nieuw')
    await page.getByLabel('Locatie').selectOption({ label: 'Woningen Oost' })
    const gisteren = addDays(dutchDateOf(platform.clock.now()), -1)
    await page.getByLabel('Dag van de oproep').fill(formatShort(gisteren))
    await page.getByLabel('Tijd van de oproep').fill('2210')
    await page.getByRole('combobox', { name: /^Cliënt die belde/ }).fill('Sanne')
    await page.getByRole('option', { name: /Sanne de Vries/ }).click()
    await desk.expectAccessible()
    await page.getByRole('button', { name: 'Oproep opslaan' }).click()
    await page.locator('table').getByText('Te laat', { exact: true }).waitFor()
    await desk.expectAccessible()
    await page.getByRole('link', { name: /, 22:10$/ }).click()
    await page.getByLabel('Hoe is de oproep afgehandeld?').selectOption({ label: 'Iemand ging erheen' })
    await page.getByLabel('Hoe laat was er iemand').fill('22.35')
    expect(await page.getByRole('combobox', { name: /^Cliënt die belde/ }).inputValue()).toBe(
      'Sanne de Vries',
    )
    await desk.expectAccessible()
    await page.getByRole('button', { name: 'Oproep opslaan' }).click()
    await page.locator('tbody').getByText('Op tijd', { exact: true }).waitFor()
    await desk.close()

    const steering = await onderdak.open('centrumgemeente', 'programmamanager')
    await steering.go('/oproepen')
    await steering.page.getByText('100,0% (1 van 1)').waitFor()
    expect(await steering.page.getByText('Sanne').count()).toBe(0)
    await steering.close()
  }, 120_000)

  it('een half ingevuld kort formulier staat er de volgende keer nog', async () => {
    const desk = await onderdak.open('aanbieder', 'aanbieder_planner')
    const { page } = desk
    await desk.go(`/locaties/${locatieId}?tab=opening`)
    await page.getByLabel('Tijden of bijzonderheden').fill('Alleen bij vorst')
    await page.getByText(/Concept bewaard om/).waitFor()
    await desk.go(`/locaties/${locatieId}`)
    await page.getByRole('button', { name: 'Plek 1 beheren' }).click()
    await page.getByLabel('Toelichting').fill('Lekkage in de douche')
    await page.getByText(/Concept bewaard om/).waitFor()
    await desk.go(`/locaties/${locatieId}?tab=opening`)
    await page.getByRole('button', { name: 'Verder met het concept' }).click()
    expect(await page.getByLabel('Tijden of bijzonderheden').inputValue()).toBe('Alleen bij vorst')
    await desk.go(`/locaties/${locatieId}`)
    await page.getByRole('button', { name: 'Plek 1 beheren' }).click()
    await page.getByRole('button', { name: 'Verder met het concept' }).click()
    expect(await page.getByLabel('Toelichting').inputValue()).toBe('Lekkage in de douche')
    await desk.expectAccessible()
    await desk.close()
  }, 120_000)

  it('een half ingevuld adres van een cliënt staat er de volgende keer nog', async () => {
    const { platform, regio } = onderdak
    const id = await givenPersoon(platform, await regio.als('loket', 'toegangsmedewerker'))
    const desk = await onderdak.open('loket', 'toegangsmedewerker')
    const openForm = async () => {
      await desk.go(`/clienten/${id}?tab=gegevens`)
      await desk.page.getByRole('button', { name: 'Adres toevoegen' }).click()
    }
    await openForm()
    await desk.page.getByLabel('Adres', { exact: true }).fill('Hoogstraat 12')
    await desk.page.getByText(/Concept bewaard om/).waitFor()
    await openForm()
    await desk.page.getByRole('button', { name: 'Verder met het concept' }).click()
    expect(await desk.page.getByLabel('Adres', { exact: true }).inputValue()).toBe('Hoogstraat 12')
    await desk.close()
  }, 120_000)

  it('de pagina’s met cijfers en de openbare pagina kloppen op beide breedtes', async () => {
    const browser = await openBrowser()
    for (const width of Object.values(widths)) {
      const desk = await onderdak.open('centrumgemeente', 'programmamanager', width)
      for (const [path, text] of [
        ['/plekken/spreiding', 'Vlaardingen'],
        ['/plekken/spreiding?per=wijk', 'Oost'],
        ['/plekken/doelen', '3 te weinig'],
        ['/beheer/streefaantallen', '5 plekken'],
        ['/wegwijzer/GM0622', 'Elke dag van 10 tot 17 uur'],
      ] as const) {
        await desk.go(path)
        await desk.page.getByText(text).first().waitFor()
        await desk.expectAccessible()
      }
      await desk.close()

      const { page, context, faults } = await openPage(browser, width)
      await page.goto(`${onderdak.url}/inloggen`)
      await page.getByRole('link', { name: 'waar u heen kunt' }).click()
      await page.getByRole('link', { name: 'Vlaardingen' }).click()
      await page.getByRole('heading', { name: 'Waar kan ik heen in Vlaardingen?' }).waitFor()
      for (const text of ['Bel eerst.', 'Nog niet bekend', 'Elke dag van 10 tot 17 uur', 'Markt 1'])
        await page.getByText(text).first().waitFor()
      expect(await findViolations(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      await page.getByRole('link', { name: 'Wie wordt toegelaten?' }).click()
      await page.getByText('Heeft de persoon psychische of psychosociale problemen?').first().waitFor()
      expect(await findViolations(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      expect(faults).toEqual([])
      await context.close()
    }
    await browser.close()
  }, 180_000)
})
