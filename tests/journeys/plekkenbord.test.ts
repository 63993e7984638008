import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { registerVoorziening } from '../../src/modules/plek/server/commands.ts'
import { proposeVoorstel } from '../../src/modules/voorstel/server/commands.ts'
import { dutchDateOf } from '../../src/shared/plain-date.ts'
import { widths } from '../browser/harness.ts'
import { accepted, workAs } from '../given/platform.ts'
import { givenLocatie as givenPlekLocatie } from '../given/plek.ts'
import { givenLocatie, givenProduct, givenWachtende } from '../given/wachtlijst.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

async function schermafdruk(page: Page, naam: string): Promise<void> {
  const map = process.env.ONDERDAK_SCHERMEN
  if (map) await page.screenshot({ path: `${map}/${naam}.png`, fullPage: true })
}

/** One plek, and two people for whom it is held: one of them above the capacity. */
beforeAll(async () => {
  const productId = await givenProduct(onderdak, { code: 'BORD' })
  const { locatieId } = await givenLocatie(onderdak, { productId, naam: 'Sluishuis', plekken: 1 })
  const loket = await onderdak.regio.als('loket', 'toegangsmedewerker')
  for (const overboekingReden of [null, 'Vannacht slaapt niemand buiten.']) {
    const { id } = await givenWachtende(onderdak.platform, loket, { productId })
    accepted(
      await workAs(onderdak.platform, loket, (work) =>
        proposeVoorstel(work, {
          wachtlijstplaatsingId: id,
          locatieId,
          vanaf: dutchDateOf(onderdak.platform.clock.now()),
          overboekingReden,
        }),
      ),
    )
  }
})

