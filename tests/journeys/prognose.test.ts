import { readFile } from 'node:fs/promises'
import { beforeAll, expect, it } from 'vitest'
import { MaatregelInvoer } from '../../src/modules/prognose/domain/maatregel.ts'
import { rekenDeel, startBerekening } from '../../src/modules/prognose/server/berekening-commands.ts'
import { readBerekening } from '../../src/modules/prognose/server/berekening-queries.ts'
import { addMaatregel } from '../../src/modules/prognose/server/scenario-commands.ts'
import { lookBackThisMonth } from '../../src/modules/prognose/server/terugblik-commands.ts'
import { widths } from '../browser/harness.ts'
import { givenHistory } from '../given/ketenhistorie.ts'
import { givenKetenregister, productVan } from '../given/ketenregister.ts'
import { accepted, workAs } from '../given/platform.ts'
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

beforeAll(async () => {
  onderdak.setDay('2027-01-01')
  await givenKetenregister(
    onderdak.database,
    onderdak.regio.regioId,
    givenHistory(6, 2, { op: '2025-12-31', instroom: 2 }),
  )
}, 300_000)

it('een beleidsadviseur zet een eigen waarde in de plaats van een schatting, en trekt haar weer in', async () => {
  const desk = await onderdak.open('centrumgemeente', 'beleidsmedewerker')
  const { page } = desk
  await desk.go('/prognose')
  await page.getByText('Er is nog niet teruggekeken').waitFor({ state: 'hidden' })
  const tabel = page.getByRole('table', { name: 'Waarmee de prognose rekent' })
  await tabel.getByRole('link', { name: 'Verblijft tot klaar voor vertrek, gemiddeld' }).first().waitFor()
  await look(desk, 'prognose')
  const rij = tabel.getByRole('row', { name: /Opvang.*Verblijft tot klaar voor vertrek/ })
  await rij.getByRole('link').click()
  await page.getByRole('heading', { name: 'Eigen waarde vastleggen' }).waitFor()
  await page.getByLabel('Eigen waarde (dagen)').fill('100001')
  await page.getByRole('button', { name: 'Eigen waarde vastleggen' }).click()
  await page.getByText('Vul een getal in van 1 tot en met 36.500 dagen.').first().waitFor()
  await page.getByText('Vul de reden in.').first().waitFor()
  await look(desk, 'prognose-eigen-fout')
  await page.getByLabel('Eigen waarde (dagen)').fill('90,5')
  await page
    .getByLabel('Waarom, en waar komt dit getal vandaan?')
    .fill('Regionaal beleidskader 2027, bladzijde 12')
  await page.getByRole('button', { name: 'Eigen waarde vastleggen' }).click()
  await page.getByRole('heading', { name: 'Alle eigen waarden' }).waitFor()
  await page.getByText('De eigen waarde is vastgelegd').waitFor()
  await look(desk, 'prognose-eigen')
  await desk.go('/prognose')
  const eigen = await rij.innerText()
  expect(eigen).toContain('90,5 dagen')
  expect(eigen).toContain('Eigen waarde van de regio: Regionaal beleidskader 2027, bladzijde 12')
  await look(desk, 'prognose-met-eigen')
  await rij.getByRole('link').click()
  await page.getByRole('button', { name: 'Eigen waarde intrekken' }).click()
  await page.getByRole('heading', { name: 'Eigen waarde vastleggen' }).waitFor()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await page.getByRole('heading', { name: 'Eigen waarde wijzigen' }).waitFor()
  expect(await page.getByLabel('Eigen waarde (dagen)').inputValue()).toBe('90,5')
  await desk.close()
}, 300_000)

it('een regiocoördinator leest de schatting en kan haar niet overrulen', async () => {
  const desk = await onderdak.open('centrumgemeente', 'regiocoordinator')
  await desk.go('/prognose')
  await desk.page.getByRole('link', { name: 'Kosten van een plek per jaar' }).first().click()
  await desk.page.getByText('Nog niet ingevuld').waitFor()
  expect(await desk.page.getByRole('button', { name: 'Eigen waarde vastleggen' }).count()).toBe(0)
  await look(desk, 'prognose-kosten')
  await desk.close()
}, 300_000)

