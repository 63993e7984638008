import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Report, reportPdf } from '../../src/platform/documents/report.ts'
import { reportOdt } from '../../src/platform/documents/report-odt.ts'

const report: Report = {
  titel: 'Maandrapport maart 2026',
  ondertitel: 'Strategisch',
  afzender: 'Regio Proef',
  datum: '2026-04-02',
  voorbeeld: true,
  inhoud: [
    { soort: 'kop', niveau: 2, tekst: 'Wachten & <hopen>' },
    { soort: 'gegevens', rijen: [{ label: 'maart 2026', waarde: '25' }] },
    {
      soort: 'grafiek',
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0 L10 10" stroke="#000"/></svg>',
      tekst: 'Wachten: 10, later 25.',
    },
    { soort: 'tabel', titel: 'Alles', kop: ['Cijfer', 'maart'], rijen: [['#strong[Wachten]', '25']] },
    { soort: 'kop', niveau: 3, tekst: 'Een verhaal' },
    { soort: 'citaat', tekst: 'Niemand zei iets.', wie: 'Cliënt, met toestemming' },
    { soort: 'alinea', tekst: 'Slot.' },
  ],
}

describe('een rapport als PDF', () => {
  const pdf = reportPdf(report)
  it.skipIf('reden' in pdf)('is toegankelijk volgens PDF/UA-1: de vertaler weigert wat niet voldoet', () => {
    const bytes = Buffer.from((pdf as { bytes: Uint8Array }).bytes).toString('latin1')
    expect(bytes.slice(0, 5)).toBe('%PDF-')
    expect(bytes).toContain('/MarkInfo')
  })
})

describe('een rapport als ODT', () => {
  it('heeft koppen, een tabel met koprij, en een grafiek met haar tekst; opmaak in tekst blijft tekst', async () => {
    const files = unzipSync(await reportOdt(report))
    const content = strFromU8(files['content.xml']!)
    expect(content).toContain('text:outline-level="2">Wachten &amp; &lt;hopen&gt;</text:h>')
    expect(content).toMatch(/<table:table-header-rows>.*Cijfer.*<\/table:table-header-rows>/)
    expect(content).toContain('<svg:desc>Wachten: 10, later 25.</svg:desc>')
    expect(content).toContain('#strong[Wachten]')
    expect(strFromU8(files['Pictures/1.svg']!)).toContain('M0 0 L10 10')
    expect(strFromU8(files['META-INF/manifest.xml']!)).toContain('Pictures/1.svg')
  })
})
