import { describe, expect, it } from 'vitest'
import { todayOf } from '../../src/platform/clock.ts'
import { dutchInstant } from '../../src/shared/plain-date.ts'
import { widths } from '../browser/harness.ts'
import { workAs } from '../given/platform.ts'
import { givenLocatie, givenProduct } from '../given/plek.ts'
import { givenUitwijk } from '../given/winter.ts'
import { useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

describe('een nacht met vorst en vijftien gasten zonder naam', () => {
  it('van aanzetten tot melding, om 23 uur op een telefoon', async () => {
    const { platform, regio } = onderdak
    platform.clock.set(dutchInstant(todayOf(platform.clock), '23:00').toISOString())
    const productId = await givenProduct(platform, regio)
    const locatieId = await givenUitwijk(platform, regio, {
      productId,
      bedden: 16,
      locatie: { naam: 'Sporthal De Vlinder', telefoon: '010-1234567' },
    })

    // The coordinator decides: not cold enough is refused with the rule, four degrees of frost is not.
    const coordinator = await onderdak.open('centrumgemeente', 'regiocoordinator')
    await coordinator.go('/winterkou')
    await coordinator.page.getByText('De regeling staat uit').waitFor()
    await coordinator.page.getByText('Sporthal De Vlinder: 16 bedden', { exact: false }).waitFor()
    await coordinator.expectAccessible()
    await coordinator.page.getByRole('link', { name: 'Aanzetten' }).click()
    await coordinator.page.getByLabel('Waarom?', { exact: true }).fill('Het gaat vriezen, zegt het KNMI')
    await coordinator.page.getByLabel(/^Laagste temperatuur/).fill('0')
    await coordinator.page.getByLabel(/^Wie besloot dit/).fill('A. de Vries, coördinator opvang')
    await coordinator.page.getByRole('button', { name: 'Aanzetten' }).click()
    await coordinator.page
      .getByText(/zodra de temperatuur onder het vriespunt komt. Vul een lagere/)
      .first()
      .waitFor()
    await coordinator.expectAccessible()
    await coordinator.page.getByLabel(/^Laagste temperatuur/).fill('-4')
    await coordinator.page.getByRole('button', { name: 'Aanzetten' }).click()
    await coordinator.page.getByText('Verwacht: -4 °C.').waitFor()
    await coordinator.expectAccessible()

    // The night worker, on a phone: fifteen people at once.
    const nacht = await onderdak.open('aanbieder', 'aanbieder_begeleider', widths.smal)
    const { page } = nacht
    await nacht.go('/winterkou/vannacht')
    await page.getByText('16 van 16 bedden vrij', { exact: false }).waitFor()
    await nacht.expectAccessible()
    await page.getByLabel('Hoeveel gasten?').fill('14')
    await page.getByRole('button', { name: 'Een gast meer' }).click()
    await page.getByRole('textbox', { name: /^Bijnaam of nummer/ }).fill('Kees, Blauwe jas')
    await page.getByRole('button', { name: 'Noteren' }).click()
    await page
      .getByText(/Dat is de enige voorwaarde/)
      .first()
      .waitFor()
    await page.getByLabel('Zij kunnen nergens anders slapen').check()
    await page.getByRole('button', { name: 'Noteren' }).click()
    await page.getByRole('heading', { name: '15 gasten in uw lijst' }).waitFor()
    await page.getByText('1 van 16 bedden vrij', { exact: false }).waitFor()
    await nacht.expectAccessible()

    // A mistake is taken back, with the keyboard.
    await page.getByRole('button', { name: 'Fout? Haal bed 15 weg' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Wat ging er mis?').fill('Dubbel genoteerd')
    await nacht.expectAccessible()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '14 gasten in uw lijst' }).waitFor()

    // One more, who wants to talk tomorrow.
    await page.getByLabel('Kan nergens anders slapen').check()
    await page.getByLabel('Een intake aanbieden').check()
    await page.getByLabel('Door wie?').selectOption({ label: 'Regionaal loket' })
    await nacht.expectAccessible()
    await page.getByRole('button', { name: 'Noteren' }).click()
    await page.getByRole('heading', { name: '15 gasten in uw lijst' }).waitFor()

    // Full means: only with a reason.
    await page.getByLabel('Hoeveel gasten?').fill('2')
    await page.getByLabel('Zij kunnen nergens anders slapen').check()
    await page.getByLabel('Waarom wordt een bed bijgezet?').waitFor()
    await page.getByRole('button', { name: 'Noteren' }).click()
    await page
      .getByText(/is nog 1 bed vrij/)
      .first()
      .waitFor()
    await nacht.expectAccessible()
    await page.getByLabel('Waarom wordt een bed bijgezet?').fill('Het is 12 graden onder nul')
    await page.getByRole('button', { name: 'Noteren' }).click()
    await page.getByRole('heading', { name: '17 gasten in uw lijst' }).waitFor()
    await page.getByText(/Bed bijgezet: Het is 12 graden/).waitFor()

    // The board says it too, and the loket makes a melding of the appointment in one step.
    const loket = await onderdak.open('loket', 'consulent_daklozenloket')
    await loket.go('/plekken')
    await loket.page.getByRole('heading', { name: 'Extra bedden: 0 vrij' }).waitFor()
    await loket.expectAccessible()
    await loket.go('/winterkou/intakes')
    await loket.page.getByRole('heading', { name: 'Zonder naam, bed 15' }).waitFor()
    await loket.expectAccessible()
    await loket.page.getByRole('button', { name: 'Melding maken van bed 15' }).click()
    await loket.page
      .getByText(/Sliep in de winteropvang: Sporthal De Vlinder/)
      .first()
      .waitFor()

    // The count is there in the morning, and goes out as CSV.
    await coordinator.go('/winterkou/tellingen')
    await coordinator.page.getByRole('cell', { name: '17', exact: true }).first().waitFor()
    await coordinator.expectAccessible()
    const csv = await coordinator.page.request.get(`${onderdak.url}/api/v1/winternachten?formaat=csv`)
    expect(await csv.text()).toContain('Sporthal De Vlinder')
    await coordinator.page.getByRole('tab', { name: 'Kosten' }).click()
    await coordinator.page.getByRole('button', { name: 'Vandaag' }).click()
    await coordinator.page.getByLabel('Bedrag in euro').fill('1250,50')
    await coordinator.page.getByLabel('Waarvoor?').fill('Beveiliging')
    await coordinator.page.getByRole('button', { name: 'Kosten vastleggen' }).click()
    await coordinator.page.getByText('€ 1.250,50').first().waitFor()
    await coordinator.expectAccessible()
    await coordinator.page.getByRole('tab', { name: 'Per seizoen' }).click()
    await coordinator.page.getByText('Overnachtingen per seizoen').waitFor()
    await coordinator.expectAccessible()

    const geteld = await workAs(platform, regio.systeem, ({ db }) =>
      db
        .selectFrom('wintergast')
        .select((e) => e.fn.countAll<string>().as('n'))
        .where('ongedaan_op', 'is', null)
        .executeTakeFirstOrThrow(),
    )
    expect(Number(geteld.n)).toBe(17)
    expect(locatieId).toBeTruthy()
  }, 300_000)
})

describe('een calamiteit met een afstandsregel', () => {
  it.each([widths.breed, widths.smal])(
    'wordt aangezet voor een locatie, staat met de reden op het bord en stopt weer (%i px)',
    async (width) => {
      const { platform, regio } = onderdak
      const productId = await givenProduct(platform, regio)
      const naam = `Huis De Haven ${width}`
      await givenLocatie(platform, regio, { productId, plekken: [{}, {}, {}, {}, {}], locatie: { naam } })
      const desk = await onderdak.open('centrumgemeente', 'programmamanager', width)
      const { page } = desk
      await desk.go('/winterkou/bedden')
      await desk.expectAccessible()
      await desk.go('/winterkou/aanzetten')
      await page.getByRole('radio', { name: 'Calamiteit' }).check()
      await page.getByLabel('Waarom?', { exact: true }).fill('Griepgolf: 1,5 meter afstand')
      await page.getByRole('button', { name: 'Locatie toevoegen' }).click()
      await page.getByRole('combobox', { name: 'Locatie' }).selectOption({ label: naam })
      await page.getByLabel(/^Wie besloot dit/).fill('A. de Vries, programmamanager')
      await desk.expectAccessible()
      await page.getByRole('button', { name: 'Aanzetten' }).click()
      await page.getByText(`${naam}: 50 % van de plekken te gebruiken`).waitFor()
      await desk.expectAccessible()
      await desk.go('/plekken')
      const kaart = page.getByRole('listitem').filter({ hasText: naam })
      await kaart.getByText(/Door een calamiteit zijn 3 plekken niet te gebruiken/).waitFor()
      await kaart.getByText('vrij van 5').waitFor()
      await desk.expectAccessible()
      await desk.go('/winterkou')
      await page.getByRole('link', { name: 'Calamiteit beëindigen' }).click()
      await page.getByLabel('Waarom stopt het?').fill('De griep is voorbij')
      await page.getByLabel(/^Wie besloot dit/).fill('A. de Vries, programmamanager')
      await desk.expectAccessible()
      await page.getByRole('button', { name: 'Einde vastleggen' }).click()
      await page.getByRole('cell', { name: 'Ingetrokken' }).first().waitFor()
      await desk.expectAccessible()
    },
    120_000,
  )
})
