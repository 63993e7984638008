import fastifyCookie from '@fastify/cookie'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastifySwagger from '@fastify/swagger'
import fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { createAuditWriter } from '../audit/audit.ts'
import { registerAuth } from '../auth/auth-plugin.ts'
import { registerDemoLogins } from '../auth/demo-logins.ts'
import type { OidcLogin } from '../auth/oidc.ts'
import { createSessionStore, type SessionStore } from '../auth/sessions.ts'
import type { Platform } from '../platform.ts'
import { documentationCss, renderDocumentation } from './documentation.ts'
import { createExecutor } from './execute.ts'
import { Problem, problem, problemOfDatabase, sendProblem } from './problem.ts'
import type { PublicRoute } from './public-route.ts'
import { registerPublicRoute } from './register-public-route.ts'
import type { Route } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { findUnstorable } from './storable.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Where the request came from, for the audit book; `onbekend` when the connection was gone at once. */
    netwerkadres: string
  }
}

export const apiVersion = '1.0.0'

export interface ServerOptions {
  readonly platform: Platform
  readonly routes: readonly Route[]
  /** What needs no account. */
  readonly publicRoutes?: readonly PublicRoute[]
  readonly isDemo: boolean
  /** Public address; decides Secure cookies and HSTS. */
  readonly publicUrl: string
  readonly oidc?: OidcLogin | undefined
  /** Folder of the built screens; left out in API tests. */
  readonly webRoot?: string | undefined
}

export interface Server {
  readonly app: FastifyInstance
  readonly sessions: SessionStore
}

