import { reportFile } from '../../../platform/documents/report-file.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { applyMaatregelen } from '../domain/ingreep.ts'
import type { Notabestand } from '../domain/scenario-contract.ts'
import { readBerekening } from './berekening-queries.ts'
import { notaTekst } from './notatekst.ts'
import { findUitgangspunt } from './scenario-store.ts'
import { readTerugblik } from './terugblik-queries.ts'

/** What can be said of a comparison that is ready, and only then: a first look is no note. */
export async function readNota(work: Work, id: Id) {
  const berekening = await readBerekening(work, id)
  if (isRejection(berekening)) return berekening
  const { uitkomst, stand } = berekening
  if (uitkomst?.soort !== 'vergelijking' || stand !== 'klaar')
    return reject(
      'geen_nota',
      'Een nota is er van een vergelijking met en zonder de maatregelen die klaar is.',
      {
        status: 409,
      },
    )
  const punt = await findUitgangspunt(work, await uitgangspuntVan(work, id))
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

async function uitgangspuntVan(work: Work, id: Id): Promise<Id> {
  const rij = await work.db
    .selectFrom('berekening')
    .select('uitgangspunt_id')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return rij.uitgangspunt_id
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
