import { describe, expect, it } from 'vitest'
import {
  BEGELEID,
  givenMaatregel,
  givenUitgangspunt,
  id,
  NIEUW,
  OPVANG,
} from '../../../../tests/given/uitgangspunt.ts'
import { checkModel } from '../../../simulation/check.ts'
import { applyMaatregelen } from './ingreep.ts'
import { joinDelen, type Loop, perHerhaling } from './loop.ts'
import { type Maatregel, MaatregelInvoer } from './maatregel.ts'
import type { Maat } from './maten.ts'
import { createRekenaar, describeKeten } from './rekenen.ts'
import type { Uitgangspunt } from './uitgangspunt.ts'

const reken = createRekenaar()
let keer = 0

function loop(punt: Uitgangspunt, maatregelen: readonly Maatregel[] = [], herhalingen = 20): Loop {
  const { model, fouten } = applyMaatregelen(punt, maatregelen)
  expect(fouten).toEqual([])
  expect(checkModel(model).faults).toEqual([])
  const deel = reken({ sleutel: String(keer++), model, zaad: 7, eerste: 0, aantal: herhalingen })
  if ('fout' in deel) throw new Error(deel.fout)
  return joinDelen(describeKeten(model), [deel])
}

const punt = givenUitgangspunt()
const basis = loop(punt)
/** By replication over the second year, in which every measure is at work. */
const tweede = (one: Loop, maat: Maat, over = {}) => perHerhaling(one, maat, over, 12, 24)
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
const fouten = (...maatregelen: Maatregel[]) => applyMaatregelen(punt, maatregelen).fouten

