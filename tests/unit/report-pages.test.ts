import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Report, type ReportBlock, reportPdf } from '../../src/platform/documents/report.ts'

const AANTAL = 150
/** Rows of a table that is longer than a page. */
const LANG = 70

/** One heading with its facts, some text and a table; the text pushes it another line down at every length. */
const deel = (n: number, rijen: number): ReportBlock[] => [
  { soort: 'kop', niveau: 3, tekst: `Deel${n} begint` },
  {
    soort: 'gegevens',
    rijen: [
      { label: 'Stand', waarde: `Eerst${n}` },
      { label: 'Reden', waarde: 'Te weinig mensen' },
      { label: 'Wanneer', waarde: `Laatst${n}` },
    ],
  },
  { soort: 'alinea', tekst: 'Er is overlegd met de partners in de wijk. '.repeat((n * 7) % 23 || 1) },
  {
    soort: 'tabel',
    titel: `Titel${n} van de tabel`,
    kop: ['Resultaat', 'Stand', 'Op'],
    rijen: Array.from({ length: rijen }, (_, i) => [
      `Rij${n} ${i === 0 ? 'eerst' : i}`,
      `${i} woningen`,
      '1-11-2025',
    ]),
  },
]

const report: Report = {
  titel: 'Voortgang',
  ondertitel: 'Proef',
  afzender: 'Regio Proef',
  datum: '2026-04-02',
  voorbeeld: false,
  inhoud: [
    { soort: 'kop', niveau: 2, tekst: 'Hoofdstuk' },
    ...Array.from({ length: AANTAL }, (_, n) => deel(n, n % 6 === 5 ? LANG : 1 + (n % 5))).flat(),
  ],
}

const pdf = reportPdf(report)
const map = mkdtempSync(join(tmpdir(), 'rapport-'))
afterAll(() => rmSync(map, { recursive: true }))

const read = (tool: string, ...args: string[]) =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

function readPages(): string[] | undefined {
  if ('reden' in pdf) return undefined
  writeFileSync(join(map, 'r.pdf'), pdf.bytes)
  try {
    return read('pdftotext', '-layout', join(map, 'r.pdf'), '-').split('\f')
  } catch {
    return undefined
  }
}

const pages = readPages()
const pageOf = (word: RegExp) => pages!.findIndex((page) => word.test(page))

describe.skipIf(pages === undefined)('de bladzijden van een rapport', () => {
  it('een titel staat op de bladzijde waar zijn tabel begint', () => {
    expect(pages!.length).toBeGreaterThan(20)
    for (let n = 0; n < AANTAL; n++)
      expect([n, pageOf(new RegExp(`Titel${n} `))]).toEqual([n, pageOf(new RegExp(`Rij${n} eerst`))])
  })

  it('een lange tabel gaat verder op de volgende bladzijde, en loopt niet door haar voet', () => {
    for (let n = 5; n < AANTAL; n += 6) {
      const verder = pageOf(new RegExp(`Rij${n} ${LANG - 1}\\b`)) - pageOf(new RegExp(`Rij${n} eerst`))
      expect([1, 2], `tabel ${n}`).toContain(verder)
    }
    for (const page of pages!.slice(0, -1)) expect(page.trimEnd()).toMatch(/Pagina \d+ van \d+$/)
  })

  it('een kop staat bij al zijn gegevens', () => {
    for (let n = 0; n < AANTAL; n++) {
      expect([n, pageOf(new RegExp(`Deel${n} `))]).toEqual([n, pageOf(new RegExp(`Laatst${n}\\b`))])
      expect([n, pageOf(new RegExp(`Eerst${n}\\b`))]).toEqual([n, pageOf(new RegExp(`Laatst${n}\\b`))])
    }
  })

  it('elke tabel heeft haar titel als bijschrift', () => {
    const klein = { ...report, inhoud: report.inhoud.slice(0, 9) }
    const pdf = reportPdf(klein) as { bytes: Uint8Array }
    writeFileSync(join(map, 'klein.pdf'), pdf.bytes)
    const structuur = read('pdfinfo', '-struct-text', join(map, 'klein.pdf'))
    expect(structuur.match(/^ *Table\b/gm)).toHaveLength(2)
    expect(structuur.match(/^ *Caption\b/gm)).toHaveLength(2)
    expect(structuur).toMatch(/Caption[^"]*"Titel0 van de tabel"/)
  })
})
