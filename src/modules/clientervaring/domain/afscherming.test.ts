import { describe, expect, it } from 'vitest'
import { type Geteld, hideErvaringen } from './afscherming.ts'

const uitkomst = (id: string, beantwoord: number, contact: number, meer: Partial<Geteld> = {}): Geteld => ({
  id,
  jaar: 2025,
  domein: 'MO',
  gemeenteCode: `GM000${id}`,
  beantwoord,
  telwijze: 'aantal',
  vragen: [{ vraag: 'contact', positief: contact }],
  ...meer,
})

function verborgen(...rijen: Geteld[]) {
  const uit = hideErvaringen(rijen, 8)
  return {
    antwoorden: rijen.filter(({ id }) => uit.get(id)!.beantwoord).map(({ id }) => id),
    contact: rijen.filter(({ id }) => uit.get(id)!.vragen.has('contact')).map(({ id }) => id),
  }
}

describe('kleine aantallen in de cliëntervaring', () => {
  it('genoeg antwoorden met genoeg mensen aan beide kanten staan er', () => {
    expect(verborgen(uitkomst('1', 40, 30))).toEqual({ antwoorden: [], contact: [] })
  })

  it('minder antwoorden dan het kleinste getal staan er niet, met alles wat erop rust', () => {
    expect(verborgen(uitkomst('1', 7, 7))).toEqual({ antwoorden: ['1'], contact: ['1'] })
  })

  it('een paar mensen die positief waren, of juist niet, staan er niet', () => {
    expect(verborgen(uitkomst('1', 40, 3))).toEqual({ antwoorden: [], contact: ['1'] })
    expect(verborgen(uitkomst('1', 40, 37))).toEqual({ antwoorden: [], contact: ['1'] })
  })

  it('niemand of iedereen zegt van niemand apart iets, en staat er', () => {
    expect(verborgen(uitkomst('1', 40, 0)).contact).toEqual([])
    expect(verborgen(uitkomst('1', 40, 40)).contact).toEqual([])
  })

  it('een percentage telt als het aantal mensen dat het is', () => {
    expect(verborgen(uitkomst('1', 40, 7.5, { telwijze: 'percentage' })).contact).toEqual(['1'])
    expect(verborgen(uitkomst('1', 400, 7.5, { telwijze: 'percentage' })).contact).toEqual([])
  })

  it('naast de hele regio verraadt de ene gemeente de andere niet: de kleinste andere gaat mee weg', () => {
    const regio = uitkomst('9', 75, 45, { gemeenteCode: null })
    expect(verborgen(uitkomst('1', 5, 2), uitkomst('2', 30, 18), uitkomst('3', 40, 25), regio)).toEqual({
      antwoorden: ['1', '2'],
      contact: ['1', '2'],
    })
  })

  it('ook per vraag niet: wie bij één gemeente te klein is, neemt een andere mee', () => {
    const regio = uitkomst('9', 110, 45, { gemeenteCode: null })
    const { antwoorden, contact } = verborgen(
      uitkomst('1', 40, 2),
      uitkomst('2', 30, 18),
      uitkomst('3', 40, 25),
      regio,
    )
    expect(antwoorden).toEqual([])
    expect(contact).toEqual(['1', '2'])
  })

  it('zonder de hele regio ernaast, en in een ander jaar of domein, gaat niets mee', () => {
    const klein = uitkomst('1', 5, 2)
    const anders = [
      uitkomst('2', 30, 18),
      uitkomst('8', 75, 45, { gemeenteCode: null, domein: 'BW' }),
      uitkomst('9', 75, 45, { gemeenteCode: null, jaar: 2024 }),
    ]
    expect(verborgen(klein, ...anders)).toEqual({ antwoorden: ['1'], contact: ['1'] })
  })
})
