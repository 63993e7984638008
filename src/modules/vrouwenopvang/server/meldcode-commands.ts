import type { Updateable } from 'kysely'
import type { z } from 'zod'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { StapInvoer } from '../domain/meldcode-contract.ts'
import { checkStap } from '../domain/rules.ts'
import { deleteDoorloop, insertDoorloop, updateDoorloop } from './store.ts'

// The five steps of the meldcode for the user alone: no person, no free text, nothing that can be sent (VO-11).

export async function startDoorloop(
  work: Work,
  input: { readonly op: PlainDate },
): Promise<{ id: Id; versie: number } | Rejection> {
  if (input.op > work.today)
    return reject('dag_in_toekomst', 'Kies vandaag of een dag die voorbij is.', { field: 'op', status: 422 })
  const id = work.newId()
  await insertDoorloop(work, id, input.op)
  return { id, versie: 1 }
}

export async function stepDoorloop(
  work: Work,
  input: z.infer<typeof StapInvoer> & { readonly id: Id },
): Promise<{ id: Id; versie: number } | Rejection> {
  const row = await work.db
    .selectFrom('meldcode_doorloop')
    .selectAll()
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound('Deze doorloop')
  const refused = checkStap(doorloopOf(row), input.stap)
  if (refused) return refused
  return { id: row.id, versie: await updateDoorloop(work, row, valuesOf(work, input)) }
}

function valuesOf(work: Work, input: z.infer<typeof StapInvoer>): Updateable<DB['meldcode_doorloop']> {
  switch (input.stap) {
    case 'signalen':
      return { signalen_op: work.today }
    case 'overleg':
      return { overleg_op: work.today }
    case 'gesprek':
      return input.geenGesprekReden
        ? { geen_gesprek_reden: input.geenGesprekReden }
        : { gesprek_op: work.today }
    case 'wegen':
      return { wegen_op: work.today }
    case 'beslissen':
      return { beslissen_op: work.today, uitkomst: input.uitkomst!, status: 'afgerond' }
  }
}

export function doorloopOf(row: {
  signalen_op: string | null
  overleg_op: string | null
  gesprek_op: string | null
  geen_gesprek_reden: string | null
  wegen_op: string | null
  beslissen_op: string | null
}) {
  return {
    signalenOp: row.signalen_op,
    overlegOp: row.overleg_op,
    gesprekOp: row.gesprek_op,
    geenGesprekReden: row.geen_gesprek_reden,
    wegenOp: row.wegen_op,
    beslissenOp: row.beslissen_op,
  }
}

export async function eraseDoorloop(work: Work, id: Id): Promise<undefined | Rejection> {
  return (await deleteDoorloop(work, id)) ? undefined : notFound('Deze doorloop')
}
