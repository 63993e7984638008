import { describe, expect, it } from 'vitest'
import { type Grafiek, grafiekKaal, grafiekTekst } from './grafiek.ts'

const grafiek: Grafiek = {
  titel: 'Wachten & <hopen>',
  punten: ['januari 2026', 'februari 2026', 'maart 2026', 'april 2026'],
  waarden: [10, null, 25.5, 20],
  eenheid: 'aantal',
}

describe('een grafiek in een rapport', () => {
  it('zegt in woorden wat zij laat zien, ook wat er niet te tonen is', () => {
    expect(grafiekTekst(grafiek)).toBe(
      'Wachten & <hopen>, aantal: januari 2026 10, april 2026 20. Laagste 10 in januari 2026, hoogste 25,5 in maart 2026. Van 1 maand is geen getal te tonen.',
    )
    expect(grafiekTekst({ ...grafiek, waarden: [null, null, null, null] })).toContain('geen getallen')
    expect(grafiekTekst({ ...grafiek, waarden: [null, 10, null, null] })).toBe(
      'Wachten & <hopen>, aantal: februari 2026 10. Van 3 maanden is geen getal te tonen.',
    )
  })

  it('trekt geen lijn door een maand zonder getal', () => {
    const pad = /<path d="(M[^"]*)" fill="none"/.exec(grafiekKaal(grafiek))![1]!
    expect(pad.match(/M/g)).toHaveLength(2)
    expect(pad.match(/L/g)).toHaveLength(1)
    expect(grafiekKaal(grafiek).match(/<circle/g)).toHaveLength(3)
  })
})
