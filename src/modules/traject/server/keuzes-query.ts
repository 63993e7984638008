import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { findInstelling, findVolgendeProducten, listFasen } from '../../beheer/server/lookup.ts'
import { findVrijePlekken } from '../../plek/server/lookup.ts'
import type { getTrajectkeuzes } from '../domain/api.ts'
import { listMedewerkers } from './medewerkers.ts'

type Keuzes = z.output<(typeof getTrajectkeuzes)['response']>

/** What can be chosen in the forms of one traject. */
export async function findTrajectkeuzes(work: Work, id: Id): Promise<Keuzes | Rejection> {
  const row = await work.db
    .selectFrom('traject as t')
    .leftJoin('traject_product as x', (join) =>
      join.onRef('x.traject_id', '=', 't.id').on('x.tot', 'is', null),
    )
    .select(['t.persoon_id as persoonId', 'x.product_id as productId'])
    .where('t.id', '=', id)
    .executeTakeFirst()
  if (!row) return notFound('Dit traject')
  work.saw(row.persoonId)
  const fasen = await listFasen(work)
  const medewerkers = await listMedewerkers(work, row.persoonId)
  return {
    fasen: fasen.map(({ domein, code, naam }) => ({ domein, code, naam })),
    medewerkers: medewerkers.map(({ id, naam, organisatie }) => ({ id, naam, organisatie })),
    producten: await listProducten(work, row.productId),
    eindredenen: await listEindredenen(work),
    timeOutplekken: await listTimeOutplekken(work),
  }
}

export async function listProducten(work: Work, nu: Id | null): Promise<Keuzes['producten']> {
  const toegestaan = nu === null ? undefined : await findVolgendeProducten(work, nu)
  const rows = await work.db
    .selectFrom('product')
    .select(['id', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy(sql`naam collate "und-x-icu"`)
    .execute()
  return rows.map((row) => ({
    ...row,
    toegestaan: row.id === nu || toegestaan === undefined || toegestaan.some((one) => one.id === row.id),
  }))
}

function listEindredenen(work: Work): Promise<Keuzes['eindredenen']> {
  return work.db
    .selectFrom('keuze')
    .select(['code', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', '=', 'eindreden_traject')
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('volgorde')
    .execute()
}

/** Products of the region that are time-out places, as it chose them. */
export async function listTimeOutproducten(work: Work): Promise<Id[]> {
  const codes = ((await findInstelling(work, 'time_out_producten')) ?? '')
    .split(',')
    .map((code) => code.trim())
  const rows = await work.db
    .selectFrom('product')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('code', 'in', codes)
    .execute()
  return rows.map((row) => row.id)
}

/** OVD-07: free time-out places of the region, as far as the asker sees the locatie. */
export async function listTimeOutplekken(
  work: Work,
): Promise<(Keuzes['timeOutplekken'][number] & { organisatieId: Id | null })[]> {
  const vrij = []
  for (const productId of await listTimeOutproducten(work))
    vrij.push(...(await findVrijePlekken(work, { productId, vanaf: work.today, personen: 1, kenmerken: [] })))
  return vrij
    .filter((plek) => plek.past)
    .map((plek) => ({
      plekId: plek.id,
      plek: plek.naam,
      locatie: plek.locatie,
      product: plek.product,
      organisatieId: plek.organisatieId,
    }))
}
