import * as client from 'openid-client'
import type { Id } from '../../shared/id.ts'
import { dutchDateOf } from '../../shared/plain-date.ts'
import { type Rejection, reject } from '../../shared/rejection.ts'
import type { Platform } from '../platform.ts'

export interface OidcOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Public address of Onderdak, e.g. `https://onderdak.example`; the callback is below it. */
  readonly publicUrl: string
  /** Name on the button, e.g. "Gemeente Vlaardingen". */
  readonly naam: string
  /** Plain http to the provider; only for tests on this machine. */
  readonly insecure?: boolean
}

export interface OidcLogin {
  readonly naam: string
  /** Address to send the browser to, and what to keep (encrypted, in a cookie) until it returns. */
  start(terug: string): Promise<{ url: string; bewaar: string }>
  /** Checks the answer (code, PKCE, state, nonce) and finds the account; never makes one. */
  finish(currentUrl: URL, bewaard: string): Promise<{ gebruikerId: Id; terug: string } | Rejection>
}

const unknownAccount = () =>
  reject(
    'account_onbekend',
    'U bent bekend bij uw organisatie, maar hebt nog geen account in Onderdak. Vraag uw beheerder om u toe te voegen.',
    { status: 403 },
  )
const failed = () =>
  reject('aanmelden_mislukt', 'Inloggen via uw organisatie is niet gelukt. Begin opnieuw.', { status: 403 })

/** Authorization code flow with PKCE for every client (OpenID.NLGov 1.0.1; privacy-security.md §9). */
export function createOidcLogin(platform: Platform, options: OidcOptions): OidcLogin {
  const callback = new URL('/api/v1/oidc/terug', options.publicUrl).href
  let discovered: Promise<client.Configuration> | undefined
  const configuration = () => {
    discovered ??= client
      .discovery(
        new URL(options.issuer),
        options.clientId,
        options.clientSecret,
        undefined,
        options.insecure ? { execute: [client.allowInsecureRequests] } : undefined,
      )
      .catch((error: unknown) => {
        discovered = undefined
        throw error
      })
    return discovered
  }

  return {
    naam: options.naam,
    async start(terug) {
      const config = await configuration()
      const verifier = client.randomPKCECodeVerifier()
      const state = client.randomState()
      const nonce = client.randomNonce()
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: 'openid email profile',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return {
        url: url.href,
        bewaar: platform.cipher.encrypt(JSON.stringify({ verifier, state, nonce, terug })),
      }
    },
    async finish(currentUrl, bewaard) {
      let kept: { verifier: string; state: string; nonce: string; terug: string }
      let claims: client.IDToken | undefined
      try {
        kept = JSON.parse(platform.cipher.decrypt(bewaard))
        const answer = await client.authorizationCodeGrant(await configuration(), currentUrl, {
          pkceCodeVerifier: kept.verifier,
          expectedState: kept.state,
          expectedNonce: kept.nonce,
        })
        claims = answer.claims()
      } catch (error) {
        platform.log.warn({ reden: (error as Error).name }, 'oidc aanmelding mislukt')
        return failed()
      }
      if (!claims) return failed()
      const gebruikerId = await findAccount(platform, claims)
      return gebruikerId ? { gebruikerId, terug: kept.terug } : unknownAccount()
    },
  }
}

/** By issuer and subject; the first time by verified e-mail on an account made for this, which is then bound. */
async function findAccount(platform: Platform, claims: client.IDToken): Promise<Id | undefined> {
  const subject = `${claims.iss}|${claims.sub}`
  const today = dutchDateOf(platform.clock.now())
  const active = platform.db
    .selectFrom('gebruiker')
    .select('id')
    .where('van', '<=', today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', today)]))
  const bound = await active.where('oidc_onderwerp', '=', subject).executeTakeFirst()
  if (bound) return bound.id
  if (claims.email_verified !== true || typeof claims.email !== 'string') return undefined
  const first = await platform.db
    .updateTable('gebruiker')
    .set({ oidc_onderwerp: subject })
    .where('gebruikersnaam', '=', claims.email.toLowerCase())
    .where('wachtwoord_hash', 'is', null)
    .where('oidc_onderwerp', 'is', null)
    .where('van', '<=', today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', today)]))
    .returning('id')
    .executeTakeFirst()
  return first?.id
}
