import { beforeAll, expect, it } from 'vitest'
import { prognoseTaken } from '../../src/modules/prognose/server/tasks.ts'
import { widths } from '../browser/harness.ts'
import { givenHistory } from '../given/ketenhistorie.ts'
import { givenKetenregister } from '../given/ketenregister.ts'
import { workAs } from '../given/platform.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

async function look(desk: Desk, naam: string) {
  for (const width of Object.values(widths)) {
    await desk.page.setViewportSize({ width, height: 900 })
    await desk.expectAccessible()
    const map = process.env.ONDERDAK_SCHERMEN
    if (map) await desk.page.screenshot({ path: `${map}/${naam}-${width}.png`, fullPage: true })
  }
  await desk.page.setViewportSize({ width: widths.breed, height: 900 })
}

/** Works off what was asked on this page, as the queue does, up to so many parts. */
async function reken(desk: Desk, delen: number) {
  const berekeningId = desk.page.url().split('/').at(-1)!
  for (let deel = 0; deel < delen; deel++)
    await workAs(onderdak.platform, onderdak.regio.systeem, (work) =>
      prognoseTaken[0]!.handle(work, { berekeningId }),
    )
  // The clock of the window stands still, and with it the asking again.
  await desk.go(`/prognose/berekeningen/${berekeningId}`)
}

beforeAll(async () => {
  onderdak.setDay('2027-01-01')
  await givenKetenregister(onderdak.database, onderdak.regio.regioId, givenHistory(6, 2))
}, 300_000)

it('een beleidsadviseur probeert tien woningen, ziet wat zij doen en kosten, en deelt het', async () => {
  const desk = await onderdak.open('centrumgemeente', 'beleidsmedewerker')
  const { page } = desk
  await desk.go('/prognose/scenarios')
  await page.getByText('Nog geen scenario’s').waitFor()
  await look(desk, 'scenarios-leeg')
  await page.getByText('Nieuw scenario').click()
  await page.getByRole('button', { name: 'Scenario beginnen' }).click()
  await page.getByText('Vul een naam in.').first().waitFor()
  await page.getByLabel('Naam', { exact: true }).fill('10 woningen in 2027')
  await page.getByRole('button', { name: 'Scenario beginnen' }).click()
  await page.getByRole('heading', { level: 1, name: '10 woningen in 2027' }).waitFor()

  await page.getByText('Maatregel toevoegen').click()
  await page.getByLabel('Wat wilt u proberen?').selectOption('housing_first')
  await page.getByLabel('Op de lijst van').selectOption({ label: 'Opvang' })
  await page.getByLabel('Hoeveel plekken (met een min: eraf)').fill('-4000')
  await page.getByLabel('Vanaf', { exact: true }).fill('1-1-2027')
  await page.getByRole('button', { name: 'Maatregel toevoegen' }).click()
  await page.getByText('Vul een getal in tussen -2.000 en 2.000.').first().waitFor()
  await page.getByLabel('Hoeveel plekken (met een min: eraf)').fill('10')
  await page.getByRole('button', { name: 'Maatregel toevoegen' }).click()
  await page.getByText('De maatregel moet beginnen na de dag waarvan de stand is.').first().waitFor()
  await look(desk, 'scenario-fout')
  expect(await page.getByText('Concept bewaren is niet gelukt').count()).toBe(0)
  await page.getByLabel('Vanaf', { exact: true }).fill('1-3-2027')
  await page.getByLabel('Kosten per jaar, in euro').fill('250000')
  await page.getByRole('button', { name: 'Maatregel toevoegen' }).click()
  await page.getByRole('heading', { level: 3, name: 'Housing First woningen' }).waitFor()
  await page.getByText(/10 plekken erbij op de lijst van Opvang.*vanaf 1 maart 2027/).waitFor()

  await page.getByRole('button', { name: /Uit het scenario halen/ }).click()
  await page.getByText('Er zijn nog geen maatregelen.').waitFor()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await page.getByRole('heading', { level: 3, name: 'Housing First woningen' }).waitFor()
  await look(desk, 'scenario')

  await page.getByRole('button', { name: 'Doorrekenen: met en zonder de maatregelen' }).click()
  await page.getByText(/van 400 keer/).waitFor()
  await look(desk, 'berekening-bezig')
  // Back at the scenario what was just asked stands there.
  await page.getByRole('link', { name: '10 woningen in 2027' }).click()
  await page.getByRole('link', { name: /^Met en zonder de maatregelen, / }).click()
  await page.getByText(/van 400 keer/).waitFor()
  await reken(desk, 2)
  await page.getByText('Eerste indruk').waitFor()
  await reken(desk, 120)
  await page.getByRole('heading', { name: 'Alle cijfers per jaar' }).waitFor()
  await page.getByText(/Elke dag die niet wordt gewacht kost €/).waitFor()
  await page.getByText('Met de maatregelen wordt er minder gewacht.').waitFor()
  await page.getByText('Als SVG, voor in een rapport').first().waitFor({ state: 'attached' })
  await page.getByText('Elke schatting waarmee is gerekend').click()
  await page.getByRole('table', { name: 'Waarmee de prognose rekent' }).waitFor()
  expect(await page.getByText('Mensen op de wachtlijst: Schiedam').count()).toBe(0)
  await page.getByText('Per gemeente', { exact: true }).click()
  await page.getByText('Mensen op de wachtlijst: Schiedam', { exact: true }).waitFor()
  await look(desk, 'vergelijking')

  await page.getByRole('link', { name: '10 woningen in 2027' }).click()
  await page.getByText('Naam of toelichting wijzigen, of delen').click()
  await page.getByLabel('Iedereen in de regio die cijfers ziet').check()
  await page.getByRole('button', { name: 'Scenario wijzigen' }).click()
  await page.getByText('Iedereen die cijfers ziet', { exact: true }).waitFor()
  await desk.close()
}, 600_000)

