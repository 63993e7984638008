import type { FastifyInstance } from 'fastify'
import { isRejection } from '../../shared/rejection.ts'
import type { Platform } from '../platform.ts'
import { problemOfRejection, sendProblem } from './problem.ts'
import type { PublicFile } from './public-route.ts'

/** A file, not an answer of the API. Any other site may read it: that is what it is for, unless its address is a secret. */
export function registerPublicFile(
  app: FastifyInstance,
  platform: Platform,
  route: PublicFile,
  publicUrl: string,
): void {
  app.get(
    route.path,
    { config: { rateLimit: { max: route.perMinute, timeWindow: 60_000 } }, schema: { hide: true } },
    async (request, reply) => {
      const file = await route.give(platform, {
        params: request.params as Readonly<Record<string, string>>,
        publicUrl,
      })
      if (isRejection(file)) return sendProblem(reply, problemOfRejection(file))
      if (route.isSecret)
        reply.header('Cache-Control', 'private, no-store').header('Referrer-Policy', 'no-referrer')
      else
        reply
          .header('Cache-Control', `public, max-age=${route.maxAge}`)
          .header('Access-Control-Allow-Origin', '*')
      return reply.type(file.type).send(file.body)
    },
  )
}
