import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addMonths, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { refusalOfStap } from '../../opvolging/domain/rules.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { endBetrokkenheid, giveBetrokkenheid, limitToReading } from '../../persoon/server/betrokkenheid.ts'
import { listDossierIds, survivorOf } from '../../persoon/server/lookup.ts'
import { changeAanspreekpunt } from '../../traject/server/commands.ts'
import { findOpenTraject } from '../../traject/server/lookup.ts'
import type { Afronding, EersteContact } from '../domain/contract.ts'
import { canNagaan } from '../domain/rules.ts'
import { nextToestand } from '../domain/toestanden.ts'
import type { Gedaan } from './aanbod-commands.ts'
import { grondVan, listMedewerkersVan } from './organisatie.ts'
import { endSharing, lockFor, lockToDo, mij, recordStap } from './stap-commands.ts'
import {
  lockVerantwoordelijke,
  type OverdrachtRij,
  standVan,
  updateOverdracht,
  withdrawLinks,
} from './store.ts'

/**
 * Finishes an accepted handover after the conversation. Responsibility, aanspreekpunt and sight move in this one transaction, so
 * that before and after it exactly one organisation is responsible. Outside the region nobody can be responsible here: the
 * giver stays so until it has checked the first contact and closes the dossier itself.
 */
export async function finishOverdracht(
  work: Work,
  input: Afronding & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockToDo(work, input.id, 'afronden', mij(work))
  if (isRejection(row)) return row
  const persoonId = await survivorOf(work, row.persoon_id)
  const refused = checkDagen(work, row, input) ?? (await checkVerantwoordelijk(work, row, persoonId))
  if (refused) return refused
  const contactpersoonId = await findContact(work, input.contactpersoonId)
  if (isRejection(contactpersoonId)) return contactpersoonId
  await updateOverdracht(work, row.id, {
    status: nextToestand('geaccepteerd', 'afronden')!,
    gesprek_op: input.gesprekOp,
    client_aanwezig: input.clientAanwezig,
    client_afwezig_reden: input.clientAanwezig ? null : input.clientAfwezigReden!,
    afgerond_op: work.today,
    afgerond_vastgelegd_op: work.now,
    eerste_contact_uiterlijk: input.eersteContactUiterlijk,
  })
  await withdrawLinks(work, row.id)
  await setOpvolging(
    work,
    { persoonId },
    {
      ...(row.richting !== 'naar_buiten' && { organisatieId: work.vrager.organisatieId!, contactpersoonId }),
      volgendeStap:
        row.richting === 'naar_buiten'
          ? 'Nagaan of de ontvanger buiten de regio de cliënt heeft gesproken'
          : 'Eerste contact na de overdracht',
      volgendeStapOp: input.eersteContactUiterlijk,
    },
  )
  if (row.richting !== 'naar_buiten') {
    const failed = await moveAanspreekpunt(work, persoonId, contactpersoonId)
    if (failed) return failed
  }
  if (row.richting === 'binnen') await shortenSightOfGever(work, row, persoonId)
  await recordStap(work, row, 'WarmeOverdrachtAfgerond', {
    clientAanwezig: input.clientAanwezig,
    richting: row.richting,
  })
  await endSharing(work, row)
  return { id: row.id, persoonId }
}

/** No further away than this: a first contact after months is none. Rule of the project. */
const VERSTE_EERSTE_CONTACT_MAANDEN = 3

function checkDagen(work: Work, row: OverdrachtRij, input: Afronding): undefined | Rejection {
  const fout = (field: string, message: string) => reject('dag_onjuist', message, { field, status: 422 })
  if (input.gesprekOp > work.today) return fout('gesprekOp', 'Het gesprek kan niet in de toekomst liggen.')
  if (input.gesprekOp < row.gever_ondertekend_op)
    return fout('gesprekOp', 'Het gesprek kan niet voor het aanbod liggen. Kies een latere dag.')
  if (input.eersteContactUiterlijk < work.today)
    return fout('eersteContactUiterlijk', 'Kies voor het eerste contact vandaag of een latere dag.')
  if (input.eersteContactUiterlijk > addMonths(work.today, VERSTE_EERSTE_CONTACT_MAANDEN))
    return fout('eersteContactUiterlijk', 'Plan het eerste contact binnen drie maanden.')
  return undefined
}

