import { describe, expect, it } from 'vitest'
import {
  conclusieVan,
  type Gemeten,
  intervalVan,
  type Opzet,
  oordeelVan,
  verschilVan,
  wijktAf,
} from './meting.ts'

const vraag = (meer: Partial<Gemeten> = {}): Gemeten => ({
  stelling: 'Ik weet waar ik hulp vind',
  richting: 'hoger',
  nul: null,
  na: null,
  verschil: null,
  spreidingNul: null,
  spreidingNa: null,
  spreidingVerschil: null,
  ...meer,
})
const opzet = (meer: Partial<Opzet> = {}): Opzet => ({
  gepaard: 'onbekend',
  aantalNul: null,
  aantalNa: null,
  ...meer,
})

describe('het verschil', () => {
  it('is zoals de bron het geeft; anders na min nul, zonder ruis van de rekenmachine', () => {
    expect(verschilVan(vraag({ nul: 3.8, na: 2.8, verschil: -0.9 }))).toBe(-0.9)
    expect(verschilVan(vraag({ nul: 0.1, na: 0.3 }))).toBe(0.2)
    expect(verschilVan(vraag({ nul: 3.8 }))).toBeNull()
    expect(verschilVan(vraag({ na: 3.8 }))).toBeNull()
  })

  it('wijkt af als de gemiddelden van de bron een ander getal geven', () => {
    expect(wijktAf(vraag({ nul: 3.8, na: 2.8, verschil: -0.9 }))).toBe(true)
    expect(wijktAf(vraag({ nul: 3.8, na: 2.8, verschil: -1 }))).toBe(false)
    expect(wijktAf(vraag({ nul: 0.1, na: 0.3, verschil: 0.2 }))).toBe(false)
    expect(wijktAf(vraag({ nul: 3.8, na: 2.8 }))).toBe(false)
    expect(wijktAf(vraag({ verschil: 1 }))).toBe(false)
  })
})

describe('de marge van 95 procent', () => {
  // Student (1908), "The probable error of a mean": extra hours of sleep of ten patients with two medicines; the data set `sleep` of R.
  const slaap = vraag({
    nul: 0.75,
    na: 2.33,
    spreidingNul: 1.78901,
    spreidingNa: 2.002249,
    spreidingVerschil: 1.229995,
  })
  const tien = { aantalNul: 10, aantalNa: 10 }

  it('van dezelfde mensen is die van Student: 0,70 tot 2,46 uur slaap', () => {
    const { laag, hoog } = intervalVan(slaap, { gepaard: 'ja', ...tien })!
    expect(laag).toBeCloseTo(0.7001, 3)
    expect(hoog).toBeCloseTo(2.4599, 3)
  })

  it('van andere mensen is die van Welch, met 17,8 vrijheidsgraden: −0,21 tot 3,37', () => {
    const { laag, hoog } = intervalVan(slaap, { gepaard: 'nee', ...tien })!
    expect(laag).toBeCloseTo(-0.2055, 3)
    expect(hoog).toBeCloseTo(3.3655, 3)
  })

  it('van ongelijke groepen met ongelijke spreiding: de kleine onrustige groep weegt het zwaarst', () => {
    // Means 20 and 25, variances 4 and 36 of 16 and 9 people: standard error √(4/16 + 36/9) = 2.0616, freedom 9.01, quantile 2.2617.
    const ongelijk = vraag({ nul: 20, na: 25, spreidingNul: 2, spreidingNa: 6 })
    const { laag, hoog } = intervalVan(ongelijk, { gepaard: 'nee', aantalNul: 16, aantalNa: 9 })!
    expect((hoog - laag) / 2).toBeCloseTo(2.0616 * 2.2617, 2)
    expect((hoog + laag) / 2).toBeCloseTo(5, 10)
  })

  it('van twee mensen is zij heel breed, precies zoals de tabel van Student zegt', () => {
    const twee = vraag({ nul: 1, na: 2, spreidingNul: 1, spreidingNa: 1, spreidingVerschil: Math.SQRT2 })
    expect(intervalVan(twee, { gepaard: 'ja', aantalNul: 2, aantalNa: 2 })!.hoog).toBeCloseTo(1 + 12.706, 6)
    expect(intervalVan(twee, { gepaard: 'nee', aantalNul: 2, aantalNa: 2 })!.hoog).toBeCloseTo(1 + 4.303, 6)
  })

  it('is bij minder dan drie vrijheidsgraden nooit te smal: dan telt het gehele getal eronder', () => {
    // Freedom 1.8: the quantile is 4.795; that of 1, which is 12.706, is on the safe side.
    const scheef = vraag({ nul: 1, na: 2, spreidingNul: 1, spreidingNa: Math.sqrt(0.5) })
    const { laag, hoog } = intervalVan(scheef, { gepaard: 'nee', aantalNul: 2, aantalNa: 2 })!
    expect((hoog - laag) / 2).toBeGreaterThan(4.795 * Math.sqrt(0.75))
  })

  it('is nul als iedereen hetzelfde antwoordde', () => {
    const zelfde = vraag({ nul: 3, na: 4, spreidingNul: 0, spreidingNa: 0 })
    expect(intervalVan(zelfde, { gepaard: 'nee', ...tien })).toEqual({ laag: 1, hoog: 1 })
  })

  it('is er niet zonder spreiding, zonder aantal, met één mens, of als onbekend is of het dezelfden waren', () => {
    expect(intervalVan({ ...slaap, spreidingVerschil: null }, { gepaard: 'ja', ...tien })).toBeNull()
    expect(intervalVan({ ...slaap, spreidingNa: null }, { gepaard: 'nee', ...tien })).toBeNull()
    expect(intervalVan(slaap, { gepaard: 'onbekend', ...tien })).toBeNull()
    expect(intervalVan(slaap, { gepaard: 'ja', aantalNul: 10, aantalNa: null })).toBeNull()
    expect(intervalVan(slaap, { gepaard: 'ja', aantalNul: 10, aantalNa: 1 })).toBeNull()
    expect(intervalVan({ ...slaap, na: null }, { gepaard: 'ja', ...tien })).toBeNull()
  })

  it('haakten mensen af, dan telt het kleinste aantal als het aantal paren', () => {
    const allen = intervalVan(slaap, { gepaard: 'ja', aantalNul: 14, aantalNa: 10 })
    expect(allen).toEqual(intervalVan(slaap, { gepaard: 'ja', ...tien }))
  })
})

