import { expect, it } from 'vitest'
import { indicatornamen } from '../../src/modules/duiding/domain/indicatornamen.ts'
import { widths } from '../browser/harness.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

async function look(desk: Desk, naam: string, width: number) {
  await desk.expectAccessible()
  const map = process.env.ONDERDAK_SCHERMEN
  if (map) await desk.page.screenshot({ path: `${map}/${naam}-${width}.png`, fullPage: true })
}

it('een programmamanager kiest een eigenaar en beslist in de jaarlijkse ronde dat een indicator stopt', async () => {
  onderdak.setDay('2026-04-02')
  const desk = await onderdak.open('centrumgemeente', 'programmamanager')
  const { page } = desk
  await desk.go('/indicatoronderhoud?aantalPerPagina=100')
  const rij = page.getByRole('row').filter({ hasText: 'Mensen op de wachtlijst' })
  await rij.getByText('Eigenaar kiezen').click()
  await rij.getByLabel('Functie').fill('Beleidsadviseur wonen')
  await rij.getByLabel('Eigenaar vanaf').fill('1-4-2026')
  await rij.getByRole('button', { name: 'Eigenaar vastleggen' }).click()
  await rij.getByText('Beleidsadviseur wonen').first().waitFor()
  await rij.getByText('Besluiten', { exact: true }).click()
  await rij.getByLabel('Stopt').check()
  await rij.getByRole('button', { name: 'Besluit vastleggen' }).click()
  await rij.getByText('Schrijf waarom').first().waitFor()
  await rij.getByRole('textbox', { name: /^Waarom/ }).fill('Niemand kijkt ernaar.')
  await rij.getByRole('button', { name: 'Besluit vastleggen' }).click()
  await page.getByText(`1 van ${Object.keys(indicatornamen).length} indicatoren besloten`).waitFor()
  for (const width of Object.values(widths)) {
    await page.setViewportSize({ width, height: 900 })
    await desk.go('/indicatoronderhoud?aantalPerPagina=100')
    await look(desk, 'onderhoud', width)
  }
  await page.setViewportSize({ width: widths.breed, height: 900 })
  await desk.go('/indicatoren/wachtenden')
  await page.getByText('Hoe is dit geteld?').click()
  await page.getByText('Beleidsadviseur wonen').waitFor()
  await desk.go('/sturing/operationeel')
  await page.getByRole('link', { name: 'Registraties op de wachtlijst' }).waitFor()
  expect(await page.getByRole('link', { name: 'Mensen op de wachtlijst' }).count()).toBe(0)
}, 300_000)
