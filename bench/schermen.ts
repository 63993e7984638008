import { Agent, get } from 'node:http'
import { performance } from 'node:perf_hooks'
import { createPool } from '../src/platform/db/connect.ts'
import { type Asker, type BenchDatabase, startBenchDatabase } from './data.ts'
import { median, rssOf, startTarget, type Target } from './load.ts'
import { recordStatements, replay } from './recorder.ts'

// The screens' API at the size of the demo and at 50,000 persons, in turns with the same statements asked bare.

const rounds = Number(process.env.RONDEN ?? 3)
const requests = Number(process.env.VERZOEKEN ?? 20)
const sizes = (process.env.PERSONEN ?? '1000,50000').split(',').map(Number)
const only = process.env.SCHERM

const screens = [
  ['Plekkenbord', '/plekkenbord'],
  ['Plekkenbord, 200 rijen', '/plekkenbord?aantalPerPagina=200'],
  ['Plekkenkalender, 4 weken', '/plekkenkalender'],
  ['Wachtlijst, 25 rijen', '/wachtlijst'],
  ['Wachtlijst, 200 rijen', '/wachtlijst?aantalPerPagina=200'],
  ['Wachtlijst van een product, export', '/wachtlijst?productId=:product&formaat=csv'],
  ['Dossier', '/personen/:persoon'],
  ['Tijdlijn', '/personen/:persoon/tijdlijn'],
  ['Vandaag', '/vandaag'],
  ['Meldingen', '/meldingen'],
] as const

const askers: readonly Asker[] = ['loket.toegangsmedewerker', 'aanbieder.aanbieder_planner']

interface Answer {
  readonly status: number
  readonly ms: number
  readonly body: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 })

function ask(url: string, cookie: string): Promise<Answer> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          ms: performance.now() - start,
          body: Buffer.concat(parts).toString(),
        }),
      )
    }).on('error', reject)
  })
}

async function timesOf(connections: number, run: () => Promise<number>): Promise<number[]> {
  const times: number[] = []
  const one = async () => {
    for (let i = 0; i < requests; i++) times.push(await run())
  }
  await Promise.all(Array.from({ length: connections }, one))
  return times
}

const percentile = (times: readonly number[], part: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))]!

async function exampleIds(
  database: BenchDatabase,
  asker: Asker,
): Promise<{ persoon: string; product: string }> {
  const pool = createPool({ url: database.url, role: 'login', max: 1 })
  const { rows } = await pool.query(
    `select b.persoon_id as persoon, (select product_id from wachtlijstplaatsing group by 1 order by count(*) desc, 1 limit 1) as product
    from betrokkenheid b join gebruiker g on g.organisatie_id = b.organisatie_id
    where g.gebruikersnaam = $1 and b.bron_soort = 'verblijf' and b.tot is null order by b.persoon_id limit 1`,
    [`${asker}.tst`],
  )
  await pool.end()
  return rows[0]
}

function rowsOf(body: string): number {
  if (!body.startsWith('{')) return body.split('\n').length - 1
  const answer = JSON.parse(body)
  return (answer.results ?? answer.rijen ?? answer.groepen ?? [answer]).length
}

async function measure(target: Target, database: BenchDatabase, path: string, cookie: string) {
  const url = `${target.url}/api/v1${path}`
  const first = await ask(url, cookie)
  if (first.status === 403) return undefined
  if (first.status !== 200) throw new Error(`${path}: ${first.status} ${first.body.slice(0, 200)}`)
  const statements = await recordStatements(database, `/api/v1${path}`, cookie)
  const pool = createPool({ url: database.url, role: 'login', max: 1 })
  const client = await pool.connect()
  const asked = async () => (await ask(url, cookie)).ms
  const bare = async () => {
    const start = performance.now()
    await replay(client, statements)
    return performance.now() - start
  }
  await timesOf(4, asked)
  await timesOf(1, bare)
  const found = { p50: [], p95: [], busy50: [], busy95: [], bare50: [], bare95: [] } as Record<
    string,
    number[]
  >
  for (let round = 0; round < rounds; round++) {
    const alone = await timesOf(1, asked)
    const sql = await timesOf(1, bare)
    const busy = await timesOf(4, asked)
    found.p50!.push(percentile(alone, 0.5))
    found.p95!.push(percentile(alone, 0.95))
    found.bare50!.push(percentile(sql, 0.5))
    found.bare95!.push(percentile(sql, 0.95))
    found.busy50!.push(percentile(busy, 0.5))
    found.busy95!.push(percentile(busy, 0.95))
  }
  client.release()
  await pool.end()
  const of = (name: string) => median(found[name]!)
  const ratio = median(found.p50!.map((value, i) => value / found.bare50![i]!))
  return { rows: rowsOf(first.body), of, ratio, statements: statements.length }
}

async function run(personen: number): Promise<void> {
  const database = await startBenchDatabase(personen)
  const target = await startTarget('onderdak', {
    BENCH_URL: database.url,
    BENCH_SECRET: database.secret.toString('base64'),
  })
  try {
    const idle = await rssOf(target)
    console.log(`\n${personen} personen\n`)
    console.log(
      '| Scherm | Rol | Rijen | Keer kaal | p50 | p95 | p50 bij 4 | p95 bij 4 | Kaal p50 | Kaal p95 |',
    )
    console.log('|---|---|---:|---:|---:|---:|---:|---:|---:|---:|')
    for (const asker of askers) {
      const ids = await exampleIds(database, asker)
      for (const [name, template] of screens) {
        if (only && !name.startsWith(only)) continue
        const path = template.replace(':persoon', ids.persoon).replace(':product', ids.product)
        const cookie = await database.cookieOf(asker)
        const found = await measure(target, database, path, cookie)
        if (!found) continue
        const times = ['p50', 'p95', 'busy50', 'busy95', 'bare50', 'bare95'].map((key) =>
          found.of(key).toFixed(1),
        )
        console.log(
          `| ${[name, asker.split('.')[1], found.rows, found.ratio.toFixed(1), ...times].join(' | ')} |`,
        )
      }
    }
    console.log(`\nGeheugen van het proces: ${idle} MB in rust, ${await rssOf(target)} MB na de meting`)
  } finally {
    await target.stop()
    await database.stop()
  }
}

for (const personen of sizes) await run(personen)
agent.destroy()
