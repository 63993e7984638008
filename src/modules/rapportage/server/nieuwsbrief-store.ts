import { sql } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { adresIndex } from './abonnee-codes.ts'

// The only place that writes nieuwsbriefabonnee, nieuwsbrief and nieuwsbrief_ontvanger.

/** The row of an address, made when it is new. Two at once: one makes it, the other one finds it. */
export async function claimAbonnee(work: Work, email: string) {
  const index = adresIndex(work.cipher, work.regioId, email)
  await work.db
    .insertInto('nieuwsbriefabonnee')
    .values({
      id: work.newId(),
      regio_id: work.regioId,
      adres_versleuteld: work.cipher.encrypt(email),
      adres_index: index,
      status: 'aangevraagd',
      aangevraagd_op: work.now,
    })
    .onConflict((on) =>
      on.columns(['regio_id', 'adres_index']).where('adres_index', 'is not', null).doNothing(),
    )
    .execute()
  return work.db
    .selectFrom('nieuwsbriefabonnee')
    .select(['id', 'status', 'gemaild_op'])
    .where('regio_id', '=', work.regioId)
    .where('adres_index', '=', index)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export function lockAbonnee(work: Work, id: Id) {
  return work.db
    .selectFrom('nieuwsbriefabonnee')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function markGemaild(work: Work, id: Id): Promise<void> {
  await work.db
    .updateTable('nieuwsbriefabonnee')
    .set({ gemaild_op: work.now, aangevraagd_op: work.now })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
}

export async function confirmAbonnee(work: Work, id: Id): Promise<void> {
  await work.db
    .updateTable('nieuwsbriefabonnee')
    .set({ status: 'bevestigd', bevestigd_op: work.now })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
}

/** The address is gone from here on, and what waits for it as well. */
export async function endAbonnee(work: Work, id: Id): Promise<void> {
  await work.db
    .updateTable('nieuwsbriefabonnee')
    .set({ status: 'afgemeld', afgemeld_op: work.now, adres_versleuteld: null, adres_index: null })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
  await work.db
    .updateTable('nieuwsbrief_ontvanger')
    .set({ stand: 'vervallen', gewijzigd_op: work.now })
    .where('regio_id', '=', work.regioId)
    .where('abonnee_id', '=', id)
    .where('stand', '=', 'wacht')
    .execute()
}

/** Who never confirmed: the address was kept for nothing. */
export async function deleteVerlopen(work: Work, voor: Date): Promise<void> {
  await work.db
    .deleteFrom('nieuwsbriefabonnee')
    .where('regio_id', '=', work.regioId)
    .where('status', '=', 'aangevraagd')
    .where('aangevraagd_op', '<', voor)
    .execute()
}

/** The nieuwsbrief with a row for everyone who confirmed. */
export async function insertNieuwsbrief(
  work: Work,
  { rapportageId, titel }: { readonly rapportageId: Id; readonly titel: string },
): Promise<{ readonly id: Id; readonly aantal: number } | Rejection> {
  const id = work.newId()
  const done = await catchConstraint(
    work.db
      .insertInto('nieuwsbrief')
      .values({
        id,
        regio_id: work.regioId,
        rapportage_id: rapportageId,
        titel,
        verstuurd_op: work.now,
        verstuurd_door: work.vrager.gebruikerId!,
      })
      .execute(),
    {
      nieuwsbrief_eenmaal: reject('nieuwsbrief_verstuurd', 'Deze nieuwsbrief is al verstuurd.', {
        field: 'rapportageId',
      }),
    },
  )
  if (isRejection(done)) return done
  const { rows } = await sql<{ id: Id }>`
    insert into onderdak.nieuwsbrief_ontvanger (id, regio_id, nieuwsbrief_id, abonnee_id, stand, volgende_op, gewijzigd_op)
    select gen_random_uuid(), ${work.regioId}, ${id}, a.id, 'wacht', ${work.now}, ${work.now} from onderdak.nieuwsbriefabonnee a
    where a.regio_id = ${work.regioId} and a.status = 'bevestigd' returning id`.execute(work.db)
  return { id, aantal: rows.length }
}

/** Begun, and never told how it ended: the process is gone, and it may have arrived. Never again, then. */
export async function markLost(work: Work, nieuwsbriefId: Id, voor: Date): Promise<void> {
  await work.db
    .updateTable('nieuwsbrief_ontvanger')
    .set({ stand: 'onbekend', bezig_sinds: null, gewijzigd_op: work.now })
    .where('regio_id', '=', work.regioId)
    .where('nieuwsbrief_id', '=', nieuwsbriefId)
    .where('stand', '=', 'bezig')
    .where('bezig_sinds', '<', voor)
    .execute()
}

/** The next one whose turn it is, marked before anything is sent; another process takes another one. */
export async function takeOntvanger(work: Work, nieuwsbriefId: Id) {
  const { rows } = await sql<{ id: Id; abonnee_id: Id; pogingen: number; adres_versleuteld: string | null }>`
    update onderdak.nieuwsbrief_ontvanger o set stand = 'bezig', bezig_sinds = ${work.now}, gewijzigd_op = ${work.now}
    from onderdak.nieuwsbriefabonnee a
    where a.id = o.abonnee_id and o.id = (select w.id from onderdak.nieuwsbrief_ontvanger w where w.regio_id = ${work.regioId} and w.nieuwsbrief_id = ${nieuwsbriefId}
      and w.stand = 'wacht' and w.volgende_op <= ${work.now} order by w.volgende_op, w.id limit 1 for update skip locked)
    returning o.id, o.abonnee_id, o.pogingen, a.adres_versleuteld`.execute(work.db)
  return rows[0]
}

export async function settleOntvanger(
  work: Work,
  id: Id,
  values: {
    readonly stand: 'wacht' | 'verstuurd' | 'mislukt' | 'onbekend' | 'vervallen'
    readonly fout?: number | null
    readonly pogingen?: number
    readonly volgende_op?: Date
  },
): Promise<void> {
  await work.db
    .updateTable('nieuwsbrief_ontvanger')
    .set({ ...values, bezig_sinds: null, gewijzigd_op: work.now })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
}

export async function countOpen(work: Work, nieuwsbriefId: Id) {
  const { rows } = await sql<{ wacht: number; bezig: number; eerste: Date | null }>`
    select count(*) filter (where stand = 'wacht')::int as wacht, count(*) filter (where stand = 'bezig')::int as bezig, min(volgende_op) filter (where stand = 'wacht') as eerste
    from onderdak.nieuwsbrief_ontvanger where regio_id = ${work.regioId} and nieuwsbrief_id = ${nieuwsbriefId}`.execute(
    work.db,
  )
  return rows[0]!
}

export async function closeNieuwsbrief(work: Work, id: Id): Promise<void> {
  await work.db
    .updateTable('nieuwsbrief')
    .set({ klaar_op: work.now })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
}
