import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Transaction } from 'kysely'
import type { Id } from '../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../shared/rejection.ts'
import { type AuditRow, type AuditWriter, appendAudit } from '../audit/audit.ts'
import type { Sessie } from '../auth/sessions.ts'
import type { DB } from '../db/tables.ts'
import type { Platform } from '../platform.ts'
import { transact } from '../transaction.ts'
import type { Work } from '../work.ts'
import { sendExport } from './export.ts'
import { faultsOf, problem, problemOfRejection, sendProblem } from './problem.ts'
import type { Input, Route } from './route.ts'

const actions = { GET: 'R', POST: 'C', PUT: 'U', PATCH: 'U', DELETE: 'D' } as const
/** A POST that only looks: searching persons, and showing what a change would hit. */
const readPost = /\/_(zoek|voorbeeld)$/
const maxExportRows = 50_000

type Erased = Input<unknown, unknown, unknown>

/** Checks params, query and body together, so that the user sees every fault at once. */
function parseInput(route: Route, request: FastifyRequest): Erased | { veld: string; melding: string }[] {
  const { endpoint } = route
  const params = endpoint.params.safeParse(request.params)
  const query = endpoint.query.safeParse(request.query)
  const body = endpoint.body.safeParse(request.body ?? undefined)
  if (params.success && query.success && body.success)
    return { params: params.data, query: query.data, body: body.data }
  return [params, query, body].flatMap((part) => (part.success ? [] : faultsOf(part.error)))
}

/** May this session use the route at all? Asked before the input is read, so that a refusal tells nothing. */
export function mayUse(route: Route, sessie: Sessie): boolean {
  return route.options.permission === 'aangemeld' || sessie.vrager.permissies.has(route.options.permission)
}

export function createExecutor(platform: Platform, audit: AuditWriter) {
  return async function execute(
    route: Route,
    request: FastifyRequest,
    reply: FastifyReply,
    sessie: Sessie,
  ): Promise<unknown> {
    const { endpoint, options } = route
    const routeName = `${endpoint.method} ${endpoint.path}`
    const doel = options.permission.split('.')[0]!
    const rule = options.audit
    const row = (uitkomst: 0 | 4, personen: readonly Id[], onderwerpId?: Id | null): AuditRow => ({
      vrager: sessie.vrager,
      tijd: platform.clock.now(),
      gebeurtenis: 'geen' in rule ? endpoint.name : rule.event,
      actie: actions[endpoint.method],
      uitkomst,
      doel,
      route: routeName,
      onderwerpId: onderwerpId ?? null,
      personen,
      verzoekId: request.id as Id,
      netwerkadres: request.ip,
    })

    if (!mayUse(route, sessie)) {
      await audit.append(row(4, []))
      return sendProblem(
        reply,
        problem(
          403,
          'geen_recht',
          'Uw rol heeft geen recht op deze handeling. Vraag uw beheerder als u dit wel nodig hebt.',
        ),
      )
    }
    const input = parseInput(route, request)
    if (Array.isArray(input)) {
      return sendProblem(
        reply,
        problem(
          400,
          'invoer_onjuist',
          input.length === 1 ? input[0]!.melding : `Er zijn ${input.length} fouten in de invoer.`,
          { fouten: input },
        ),
      )
    }
    const format = (request.query as { formaat?: string }).formaat
    if (options.export && format) {
      const query = input.query as { pagina: number; aantalPerPagina: number }
      query.pagina = 1
      query.aantalPerPagina = maxExportRows
    }

    const personenOf = (out: unknown): Id[] =>
      'geen' in rule || rule.personen === 'geen'
        ? []
        : rule.personen(out, input).filter((id): id is Id => Boolean(id))
    const onderwerpOf = (out: unknown): Id | undefined =>
      'geen' in rule ? undefined : rule.onderwerp?.(out, input)

    if (endpoint.method === 'GET' || readPost.test(endpoint.path)) {
      const { result, personen } = await transact(
        platform,
        sessie.vrager,
        { doel, sleutel: request.id },
        (work) => options.handle(work, input),
      )
      if (isRejection(result)) {
        if (result.status === 403 || result.status === 404) await audit.append(row(4, personen))
        return sendProblem(reply, problemOfRejection(result))
      }
      const out = endpoint.response.parse(result)
      if (!('geen' in rule))
        await audit.append(row(0, [...new Set([...personen, ...personenOf(out)])], onderwerpOf(out)))
      if (options.export && format)
        return sendExport(reply, format, options.export, out as { results: Record<string, unknown>[] })
      return reply.code(readPost.test(endpoint.path) ? 200 : endpoint.status).send(out)
    }

    const key = request.headers['idempotency-key']
    if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) {
      return sendProblem(
        reply,
        problem(
          400,
          'sleutel_ontbreekt',
          'Stuur bij elke wijziging een header Idempotency-Key mee van 8 tot 100 tekens.',
        ),
      )
    }
    let out: unknown
    const { result } = await transact(
      platform,
      sessie.vrager,
      {
        doel,
        sleutel: key,
        finish: async (db, personen) => {
          if (replayed(out)) return
          await storeAnswer(
            db,
            sessie.vrager.gebruikerId!,
            key,
            endpoint.status,
            options.answerOnce ? undefined : out,
          )
          if (!('geen' in rule))
            await appendAudit(db, row(0, [...new Set([...personen, ...personenOf(out)])], onderwerpOf(out)))
        },
      },
      async (work) => {
        const earlier = await claimKey(work, key, routeName, input.body)
        if (earlier) {
          out = earlier
          return earlier
        }
        const value = await options.handle(work, input)
        out = isRejection(value) ? value : endpoint.response.parse(value)
        return out
      },
    )
    if (isRejection(result)) {
      if (result.status === 403 || result.status === 404) await audit.append(row(4, []))
      return sendProblem(reply, problemOfRejection(result))
    }
    if (replayed(result) && options.answerOnce)
      return sendProblem(
        reply,
        problem(
          409,
          'antwoord_eenmalig',
          'Dit is al uitgevoerd. Het antwoord bevat een geheim en wordt maar één keer getoond. Maak zo nodig een nieuw geheim.',
        ),
      )
    if (replayed(result))
      return reply
        .code(result.status)
        .header('Idempotent-Replayed', 'true')
        .send(result.antwoord ?? undefined)
    return reply.code(endpoint.status).send(result)
  }
}

