import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import {
  accepted,
  systemVrager,
  type TestPlatform,
  testPlatform,
  workAs,
} from '../../../../tests/given/platform.ts'
import { givenProgramma, givenRapportage, type Proefprogramma } from '../../../../tests/given/rapportage.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Stap } from '../../../platform/jobs/tasks.ts'
import { projectRoot } from '../../../platform/root.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { RapportageInvoer } from '../domain/contract.ts'
import { adoptRapportage, askVerversing, startRapportage } from './commands.ts'
import { draftRapportage } from './opstellen.ts'
import { readRapportage } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let programma: Proefprogramma

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-02')
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  programma = await givenProgramma(platform, manager)
}, 120_000)

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const lees = async (id: Id) => accepted(await as(manager, (work) => readRapportage(work, id)))
const begin = async (titel: string) =>
  accepted(
    await as(manager, (work) =>
      startRapportage(
        work,
        RapportageInvoer.parse({
          programmaId: programma.programmaId,
          soort: 'voortgang',
          van: '2026-01-01',
          tot: '2026-04-01',
          titel,
        }),
      ),
    ),
  ).id
const stukken = async (id: Id) =>
  (
    await database.login.query(
      'select sleutel, gemaakt, volgorde from onderdak.rapportage_blok where rapportage_id = $1 order by volgorde',
      [id],
    )
  ).rows
const stap: Stap = (run) => as(systemVrager(regio.regioId), run)

describe('zien hoe ver het opstellen is', () => {
  it('elke stap is te zien voor wie wacht: zoveel van zoveel activiteiten; daarvoor en daarna niets', async () => {
    const id = await begin('Stappen')
    const gezien: unknown[] = [(await lees(id)).voortgang]
    await draftRapportage(async (run) => {
      const done = await stap(run)
      const { voortgang, isBezig, hoofdstukken } = await lees(id)
      gezien.push(voortgang)
      expect(hoofdstukken.length > 0).toBe(!isBezig)
      return done
    }, id)
    const van3 = (gedaan: number) => ({ gedaan, totaal: 3 })
    expect(gezien).toEqual([null, van3(0), van3(1), van3(2), van3(3), null])
  })

  it('een ander mag intussen de titel wijzigen: de stappen maken geen andere versie', async () => {
    const id = await begin('Versies')
    const { versie } = await lees(id)
    const versies: number[] = []
    await draftRapportage(async (run) => {
      const done = await stap(run)
      versies.push((await lees(id)).versie)
      return done
    }, id)
    expect(versies).toEqual([versie, versie, versie, versie, versie + 1])
  })

  it('wat later begon te kijken, wordt niet overschreven door wie eerder begon en later klaar was', async () => {
    const id = await givenRapportage(platform, manager, { programmaId: programma.programmaId })
    let sneller = false
    await draftRapportage(async (run) => {
      const done = await stap(run)
      if (!sneller) {
        sneller = true
        platform.clock.advance(60_000)
        await draftRapportage(stap, id)
      }
      return done
    }, id)
    expect((await lees(id)).levendOp).toBe(platform.clock.now().toISOString())
  })

  it('’s nachts wacht niemand: wie dan vaststelt, houdt wat is vastgesteld', async () => {
    const id = await givenRapportage(platform, manager, { programmaId: programma.programmaId })
    let stappen = 0
    await draftRapportage(async (run) => {
      const done = await stap(run)
      const { voortgang, versie } = await lees(id)
      expect(voortgang).toBeNull()
      if (++stappen === 2) accepted(await as(manager, (work) => adoptRapportage(work, { id, versie })))
      return done
    }, id)
    expect(await lees(id)).toMatchObject({ isVastgesteld: true, isBezig: false })
  })

  it('de voortgang hoort bij een rapportage die bezig is, en gaat nooit verder dan het totaal', async () => {
    const id = await givenRapportage(platform, manager, { programmaId: programma.programmaId })
    for (const waarden of [
      'bezig_gedaan = 1, bezig_totaal = 3',
      'bezig_sinds = now(), bezig_gedaan = 4, bezig_totaal = 3',
      'bezig_sinds = now(), bezig_gedaan = 1',
    ])
      await expect(
        database.login.query(`update onderdak.rapportage set ${waarden} where id = $1`, [id]),
      ).rejects.toThrow('rapportage_bezig_telt')
  })
})

describe('kill -9 tijdens het opstellen', () => {
  const children: ChildProcess[] = []
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
  })
  async function startProcess(): Promise<ChildProcess> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(projectRoot, 'tests/database/job-child.ts'), database.url],
      { cwd: projectRoot, stdio: ['pipe', 'pipe', 'inherit'] },
    )
    children.push(child)
    await new Promise((resolve) => child.stdout!.once('data', resolve))
    return child
  }

  it('halverwege is er niets van een concept, en daarna staat alles er één keer', async () => {
    const heel = await givenRapportage(platform, manager, { programmaId: programma.programmaId })
    await database.login.query('delete from graphile_worker._private_jobs')
    // The second activiteit takes a minute: there the process dies.
    await database.login.query(`create function onderdak.proef_slaap() returns trigger language plpgsql as $$
      begin perform pg_sleep(60); return new; end $$`)
    await database.login.query(`create trigger proef_slaap before update on onderdak.rapportage
      for each row when (new.bezig_gedaan = 2) execute function onderdak.proef_slaap()`)
    const id = await begin('Stroomstoring')
    const eerste = await startProcess()
    await expect
      .poll(async () => (await lees(id)).voortgang, { timeout: 60_000, interval: 50 })
      .toEqual({ gedaan: 1, totaal: 3 })
    const gone = new Promise((resolve) => eerste.once('exit', resolve))
    eerste.kill('SIGKILL')
    await gone
    await database.login.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'",
    )
    await database.login.query('drop trigger proef_slaap on onderdak.rapportage')
    await database.login.query('drop function onderdak.proef_slaap()')
    expect(await stukken(id)).toEqual([])
    const { versie } = await lees(id)
    expect(await as(manager, (work) => adoptRapportage(work, { id, versie }))).toMatchObject({
      code: 'rapportage_bezig',
    })
    // The queue hands it out again.
    for (const tabel of ['_private_jobs', '_private_job_queues'])
      await database.login.query(`update graphile_worker.${tabel} set locked_at = null, locked_by = null`)
    await database.login.query('update graphile_worker._private_jobs set run_at = now()')
    await startProcess()
    await expect.poll(async () => (await lees(id)).isBezig, { timeout: 60_000 }).toBe(false)
    expect(await stukken(id)).toEqual(await stukken(heel))
    expect((await lees(id)).voortgang).toBeNull()
    accepted(await as(manager, (work) => askVerversing(work, id)))
  }, 180_000)
})
