import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { resumeBerekeningen, startBerekening } from '../../src/modules/prognose/server/berekening-commands.ts'
import { insertScenario, keepUitgangspunt } from '../../src/modules/prognose/server/scenario-store.ts'
import type { Vrager } from '../../src/platform/work.ts'
import type { Id } from '../../src/shared/id.ts'
import { useDatabase } from '../given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../given/platform.ts'
import { givenRegio, type TestRegio } from '../given/regio.ts'
import { givenMaatregel, givenUitgangspunt, OPVANG } from '../given/uitgangspunt.ts'

const script = fileURLToPath(new URL('job-child.ts', import.meta.url))
const database = useDatabase()
const children: ChildProcess[] = []
let platform: TestPlatform
let regio: TestRegio
let adviseur: Vrager
let scenarioId: Id

/** A chain as large as that of a big city, so that one part takes long enough to be caught in the middle. */
beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  adviseur = await regio.als('centrumgemeente', 'beleidsmedewerker')
  const { model } = givenUitgangspunt()
  const groot = givenUitgangspunt(
    {
      facilities: model.facilities.map((facility) => ({ ...facility, places: 8 * facility.places })),
      arrivals: model.arrivals.map((arrival) => ({ ...arrival, rate: 8 * (arrival.rate as number) })),
    },
    5,
  )
  scenarioId = await workAs(platform, adviseur, async (work) =>
    insertScenario(work, {
      uitgangspuntId: await keepUitgangspunt(work, groot, 5),
      naam: 'Meer plekken',
      toelichting: null,
      indicator: null,
      maatregelen: [givenMaatregel({ soort: 'plekken', product: OPVANG, aantal: 40 })],
    }),
  )
  // Writes down in the same transaction which process kept which part.
  await database.login.query(`
    create table public.gerekend (berekening_id uuid, arm int, eerste int, aantal int, door text);
    create function public.note_deel() returns trigger language plpgsql security definer as $$
    begin
      insert into public.gerekend values (new.berekening_id, new.arm, new.eerste, new.aantal, current_setting('application_name'));
      return null;
    end $$;
    create trigger note_deel after update of waarden on onderdak.berekening_deel for each row execute function public.note_deel()`)
}, 120_000)

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** A process on the queue, known to the database by its name. */
async function startProcess(name: string): Promise<ChildProcess> {
  const url = new URL(database.url)
  url.searchParams.set('application_name', name)
  const child = spawn(process.execPath, ['--import', 'tsx', script, url.toString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  for await (const line of createInterface({ input: child.stdout! })) if (line === 'ready') return child
  throw new Error(`process ${name} ended before it was ready`)
}

const start = async () =>
  accepted(
    await workAs(platform, adviseur, (work) => startBerekening(work, { scenarioId, soort: 'vergelijking' })),
  ).id

async function rows<T>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await database.login.query(text, values)).rows
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 240_000; Date.now() < end; ) if (await holds()) return
  throw new Error(`never happened: ${what}`)
}

interface Deel {
  readonly arm: number
  readonly eerste: number
  readonly aantal: number
}

const without = ({ arm, eerste, aantal }: Deel) => ({ arm, eerste, aantal })

const kept = (id: Id) =>
  rows<Deel & { door: string }>(
    'select arm, eerste, aantal, door from public.gerekend where berekening_id = $1 order by arm, eerste',
    [id],
  )

/** Parts that a process has claimed and is computing: it waits for nothing from the database. */
const held = (id: Id) =>
  rows<Deel & { door: string }>(
    `select d.arm, d.eerste, d.aantal, a.application_name as door
     from onderdak.berekening_deel d join pg_stat_activity a on a.backend_xid::text = d.xmax::text
     where d.berekening_id = $1 and d.waarden is null and a.state = 'idle in transaction' and a.query like '%berekening_arm%'`,
    [id],
  )

const processes = (parts: readonly { door: string }[]) => new Set(parts.map(({ door }) => door)).size

async function answer(id: Id): Promise<string> {
  let uitkomst: string | null = null
  await until('an answer', async () => {
    const [row] = await rows<{ stand: string; uitkomst: string | null; fout: string | null }>(
      'select stand, uitkomst, fout from onderdak.berekening where id = $1',
      [id],
    )
    if (row!.fout !== null) throw new Error(row!.fout)
    uitkomst = row!.uitkomst
    return row!.stand !== 'bezig'
  })
  return uitkomst!
}

/** Stops the process when both are computing, so that it cannot finish its part before it is killed; returns that part. */
async function killWhileHolding(id: Id, child: ChildProcess, name: string): Promise<Deel[]> {
  let parts: Deel[] = []
  await until('both compute at once', async () => {
    if (processes(await held(id)) < 2) return false
    child.kill('SIGSTOP')
    parts = (await held(id)).filter(({ door }) => door === name).map(without)
    if (parts.length === 0) child.kill('SIGCONT')
    return parts.length > 0
  })
  child.kill('SIGKILL')
  await until(`${name} has left the database`, async () => {
    const [{ n }] = (await rows<{ n: number }>(
      'select count(*)::int as n from pg_stat_activity where application_name = $1',
      [name],
    )) as [{ n: number }]
    return n === 0
  })
  return parts
}

describe('two processes on one berekening', () => {
  it('share the parts; kill -9 of one in the middle of a part loses nothing and counts nothing twice', async () => {
    await startProcess('blijft')
    const alone = await start()
    const undisturbed = await answer(alone)

    const victim = await startProcess('valt')
    const together = await start()
    await until('both kept a part', async () => processes(await kept(together)) === 2)
    const lost = await killWhileHolding(together, victim, 'valt')
    expect(lost.length).toBeGreaterThan(0)
    // What the queue does by itself every minute.
    await workAs(platform, regio.systeem, resumeBerekeningen)

    expect(await answer(together)).toBe(undisturbed)
    const parts = await kept(together)
    expect(parts.map(without)).toEqual((await kept(alone)).map(without))
    for (const part of lost) expect(parts).toContainEqual({ ...part, door: 'blijft' })
    expect(new Set(parts.map(({ arm, eerste }) => `${arm} ${eerste}`)).size).toBe(parts.length)
    const left = (id: Id) =>
      rows('select arm, eerste from onderdak.berekening_deel where berekening_id = $1 and waarden is null', [
        id,
      ])
    expect(await left(together)).toEqual([])
    await workAs(platform, regio.systeem, resumeBerekeningen)
    expect(await rows('select berekening_id from onderdak.berekening_deel')).toEqual([])
  }, 900_000)
})
