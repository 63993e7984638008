import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import { type FaseOpDatum, fasenSql, findVolgendeProducten } from '../../beheer/server/lookup.ts'
import {
  checkOvergang,
  eindeVanFase,
  faseBijUitstroom,
  faseBijVerblijf,
  heeftEigenTraject,
  isThuis,
} from '../domain/rules.ts'
import { recordBegin, recordStap } from './boek.ts'
import { endNaOverlijden } from './einde.ts'
import { type Begonnen, closeTijdvak, insertTijdvak, insertTrajecten } from './store.ts'

// What the steps of a stay mean for the traject; verblijf calls these in its own transaction.

export interface Lopend {
  readonly persoonId: Id
  readonly trajectId: Id | null
  /** First day on which a new traject may begin: the end of the last one. */
  readonly vrijVanaf: PlainDate | null
  readonly domein: string | null
  readonly code: string | null
  readonly productId: Id | null
  readonly product: string | null
  /** Not before this day can the next row begin. */
  readonly vanaf: PlainDate | null
  /** An interruption that no stay elsewhere made. */
  readonly onderbrokenThuis: boolean
  readonly onderbroken: boolean
  /** The phases of the region that hold on the day of the question. */
  readonly fasen: readonly FaseOpDatum[]
  /** The product that was asked about. */
  readonly naar: Product | null
}

interface Product {
  readonly id: Id
  readonly naam: string
  readonly domein: string
}

/** The open trajecten of these people with what runs in them now. The caller locked the people. */
export async function readLopend(
  work: Work,
  personen: readonly Id[],
  op: PlainDate,
  naarProductId: Id | null = null,
): Promise<Lopend[]> {
  if (personen.length === 0) return []
  const { rows } = await sql<Lopend>`
    select w.id as "persoonId", t.id as "trajectId", (select max(x.geeindigd_op) from onderdak.traject x where x.persoon_id = w.id) as "vrijVanaf",
      f.domein, f.code, p.product_id as "productId", d.naam as product, greatest(t.begonnen_op, f.van, p.van) as vanaf, o.id is not null as onderbroken, o.id is not null and o.verblijf_id is null as "onderbrokenThuis", ${fasenSql(work, op)} as fasen,
      (select jsonb_build_object('id', n.id, 'naam', n.naam, 'domein', n.domein) from onderdak.product n where n.id = ${naarProductId}::uuid) as naar
    from unnest(${[...personen]}::uuid[]) as w (id)
      left join onderdak.traject t on t.persoon_id = w.id and t.geeindigd_op is null
      left join onderdak.traject_fase f on f.traject_id = t.id and f.tot is null
      left join onderdak.traject_product p on p.traject_id = t.id and p.tot is null
      left join onderdak.product d on d.id = p.product_id
      left join onderdak.traject_onderbreking o on o.traject_id = t.id and o.tot is null
    order by w.id`.execute(work.db)
  return rows
}

export interface VerblijfBegint {
  readonly verblijfId: Id
  readonly soort: 'regulier' | 'spoed' | 'overbrugging' | 'time_out'
  readonly hoofdId: Id
  readonly leden: readonly {
    readonly persoonId: Id
    readonly rol: string
    readonly geboortedatum: PlainDate | null
  }[]
  readonly productId: Id
  readonly op: PlainDate
  /** Why this stay, outside the chains of the region. */
  readonly afwijkingReden: string | null
  /** The aanbieder of a secret place. */
  readonly geheimBij: Id | null
  /** Of a time-out: why, and until when to expectation. */
  readonly timeOut?: { readonly reden: string; readonly verwachtTot: PlainDate | null } | undefined
}

/**
 * Every adult who stays has a traject: who has none gets one, with the contact of the next step as vast aanspreekpunt; for
 * who has one the product and, where the region says so, the phase change. A time-out interrupts and changes neither.
 */
export async function ensureTrajecten(work: Work, input: VerblijfBegint): Promise<undefined | Rejection> {
  const volwassen = input.leden.filter((lid) => heeftEigenTraject(lid, input.op))
  const lopend = await readLopend(
    work,
    volwassen.map((lid) => lid.persoonId),
    input.op,
    input.productId,
  )
  const [eerste] = lopend
  if (!eerste) return undefined
  const naar = { product: eerste.naar!, fasen: eerste.fasen }
  const zonder = lopend.filter((one) => one.trajectId === null)
  const begonnen = await begin(work, input, zonder, naar)
  const met = lopend.filter((one) => one.trajectId !== null)
  if (input.soort === 'time_out')
    return startTimeOut(work, input, [
      ...met.filter((one) => !one.onderbroken || one.onderbrokenThuis),
      ...begonnen.map((one) => ({ ...one, trajectId: one.id, vanaf: null })),
    ])
  return advance(work, input, met, naar)
}

