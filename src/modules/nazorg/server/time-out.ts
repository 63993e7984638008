import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { listPlekdagen } from '../../plek/server/lookup.ts'
import { lockVoor } from '../../traject/server/commands.ts'
import { listTimeOutplekken, listTimeOutproducten } from '../../traject/server/lookup.ts'
import { canRecordAt } from '../../verblijf/domain/rules.ts'
import { startDirectVerblijf } from '../../verblijf/server/commands.ts'
import type { getTimeOut } from '../domain/api.ts'
import type { TimeOutInvoer } from '../domain/contract.ts'
import { canBegin } from '../domain/rules.ts'
import type { Gedaan } from './afspraak-commands.ts'

/** OVD-07: free time-out places tonight, with why one cannot be booked from here. */
export async function findTimeOut(
  work: Work,
  trajectId: Id,
): Promise<z.output<(typeof getTimeOut)['response']> | Rejection> {
  const row = await work.db
    .selectFrom('traject as t')
    .innerJoin('persoon as p', 'p.id', 't.persoon_id')
    .select(['t.persoon_id as persoonId', 't.versie'])
    .select(persoonNaamSql('p').as('naam'))
    .where('t.id', '=', trajectId)
    .executeTakeFirst()
  if (!row) return notFound('Dit traject')
  work.saw(row.persoonId)
  const nietOmdat = (organisatieId: Id | null) => {
    const mag = canRecordAt(work.vrager, organisatieId)
    return mag.ok ? null : mag.reden
  }
  const plekken = await listTimeOutplekken(work)
  const dagen = await listPlekdagen(work, {
    productIds: await listTimeOutproducten(work),
    van: work.today,
  })
  return {
    ...row,
    plekken: plekken.map(({ organisatieId, ...plek }) => ({ ...plek, nietOmdat: nietOmdat(organisatieId) })),
    vooruit: dagen.map(({ id, naam, locatie, product, organisatieId, bezet }) => ({
      plekId: id,
      plek: naam,
      locatie,
      product,
      nietOmdat: nietOmdat(organisatieId),
      bezet: bezet.map(({ van, tot }) => ({ van, tot })),
    })),
    boekingen: await listBoekingen(work, trajectId),
  }
}

async function listBoekingen(work: Work, trajectId: Id) {
  const rows = await work.db
    .selectFrom('time_outboeking as b')
    .innerJoin('plek as p', 'p.id', 'b.plek_id')
    .innerJoin('locatie as l', 'l.id', 'b.locatie_id')
    .select(['b.id', 'b.versie', 'p.naam as plek', 'l.naam as locatie', 'b.van', 'b.tot', 'b.reden'])
    .where('b.traject_id', '=', trajectId)
    .where('b.status', '=', 'geboekt')
    .orderBy('b.van')
    .execute()
  return rows.map((row) => {
    const mag = canBegin(row, work.today)
    return { ...row, beginNietOmdat: mag.ok ? null : mag.reden }
  })
}

/**
 * Books a time-out place: the stay that takes the plek and the interruption of the traject in one transaction, so that two
 * people cannot get one plek. The home or place of one's own stays.
 */
export async function bookTimeOut(
  work: Work,
  input: TimeOutInvoer & { readonly trajectId: Id },
): Promise<Gedaan | Rejection> {
  const locked = await lockVoor(work, input, 'time_out')
  if (isRejection(locked)) return locked
  const { row, onderbreking } = locked
  const vroegst = onderbreking?.van ?? row.begonnen_op
  if (input.op < vroegst)
    return reject('dag_te_vroeg', 'Kies een dag na het begin van het traject en van de terugval.', {
      field: 'op',
      status: 422,
    })
  if (input.verwachtTot <= input.op)
    return reject('verwacht_te_vroeg', 'Kies een dag na het begin.', { field: 'verwachtTot', status: 422 })
  const plekken = await listTimeOutplekken(work)
  if (!plekken.some((plek) => plek.plekId === input.plekId))
    return reject('plek_niet_vrij', 'Deze time-outplek is niet meer vrij. Kies een andere plek.', {
      field: 'plekId',
      possible: plekken.map((plek) => `${plek.locatie}, ${plek.plek}`),
    })
  const made = await startDirectVerblijf(work, {
    persoonId: row.persoon_id,
    huishoudenId: null,
    plekId: input.plekId,
    op: input.op,
    soort: 'time_out',
    verwachtEindeOp: input.verwachtTot,
    timeOutReden: input.reden,
    stap: { volgendeStap: input.volgendeStap, volgendeStapOp: input.volgendeStapOp },
  })
  return isRejection(made) ? made : { id: made.id, versie: made.versie }
}
