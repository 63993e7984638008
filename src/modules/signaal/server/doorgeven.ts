import { sql } from 'kysely'
import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { endBetrokkenheid, giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import type { DoorgeefInvoer } from '../domain/contract.ts'
import { oppakkenVoor } from '../domain/rules.ts'
import { listBehandelaars } from './keuzes.ts'
import { bronOf, lockVoor } from './signaal-commands.ts'

/** Another organisation answers it from now on, with a term of its own; the sight of who hands over ends with it. */
export async function handOverSignaal(
  work: Work,
  input: DoorgeefInvoer & { readonly id: Id },
): Promise<{ id: Id; versie: number } | Rejection> {
  const row = await lockVoor(work, input.id, 'doorgeven')
  if (isRejection(row)) return row
  if (row.versie !== input.versie) return conflict(work, 'signaal', row.id, input.versie)
  if (!(await listBehandelaars(work)).some(({ waarde }) => waarde === input.organisatieId))
    return reject('behandelt_geen_signalen', 'Kies een andere organisatie die signalen behandelt.', {
      field: 'organisatieId',
      status: 422,
    })
  await work.record({
    soort: 'SignaalDoorgegeven',
    onderwerpSoort: 'signaal',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie: row.versie + 1, naarOrganisatieId: input.organisatieId },
  })
  const termijn = (await getTermijn(work, 'signaal_oppakken')) as Termijn
  const uiterlijk = oppakkenVoor(work.today, termijn, row.ontruiming_op)
  if (row.persoon_id !== null)
    await giveBetrokkenheid(work, {
      ...bronOf(row.id),
      persoonId: row.persoon_id,
      organisatieId: input.organisatieId,
      doel: 'signaal',
      grond: 'WETTELIJKE_TAAK_COLLEGE',
    })
  const { rows } = await sql<{ versie: number | null }>`
    select onderdak.geef_signaal_door(${row.id}::uuid, ${row.versie}, ${input.organisatieId}::uuid, ${input.reden}, ${uiterlijk}::date) as versie`.execute(
    work.db,
  )
  const versie = rows[0]?.versie
  if (!versie) return conflict(work, 'signaal', row.id, input.versie)
  if (row.persoon_id !== null)
    await endBetrokkenheid(work, { ...bronOf(row.id), organisatieId: row.organisatie_id })
  return { id: row.id, versie }
}
