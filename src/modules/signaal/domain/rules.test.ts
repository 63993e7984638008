import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { codeOf, decideWeging, isWijkVan, latestHeroverweging, oppakkenVoor, readCode } from './rules.ts'
import {
  canBemoeizorg,
  canSignaal,
  signaalActies,
  signaalOvergangen,
  signaalToestanden,
} from './toestanden.ts'

const maandag = '2026-03-02'
const drieWerkdagen = { aantal: 3, eenheid: 'werkdagen' } as const
const drieMaanden = { aantal: 3, eenheid: 'maanden' } as const

describe('een signaal oppakken (OUT-05)', () => {
  it('moet binnen de termijn van de regio', () => {
    expect(oppakkenVoor(maandag, drieWerkdagen, null)).toBe('2026-03-05')
  })
  it('moet voor de dag van een ontruiming, als die eerder komt', () => {
    expect(oppakkenVoor(maandag, drieWerkdagen, '2026-03-04')).toBe('2026-03-03')
    expect(oppakkenVoor(maandag, drieWerkdagen, '2026-06-01')).toBe('2026-03-05')
    expect(oppakkenVoor(maandag, drieWerkdagen, maandag)).toBe(maandag)
  })
  it('gaat van binnen naar opgepakt naar afgerond, en alleen terug als een ander het krijgt', () => {
    const orde = Object.keys(signaalToestanden)
    for (const [van, stappen] of Object.entries(signaalOvergangen))
      for (const [actie, naar] of Object.entries(stappen))
        if (actie !== 'doorgeven') expect(orde.indexOf(naar)).toBeGreaterThanOrEqual(orde.indexOf(van))
  })
  it('kan pas afgerond worden als iemand het oppakte, en maar één keer', () => {
    const signaal = (status: keyof typeof signaalToestanden) => ({ status, teruggekoppeldOp: null })
    expect(canSignaal(signaal('binnen'), 'afronden').ok).toBe(false)
    expect(canSignaal(signaal('opgepakt'), 'afronden').ok).toBe(true)
    for (const actie of ['oppakken', 'koppelen', 'melding', 'afronden'] as const)
      expect(canSignaal(signaal('afgerond'), actie).ok, signaalActies[actie]).toBe(false)
  })
  it('de melder krijgt één keer antwoord', () => {
    expect(canSignaal({ status: 'afgerond', teruggekoppeldOp: null }, 'terugkoppelen').ok).toBe(true)
    expect(canSignaal({ status: 'afgerond', teruggekoppeldOp: maandag }, 'terugkoppelen').ok).toBe(false)
  })
})

describe('de code van de melder (OUT-03)', () => {
  it('is voor te lezen en over te typen, met of zonder streepjes en hoofdletters', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const code = codeOf(bytes)
        expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/)
        const plain = code.replaceAll('-', '')
        return readCode(code) === plain && readCode(` ${plain.toLowerCase()} `) === plain
      }),
    )
  })
  it('is geen code als er letters in staan die op elkaar lijken, of te weinig', () => {
    expect(readCode('0000-0000-0000')).toBeUndefined()
    expect(readCode('ABCD-EFGH')).toBeUndefined()
  })
})

describe('handelen zonder toestemming (OUT-02)', () => {
  const weging = {
    grond: 'WETTELIJKE_TAAK_COLLEGE',
    heroverwegenVoor: '2026-05-01',
    isAanbieder: false,
    termijn: drieMaanden,
    today: maandag,
  } as const
  it('noemt altijd het wetsartikel', () => {
    expect(decideWeging(weging)).toEqual({ artikel: 'Wmo 2015 art. 5.1.1 lid 1' })
    expect(decideWeging({ ...weging, grond: 'BEROEPSHALVE_MEDEWERKING' })).toEqual({
      artikel: 'Wmo 2015 art. 5.3.3 lid 3',
    })
  })
  it('een aanbieder beroept zich niet op de taak van het college, en andersom', () => {
    expect(decideWeging({ ...weging, isAanbieder: true })).toMatchObject({ code: 'grond_past_niet' })
    expect(decideWeging({ ...weging, grond: 'UITVOERING_AANBIEDER' })).toMatchObject({
      code: 'grond_past_niet',
    })
    expect(isRejection(decideWeging({ ...weging, grond: 'UITVOERING_AANBIEDER', isAanbieder: true }))).toBe(
      false,
    )
  })
  it('wordt op tijd opnieuw gewogen: binnen de termijn van de regio, bij direct gevaar binnen 30 dagen', () => {
    expect(latestHeroverweging(maandag, 'WETTELIJKE_TAAK_COLLEGE', drieMaanden)).toBe('2026-06-02')
    expect(latestHeroverweging(maandag, 'VITAAL_BELANG', drieMaanden)).toBe(addDays(maandag, 30))
    expect(decideWeging({ ...weging, heroverwegenVoor: '2026-06-03' })).toMatchObject({
      code: 'heroverwegen_te_laat',
    })
    expect(decideWeging({ ...weging, heroverwegenVoor: maandag })).toMatchObject({
      code: 'heroverwegen_te_laat',
    })
    expect(decideWeging({ ...weging, grond: 'VITAAL_BELANG' })).toMatchObject({
      code: 'heroverwegen_te_laat',
    })
  })
  it('is klaar als het is gestopt', () => {
    expect(canBemoeizorg({ geeindigdOp: null }, 'wegen').ok).toBe(true)
    expect(canBemoeizorg({ geeindigdOp: maandag }, 'wegen').ok).toBe(false)
  })
})

describe('wijken (OUT-09)', () => {
  it('een wijk hoort bij één gemeente', () => {
    expect(isWijkVan('gm0622_holy', 'GM0622')).toBe(true)
    expect(isWijkVan('gm0622_holy', 'GM0606')).toBe(false)
  })
})
