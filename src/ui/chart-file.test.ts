import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ChartFile, chartColours, chartFileName, chartSvg } from './chart-file.ts'

const lijn: ChartFile = {
  titel: 'Wachten & <hopen>',
  tekst: 'Van 10 naar 20.',
  regels: ['Peildatum 31 maart 2026, zoals nu bekend.', 'Bron: Onderdak.'],
  tekening: {
    soort: 'beeld',
    svg: '<svg viewBox="0 0 600 160"><path d="M0 0 H600"/></svg>',
    breed: 600,
    hoog: 160,
    schaal: { boven: '1.234', onder: '0', links: 'maart 2025', rechts: 'maart 2026' },
  },
}
const staven: ChartFile = {
  ...lijn,
  tekening: {
    soort: 'staven',
    rijen: [
      { label: 'Schiedam', staven: [{ waarde: 20, tekst: '20' }] },
      { label: 'Vlaardingen', staven: [{ waarde: 10, tekst: '10' }] },
      { label: 'Maassluis', staven: [{ waarde: null, tekst: 'niet getoond' }] },
    ],
  },
}
const texts = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((found) => found[1])
const heightOf = (svg: string) => Number(/ height="(\d+(?:\.\d+)?)"/.exec(svg)![1])

describe('a chart as a file', () => {
  it('stands by itself: white ground, title, scale, day and source', () => {
    const svg = chartSvg(lijn)
    expect(svg).toContain('<rect width="100%" height="100%" fill="#fff"/>')
    expect(texts(svg)).toEqual([
      'Wachten &#38; &#60;hopen&#62;',
      '1.234',
      '0',
      'maart 2025',
      'maart 2026',
      'Peildatum 31 maart 2026, zoals nu bekend.',
      'Bron: Onderdak.',
    ])
    expect(svg).toContain('<desc>Van 10 naar 20.</desc>')
    expect(svg).not.toContain('<hopen>')
  })

  it('draws a bar as long as its number, and none for what is hidden', () => {
    const svg = chartSvg(staven)
    const widths = [...svg.matchAll(/<rect x="[^"]*" y="[^"]*" width="([^"]*)"/g)].map((found) =>
      Number(found[1]),
    )
    expect(widths[0]! / widths[1]!).toBeCloseTo(2, 2)
    expect(widths[2]).toBe(0)
    expect(texts(svg)).toContain('niet getoond')
  })

  it('lets long texts run on below each other, inside the picture', () => {
    const lang = 'Gemeente: Schiedam. '.repeat(20)
    const [kort, met] = [chartSvg(lijn), chartSvg({ ...lijn, titel: lang, regels: [lang] })]
    expect(texts(met).every((line) => line!.length <= 90)).toBe(true)
    expect(heightOf(met)).toBeGreaterThan(heightOf(kort))
    const last = [...met.matchAll(/<text x="[^"]*" y="([^"]*)"/g)].at(-1)![1]
    expect(Number(last)).toBeLessThan(heightOf(met))
  })

  it('has the colours of the theme', () => {
    const theme = readFileSync('packages/tokens/brand.css', 'utf8')
    for (const [name, colour] of Object.entries(chartColours))
      expect(theme).toContain(`--od-${name}: ${colour};`)
  })

  it('has a name that every disk can keep', () => {
    expect(chartFileName('Cliënten: “vóór” en na / 2026', 'svg')).toBe('clienten-voor-en-na-2026.svg')
    expect(chartFileName('???', 'png')).toBe('grafiek.png')
  })
})
