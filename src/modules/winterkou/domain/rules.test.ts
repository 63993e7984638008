import { describe, expect, it } from 'vitest'
import {
  bruikbaar,
  checkEinde,
  checkNacht,
  checkStart,
  nextNummers,
  periodeVanSeizoen,
  seizoenVan,
  splitBijnamen,
  vrijVan,
} from './rules.ts'
import { canEindigen, canIntake, intakeActies, intakeOvergangen, toestandVan } from './toestanden.ts'

const avond = new Date('2026-12-03T22:00:00Z')
const regel = { drempel: 0, tekst: 'De regeling gaat aan onder het vriespunt.' }
const start = {
  soort: 'winterkou' as const,
  van: '2026-12-03',
  temperatuur: -2 as number | null,
  afwijkingReden: null as string | null,
  beslotenOp: '2026-12-03',
}

describe('de nacht', () => {
  it('om 2 uur is vannacht nog de nacht die gisteren begon', () => {
    const twee = new Date('2026-12-04T01:00:00Z')
    expect(checkNacht('2026-12-03', twee)).toBeUndefined()
    expect(checkNacht('2026-12-04', twee)).toMatchObject({ field: 'nacht' })
  })

  it('gasten noteer je voor vannacht en achteraf voor de nacht ervoor, niet voor andere nachten', () => {
    expect(checkNacht('2026-12-03', avond)).toBeUndefined()
    expect(checkNacht('2026-12-02', avond)).toBeUndefined()
    expect(checkNacht('2026-12-01', avond)).toMatchObject({ field: 'nacht' })
    expect(checkNacht('2026-12-04', avond)).toMatchObject({ field: 'nacht' })
  })

  it('een seizoen loopt van 1 juli tot 1 juli, zodat een winter één seizoen is', () => {
    expect(['2026-12-31', '2027-01-01', '2027-06-30', '2027-07-01'].map((dag) => seizoenVan(dag, 7))).toEqual(
      ['2026-2027', '2026-2027', '2026-2027', '2027-2028'],
    )
    expect(periodeVanSeizoen('2026-2027', 7)).toEqual({ van: '2026-07-01', tot: '2027-07-01' })
  })

  it('een regio die het seizoen in oktober laat beginnen, telt september bij de winter ervoor', () => {
    expect(['2026-09-30', '2026-10-01'].map((dag) => seizoenVan(dag, 10))).toEqual(['2025-2026', '2026-2027'])
    expect(periodeVanSeizoen('2026-2027', 10)).toEqual({ van: '2026-10-01', tot: '2027-10-01' })
  })
})

describe('aanzetten (WIN-01)', () => {
  it('kan onder de drempel, niet op de drempel', () => {
    expect(checkStart(start, regel, avond)).toBeUndefined()
    expect(checkStart({ ...start, temperatuur: 0 }, regel, avond)).toMatchObject({
      code: 'niet_koud_genoeg',
      field: 'temperatuur',
    })
  })

  it('kan boven de drempel alleen met een reden', () => {
    expect(
      checkStart({ ...start, temperatuur: 1, afwijkingReden: 'Harde wind, voelt als -8' }, regel, avond),
    ).toBeUndefined()
    expect(checkStart({ ...start, temperatuur: null }, regel, avond)).toMatchObject({ field: 'temperatuur' })
  })

  it('volgt de drempel die de regio instelt', () => {
    expect(checkStart({ ...start, temperatuur: 2 }, { ...regel, drempel: 3 }, avond)).toBeUndefined()
  })

  it('gaat niet in op een nacht die voorbij is, of te ver vooruit', () => {
    expect(checkStart({ ...start, van: '2026-12-02' }, regel, avond)).toMatchObject({ field: 'van' })
    expect(checkStart({ ...start, van: '2026-12-18' }, regel, avond)).toMatchObject({ field: 'van' })
    expect(checkStart({ ...start, beslotenOp: '2026-12-04' }, regel, avond)).toMatchObject({
      field: 'beslotenOp',
    })
  })

  it('een calamiteit vraagt geen temperatuur', () => {
    expect(checkStart({ ...start, soort: 'calamiteit', temperatuur: null }, regel, avond)).toBeUndefined()
  })
})

describe('beëindigen', () => {
  const periode = { van: '2026-12-03', tot: null }

  it('kan vanaf de eerste nacht, niet ervoor', () => {
    expect(checkEinde(periode, '2026-12-04', '2026-12-03', avond)).toBeUndefined()
    expect(checkEinde(periode, '2026-12-02', '2026-12-03', avond)).toMatchObject({ field: 'tot' })
  })

  it('een einde op de eerste nacht trekt de periode in', () => {
    expect(toestandVan({ van: '2026-12-03', tot: '2026-12-03' }, '2026-12-03')).toBe('ingetrokken')
  })

  it('kan één keer', () => {
    expect(canEindigen(periode, '2026-12-03').ok).toBe(true)
    expect(canEindigen({ ...periode, tot: '2026-12-09' }, '2026-12-03').ok).toBe(false)
    expect(toestandVan({ ...periode, tot: '2026-12-09' }, '2026-12-09')).toBe('geeindigd')
    expect(toestandVan(periode, '2026-12-02')).toBe('gepland')
  })
})

describe('bedden', () => {
  it('een gast krijgt het laagste bed dat vrij is', () => {
    expect(nextNummers([1, 3], 3)).toEqual([2, 4, 5])
  })

  it('bijgezette bedden maken het aantal vrije bedden nooit kleiner dan nul', () => {
    expect(vrijVan({ bedden: 5, gasten: 7 })).toBe(0)
  })

  it('de afstandsregel rondt naar beneden af', () => {
    expect(bruikbaar(9, 50)).toBe(4)
    expect(bruikbaar(10, 0)).toBe(0)
  })

  it('bijnamen staan achter elkaar met een komma of onder elkaar', () => {
    expect(splitBijnamen(' Jan, Piet\nK , ')).toEqual(['Jan', 'Piet', 'K'])
    expect(splitBijnamen(null)).toEqual([])
  })
})

describe('intake (WIN-07)', () => {
  it('een melding is het einde; een afgeronde afspraak kan opnieuw', () => {
    const kan = Object.fromEntries(
      Object.keys(intakeOvergangen).map((stand) => [
        stand,
        Object.keys(intakeActies).filter((actie) => canIntake(stand as 'open', actie as 'melding').ok),
      ]),
    )
    expect(kan).toEqual({
      geen: ['afspreken', 'melding'],
      open: ['afspreken', 'melding', 'afronden'],
      melding: [],
      afgerond: ['afspreken', 'melding'],
    })
  })
})
