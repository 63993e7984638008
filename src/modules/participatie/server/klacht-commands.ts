import { openChanges, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import type { Gedaan } from '../domain/delen.ts'
import type { KlachtAntwoord, KlachtInvoer } from '../domain/klacht-contract.ts'
import { boek, inToekomst } from './kiezen.ts'
import { insertRow, lockRow, updateRow } from './store.ts'

/** What was said and how to answer are encrypted; lists and exports have neither. */
export async function registerKlacht(work: Work, input: KlachtInvoer): Promise<Gedaan | Rejection> {
  const refused = inToekomst(work, input.ontvangenOp, 'ontvangenOp')
  if (refused) return refused
  const { aard, onderwerp, afzender, ontvangenOp } = input
  const id = await insertRow(work, 'klacht', {
    aard,
    onderwerp,
    afzender,
    ontvangen_op: ontvangenOp,
    omschrijving_versleuteld: work.cipher.encrypt(input.omschrijving),
    contact_versleuteld: input.contact && work.cipher.encrypt(input.contact),
  })
  if (isRejection(id)) return id
  await boek(work, 'KlachtVastgelegd', { tabel: 'klacht', id }, { versie: 1, aard, onderwerp })
  return { id, versie: 1 }
}

/** Answered: how to answer is gone at once, and what was learned stays for everybody who reads. */
export async function answerKlacht(
  work: Work,
  input: KlachtAntwoord & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const refused = inToekomst(work, input.antwoordOp, 'antwoordOp')
  if (refused) return refused
  const row = await lockRow(work, 'klacht', input.id)
  if (isRejection(row)) return row
  if (row.gewist_op !== null)
    return tooLate(work, 'klacht', row.id, {
      code: 'kan_nu_niet',
      reden: 'Deze klacht is afgehandeld en de omschrijving is gewist.',
    })
  const set = { antwoord_op: input.antwoordOp, uitkomst: input.uitkomst, geleerd: input.geleerd }
  const versie = await updateRow(work, 'klacht', input, { ...set, contact_versleuteld: null }, 'geleerd')
  if (isRejection(versie)) return versie
  await boek(
    work,
    'KlachtBeantwoord',
    { tabel: 'klacht', id: row.id },
    { versie, wijzigingen: openChanges(row, set, []) },
  )
  return { id: row.id, versie }
}
