import { describe, expect, it } from 'vitest'
import { metUitvoeringsprogramma, type VastPunt, vastePuntenOp } from './agenda.ts'
import { opzeggenVoorVan, overeenkomststandVan, stukkenOpVan } from './termijnen.ts'

const punt = (
  titel: string,
  herhaling: VastPunt['herhaling'],
  soort: VastPunt['soort'] = 'overig',
): VastPunt => ({
  titel,
  soort,
  herhaling,
})
const op = (datum: string, punten: VastPunt[], ...anderen: [string, string][]) =>
  vastePuntenOp(
    punten,
    datum,
    anderen.map(([dag, titel]) => ({ datum: dag, titels: [titel] })),
  ).map(({ titel }) => titel)

describe('vaste punten op de agenda', () => {
  it('wat elke vergadering terugkomt, staat er altijd', () => {
    expect(
      op('2026-03-02', [punt('Mededelingen', 'elke_vergadering')], ['2026-02-02', 'Mededelingen']),
    ).toEqual(['Mededelingen'])
  })

  it('wat één keer per kwartaal komt, staat op de eerste vergadering van dat kwartaal', () => {
    const cijfers = [punt('Cijfers', 'elk_kwartaal')]
    expect(op('2026-03-31', cijfers, ['2026-01-05', 'Cijfers'])).toEqual([])
    expect(op('2026-04-01', cijfers, ['2026-03-31', 'Cijfers'])).toEqual(['Cijfers'])
    expect(op('2026-04-01', cijfers, ['2025-04-01', 'Cijfers'])).toEqual(['Cijfers'])
  })

  it('wat één keer per halfjaar of jaar komt ook, en een ander punt telt daarvoor niet mee', () => {
    const punten = [punt('Evaluatie', 'elk_jaar'), punt('Begroting', 'elk_halfjaar')]
    expect(op('2026-06-30', punten, ['2026-01-01', 'Evaluatie'], ['2026-02-01', 'Anders'])).toEqual([
      'Begroting',
    ])
    expect(op('2026-07-01', punten, ['2026-06-30', 'Begroting'], ['2026-12-31', 'Evaluatie'])).toEqual([
      'Begroting',
    ])
  })

  it('een regionaal bestuurlijk overleg krijgt het uitvoeringsprogramma vanzelf, vooraan', () => {
    const eigen = punt('Mededelingen', 'elke_vergadering')
    expect(metUitvoeringsprogramma('rbo', [eigen]).map(({ soort }) => soort)).toEqual([
      'uitvoeringsprogramma',
      'overig',
    ])
    const programma = punt('Ons programma', 'elke_vergadering', 'uitvoeringsprogramma')
    expect(metUitvoeringsprogramma('rbo', [eigen, programma])).toEqual([eigen, programma])
    expect(metUitvoeringsprogramma('asg', [eigen])).toEqual([eigen])
  })
})

describe('dagen die meetellen', () => {
  it('de stukken zijn er zoveel dagen voor de vergadering', () => {
    expect(stukkenOpVan('2026-03-02', 14)).toBe('2026-02-16')
    expect(stukkenOpVan('2026-03-02', 0)).toBe('2026-03-02')
    expect(stukkenOpVan('2026-03-02', null)).toBeNull()
  })

  const looptijd = (meer: object = {}) => ({
    eindigtOp: '2026-12-31',
    opzegtermijnMaanden: 6,
    herzienOp: null,
    afgeslotenOp: null,
    ...meer,
  })

  it('opzeggen kan tot zoveel maanden voor de laatste dag', () => {
    expect(opzeggenVoorVan(looptijd())).toBe('2026-06-30')
    expect(opzeggenVoorVan(looptijd({ opzegtermijnMaanden: null }))).toBeNull()
    expect(opzeggenVoorVan(looptijd({ eindigtOp: null }))).toBeNull()
  })

  it('een overeenkomst vraagt aandacht als zij bijna eindigt, herzien of opgezegd moet worden', () => {
    const stand = (op: string, tot: string, meer: object = {}) =>
      overeenkomststandVan(looptijd(meer), op, tot)
    expect(stand('2026-01-01', '2026-06-29')).toBe('loopt')
    expect(stand('2026-01-01', '2026-06-30')).toBe('nabij')
    expect(stand('2026-07-01', '2026-12-30')).toBe('loopt')
    expect(stand('2026-07-01', '2026-12-31')).toBe('nabij')
    expect(stand('2026-12-31', '2027-06-30')).toBe('nabij')
    expect(stand('2027-01-01', '2027-07-01')).toBe('voorbij')
    expect(stand('2027-01-01', '2027-07-01', { afgeslotenOp: '2026-12-31' })).toBe('afgesloten')
    expect(stand('2026-01-01', '2026-03-01', { herzienOp: '2026-02-01' })).toBe('nabij')
    expect(stand('2026-01-01', '2026-03-01', { eindigtOp: null })).toBe('loopt')
  })
})
