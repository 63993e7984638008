import { describe, expect, it } from 'vitest'
import { registerPersoon } from '../../src/modules/persoon/server/commands.ts'
import { widths } from '../browser/harness.ts'
import { eenPersoon } from '../given/melding.ts'
import { accepted, workAs } from '../given/platform.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

async function typeGezin({ page }: Desk, achternaam: string, geboren: string): Promise<void> {
  await page.getByRole('radio', { name: /^Een nieuwe cliënt/ }).check()
  await page.getByLabel('Roepnaam').fill('Robin')
  await page.getByLabel('Achternaam').fill(achternaam)
  await page.getByLabel('Geboortedatum', { exact: true }).fill(geboren)
  await page.getByRole('button', { name: 'Gezinslid toevoegen' }).click()
  const lid = page.getByRole('group', { name: 'Gezinslid 1' })
  await lid.getByRole('radio', { name: 'Partner', exact: true }).check()
  await lid.getByLabel('Roepnaam').fill('Sam')
  await lid.getByLabel('Geboortedatum').fill('1-5-1990')
}

describe('een gezin vastleggen', () => {
  it.each([
    [widths.breed, '12-5-1988'],
    [widths.smal, '3-4-1979'],
  ] as const)(
    'wie al een dossier heeft, wordt getoond met waarom en komt daarmee mee (%i px)',
    async (width, geboren) => {
      const achternaam = `Vermeulen${width}`
      const desk = await onderdak.open('loket', 'toegangsmedewerker', width)
      const { id: sam } = accepted(
        await workAs(onderdak.platform, desk.vrager, (work) =>
          registerPersoon(work, { ...eenPersoon, roepnaam: 'Sam', achternaam, geboortedatum: '1990-05-01' }),
        ),
      )
      const { page } = desk
      await desk.go('/meldingen/nieuw')
      await typeGezin(desk, achternaam, geboren)
      const lid = page.getByRole('group', { name: 'Gezinslid 1' })
      await lid
        .getByText(/dezelfde geboortedatum/)
        .first()
        .waitFor()
      await page.getByLabel('Wat is er aan de hand?').fill('Wij kunnen nergens meer slapen.')
      await page
        .getByRole('radiogroup', { name: 'Is er vannacht een slaapplek?' })
        .getByRole('radio', { name: 'Ja' })
        .check()
      await page.getByRole('button', { name: 'Melding vastleggen' }).click()
      await page.getByRole('link', { name: /Kies een gevonden dossier/ }).waitFor()
      await desk.expectAccessible()
      await lid
        .getByRole('button', { name: /^Kies het dossier van/ })
        .first()
        .click()
      await lid.getByText('heeft al een dossier en komt daarmee mee').waitFor()
      await page.getByRole('button', { name: 'Melding vastleggen' }).click()
      await page.getByRole('heading', { level: 1, name: /^Melding M/ }).waitFor()
      const namen = await workAs(onderdak.platform, desk.vrager, (work) =>
        work.db
          .selectFrom('persoon')
          .select('id')
          .where('achternaam', '=', achternaam)
          .where('roepnaam', '=', 'Sam')
          .execute(),
      )
      expect(namen).toEqual([{ id: sam }])
    },
    120_000,
  )
})
