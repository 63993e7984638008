import { describe, expect, it } from 'vitest'
import { createHuishouden, registerPersoon } from '../../src/modules/persoon/server/commands.ts'
import { dutchDateOf, formatShort } from '../../src/shared/plain-date.ts'
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

describe('de veiligheid van ieder lid van een gezin', () => {
  it.each(Object.values(widths))(
    'staat bij het huishouden, voor ieder apart, en alleen voor wie dat mag zien (%i px)',
    async (width) => {
      const desk = await onderdak.open('loket', 'toegangsmedewerker', width)
      const achternaam = `Veilinga${width}`
      const [moeder] = await workAs(onderdak.platform, desk.vrager, async (work) => {
        const ids = []
        for (const roepnaam of ['Mara', 'Kees'])
          ids.push(accepted(await registerPersoon(work, { ...eenPersoon, roepnaam, achternaam })).id)
        const leden = [{ persoonId: ids[1]!, rol: 'kind' as const }]
        accepted(await createHuishouden(work, { persoonId: ids[0]!, leden, op: work.today }))
        return ids
      })
      const { page } = desk
      await desk.go(`/clienten/${moeder}`)
      await page.getByRole('tab', { name: 'Huishouden' }).click()
      const lijst = page.getByRole('list', { name: 'Veiligheid per persoon' })
      await page.getByText(`Veiligheid van Kees ${achternaam} vastleggen`).click()
      await page.getByRole('radio', { name: 'Onveilig', exact: true }).check()
      await page.getByLabel('Vanaf welke dag?').fill(formatShort(dutchDateOf(onderdak.platform.clock.now())))
      await page.getByLabel('Waaruit blijkt dat?').fill('De school maakt zich zorgen.')
      await desk.expectAccessible()
      await page.getByRole('button', { name: 'Veiligheid vastleggen' }).click()
      await page.getByText(`De veiligheid van Kees ${achternaam} is vastgelegd.`).waitFor()
      const kind = lijst.getByRole('listitem').filter({ hasText: `Kees ${achternaam}` })
      await kind.getByText('Onveilig', { exact: true }).waitFor()
      await kind.getByText(/vastgelegd door Proef toegangsmedewerker loket, Regionaal loket/).waitFor()
      await lijst
        .getByRole('listitem')
        .filter({ hasText: `Mara ${achternaam}` })
        .getByText('Nog niet vastgelegd')
        .waitFor()
      await desk.expectAccessible()
      const map = process.env.ONDERDAK_SCHERMEN
      if (map) await page.screenshot({ path: `${map}/veiligheid-${width}.png`, fullPage: true })

      const ander = await onderdak.open('loket', 'wachtlijstbeheerder', width)
      await ander.go(`/clienten/${moeder}`)
      await ander.page.getByRole('tab', { name: 'Huishouden' }).click()
      await ander.page.getByRole('link', { name: `Kees ${achternaam}` }).waitFor()
      expect(await ander.page.getByRole('list', { name: 'Veiligheid per persoon' }).count()).toBe(0)
    },
    120_000,
  )
})

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
