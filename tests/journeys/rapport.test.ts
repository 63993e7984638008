import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { monitorTaken } from '../../src/modules/monitor/server/rapport-tasks.ts'
import { widths } from '../browser/harness.ts'
import { givenFeit } from '../given/feiten.ts'
import { workAs } from '../given/platform.ts'
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
  for (let i = 0; i < 14; i++)
    await givenFeit(database, regio.regioId, 'wacht', {
      wie: `Wachtende ${i}`,
      gemeente_code: 'GM0622',
      besloten_op: i % 2 ? '2026-01-12' : '2025-06-02',
    })
}, 120_000)

describe('een programmamanager maakt een rapport', () => {
  it('ziet hoe ver het is, en neemt het mee als PDF, ODT en DOCX als het klaar is', async () => {
    const desk = await onderdak.open('centrumgemeente', 'programmamanager')
    const { page } = desk
    await desk.go('/rapporten')
    await page.getByText('Rapport maken').first().click()
    await page.getByRole('button', { name: 'Rapport maken' }).click()
    await page.getByRole('heading', { level: 1, name: 'Maandrapport maart 2026' }).waitFor()
    await page.getByText(/0 van \d+ cijfers/).waitFor()
    const rapportId = page.url().split('/').at(-1)!
    const stap = () =>
      workAs(onderdak.platform, onderdak.regio.systeem, (work) =>
        monitorTaken[0]!.handle(work, { rapportId }),
      )
    await stap()
    await page.getByText(/8 van \d+ cijfers/).waitFor()
    for (let i = 0; i < 12; i++) await stap()
    await page.getByRole('button', { name: 'PDF om te lezen' }).waitFor()
    for (const width of Object.values(widths)) {
      await page.setViewportSize({ width, height: 900 })
      await desk.go(`/rapporten/${rapportId}`)
      await look(desk, 'rapport', width)
      await desk.go('/rapporten')
      await page.getByText('Klaar', { exact: true }).waitFor()
      await look(desk, 'rapporten', width)
    }
    await desk.go(`/rapporten/${rapportId}`)
    for (const [knop, begin] of [
      ['PDF om te lezen', '%PDF-'],
      ['ODT om in verder te werken', 'PK'],
      ['DOCX om in Word verder te werken', 'PK'],
      ['Cijfers als JSON, om te controleren', '{"vorm":1'],
    ] as const) {
      const wacht = page.waitForEvent('download')
      await page.getByRole('button', { name: knop }).click()
      const bytes = await readFile((await (await wacht).path())!)
      expect(bytes.toString('latin1').startsWith(begin), knop).toBe(true)
    }
    // Another kind has other periods: the newest one stands ready.
    await desk.go('/rapporten')
    await page.getByText('Rapport maken').first().click()
    await page.getByRole('radio', { name: 'Jaarverslag voor de raad' }).check()
    await expect.poll(() => page.getByLabel('Periode').inputValue()).toBe('2025')
    await look(desk, 'rapport-jaar', widths.breed)
    await page.getByRole('button', { name: 'Rapport maken' }).click()
    await page.getByRole('heading', { level: 1, name: 'Jaarverslag voor de raad 2025' }).waitFor()
  }, 300_000)
})