describe('wat een maatregel met de keten doet', () => {
  it('meer plekken: er wachten minder mensen, en vóór de begindatum verandert er niets', () => {
    const met = loop(punt, [givenMaatregel({ soort: 'plekken', product: OPVANG, aantal: 80 })])
    expect(mean(tweede(met, 'wachtend'))).toBeLessThan(mean(tweede(basis, 'wachtend')) / 2)
    // The measure begins on 1 July; the first five months are counted before it.
    for (const maat of ['wachtend', 'instroom', 'bezet', 'uitstroom'] as const)
      expect(perHerhaling(met, maat, {}, 0, 5)).toEqual(perHerhaling(basis, maat, {}, 0, 5))
  })

  it('plekken voor één gemeente: wie uit een andere gemeente komt heeft er niets aan', () => {
    const met = loop(punt, [
      givenMaatregel({ soort: 'plekken', product: OPVANG, aantal: 40, gemeente: 'GM0622' }),
    ])
    const verschil = (gemeente: string) =>
      mean(tweede(met, 'geplaatst', { gemeente })) - mean(tweede(basis, 'geplaatst', { gemeente }))
    expect(verschil('GM0622')).toBeGreaterThan(5)
    expect(mean(tweede(met, 'wachtend', { gemeente: 'GM0622' }))).toBeLessThan(1)
    expect(mean(tweede(met, 'wachtend', { gemeente: 'GM0606' }))).toBeGreaterThan(2)
  })

  it('minder plekken: wie er woont blijft, en de plekken sluiten als zij leeg zijn', () => {
    const met = loop(punt, [givenMaatregel({ soort: 'plekken', product: OPVANG, aantal: -10 })])
    expect(mean(tweede(met, 'bezet', { product: OPVANG }))).toBeLessThanOrEqual(20.5)
    expect(fouten(givenMaatregel({ soort: 'plekken', product: OPVANG, aantal: -31 }))).toMatchObject([
      { veld: 'aantal', bericht: 'Er zijn dan 30 plekken. Meer dan 30 sluiten kan niet.' },
    ])
  })

  it('twee sluitingen na elkaar kunnen samen niet meer sluiten dan er is', () => {
    const sluit = (aantal: number, n: number) =>
      givenMaatregel({ soort: 'plekken', product: OPVANG, aantal }, n)
    expect(fouten(sluit(-20, 1), sluit(-11, 2))).toMatchObject([{ maatregel: id(2), veld: 'aantal' }])
  })

  it('winterplekken zijn er alleen in die maanden, elk jaar', () => {
    const winter = givenMaatregel({
      soort: 'winterplekken',
      product: OPVANG,
      aantal: 100,
      vanaf: '2026-11-01',
      tot: '2027-03-31',
    })
    const met = loop(punt, [winter])
    const bezet = (maand: number) => mean(perHerhaling(met, 'bezet', { product: OPVANG }, maand, maand + 1))
    // Months are counted from February 2026 on: 11 is January 2027, 18 is August 2027, 23 is January 2028.
    expect(bezet(11)).toBeGreaterThan(30)
    // Whoever sleeps there keeps the place until he leaves; nobody new comes in.
    expect(bezet(18)).toBeLessThan(0.8 * bezet(13))
    expect(mean(perHerhaling(met, 'wachtend', {}, 23, 24))).toBeLessThan(0.5)
  })

  it('bewoners gaan over: wie er het langst is het eerst, en hun plek kan verdwijnen', () => {
    const over = { soort: 'overstap', product: OPVANG, naar: BEGELEID, aantal: 4, tot: '2026-10-01' } as const
    const { model, aannames } = applyMaatregelen(punt, [givenMaatregel({ ...over, vervalt: true })])
    const opvang = model.facilities.find((one) => one.id === 'opvang')!
    expect(opvang.start!.filter((groep) => groep.move).map((groep) => groep.left)).toEqual(
      [50, 100, 150, 200].map((elapsed) => ({ elapsed })),
    )
    expect(opvang.changes!.map(({ delta }) => delta)).toEqual([-1, -1, -1, -1])
    expect(aannames.join(' ')).toContain('het langst')
    expect(fouten(givenMaatregel({ ...over, aantal: 6 }))).toMatchObject([
      { veld: 'aantal', bericht: 'Er kunnen er nu 5 over. Vul 5 of minder in.' },
    ])
    loop(punt, [givenMaatregel({ ...over, vervalt: true })])
  })

  it('na twaalf weken gaat een deel door naar een product dat nieuw is, met een aanname die er staat', () => {
    const maatregel = givenMaatregel({
      soort: 'doorstroom',
      product: OPVANG,
      naar: NIEUW,
      dagen: 84,
      procent: 100,
      aantal: 100,
    })
    const met = loop(punt, [maatregel])
    expect(mean(tweede(met, 'bezet', { product: NIEUW }))).toBeGreaterThan(5)
    expect(applyMaatregelen(punt, [maatregel]).aannames[0]).toContain('“Tussenvoorziening” is nieuw')
    expect(fouten({ ...maatregel, aantal: null })).toMatchObject([{ veld: 'naar' }])
  })

  it('een stap die de keten rond laat lopen wordt geweigerd, of de stap terug vervalt en dat staat er', () => {
    const terug = givenMaatregel({
      soort: 'doorstroom',
      product: BEGELEID,
      naar: OPVANG,
      dagen: 30,
      procent: 50,
    })
    const { aannames, model } = applyMaatregelen(punt, [terug])
    expect(aannames).toContain('De stap terug tussen deze twee producten telt niet meer mee.')
    expect(checkModel(model).faults).toEqual([])
  })

  it('minder instroom houdt alleen mensen weg: wie toch komt heeft hetzelfde toeval', () => {
    const met = loop(punt, [givenMaatregel({ soort: 'instroom', procent: -50 })])
    const nieuw = (one: Loop) => mean(tweede(one, 'instroom')) - mean(tweede(one, 'terug'))
    expect(nieuw(met)).toBeGreaterThan(0.4 * nieuw(basis))
    expect(nieuw(met)).toBeLessThan(0.6 * nieuw(basis))
  })

  it('meer instroom uit één gemeente', () => {
    const met = loop(punt, [givenMaatregel({ soort: 'instroom', procent: 100, gemeente: 'GM0606' })])
    const factor = (gemeente: string) =>
      mean(tweede(met, 'instroom', { gemeente })) / mean(tweede(basis, 'instroom', { gemeente }))
    expect(factor('GM0606')).toBeGreaterThan(1.6)
    expect(factor('GM0622')).toBeLessThan(1.2)
  })

  it('kortere verblijven, minder terugkeer en meer woningen maken de lijst korter', () => {
    for (const maatregel of [
      givenMaatregel({ soort: 'verblijf', product: OPVANG, procent: -50 }),
      givenMaatregel({ soort: 'terugkeer', procent: -100 }),
      givenMaatregel({ soort: 'woningen', aantal: 60 }),
      givenMaatregel({ soort: 'woningen_ineens', aantal: 60, gemeente: 'GM0606' }),
    ])
      expect(mean(tweede(loop(punt, [maatregel]), 'wachtend'))).toBeLessThan(mean(tweede(basis, 'wachtend')))
  })

  it('woningen helpen niet als er niemand op wacht: dat staat er', () => {
    const zonder = givenUitgangspunt({
      supplies: [],
      services: punt.model.services
        .filter((service) => service.id !== 'woning')
        .map((service) => ({ ...service, next: (service.next ?? []).filter(({ to }) => to !== 'woning') })),
    })
    const { fouten: gevonden } = applyMaatregelen(zonder, [givenMaatregel({ soort: 'woningen', aantal: 5 })])
    expect(gevonden[0]!.bericht).toContain('wacht nog niemand met een plek op een woning')
  })

  it('een maatregel die al begonnen zou zijn wordt geweigerd', () => {
    expect(fouten(givenMaatregel({ soort: 'instroom', procent: -10, vanaf: '2026-01-01' }))).toMatchObject([
      { veld: 'vanaf' },
    ])
  })

  it('het uitgangspunt zelf verandert niet', () => {
    const before = JSON.stringify(punt)
    applyMaatregelen(punt, [
      givenMaatregel({ soort: 'plekken', product: OPVANG, aantal: -5 }, 1),
      givenMaatregel({ soort: 'overstap', product: OPVANG, naar: BEGELEID, aantal: 2, vervalt: true }, 2),
      givenMaatregel({ soort: 'verblijf', product: OPVANG, procent: -20 }, 3),
    ])
    expect(JSON.stringify(punt)).toBe(before)
  })
})

