import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { widths } from '../browser/harness.ts'
import { givenMetBsn, givenSlaapt, nextBsn } from '../given/levering.ts'
import { givenProduct } from '../given/plek.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()
const bsn = nextBsn()

async function look(desk: Desk, naam: string) {
  const map = process.env.ONDERDAK_SCHERMEN
  for (const width of Object.values(widths)) {
    await desk.page.setViewportSize({ width, height: 900 })
    await desk.expectAccessible()
    if (map) await desk.page.screenshot({ path: `${map}/${naam}-${width}.png`, fullPage: true })
  }
}

beforeAll(async () => {
  onderdak.setDay('2026-03-02')
  const { database, regio, platform } = onderdak
  const productId = await givenProduct(platform, regio, { naam: 'Opvang', domein: 'MO' })
  const loket = await regio.als('loket', 'toegangsmedewerker')
  for (const nummer of [bsn, ...Array.from({ length: 11 }, nextBsn)]) {
    const persoonId = await givenMetBsn(platform, loket, { bsn: nummer })
    await givenSlaapt(database, regio.regioId, { persoonId, productId, van: '2025-03-01', tot: '2025-04-01' })
  }
}, 120_000)

describe('een levering voor de Monitor Dakloosheid', () => {
  it('wordt gemaakt, door een ander vrijgegeven, opgehaald en als verstuurd vastgelegd', async () => {
    const maker = await onderdak.open('centrumgemeente', 'programmamanager')
    await maker.go('/leveringen')
    await look(maker, 'leveringen')
    await maker.page.getByRole('link', { name: 'Levering maken' }).click()
    await maker.page.getByRole('heading', { level: 1, name: 'Levering maken' }).waitFor()
    await maker.page.getByRole('button', { name: 'Levering maken' }).click()
    await maker.page.getByText('Kies een periode.').first().waitFor()
    await look(maker, 'levering-nieuw')
    await maker.page.getByLabel('Periode').selectOption({ label: 'jaar 2025' })
    await maker.page.getByRole('button', { name: 'Levering maken' }).click()
    await maker.page.getByRole('heading', { level: 1, name: 'Monitor Dakloosheid, jaar 2025' }).waitFor()
    const samen = maker.page.getByRole('table', { name: 'Alles samen' }).getByRole('row').nth(1)
    expect(await samen.innerText()).toMatch(/12\s+12/)
    await maker.page.getByText('De privacy officer bekijkt het controleverslag').waitFor()
    await look(maker, 'levering')
    const pad = new URL(maker.page.url()).pathname

    const officer = await onderdak.open('centrumgemeente', 'privacy_officer')
    await officer.go(pad)
    await officer.page.getByRole('button', { name: 'Vrijgeven' }).click()
    await officer.page.getByRole('dialog').getByRole('button', { name: 'Vrijgeven' }).click()
    await officer.page.getByText('De levering is vrijgegeven.').waitFor()
    await officer.close()

    const beheerder = await onderdak.open('centrumgemeente', 'functioneel_beheerder')
    await beheerder.go(pad)
    const wacht = beheerder.page.waitForEvent('download')
    await beheerder.page.getByRole('button', { name: 'Bestand ophalen' }).click()
    const download = await wacht
    expect(download.suggestedFilename()).toBe('monitor-dakloosheid-2025.csv')
    expect(await readFile(await download.path(), 'utf8')).toContain(`${bsn};E3;verblijf`)
    await beheerder.page.getByText('SHA-256 van het bestand').waitFor()
    await look(beheerder, 'levering-bestand')
    await beheerder.close()

    await maker.go(pad)
    await maker.page.getByText('Vastleggen dat het verstuurd is').click()
    await maker.page.getByRole('button', { name: 'Vandaag' }).click()
    await maker.page.getByLabel('Aan wie?').fill('CBS, Monitor Dakloosheid')
    await maker.page.getByLabel('Langs welke veilige weg?').fill('Uploadportaal')
    await maker.page.getByRole('button', { name: 'Vastleggen', exact: true }).click()
    await maker.page.getByText('Vastgelegd dat de levering is verstuurd.').waitFor()
    await maker.page.getByText('aan CBS, Monitor Dakloosheid, via Uploadportaal').waitFor()
    await maker.close()
  })
})
