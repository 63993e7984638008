import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/plain-date.ts'
import {
  achttienDagen,
  checkFasestap,
  checkOvergang,
  eindeVanFase,
  type Fase,
  faseBijUitstroom,
  faseBijVerblijf,
  fasestandOf,
  heeftEigenTraject,
} from './rules.ts'
import {
  achttienOvergangen,
  canAchttien,
  canTraject,
  canWlz,
  type TrajectActie,
  type TrajectToestand,
  toestandVan,
  trajectActies,
  trajectOvergangen,
  trajectToestanden,
  wlzOvergangen,
  wlzToestanden,
} from './toestanden.ts'

const fase = (domein: string, volgorde: number, code: string, meer: Partial<Fase> = {}): Fase => ({
  domein,
  code,
  naam: code,
  volgorde,
  termijnAantal: null,
  termijnEenheid: null,
  begintBij: null,
  ...meer,
})
const fasen = [
  fase('BW', 1, 'instroom', { begintBij: 'verblijf' }),
  fase('BW', 2, 'doorstroom', { termijnAantal: 24, termijnEenheid: 'maanden' }),
  fase('BW', 3, 'uitstroom', { begintBij: 'uitstroomgereed' }),
  fase('MO', 1, 'instroom'),
  fase('MO', 2, 'verblijf', { begintBij: 'verblijf', termijnAantal: 12, termijnEenheid: 'weken' }),
  fase('MO', 3, 'uitstroom', { begintBij: 'uitstroomgereed' }),
]
const nieuw = { domein: 'MO', opnieuw: false }

describe('de fase bij het begin van een verblijf (invariant 3)', () => {
  it('wie in de opvang komt begint in de fase die de regio daarvoor koos', () => {
    expect(faseBijVerblijf(null, fasen, nieuw)?.code).toBe('verblijf')
    expect(faseBijVerblijf({ domein: 'MO', code: 'instroom' }, fasen, nieuw)?.code).toBe('verblijf')
  })
  it('verhuizen binnen beschermd wonen zet niemand een fase terug', () => {
    expect(
      faseBijVerblijf({ domein: 'BW', code: 'doorstroom' }, fasen, { domein: 'BW', opnieuw: false }),
    ).toBe(undefined)
  })
  it('wie was vertrokken en terugkomt begint opnieuw', () => {
    expect(
      faseBijVerblijf({ domein: 'MO', code: 'uitstroom' }, fasen, { domein: 'MO', opnieuw: true })?.code,
    ).toBe('verblijf')
  })
  it('een deel van de keten zonder fasen verandert niets', () => {
    expect(
      faseBijVerblijf({ domein: 'BW', code: 'doorstroom' }, fasen, { domein: 'BT', opnieuw: false }),
    ).toBe(undefined)
  })
  it('wie klaar is om te vertrekken gaat naar uitstroom, één keer', () => {
    expect(faseBijUitstroom({ domein: 'BW', code: 'doorstroom' }, fasen, 'BW')?.code).toBe('uitstroom')
    expect(faseBijUitstroom({ domein: 'BW', code: 'uitstroom' }, fasen, 'BW')).toBe(undefined)
  })
})

describe('de termijn van een fase (TRJ-06)', () => {
  it('het sein komt zoveel dagen vooraf als de regio koos; op de laatste dag is het nog niet te lang', () => {
    expect(eindeVanFase(fasen[4]!, '2026-01-05')).toBe('2026-03-30')
    expect(fasestandOf('2026-03-30', 28, '2026-03-01')).toEqual({ stand: 'ruim', dagen: 29 })
    expect(fasestandOf('2026-03-30', 28, '2026-03-02').stand).toBe('bijna')
    expect(fasestandOf('2026-03-30', 28, '2026-03-30')).toEqual({ stand: 'bijna', dagen: 0 })
    expect(fasestandOf('2026-03-30', 28, '2026-03-31')).toEqual({ stand: 'te_lang', dagen: -1 })
    expect(fasestandOf(null, 28, '2026-03-31').stand).toBe('geen_grens')
  })
  it('een stap terug vraagt een reden, een stap vooruit niet', () => {
    const [in_, door] = fasen as [Fase, Fase]
    expect(checkFasestap(in_, door, null)).toBe(undefined)
    expect(checkFasestap(door, in_, null)?.code).toBe('reden_nodig')
    expect(checkFasestap(door, in_, 'Terugval')).toBe(undefined)
    expect(checkFasestap(door, door, 'x')?.code).toBe('fase_zelfde')
  })
})

