import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BEGELEID,
  givenMaatregel,
  givenUitgangspunt,
  NIEUW,
  OPVANG,
} from '../../../../tests/given/uitgangspunt.ts'
import { type Arm, eersteArmen, type Gelopen, modelVan, type Opdracht, verder } from './berekening.ts'
import { MEESTE_PLEKKEN, nextPoging, type Poging } from './doel.ts'
import { disturb, verstoorbaar } from './gevoeligheid.ts'
import { kostenVan, prijsPerWachtdag } from './kosten.ts'
import { joinDelen, wachtdagenVan, wachttijd } from './loop.ts'
import type { Maatregel } from './maatregel.ts'
import { createRekenaar, describeKeten } from './rekenen.ts'
import type { Uitgangspunt } from './uitgangspunt.ts'

const reken = createRekenaar()
let keer = 0

/** Runs a question to its end, as the queue does. */
function antwoord(opdracht: Opdracht, punt: Uitgangspunt, maatregelen: readonly Maatregel[]) {
  let armen = eersteArmen(opdracht, punt)
  for (let ronde = 0; ronde < 40; ronde++) {
    const gelopen = armen.map((arm) => run(opdracht, punt, maatregelen, arm))
    const next = verder(opdracht, punt, maatregelen, gelopen)
    if ('klaar' in next) return next.klaar
    armen =
      'erbij' in next
        ? [...armen, ...next.erbij]
        : armen.map((arm) => ({ ...arm, herhalingen: next.herhalingen }))
  }
  throw new Error('no end')
}

function run(opdracht: Opdracht, punt: Uitgangspunt, maatregelen: readonly Maatregel[], arm: Arm): Gelopen {
  const { model, fout } = modelVan(opdracht, punt, maatregelen, arm)
  if (!model) throw new Error(fout)
  const deel = reken({ sleutel: String(keer++), model, zaad: 11, eerste: 0, aantal: arm.herhalingen })
  if ('fout' in deel) throw new Error(deel.fout)
  return { arm, loop: joinDelen(describeKeten(model), [deel]) }
}

const punt = givenUitgangspunt()
const plekken = givenMaatregel({ soort: 'plekken', product: OPVANG, aantal: 20, kostenPerJaar: 200_000 })

const leeg = givenUitgangspunt({
  arrivals: [],
  facilities: punt.model.facilities.map((one) => ({ ...one, start: [] })),
})

