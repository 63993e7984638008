import { beforeAll, describe, expect, it } from 'vitest'
import { startDirectVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import { recordWachtcontact } from '../../src/modules/wachtlijst/server/edit-commands.ts'
import { addDays, dutchDateOf, formatShort } from '../../src/shared/plain-date.ts'
import { widths } from '../browser/harness.ts'
import { accepted, workAs } from '../given/platform.ts'
import { givenPersoon } from '../given/verblijf.ts'
import { givenLocatie, givenProduct, givenWachtende } from '../given/wachtlijst.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()
const made = { verblijf: '', wachtend: '', vandaag: '' }

/** Two who wait for the same, one of them at risk, and someone who stays longer than the maximum. */
beforeAll(async () => {
  const { platform, regio } = onderdak
  const loket = await regio.als('loket', 'wachtlijstbeheerder')
  const toegang = await regio.als('loket', 'toegangsmedewerker')
  made.vandaag = dutchDateOf(platform.clock.now())
  const productId = await givenProduct(onderdak, { code: 'WACHT' })
  await givenWachtende(platform, loket, { productId, voornamen: 'Anne', achternaam: 'Eerste' })
  const twee = await givenWachtende(platform, loket, { productId, voornamen: 'Bram', achternaam: 'Tweede' })
  made.wachtend = twee.id
  accepted(
    await workAs(platform, loket, (work) =>
      recordWachtcontact(work, {
        id: twee.id,
        versie: 1,
        op: made.vandaag,
        wachtNog: true,
        risico: 'escalatie',
        uitkomst: 'Morgen samen naar het wijkteam',
      }),
    ),
  )
  const { plekIds } = await givenLocatie(onderdak, { productId, naam: 'Sluishuis' })
  await workAs(platform, regio.systeem, (work) =>
    work.db
      .insertInto('product_regel')
      .values({
        regio_id: regio.regioId,
        product_id: productId,
        maximum_aantal: 12,
        maximum_eenheid: 'weken',
        van: '2020-01-01',
      })
      .execute(),
  )
  const persoonId = await givenPersoon(platform, toegang)
  made.verblijf = accepted(
    await workAs(platform, toegang, (work) =>
      startDirectVerblijf(work, {
        persoonId,
        plekId: plekIds[0]!,
        op: addDays(made.vandaag, -100),
        soort: 'regulier',
      }),
    ),
  ).id
})

/** Chooses in a search field with the keys only. */
async function choose({ page }: Desk, label: string, letters: string) {
  await page.getByRole('combobox', { name: label }).focus()
  await page.keyboard.type(letters)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

describe('wachten en vertrekken', () => {
  it.each(Object.values(widths))(
    'twee mensen vergelijken kan met het toetsenbord en geeft één zin, op %i pixels',
    async (width) => {
      const desk = await onderdak.open('loket', 'wachtlijstbeheerder', width)
      await desk.go('/wachtlijst/vergelijken')
      await choose(desk, 'Eerste persoon', 'Tweede')
      await choose(desk, 'Tweede persoon', 'Eerste')
      await desk.page.keyboard.press('Tab')
      await desk.page.keyboard.press('Enter')
      await desk.page.getByText(/^Anne Eerste staat boven Bram Tweede, omdat/).waitFor()
      expect(await desk.page.evaluate(() => document.activeElement?.textContent)).toBe('Vergelijken')
      await desk.expectAccessible()
      await desk.close()
    },
    120_000,
  )

  it.each(Object.values(widths))(
    'wie risico loopt staat bovenaan, met de uitkomst van het laatste contact, op %i pixels',
    async (width) => {
      const desk = await onderdak.open('loket', 'wachtlijstbeheerder', width)
      for (const tab of ['risico', 'aantallen', 'voorrang']) {
        await desk.go(`/wachtlijst?tab=${tab}`)
        await desk.expectAccessible()
      }
      await desk.go('/wachtlijst?tab=risico')
      const eerste = desk.page.locator('tbody tr').first()
      expect(await eerste.textContent()).toMatch(/Bram Tweede.*Escalatie.*Morgen samen naar het wijkteam/)
      await desk.close()
    },
    120_000,
  )

  it('een half ingevulde verlenging of voorrang is er later nog', async () => {
    const verlenging = await onderdak.open('loket', 'toegangsmedewerker')
    await verlenging.go(`/verblijven/${made.verblijf}`)
    await verlenging.page.getByRole('tab', { name: 'Verlengen' }).click()
    await verlenging.page.getByLabel('Toelichting').fill('Woning is bijna klaar')
    await verlenging.page.getByText(/^Concept bewaard om/).waitFor()
    await verlenging.close()
    const later = await onderdak.open('loket', 'toegangsmedewerker')
    await later.go(`/verblijven/${made.verblijf}`)
    await later.page.getByRole('tab', { name: 'Verlengen' }).click()
    await later.page.getByText('U heeft een bewaard concept').waitFor()
    await later.close()

    const voorrang = await onderdak.open('loket', 'wachtlijstbeheerder')
    await voorrang.go(`/wachtlijst/${made.wachtend}`)
    await voorrang.page.getByRole('button', { name: 'Voorrang geven' }).first().click()
    await voorrang.page.getByLabel('Reden', { exact: true }).fill('Medische noodzaak')
    await voorrang.page.getByText(/^Concept bewaard om/).waitFor()
    await voorrang.close()
  }, 120_000)

  it('het verwachte einde is te veranderen, en wie te lang bleef vertrekt met een reden', async () => {
    const desk = await onderdak.open('loket', 'toegangsmedewerker', widths.smal)
    const { page } = desk
    await desk.go(`/verblijven/${made.verblijf}`)
    await page.getByText('Niet ingevuld').waitFor()
    await page.getByRole('tab', { name: 'Verwacht einde' }).click()
    await page.getByLabel('Wanneer verwacht u het vertrek?').fill(formatShort(addDays(made.vandaag, 4)))
    await page.getByLabel('Waarom verandert dit?').fill('De sleutel komt volgende week')
    await page.getByRole('button', { name: 'Verwacht einde opslaan' }).click()
    await page.getByText('Over 4 dagen').waitFor()
    await desk.expectAccessible()

    await page.getByRole('tab', { name: 'Vertrek', exact: true }).click()
    expect(await page.getByLabel('Waarom duurde het langer dan het maximum?').count()).toBe(0)
    await page.getByRole('button', { name: 'Vandaag' }).click()
    await page.getByLabel('Waarom eindigt het verblijf?').selectOption({ index: 1 })
    await page.getByLabel('Waar gaat iemand heen?').selectOption({ label: 'Eigen huurwoning' })
    await page.getByLabel('Volgende stap', { exact: true }).fill('Over een week bellen')
    await page.getByLabel('Uiterlijk op').fill(formatShort(addDays(made.vandaag, 7)))
    await page.getByRole('button', { name: 'Vertrek vastleggen' }).click()
    await page.getByText('Dit verblijf duurde langer dan het maximum. Kies waarom.').first().waitFor()
    await desk.expectAccessible()
    await page
      .getByLabel('Waarom duurde het langer dan het maximum?')
      .selectOption({ label: 'Wacht op een woning' })
    await page.getByRole('button', { name: 'Vertrek vastleggen' }).click()
    await page.getByText('Vertrek vastgelegd.').waitFor()
    await page.getByText('Waarom langer dan het maximum').waitFor()
    await desk.expectAccessible()
    await desk.close()
  }, 120_000)
})
