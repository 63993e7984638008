import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Stand, standen, tebereiken, type Uitkomst } from './keuzes.ts'
import { behaaldVan, dientOok, gatenVan, notInToekomst, standNaBesluit } from './rules.ts'

describe('een dag die nog moet komen', () => {
  it('is geweigerd bij haar eigen veld; vandaag mag', () => {
    expect(notInToekomst('2026-03-02', '2026-03-02', 'op')).toBeUndefined()
    expect(notInToekomst('2026-03-03', '2026-03-02', 'op')).toMatchObject({
      code: 'datum_in_toekomst',
      field: 'op',
      status: 422,
      message: 'Kies een dag tot en met 2 maart 2026.',
    })
  })
})

describe('of een streefwaarde is gehaald', () => {
  const meer = { streefwaarde: 10, streefOp: null, richting: 'hoger' } as const
  const minder = { streefwaarde: 10, streefOp: null, richting: 'lager' } as const
  const opEen = { ...meer, streefOp: '2026-07-01' }
  const op = (dag: string, waarde: number) => ({ op: dag, waarde })
  const vandaag = '2026-05-01'

  it('is niet te zeggen zonder streefwaarde', () => {
    const geen = { streefwaarde: null, streefOp: null, richting: null }
    expect(behaaldVan(geen, [op('2026-01-01', 5)], vandaag)).toBeNull()
  })

  it('is zonder getal onbekend, ook als de dag voorbij is', () => {
    expect(behaaldVan(meer, [], vandaag)).toBe('geen_getal')
    expect(behaaldVan(opEen, [], '2026-12-01')).toBe('geen_getal')
  })

  it('meer is beter: gelijk aan de streefwaarde is gehaald, eronder nog niet', () => {
    expect(behaaldVan(meer, [op('2026-01-01', 10)], vandaag)).toBe('gehaald')
    expect(behaaldVan(meer, [op('2026-01-01', 9.9)], vandaag)).toBe('op_weg')
  })

  it('minder is beter: gelijk aan de streefwaarde is gehaald, erboven nog niet', () => {
    expect(behaaldVan(minder, [op('2026-01-01', 10)], vandaag)).toBe('gehaald')
    expect(behaaldVan(minder, [op('2026-01-01', 10.1)], vandaag)).toBe('op_weg')
  })

  it('het nieuwste getal telt, in welke volgorde ze ook staan', () => {
    const waarden = [op('2026-03-01', 12), op('2026-04-01', 8), op('2026-01-01', 20)]
    expect(behaaldVan(meer, waarden, vandaag)).toBe('op_weg')
    expect(behaaldVan(meer, waarden.toReversed(), vandaag)).toBe('op_weg')
  })

  it('zonder dag blijft wat niet gehaald is altijd nog te halen', () => {
    expect(behaaldVan(meer, [op('2026-01-01', 1)], '2099-01-01')).toBe('op_weg')
  })

  it('op de dag zelf is nog niets verloren, een dag later wel', () => {
    expect(behaaldVan(opEen, [op('2026-06-01', 9)], '2026-07-01')).toBe('op_weg')
    expect(behaaldVan(opEen, [op('2026-06-01', 9)], '2026-07-02')).toBe('niet_gehaald')
  })

  it('een getal van na de dag telt niet mee, in geen van beide richtingen', () => {
    expect(behaaldVan(opEen, [op('2026-06-01', 9), op('2026-08-01', 12)], '2026-09-01')).toBe('niet_gehaald')
    expect(behaaldVan(opEen, [op('2026-07-01', 10), op('2026-08-01', 2)], '2026-09-01')).toBe('gehaald')
    expect(behaaldVan(opEen, [op('2026-08-01', 12)], '2026-09-01')).toBe('niet_gehaald')
  })
})

describe('wat een besluit doet met hoe het staat', () => {
  const alle = [null, ...(Object.keys(standen) as Stand[])]
  const na = (uitkomst: Uitkomst) => alle.map((nu) => standNaBesluit(uitkomst, nu))

  it('doorgaan is voortgezet, opschalen is uitgebreid, aanpassen laat de stand zoals hij is', () => {
    expect(new Set(na('doorgaan'))).toEqual(new Set(['voortgezet']))
    expect(new Set(na('opschalen'))).toEqual(new Set(['uitgebreid']))
    expect(new Set(na('aanpassen'))).toEqual(new Set([null]))
  })

  it('stoppen is stoppen voor het einde, behalve als het al klaar of gestopt was', () => {
    for (const nu of alle)
      expect(standNaBesluit('stoppen', nu)).toBe(
        nu === 'afgerond' || nu === 'voortijdig_beeindigd' ? null : 'voortijdig_beeindigd',
      )
  })
})

