import { formatShort } from '../../src/shared/plain-date.ts'
import { widths } from '../browser/harness.ts'
import type { Desk } from './onderdak.ts'

// Steps after the arrival as a user takes them, by the words on the screen. `dag` is the day of the window.

/** Nothing in the way of anyone on this page, at a desk and on a phone. */
export async function look(desk: Desk, naam: string): Promise<void> {
  const map = process.env.ONDERDAK_SCHERMEN
  for (const [kant, width] of Object.entries(widths)) {
    await desk.page.setViewportSize({ width, height: 900 })
    await desk.expectAccessible()
    if (map) await desk.page.screenshot({ path: `${map}/${naam}-${kant}.png`, fullPage: true })
  }
  await desk.page.setViewportSize({ width: widths.breed, height: 900 })
}

/** Opens a tab of the dossier. */
export async function openDossier(desk: Desk, persoonId: string, tab: string): Promise<void> {
  await desk.go(`/clienten/${persoonId}`)
  await desk.page.getByRole('tab', { name: tab, exact: true }).click()
}

/** Opens the form with these words on it. */
export async function openForm({ page }: Desk, label: string): Promise<void> {
  await page.locator('summary').filter({ hasText: label }).first().click()
}

/** The block of Vandaag with this heading. */
export const blokVan = ({ page }: Desk, titel: string) =>
  page.getByRole('region', { name: new RegExp(`^${titel}`) })

/** From a stay to the list for the next place, and the voorstel. */
export async function vraagDoorstroom(
  desk: Desk,
  input: { persoonId: string; product: string; locatie: string; dag: string },
): Promise<void> {
  const { page } = desk
  await openDossier(desk, input.persoonId, 'Instroom')
  await page.getByRole('link', { name: 'Op de wachtlijst zetten' }).click()
  await page.getByLabel('Waarop wacht deze persoon?').selectOption({ label: input.product })
  await page.getByRole('radio', { name: 'Doorstroom', exact: true }).check()
  await page.getByLabel('Gemeente die telt').selectOption({ label: 'Vlaardingen' })
  await page.getByRole('radio', { name: 'Tijdelijke opvang', exact: true }).check()
  await page.getByRole('button', { name: 'Op de wachtlijst zetten' }).click()
  await page.getByText('De cliënt staat op de wachtlijst.').waitFor()
  await page.getByRole('link', { name: 'Plek voorstellen' }).click()
  await page.getByRole('button', { name: `Voorstellen op ${input.locatie}` }).click()
  await page.getByLabel('Eerste dag', { exact: true }).fill(formatShort(input.dag))
  await page.getByRole('button', { name: 'Voorstel versturen' }).click()
  await page.getByText('Het voorstel is gedaan.').waitFor()
}

/** The aanbieder says yes, from Vandaag. */
export async function aanvaard(desk: Desk, naam: string): Promise<void> {
  const { page } = desk
  await desk.go('/')
  await blokVan(desk, 'Voorstellen om te beantwoorden').getByRole('link', { name: naam }).click()
  await page.getByRole('button', { name: 'Voorstel aanvaarden' }).click()
  await page.getByText('Aanvaard. De plek blijft vastgehouden tot de aankomst.').waitFor()
}

/** They are at the door: from Vandaag to the stay. */
export async function ontvang(desk: Desk, naam: string): Promise<void> {
  const { page } = desk
  await desk.go('/')
  await blokVan(desk, 'Iemand komt aan').getByRole('link', { name: naam }).click()
  await page.getByRole('link', { name: 'Aankomst vastleggen' }).click()
  await page.getByRole('heading', { name: `Aankomst van ${naam}` }).waitFor()
  await page.getByRole('button', { name: 'Aankomst vastleggen' }).click()
  await page.getByText('Aankomst vastgelegd.').waitFor()
}

