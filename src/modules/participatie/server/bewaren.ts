import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { wipeLid } from './groep-commands.ts'
import { wipeEmail } from './idee-commands.ts'
import { boek } from './kiezen.ts'
import { wipeContact } from './partner-commands.ts'
import { updateRow } from './store.ts'

interface Rij {
  readonly id: Id
  readonly versie: number
  readonly op: PlainDate
}

async function lees(work: Work, van: RawBuilder<unknown>): Promise<readonly Rij[]> {
  const { rows } = await sql<Rij>`${van} order by op, id`.execute(work.db)
  return rows
}

const moetLukken = (wat: string, done: unknown): void => {
  if (isRejection(done)) throw new Error(`${wat}: ${(done as Rejection).code}`)
}

/**
 * Job: names and addresses whose time is past go, and what a complaint said some time after it was answered. Returns how many;
 * a second run finds none.
 */
export async function wipeParticipatie(work: Work): Promise<number> {
  const { regioId, today } = work
  const contacten = await lees(
    work,
    sql`select id, versie, tot as op from partnercontact where regio_id = ${regioId} and gegevens_versleuteld is not null and tot <= ${today}::date`,
  )
  for (const { id } of contacten)
    moetLukken(`partnercontact ${id}`, await wipeContact(work, { id, reden: 'verlopen' }))
  const leden = await lees(
    work,
    sql`select id, versie, toestemming_tot as op from groepslid where regio_id = ${regioId} and gewist_op is null and toestemming_tot <= ${today}::date`,
  )
  for (const { id } of leden) moetLukken(`groepslid ${id}`, await wipeLid(work, { id, reden: 'verlopen' }))
  return contacten.length + leden.length + (await wipeEmails(work)) + (await wipeKlachten(work))
}

const voorbij = async (
  work: Work,
  rijen: readonly Rij[],
  code: 'idee_afzender_bewaren' | 'klacht_bewaren',
) => {
  const termijn = (await getTermijn(work, code)) as Termijn
  return rijen.filter(({ op }) => addTermijn(op, termijn) <= work.today)
}

async function wipeEmails(work: Work): Promise<number> {
  const rijen = await lees(
    work,
    sql`select id, versie, reactie_op as op from idee where regio_id = ${work.regioId} and email_versleuteld is not null and reactie_op is not null`,
  )
  const due = await voorbij(work, rijen, 'idee_afzender_bewaren')
  for (const rij of due)
    moetLukken(`idee ${rij.id}`, await wipeEmail(work, rij, { verzondenOp: null, versie: rij.versie }))
  return due.length
}

async function wipeKlachten(work: Work): Promise<number> {
  const rijen = await lees(
    work,
    sql`select id, versie, antwoord_op as op from klacht where regio_id = ${work.regioId} and gewist_op is null and antwoord_op is not null`,
  )
  const due = await voorbij(work, rijen, 'klacht_bewaren')
  for (const rij of due) {
    const versie = await updateRow(work, 'klacht', rij, {
      omschrijving_versleuteld: null,
      gewist_op: work.today,
    })
    moetLukken(`klacht ${rij.id}`, versie)
    await boek(work, 'KlachtGewist', { tabel: 'klacht', id: rij.id }, { versie })
  }
  return due.length
}
