import { sql } from 'kysely'
import type { Clock } from '../src/platform/clock.ts'
import type { Platform } from '../src/platform/platform.ts'
import { transact } from '../src/platform/transaction.ts'
import type { Vrager, Work } from '../src/platform/work.ts'
import { createIdSource, type Id } from '../src/shared/id.ts'
import { allePermissies } from '../src/shared/permissies.ts'
import type { PlainDate } from '../src/shared/plain-date.ts'
import { isRejection, type Rejection } from '../src/shared/rejection.ts'
import type { Random } from './random.ts'

/** A clock that the loader moves; the commands of the modules see nothing else. */
export class SeedClock implements Clock {
  private at: Date
  constructor(start: Date) {
    this.at = start
  }
  now(): Date {
    return new Date(this.at)
  }
  /** Ten in the morning Dutch winter time, or another hour. */
  moveTo(day: PlainDate, hour = 9): void {
    this.at = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
  }
}

/** The platform with a moving clock and, from a seeded source, ids that are the same in every run. */
export function seedPlatform(platform: Platform, clock: Clock, random: Random): Platform {
  const bytes = (size: number) => Uint8Array.from({ length: size }, () => random.below(256))
  return { ...platform, clock, newId: createIdSource(() => clock.now().getTime(), bytes) }
}

/**
 * Loading speaks as someone of an organisation, so that every file has a responsible organisation and a contact; it also
 * has the sight of the system, because the whole region is written by one hand.
 */
export function loaderOf(
  regioId: Id,
  wie?: { readonly organisatieId: Id; readonly gebruikerId: Id },
): Vrager {
  return {
    regioId,
    organisatieId: wie?.organisatieId ?? null,
    gebruikerId: wie?.gebruikerId ?? null,
    naam: 'Demogegevens',
    rol: 'systeem',
    permissies: new Set(allePermissies),
    isSysteem: true,
  }
}

/** Plans were made for smaller tables: plan again. Call it now and then while the tables grow. */
export async function freshPlans(work: Work): Promise<void> {
  await sql`discard plans`.execute(work.db)
}

let serial = 0

/** One transaction for as many commands as `run` gives. A refusal here is a fault of the demo data: it stops the loading. */
export async function load<T>(
  platform: Platform,
  vrager: Vrager,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const sleutel = `demo-${vrager.regioId}-${++serial}`
  const { result } = await transact(platform, vrager, { doel: 'demo', sleutel }, async (work) => {
    // Waiting for the disk after each of thousands of transactions helps nobody: an interrupted demo starts over anyway.
    // Statements are planned once (see freshPlans): thousands of the same small ones follow each other.
    await sql`select set_config('synchronous_commit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(
      work.db,
    )
    return run(work)
  })
  return accepted(result)
}

/** A command of the demo was refused: a fault of the demo data. */
export class DemoGeweigerd extends Error {
  constructor(readonly rejection: Rejection) {
    super(
      `Demogegevens geweigerd: ${rejection.code}: ${rejection.message} ${JSON.stringify(rejection.faults ?? '')}`,
    )
  }
}

export function accepted<T>(value: T | Rejection): T {
  if (isRejection(value)) throw new DemoGeweigerd(value)
  return value
}
