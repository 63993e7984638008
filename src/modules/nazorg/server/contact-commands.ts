import { sql } from 'kysely'
import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { survivorOf } from '../../persoon/server/lookup.ts'
import {
  changeAanspreekpunt,
  changeProduct,
  startOnderbreking,
  startTraject,
} from '../../traject/server/commands.ts'
import { listMedewerkers } from '../../traject/server/lookup.ts'
import type { ContactInvoer, FrequentieInvoer, OpschaalInvoer } from '../domain/contract.ts'
import { checkDagVan, checkFrequentie, stapNa, volgendContactOp } from '../domain/rules.ts'
import { canContact, type NazorgToestand } from '../domain/toestanden.ts'
import { endAfspraak, type Gedaan, lockVoorActie } from './afspraak-commands.ts'
import { recordNazorg } from './boek.ts'
import {
  type AfspraakRow,
  insertContact,
  insertFrequentie,
  listFrequenties,
  lockAfspraak,
  markTeLaat,
  updateAfspraak,
} from './store.ts'
import { endZicht, partijen, setVolgendeStap } from './volgen.ts'

/** A waakvlam contact (OVD-05): the next day of contact follows from it, and the next step moves along. */
export async function recordContact(
  work: Work,
  input: ContactInvoer & { readonly afspraakId: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockAfspraak(work, input.afspraakId)
  if (!row) return notFound('Deze afspraak over nazorg')
  const mag = canContact({ ...partijen(row), status: row.status as NazorgToestand }, work.vrager)
  if (!mag.ok)
    return reject(mag.isRecht ? 'andere_organisatie' : 'kan_nu_niet', mag.reden, {
      ...(mag.isRecht && { status: 403 }),
    })
  const refused = checkDagVan(input.op, work.today, {
    voor: row.besloten_op,
    wat: 'De nazorg is afgesproken op',
  })
  if (refused) return refused
  const id = await insertContact(work, {
    persoon_id: row.persoon_id,
    nazorgafspraak_id: row.id,
    organisatie_id: work.vrager.organisatieId ?? row.organisatie_id,
    op: input.op,
    wijze: input.wijze,
    uitkomst: input.uitkomst,
    toelichting: input.toelichting || null,
  })
  const volgendOp = await volgendeOf(work, row)
  await setVolgendeStap(work, row, stapNa(input.uitkomst, volgendOp, work.today))
  await recordNazorg(work, 'WaakvlamContact', {
    over: 'nazorgafspraak',
    id: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { contactId: id, wijze: input.wijze, uitkomst: input.uitkomst },
  })
  return { id, versie: row.versie }
}

async function volgendeOf(work: Work, row: AfspraakRow): Promise<PlainDate> {
  const contacten = await work.db
    .selectFrom('nazorgcontact')
    .select(['op', 'uitkomst'])
    .where('nazorgafspraak_id', '=', row.id)
    .execute()
  return volgendContactOp(
    { begintOp: row.begint_op!, elkeWeken: row.elke_weken! },
    contacten,
    await listFrequenties(work, [row.id]),
  )
}

/** More or less often contact from a day, with why (OVD-05). What held before is kept, and the next step moves along. */
export async function changeFrequentie(
  work: Work,
  input: FrequentieInvoer & { readonly afspraakId: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockAfspraak(work, input.afspraakId)
  if (!row) return notFound('Deze afspraak over nazorg')
  work.saw(row.persoon_id)
  if (row.versie !== input.versie) return conflict(work, 'nazorgafspraak', row.id, input.versie)
  const mag = canContact({ ...partijen(row), status: row.status as NazorgToestand }, work.vrager)
  if (!mag.ok)
    return reject(mag.isRecht ? 'andere_organisatie' : 'kan_nu_niet', mag.reden, {
      ...(mag.isRecht && { status: 403 }),
    })
  const eerder = await listFrequenties(work, [row.id])
  const afspraak = { begintOp: row.begint_op!, tot: row.tot!, elkeWeken: row.elke_weken! }
  const refused = checkFrequentie(input, afspraak, eerder)
  if (refused) return refused
  const failed = await insertFrequentie(work, {
    persoon_id: row.persoon_id,
    nazorgafspraak_id: row.id,
    van: input.van,
    elke_weken: input.elkeWeken,
    reden: input.reden,
  })
  if (failed) return failed
  const versie = await updateAfspraak(work, row, {})
  await setVolgendeStap(work, row, stapNa('goed', await volgendeOf(work, row), work.today))
  await recordNazorg(work, 'NazorgFrequentieGewijzigd', {
    over: 'nazorgafspraak',
    id: row.id,
    persoonId: row.persoon_id,
    op: input.van > work.today ? work.today : input.van,
    gegevens: {
      versie,
      van: input.van,
      elkeWeken: input.elkeWeken,
      wijzigingen: { elkeWeken: [eerder[0]?.elkeWeken ?? afspraak.elkeWeken, input.elkeWeken] },
    },
  })
  return { id: row.id, versie }
}

/**
 * From waakvlam to active help in one step (TRJ-17): the traject that runs gets a terugval, and where none runs one begins,
 * without a new melding or intake. Nazorg ends; who is the aanspreekpunt carries the next step.
 */
export async function scaleUp(
  work: Work,
  input: OpschaalInvoer & { readonly afspraakId: Id },
): Promise<Gedaan | Rejection> {
  const row = await lockVoorActie(work, input, 'opschalen')
  if (isRejection(row)) return row
  const refused = checkDagVan(input.op, work.today, {
    voor: row.besloten_op,
    wat: 'De nazorg is afgesproken op',
  })
  if (refused) return refused
  const persoonId = await survivorOf(work, row.persoon_id)
  const wie = await findAanspreekpunt(work, persoonId, input.aanspreekpuntId)
  if (isRejection(wie)) return wie
  const gedaan = await endAfspraak(work, row, {
    actie: 'opschalen',
    op: input.op,
    reden: null,
    toelichting: input.reden,
  })
  await setOpvolging(
    work,
    { persoonId },
    {
      ...(wie && { organisatieId: wie.organisatieId, contactpersoonId: wie.id }),
      volgendeStap: input.volgendeStap,
      volgendeStapOp: input.volgendeStapOp,
    },
  )
  const woken = await wakeTraject(work, persoonId, input)
  if (isRejection(woken)) return woken
  await endZicht(work, row)
  return gedaan
}

async function findAanspreekpunt(work: Work, persoonId: Id, gebruikerId: Id | null) {
  if (gebruikerId === null) return undefined
  const found = (await listMedewerkers(work, persoonId)).find((one) => one.id === gebruikerId)
  return (
    found ??
    reject('medewerker_niet_betrokken', 'Kies een medewerker van een organisatie die betrokken is.', {
      field: 'aanspreekpuntId',
      status: 422,
    })
  )
}

/** Each step of the traject answers with its version, which the next step needs. */
async function wakeTraject(work: Work, persoonId: Id, input: OpschaalInvoer): Promise<undefined | Rejection> {
  const open = await findTraject(work, persoonId)
  const begin = open ?? (await startTraject(work, { persoonId, op: input.op, stap: null }))
  if (isRejection(begin)) return begin
  const basis = { trajectId: begin.id }
  let { versie } = begin
  const take = (done: Gedaan | Rejection): undefined | Rejection => {
    if (isRejection(done)) return done
    versie = done.versie
    return undefined
  }
  const isOnderbroken = open?.onderbreking ?? null
  if (open && isOnderbroken === null) {
    const op = input.op > open.begonnenOp ? input.op : open.begonnenOp
    const failed = take(
      await startOnderbreking(work, {
        ...basis,
        versie,
        soort: 'terugval',
        op,
        verwachtTot: null,
        reden: input.reden,
        stap: null,
      }),
    )
    if (failed) return failed
  }
  const nu = (await findTraject(work, persoonId))!.aanspreekpuntId
  if (input.aanspreekpuntId !== null && input.aanspreekpuntId !== nu) {
    const failed = take(
      await changeAanspreekpunt(work, {
        ...basis,
        versie,
        gebruikerId: input.aanspreekpuntId,
        op: work.today,
        reden: 'Van waakvlam naar actieve hulp',
      }),
    )
    if (failed) return failed
  }
  if (input.productId === null) return undefined
  return take(
    await changeProduct(work, {
      ...basis,
      versie,
      productId: input.productId,
      bouwsteen: null,
      richting: 'opschalen',
      op: work.today,
      reden: input.reden,
      afwijkingReden: null,
    }),
  )
}

async function findTraject(work: Work, persoonId: Id) {
  const { rows } = await sql<{
    id: Id
    versie: number
    begonnenOp: string
    onderbreking: string | null
    aanspreekpuntId: Id
  }>`
    select t.id, t.versie, t.begonnen_op as "begonnenOp", o.soort as onderbreking, a.gebruiker_id as "aanspreekpuntId"
    from onderdak.traject t join onderdak.aanspreekpunt a on a.traject_id = t.id and a.tot is null
      left join onderdak.traject_onderbreking o on o.traject_id = t.id and o.tot is null
    where t.persoon_id = ${persoonId}::uuid and t.geeindigd_op is null`.execute(work.db)
  return rows[0]
}

/** Job: writes on the timeline that a day of contact passed, once per day of contact. Run as the system. */
export async function signalTeLaat(work: Work): Promise<number> {
  const { rows } = await sql<{ id: Id; persoonId: Id; op: string }>`
    select n.id, n.persoon_id as "persoonId", d.op from onderdak.nazorgafspraak n cross join lateral (select onderdak.waakvlam_op(n) as op) d
    where n.regio_id = ${work.regioId}::uuid and n.status = 'lopend' and d.op < ${work.today}::date and n.te_laat_gemeld_op is distinct from d.op
    order by n.id for update of n`.execute(work.db)
  for (const row of rows) {
    await markTeLaat(work, row.id, row.op)
    await recordNazorg(work, 'WaakvlamTeLaat', {
      over: 'nazorgafspraak',
      id: row.id,
      persoonId: row.persoonId,
      op: work.today,
      gegevens: { contactOp: row.op },
    })
  }
  return rows.length
}
