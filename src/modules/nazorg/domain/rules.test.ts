import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  checkFrequentie,
  checkPeriode,
  frequentieOp,
  isRisicoNabij,
  isUitstroom,
  stapNa,
  volgendContactOp,
  volgendeRisicodag,
} from './rules.ts'
import {
  canContact,
  canNazorg,
  type NazorgActie,
  type NazorgToestand,
  nazorgActies,
  nazorgOvergangen,
  nazorgToestanden,
} from './toestanden.ts'

describe('uitstroom', () => {
  it('is een vertrek naar een plek buiten de keten, ook naar de straat of onbekend', () => {
    const weg = (bestemming: string) => isUitstroom({ soort: 'regulier', eindreden: 'uitval', bestemming })
    expect(['eigen_woning', 'straat', 'onbekend', 'detentie', 'andere_regio'].map(weg)).toEqual(
      Array(5).fill(true),
    )
    expect(['opvang', 'beschermd_wonen', 'tijdelijke_woning', 'overleden'].map(weg)).toEqual(
      Array(4).fill(false),
    )
  })
  it('een time-out of een verhuizing is geen uitstroom', () => {
    const thuis = { bestemming: 'eigen_woning', eindreden: 'doelen_behaald' }
    expect(isUitstroom({ ...thuis, soort: 'time_out' })).toBe(false)
    expect(isUitstroom({ ...thuis, soort: 'regulier', eindreden: 'verhuisd' })).toBe(false)
  })
})

describe('waakvlam', () => {
  const afspraak = { begintOp: '2026-03-02', elkeWeken: 6 }
  it('het eerste contact is een periode na het begin, het volgende een periode na het laatste', () => {
    expect(volgendContactOp(afspraak, [])).toBe('2026-04-13')
    expect(
      volgendContactOp(afspraak, [
        { op: '2026-04-01', uitkomst: 'goed' },
        { op: '2026-03-20', uitkomst: 'goed' },
      ]),
    ).toBe('2026-05-13')
  })
  it('wie niet is bereikt heeft geen contact gehad', () => {
    expect(volgendContactOp(afspraak, [{ op: '2026-04-12', uitkomst: 'niet_bereikt' }])).toBe('2026-04-13')
  })
  it('vaker of minder vaak telt vanaf de dag zelf: wat al moest blijft, en niets moet eerder dan die dag', () => {
    const contact = [{ op: '2026-03-10', uitkomst: 'goed' }]
    const vanaf = (van: string, elkeWeken: number) =>
      volgendContactOp(afspraak, contact, [{ van, elkeWeken }])
    expect(volgendContactOp(afspraak, contact)).toBe('2026-04-21')
    expect(vanaf('2026-03-20', 2)).toBe('2026-03-24')
    expect(vanaf('2026-04-01', 2)).toBe('2026-04-01')
    expect(vanaf('2026-05-01', 2)).toBe('2026-04-21')
    expect(vanaf('2026-04-01', 12)).toBe('2026-06-02')
    expect(frequentieOp(6, [{ van: '2026-04-01', elkeWeken: 2 }], '2026-03-31')).toBe(6)
    expect(frequentieOp(6, [{ van: '2026-04-01', elkeWeken: 2 }], '2026-04-01')).toBe(2)
  })
  it('een nieuwe frequentie geldt na het begin en de vorige wijziging, en voor het einde', () => {
    const nazorg = { ...afspraak, tot: '2026-09-01' }
    const check = (van: string, elkeWeken = 2, eerder: { van: string; elkeWeken: number }[] = []) =>
      checkFrequentie({ van, elkeWeken }, nazorg, eerder)
    expect(check('2026-04-01')).toBeUndefined()
    expect(check('2026-03-02')).toMatchObject({ field: 'van' })
    expect(check('2026-09-01')).toMatchObject({ field: 'van' })
    expect(check('2026-04-01', 6)).toMatchObject({ field: 'elkeWeken' })
    expect(check('2026-04-01', 6, [{ van: '2026-03-20', elkeWeken: 2 }])).toBeUndefined()
    expect(check('2026-03-20', 6, [{ van: '2026-03-20', elkeWeken: 2 }])).toMatchObject({ field: 'van' })
  })
  it('na een terugval is de volgende stap vandaag, na niet bereikt binnen een week', () => {
    expect(stapNa('terugval', '2026-05-01', '2026-04-01').volgendeStapOp).toBe('2026-04-01')
    expect(stapNa('niet_bereikt', '2026-05-01', '2026-04-01').volgendeStapOp).toBe('2026-04-08')
    expect(stapNa('goed', '2026-03-01', '2026-04-01').volgendeStapOp).toBe('2026-04-01')
  })
  it('begint niet voor het vertrek en duurt hooguit een jaar voor er weer naar wordt gekeken', () => {
    const input = { op: '2026-03-02', begintOp: '2026-03-02', tot: '2027-03-02' }
    expect(checkPeriode(input, '2026-03-01', '2026-03-02')).toBe(undefined)
    expect(checkPeriode({ ...input, tot: '2027-04-01' }, '2026-03-01', '2026-03-02')).toMatchObject({
      code: 'tot_te_laat',
    })
    expect(checkPeriode(input, '2026-03-05', '2026-03-06')).toMatchObject({ code: 'dag_te_vroeg' })
  })
})