/** Seed facts §16, tables 1 and 2 of S3 §3.2: number, VOP before, after and difference, Holy before, after and difference. */
const tabel: readonly (readonly [number, number, number, number, number, number, number])[] = [
  [1, 4.1, 4.6, 0.5, 6.7, 8.0, 1.3],
  [2, 3.8, 2.8, -0.9, 1.8, 1.1, -0.7],
  [3, 6.4, 4.5, -1.9, 6.9, 6.3, -0.6],
  [4, 6.1, 3.7, -2.4, 6.9, 7.8, 0.9],
  [5, 5.8, 4.3, -1.5, 7.6, 6.3, -1.3],
  [6, 7.8, 9.1, 1.3, 8.1, 8.5, 0.4],
  [7, 4.1, 6.9, 2.8, 3.7, 5.9, 2.2],
  [8, 3.3, 7.5, 4.3, 1.3, 3.8, 2.4],
  [9, 4.5, 7.4, 2.9, 5.7, 6.5, 0.8],
  [10, 4.8, 6.9, 2.1, 5.4, 5.8, 0.3],
  [11, 3.0, 7.0, 4.0, 5.2, 6.1, 0.9],
  [12, 4.9, 7.3, 2.3, 3.9, 5.5, 1.6],
  [13, 3.1, 3.9, 0.8, 1.1, 1.0, -0.1],
  [14, 3.0, 5.3, 2.3, 1.4, 1.5, 0.1],
  [15, 2.8, 5.3, 2.5, 1.4, 1.6, 0.2],
]
const richtingVan = (nummer: number) => (nummer === 1 ? 'geen' : nummer <= 5 ? 'lager' : 'hoger')
const vop = tabel.map(([nummer, nul, na, verschil]) =>
  vraag({ richting: richtingVan(nummer), nul, na, verschil }),
)
const holy = tabel.map(([nummer, , , , nul, na, verschil]) =>
  vraag({ richting: richtingVan(nummer), nul, na, verschil }),
)
const welke = (stellingen: readonly Gemeten[], houdt: (een: Gemeten) => boolean) =>
  stellingen.flatMap((een, i) => (houdt(een) ? [i + 1] : []))

const zonderMarge =
  'Hoe ver de antwoorden uit elkaar lagen, is niet bekend. Daarom is niet te zeggen of een verschil meer is dan toeval.'
const zonderGroep =
  'Er is geen groep om mee te vergelijken die niet meedeed. Wat er verder in het leven van deze mensen veranderde, telt dus mee.'
const anderen =
  'Of dezelfde mensen twee keer antwoordden, staat er niet bij. Het verschil kan ook komen doordat er anderen waren.'

