import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dutchDateOf, formatShort } from '../../src/shared/plain-date.ts'
import { widths } from '../browser/harness.ts'
import { givenPersoon } from '../given/persoon.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()
/** Where to keep pictures to look at; none in an ordinary run. */
const shots = process.env.ONDERDAK_BEELDEN
let persoonId: string
let casus = ''

beforeAll(async () => {
  const { platform, regio } = onderdak
  persoonId = await givenPersoon(platform, await regio.als('loket', 'toegangsmedewerker'))
  await regio.als('corporatie', 'corporatie_medewerker')
})

async function look({ page, expectAccessible }: Desk, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  await expectAccessible()
}
const overDagen = (dagen: number) => formatShort(addDays(dutchDateOf(onderdak.platform.clock.now()), dagen))

describe('van een cliënt zonder hulp tot een les voor beleid', () => {
  it('de beheerder ziet wie op welk niveau aan zet is, en kan dat vervangen', async () => {
    const desk = await onderdak.open('loket', 'functioneel_beheerder', widths.smal)
    const { page } = desk
    await desk.go('/beheer/escalatieniveaus')
    await page.getByText(/Regievoerder met de betrokken organisaties, binnen 14 dagen/).waitFor()
    await look(desk, 'niveaus-320')
    await desk.go('/beheer/escalatieniveaus/nieuw')
    await look(desk, 'niveau-nieuw-320')
    await desk.close()
  }, 120_000)

  it('het loket opent in het dossier een casus en plant een overleg', async () => {
    const desk = await onderdak.open('loket', 'toegangsmedewerker')
    const { page } = desk
    await desk.go(`/clienten/${persoonId}`)
    await page.getByText('Casus openen').first().click()
    await page.getByRole('button', { name: 'Casus openen' }).click()
    await page.getByRole('link', { name: /Kies waarom dit een casus is/ }).waitFor()
    await look(desk, 'openen-fouten')
    await page.getByLabel('Er is geen plek die past').check()
    await page.getByLabel(/Waar loopt het vast/).fill('Niemand heeft een woning met zorg in de nacht.')
    await page.getByRole('button', { name: 'Casus openen' }).click()
    await page.getByText('De casus is geopend.').waitFor()
    await page.getByRole('link', { name: 'Er is geen plek die past' }).click()
    await page.getByRole('heading', { level: 1, name: /Casus over/ }).waitFor()
    casus = new URL(page.url()).pathname
    await page.getByText('Overleg plannen', { exact: true }).click()
    await page.getByLabel('Waarvoor is het overleg?').fill('Een woning vinden voor Sanne')
    await page.getByLabel('Dag', { exact: true }).fill(overDagen(1))
    await page.getByLabel('Begin', { exact: true }).fill('10:00')
    await page.getByLabel('Einde', { exact: true }).fill('11:00')
    await page.getByRole('button', { name: 'Overleg plannen' }).click()
    await page
      .getByText(/In deze tekst staat een naam/)
      .first()
      .waitFor()
    await look(desk, 'overleg-noemt-naam')
    await page.getByLabel('Waarvoor is het overleg?').fill('Samen een woning vinden')
    await page.getByRole('button', { name: 'Overleg plannen' }).click()
    await page.getByText('Samen een woning vinden').first().waitFor()
    await look(desk, 'casus')
    await desk.close()
  }, 180_000)

  it('nodigt een corporatie uit: wat niet mag zegt het artikel, wat mag staat in het register', async () => {
    const desk = await onderdak.open('loket', 'toegangsmedewerker')
    const { page } = desk
    await desk.go(casus)
    await page.getByText('Iemand uitnodigen', { exact: true }).click()
    await page
      .getByLabel('Wie nodigt u uit?')
      .selectOption({ label: 'Corporatie West: Proef corporatie_medewerker corporatie' })
    await page.getByLabel(/^Doelen/).check()
    await page.getByText(/AVG art. 5 lid 1 onder c/).waitFor()
    await look(desk, 'uitnodigen-mag-niet')
    await page.getByLabel(/^Doelen/).uncheck()
    await page.getByLabel(/^Wie het is/).check()
    await page.getByLabel(/^Hulpvraag/).check()
    await page.getByLabel('Waarom is dat nodig?').fill('Zonder de verhuurder is er geen woning')
    await page.getByLabel(/Hulp van een beroepskracht is nodig/).check()
    await page.getByLabel(/Waarom kan het niet met minder/).fill('De verhuurder moet weten voor wie')
    await look(desk, 'uitnodigen')
    await page.getByRole('button', { name: 'Uitnodigen', exact: true }).click()
    await page
      .getByText(/Wmo 2015 art. 5.3.3 lid 3/)
      .first()
      .waitFor()
    await look(desk, 'uitgenodigd')
    await desk.close()
  }, 180_000)

  it('de corporatie ziet op haar telefoon alleen dat, en na afloop niets meer', async () => {
    const gast = await onderdak.open('corporatie', 'corporatie_medewerker', widths.smal)
    await gast.go('/')
    await gast.page.getByRole('link', { name: 'Samen een woning vinden' }).click()
    await gast.page.getByText('Sanne de Vries').waitFor()
    await gast.page.getByText('Niemand heeft een woning met zorg in de nacht.').waitFor()
    await look(gast, 'uitnodiging-320')
    const uitnodiging = new URL(gast.page.url()).pathname

    const desk = await onderdak.open('loket', 'toegangsmedewerker')
    const { page } = desk
    await desk.go(casus)
    await page.getByText('Besluit of actie toevoegen').click()
    await page.getByLabel('Actie', { exact: true }).check()
    await page.getByLabel('Wat gebeurt er?').fill('Een gelijkvloerse woning zoeken')
    await page.getByLabel('Welke organisatie doet dit?').selectOption({ label: 'Corporatie West' })
    await page.getByLabel('Uiterlijk op').fill(overDagen(14))
    await page.getByRole('button', { name: 'Toevoegen', exact: true }).click()
    await page.getByText('Een gelijkvloerse woning zoeken').first().waitFor()
    await page.getByText('Overleg annuleren', { exact: true }).click()
    await page.getByLabel('Waarom gaat het niet door?').fill('Wij spraken elkaar al')
    await page.getByRole('button', { name: 'Overleg annuleren' }).click()
    await page.getByText('Geannuleerd').first().waitFor()

    await gast.page.goto(`${onderdak.url}${uitnodiging}`)
    await gast.page.getByText(/niet gevonden, of u mag dit niet zien/).waitFor()
    expect(await gast.page.getByText('Sanne').count()).toBe(0)
    await gast.page.goto(`${onderdak.url}/casusuitnodigingen`)
    await gast.page.getByText('Geen uitnodigingen').waitFor()
    await gast.page.goto(`${onderdak.url}/casusacties`)
    await gast.page.getByText('Een gelijkvloerse woning zoeken').first().waitFor()
    if (shots) await gast.page.screenshot({ path: `${shots}/acties-320.png`, fullPage: true })
    await gast.page.getByText('Afronden', { exact: true }).last().click()
    await gast.page.getByLabel('Is gedaan').check()
    await gast.page.getByRole('button', { name: 'Vastleggen' }).click()
    await gast.page.getByText('Geen acties').waitFor()
    await desk.close()
    await gast.page.context().close()
  }, 180_000)

  it('de casus gaat omhoog, sluit met een doorbraak en wie betaalt, en een collega publiceert de les', async () => {
    const desk = await onderdak.open('loket', 'toegangsmedewerker')
    const { page } = desk
    await desk.go(casus)
    await page.getByText('Naar een ander niveau', { exact: true }).click()
    await page.getByLabel(/Omhoog naar 2/).check()
    await page.getByLabel('Waarom?').fill('Er is een besluit over geld nodig')
    await page.getByRole('button', { name: 'Niveau wijzigen' }).click()
    await page.getByText('De casus ligt nu op een ander niveau.').waitFor()
    await page.getByText('Casus sluiten', { exact: true }).click()
    await page.getByLabel('Doorbraak').check()
    await page.getByRole('button', { name: 'Casus sluiten' }).click()
    await page
      .getByText(/wie betaalt en wie daarover beslist/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Domein toevoegen' }).click()
    await page.getByLabel('Wet of domein 1').selectOption({ label: 'Wmo' })
    await page.getByLabel('Betaalt een deel').check()
    await page.getByLabel('Wie beslist over 1?').fill('Centrumgemeente')
    await look(desk, 'sluiten')
    await page.getByRole('button', { name: 'Casus sluiten' }).click()
    await page.getByText('De casus is gesloten.').waitFor()
    await page.getByText('Les schrijven', { exact: true }).click()
    await page.getByLabel('Titel').fill('Zorg in de nacht')
    await page
      .getByLabel('Wat kan beleid hiervan leren?')
      .fill('Er zijn te weinig woningen met zorg in de nacht.')
    await page.getByRole('button', { name: 'Les opslaan' }).click()
    await page.getByText('Een collega controleert en publiceert deze les.').waitFor()
    await look(desk, 'gesloten')
    await desk.close()

    const collega = await onderdak.open('loket', 'casusregisseur', widths.smal)
    await collega.go(casus)
    await look(collega, 'casus-320')
    await collega.page.getByRole('button', { name: 'Gecontroleerd, publiceren' }).click()
    await collega.page.getByText(/De les is gepubliceerd/).waitFor()
    await collega.close()

    for (const width of Object.values(widths)) {
      const beleid = await onderdak.open('centrumgemeente', 'programmamanager', width)
      await beleid.go('/casuslessen')
      await beleid.page.getByText('Er zijn te weinig woningen met zorg in de nacht.').waitFor()
      expect(await beleid.page.locator('a[href*="casussen"]').count()).toBe(0)
      await look(beleid, `lessen-${width}`)
      await beleid.close()
    }
    const lijst = await onderdak.open('loket', 'toegangsmedewerker', widths.smal)
    await lijst.go('/casussen?stand=gesloten')
    await lijst.page.getByRole('link', { name: 'Sanne de Vries' }).waitFor()
    await look(lijst, 'casussen-320')
    await lijst.close()
  }, 240_000)
})
