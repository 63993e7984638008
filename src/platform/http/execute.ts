import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Id } from '../../shared/id.ts'
import { isRejection, type Rejection } from '../../shared/rejection.ts'
import { type AuditRow, type AuditWriter, appendAudit } from '../audit/audit.ts'
import { findPoging } from '../audit/poging.ts'
import type { Sessie } from '../auth/sessions.ts'
import type { Platform } from '../platform.ts'
import { transact } from '../transaction.ts'
import { sendExport } from './export.ts'
import { claimKey, isReplay, type Replay, storeAnswer } from './idempotency.ts'
import { faultsOf, problem, problemOfRejection, sendProblem } from './problem.ts'
import type { Input, Route } from './route.ts'

const actions = { GET: 'R', POST: 'C', PUT: 'U', PATCH: 'U', DELETE: 'D' } as const
const maxExportRows = 50_000

type Erased = Input<unknown, unknown, unknown>

interface Call {
  readonly route: Route
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly sessie: Sessie
  readonly doel: string
}

interface Checked extends Call {
  readonly input: Erased
}

/** POST paths that ask and change nothing, because the question may not stand in a URL or is a form to be tried. */
const questions = /\/_(zoek|voorbeeld)$/

/** A question, not a change: a GET, searching, or a preview. Runs read-only and needs no idempotency key. */
export function isQuestion(route: Route): boolean {
  return route.endpoint.method === 'GET' || questions.test(route.endpoint.path)
}

/** May this session use the route at all? Asked before the input is read, so that a refusal tells nothing. */
export function mayUse(route: Route, sessie: Sessie): boolean {
  const { permission } = route.options
  return permission === 'aangemeld' || sessie.vrager.permissies.has(permission)
}

/** Checks params, query and body together, so that the user sees every fault at once. */
function parseInput(route: Route, request: FastifyRequest): Erased | { veld: string; melding: string }[] {
  const { endpoint } = route
  const params = endpoint.params.safeParse(request.params)
  const query = endpoint.query.safeParse(request.query)
  const body = endpoint.body.safeParse(request.body ?? undefined)
  if (params.success && query.success && body.success) {
    return { params: params.data, query: query.data, body: body.data }
  }
  return [params, query, body].flatMap((part) => (part.success ? [] : faultsOf(part.error)))
}

