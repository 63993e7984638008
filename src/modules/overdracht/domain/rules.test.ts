import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canDoen,
  canNagaan,
  isRisicomoment,
  kantVan,
  type Richting,
  richtingen,
  type Stand,
  vervalVan,
  type Wetsovergang,
  type Wie,
  wetsovergangen,
} from './rules.ts'
import {
  type Actie,
  acties,
  nextToestand,
  overgangen,
  overgangsregels,
  type Toestand,
  toestanden,
} from './toestanden.ts'

const vandaag = '2026-03-02'
const gever: Wie = { organisatieId: 'gever' }
const ontvanger: Wie = { organisatieId: 'ontvanger' }
const stand = (over: Partial<Stand> = {}): Stand => ({
  toestand: 'aangeboden',
  richting: 'binnen',
  geverId: 'gever',
  ontvangerId: 'ontvanger',
  antwoordUiterlijk: '2026-03-10',
  eersteContactOp: null,
  ...over,
})
const naarBuiten = (over: Partial<Stand> = {}) =>
  stand({ richting: 'naar_buiten', ontvangerId: null, ...over })
const mag = (actie: Actie, van: Stand, wie: Wie) => canDoen(actie, van, wie, vandaag).ok

describe('een overdracht binnen de regio', () => {
  it('neemt alleen de ontvanger aan, en alleen de gever trekt in', () => {
    expect(mag('accepteren', stand(), ontvanger)).toBe(true)
    expect(mag('accepteren', stand(), gever)).toBe(false)
    expect(mag('intrekken', stand(), gever)).toBe(true)
    expect(mag('intrekken', stand(), ontvanger)).toBe(false)
    expect(mag('weigeren', stand(), { organisatieId: 'een ander' })).toBe(false)
    expect(mag('weigeren', stand(), { organisatieId: null })).toBe(false)
  })

  it('is niet af te ronden voordat zij is aangenomen (OVD-02)', () => {
    expect(canDoen('afronden', stand(), ontvanger, vandaag)).toEqual({
      ok: false,
      reden: 'De overdracht is nog niet aangenomen. Tot dan blijft de gever verantwoordelijk.',
    })
    expect(mag('afronden', stand({ toestand: 'geaccepteerd' }), ontvanger)).toBe(true)
    expect(mag('afronden', stand({ toestand: 'geaccepteerd' }), gever)).toBe(false)
  })

  it('is niet meer aan te nemen na de laatste dag, wel te weigeren', () => {
    expect(mag('accepteren', stand({ antwoordUiterlijk: vandaag }), ontvanger)).toBe(true)
    expect(mag('accepteren', stand({ antwoordUiterlijk: '2026-03-01' }), ontvanger)).toBe(false)
    expect(mag('weigeren', stand({ antwoordUiterlijk: '2026-03-01' }), ontvanger)).toBe(true)
  })

  it('kan na het aannemen nog terug: de ontvanger weigert, of de gever trekt in', () => {
    const aangenomen = stand({ toestand: 'geaccepteerd' })
    expect(mag('weigeren', aangenomen, ontvanger)).toBe(true)
    expect(mag('intrekken', aangenomen, gever)).toBe(true)
  })

  it('wordt na het afronden nagegaan door de ontvanger, één keer', () => {
    const afgerond = stand({ toestand: 'afgerond' })
    expect(canNagaan(stand({ toestand: 'geaccepteerd' }), ontvanger).ok).toBe(false)
    expect(canNagaan(afgerond, ontvanger).ok).toBe(true)
    expect(canNagaan(afgerond, gever).ok).toBe(false)
    expect(canNagaan({ ...afgerond, eersteContactOp: vandaag }, ontvanger).ok).toBe(false)
  })
})

describe('een overdracht over de grens van de regio (OVD-11)', () => {
  it('naar buiten: de ontvanger antwoordt met de link, de gever rondt af en gaat het eerste contact na', () => {
    expect(mag('accepteren', naarBuiten(), 'link')).toBe(true)
    expect(mag('weigeren', naarBuiten(), 'link')).toBe(true)
    expect(mag('accepteren', naarBuiten(), gever)).toBe(false)
    expect(mag('intrekken', naarBuiten(), 'link')).toBe(false)
    expect(mag('afronden', naarBuiten({ toestand: 'geaccepteerd' }), 'link')).toBe(false)
    expect(mag('afronden', naarBuiten({ toestand: 'geaccepteerd' }), gever)).toBe(true)
    expect(canNagaan(naarBuiten({ toestand: 'afgerond' }), gever).ok).toBe(true)
  })

  it('een link opent geen overdracht binnen de regio', () => {
    for (const actie of Object.keys(acties) as Actie[]) expect(mag(actie, stand(), 'link')).toBe(false)
  })

  it('van buiten: alleen de ontvanger doet iets', () => {
    const vanBuiten = stand({ richting: 'van_buiten', geverId: null })
    for (const actie of ['accepteren', 'weigeren', 'intrekken'] as const) {
      expect(mag(actie, vanBuiten, ontvanger)).toBe(true)
      expect(mag(actie, vanBuiten, gever)).toBe(false)
    }
  })
})

