import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { dutchFaults } from '../../shared/dutch-faults.ts'
import type { Rejection } from '../../shared/rejection.ts'

/** RFC 9457 answer with all faults at once (NLGov API Design Rules /core/error-handling). */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    fouten: z.array(z.object({ veld: z.string(), melding: z.string() })).optional(),
    inDeWeg: z.string().optional(),
    mogelijk: z.array(z.string()).optional(),
    wijzigingen: z
      .array(
        z.object({ veld: z.string(), oud: z.string(), nieuw: z.string(), door: z.string(), op: z.string() }),
      )
      .optional(),
  })
  .meta({ id: 'Probleem' })
export type Problem = z.infer<typeof Problem>

const titles: Record<number, string> = {
  400: 'De invoer klopt niet',
  401: 'U bent niet ingelogd',
  403: 'U mag dit niet',
  404: 'Niet gevonden',
  409: 'Dit kan nu niet',
  413: 'Te groot',
  422: 'Dit kan niet',
  429: 'Te veel verzoeken',
  500: 'Er ging iets mis bij ons',
  503: 'Even niet beschikbaar',
}

export function problem(status: number, code: string, detail: string, more: Partial<Problem> = {}): Problem {
  return { type: 'about:blank', title: titles[status] ?? 'Fout', status, detail, code, ...more }
}

export function problemOfRejection(
  rejection: Rejection & { title?: string; wijzigingen?: Problem['wijzigingen'] },
): Problem {
  const faults =
    rejection.faults ??
    (rejection.field ? [{ field: rejection.field, message: rejection.message }] : undefined)
  return problem(rejection.status ?? 409, rejection.code, rejection.message, {
    ...(faults && { fouten: faults.map((fault) => ({ veld: fault.field, melding: fault.message })) }),
    ...(rejection.conflictsWith && { inDeWeg: rejection.conflictsWith }),
    ...(rejection.possible && { mogelijk: [...rejection.possible] }),
    ...(rejection.title && { title: rejection.title }),
    ...(rejection.wijzigingen && { wijzigingen: rejection.wijzigingen }),
  })
}

z.config({ customError: dutchFaults })

/**
 * The last net: what the database refuses because of the input and no command turned into its own Rejection. The user
 * gets a clear no instead of a fault of ours; the log names the constraint, so that a friendlier answer can be made.
 */
export function problemOfDatabase(error: { code?: string; table?: string }): Problem | undefined {
  // The asker writes no word of the audit book: what it refuses is our fault.
  if (error.table === 'audit') return undefined
  const code = error.code ?? ''
  if (code === '23503')
    return problem(
      422,
      'verwijzing_onbekend',
      'De invoer verwijst naar iets dat niet (meer) bestaat of dat u niet mag zien. Kies opnieuw uit de lijst.',
    )
  if (code === '23505')
    return problem(409, 'bestaat_al', 'Dit bestaat al. Kijk of het al eerder is vastgelegd.')
  if (code === '23P01')
    return problem(
      409,
      'periode_overlapt',
      'Deze periode overlapt met iets dat al vastligt. Kies andere dagen.',
    )
  if (code === '42501') return problem(404, 'niet_gevonden', 'Dit is niet gevonden, of u mag dit niet zien.')
  if (code.startsWith('22') || code === '23514' || code === '23502')
    return problem(
      422,
      'invoer_onjuist',
      'De gegevens passen niet bij elkaar. Controleer de ingevulde velden.',
    )
  return undefined
}

/** Field paths as in the input, e.g. `huishouden.leden.0.geboortedatum`. */
export function faultsOf(error: z.ZodError, prefix = ''): { veld: string; melding: string }[] {
  return error.issues.map((issue) => ({
    veld: [prefix, ...issue.path.map(String)].filter(Boolean).join('.') || '(invoer)',
    melding: issue.message,
  }))
}

export function sendProblem(reply: FastifyReply, body: Problem): FastifyReply {
  return reply.code(body.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body))
}
