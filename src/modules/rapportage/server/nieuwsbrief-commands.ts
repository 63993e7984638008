import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { findProgramma } from './concept.ts'
import {
  claimAbonnee,
  confirmAbonnee,
  deleteVerlopen,
  endAbonnee,
  insertNieuwsbrief,
  lockAbonnee,
  markGemaild,
} from './nieuwsbrief-store.ts'
import { lockRapportage } from './store.ts'

export const VERSTUURTAAK = 'nieuwsbrief-versturen'
export const BEVESTIGTAAK = 'nieuwsbrief-bevestigen'

/** How long a request to confirm holds. */
const WEEK = 7 * 86_400_000
/** Nobody can have a mailbox filled by asking again and again. */
const UUR = 3_600_000

const record = (
  work: Work,
  soort: string,
  onderwerpSoort: 'nieuwsbrief' | 'nieuwsbriefabonnee',
  id: Id,
  gegevens: Record<string, unknown> = {},
) => work.record({ soort, onderwerpSoort, onderwerpId: id, op: work.today, gegevens })

export const enqueueVersturen = (work: Work, nieuwsbriefId: Id, op?: Date) =>
  work.enqueue({
    naam: VERSTUURTAAK,
    gegevens: { nieuwsbriefId },
    sleutel: `${VERSTUURTAAK} ${nieuwsbriefId}`,
    ...(op && { uitvoerenOp: op }),
  })

/** Sends a frozen nieuwsbrief to everyone who confirmed; from here on everyone can read it. */
export async function sendNieuwsbrief(
  work: Work,
  { rapportageId }: { readonly rapportageId: Id },
): Promise<{ id: Id; versie: number } | Rejection> {
  if (!work.mail)
    return reject(
      'mail_niet_ingesteld',
      'Onderdak kan nog geen e-mail versturen. Vraag de beheerder om de mailserver in te stellen, of download de nieuwsbrief.',
    )
  const row = await lockRapportage(work, rapportageId)
  if (isRejection(row)) return { ...row, field: 'rapportageId' }
  if (row.soort !== 'nieuwsbrief' || row.vastgesteld_op === null)
    return reject(
      'nieuwsbrief_niet_vastgesteld',
      'Stel de nieuwsbrief eerst vast. Daarna kunt u haar versturen.',
      {
        field: 'rapportageId',
      },
    )
  if (((await findProgramma(work, row.programma_id))?.openbaar_sinds ?? null) === null)
    return reject(
      'programma_niet_openbaar',
      'Dit programma is niet meer openbaar. Maak het eerst openbaar, of verstuur deze nieuwsbrief niet.',
      { field: 'rapportageId' },
    )
  const made = await insertNieuwsbrief(work, { rapportageId, titel: row.titel })
  if (isRejection(made)) return made
  await enqueueVersturen(work, made.id)
  await record(work, 'NieuwsbriefVerstuurd', 'nieuwsbrief', made.id, { rapportageId, abonnees: made.aantal })
  return { id: made.id, versie: 1 }
}

/** The same answer for every address, so that nobody learns who reads it. */
export async function askAanmelding(work: Work, email: string): Promise<{ isOntvangen: true }> {
  const abonnee = await claimAbonnee(work, email)
  const isKort = abonnee.gemaild_op !== null && work.now.getTime() - abonnee.gemaild_op.getTime() < UUR
  if (abonnee.status === 'aangevraagd' && !isKort) {
    await markGemaild(work, abonnee.id)
    await work.enqueue({ naam: BEVESTIGTAAK, gegevens: { abonneeId: abonnee.id } })
    await record(work, 'NieuwsbriefAangevraagd', 'nieuwsbriefabonnee', abonnee.id)
  }
  return { isOntvangen: true }
}

export const linkWerktNiet = reject(
  'link_werkt_niet',
  'Deze link werkt niet of niet meer. Meld u opnieuw aan.',
  { status: 404 },
)

const regioNaam = async (work: Work) =>
  (await work.db.selectFrom('regio').select('naam').where('id', '=', work.regioId).executeTakeFirstOrThrow())
    .naam

export async function confirmAanmelding(work: Work, id: Id): Promise<{ regio: string } | Rejection> {
  const abonnee = await lockAbonnee(work, id)
  if (!abonnee || abonnee.status === 'afgemeld') return linkWerktNiet
  if (abonnee.status === 'aangevraagd') {
    if (work.now.getTime() - abonnee.aangevraagd_op.getTime() > WEEK) return linkWerktNiet
    await confirmAbonnee(work, id)
    await record(work, 'NieuwsbriefBevestigd', 'nieuwsbriefabonnee', id)
  }
  return { regio: await regioNaam(work) }
}

/** Once or more often: the answer is the same. */
export async function endAanmelding(work: Work, id: Id): Promise<{ regio: string }> {
  const abonnee = await lockAbonnee(work, id)
  if (abonnee && abonnee.status !== 'afgemeld') {
    await endAbonnee(work, id)
    await record(work, 'NieuwsbriefAfgemeld', 'nieuwsbriefabonnee', id)
  }
  return { regio: await regioNaam(work) }
}

/** Each night: addresses that nobody confirmed go, and what a dead process left is taken up. */
export const clearAanvragen = (work: Work) => deleteVerlopen(work, new Date(work.now.getTime() - WEEK))

export async function resumeNieuwsbrieven(work: Work): Promise<void> {
  const rows = await work.db
    .selectFrom('nieuwsbrief as n')
    .select('n.id')
    .where('n.regio_id', '=', work.regioId)
    .where('n.klaar_op', 'is', null)
    .execute()
  for (const { id } of rows) await enqueueVersturen(work, id)
}
