import { describe, expect, it } from 'vitest'
import {
  checkRoute,
  checkStap,
  checkVerlenging,
  type Doorloop,
  eindeVan,
  lijktAdres,
  openStappen,
  type Verbod,
  verbodActiesOp,
  verbodToestand,
} from './rules.ts'
import { naPlanActie, naRouteActie } from './toestanden.ts'

describe('de code van Veilig Thuis', () => {
  it('rood betekent een noodbed elders, oranje en groen een plek in de eigen gemeenten', () => {
    expect(checkRoute('rood', 'noodbed_elders')).toBeUndefined()
    expect(checkRoute('oranje', 'plek_in_regio')).toBeUndefined()
    expect(checkRoute('groen', 'plek_in_regio')).toBeUndefined()
  })

  it('een andere weg wordt geweigerd, met wat er dan wel moet', () => {
    expect(checkRoute('rood', 'plek_in_regio')).toMatchObject({
      code: 'route_past_niet_bij_code',
      message:
        'Bij code rood is de cliënt in de eigen gemeenten niet veilig. De weg is dan: noodbed elders in het land.',
    })
    for (const code of ['oranje', 'groen'] as const)
      expect(checkRoute(code, 'noodbed_elders')?.message).toContain('plek in de eigen gemeenten')
  })

  it('van een noodbed elders wordt geen adres vastgelegd', () => {
    for (const text of ['Dorpsstraat 12', '1234 AB', 'Bel bij Laan 3', 'Havenkade 7a'])
      expect(lijktAdres(text)).toBe(true)
    for (const text of ['Regio Noordoost', 'Opvang Noord, afdeling plaatsing', '06-12345678', 'team 4'])
      expect(lijktAdres(text)).toBe(false)
  })

  it('een route zonder plek vervalt, een route met plek wordt beëindigd, en daarna kan er niets meer', () => {
    expect(naRouteActie('te_regelen', 'eindigen')).toBe('vervallen')
    expect(naRouteActie('geplaatst', 'eindigen')).toBe('beeindigd')
    expect(naRouteActie('vervallen', 'plaatsen')).toBeUndefined()
    expect(naPlanActie('afgesloten', 'herzien')).toBeUndefined()
  })
})

const verbod: Verbod = { opgelegdOp: '2026-03-02', tot: '2026-03-12', verlengdTot: null, ingetrokkenOp: null }

describe('een tijdelijk huisverbod', () => {
  it('geldt tien dagen en eindigt vanzelf', () => {
    expect(verbodToestand(verbod, '2026-03-01')).toBe('komt')
    expect(verbodToestand(verbod, '2026-03-02')).toBe('geldt')
    expect(verbodToestand(verbod, '2026-03-11')).toBe('geldt')
    expect(verbodToestand(verbod, '2026-03-12')).toBe('voorbij')
  })

  it('kan worden verlengd tot hooguit vier weken na de eerste dag, één keer, zolang het geldt', () => {
    const op = '2026-03-10'
    expect(checkVerlenging(verbod, { op, verlengdTot: '2026-03-30', today: op })).toBeUndefined()
    expect(checkVerlenging(verbod, { op, verlengdTot: '2026-03-31', today: op })?.message).toContain(
      '30 maart 2026',
    )
    expect(checkVerlenging(verbod, { op, verlengdTot: '2026-03-12', today: op })?.code).toBe(
      'verlenging_te_lang',
    )
    expect(checkVerlenging(verbod, { op, verlengdTot: '2026-03-30', today: '2026-03-12' })?.code).toBe(
      'verbod_geldt_niet',
    )
    const verlengd = { ...verbod, verlengdTot: '2026-03-30' } as const
    expect(eindeVan(verlengd)).toBe('2026-03-30')
    expect(checkVerlenging(verlengd, { op, verlengdTot: '2026-03-30', today: op })?.code).toBe('al_verlengd')
    expect(verbodActiesOp(verlengd, op)).toEqual(['intrekken'])
  })

  it('is voorbij vanaf de dag dat de burgemeester het intrekt', () => {
    const ingetrokken = { ...verbod, ingetrokkenOp: '2026-03-05' } as const
    expect(verbodToestand(ingetrokken, '2026-03-04')).toBe('geldt')
    expect(verbodToestand(ingetrokken, '2026-03-05')).toBe('ingetrokken')
    expect(verbodActiesOp(ingetrokken, '2026-03-05')).toEqual([])
  })
})

const begin: Doorloop = {
  signalenOp: null,
  overlegOp: null,
  gesprekOp: null,
  geenGesprekReden: null,
  wegenOp: null,
  beslissenOp: null,
}

describe('de meldcode', () => {
  it('begint met signalen, overleg en gesprek, in de volgorde die nodig is', () => {
    expect(openStappen(begin)).toEqual(['signalen', 'overleg', 'gesprek'])
    expect(checkStap(begin, 'overleg')).toBeUndefined()
    expect(checkStap(begin, 'wegen')?.code).toBe('stap_te_vroeg')
  })

  it('slaat het gesprek alleen over met een reden, en weegt en beslist daarna', () => {
    const klaar = { ...begin, signalenOp: '2026-03-02', overlegOp: '2026-03-02' } as const
    expect(openStappen(klaar)).toEqual(['gesprek'])
    const zonder = { ...klaar, geenGesprekReden: 'onveilig_client' } as const
    expect(openStappen(zonder)).toEqual(['wegen'])
    const gewogen = { ...zonder, wegenOp: '2026-03-03' } as const
    expect(openStappen(gewogen)).toEqual(['beslissen'])
    expect(checkStap(gewogen, 'wegen')?.code).toBe('stap_al_gedaan')
    expect(openStappen({ ...gewogen, beslissenOp: '2026-03-03' })).toEqual([])
  })
})
