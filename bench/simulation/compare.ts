import { execSync } from 'node:child_process'
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * The core beside the comparison programs, in turns in one call, so that a slow machine changes no ratio.
 * Usage: REFERENTIE=<folder with model_a_int, model_b, model_c and peers/> [SIMJS=<folder with simjs>] [RONDEN=5] compare.ts
 */
const reference = resolve(process.env.REFERENTIE ?? '')
const simjs = process.env.SIMJS
const rounds = Number(process.env.RONDEN ?? 5)
const root = fileURLToPath(new URL('../..', import.meta.url))
// Built as the product is (scripts/build.mjs), and inside it for its packages.
const bundle = join(root, 'dist', `bench-${process.pid}`)
await build({
  absWorkingDir: root,
  entryPoints: [
    'bench/simulation/run.ts',
    'bench/simulation/pool.ts',
    'src/modules/prognose/server/reken.worker.ts',
  ],
  entryNames: '[name]',
  outdir: bundle,
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  logLevel: 'error',
})
for (const name of ['a', 'b', 'c']) {
  const file = `model-${name}.json`
  copyFileSync(fileURLToPath(new URL(file, import.meta.url)), join(bundle, file))
}
const own = (args: string) => `node ${join(bundle, 'run.js')} ${args}`
const pool = (threads: number) => `node ${join(bundle, 'pool.js')} ${threads}`
const peer = (name: string, args: string) => `/usr/bin/python3 ${join(reference, 'peers', name)} ${args}`
const native = (name: string, args: string) => `${join(reference, name)} ${args}`

interface Round {
  evps: number
  sec: number
}

type Command = [label: string, command: string]

function isThere([, command]: Command): boolean {
  const [program, file] = command.split(' ')
  return existsSync(program!.startsWith(reference) ? program! : file!)
}

function runOnce(command: string): Round & { process: number } {
  const started = performance.now()
  // The peer in simjs looks for its package where it is run.
  const text = execSync(command, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    cwd: simjs ?? root,
  })
  const took = (performance.now() - started) / 1000
  return { ...(JSON.parse(text.split('\n').find((line) => line.startsWith('{'))!) as Round), process: took }
}

/** Runs commands in turns and prints the median of each, and of its ratio to the first and the last of the same round. */
function inTurns(title: string, commands: Command[]): void {
  const found = commands.filter(isThere)
  const runs = found.map((): Round[] => [])
  for (let round = 0; round < rounds; round++) {
    found.forEach(([, command], i) => {
      runs[i]!.push(runOnce(command))
    })
  }
  console.log(`\n${title}`)
  found.forEach(([label], i) => {
    const speed = Math.round(median(runs[i]!.map((run) => run.evps))).toLocaleString('nl')
    console.log(
      `${label.padEnd(28)} ${speed.padStart(12)} events/s   ${against(0)} the first   ${against(runs.length - 1)} the last`,
    )
    function against(other: number): string {
      const ratio = runs[i]!.map((run, round) => run.evps / runs[other]![round]!.evps)
      const [middle, low, high] = [median(ratio), Math.min(...ratio), Math.max(...ratio)]
      return `${middle.toPrecision(3).padStart(7)} (${low.toPrecision(3)} to ${high.toPrecision(3)}) times`
    }
  })
}

/** Fifty replications by a process that has just started, beside the seconds SimPy itself counts for one. */
function coldStart(ours: Command, theirs: Command): void {
  if (!isThere(theirs)) return
  const seconds = Array.from(
    { length: rounds },
    () => [runOnce(ours[1]).process, runOnce(theirs[1]).sec] as const,
  )
  const ratio = seconds.map(([a, b]) => a / b)
  console.log('\nCold start (S6)')
  console.log(`${ours[0].padEnd(36)} ${median(seconds.map(([a]) => a)).toFixed(2)} s`)
  console.log(`${theirs[0].padEnd(36)} ${median(seconds.map(([, b]) => b)).toFixed(2)} s`)
  console.log(
    `${median(ratio).toPrecision(3)} times (${Math.min(...ratio).toPrecision(3)} to ${Math.max(...ratio).toPrecision(3)})`,
  )
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!

inTurns('Model A (S9)', [
  ['C++', native('model_a_int', '10000000 1')],
  ['Onderdak', own('a 1 one 800')],
  ['SimPy', peer('simpy_a.py', '200000 1')],
  ...(simjs ? [['simjs', `node ${join(reference, 'peers', 'simjs-a.mjs')} 50000 1`] as Command] : []),
])
inTurns('Model B (S1, S2)', [
  ['C++, calendar', native('model_b', '5000 1 10 10 cal')],
  ['Onderdak, one stream', own('b 1 one 5000')],
  ['Onderdak, a stream a person', own('b 1 person 5000')],
  ['SimPy', peer('simpy_b.py', '60 1 10')],
])
inTurns('Model C, 500 replications, one thread (S3, S4)', [
  ['C++, calendar', native('model_c', '500 1 cal 1')],
  ['Onderdak, one stream', own('c 500 one')],
  ['Onderdak, a stream a person', own('c 500 person')],
  ['SimPy, 4 replications', peer('simpy_c.py', '4 1')],
])
inTurns('Model C, 500 replications, warm threads of the product (S5)', [
  ['One at a time', pool(1)],
  ['Two at a time', pool(2)],
])
coldStart(
  ['Onderdak, 50 replications', own('c 50 person')],
  ['SimPy, 1 replication', peer('simpy_c.py', '1 1')],
)
rmSync(bundle, { recursive: true })
