import { describe, expect, it } from 'vitest'
import { findOpenStappen, findPadfouten, type Stap, standVan, stapnaam } from './besluitpad.ts'
import type { Orgaan } from './keuzes.ts'

const stap = (
  beurt: number,
  orgaan: Orgaan,
  gemeenteCode: string | null,
  meer: Partial<Stap> = {},
): Stap => ({
  beurt,
  orgaan,
  gemeenteCode,
  geplandOp: null,
  gedaanOp: null,
  uitkomst: null,
  ...meer,
})
const gedaan = (gedaanOp: string, uitkomst: Stap['uitkomst'] = 'akkoord') => ({ gedaanOp, uitkomst })
const fouten = (...stappen: Stap[]) =>
  findPadfouten(stappen, (een) => stapnaam(een.orgaan, een.gemeenteCode)).map(
    ({ stap: nummer, veld, melding }) => `${nummer}.${veld}: ${melding}`,
  )

describe('de weg van een besluit', () => {
  it('een raad kan niet voor het college van de eigen gemeente, wel voor dat van een andere', () => {
    expect(fouten(stap(1, 'college', 'V'), stap(2, 'raad', 'V', gedaan('2026-03-01')))).toEqual([
      '1.gedaanOp: Deze stap kan nog niet: eerst moet college van V klaar zijn.',
    ])
    expect(fouten(stap(1, 'college', 'S'), stap(2, 'raad', 'V', gedaan('2026-03-01')))).toEqual([])
  })

  it('het RBO wacht op elke gemeente met een lagere beurt', () => {
    const raden = [stap(2, 'raad', 'V', gedaan('2026-03-10')), stap(2, 'raad', 'S', gedaan('2026-03-12'))]
    expect(fouten(...raden, stap(3, 'rbo', null, gedaan('2026-03-11')))).toEqual([
      '2.gedaanOp: Kies een dag vanaf 12 maart 2026: toen was raad van S.',
    ])
    expect(fouten(...raden, stap(3, 'rbo', null, gedaan('2026-03-12')))).toEqual([])
  })

  it('na een nee gaat de weg niet verder', () => {
    expect(
      fouten(
        stap(1, 'college', 'V', gedaan('2026-03-01', 'niet_akkoord')),
        stap(2, 'raad', 'V', gedaan('2026-03-02')),
      ),
    ).toEqual(['1.gedaanOp: Deze stap kan niet: college van V was niet akkoord.'])
  })

  it('ook een plan houdt de volgorde aan', () => {
    expect(
      fouten(
        stap(1, 'college', 'V', { geplandOp: '2026-05-01' }),
        stap(2, 'raad', 'V', { geplandOp: '2026-04-01' }),
      ),
    ).toEqual(['1.geplandOp: Plan deze stap vanaf 1 mei 2026: dan is college van V.'])
  })

  it('stappen met dezelfde beurt gaan naast elkaar', () => {
    expect(fouten(stap(1, 'college', 'V'), stap(1, 'rbo', null, gedaan('2026-03-01')))).toEqual([])
  })
})

describe('hoe het met een besluit staat', () => {
  const stand = (beslotenOp: string | null, ...stappen: Stap[]) =>
    standVan({ beslotenOp, ingetrokkenOp: null, stappen })
  it('een voornemen, onderweg, rond of niet akkoord', () => {
    expect(stand(null)).toBe('voorgenomen')
    expect(stand(null, stap(1, 'rbo', null, gedaan('2026-03-01')))).toBe('voorgenomen')
    expect(stand('2026-03-01', stap(1, 'raad', 'V'))).toBe('onderweg')
    expect(stand('2026-03-01', stap(1, 'raad', 'V', gedaan('2026-03-01')))).toBe('rond')
    expect(stand('2026-03-01')).toBe('rond')
    expect(stand('2026-03-01', stap(1, 'raad', 'V', gedaan('2026-03-01', 'niet_akkoord')))).toBe(
      'niet_akkoord',
    )
    expect(standVan({ beslotenOp: null, ingetrokkenOp: '2026-03-01', stappen: [] })).toBe('ingetrokken')
  })

  it('wat nog nodig is, met wie nu aan zet is het eerst', () => {
    const open = findOpenStappen([
      stap(1, 'college', 'V', gedaan('2026-03-01')),
      stap(1, 'college', 'S'),
      stap(2, 'raad', 'S'),
      stap(2, 'raad', 'V'),
      stap(3, 'rbo', null),
    ])
    expect(open.map((een) => [stapnaam(een.stap.orgaan, een.stap.gemeenteCode), een.isAanDeBeurt])).toEqual([
      ['college van S', true],
      ['raad van V', true],
      ['raad van S', false],
      ['RBO', false],
    ])
  })

  it('een stap van een ander heet zoals is opgeschreven', () => {
    expect(stapnaam('overig', null, 'advies van de adviesraad')).toBe('advies van de adviesraad')
    expect(stapnaam('raad', 'Schiedam')).toBe('raad van Schiedam')
  })
})
