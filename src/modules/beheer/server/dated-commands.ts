import type { z } from 'zod'
import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import {
  type Gedateerd,
  isSame,
  mayStartOn,
  planChange,
  planEnd,
  planWithdraw,
  type Rij,
  rijOp,
} from '../domain/gedateerd.ts'
import { keyId, loadRijen, lockConfiguratie, saveRijen } from './dated-store.ts'

interface Edit<S> {
  readonly sleutel: S
  /** Version that the editor saw; 0 for a key that did not exist yet. */
  readonly versie: number
}

/** From `vanaf` on `waarde` holds for this key. */
export function changeGedateerd<S extends z.ZodObject, W extends z.ZodObject>(
  work: Work,
  soort: Gedateerd<S, W>,
  input: Edit<z.output<S>> & { vanaf: PlainDate; waarde: z.output<W>; reden?: string | undefined },
): Promise<{ versie: number } | Rejection> {
  return apply(work, soort, {
    ...input,
    gebeurtenis: 'Gewijzigd',
    plan: (rijen) => startFault(work, input) ?? planChange(rijen, input),
  })
}

/** From `vanaf` on nothing holds for this key. */
export function endGedateerd<S extends z.ZodObject, W extends z.ZodObject>(
  work: Work,
  soort: Gedateerd<S, W>,
  input: Edit<z.output<S>> & { vanaf: PlainDate; reden?: string | undefined },
): Promise<{ versie: number } | Rejection> {
  return apply(work, soort, {
    ...input,
    gebeurtenis: 'Beeindigd',
    plan: (rijen) => startFault(work, input) ?? planEnd(rijen, input.vanaf),
  })
}

/** A planned change is taken back before it begins. */
export function withdrawGedateerd<S extends z.ZodObject, W extends z.ZodObject>(
  work: Work,
  soort: Gedateerd<S, W>,
  input: Edit<z.output<S>> & { van: PlainDate },
): Promise<{ versie: number } | Rejection> {
  return apply(work, soort, {
    ...input,
    vanaf: input.van,
    gebeurtenis: 'Ingetrokken',
    plan: (rijen) => planWithdraw(rijen, { van: input.van, vandaag: work.today }),
  })
}

function startFault(
  work: Work,
  input: { vanaf: PlainDate; reden?: string | undefined },
): Rejection | undefined {
  return mayStartOn(input.vanaf, {
    vandaag: work.today,
    magTerugwerkend: work.vrager.isSysteem || work.vrager.permissies.has('beheer.terugwerkend'),
    reden: input.reden ?? (work.vrager.isSysteem ? 'systeem' : undefined),
  })
}

async function apply<S extends z.ZodObject, W extends z.ZodObject>(
  work: Work,
  soort: Gedateerd<S, W>,
  input: Edit<z.output<S>> & {
    vanaf: PlainDate
    reden?: string | undefined
    gebeurtenis: 'Gewijzigd' | 'Beeindigd' | 'Ingetrokken'
    plan: (rijen: readonly Rij<z.output<W>>[]) => Rij<z.output<W>>[] | Rejection
  },
): Promise<{ versie: number } | Rejection> {
  await lockConfiguratie(work)
  const stored = await loadRijen(work, soort, input.sleutel)
  const seen = Math.max(0, ...stored.map((rij) => rij.versie))
  const onderwerpId = keyId(work, soort.tabel, input.sleutel)
  if (seen !== input.versie) return conflict(work, soort.tabel, onderwerpId, input.versie)
  const before = stored.map(({ van, tot, waarde }) => ({ van, tot, waarde }))
  const after = input.plan(before)
  if (isRejection(after)) return after
  const versie = seen + 1
  const refused = await saveRijen(work, soort, { sleutel: input.sleutel, before, after, versie })
  if (refused) return refused
  await work.record({
    soort: `${soort.naam}${input.gebeurtenis}`,
    onderwerpSoort: soort.tabel,
    onderwerpId,
    op: input.vanaf,
    gegevens: {
      sleutel: input.sleutel,
      vanaf: input.vanaf,
      versie,
      reden: input.reden,
      wijzigingen: changesOn(before, after, input.vanaf),
    },
  })
  return { versie }
}

/** What differs on the day of the change, field by field; a right or role without content shows as ja or nee. */
export function changesOn<W>(
  before: readonly Rij<W>[],
  after: readonly Rij<W>[],
  vanaf: PlainDate,
): Record<string, [unknown, unknown]> {
  const old = rijOp(before, vanaf)?.waarde as Record<string, unknown> | undefined
  const now = rijOp(after, vanaf)?.waarde as Record<string, unknown> | undefined
  const fields = Object.keys({ ...old, ...now }).filter(
    (field) => !isSame(old?.[field] || null, now?.[field] || null),
  )
  if (fields.length === 0) return { geldt: [old ? 'ja' : 'nee', now ? 'ja' : 'nee'] }
  return Object.fromEntries(
    fields.map((field) => [`waarde.${field}`, [old?.[field] ?? null, now?.[field] ?? null]]),
  )
}
