import {
  actWithSecret,
  type Bezoek,
  type PublicRoute,
  publicRoute,
} from '../../../platform/http/public-route.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { Rejection } from '../../../shared/rejection.ts'
import { beantwoordOverdrachtlink, bekijkLinkstand, openOverdrachtlink } from '../domain/openbaar.ts'
import { answerLink, findLink, openLink, readLinkstand, unknownLink } from './link-commands.ts'

/** Few per minute and never kept: a link is typed or clicked once, guessing is hopeless and slow. */
const zelden = { perMinute: 10, maxAge: 0 } as const

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
  publicRoute(bekijkLinkstand, {
    ...zelden,
    handle: (platform, { body }, bezoek) =>
      withLink(
        platform,
        { token: body.token, gebeurtenis: 'overdrachtlink.stand', route: 'POST /overdrachtlinks/stand' },
        bezoek,
        readLinkstand,
      ),
  }),
  publicRoute(openOverdrachtlink, {
    ...zelden,
    handle: (platform, { body }, bezoek) =>
      withLink(
        platform,
        { token: body.token, gebeurtenis: 'overdrachtlink.geopend', route: 'POST /overdrachtlinks/opening' },
        bezoek,
        openLink,
      ),
  }),
  publicRoute(beantwoordOverdrachtlink, {
    ...zelden,
    handle: (platform, { body: { token, ...antwoord } }, bezoek) =>
      withLink(
        platform,
        { token, gebeurtenis: 'overdrachtlink.beantwoord', route: 'POST /overdrachtlinks/antwoord' },
        bezoek,
        (work, linkId) => answerLink(work, linkId, antwoord),
      ),
  }),
]
