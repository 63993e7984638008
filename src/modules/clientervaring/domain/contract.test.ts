import { describe, expect, it } from 'vitest'
import { ClientervaringInvoer } from './contract.ts'
import { uiterlijkVan } from './keuzes.ts'

const uitkomst = {
  jaar: 2025,
  gemeenteCode: null,
  domein: 'MO',
  uitgenodigd: 120,
  beantwoord: 60,
  onderzoekOp: '2026-02-01',
  bron: 'Rapport 2025',
  telwijze: 'aantal',
  vragen: [{ vraag: 'contact', positief: 40 }],
}
const fouten = (meer: object) =>
  ClientervaringInvoer.safeParse({ ...uitkomst, ...meer }).error?.issues.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  ) ?? []

describe('een uitkomst van de cliëntervaring', () => {
  it('kan van een jaar, gebied en domein zijn, met het antwoord op elke vraag', () => {
    expect(fouten({})).toEqual([])
    expect(fouten({ gemeenteCode: 'GM0622', vragen: [{ vraag: 'contact', positief: null }] })).toEqual([])
  })

  it('heeft niet meer antwoorden dan er mensen zijn uitgenodigd', () => {
    expect(fouten({ beantwoord: 121 })).toEqual([
      'beantwoord: Vul hooguit 120 in: zoveel mensen zijn uitgenodigd.',
    ])
  })

  it('is van een onderzoek in het jaar zelf of het jaar erna', () => {
    expect(fouten({ onderzoekOp: '2025-01-01' })).toEqual([])
    expect(fouten({ onderzoekOp: '2024-12-31' })).toEqual(['onderzoekOp: Kies een dag in 2025 of 2026.'])
    expect(fouten({ onderzoekOp: '2027-01-01' })).toEqual(['onderzoekOp: Kies een dag in 2025 of 2026.'])
  })

  it('heeft per vraag niet meer positieve antwoorden dan antwoorden, en een percentage tot en met 100', () => {
    const vragen = (positief: number) => [{ vraag: 'contact', positief }]
    expect(fouten({ vragen: vragen(61) })).toEqual(['vragen.0.positief: Vul hooguit 60 in.'])
    expect(fouten({ vragen: vragen(61), telwijze: 'percentage' })).toEqual([])
    expect(fouten({ vragen: vragen(100.1), telwijze: 'percentage' })).toEqual([
      'vragen.0.positief: Vul hooguit 100 in.',
    ])
  })

  it('telt mensen in hele getallen; een percentage mag een komma hebben', () => {
    const vragen = [{ vraag: 'contact', positief: 12.5 }]
    expect(fouten({ vragen })).toEqual([
      'vragen.0.positief: Vul een heel getal in, of kies dat de bron percentages geeft.',
    ])
    expect(fouten({ vragen, telwijze: 'percentage' })).toEqual([])
  })

  it('noemt elke vraag één keer', () => {
    const vraag = { vraag: 'contact', positief: 1 }
    expect(fouten({ vragen: [vraag, vraag] })).toEqual(['vragen: Noem elke vraag één keer.'])
  })

  it('is vóór 1 juli van het jaar erna geleverd', () => {
    expect(uiterlijkVan(2025)).toBe('2026-06-30')
  })
})
