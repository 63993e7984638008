import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRejection } from '../../../shared/rejection.ts'
import { canDecideBezwaar, canRaiseBezwaar } from './bezwaar.ts'
import { decideVoorstel, type Voorstelfeiten } from './doen.ts'
import { type Aanbod, matchOf, type Zoeker } from './match.ts'
import { canMove, type Status, statussen } from './rules.ts'
import { decideWeigering } from './weigering.ts'

const regels = { gezinNooitInNachtopvang: true, kenmerkNaam: (code: string) => code }
const alleen: Zoeker = {
  personen: 1,
  kinderen: 0,
  geslacht: 'vrouw',
  kenmerken: [],
  gemeenteCode: 'GM0622',
  alleenLocatieId: null,
}
const gezin: Zoeker = { ...alleen, personen: 4, kinderen: 3 }
const plek: Aanbod = {
  locatieId: 'a',
  gemeenteCode: 'GM0622',
  kenmerken: [],
  personenMaximum: 1,
  gezinnen: 'ja',
  alleenNacht: false,
}
const codes = (zoeker: Zoeker, aanbod: Partial<Aanbod>) =>
  matchOf(zoeker, { ...plek, ...aanbod }, regels)
    .redenen.filter((reden) => reden.past === 'nee')
    .map((reden) => reden.code)

describe('past deze plek bij deze mensen', () => {
  it('een huishouden past alleen op een plek waar iedereen samen terechtkan', () => {
    expect(codes(gezin, {})).toEqual(['te_klein'])
    expect(codes(gezin, { personenMaximum: 4 })).toEqual([])
  })
  it('een gezin met kinderen gaat nooit naar de nachtopvang; maatwerk kan met een reden', () => {
    const nacht = matchOf(gezin, { ...plek, personenMaximum: 4, alleenNacht: true }, regels)
    expect(nacht).toMatchObject({ past: false, maatwerkMogelijk: true })
    expect(matchOf(gezin, { ...plek, alleenNacht: true }, regels).maatwerkMogelijk).toBe(false)
    const elders = { ...regels, gezinNooitInNachtopvang: false }
    expect(matchOf(gezin, { ...plek, personenMaximum: 4, alleenNacht: true }, elders).past).toBe(true)
  })
  it('een product zonder gezinnen of alleen voor gezinnen', () => {
    expect(codes(gezin, { personenMaximum: 4, gezinnen: 'nee' })).toEqual(['geen_gezinnen'])
    expect(codes(alleen, { gezinnen: 'alleen' })).toEqual(['alleen_gezinnen'])
  })
  it('een plek alleen voor vrouwen of alleen voor mannen', () => {
    expect(codes({ ...alleen, geslacht: 'man' }, { kenmerken: ['vrouwen'] })).toEqual(['alleen_vrouwen'])
    expect(codes(alleen, { kenmerken: ['mannen'] })).toEqual(['alleen_mannen'])
    expect(codes({ ...alleen, geslacht: 'onbekend' }, { kenmerken: ['vrouwen'] })).toEqual([])
  })
  it('een andere gemeente weegt mee maar maakt een plek niet ongeschikt', () => {
    const elders = matchOf(alleen, { ...plek, gemeenteCode: 'GM0606' }, regels)
    expect(elders.past).toBe(true)
    expect(elders.redenen.map((reden) => reden.past)).toEqual(['let_op'])
  })
  it('een kenmerk erbij vragen maakt een plek nooit meer passend', () => {
    fc.assert(
      fc.property(
        fc.subarray(['rolstoel', 'huisdier', 'rookvrij']),
        fc.subarray(['rolstoel', 'huisdier', 'rookvrij']),
        fc.constantFrom('rolstoel', 'huisdier', 'rookvrij'),
        (heeft, vraagt, extra) => {
          const past = (kenmerken: string[]) =>
            matchOf({ ...alleen, kenmerken }, { ...plek, kenmerken: heeft }, regels).past
          if (past([...vraagt, extra])) expect(past(vraagt)).toBe(true)
        },
      ),
    )
  })
})

