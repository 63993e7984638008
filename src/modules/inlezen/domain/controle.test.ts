import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCel } from './cel.ts'
import { checkBlad } from './controle.ts'
import { kolommen, type Soort } from './kolommen.ts'
import { groepen, vatSamen } from './rules.ts'

const iso = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined)
const context = { readDatum: iso, today: '2026-03-02' }
const blad = (header: string[], ...rows: string[][]) => ({
  header,
  rows: rows.map((cells, i) => ({ rowNumber: i + 2, cells })),
})
const kop = ['Voorziening', 'Locatie', 'Plek', 'Product', 'Vanaf']

describe('de kopregel', () => {
  it('mag andere woorden gebruiken die hetzelfde betekenen', () => {
    const { fouten, koppen } = checkBlad(
      'wachtlijst',
      blad(
        ['NAAM', 'Geb.datum', 'Herkomst', 'Productcode', 'Aanmelddatum', 'Besluitdatum'],
        ['Demo-Es', '1990-01-01', 'Schiedam', 'bw', '2026-01-01', '2026-01-02'],
      ),
      context,
    )
    expect(fouten).toEqual([])
    expect(koppen).toMatchObject({ achternaam: 'NAAM', gemeld: 'Aanmelddatum' })
  })

  it('noemt elke verplichte kolom die ontbreekt, en wat niet wordt ingelezen', () => {
    const { fouten, overgeslagen } = checkBlad(
      'plekken',
      blad([...kop.slice(0, 3), 'Kleur'], ['a', 'b', 'c', 'd']),
      context,
    )
    expect(fouten.map((fout) => [fout.rij, fout.kolom])).toEqual([
      [0, 'Product'],
      [0, 'Vanaf'],
    ])
    expect(overgeslagen).toEqual(['Kleur'])
  })

  it('zegt dat twee kolommen hetzelfde betekenen', () => {
    const { fouten } = checkBlad(
      'plekken',
      blad([...kop, 'Ingangsdatum'], ['a', 'b', 'c', 'd', '2026-01-01', '2026-01-01']),
      context,
    )
    expect(fouten[0]!.melding).toContain('betekenen hetzelfde')
  })

  it('herkent een bestand dat in één kolom is beland', () => {
    expect(
      checkBlad('plekken', blad(['Voorziening:Locatie:Plek'], ['a:b:c']), context).fouten[0]!.melding,
    ).toContain('één kolom')
  })
})

describe('een cel', () => {
  it('leest elke gemeente met naam of code, en “onbekend” als dat is wat u weet', () => {
    const gemeente = { als: 'gemeente' } as const
    for (const text of ['Schiedam', 'GM0606', '606', 'gemeente schiedam'])
      expect(readCel(gemeente, text, iso)).toEqual({ waarde: 'GM0606' })
    expect(readCel(gemeente, 'Onbekend', iso)).toEqual({ waarde: 'onbekend' })
    expect(readCel(gemeente, 'Bergen', iso)).toHaveProperty('melding')
  })

  it('legt uit wat er met een datum mis is', () => {
    const melding = (text: string) => readCel({ als: 'datum' }, text, iso)
    expect(melding('1-4-21')).toEqual({ melding: expect.stringContaining('twee cijfers') })
    expect(melding('31-2-2021')).toEqual({ melding: expect.stringContaining('bestaat niet') })
    expect(melding('volgende week')).toEqual({ melding: expect.stringContaining('geen datum') })
  })

  it('neemt v, m en de hele woorden aan', () => {
    const { cel } = kolommen.verblijven.find((kolom) => kolom.sleutel === 'geslacht')!
    for (const [text, waarde] of [
      ['V', 'vrouw'],
      ['man', 'man'],
      ['X', 'anders'],
    ] as const)
      expect(readCel(cel, text, iso)).toEqual({ waarde })
  })
})

describe('het verslag', () => {
  it('herhaalt nooit de waarde van een kolom over een persoon', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Soort>('verblijven', 'wachtlijst'),
        fc.array(fc.string({ minLength: 6, maxLength: 20, unit: fc.constantFrom(...'abcdefgh0123456789') }), {
          minLength: 8,
          maxLength: 8,
        }),
        (soort, values) => {
          const persoonlijk = kolommen[soort].filter((kolom) => kolom.persoonlijk)
          const cells = kolommen[soort].map((kolom, i) => (kolom.persoonlijk ? `geheim${values[i % 8]}` : ''))
          const { fouten } = checkBlad(
            soort,
            blad(
              kolommen[soort].map((kolom) => kolom.naam),
              cells,
            ),
            context,
          )
          expect(persoonlijk.length).toBeGreaterThan(0)
          expect(JSON.stringify(fouten)).not.toContain('geheim')
        },
      ),
    )
  })

  it('staat op volgorde van rij en van kolom in het bestand', () => {
    const { fouten } = checkBlad(
      'plekken',
      blad(kop, ['', 'b', 'c', 'd', 'x'], ['a', '', 'c', 'd', '2026-01-01']),
      context,
    )
    expect(fouten.map((fout) => [fout.rij, fout.kolom])).toEqual([
      [2, 'Voorziening'],
      [2, 'Vanaf'],
      [3, 'Locatie'],
    ])
  })

  it('vat samen wat er wordt ingelezen', () => {
    expect(vatSamen({ verblijven: 12, nieuwePersonen: 1, bestaandePersonen: 2 })).toBe(
      '12 verblijven, 1 nieuw dossier en 2 bestaande dossiers',
    )
    expect(vatSamen({})).toBe('Niets')
  })
})

it('mensen van één huishouden op één plek horen bij elkaar', () => {
  const rij = (nummer: number, huishouden: string | null) => ({
    nummer,
    cellen: { huishouden, locatie: 'Huis', plek: 'Woning 1' },
  })
  expect(
    groepen('verblijven', [rij(2, 'A'), rij(3, null), rij(4, 'a'), rij(5, null)]).map((g) =>
      g.map((r) => r.nummer),
    ),
  ).toEqual([[2, 4], [3], [5]])
})
