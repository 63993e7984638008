import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import type { Systeemrol } from '../domain/keuzes.ts'
import { insertRij, insertSysteem, lockRij, updateRij } from './store.ts'

/** Begins a system with this person. Others are linked with the code by who sees their dossier; nobody gains sight (VO-08). */
export async function startSysteem(
  work: Work,
  input: { readonly persoonId: Id; readonly rol: Systeemrol },
): Promise<{ id: Id; koppelcode: string } | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const systeemId = work.newId()
  // The random end of the id: says nothing about who or when.
  const code = systeemId.replaceAll('-', '').slice(-8).toUpperCase()
  const koppelcode = `VO-${code.slice(0, 4)}-${code.slice(4)}`
  await insertSysteem(work, systeemId, koppelcode)
  const linked = await link(work, { systeemId, persoonId: persoon.id, rol: input.rol })
  return isRejection(linked) ? linked : { id: systeemId, koppelcode }
}

/** Links a person whom the asker sees to a system of which only the code is known. */
export async function joinSysteem(
  work: Work,
  input: { readonly persoonId: Id; readonly koppelcode: string; readonly rol: Systeemrol },
): Promise<{ id: Id } | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const code = input.koppelcode.trim().toUpperCase()
  const { rows } = await sql<{ id: Id | null }>`select onderdak.vind_systeem(${code}) as id`.execute(work.db)
  const systeemId = rows[0]?.id
  if (!systeemId)
    return reject(
      'koppelcode_onbekend',
      'Deze koppelcode bestaat niet. Controleer de code bij wie u haar gaf.',
      {
        field: 'koppelcode',
        status: 422,
      },
    )
  return link(work, { systeemId, persoonId: persoon.id, rol: input.rol })
}

async function link(
  work: Work,
  input: { systeemId: Id; persoonId: Id; rol: Systeemrol },
): Promise<{ id: Id } | Rejection> {
  const id = work.newId()
  const failed = await insertRij(work, 'vo_systeem_lid', {
    id,
    systeem_id: input.systeemId,
    persoon_id: input.persoonId,
    rol: input.rol,
    van: work.today,
  })
  if (failed) return failed
  await work.record({
    soort: 'AanSysteemGekoppeld',
    onderwerpSoort: 'vo_systeem_lid',
    onderwerpId: id,
    persoonId: input.persoonId,
    op: work.today,
    gegevens: { versie: 1, rol: input.rol },
  })
  return { id }
}

export async function leaveSysteem(
  work: Work,
  input: { readonly id: Id; readonly versie: number; readonly reden: string },
): Promise<{ id: Id; versie: number } | Rejection> {
  const row = await lockRij(work, 'vo_systeem_lid', input)
  if (isRejection(row)) return row
  if (row.tot !== null) return reject('al_ontkoppeld', 'Deze koppeling was al geëindigd.')
  const versie = await updateRij(work, 'vo_systeem_lid', row, { tot: work.today, einde_reden: input.reden })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'VanSysteemOntkoppeld',
    onderwerpSoort: 'vo_systeem_lid',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie, wijzigingen: { tot: [null, work.today] } },
  })
  return { id: row.id, versie }
}