describe('elke stap', () => {
  const stappen = fc.record({
    toestand: fc.constantFrom(...(Object.keys(toestanden) as Toestand[])),
    richting: fc.constantFrom(...(Object.keys(richtingen) as Richting[])),
    actie: fc.constantFrom(...(Object.keys(acties) as Actie[])),
    wie: fc.constantFrom<Wie>(gever, ontvanger, 'link', 'systeem', { organisatieId: null }),
  })

  it('kan alleen als de tabel haar noemt, en nooit uit een eindstand', () => {
    fc.assert(
      fc.property(stappen, ({ toestand, richting, actie, wie }) => {
        const van = stand({
          toestand,
          richting,
          geverId: richting === 'van_buiten' ? null : 'gever',
          ontvangerId: richting === 'naar_buiten' ? null : 'ontvanger',
        })
        if (mag(actie, van, wie)) expect(nextToestand(toestand, actie)).toBeDefined()
        if (Object.keys(overgangen[toestand]).length === 0) expect(mag(actie, van, wie)).toBe(false)
      }),
    )
  })

  it('is van precies één kant: er is altijd iemand die verder kan', () => {
    for (const richting of Object.keys(richtingen) as Richting[])
      for (const actie of Object.keys(acties) as Actie[])
        expect(['gever', 'ontvanger']).toContain(kantVan(actie, richting))
  })

  it('naar afgerond gaat alleen via geaccepteerd', () => {
    const ervoor = (Object.keys(toestanden) as Toestand[]).filter((van) => nextToestand(van, 'afronden'))
    expect(ervoor).toEqual(['geaccepteerd'])
  })
})

describe('het delen bij een overdracht', () => {
  it('eindigt na de tijd om over te dragen, maar nooit later dan de grond toelaat', () => {
    expect(vervalVan('2026-03-16', 'WETTELIJKE_TAAK_COLLEGE', vandaag)).toBe('2026-05-15')
    expect(vervalVan('2026-03-16', 'VITAAL_BELANG', vandaag)).toBe('2026-04-01')
  })

  it('een andere wet of financiering is een risicomoment (OVD-03)', () => {
    const risico = (Object.keys(wetsovergangen) as Wetsovergang[]).filter(isRisicomoment)
    expect(risico).toHaveLength(Object.keys(wetsovergangen).length - 1)
    expect(isRisicomoment('geen')).toBe(false)
  })
})

const lees = (pad: string) => readFileSync(new URL(pad, import.meta.url), 'utf8')
/** By name: the number is given when modules come together. */
const migraties = new URL('../../../../db/migrations/', import.meta.url)
const bestand = readdirSync(migraties).find((naam) => naam.endsWith('_overdracht.sql'))!
const migratie = readFileSync(new URL(bestand, migraties), 'utf8')

describe('de README en de database zeggen hetzelfde als de tabel', () => {
  it('de README noemt precies de stappen', () => {
    const rijen = lees('../README.md').match(
      /^\| (Wacht op antwoord|Aangenomen|Afgerond|Geweigerd|Ingetrokken) .+\|$/gm,
    )!
    expect([...rijen].sort()).toEqual(overgangsregels().sort())
  })

  it('de database kent precies de standen en de stappen', () => {
    const check = migratie.match(/ {2}status text not null check \(status in \((.+)\)\),/)![1]!
    expect(check.replaceAll("'", '').split(', ').sort()).toEqual(Object.keys(toestanden).sort())
    const stap = migratie.slice(
      migratie.indexOf('create function overdracht_stap'),
      migratie.indexOf('comment on function overdracht_stap'),
    )
    const paren = [...stap.matchAll(/\('(\w+)', '(\w+)'\)/g)].map(([, van, naar]) => `${van} ${naar}`)
    const tabel = Object.entries(overgangen).flatMap(([van, naar]) =>
      Object.values(naar).map((een) => `${van} ${een}`),
    )
    expect(paren.sort()).toEqual(tabel.sort())
  })
})