describe('een voorstel doen', () => {
  const feiten: Voorstelfeiten = {
    match: { past: true, maatwerkMogelijk: false, redenen: [] },
    ruimte: { ok: true },
    voorgangers: 0,
    afwijkingReden: null,
    overboekingReden: null,
  }
  it('een reden die niet nodig was telt niet als afwijking', () => {
    expect(decideVoorstel({ ...feiten, afwijkingReden: 'zomaar', overboekingReden: 'zomaar' })).toEqual({
      afwijkingReden: null,
      overboekingReden: null,
    })
  })
  it('iemand overslaan en boven de capaciteit gaan vragen elk een eigen reden', () => {
    expect(decideVoorstel({ ...feiten, voorgangers: 2 })).toMatchObject({ field: 'afwijkingReden' })
    const vol = { ...feiten, ruimte: { ok: false, reden: 'vastgehouden' } } as const
    expect(decideVoorstel({ ...vol, afwijkingReden: 'x' })).toMatchObject({ field: 'overboekingReden' })
    expect(isRejection(decideVoorstel({ ...vol, overboekingReden: 'x' }))).toBe(false)
  })
  it('een plek die niet past gaat niet door, ook niet met een reden', () => {
    const match = {
      past: false,
      maatwerkMogelijk: false,
      redenen: [{ code: 'te_klein', past: 'nee', tekst: 'Te klein.' }],
    } as const
    expect(decideVoorstel({ ...feiten, match, afwijkingReden: 'x', overboekingReden: 'x' })).toMatchObject({
      code: 'plek_past_niet',
    })
  })
})

describe('weigeren', () => {
  const decide = (zijde: 'aanbieder' | 'persoon', eerdereWeigeringen: number, tweedeWeigering: string) =>
    decideWeigering({ zijde, eerdereWeigeringen, tweedeWeigering })
  it('een aanbieder die weigert kost de persoon nooit iets', () => {
    for (const keuze of ['overleg', 'achteraan', 'van_de_lijst'])
      expect(decide('aanbieder', 5, keuze)).toBe('rang_blijft')
  })
  it('wie een eerste keer weigert behoudt zijn plaats; bij de tweede keer beslist de regio', () => {
    expect(decide('persoon', 0, 'van_de_lijst')).toBe('rang_blijft')
    expect(decide('persoon', 1, 'achteraan')).toBe('achteraan')
    expect(decide('persoon', 1, 'van_de_lijst')).toBe('van_de_lijst')
    expect(decide('persoon', 1, 'iets onbekends')).toBe('overleg')
  })
})

describe('bezwaar', () => {
  const stand = { status: 'geweigerd', weigerZijde: 'aanbieder', bezwaarOp: null, bezwaarUitkomst: null }
  it('kan één keer, alleen tegen een weigering door de aanbieder', () => {
    expect(canRaiseBezwaar(stand).ok).toBe(true)
    expect(canRaiseBezwaar({ ...stand, weigerZijde: 'persoon' }).ok).toBe(false)
    expect(canRaiseBezwaar({ ...stand, bezwaarOp: '2026-03-01' }).ok).toBe(false)
  })
  it('niemand beslist over een weigering van de eigen organisatie', () => {
    const open = { ...stand, bezwaarOp: '2026-03-01' }
    expect(canDecideBezwaar(open, true).ok).toBe(false)
    expect(canDecideBezwaar(open, false).ok).toBe(true)
    expect(canDecideBezwaar({ ...open, bezwaarUitkomst: 'gegrond' }, false).ok).toBe(false)
  })
})

describe('standen van een voorstel', () => {
  it('een afgerond voorstel gaat niet verder, behalve een weigering na gegrond bezwaar', () => {
    for (const van of ['vervallen', 'ingetrokken', 'gestart', 'niet_verschenen'] as const)
      for (const naar of Object.keys(statussen) as Status[]) expect(canMove(van, naar).ok).toBe(false)
    expect(canMove('geweigerd', 'voorgesteld').ok).toBe(true)
    expect(canMove('voorgesteld', 'gestart')).toMatchObject({
      ok: false,
      reden: expect.stringMatching(/aanvaard/),
    })
  })
})
