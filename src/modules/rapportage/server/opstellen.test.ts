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
import {
  activiteitInvoer,
  givenProgramma,
  givenRapportage,
  type Proefprogramma,
} from '../../../../tests/given/rapportage.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Stap } from '../../../platform/jobs/tasks.ts'
import { projectRoot } from '../../../platform/root.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { ActiviteitWijziging } from '../../programma/domain/activiteit-contract.ts'
import { MetingInvoer } from '../../programma/domain/meting-contract.ts'
import { StandInvoer } from '../../programma/domain/voortgang-contract.ts'
import { changeActiviteit, planActiviteit } from '../../programma/server/activiteit-commands.ts'
import { readActiviteit } from '../../programma/server/activiteit-queries.ts'
import { registerMeting } from '../../programma/server/meting-commands.ts'
import { reportStand } from '../../programma/server/voortgang-commands.ts'
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
    // Who starts now takes up what was left, at once.
    await startProcess()
    await expect.poll(async () => (await lees(id)).isBezig, { timeout: 60_000 }).toBe(false)
    expect(await stukken(id)).toEqual(await stukken(heel))
    expect((await lees(id)).voortgang).toBeNull()
    accepted(await as(manager, (work) => askVerversing(work, id)))
  }, 180_000)
})

describe('een rapportage over een tijd die voorbij is', () => {
  it('zegt hoe het toen was: naam, planning en kartrekker van voor een latere wijziging, en de stand van toen', async () => {
    const { pilot } = programma
    const { versie } = await as(manager, async (work) => accepted(await readActiviteit(work, pilot)))
    const wijzig = async (gezien: number, over: object) =>
      accepted(
        await as(manager, (work) =>
          changeActiviteit(work, {
            ...ActiviteitWijziging.parse({ ...activiteitInvoer(programma), versie: gezien, ...over }),
            id: pilot,
          }),
        ),
      ).versie
    platform.clock.set('2026-03-20')
    const voor = await wijzig(versie, { kartrekkers: [{ naam: 'Gemeente Toen' }] })
    platform.clock.set('2026-04-20')
    const na = await wijzig(voor, { kartrekkers: [{ naam: 'Gemeente Nu' }], naam: 'Straten met liefde' })
    accepted(
      await as(manager, (work) =>
        planActiviteit(work, {
          id: pilot,
          versie: na,
          planning: 'kwartalen',
          vanKwartaal: '2026-1',
          totKwartaal: '2027-4',
        }),
      ),
    )
    accepted(
      await as(manager, (work) =>
        reportStand(work, { ...StandInvoer.parse({ op: '2026-04-15', stand: 'afgerond' }), id: pilot }),
      ),
    )
    const tekst = async (tot: string) => {
      const id = await givenRapportage(platform, manager, { programmaId: programma.programmaId, tot })
      return JSON.stringify((await stukken(id)).map(({ gemaakt }) => JSON.parse(gemaakt)))
    }
    const toen = await tekst('2026-04-01')
    expect(toen).toContain('2F Lief en leedstraten')
    expect(toen).toContain('Gemeente Toen')
    expect(toen).toContain('Het eerste kwartaal 2026 tot en met het vierde kwartaal 2026')
    expect(toen).toContain('In uitvoering, sinds 1 november 2025')
    expect(toen).not.toMatch(/Straten met liefde|Gemeente Nu|vierde kwartaal 2027|Afgerond/)
    const nu = await tekst('2026-05-01')
    expect(nu).toMatch(/Straten met liefde.*Afgerond, sinds 15 april 2026.*vierde kwartaal 2027.*Gemeente Nu/)
  })

  it('van een streefwaarde die later is gewijzigd, is niet te zeggen of zij toen was gehaald', async () => {
    const tabelVan = async (tot: string) => {
      const id = await givenRapportage(platform, manager, { programmaId: programma.programmaId, tot })
      return (await stukken(id))
        .map(({ gemaakt }) => JSON.parse(gemaakt))
        .find(({ titel }) => titel?.startsWith('Resultaten van'))
    }
    expect((await tabelVan('2026-04-01')).rijen[0]).toContain('Gehaald')
    platform.clock.set('2026-04-22')
    const { versie, kartrekkers } = await as(manager, async (work) =>
      accepted(await readActiviteit(work, programma.pilot)),
    )
    const invoer = activiteitInvoer(programma)
    accepted(
      await as(manager, (work) =>
        changeActiviteit(work, {
          ...ActiviteitWijziging.parse({
            ...invoer,
            versie,
            kartrekkers: kartrekkers.map((naam) => ({ naam })),
            resultaten: [{ ...invoer.resultaten[0], streefwaarde: 60 }],
          }),
          id: programma.pilot,
        }),
      ),
    )
    const toen = await tabelVan('2026-04-01')
    expect(toen.kop).toEqual(['Resultaat', 'Stand', 'Op'])
    expect(toen.rijen).toEqual([['Straten die meedoen', '42 straten', '28-2-2026']])
    expect((await tabelVan('2026-05-01')).rijen[0]).toContain('minstens 60')
  })

  it('heeft geen meting die pas na de periode is gedaan; van een zonder dag staat dat erbij', async () => {
    accepted(
      await as(manager, (work) =>
        registerMeting(work, {
          ...MetingInvoer.parse({
            naam: 'Groep West',
            schaalVan: 1,
            schaalTot: 10,
            gepaard: 'onbekend',
            nulOp: '2026-01-10',
            naOp: '2026-04-10',
            stellingen: [
              { nummer: 1, stelling: 'Ik ken mijn straat', richting: 'hoger', nul: 4, na: 7, verschil: 3 },
            ],
            bron: 'Evaluatie',
          }),
          id: programma.pilot,
        }),
      ),
    )
    for (const [tot, staatErin] of [
      ['2026-04-01', false],
      ['2026-05-01', true],
    ] as const) {
      const id = await givenRapportage(platform, manager, { programmaId: programma.programmaId, tot })
      const tekst = JSON.stringify(await stukken(id))
      expect(tekst.includes('Groep West')).toBe(staatErin)
      expect(tekst.match(/Wanneer er is gemeten, is niet vastgelegd/g)).toHaveLength(1)
    }
  })
})