describe('wat er ontbreekt bij een onderdeel', () => {
  const met = { heeftMeting: true }
  const zonder = { heeftMeting: false }

  it('dat bereikt moet worden: een activiteit, of een activiteit die iets meet', () => {
    expect(gatenVan(true, [])).toEqual(['geen_activiteit'])
    expect(gatenVan(true, [zonder, zonder])).toEqual(['geen_meting'])
    expect(gatenVan(true, [zonder, met])).toEqual([])
  })

  it('dat voor alles geldt: nooit iets', () => {
    expect(gatenVan(false, [])).toEqual([])
    expect(gatenVan(false, [zonder])).toEqual([])
    expect(tebereiken).not.toContain('uitgangspunt')
    expect(tebereiken).not.toContain('randvoorwaarde')
  })
})

describe('wat een activiteit via andere onderdelen dient', () => {
  const deel = (id: string, onderId: string | null = null, ...naar: string[]) => ({ id, onderId, naar })
  const visie = [deel('pijler'), deel('doel', 'pijler'), deel('ander')]

  it('haar thema dient de pijler waaraan het bijdraagt, en wat daarboven ligt', () => {
    const onderdelen = [...visie, deel('thema', null, 'doel')]
    expect([...dientOok(onderdelen, ['thema'])]).toEqual([
      ['doel', 'thema'],
      ['pijler', 'thema'],
    ])
  })

  it('wat zij zelf al dient, staat er niet nog eens bij', () => {
    const onderdelen = [...visie, deel('thema', null, 'doel')]
    expect([...dientOok(onderdelen, ['thema', 'doel'])]).toEqual([['pijler', 'doel']])
  })

  it('langs twee wegen telt de kortste', () => {
    const onderdelen = [
      ...visie,
      deel('ver', null, 'tussen'),
      deel('tussen', 'pijler'),
      deel('dicht', 'pijler'),
    ]
    expect(dientOok(onderdelen, ['ver', 'dicht']).get('pijler')).toBe('dicht')
  })

  it('een onderdeel dat niet meer bestaat geeft niets verder door', () => {
    expect([...dientOok(visie, ['weg'])]).toEqual([])
  })

  const ids = Array.from({ length: 8 }, (_, i) => String(i))
  const id = fc.constantFrom(...ids)
  const onderdelen = fc
    .tuple(
      ...ids.map((een) =>
        fc
          .record({ onderId: fc.option(id), naar: fc.array(id, { maxLength: 4 }) })
          .map((rest) => ({ id: een, ...rest })),
      ),
    )
    .map((delen) => delen as readonly { id: string; onderId: string | null; naar: string[] }[])

  /** Everything that can be reached in any number of steps. */
  function bereikbaar(
    delen: readonly { id: string; onderId: string | null; naar: string[] }[],
    van: readonly string[],
  ) {
    const gezien = new Set(van)
    for (let groeit = true; groeit; ) {
      const vooraf = gezien.size
      for (const een of delen)
        if (gezien.has(een.id))
          for (const naar of [...een.naar, een.onderId]) if (naar !== null) gezien.add(naar)
      groeit = gezien.size > vooraf
    }
    return gezien
  }

  it('ook als onderdelen in een kring naar elkaar wijzen eindigt het, en noemt het nooit wat al gediend wordt', () => {
    fc.assert(
      fc.property(onderdelen, fc.uniqueArray(id), (delen, dient) => {
        const via = dientOok(delen, dient)
        for (const [naar, van] of via) {
          expect(dient).not.toContain(naar)
          expect(dient).toContain(van)
          expect(bereikbaar(delen, [van])).toContain(naar)
        }
        const verwacht = [...bereikbaar(delen, dient)].filter((een) => !dient.includes(een))
        expect([...via.keys()].sort()).toEqual(verwacht.sort())
      }),
    )
  })
})
