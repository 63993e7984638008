import { beforeAll, describe, expect, it } from 'vitest'
import { formatShort } from '../../src/shared/plain-date.ts'
import { givenLangeKeten } from '../given/keten.ts'
import { workAs } from '../given/platform.ts'
import {
  aanvaard,
  aanvaardWoning,
  biedWoningAan,
  blokVan,
  kijkVoorwaardenNa,
  look,
  ontvang,
  openDossier,
  openForm,
  spreekNazorgAf,
  verhuis,
  vertrek,
  vraagDoorstroom,
  vraagUrgentie,
  vraagWoning,
} from './keten-stappen.ts'
import { type Desk, useOnderdak } from './onderdak.ts'
import { completeOnderzoek, decideToelaten, recordMelding, recordTriage } from './stappen.ts'

// From crisisopvang to a home, a terugval and home again, each day at the desk of who works that day.

const onderdak = useOnderdak()
const naam = 'Mo Haven'
let persoonId: string
let trajectPad: string

beforeAll(async () => {
  onderdak.setDay('2026-01-05')
  await givenLangeKeten(onderdak.platform, onderdak.regio)
})

const loketOp = (dag: string) => deskOp(dag, 'loket', 'toegangsmedewerker')
const kadeOp = (dag: string) => deskOp(dag, 'aanbieder', 'aanbieder_planner')
const singelOp = (dag: string) => deskOp(dag, 'andereAanbieder', 'aanbieder_planner')
async function deskOp(dag: string, organisatie: Parameters<typeof onderdak.open>[0], rol: string) {
  onderdak.setDay(dag)
  return onderdak.open(organisatie, rol)
}

/** The newest stay of the client, as its page is addressed. */
const verblijfId = () =>
  workAs(onderdak.platform, onderdak.regio.systeem, async (work) => {
    const { id } = await work.db
      .selectFrom('verblijf')
      .select('id')
      .where('persoon_id', '=', persoonId)
      .orderBy('begonnen_op', 'desc')
      .executeTakeFirstOrThrow()
    return id
  })

/** The page of the traject that runs; it must stay the same one. */
async function openTraject(desk: Desk): Promise<void> {
  await desk.go(`/clienten/${persoonId}`)
  await desk.page.getByRole('link', { name: 'Traject bijwerken' }).click()
  await desk.page.getByRole('heading', { name: `Traject van ${naam}` }).waitFor()
  const pad = new URL(desk.page.url()).pathname
  trajectPad ??= pad
  expect(pad).toBe(trajectPad)
}

