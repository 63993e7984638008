import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Report, reportPdf } from '../../src/platform/documents/report.ts'
import { reportDocx } from '../../src/platform/documents/report-docx.ts'
import { reportOdt } from '../../src/platform/documents/report-odt.ts'
import { parseRich } from '../../src/platform/documents/rich-text.ts'
import { unfold } from '../given/pdf.ts'

// What other programs than ours find in a report: a reader of PDF in the PDF, an office program in the ODT and the DOCX.

const report: Report = {
  titel: 'Voortgang 2026',
  ondertitel: 'Voortgangsrapportage',
  afzender: 'Regio Proef',
  datum: '2026-04-02',
  voorbeeld: true,
  inhoudsopgave: 'Inhoud',
  inhoud: [
    { soort: 'kop', niveau: 2, tekst: 'Sociale basis' },
    { soort: 'kop', niveau: 3, tekst: '2F Lief en leedstraten' },
    { soort: 'gegevens', rijen: [{ label: 'Stand', waarde: 'Uitgebreid' }] },
    { soort: 'tekst', delen: parseRich('Er doen **42** straten mee.\n\n- gangmakers\n- een app') },
    {
      soort: 'tabel',
      titel: 'Resultaten van 2F',
      kop: ['Resultaat', 'Stand'],
      rijen: [['Straten die meedoen', '42 straten']],
    },
    {
      soort: 'grafiek',
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0 L10 10" stroke="#000"/></svg>',
      tekst: 'Straten: eerst 25, later 42.',
    },
  ],
}

const [OFFICE, FONTS, READER] = ['soffice', 'pdffonts', 'pdfinfo'] as const
const hasTool = (tool: string) => {
  try {
    execFileSync('which', [tool])
    return true
  } catch {
    return false
  }
}
const map = mkdtempSync(join(tmpdir(), 'rapport-'))
afterAll(() => rmSync(map, { recursive: true, force: true }))
const read = (tool: string, ...args: string[]) =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

/** Writes it, lets the office program make a tagged PDF of it when it is none, and returns where that stands. */
function toPdf(bytes: Uint8Array, soort: 'pdf' | 'odt' | 'docx'): string {
  const naam = `uit-${soort}`
  writeFileSync(join(map, `${naam}.${soort}`), bytes)
  if (soort !== 'pdf')
    read(
      OFFICE,
      `-env:UserInstallation=file://${join(map, 'profiel')}`,
      '--headless',
      '--convert-to',
      'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
      '--outdir',
      map,
      join(map, `${naam}.${soort}`),
    )
  return join(map, `${naam}.pdf`)
}

/** The words in each element of a kind and in what is below it, in their order. */
function wordsOf(structuur: string, element: string): string[] {
  const lines = structuur.split('\n')
  const depth = (line: string) => line.search(/\S/)
  return lines.flatMap((line, i) => {
    if (!new RegExp(`^ *${element}\\b`).test(line)) return []
    const rest = lines.slice(i + 1)
    const end = rest.findIndex((other) => depth(other) <= depth(line))
    const within = end < 0 ? rest : rest.slice(0, end)
    return within
      .flatMap((other) => /^ *"([^"]+)"$/.exec(other)?.[1] ?? [])
      .join('')
      .trim()
  })
}

/** The text of a picture in the source of a PDF, plain or as UTF-16. */
const alt = (tekst: string) => {
  const hex = [...tekst].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')
  return new RegExp(`/Alt ?(?:\\(${tekst.replaceAll('.', '\\.')}|<feff[0-9a-f]*${hex})`, 'i')
}

async function structureOf(soort: 'pdf' | 'odt' | 'docx') {
  const pdf = reportPdf(report)
  if (soort === 'pdf' && 'reden' in pdf) throw new Error(pdf.reden)
  const bytes =
    soort === 'odt'
      ? await reportOdt(report)
      : soort === 'docx'
        ? await reportDocx(report)
        : (pdf as { bytes: Uint8Array }).bytes
  const pad = toPdf(bytes, soort)
  return {
    info: read(READER, pad),
    structuur: read(READER, '-struct-text', pad),
    fonts: read(FONTS, pad),
    bron: unfold(readFileSync(pad)),
  }
}

const soorten = ['pdf', 'odt', 'docx'] as const
const kan = (soort: (typeof soorten)[number]) =>
  hasTool(READER) && hasTool(FONTS) && (soort === 'pdf' ? !('reden' in reportPdf(report)) : hasTool(OFFICE))

describe.each(soorten)('een ander programma vindt in een rapport als %s', (soort) => {
  it.skipIf(!kan(soort))(
    'koppen, een lijst, een tabel met koprij, de tekst bij de grafiek, en letters die meegaan',
    async () => {
      const { info, structuur, fonts, bron } = await structureOf(soort)
      expect(info).toMatch(/Tagged: +yes/)
      expect(info).toMatch(/Title: +Voortgang 2026/)
      expect(wordsOf(structuur, 'H1')).toContain('Voortgang 2026')
      expect(wordsOf(structuur, 'H2')).toContain('Sociale basis')
      expect(wordsOf(structuur, 'H3')).toContain('2F Lief en leedstraten')
      expect(wordsOf(structuur, 'TH')).toEqual(['Resultaat', 'Stand'])
      expect(structuur).toMatch(/^ *LI\b/m)
      expect(structuur).toMatch(/^ *Figure\b/m)
      expect(bron).toMatch(alt('Straten: eerst 25, later 42.'))
      const regels = fonts.trim().split('\n').slice(2)
      expect(regels.length).toBeGreaterThan(0)
      for (const regel of regels) expect(regel, fonts).toMatch(/ yes (yes|no) +(yes|no) +\d+ +\d+$/)
    },
    90_000,
  )
})