describe('met en zonder de maatregelen', () => {
  const uitkomst = antwoord({ soort: 'vergelijking' }, punt, [plekken])
  if (uitkomst.soort !== 'vergelijking') throw new Error('other')
  const vind = (maat: string, naam: string, jaar = 2) =>
    uitkomst.cijfers.find((one) => one.maat === maat && one.naam === naam && one.jaar === jaar)!

  it('het verschil is met min zonder, en de gemeenten samen zijn het geheel', () => {
    for (const { basis, met, verschil } of uitkomst.cijfers)
      expect(verschil.gemiddeld).toBeCloseTo(met.gemiddeld - basis.gemiddeld, 1)
    const gemeenten = ['Schiedam', 'Vlaardingen'].map((naam) => vind('wachtend', naam).met.gemiddeld)
    expect(gemeenten[0]! + gemeenten[1]!).toBeCloseTo(vind('wachtend', 'Hele keten').met.gemiddeld, 1)
  })

  it('wie er is plus wie komt min wie gaat is wie er dan is', () => {
    // Of the opvang: reports and steps in against placements; the band of who is there never passes the places.
    const bezet = vind('bezet', 'Opvang')
    expect(bezet.basis.hoog).toBeLessThanOrEqual(30.01)
    expect(bezet.met.hoog).toBeLessThanOrEqual(50.01)
    expect(vind('geplaatst', 'Opvang').met.gemiddeld).toBeLessThanOrEqual(
      vind('instroom', 'Opvang').met.gemiddeld + vind('wachtend', 'Opvang', 1).met.gemiddeld + 1,
    )
  })

  it('meer plekken: minder wachten, korter wachten, minder nachten zonder plek, en dat is zeker', () => {
    for (const maat of ['wachtend', 'wachttijd', 'nachten_zonder_plek'])
      expect(vind(maat, 'Hele keten').verschil.hoog).toBeLessThan(0)
    expect(uitkomst.zekerheid[0]).toBe(
      'Met de maatregelen wordt er minder gewacht. In 10 van de 10 mogelijke toekomsten is dat zo.',
    )
    // The slowest five of a hundred can wait longer: who would have given up now gets a place after all.
    expect(uitkomst.wachtdagen[0]!.met[0]!).toBeLessThan(uitkomst.wachtdagen[0]!.basis[0]!)
    expect(vind('afgehaakt', 'Hele keten').verschil.hoog).toBeLessThan(0)
  })

  it('kosten per dag die niet wordt gewacht: de extra kosten gedeeld door die dagen', () => {
    const { totaal, minderWachtdagen, perWachtdag } = uitkomst.kosten
    // From 1 July 2026 to 1 February 2028: 580 days of 200,000 a year.
    expect(totaal).toBeCloseTo((200_000 * 580) / 365.25, 0)
    expect(perWachtdag!.gemiddeld).toBeCloseTo(totaal! / minderWachtdagen.gemiddeld, 6)
    expect(perWachtdag!.laag).toBeLessThan(perWachtdag!.hoog)
  })

  it('er staat nergens iets dat geen getal is', () => {
    const walk = (value: unknown): void => {
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
      else if (value && typeof value === 'object') Object.values(value).forEach(walk)
    }
    walk(uitkomst)
  })

  it('een keten waar niemand komt geeft nullen en geen fout', () => {
    const niets = antwoord({ soort: 'vergelijking' }, leeg, [plekken])
    if (niets.soort !== 'vergelijking') throw new Error('other')
    expect(niets.cijfers.every(({ met }) => met.gemiddeld === 0)).toBe(true)
    expect(niets.zekerheid[0]).toBe('De maatregelen veranderen niets aan het wachten.')
    expect(niets.kosten.perWachtdag).toBeNull()
  })

  it('plekken op een lijst waar niemand op komt: het antwoord zegt dat zij leeg blijven, en anders niet', () => {
    const niets = antwoord({ soort: 'vergelijking' }, leeg, [plekken])
    if (niets.soort !== 'vergelijking') throw new Error('other')
    expect(niets.zekerheid.at(-1)).toMatch(/^In deze berekening komt niemand op de lijst van Opvang\. /)
    expect(uitkomst.zekerheid.join(' ')).not.toContain('komt niemand op de lijst')
  })

  it('wie van een ander product komt, of pas door een maatregel, telt mee als iemand die op de lijst komt', () => {
    const ruim = givenUitgangspunt({
      facilities: punt.model.facilities.map((one) => (one.id === 'begeleid' ? { ...one, places: 500 } : one)),
    })
    const daarheen = givenMaatregel({ soort: 'plekken', product: BEGELEID, aantal: 5 })
    const tussen = {
      soort: 'doorstroom',
      product: OPVANG,
      naar: NIEUW,
      dagen: 30,
      procent: 50,
      aantal: 5,
    } as const
    const erbij = givenMaatregel({ soort: 'plekken', product: NIEUW, aantal: 5 }, 2)
    for (const [begin, maatregelen] of [
      [ruim, [daarheen]],
      [punt, [givenMaatregel(tussen), erbij]],
    ] as const) {
      const gelijk = antwoord({ soort: 'vergelijking' }, begin, maatregelen)
      if (gelijk.soort !== 'vergelijking') throw new Error('other')
      expect(gelijk.zekerheid.join(' ')).not.toContain('komt niemand op de lijst')
    }
  })
})

describe('een keten waarin te veel gebeurt', () => {
  it('houdt op, en zegt waar het aan kan liggen', () => {
    const druk = givenUitgangspunt({
      arrivals: Array.from({ length: 10 }, (_, i) => ({ id: `bron ${i}`, profile: OPVANG, rate: 1000 })),
    })
    const { model } = modelVan({ soort: 'vergelijking' }, druk, [], { metMaatregelen: false, herhalingen: 1 })
    expect(reken({ sleutel: 'druk', model: model!, zaad: 1, eerste: 0, aantal: 1 })).toEqual({
      fout: expect.stringContaining('Kijk of de instroom klopt'),
    })
  })
})

describe('hoeveel plekken zijn er nodig', () => {
  it('het kleinste aantal waarmee 95% binnen de tijd een plek heeft', () => {
    const jaar = givenUitgangspunt({}, 1)
    const opdracht = { soort: 'doel', product: OPVANG, dagen: 30, procent: 95 } as const
    const uitkomst = antwoord(opdracht, jaar, [])
    if (uitkomst.soort !== 'doel') throw new Error('other')
    const dagen = (plekken: number) => {
      const { loop } = run(opdracht, jaar, [], { metMaatregelen: true, plekken, herhalingen: 60 })
      return wachtdagenVan(loop, { product: OPVANG }, 0.95)!
    }
    expect(uitkomst.plekken).toBeGreaterThan(1)
    expect(dagen(uitkomst.plekken!)).toBeLessThanOrEqual(30)
    expect(dagen(uitkomst.plekken! - 1)).toBeGreaterThan(30)
  })

  it('zoekt met weinig pogingen, en zegt het als het met plekken niet te halen is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (nodig) => {
        const pogingen: Poging[] = []
        for (;;) {
          const next = nextPoging(pogingen)
          if ('klaar' in next) {
            expect(next.klaar).toBe(nodig > MEESTE_PLEKKEN ? null : nodig)
            expect(pogingen.length).toBeLessThanOrEqual(22)
            return
          }
          pogingen.push({ plekken: next.probeer, haalt: next.probeer >= nodig })
        }
      }),
    )
  })
})

