import { describe, expect, it } from 'vitest'
import { startDirectVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import { todayOf } from '../../src/platform/clock.ts'
import { addDays } from '../../src/shared/plain-date.ts'
import { widths } from '../browser/harness.ts'
import { accepted, workAs } from '../given/platform.ts'
import { givenLocatie, givenProduct } from '../given/plek.ts'
import { givenPersoon } from '../given/verblijf.ts'
import { useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

/** Someone of twenty who stays at the aanbieder. */
async function givenBewoner(): Promise<string> {
  const { platform, regio } = onderdak
  const loket = await regio.als('loket', 'toegangsmedewerker')
  const bw = await givenProduct(platform, regio, { naam: 'Beschermd wonen', domein: 'BW' })
  const { plekIds } = await givenLocatie(platform, regio, { productId: bw, plekken: [{}] })
  const geboren = `${platform.clock.now().getFullYear() - 20}-01-01`
  const persoonId = await givenPersoon(platform, loket, {
    achternaam: 'Plan',
    roepnaam: 'Noor',
    geboortedatum: geboren,
  })
  accepted(
    await workAs(platform, loket, (work) =>
      startDirectVerblijf(work, {
        persoonId,
        plekId: plekIds[0]!,
        op: addDays(work.today, -30),
        soort: 'regulier',
      }),
    ),
  )
  return persoonId
}

describe('het ondersteuningsplan op het scherm', () => {
  it('van een leeg dossier naar een plan waar beide akkoord mee zijn, met scores, een bespreking en een document', async () => {
    const persoonId = await givenBewoner()
    const desk = await onderdak.open('aanbieder', 'aanbieder_begeleider')
    const { page } = desk
    const today = onderdak.platform.clock.now().toLocaleDateString('nl-NL', { timeZone: 'Europe/Amsterdam' })
    const later = addDays(todayOf(onderdak.platform.clock), 90)
    const knop = (name: string) => page.getByRole('button', { name, exact: true })
    const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click()

    await desk.go(`/clienten/${persoonId}?tab=plan`)
    await page.getByLabel('Sinds welke dag werkt u met de cliënt aan het plan?').fill(today)
    await knop('Plan beginnen').click()
    await page.getByRole('link', { name: 'Plan bijwerken' }).click()
    await page.getByRole('heading', { name: 'Eerst bespreken: opleiding, opvoeders en geld' }).waitFor()

    await page.getByLabel('Wat vindt de cliënt belangrijk?').fill('Rust en een eigen plek')
    await page.getByRole('radio', { name: 'Dagbesteding' }).check()
    await page.getByLabel('Hoe zegt de cliënt dat zelf?').fill('Ik wil weer naar school')
    await knop('Verhaal en perspectief opslaan').click()
    await page
      .getByText('Schrijf op waarom werk, vrijwilligerswerk en een opleiding nu niet kunnen')
      .first()
      .waitFor()
    await desk.expectAccessible()
    await page.getByRole('radio', { name: 'Opleiding', exact: true }).check()
    await knop('Verhaal en perspectief opslaan').click()
    await page.getByText('Opgeslagen in het plan.').waitFor()

    await tab('Akkoord')
    await page.getByText('Schrijf minstens één doel op.').waitFor()
    await tab('Doel toevoegen')
    await page.getByLabel('Leefgebied').selectOption({ label: 'Geld en schulden' })
    await page.getByLabel('Wat voor doel?').selectOption('financien')
    await page.getByRole('textbox', { name: /^Het doel/ }).fill('Ik wil van mijn schulden af')
    await page.getByLabel('Wat doen we, en wie doet wat?').fill('Samen de post openen')
    await page.getByLabel('Welke organisatie werkt hieraan?').selectOption({ label: 'Aanbieder Noord' })
    await page.getByLabel('Bouwsteen').selectOption({ label: 'Hulp bij geld' })
    await page.getByLabel('Bij welk herstel hoort dit?').selectOption('maatschappelijk')
    await knop('Doel toevoegen').click()
    await page.getByText('Het doel staat in het plan.').waitFor()
    await knop('Per soort herstel').click()
    await page.getByRole('heading', { name: 'Maatschappelijk herstel: meedoen, wonen, werken' }).waitFor()

    await tab('Akkoord')
    const bij = (name: string) =>
      page.locator('form').filter({ has: page.getByRole('button', { name, exact: true }) })
    const client = bij('Akkoord van de cliënt vastleggen')
    await client.getByRole('radio', { name: 'Op papier' }).check()
    await client.getByLabel('Op welke dag?').fill(today)
    await knop('Akkoord van de cliënt vastleggen').click()
    await page.getByText('Wacht op akkoord van de begeleider').waitFor()
    const begeleider = bij('Mijn akkoord vastleggen')
    await begeleider.getByRole('radio', { name: 'Mondeling' }).check()
    await begeleider.getByLabel('Op welke dag?').fill(today)
    await knop('Mijn akkoord vastleggen').click()
    await page.getByText('Geldt', { exact: true }).waitFor()

    const download = page.waitForEvent('download')
    await knop('Plan als PDF, versie 1').click()
    expect((await download).suggestedFilename()).toBe('mijn-plan-versie-1.pdf')
    await tab('Meegeven')
    await page.getByRole('radio', { name: 'Op papier' }).check()
    await page.getByLabel('Op welke dag?').fill(today)
    await knop('Meegeven vastleggen').click()
    await page.getByText('Vastgelegd dat de cliënt het plan heeft.').waitFor()

    await tab('Scores')
    for (const [dag, score] of [
      ['1-1-2026', '2'],
      [today, '4'],
    ] as const) {
      await page.getByLabel('Op welke dag is dit besproken?').fill(dag)
      await page.getByLabel('Leefgebied').selectOption({ label: 'Wonen' })
      await page.getByLabel('Score', { exact: true }).selectOption(score)
      await knop('Scores vastleggen').click()
      await page.getByRole('cell', { name: new RegExp(`^${score} `) }).waitFor()
    }
    await page.locator('.od-lijnen').getByText('Wonen').waitFor()

    await tab('Reactie')
    await page.getByRole('textbox', { name: /Wat vindt de cliënt van het plan/ }).fill('Het gaat mij te snel')
    await page.getByRole('radio', { name: 'In een gesprek' }).check()
    await page.getByLabel('Op welke dag?').fill(today)
    await knop('Reactie vastleggen').click()
    await page.getByText('“Het gaat mij te snel”').waitFor()

    await tab('Bespreken')
    await page.getByLabel('Op welke dag is het plan besproken?').fill(today)
    await page.getByLabel('Wat is er besproken?').fill('Het gaat de goede kant op')
    await page.getByRole('radio', { name: 'Doorgaan met dit plan' }).check()
    await page.getByLabel('Uiterlijk weer bespreken op').fill(later.split('-').reverse().join('-'))
    await knop('Bespreking vastleggen').click()
    await page.getByText('De bespreking is vastgelegd.').waitFor()
    await desk.expectAccessible()
    await page.setViewportSize({ width: widths.smal, height: 800 })
    await desk.expectAccessible()
    await page.setViewportSize({ width: widths.breed, height: 800 })

    await desk.go('/ondersteuningsplannen?van=organisatie')
    await page.getByRole('link', { name: 'Noor Plan' }).waitFor()
    await desk.expectAccessible()

    const loket = await onderdak.open('loket', 'toegangsmedewerker')
    await loket.go(`/clienten/${persoonId}?tab=plan`)
    await loket.page.getByText('“Ik wil van mijn schulden af”').waitFor()
    await loket.page.getByText('waarvan 0 van uw organisatie').waitFor()
    await loket.expectAccessible()
  }, 240_000)
})
