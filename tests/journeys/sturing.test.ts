import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { widths } from '../browser/harness.ts'
import { givenFeit } from '../given/feiten.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

async function look(desk: Desk, naam: string, width: number) {
  await desk.expectAccessible()
  const map = process.env.ONDERDAK_SCHERMEN
  if (map) await desk.page.screenshot({ path: `${map}/${naam}-${width}.png`, fullPage: true })
}

beforeAll(async () => {
  onderdak.setDay('2026-04-02')
  const { database, regio } = onderdak
  for (const [gemeente_code, aantal] of [
    ['GM0622', 14],
    ['GM0606', 9],
  ] as const)
    for (let i = 0; i < aantal; i++)
      await givenFeit(database, regio.regioId, 'wacht', {
        wie: `${gemeente_code} ${i}`,
        gemeente_code,
        besloten_op: i % 2 ? '2026-01-12' : '2025-06-02',
      })
}, 120_000)

describe('een programmamanager stuurt met een dashboard', () => {
  it('kiest een gemeente, leest wat bij een cijfer hoort, en neemt cijfers en grafiek mee', async () => {
    const desk = await onderdak.open('centrumgemeente', 'programmamanager')
    const { page } = desk
    const tegel = page.locator('article').filter({ hasText: 'Mensen op de wachtlijst' })
    for (const width of Object.values(widths)) {
      await page.setViewportSize({ width, height: 900 })
      for (const niveau of ['strategisch', 'tactisch', 'operationeel']) {
        await desk.go(`/sturing/${niveau}`)
        await tegel.first().waitFor()
        await look(desk, `sturing-${niveau}`, width)
      }
    }
    await page.setViewportSize({ width: widths.breed, height: 900 })
    await desk.go('/sturing/operationeel')
    await tegel.locator('.od-tegel__waarde').getByText('23', { exact: true }).waitFor()
    await page.getByLabel('Gemeente', { exact: true }).selectOption({ label: 'Schiedam' })
    await page.getByText('Gemeente: Schiedam, maart 2026').waitFor()
    await tegel.locator('.od-tegel__waarde').getByText('9', { exact: true }).waitFor()
    await tegel.getByText('Wat telt er').click()
    for (const tekst of ['Ieder mens telt één keer', '31 maart 2026', 'feit_wacht', 'Eerste versie'])
      await tegel.getByText(tekst).first().waitFor()

    await page.getByLabel('Leeftijdsgroep').selectOption({ index: 1 })
    // One part at a time: the gemeente goes.
    await page.getByText('Leeftijdsgroep: Jonger dan 18 jaar, maart 2026').waitFor()
    expect(await page.getByLabel('Gemeente', { exact: true }).inputValue()).toBe('')
    await page.getByLabel('Cliëntprofiel').selectOption({ label: 'Dakloos gezin' })
    await page.getByText('Cliëntprofiel: Dakloos gezin, maart 2026').waitFor()
    await page.getByText(/cijfers zijn er niet per cliëntprofiel/).waitFor()
    expect(
      await page.getByRole('link', { name: 'Vaste link naar deze cijfers' }).getAttribute('href'),
    ).toMatch(/clientprofiel=gezin_dakloos.*maand=2026-03.*bekendOp=/)
    await page.getByLabel('Gemeente', { exact: true }).selectOption({ label: 'Schiedam' })
    await page.getByText('Gemeente: Schiedam, maart 2026').waitFor()

    const neem = async (klik: () => Promise<void>) => {
      const wacht = page.waitForEvent('download')
      await klik()
      return readFile((await (await wacht).path())!)
    }
    await tegel.getByText('Grafiek bewaren').click()
    await desk.expectAccessible()
    const svg = (
      await neem(() => tegel.getByRole('button', { name: /Als SVG.*Mensen op de wachtlijst/ }).click())
    ).toString('utf8')
    const gelezen = svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    expect(gelezen).toMatch(
      /^ Mensen op de wachtlijst .*Gemeente: Schiedam.*Definitie versie 1.*Bron: Onderdak: feit_wacht/,
    )
    const png = await neem(() => tegel.getByRole('button', { name: 'PNG' }).click())
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    await page.getByText('Dertien maanden als bestand').click()
    const csv = (
      await neem(() => page.getByRole('link', { name: /CSV/ }).locator('visible=true').click())
    ).toString('utf8')
    expect(csv).toMatch(/Mensen op de wachtlijst.*Gemeente: Schiedam.*2026-03.*9/)

    await page.getByRole('link', { name: 'Vaste link naar deze cijfers' }).click()
    await page.waitForURL(/maand=2026-03/)
    expect(page.url()).toMatch(/bekendOp=2026-04-02/)
    expect(page.url()).toMatch(/gemeente=GM0606/)
    await tegel.locator('.od-tegel__waarde').getByText('9', { exact: true }).waitFor()
    await desk.expectAccessible()
  }, 300_000)
})
