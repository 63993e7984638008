import { beforeAll, expect, it } from 'vitest'
import { ActiviteitInvoer } from '../../src/modules/programma/domain/activiteit-contract.ts'
import { ProgrammaInvoer } from '../../src/modules/programma/domain/programma-contract.ts'
import { BesluitmomentInvoer } from '../../src/modules/programma/domain/voortgang-contract.ts'
import {
  planBesluitmoment,
  registerActiviteit,
  registerProgramma,
} from '../../src/modules/programma/server/commands.ts'
import type { Work } from '../../src/platform/work.ts'
import { widths } from '../browser/harness.ts'
import { accepted, workAs } from '../given/platform.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

async function look(desk: Desk, naam: string) {
  for (const width of Object.values(widths)) {
    await desk.page.setViewportSize({ width, height: 900 })
    await desk.expectAccessible()
    const map = process.env.ONDERDAK_SCHERMEN
    if (map) await desk.page.screenshot({ path: `${map}/${naam}-${width}.png`, fullPage: true })
  }
  await desk.page.setViewportSize({ width: widths.breed, height: 900 })
}

beforeAll(() => onderdak.setDay('2026-05-20'))

const archief =
  'https://archief.example/documenten/samenwerkingsovereenkomst_maassluis_vlaardingen_schiedam_2024'

/** A programma with one pilot, about which the RBO decides before July. */
async function givenPilot(work: Work) {
  const bron = 'Proef'
  const { id: programmaId } = accepted(
    await registerProgramma(
      work,
      ProgrammaInvoer.parse({
        ...{ code: 'UP26', naam: 'Uitvoeringsprogramma 2026', soort: 'uitvoeringsprogramma' },
        ...{ van: '2026-01-01', tot: null, bron },
      }),
    ),
  )
  const { id } = accepted(
    await registerActiviteit(
      work,
      ActiviteitInvoer.parse({
        ...{ programmaId, soort: 'pilot', code: 'A1', naam: 'Housing First' },
        ...{ planning: 'open', participatie: 'nee', bron },
      }),
    ),
  )
  const moment = { waarover: 'Hoe verder na de pilot', orgaan: 'rbo', geplandOp: '2026-07-01', bron }
  accepted(await planBesluitmoment(work, { ...BesluitmomentInvoer.parse(moment), id }))
  return { programmaId, id }
}