describe('het plekkenbord en de kalender', () => {
  it('een verouderde stand is grijs tot de aanbieder met één tik op de telefoon bevestigt', async () => {
    const telefoon = await onderdak.open('aanbieder', 'aanbieder_planner', widths.smal)
    const kaartOp = ({ page }: Desk) => page.getByRole('listitem').filter({ hasText: 'Sluishuis' }).first()
    const kleurOp = (desk: Desk) =>
      kaartOp(desk).evaluate((element) => getComputedStyle(element).backgroundColor)
    await telefoon.go('/plekken')
    const kaart = kaartOp(telefoon)
    await kaart.getByText('1 overboekt').waitFor()
    await kaart.getByText('Stand is verouderd').waitFor()
    const grijs = await kleurOp(telefoon)
    await telefoon.expectAccessible()
    await kaart.getByRole('button', { name: 'De stand van Sluishuis klopt' }).click()
    await kaart.getByText('Stand is verouderd').waitFor({ state: 'detached' })
    await telefoon.expectAccessible()

    const loket = await onderdak.open('loket', 'toegangsmedewerker')
    await loket.go('/plekken')
    await kaartOp(loket)
      .getByText(/Bevestigd op .* door Proef aanbieder_planner aanbieder/)
      .waitFor()
    expect(await kleurOp(loket)).not.toBe(grijs)
    expect(await kaartOp(loket).getByRole('button').count()).toBe(0)
    await loket.expectAccessible()
  }, 120_000)

  it.each(Object.values(widths))(
    'de kalender zegt zonder muis hoeveel er is vastgehouden en overboekt, op %i pixels',
    async (width) => {
      const loket = await onderdak.open('loket', 'toegangsmedewerker', width)
      const { page } = loket
      await loket.go('/plekken/kalender')
      const rij = page.getByRole('row').filter({ hasText: 'Sluishuis' }).first()
      const vandaag = rij.getByRole('cell').first()
      await vandaag.getByText('1 overboekt').waitFor()
      expect(await vandaag.textContent()).toMatch(/^vol \(1\)/)
      await loket.expectAccessible()
      await page.getByLabel('Tonen').selectOption({ label: 'Vastgehouden' })
      await page.getByText('Vastgehouden per dag. Tussen haakjes: alle plekken.').waitFor()
      expect(await vandaag.textContent()).toMatch(/^1 \(1\)/)
      await loket.expectAccessible()
    },
    120_000,
  )

  it('de planner haalt het adres van een locatie weer weg, en niemand kan het dan nog opvragen', async () => {
    const { locatieId } = await givenPlekLocatie(onderdak.platform, onderdak.regio, {
      productId: await givenProduct(onderdak, { code: 'ADRES' }),
      locatie: { naam: 'Steigerhuis', adres: 'Steiger 7' },
      plekken: [{}],
    })
    const planner = await onderdak.open('aanbieder', 'aanbieder_planner', widths.smal)
    const { page } = planner
    await planner.go(`/locaties/${locatieId}`)
    await page.getByRole('tab', { name: 'Gegevens' }).click()
    await page.getByRole('button', { name: 'Adres tonen' }).click()
    await page.getByText('Steiger 7').waitFor()
    await page.getByRole('button', { name: 'Adres weghalen' }).click()
    await page.getByRole('dialog').getByText('Terughalen kan niet').waitFor()
    await planner.expectAccessible()
    await page.getByRole('dialog').getByRole('button', { name: 'Adres weghalen' }).click()
    await page.getByText('Het adres is weggehaald.').waitFor()
    await page.getByRole('button', { name: 'Adres weghalen' }).waitFor({ state: 'detached' })
    expect(await page.getByText('Steiger 7').count()).toBe(0)
    await planner.expectAccessible()
  }, 120_000)

  it('een contract zonder plekken wordt geteld en staat in een eigen lijst (CAP-12)', async () => {
    const { platform, regio } = onderdak
    accepted(
      await workAs(platform, regio.systeem, (work) =>
        registerVoorziening(work, {
          organisatieId: regio.organisaties.aanbieder,
          code: 'LEEG',
          naam: 'Kamers aan de Vliet',
          soort: 'verblijf',
          domein: 'MO',
          bereik: 'regionaal',
          capaciteitVolgensBron: '8 kamers',
          van: '2020-01-01',
        }),
      ),
    )
    for (const width of Object.values(widths)) {
      const loket = await onderdak.open('loket', 'toegangsmedewerker', width)
      const { page } = loket
      await loket.go('/voorzieningen')
      await page.getByText('1 contract heeft nog geen plekken.').waitFor()
      await page.getByRole('link', { name: 'Bekijk de contracten zonder plekken' }).click()
      const rij = page.getByRole('row').filter({ hasText: 'Kamers aan de Vliet' })
      await rij.getByText('0, contract zonder plekken').waitFor()
      await page.getByRole('row').filter({ hasText: 'Sluishuis' }).waitFor({ state: 'detached' })
      await loket.expectAccessible()
      await schermafdruk(page, `contract-zonder-plekken-${width}`)
    }
  }, 120_000)

  it('waar het aantal inwoners ontbreekt, staat dat er, met waar het wordt ingevuld', async () => {
    const planner = await onderdak.open('aanbieder', 'aanbieder_planner', widths.smal)
    await planner.go('/plekken/spreiding')
    await planner.page.getByText('Het aantal inwoners is niet ingevuld bij: Schiedam, Vlaardingen.').waitFor()
    await planner.page.getByText('De functioneel beheerder vult dat in bij Beheer, Gemeenten.').waitFor()
    await planner.expectAccessible()
    await schermafdruk(planner.page, 'inwoners-320')
    const beheerder = await onderdak.open('centrumgemeente', 'functioneel_beheerder')
    await beheerder.go('/plekken/spreiding')
    await beheerder.expectAccessible()
    await schermafdruk(beheerder.page, 'inwoners-1280')
    await beheerder.page.getByRole('link', { name: 'Vul het aantal inwoners in bij Gemeenten' }).click()
    await beheerder.page.getByRole('heading', { level: 1, name: 'Gemeenten van de regio' }).waitFor()
  }, 120_000)

  it('de planner wijzigt een plek; een locatie met plekken en een voorziening met locaties eindigen nog niet', async () => {
    const planner = await onderdak.open('aanbieder', 'aanbieder_planner')
    const { page } = planner
    await planner.go('/voorzieningen')
    await page.getByRole('link', { name: 'Sluishuis' }).click()
    await page.getByRole('heading', { name: 'Voorziening beëindigen' }).waitFor()
    await page.getByLabel('Vanaf welke dag is deze voorziening er niet meer?').fill('1-1-2099')
    await page.getByRole('button', { name: 'Voorziening beëindigen' }).click()
    await page
      .getByText(/er zijn nog locaties/)
      .first()
      .waitFor()
    await planner.expectAccessible()
    await page.getByRole('main').getByRole('link', { name: 'Sluishuis' }).click()
    await page.getByRole('button', { name: 'Plek 1 beheren' }).click()
    await page.getByRole('link', { name: 'Plek 1 wijzigen' }).click()
    await page.getByLabel('Naam').fill('Kamer 1')
    await page.getByLabel('Toegankelijk met een rolstoel').check()
    await planner.expectAccessible()
    await page.getByRole('button', { name: 'Wijziging opslaan' }).click()
    await page.getByText('Kamer 1', { exact: true }).waitFor()
    await page.getByText(/Toegankelijk met een rolstoel/).waitFor()
    await page.getByRole('tab', { name: 'Gegevens' }).click()
    await page.getByLabel('Vanaf welke dag is deze locatie er niet meer?').fill('1-1-2099')
    await page.getByRole('button', { name: 'Locatie beëindigen' }).click()
    await page
      .getByText(/er zijn nog plekken/)
      .first()
      .waitFor()
    await planner.expectAccessible()
  }, 120_000)
})
