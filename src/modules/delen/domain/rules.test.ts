import { describe, expect, it } from 'vitest'
import { keysOf } from '../../../shared/keys.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { gegevenssets, gronden, ontvangersoorten } from './keuzes.ts'
import { type Deler, regels } from './regels.ts'
import { type Deelwens, decideDeling, decideToestemming, judge, possibleGronden, standOf } from './rules.ts'

const vandaag = '2026-03-02'
const wens = (over: Partial<Deelwens>): Deelwens => ({
  van: 'college',
  aan: 'corporatie',
  set: 'woonvraag',
  grond: 'UITDRUKKELIJKE_TOESTEMMING',
  vervaltOp: '2026-09-01',
  ...over,
})

describe('wie mag wat krijgen', () => {
  it('een corporatie krijgt de woonvraag alleen met toestemming', () => {
    expect(judge(wens({})).uitkomst).toBe('toestemming')
    expect(judge(wens({})).artikel).toBe('Wmo 2015 art. 5.3.3 lid 1')
    expect(possibleGronden({ van: 'college', aan: 'corporatie', set: 'woonvraag' })).toEqual([
      'UITDRUKKELIJKE_TOESTEMMING',
    ])
  })

  it('een corporatie krijgt nooit een diagnose, op geen enkele grond', () => {
    for (const grond of keysOf(gronden))
      expect(judge(wens({ set: 'gezondheid', grond })).uitkomst, grond).toBe('verboden')
    expect(gegevenssets.woonvraag.gegevens.join()).not.toMatch(/diagnose|behandel|medicij/)
  })

  it('een diagnose staat in precies één set', () => {
    const met = Object.entries(gegevenssets).filter(([, set]) =>
      (set.gegevens as readonly string[]).includes('diagnose'),
    )
    expect(met.map(([code]) => code)).toEqual(['gezondheid'])
  })

  it('de gemeente vraagt geen toestemming waar zij een wettelijke taak heeft', () => {
    const refused = decideDeling(wens({ aan: 'aanbieder', set: 'ondersteuning' }), vandaag)
    expect(refused).toMatchObject({ code: 'delen_mag_niet', message: expect.stringContaining('art. 5.2.1') })
    expect(
      decideDeling(
        wens({ aan: 'aanbieder', set: 'ondersteuning', grond: 'WETTELIJKE_TAAK_COLLEGE' }),
        vandaag,
      ),
    ).toEqual({ artikel: 'Wmo 2015 art. 5.2.1 lid 2' })
  })

  it('een aanbieder deelt met een andere aanbieder alleen met toestemming of als die hulp nodig is', () => {
    expect(possibleGronden({ van: 'aanbieder', aan: 'aanbieder', set: 'ondersteuning' })).toEqual([
      'UITDRUKKELIJKE_TOESTEMMING',
      'BEROEPSHALVE_MEDEWERKING',
    ])
  })

  it('aan Veilig Thuis mag het zonder toestemming; die vragen mag niet', () => {
    expect(judge(wens({ aan: 'veilig_thuis', set: 'veiligheid', grond: 'VEILIG_THUIS' })).artikel).toBe(
      'Wmo 2015 art. 5.2.6',
    )
    expect(judge(wens({ aan: 'veilig_thuis', set: 'veiligheid' })).uitkomst).toBe('verboden')
    expect(judge(wens({ grond: 'VEILIG_THUIS' })).uitkomst).toBe('verboden')
  })

  it('voor statistiek gaat er nooit iets met een naam naar buiten', () => {
    for (const aan of keysOf(ontvangersoorten))
      for (const set of keysOf(gegevenssets))
        expect(judge({ van: 'college', aan, set, grond: 'STATISTIEK' }).uitkomst).toBe('verboden')
  })

  it('het burgerservicenummer gaat alleen naar wie het volgens de wet mag gebruiken', () => {
    const mag = keysOf(ontvangersoorten).filter((aan) =>
      (['college', 'aanbieder'] as const).some(
        (van) => possibleGronden({ van, aan, set: 'declaratie' }).length > 0,
      ),
    )
    expect(mag.sort()).toEqual(['cak_svb', 'college', 'toezicht', 'veilig_thuis', 'zorgkantoor'])
  })

  it('elke weigering noemt het artikel en wat wel kan', () => {
    const delers: Deler[] = ['college', 'aanbieder', 'ander']
    for (const van of delers)
      for (const aan of keysOf(ontvangersoorten))
        for (const set of keysOf(gegevenssets))
          for (const grond of keysOf(gronden)) {
            const refused = decideDeling(
              wens({
                van,
                aan,
                set,
                grond,
                weging: 'Nodig',
                wetsartikel: 'Wet X art. 1',
                vervaltOp: '2026-03-20',
              }),
              vandaag,
            )
            if (!isRejection(refused)) expect(refused.artikel).toMatch(/art\./)
            else {
              expect(refused.message).toMatch(/art\. \d/)
              expect(refused.possible?.length).toBe(1)
            }
          }
  })

  it('elke regel wordt ergens gebruikt', () => {
    const used = new Set<unknown>()
    for (const van of ['college', 'aanbieder', 'ander'] as const)
      for (const aan of keysOf(ontvangersoorten))
        for (const set of keysOf(gegevenssets))
          for (const grond of keysOf(gronden)) used.add(judge({ van, aan, set, grond }))
    expect(regels.filter((regel) => !used.has(regel))).toEqual([])
  })
})

