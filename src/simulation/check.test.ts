import { describe, expect, it } from 'vitest'
import { givenDesk, readBenchModel } from '../../tests/given/simulation.ts'
import { checkModel } from './check.ts'
import type { ModelFile } from './model.ts'

function faultsOf(change: (file: ModelFile) => void): string[] {
  const file = structuredClone(givenDesk({ rate: 1, places: 2 }))
  change(file)
  return checkModel(file).faults.map((fault) => `${fault.path}: ${fault.message}`)
}

describe('een model wordt gecontroleerd', () => {
  it('de modellen van de vergelijking zijn in orde', () => {
    for (const name of ['a', 'b', 'c'] as const) expect(checkModel(readBenchModel(name)).faults).toEqual([])
  })

  it('komt heen en terug door JSON zonder te veranderen', () => {
    const { model } = checkModel(readBenchModel('c'))
    expect(checkModel(JSON.parse(JSON.stringify(model))).model).toEqual(model)
  })

  const wrong: [what: string, change: (file: ModelFile) => void, fault: string][] = [
    ['negatieve instroom', (file) => (file.arrivals[0]!.rate = -1), 'arrivals[0].rate: Vul een getal van 0'],
    [
      'een onzinnig groot getal',
      (file) => (file.facilities[0]!.places = 1e9),
      'facilities[0].places: Vul een getal van 100000 of lager in.',
    ],
    [
      'een dienst die niet bestaat',
      (file) => (file.services[0]!.next = [{ to: 'huis', chance: 0.5 }]),
      'services[0].next[0].to: “huis” bestaat niet. Kies uit: desk.',
    ],
    [
      'een profiel dat niet bestaat',
      (file) => (file.arrivals[0]!.profile = 'x'),
      'arrivals[0].profile: “x” bestaat niet. Kies uit: customer.',
    ],
    [
      'twee keer dezelfde naam',
      (file) => file.facilities.push(file.facilities[0]!),
      'facilities: De naam “desk” komt twee keer voor.',
    ],
    [
      'kansen die samen meer dan 1 zijn',
      (file) => {
        file.services.push({ ...file.services[0]!, id: 'home' })
        file.facilities.push({ id: 'home', service: 'home', places: 1 })
        file.services[0]!.next = [{ to: 'home', chance: 0.6, factors: { customer: 2 } }]
      },
      'services[0].next: Voor profiel “customer” tellen de kansen op tot 1.200',
    ],
    [
      'een rondje waar niemand uit komt',
      (file) => {
        file.services.push({ ...file.services[0]!, id: 'home', next: [{ to: 'desk', chance: 1 }] })
        file.facilities.push({ id: 'home', service: 'home', places: 1 })
        file.services[0]!.next = [{ to: 'home', chance: 1 }]
      },
      'services: De route loopt rond: desk → home → desk.',
    ],
    [
      'een dienst zonder plekken',
      (file) => file.services.push({ ...file.services[0]!, id: 'home' }),
      'services[1]: “home” heeft geen enkele locatie',
    ],
    [
      'plekken zonder verblijfsduur',
      (file) => delete file.services[0]!.stay,
      'services[0].stay: Zeg hoe lang een verblijf duurt.',
    ],
    [
      'minder dan nul plekken',
      (file) => (file.facilities[0]!.changes = [{ day: 30, delta: -3 }]),
      'facilities[0].changes: Op dag 30 zijn er dan -1 plekken.',
    ],
    [
      'wie nergens toegelaten wordt',
      (file) => {
        file.areas.push('ver')
        file.facilities[0]!.areas = ['area']
      },
      'facilities: Niemand met profiel “customer” uit “ver” kan ooit terecht bij “desk”',
    ],
    [
      'wie niet op de lijst past',
      (file) => {
        file.classes.push('spoed')
        file.services[0]!.order = [{ from: 'any', classes: ['all'] }]
      },
      'services[0].order: Wie “spoed” is en van buiten komt, staat 0 keer in de volgorde',
    ],
    [
      'een daling tot onder nul',
      (file) => {
        file.arrivals[0]!.trend = -0.5
        file.bins = { from: 0, span: 365, count: 3 }
      },
      'arrivals[0].trend: Met deze daling komt er vóór het einde minder dan nul.',
    ],
    [
      'een tabel die daalt',
      (file) => (file.services[0]!.stay = { type: 'table', scale: 1, quantiles: [1, 0.5] }),
      'services[0].stay.quantiles: De waarden moeten oplopen.',
    ],
    [
      'dagen die niet oplopen',
      (file) => (file.bins = { edges: [0, 10, 10] }),
      'bins: De dagen moeten oplopen.',
    ],
    ['leeg', (file) => (file.arrivals = undefined as never), 'arrivals: '],
  ]

  it.each(wrong)('%s', (_, change, fault) => {
    const faults = faultsOf(change)
    expect(
      faults.some((text) => text.startsWith(fault)),
      faults.join('\n'),
    ).toBe(true)
  })

  it('niets dat op een model lijkt', () => {
    expect(checkModel(null).faults.length).toBeGreaterThan(0)
    expect(checkModel('{').faults.length).toBeGreaterThan(0)
  })
})
