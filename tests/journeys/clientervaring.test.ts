import { beforeAll, expect, it } from 'vitest'
import { widths } from '../browser/harness.ts'
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

beforeAll(() => onderdak.setDay('2026-05-20'))

it('een programmamanager ziet in mei dat de cliëntervaring mist, legt haar vast en levert haar', async () => {
  const desk = await onderdak.open('centrumgemeente', 'programmamanager')
  const { page } = desk
  await desk.go('/')
  await page.getByRole('heading', { name: /Cliëntervaring openbaar maken en leveren/ }).waitFor()
  await look(desk, 'vandaag-clientervaring')
  await page.getByRole('link', { name: 'Naar de cliëntervaring' }).click()
  await page.getByText('Nog geen uitkomsten').waitFor()
  await page.getByRole('link', { name: 'Uitkomst vastleggen' }).click()
  await page.getByRole('button', { name: 'Uitkomst vastleggen' }).waitFor()
  const vul = async (veld: string | RegExp, waarde: string) => page.getByLabel(veld).fill(waarde)
  await page.getByLabel('Gebied').selectOption({ label: 'Vlaardingen' })
  await page.getByRole('radio', { name: 'Maatschappelijke opvang' }).check()
  await vul('Hoeveel cliënten zijn uitgenodigd?', '120')
  await vul('Hoeveel cliënten antwoordden?', '130')
  await vul('Dag van het onderzoek', '1-2-2026')
  await vul('Bron', 'Rapport cliëntervaring 2025')
  await page.getByRole('radio', { name: 'Als aantal mensen' }).check()
  await vul(/^Contact/, '40')
  await page.getByRole('button', { name: 'Uitkomst vastleggen' }).click()
  await page.getByText('Vul hooguit 120 in: zoveel mensen zijn uitgenodigd.').first().waitFor()
  await look(desk, 'clientervaring-nieuw')
  await vul('Hoeveel cliënten antwoordden?', '60')
  await vul(/^Kwaliteit/, '57')
  await page.getByRole('button', { name: 'Uitkomst vastleggen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Vlaardingen, maatschappelijke opvang, 2025' }).waitFor()
  const tabel = page.getByRole('table', { name: 'Positieve antwoorden per vraag' })
  expect(await tabel.getByRole('row', { name: /^Contact/ }).innerText()).toMatch(/67%/)
  expect(await tabel.getByRole('row', { name: /^Kwaliteit/ }).innerText()).toMatch(/Te klein om te tonen/)
  await page.getByText('Nog niet. Uiterlijk 30 juni 2026').waitFor()
  await page.getByText('Levering vastleggen').first().click()
  await vul('Geleverd op', '19-5-2026')
  await vul('Geleverd aan', 'het ministerie van VWS en de gemeenteraad')
  await page.getByRole('button', { name: 'Levering vastleggen' }).click()
  await page.getByText('Op 19 mei 2026 aan het ministerie van VWS en de gemeenteraad').waitFor()
  await page.getByText('Uitkomst verbeteren').click()
  await page.getByRole('button', { name: 'Verbetering opslaan' }).waitFor()
  expect(await page.getByLabel(/^Kwaliteit/).inputValue()).toBe('57')
  await look(desk, 'clientervaring-uitkomst')
  await desk.go('/clientervaring')
  await page.getByRole('table', { name: 'Uitkomsten van 2025' }).getByText('50%').waitFor()
  await look(desk, 'clientervaringen')
  await desk.go('/')
  expect(await page.getByRole('heading', { name: /Cliëntervaring/ }).count()).toBe(0)
}, 300_000)
