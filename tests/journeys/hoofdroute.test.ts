import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dutchDateOf, formatLong, formatShort } from '../../src/shared/plain-date.ts'
import { widths } from '../browser/harness.ts'
import { useOnderdak } from './onderdak.ts'
import { bringGezinToVoorstel, givenGezinslocatie, recordMelding, recordTriage } from './stappen.ts'

const onderdak = useOnderdak()
const vandaag = () => dutchDateOf(onderdak.platform.clock.now())
const day = (after: number) => formatShort(addDays(vandaag(), after))

beforeAll(async () => {
  await givenGezinslocatie(onderdak, 'Havenhuis')
  await givenGezinslocatie(onderdak, 'Kadehuis')
})

describe('van melding tot nacht', () => {
  it('een dakloos gezin zonder BSN slaapt vannacht als geheel op één plek', async () => {
    const loket = await onderdak.open('loket', 'toegangsmedewerker')
    await bringGezinToVoorstel(loket, {
      roepnaam: 'Amina',
      achternaam: 'Haddad',
      locatie: 'Havenhuis',
      today: day(0),
    })
    await loket.go('/plekken')
    const kaart = loket.page.getByRole('listitem').filter({ hasText: 'Havenhuis' }).first()
    await kaart.getByText('1 vastgehouden').waitFor()
    await loket.expectAccessible()

    const planner = await onderdak.open('aanbieder', 'aanbieder_planner')
    const { page } = planner
    await planner.go('/')
    await page.getByRole('region', { name: /Voorstellen om te beantwoorden/ }).waitFor()
    await planner.expectAccessible()
    await page.getByRole('link', { name: 'Amina Haddad' }).click()
    await page.getByRole('button', { name: 'Voorstel aanvaarden' }).click()
    await page.getByText('Aanvaard. De plek blijft vastgehouden tot de aankomst.').waitFor()
    await planner.expectAccessible()
    await page.getByRole('link', { name: 'Aankomst vastleggen' }).click()
    await page
      .getByLabel('Plek', { exact: false })
      .first()
      .selectOption({ label: 'Havenhuis, Plek 2 (Gezinsopvang Havenhuis)' })
    await planner.expectAccessible()
    await page.getByRole('button', { name: 'Aankomst vastleggen' }).click()
    await page.getByText('Aankomst vastgelegd.').waitFor()
    await planner.expectAccessible()
    await page.getByRole('link', { name: 'Wie is er vannacht?' }).first().click()
    const lijst = page.getByRole('list', { name: 'Bewoners' })
    await lijst.getByText('Amina Haddad').waitFor()
    expect(await lijst.getByRole('link').allTextContents()).toEqual(
      expect.arrayContaining(['Amina Haddad', 'Youssef Haddad', 'Lina Haddad', 'Adam Haddad']),
    )
    await planner.expectAccessible()
    await page.getByRole('button', { name: 'Adam Haddad: is er niet' }).click()
    // The button says what it does; a pressed state on top of that would turn its meaning round.
    const terug = page.getByRole('button', { name: 'Adam Haddad: is er wel' })
    expect(await terug.getAttribute('aria-pressed')).toBeNull()
    await page.getByText('3 aanwezig, 1 afwezig. Nog niet opgeslagen.').waitFor()
    await page.getByRole('button', { name: 'Nacht opslaan voor 4 mensen' }).click()
    await page.getByText('3 aanwezig, 1 afwezig. Alles is opgeslagen.').waitFor()
    await planner.expectAccessible()

    await loket.go('/clienten')
    await loket.page.getByLabel('Naam', { exact: false }).first().fill('Lina Haddad')
    await loket.page.getByRole('button', { name: 'Zoeken' }).click()
    await loket.page.getByRole('link', { name: 'Lina Haddad' }).first().click()
    await loket.page.getByRole('heading', { level: 1, name: 'Lina Haddad' }).waitFor()
    const titels = (...names: string[]) =>
      Promise.all(
        names.map((name) => loket.page.getByRole('heading', { level: 2, name, exact: true }).waitFor()),
      )
    await titels('Opvolging', 'Tijdlijn')
    await loket.page.getByText('Loopt via het huishouden, op naam van Amina Haddad.').waitFor()
    await loket.expectAccessible()
    await loket.page.getByRole('tab', { name: 'Instroom' }).click()
    await titels('Opvolging', 'Meldingen', 'Beschikking', 'Wachtlijst')
    await loket.expectAccessible()
    await loket.page.getByRole('tab', { name: 'Verblijf' }).click()
    await titels('Opvolging', 'Verblijf')
    await loket.page.getByRole('link', { name: 'Havenhuis' }).waitFor()
    await loket.expectAccessible()
  }, 300_000)

  it('wie geweigerd wordt, staat op de vervolglijst en houdt een open opvolging', async () => {
    const loket = await onderdak.open('loket', 'toegangsmedewerker')
    const { page } = loket
    await recordMelding(loket, { roepnaam: 'Piet', achternaam: 'Zomer', slaapplek: 'Ja' })
    await recordTriage(loket)
    await page.getByRole('tab', { name: 'Besluit' }).click()
    await page.getByRole('radio', { name: 'Niet toegelaten' }).check()
    await page.getByRole('radio', { name: 'De toegang' }).check()
    await page.getByLabel('Reden', { exact: true }).selectOption({ label: 'Kan het zelf oplossen, met hulp' })
    await page
      .getByLabel('Wat is in plaats daarvan aangeboden?')
      .fill('Hulp bij inschrijven voor een woning.')
    await page.getByLabel('Motivering').fill('Kan bij zijn broer blijven.')
    await loket.expectAccessible()
    await page.getByRole('button', { name: 'Besluit vastleggen' }).click()
    await page.getByText('Het besluit is vastgelegd.').waitFor()
    await loket.go('/vervolg')
    const rows = page.getByRole('row').filter({ hasText: 'Piet Zomer' })
    await rows.first().waitFor()
    const texts = await rows.allTextContents()
    expect(texts).toHaveLength(3)
    for (const [index, after] of [7, 30, 90].entries()) expect(texts[index]).toContain(day(after))
    await loket.expectAccessible()
    await page
      .getByRole('link', { name: /^Piet Zomer/ })
      .first()
      .click()
    await page.getByRole('link', { name: 'Piet Zomer', exact: true }).click()
    await page.getByRole('heading', { level: 2, name: 'Opvolging', exact: true }).waitFor()
    const opvolging = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Opvolging', exact: true }) })
    await opvolging.getByText(formatLong(addDays(vandaag(), 7))).waitFor()
    await loket.expectAccessible()
  }, 180_000)
})