interface Replay {
  readonly replay: true
  readonly status: number
  readonly antwoord: unknown
}

function replayed(value: unknown): value is Replay {
  return typeof value === 'object' && value !== null && (value as Replay).replay === true
}

/** Claims the key for this transaction; a second request with the same key waits here and then gets the first answer. */
async function claimKey(
  work: Work,
  key: string,
  routeName: string,
  body: unknown,
): Promise<Replay | Rejection | undefined> {
  // Keyed: a body can hold a password or a BSN, and a plain hash of something short can be guessed.
  const hash = work.cipher.blindIndex(JSON.stringify(body ?? null))
  const gebruikerId = work.vrager.gebruikerId!
  const claimed = await work.db
    .insertInto('verzoek')
    .values({
      regio_id: work.regioId,
      gebruiker_id: gebruikerId,
      sleutel: key,
      route: routeName,
      inhoud_hash: hash,
      status: null,
      antwoord: null,
      aangemaakt_op: work.now,
    })
    .onConflict((c) => c.doNothing())
    .returning('sleutel')
    .executeTakeFirst()
  if (claimed) return undefined
  const earlier = await work.db
    .selectFrom('verzoek')
    .select(['route', 'inhoud_hash', 'status', 'antwoord'])
    .where('regio_id', '=', work.regioId)
    .where('gebruiker_id', '=', gebruikerId)
    .where('sleutel', '=', key)
    .executeTakeFirstOrThrow()
  if (earlier.route !== routeName || !hash.equals(earlier.inhoud_hash)) {
    return reject('sleutel_hergebruikt', 'Deze Idempotency-Key is al gebruikt voor een ander verzoek.', {
      status: 422,
    })
  }
  return { replay: true, status: earlier.status!, antwoord: earlier.antwoord }
}

async function storeAnswer(
  db: Transaction<DB>,
  gebruikerId: Id,
  key: string,
  status: number,
  out: unknown,
): Promise<void> {
  await db
    .updateTable('verzoek')
    .set({ status, antwoord: out === undefined ? null : JSON.stringify(out) })
    .where('gebruiker_id', '=', gebruikerId)
    .where('sleutel', '=', key)
    .execute()
}
