import { describe, expect, it } from 'vitest'
import { givenDesk, givenModel, readBenchModel, simulate } from '../../tests/given/simulation.ts'
import { plainAnswer } from './little.ts'
import { perReplication } from './results.ts'

describe('het antwoord op de achterkant van een envelop', () => {
  it('instroom maal verblijfsduur is het aantal plekken dat nodig is', () => {
    const [answer] = plainAnswer(givenModel(givenDesk({ rate: 0.5, places: 60, stay: 100 })))
    expect(answer).toMatchObject({
      arrivals: 0.5,
      stay: 100,
      needed: 50,
      places: 60,
      waiting: 0,
      growthAYear: 0,
    })
  })

  it('te weinig plekken: wie te veel komt maal hoe lang hij blijft wachten', () => {
    const desk = givenDesk({ rate: 0.5, places: 40, stay: 100 })
    desk.services[0]!.patience = { type: 'exponential', scale: 60 }
    const [answer] = plainAnswer(givenModel(desk))
    expect(answer!.waiting).toBeCloseTo(0.1 * 60, 9)
    expect(answer!.growthAYear).toBeCloseTo(36.525, 6)
  })

  it('te weinig plekken en niemand haakt af: dan groeit de lijst zonder einde en is er geen getal', () => {
    expect(
      plainAnswer(givenModel(givenDesk({ rate: 0.5, places: 40, stay: 100 })))[0]!.waiting,
    ).toBeUndefined()
  })

  it('telt mee wie doorstroomt en wie terugkomt', () => {
    const file = givenDesk({ rate: 1, places: 100, stay: 10 })
    file.services[0]!.next = [{ to: 'home', chance: 0.5 }]
    file.services[0]!.afterLeaving = { chance: 0.4, after: { type: 'exponential', scale: 30 }, to: 'entry' }
    file.services.push({ id: 'home', order: [{ from: 'any' }], stay: { type: 'exponential', scale: 200 } })
    file.facilities.push({ id: 'home', service: 'home', places: 200 })
    const [desk, home] = plainAnswer(givenModel(file))
    // Of each that comes half leaves, of whom 40% come back: 1 / (1 - 0.2).
    expect(desk!.arrivals).toBeCloseTo(1.25, 6)
    expect(home!.needed).toBeCloseTo(0.625 * 200, 4)
  })

  it('geeft met ruim genoeg plekken hetzelfde als de simulatie', () => {
    const file = readBenchModel('b')
    const wide = { ...file, facilities: file.facilities.map((facility) => ({ ...facility, places: 1000 })) }
    const answers = plainAnswer(givenModel(wide))
    const run = simulate({ ...wide, bins: { from: 36_500, span: 36_500, count: 10 } }, 1)
    answers.forEach((answer, s) => {
      const simulated = perReplication(run.outcome, [run.network.layout.inPlace + s])[0]!
      expect(Math.abs(answer.needed / simulated - 1)).toBeLessThan(0.03)
    })
  })
})
