import { beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, openPage, widths } from '../browser/harness.ts'
import { givenPublicatie, givenVerblijvenden, setInstelling } from '../given/openbaar.ts'
import { givenProduct } from '../given/plek.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

async function look({ page }: Pick<Desk, 'page'>, naam: string, width: number) {
  const map = process.env.ONDERDAK_SCHERMEN
  if (map) await page.screenshot({ path: `${map}/${naam}-${width}.png`, fullPage: true })
}

beforeAll(async () => {
  onderdak.setDay('2026-03-02')
  const { database, regio, platform } = onderdak
  const productId = await givenProduct(platform, regio, { naam: 'Opvang', domein: 'MO' })
  for (const [aantal, gemeente] of [
    [103, 'GM0622'],
    [62, 'GM0606'],
    [3, null],
  ] as const)
    await givenVerblijvenden(database, regio.regioId, { aantal, gemeente, productId })
  const manager = await regio.als('centrumgemeente', 'programmamanager')
  await givenPublicatie(platform, manager, '2025-3', ['verblijvenden', 'instroom'])
}, 120_000)

describe('cijfers openbaar maken', () => {
  it('de programmamanager ziet vooraf wat geheim blijft, maakt openbaar, en een inwoner leest het zonder in te loggen', async () => {
    const desk = await onderdak.open('centrumgemeente', 'programmamanager')
    const { page } = desk
    await desk.go('/openbare-cijfers')
    await page.getByRole('link', { name: 'Cijfers openbaar maken' }).click()
    await page.getByRole('heading', { level: 1, name: 'Cijfers openbaar maken' }).waitFor()
    await page.getByText('Nog niet voor iedereen te zien').waitFor()
    const tabel = page.getByRole('table', { name: 'Mensen die verblijven' })
    expect(await tabel.getByRole('row').nth(1).innerText()).toMatch(/165\s+60\s+105\s+geheim¹/)
    for (const width of Object.values(widths)) {
      await page.setViewportSize({ width, height: 900 })
      await desk.expectAccessible()
      await look(desk, 'openbaar-nieuw', width)
    }
    await page.getByRole('button', { name: 'Openbaar maken' }).click()
    await page.getByText('Kies minstens één cijfer.').first().waitFor()
    await page.getByRole('checkbox', { name: 'Mensen die verblijven' }).check()
    await page.getByRole('button', { name: 'Openbaar maken' }).click()
    await page.getByRole('heading', { level: 1, name: /vierde kwartaal 2025/ }).waitFor()
    await page.getByText('Intrekken').first().click()
    await page.getByLabel('Waarom trekt u deze cijfers in?').waitFor()
    await desk.expectAccessible()
    await look(desk, 'openbaar-publicatie', 1280)
    await desk.close()

    await setInstelling(onderdak.database, onderdak.regio.regioId, 'open_data', 'ja')
    const browser = await openBrowser()
    for (const width of Object.values(widths)) {
      const { page: open, context, faults } = await openPage(browser, width)
      await open.goto(`${onderdak.url}/open`)
      await open.getByRole('link', { name: 'Mensen die verblijven' }).waitFor()
      await look({ page: open }, 'open', width)
      await open.getByRole('link', { name: 'Mensen die verblijven' }).click()
      await open.getByRole('heading', { level: 1, name: 'Mensen die verblijven' }).waitFor()
      const rijen = open.getByRole('table', { name: /Per kwartaal/ }).getByRole('row')
      await rijen.nth(2).waitFor()
      expect(await rijen.nth(1).innerText()).toMatch(/vierde kwartaal 2025\s+165/)
      await open.getByText('Geheim: te weinig mensen').waitFor()
      await look({ page: open }, 'open-indicator', width)
      expect(await context.cookies()).toEqual([])
      expect(faults).toEqual([])
      await context.close()
    }
    await browser.close()
  })
})
