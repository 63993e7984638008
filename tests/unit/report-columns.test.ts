import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../src/platform/documents/report-columns.ts'

const breedten = (kop: string[], rijen: string[][]) => {
  const kolommen = columnsOf({ soort: 'tabel', titel: 'Proef', kop, rijen })
  const geheel = kolommen.reduce((som, { share }) => som + share, 0)
  return kolommen.map(({ share }) => (82 * share) / geheel)
}

describe('hoe breed de kolommen van een tabel zijn', () => {
  it('geen woord breekt af naast een lange tekst', () => {
    const [activiteit, waaraan, wat, gemeld, opgelost] = breedten(
      ['Activiteit', 'Waaraan', 'Wat', 'Gemeld', 'Opgelost'],
      [['4A Samen sterker', 'Te weinig belangstelling', 'Woord '.repeat(40), '30-11-2025', 'nog open']],
    )
    expect(waaraan).toBeGreaterThanOrEqual('belangstelling'.length + 2)
    expect(gemeld).toBeGreaterThanOrEqual('30-11-2025'.length + 2)
    expect(opgelost).toBeGreaterThanOrEqual('Opgelost'.length + 2)
    expect(wat).toBeGreaterThan(activiteit!)
  })

  it('een getal blijft bij zijn eenheid', () => {
    const [, stand] = breedten(
      ['Resultaat', 'Stand', 'Op', 'Streven', 'Uiterlijk', 'Gehaald?'],
      [['Een lang resultaat met veel woorden erin', '15 deelnemers', '30-11-2025', 'minstens 17', '', '']],
    )
    expect(stand).toBeGreaterThanOrEqual('15 deelnemers'.length + 2)
  })

  it('de delen tellen op tot de pagina, ook als niet alles past', () => {
    for (const woord of ['kort', 'onwaarschijnlijkheidsberekening'])
      expect(breedten(['A', 'B', 'C', 'D'], [Array(4).fill(woord)]).reduce((a, b) => a + b)).toBeCloseTo(82)
  })
})
