import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'

export interface Target {
  readonly child: ChildProcess
  readonly url: string
  stop(): Promise<void>
}

/** Starts bench/http-server.ts as `kind` and waits for its port. */
export async function startTarget(kind: string, env: Record<string, string>): Promise<Target> {
  const child = fork(fileURLToPath(new URL('http-server.ts', import.meta.url)), [kind], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout!.once('data', (text) => resolve(JSON.parse(String(text)).port))
    child.once('exit', (code) => reject(new Error(`Server ${kind} stopped with ${code}`)))
  })
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

/** Resident memory of the server in MB. */
export async function rssOf(target: Target): Promise<number> {
  const answer = new Promise<{ rss: number }>((resolve) => target.child.once('message', resolve as never))
  target.child.send('rss')
  return Math.round((await answer).rss / 1_048_576)
}

export interface Load {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly failed: number
}

export async function load(
  url: string,
  headers: Record<string, string>,
  seconds: number,
  connections = 20,
): Promise<Load> {
  const result = await autocannon({ url, headers, duration: seconds, connections })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p95: result.latency.p97_5,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
