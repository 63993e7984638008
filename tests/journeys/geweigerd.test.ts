import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, formatShort, type PlainDate } from '../../src/shared/plain-date.ts'
import { useOnderdak } from './onderdak.ts'
import { recordMelding, recordTriage } from './stappen.ts'

const onderdak = useOnderdak()
const begin: PlainDate = '2026-03-02'

beforeAll(() => onderdak.setDay(begin))

describe('wie niet wordt toegelaten, raakt niet uit beeld', () => {
  it('een weigering met wie weigerde, waarom en wat er is aangeboden komt na 7, 30 en 90 dagen op Vandaag', async () => {
    const desk = await onderdak.open('loket', 'toegangsmedewerker')
    await recordMelding(desk, { roepnaam: 'Omar', achternaam: 'Zonderling', slaapplek: 'Ja' })
    await recordTriage(desk)
    const { page } = desk
    await page.getByRole('tab', { name: 'Besluit' }).click()
    await page.getByRole('radio', { name: 'Niet toegelaten' }).check()
    await page.getByRole('radio', { name: 'De toegang' }).check()
    await page.getByLabel('Reden', { exact: true }).selectOption({ label: 'Kan het zelf oplossen, met hulp' })
    await page
      .getByLabel('Wat is in plaats daarvan aangeboden?')
      .fill('Hulp bij inschrijven voor een woning.')
    await page.getByLabel('Motivering').fill('Kan bij zijn zus blijven.')
    await page.getByRole('button', { name: 'Besluit vastleggen' }).click()
    await page.getByText('Het besluit is vastgelegd.').waitFor()
    for (const text of ['Kan het zelf oplossen, met hulp', 'Hulp bij inschrijven voor een woning.'])
      await page.getByText(text).first().waitFor()
    await desk.close()

    for (const [na, isLaatste] of [
      [7, false],
      [30, false],
      [90, true],
    ] as const) {
      onderdak.setDay(addDays(begin, na - 1))
      const eerder = await onderdak.open('loket', 'toegangsmedewerker')
      await eerder.go('/')
      expect(await eerder.page.getByRole('region', { name: /Nakijken hoe het gaat/ }).count(), `${na}`).toBe(
        0,
      )
      await eerder.close()

      onderdak.setDay(addDays(begin, na))
      const later = await onderdak.open('loket', 'toegangsmedewerker')
      await later.go('/')
      const blok = later.page.getByRole('region', { name: /Nakijken hoe het gaat/ })
      await later.expectAccessible()
      await blok.getByRole('link', { name: /Omar Zonderling/ }).click()
      await later.page.getByRole('tab', { name: 'Vervolg' }).click()
      await later.page
        .getByRole('button', { name: /^Vastleggen hoe het gaat/ })
        .first()
        .click()
      await later.page.getByLabel('Wanneer heeft u dit nagekeken?').fill(formatShort(addDays(begin, na)))
      await later.page.getByRole('radio', { name: 'Ongewijzigd' }).check()
      if (isLaatste) {
        await later.page.getByLabel('Wat gebeurt er nu?').fill('Het wijkteam houdt contact.')
        await later.page.getByLabel('Uiterlijk op').fill('1-7-2026')
      }
      await later.expectAccessible()
      await later.page.getByRole('button', { name: 'Opslaan', exact: true }).click()
      await later.page.getByText('Vastgelegd hoe het gaat.').waitFor()
      await later.go('/')
      expect(await blok.count()).toBe(0)
      await later.close()
    }
  }, 300_000)
})
