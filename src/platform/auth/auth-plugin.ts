import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Id } from '../../shared/id.ts'
import { dutchDateOf } from '../../shared/plain-date.ts'
import { isRejection } from '../../shared/rejection.ts'
import { haalSessie, inloggen, listAanmeldwijzen, uitloggen, wisselRol } from '../../shared/sessie.ts'
import type { AuditWriter } from '../audit/audit.ts'
import { faultsOf, problem, problemOfRejection, sendProblem } from '../http/problem.ts'
import type { Platform } from '../platform.ts'
import { checkLocalLogin } from './local-login.ts'
import type { OidcLogin } from './oidc.ts'
import type { Sessie, SessionStore } from './sessions.ts'

export interface AuthOptions {
  readonly platform: Platform
  readonly sessions: SessionStore
  readonly audit: AuditWriter
  readonly oidc: OidcLogin | undefined
  readonly isDemo: boolean
  /** True when the public address is https: cookies are then Secure and carry the __Host- prefix. */
  readonly secure: boolean
}

export interface Auth {
  /** The session of a request, or undefined. For writes the CSRF header must fit, or it sends a problem and returns null. */
  authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Sessie | null>
}

const csrfHeader = 'x-csrf-token'

/** Signing in and out, outside the ordinary routes because there is no session yet. */
export function registerAuth(app: FastifyInstance, options: AuthOptions): Auth {
  const { platform, sessions, audit, oidc } = options
  const cookieName = options.secure ? '__Host-onderdak' : 'onderdak'
  const oidcCookie = options.secure ? '__Host-onderdak-oidc' : 'onderdak-oidc'
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: options.secure } as const

  const answer = (sessie: Sessie) => ({
    ...sessie.gegevens,
    permissies: [...sessie.vrager.permissies],
    csrf: sessie.csrf,
    demo: sessie.gegevens.regio.isDemo,
  })

  async function log(sessie: Sessie, gebeurtenis: string, request: FastifyRequest): Promise<void> {
    await audit.append({
      vrager: sessie.vrager,
      tijd: platform.clock.now(),
      gebeurtenis,
      actie: 'E',
      uitkomst: 0,
      doel: 'aanmelden',
      route: `${request.method} ${request.routeOptions.url}`,
      personen: [],
      verzoekId: request.id as Id,
      netwerkadres: request.netwerkadres,
    })
  }

  async function openSession(
    gebruikerId: Id,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Sessie | undefined> {
    const today = dutchDateOf(platform.clock.now())
    const rol = await platform.db
      .selectFrom('gebruiker_rol')
      .innerJoin('rol', 'rol.code', 'gebruiker_rol.rol_code')
      .select('rol_code')
      .where('gebruiker_id', '=', gebruikerId)
      .where('van', '<=', today)
      .where((e) => e.or([e('tot', 'is', null), e('tot', '>', today)]))
      .orderBy('rol.volgorde')
      .executeTakeFirst()
    if (!rol) return undefined
    const old = request.cookies[cookieName]
    if (old) await sessions.revoke(old)
    const token = await sessions.start(
      gebruikerId,
      rol.rol_code,
      request.netwerkadres,
      request.headers['user-agent'] ?? 'onbekend',
    )
    reply.setCookie(cookieName, token, cookie)
    return sessions.find(token)
  }

  async function authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Sessie | null> {
    const token = request.cookies[cookieName]
    const sessie = token ? await sessions.find(token) : undefined
    if (!sessie) {
      sendProblem(
        reply,
        problem(401, 'niet_ingelogd', 'U bent niet (meer) ingelogd. Log in en probeer het opnieuw.'),
      )
      return null
    }
    if (
      request.method !== 'GET' &&
      request.method !== 'HEAD' &&
      request.headers[csrfHeader] !== sessie.csrf
    ) {
      sendProblem(
        reply,
        problem(
          403,
          'csrf_ontbreekt',
          'Dit verzoek komt niet van een open scherm van Onderdak. Laad de pagina opnieuw.',
        ),
      )
      return null
    }
    return sessie
  }

  app.get(
    `/api/v1${haalSessie.path}`,
    {
      schema: {
        tags: ['aanmelden'],
        operationId: haalSessie.name,
        summary: haalSessie.summary,
        response: { 200: haalSessie.response },
      },
    },
    async (request, reply) => {
      const sessie = await authenticate(request, reply)
      return sessie ? answer(sessie) : reply
    },
  )

  app.get(
    `/api/v1${listAanmeldwijzen.path}`,
    {
      schema: {
        tags: ['aanmelden'],
        operationId: listAanmeldwijzen.name,
        summary: listAanmeldwijzen.summary,
        response: { 200: listAanmeldwijzen.response },
      },
    },
    async () => ({
      lokaal: true,
      oidc: oidc ? { naam: oidc.naam } : null,
    }),
  )

  app.post(
    `/api/v1${inloggen.path}`,
    {
      config: { rateLimit: { max: 30, timeWindow: 60_000 } },
      schema: {
        tags: ['aanmelden'],
        operationId: inloggen.name,
        summary: inloggen.summary,
        body: inloggen.body,
        response: { 200: inloggen.response },
      },
    },
    async (request, reply) => {
      const body = inloggen.body.safeParse(request.body)
      if (!body.success)
        return sendProblem(
          reply,
          problem(400, 'invoer_onjuist', 'Vul alle velden in.', { fouten: faultsOf(body.error) }),
        )
      const account = await checkLocalLogin(platform, body.data)
      if (isRejection(account)) return sendProblem(reply, problemOfRejection(account))
      const sessie = await openSession(account.gebruikerId, request, reply)
      if (!sessie)
        return sendProblem(
          reply,
          problem(403, 'geen_rol', 'Uw account heeft nog geen rol. Vraag uw beheerder om een rol.'),
        )
      await log(sessie, 'sessie.gestart', request)
      return answer(sessie)
    },
  )

  app.post(
    `/api/v1${uitloggen.path}`,
    {
      schema: {
        tags: ['aanmelden'],
        operationId: uitloggen.name,
        summary: uitloggen.summary,
        response: { 200: uitloggen.response },
      },
    },
    async (request, reply) => {
      const sessie = await authenticate(request, reply)
      if (!sessie) return reply
      await log(sessie, 'sessie.beeindigd', request)
      await sessions.revoke(sessie.token)
      return reply.clearCookie(cookieName, cookie).send({})
    },
  )

  app.post(
    `/api/v1${wisselRol.path}`,
    {
      schema: {
        tags: ['aanmelden'],
        operationId: wisselRol.name,
        summary: wisselRol.summary,
        body: wisselRol.body,
        response: { 200: wisselRol.response },
      },
    },
    async (request, reply) => {
      const sessie = await authenticate(request, reply)
      if (!sessie) return reply
      const body = wisselRol.body.safeParse(request.body)
      const rol = body.success ? sessie.gegevens.rollen.find((r) => r.rol === body.data.rol) : undefined
      if (!rol)
        return sendProblem(
          reply,
          problem(400, 'rol_onbekend', 'Kies een van uw eigen rollen.', {
            fouten: [{ veld: 'rol', melding: 'Kies een van uw eigen rollen.' }],
          }),
        )
      const token = await sessions.start(
        sessie.gegevens.gebruiker.id,
        rol.rol,
        request.netwerkadres,
        request.headers['user-agent'] ?? 'onbekend',
      )
      await sessions.revoke(sessie.token)
      reply.setCookie(cookieName, token, cookie)
      const next = await sessions.find(token)
      if (!next) return sendProblem(reply, problem(403, 'rol_onbekend', 'Deze rol geldt niet meer.'))
      await log(next, 'sessie.rol_gewisseld', request)
      return answer(next)
    },
  )

  if (oidc) {
    app.get('/api/v1/oidc/start', { schema: { hide: true } }, async (request, reply) => {
      const asked = (request.query as { terug?: unknown }).terug
      const terug = typeof asked === 'string' && /^\/(?![/\\])/.test(asked) ? asked : '/'
      const { url, bewaar } = await oidc.start(terug)
      return reply.setCookie(oidcCookie, bewaar, { ...cookie, maxAge: 600 }).redirect(url)
    })
    app.get('/api/v1/oidc/terug', { schema: { hide: true } }, async (request, reply) => {
      const kept = request.cookies[oidcCookie]
      reply.clearCookie(oidcCookie, cookie)
      const outcome = kept
        ? await oidc.finish(
            new URL(request.url, `${options.secure ? 'https' : 'http'}://${request.headers.host}`),
            kept,
          )
        : problem(403, 'aanmelden_mislukt', 'Begin opnieuw met inloggen.')
      if ('code' in outcome) return reply.redirect(`/inloggen?fout=${encodeURIComponent(outcome.code)}`)
      const sessie = await openSession(outcome.gebruikerId, request, reply)
      if (!sessie) return reply.redirect('/inloggen?fout=geen_rol')
      await log(sessie, 'sessie.gestart', request)
      return reply.redirect(outcome.terug)
    })
  }
  return { authenticate }
}
