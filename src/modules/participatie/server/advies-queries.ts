import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound } from '../../../shared/rejection.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import {
  type Adviesdetail,
  type Adviesrij,
  adviesstandVan,
  type listAdviezen,
} from '../domain/advies-contract.ts'

type Rij = Omit<Adviesdetail, 'antwoordVoor' | 'isTeLaat' | 'stand'>

async function findRijen(work: Work, van: { id?: Id; activiteitId?: Id }): Promise<Rij[]> {
  const { rows } = await sql<Rij>`
    select a.id, a.raad_id as "raadId", r.naam as raad, a.onderwerp, coalesce(p.code || ' ' || t.code || ' ' || t.naam, g.naam) as waarover, a.is_gevraagd as "isGevraagd", a.gevraagd_op as "gevraagdOp", a.verwacht_op as "verwachtOp",
      a.ontvangen_op as "ontvangenOp", a.antwoord_op as "antwoordOp", a.overgenomen, a.versie, a.activiteit_id as "activiteitId", a.programma_id as "programmaId", a.tekst, a.antwoord, a.motivering, a.vervallen_op as "vervallenOp", a.vervallen_reden as "vervallenReden"
    from advies a join partner r on r.id = a.raad_id left join activiteit t on t.id = a.activiteit_id left join programma p on p.id = t.programma_id left join programma g on g.id = a.programma_id
    where a.regio_id = ${work.regioId} and (${van.id ?? null}::uuid is null or a.id = ${van.id ?? null}::uuid) and (${van.activiteitId ?? null}::uuid is null or a.activiteit_id = ${van.activiteitId ?? null}::uuid)
    order by coalesce(a.ontvangen_op, a.gevraagd_op) desc, a.id`.execute(work.db)
  return rows
}

/** By the term of today: a longer term holds for what waits already. */
async function metTermijn(work: Work, rijen: readonly Rij[]): Promise<Adviesdetail[]> {
  const termijn = (await getTermijn(work, 'advies_beantwoorden')) as Termijn
  return rijen.map((rij) => {
    const stand = adviesstandVan(rij)
    const antwoordVoor = stand === 'ontvangen' ? addTermijn(rij.ontvangenOp!, termijn) : null
    const uiterlijk = stand === 'gevraagd' ? rij.verwachtOp : antwoordVoor
    return { ...rij, stand, antwoordVoor, isTeLaat: uiterlijk !== null && uiterlijk < work.today }
  })
}

export async function listAdviesrijen(work: Work, query: z.output<(typeof listAdviezen)['query']>) {
  const rijen = (await metTermijn(work, await findRijen(work, {}))).filter(
    ({ stand }) => query.stand === undefined || stand === query.stand,
  )
  const { count, results } = listPage(rijen, query, '-ontvangenOp')
  return { count, results: results.map(zonderTekst) }
}

/** What the council and the college wrote is for its own page. */
function zonderTekst(rij: Adviesdetail): Adviesrij {
  const { tekst: _, antwoord: __, motivering: ___, activiteitId: ____, programmaId: _____, ...open } = rij
  const { vervallenOp: ______, vervallenReden: _______, ...kort } = open
  return kort
}

export async function readAdvies(work: Work, id: Id) {
  const [advies] = await metTermijn(work, await findRijen(work, { id }))
  return advies ?? notFound('Dit advies')
}

export async function findAdviezenBij(work: Work, activiteitId: Id) {
  return (await findRijen(work, { activiteitId })).map((rij) => ({
    id: rij.id,
    raad: rij.raad,
    onderwerp: rij.onderwerp,
    stand: adviesstandVan(rij),
  }))
}
