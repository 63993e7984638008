import {
  actWithSecret,
  type Bezoek,
  type PublicRoute,
  publicPost,
} from '../../../platform/http/public-route.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { Rejection } from '../../../shared/rejection.ts'
import {
  bekijkTellinglink,
  bewaarTellingantwoord,
  meldTellingKlaar,
  wisTellingantwoord,
} from '../domain/openbaar.ts'
import { findLink, markKlaar, readStand, removeAntwoord, saveAntwoord, unknownLink } from './link-commands.ts'

/** An organisation may know a hundred people, and its colleagues count from one address. */
const tellen = { perTenMinutes: 300, bodyLimit: 8 * 1024 } as const

async function withLink<T>(
  platform: Platform,
  call: { readonly token: string; readonly gebeurtenis: string; readonly route: string },
  bezoek: Bezoek,
  run: (work: Work, organisatieId: Id) => Promise<T | Rejection>,
): Promise<T | Rejection> {
  const link = await findLink(platform, call.token)
  if (!link) {
    platform.log.warn(
      { verzoekId: bezoek.verzoekId, netwerkadres: bezoek.netwerkadres },
      'onbekende tellinglink',
    )
    return unknownLink
  }
  return actWithSecret(
    platform,
    { ...call, regioId: link.regioId, naam: 'Telorganisatie met link' },
    bezoek,
    (work) => run(work, link.id),
  )
}

export const tellingPubliek: readonly PublicRoute[] = [
  publicPost(bekijkTellinglink, {
    ...tellen,
    isWrite: false,
    send: (platform, { body, ...bezoek }) =>
      withLink(
        platform,
        { token: body.token, gebeurtenis: 'tellinglink.stand', route: 'POST /tellinglinks/stand' },
        bezoek,
        readStand,
      ),
  }),
  publicPost(bewaarTellingantwoord, {
    ...tellen,
    isWrite: true,
    send: (platform, { body, sleutel, ...bezoek }) =>
      withLink(
        platform,
        { token: body.token, gebeurtenis: 'tellinglink.antwoord', route: 'POST /tellinglinks/antwoorden' },
        bezoek,
        (work, id) => saveAntwoord(work, id, body, platform.cipher.sign('telling', sleutel)),
      ),
  }),
  publicPost(wisTellingantwoord, {
    ...tellen,
    isWrite: false,
    send: (platform, { body, ...bezoek }) =>
      withLink(
        platform,
        {
          token: body.token,
          gebeurtenis: 'tellinglink.gewist',
          route: 'POST /tellinglinks/antwoorden/wissen',
        },
        bezoek,
        (work, id) => removeAntwoord(work, id, body.id),
      ),
  }),
  publicPost(meldTellingKlaar, {
    ...tellen,
    isWrite: false,
    send: (platform, { body, ...bezoek }) =>
      withLink(
        platform,
        { token: body.token, gebeurtenis: 'tellinglink.klaar', route: 'POST /tellinglinks/klaar' },
        bezoek,
        markKlaar,
      ),
  }),
]