export async function kijkVoorwaardenNa(desk: Desk, persoonId: string): Promise<void> {
  const { page } = desk
  await openDossier(desk, persoonId, 'Uitstroom')
  await openForm(desk, 'Gemeente en soort woning vastleggen')
  await page.getByLabel('Welke soort woning past?').selectOption({ label: 'Zelfstandige huurwoning' })
  await page.getByRole('button', { name: 'Woonwens opslaan' }).click()
  // The next form starts from what was just saved.
  await page.getByRole('definition').filter({ hasText: 'Zelfstandige huurwoning' }).waitFor()
  await openForm(desk, 'Voorwaarden nakijken')
  // all() does not wait for the form to open.
  await page.getByRole('button', { name: 'Voorwaarden opslaan' }).waitFor()
  for (const vraag of await page.getByRole('radiogroup').all())
    await vraag.getByRole('radio', { name: 'In orde' }).check()
  await page.getByRole('button', { name: 'Voorwaarden opslaan' }).click()
  await page.getByText('De voorwaarden zijn opgeslagen.').waitFor()
}

/** Prepared, handed in and granted, as SUWR answers by telephone. */
export async function vraagUrgentie(
  desk: Desk,
  input: { soort: RegExp; grond: string; dag: string; geldigTot: string },
): Promise<void> {
  const { page } = desk
  const dag = formatShort(input.dag)
  await openForm(desk, 'Aanvraag voorbereiden')
  await page.getByRole('radio', { name: input.soort }).check()
  await page.getByLabel('Op welke grond?').selectOption({ label: input.grond })
  await page.getByLabel('Sinds welke dag wordt dit voorbereid?').fill(dag)
  await page.getByRole('button', { name: 'Aanvraag voorbereiden' }).click()
  await page.getByText('De aanvraag staat klaar.').waitFor()
  await stapUrgentie(desk, { stap: 'Ingediend', dag, daarna: 'Ingediend op' }, () =>
    page.getByLabel('Kenmerk van de aanvraag').fill('S-2026-1'),
  )
  await stapUrgentie(desk, { stap: 'Toegekend', dag, daarna: 'Geldig tot' }, () =>
    page.getByLabel('Tot welke dag geldt de urgentie?').fill(formatShort(input.geldigTot)),
  )
}

export async function stapUrgentie(
  desk: Desk,
  input: { stap: string; dag: string; daarna: string },
  meer: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { page } = desk
  await openForm(desk, 'Volgende stap van')
  await page.getByLabel('Wat is er gebeurd?').selectOption({ label: input.stap })
  await page.getByLabel('Op welke dag?').fill(input.dag)
  await meer()
  await page.getByRole('button', { name: 'Stap vastleggen' }).click()
  await page.getByRole('term').filter({ hasText: input.daarna }).first().waitFor()
}

/** The client agrees, a corporatie is asked; the same tab then shows the question. */
export async function vraagWoning(desk: Desk, persoonId: string): Promise<void> {
  const { page } = desk
  await page.getByRole('tab', { name: 'Delen', exact: true }).click()
  await page.getByRole('button', { name: 'Toestemming vastleggen' }).click()
  await page.getByLabel('Wie krijgt de gegevens?').selectOption({ label: 'Corporatie West' })
  await page.getByLabel('Welke gegevens?').selectOption({ label: 'Woonvraag' })
  await page.getByLabel('Waarvoor?').fill('Een woning vinden')
  await page.getByRole('radio', { name: 'In een gesprek' }).check()
  await page.getByRole('button', { name: 'Vandaag' }).click()
  await page.getByRole('radio', { name: 'De cliënt zelf' }).check()
  await page.getByRole('button', { name: 'Toestemming vastleggen' }).click()
  await page.getByText('De toestemming is vastgelegd.').waitFor()
  await openDossier(desk, persoonId, 'Uitstroom')
  await openForm(desk, 'Een corporatie om een woning vragen')
  await page.getByLabel('Op welke toestemming?').selectOption({ label: 'Corporatie West' })
  await page.getByRole('button', { name: 'Vraag versturen' }).click()
  await page.getByText('De vraag is bij de corporatie.').waitFor()
}

/** The corporatie answers on a telephone, knowing initials only. */
export async function biedWoningAan(desk: Desk, initialen: string): Promise<void> {
  const { page } = desk
  await desk.go('/woonvragen')
  await page.getByText(`Antwoord geven op ${initialen}`, { exact: true }).click()
  await page.getByRole('radio', { name: 'Ja, ik bied een woning aan' }).check()
  await page.getByLabel('Welke woning is het?').fill('Drie kamers in Holy')
  await page.getByRole('button', { name: 'Antwoord versturen' }).click()
  await page.getByText('Uw antwoord is verstuurd.').waitFor()
}