interface Naar {
  readonly product: Product
  readonly fasen: readonly FaseOpDatum[]
}

async function begin(
  work: Work,
  input: VerblijfBegint,
  zonder: readonly Lopend[],
  naar: Naar,
): Promise<Begonnen[]> {
  if (zonder.length === 0) return []
  const isTimeOut = input.soort === 'time_out'
  const fase = isTimeOut
    ? undefined
    : faseBijVerblijf(null, naar.fasen, { domein: naar.product.domein, opnieuw: true })
  const nieuw = zonder.map((one) => {
    const op = one.vrijVanaf !== null && one.vrijVanaf > input.op ? one.vrijVanaf : input.op
    return {
      id: work.newId(),
      persoonId: one.persoonId,
      op,
      fase: fase ? { ...fase, uiterlijkOp: eindeVanFase(fase, op) } : null,
      productId: isTimeOut ? null : input.productId,
    }
  })
  const begonnen = await insertTrajecten(work, nieuw, {
    aanleiding: 'verblijf',
    hoofdId: input.hoofdId,
    vereistVoor: input.geheimBij,
  })
  for (const one of begonnen)
    await recordBegin(work, one, { op: nieuw.find((rij) => rij.id === one.id)!.op, fase: fase?.naam })
  return begonnen
}

async function startTimeOut(
  work: Work,
  input: VerblijfBegint,
  wie: readonly {
    persoonId: Id
    trajectId: Id | null
    vanaf: PlainDate | null
    onderbrokenThuis?: boolean
  }[],
): Promise<undefined | Rejection> {
  // A time-out takes the place of terugval, also when it is at another place.
  await closeTijdvak(work, 'traject_onderbreking', {
    trajectIds: wie.filter((one) => one.onderbrokenThuis).map((one) => one.trajectId!),
    op: input.op,
    values: { uitkomst: 'Gevolgd door een time-out op een andere plek' },
  })
  const refused = await insertTijdvak(
    work,
    'traject_onderbreking',
    wie.map((one) => ({
      traject_id: one.trajectId!,
      persoon_id: one.persoonId,
      soort: 'time_out',
      van: input.op,
      verblijf_id: input.verblijfId,
      verwacht_tot: input.timeOut?.verwachtTot ?? null,
      reden: input.timeOut?.reden ?? input.afwijkingReden ?? 'Time-out op een andere plek',
    })),
  )
  if (refused) return refused
  for (const one of wie)
    await recordStap(work, 'TimeOutBegonnen', {
      ...one,
      op: input.op,
      gegevens: { verblijfId: input.verblijfId },
    })
  return undefined
}

async function advance(
  work: Work,
  input: VerblijfBegint,
  met: readonly Lopend[],
  naar: Naar,
): Promise<undefined | Rejection> {
  const ander = met.filter((one) => one.productId !== input.productId)
  for (const one of ander) {
    const refused = await checkKeten(work, one, naar.product, input)
    if (refused) return refused
  }
  const stap = met.flatMap((one) => {
    const huidig = one.code === null ? null : { domein: one.domein!, code: one.code }
    const fase = faseBijVerblijf(huidig, naar.fasen, {
      domein: naar.product.domein,
      opnieuw: one.productId === null,
    })
    return fase && !(fase.code === one.code && fase.domein === one.domein) ? [{ ...one, fase }] : []
  })
  const dag = (one: Lopend) => (one.vanaf !== null && one.vanaf > input.op ? one.vanaf : input.op)
  await closeTijdvak(work, 'traject_product', {
    trajectIds: ander.map((one) => one.trajectId!),
    op: input.op,
  })
  await closeTijdvak(work, 'traject_fase', { trajectIds: stap.map((one) => one.trajectId!), op: input.op })
  const refused =
    (await insertTijdvak(
      work,
      'traject_product',
      ander.map((one) => ({
        traject_id: one.trajectId!,
        persoon_id: one.persoonId,
        product_id: input.productId,
        richting: 'verblijf',
        van: dag(one),
        afwijking_reden: input.afwijkingReden,
      })),
    )) ??
    (await insertTijdvak(
      work,
      'traject_fase',
      stap.map((one) => ({
        traject_id: one.trajectId!,
        persoon_id: one.persoonId,
        domein: one.fase.domein,
        code: one.fase.code,
        van: dag(one),
        uiterlijk_op: eindeVanFase(one.fase, dag(one)),
      })),
    ))
  if (refused) return refused
  for (const one of stap)
    await recordStap(work, 'FaseGewijzigd', { ...one, op: dag(one), gegevens: { fase: one.fase.naam } })
  return undefined
}