it('een programmamanager plant een RBO met het vaste punt, legt een besluit met zijn weg vast, rondt een actie af en beantwoordt de zelftoets', async () => {
  const desk = await onderdak.open('centrumgemeente', 'programmamanager')
  const { page } = desk
  const vul = (veld: string | RegExp, waarde: string) => page.getByLabel(veld).fill(waarde)
  const klik = (naam: string) => page.getByRole('button', { name: naam, exact: true }).click()
  const open = (naam: string | RegExp) => page.locator('summary').filter({ hasText: naam }).click()

  await desk.go('/overleggen?tab=overleggen')
  await page.getByRole('link', { name: 'Overleg vastleggen' }).click()
  await page.getByRole('button', { name: 'Overleg vastleggen' }).waitFor()
  await vul('Naam', 'Regionaal bestuurlijk overleg')
  await page.getByLabel('Wat voor overleg is het?').selectOption({ label: 'Regionaal bestuurlijk overleg' })
  await page.getByRole('radio', { name: 'Bestuurlijk' }).check()
  await klik('Lid toevoegen')
  await vul('Functie', 'Wethouder zorg')
  await vul('Organisatie', 'Gemeente Schiedam')
  await vul(/Hoeveel dagen van tevoren/, '20')
  await vul(/Sinds welke dag/, '1-1-2026')
  await vul('Bron', 'Regiovisie MVS 2024, paragraaf 7.4')
  await look(desk, 'overleg-nieuw')
  await klik('Overleg vastleggen')
  await page.getByRole('heading', { level: 1, name: 'Regionaal bestuurlijk overleg' }).waitFor()
  await page.getByText('Uitvoeringsprogramma: voortgang en knelpunten').waitFor()
  await look(desk, 'overleg')

  await page.getByRole('link', { name: 'Vergadering plannen' }).click()
  await page.getByRole('button', { name: 'Vergadering plannen' }).waitFor()
  await vul('Dag', '8-6-2026')
  await vul('Begin', '10:00')
  await vul('Einde', '9:30')
  await vul('Waar?', 'Stadhuis')
  await vul(/Werkbezoek/, 'Rondleiding door de nachtopvang')
  await klik('Vergadering plannen')
  await page.getByText('Kies een tijd na het begin.').first().waitFor()
  await look(desk, 'vergadering-nieuw')
  await vul('Einde', '12:00')
  await klik('Vergadering plannen')
  await page.getByRole('heading', { level: 1, name: 'Regionaal bestuurlijk overleg, 8 juni 2026' }).waitFor()
  await page.getByText('19 mei 2026').first().waitFor()
  const agenda = page.getByRole('list', { name: 'Agenda' })
  expect(await agenda.innerText()).toMatch(/Uitvoeringsprogramma: voortgang en knelpunten\s+Vast punt/)

  await open('Agenda wijzigen')
  await klik('Punt toevoegen')
  await page.locator('[name="punten.1.titel"]').fill('Nazorg na de opvang')
  await page.locator('[name="punten.1.stuk"]').fill(archief)
  await look(desk, 'agenda')
  await klik('Agenda opslaan')
  await agenda.getByText('Nazorg na de opvang').waitFor()
  await page.getByText(/Bij één punt staat nog niet waar het stuk is/).waitFor()
  await agenda.getByText('Nog geen stuk').waitFor()
  expect(await agenda.getByRole('link', { name: archief }).getAttribute('rel')).toContain('noopener')

  await open('Actie toevoegen')
  await vul('Wat gaat er gebeuren?', 'Notitie over nazorg schrijven')
  await vul('Wie doet het?', 'Beleidsadviseur')
  await vul('Bij welke organisatie?', 'Gemeente Schiedam')
  await vul('Uiterlijk klaar op', '18-5-2026')
  await klik('Actie vastleggen')
  await page.getByRole('link', { name: 'Notitie over nazorg schrijven' }).waitFor()
  await look(desk, 'vergadering')

  await desk.go('/')
  await page.getByRole('heading', { name: /Acties uit overleg/ }).waitFor()
  await look(desk, 'vandaag-overleg')
  await page.getByRole('link', { name: 'Notitie over nazorg schrijven' }).click()
  await open('Actie afronden')
  await page.getByRole('radio', { name: 'De actie is gedaan' }).check()
  await vul('Op welke dag?', '20-5-2026')
  await look(desk, 'actie')
  await klik('Actie afronden')
  await page.getByText('Gedaan op').waitFor()

  await desk.go('/besluiten')
  await page.getByRole('link', { name: 'Besluit vastleggen' }).click()
  await page.getByRole('button', { name: 'Besluit vastleggen' }).waitFor()
  await page.getByRole('radio', { name: 'Regionaal bestuurlijk overleg' }).check()
  await vul('Nummer', 'RBO-2026-1')
  await vul('Waar gaat het over?', 'Duur van nazorg')
  await vul(/Wat is er besloten/, 'Nazorg duurt een jaar.')
  await vul(/Op welke dag is het besloten/, '8-6-2026')
  await klik('Besluit vastleggen')
  await page.getByText('Deze dag moet nog komen. Kies een dag tot en met 20 mei 2026.').first().waitFor()
  await look(desk, 'besluit-nieuw')
  await vul(/Op welke dag is het besloten/, '')
  await klik('Besluit vastleggen')
  await page.getByRole('heading', { level: 1, name: 'RBO-2026-1 Duur van nazorg' }).waitFor()
  await open('Stappen wijzigen')
  await klik('Vul de gewone weg in: colleges en raden')
  const stap = (nummer: number, veld: string) => page.locator(`[name="stappen.${nummer}.${veld}"]`)
  await stap(2, 'gedaanOp').fill('1-5-2026')
  await stap(2, 'uitkomst').selectOption({ label: 'Akkoord' })
  await klik('Stappen opslaan')
  await page.getByText('eerst moet college van Schiedam klaar zijn').first().waitFor()
  await look(desk, 'besluit-stappen')
  await stap(0, 'gedaanOp').fill('28-4-2026')
  await stap(0, 'uitkomst').selectOption({ label: 'Akkoord' })
  await klik('Stappen opslaan')
  await page.getByText(/Nu aan zet: college van Vlaardingen/).waitFor()
  await look(desk, 'besluit')
  await desk.go('/besluiten')
  await page.getByRole('table', { name: 'Besluiten' }).getByText('Voornemen').waitFor()
  await look(desk, 'besluiten')

  await desk.go('/nvo')
  await page.getByRole('link', { name: /^1\. / }).click()
  await open('Antwoord over 2026 vastleggen')
  await page.getByLabel('Voldoet de regio?').selectOption({ label: 'Voldoet' })
  await vul('Hoe doet de regio dit?', 'De drie raden stelden de regiovisie vast.')
  await vul('Wie beoordeelde dit?', 'Programmamanager')
  await vul('Op welke dag?', '20-5-2026')
  await klik('Antwoord vastleggen')
  await page.getByText('Vul in waaruit blijkt dat de regio voldoet.').first().waitFor()
  await vul(/Waaruit blijkt dat/, 'Drie raadsbesluiten')
  await vul(/Waar staat dat/, 'Archief van de gemeenten')
  await klik('Antwoord vastleggen')
  await page.getByText('Drie raadsbesluiten').waitFor()
  await look(desk, 'nvo-afspraak')
  await desk.go('/nvo')
  await page.getByRole('table', { name: 'Zelftoets van 2026' }).getByText('Voldoet').waitFor()
  await page.getByRole('heading', { name: '7 afspraken zijn nog niet beoordeeld' }).waitFor()
  await look(desk, 'nvo')
  await page.getByRole('link', { name: /^2\. / }).click()
  await open('Antwoord over 2026 vastleggen')
  await vul('Hoe doet de regio dit?', 'Er zijn gesprekken gevoerd.')
  await vul('Wie beoordeelde dit?', 'Programmamanager')
  await vul('Op welke dag?', '20-5-2026')
  await klik('Antwoord vastleggen')
  await page.getByRole('heading', { name: 'Nog niet beoordeeld' }).waitFor()
  await page.getByText('Antwoord over 2026 beoordelen of wijzigen').waitFor()
  await look(desk, 'nvo-nog-niet')

  await desk.go('/overleggen')
  await page.getByRole('table', { name: 'Vergaderingen' }).getByText('8-6-2026').waitFor()
  await look(desk, 'overleggen')
}, 600_000)

