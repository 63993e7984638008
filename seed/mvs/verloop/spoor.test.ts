import { describe, expect, it } from 'vitest'
import { calibrate } from '../../../src/modules/prognose/domain/ijking.ts'
import { parametersOf } from '../../../src/modules/prognose/domain/parameters.ts'
import { addDays, addMonths } from '../../../src/shared/plain-date.ts'
import {
  afwijking,
  feitenVan,
  isMis,
  meesteMissers,
  type Vergelijking,
  vergelijk,
} from '../../../tests/given/spoor.ts'
import { drawSpoor, eindeVan } from './spoor.ts'

const begin = '2021-11-22'
const peildatum = '2026-11-22'

function ijk(kans?: number): Vergelijking[] {
  const feiten = feitenVan(drawSpoor(begin, peildatum, kans), peildatum)
  return vergelijk(parametersOf(calibrate(feiten, 8), feiten), (product) => product)
}

describe('wat de kern trok', () => {
  it('is elke keer hetzelfde, en een langere geschiedenis begint met de kortere', () => {
    const tell = (tot: string) =>
      drawSpoor(begin, tot)
        .filter(({ dag }) => dag <= '2024-01-01')
        .map(({ soort, dag, mens, huis, product }) => [soort, dag, mens.nummer, huis, product].join(' '))
    const kort = tell('2024-06-30')
    expect(kort.length).toBeGreaterThan(500)
    expect(tell('2026-11-22')).toEqual(kort)
  })

  it('laat niemand op twee plekken zijn of twee keer wachten, en vult geen plek dubbel', () => {
    const spoor = drawSpoor(begin, peildatum)
    const feiten = feitenVan(spoor, peildatum)
    for (const { productId, locatieId } of feiten.plekken) {
      const plekken = feiten.plekken.filter((plek) => plek.locatieId === locatieId).length
      const verblijven = feiten.verblijven.filter((one) => one.locatieId === locatieId)
      for (const { van } of verblijven)
        if (van >= begin)
          expect(
            verblijven.filter((one) => one.van <= van && (one.tot === null || one.tot > van)).length,
            `${productId} op ${van}`,
          ).toBeLessThanOrEqual(plekken)
    }
    for (const stap of spoor) {
      if (stap.soort !== 'plek') continue
      const einde = eindeVan(stap)
      expect(einde === undefined || ['plek', 'woning', 'vertrek'].includes(einde.soort)).toBe(true)
    }
  })
})

describe('wat het programma van de demo volgt in de monitor', () => {
  it('is in elk van de laatste twaalf maanden genoeg om te laten zien: wie wacht, en wie uitstroomt', () => {
    const spoor = drawSpoor(begin, peildatum)
    const { wachtenden } = feitenVan(spoor, peildatum)
    for (let terug = 0; terug < 12; terug++) {
      const eerste = addMonths('2026-10-01', -terug)
      const laatste = addDays(addMonths(eerste, 1), -1)
      const wacht = wachtenden.filter(
        ({ op, gestartOp, wegOp }) =>
          op <= laatste && (gestartOp ?? '9') > laatste && (wegOp ?? '9') > laatste,
      )
      const weg = spoor.filter(
        ({ soort, dag }) => (soort === 'woning' || soort === 'vertrek') && dag >= eerste && dag <= laatste,
      )
      // Less than eight is hidden (instelling kleine_cel).
      expect(wacht.length, laatste).toBeGreaterThanOrEqual(8)
      expect(weg.length, laatste).toBeGreaterThanOrEqual(8)
    }
  })
})

describe('ijken op wat de kern trok', () => {
  it('geeft de getallen van de demo terug, zo vaak als een marge van 95% belooft', () => {
    const alle = ijk()
    const mis = alle.filter(isMis)
    expect(alle.length).toBeGreaterThan(30)
    expect(mis.length, JSON.stringify(mis)).toBeLessThanOrEqual(meesteMissers(alle.length))
  })

  it('zit over veertig geschiedenissen nergens scheef, en de marges kloppen per soort getal', () => {
    const per = new Map<string, Vergelijking[]>()
    for (let kans = 1; kans <= 40; kans++)
      for (const een of ijk(kans)) per.set(een.naam, [...(per.get(een.naam) ?? []), een])
    const scheef: string[] = []
    for (const [naam, lijst] of per) {
      const mis = lijst.filter(isMis).length
      if (mis > meesteMissers(lijst.length))
        scheef.push(`${naam}: ${mis} van ${lijst.length} buiten de marge`)
      // Of what is told only when there were enough cases, few cases are always on the high side.
      if (lijst.length < 40 || naam.startsWith('g')) continue
      const gemiddeld = lijst.reduce((sum, een) => sum + afwijking(een), 0) / lijst.length
      if (Math.abs(gemiddeld) * Math.sqrt(lijst.length) > 4)
        scheef.push(`${naam}: gemiddeld ${gemiddeld.toFixed(2)} marge ernaast`)
    }
    expect(scheef).toEqual([])
  }, 120_000)
})
