import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenProduct, givenWachtende } from '../../../../tests/given/wachtlijst.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { readRichtingcijfers, readVerloop, readVerwachting } from './wacht-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let beleid: Vrager
let druk: Id
let stil: Id

/** Two lists in a year: one of which two leave every month, and one with a single person. */
beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-03-02')
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'wachtlijstbeheerder')
  beleid = await regio.als('centrumgemeente', 'programmamanager')
  druk = await givenProduct({ platform, regio }, { code: 'druk' })
  stil = await givenProduct({ platform, regio }, { code: 'stil' })
  const wachtende = (productId: Id, beslotenOp: string) =>
    givenWachtende(platform, loket, {
      productId,
      ingelezen: { bron: 'proef', peildatum: '2026-03-01', gemeldOp: '2025-01-01', beslotenOp },
    })
  await wachtende(stil, '2026-01-15')
  for (let i = 0; i < 36; i++) {
    const { id } = await wachtende(druk, '2025-01-15')
    const maand = `2025-${String((i % 12) + 1).padStart(2, '0')}`
    if (i < 12)
      await database.login.query(
        "update onderdak.wachtlijstplaatsing set status = 'geplaatst', gestart_op = $2 where id = $1",
        [id, `${maand}-20`],
      )
    else if (i < 24)
      await database.login.query(
        "update onderdak.wachtlijstplaatsing set status = 'beeindigd', beeindigd_op = $2, eindreden = 'eigen_oplossing' where id = $1",
        [id, `${maand}-25`],
      )
  }
})

const page = { pagina: 1, aantalPerPagina: 50 }
const verloop = (wie: Vrager, productId?: Id) =>
  workAs(platform, wie, async (work) =>
    accepted(await readVerloop(work, { ...page, op: '2026-02-28', productId })),
  )
const verwachting = (wie: Vrager) =>
  workAs(platform, wie, async (work) => accepted(await readVerwachting(work, { ...page, op: '2026-02-28' })))

describe('de wachtlijst per maand (WL-11)', () => {
  it('elke maand sluit, met wie een plek kreeg en wie anders van de lijst ging apart', async () => {
    const { results, van } = await verloop(regio.systeem, druk)
    expect(van).toBe('2025-02-01')
    expect(results).toHaveLength(13)
    expect(results.every((rij) => rij.sluit)).toBe(true)
    expect(results.find((rij) => rij.maand === '2025-03-01')).toMatchObject({
      begin: 32,
      erbij: 0,
      geplaatst: 1,
      anders: 1,
      eind: 30,
    })
    expect(results.slice(1).every((rij, i) => rij.eind === results[i]!.begin)).toBe(true)
  })

  it('noemt hoe lang wie begon heeft gewacht, en hoe lang wie er nog staat al wacht', async () => {
    const { results } = await verloop(regio.systeem, druk)
    expect(results.find((rij) => rij.maand === '2025-03-01')).toMatchObject({
      startMediaan: 64,
      startP90: 64,
      wachtMediaan: 75,
      wachtP90: 75,
    })
  })

  it('alle producten samen is de som; wie niet in elk dossier mag kijken ziet geen kleine aantallen', async () => {
    const alles = await verloop(regio.systeem)
    expect(alles.results[0]).toMatchObject({ maand: '2026-02-01', begin: 13, eind: 13 })
    const beschermd = await verloop(beleid, stil)
    expect(beschermd.kleinsteGetal).toBe(8)
    expect(beschermd.results[0]).toMatchObject({ eind: null, wachtMediaan: null, afgeschermd: true })
    const ander = await verloop(beleid, druk)
    const samen = await verloop(beleid)
    // 13 in all minus 12 would tell of the one person.
    expect([ander.results[0]!.eind, samen.results[0]!.eind]).toContain(null)
  })

  it('verwacht een wachttijd uit het tempo van twaalf hele maanden, en zegt waar dat niet kan', async () => {
    const { results } = await verwachting(regio.systeem)
    // 12 wait; 22 left from February to January.
    expect(results.find((rij) => rij.groep === druk)).toMatchObject({
      stand: 'verwacht',
      wachtend: 12,
      vertrokken: 22,
      maanden: 12,
      midden: 7,
      van: 4,
      tot: 11,
    })
    expect(results.find((rij) => rij.groep === stil)).toMatchObject({ stand: 'te_weinig', midden: null })
    const beschermd = await verwachting(beleid)
    expect(beschermd.results.find((rij) => rij.groep === stil)).toMatchObject({
      stand: 'te_weinig',
      wachtend: null,
    })
  })
})

describe('de wachtlijst per richting in de cijfers (WL-03)', () => {
  it('noemt definitie, dag en totaal, en verbergt kleine aantallen', async () => {
    const read = (wie: Vrager) =>
      workAs(platform, wie, async (work) =>
        accepted(await readRichtingcijfers(work, { ...page, op: '2026-02-28', per: 'product' })),
      )
    expect((await read(regio.systeem)).totaal).toMatchObject({ instroom: 13, samen: 13 })
    const { results, definitie } = await read(beleid)
    expect(definitie.versie).toBe(1)
    expect(results.find((rij) => rij.groep === stil)).toMatchObject({ instroom: null, afgeschermd: true })
  })
})
