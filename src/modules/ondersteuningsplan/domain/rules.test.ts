import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AkkoordInvoer, InhoudInvoer } from './contract.ts'
import {
  checkAkkoord,
  checkPerspectief,
  dubbeleScores,
  evaluatieStandOp,
  geldendPlan,
  nadrukVoor,
  ontbreektVoorAkkoord,
  peildagVan,
  zoalsOp,
} from './rules.ts'
import { versieActies, versieOvergangen, versieToestanden } from './toestanden.ts'
import { perspectieven } from './woorden.ts'

const werk = { perspectief: 'werk', perspectiefWoorden: 'Ik wil koken', perspectiefMotivering: null } as const
const dagbesteding = { ...werk, perspectief: 'dagbesteding' } as const

describe('perspectief (PLAN-02)', () => {
  it('de volgorde van voorkeur is werk, vrijwilligerswerk, opleiding en als laatste dagbesteding', () => {
    expect(Object.keys(perspectieven)).toEqual(['werk', 'vrijwilligerswerk', 'opleiding', 'dagbesteding'])
  })

  it('dagbesteding vraagt om een motivering waarom de andere drie niet kunnen; de andere niet', () => {
    expect(checkPerspectief(dagbesteding)).toMatchObject({ field: 'perspectiefMotivering' })
    expect(checkPerspectief({ ...dagbesteding, perspectiefMotivering: 'Te veel klachten' })).toBeUndefined()
    expect(checkPerspectief(werk)).toBeUndefined()
  })

  it('zonder perspectief of zonder doel kan niemand akkoord gaan', () => {
    const leeg = { perspectief: null, perspectiefWoorden: null, perspectiefMotivering: null }
    expect(ontbreektVoorAkkoord(leeg, 0)).toHaveLength(2)
    expect(checkAkkoord(leeg, 1)).toMatchObject({ code: 'plan_niet_compleet' })
    expect(checkAkkoord({ ...werk, perspectiefWoorden: null }, 1)).toMatchObject({
      code: 'plan_niet_compleet',
    })
    expect(checkAkkoord(werk, 0)).toMatchObject({ code: 'plan_niet_compleet' })
    expect(checkAkkoord(werk, 1)).toBeUndefined()
  })

  it('een leeg tekstvak telt niet als ingevuld', () => {
    const ingevuld = InhoudInvoer.parse({ versie: 1, perspectief: 'werk', perspectiefWoorden: '   ' })
    expect(ingevuld.perspectiefWoorden).toBeNull()
  })
})

describe('een eerdere versie (invariant 6)', () => {
  it('laat zien hoe het was op de dag dat zij ging gelden; de versie van nu laat zien hoe het nu is', () => {
    expect(peildagVan({ status: 'vervangen', vastgesteldOp: '2026-01-05' })).toBe('2026-01-05')
    expect(peildagVan({ status: 'vastgesteld', vastgesteldOp: '2026-01-05' })).toBeNull()
    expect(peildagVan({ status: 'concept', vastgesteldOp: null })).toBeNull()
  })

  it('telt de dag zelf mee, en niet wat daarna kwam', () => {
    const doel = { stand: 'behaald', standOp: '2026-01-06', uitkomst: 'Gelukt' }
    const eerder = { ...doel, standOp: '2026-01-05' }
    const feiten = {
      scores: [{ op: '2026-01-05' }, { op: '2026-01-06' }],
      doelen: [doel, eerder],
      reacties: [{ op: '2026-01-04' }, { op: '2026-01-06' }],
    } as unknown as Parameters<typeof zoalsOp>[0]
    expect(zoalsOp(feiten, '2026-01-05')).toEqual({
      scores: [{ op: '2026-01-05' }],
      doelen: [{ stand: 'loopt', standOp: null, uitkomst: null }, eerder],
      reacties: [{ op: '2026-01-04' }],
    })
  })
})

describe('akkoord', () => {
  const van = (meer: object) =>
    AkkoordInvoer.safeParse({ versie: 1, wie: 'client', op: '2026-03-02', hoe: 'mondeling', ...meer })

  it('van de cliënt vraagt wie het gaf, en bij een vertegenwoordiger de naam', () => {
    expect(van({}).success).toBe(false)
    expect(van({ door: 'client' }).success).toBe(true)
    expect(van({ door: 'vertegenwoordiger' }).success).toBe(false)
    expect(van({ door: 'vertegenwoordiger', vertegenwoordigerNaam: 'R. de Boer' }).success).toBe(true)
    expect(van({ wie: 'begeleider' }).success).toBe(true)
  })
})

