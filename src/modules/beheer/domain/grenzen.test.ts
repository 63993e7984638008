import { describe, expect, it } from 'vitest'
import { checkEenheid, checkWaarde, eenhedenVoor } from './grenzen.ts'
import { type Eenheid, instellingen, termijnen } from './standaard.ts'

const getal = (code: string, waarde: string) => checkWaarde(code, { soort: 'getal', waarde })

describe('waarmee Onderdak kan rekenen', () => {
  it('wat een nieuwe regio krijgt, past', () => {
    for (const { code, eenheid } of termijnen)
      expect([code, checkEenheid(code, eenheid as Eenheid)]).toEqual([code, undefined])
    for (const { code, ...rest } of instellingen)
      expect([code, checkWaarde(code, rest)]).toEqual([code, undefined])
  })

  it('elke instelling die een getal is, heeft een grens', () => {
    const zonder = instellingen.filter(
      (one) => one.soort === 'getal' && getal(one.code, '999999999') === undefined,
    )
    expect(zonder.map((one) => one.code)).toEqual([])
  })

  it('een termijn die vanaf een dag loopt kan niet in uren; het antwoord op een voorstel wel', () => {
    expect(checkEenheid('veiligheidsplan', 'uren')).toMatchObject({
      code: 'eenheid_past_niet',
      field: 'waarde.eenheid',
    })
    expect(checkEenheid('opvolging_escaleren', 'uren')).toMatchObject({ code: 'eenheid_past_niet' })
    expect(checkEenheid('onderzoek', 'werkdagen')).toBeUndefined()
    expect(eenhedenVoor('voorstel_antwoord')).toContain('uren')
  })

  it('de kleinste cel kan niet uit: onder 2 blijft niets verborgen', () => {
    for (const waarde of ['0', '1', '7,5', '-8'])
      expect([waarde, getal('kleine_cel', waarde)]).toMatchObject([waarde, { code: 'waarde_past_niet' }])
    expect(getal('kleine_cel', '5')).toBeUndefined()
  })

  it('winterkou kan pas onder een vorst aangaan, en een seizoen begint in een maand', () => {
    expect(getal('winterkou_drempel', '-2,5')).toBeUndefined()
    expect(getal('winterkou_seizoen_maand', '13')).toMatchObject({
      message: 'Vul een heel getal in van 1 tot en met 12.',
    })
    expect(getal('huurtoeslag_huurgrens', '-1')).toMatchObject({ code: 'waarde_past_niet' })
  })

  it('een vaste keuze kent alleen haar eigen antwoorden', () => {
    expect(checkWaarde('tweede_weigering', { soort: 'tekst', waarde: 'van de lijst' })).toMatchObject({
      message: 'Kies een van deze: overleg, achteraan, van_de_lijst.',
    })
  })

  it('het adres voor vragen is een e-mailadres of een webadres, of er is er geen', () => {
    const adres = (waarde: string) => checkWaarde('open_contact', { soort: 'tekst', waarde })
    for (const waarde of ['geen', 'cijfers@regio.example', 'https://regio.example/vragen?over=cijfers'])
      expect([waarde, adres(waarde)]).toEqual([waarde, undefined])
    for (const waarde of [
      '',
      'bel ons',
      'cijfers@regio',
      'http://regio.example',
      'javascript:alert(1)',
      'a b@c.nl',
    ])
      expect([waarde, adres(waarde)]).toMatchObject([waarde, { field: 'waarde.waarde' }])
  })
})