describe('van crisisopvang naar huis, met een terugval, op het scherm', () => {
  it('het loket legt een melding vast en geeft vannacht een plek', async () => {
    const desk = await loketOp('2026-01-05')
    const { page } = desk
    await recordMelding(desk, {
      roepnaam: 'Mo',
      achternaam: 'Haven',
      slaapplek: 'Nee',
      herkomst: 'Vlaardingen',
    })
    const meldingPad = new URL(page.url()).pathname
    await recordTriage(desk)
    await page.getByRole('link', { name: 'Spoedplaatsing vastleggen' }).click()
    await page.getByLabel('Plek', { exact: true }).selectOption({ label: 'Kadehuis, Plek 1 (Crisisopvang)' })
    await look(desk, 'keten-1-spoed')
    await page.getByRole('button', { name: 'Plaatsen' }).click()
    await page.getByText('Spoedplaatsing vastgelegd. De melding loopt door.').waitFor()
    await desk.go(meldingPad)
    await completeOnderzoek(desk, formatShort('2026-01-05'))
    await decideToelaten(desk, 'Crisisopvang')
    persoonId = await workAs(onderdak.platform, onderdak.regio.systeem, async (work) => {
      const row = await work.db
        .selectFrom('persoon')
        .select('id')
        .where('achternaam', '=', 'Haven')
        .executeTakeFirstOrThrow()
      return row.id
    })
    await openTraject(desk)
    await desk.close()
  }, 300_000)

  it('vier weken voor de twaalf weken om zijn staat het op Vandaag, bij aanbieder en loket', async () => {
    const eerder = await kadeOp('2026-03-01')
    await eerder.go('/')
    expect(await eerder.page.getByText('het maximum komt eraan').count()).toBe(0)
    await eerder.close()
    const kade = await kadeOp('2026-03-02')
    await kade.go('/')
    const blok = blokVan(kade, 'Verblijf bijna of al te lang')
    await blok.getByText('Kadehuis: het maximum komt eraan').waitFor()
    await look(kade, 'keten-2-vandaag-aanbieder')
    await kade.close()
    const loket = await loketOp('2026-03-02')
    await loket.go('/')
    await blokVan(loket, 'Verblijf bijna of al te lang').getByRole('link', { name: naam }).click()
    await loket.page.getByText('Nog 28 dagen').first().waitFor()
    await vraagDoorstroom(loket, {
      persoonId,
      product: 'Tussenvoorziening',
      locatie: 'Singelhof',
      dag: '2026-03-09',
    })
    await loket.close()
  }, 300_000)

  it('de andere aanbieder ontvangt in de tussenvoorziening; het verblijf ervoor eindigt vanzelf', async () => {
    const eerst = await singelOp('2026-03-03')
    await aanvaard(eerst, naam)
    await eerst.close()
    const desk = await singelOp('2026-03-09')
    await ontvang(desk, naam)
    await look(desk, 'keten-3-verblijf')
    await desk.close()
    const kade = await kadeOp('2026-03-09')
    await kade.go('/verblijven')
    const rijen = await kade.page.getByRole('row').filter({ hasText: naam }).allTextContents()
    expect(rijen.filter((rij) => rij.includes('Kadehuis'))).toEqual([])
    await kade.close()
  }, 300_000)

  it('voorwaarden, één-route en een woning van een corporatie', async () => {
    const desk = await singelOp('2026-05-04')
    await kijkVoorwaardenNa(desk, persoonId)
    await vraagUrgentie(desk, {
      soort: /^Eén-route/,
      grond: 'Doorstroom vanuit opvang of instelling',
      dag: '2026-05-04',
      geldigTot: '2026-11-04',
    })
    await vraagWoning(desk, persoonId)
    await desk.close()
    onderdak.setDay('2026-05-06')
    const corporatie = await onderdak.open('corporatie', 'corporatie_medewerker', 320)
    await biedWoningAan(corporatie, 'M.H.')
    await corporatie.close()
    const weer = await singelOp('2026-05-07')
    await aanvaardWoning(weer, naam, '2026-05-07')
    await look(weer, 'keten-4-uitstroom')
    await weer.close()
  }, 300_000)

  it('de sleutel: contract, vertrek, uitstroom afgerond en nazorg afgesproken', async () => {
    const desk = await singelOp('2026-06-15')
    await verhuis(desk, {
      persoonId,
      verblijfId: await verblijfId(),
      route: 'Eén-route-regeling',
      dag: '2026-06-15',
    })
    await desk.page.getByText('De uitstroom is afgerond. Bij een nieuw verblijf').waitFor()
    expect(await desk.page.getByText('Niet bekeken').count()).toBe(0)
    await look(desk, 'keten-5-afgerond')
    await desk.go('/')
    await blokVan(desk, 'Vertrokken zonder afspraak over nazorg').getByRole('link', { name: naam }).waitFor()
    await spreekNazorgAf(desk, { persoonId, knop: 'Nazorg regelen', tot: '2027-06-01' })
    await desk.close()
  }, 300_000)

  it('waakvlam op de dag zelf; bij terugval start de hulp zonder nieuwe melding', async () => {
    const desk = await singelOp('2026-07-13')
    const { page } = desk
    await desk.go('/')
    await blokVan(desk, 'Contact houden na vertrek').getByRole('link', { name: naam }).click()
    await page.getByRole('tab', { name: 'Nazorg', exact: true }).click()
    await openForm(desk, 'Contact vastleggen')
    await page.getByRole('button', { name: 'Vandaag' }).first().click()
    await page.getByRole('radio', { name: 'Telefoon' }).check()
    await page.getByRole('radio', { name: 'Gaat goed' }).check()
    await page.getByRole('button', { name: 'Contact vastleggen' }).click()
    await page.getByText('Het contact is vastgelegd.').waitFor()
    await desk.close()

    const later = await singelOp('2026-08-10')
    await openDossier(later, persoonId, 'Nazorg')
    await openForm(later, 'Actieve hulp starten')
    await later.page.getByRole('button', { name: 'Vandaag' }).first().click()
    await later.page.getByLabel('Wat is er aan de hand?').fill('Komt niet meer buiten')
    await later.page.getByLabel('Volgende stap').fill('Langsgaan')
    await later.page.getByLabel('Uiterlijk op').fill(formatShort('2026-08-10'))
    await later.page.getByRole('button', { name: 'Actieve hulp starten' }).click()
    await later.page.getByText('De actieve hulp is gestart.').waitFor()
    await openTraject(later)
    await later.page.getByText('Terugval', { exact: true }).first().waitFor()
    await later.close()
  }, 300_000)

  it('een time-outplek, weer naar huis en opnieuw nazorg, in hetzelfde traject', async () => {
    const loket = await loketOp('2026-08-12')
    const { page } = loket
    await openDossier(loket, persoonId, 'Nazorg')
    await page.getByRole('link', { name: 'Time-outplek boeken' }).click()
    await page.getByRole('radio', { name: /Rustpunt, Plek 1/ }).check()
    await page.getByRole('button', { name: 'Vandaag' }).click()
    await page.getByLabel('Tot wanneer, naar verwachting?').fill(formatShort('2026-08-24'))
    await page.getByLabel('Wat is er aan de hand?').fill('Even rust')
    await page.getByLabel('Volgende stap').fill('Elke dag bellen')
    await page.getByLabel('Uiterlijk op').fill(formatShort('2026-08-13'))
    await page.getByRole('button', { name: 'Plek boeken' }).click()
    await page.getByText('De time-outplek is geboekt.').waitFor()
    await openTraject(loket)
    await look(loket, 'keten-6-time-out')
    await loket.close()
    const kade = await kadeOp('2026-08-24')
    await vertrek(kade, await verblijfId(), '2026-08-26')
    await kade.close()
    const singel = await singelOp('2026-08-24')
    await spreekNazorgAf(singel, { persoonId, knop: 'Opnieuw nazorg regelen', tot: '2027-06-01' })
    await singel.close()
  }, 300_000)

  it('één traject, één tijdlijn, niets meer open', async () => {
    const desk = await loketOp('2026-09-01')
    const { page } = desk
    await openTraject(desk)
    expect(await page.getByText('Teruggekomen na vertrek').count()).toBe(0)
    await page.getByText(/^Proef toegangsmedewerker loket, Regionaal loket: sinds/).waitFor()
    await look(desk, 'keten-7-traject')
    await desk.go(`/clienten/${persoonId}`)
    const meer = page.getByRole('button', { name: 'Meer laten zien' })
    await meer.waitFor()
    while (await meer.count()) {
      const voor = await page.locator('.od-tijdlijn li').count()
      await meer.click()
      await expect.poll(() => page.locator('.od-tijdlijn li').count()).toBeGreaterThan(voor)
    }
    await page.getByText('Verblijf begonnen: tussenvoorziening').waitFor()
    await page.getByText('Spoedplaatsing: crisisopvang').waitFor()
    await look(desk, 'keten-8-tijdlijn')
    await page.getByRole('tab', { name: 'Verblijf', exact: true }).click()
    await look(desk, 'keten-9-verblijven')
    await desk.go('/verblijven')
    expect(await page.getByRole('link', { name: naam }).count()).toBe(0)
    await desk.close()
  }, 300_000)
})
