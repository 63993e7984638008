import { beforeAll, describe, expect, it } from 'vitest'
import { widths } from '../browser/harness.ts'
import { givenFeit } from '../given/feiten.ts'
import { type Desk, useOnderdak } from './onderdak.ts'

const onderdak = useOnderdak()

async function look(desk: Desk, naam: string, width: number) {
  await desk.expectAccessible()
  const map = process.env.ONDERDAK_SCHERMEN
  if (map) await desk.page.screenshot({ path: `${map}/${naam}-${width}.png`, fullPage: true })
}

beforeAll(async () => {
  onderdak.setDay('2026-04-02')
  for (let i = 0; i < 14; i++)
    await givenFeit(onderdak.database, onderdak.regio.regioId, 'wacht', {
      wie: `Wachtende ${i}`,
      gemeente_code: 'GM0622',
      besloten_op: '2026-01-12',
    })
}, 120_000)

describe('tellen én vertellen', () => {
  it('een adviseur schrijft een verhaal op, de manager controleert het en legt het cijfer uit, en de verteller trekt het in', async () => {
    const adviseur = await onderdak.open('centrumgemeente', 'beleidsmedewerker')
    const manager = await onderdak.open('centrumgemeente', 'programmamanager')
    const pagina = '/indicatoren/wachtenden?maand=2026-03'

    const een = adviseur.page
    await adviseur.go(pagina)
    await een.getByText('Verhaal of citaat opschrijven').click()
    await een.getByLabel('Citaat', { exact: true }).check()
    await een.getByLabel('Titel').fill('Wachten zonder te weten hoe lang')
    await een.getByLabel('Tekst', { exact: false }).first().fill('Samira belde elke week.')
    await een.getByLabel('Wie vertelde het?').selectOption({ label: 'Cliënt' })
    await een.getByLabel('Schriftelijk').check()
    await een.getByLabel('Dag van de toestemming').fill('1-4-2026')
    await een.getByLabel('Toestemming tot en met').fill('31-12-2026')
    await een.getByLabel('Waar ligt de toestemming?').fill('Map 4, formulier 12')
    await een.getByRole('button', { name: 'Verhaal opslaan' }).click()
    await een.getByText('Niemand mag te herkennen zijn').first().waitFor()
    await een.getByLabel('Tekst', { exact: false }).first().fill('Niemand zei hoe lang het nog duurt.')
    await een.getByRole('button', { name: 'Verhaal opslaan' }).click()
    await een.getByText('Een collega controleert en publiceert het').waitFor()
    expect(await een.getByText('Niemand zei hoe lang').count()).toBe(0)

    await een.getByText('Andere bron toevoegen').click()
    for (const [waarde, bron] of [
      ['118', 'Regiovisie, totaal in de tekst'],
      ['113', 'Regiovisie, som van de gemeenten'],
    ] as const) {
      if (waarde === '113') await een.getByText('Andere bron toevoegen').click()
      await een.getByRole('textbox', { name: /^Onderwerp/ }).fill('Beschermd wonen: indicaties')
      await een.getByRole('textbox', { name: /^Getal/ }).fill(waarde)
      await een.getByRole('textbox', { name: /^Eenheid/ }).fill('cliënten')
      await een.getByRole('textbox', { name: /^Bron/ }).fill(bron)
      await een.getByRole('textbox', { name: /^Peildatum/ }).fill('1-7-2023')
      await een.getByRole('button', { name: 'Bron toevoegen' }).click()
      await een.getByRole('cell', { name: `${waarde} cliënten` }).waitFor()
      await een.getByRole('textbox', { name: /^Onderwerp/ }).waitFor({ state: 'hidden' })
    }
    await een.getByText('Bronnen spreken elkaar tegen').first().waitFor()

    const twee = manager.page
    await manager.go('/duiding')
    await twee.getByRole('button', { name: 'Gecontroleerd, publiceren' }).click()
    await twee.getByText('Het verhaal is gepubliceerd').waitFor()
    await manager.go(pagina)
    await twee.getByText('Uitleg schrijven').click()
    await twee.getByLabel('Strategisch').check()
    await twee
      .getByLabel('Hoe is dit cijfer te lezen?')
      .fill('In Vlaardingen ging een locatie dicht. Daardoor wachten meer mensen.')
    await twee.getByRole('button', { name: 'Uitleg opslaan' }).click()
    await twee.getByText('Proef programmamanager centrumgemeente, Centrumgemeente').waitFor()

    for (const width of Object.values(widths)) {
      await twee.setViewportSize({ width, height: 900 })
      await manager.go(pagina)
      await twee.getByText('Niemand zei hoe lang het nog duurt.').waitFor()
      await twee.getByText('Daardoor wachten meer mensen').waitFor()
      await look(manager, 'indicator-vertellen', width)
      await manager.go('/duiding')
      await look(manager, 'duiding', width)
      await manager.go('/sturing/kwartaal')
      await twee.getByText('Daardoor wachten meer mensen').waitFor()
      await look(manager, 'kwartaal', width)
    }

    await adviseur.go('/duiding')
    await een.getByText('Verhaal intrekken').click()
    await een.getByLabel('De verteller trekt de toestemming in').check()
    await een.getByRole('button', { name: 'Intrekken en wissen' }).click()
    await een.getByText('Het verhaal is weg').waitFor()
    await manager.go(pagina)
    await twee.getByText('nog geen verhaal gepubliceerd').waitFor()
    expect(await twee.getByText('Niemand zei hoe lang').count()).toBe(0)
  }, 300_000)
})
