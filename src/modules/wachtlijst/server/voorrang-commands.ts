import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Richting } from '../domain/rules.ts'
import { lockOpen, type Seen } from './edit-commands.ts'
import { listRangorde } from './lookup.ts'
import { insertVoorrang, updateLocked, type WachtlijstplaatsingRow, withdrawVoorrang } from './store.ts'

/** Priority by hand: with a name, a reason, a day and how many it passes over, so that it is seen and counted. */
export async function setVoorrang(
  work: Work,
  input: Seen & { geven: boolean; reden: string },
): Promise<{ versie: number; gepasseerd: number } | Rejection> {
  const row = await lockOpen(work, input)
  if (isRejection(row)) return row
  const door = work.vrager.gebruikerId
  if (!door)
    return reject('niet_door_het_systeem', 'Alleen een medewerker kan voorrang geven.', { status: 403 })
  const has = row.voorrang_op !== null
  if (has === input.geven)
    return reject(
      input.geven ? 'heeft_al_voorrang' : 'heeft_geen_voorrang',
      input.geven ? 'Deze persoon heeft al voorrang.' : 'Deze persoon heeft geen voorrang.',
    )
  const before = await findRang(work, row)
  const versie = await updateLocked(
    work,
    row,
    input.geven
      ? { voorrang_op: work.today, voorrang_door: door, voorrang_reden: input.reden }
      : { voorrang_op: null, voorrang_door: null, voorrang_reden: null },
  )
  if (isRejection(versie)) return versie
  const gepasseerd = input.geven ? Math.max(0, before - (await findRang(work, row))) : 0
  if (input.geven) await insertVoorrang(work, row, { door, reden: input.reden, gepasseerd })
  else await withdrawVoorrang(work, row.id, { door, reden: input.reden })
  await work.record({
    soort: input.geven ? 'VoorrangGegeven' : 'VoorrangIngetrokken',
    onderwerpSoort: 'wachtlijstplaatsing',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: {
      versie,
      reden: input.reden,
      ...(input.geven && { gepasseerd }),
      wijzigingen: { voorrang: [has, input.geven] },
    },
  })
  return { versie, gepasseerd }
}

/** The place on the regional list, everyone counted. */
async function findRang(
  work: Work,
  row: Pick<WachtlijstplaatsingRow, 'product_id' | 'richting'> & { readonly id: Id },
): Promise<number> {
  const lijst = await listRangorde(work, row.product_id, row.richting as Richting)
  return lijst.find((regel) => regel.id === row.id)?.rang ?? 0
}