/** From Vandaag: the client says yes to the home. */
export async function aanvaardWoning(desk: Desk, naam: string, dag: string): Promise<void> {
  const { page } = desk
  await desk.go('/')
  await blokVan(desk, 'Woning aangeboden: antwoord geven').getByRole('link', { name: naam }).click()
  await openForm(desk, 'Antwoord vastleggen: Corporatie West')
  await page.getByLabel('Wat is er gebeurd?').first().selectOption({ label: 'Aanvaard' })
  await page.getByLabel('Op welke dag?').first().fill(formatShort(dag))
  await page.getByRole('button', { name: 'Antwoord vastleggen' }).click()
  await page.getByText('Het antwoord is vastgelegd.').waitFor()
}

/** The keys: the urgentie is used, the contract runs, the place is free and the outflow is complete. */
export async function verhuis(
  desk: Desk,
  input: { persoonId: string; verblijfId: string; route: string; dag: string },
): Promise<void> {
  const { page } = desk
  const dag = formatShort(input.dag)
  await openDossier(desk, input.persoonId, 'Uitstroom')
  await stapUrgentie(desk, { stap: 'Gebruikt', dag, daarna: 'Geëindigd op' })
  await openForm(desk, 'Contract vastleggen')
  await page.getByLabel('Soort contract').selectOption({ label: 'Gewoon huurcontract' })
  await page.getByLabel('Eerste dag van het contract').fill(dag)
  await page.getByRole('button', { name: 'Contract vastleggen' }).click()
  await page.getByText('Het contract is vastgelegd.').waitFor()
  await vertrek(desk, input.verblijfId, input.dag)
  await openDossier(desk, input.persoonId, 'Uitstroom')
  await openForm(desk, 'Uitstroom afronden')
  await page.getByLabel('Op welke dag?').fill(dag)
  await page.getByLabel('Langs welke weg?').selectOption({ label: input.route })
  await page.getByRole('button', { name: 'Uitstroom afronden' }).click()
  await page.getByText('De uitstroom is afgerond.', { exact: true }).waitFor()
}

/** Everyone leaves for a home of their own. */
export async function vertrek(desk: Desk, verblijfId: string, dag: string): Promise<void> {
  const { page } = desk
  await desk.go(`/verblijven/${verblijfId}`)
  await page.getByRole('button', { name: 'Vandaag' }).click()
  await page.getByLabel('Waarom eindigt het verblijf?').selectOption({ label: 'Doelen behaald' })
  await page.getByLabel('Waar gaat iemand heen?').selectOption({ label: 'Eigen huurwoning' })
  await page.getByLabel('Volgende stap', { exact: true }).fill('Bellen hoe het gaat')
  await page.getByLabel('Uiterlijk op').fill(formatShort(dag))
  await page.getByRole('button', { name: 'Vertrek vastleggen' }).click()
  await page.getByText('Vertrek vastgelegd.').waitFor()
}

/** Nazorg by the own organisation, contact every four weeks; from the tab of nazorg. */
export async function spreekNazorgAf(
  desk: Desk,
  input: { persoonId: string; knop: string; tot: string },
): Promise<void> {
  const { page } = desk
  await openDossier(desk, input.persoonId, 'Nazorg')
  await openForm(desk, input.knop)
  await page.getByRole('radio', { name: /^Ja/ }).check()
  await page.getByRole('radio', { name: 'Mijn eigen organisatie' }).check()
  await page.getByLabel('Om de hoeveel weken is er contact?').waitFor()
  for (const knop of await page.getByRole('button', { name: 'Vandaag' }).all()) await knop.click()
  await page.getByLabel('Om de hoeveel weken is er contact?').fill('4')
  await page.getByLabel('Tot welke dag?').fill(formatShort(input.tot))
  await page.getByRole('button', { name: 'Nazorg vastleggen' }).click()
  await page.getByText('Vastgelegd.', { exact: true }).waitFor()
}
