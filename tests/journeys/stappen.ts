import type { Page } from 'playwright-core'
import { givenLocatie, givenProduct } from '../given/plek.ts'
import type { Guest, Onderdak } from './onderdak.ts'

// Steps of the chain as a user takes them: by the words on the screen.

/** A locatie of Aanbieder Noord in Vlaardingen for families, with rooms of five. */
export async function givenGezinslocatie({ platform, regio }: Onderdak, naam: string): Promise<void> {
  const productId = await givenProduct(platform, regio, { naam: `Gezinsopvang ${naam}` })
  await givenLocatie(platform, regio, {
    productId,
    locatie: { naam },
    plekken: [{ personenMaximum: 5 }, { personenMaximum: 5 }],
  })
}

const choose = (page: Page, question: string | RegExp, answer: string) =>
  page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).check()

export interface Gezinslid {
  readonly rol: 'Partner' | 'Kind'
  readonly roepnaam: string
  readonly geboren: string
}

/** Search first, then a new cliënt without a BSN; ends on the page of the melding. */
export async function recordMelding(
  desk: Guest,
  wie: {
    roepnaam: string
    achternaam: string
    slaapplek: 'Ja' | 'Nee'
    leden?: readonly Gezinslid[]
    herkomst?: string
  },
): Promise<void> {
  const { page } = desk
  await desk.go('/meldingen')
  await page.getByRole('link', { name: 'Melding vastleggen' }).first().click()
  await page.getByLabel('Zoek eerst op naam').fill(wie.achternaam)
  await page.getByRole('button', { name: 'Zoeken', exact: true }).click()
  await page.getByText('Niemand gevonden.').waitFor()
  await choose(page, 'De melding gaat over', 'Een nieuwe cliënt Ook als de naam nog onbekend is (NN).')
  await page.getByLabel('Roepnaam').fill(wie.roepnaam)
  await page.getByLabel('Achternaam').fill(wie.achternaam)
  await page.getByLabel('Geboortedatum', { exact: true }).fill('12-5-1990')
  if (wie.herkomst) {
    await page.getByLabel('Gemeente van herkomst').selectOption({ label: wie.herkomst })
    await page.getByLabel('Waaruit blijkt dat?').selectOption({ index: 1 })
  }
  for (const [index, lid] of (wie.leden ?? []).entries()) await addLid(page, index + 1, lid)
  await page.getByLabel('Wat is er aan de hand?').fill('Wij kunnen nergens meer slapen.')
  await choose(page, 'Is er vannacht een slaapplek?', wie.slaapplek)
  await page.getByLabel('Gemeente waar iemand zich meldt').selectOption({ label: 'Vlaardingen' })
  await desk.expectAccessible()
  await page.getByRole('button', { name: 'Melding vastleggen' }).click()
  await page.getByRole('heading', { level: 1, name: /^Melding M/ }).waitFor()
}

async function addLid(page: Page, nummer: number, lid: Gezinslid): Promise<void> {
  await page.getByRole('button', { name: /ezinslid toevoegen$/ }).click()
  const group = page.getByRole('group', { name: `Gezinslid ${nummer}` })
  await group.getByRole('radio', { name: lid.rol, exact: true }).check()
  await group.getByLabel('Roepnaam').fill(lid.roepnaam)
  await group.getByLabel('Geboortedatum').fill(lid.geboren)
}

export async function recordTriage({ page }: Guest): Promise<void> {
  await page.getByRole('tab', { name: 'Triage' }).click()
  await page.getByLabel('Deel van de keten').selectOption({ label: 'Maatschappelijke opvang' })
  await choose(page, 'Wat is er nodig?', 'Onderzoek starten')
  await page.getByLabel('Korte toelichting').fill('Gezin zonder slaapplek.')
  await page.getByRole('button', { name: 'Triage vastleggen' }).click()
  await page.getByText('De triage is vastgelegd.').waitFor()
}