/** What is handed over must still be there: whoever gave it may have lost the responsibility in another way. */
async function checkVerantwoordelijk(
  work: Work,
  row: OverdrachtRij,
  persoonId: Id,
): Promise<undefined | Rejection> {
  const nu = await lockVerantwoordelijke(work, persoonId)
  if (nu?.organisatieId === (row.van_organisatie_id ?? row.naar_organisatie_id)) return undefined
  return reject(
    'gever_niet_meer_verantwoordelijk',
    `De gever is niet meer verantwoordelijk voor deze cliënt${nu ? `: dat is nu ${nu.organisatie}` : ''}. Vraag om een nieuw aanbod.`,
  )
}

async function findContact(work: Work, gekozen: Id | null | undefined): Promise<Id | Rejection> {
  if (!gekozen || gekozen === work.vrager.gebruikerId) return work.vrager.gebruikerId!
  const medewerkers = await listMedewerkersVan(work, work.vrager.organisatieId!)
  return medewerkers.some((one) => one.id === gekozen)
    ? gekozen
    : reject('medewerker_onbekend', 'Kies een medewerker van uw eigen organisatie.', {
        field: 'contactpersoonId',
        status: 422,
      })
}

/** The new contact becomes the vast aanspreekpunt of the open traject, when there is one. */
async function moveAanspreekpunt(work: Work, persoonId: Id, gebruikerId: Id): Promise<undefined | Rejection> {
  const traject = await findOpenTraject(work, persoonId)
  if (!traject || traject.aanspreekpuntId === gebruikerId) return undefined
  const changed = await changeAanspreekpunt(work, {
    trajectId: traject.id,
    versie: traject.versie,
    gebruikerId,
    op: work.today,
    reden: 'Warme overdracht',
  })
  return isRejection(changed) ? changed : undefined
}

/**
 * The dossier moves along: the giver keeps reading it for a configured time, to answer questions, and then no longer. What it
 * still does itself, like a stay at its own place or a melding that is open, keeps its own involvement, and with it the right to
 * write.
 */
async function shortenSightOfGever(work: Work, row: OverdrachtRij, persoonId: Id): Promise<void> {
  const organisatieId = row.van_organisatie_id!
  const tot: PlainDate = addTermijn(
    work.today,
    (await getTermijn(work, 'overdracht_inzage_gever')) as Termijn,
  )
  const bron = { bronSoort: 'overdracht', bronId: row.id } as const
  await giveBetrokkenheid(work, {
    ...bron,
    persoonId,
    organisatieId,
    doel: 'nazicht na overdracht',
    grond: await grondVan(work, organisatieId),
  })
  await endBetrokkenheid(work, { ...bron, organisatieId, tot })
  const dossiers = await listDossierIds(work, persoonId)
  for (const bronId of dossiers)
    await endBetrokkenheid(work, { bronSoort: 'persoon', bronId, organisatieId, tot })
  const klaar = await work.db
    .selectFrom('melding')
    .select('id')
    .where('persoon_id', 'in', dossiers)
    .where('status', 'in', ['besloten', 'gesloten'])
    .execute()
  for (const { id } of klaar)
    await endBetrokkenheid(work, { bronSoort: 'melding', bronId: id, organisatieId, tot })
  await limitToReading(work, { organisatieId, persoonIds: dossiers })
}

/** The check afterwards: was the person really spoken to? */
export async function recordEersteContact(
  work: Work,
  input: EersteContact & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockFor(work, input.id, (found) => canNagaan(standVan(found), mij(work)))
  if (isRejection(row)) return row
  if (input.op > work.today || input.op < row.afgerond_op!)
    return reject(
      'contact_dag_onjuist',
      'Kies een dag vanaf het afronden van de overdracht tot en met vandaag.',
      {
        field: 'op',
        status: 422,
      },
    )
  const teVer = refusalOfStap(input.volgendeStapOp, work.today)
  if (teVer) return teVer
  await updateOverdracht(work, row.id, {
    eerste_contact_op: input.op,
    eerste_contact_uitkomst: input.uitkomst,
    eerste_contact_toelichting: input.toelichting || null,
  })
  const persoonId = await survivorOf(work, row.persoon_id)
  const nu = await lockVerantwoordelijke(work, persoonId)
  // Who is no longer responsible leaves the step of whoever is.
  if (nu?.organisatieId === work.vrager.organisatieId)
    await setOpvolging(
      work,
      { persoonId },
      { volgendeStap: input.volgendeStap, volgendeStapOp: input.volgendeStapOp },
    )
  await recordStap(work, row, 'EersteContactNaOverdracht', { uitkomst: input.uitkomst })
  return { id: row.id, persoonId: row.persoon_id }
}
