import { hash, verify } from '@node-rs/argon2'
import { verify as verifyTotp } from 'otplib'
import type { Id } from '../../shared/id.ts'
import { dutchDateOf } from '../../shared/plain-date.ts'
import { type Rejection, reject } from '../../shared/rejection.ts'
import type { Platform } from '../platform.ts'

/** Argon2id with 19 MiB and 2 passes, the OWASP minimum; about 0.15 s on a small server. */
const argonOptions = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const totpStepSeconds = 30

/** After this many wrong attempts in a row the account is closed for a while: 5 → 1 minute, doubling to at most one hour. */
const freeAttempts = 5

export function hashPassword(password: string): Promise<string> {
  return hash(password, argonOptions)
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password)
}

/** Spent when the account does not exist, so that time does not tell whether it does. */
const dummyHash = hash('geen account', argonOptions)

const wrong = () =>
  reject(
    'aanmelden_mislukt',
    'De gebruikersnaam, het wachtwoord of de code klopt niet. Probeer het opnieuw met een nieuwe code.',
    { status: 403 },
  )

/**
 * Checks password and one-time code of a local account. One answer for every fault. Wrong attempts are counted under a row
 * lock, and a code works once (RFC 6238 §5.2).
 */
export async function checkLocalLogin(
  platform: Platform,
  input: { gebruikersnaam: string; wachtwoord: string; code: string },
): Promise<{ gebruikerId: Id } | Rejection> {
  const now = platform.clock.now()
  const account = await platform.db
    .selectFrom('gebruiker')
    .select(['id', 'wachtwoord_hash', 'totp_geheim', 'van', 'tot'])
    .where('gebruikersnaam', '=', input.gebruikersnaam.trim().toLowerCase())
    .executeTakeFirst()
  const passwordFits = await verify(account?.wachtwoord_hash ?? (await dummyHash), input.wachtwoord)
  if (!account?.wachtwoord_hash || !account.totp_geheim) return wrong()
  const today = dutchDateOf(now)
  if (account.van > today || (account.tot !== null && account.tot <= today)) return wrong()

  const code = await verifyTotp({
    secret: platform.cipher.decrypt(account.totp_geheim),
    token: input.code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: totpStepSeconds,
  })
  const step = Math.floor(now.getTime() / 1000 / totpStepSeconds) + (code.valid ? code.delta : 0)

  return platform.db.transaction().execute(async (db) => {
    const state = await db
      .selectFrom('gebruiker')
      .select(['mislukte_pogingen', 'geblokkeerd_tot', 'totp_laatste_stap'])
      .where('id', '=', account.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (state.geblokkeerd_tot && state.geblokkeerd_tot > now) {
      const minutes = Math.ceil((state.geblokkeerd_tot.getTime() - now.getTime()) / 60_000)
      return reject(
        'account_geblokkeerd',
        `Er is te vaak een verkeerd wachtwoord of een verkeerde code gebruikt. Probeer het over ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'} opnieuw.`,
        { status: 403 },
      )
    }
    if (passwordFits && code.valid && step > (state.totp_laatste_stap ?? -1)) {
      await db
        .updateTable('gebruiker')
        .set({ mislukte_pogingen: 0, geblokkeerd_tot: null, totp_laatste_stap: step })
        .where('id', '=', account.id)
        .execute()
      return { gebruikerId: account.id }
    }
    const failures = state.mislukte_pogingen + 1
    const blockMinutes = failures < freeAttempts ? 0 : Math.min(60, 2 ** (failures - freeAttempts))
    await db
      .updateTable('gebruiker')
      .set({
        mislukte_pogingen: failures,
        geblokkeerd_tot: blockMinutes === 0 ? null : new Date(now.getTime() + blockMinutes * 60_000),
      })
      .where('id', '=', account.id)
      .execute()
    return wrong()
  })
}