it('een programmamanager legt een overeenkomst vast, krijgt een adres voor de kalender, en iedereen vindt het aanspreekpunt', async () => {
  const desk = await onderdak.open('centrumgemeente', 'programmamanager')
  const { page } = desk
  const vul = (veld: string | RegExp, waarde: string) =>
    page.getByRole('textbox', { name: veld }).fill(waarde)
  const klik = (naam: string) => page.getByRole('button', { name: naam, exact: true }).click()
  const open = (naam: string | RegExp) => page.locator('summary').filter({ hasText: naam }).click()

  await desk.go('/overeenkomsten/nieuw')
  await page.getByRole('radio', { name: 'Samenwerkingsovereenkomst' }).check()
  await page.locator('[name="naam"]').fill('Voorbeeld: samenwerkingsovereenkomst MVS')
  await vul('Naam van partij 1', 'Gemeente Vlaardingen')
  await vul('Naam van partij 2', 'Gemeente Schiedam')
  await vul('Eerste dag', '1-1-2024')
  await vul('Laatste dag', '1-1-2023')
  await vul('Bron', 'Regiovisie MVS 2024, paragraaf 7.3')
  await vul('Financiën', 'Artikel 7')
  await page.getByLabel('Waar staat de tekst?').fill(archief)
  await klik('Overeenkomst vastleggen')
  await page.getByText('Kies een dag op of na de eerste dag.').first().waitFor()
  await look(desk, 'overeenkomst-nieuw')
  await vul('Laatste dag', '31-8-2026')
  await klik('Overeenkomst vastleggen')
  await page.getByRole('heading', { level: 1, name: 'Voorbeeld: samenwerkingsovereenkomst MVS' }).waitFor()
  await page.getByText('Vraagt aandacht').waitFor()
  const tekst = page.getByRole('link', { name: archief })
  expect(await tekst.getAttribute('rel')).toContain('noopener')
  await page.getByText('(buiten Onderdak, in een nieuw venster)').waitFor()
  await look(desk, 'overeenkomst')

  await desk.go('/overeenkomsten?tab=jaarlijks')
  await open('Iets toevoegen dat elk jaar moet')
  await vul('Wat moet er gebeuren?', 'Begroting bespreken in het RBO')
  await vul(/Laatste dag: dag/, '30')
  await vul(/Laatste dag: maand/, '6')
  await vul('Vanaf welk jaar?', '2026')
  await vul('Bron', 'Regiovisie MVS 2024, paragraaf 7.5')
  await klik('Vastleggen')
  await page
    .getByRole('table', { name: 'Elk jaar te doen' })
    .getByText('Begroting bespreken in het RBO')
    .waitFor()
  await look(desk, 'jaarlijks')
  await desk.go('/')
  await page.getByRole('heading', { name: /Elk jaar te doen/ }).waitFor()
  await page.getByRole('heading', { name: /Overeenkomsten die aandacht vragen/ }).waitFor()
  await desk.go('/overeenkomsten')
  await look(desk, 'overeenkomsten')

  await desk.go('/overleggen?tab=kalender')
  await klik('Adres maken')
  const adres = await page.locator('code').innerText()
  expect(adres).toMatch(/^http:.*\/api\/v1\/kalenders\/[\w-]{43}\.ics$/)
  await look(desk, 'kalender')
  const kalender = await fetch(adres)
  expect([kalender.status, kalender.headers.get('content-type')]).toEqual([
    200,
    'text/calendar; charset=utf-8',
  ])
  expect(await kalender.text()).toContain('Laatste dag: Voorbeeld: samenwerkingsovereenkomst MVS')
  await klik('Adres intrekken')
  await page.getByText('U heeft nog geen adres.').waitFor()
  expect((await fetch(adres)).status).toBe(404)

  await desk.go('/overleggen?tab=aanspreekpunt')
  await open('Aanspreekpunt vastleggen')
  await vul('Functie', 'Programmamanager')
  await vul('Organisatie', 'Gemeente Vlaardingen')
  await vul(/^Telefoon/, '010 123 45 67')
  await vul('Waarvoor kan men hier terecht?', 'Alles over de samenwerking in de regio')
  await klik('Aanspreekpunt opslaan')
  await page.getByText('Aanspreekpunt wijzigen').waitFor()
  await look(desk, 'aanspreekpunt-beheer')
  const gast = await onderdak.open('aanbieder', 'aanbieder_planner')
  await gast.go('/aanspreekpunt')
  await gast.page.getByText('010 123 45 67').waitFor()
  await look(gast, 'aanspreekpunt')
}, 600_000)

