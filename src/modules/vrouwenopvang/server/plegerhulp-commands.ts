import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { getPersoonKern, listDossierIds } from '../../persoon/server/lookup.ts'
import type { PlegerhulpInvoer } from '../domain/contract.ts'
import type { PlegerAntwoord } from '../domain/keuzes.ts'
import { insertRij, lockRij, type Rij, updateRij } from './store.ts'

type Gedaan = { id: Id; versie: number }

/** Staying elsewhere stops no violence by itself: with the opvang of a pleger goes an offer of help (VO-06, S2 §6.6). */
export async function offerPlegerhulp(
  work: Work,
  input: z.output<typeof PlegerhulpInvoer> & { readonly persoonId: Id },
): Promise<Gedaan | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const lid = await work.db
    .selectFrom('vo_systeem_lid')
    .select('id')
    .where('persoon_id', 'in', await listDossierIds(work, persoon.id))
    .where('rol', '=', 'pleger')
    .where('tot', 'is', null)
    .executeTakeFirst()
  if (!lid)
    return reject(
      'geen_pleger',
      'Deze cliënt staat in geen systeem als pleger. Koppel de cliënt eerst aan het systeem.',
    )
  if (input.aangebodenOp > work.today) return inToekomst('aangebodenOp')
  const id = work.newId()
  const failed = await insertRij(work, 'plegerhulp', {
    id,
    persoon_id: persoon.id,
    aanbod_versleuteld: work.cipher.encrypt(input.aanbod),
    aangeboden_door: input.aangebodenDoor,
    aangeboden_op: input.aangebodenOp,
    bespreken_op: input.besprekenOp,
  })
  if (failed) return failed
  await record(work, { id, persoon_id: persoon.id }, { soort: 'PlegerhulpAangeboden', versie: 1 })
  return { id, versie: 1 }
}

const inToekomst = (field: string) =>
  reject('dag_onjuist', 'Kies een dag die niet in de toekomst ligt.', { field, status: 422 })

export async function answerPlegerhulp(
  work: Work,
  input: {
    readonly id: Id
    readonly versie: number
    readonly antwoord: z.infer<typeof PlegerAntwoord>
    readonly op: PlainDate
  },
): Promise<Gedaan | Rejection> {
  const row = await lockLopend(work, input)
  if (isRejection(row)) return row
  const versie = await updateRij(work, 'plegerhulp', row, {
    antwoord: input.antwoord,
    antwoord_op: input.op,
  })
  if (isRejection(versie)) return versie
  await record(work, row, {
    soort: 'PlegerhulpBeantwoord',
    versie,
    wijzigingen: { antwoord: [row.antwoord, input.antwoord] },
  })
  return { id: row.id, versie }
}

export async function endPlegerhulp(
  work: Work,
  input: { readonly id: Id; readonly versie: number; readonly op: PlainDate; readonly reden: string },
): Promise<Gedaan | Rejection> {
  const row = await lockLopend(work, input)
  if (isRejection(row)) return row
  const versie = await updateRij(work, 'plegerhulp', row, {
    geeindigd_op: input.op,
    einde_reden: input.reden,
  })
  if (isRejection(versie)) return versie
  await record(work, row, {
    soort: 'PlegerhulpGeeindigd',
    versie,
    wijzigingen: { geeindigdOp: [null, input.op] },
  })
  return { id: row.id, versie }
}

async function lockLopend(
  work: Work,
  input: { readonly id: Id; readonly versie: number; readonly op: PlainDate },
): Promise<Rij<'plegerhulp'> | Rejection> {
  const row = await lockRij(work, 'plegerhulp', input)
  if (isRejection(row)) return row
  if (row.geeindigd_op !== null) return reject('hulp_geeindigd', 'Deze hulp is al geëindigd.')
  if (input.op > work.today) return inToekomst('op')
  if (input.op < row.aangeboden_op)
    return reject('dag_onjuist', 'Kies een dag vanaf het aanbod.', { field: 'op', status: 422 })
  return row
}

async function record(
  work: Work,
  row: { readonly id: Id; readonly persoon_id: Id },
  what: { soort: string; versie: number; wijzigingen?: Record<string, readonly unknown[]> },
): Promise<void> {
  const { soort, ...gegevens } = what
  await work.record({
    soort,
    onderwerpSoort: 'plegerhulp',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens,
  })
}
