import { readFileSync } from 'node:fs'
import { checkModel } from '../../src/simulation/check.ts'
import { compileNetwork } from '../../src/simulation/network.ts'
import { createRunner } from '../../src/simulation/run.ts'

/**
 * One model in the forecast core, as a line of JSON with `evps` for a comparison in turns.
 * Usage: run.ts <a|b|c> <replications> [person|one] [years of one replication, model b and a]
 */
const [, , name = 'c', replications = '500', luck = 'person', years] = process.argv
const file = JSON.parse(readFileSync(new URL(`model-${name}.json`, import.meta.url), 'utf8'))
file.luck = luck
if (years) file.bins = { from: 3650, span: 36.5 * Number(years), count: 10 }
const { model, faults } = checkModel(file)
if (!model) throw new Error(JSON.stringify(faults))
const network = compileNetwork(model)
const run = createRunner()
const started = performance.now()
const batch = run(network, { seed: 1, first: 0, count: Number(replications), keep: new Int32Array(0) })
const sec = (performance.now() - started) / 1000
console.log(
  JSON.stringify({
    tool: 'onderdak',
    model: name,
    luck,
    replications: batch.count,
    events: batch.events,
    sec: Number(sec.toFixed(3)),
    evps: Math.round(batch.events / sec),
    rssMB: Math.round(process.memoryUsage().rss / 1e6),
  }),
)
