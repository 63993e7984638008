import { randomInt } from 'node:crypto'
import { generateSecret, generateURI } from 'otplib'
import QRCode from 'qrcode'
import type { z } from 'zod'
import { hashPassword, verifyPassword } from '../../../platform/auth/local-login.ts'
import { changesOf, conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type {
  changeGebruikerEndpoint,
  Inloggegevens,
  registerGebruikerEndpoint,
} from '../domain/gebruiker-contract.ts'
import { keepBeheerder } from './beheerders.ts'
import { registerGebruiker } from './commands.ts'
import { endFault } from './organisatie-commands.ts'

/** Letters and digits that nobody mixes up when reading aloud or typing over. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twenty signs in groups of five: about 98 bits, so it cannot be guessed before it is changed. */
export function makeWachtwoord(): string {
  const group = () => Array.from({ length: 5 }, () => readable[randomInt(readable.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

export async function inloggegevensOf(
  wachtwoord: string,
  totpGeheim: string,
  gebruikersnaam: string,
): Promise<z.output<typeof Inloggegevens>> {
  const otpauth = generateURI({ issuer: 'Onderdak', label: gebruikersnaam, secret: totpGeheim })
  const svg = await QRCode.toString(otpauth, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
  const qr = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  return { wachtwoord, totpGeheim, otpauth, qr }
}

/** Registers a user and makes what the beheerder hands over: shown once, kept only as hash and encrypted. */
export async function registerGebruikerMetInlog(
  work: Work,
  input: z.output<typeof registerGebruikerEndpoint.body>,
): Promise<z.output<typeof registerGebruikerEndpoint.response> | Rejection> {
  const { inlog, ...fields } = input
  if (fields.van < work.today)
    return reject('in_het_verleden', 'Kies vandaag of een latere dag.', { field: 'van', status: 422 })
  const wachtwoord = inlog === 'wachtwoord' ? makeWachtwoord() : undefined
  const made = await registerGebruiker(work, { ...fields, ...(wachtwoord !== undefined && { wachtwoord }) })
  if (isRejection(made)) return made
  const inloggegevens =
    wachtwoord !== undefined && made.totpGeheim !== undefined
      ? await inloggegevensOf(wachtwoord, made.totpGeheim, fields.gebruikersnaam.trim().toLowerCase())
      : null
  return { id: made.id, inloggegevens }
}

async function lockGebruiker(work: Work, id: Id) {
  return work.db
    .selectFrom('gebruiker')
    .select(['gebruikersnaam', 'naam', 'email', 'van', 'tot', 'versie', 'wachtwoord_hash'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function changeGebruiker(
  work: Work,
  id: Id,
  input: z.output<typeof changeGebruikerEndpoint.body>,
): Promise<{ versie: number } | Rejection> {
  const { versie, ...fields } = input
  const before = await lockGebruiker(work, id)
  if (!before) return notFound('Deze medewerker')
  if (before.versie !== versie) return conflict(work, 'gebruiker', id, versie)
  await work.db
    .updateTable('gebruiker')
    .set({ ...fields, versie: versie + 1 })
    .where('id', '=', id)
    .execute()
  await work.record({
    soort: 'GebruikerGewijzigd',
    onderwerpSoort: 'gebruiker',
    onderwerpId: id,
    op: work.today,
    gegevens: { versie: versie + 1, wijzigingen: changesOf(before, fields) },
  })
  return { versie: versie + 1 }
}

/** No access from `tot`. When that is today, every session ends now (felt within the 5 seconds that a session is trusted). */
export function endGebruiker(
  work: Work,
  id: Id,
  input: { tot: PlainDate; versie: number },
): Promise<{ versie: number } | Rejection> {
  return keepBeheerder(work, async () => {
    const before = await lockGebruiker(work, id)
    if (!before) return notFound('Deze medewerker')
    if (before.versie !== input.versie) return conflict(work, 'gebruiker', id, input.versie)
    const refused = endFault(work, before, input.tot)
    if (refused) return refused
    const versie = input.versie + 1
    await work.db.updateTable('gebruiker').set({ tot: input.tot, versie }).where('id', '=', id).execute()
    if (input.tot <= work.today) await endSessies(work, id)
    await work.record({
      soort: 'GebruikerBeeindigd',
      onderwerpSoort: 'gebruiker',
      onderwerpId: id,
      op: input.tot,
      gegevens: { versie, wijzigingen: { tot: [before.tot, input.tot] } },
    })
    return { versie }
  })
}

/** A new password and a new secret for the code app; the old ones and all sessions end at once. */
export async function resetInlog(work: Work, id: Id): Promise<z.output<typeof Inloggegevens> | Rejection> {
  const before = await lockGebruiker(work, id)
  if (!before) return notFound('Deze medewerker')
  const wachtwoord = makeWachtwoord()
  const totpGeheim = generateSecret()
  await work.db
    .updateTable('gebruiker')
    .set({
      wachtwoord_hash: await hashPassword(wachtwoord),
      totp_geheim: work.cipher.encrypt(totpGeheim),
      totp_laatste_stap: null,
      mislukte_pogingen: 0,
      geblokkeerd_tot: null,
      versie: before.versie + 1,
    })
    .where('id', '=', id)
    .execute()
  const ingetrokken = await endSessies(work, id)
  await work.record({
    soort: 'InlogVernieuwd',
    onderwerpSoort: 'gebruiker',
    onderwerpId: id,
    op: work.today,
    gegevens: { versie: before.versie + 1, ingetrokken },
  })
  return inloggegevensOf(wachtwoord, totpGeheim, before.gebruikersnaam)
}

export async function revokeSessies(work: Work, id: Id): Promise<{ ingetrokken: number } | Rejection> {
  const before = await lockGebruiker(work, id)
  if (!before) return notFound('Deze medewerker')
  const ingetrokken = await endSessies(work, id)
  await work.record({
    soort: 'SessiesIngetrokken',
    onderwerpSoort: 'gebruiker',
    onderwerpId: id,
    op: work.today,
    gegevens: { ingetrokken },
  })
  return { ingetrokken }
}

/** The own password: the old one must fit, and whoever is signed in elsewhere under this name is out. */
export async function changeWachtwoord(
  work: Work,
  input: { huidig: string; nieuw: string },
): Promise<{ ingetrokken: number } | Rejection> {
  const id = work.vrager.gebruikerId
  const before = id === null ? undefined : await lockGebruiker(work, id)
  if (!before || id === null) return notFound('Uw account')
  if (before.wachtwoord_hash === null)
    return reject('inlog_via_organisatie', 'U logt in via uw eigen organisatie. Wijzig uw wachtwoord daar.')
  if (!(await verifyPassword(before.wachtwoord_hash, input.huidig)))
    return reject('wachtwoord_onjuist', 'Uw huidige wachtwoord klopt niet. Probeer het opnieuw.', {
      field: 'huidig',
      status: 403,
    })
  if (input.nieuw === input.huidig)
    return reject('wachtwoord_gelijk', 'Kies een ander wachtwoord dan uw huidige.', {
      field: 'nieuw',
      status: 422,
    })
  await work.db
    .updateTable('gebruiker')
    .set({ wachtwoord_hash: await hashPassword(input.nieuw), versie: before.versie + 1 })
    .where('id', '=', id)
    .execute()
  const ingetrokken = await endSessies(work, id, work.vrager.sessieHash)
  await work.record({
    soort: 'WachtwoordGewijzigd',
    onderwerpSoort: 'gebruiker',
    onderwerpId: id,
    op: work.today,
    gegevens: { versie: before.versie + 1, ingetrokken },
  })
  return { ingetrokken }
}

/** Signs the own user out on another device. */
export async function revokeEigen(work: Work, sessie: string): Promise<Record<string, never> | Rejection> {
  const id = work.vrager.gebruikerId
  if (id === null) return notFound('Deze sessie')
  const ended = await work.db
    .updateTable('sessie')
    .set({ ingetrokken_op: work.now })
    .where('token_hash', '=', Buffer.from(sessie, 'hex'))
    .where('gebruiker_id', '=', id)
    .where('ingetrokken_op', 'is', null)
    .returning('rol_code')
    .executeTakeFirst()
  if (!ended) return notFound('Deze sessie')
  await work.record({
    soort: 'SessiesIngetrokken',
    onderwerpSoort: 'gebruiker',
    onderwerpId: id,
    op: work.today,
  })
  return {}
}

async function endSessies(work: Work, gebruikerId: Id, except?: Buffer): Promise<number> {
  const rows = await work.db
    .updateTable('sessie')
    .set({ ingetrokken_op: work.now })
    .where('gebruiker_id', '=', gebruikerId)
    .where('ingetrokken_op', 'is', null)
    .$if(except !== undefined, (query) => query.where('token_hash', '!=', except!))
    .returning('rol_code')
    .execute()
  return rows.length
}
