import type { FastifyInstance } from 'fastify'
import { isRejection } from '../../shared/rejection.ts'
import type { Platform } from '../platform.ts'
import { faultsOf, Problem, problem, problemOfRejection, sendProblem } from './problem.ts'
import type { PublicQuestion, PublicRoute } from './public-route.ts'
import { registerPublicClick } from './register-public-click.ts'
import { registerPublicFile } from './register-public-file.ts'
import { registerPublicPost } from './register-public-post.ts'

/** No session, no cookie, nothing in the audit book: only what everyone may know. Limited per network address. */
export function registerPublicRoute(
  app: FastifyInstance,
  platform: Platform,
  route: PublicRoute,
  publicUrl: string,
): void {
  if ('give' in route) registerPublicFile(app, platform, route, publicUrl)
  else if ('press' in route) registerPublicClick(app, platform, route)
  else if ('send' in route) registerPublicPost(app, platform, route)
  else registerPublicQuestion(app, platform, route)
}

function registerPublicQuestion(app: FastifyInstance, platform: Platform, route: PublicQuestion): void {
  const { endpoint } = route
  app.get(
    `/api/v1${endpoint.path}`,
    {
      config: { rateLimit: { max: route.perMinute, timeWindow: 60_000 } },
      schema: {
        operationId: endpoint.name,
        summary: endpoint.summary,
        tags: ['openbaar'],
        security: [],
        params: endpoint.params,
        querystring: endpoint.query,
        response: {
          [endpoint.status]: endpoint.response,
          default: { description: 'Fout', content: { 'application/problem+json': { schema: Problem } } },
        },
      },
    },
    async (request, reply) => {
      const params = endpoint.params.safeParse(request.params)
      const query = endpoint.query.safeParse(request.query)
      if (!params.success || !query.success)
        return sendProblem(
          reply,
          problem(400, 'invoer_onjuist', 'Dit adres klopt niet.', {
            fouten: [params, query].flatMap((part) => (part.success ? [] : faultsOf(part.error))),
          }),
        )
      const answer = await route.handle(platform, { params: params.data, query: query.data })
      if (isRejection(answer)) return sendProblem(reply, problemOfRejection(answer))
      if (route.anySite) reply.header('Access-Control-Allow-Origin', '*')
      return reply.header('Cache-Control', `public, max-age=${route.maxAge}`).send(answer)
    },
  )
}
