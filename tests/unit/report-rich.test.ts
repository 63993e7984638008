import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Report, reportPdf } from '../../src/platform/documents/report.ts'
import { reportDocx } from '../../src/platform/documents/report-docx.ts'
import { reportOdt } from '../../src/platform/documents/report-odt.ts'
import { parseRich } from '../../src/platform/documents/rich-text.ts'

const report: Report = {
  titel: 'Voortgang 2026',
  ondertitel: 'Voortgangsrapportage',
  afzender: 'Regio Proef',
  datum: '2026-04-02',
  voorbeeld: false,
  inhoudsopgave: 'Inhoud',
  inhoud: [
    { soort: 'kop', niveau: 2, tekst: 'Inleiding & doel' },
    {
      soort: 'tekst',
      delen: parseRich(
        'Een **vet** en *schuin* woord, met #strong[niets] en <b>.\n\n- eerste punt\n- [meer lezen](https://regio.nl/x?a=1&b=2)\n\n1. nummer een\n2. nummer twee',
      ),
    },
    { soort: 'kop', niveau: 3, tekst: '2A Netwerkregisseur' },
    { soort: 'tekst', delen: parseRich('1. weer van voren af aan') },
  ],
}

const PDF_READER = 'pdftotext'
const hasTool = (tool: string) => {
  try {
    execFileSync('which', [tool])
    return true
  } catch {
    return false
  }
}

describe('een rapport met inhoudsopgave en opgemaakte tekst', () => {
  const pdf = reportPdf(report)
  it.skipIf('reden' in pdf)('is als PDF/UA getagd: lijsten, links en een inhoudsopgave', () => {
    const raw = Buffer.from((pdf as { bytes: Uint8Array }).bytes).toString('latin1')
    expect(raw).toContain('/MarkInfo')
    expect(raw).toContain('/Lang')
    expect(raw).toContain('https://regio.nl/x?a=1&b=2')
  })

  it.skipIf('reden' in pdf || !hasTool(PDF_READER))(
    'is te lezen in volgorde, ook door een ander programma',
    () => {
      const map = mkdtempSync(join(tmpdir(), 'rapport-'))
      try {
        writeFileSync(join(map, 'r.pdf'), (pdf as { bytes: Uint8Array }).bytes)
        const tekst = execFileSync(PDF_READER, ['-layout', join(map, 'r.pdf'), '-'], { encoding: 'utf8' })
        expect(tekst).toMatch(/Inhoud\s+Inleiding & doel[\s.\u2060]*2\s+2A Netwerkregisseur[\s.\u2060]*2/)
        expect(tekst).toMatch(/vet en schuin woord, met #strong\[niets\] en <b>\./)
        expect(tekst).toMatch(/• +eerste punt/)
        expect(tekst).toMatch(/2\. +nummer twee/)
      } finally {
        rmSync(map, { recursive: true })
      }
    },
  )

  it('heeft als ODT koppen met ankers, een inhoudsopgave die ernaar wijst, lijsten en links', async () => {
    const files = unzipSync(await reportOdt(report))
    const content = strFromU8(files['content.xml']!)
    const ankers = [...content.matchAll(/<text:h [^>]*><text:bookmark text:name="([^"]+)"\/>/g)].map(
      ([, naam]) => naam,
    )
    const wijst = [...content.matchAll(/xlink:href="#([^"]+)">([^<]+)</g)].map(([, naar, tekst]) => [
      naar,
      tekst,
    ])
    expect(wijst).toEqual([
      ['kop-1', 'Inleiding &amp; doel'],
      ['kop-2', '2A Netwerkregisseur'],
    ])
    expect(ankers).toEqual(['kop-1', 'kop-2'])
    expect(content).toContain('<text:span text:style-name="Vet">vet</text:span>')
    expect(content).toContain('<text:list text:style-name="Punten"><text:list-item>')
    expect(content).toContain('xlink:href="https://regio.nl/x?a=1&amp;b=2">meer lezen</text:a>')
    const stijlen = strFromU8(files['styles.xml']!)
    for (const [, naam] of content.matchAll(/text:style-name="([^"]+)"/g))
      expect(stijlen, naam).toContain(`style:name="${naam}"`)
  })

  it('heeft als DOCX een gevulde inhoudsopgave, lijsten die elk opnieuw tellen, en links', async () => {
    const files = unzipSync(await reportDocx(report))
    const xml = strFromU8(files['word/document.xml']!)
    const tekst = xml.replace(/<[^>]+>/g, ' ')
    expect(xml).toContain('TOC')
    expect(tekst.match(/2A Netwerkregisseur/g)).toHaveLength(2)
    const nummers = [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id)
    expect(nummers).toHaveLength(5)
    expect(new Set(nummers).size).toBe(3)
    expect(strFromU8(files['word/_rels/document.xml.rels']!)).toContain('https://regio.nl/x?a=1&amp;b=2')
    expect(xml).toMatch(/<w:b\/>.*?vet/)
  })
})