describe('wat niet kan, met het veld erbij', () => {
  const velden = (values: object) => {
    const found = MaatregelInvoer.safeParse({ naam: 'M', vanaf: '2026-06-01', ...values })
    return found.success ? [] : found.error.issues.map((issue) => issue.path.join('.'))
  }
  it.each([
    ['plekken zonder product', { soort: 'plekken', aantal: 5 }, ['product']],
    ['nul plekken', { soort: 'plekken', product: OPVANG, aantal: 0 }, ['aantal']],
    ['een halve plek', { soort: 'plekken', product: OPVANG, aantal: 1.5 }, ['aantal']],
    ['geen getal', { soort: 'plekken', product: OPVANG, aantal: Number.NaN }, ['aantal']],
    ['een miljoen plekken', { soort: 'plekken', product: OPVANG, aantal: 1_000_000 }, ['aantal']],
    ['minder dan niets', { soort: 'instroom', procent: -101 }, ['procent']],
    ['min tien woningen', { soort: 'woningen', aantal: -10 }, ['aantal']],
    ['naar zichzelf', { soort: 'overstap', product: OPVANG, naar: OPVANG, aantal: 1 }, ['naar']],
    ['einde voor begin', { soort: 'plekken', product: OPVANG, aantal: 1, tot: '2026-05-01' }, ['tot']],
    [
      'een winter van twee jaar',
      { soort: 'winterplekken', product: OPVANG, aantal: 1, tot: '2028-06-01' },
      ['tot'],
    ],
    ['een verblijf van niets', { soort: 'verblijf', product: OPVANG, procent: -100 }, ['procent']],
    [
      'een veld dat er niet bij hoort',
      { soort: 'verblijf', product: OPVANG, procent: 5, aantal: 3 },
      ['aantal'],
    ],
    ['kosten van een biljoen', { soort: 'instroom', procent: -5, kostenPerJaar: 1e12 }, ['kostenPerJaar']],
  ])('%s', (_, values, verwacht) => {
    expect(velden(values)).toEqual(verwacht)
  })
})
