import { describe, expect, it } from 'vitest'
import { recordTriage } from '../../src/modules/melding/server/commands.ts'
import { startDirectVerblijf } from '../../src/modules/verblijf/server/commands.ts'
import { todayOf } from '../../src/platform/clock.ts'
import { addDays, formatShort } from '../../src/shared/plain-date.ts'
import { widths } from '../browser/harness.ts'
import { givenMelding } from '../given/melding.ts'
import { accepted, workAs } from '../given/platform.ts'
import { givenLocatie, givenProduct } from '../given/plek.ts'
import { useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()
const beeld = process.env.ONDERDAK_SCHERMEN

/** A mother with code oranje who came to the house four days ago, and nobody made a plan. */
async function givenBewoner(): Promise<string> {
  const { platform, regio } = onderdak
  const vo = await regio.als('vrouwenopvang', 'vo_medewerker')
  const productId = await givenProduct(platform, regio, { naam: 'Opvang na huiselijk geweld', domein: 'VO' })
  const { plekIds } = await givenLocatie(platform, regio, {
    organisatie: 'vrouwenopvang',
    productId,
    voorziening: { domein: 'VO' },
    locatie: { isGeheim: true, naam: 'Huis Vlinder' },
    plekken: [{}],
  })
  const melding = await givenMelding(platform, vo, { domein: 'VO' })
  await workAs(platform, vo, async (work) => {
    accepted(
      await recordTriage(work, {
        meldingId: melding.id,
        domein: 'VO',
        voCode: 'oranje',
        uitkomst: 'onderzoek',
        toelichting: 'Niet veilig thuis (verzonnen)',
        rechtmatigVerblijf: 'ja',
        voGeweldAfhankelijk: true,
        voThuisOnveilig: true,
      } as never),
    )
    accepted(
      await startDirectVerblijf(work, {
        persoonId: melding.persoonId!,
        plekId: plekIds[0]!,
        op: addDays(work.today, -4),
        soort: 'regulier',
      }),
    )
  })
  return melding.persoonId!
}

describe('de vrouwenopvang op het scherm', () => {
  it('van Vandaag naar route, veiligheidsplan, systeem en belangenconflict', async () => {
    const persoonId = await givenBewoner()
    const desk = await onderdak.open('vrouwenopvang', 'vo_medewerker')
    const { page } = desk
    const kijk = async (naam: string) => {
      if (beeld) await page.screenshot({ path: `${beeld}/${naam}.png`, fullPage: true })
    }
    const today = todayOf(onderdak.platform.clock)
    await desk.go('/')
    await page.getByText('Veiligheidsplan maken of bespreken').waitFor()
    await page.getByText('Nog geen veiligheidsplan').waitFor()

    await desk.go(`/clienten/${persoonId}`)
    await page.getByRole('tab', { name: 'Verblijf' }).click()
    await page.getByText('Er is nog geen veiligheidsplan').waitFor()
    await kijk('verblijf')
    await page.getByText('Route kiezen').click()
    await page.getByRole('radio', { name: 'Noodbed elders in het land' }).check()
    await page.getByRole('button', { name: 'Route vastleggen' }).click()
    await page
      .getByText(/Code oranje is niet acuut/)
      .first()
      .waitFor()
    await kijk('geweigerd')
    await page.getByRole('radio', { name: 'Plek in de eigen gemeenten' }).check()
    await page.getByRole('button', { name: 'Route vastleggen' }).click()
    await page.getByText('De route is gekozen. Regel nu een plek.').waitFor()
    await desk.expectAccessible()

    await page.getByText('Veiligheidsplan maken', { exact: true }).click()
    await page.getByLabel('Gemaakt op').fill(formatShort(today))
    await page.getByRole('radio', { name: 'Ja' }).check()
    await page.getByLabel('Waar komt de dreiging vandaan?').fill('Ex-partner (verzonnen)')
    await page.getByLabel('Waaraan ziet u dat het misgaat?').fill('Onbekende nummers bellen')
    await page.getByLabel('Wat is er afgesproken?').fill('Niet alleen naar buiten')
    await page.getByLabel('Wie wordt er gebeld?').fill('De wacht')
    await page.getByLabel('Wanneer bespreekt u het opnieuw?').fill(formatShort(addDays(today, 28)))
    await page.getByRole('button', { name: 'Veiligheidsplan vastleggen' }).click()
    await page.getByText('Het veiligheidsplan is vastgelegd.').waitFor()

    await page.getByText('Nieuw systeem beginnen').click()
    await page.getByRole('radio', { name: 'Slachtoffer' }).check()
    await page.getByRole('button', { name: 'Systeem beginnen' }).click()
    await page.getByText(/De koppelcode is VO-/).waitFor()
    await page.getByText('1 slachtoffer', { exact: true }).waitFor()
    await desk.expectAccessible()
    await kijk('klaar')

    await page.getByRole('tab', { name: 'Delen' }).click()
    await page.getByText('Belangenconflict vastleggen').click()
    await page.getByRole('radio', { name: 'Een hele organisatie' }).check()
    await page.getByLabel('Organisatie', { exact: true }).selectOption({ label: 'Aanbieder Zuid' })
    await page.getByLabel('Waarom?').selectOption({ label: 'Familie of bekende van de pleger' })
    await page.getByRole('button', { name: 'Blokkade vastleggen' }).click()
    await page.getByText('Ziet niets').waitFor()
    await desk.expectAccessible()
    await kijk('conflict')

    await desk.go('/')
    expect(await page.getByText('Nog geen veiligheidsplan').count()).toBe(0)
    await desk.close()
  }, 300_000)

  it('de meldcode gaat zonder naam, en past op een telefoon net als het dossier', async () => {
    const desk = await onderdak.open('aanbieder', 'aanbieder_begeleider', widths.smal)
    const { page } = desk
    await desk.go('/meldcode')
    await page.getByRole('button', { name: 'Meldcode beginnen' }).click()
    await page.getByText('U bent begonnen met de meldcode.').waitFor()
    await page.getByRole('radio', { name: 'Breng de signalen in kaart' }).check()
    await page.getByRole('button', { name: 'Stap afvinken' }).click()
    await page.getByText('De stap is afgevinkt.').waitFor()
    await desk.expectAccessible()
    if (beeld) await page.screenshot({ path: `${beeld}/meldcode-smal.png`, fullPage: true })
    await page.getByRole('button', { name: 'Deze lijst wissen' }).click()
    await page.getByText('U heeft nu geen meldcode lopen.').waitFor()
    await desk.close()

    const persoonId = await givenBewoner()
    const smal = await onderdak.open('vrouwenopvang', 'vo_medewerker', widths.smal)
    await smal.go(`/clienten/${persoonId}`)
    await smal.page.getByRole('tab', { name: 'Verblijf' }).click()
    await smal.page.getByText('Er is nog geen veiligheidsplan').waitFor()
    await smal.expectAccessible()
    if (beeld) await smal.page.screenshot({ path: `${beeld}/verblijf-smal.png`, fullPage: true })
    await smal.close()
  }, 300_000)
})
