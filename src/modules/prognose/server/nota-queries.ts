import { reportFile } from '../../../platform/documents/report-file.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { applyMaatregelen } from '../domain/ingreep.ts'
import type { Notabestand } from '../domain/scenario-contract.ts'
import { readVergelijking } from './berekening-queries.ts'
import { notaTekst } from './notatekst.ts'
import { readTerugblik } from './terugblik-queries.ts'

/** The note of a comparison that is ready. */
async function readNota(work: Work, id: Id) {
  const gelezen = await readVergelijking(work, id)
  if (isRejection(gelezen)) return gelezen
  const { berekening, uitkomst, punt } = gelezen
  const regio = await work.db
    .selectFrom('regio')
    .select(['naam', 'is_demo as isDemo'])
    .where('id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  return notaTekst({
    berekening,
    uitkomst,
    punt,
    regio,
    aannames: applyMaatregelen(punt, berekening.maatregelen).aannames,
    terugblik: await readTerugblik(work),
    vandaag: work.today,
  })
}

/** The note to take along. */
export async function makeNota(
  work: Work,
  { id, soort }: { readonly id: Id; readonly soort: Notabestand },
): Promise<{ titel: string; mime: string; bestandsnaam: string; inhoud: string } | Rejection> {
  const nota = await readNota(work, id)
  if (isRejection(nota)) return nota
  const file = await reportFile(nota, soort)
  if ('reden' in file) return reject('geen_pdf', `${file.reden} Neem de nota mee als ODT of DOCX.`)
  return {
    titel: nota.titel,
    mime: file.mime,
    bestandsnaam: `scenarionota-${nota.datum}.${soort}`,
    inhoud: Buffer.from(file.bytes).toString('base64'),
  }
}
