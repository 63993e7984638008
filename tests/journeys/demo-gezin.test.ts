import { beforeAll, describe, expect, it } from 'vitest'
import { loadRegio } from '../../seed/load-regio.ts'
import { mvs } from '../../seed/mvs/regio.ts'
import { dutchDateOf, formatShort } from '../../src/shared/plain-date.ts'
import { useOnderdak } from './onderdak.ts'
import { bringGezinToVoorstel } from './stappen.ts'

// The main route as somebody walks it who tries the demo: from one account of the login screen to the next.

const onderdak = useOnderdak()

beforeAll(async () => {
  await loadRegio(onderdak.platform, mvs)
}, 300_000)

describe('de demo, van account naar account', () => {
  it('een dakloos gezin zonder BSN slaapt vannacht bij de aanbieder van de gezinsplek', async () => {
    const loket = await onderdak.signIn({ rol: 'Toegangsmedewerker', organisatie: 'Centraal Onthaal' })
    await bringGezinToVoorstel(loket, {
      roepnaam: 'Mina',
      achternaam: 'Voorbeeldsma',
      locatie: 'Gezinsopvang regionaal',
      product: 'Gezinsopvang',
      today: formatShort(dutchDateOf(onderdak.platform.clock.now())),
    })

    const planner = await onderdak.signIn({
      rol: 'Planner bij een aanbieder',
      organisatie: mvs.organisaties.gezinsopvang!.naam,
    })
    const { page } = planner
    await page.getByRole('link', { name: 'Mina Voorbeeldsma' }).click()
    await page.getByRole('button', { name: 'Voorstel aanvaarden' }).click()
    await page.getByRole('link', { name: 'Aankomst vastleggen' }).click()
    await page
      .getByLabel('Plek', { exact: false })
      .first()
      .selectOption({ label: 'Gezinsopvang regionaal, Gezinsplek 1 (Gezinsopvang)' })
    await page.getByRole('button', { name: 'Aankomst vastleggen' }).click()
    await page.getByText('Aankomst vastgelegd.').waitFor()
    await page.getByRole('link', { name: 'Wie is er vannacht?' }).first().click()
    const lijst = page.getByRole('list', { name: 'Bewoners' })
    await lijst.getByText('Mina Voorbeeldsma').waitFor()
    expect(await lijst.getByRole('link').allTextContents()).toHaveLength(4)
    await planner.expectAccessible()
  }, 300_000)
})
