import { ODT_MIME } from './letter-odt.ts'
import { type Report, reportPdf } from './report.ts'
import { DOCX_MIME, reportDocx } from './report-docx.ts'
import { reportOdt } from './report-odt.ts'

export type ReportFormat = 'pdf' | 'odt' | 'docx'

/** A report as a file to take along; the reason when this kind can not be made here. */
export async function reportFile(
  report: Report,
  soort: ReportFormat,
): Promise<{ readonly mime: string; readonly bytes: Uint8Array } | { readonly reden: string }> {
  if (soort === 'docx') return { mime: DOCX_MIME, bytes: await reportDocx(report) }
  if (soort === 'odt') return { mime: ODT_MIME, bytes: await reportOdt(report) }
  const pdf = reportPdf(report)
  return 'bytes' in pdf ? { mime: 'application/pdf', bytes: pdf.bytes } : pdf
}
