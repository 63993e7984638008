import { describe, expect, it } from 'vitest'
import { giveToestemming } from '../../src/modules/delen/server/commands.ts'
import { startDirectVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import { addDays, formatShort } from '../../src/shared/plain-date.ts'
import { accepted, workAs } from '../given/platform.ts'
import { givenLocatie, givenProduct } from '../given/plek.ts'
import { givenPersoon } from '../given/verblijf.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

async function look(desk: Desk, naam: string) {
  await desk.expectAccessible()
  const map = process.env.ONDERDAK_SCHERMEN
  if (map) await desk.page.screenshot({ path: `${map}/${naam}.png`, fullPage: true })
}

/** Somebody who stays in the opvang and agreed that a corporatie is asked for a home. */
async function givenVerblijver() {
  const { platform, regio } = onderdak
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const productId = await givenProduct(platform, regio, { naam: 'Opvang', domein: 'MO' })
  const { plekIds } = await givenLocatie(platform, regio, { productId, plekken: [{}] })
  const persoonId = await givenPersoon(platform, loket, { achternaam: 'de Wit', roepnaam: 'Noor' })
  const today = await workAs(platform, loket, async (work) => {
    const op = addDays(work.today, -30)
    accepted(await startDirectVerblijf(work, { persoonId, plekId: plekIds[0]!, op, soort: 'regulier' }))
    accepted(
      await giveToestemming(work, {
        persoonId,
        ontvanger: { organisatieId: regio.organisaties.corporatie },
        gegevensset: 'woonvraag',
        doel: 'Een woning vinden',
        vorm: 'schriftelijk',
        gegevenDoor: 'client',
        gegevenOp: work.today,
      }),
    )
    return work.today
  })
  return { persoonId, today }
}

describe('uitstroom op het scherm', () => {
  it('van de eerste dag tot een woning: wens, voorwaarden, urgentie, antwoord van de corporatie en contract', async () => {
    const { persoonId, today } = await givenVerblijver()
    const desk = await onderdak.open('loket', 'toegangsmedewerker')
    const { page } = desk
    const dag = formatShort(today)
    await desk.go('/uitstroom')
    await page.getByRole('link', { name: 'Noor de Wit' }).waitFor()
    await look(desk, 'uitstroom-lijst')
    await desk.go(`/clienten/${persoonId}`)
    await page.getByRole('tab', { name: 'Uitstroom' }).click()
    await page.getByText('Nog te doen').waitFor()

    await page.getByText('Gemeente en soort woning vastleggen', { exact: true }).click()
    await page.getByLabel('Welke soort woning past?').selectOption({ label: 'Zelfstandige huurwoning' })
    await page.getByRole('button', { name: 'Woonwens opslaan' }).click()
    await page.getByText('Vlaardingen (gemeente van herkomst)').waitFor()

    await page.getByText('Voorwaarden nakijken', { exact: true }).click()
    await look(desk, 'uitstroom-voorwaarden')
    for (const vraag of await page.getByRole('radiogroup').all())
      await vraag.getByRole('radio', { name: 'In orde' }).check()
    await page.getByRole('button', { name: 'Voorwaarden opslaan' }).click()
    await page.getByText('De voorwaarden zijn opgeslagen.').waitFor()

    await page.getByText('Aanvraag voorbereiden', { exact: true }).first().click()
    await page.getByRole('radio', { name: 'Urgentie', exact: true }).check()
    await page.getByLabel('Op welke grond?').selectOption({ index: 1 })
    await page.getByLabel('Sinds welke dag wordt dit voorbereid?').fill(dag)
    await page.getByRole('button', { name: 'Aanvraag voorbereiden' }).click()
    await page.getByText('Voorbereid op').waitFor()

    await page.getByText('Een corporatie om een woning vragen', { exact: true }).click()
    await page.getByLabel('Op welke toestemming?').selectOption({ index: 1 })
    await look(desk, 'uitstroom-woonvraag')
    await page.getByRole('button', { name: 'Vraag versturen' }).click()
    await page.getByText('De vraag is bij de corporatie.').waitFor()

    const corporatie = await onderdak.open('corporatie', 'corporatie_medewerker', 320)
    await corporatie.go('/')
    await look(corporatie, 'corporatie-vandaag-320')
    await corporatie.go('/woonvragen')
    const scherm = corporatie.page
    await scherm.getByText('Antwoord geven op N.d.W.', { exact: true }).click()
    await scherm.getByRole('radio', { name: 'Ja, ik bied een woning aan' }).check()
    await scherm.getByLabel('Welke woning is het?').fill('Twee kamers in Holy')
    await look(corporatie, 'corporatie-antwoord-320')
    expect(await scherm.locator('main').innerText()).not.toContain('de Wit')
    await scherm.getByRole('button', { name: 'Antwoord versturen' }).click()
    await scherm.getByText('Uw antwoord is verstuurd.').waitFor()
    await corporatie.close()

    await desk.go(`/clienten/${persoonId}?tab=uitstroom`)
    await page.getByText('Twee kamers in Holy').waitFor()
    await page.getByText('Antwoord vastleggen: Corporatie West', { exact: true }).click()
    await page.getByLabel('Wat is er gebeurd?').first().selectOption({ label: 'Aanvaard' })
    await page.getByLabel('Op welke dag?').first().fill(dag)
    await page.getByRole('button', { name: 'Antwoord vastleggen' }).click()
    await page.getByText('Het antwoord is vastgelegd.').waitFor()

    await page.getByText('Contract vastleggen', { exact: true }).first().click()
    await page.getByLabel('Soort contract').selectOption({ index: 1 })
    await page.getByLabel('Eerste dag van het contract').fill(dag)
    for (const [vraag, antwoord] of [
      ['Organisatie die begeleidt', 'Stichting Elders (verzonnen)'],
      ['Wanneer kijkt u samen terug?', formatShort(addDays(today, 90))],
      ['Wanneer wordt het een gewoon huurcontract?', formatShort(addDays(today, 365))],
    ] as const) {
      const veld = page.getByLabel(vraag)
      if (await veld.count()) await veld.fill(antwoord)
    }
    await look(desk, 'uitstroom-contract')
    await page.getByRole('button', { name: 'Contract vastleggen' }).click()
    await page.getByText('Goede buur en goede huurder').first().waitFor()
    await look(desk, 'uitstroom-dossier')
    await page.setViewportSize({ width: 320, height: 900 })
    await look(desk, 'uitstroom-dossier-320')
    await desk.close()
  }, 300_000)

  it('telt routes en bestemmingen zonder personen, voor wie stuurt', async () => {
    const desk = await onderdak.open('loket', 'programmamanager')
    await desk.go('/directe-bemiddelingen')
    await desk.page.getByRole('heading', { name: 'Woningen en prestatieafspraken' }).waitFor()
    await look(desk, 'directe-bemiddelingen')
    await desk.close()
  }, 120_000)
})
