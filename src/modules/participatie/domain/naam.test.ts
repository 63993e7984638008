import { describe, expect, it } from 'vitest'
import { isDezelfde, kieskeurig, lijktOp, partnersleutel } from './naam.ts'

const een = (naam: string, ...andereNamen: string[]) => ({ naam, andereNamen })
const schiedam = een('Adviesraad Sociaal Domein Schiedam', 'Participatieraad Schiedam')

describe('de naam van een partner', () => {
  it('is dezelfde met andere hoofdletters, accenten, spaties en leestekens', () => {
    expect(partnersleutel('Zero & Sano')).toBe(partnersleutel('Zero&Sano'))
    expect(isDezelfde(een('Home Flex'), een('Homeflex'))).toBe(true)
    expect(isDezelfde(een('Café Sámen'), een('cafe samen'))).toBe(true)
    expect(isDezelfde(een('Minters'), een('Mevis'))).toBe(false)
  })

  it('kan ook een andere naam van een partner zijn: de Participatieraad Schiedam is de adviesraad', () => {
    expect(isDezelfde(een('Participatieraad Schiedam'), schiedam)).toBe(true)
    expect(isDezelfde(schiedam, een('participatieraad schiedam'))).toBe(true)
  })

  it('lijkt op een naam die alle eigen woorden ervan heeft; dan beslist een mens', () => {
    const zonderAndere = een('Adviesraad Sociaal Domein Schiedam (Participatieraad)')
    expect(lijktOp(een('Participatieraad Schiedam'), zonderAndere)).toBe(true)
    expect(lijktOp(een('Timon'), een('Stichting Timon'))).toBe(true)
    expect(lijktOp(een('Woonplus'), een('Woonplus Schiedam'))).toBe(true)
  })

  it('lijkt niet op een andere raad of een andere organisatie in dezelfde stad', () => {
    expect(
      lijktOp(een('Adviesraad Sociaal Domein Maassluis'), een('Adviesraad Sociaal Domein Vlaardingen')),
    ).toBe(false)
    expect(lijktOp(een('WOT Schiedam'), een('Woonplus Schiedam'))).toBe(false)
    expect(lijktOp(een('Stichting'), een('Stichting Timon'))).toBe(false)
  })

  it('staat niet twee keer bij de andere namen', () => {
    expect(kieskeurig('Zero & Sano', ['zero&sano', 'Zero Sano Zorg', 'Zero sano zorg', ''])).toEqual([
      'Zero Sano Zorg',
    ])
  })
})