/** Only what the law asks for. */
export async function completeOnderzoek(desk: Guest, today: string): Promise<void> {
  const { page } = desk
  await page.getByRole('tab', { name: 'Onderzoek' }).click()
  await page.getByText('Nog 11 dingen voor u kunt afronden').waitFor()
  await page.getByLabel(/Persoonlijk plan uitgelegd op/).fill(today)
  await page.getByLabel(/cliëntondersteuning aangeboden op/).fill(today)
  await page.getByLabel('Wat wil de inwoner?').selectOption({ label: 'Niet gewenst' })
  for (const letter of 'abcdefg')
    await page.getByLabel(new RegExp(`^${letter}\\. `)).fill(`Besproken bij onderdeel ${letter}.`)
  await page.getByLabel(/^Cliëntprofiel/).selectOption({ label: 'Dakloos gezin' })
  await desk.expectAccessible()
  await page.getByRole('button', { name: 'Onderzoek opslaan' }).click()
  await page.getByRole('button', { name: 'Onderzoek afronden' }).click()
  await page.getByText('Het onderzoek is afgerond.').waitFor()
}

export async function decideToelaten(desk: Guest, product: string): Promise<void> {
  const { page } = desk
  await page.getByRole('tab', { name: 'Besluit' }).click()
  await choose(page, 'Wat is het besluit?', 'Toegelaten')
  await page.getByLabel('Voor welk product?').selectOption({ label: product })
  await page.getByRole('radio', { name: 'Ja', exact: true }).first().waitFor()
  for (const ja of await page.getByRole('radio', { name: 'Ja', exact: true }).all()) await ja.check()
  await page.getByText('Alle criteria zijn met ja beantwoord.').waitFor()
  await page.getByLabel('Motivering').fill('Het gezin heeft geen andere plek.')
  await desk.expectAccessible()
  await page.getByRole('button', { name: 'Besluit vastleggen' }).click()
  await page.getByText('Het besluit is vastgelegd.').waitFor()
}

/** From the melding to the list: everything that is known goes along. */
export async function placeOnWachtlijst(desk: Guest): Promise<void> {
  const { page } = desk
  await page.getByRole('link', { name: 'Op de wachtlijst zetten' }).click()
  await page.getByText('Het hele huishouden wacht samen').waitFor()
  await page.getByLabel('Gemeente die telt').selectOption({ label: 'Vlaardingen' })
  await choose(page, 'Wat gebeurt er intussen?', 'Eigen netwerk')
  await desk.expectAccessible()
  await page.getByRole('button', { name: 'Op de wachtlijst zetten' }).click()
  await page.getByText('De cliënt staat op de wachtlijst.').waitFor()
  await page.getByRole('heading', { level: 2, name: /^Plaats 1 van/ }).waitFor()
}

/** From the waiting list to a space at a locatie. */
export async function proposePlek(desk: Guest, locatie: string): Promise<void> {
  const { page } = desk
  await page.getByRole('link', { name: 'Plek voorstellen' }).click()
  await page.getByRole('button', { name: `Voorstellen op ${locatie}` }).click()
  await desk.expectAccessible()
  await page.getByRole('button', { name: 'Voorstel versturen' }).click()
  await page.getByText('Het voorstel is gedaan.').waitFor()
  await page.getByText('Wacht op antwoord').waitFor()
}

/** Everything that the loket does for a family, up to the voorstel. */
export async function bringGezinToVoorstel(
  desk: Guest,
  input: {
    roepnaam: string
    achternaam: string
    locatie: string
    /** Left out: the product that `givenGezinslocatie` made for this locatie. */
    product?: string
    today: string
    slaapplek?: 'Ja' | 'Nee'
  },
): Promise<void> {
  await recordMelding(desk, {
    roepnaam: input.roepnaam,
    achternaam: input.achternaam,
    slaapplek: input.slaapplek ?? 'Nee',
    leden: [
      { rol: 'Partner', roepnaam: 'Youssef', geboren: '3-3-1988' },
      { rol: 'Kind', roepnaam: 'Lina', geboren: '1-4-2018' },
      { rol: 'Kind', roepnaam: 'Adam', geboren: '9-9-2021' },
    ],
  })
  await desk.expectAccessible()
  await recordTriage(desk)
  await completeOnderzoek(desk, input.today)
  await decideToelaten(desk, input.product ?? `Gezinsopvang ${input.locatie}`)
  await placeOnWachtlijst(desk)
  await desk.expectAccessible()
  await proposePlek(desk, input.locatie)
}
