import { beforeAll, describe, expect, it } from 'vitest'
import { registerProduct } from '../../src/modules/beheer/server/commands.ts'
import { checkBestand, loadBestand } from '../../src/modules/inlezen/server/commands.ts'
import { widths } from '../browser/harness.ts'
import { accepted, workAs } from '../given/platform.ts'
import { tienFouten } from '../given/tien-fouten.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

// WL-09, as who reads in a file meets it: ten planted faults give ten lines, and nothing is read in.

const onderdak = useOnderdak()
const { kop, erAl, rijen, regels, verbeterd } = tienFouten.plekken

beforeAll(async () => {
  const { platform, regio } = onderdak
  const bw = {
    code: 'bw',
    naam: 'Beschermd wonen',
    domein: 'BW',
    toegang: 'direct',
    van: '2020-01-01',
  } as const
  accepted(await workAs(platform, regio.systeem, (work) => registerProduct(work, bw)))
  const planner = await regio.als('aanbieder', 'aanbieder_planner')
  const { id } = accepted(
    await workAs(platform, planner, (work) =>
      checkBestand(work, {
        soort: 'plekken',
        bestandsnaam: 'eerder.csv',
        bron: 'Eigen administratie',
        peildatum: '2026-01-01',
        inhoud: Buffer.from([kop, ...erAl].join('\r\n')).toString('base64'),
      }),
    ),
  )
  accepted(await workAs(platform, planner, (work) => loadBestand(work, { id })))
})

async function offer({ page, go }: Desk, name: string, lines: readonly string[]): Promise<void> {
  await go('/inlezen')
  await page.getByRole('radio', { name: /^Voorzieningen, locaties en plekken/ }).check()
  await page
    // The list below has a column with the same name.
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) })
  await page.getByLabel('Waar komen de gegevens vandaan?').fill('Eigen administratie')
  await page.getByLabel('Op welke dag golden deze gegevens?').fill('1-3-2026')
  await page.getByRole('button', { name: 'Bestand controleren' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

describe('een bestand met tien fouten', () => {
  it.each(Object.values(widths))(
    'geeft op %i pixels tien regels die zeggen waar het is en wat er mis is',
    async (width) => {
      const planner = await onderdak.open('aanbieder', 'aanbieder_planner', width)
      const { page } = planner
      // The same bytes twice would be the same file: an empty line makes another one.
      await offer(planner, `plekken-${width}.csv`, [kop, ...rijen, ...(width === widths.smal ? [''] : [])])
      await page.getByRole('heading', { name: 'Er zijn 10 fouten. Er is niets ingelezen.' }).waitFor()
      const cells = await page.getByRole('table').locator('tbody tr').allTextContents()
      expect(cells).toHaveLength(10)
      for (const [i, [kolom, melding]] of regels.entries()) {
        expect(cells[i]).toContain(kolom === '' ? `Rij ${i + 3}` : `Rij ${i + 3}, ${kolom}`)
        expect(cells[i]).toContain(melding)
      }
      await planner.expectAccessible()
    },
    120_000,
  )

  it('wordt na verbetering met één knop ingelezen', async () => {
    const planner = await onderdak.open('aanbieder', 'aanbieder_planner')
    const { page } = planner
    await offer(planner, 'verbeterd.csv', [kop, ...verbeterd.filter((line) => line !== undefined)])
    await page.getByRole('heading', { name: 'Geen fouten gevonden. Er is nog niets ingelezen.' }).waitFor()
    await page.getByRole('button', { name: 'Inlezen', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Inlezen', exact: true }).click()
    await page.getByRole('heading', { name: 'Dit bestand is ingelezen' }).waitFor()
    await planner.expectAccessible()
    await planner.go('/plekken')
    await page.getByRole('link', { name: 'Huis André' }).waitFor()
  }, 120_000)
})
