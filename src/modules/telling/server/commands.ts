import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { EthosKlasse } from '../../../shared/ethos.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, addMonths, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { type Oordeel, VRAGEN } from '../domain/keuzes.ts'
import { cijfersVan, mensenVan, twijfelparenVan } from '../domain/ontdubbelen.ts'
import { countOrganisaties, listAntwoorden, listParen } from './antwoorden.ts'
import {
  insertAntwoord,
  insertCijfers,
  insertOrganisatie,
  insertParen,
  insertTelling,
  lockRij,
  type OrganisatieRij,
  type TellingRij,
  updateRij,
} from './store.ts'

type Gedaan = { readonly id: Id; readonly versie: number }
type Gemaakt = Gedaan & { readonly token: string; readonly verlooptOp: PlainDate }

/** 256 random bits; only the fingerprint is kept. */
const newToken = () => randomBytes(32).toString('base64url')
export const hashOf = (token: string) => createHash('sha256').update(token).digest()

async function record(
  work: Work,
  soort: string,
  onderwerp: { readonly tabel: 'telling' | 'telling_organisatie' | 'telling_paar'; readonly id: Id },
  gegevens: Record<string, unknown>,
): Promise<void> {
  await work.record({
    soort,
    onderwerpSoort: onderwerp.tabel,
    onderwerpId: onderwerp.id,
    op: work.today,
    gegevens,
  })
}

export async function planTelling(
  work: Work,
  input: { readonly naam: string; readonly teldag: PlainDate; readonly sluitOp: PlainDate },
): Promise<Gedaan | Rejection> {
  if (input.teldag < work.today)
    return reject('teldag_voorbij', 'Kies vandaag of een latere dag.', { field: 'teldag', status: 422 })
  const id = await insertTelling(work, {
    naam: input.naam,
    teldag: input.teldag,
    sluit_op: input.sluitOp,
    vragen: VRAGEN,
    sleutel_versleuteld: work.cipher.encrypt(randomBytes(32).toString('base64url')),
  })
  if (isRejection(id)) return id
  await record(work, 'TellingGepland', { tabel: 'telling', id }, { versie: 1, teldag: input.teldag })
  return { id, versie: 1 }
}

async function lockOpen(work: Work, id: Id): Promise<TellingRij | Rejection> {
  const telling = await lockRij(work, 'telling', id)
  if (isRejection(telling) || telling.status === 'open') return telling
  return alGesloten
}

const alGesloten = reject('telling_gesloten', 'Deze telling is al gesloten.')

/** Who saw an older state hears first who changed it. */
async function lockSeen(
  work: Work,
  seen: { readonly id: Id; readonly versie: number },
): Promise<TellingRij | Rejection> {
  const telling = await lockRij(work, 'telling', seen.id)
  if (isRejection(telling) || telling.versie === seen.versie) return telling
  return conflict(work, 'telling', seen.id, seen.versie)
}

export async function inviteOrganisatie(
  work: Work,
  input: { readonly tellingId: Id; readonly naam: string },
): Promise<Gemaakt | Rejection> {
  const telling = await lockOpen(work, input.tellingId)
  if (isRejection(telling)) return telling
  const token = newToken()
  const verlooptOp = addDays(telling.sluit_op, 1)
  const id = await insertOrganisatie(work, {
    telling_id: telling.id,
    naam: input.naam,
    token_hash: hashOf(token),
    verloopt_op: verlooptOp,
  })
  if (isRejection(id)) return id
  await record(work, 'TellingorganisatieUitgenodigd', { tabel: 'telling_organisatie', id }, { versie: 1 })
  return { id, versie: 1, token, verlooptOp }
}

async function lockDeelnemer(
  work: Work,
  id: Id,
): Promise<{ rij: OrganisatieRij; telling: TellingRij } | Rejection> {
  const rij = await lockRij(work, 'telling_organisatie', id)
  if (isRejection(rij)) return rij
  const telling = await lockOpen(work, rij.telling_id)
  return isRejection(telling) ? telling : { rij, telling }
}

/** A new link for who lost it; the one before no longer works. */
export async function renewLink(
  work: Work,
  input: { readonly id: Id; readonly versie: number },
): Promise<Gemaakt | Rejection> {
  const found = await lockDeelnemer(work, input.id)
  if (isRejection(found)) return found
  const token = newToken()
  const verlooptOp = addDays(found.telling.sluit_op, 1)
  const versie = await updateRij(work, 'telling_organisatie', input, {
    token_hash: hashOf(token),
    verloopt_op: verlooptOp,
    ingetrokken_op: null,
  })
  if (isRejection(versie)) return versie
  await record(
    work,
    'TellinglinkGemaakt',
    { tabel: 'telling_organisatie', id: input.id },
    { versie, wijzigingen: { link: ['de vorige', 'een nieuwe'] } },
  )
  return { id: input.id, versie, token, verlooptOp }
}

export async function revokeLink(
  work: Work,
  input: { readonly id: Id; readonly versie: number },
): Promise<Gedaan | Rejection> {
  const found = await lockDeelnemer(work, input.id)
  if (isRejection(found)) return found
  const weg = { token_hash: null, verloopt_op: null, ingetrokken_op: work.now }
  const versie = await updateRij(work, 'telling_organisatie', input, weg)
  if (isRejection(versie)) return versie
  await record(
    work,
    'TellinglinkIngetrokken',
    { tabel: 'telling_organisatie', id: input.id },
    { versie, wijzigingen: { link: ['werkte', 'ingetrokken'] } },
  )
  return { id: input.id, versie }
}

