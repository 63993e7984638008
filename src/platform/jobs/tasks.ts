import type { Work } from '../work.ts'

/** Background work of a module: runs as the system, in one transaction, for the region in its payload. */
export interface TaakHandler {
  /** Kebab-case Dutch, e.g. `voorstel-verlopen`. */
  readonly naam: string
  /** Runs at least once; must do no harm when it runs again. */
  handle(work: Work, gegevens: Record<string, unknown>): Promise<void>
}

/** Work that comes back by the clock, for every region. */
export interface HerhaaldeTaak {
  readonly naam: string
  /** Cron expression in UTC, as graphile-worker reads it. */
  readonly cron: string
  handle(work: Work): Promise<void>
}