/** TRJ-03: straight from one product to the next along the chains of the region, or with a reason. */
export async function checkKeten(
  work: Work,
  nu: { readonly productId: Id | null; readonly product: string | null },
  naar: { readonly id: Id; readonly naam: string },
  input: { readonly op: PlainDate; readonly afwijkingReden: string | null },
): Promise<undefined | Rejection> {
  if (nu.productId === null || input.afwijkingReden) return undefined
  const toegestaan = await findVolgendeProducten(work, nu.productId, input.op)
  return checkOvergang({ id: nu.productId, naam: nu.product! }, naar, toegestaan, input.afwijkingReden)
}

/** The same people could leave from `op`: the phase of leaving begins, where the region has one. */
export async function noteUitstroomgereed(
  work: Work,
  input: { personen: readonly Id[]; op: PlainDate },
): Promise<undefined | Rejection> {
  return naarUitstroom(work, await readLopend(work, input.personen, input.op), input.op)
}

async function naarUitstroom(
  work: Work,
  lopend: readonly Lopend[],
  op: PlainDate,
): Promise<undefined | Rejection> {
  for (const one of lopend) {
    if (one.trajectId === null || one.code === null) continue
    const naar = faseBijUitstroom({ domein: one.domein!, code: one.code }, one.fasen, one.domein!)
    if (!naar) continue
    const van = one.vanaf !== null && one.vanaf > op ? one.vanaf : op
    await closeTijdvak(work, 'traject_fase', { trajectIds: [one.trajectId], op: van })
    const refused = await insertTijdvak(work, 'traject_fase', [
      {
        traject_id: one.trajectId,
        persoon_id: one.persoonId,
        domein: naar.domein,
        code: naar.code,
        van,
        uiterlijk_op: eindeVanFase(naar, van),
      },
    ])
    if (refused) return refused
    await recordStap(work, 'FaseGewijzigd', { ...one, op: van, gegevens: { fase: naar.naam } })
  }
  return undefined
}

/**
 * These people left, with nothing that follows on the same day. The traject goes on: there may be nazorg, or a new place. The
 * product stops; who lives lastingly is in the phase of leaving, for others no phase runs until the next step. A time-out
 * ends with its stay.
 */
export async function noteVertrek(
  work: Work,
  input: { personen: readonly Id[]; op: PlainDate; bestemming: string; isTimeOut: boolean },
): Promise<undefined | Rejection> {
  const lopend = (await readLopend(work, input.personen, input.op)).filter((one) => one.trajectId !== null)
  if (lopend.length === 0) return undefined
  const trajectIds = lopend.map((one) => one.trajectId!)
  if (input.isTimeOut) return endTimeOut(work, { op: input.op, trajectIds })
  if (input.bestemming === 'overleden' && lopend.length === 1)
    return endNaOverlijden(work, { trajectId: trajectIds[0]!, op: input.op })
  await closeTijdvak(work, 'traject_product', { trajectIds, op: input.op })
  if (isThuis(input.bestemming)) {
    const refused = await naarUitstroom(work, lopend, input.op)
    if (isRejection(refused)) return refused
  } else await closeTijdvak(work, 'traject_fase', { trajectIds, op: input.op })
  return undefined
}

async function endTimeOut(
  work: Work,
  input: { trajectIds: readonly Id[]; op: PlainDate },
): Promise<undefined> {
  const rows = await work.db
    .selectFrom('traject_onderbreking')
    .select(['traject_id as trajectId', 'persoon_id as persoonId'])
    .where('verblijf_id', 'is not', null)
    .where('traject_id', 'in', [...input.trajectIds])
    .where('tot', 'is', null)
    .execute()
  await closeTijdvak(work, 'traject_onderbreking', {
    trajectIds: rows.map((row) => row.trajectId),
    op: input.op,
    values: { uitkomst: 'Vertrokken van de time-outplek' },
  })
  for (const one of rows)
    await recordStap(work, 'TrajectHervat', {
      ...one,
      op: input.op,
      gegevens: { wijzigingen: { onderbreking: ['time_out', null] } },
    })
  return undefined
}
