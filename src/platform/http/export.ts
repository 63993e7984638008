import type { FastifyReply } from 'fastify'
import { CSV_MIME, writeCsv } from '../documents/csv-write.ts'
import { ODS_MIME, writeOds } from '../documents/ods-write.ts'
import type { Column, TableRow } from '../documents/table.ts'
import { writeXlsx, XLSX_MIME } from '../documents/xlsx-write.ts'
import { problem, sendProblem } from './problem.ts'

const writers = {
  csv: { write: writeCsv, mime: CSV_MIME },
  ods: { write: writeOds, mime: ODS_MIME },
  xlsx: { write: writeXlsx, mime: XLSX_MIME },
} as const

/** Answers a list as a file; the rows are the ones the viewer may see, because the query was the same. */
export async function sendExport(
  reply: FastifyReply,
  format: string,
  options: { titel: string; kolommen: readonly Column[] },
  out: { results: Record<string, unknown>[] },
): Promise<unknown> {
  const writer = writers[format as keyof typeof writers]
  if (!writer)
    return sendProblem(
      reply,
      problem(400, 'formaat_onbekend', 'Kies csv, ods of xlsx.', {
        fouten: [{ veld: 'formaat', melding: 'Kies csv, ods of xlsx.' }],
      }),
    )
  const bytes = await writer.write({
    title: options.titel,
    columns: options.kolommen,
    rows: out.results as TableRow[],
  })
  const name = options.titel.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return reply
    .type(writer.mime)
    .header('Content-Disposition', `attachment; filename="${name}.${format}"`)
    .send(Buffer.from(bytes))
}
