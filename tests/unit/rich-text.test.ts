import { describe, expect, it } from 'vitest'
import { cleanHtml, richHtml } from '../../src/platform/documents/rich-html.ts'
import { escapeRich, parseRich, plainRich } from '../../src/platform/documents/rich-text.ts'

describe('tekst met opmaak', () => {
  it('heeft alinea’s, vet, cursief, lijsten en links', () => {
    expect(
      parseRich(
        'Een **vet** en *schuin* woord\nop twee regels.\n\n- een\n- [twee](https://a.nl/b)\n\n1. eerst\n2. dan',
      ),
    ).toEqual([
      {
        soort: 'alinea',
        runs: [
          { tekst: 'Een ' },
          { tekst: 'vet', vet: true },
          { tekst: ' en ' },
          { tekst: 'schuin', cursief: true },
          { tekst: ' woord\nop twee regels.' },
        ],
      },
      {
        soort: 'lijst',
        genummerd: false,
        punten: [[{ tekst: 'een' }], [{ tekst: 'twee', link: 'https://a.nl/b' }]],
      },
      { soort: 'lijst', genummerd: true, punten: [[{ tekst: 'eerst' }], [{ tekst: 'dan' }]] },
    ])
  })

  it('script, HTML en vreemde links blijven tekst', () => {
    const boos =
      '<script>alert(1)</script> [klik](javascript:alert(1)) <img src=x onerror=alert(1)> `x` # kop'
    const delen = parseRich(boos)
    expect(delen).toEqual([{ soort: 'alinea', runs: [{ tekst: boos }] }])
    const html = cleanHtml(richHtml(delen))
    expect(html).not.toMatch(/<(script|img|a)\b/)
    expect(html).toContain('&lt;script&gt;')
  })

  it('de zeef laat ook niets door wat er toch in kwam', () => {
    expect(
      cleanHtml(
        '<p onclick="x()">a<script>b</script><a href="javascript:x()" style="x">c</a><img src="https://spoor.nl/x"></p>',
      ),
    ).toBe('<p>a<a>c</a></p>')
  })

  it('tekst van anderen staat er zoals zij is geschreven', () => {
    const tekst = '2026. Het *jaar* van [alles] met_een_streep\n- en een \\ streep\n3) drie'
    expect(parseRich(escapeRich(tekst))).toEqual([{ soort: 'alinea', runs: [{ tekst }] }])
  })

  it('is ook zonder opmaak te lezen', () => {
    expect(plainRich(parseRich('Lees [meer](https://a.nl).\n\n- a\n- b\n  - c'))).toBe(
      'Lees meer (https://a.nl).\n\n- a\n- b\n- c',
    )
  })

  it('blijft snel bij drie miljoen tekens en bij diepe nesten', () => {
    const begin = performance.now()
    for (const boos of ['a'.repeat(3_000_000), '*'.repeat(20_000), '['.repeat(20_000), '- '.repeat(5_000)])
      parseRich(boos)
    expect(performance.now() - begin).toBeLessThan(5000)
  })
})
