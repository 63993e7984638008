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
import { beantwoordOverdrachtlink, bekijkLinkstand, openOverdrachtlink } from '../domain/openbaar.ts'
import { answerLink, findLink, openLink, readLinkstand, unknownLink } from './link-commands.ts'

/** Few and small: a link is typed or clicked once, guessing is hopeless and slow. The state of the handover refuses a second answer. */
const zelden = { perTenMinutes: 30, bodyLimit: 16 * 1024, isWrite: false } as const

async function withLink<T>(
  platform: Platform,
  call: { readonly token: string; readonly gebeurtenis: string; readonly route: string },
  bezoek: Bezoek,
  run: (work: Work, linkId: Id) => Promise<T | Rejection>,
): Promise<T | Rejection> {
  const link = await findLink(platform, call.token)
  if (!link) {
    platform.log.warn(
      { verzoekId: bezoek.verzoekId, netwerkadres: bezoek.netwerkadres },
      'onbekende overdrachtlink',
    )
    return unknownLink
  }
  return actWithSecret(
    platform,
    { ...call, regioId: link.regioId, naam: 'Ontvanger buiten de regio, met link' },
    bezoek,
    (work) => run(work, link.id),
  )
}

export const overdrachtPubliek: readonly PublicRoute[] = [
  publicPost(bekijkLinkstand, {
    ...zelden,
    send: (platform, { body, ...bezoek }) =>
      withLink(
        platform,
        { token: body.token, gebeurtenis: 'overdrachtlink.stand', route: 'POST /overdrachtlinks/stand' },
        bezoek,
        readLinkstand,
      ),
  }),
  publicPost(openOverdrachtlink, {
    ...zelden,
    send: (platform, { body, ...bezoek }) =>
      withLink(
        platform,
        { token: body.token, gebeurtenis: 'overdrachtlink.geopend', route: 'POST /overdrachtlinks/opening' },
        bezoek,
        openLink,
      ),
  }),
  publicPost(beantwoordOverdrachtlink, {
    ...zelden,
    send: (platform, { body: { token, ...antwoord }, ...bezoek }) =>
      withLink(
        platform,
        { token, gebeurtenis: 'overdrachtlink.beantwoord', route: 'POST /overdrachtlinks/antwoord' },
        bezoek,
        (work, linkId) => answerLink(work, linkId, antwoord),
      ),
  }),
]
