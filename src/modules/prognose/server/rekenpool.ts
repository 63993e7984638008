import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Tinypool } from 'tinypool'
import type { Rekenantwoord, Rekendeel, Rekenopdracht } from '../domain/rekenen.ts'

/** As many threads as the queue hands out work at once. */
const DRADEN = 2
/** An engine that is warm stays for the next question; a quiet server gives the memory back. */
const STIL = 10 * 60_000

let pool: Tinypool | undefined

function openPool(): Tinypool {
  const fromSource = import.meta.url.endsWith('.ts')
  pool ??= new Tinypool({
    filename: fileURLToPath(
      new URL(fromSource ? './reken-from-source.mjs' : './reken.worker.js', import.meta.url),
    ),
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: DRADEN,
    idleTimeout: STIL,
  })
  return pool
}

export function isWarm(): boolean {
  return pool !== undefined && pool.threads.length >= DRADEN
}

/** Runs part of the replications in a thread of its own. */
export function runOpdracht(opdracht: Rekenopdracht): Promise<Rekenantwoord> {
  return openPool().run(opdracht)
}

/** The same while somebody waits: undefined when it is not there in time, or went wrong. */
export async function runInTime(
  opdracht: Rekenopdracht,
  milliseconds: number,
): Promise<Rekendeel | undefined> {
  const late = new AbortController()
  const run = runOpdracht(opdracht)
    .then((antwoord) => ('fout' in antwoord ? undefined : antwoord))
    .catch(() => undefined)
  const end = setTimeout(milliseconds, undefined, { signal: late.signal }).catch(() => undefined)
  // Not broken off: a thread that is stopped leaves what waits behind it without one.
  return Promise.race([run, end]).finally(() => late.abort())
}
