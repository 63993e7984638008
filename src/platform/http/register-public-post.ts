import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Id } from '../../shared/id.ts'
import { isRejection } from '../../shared/rejection.ts'
import type { Platform } from '../platform.ts'
import { faultsOf, Problem, problem, problemOfRejection, sendProblem } from './problem.ts'
import type { PublicPost } from './public-route.ts'

/** Small, seldom, from our own pages, as JSON, and once however often it comes. */
export function registerPublicPost(app: FastifyInstance, platform: Platform, route: PublicPost): void {
  const { endpoint } = route
  app.post(
    `/api/v1${endpoint.path}`,
    {
      config: { rateLimit: { max: route.perTenMinutes, timeWindow: 600_000 } },
      bodyLimit: route.bodyLimit,
      schema: {
        operationId: endpoint.name,
        summary: endpoint.summary,
        tags: ['openbaar'],
        security: [],
        body: endpoint.body,
        response: {
          [endpoint.status]: endpoint.response,
          default: { description: 'Fout', content: { 'application/problem+json': { schema: Problem } } },
        },
      },
    },
    (request, reply) => answer(platform, route, request, reply),
  )
}

async function answer(
  platform: Platform,
  route: PublicPost,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return sendProblem(reply, problem(403, 'andere_site', 'Stuur dit vanaf de pagina van Onderdak zelf.'))
  const sleutel = request.headers['idempotency-key']
  const isKey = typeof sleutel === 'string' && /^[\w-]{16,100}$/.test(sleutel)
  if (route.isWrite && !isKey) {
    const text = 'Stuur een header Idempotency-Key mee van 16 tot 100 tekens.'
    return sendProblem(reply, problem(400, 'sleutel_ontbreekt', text))
  }
  const body = route.endpoint.body.safeParse(request.body ?? undefined)
  if (!body.success) {
    const fouten = faultsOf(body.error)
    const text = fouten.length === 1 ? fouten[0]!.melding : `Er zijn ${fouten.length} fouten in de invoer.`
    return sendProblem(reply, problem(400, 'invoer_onjuist', text, { fouten }))
  }
  const result = await route.send(platform, {
    body: body.data,
    sleutel: isKey ? sleutel : '',
    verzoekId: request.id as Id,
    netwerkadres: request.netwerkadres,
  })
  if (isRejection(result)) return sendProblem(reply, problemOfRejection(result))
  return reply.code(route.endpoint.status).send(route.endpoint.response.parse(result))
}
