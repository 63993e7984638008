import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { linePng } from '../../src/platform/documents/line-png.ts'
import { type Report, reportPdf } from '../../src/platform/documents/report.ts'
import { DOCX_MIME, reportDocx } from '../../src/platform/documents/report-docx.ts'
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

const OFFICE = 'soffice'
const PDF_READER = 'pdftotext'
const hasTool = (tool: string) => {
  try {
    execFileSync('which', [tool])
    return true
  } catch {
    return false
  }
}

/** Where each word of the first page begins and ends, in points, as an office program lays it out. */
function layOut(bytes: Uint8Array, soort: 'odt' | 'docx'): (woord: string) => { van: number; tot: number } {
  const map = mkdtempSync(join(tmpdir(), 'rapport-'))
  try {
    writeFileSync(join(map, `r.${soort}`), bytes)
    const profiel = `-env:UserInstallation=file://${join(map, 'profiel')}`
    execFileSync(
      OFFICE,
      [profiel, '--headless', '--convert-to', 'pdf', '--outdir', map, join(map, `r.${soort}`)],
      { stdio: 'ignore' },
    )
    const xml = execFileSync(PDF_READER, ['-bbox', join(map, 'r.pdf'), '-'], { encoding: 'utf8' })
    return (woord) => {
      const hier = [...xml.matchAll(/<word xMin="([\d.]+)"[^>]* xMax="([\d.]+)"[^>]*>([^<]*)</g)].find(
        ([, , , tekst]) => tekst === woord,
      )
      if (!hier) throw new Error(`“${woord}” is not on the page`)
      return { van: Number(hier[1]), tot: Number(hier[2]) }
    }
  } finally {
    rmSync(map, { recursive: true, force: true })
  }
}

describe('een tabel in een ander programma', () => {
  const tabel: Report = {
    ...report,
    inhoud: [
      {
        soort: 'tabel',
        titel: 'Resultaten',
        kop: ['Resultaat', 'Stand', 'Op', 'Streven', 'Uiterlijk', 'Gehaald?'],
        rijen: [
          [
            'Toename van het aantal straten in de eerste helft van het jaar',
            '42 straten',
            '30-11-2025',
            'minstens 40 straten',
            '31-12-2026',
            'Gehaald',
          ],
          ['Leden', '7', '1-2-2025', '–', '', ''],
        ],
      },
    ],
  }
  it.skipIf(!hasTool(OFFICE) || !hasTool(PDF_READER))(
    'heeft kolommen zo breed als wat erin staat; getallen staan onder elkaar, en geen datum breekt af',
    async () => {
      for (const soort of ['odt', 'docx'] as const) {
        const waar = layOut(await (soort === 'odt' ? reportOdt : reportDocx)(tabel), soort)
        expect(waar('Op').tot).toBeCloseTo(waar('30-11-2025').tot, 0)
        expect(waar('1-2-2025').tot).toBeCloseTo(waar('30-11-2025').tot, 0)
        expect(waar('31-12-2026').tot).toBeCloseTo(waar('Uiterlijk').tot, 0)
        // The first column names its row: with six equal ones the second would end at 157 points.
        expect(waar('Stand').tot - waar('Resultaat').van).toBeGreaterThan(168)
        expect(waar('minstens').van).toBeGreaterThan(waar('30-11-2025').tot + 2)
      }
    },
    90_000,
  )

  it('staat in de ODT met een breedte per kolom, ook in delen, en de voettekst zegt op elke pagina dat het een voorbeeld is', async () => {
    const files = unzipSync(await reportOdt(tabel))
    const delen = [
      ...strFromU8(files['content.xml']!).matchAll(
        /style:column-width="([\d.]+)cm" style:rel-column-width="(\d+)\*"/g,
      ),
    ].map(([, cm, deel]) => [Number(cm), Number(deel)] as const)
    expect(delen).toHaveLength(6)
    expect(delen.reduce((som, [cm]) => som + cm, 0)).toBeCloseTo(16.6, 1)
    expect(delen[0]![1]).toBeGreaterThan(1.3 * delen[1]![1])
    expect(strFromU8(files['styles.xml']!)).toMatch(
      /<style:footer>.*Voorbeeld met verzonnen gegevens.*text:page-number.*<\/style:footer>/,
    )
  })
})