describe('delen zonder toestemming', () => {
  it('vraagt een weging bij hulp van een beroepskracht en bij direct gevaar', () => {
    const hulp = wens({ aan: 'zorg', set: 'casus', grond: 'BEROEPSHALVE_MEDEWERKING' })
    expect(decideDeling(hulp, vandaag)).toMatchObject({ code: 'weging_ontbreekt', field: 'weging' })
    expect(decideDeling({ ...hulp, weging: 'Zonder de behandelaar geen plan.' }, vandaag)).toEqual({
      artikel: 'Wmo 2015 art. 5.3.3 lid 3',
    })
  })

  it('op grond van een andere wet noemt die wet', () => {
    const wet = wens({ aan: 'politie', set: 'contact', grond: 'WETTELIJKE_VERPLICHTING_OVERIG' })
    expect(decideDeling(wet, vandaag)).toMatchObject({ code: 'wetsartikel_ontbreekt' })
    expect(decideDeling({ ...wet, wetsartikel: 'Wetboek van Strafvordering art. 126nd' }, vandaag)).toEqual({
      artikel: 'Wetboek van Strafvordering art. 126nd',
    })
  })

  it('bij direct gevaar duurt hooguit 30 dagen, anders een jaar', () => {
    const gevaar = wens({
      aan: 'zorg',
      set: 'veiligheid',
      grond: 'VITAAL_BELANG',
      weging: 'Dreigt te springen.',
    })
    expect(decideDeling({ ...gevaar, vervaltOp: '2026-04-01' }, vandaag)).not.toHaveProperty('rejected')
    expect(decideDeling({ ...gevaar, vervaltOp: '2026-04-02' }, vandaag)).toMatchObject({
      field: 'vervaltOp',
    })
    expect(decideDeling(wens({ vervaltOp: '2027-03-04' }), vandaag)).toMatchObject({ field: 'vervaltOp' })
    expect(decideDeling(wens({ vervaltOp: vandaag }), vandaag)).toMatchObject({ field: 'vervaltOp' })
  })
})

describe('toestemming', () => {
  const gegeven = {
    van: 'college',
    aan: 'corporatie',
    set: 'woonvraag',
    gegevenDoor: 'client',
    gegevenOp: vandaag,
  } as const

  it('geeft wie 12 jaar of ouder is zelf; voor een jonger kind de vertegenwoordiger', () => {
    expect(decideToestemming(gegeven, '2014-03-02', vandaag)).toBeUndefined()
    expect(decideToestemming(gegeven, '2014-03-03', vandaag)).toMatchObject({
      code: 'vertegenwoordiger_nodig',
    })
    const ouder = {
      ...gegeven,
      gegevenDoor: 'vertegenwoordiger',
      vertegenwoordigerNaam: 'A. de Ouder',
      vertegenwoordigerReden: 'jonger_dan_12',
    } as const
    expect(decideToestemming(ouder, '2014-03-03', vandaag)).toBeUndefined()
    expect(decideToestemming(ouder, '2014-03-02', vandaag)).toMatchObject({ code: 'client_beslist_zelf' })
  })

  it('van een vertegenwoordiger noemt wie dat is en waarom', () => {
    const namens = { ...gegeven, gegevenDoor: 'vertegenwoordiger' } as const
    expect(decideToestemming(namens, '1980-01-01', vandaag)).toMatchObject({ field: 'vertegenwoordigerNaam' })
    expect(
      decideToestemming(
        { ...namens, vertegenwoordigerNaam: 'A. de Curator', vertegenwoordigerReden: 'niet_in_staat' },
        '1980-01-01',
        vandaag,
      ),
    ).toBeUndefined()
  })

  it('wordt niet gevraagd waar een wettelijke taak is', () => {
    expect(
      decideToestemming({ ...gegeven, aan: 'aanbieder', set: 'ondersteuning' }, null, vandaag),
    ).toMatchObject({
      code: 'geen_toestemming_vragen',
      message: expect.stringContaining('art. 5.2.1'),
    })
  })

  it('ligt niet in de toekomst', () => {
    expect(decideToestemming({ ...gegeven, gegevenOp: '2026-03-03' }, null, vandaag)).toMatchObject({
      field: 'gegevenOp',
    })
  })
})

describe('een deling', () => {
  it('loopt tot de dag waarop zij vervalt, of eerder als zij stopt', () => {
    expect(standOf({ vervaltOp: '2026-03-03', beeindigdOp: null }, vandaag)).toBe('loopt')
    expect(standOf({ vervaltOp: vandaag, beeindigdOp: null }, vandaag)).toBe('verlopen')
    expect(standOf({ vervaltOp: '2026-03-03', beeindigdOp: vandaag }, vandaag)).toBe('beeindigd')
  })
})
