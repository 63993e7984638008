import { compilePdf } from './pdf.ts'
import { columnsOf } from './report-columns.ts'
import type { Report, ReportBlock } from './report-model.ts'
import { REPORT_TEMPLATE } from './report-typst.ts'
import type { RichPart, Run } from './rich-text.ts'
import { dropControls } from './table.ts'

export type { Report, ReportBlock } from './report-model.ts'

/**
 * A report as PDF/UA-1: tagged, Dutch, every picture with its text. The reason when there is none: no compiler here, or a character
 * that the font cannot show; then the ODT of the same report is what to take.
 */
export function reportPdf(report: Report): { readonly bytes: Uint8Array } | { readonly reden: string } {
  const [jaar, maand, dag] = report.datum.split('-').map(Number)
  return compilePdf(REPORT_TEMPLATE, {
    titel: clean(report.titel),
    ondertitel: clean(report.ondertitel),
    afzender: clean(report.afzender),
    jaar,
    maand,
    dag,
    voorbeeld: report.voorbeeld,
    inhoudsopgave: report.inhoudsopgave ?? null,
    inhoud: report.inhoud.map((block) => withColumns(cleanBlock(block))),
  })
}

function cleanBlock(block: ReportBlock): ReportBlock {
  switch (block.soort) {
    case 'kop':
    case 'alinea':
      return { ...block, tekst: clean(block.tekst) }
    case 'tekst':
      return { ...block, delen: block.delen.map(cleanPart) }
    case 'citaat':
      return { ...block, tekst: clean(block.tekst), wie: clean(block.wie) }
    case 'gegevens':
      return {
        ...block,
        rijen: block.rijen.map(({ label, waarde }) => ({ label: clean(label), waarde: clean(waarde) })),
      }
    case 'tabel':
      return {
        ...block,
        titel: clean(block.titel),
        kop: block.kop.map(clean),
        rijen: block.rijen.map((rij) => rij.map(clean)),
      }
    case 'grafiek':
      return { ...block, tekst: clean(block.tekst) }
  }
}

/** The words of a run keep the spaces at their ends: they stand between it and the next one. */
function cleanPart(part: RichPart): RichPart {
  const runs = (all: readonly Run[]) =>
    all.map((run) => ({ ...run, tekst: dropControls(run.tekst).replaceAll('\r\n', '\n') }))
  return part.soort === 'alinea'
    ? { ...part, runs: runs(part.runs) }
    : { ...part, punten: part.punten.map(runs) }
}

const clean = (text: string) => dropControls(text).replaceAll('\r\n', '\n').trim()

/** The template can't weigh texts: it is told how the columns of a table stand. */
const withColumns = (block: ReportBlock) =>
  block.soort === 'tabel' ? { ...block, kolommen: columnsOf(block) } : block