describe('de nulmeting en nameting van The Power 2 Be (MON-09)', () => {
  it('het verschil wijkt af waar de bron anders afrondde: VOP 2, 8 en 12; Holy 8 en 10', () => {
    expect(welke(vop, wijktAf)).toEqual([2, 8, 12])
    expect(welke(holy, wijktAf)).toEqual([8, 10])
  })

  it('toont het verschil dat de bron geeft', () => {
    expect(vop.map(verschilVan)).toEqual(tabel.map((rij) => rij[3]))
    expect(holy.map(verschilVan)).toEqual(tabel.map((rij) => rij[6]))
  })

  it('VOP: alles werd beter; van stelling 1 is niet gezegd wat beter is', () => {
    expect(welke(vop, (een) => oordeelVan(een) === 'veranderd')).toEqual([1])
    expect(welke(vop, (een) => oordeelVan(een) === 'beter')).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    ])
  })

  it('Holy: meer angst om niet alles te kunnen geven (4) en minder muziek of dans (13); de rest beter', () => {
    expect(welke(holy, (een) => oordeelVan(een) === 'slechter')).toEqual([4, 13])
    expect(welke(holy, (een) => oordeelVan(een) === 'beter')).toEqual([
      2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15,
    ])
  })

  it('de conclusie zegt wat ervan te zeggen is, en dat toeval niet is uit te sluiten', () => {
    expect(conclusieVan(vop, opzet())).toEqual([
      'Van 14 stellingen waarbij staat wat beter is, werden er 14 beter, 0 minder goed en bleven er 0 gelijk.',
      anderen,
      'Hoeveel mensen antwoordden, staat er niet (helemaal) bij.',
      zonderMarge,
      zonderGroep,
    ])
    expect(conclusieVan(holy, opzet({ aantalNul: 15, aantalNa: 15 }))).toEqual([
      'Van 14 stellingen waarbij staat wat beter is, werden er 12 beter, 2 minder goed en bleven er 0 gelijk.',
      anderen,
      'De groep is klein (15 mensen): één ander antwoord maakt al verschil.',
      zonderMarge,
      zonderGroep,
    ])
    for (const stellingen of [vop, holy])
      for (const een of stellingen)
        expect(intervalVan(een, opzet({ aantalNul: 15, aantalNa: 15 }))).toBeNull()
  })
})

describe('de conclusie', () => {
  it('zegt bij een nulmeting alleen, of zonder richting, dat er nog niets te zien is', () => {
    const nog =
      'Er is nog geen verschil te zien: er is geen nameting, of bij geen stelling staat wat beter is.'
    expect(conclusieVan([vraag({ nul: 3 })], opzet())[0]).toBe(nog)
    expect(conclusieVan([vraag({ nul: 3, na: 4, richting: 'geen' })], opzet())[0]).toBe(nog)
    expect(oordeelVan(vraag({ nul: 3 }))).toBe('onbekend')
  })

  it('telt wat gelijk bleef apart, ook in het enkelvoud', () => {
    const stellingen = [vraag({ nul: 3, na: 4 }), vraag({ nul: 3, na: 3 })]
    expect(conclusieVan(stellingen, opzet())[0]).toBe(
      'Van 2 stellingen waarbij staat wat beter is, werd er 1 beter, 0 minder goed en bleef er 1 gelijk.',
    )
    expect(oordeelVan(stellingen[1]!)).toBe('gelijk')
  })

  it('zegt bij dezelfde mensen wie afhaakte, en bij anderen dat het over groepen gaat', () => {
    expect(conclusieVan([], opzet({ gepaard: 'ja', aantalNul: 40, aantalNa: 31 }))).toContain(
      'Voor antwoordden 40 mensen en na 31. Wie afhaakte, telt bij de nameting niet mee.',
    )
    expect(conclusieVan([], opzet({ gepaard: 'nee', aantalNul: 40, aantalNa: 31 }))).toContain(
      'Voor en na antwoordden andere mensen. Een verschil zegt dus iets over groepen, niet over een persoon.',
    )
    expect(conclusieVan([], opzet({ gepaard: 'nee', aantalNul: 1, aantalNa: 31 }))).toContain(
      'De groep is klein (1 mens): één ander antwoord maakt al verschil.',
    )
  })

  it('telt met een marge bij hoeveel stellingen het verschil groter is', () => {
    const zeker = vraag({ nul: 3, na: 5, spreidingVerschil: 1 })
    const toeval = vraag({ nul: 3, na: 3.1, spreidingVerschil: 1 })
    expect(
      conclusieVan(
        [zeker, toeval, vraag({ nul: 1, na: 2 })],
        opzet({ gepaard: 'ja', aantalNul: 40, aantalNa: 40 }),
      ),
    ).toEqual([
      'Van 3 stellingen waarbij staat wat beter is, werden er 3 beter, 0 minder goed en bleven er 0 gelijk.',
      'Bij 1 van 2 stellingen met een marge is het verschil groter dan de marge van 95 procent. Bij zoveel stellingen is er altijd kans dat er één bij toeval buiten valt.',
      zonderGroep,
    ])
  })
})
