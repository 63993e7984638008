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
  const wacht = (aantal: number, gemeente_code: string, meer: object) =>
    Array.from({ length: aantal }, (_, i) => ({
      wie: `Wachtende ${gemeente_code} ${i} ${JSON.stringify(meer)}`,
      gemeente_code,
      besloten_op: '2026-01-12',
      ...meer,
    }))
  // Two of Schiedam were written down a week after the month was over.
  for (const rij of [
    ...wacht(14, 'GM0622', {}),
    ...wacht(9, 'GM0606', {}),
    ...wacht(2, 'GM0606', { besloten_op: '2026-03-30', bekend_van: '2026-04-01' }),
    ...wacht(10, 'GM0622', { besloten_op: '2025-06-02', gestart_op: '2026-02-03' }),
  ])
    await givenFeit(database, regio.regioId, 'wacht', rij)
  const contacten = [
    [20, { leeftijdsklasse: 'vanaf_23', gemeente_code: 'GM0622' }],
    [12, { leeftijdsklasse: 'onder_23', van_elders: true }],
    [9, { leeftijdsklasse: 'onbekend', gemeente_code: 'GM0606' }],
  ] as const
  for (const [aantal, rij] of contacten)
    for (let i = 0; i < aantal; i++)
      await givenFeit(database, regio.regioId, 'klantcontact', { op: '2026-03-10', ...rij })
}, 120_000)

describe('een programmamanager zoekt uit hoe het staat', () => {
  it('kiest Operationeel, opent een indicator, leest wat telt, ziet dertien maanden, splitst per gemeente en neemt het mee', async () => {
    const desk = await onderdak.open('centrumgemeente', 'programmamanager')
    const { page } = desk
    for (const width of Object.values(widths)) {
      await page.setViewportSize({ width, height: 900 })
      await desk.go('/indicatoren')
      await page.getByLabel('Voor wie').selectOption({ label: 'Operationeel' })
      await page.getByRole('link', { name: 'Registraties op de wachtlijst' }).waitFor()
      await look(desk, 'indicatoren', width)

      await page.getByRole('link', { name: 'Mensen op de wachtlijst' }).click()
      await page.getByRole('heading', { level: 1, name: 'Mensen op de wachtlijst' }).waitFor()
      await page.getByText('Ieder mens telt één keer').waitFor()
      await page.getByText('Hoe is dit geteld?').click()
      await page.getByText('Mensen die wachten').waitFor()

      // What was known on the last day of the month stands beside what is known now.
      const tegel = (label: string) => page.locator('.od-tegel').filter({ hasText: label })
      await tegel('maart 2026').getByText('25').waitFor()
      await tegel('Gemeente bekend').getByText('100%').waitFor()
      await tegel('Op de laatste dag van de maand bekend').getByText('23').waitFor()

      await page.getByText('Dezelfde getallen in een tabel').click()
      const maanden = page.getByRole('table', { name: /per maand/ }).getByRole('row')
      expect(await maanden.count()).toBe(14)
      expect(await maanden.nth(11).innerText()).toMatch(/januari 2026\s+33\s+33/)

      await page
        .getByRole('table', { name: 'Per gemeente' })
        .getByText(/^Schiedam$/)
        .waitFor()
      await page.getByText('Geen gevallen die u mag openen').waitFor()
      await look(desk, 'indicator', width)
    }
    const groepen = page.locator('.od-deel').filter({ hasText: 'Waar verschilt het?' })
    await groepen.getByText('Exporteren').click()
    const wacht = page.waitForEvent('download')
    await groepen.getByRole('link', { name: /CSV/ }).click()
    const csv = await readFile((await (await wacht).path())!, 'utf8')
    expect(csv).toMatch(/Schiedam.*11/)
    expect(csv).toMatch(/Vlaardingen.*14/)
  }, 240_000)

  it('ziet de klantcontacten van het loket naar gemeente, met wie van elders komt apart, en naar leeftijd', async () => {
    const desk = await onderdak.open('centrumgemeente', 'programmamanager')
    const { page } = desk
    for (const width of Object.values(widths)) {
      await page.setViewportSize({ width, height: 900 })
      await desk.go('/indicatoren/klantcontacten')
      await page.locator('.od-tegel').filter({ hasText: 'maart 2026' }).getByText('41').waitFor()
      const rij = (tabel: string, naam: string) =>
        page.getByRole('table', { name: tabel }).getByRole('row').filter({ hasText: naam })
      await rij('Per gemeente', 'Van buiten de regio').getByText('12').first().waitFor()
      await page.getByRole('combobox', { name: 'Splits naar' }).selectOption({ label: 'Leeftijd' })
      await rij('Per leeftijd', 'Jonger dan 23').getByText('12').first().waitFor()
      await rij('Per leeftijd', 'Leeftijd onbekend').getByText('9').first().waitFor()
      await look(desk, 'klantcontacten', width)
    }
  }, 240_000)
})
