import type { FastifyInstance } from 'fastify'
import type { Id } from '../../shared/id.ts'
import { isRejection } from '../../shared/rejection.ts'
import type { Platform } from '../platform.ts'
import { faultsOf, Problem, problem, problemOfRejection, sendProblem } from './problem.ts'
import type { PublicRoute } from './public-route.ts'

/** No session and no cookie: what everyone may know, or one row that a secret names. Limited per network address. */
export function registerPublicRoute(app: FastifyInstance, platform: Platform, route: PublicRoute): void {
  const { endpoint } = route
  const hasBody = endpoint.body.def.type !== 'undefined'
  app.route({
    method: endpoint.method,
    url: `/api/v1${endpoint.path}`,
    config: { rateLimit: { max: route.perMinute, timeWindow: 60_000 } },
    schema: {
      operationId: endpoint.name,
      summary: endpoint.summary,
      tags: ['openbaar'],
      security: [],
      params: endpoint.params,
      querystring: endpoint.query,
      ...(hasBody && { body: endpoint.body }),
      response: {
        [endpoint.status]: endpoint.response,
        default: { description: 'Fout', content: { 'application/problem+json': { schema: Problem } } },
      },
    },
    handler: async (request, reply) => {
      const params = endpoint.params.safeParse(request.params)
      const query = endpoint.query.safeParse(request.query)
      const body = endpoint.body.safeParse(request.body ?? undefined)
      if (!params.success || !query.success || !body.success) {
        const text = hasBody ? 'Niet alles is goed ingevuld.' : 'Dit adres klopt niet.'
        const fouten = [params, query, body].flatMap((part) => (part.success ? [] : faultsOf(part.error)))
        return sendProblem(reply, problem(400, 'invoer_onjuist', text, { fouten }))
      }
      const bezoek = { verzoekId: request.id as Id, netwerkadres: request.netwerkadres }
      const answer = await route.handle(
        platform,
        { params: params.data, query: query.data, body: body.data },
        bezoek,
      )
      if (isRejection(answer)) return sendProblem(reply, problemOfRejection(answer))
      if (route.maxAge > 0) reply.header('Cache-Control', `public, max-age=${route.maxAge}`)
      return reply.code(endpoint.status).send(answer)
    },
  })
}
