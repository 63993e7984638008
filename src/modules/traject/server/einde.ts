import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { closeOpvolging, setOpvolging } from '../../opvolging/server/commands.ts'
import { endBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { listDossierIds } from '../../persoon/server/lookup.ts'
import type { EindeInvoer } from '../domain/contract.ts'
import { checkStapdag } from '../domain/rules.ts'
import { recordStap } from './boek.ts'
import { lockVoor } from './lock.ts'
import { closeTijdvak, lockTraject, stopWlzRoutes, type TrajectRow, updateTraject } from './store.ts'

/**
 * The end of a traject, always said by someone, with what happens next: a next step, or the end of the promise. While
 * someone stays somewhere the traject goes on.
 */
export async function endTraject(
  work: Work,
  input: EindeInvoer & { readonly trajectId: Id },
): Promise<{ id: Id; versie: number } | Rejection> {
  const locked = await lockVoor(work, input, 'beeindigen')
  if (isRejection(locked)) return locked
  const { row } = locked
  const refused =
    checkStapdag(input.op, work.today, {
      voor: await laatsteBegin(work, row),
      wat: 'De laatste stap was op',
    }) ??
    (await checkVerblijf(work, row.persoon_id)) ??
    ((await isKeuze(work, 'eindreden_traject', input.reden))
      ? undefined
      : reject('reden_onbekend', 'Kies een reden uit de lijst.', { field: 'reden', status: 422 })) ??
    (await setVervolg(work, row.persoon_id, input))
  if (refused) return refused
  const versie = await close(work, row, {
    op: input.op,
    reden: input.reden,
    toelichting: input.toelichting || null,
  })
  return isRejection(versie) ? versie : { id: row.id, versie }
}

/** Who died has no traject any more. */
export async function endNaOverlijden(
  work: Work,
  input: { trajectId: Id; op: PlainDate },
): Promise<undefined | Rejection> {
  const row = await lockTraject(work, input.trajectId)
  if (!row || row.geeindigd_op !== null) return undefined
  const laatste = await laatsteBegin(work, row)
  const versie = await close(work, row, {
    op: laatste > input.op ? laatste : input.op,
    reden: 'overleden',
    toelichting: null,
  })
  return isRejection(versie) ? versie : undefined
}

async function close(
  work: Work,
  row: TrajectRow,
  einde: { op: PlainDate; reden: string; toelichting: string | null },
): Promise<number | Rejection> {
  for (const tabel of ['traject_fase', 'traject_product', 'aanspreekpunt'] as const)
    await closeTijdvak(work, tabel, { trajectIds: [row.id], op: einde.op })
  await closeTijdvak(work, 'traject_onderbreking', {
    trajectIds: [row.id],
    op: einde.op,
    values: { uitkomst: 'Het traject eindigde' },
  })
  await stopWlzRoutes(work, { trajectId: row.id, op: einde.op, toelichting: 'Het traject eindigde' })
  const versie = await updateTraject(work, row, {
    geeindigd_op: einde.op,
    eindreden: einde.reden,
    eindtoelichting: einde.toelichting,
  })
  if (isRejection(versie)) return versie
  await recordStap(work, 'TrajectGeeindigd', {
    trajectId: row.id,
    persoonId: row.persoon_id,
    op: einde.op,
    gegevens: { versie, reden: einde.reden, wijzigingen: { geeindigdOp: [null, einde.op] } },
  })
  // Until tomorrow, so that whoever ended it can still look at what was ended.
  await endBetrokkenheid(work, { bronSoort: 'traject', bronId: row.id, tot: addDays(work.today, 1) })
  return versie
}

/** The last day on which something of the traject began that still runs: it cannot end before that. */
async function laatsteBegin(work: Work, row: TrajectRow): Promise<PlainDate> {
  const { rows } = await sql<{ van: PlainDate }>`
    select greatest(${row.begonnen_op}::date, (select max(van) from onderdak.aanspreekpunt where traject_id = ${row.id}),
      (select max(van) from onderdak.traject_fase where traject_id = ${row.id}), (select max(van) from onderdak.traject_product where traject_id = ${row.id}),
      (select max(van) from onderdak.traject_onderbreking where traject_id = ${row.id})) as van`.execute(
    work.db,
  )
  return rows[0]!.van
}

async function checkVerblijf(work: Work, persoonId: Id): Promise<undefined | Rejection> {
  const stays = await work.db
    .selectFrom('verblijf_persoon')
    .select('verblijf_id')
    .where('persoon_id', 'in', [persoonId, ...(await listDossierIds(work, persoonId))])
    .where('tot', 'is', null)
    .executeTakeFirst()
  return (
    stays &&
    reject('verblijf_loopt', 'Er loopt nog een verblijf. Leg eerst het vertrek vast.', {
      possible: ['Leg het vertrek vast.', 'Laat het traject doorlopen.'],
    })
  )
}

async function setVervolg(work: Work, persoonId: Id, input: EindeInvoer): Promise<undefined | Rejection> {
  const { vervolg } = input
  if (vervolg.soort === 'stap') {
    await setOpvolging(work, { persoonId }, vervolg)
    return undefined
  }
  const open = await work.db
    .selectFrom('opvolging')
    .select('id')
    .where('persoon_id', '=', persoonId)
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (!open) return undefined
  const closed = await closeOpvolging(
    work,
    { persoonId },
    { reden: vervolg.reden, toelichting: vervolg.toelichting, op: input.op },
  )
  return closed && { ...closed, field: 'vervolg' }
}
