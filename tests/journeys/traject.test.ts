import { describe, expect, it } from 'vitest'
import { fase } from '../../src/modules/beheer/domain/soorten.ts'
import { changeGedateerd } from '../../src/modules/beheer/server/dated-commands.ts'
import { startDirectVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import { addDays } from '../../src/shared/plain-date.ts'
import { widths } from '../browser/harness.ts'
import { accepted, workAs } from '../given/platform.ts'
import { givenLocatie, givenProduct } from '../given/plek.ts'
import { givenPersoon } from '../given/verblijf.ts'
import { useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

const fasen = [
  ['instroom', 'Instroom', 3, 'verblijf'],
  ['doorstroom', 'Doorstroom', 24, null],
  ['uitstroom', 'Uitstroom', null, 'uitstroomgereed'],
] as const

/** Someone who stays in beschermd wonen, too long in the first phase. */
async function givenTraject(): Promise<string> {
  const { platform, regio } = onderdak
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const bw = await givenProduct(platform, regio, { naam: 'Beschermd wonen', domein: 'BW' })
  for (const [i, [code, naam, maanden, begintBij]] of fasen.entries())
    accepted(
      await workAs(platform, regio.systeem, (work) =>
        changeGedateerd(work, fase, {
          sleutel: { domein: 'BW', code },
          versie: 0,
          vanaf: '2020-01-01',
          waarde: {
            volgorde: i + 1,
            naam,
            omschrijving: '',
            termijnAantal: maanden,
            termijnEenheid: maanden === null ? null : 'maanden',
            waarschuwDagen: 28,
            begintBij,
            bron: null,
          },
        }),
      ),
    )
  const { plekIds } = await givenLocatie(platform, regio, { productId: bw, plekken: [{}] })
  const persoonId = await givenPersoon(platform, loket, { achternaam: 'Traject', roepnaam: 'Noor' })
  accepted(
    await workAs(platform, loket, (work) =>
      startDirectVerblijf(work, {
        persoonId,
        plekId: plekIds[0]!,
        op: addDays(work.today, -120),
        soort: 'regulier',
      }),
    ),
  )
  return persoonId
}

describe('het traject op het scherm', () => {
  it('van de werklijst naar een andere fase, een terugval en de Wlz, en terug in het dossier', async () => {
    const persoonId = await givenTraject()
    const desk = await onderdak.open('loket', 'toegangsmedewerker')
    const { page } = desk
    const today = onderdak.platform.clock.now().toLocaleDateString('nl-NL', { timeZone: 'Europe/Amsterdam' })
    await desk.go('/trajecten?stand=te_lang')
    await desk.expectAccessible()
    await page.getByRole('link', { name: 'Noor Traject' }).click()
    await page.getByRole('heading', { name: 'Traject van Noor Traject' }).waitFor()
    await expect.poll(() => page.getByText('dagen te lang').count()).toBeGreaterThan(0)

    await page.getByLabel('Fase', { exact: true }).selectOption({ label: 'Doorstroom' })
    await page.getByLabel('Vanaf welke dag?').fill(today)
    await page.getByRole('button', { name: 'Fase vastleggen' }).click()
    await page.getByText('De fase is gewijzigd.').waitFor()
    expect(await page.locator('.od-strook [aria-current=step]').textContent()).toContain('Doorstroom')

    await page.getByRole('tab', { name: 'Terugval en time-out' }).click()
    await page.getByRole('radio', { name: /^Terugval/ }).check()
    await page.getByLabel('Sinds welke dag?').fill(today)
    await page.getByLabel('Wat is er aan de hand?').fill('Slaapt slecht en blijft binnen')
    await page.getByRole('button', { name: 'Vastleggen', exact: true }).click()
    await page.getByText('Vastgelegd. Het traject loopt door.').waitFor()

    for (const tab of ['Ander aanspreekpunt', 'Op- of afschalen', 'Wlz', 'Traject beëindigen']) {
      await page.getByRole('tab', { name: tab }).click()
      await desk.expectAccessible()
    }
    await desk.go(`/clienten/${persoonId}`)
    await page.getByText('Vast aanspreekpunt').waitFor()
    await desk.expectAccessible()
    await desk.close()
  }, 300_000)

  it('past op een smal scherm, in de lijst, het traject en het dossier', async () => {
    const desk = await onderdak.open('loket', 'toegangsmedewerker', widths.smal)
    await desk.go('/trajecten')
    await desk.expectAccessible()
    await desk.page.getByRole('link', { name: 'Noor Traject' }).click()
    await desk.page.getByRole('heading', { name: 'Traject van Noor Traject' }).waitFor()
    await desk.expectAccessible()
    const beheer = await onderdak.open('centrumgemeente', 'functioneel_beheerder', widths.smal)
    for (const path of ['/beheer/fasen', '/beheer/product-overgangen', '/beheer/product-overgangen/nieuw']) {
      await beheer.go(path)
      await beheer.expectAccessible()
    }
    await beheer.close()
    await desk.close()
  }, 300_000)
})
