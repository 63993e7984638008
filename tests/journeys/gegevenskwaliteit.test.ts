import { beforeAll, describe, expect, it } from 'vitest'
import { countBevindingen } from '../../src/modules/kwaliteit/server/commands.ts'
import { widths } from '../browser/harness.ts'
import { givenFeit } from '../given/feiten.ts'
import { workAs } from '../given/platform.ts'
import { givenProduct, givenWachtende } from '../given/wachtlijst.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

async function look(desk: Desk, naam: string, width: number) {
  await desk.expectAccessible()
  const map = process.env.ONDERDAK_SCHERMEN
  if (map) await desk.page.screenshot({ path: `${map}/${naam}-${width}.png`, fullPage: true })
}

beforeAll(async () => {
  onderdak.setDay('2026-04-02')
  const { database, platform, regio } = onderdak
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const productId = await givenProduct({ platform, regio }, { code: 'NAKIJKEN' })
  for (const achternaam of ['Vlier', 'Hazelaar'])
    await givenWachtende(platform, loket, { productId, achternaam })
  await database.login.query("update onderdak.wachtlijstplaatsing set bevestigen_voor = '2026-03-20'")
  await workAs(platform, regio.systeem, (work) => countBevindingen(work))
  const bw = await givenProduct({ platform, regio }, { code: 'BW' })
  await database.login.query("update onderdak.product set domein = 'BW' where id = $1", [bw])
  const rijen = Array.from({ length: 24 }, (_, i) => ({
    wie: `Wachtende ${i}`,
    gemeente_code: 'GM0622',
    besloten_op: '2025-11-03',
    ...(i < 12 && { gestart_op: `2026-01-${10 + i}` }),
  }))
  for (const rij of rijen) await givenFeit(database, regio.regioId, 'wacht', rij)
  await database.login.query('update onderdak.feit_wacht set product_id = $1 where product_id is null', [bw])
}, 120_000)

describe('gegevens nakijken', () => {
  it('wie iets kan herstellen ziet het op Vandaag, opent de lijst en geeft akkoord met een reden', async () => {
    const desk = await onderdak.open('loket', 'toegangsmedewerker')
    const { page } = desk
    await desk.go('/')
    await page.getByRole('link', { name: 'Alle gegevens om na te kijken' }).click()
    await page.getByRole('heading', { level: 1, name: 'Gegevens nakijken' }).waitFor()
    await page.getByLabel('Wat', { exact: true }).selectOption({ label: 'Niet gevraagd of iemand nog wacht' })
    await page.getByText('Vlier').waitFor()
    for (const width of Object.values(widths)) {
      await page.setViewportSize({ width, height: 900 })
      await look(desk, 'gegevens-nakijken', width)
    }
    const rij = page.getByRole('row').filter({ hasText: 'Vlier' })
    await rij.getByRole('button', { name: 'Klopt zo' }).or(rij.getByText('Klopt zo')).first().click()
    await page.getByLabel('Waarom klopt dit zo?').fill('Belt zelf elke maand')
    await page.getByLabel('Tot wanneer?').fill('1-6-2026')
    await page.getByRole('button', { name: 'Akkoord geven' }).click()
    await page.getByText('Akkoord vastgelegd').waitFor()
    await page.getByRole('row').filter({ hasText: 'Vlier' }).waitFor({ state: 'detached' })
    await page.getByLabel('Tonen').selectOption({ label: 'Akkoord zoals het is' })
    await page.getByText('Belt zelf elke maand').waitFor()
  }, 240_000)

  it('een programmamanager ziet hoeveel, per organisatie, en niet over wie', async () => {
    const desk = await onderdak.open('centrumgemeente', 'programmamanager')
    const { page } = desk
    await desk.go('/gegevenskwaliteit/organisaties')
    await page.getByRole('cell', { name: 'Regionaal loket' }).first().waitFor()
    expect(await page.getByText('Vlier').count()).toBe(0)
    for (const width of Object.values(widths)) {
      await page.setViewportSize({ width, height: 900 })
      await look(desk, 'gegevenskwaliteit', width)
    }
  }, 240_000)
})

describe('startfoto en wachtcurve', () => {
  it('een programmamanager maakt een foto, zet haar naast nu en leest de wachtcurve', async () => {
    const desk = await onderdak.open('centrumgemeente', 'programmamanager')
    const { page } = desk
    await desk.go('/startfotos')
    await page.getByText('Startfoto maken').first().click()
    await page.getByRole('textbox', { name: 'Naam' }).fill('Startfoto beschermd wonen')
    await page.getByLabel('Maand').selectOption({ value: '2026-02' })
    await page.getByRole('button', { name: 'Startfoto maken' }).last().click()
    await page.getByRole('link', { name: 'Startfoto beschermd wonen' }).click()
    await page.getByText('Opnieuw geteld: gelijk').waitFor()
    await page.getByLabel('Wat', { exact: true }).selectOption({ label: 'Registraties op de wachtlijst' })
    await page.getByRole('table').getByText('12').first().waitFor()
    for (const width of Object.values(widths)) {
      await page.setViewportSize({ width, height: 900 })
      await look(desk, 'startfoto', width)
    }
    await desk.go('/wachtcurve')
    await page.getByText(/Na 7\d dagen wacht nog/).waitFor()
    for (const width of Object.values(widths)) {
      await page.setViewportSize({ width, height: 900 })
      await look(desk, 'wachtcurve', width)
    }
  }, 240_000)
})