describe('afgesproken stappen (TRJ-03)', () => {
  const nacht = { id: 'n', naam: 'Nachtopvang' }
  const pension = { id: 'p', naam: 'Sociaal Pension', voorwaarde: 'Bij meer problemen tegelijk' }
  it('van de nachtopvang naar een sociaal pension mag, naar een woning alleen met een reden', () => {
    expect(checkOvergang(nacht, pension, [pension], null)).toBe(undefined)
    const refused = checkOvergang(nacht, { id: 'w', naam: 'Flexwoning' }, [pension], null)
    expect(refused).toMatchObject({
      code: 'stap_buiten_keten',
      field: 'afwijkingReden',
      possible: ['Sociaal Pension: bij meer problemen tegelijk'],
    })
    expect(checkOvergang(nacht, { id: 'w', naam: 'Flexwoning' }, [pension], 'Kind op komst')).toBe(undefined)
  })
  it('zegt de regio niets over een product, dan mag alles', () => {
    expect(checkOvergang(nacht, { id: 'w', naam: 'Flexwoning' }, undefined, null)).toBe(undefined)
    expect(checkOvergang(null, pension, [], null)).toBe(undefined)
  })
})

describe('wie een eigen traject heeft (invariant 1)', () => {
  it('elke volwassene; een kind gaat mee met het gezin', () => {
    expect(heeftEigenTraject({ rol: 'partner', geboortedatum: '1990-01-01' }, '2026-03-02')).toBe(true)
    expect(heeftEigenTraject({ rol: 'kind', geboortedatum: '2008-03-02' }, '2026-03-02')).toBe(true)
    expect(heeftEigenTraject({ rol: 'kind', geboortedatum: '2008-03-03' }, '2026-03-02')).toBe(false)
    expect(heeftEigenTraject({ rol: 'kind', geboortedatum: null }, '2026-03-02')).toBe(false)
  })
  it('het plan voor na 18 jaar moet er zijn op de leeftijd die de regio koos', () => {
    expect(achttienDagen('2009-06-15', 17)).toEqual({ achttienOp: '2027-06-15', planVoor: '2026-06-15' })
    expect(achttienDagen('2009-06-15', 16.5).planVoor).toBe('2025-12-15')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 14, max: 18 }), (n, leeftijd) => {
        const dagen = achttienDagen(addDays('2000-01-01', n), leeftijd)
        return dagen.planVoor <= dagen.achttienOp
      }),
    )
  })
})

describe('toestanden', () => {
  it('een traject met een open terugval of time-out loopt door; alleen een einde maakt het geëindigd', () => {
    expect(toestandVan({ geeindigdOp: null, onderbreking: 'time_out' })).toBe('time_out')
    expect(toestandVan({ geeindigdOp: '2026-01-01', onderbreking: null })).toBe('geeindigd')
  })
  it('de reden waarom iets niet kan noemt wat er aan de hand is', () => {
    expect(canTraject('lopend', 'hervatten')).toMatchObject({
      ok: false,
      reden: expect.stringContaining('terugval'),
    })
    expect(canTraject('time_out', 'terugval')).toMatchObject({
      ok: false,
      reden: expect.stringContaining('time-out'),
    })
    expect(canTraject('geeindigd', 'fase').ok).toBe(false)
  })
  it('een aanvraag komt voor het CIZ, en een besluit daarna', () => {
    expect(canWlz('signaal', 'bij_ciz').ok).toBe(false)
    expect(canWlz('bij_ciz', 'toegekend').ok).toBe(true)
    expect(canWlz('toegekend', 'gestopt')).toMatchObject({ ok: false })
    expect(canAchttien('te_plannen', 'overgedragen').ok).toBe(false)
    expect(canAchttien('plan_gemaakt', 'overgedragen').ok).toBe(true)
  })
  it('uit een geëindigd traject leidt geen weg terug, en elke andere toestand kan eindigen', () => {
    const actie = fc.constantFrom(...(Object.keys(trajectActies) as TrajectActie[]))
    fc.assert(
      fc.property(fc.array(actie, { maxLength: 30 }), (acties) => {
        let toestand: TrajectToestand = 'lopend'
        for (const een of acties) {
          const next: TrajectToestand | undefined = (
            trajectOvergangen[toestand] as Partial<Record<TrajectActie, TrajectToestand>>
          )[een]
          expect(canTraject(toestand, een).ok).toBe(next !== undefined)
          if (toestand === 'geeindigd') expect(next).toBe(undefined)
          else expect(canTraject(toestand, 'beeindigen').ok).toBe(true)
          toestand = next ?? toestand
        }
      }),
    )
  })
  it('de README noemt dezelfde overgangen', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    for (const [toestand, acties] of Object.entries(trajectOvergangen))
      for (const [actie, naar] of Object.entries(acties))
        if (naar !== toestand)
          expect(readme).toContain(
            `| ${trajectToestanden[toestand as TrajectToestand]} | ${trajectActies[actie as TrajectActie]} | ${trajectToestanden[naar as TrajectToestand]} |`,
          )
    for (const [van, naar] of Object.entries(wlzOvergangen))
      if (naar.length > 0)
        expect(readme).toContain(`\`${van}\` → ${naar.map((one) => `\`${one}\``).join(', ')}`)
    for (const [van, naar] of Object.entries(achttienOvergangen))
      if (naar.length > 0)
        expect(readme).toContain(`\`${van}\` → ${naar.map((one) => `\`${one}\``).join(', ')}`)
    expect(Object.keys(wlzToestanden)).toEqual(Object.keys(wlzOvergangen))
  })
})