describe('met alleen het toetsenbord, op een telefoon', () => {
  it('een planner aanvaardt een voorstel op 320 pixels zonder muis', async () => {
    const loket = await onderdak.open('loket', 'toegangsmedewerker')
    await bringGezinToVoorstel(loket, {
      roepnaam: 'Samira',
      achternaam: 'Bakker',
      locatie: 'Kadehuis',
      today: day(0),
    })
    const planner = await onderdak.open('aanbieder', 'aanbieder_planner', widths.smal)
    const { page } = planner
    await planner.go('/')
    await page.getByRole('link', { name: 'Samira Bakker' }).waitFor()
    const tabTo = async (name: string) => {
      for (let i = 0; i < 80; i++) {
        await page.keyboard.press('Tab')
        const text = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement | null
          return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
        })
        if (text === name) return
      }
      throw new Error(`Tab does not reach ${name}`)
    }
    await tabTo('Samira Bakker')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Samira Bakker naar Kadehuis' }).waitFor()
    await planner.expectAccessible()
    await tabTo('Voorstel aanvaarden')
    await page.keyboard.press('Space')
    await page.getByText('Aanvaard. De plek blijft vastgehouden tot de aankomst.').waitFor()
    await tabTo('Aankomst vastleggen')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Aankomst van Samira Bakker' }).waitFor()
    await planner.expectAccessible()
  }, 240_000)
})
