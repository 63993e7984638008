import { execSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * The core beside the comparison programs, in turns in one call, so that a slow machine changes no ratio.
 * Usage: REFERENTIE=<folder with model_a_int, model_b, model_c and peers/> [RONDEN=5] compare.ts
 */
const reference = process.env.REFERENTIE ?? ''
const rounds = Number(process.env.RONDEN ?? 5)
const bundle = join(tmpdir(), `onderdak-bench-${process.pid}`)
await build({
  entryPoints: [fileURLToPath(new URL('run.ts', import.meta.url))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: join(bundle, 'run.mjs'),
  logLevel: 'error',
})
for (const name of ['a', 'b', 'c']) {
  const file = fileURLToPath(new URL(`model-${name}.json`, import.meta.url))
  execSync(`cp ${file} ${bundle}`)
}
const own = (args: string) => `node ${join(bundle, 'run.mjs')} ${args}`
const peer = (name: string, args: string) => `/usr/bin/python3 ${join(reference, 'peers', name)} ${args}`
const native = (name: string, args: string) => `${join(reference, name)} ${args}`

interface Round {
  evps: number
  sec: number
}

/** Runs commands in turns and prints the median of each, and of its ratio to the first of the same round. */
function inTurns(title: string, commands: [label: string, command: string][]): void {
  const found = commands.filter(([, command]) => {
    const [program, file] = command.split(' ')
    return existsSync(program!.endsWith('python3') ? file! : program!) || program === 'node'
  })
  const runs = found.map((): Round[] => [])
  for (let round = 0; round < rounds; round++) {
    found.forEach(([, command], i) => {
      const text = execSync(command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      runs[i]!.push(JSON.parse(text.split('\n').find((line) => line.startsWith('{'))!) as Round)
    })
  }
  console.log(`\n${title}`)
  found.forEach(([label], i) => {
    const speed = runs[i]!.map((run) => run.evps)
    const ratio = speed.map((value, round) => value / runs[0]![round]!.evps)
    console.log(
      `${label.padEnd(28)} ${Math.round(median(speed)).toLocaleString('nl').padStart(12)} events/s   ${median(ratio).toPrecision(3).padStart(6)} of the first (${Math.min(...ratio).toPrecision(3)} to ${Math.max(...ratio).toPrecision(3)})`,
    )
  })
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!

inTurns('Model A (S9)', [
  ['C++', native('model_a_int', '10000000 1')],
  ['Onderdak', own('a 1 one 800')],
  ['SimPy', peer('simpy_a.py', '200000 1')],
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