/** Builds the HTTP server; it listens when the caller says so. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { platform } = options
  const secure = options.publicUrl.startsWith('https:')
  const headers = securityHeaders(secure)
  const apiHeaders = { ...headers, 'API-Version': apiVersion, 'Cache-Control': 'no-store' }
  const app = fastify({
    genReqId: () => platform.newId(),
    logger: false,
    bodyLimit: 256 * 1024,
    requestTimeout: 30_000,
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
    trustProxy: 'loopback',
    frameworkErrors: (_error, request, reply) => {
      // Errors of the router itself skip every hook, so the headers of the API are set here.
      reply.headers(apiHeaders)
      sendProblem(reply, problem(400, 'adres_onleesbaar', 'Dit adres is te lang of niet te lezen.'))
      platform.log.debug({ verzoekId: request.id }, 'adres geweigerd')
    },
  })
  app.setValidatorCompiler(() => () => true) // execute() checks params, query and body together, to report every fault at once
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))

  await app.register(fastifyCookie)
  await app.register(fastifyRateLimit, { global: false })
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Onderdak',
        version: apiVersion,
        description:
          'Keteninformatie voor beschermd wonen, maatschappelijke opvang en vrouwenopvang. Alle paden volgen de NLGov REST API Design Rules.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: `${options.publicUrl}/api/v1` }],
    },
    transform: (input) => {
      const made = jsonSchemaTransform(input as Parameters<typeof jsonSchemaTransform>[0])
      return { schema: made.schema, url: made.url.replace(/^\/api\/v1/, '') || '/' }
    },
    transformObject: jsonSchemaTransformObject,
  })

  app.decorateRequest('netwerkadres', '')
  app.addHook('onRequest', (request, reply, done) => {
    // Now, because a socket that the asker has closed no longer knows its address, and a look is logged all the same.
    request.netwerkadres = (request.ip as string | undefined) ?? 'onbekend'
    reply.headers(request.url.startsWith('/api/') ? apiHeaders : headers)
    done()
  })
  app.addHook('preValidation', (request, reply, done) => {
    const veld =
      findUnstorable(request.params) ?? findUnstorable(request.query) ?? findUnstorable(request.body)
    if (veld === undefined) return done()
    const melding = 'Hier staat een teken in dat niet te bewaren is. Typ de tekst opnieuw.'
    sendProblem(
      reply,
      problem(400, 'invoer_onjuist', melding, { fouten: [{ veld: veld || '(invoer)', melding }] }),
    )
  })
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status === 429)
      return sendProblem(
        reply,
        problem(429, 'te_veel_verzoeken', 'Wacht een paar minuten en probeer het dan opnieuw.'),
      )
    if (status === 413)
      return sendProblem(
        reply,
        problem(413, 'te_groot', 'De inhoud is te groot. Stuur een kleiner bestand of minder tekst.'),
      )
    if (status >= 400 && status < 500)
      return sendProblem(
        reply,
        problem(
          400,
          'verzoek_onleesbaar',
          'Het verzoek is niet te lezen. Stuur geldige JSON met Content-Type application/json.',
        ),
      )
    const refused = problemOfDatabase(error)
    if (refused) {
      platform.log.warn(
        {
          verzoekId: request.id,
          route: request.routeOptions.url,
          code: error.code,
          constraint: (error as { constraint?: string }).constraint,
        },
        'database weigerde de invoer',
      )
      return sendProblem(reply, refused)
    }
    platform.log.error(
      {
        err: { name: error.name, message: error.message, stack: error.stack, code: error.code },
        verzoekId: request.id,
        route: request.routeOptions.url,
      },
      'fout in verzoek',
    )
    return sendProblem(
      reply,
      problem(
        500,
        'interne_fout',
        `Er ging iets mis. Er is niets half opgeslagen. Noem bij een vraag dit kenmerk: ${request.id}.`,
      ),
    )
  })
  app.setNotFoundHandler((request, reply) => {
    if (!request.url.startsWith('/api/') && request.method === 'GET' && options.webRoot)
      return reply.sendFile('index.html', { maxAge: 0 })
    return sendProblem(reply, problem(404, 'pad_onbekend', 'Dit adres bestaat niet.'))
  })

  const sessions = createSessionStore(platform)
  const audit = createAuditWriter(platform.db)
  const executorOf = createExecutor(platform, audit)
  const auth = registerAuth(app, {
    platform,
    sessions,
    audit,
    oidc: options.oidc,
    isDemo: options.isDemo,
    secure,
  })
  if (options.isDemo) registerDemoLogins(app, platform)

  for (const route of options.routes) {
    const { endpoint } = route
    const hasBody = endpoint.body.def.type !== 'undefined'
    const execute = executorOf(route)
    app.route({
      method: endpoint.method,
      url: `/api/v1${endpoint.path}`,
      bodyLimit: route.options.bodyLimit,
      schema: {
        operationId: endpoint.name,
        summary: endpoint.summary,
        tags: [endpoint.path.split('/')[1]!],
        params: endpoint.params,
        querystring: endpoint.query,
        ...(hasBody && { body: endpoint.body }),
        response: {
          [endpoint.status]: endpoint.response,
          default: { description: 'Fout', content: { 'application/problem+json': { schema: Problem } } },
        },
      },
      handler: async (request, reply) => {
        const sessie = await auth.authenticate(request, reply)
        return sessie ? execute(request, reply, sessie) : reply
      },
    })
  }

  for (const route of options.publicRoutes ?? []) registerPublicRoute(app, platform, route, options.publicUrl)

  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('Access-Control-Allow-Origin', '*')
    return app.swagger()
  })
  app.get('/api/v1/documentatie', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send(renderDocumentation(app.swagger() as Parameters<typeof renderDocumentation>[0])),
  )
  app.get('/api/v1/documentatie.css', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(documentationCss),
  )
  app.get('/api/v1/gezondheid', { schema: { hide: true } }, async () => {
    await platform.db.selectFrom('regio').select('id').limit(1).execute()
    return { status: 'ok' }
  })
  if (options.webRoot) {
    await app.register(fastifyStatic, { root: options.webRoot, immutable: true, maxAge: '30d', index: false })
    app.get('/', { schema: { hide: true } }, (_request, reply) => reply.sendFile('index.html', { maxAge: 0 }))
  }
  return { app, sessions }
}