describe('jongvolwassenen (PLAN-09)', () => {
  const leeftijd = { van: 18, totEnMet: 23 }
  const op = (geboren: string | null, meer: object = {}) =>
    nadrukVoor(geboren, '2026-03-02', leeftijd, { perspectief: null, soorten: [], ...meer })

  it('van 18 tot en met 23 jaar komen opleiding, opvoeders en geld eerst; daarbuiten niet', () => {
    expect(op('2008-03-02').map((one) => one.onderwerp)).toEqual(['opleiding', 'opvoeders', 'geld'])
    expect(op('2008-03-03')).toEqual([])
    expect(op('2002-03-03')).toHaveLength(3)
    expect(op('2002-03-02')).toEqual([])
    expect(op(null)).toEqual([])
  })

  it('wat in het plan staat telt als besproken', () => {
    const nadruk = op('2006-01-01', { perspectief: 'opleiding', soorten: ['financien'] })
    expect(nadruk.map((one) => one.besproken)).toEqual([true, false, true])
  })
})

describe('bespreken en meten', () => {
  it('op de dag zelf is een bespreking nog niet te laat', () => {
    const stand = (op: string | null) => evaluatieStandOp(op, '2026-03-16', '2026-03-02')
    expect([null, '2026-03-01', '2026-03-02', '2026-03-16', '2026-03-17'].map(stand)).toEqual([
      'geen',
      'te_laat',
      'bijna',
      'bijna',
      'ruim',
    ])
  })

  it('een leefgebied krijgt per meting één score', () => {
    const een = { leefgebied: 'wonen' }
    expect(dubbeleScores([een, { leefgebied: 'adl' }])).toEqual([])
    expect(dubbeleScores([een, een])).toMatchObject([{ field: 'scores.1.leefgebied' }])
  })
})

describe('één plan per persoon, ook na samenvoegen (invariant 1)', () => {
  const plan = (id: string, persoonId: string, begonnenOp: string) => ({ id, persoonId, begonnenOp })

  it('het plan van het dossier dat telt gaat voor; anders het jongste', () => {
    const oud = plan('a', 'opgegaan', '2026-01-01')
    const jonger = plan('b', 'ook-opgegaan', '2026-02-01')
    expect(geldendPlan([oud, plan('c', 'telt', '2025-01-01')], 'telt')).toMatchObject({ id: 'c' })
    expect(geldendPlan([oud, jonger], 'telt')).toMatchObject({ id: 'b' })
    expect(geldendPlan([], 'telt')).toBeUndefined()
  })
})

describe('de toestanden', () => {
  it('staan zo in de README en als CHECK in de database', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const regels = Object.entries(versieOvergangen).flatMap(([van, acties]) =>
      Object.entries(acties).map(
        ([actie, naar]) =>
          `| ${versieToestanden[van as 'concept']} | ${versieActies[actie as 'schrijven']} | ${versieToestanden[naar as 'concept']} |`,
      ),
    )
    expect(readme.split('\n').filter((line) => regels.includes(line))).toEqual(regels)
    const map = new URL('../../../../db/migrations/', import.meta.url)
    const naam = readdirSync(map).find((one) => one.endsWith('_ondersteuningsplan.sql'))!
    const sql = readFileSync(new URL(naam, map), 'utf8')
    const lijst = Object.keys(versieToestanden)
      .map((code) => `'${code}'`)
      .join(', ')
    expect(sql).toContain(`status text not null check (status in (${lijst}))`)
  })

  it('een akkoord van beiden is nodig voordat een versie geldt', () => {
    const wegen = Object.entries(versieOvergangen).flatMap(([van, acties]) =>
      Object.entries(acties)
        .filter(([actie, naar]) => naar === 'vastgesteld' && van !== 'vastgesteld' && actie)
        .map(([actie]) => `${van}:${actie}`),
    )
    expect(wegen).toEqual(['wacht_op_client:akkoord_client', 'wacht_op_begeleider:akkoord_begeleider'])
  })
})
