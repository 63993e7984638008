import { bezoeker, type PublicRoute, publicPost, publicRoute } from '../../../platform/http/public-route.ts'
import type { Platform } from '../../../platform/platform.ts'
import { transact } from '../../../platform/transaction.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import * as contract from '../domain/nieuwsbrief-contract.ts'
import { readCode } from './abonnee-codes.ts'
import { askAanmelding, confirmAanmelding, endAanmelding, linkWerktNiet } from './nieuwsbrief-commands.ts'
import { findRegioByCode, listOpenRegios, readOpenNieuwsbrief } from './nieuwsbrief-queries.ts'

// What anyone may do with the nieuwsbrief without an account. Who does it is written nowhere.

const klein = { bodyLimit: 2 * 1024 } as const

async function asVisitor<T>(
  platform: Platform,
  { regioId, sleutel }: { readonly regioId: Id; readonly sleutel: string },
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const { result } = await transact(platform, bezoeker(regioId), { doel: 'openbaar', sleutel }, run)
  return result
}

/** Does what a code from a mail allows, in the region that it names. */
async function withCode<T>(
  platform: Platform,
  input: { readonly code: string; readonly doel: 'bevestigen' | 'afmelden'; readonly verzoekId: Id },
  run: (work: Work, id: Id) => Promise<T | Rejection>,
): Promise<T | Rejection> {
  const sleutel = readCode(platform.cipher, input.doel, input.code)
  if (!sleutel) return linkWerktNiet
  return asVisitor(platform, { regioId: sleutel.regioId, sleutel: `openbaar-${input.verzoekId}` }, (work) =>
    run(work, sleutel.id),
  )
}

export const rapportagePubliek: readonly PublicRoute[] = [
  publicRoute(contract.listOpenNieuwsbrieven, {
    perMinute: 60,
    // What was just sent shows at once.
    maxAge: 0,
    handle: (platform) => listOpenRegios(platform),
  }),
  publicRoute(contract.getOpenNieuwsbrief, {
    perMinute: 120,
    maxAge: 60,
    handle: (platform, { params }) => readOpenNieuwsbrief(platform, params),
  }),
  publicPost(contract.postAanmelding, {
    ...klein,
    perTenMinutes: 10,
    isWrite: true,
    send: async (platform, { body, sleutel }) => {
      if (!platform.mail)
        return reject('mail_niet_ingesteld', 'Aanmelden kan nu niet. U kunt de nieuwsbrieven hier wel lezen.')
      const regio = await findRegioByCode(platform, body.regio)
      if (!regio)
        return reject('regio_onbekend', 'Kies een regio uit de lijst.', { status: 422, field: 'regio' })
      const veilig = `openbaar-${platform.cipher.sign('nieuwsbrief aanmelden', sleutel)}`
      return asVisitor(platform, { regioId: regio.id, sleutel: veilig }, (work) =>
        askAanmelding(work, body.email),
      )
    },
  }),
  publicPost(contract.postBevestiging, {
    ...klein,
    perTenMinutes: 30,
    isWrite: false,
    send: (platform, { body, verzoekId }) =>
      withCode(platform, { code: body.code, doel: 'bevestigen', verzoekId }, confirmAanmelding),
  }),
  publicPost(contract.postAfmelding, {
    ...klein,
    perTenMinutes: 30,
    isWrite: false,
    send: (platform, { body, verzoekId }) =>
      withCode(platform, { code: body.code, doel: 'afmelden', verzoekId }, endAanmelding),
  }),
  {
    path: contract.EEN_KLIK,
    // A mail provider posts for many people from one address.
    perTenMinutes: 600,
    press: (platform, { code, verzoekId }) =>
      withCode(platform, { code, doel: 'afmelden', verzoekId }, endAanmelding),
  },
]
