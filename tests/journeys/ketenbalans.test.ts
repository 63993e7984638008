import { readFile, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { todayOf } from '../../src/platform/clock.ts'
import { addDays, addMonths, type PlainDate } from '../../src/shared/plain-date.ts'
import { widths } from '../browser/harness.ts'
import { legFeitenVast } from '../given/balans.ts'
import { givenLangeKeten } from '../given/keten.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

// The books of last month as a programmamanager sees them: what closes, what does not, and the region in one picture.

const onderdak = useOnderdak()
const beeld = process.env.ONDERDAK_SCHERMEN

const kijk = async ({ page }: Desk, naam: string) => {
  if (beeld) await page.screenshot({ path: `${beeld}/${naam}.png`, fullPage: true })
}

async function bewaar({ page }: Desk, knop: RegExp) {
  const wacht = page.waitForEvent('download')
  await page.getByRole('button', { name: knop }).click()
  return readFile((await (await wacht).path())!)
}

beforeAll(async () => {
  const { platform, regio, database } = onderdak
  await givenLangeKeten(platform, regio)
  const today: PlainDate = todayOf(platform.clock)
  const maand = addMonths(`${today.slice(0, 7)}-01`, -1)
  const { rows: producten } = await database.login.query<{ id: string }>(
    'select id from onderdak.product where regio_id = $1 order by naam limit 3',
    [regio.regioId],
  )
  const verblijf = (
    product: number,
    van: PlainDate | null,
    tot: PlainDate | null,
    bestemming = 'zelfstandig',
  ) => ({
    regio_id: regio.regioId,
    sleutel: platform.newId(),
    pseudoniem: platform.newId(),
    is_hoofd: true,
    soort: 'regulier',
    product_id: producten[product]!.id,
    aanbieder_id: regio.organisaties.aanbieder,
    van,
    tot,
    ...(tot && { eindreden: 'eigen_keuze', bestemming }),
  })
  const veel = (aantal: number, ...wat: Parameters<typeof verblijf>) =>
    Array.from({ length: aantal }, () => verblijf(...wat))
  await legFeitenVast(database.login, 'feit_verblijf', [
    ...veel(40, 0, addDays(maand, -40), null),
    ...veel(22, 0, addDays(maand, -40), addDays(maand, 9)),
    ...veel(11, 0, addDays(maand, -40), addDays(maand, 12), 'familie'),
    ...veel(25, 0, addDays(maand, 4), null),
    ...veel(60, 1, addDays(maand, -40), null),
    ...veel(14, 1, addDays(maand, 3), null),
    ...veel(9, 1, addDays(maand, -40), addDays(maand, 20), 'familie'),
    ...veel(30, 2, addDays(maand, -40), null),
    ...veel(3, 2, addDays(maand, 3), null),
    verblijf(1, null, addDays(maand, 5)),
  ])
}, 240_000)

describe.each([['breed', widths.breed] as const, ['smal', widths.smal] as const])(
  'de ketenbalans op een scherm: %s',
  (maat, width) => {
    it('laat zien wat sluit en wat niet, wie het kan herstellen, en de stroom door de keten', async () => {
      const desk = await onderdak.open('centrumgemeente', 'programmamanager', width)
      await desk.go('/ketenbalans')
      await desk.page.getByText('Sluit niet').first().waitFor()
      await desk.page.getByText('Het begin ontbreekt of ligt na het einde').first().waitFor()
      await desk.page.getByText(/Meest erin: Van buiten de keten naar/).waitFor()
      await desk.expectAccessible()
      await kijk(desk, `ketenbalans-${maat}`)
      await desk.page.getByText('Grafiek bewaren').click()
      const svg = await bewaar(desk, /^Als SVG.*Stroom door de keten/)
      expect(svg.toString('utf8')).toMatch(
        /<title>Stroom door de keten<\/title><desc>Meest erin: .*Bron: verblijven/,
      )
      const png = await bewaar(desk, /^Als PNG.*Stroom door de keten/)
      // Twice the size of the drawing, so that it stays sharp on paper.
      expect([png.subarray(1, 4).toString('latin1'), png.readUInt32BE(16)]).toEqual(['PNG', 1920])
      if (beeld) await writeFile(`${beeld}/stroom-${maat}.png`, png)
      await desk.page.getByLabel('Boek', { exact: true }).selectOption('wachtlijst')
      await desk.page.getByRole('heading', { name: 'Dertien maanden' }).waitFor()
      expect(await desk.page.getByRole('heading', { name: 'Stroom door de keten' }).count()).toBe(0)
      await desk.page.getByLabel('Boek', { exact: true }).selectOption('in_beeld')
      await desk.page.getByLabel('Splits naar').selectOption('cel')
      await desk.expectAccessible()
      await desk.close()
    }, 300_000)
  },
)