/** No answers any more: whom the region knows itself comes in, and who may be one person is looked for. */
export async function closeTelling(
  work: Work,
  input: { readonly id: Id; readonly versie: number },
): Promise<Gedaan | Rejection> {
  const telling = await lockSeen(work, input)
  if (isRejection(telling)) return telling
  if (telling.status !== 'open') return alGesloten
  if (work.today <= telling.teldag)
    return reject('telling_loopt', `De telling kan dicht na de teldag, ${formatLong(telling.teldag)}.`)
  const refused = await addEigen(work, telling)
  if (refused) return refused
  await insertParen(work, telling.id, twijfelparenVan(await listAntwoorden(work, telling.id)))
  const versie = await updateRij(work, 'telling', input, { status: 'gesloten', gesloten_op: work.today })
  if (isRejection(versie)) return versie
  await record(
    work,
    'TellingGesloten',
    { tabel: 'telling', id: input.id },
    { versie, wijzigingen: { status: ['open', 'gesloten'] } },
  )
  return { id: input.id, versie }
}

interface Eigen {
  readonly klasse: EthosKlasse
  readonly leeftijd: number | null
  readonly geslacht: string
  readonly kinderen: number
  readonly van: PlainDate | null
  readonly code: Buffer | null
  readonly code_kort: Buffer | null
}

async function addEigen(work: Work, telling: TellingRij): Promise<Rejection | undefined> {
  const { rows } = await sql<Eigen>`
    select * from onderdak.telling_eigen(${telling.teldag}::date, ${sleutelVan(work, telling)}::bytea)`.execute(
    work.db,
  )
  for (const row of rows) {
    const id = await insertAntwoord(work, {
      telling_id: telling.id,
      telling_organisatie_id: null,
      klasse: row.klasse,
      leeftijd: leeftijdVan(row.leeftijd),
      geslacht: row.geslacht,
      gezin: row.kinderen > 0 ? 'met_kinderen' : 'onbekend',
      kinderen: Math.min(row.kinderen, 20),
      herkomst: 'onbekend',
      duur: duurVan(row.van, telling.teldag),
      oorzaken: ['onbekend'],
      code: row.code,
      code_kort: row.code_kort,
      verzoek: null,
    })
    if (isRejection(id)) return id
  }
  return undefined
}

export const sleutelVan = (work: Work, telling: Pick<TellingRij, 'sleutel_versleuteld'>) =>
  Buffer.from(work.cipher.decrypt(telling.sleutel_versleuteld!), 'base64url')

const grenzen = [
  [18, '0_17'],
  [23, '18_22'],
  [27, '23_26'],
  [50, '27_49'],
  [65, '50_64'],
] as const
const leeftijdVan = (jaren: number | null) =>
  jaren === null ? 'onbekend' : (grenzen.find(([tot]) => jaren < tot)?.[1] ?? '65_plus')

const duurgrenzen = [
  [1, 'tot_1_maand'],
  [6, '1_6_maanden'],
  [12, '6_12_maanden'],
  [36, '1_3_jaar'],
] as const

/** Since somebody came in sight: of before that the register knows nothing. */
function duurVan(van: PlainDate | null, op: PlainDate): string {
  if (van === null) return 'onbekend'
  const trede = duurgrenzen.find(([maanden]) => addMonths(van, maanden) > op)
  return trede?.[1] ?? 'langer_3_jaar'
}

export async function judgePaar(
  work: Work,
  input: { readonly id: Id; readonly versie: number; readonly oordeel: Oordeel },
): Promise<Gedaan | Rejection> {
  const paar = await lockRij(work, 'telling_paar', input.id)
  if (isRejection(paar)) return paar
  const set = { oordeel: input.oordeel, beoordeeld_door: work.vrager.gebruikerId }
  const versie = await updateRij(work, 'telling_paar', input, set)
  if (isRejection(versie)) return versie
  const wijzigingen = { oordeel: [paar.oordeel, input.oordeel] }
  await record(
    work,
    'TellingpaarBeoordeeld',
    { tabel: 'telling_paar', id: input.id },
    { versie, wijzigingen },
  )
  return { id: input.id, versie }
}

/** The table stays; the answers, the links and the key go. */
export async function publishTelling(
  work: Work,
  input: { readonly id: Id; readonly versie: number },
): Promise<Gedaan | Rejection> {
  const telling = await lockSeen(work, input)
  if (isRejection(telling)) return telling
  if (telling.status !== 'gesloten')
    return reject(
      'telling_niet_gesloten',
      telling.status === 'open' ? 'Sluit de telling eerst.' : 'Deze telling is al gepubliceerd.',
    )
  const antwoorden = await listAntwoorden(work, telling.id)
  const paren = await listParen(work, telling.id)
  const organisaties = await countOrganisaties(work, telling.id)
  await insertCijfers(work, telling.id, cijfersVan(antwoorden, paren))
  const versie = await updateRij(work, 'telling', input, {
    status: 'gepubliceerd',
    gepubliceerd_op: work.today,
    sleutel_versleuteld: null,
    antwoorden: antwoorden.length,
    organisaties,
    zekere_dubbelen: antwoorden.length - mensenVan(antwoorden, [], 'verschillend').length,
  })
  if (isRejection(versie)) return versie
  await record(
    work,
    'TellingGepubliceerd',
    { tabel: 'telling', id: input.id },
    { versie, wijzigingen: { status: ['gesloten', 'gepubliceerd'] } },
  )
  return { id: input.id, versie }
}