/** Runs a route for a session: permission, input, one transaction, audit, answer. */
export function createExecutor(platform: Platform, audit: AuditWriter) {
  function auditRow(call: Call, uitkomst: 0 | 4, personen: readonly Id[], onderwerpId?: Id): AuditRow {
    const { endpoint, options } = call.route
    return {
      vrager: call.sessie.vrager,
      tijd: platform.clock.now(),
      gebeurtenis: 'geen' in options.audit ? endpoint.name : options.audit.event,
      actie: isQuestion(call.route) ? 'R' : actions[endpoint.method],
      uitkomst,
      doel: call.doel,
      route: `${endpoint.method} ${endpoint.path}`,
      onderwerpId: onderwerpId ?? null,
      personen,
      verzoekId: call.request.id as Id,
      netwerkadres: call.request.netwerkadres,
      noodprocedure: 'geen' in options.audit ? false : options.audit.noodprocedure === true,
      toelichting: toelichtingOf(call),
    }
  }

  /** The reason that the asker gave, once the input is known to be sound. */
  function toelichtingOf(call: Call | Checked): string | null {
    const rule = call.route.options.audit
    return 'geen' in rule || !('input' in call) ? null : (rule.toelichting?.(call.input) ?? null)
  }

  /** The audit row of a success, or undefined when the route says that it shows no personal data. */
  function successRow(call: Checked, out: unknown, seen: readonly Id[]): AuditRow | undefined {
    const rule = call.route.options.audit
    if ('geen' in rule) return undefined
    const named = rule.personen === 'geen' ? [] : rule.personen(out, call.input)
    const personen = [...new Set([...seen, ...named.filter((id): id is Id => Boolean(id))])]
    return auditRow(call, 0, personen, rule.onderwerp?.(out, call.input))
  }

  /** A refusal, which names a person whom the asker may never see when the question was about that person. */
  async function refusedRow(call: Call, status: 403 | 404, personen: readonly Id[]): Promise<AuditRow> {
    const row = auditRow(call, 4, personen)
    const asked = { input: 'input' in call ? call.input : undefined, now: row.tijd }
    const poging = status === 404 ? await findPoging(platform.db, call.sessie.vrager, asked) : undefined
    if (!poging) return row
    return {
      ...row,
      personen: [...new Set([...personen, poging])],
      toelichting: 'Geweigerd: belangenconflict',
    }
  }

  async function refuse(call: Call, rejection: Rejection, personen: readonly Id[]): Promise<FastifyReply> {
    if (rejection.status === 403 || rejection.status === 404)
      await audit.append(await refusedRow(call, rejection.status, personen))
    return sendProblem(call.reply, problemOfRejection(rejection))
  }

  async function read(call: Checked): Promise<unknown> {
    const { route, input, reply, sessie } = call
    const { endpoint, options } = route
    const format = options.export && (call.request.query as { formaat?: string }).formaat
    if (format) Object.assign(input.query as object, { pagina: 1, aantalPerPagina: maxExportRows })
    const { result, personen } =
      'answer' in options
        ? { result: options.answer(sessie.vrager, input), personen: [] }
        : await transact(
            platform,
            sessie.vrager,
            { doel: call.doel, sleutel: call.request.id, readOnly: true },
            (work) => options.handle(work, input),
          )
    if (isRejection(result)) return refuse(call, result, personen)
    const out = endpoint.response.parse(result)
    const row = successRow(call, out, personen)
    if (row) await audit.append(row)
    if (options.export && format) {
      return sendExport(reply, format, options.export, out as { results: Record<string, unknown>[] })
    }
    return reply.code(endpoint.method === 'GET' ? endpoint.status : 200).send(out)
  }

  async function write(call: Checked): Promise<unknown> {
    const { route, input, reply, sessie } = call
    const { endpoint, options } = route
    if ('answer' in options) throw new Error(`Route ${endpoint.name} writes without work`)
    const key = call.request.headers['idempotency-key']
    if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) {
      const text = 'Stuur bij elke wijziging een header Idempotency-Key mee van 8 tot 100 tekens.'
      return sendProblem(reply, problem(400, 'sleutel_ontbreekt', text))
    }
    let out: unknown
    const { result, personen } = await transact(
      platform,
      sessie.vrager,
      {
        doel: call.doel,
        sleutel: key,
        finish: async (db, seen) => {
          if (isReplay(out)) return
          await storeAnswer(db, sessie.vrager, key, endpoint.status, options.answerOnce ? undefined : out)
          const row = successRow(call, out, seen)
          if (row) await appendAudit(db, row)
        },
      },
      async (work): Promise<unknown | Rejection | Replay> => {
        out = await claimKey(work, key, `${endpoint.method} ${endpoint.path}`, input)
        if (out !== undefined) return out
        const value = await options.handle(work, input)
        out = isRejection(value) ? value : endpoint.response.parse(value)
        return out
      },
    )
    if (isRejection(result)) return refuse(call, result, personen)
    if (!isReplay(result)) return reply.code(endpoint.status).send(result)
    if (options.answerOnce) {
      const text =
        'Dit is al uitgevoerd. Het antwoord bevat een geheim en komt maar één keer. Maak zo nodig een nieuw geheim.'
      return sendProblem(reply, problem(409, 'antwoord_eenmalig', text))
    }
    return reply.code(result.status).header('Idempotent-Replayed', 'true').send(result.antwoord)
  }

  async function refuseRight(call: Call): Promise<FastifyReply> {
    await audit.append(auditRow(call, 4, []))
    const text = 'Uw rol heeft geen recht op deze handeling. Vraag uw beheerder als u dit wel nodig hebt.'
    return sendProblem(call.reply, problem(403, 'geen_recht', text))
  }

  /** The handler of one route; what is the same for every request is worked out once. */
  return function executorOf(route: Route) {
    const doel = route.options.permission.split('.')[0]!
    const run = isQuestion(route) ? read : write
    return (
      request: FastifyRequest,
      reply: FastifyReply,
      sessie: Sessie,
    ): Promise<unknown> | FastifyReply => {
      if (!mayUse(route, sessie)) return refuseRight({ route, request, reply, sessie, doel })
      const input = parseInput(route, request)
      if (!Array.isArray(input)) return run({ route, request, reply, sessie, doel, input })
      const text = input.length === 1 ? input[0]!.melding : `Er zijn ${input.length} fouten in de invoer.`
      return sendProblem(reply, problem(400, 'invoer_onjuist', text, { fouten: input }))
    }
  }
}
