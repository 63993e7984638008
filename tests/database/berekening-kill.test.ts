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
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  for await (const line of createInterface({ input: child.stdout! })) if (line === 'ready') return child
  throw new Error(`process ${name} ended before it was ready`)
}

/** Without patience, so that this process computes nothing itself. */
const start = async () =>
  accepted(
    await workAs(platform, adviseur, (work) =>
      startBerekening(work, { scenarioId, soort: 'vergelijking' }, 0),
    ),
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

async function find(id: Id): Promise<{ stand: string; uitkomst: string | null; fout: string | null }> {
  const [row] = await rows<{ stand: string; uitkomst: string | null; fout: string | null }>(
    'select stand, uitkomst, fout from onderdak.berekening where id = $1',
    [id],
  )
  return row!
}

const isOver = async (id: Id) => (await find(id)).stand !== 'bezig'

/** Stops the process when both kept a part and both compute another; returns what it holds then, which it cannot finish any more. */
async function stopWhileHolding(id: Id, child: ChildProcess, name: string): Promise<Deel[]> {
  if (processes(await kept(id)) < 2 || processes(await held(id)) < 2) return []
  child.kill('SIGSTOP')
  const parts = (await held(id)).filter(({ door }) => door === name)
  if (parts.length === 0) child.kill('SIGCONT')
  return parts.map(without)
}

/** A first run may be over before the newcomer has its engine warm: then the next one is caught. */
async function startAndKill(child: ChildProcess, name: string): Promise<{ id: Id; lost: Deel[] }> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const id = await start()
    let lost: Deel[] = []
    await until('a run is caught, or over', async () => {
      lost = await stopWhileHolding(id, child, name)
      return lost.length > 0 || (await isOver(id))
    })
    if (lost.length === 0) continue
    child.kill('SIGKILL')
    await until(
      `${name} has left the database`,
      async () =>
        (await rows('select pid from pg_stat_activity where application_name = $1', [name])).length === 0,
    )
    return { id, lost }
  }
  throw new Error('the two never computed at once')
}

describe('two processes on one berekening', () => {
  it('share the parts; kill -9 of one in the middle of a part loses nothing and counts nothing twice', async () => {
    await startProcess('blijft')
    const alone = await start()
    await until('an answer of one', () => isOver(alone))

    const { id: together, lost } = await startAndKill(await startProcess('valt'), 'valt')
    expect(await isOver(together)).toBe(false)
    // What the queue does by itself every minute.
    await workAs(platform, regio.systeem, resumeBerekeningen)
    await until('an answer of two', () => isOver(together))

    const { uitkomst, ...rest } = await find(alone)
    expect(rest).toEqual({ stand: 'klaar', fout: null })
    expect((await find(together)).uitkomst).toBe(uitkomst)
    const parts = await kept(together)
    expect(parts.map(without)).toEqual((await kept(alone)).map(without))
    for (const part of lost) expect(parts).toContainEqual({ ...part, door: 'blijft' })
    expect(new Set(parts.map(({ arm, eerste }) => `${arm} ${eerste}`)).size).toBe(parts.length)
    await workAs(platform, regio.systeem, resumeBerekeningen)
    await until(
      'no part left',
      async () => (await rows('select arm from onderdak.berekening_deel')).length === 0,
    )
  }, 900_000)
})