describe('een rapport als DOCX', () => {
  const open = async (one: Report = report) => unzipSync(await reportDocx(one))
  const textOf = (xml: string) =>
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')

  it('is een pakket waarvan elk deel klopt: het soort staat vast en elke verwijzing komt uit', async () => {
    const files = await open()
    const types = strFromU8(files['[Content_Types].xml']!)
    expect(types).toContain(`PartName="/word/document.xml"`)
    expect(types).toContain(`${DOCX_MIME}.main+xml`)
    for (const [path, bytes] of Object.entries(files).filter(([one]) => one.endsWith('.rels')))
      for (const [, target] of strFromU8(bytes).matchAll(/Target="([^"]*)"(?! TargetMode="External")/g)) {
        const from = path.replace(/_rels\/[^/]*$/, '')
        expect(Object.keys(files), `${path}: ${target}`).toContain(
          target!.startsWith('/') ? target!.slice(1) : from + target,
        )
      }
  })

  it('heeft koppen, een tabel met koprij en getallen rechts; opmaak in tekst blijft tekst', async () => {
    const document = strFromU8((await open())['word/document.xml']!)
    const headings = [
      ...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="(Heading\d)"\/>.*?<\/w:p>/g),
    ]
    expect(headings.map(([xml, style]) => `${style} ${textOf(xml)}`)).toEqual([
      'Heading1 Maandrapport maart 2026',
      'Heading2 Wachten &amp; &lt;hopen&gt;',
      'Heading3 Een verhaal',
    ])
    const rows = [...document.matchAll(/<w:tr>.*?<\/w:tr>/g)].map(([xml]) => xml)
    expect(rows.map((xml) => xml.includes('<w:tblHeader/>'))).toEqual([true, false])
    expect(textOf(rows[1]!)).toBe('#strong[Wachten]25')
    expect(rows[1]).toMatch(/<w:jc w:val="left"\/>.*#strong.*<w:jc w:val="right"\/>.*25/)
  })

  it('heeft bij een grafiek haar tekst, de tekening zelf en een beeld voor wie geen SVG toont', async () => {
    const files = await open()
    expect(strFromU8(files['word/document.xml']!)).toContain('descr="Wachten: 10, later 25."')
    // A line of a fixed height would cut the picture off.
    expect(strFromU8(files['word/document.xml']!)).toMatch(/w:lineRule="auto"\/><\/w:pPr><w:r><w:drawing>/)
    const [svg, png] = ['svg', 'png'].map(
      (soort) =>
        files[Object.keys(files).find((path) => path.startsWith('word/media/') && path.endsWith(soort))!]!,
    )
    expect(strFromU8(svg!)).toContain('M0 0 L10 10')
    const data = Buffer.from(png!)
    const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)]
    expect([width, height]).toEqual([20, 20])
    const at = data.indexOf('IDAT')
    const pixels = inflateSync(data.subarray(at + 4, at + 4 + data.readUInt32BE(at - 4)))
    const pixel = (x: number, y: number) => [
      ...pixels.subarray(y * (width * 3 + 1) + 1 + x * 3).subarray(0, 3),
    ]
    expect(pixel(10, 10)[0]).toBeLessThan(80)
    expect(pixel(18, 2)).toEqual([255, 255, 255])
  })

  it('een vlak is in het beeld zo doorzichtig als in de tekening; wat het beeld niet kent, wordt geweigerd', () => {
    const teken = (meer: string) =>
      Buffer.from(
        linePng(
          `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M2 2 L8 2 L8 8 L2 8 Z" fill="#000" fill-opacity="0.5" ${meer}/></svg>`,
          1,
        ),
      )
    const data = teken('stroke="none"')
    const at = data.indexOf('IDAT')
    const pixels = inflateSync(data.subarray(at + 4, at + 4 + data.readUInt32BE(at - 4)))
    const grijs = (x: number, y: number) => pixels[y * 31 + 1 + x * 3]
    expect([grijs(1, 5), grijs(2, 5), grijs(7, 5), grijs(8, 5), grijs(5, 1), grijs(5, 8)]).toEqual([
      255, 128, 128, 255, 255, 255,
    ])
    expect(() => teken('stroke="#000"')).toThrow('an area has no stroke')
  })

  it('is Nederlands, noemt zijn titel en telt zijn bladzijden, met wat verzonnen is onderaan', async () => {
    const files = await open()
    expect(strFromU8(files['word/styles.xml']!)).toContain('<w:lang w:val="nl-NL"/>')
    expect(strFromU8(files['docProps/core.xml']!)).toContain('<dc:title>Maandrapport maart 2026</dc:title>')
    const voet = strFromU8(files['word/footer1.xml']!)
    expect(voet).toMatch(/Pagina .*PAGE.* van .*NUMPAGES/)
    expect(voet).toContain('Voorbeeld met verzonnen gegevens')
    const echt = await open({ ...report, voorbeeld: false })
    expect(strFromU8(echt['word/footer1.xml']!) + strFromU8(echt['word/document.xml']!)).not.toContain(
      'verzonnen',
    )
  })

  it('weigert een tekening die het niet helemaal kan tekenen', async () => {
    const krom =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0 C1 1 2 2 3 3" stroke="#000"/></svg>'
    await expect(open({ ...report, inhoud: [{ soort: 'grafiek', svg: krom, tekst: '' }] })).rejects.toThrow(
      'cannot draw C',
    )
  })
})
