import { beforeAll, describe, expect, it } from 'vitest'
import { keuze } from '../../src/modules/beheer/domain/soorten.ts'
import { changeGedateerd } from '../../src/modules/beheer/server/dated-commands.ts'
import { addDays, dutchDateOf, formatShort } from '../../src/shared/plain-date.ts'
import { findViolations, openBrowser, openPage, scrollsSideways, widths } from '../browser/harness.ts'
import { givenPersoon } from '../given/persoon.ts'
import { accepted, workAs } from '../given/platform.ts'
import { useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()
/** Where to keep pictures to look at; none in an ordinary run. */
const shots = process.env.ONDERDAK_BEELDEN

beforeAll(async () => {
  const { platform, regio } = onderdak
  await workAs(platform, regio.systeem, async (work) =>
    accepted(
      await changeGedateerd(work, keuze, {
        sleutel: { lijst: 'wijk', code: 'gm0622_holy' },
        versie: 0,
        vanaf: work.today,
        waarde: { naam: 'Holy', uitleg: '', volgorde: 1, bron: null },
      }),
    ),
  )
})

describe('van zorgen op straat tot antwoord aan de melder', () => {
  let code = ''

  it('een buurvrouw geeft op haar telefoon een signaal, zonder account en zonder naam', async () => {
    const browser = await openBrowser()
    const { page, context, faults } = await openPage(browser, widths.smal)
    const check = async (name: string) => {
      if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
      expect(await findViolations(page), name).toEqual([])
      expect(await scrollsSideways(page), name).toBe(false)
    }
    await page.goto(`${onderdak.url}/waar-kan-ik-heen`)
    await page.getByRole('link', { name: 'Zorgen om iemand?' }).click()
    await page.getByRole('heading', { name: 'Maakt u zich zorgen om iemand?' }).waitFor()
    await check('openbaar-gemeente')
    await page.getByRole('link', { name: 'Vlaardingen' }).click()
    await page.getByRole('heading', { name: 'Zorgen om iemand in Vlaardingen' }).waitFor()
    await page.getByRole('button', { name: 'Signaal versturen' }).click()
    await page
      .getByRole('link', { name: /Vul wat u ziet in|Kies waar u zich zorgen om maakt/ })
      .first()
      .waitFor()
    await check('openbaar-fouten')
    await page.getByLabel('Verwardheid of dementie').check()
    await page.getByLabel('Wat ziet of hoort u?').fill('Een oude man loopt ’s nachts op straat.')
    await page.getByLabel('In welke wijk?').selectOption({ label: 'Holy' })
    await page.getByLabel(/^Adres of plek/).fill('Bij de vijver')
    await check('openbaar-formulier')
    await page.getByRole('button', { name: 'Signaal versturen' }).click()
    await page.getByRole('heading', { name: 'Uw signaal is ontvangen' }).waitFor()
    code = (
      await page
        .locator('strong')
        .filter({ hasText: /^.{4}-.{4}-.{4}$/ })
        .innerText()
    ).trim()
    await check('openbaar-ontvangen')
    await page.getByRole('link', { name: 'Volg uw signaal' }).click()
    await page.getByLabel('Code').fill(code.toLowerCase())
    await page.getByRole('button', { name: 'Toon de stand' }).click()
    await page.getByRole('heading', { name: 'Wij hebben uw signaal ontvangen' }).waitFor()
    await check('openbaar-stand')
    expect(await page.getByText('vijver').count()).toBe(0)
    expect(faults).toEqual([])
    await context.close()
    await browser.close()
  }, 120_000)

  it('het wijkteam pakt het op en maakt er in één stap een melding van; de buurvrouw ziet alleen dat', async () => {
    const desk = await onderdak.open('wijkteam', 'toegangsmedewerker')
    const { page } = desk
    await desk.go('/')
    await page.getByRole('heading', { name: /Signalen die niemand oppakte/ }).waitFor()
    if (shots) await page.screenshot({ path: `${shots}/vandaag.png`, fullPage: true })
    await page.getByRole('link', { name: 'Verwardheid of dementie' }).click()
    await page.getByText('Bij de vijver').waitFor()
    await desk.expectAccessible()
    await page.getByRole('button', { name: 'Oppakken', exact: true }).click()
    await page.getByRole('button', { name: 'Een melding maken' }).waitFor()
    await page.getByRole('button', { name: 'Afronden', exact: true }).click()
    if (shots) await page.screenshot({ path: `${shots}/signaal.png`, fullPage: true })
    await desk.expectAccessible()
    await page.getByRole('button', { name: 'Annuleren' }).click()
    await page.getByRole('button', { name: 'Een melding maken' }).click()
    await page.getByRole('heading', { level: 1, name: /M-/ }).waitFor()
    await page.getByText('Een oude man loopt').first().waitFor()
    await desk.close()

    const browser = await openBrowser()
    const publiek = await openPage(browser, widths.smal)
    await publiek.page.goto(`${onderdak.url}/signaal-volgen`)
    await publiek.page.getByLabel('Code').fill(code)
    await publiek.page.getByRole('button', { name: 'Toon de stand' }).click()
    await publiek.page.getByText('gaan ermee verder').waitFor()
    await browser.close()
  }, 120_000)

  it('een corporatie geeft een dreigende huisuitzetting door en ziet op Vandaag alleen hoe het daarmee staat', async () => {
    const desk = await onderdak.open('andereAanbieder', 'corporatie_medewerker', widths.smal)
    const { page } = desk
    await desk.go('/signalen/nieuw')
    await page.getByLabel('Waar gaat het over?').selectOption({ label: 'Dreigende huisuitzetting' })
    await page.getByLabel('Gemeente').selectOption({ label: 'Vlaardingen' })
    await page.getByLabel(/^Adres of plek/).fill('Kerkweg 3')
    const over = addDays(dutchDateOf(onderdak.platform.clock.now()), 20)
    await page.getByLabel('Dag van de ontruiming').fill(formatShort(over))
    await page.getByLabel('Aantal kinderen').fill('2')
    await page.getByLabel('Wat is er aan de hand?').fill('Drie maanden huurachterstand.')
    await desk.expectAccessible()
    await page.getByRole('button', { name: 'Signaal doorgeven' }).click()
    await page.getByText('Kerkweg 3').first().waitFor()
    if (shots) await page.screenshot({ path: `${shots}/eigen.png`, fullPage: true })
    await desk.expectAccessible()
    await desk.go('/')
    await page.getByText('Ontvangen door Wijkteam Oost').waitFor()
    await desk.expectAccessible()
    await desk.close()
  }, 120_000)

  it('een veldwerker legt op de telefoon een contact zonder naam vast', async () => {
    await givenPersoon(onderdak.platform, await onderdak.regio.als('aanbieder', 'aanbieder_begeleider'))
    const desk = await onderdak.open('aanbieder', 'aanbieder_begeleider', widths.smal)
    const { page } = desk
    await desk.go('/outreach/nieuw')
    await page.getByLabel('Hoe ging het?').selectOption({ label: 'Gesproken' })
    await page.getByLabel('Waar?').fill('Achter het station')
    await page.getByLabel('Gemeente').selectOption({ label: 'Vlaardingen' })
    await page.getByLabel(/Waaraan herkent/).fill('Man met rode muts')
    if (shots) await page.screenshot({ path: `${shots}/outreach-nieuw.png`, fullPage: true })
    await desk.expectAccessible()
    await page.getByRole('button', { name: 'Contact opslaan' }).click()
    await page.getByText('Man met rode muts').first().waitFor()
    await desk.expectAccessible()
    await desk.close()
  }, 120_000)

  it('bemoeizorg begint in het dossier, met een weging die het artikel noemt', async () => {
    const { platform, regio } = onderdak
    const id = await givenPersoon(platform, await regio.als('loket', 'toegangsmedewerker'))
    const desk = await onderdak.open('loket', 'toegangsmedewerker')
    const { page } = desk
    await desk.go(`/clienten/${id}?tab=instroom`)
    await page.getByRole('button', { name: 'Bemoeizorg beginnen' }).click()
    await page.getByLabel('Waarom zijn er zorgen?').fill('Vervuiling en geen post meer.')
    await page.getByLabel('Wat gaan wij doen, wie en wanneer?').fill('Elke dinsdag langsgaan.')
    await page.getByLabel(/Wettelijke taak van het college/).check()
    await page.getByLabel('Waarom is het nodig?').fill('Hij eet slecht.')
    await page.getByLabel('Waarom kan het niet met minder?').fill('Brieven hielpen niet.')
    await page.getByLabel('Wanneer en hoe hoort de persoon dit?').fill('Bij het eerste gesprek.')
    const over = addDays(dutchDateOf(platform.clock.now()), 30)
    await page.getByLabel('Wanneer wegen wij opnieuw?').fill(formatShort(over))
    await desk.expectAccessible()
    await page.getByRole('button', { name: 'Bemoeizorg beginnen' }).click()
    await page.getByText('Mag zonder toestemming omdat:').waitFor()
    await page.getByText('Wmo 2015 art. 5.1.1 lid 1').first().waitFor()
    if (shots) await page.screenshot({ path: `${shots}/bemoeizorg.png`, fullPage: true })
    await desk.expectAccessible()
    await desk.go('/zorgmijders')
    await page.getByText('Sanne de Vries').first().waitFor()
    await desk.expectAccessible()
    await desk.go('/sleutelfiguren/nieuw')
    await page.getByLabel('Sleutelfiguur', { exact: true }).check()
    await page.getByLabel('Naam', { exact: true }).fill('Fatima')
    await page.getByLabel('Wat doen zij?').fill('Kent de buurt')
    await page.getByLabel(/Akkoord met deze vermelding/).fill(formatShort(dutchDateOf(platform.clock.now())))
    await page.getByRole('button', { name: 'Toevoegen', exact: true }).click()
    await page.getByRole('link', { name: 'Fatima' }).waitFor()
    await desk.expectAccessible()
    await desk.close()
  }, 120_000)

  it('wie stuurt ziet de wijken zonder personen, en niets dat klein is', async () => {
    for (const width of Object.values(widths)) {
      const desk = await onderdak.open('centrumgemeente', 'programmamanager', width)
      await desk.go('/signalen/wijken')
      await desk.page.getByRole('cell', { name: 'Holy' }).first().waitFor()
      await desk.page.getByText('afgeschermd').first().waitFor()
      if (shots) await desk.page.screenshot({ path: `${shots}/wijken-${width}.png`, fullPage: true })
      expect(await desk.page.getByText('Kerkweg').count()).toBe(0)
      await desk.expectAccessible()
      await desk.close()
    }
  }, 120_000)
})
