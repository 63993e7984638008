import { describe, expect, it } from 'vitest'
import { closeMelding, decideMelding, recordTriage } from '../../src/modules/melding/server/commands.ts'
import { widths } from '../browser/harness.ts'
import { givenMelding } from '../given/melding.ts'
import { accepted, workAs } from '../given/platform.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

async function look(desk: Desk, naam: string, width: number) {
  await desk.expectAccessible()
  const map = process.env.ONDERDAK_SCHERMEN
  if (map) await desk.page.screenshot({ path: `${map}/${naam}-${width}.png`, fullPage: true })
}

describe('wie terugkwam en wie niet werd toegelaten', () => {
  it('de lijst leidt naar het dossier, de werklijst filtert op de route voor EU-burgers, en de cijfers kloppen op elke breedte', async () => {
    const loket = await onderdak.open('loket', 'toegangsmedewerker')
    const { platform } = onderdak
    const eerste = await givenMelding(platform, loket.vrager)
    const tweede = await givenMelding(platform, loket.vrager, { persoonId: eerste.persoonId })
    const ander = await givenMelding(platform, loket.vrager, { persoonId: null })
    await workAs(platform, loket.vrager, async (work) => {
      for (const { id } of [tweede, ander])
        accepted(
          await recordTriage(work, {
            meldingId: id,
            uitkomst: id === ander.id ? 'advies' : 'eu_terugkeer',
            toelichting: 'Uitgelegd.',
          }),
        )
      accepted(
        await closeMelding(work, {
          meldingId: tweede.id,
          reden: 'advies_gegeven',
          volgendeStap: 'Nabellen',
          volgendeStapOp: work.today,
        }),
      )
      accepted(
        await decideMelding(work, {
          meldingId: ander.id,
          uitkomst: 'geweigerd',
          zijde: 'toegang',
          reden: 'zelfredzaam',
          aangebodenAlternatief: 'Wijkteam',
          motivering: 'Redt zich.',
        }),
      )
    })
    const { page } = loket
    await loket.go('/meldingen?triageUitkomst=eu_terugkeer')
    await page.getByRole('link', { name: tweede.nummer }).waitFor()
    expect(await page.getByRole('link', { name: eerste.nummer }).count()).toBe(0)
    for (const width of Object.values(widths)) {
      await page.setViewportSize({ width, height: 900 })
      await loket.go('/terugkeer')
      await look(loket, 'terugkeer', width)
      await loket.go('/meldingen')
      await look(loket, 'werklijst', width)
    }
    await loket.go('/terugkeer')
    await page.getByRole('link', { name: 'Noor Voorbeeld' }).click()
    await page.getByRole('heading', { level: 1, name: /Noor Voorbeeld/ }).waitFor()

    const beleid = await onderdak.open('centrumgemeente', 'programmamanager')
    for (const width of Object.values(widths)) {
      await beleid.page.setViewportSize({ width, height: 900 })
      for (const [tab, tel] of [
        ['weigeringen', 'gemeente'],
        ['eu-route', 'samen'],
        ['terugkeer', 'samen'],
      ]) {
        await beleid.go(`/cijfers?tab=${tab}&tel=${tel}`)
        await beleid.page
          .getByRole('cell', { name: 'niet getoond' })
          .or(beleid.page.getByText('niet getoond'))
          .first()
          .waitFor()
        const { x, width: breed } = (await beleid.page.getByRole('tab', { selected: true }).boundingBox())!
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x + breed).toBeLessThanOrEqual(width)
        await look(beleid, `cijfers-${tab}`, width)
      }
    }
    const periode = beleid.page.getByLabel('Periode', { exact: true })
    await periode.selectOption({ label: '2026' })
    await beleid.page.getByText('Van 1 januari 2026').waitFor()
    expect(await periode.locator('option').allInnerTexts()).toEqual([
      'Laatste 13 maanden',
      '2026',
      '2025',
      '2024',
      '2023',
      '2022',
      '2021',
    ])
  }, 240_000)
})