describe('risicodagen', () => {
  it('Kerst komt elk jaar terug; een dag die voorbij is niet', () => {
    expect(volgendeRisicodag({ datum: null, maand: 12, dag: 25 }, '2026-12-25')).toBe('2026-12-25')
    expect(volgendeRisicodag({ datum: null, maand: 12, dag: 25 }, '2026-12-26')).toBe('2027-12-25')
    expect(volgendeRisicodag({ datum: '2026-03-01', maand: null, dag: null }, '2026-03-02')).toBe(null)
  })
  it('29 februari is in andere jaren 28 februari', () => {
    expect(volgendeRisicodag({ datum: null, maand: 2, dag: 29 }, '2027-01-01')).toBe('2027-02-28')
    expect(volgendeRisicodag({ datum: null, maand: 2, dag: 29 }, '2028-01-01')).toBe('2028-02-29')
  })
  it('het sein komt vooraf en gaat weg na de dag', () => {
    expect(isRisicoNabij('2026-12-25', 14, '2026-12-11')).toBe(true)
    expect(isRisicoNabij('2026-12-25', 14, '2026-12-10')).toBe(false)
    expect(isRisicoNabij('2026-12-25', 14, '2026-12-26')).toBe(false)
  })
})

describe('standen van een afspraak over nazorg', () => {
  const partij = { organisatieId: 'maker', aanbiederId: 'aanbieder' }
  const als = (organisatieId: string) => ({ organisatieId, isSysteem: false })
  it('de gevraagde organisatie neemt aan of weigert, wie de afspraak maakte trekt haar in', () => {
    const voorstel = { ...partij, status: 'voorgesteld' as const }
    expect(canNazorg(voorstel, 'aannemen', als('aanbieder')).ok).toBe(true)
    expect(canNazorg(voorstel, 'aannemen', als('maker')).ok).toBe(false)
    expect(canNazorg(voorstel, 'intrekken', als('maker')).ok).toBe(true)
    expect(canNazorg(voorstel, 'intrekken', als('aanbieder')).ok).toBe(false)
  })
  it('contact houdt wie de nazorg geeft; buiten de regio is dat wie de afspraak maakte', () => {
    expect(canContact({ ...partij, status: 'lopend' }, als('maker')).ok).toBe(false)
    expect(canContact({ ...partij, aanbiederId: null, status: 'lopend' }, als('maker')).ok).toBe(true)
    expect(canContact({ ...partij, status: 'afgerond' }, als('aanbieder')).ok).toBe(false)
  })
  it('wat voorbij is verandert niet meer', () => {
    for (const stand of ['geweigerd', 'ingetrokken', 'afgerond', 'gestopt', 'opgeschaald'] as const)
      for (const actie of Object.keys(nazorgActies) as NazorgActie[])
        expect(canNazorg({ ...partij, status: stand }, actie, als('aanbieder')).ok).toBe(false)
  })
  it('de README noemt dezelfde overgangen', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    for (const [van, acties] of Object.entries(nazorgOvergangen))
      for (const [actie, naar] of Object.entries(acties))
        expect(readme).toContain(
          `| ${nazorgToestanden[van as NazorgToestand]} | ${nazorgActies[actie as NazorgActie]} | ${nazorgToestanden[naar as NazorgToestand]} |`,
        )
  })
})
