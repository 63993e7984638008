import type { Platform } from '../../../src/platform/platform.ts'
import type { Work } from '../../../src/platform/work.ts'
import type { Id } from '../../../src/shared/id.ts'
import { addDays, type PlainDate } from '../../../src/shared/plain-date.ts'
import { isRejection } from '../../../src/shared/rejection.ts'
import type { LoadedRegio } from '../../load-regio.ts'
import type { Random } from '../../random.ts'
import { DemoGeweigerd, freshPlans, load, type SeedClock } from '../../world.ts'
import type { Gemeente, Product, Soort } from './keten.ts'
import type { Mens } from './spoor.ts'
import type { Verblijf } from './verblijven.ts'

type Stap = (work: Work) => Promise<void>
export type Gedaan = { readonly wie: string; readonly stap: Stap }

/**
 * What happens on which day, by which organisation. Everything of one organisation on one day is one transaction. What
 * falls after the last day never happens: that is the open work of today.
 */
export class Agenda {
  readonly #dagen = new Map<PlainDate, Gedaan[]>()

  /** Steps that the rules refused; none, when the history and the rules fit. */
  overgeslagen = 0
  #gedaan = 0
  /** Plans are made anew when the history is twice as long: tables then hold about twice as much. */
  #nieuwePlannen = 15

  constructor(
    private readonly wereld: { platform: Platform; clock: SeedClock; regio: LoadedRegio },
    readonly laatste: PlainDate,
  ) {}

  plan(op: PlainDate, wie: string, stap: Stap): void {
    if (op > this.laatste) return
    const dag = this.#dagen.get(op) ?? []
    dag.push({ wie, stap })
    this.#dagen.set(op, dag)
  }

  /** Runs the day until nothing is left of it; a step may plan another one on the same day. */
  async runDay(op: PlainDate): Promise<void> {
    const { platform, clock, regio } = this.wereld
    clock.moveTo(op)
    if (++this.#gedaan === this.#nieuwePlannen) {
      this.#nieuwePlannen *= 2
      await load(platform, regio.als('centraal_onthaal'), freshPlans)
    }
    for (let list = this.#dagen.get(op); list; list = this.#dagen.get(op)) {
      this.#dagen.delete(op)
      for (const wie of [...new Set(list.map((one) => one.wie))]) {
        const own = list.filter((one) => one.wie === wie)
        await load(platform, regio.als(wie), async (work) => {
          for (const { stap } of own) await this.#run(work, stap)
        })
      }
    }
  }

  /** Runs steps in this order: of one organisation after each other in one transaction. */
  async runInOrder(op: PlainDate, stappen: readonly Gedaan[]): Promise<void> {
    const { platform, clock, regio } = this.wereld
    clock.moveTo(op)
    for (let from = 0, to = 0; from < stappen.length; from = to) {
      const { wie } = stappen[from]!
      while (to < stappen.length && stappen[to]!.wie === wie) to++
      const own = stappen.slice(from, to)
      await load(platform, regio.als(wie), async (work) => {
        for (const { stap } of own) await this.#run(work, stap)
      })
    }
  }

  /**
   * One step of one person. What the rules refuse is left out and told, the person stays as they were: a demo that does
   * not start because of one invented step helps nobody.
   */
  async #run(work: Work, stap: Stap): Promise<void> {
    const { platform } = this.wereld
    const outcome = await work.attempt(() =>
      stap(work).catch((error: unknown) => {
        if (error instanceof DemoGeweigerd) return error.rejection
        throw error
      }),
    )
    if (!isRejection(outcome)) return
    this.overgeslagen++
    platform.log.warn({ dag: work.today, code: outcome.code }, 'stap van de demo geweigerd en overgeslagen')
  }
}

/** Somebody, alone or with a household, on the way through the chain. */
export interface Zaak {
  readonly soort: Soort
  readonly persoonId: Id
  readonly gemeente: Gemeente
  readonly personen: number
  readonly kinderen: number
  /** Desk that handles the melding. */
  readonly loket: string
  /** What the core says of them; nobody of whom it knows nothing is ever admitted. */
  readonly mens: Mens | undefined
  /** Above the others on the list, when admitted. */
  readonly voorrang: boolean
  /** The melding that is being decided on. */
  meldingId?: Id
  /** The aanvraag of a beschikking that is not decided on yet, and the beschikking that holds now. */
  aanvraagId?: Id
  beschikking?: { readonly id: Id; readonly versie: number }
  /** Where they wait. */
  wacht?: { readonly id: Id; readonly product: Product }
  /** Where they stay. */
  verblijf?: Verblijf
}

/** What every step of the history shares. */
export interface Verloop {
  readonly agenda: Agenda
  readonly random: Random
  readonly regio: LoadedRegio
  readonly laatste: PlainDate
}

/** A working day on or after the day: desks are closed in the weekend. */
export function werkdag(op: PlainDate): PlainDate {
  const dag = new Date(`${op}T12:00:00Z`).getUTCDay()
  return dag === 6 ? addDays(op, 2) : dag === 0 ? addDays(op, 1) : op
}

export function isMaandag(op: PlainDate): boolean {
  return new Date(`${op}T12:00:00Z`).getUTCDay() === 1
}
