import { describe, expect, it } from 'vitest'
import { type Jaarpunt, jaarpuntVan, jaarwijzeVan, tweeJaren, verschilTekst } from './jaarcijfer.ts'

const open = (waarde: number | null): Jaarpunt => ({ waarde, afgeschermd: false })
const dicht: Jaarpunt = { waarde: null, afgeschermd: true }
const jaar = (waarde: number) => Array.from({ length: 12 }, () => open(waarde))

describe('het cijfer van een jaar', () => {
  it('van een stand is het die van 31 december', () => {
    const wijze = jaarwijzeVan({ tijd: 'stand', eenheid: 'mensen' })
    expect(wijze).toBe('eind')
    expect(jaarpuntVan(wijze, [...jaar(10), open(40)])).toEqual(open(40))
    expect(jaarpuntVan(wijze, [...jaar(10), dicht])).toEqual(dicht)
  })

  it('wat per maand is geteld telt op', () => {
    const wijze = jaarwijzeVan({ tijd: 'periode', eenheid: 'aantal' })
    expect(wijze).toBe('som')
    expect(jaarpuntVan(wijze, jaar(10))).toEqual(open(120))
  })

  it('een som is er alleen als elke maand te zien is: naast elf maanden verraadt zij de twaalfde', () => {
    expect(jaarpuntVan('som', [...jaar(10).slice(1), dicht])).toEqual(dicht)
    expect(jaarpuntVan('som', [dicht, ...jaar(10).slice(1)])).toEqual(dicht)
  })

  it('mensen, aandelen en dagen van maanden tellen niet op: dan is het december', () => {
    for (const eenheid of ['mensen', 'procent', 'dagen'])
      expect(jaarwijzeVan({ tijd: 'periode', eenheid })).toBe('december')
    expect(jaarpuntVan('december', [...jaar(10), open(null)])).toEqual(open(null))
  })

  it('staat naast dat van het jaar ervoor', () => {
    expect(tweeJaren('som', [...jaar(10), ...jaar(11)])).toEqual({ dit: open(132), vorig: open(120) })
  })
})

describe('het verschil met een jaar eerder', () => {
  it.each([
    [14, 10, 'aantal', '4 meer'],
    [10, 14, 'mensen', '4 minder'],
    [10, 10, 'mensen', 'gelijk'],
    [12.4, 11.1, 'procent', '1,3 procentpunten meer'],
    [30, 41, 'dagen', '11 dagen minder'],
  ])('%s na %s %s is %s', (dit, vorig, eenheid, tekst) => {
    expect(verschilTekst(open(dit), open(vorig), eenheid)).toBe(tekst)
  })

  it('wordt niet genoemd als een van beide niet te zien is', () => {
    expect(verschilTekst(open(10), dicht, 'aantal')).toBe('')
    expect(verschilTekst(dicht, open(10), 'aantal')).toBe('')
  })
})