it('een programmamanager ziet het gedeelde scenario, kopieert het, en vraagt wat het meest telt en hoeveel er nodig is', async () => {
  const desk = await onderdak.open('centrumgemeente', 'programmamanager')
  const { page } = desk
  await desk.go('/prognose/scenarios')
  await page.getByRole('link', { name: '10 woningen in 2027' }).click()
  await page.getByText('Kopie maken').first().click()
  await page.getByRole('button', { name: 'Kopie maken' }).click()
  await page.getByRole('heading', { level: 1, name: '10 woningen in 2027 (kopie)' }).waitFor()
  await page.getByRole('button', { name: 'Welke aanname telt het meest?' }).click()
  await page.getByText(/van .* keer/).waitFor()
  await reken(desk, 400)
  await page.getByText(/Het meest telt:/).waitFor()
  await look(desk, 'gevoeligheid')
  await page.getByRole('link', { name: '10 woningen in 2027 (kopie)' }).click()
  await page.getByText('Hoeveel plekken zijn er nodig?').click()
  await page.getByLabel('Product', { exact: true }).selectOption({ label: 'Opvang' })
  await page.getByRole('button', { name: 'Uitzoeken' }).click()
  await page.getByText(/van .* keer/).waitFor()
  await page.getByRole('button', { name: 'Stoppen' }).click()
  await page.getByText('Deze berekening is gestopt.').waitFor()
  await page.getByRole('link', { name: '10 woningen in 2027 (kopie)' }).click()
  await page.getByText('Hoeveel plekken zijn er nodig?').first().click()
  await page.getByLabel('Product', { exact: true }).selectOption({ label: 'Opvang' })
  await page.getByRole('button', { name: 'Uitzoeken' }).click()
  await page.getByText(/van .* keer/).waitFor()
  await reken(desk, 60)
  await page.getByText(/van de 100 mensen binnen 30 dagen een plek/).waitFor()
  await look(desk, 'doel')
  await desk.close()
}, 600_000)

it('wie alleen cijfers leest ziet het gedeelde scenario en verandert er niets aan', async () => {
  const desk = await onderdak.open('centrumgemeente', 'regiocoordinator')
  await desk.go('/prognose/scenarios')
  expect(await desk.page.getByText('Nieuw scenario').count()).toBe(0)
  await desk.page.getByRole('link', { name: '10 woningen in 2027', exact: true }).click()
  await desk.page.getByRole('heading', { name: 'Maatregelen' }).waitFor()
  expect(await desk.page.getByText('Maatregel toevoegen').count()).toBe(0)
  expect(await desk.page.getByRole('button').filter({ hasText: 'Doorrekenen' }).count()).toBe(0)
  await look(desk, 'scenario-lezen')
  await desk.close()
}, 300_000)