it('een besluit hoort bij een besluitmoment, staat bij de activiteit en het programma, en daar legt men de uitkomst vast', async () => {
  const desk = await onderdak.open('centrumgemeente', 'programmamanager')
  const { page } = desk
  const { programmaId, id } = await workAs(onderdak.platform, desk.vrager, givenPilot)
  const klik = (naam: string) => page.getByRole('button', { name: naam, exact: true }).click()

  await desk.go('/besluiten/nieuw')
  await page.getByRole('radio', { name: 'Ambtelijke stuurgroep' }).check()
  await page.getByLabel('Nummer').fill('RBO-2026-7')
  await page.getByLabel('Waar gaat het over?').fill('Housing First gaat door')
  await page.getByLabel(/Wat is er besloten/).fill('De pilot wordt vaste hulp.')
  await page.getByLabel(/Op welke dag is het besloten/).fill('18-5-2026')
  await page
    .getByLabel(/Bij welk besluitmoment/)
    .selectOption({ label: 'Regionaal bestuurlijk overleg: UP26 A1 Housing First: Hoe verder na de pilot' })
  await klik('Besluit vastleggen')
  await page
    .getByText(/Bij dit besluitmoment besluit een ander/)
    .first()
    .waitFor()
  await look(desk, 'besluit-moment')
  await page.getByRole('radio', { name: 'Regionaal bestuurlijk overleg' }).check()
  await klik('Besluit vastleggen')
  await page.getByRole('heading', { level: 1, name: 'RBO-2026-7 Housing First gaat door' }).waitFor()
  await page.getByRole('heading', { name: 'Leg ook de uitkomst vast' }).waitFor()
  await look(desk, 'besluit-over')

  await desk.go(`/programma/${programmaId}?tab=besluiten`)
  const link = page.getByRole('link', { name: 'RBO-2026-7 Housing First gaat door' })
  await link.waitFor()
  await look(desk, 'programma-besluiten')
  await desk.go(`/activiteiten/${id}?tab=voortgang`)
  await page.getByRole('list', { name: 'Besluiten bij dit besluitmoment' }).getByRole('link').waitFor()
  await page.locator('summary').filter({ hasText: 'Besluit vastleggen' }).click()
  expect(await page.getByLabel('Besloten op').inputValue()).toBe('18-5-2026')
  await look(desk, 'besluitmoment-uitkomst')
  await page.getByRole('radio', { name: 'Opschalen' }).check()
  await page.getByLabel('Waarom?').fill('Het werkt.')
  await klik('Besluit vastleggen')
  await page.getByText('Besluit: opschalen').waitFor()
  await page.getByRole('list', { name: 'Besluiten bij dit besluitmoment' }).getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: 'RBO-2026-7 Housing First gaat door' }).waitFor()
  expect(await page.getByRole('heading', { name: 'Leg ook de uitkomst vast' }).count()).toBe(0)
}, 600_000)
