import { reportFile } from '../../../platform/documents/report-file.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { rapportagebestanden } from '../domain/contract.ts'
import { rapportageDocument } from './document.ts'
import { findRapportage, findWoorden, readInhouden } from './queries.ts'

type Bestand = (typeof rapportagebestanden)[number]

/** The rapportage to take along. */
export async function makeDocument(
  work: Work,
  { id, soort }: { readonly id: Id; readonly soort: Bestand },
): Promise<{ titel: string; mime: string; bestandsnaam: string; inhoud: string } | Rejection> {
  const rij = await findRapportage(work, id)
  if (!rij) return notFound('Deze rapportage')
  if (rij.isBezig && !rij.isVastgesteld)
    return reject('rapportage_bezig', 'Het concept wordt nog opgesteld. Probeer het zo opnieuw.')
  const file = soort === 'json' ? vastgesteldBestand(rij.inhoud) : await maak(work, rij, soort)
  if (isRejection(file)) return file
  return {
    titel: rij.titel,
    mime: file.mime,
    bestandsnaam: `${rij.soort}-${rij.van}${rij.isVastgesteld ? '' : '-concept'}.${soort}`,
    inhoud: Buffer.from(file.bytes).toString('base64'),
  }
}

/** What the checksum was counted over, letter by letter. */
function vastgesteldBestand(inhoud: string | null) {
  if (inhoud === null)
    return reject(
      'rapportage_is_concept',
      'De cijfers zijn er pas als bestand als de rapportage is vastgesteld.',
    )
  return { mime: 'application/json', bytes: Buffer.from(inhoud, 'utf8') }
}

async function maak(
  work: Work,
  rij: NonNullable<Awaited<ReturnType<typeof findRapportage>>>,
  soort: Exclude<Bestand, 'json'>,
) {
  const regio = await work.db
    .selectFrom('regio')
    .select(['naam', 'is_demo as isDemo'])
    .where('id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  const inhouden = await readInhouden(work, rij)
  const woorden = await findWoorden(
    work,
    inhouden.map(({ inhoud }) => inhoud),
  )
  const file = await reportFile(
    rapportageDocument({ rij, inhouden, woorden, regio, vandaag: work.today }),
    soort,
  )
  return 'bytes' in file ? file : reject('geen_pdf', `${file.reden} Neem de rapportage mee als ODT of DOCX.`)
}
