import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { endBetrokkenheid, giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { findLocatie, findPlek } from '../../plek/server/lookup.ts'
import { lockVoor } from '../../traject/server/commands.ts'
import { listTimeOutproducten } from '../../traject/server/lookup.ts'
import { canRecordAt } from '../../verblijf/domain/rules.ts'
import { startDirectVerblijf } from '../../verblijf/server/commands.ts'
import type { BoekingBegin, BoekingEinde, BoekingInvoer } from '../domain/contract.ts'
import { canBegin } from '../domain/rules.ts'
import type { Gedaan } from './afspraak-commands.ts'
import { recordNazorg } from './boek.ts'
import { type BoekingRow, insertBoeking, lockBoeking, updateBoeking } from './store.ts'

const veld = (field: string) => ({ field, status: 422 }) as const

/** OVD-07: holds a time-out place for somebody, from a day that is still to come. Nobody else gets it in those days. */
export async function bookAhead(
  work: Work,
  input: BoekingInvoer & { readonly trajectId: Id },
): Promise<Gedaan | Rejection> {
  const traject = await work.db
    .selectFrom('traject')
    .select(['id', 'persoon_id', 'geeindigd_op'])
    .where('id', '=', input.trajectId)
    .executeTakeFirst()
  if (!traject) return notFound('Dit traject')
  work.saw(traject.persoon_id)
  const refused = traject.geeindigd_op
    ? reject('kan_nu_niet', 'Dit traject is geëindigd. Boeken kan niet meer.')
    : checkDagen(work, input)
  if (refused) return refused
  const plaats = await findPlaats(work, input)
  if (isRejection(plaats)) return plaats
  const id = work.newId()
  const failed = await insertBoeking(work, {
    id,
    persoon_id: traject.persoon_id,
    traject_id: traject.id,
    plek_id: input.plekId,
    locatie_id: plaats.id,
    van: input.van,
    tot: input.tot,
    reden: input.reden,
    status: 'geboekt',
  })
  if (failed) return failed
  // Who opens the door must know who comes, as with a voorstel.
  if (plaats.organisatieId !== null)
    await giveBetrokkenheid(work, {
      persoonId: traject.persoon_id,
      organisatieId: plaats.organisatieId,
      doel: 'time-out',
      grond: 'UITVOERING_AANBIEDER',
      bronSoort: 'time_outboeking',
      bronId: id,
      vereist: plaats.isGeheim ? 'vo' : null,
    })
  await record(
    work,
    'TimeOutVooruitGeboekt',
    { id, persoon_id: traject.persoon_id },
    { versie: 1, van: input.van },
  )
  return { id, versie: 1 }
}

function checkDagen(work: Work, input: BoekingInvoer): undefined | Rejection {
  if (input.van <= work.today)
    return reject(
      'dag_te_vroeg',
      'Kies een dag na vandaag. Voor vannacht boekt u een plek die nu vrij is.',
      veld('van'),
    )
  if (input.tot <= input.van) return reject('tot_te_vroeg', 'Kies een dag na de eerste nacht.', veld('tot'))
  return undefined
}

async function findPlaats(work: Work, input: BoekingInvoer) {
  const plek = await findPlek(work, input.plekId, input.van)
  if (!plek || !(await listTimeOutproducten(work)).includes(plek.productId))
    return reject('plek_onbekend', 'Kies een time-outplek uit de lijst.', veld('plekId'))
  const locatie = await findLocatie(work, plek.locatieId)
  if (!locatie) return reject('plek_onbekend', 'Kies een time-outplek uit de lijst.', veld('plekId'))
  const mag = canRecordAt(work.vrager, locatie.organisatieId)
  return mag.ok ? locatie : reject('geen_recht', mag.reden, { field: 'plekId', status: 403 })
}

/** On the day: the booking becomes the stay, and the traject is interrupted, in one transaction. */
export async function startBoeking(
  work: Work,
  input: BoekingBegin & { readonly boekingId: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockOpen(work, input)
  if (isRejection(row)) return row
  const mag = canBegin(row, work.today)
  if (!mag.ok) return reject('kan_nu_niet', mag.reden)
  const traject = await work.db
    .selectFrom('traject')
    .select(['persoon_id', 'versie'])
    .where('id', '=', row.traject_id)
    .executeTakeFirstOrThrow()
  const locked = await lockVoor(work, { trajectId: row.traject_id, versie: traject.versie }, 'time_out')
  if (isRejection(locked)) return locked
  const versie = await updateBoeking(work, row, { status: 'begonnen' })
  const made = await startDirectVerblijf(work, {
    persoonId: traject.persoon_id,
    huishoudenId: null,
    plekId: row.plek_id,
    op: work.today,
    soort: 'time_out',
    verwachtEindeOp: row.tot,
    timeOutReden: row.reden,
    stap: { volgendeStap: input.volgendeStap, volgendeStapOp: input.volgendeStapOp },
  })
  if (isRejection(made)) return made
  const laatste = await updateBoeking(work, { ...row, versie }, { verblijf_id: made.id })
  await endBetrokkenheid(work, { bronSoort: 'time_outboeking', bronId: row.id })
  await record(work, 'TimeOutboekingBegonnen', row, {
    versie: laatste,
    verblijfId: made.id,
    wijzigingen: { status: [row.status, 'begonnen'] },
  })
  return { id: row.id, versie: laatste }
}

export async function cancelBoeking(
  work: Work,
  input: BoekingEinde & { readonly boekingId: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockOpen(work, input)
  if (isRejection(row)) return row
  const versie = await updateBoeking(work, row, { status: 'geannuleerd', einde_reden: input.reden })
  await record(work, 'TimeOutboekingGeannuleerd', row, {
    versie,
    wijzigingen: { status: [row.status, 'geannuleerd'] },
  })
  // Last, because the organisation of the place may not see the person from here.
  await endBetrokkenheid(work, { bronSoort: 'time_outboeking', bronId: row.id })
  return { id: row.id, versie }
}

async function lockOpen(
  work: Work,
  input: { readonly boekingId: Id; readonly versie: number },
): Promise<BoekingRow | Rejection> {
  const row = await lockBoeking(work, input.boekingId)
  if (!row) return notFound('Deze boeking')
  work.saw(row.persoon_id)
  if (row.versie !== input.versie) return conflict(work, 'time_outboeking', row.id, input.versie)
  if (row.status !== 'geboekt')
    return reject('kan_nu_niet', 'Deze boeking is al begonnen of geannuleerd. Laad de pagina opnieuw.')
  return row
}

async function record(
  work: Work,
  soort: string,
  row: { readonly id: Id; readonly persoon_id: Id },
  gegevens: Record<string, unknown>,
): Promise<void> {
  await recordNazorg(work, soort, {
    over: 'time_outboeking',
    id: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens,
  })
}
