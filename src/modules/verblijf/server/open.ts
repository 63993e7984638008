import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { formatLong, formatShort, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { findInstelling, findProduct, latestEndOf, type ProductOpDatum } from '../../beheer/server/lookup.ts'
import { giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { findHuishoudenVan, listHuishoudenLeden, survivorOf } from '../../persoon/server/lookup.ts'
import { type Bezetting, canTake, listMismatches, type Mismatch } from '../../plek/domain/capaciteit.ts'
import {
  findLocatie,
  findPlek,
  findVrijePlekken,
  type LockedLocatie,
  listBezetting,
  listPlekkenVan,
  lockLocatie,
  lockPlek,
  type PlekVanLocatie,
} from '../../plek/server/lookup.ts'
import { canRecordAt, checkGezin, countKinderen, type Lid } from '../domain/rules.ts'
import { insertVerblijf, type VerblijfRij } from './store.ts'

// The one way in which a stay begins: on arrival, in an emergency, after a move, from an import.

export interface Opening {
  readonly verblijfId: Id
  readonly persoonId: Id
  readonly huishoudenId: Id | null
  readonly leden: readonly Lid[]
  readonly plek: PlekVanLocatie
  readonly locatie: LockedLocatie
  readonly op: PlainDate
  readonly soort: 'regulier' | 'spoed' | 'overbrugging' | 'time_out'
  readonly kenmerken: readonly string[]
  readonly voorstelId: Id | null
  readonly wachtlijstplaatsingId: Id | null
  readonly meldingId: Id | null
  readonly verwachtEindeOp: PlainDate | null
  readonly afwijkingReden: string | null
  readonly gezinReden: string | null
  /** People who come along and are not recorded yet, as told in an emergency. */
  readonly meekomend?: { readonly volwassenen: number; readonly kinderen: number }
  /** Longest stay that goes along from the stay before, in the same product. */
  readonly uiterlijkOp?: PlainDate | null
  readonly vorigVerblijfId?: Id
}

/** Locks locatie and plek in this order, so that starts at one locatie go one after the other (stack.md §2.1 rule 1). */
export async function lockPlaats(
  work: Work,
  plekId: Id,
  op: PlainDate,
): Promise<{ locatie: LockedLocatie; plek: PlekVanLocatie } | Rejection> {
  const found = await findPlek(work, plekId, op)
  if (!found) return atPlek(notFound('Deze plek'))
  // Looking before queueing: in a rush on one plek only the first few wait for the lock. What counts is asked again after it.
  const seen = await findLocatie(work, found.locatieId)
  if (!seen) return atPlek(notFound('Deze plek'))
  const allowed = canRecordAt(work.vrager, seen.organisatieId)
  if (!allowed.ok) return reject('geen_recht', allowed.reden, { field: 'plekId', status: 403 })
  const taken = await checkBezet(work, found, op)
  if (taken) return taken
  const locatie = await lockLocatie(work, found.locatieId)
  if (!locatie || !(await lockPlek(work, plekId))) return atPlek(notFound('Deze plek'))
  return { locatie, plek: found }
}

const atPlek = (rejection: Rejection): Rejection => ({ ...rejection, field: 'plekId' })

/** The plek that fits best: no promise to others broken, and as few kenmerken and beds to spare as possible. */
export async function findBestePlek(
  work: Work,
  input: {
    locatieId: Id
    productId: Id
    op: PlainDate
    personen: number
    kenmerken: readonly string[]
    voorstelId: Id
  },
): Promise<Id | Rejection> {
  const vrij = await findVrijePlekken(work, {
    locatieId: input.locatieId,
    productId: input.productId,
    vanaf: input.op,
    personen: input.personen,
    kenmerken: input.kenmerken,
    zonderVoorstelId: input.voorstelId,
  })
  const spare = (plek: (typeof vrij)[number]) => plek.kenmerken.length + plek.personenMaximum
  const best = vrij.filter((plek) => plek.past).sort((a, b) => spare(a) - spare(b))[0]
  return (
    best?.id ??
    reject(
      'geen_passende_plek',
      'Er is op deze dag geen passende plek vrij. Kies zelf een plek, of een andere dag.',
      {
        field: 'plekId',
      },
    )
  )
}

/** The household that comes along on `op`, the person alone when there is none. */
export async function gatherLeden(
  work: Work,
  persoonId: Id,
  op: PlainDate,
  huishoudenId?: Id | null,
): Promise<{ persoonId: Id; huishoudenId: Id | null; leden: Lid[] } | Rejection> {
  const id = await survivorOf(work, persoonId)
  const samen = huishoudenId === undefined ? ((await findHuishoudenVan(work, id, op)) ?? null) : huishoudenId
  const leden: Lid[] = samen === null ? [] : await listHuishoudenLeden(work, samen, op)
  if (!leden.some((lid) => lid.persoonId === id)) {
    const persoon = await work.db
      .selectFrom('persoon')
      .select(['id', 'geboortedatum'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!persoon) return notFound('Deze persoon')
    leden.unshift({ persoonId: id, rol: 'aanspreekpunt', geboortedatum: persoon.geboortedatum })
  }
  return { persoonId: id, huishoudenId: leden.length > 1 ? samen : null, leden }
}

/**
 * Starts a stay on a plek that `lockPlaats` locked. Checks first for a clear answer; the exclusion constraints decide.
 * Everyone of the household becomes known to the aanbieder. Setting the next step is up to the caller.
 */
export async function openVerblijf(work: Work, input: Opening): Promise<undefined | Rejection> {
  const product = await findProduct(work, input.plek.productId, input.op)
  if (!product) throw new Error(`plek ${input.plek.id} has no product`)
  const refused =
    (await checkPlek(work, input, product)) ??
    (await checkKinderen(work, input, product)) ??
    (await checkPersonen(work, input))
  if (refused) return refused
  if (input.locatie.organisatieId !== null) await involveAanbieder(work, input, input.locatie.organisatieId)
  const failed = await insertVerblijf(
    work,
    {
      id: input.verblijfId,
      persoon_id: input.persoonId,
      huishouden_id: input.huishoudenId,
      plek_id: input.plek.id,
      locatie_id: input.plek.locatieId,
      product_id: input.plek.productId,
      voorstel_id: input.voorstelId,
      wachtlijstplaatsing_id: input.wachtlijstplaatsingId,
      melding_id: input.meldingId,
      soort: input.soort,
      begonnen_op: input.op,
      verwacht_einde_op: input.verwachtEindeOp,
      uiterlijk_op: input.uiterlijkOp === undefined ? latestEndOf(product, input.op) : input.uiterlijkOp,
      afwijking_reden: input.afwijkingReden,
      gezin_reden: input.gezinReden,
    },
    input.leden.map((lid) => lid.persoonId),
    input.soort === 'time_out' ? 'time_out' : 'hoofd',
  )
  if (failed) return failed
  work.saw(...input.leden.map((lid) => lid.persoonId))
  await work.record({
    soort: 'VerblijfGestart',
    onderwerpSoort: 'verblijf',
    onderwerpId: input.verblijfId,
    persoonId: input.persoonId,
    op: input.op,
    gegevens: {
      versie: 1,
      plekId: input.plek.id,
      soort: input.soort,
      // What kind of place a secret one is, stands nowhere in the open.
      product: input.locatie.isGeheim ? null : product.naam,
      personen: input.leden.length,
      voorstelId: input.voorstelId,
      meldingId: input.meldingId,
      vorigVerblijfId: input.vorigVerblijfId,
      afwijkingReden: input.afwijkingReden,
      gezinReden: input.gezinReden,
    },
  })
  return undefined
}

async function checkBezet(work: Work, plek: PlekVanLocatie, op: PlainDate): Promise<undefined | Rejection> {
  const rows = await listBezetting(work, { van: op, tot: '2199-12-31', locatieIds: [plek.locatieId] })
  return rejectBezet(
    plek,
    rows.filter((row) => row.plekId === plek.id),
    op,
  )
}

function rejectBezet(plek: PlekVanLocatie, own: readonly Bezetting[], op: PlainDate): undefined | Rejection {
  const verblijf = own.find((row) => row.soort === 'verblijf')
  if (verblijf) {
    const until = verblijf.tot ?? verblijf.verwachtEindeOp
    return reject(
      'plek_bezet_in_periode',
      `${plek.naam} is op ${formatLong(op)} bezet. Kies een andere plek.`,
      {
        field: 'plekId',
        ...(until && {
          conflictsWith: `Bezet tot ${verblijf.tot ? '' : 'naar verwachting '}${formatShort(until)}`,
        }),
        possible: ['Kies een andere plek.', 'Leg eerst het vertrek van de vorige bewoner vast.'],
      },
    )
  }
  return undefined
}

async function checkPlek(
  work: Work,
  input: Opening,
  product: ProductOpDatum,
): Promise<undefined | Rejection> {
  const { plek, op } = input
  const all = await listBezetting(work, { van: op, tot: '2199-12-31', locatieIds: [plek.locatieId] })
  const rows = all.filter((row) => row.voorstelId === null || row.voorstelId !== input.voorstelId)
  const own = rows.filter((row) => row.plekId === plek.id)
  const bezet = rejectBezet(plek, own, op)
  if (bezet) return bezet
  if (
    own.some((row) => row.soort === 'buiten_gebruik' && row.van <= op && (row.tot === null || row.tot > op))
  )
    return reject(
      'plek_buiten_gebruik',
      `${plek.naam} is buiten gebruik. Kies een andere plek, of neem deze eerst weer in gebruik.`,
      { field: 'plekId' },
    )
  if (input.afwijkingReden) return undefined
  const holds = rows
    .filter((row) => row.soort === 'voorstel' && row.plekId === null && row.productId === product.id)
    .map((row) => ({ vereisteKenmerken: row.kenmerken, personen: row.personen }))
  const taken = new Set(rows.map((row) => row.plekId))
  const vrij = (await listPlekkenVan(work, plek.locatieId, product.id, op)).filter(
    (one) => !taken.has(one.id),
  )
  if (own.some((row) => row.soort === 'voorstel') || !canTake(vrij, holds, plek.id))
    return reject(
      'plek_vastgehouden',
      `${plek.naam} is nodig voor een ander voorstel. Kies een andere plek, of schrijf op waarom het toch moet.`,
      { field: 'afwijkingReden', possible: ['Kies een andere plek.', 'Vul een reden in.'] },
    )
  return checkFit(input)
}

function peopleOf(input: Opening): number {
  const told = (input.meekomend?.volwassenen ?? 0) + (input.meekomend?.kinderen ?? 0)
  return Math.max(input.leden.length, told)
}

function checkFit(input: Opening): undefined | Rejection {
  const mismatches = listMismatches(input.plek, {
    vereisteKenmerken: input.kenmerken,
    personen: peopleOf(input),
  })
  if (mismatches.length === 0) return undefined
  const text = (mismatch: Mismatch) =>
    mismatch.code === 'te_klein'
      ? `er passen ${input.plek.personenMaximum} mensen, en er komen er ${peopleOf(input)}`
      : `een nodig kenmerk ontbreekt (${mismatch.kenmerk})`
  return reject(
    'plek_past_niet',
    `${input.plek.naam} past niet: ${mismatches.map(text).join('; ')}. Kies een andere plek, of schrijf op waarom het toch moet.`,
    { field: 'afwijkingReden', possible: ['Kies een andere plek.', 'Vul een reden in.'] },
  )
}

async function checkKinderen(
  work: Work,
  input: Opening,
  product: ProductOpDatum,
): Promise<undefined | Rejection> {
  if ((await findInstelling(work, 'gezin_nooit_in_nachtopvang', input.op)) !== 'ja') return undefined
  const kinderen = Math.max(countKinderen(input.leden, input.op), input.meekomend?.kinderen ?? 0)
  return checkGezin(product, kinderen, input.gezinReden)
}

/** Locks the people in a fixed order, so that two places cannot take the same person at once without an answer. */
async function checkPersonen(work: Work, input: Opening): Promise<undefined | Rejection> {
  const ids = input.leden.map((lid) => lid.persoonId)
  await work.db
    .selectFrom('persoon')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const elders = await findLopend(work, ids, input.op, input.soort === 'time_out' ? 'time_out' : 'hoofd')
  if (elders.length === 0) return undefined
  return reject(
    'persoon_verblijft_al',
    `Iemand verblijft op ${formatLong(input.op)} al ergens anders. Beëindig dat verblijf eerst, of laat het op deze dag eindigen.`,
    {
      field: 'eindigVorigVerblijf',
      conflictsWith: elders.map((row) => `Verblijf sinds ${formatShort(row.begonnen_op)}`).join('; '),
      possible: ['Laat het vorige verblijf op deze dag eindigen.'],
    },
  )
}

/** Stays of these people that run on `op` or later, as far as the asker sees them. */
export async function findLopend(
  work: Work,
  personen: readonly Id[],
  op: PlainDate,
  soort: 'hoofd' | 'time_out' = 'hoofd',
): Promise<VerblijfRij[]> {
  return work.db
    .selectFrom('verblijf as v')
    .selectAll('v')
    .where((e) =>
      e.exists(
        e
          .selectFrom('verblijf_persoon as p')
          .select('p.persoon_id')
          .whereRef('p.verblijf_id', '=', 'v.id')
          .where('p.persoon_id', 'in', [...personen])
          .where('p.soort', '=', soort)
          .where((p) => p.or([p('p.tot', 'is', null), p('p.tot', '>', op)])),
      ),
    )
    .orderBy('v.id')
    .execute()
}

async function involveAanbieder(work: Work, input: Opening, organisatieId: Id): Promise<void> {
  for (const lid of input.leden)
    await giveBetrokkenheid(work, {
      persoonId: lid.persoonId,
      organisatieId,
      doel: 'verblijf',
      grond: 'UITVOERING_AANBIEDER',
      bronSoort: 'verblijf',
      bronId: input.verblijfId,
      van: input.op < work.today ? input.op : work.today,
      vereist: input.locatie.isGeheim ? 'vo' : null,
    })
}
