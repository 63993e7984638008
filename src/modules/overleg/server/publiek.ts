import { type PublicRoute, publicRoute } from '../../../platform/http/public-route.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { listRegioaanspreekpunten } from '../domain/aanspreekpunt-contract.ts'
import { KALENDER_MIME } from '../domain/ical.ts'
import { giveKalender, KALENDERPAD } from './kalender.ts'
import { listAanspreekpunten } from './nvo-queries.ts'

export const overlegPubliek: readonly PublicRoute[] = [
  publicRoute(listRegioaanspreekpunten, {
    perMinute: 120,
    maxAge: 300,
    handle: (platform) => listAanspreekpunten(platform),
  }),
  {
    path: KALENDERPAD,
    // A calendar asks a few times a day; an office may share one network address.
    perMinute: 30,
    maxAge: 0,
    isSecret: true,
    give: async (platform, { params, publicUrl }) => {
      const text = await giveKalender(platform, params.bestand ?? '', publicUrl)
      return isRejection(text) ? text : { type: KALENDER_MIME, body: text }
    },
  },
]
