import type { Work } from '../work.ts'

/** Background work of a module: runs as the system, in one transaction, for the region in its payload. */
export interface TaakHandler {
  /** Kebab-case Dutch, e.g. `voorstel-verlopen`. */
  readonly naam: string
  /** Runs at least once; must do no harm when it runs again. */
  handle(work: Work, gegevens: Record<string, unknown>): Promise<void>
}

/** One transaction of its own, as the system. */
export type Stap = <T>(run: (work: Work) => Promise<T>) => Promise<T>

/** Background work that does something outside between its transactions, such as sending a mail: each step is kept as it ends. */
export interface StappenTaak {
  readonly naam: string
  /** Runs at least once; the steps must know what an earlier run did. */
  handleStappen(stap: Stap, gegevens: Record<string, unknown>): Promise<void>
}

/** Work that comes back by the clock, for every region. */
export interface HerhaaldeTaak {
  readonly naam: string
  /** Cron expression in UTC, as graphile-worker reads it. */
  readonly cron: string
  handle(work: Work): Promise<void>
}
