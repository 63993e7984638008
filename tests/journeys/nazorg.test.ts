import { describe, expect, it } from 'vitest'
import { endVerblijf, startDirectVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import { addDays } from '../../src/shared/plain-date.ts'
import { widths } from '../browser/harness.ts'
import { accepted, workAs } from '../given/platform.ts'
import { givenLocatie, givenProduct } from '../given/plek.ts'
import { givenPersoon } from '../given/verblijf.ts'
import { useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()
const shots = process.env.ONDERDAK_SHOTS

/** Someone who left for a home of their own, long enough ago for a contact to be late, and a free time-out place. */
async function givenVertrokken(): Promise<string> {
  const { platform, regio } = onderdak
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const opvang = await givenProduct(platform, regio, { naam: 'Opvang', domein: 'MO' })
  const timeOut = await givenProduct(platform, regio, { naam: 'Time-out', domein: 'BW' })
  const { plekIds } = await givenLocatie(platform, regio, { productId: opvang, plekken: [{}] })
  await givenLocatie(platform, regio, { productId: timeOut, plekken: [{}, {}] })
  await workAs(platform, regio.systeem, (work) =>
    work.db.updateTable('product').set({ code: 'time_out' }).where('id', '=', timeOut).execute(),
  )
  const persoonId = await givenPersoon(platform, loket, { achternaam: 'Vertrek', roepnaam: 'Noor' })
  await workAs(platform, loket, async (work) => {
    const stay = accepted(
      await startDirectVerblijf(work, {
        persoonId,
        plekId: plekIds[0]!,
        op: addDays(work.today, -120),
        soort: 'regulier',
      }),
    )
    accepted(
      await endVerblijf(work, {
        verblijfId: stay.id,
        versie: stay.versie,
        op: addDays(work.today, -40),
        reden: 'doelen_behaald',
        bestemming: 'eigen_woning',
        persoonId: null,
        nieuwAanspreekpuntId: null,
        overschrijdingReden: 'wacht_op_woning',
        vervolg: { soort: 'stap', volgendeStap: 'Bellen', volgendeStapOp: addDays(work.today, 7) },
      }),
    )
  })
  return persoonId
}

const nl = (op: string) => op.split('-').map(Number).reverse().join('-')

describe('nazorg op het scherm', () => {
  it('van uitstroom zonder afspraak naar waakvlam, een contact, een terugvalplan, een time-outplek en actieve hulp', async () => {
    await givenVertrokken()
    const desk = await onderdak.open('loket', 'toegangsmedewerker')
    const { page } = desk
    const today = await workAs(onderdak.platform, desk.vrager, async (work) => work.today)
    const shoot = async (naam: string) => {
      if (shots) await page.screenshot({ path: `${shots}/${naam}.png`, fullPage: true })
    }
    await desk.go('/')
    await page.getByRole('heading', { name: /Vertrokken zonder afspraak over nazorg/ }).waitFor()
    await desk.go('/nazorg')
    await desk.expectAccessible()
    await shoot('nazorg-lijst')
    await page.getByRole('link', { name: 'Noor Vertrek' }).click()
    await page.getByText('Niets afgesproken over nazorg').waitFor()

    await page.getByText('Nazorg regelen', { exact: true }).click()
    await page.getByRole('radio', { name: /^Ja/ }).check()
    await page.getByLabel('Op welke dag is dit besproken?').fill(nl(today))
    await page.getByRole('radio', { name: 'Mijn eigen organisatie' }).check()
    await page.getByLabel('Om de hoeveel weken is er contact?').fill('2')
    await page.getByLabel('Vanaf welke dag?').fill(nl(addDays(today, -30)))
    await page.getByLabel('Tot welke dag?').fill(nl(addDays(today, 200)))
    await desk.expectAccessible()
    await shoot('nazorg-formulier')
    await page.getByRole('button', { name: 'Nazorg vastleggen' }).click()
    await page.getByText('Contact 16 dagen te laat').waitFor()

    await desk.go('/nazorg/contacten?stand=te_laat')
    await page.getByText('16 dagen te laat').waitFor()
    await desk.expectAccessible()
    await shoot('nazorg-contacten')
    await page.getByRole('link', { name: 'Noor Vertrek' }).click()
    await page.getByText('Contact vastleggen', { exact: true }).first().click()
    await page.getByLabel('Op welke dag?').fill(nl(today))
    await page.getByRole('radio', { name: 'Telefoon' }).check()
    await page.getByRole('radio', { name: 'Gaat goed' }).check()
    await page.getByRole('button', { name: 'Contact vastleggen' }).click()
    await page.getByText('Het contact is vastgelegd.').waitFor()
    await expect.poll(() => page.getByText(/te laat/).count()).toBe(0)

    await page.getByText('Terugvalplan maken', { exact: true }).click()
    await page.getByLabel('Waaraan merk ik dat het slechter gaat?').fill('Ik neem niet meer op')
    await page.getByLabel('Wat helpt mij dan?').fill('Kom langs')
    await page.getByLabel('Wie kan ik bellen, of wie mag mij bellen?').fill('Mijn zus')
    await page.getByLabel('Besproken op').fill(nl(today))
    await page.getByRole('button', { name: 'Terugvalplan opslaan' }).click()
    await page.getByText('Het terugvalplan is opgeslagen.').waitFor()
    await page.getByText('Moeilijke dag toevoegen', { exact: true }).click()
    await page.getByLabel('Welke dag is dat?').fill('Sterfdag van mijn broer')
    await page.getByRole('radio', { name: 'Elk jaar' }).check()
    await page.getByLabel('Datum').fill(nl(addDays(today, 5)))
    await page.getByRole('button', { name: 'Dag toevoegen' }).click()
    await page.getByText('Komt eraan').waitFor()
    await desk.expectAccessible()
    await shoot('nazorg-dossier')

    await page.getByRole('link', { name: 'Time-outplek boeken' }).click()
    await page.getByRole('heading', { name: 'Time-outplek boeken' }).waitFor()
    await desk.expectAccessible()
    await shoot('nazorg-time-out')
    await page.getByRole('radio', { name: /Plek 1/ }).check()
    await page.getByLabel('Eerste nacht').fill(nl(today))
    await page.getByLabel('Tot wanneer, naar verwachting?').fill(nl(addDays(today, 7)))
    await page.getByLabel('Wat is er aan de hand?').fill('Even rust nodig')
    await page.getByLabel('Volgende stap').fill('Elke dag bellen')
    await page.getByLabel('Uiterlijk op').fill(nl(addDays(today, 1)))
    await page.getByRole('button', { name: 'Plek boeken' }).click()
    await page.getByText('De time-outplek is geboekt.').waitFor()
    await page.getByRole('heading', { name: 'Traject van Noor Vertrek' }).waitFor()

    await desk.go('/')
    await page.getByRole('heading', { name: /Er komt een moeilijke dag aan/ }).waitFor()
    await shoot('nazorg-vandaag')
    await desk.go('/nazorg?stand=lopend')
    await page.getByRole('link', { name: 'Noor Vertrek' }).click()
    await page.getByText('Actieve hulp starten', { exact: true }).first().click()
    await page.getByLabel('Sinds welke dag?').fill(nl(today))
    await page.getByLabel('Wat is er aan de hand?').fill('Drinkt weer')
    await page.getByLabel('Volgende stap').fill('Vandaag langsgaan')
    await page.getByLabel('Uiterlijk op').fill(nl(today))
    await desk.expectAccessible()
    await page.getByRole('button', { name: 'Actieve hulp starten' }).click()
    await page.getByText('Opgeschaald').waitFor()
    await desk.close()
  }, 300_000)

  it('past op een smal scherm: lijsten, dossier en dekking', async () => {
    const desk = await onderdak.open('loket', 'toegangsmedewerker', widths.smal)
    for (const path of ['/nazorg?stand=alle', '/nazorg/contacten']) {
      await desk.go(path)
      await desk.expectAccessible()
    }
    await desk.go('/nazorg?stand=alle')
    await desk.page.getByRole('link', { name: 'Noor Vertrek' }).click()
    await desk.page.getByText('Opgeschaald').waitFor()
    await desk.expectAccessible()
    if (shots) await desk.page.screenshot({ path: `${shots}/nazorg-smal.png`, fullPage: true })
    await desk.close()
    const coordinator = await onderdak.open('centrumgemeente', 'regiocoordinator', widths.smal)
    await coordinator.go('/nazorg/dekking')
    await coordinator.page.getByText('Aanbieder Noord').waitFor()
    await coordinator.expectAccessible()
    if (shots) await coordinator.page.screenshot({ path: `${shots}/nazorg-dekking.png`, fullPage: true })
    await coordinator.close()
  }, 300_000)
})