it('een programmamanager ziet dat de prognose van een jaar geleden niet klopte, en waardoor', async () => {
  const desk = await onderdak.open('centrumgemeente', 'programmamanager')
  const { page } = desk
  await desk.go('/prognose/terugblik')
  await page.getByText('Er is nog niet teruggekeken').waitFor()
  await look(desk, 'terugblik-leeg')
  await page.getByRole('button', { name: 'Nu terugkijken vanaf 31 december 2025' }).click()
  await page.getByText('Het jaar wordt nagebootst').waitFor()
  await workAs(onderdak.platform, onderdak.regio.systeem, lookBackThisMonth)
  // The clock of the window stands still, and with it the asking again.
  await desk.go('/prognose/terugblik')
  await page
    .getByRole('heading', { name: 'Deze prognose klopte het afgelopen jaar niet: gebruik haar niet' })
    .waitFor()
  await page.getByText('Het ging mis bij').waitFor()
  await page.getByRole('row', { name: /Melden zich.*Klopte niet: meer dan verwacht/ }).waitFor()
  await page.getByRole('combobox', { name: 'Product' }).selectOption({ label: 'Opvang' })
  await page.getByRole('figure').filter({ hasText: 'Opvang: wachten op een plek' }).waitFor()
  await page.getByText('Als SVG, voor in een rapport').first().waitFor({ state: 'attached' })
  await look(desk, 'terugblik')
  await desk.go('/prognose')
  await page.getByText('gebruik haar niet').first().waitFor()
  await desk.close()
}, 300_000)

/** A scenario with ten places more, worked out to its end as the queue does. */
async function rekenDoor(desk: Desk, scenarioId: string): Promise<string> {
  const { platform, regio } = onderdak
  const als = <T>(run: Parameters<typeof workAs<T>>[2]) => workAs(platform, desk.vrager, run)
  const maatregel = MaatregelInvoer.parse({
    soort: 'plekken',
    naam: 'Tien plekken in de opvang',
    product: productVan('opvang'),
    aantal: 10,
    vanaf: '2027-02-01',
    kostenPerJaar: 400_000,
  })
  accepted(await als((work) => addMaatregel(work, { ...maatregel, scenarioId })))
  const { id } = accepted(await als((work) => startBerekening(work, { scenarioId, soort: 'vergelijking' })))
  while (accepted(await als((work) => readBerekening(work, id))).stand === 'bezig')
    await workAs(platform, regio.systeem, (work) => rekenDeel(work, id))
  return id
}

it('een beleidsadviseur begint bij een indicator, neemt de nota mee en legt er later naast wat er gebeurde', async () => {
  const desk = await onderdak.open('centrumgemeente', 'beleidsmedewerker')
  const { page } = desk
  await desk.go('/indicatoren/wachtenden')
  await page.getByRole('link', { name: 'Probeer wat een maatregel hiermee doet' }).waitFor()
  await look(desk, 'indicator-scenario')
  await page.getByRole('link', { name: 'Probeer wat een maatregel hiermee doet' }).click()
  await page.getByText('Alleen scenario’s bij de indicator').waitFor()
  await page.getByText('Nieuw scenario', { exact: true }).click()
  await page.getByLabel('Naam').fill('Tien plekken meer in 2027')
  await look(desk, 'scenarios-bij-indicator')
  await page.getByRole('button', { name: 'Scenario beginnen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tien plekken meer in 2027' }).waitFor()
  await page.getByRole('link', { name: 'Mensen op de wachtlijst' }).waitFor()
  await look(desk, 'scenario-bij-indicator')
  const id = await rekenDoor(desk, page.url().split('/').at(-1)!)
  await desk.go('/prognose/scenarios?indicator=bezetting')
  await page.getByRole('link', { name: 'Bezetting' }).waitFor()
  expect(await page.getByRole('link', { name: 'Tien plekken meer in 2027' }).count()).toBe(0)
  await desk.go('/prognose/scenarios?indicator=wachtenden')
  await page.getByRole('link', { name: 'Tien plekken meer in 2027' }).waitFor()
  await desk.go(`/prognose/berekeningen/${id}`)
  await page.getByText('Er is nog geen maand voorbij. Op 1 maart 2027').waitFor()
  await look(desk, 'berekening-nota')
  for (const [knop, begin] of [
    ['PDF om te lezen', '%PDF-'],
    ['ODT om in verder te werken', 'PK'],
    ['DOCX om in Word verder te werken', 'PK'],
  ] as const) {
    const wacht = page.waitForEvent('download')
    await page.getByRole('button', { name: knop }).click()
    const bytes = await readFile((await (await wacht).path())!)
    expect(bytes.toString('latin1').startsWith(begin), knop).toBe(true)
  }
  await desk.close()
  onderdak.setDay('2027-05-02')
  const later = await onderdak.openFor(desk.vrager)
  await later.go(`/prognose/berekeningen/${id}`)
  await later.page.getByRole('figure').filter({ hasText: 'Mensen op een plek: Hele keten' }).first().waitFor()
  await later.page.getByText('Of de maatregelen ook echt zijn genomen').waitFor()
  await look(later, 'berekening-gebeurd')
  await later.close()
}, 300_000)