describe('wat het meest telt', () => {
  it('elke schatting aan beide kanten van haar marge; de breedste staat boven', () => {
    const uitkomst = antwoord({ soort: 'gevoeligheid' }, punt, [plekken])
    if (uitkomst.soort !== 'gevoeligheid') throw new Error('other')
    expect(uitkomst.rijen.map(({ parameter }) => parameter.split(' ')[0]).sort()).toEqual([
      'instroom',
      'verblijfsduur',
      'vervolg',
      'woningen',
    ])
    const breedte = uitkomst.rijen.map(({ bijLaag, bijHoog }) =>
      Math.abs(bijHoog.gemiddeld - bijLaag.gemiddeld),
    )
    expect(breedte).toEqual(breedte.toSorted((a, b) => b - a))
    const instroom = uitkomst.rijen.find(({ parameter }) => parameter.startsWith('instroom'))!
    expect(instroom.bijHoog.gemiddeld).toBeGreaterThan(instroom.bijLaag.gemiddeld)
    const woningen = uitkomst.rijen.find(({ parameter }) => parameter === 'woningen')!
    expect(woningen.bijHoog.gemiddeld).toBeLessThan(woningen.bijLaag.gemiddeld)
  })

  it('de marge van de instroom van een product is kleiner dan die van de gemeenten opgeteld', () => {
    const instroom = verstoorbaar(punt).find(({ soort }) => soort === 'instroom')!
    expect(instroom).toMatchObject({ id: `instroom ${OPVANG}`, waarde: 120 })
    expect(instroom.hoog - instroom.waarde).toBeCloseTo(Math.hypot(15, 15), 6)
  })

  it('kansen tellen nooit op tot meer dan één', () => {
    const vervolg = { ...verstoorbaar(punt).find(({ soort }) => soort === 'vervolg')!, hoog: 4000 }
    const [service] = disturb(punt.model, vervolg, 'hoog').services
    expect(service!.next!.reduce((sum, step) => sum + step.chance, 0)).toBeCloseTo(1, 9)
  })
})

describe('kosten', () => {
  const jaar = (maatregel: Maatregel) => kostenVan(punt, [maatregel], '2027-01-01', '2028-01-01')[0]!.bedrag
  it('eenmalig telt in het jaar waarin het begint; per jaar telt zolang het duurt', () => {
    const extra = { soort: 'plekken', product: OPVANG, aantal: 5 } as const
    expect(jaar(givenMaatregel({ ...extra, kostenEenmalig: 1000, vanaf: '2027-03-01' }))).toBe(1000)
    expect(jaar(givenMaatregel({ ...extra, kostenEenmalig: 1000, vanaf: '2026-03-01' }))).toBe(0)
    expect(jaar(givenMaatregel({ ...extra, kostenPerJaar: 36_525, vanaf: '2027-12-22' }))).toBeCloseTo(
      1000,
      6,
    )
    expect(jaar(givenMaatregel({ ...extra, kostenPerJaar: 36_525, tot: '2027-01-11' }))).toBeCloseTo(1000, 6)
  })
  it('wat niemand invulde is niet nul maar onbekend', () => {
    expect(jaar(givenMaatregel({ soort: 'plekken', product: OPVANG, aantal: 5 }))).toBeNull()
    expect(prijsPerWachtdag(null, { gemiddeld: 5, laag: 4, hoog: 6 })).toBeNull()
  })
  it('zonder zeker minder wachten is er geen prijs per dag', () => {
    expect(prijsPerWachtdag(1000, { gemiddeld: 5, laag: -1, hoog: 11 })).toBeNull()
    expect(prijsPerWachtdag(1000, { gemiddeld: 10, laag: 5, hoog: 20 })).toEqual({
      gemiddeld: 100,
      laag: 50,
      hoog: 200,
    })
  })
  it('de wachttijd van niemand is onbekend', () => {
    const niemand = run({ soort: 'vergelijking' }, leeg, [], {
      metMaatregelen: false,
      herhalingen: 2,
    }).loop
    expect(wachttijd(niemand, { gemeente: 'GM0606' }, 0, 1)).toBeUndefined()
    expect(wachtdagenVan(niemand, { gemeente: 'GM0606' }, 0.5)).toBeNull()
  })
})
