import { beforeAll, describe, expect, it } from 'vitest'
import { givenLangeKeten, huis } from '../given/keten.ts'
import { workAs } from '../given/platform.ts'
import {
  aanvaardWoning,
  biedWoningAan,
  blokVan,
  kijkVoorwaardenNa,
  look,
  openDossier,
  spreekNazorgAf,
  verhuis,
  vraagUrgentie,
  vraagWoning,
} from './keten-stappen.ts'
import { type Desk, useOnderdak } from './onderdak.ts'
import { recordMelding } from './stappen.ts'

// A mother with two children, code oranje, from the wijkteam to a secret house and a home of their own.

const onderdak = useOnderdak()
const naam = 'Anna Schuil'
let moeder: string
let kinderen: string[]
let meldingPad: string

beforeAll(async () => {
  onderdak.setDay('2026-01-05')
  await givenLangeKeten(onderdak.platform, onderdak.regio)
})

async function deskOp(dag: string, organisatie: Parameters<typeof onderdak.open>[0], rol: string) {
  onderdak.setDay(dag)
  return onderdak.open(organisatie, rol)
}
const voOp = (dag: string) => deskOp(dag, 'vrouwenopvang', 'vo_medewerker')
const wijkteamOp = (dag: string) => deskOp(dag, 'wijkteam', 'toegangsmedewerker')

const idVan = (roepnaam: string) =>
  workAs(onderdak.platform, onderdak.regio.systeem, async (work) => {
    const row = await work.db
      .selectFrom('persoon')
      .select('id')
      .where('achternaam', '=', 'Schuil')
      .where('roepnaam', '=', roepnaam)
      .executeTakeFirstOrThrow()
    return row.id
  })

/** What this page shows tells nothing of the house. */
async function expectGeheim({ page }: Desk): Promise<void> {
  const tekst = await page.locator('body').innerText()
  for (const woord of Object.values(huis)) expect(tekst).not.toContain(woord)
}

