import { Logger, parseCronItems, type Runner, run } from 'graphile-worker'
import type pg from 'pg'
import { Id } from '../../shared/id.ts'
import { isRejection } from '../../shared/rejection.ts'
import { appendAudit } from '../audit/audit.ts'
import type { Platform } from '../platform.ts'
import { transact } from '../transaction.ts'
import type { Vrager, Work } from '../work.ts'
import { freeLeftJobs } from './left-over.ts'
import type { HerhaaldeTaak, StappenTaak, TaakHandler } from './tasks.ts'

export interface JobOptions {
  readonly platform: Platform
  readonly pool: pg.Pool
  readonly taken: readonly (TaakHandler | StappenTaak)[]
  readonly herhaald: readonly HerhaaldeTaak[]
  readonly concurrency?: number
}

function systemVrager(regioId: Id, naam: string): Vrager {
  return {
    regioId,
    organisatieId: null,
    gebruikerId: null,
    naam: `taak ${naam}`,
    rol: 'systeem',
    permissies: new Set(),
    isSysteem: true,
  }
}

/** One run of a job in one transaction, as the system, with its audit row. A Rejection makes the job fail and be tried again. */
export async function runTaak<T>(
  platform: Platform,
  regioId: Id,
  naam: string,
  sleutel: string,
  handle: (work: Work) => Promise<T>,
): Promise<T> {
  const vrager = systemVrager(regioId, naam)
  const { result } = await transact(
    platform,
    vrager,
    {
      doel: 'taak',
      sleutel,
      finish: async (db, personen) => {
        if (personen.length === 0) return
        await appendAudit(db, {
          vrager,
          tijd: platform.clock.now(),
          gebeurtenis: `taak.${naam}`,
          actie: 'E',
          uitkomst: 0,
          doel: 'taak',
          route: `taak ${naam}`,
          personen,
          verzoekId: platform.newId(),
          netwerkadres: 'intern',
        })
      },
    },
    handle,
  )
  if (isRejection(result)) throw new Error(`Job ${naam} was refused: ${result.code}`)
  return result
}

/** Starts the workers of this process. Any number of processes may run them side by side: jobs are rows. */
export async function startJobs(options: JobOptions): Promise<Runner> {
  const { platform } = options
  const taskList: Record<string, (payload: unknown, helpers: { job: { id: string } }) => Promise<void>> = {}
  for (const taak of options.taken) {
    taskList[taak.naam] = async (payload, { job }) => {
      const { regioId, ...gegevens } = payload as { regioId: unknown } & Record<string, unknown>
      const regio = Id.parse(regioId)
      if ('handleStappen' in taak)
        return taak.handleStappen(
          // Each step has a key of its own: a job that runs again takes other steps.
          (run) => runTaak(platform, regio, taak.naam, `taak-${job.id}-${platform.newId()}`, run),
          gegevens,
        )
      await runTaak(platform, regio, taak.naam, `taak-${job.id}`, (work) => taak.handle(work, gegevens))
    }
  }
  for (const taak of options.herhaald) {
    taskList[taak.naam] = async (_payload, { job }) => {
      const regios = await platform.db.selectFrom('regio').select('id').orderBy('code').execute()
      for (const regio of regios)
        await runTaak(platform, regio.id, taak.naam, `taak-${job.id}`, (work) => taak.handle(work))
    }
  }
  const letGo = await freeLeftJobs(options.pool)
  const runner = await run({
    pgPool: options.pool,
    schema: 'graphile_worker',
    concurrency: options.concurrency ?? 2,
    noHandleSignals: true,
    pollInterval: 5_000,
    taskList,
    parsedCronItems: parseCronItems(
      options.herhaald.map((taak) => ({ task: taak.naam, match: taak.cron, identifier: taak.naam })),
    ),
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') platform.log.warn({ taak: true }, message)
    }),
  })
  void runner.promise.finally(letGo).catch(() => {})
  return runner
}

/** Clears what has served its time: answered requests after a week, drafts after 30 days, ended sessions after 90. */
export const opruimen: HerhaaldeTaak = {
  naam: 'opruimen',
  cron: '15 2 * * *',
  async handle(work) {
    const daysAgo = (days: number) => new Date(work.now.getTime() - days * 86_400_000)
    await work.db.deleteFrom('verzoek').where('aangemaakt_op', '<', daysAgo(7)).execute()
    await work.db.deleteFrom('concept').where('bewaard_op', '<', daysAgo(30)).execute()
    await work.db
      .deleteFrom('sessie')
      .where('regio_id', '=', work.regioId)
      .where('verloopt_op', '<', daysAgo(90))
      .execute()
  },
}
