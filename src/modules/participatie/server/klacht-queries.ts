import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound } from '../../../shared/rejection.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import type { Klachtrij, listKlachten } from '../domain/klacht-contract.ts'

async function findRijen(work: Work, id: Id | null): Promise<Klachtrij[]> {
  const { rows } = await sql<Omit<Klachtrij, 'antwoordVoor' | 'isTeLaat'>>`
    select k.id, k.aard, k.onderwerp, k.afzender, k.ontvangen_op as "ontvangenOp", k.antwoord_op as "antwoordOp", k.uitkomst, k.geleerd, k.versie
    from klacht k where k.regio_id = ${work.regioId} and (${id}::uuid is null or k.id = ${id}::uuid) order by k.ontvangen_op desc, k.id desc`.execute(
    work.db,
  )
  const termijn = (await getTermijn(work, 'klacht_beantwoorden')) as Termijn
  return rows.map((rij) => {
    const antwoordVoor = rij.antwoordOp === null ? addTermijn(rij.ontvangenOp, termijn) : null
    return { ...rij, antwoordVoor, isTeLaat: antwoordVoor !== null && antwoordVoor < work.today }
  })
}

export async function listKlachtrijen(work: Work, query: z.output<(typeof listKlachten)['query']>) {
  const rijen = (await findRijen(work, null)).filter(
    ({ aard, antwoordOp }) =>
      (query.aard === undefined || aard === query.aard) &&
      (query.stand === undefined || (query.stand === 'open') === (antwoordOp === null)),
  )
  return listPage(rijen, query, '-ontvangenOp')
}

/** What was said and how to answer: the route that asks this writes each look in the audit book. */
export async function readKlacht(work: Work, id: Id) {
  const [rij] = await findRijen(work, id)
  if (!rij) return notFound('Deze klacht')
  const row = await work.db
    .selectFrom('klacht')
    .select(['omschrijving_versleuteld', 'contact_versleuteld', 'gewist_op'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const open = (versleuteld: string | null) => versleuteld && work.cipher.decrypt(versleuteld)
  return {
    ...rij,
    omschrijving: open(row.omschrijving_versleuteld),
    contact: open(row.contact_versleuteld),
    gewistOp: row.gewist_op,
  }
}