describe('van code oranje naar een eigen woning, op het scherm', () => {
  it('het wijkteam meldt en draagt over; daarna is het gezin voor het wijkteam weg', async () => {
    const desk = await wijkteamOp('2026-01-05')
    const { page } = desk
    await recordMelding(desk, {
      roepnaam: 'Anna',
      achternaam: 'Schuil',
      slaapplek: 'Ja',
      herkomst: 'Vlaardingen',
      leden: [
        { rol: 'Kind', roepnaam: 'Bas', geboren: '1-4-2018' },
        { rol: 'Kind', roepnaam: 'Cis', geboren: '1-6-2021' },
      ],
    })
    moeder = await idVan('Anna')
    kinderen = [await idVan('Bas'), await idVan('Cis')]
    meldingPad = new URL(page.url()).pathname
    await page.getByRole('tab', { name: 'Triage' }).click()
    const ja = (vraag: string) =>
      page.getByRole('radiogroup', { name: vraag }).getByRole('radio', { name: 'Ja', exact: true }).check()
    await ja('Is er geweld in een afhankelijkheidsrelatie?')
    await ja('Is het thuis nu niet veilig?')
    await page.getByLabel('Deel van de keten').selectOption({ label: 'Vrouwenopvang' })
    await page.getByRole('radio', { name: /^Oranje/ }).check()
    await page.getByLabel('Rechtmatig verblijf in Nederland?').selectOption('ja')
    await page.getByRole('radio', { name: 'Onderzoek starten' }).check()
    await page.getByLabel('Korte toelichting').fill('Niet veilig thuis.')
    await look(desk, 'keten-vo-1-triage')
    await page.getByRole('button', { name: 'Triage vastleggen' }).click()
    await page.getByText('De triage is vastgelegd.').waitFor()
    await page.getByRole('tab', { name: 'Overdragen' }).click()
    await page.getByText('Met een code van Veilig Thuis ziet u dit gezin daarna niet meer.').waitFor()
    await page.getByLabel('Aan welk loket?').selectOption({ label: 'Vrouwenopvang' })
    await page.getByLabel('Waarom draagt u over?').fill('Code oranje van Veilig Thuis.')
    await page.getByRole('button', { name: 'Melding aanbieden' }).click()
    await page.getByText('De melding is aangeboden.').waitFor()

    const vo = await voOp('2026-01-05')
    await vo.go('/')
    await blokVan(vo, 'Overdracht aannemen of teruggeven').getByRole('link').first().click()
    await vo.page.getByRole('tab', { name: 'Overdragen' }).click()
    await vo.page.getByRole('button', { name: 'Melding aannemen' }).click()
    await vo.page.getByRole('button', { name: 'Melding aannemen' }).waitFor({ state: 'detached' })
    for (const id of [moeder, ...kinderen]) {
      await vo.go(`/clienten/${id}`)
      await vo.page.getByRole('heading', { level: 1, name: /Schuil/ }).waitFor()
      await page.goto(`${onderdak.url}/clienten/${id}`)
      await page
        .getByText(/niet gevonden/i)
        .first()
        .waitFor()
    }
    await page.goto(onderdak.url + meldingPad)
    await page
      .getByText(/niet gevonden/i)
      .first()
      .waitFor()
    await desk.close()
    await vo.close()
  }, 300_000)

  it('negen maanden in het geheime huis: vier weken ervoor staat het op Vandaag, en alleen daar', async () => {
    await aankomst(meldingPad)
    const eerder = await voOp('2026-09-13')
    await eerder.go('/')
    expect(await eerder.page.getByText('het maximum komt eraan').count()).toBe(0)
    await eerder.close()
    const vo = await voOp('2026-09-14')
    await vo.go('/')
    await blokVan(vo, 'Verblijf bijna of al te lang').getByRole('link', { name: naam }).waitFor()
    await look(vo, 'keten-vo-2-vandaag')
    await vo.close()
    const wijkteam = await wijkteamOp('2026-09-14')
    for (const pad of ['/', '/verblijven', '/plekken', '/trajecten', '/uitstroom', '/nazorg', '/meldingen']) {
      await wijkteam.go(pad)
      await expectGeheim(wijkteam)
      expect(await wijkteam.page.getByText('Schuil').count()).toBe(0)
    }
    await wijkteam.close()
  }, 300_000)

  it('met urgentie naar een woning; de corporatie ziet initialen en niets van het huis', async () => {
    const desk = await voOp('2026-09-14')
    await kijkVoorwaardenNa(desk, moeder)
    await vraagUrgentie(desk, {
      soort: /^Urgentie$/,
      grond: 'Geweld of bedreiging',
      dag: '2026-09-14',
      geldigTot: '2027-03-14',
    })
    await vraagWoning(desk, moeder)
    await desk.close()
    onderdak.setDay('2026-09-16')
    const corporatie = await onderdak.open('corporatie', 'corporatie_medewerker', 320)
    await corporatie.go('/woonvragen')
    await expectGeheim(corporatie)
    expect(await corporatie.page.locator('body').innerText()).not.toContain('Schuil')
    await biedWoningAan(corporatie, 'A.S.')
    await corporatie.close()
    const weer = await voOp('2026-09-17')
    await aanvaardWoning(weer, naam, '2026-09-17')
    await weer.close()
  }, 300_000)

  it('thuis: het hele gezin is vertrokken, met nazorg, en de moeder houdt het traject', async () => {
    const desk = await voOp('2026-10-05')
    const { page } = desk
    const verblijfId = await workAs(onderdak.platform, onderdak.regio.systeem, async (work) => {
      const row = await work.db
        .selectFrom('verblijf')
        .select('id')
        .where('persoon_id', '=', moeder)
        .executeTakeFirstOrThrow()
      return row.id
    })
    await verhuis(desk, { persoonId: moeder, verblijfId, route: 'Directe bemiddeling', dag: '2026-10-05' })
    await spreekNazorgAf(desk, { persoonId: moeder, knop: 'Nazorg regelen', tot: '2027-04-05' })
    await look(desk, 'keten-vo-3-nazorg')
    await desk.go('/verblijven')
    expect(await page.getByRole('link', { name: /Schuil/ }).count()).toBe(0)
    await desk.go(`/clienten/${moeder}`)
    await page.getByRole('link', { name: 'Traject bijwerken' }).click()
    await page.getByRole('heading', { name: `Traject van ${naam}` }).waitFor()
    await look(desk, 'keten-vo-4-traject')
    await desk.go(`/clienten/${moeder}`)
    await page.getByRole('heading', { name: 'Tijdlijn' }).waitFor()
    await page.getByText('Vertrokken, naar: eigen woning').waitFor()
    await look(desk, 'keten-vo-5-dossier')
    await openDossier(desk, kinderen[0]!, 'Verblijf')
    await look(desk, 'keten-vo-6-kind')
    await desk.close()
  }, 300_000)
})

/** The family at the door of the house: from their melding to a place for tonight, for all three at once. */
async function aankomst(pad: string): Promise<void> {
  const desk = await voOp('2026-01-12')
  const { page } = desk
  await desk.go(pad)
  await page.getByRole('tab', { name: 'Triage' }).click()
  await page.getByRole('button', { name: 'Triage opnieuw doen' }).click()
  await page.getByRole('radio', { name: /^Direct een plek/ }).check()
  await page.getByLabel('Korte toelichting').fill('Vandaag naar een veilige plek.')
  await page.getByRole('button', { name: 'Triage vastleggen' }).click()
  await page.getByText('De triage is vastgelegd.').waitFor()
  await page.getByRole('link', { name: 'Spoedplaatsing vastleggen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Spoedplaatsing' }).waitFor()
  const plek = page.getByLabel('Plek', { exact: true })
  await plek.locator('option', { hasText: huis.naam }).first().waitFor({ state: 'attached' })
  const keuze = await plek.locator('option', { hasText: huis.naam }).first().textContent()
  await plek.selectOption({ label: keuze! })
  await look(desk, 'keten-vo-aankomst')
  await page.getByRole('button', { name: 'Plaatsen', exact: true }).click()
  await page.getByText('Spoedplaatsing vastgelegd. De melding loopt door.').waitFor()
  for (const id of [moeder, ...kinderen]) {
    await openDossier(desk, id, 'Verblijf')
    await page.getByText(huis.naam).first().waitFor()
  }
  await desk.close()
}
