import { describe, expect, it } from 'vitest'
import { type Antwoord, cijfersVan, mensenVan, twijfelparenVan } from './ontdubbelen.ts'

let nummer = 0
const antwoord = (deel: Partial<Antwoord> = {}): Antwoord => ({
  id: `a${String(++nummer).padStart(4, '0')}`,
  organisatieId: 'kerk',
  klasse: 'E6',
  leeftijd: '27_49',
  geslacht: 'man',
  gezin: 'alleen',
  kinderen: 0,
  herkomst: 'onbekend',
  duur: 'onbekend',
  oorzaken: ['onbekend'],
  code: null,
  codeKort: null,
  ...deel,
})
const aantal = (antwoorden: Antwoord[], twijfel: 'zelfde' | 'verschillend' = 'verschillend') =>
  mensenVan(
    antwoorden,
    twijfelparenVan(antwoorden).map((paar) => ({ ...paar, oordeel: null })),
    twijfel,
  ).length

describe('ontdubbelen', () => {
  it('dezelfde code bij twee organisaties is één mens, in de groep met het laagste nummer', () => {
    const twee = [
      antwoord({ code: 'x', klasse: 'E6' }),
      antwoord({
        code: 'x',
        klasse: 'E1',
        organisatieId: 'straatteam',
        duur: '1_3_jaar',
        oorzaken: ['geweld'],
      }),
    ]
    expect(mensenVan(twee, [], 'verschillend')).toMatchObject([
      { klasse: 'E1', duur: '1_3_jaar', oorzaken: ['geweld'], bron: 'buiten' },
    ])
  })

  it('wie bij de eigen registratie en bij een ander bekend is, staat bij allebei', () => {
    const twee = [antwoord({ code: 'x', organisatieId: null }), antwoord({ code: 'x' })]
    expect(mensenVan(twee, [], 'verschillend')).toMatchObject([{ bron: 'beide' }])
  })

  it('zonder code telt elk antwoord als een mens', () => {
    expect(aantal([antwoord(), antwoord()], 'zelfde')).toBe(2)
  })

  it('dezelfde korte code is een twijfelgeval: een of twee mensen', () => {
    const twee = [antwoord({ code: 'x', codeKort: 'k' }), antwoord({ code: 'y', codeKort: 'k' })]
    expect(twijfelparenVan(twee)).toHaveLength(1)
    expect([aantal(twee, 'zelfde'), aantal(twee)]).toEqual([1, 2])
  })

  it('een keuze gaat voor: zelfde is één, verschillend is twee, wat er ook over twijfel is gezegd', () => {
    const twee = [antwoord({ code: 'x', codeKort: 'k' }), antwoord({ codeKort: 'k' })]
    const [paar] = twijfelparenVan(twee)
    expect(mensenVan(twee, [{ ...paar!, oordeel: 'zelfde' }], 'verschillend')).toHaveLength(1)
    expect(mensenVan(twee, [{ ...paar!, oordeel: 'verschillend' }], 'zelfde')).toHaveLength(2)
  })

  it('drie antwoorden van één mens geven met een ander één twijfelgeval en niet drie', () => {
    const vier = [
      ...['a', 'b', 'c'].map((organisatieId) => antwoord({ organisatieId, code: 'x', codeKort: 'k' })),
      antwoord({ code: 'y', codeKort: 'k' }),
    ]
    expect(twijfelparenVan(vier)).toHaveLength(1)
  })

  it('twee mensen van de eigen registratie zijn nooit dezelfde, ook niet met één code', () => {
    const eigen = [0, 1].map(() => antwoord({ organisatieId: null, code: 'x', codeKort: 'k' }))
    expect(twijfelparenVan(eigen)).toEqual([])
    expect(aantal(eigen, 'zelfde')).toBe(2)
    expect(aantal([...eigen, antwoord({ code: 'x', codeKort: 'k' })])).toBe(3)
    expect(twijfelparenVan([...eigen, antwoord({ code: 'x', codeKort: 'k' })])).toHaveLength(2)
  })
})

describe('cijfers', () => {
  it('elke verdeling telt op tot het aantal van de groep, oorzaken niet, en kinderen staan apart', () => {
    const cijfers = cijfersVan(
      [
        antwoord({ gezin: 'met_kinderen', kinderen: 2, oorzaken: ['geweld', 'migratie'] }),
        antwoord({ geslacht: 'vrouw', codeKort: 'k' }),
        antwoord({ geslacht: 'vrouw', codeKort: 'k' }),
      ],
      [],
    )
    const van = (verdeling: string) =>
      cijfers.filter((one) => one.verdeling === verdeling).reduce((sum, one) => sum + one.aantal, 0)
    expect(cijfers.every((one) => one.klasse === 'E6')).toBe(true)
    for (const verdeling of ['samen', 'leeftijd', 'geslacht', 'gezin', 'herkomst', 'duur', 'bron'])
      expect(van(verdeling), verdeling).toBe(3)
    expect([van('oorzaak'), van('kinderen')]).toEqual([4, 2])
  })

  it('het laagste aantal rekent onbesliste twijfelgevallen als dezelfde mens', () => {
    const twee = [antwoord({ codeKort: 'k' }), antwoord({ codeKort: 'k' })]
    const paren = twijfelparenVan(twee).map((paar) => ({ ...paar, oordeel: null }))
    expect(cijfersVan(twee, paren).find((one) => one.verdeling === 'samen')).toMatchObject({
      aantal: 2,
      minimum: 1,
    })
  })
})
