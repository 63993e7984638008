import type { FastifyInstance } from 'fastify'
import type { Id } from '../../shared/id.ts'
import { isRejection } from '../../shared/rejection.ts'
import type { Platform } from '../platform.ts'
import { problemOfRejection, sendProblem } from './problem.ts'
import type { PublicClick } from './public-route.ts'

const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)/

/**
 * One click in a mail program (RFC 8058): it posts a form of one fixed line, without cookies and without a page of ours. The code in the
 * address says who and what; the form only that it is no reader of links.
 */
export function registerPublicClick(app: FastifyInstance, platform: Platform, route: PublicClick): void {
  void app.register(async (scope) => {
    scope.addContentTypeParser(isForm, { parseAs: 'string', bodyLimit: 2048 }, (_request, body, done) =>
      done(null, body),
    )
    scope.post(
      route.path,
      {
        config: { rateLimit: { max: route.perTenMinutes, timeWindow: 600_000 } },
        bodyLimit: 2048,
        schema: { hide: true },
      },
      async (request, reply) => {
        const { code } = request.query as { code?: unknown }
        const result = await route.press(platform, {
          code: typeof code === 'string' ? code.slice(0, 300) : '',
          verzoekId: request.id as Id,
        })
        if (isRejection(result)) return sendProblem(reply, problemOfRejection(result))
        return reply.code(200).type('text/plain; charset=utf-8').send('Afgemeld.')
      },
    )
  })
}
