import { describe, it } from 'vitest'
import { openInNood } from '../../src/modules/persoon/server/aansluit-commands.ts'
import { givenPersoon } from '../given/persoon.ts'
import { accepted, workAs } from '../given/platform.ts'
import { useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

describe('een dossier dat in nood is geopend', () => {
  it('staat meteen op Vandaag van de privacy officer, die het beoordeelt', async () => {
    const { platform, regio } = onderdak
    const desk = await onderdak.open('centrumgemeente', 'privacy_officer', 320)
    const { page } = desk
    await desk.go('/')
    await page.getByText('Niets te doen vandaag').waitFor()
    const wie = { achternaam: 'Noodgeval', geboortedatum: '1990-09-09' }
    await givenPersoon(platform, await regio.als('aanbieder', 'aanbieder_planner'), wie)
    accepted(
      await workAs(platform, await regio.als('loket', 'toegangsmedewerker'), (work) =>
        openInNood(work, { ...wie, reden: 'Is bewusteloos binnengebracht.' }),
      ),
    )
    await desk.go('/')
    await page.getByText(/^Opende om \d\d:\d\d een dossier in nood$/).waitFor()
    await desk.expectAccessible()
    await page.getByRole('link', { name: 'Proef toegangsmedewerker loket (Regionaal loket)' }).click()
    await page.getByRole('button', { name: 'Beoordelen' }).click()
    await page.getByText('Reden bij het openen: Is bewusteloos binnengebracht.').waitFor()
    await page
      .getByRole('radiogroup', { name: 'Was het openen terecht?' })
      .getByRole('radio', { name: 'Ja, terecht', exact: true })
      .check()
    await page.getByRole('button', { name: 'Oordeel vastleggen' }).click()
    await page.getByText('Niets te beoordelen').waitFor()
    await desk.expectAccessible()
    await desk.go('/noodprocedures?stand=alle')
    await page.getByText('door Proef privacy_officer centrumgemeente').waitFor()
    await desk.expectAccessible()
    await desk.go('/')
    await page.getByText('Niets te doen vandaag').waitFor()
  }, 120_000)
})
