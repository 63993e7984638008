import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenPersoon } from '../../../../tests/given/persoon.ts'
import { accepted } from '../../../../tests/given/platform.ts'
import { givenTrajectketen, type Trajectketen } from '../../../../tests/given/traject.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import { countCapaciteit, groupBezetting } from '../../plek/domain/capaciteit.ts'
import { listBezetting, listPlekkenVan, listPlekstand } from '../../plek/server/lookup.ts'
import { startDirectVerblijf } from '../../verblijf/server/commands.ts'
import { bookAhead, cancelBoeking, startBoeking } from './boeking-commands.ts'
import { findTimeOut } from './time-out.ts'

const database = useDatabase()
let keten: Trajectketen
let loket: Vrager
let zuid: Vrager
let plekId: Id
let locatieId: Id

// It is Monday 2 March 2026.
beforeAll(async () => {
  keten = await givenTrajectketen(database)
  loket = keten.loket
  zuid = await keten.regio.als('andereAanbieder', 'aanbieder_planner')
  await keten.query("update onderdak.product set code = 'time_out' where id = $1", [keten.woning])
})

beforeEach(async () => {
  keten.platform.clock.set('2026-03-02')
  plekId = (await keten.place(keten.woning))[0]!
  const [plek] = await keten.query('select locatie_id from onderdak.plek where id = $1', [plekId])
  locatieId = plek.locatie_id
})

async function bewoner(): Promise<{ persoonId: Id; trajectId: Id }> {
  const persoonId = await givenPersoon(keten.platform, loket)
  accepted(await keten.start(loket, persoonId, keten.nacht))
  return { persoonId, trajectId: (await keten.one(loket, persoonId)).id }
}
const boek = (trajectId: Id, over: Partial<Parameters<typeof bookAhead>[1]> = {}, wie = loket) =>
  keten.doe(wie, (work) =>
    bookAhead(work, {
      trajectId,
      plekId,
      van: '2026-03-10',
      tot: '2026-03-17',
      reden: 'Rust nodig',
      ...over,
    }),
  )
const begin = (boekingId: Id, versie = 1, wie = loket) =>
  keten.doe(wie, (work) =>
    startBoeking(work, { boekingId, versie, volgendeStap: 'Elke dag bellen', volgendeStapOp: '2026-03-12' }),
  )
const annuleer = (boekingId: Id, wie = loket) =>
  keten.doe(wie, (work) => cancelBoeking(work, { boekingId, versie: 1, reden: 'Het gaat weer goed' }))
const lees = async (trajectId: Id) => accepted(await keten.doe(loket, (work) => findTimeOut(work, trajectId)))
const direct = (persoonId: Id, over: object = {}) =>
  keten.doe(loket, (work) =>
    startDirectVerblijf(work, {
      persoonId,
      plekId,
      op: '2026-03-02',
      soort: 'time_out',
      timeOutReden: 'Rust',
      ...over,
    }),
  )
const stand = async (op: string) =>
  (await keten.doe(zuid, (work) => listPlekstand(work, op))).find((one) => one.locatieId === locatieId)!
    .telling

describe('een time-outplek vooruit boeken (OVD-07)', () => {
  it('houdt de plek vast in die dagen, op het bord en in de kalender, zonder te zeggen voor wie', async () => {
    const { trajectId } = await bewoner()
    accepted(await boek(trajectId))
    for (const [dag, vrij, vastgehouden] of [
      ['2026-03-09', 1, 0],
      ['2026-03-10', 0, 1],
      ['2026-03-16', 0, 1],
      ['2026-03-17', 1, 0],
    ] as const) {
      expect(await stand(dag), dag).toMatchObject({ totaal: 1, vrij, vastgehouden, overboekt: 0 })
      // The calendar counts in its own way, from the same rows.
      const kalender = await keten.doe(zuid, async (work) => {
        const bezetting = await listBezetting(work, {
          van: '2026-03-02',
          tot: '2026-04-01',
          locatieIds: [locatieId],
        })
        expect(JSON.stringify(bezetting)).not.toContain('persoonId')
        const plekken = await listPlekkenVan(work, locatieId, keten.woning, dag)
        return countCapaciteit(groupBezetting(plekken, bezetting), dag)[0]!.telling
      })
      expect(kalender, dag).toMatchObject({ vrij, vastgehouden, overboekt: 0 })
    }
    const { vooruit, boekingen } = await lees(trajectId)
    expect(vooruit.find((one) => one.plekId === plekId)!.bezet).toEqual([
      { van: '2026-03-10', tot: '2026-03-17' },
    ])
    expect(boekingen).toMatchObject([
      { van: '2026-03-10', reden: 'Rust nodig', beginNietOmdat: 'De eerste nacht is op 10 maart 2026.' },
    ])
  })

  it('overlapt nooit een andere boeking, een verblijf of buiten gebruik; aansluiten mag', async () => {
    const [een, twee] = [await bewoner(), await bewoner()]
    accepted(await boek(een.trajectId))
    expect(await boek(twee.trajectId, { van: '2026-03-16', tot: '2026-03-20' })).toMatchObject({
      code: 'plek_niet_vrij',
      field: 'plekId',
    })
    accepted(await boek(twee.trajectId, { van: '2026-03-17', tot: '2026-03-20' }))
    // A stay that would still be there on the first night of the booking is refused; one that ends before it is not.
    const { persoonId } = await bewoner()
    expect(await direct(persoonId)).toMatchObject({ code: 'plek_geboekt' })
    expect(await direct(persoonId, { verwachtEindeOp: '2026-03-11' })).toMatchObject({ code: 'plek_geboekt' })
    accepted(await direct(persoonId, { verwachtEindeOp: '2026-03-10' }))
    const vrij = await bewoner()
    expect(await boek(vrij.trajectId, { van: '2026-03-05', tot: '2026-03-08' })).toMatchObject({
      code: 'plek_niet_vrij',
    })
    await keten.query(
      `insert into onderdak.buiten_gebruik (id, regio_id, plek_id, van, tot, reden) values (gen_random_uuid(), $1, $2, '2026-04-01', '2026-04-03', 'onderhoud')`,
      [keten.regio.regioId, plekId],
    )
    expect(await boek(vrij.trajectId, { van: '2026-04-02', tot: '2026-04-05' })).toMatchObject({
      code: 'plek_niet_vrij',
    })
  })

  it('tien boeken tegelijk dezelfde dagen: precies één krijgt de plek', async () => {
    const mensen = []
    for (let i = 0; i < 10; i++) mensen.push(await bewoner())
    const antwoorden = await Promise.all(mensen.map(({ trajectId }) => boek(trajectId)))
    expect(antwoorden.filter((one) => !isRejection(one))).toHaveLength(1)
    expect(new Set(antwoorden.filter(isRejection).map((one) => one.code))).toEqual(
      new Set(['plek_niet_vrij']),
    )
  })

  it('boeken en er gaan slapen tegelijk: nooit allebei', async () => {
    for (let ronde = 0; ronde < 15; ronde++) {
      plekId = (await keten.place(keten.woning))[0]!
      const [boeker, slaper] = [await bewoner(), await bewoner()]
      const beide = await Promise.all([boek(boeker.trajectId), direct(slaper.persoonId)])
      expect(beide.filter((one) => !isRejection(one))).toHaveLength(1)
    }
  })

  it('wordt op de dag met één handeling het verblijf; eerder niet en na het vertrek niet meer', async () => {
    const { persoonId, trajectId } = await bewoner()
    const { id } = accepted(await boek(trajectId))
    expect(await begin(id)).toMatchObject({ code: 'kan_nu_niet' })
    keten.platform.clock.set('2026-03-10')
    accepted(await begin(id))
    expect(await keten.one(loket, persoonId)).toMatchObject({ toestand: 'time_out' })
    expect(
      await keten.query(
        `select b.status, v.soort, v.begonnen_op, v.verwacht_einde_op from onderdak.time_outboeking b join onderdak.verblijf v on v.id = b.verblijf_id where b.id = $1`,
        [id],
      ),
    ).toEqual([
      { status: 'begonnen', soort: 'time_out', begonnen_op: '2026-03-10', verwacht_einde_op: '2026-03-17' },
    ])
    expect(await begin(id, 3)).toMatchObject({ code: 'kan_nu_niet' })
    expect((await lees(trajectId)).boekingen).toEqual([])
    await keten.checkBoeken()
  })

  it('annuleren maakt de plek weer vrij, en wie haar had mag dan opnieuw boeken', async () => {
    const [een, twee] = [await bewoner(), await bewoner()]
    const { id } = accepted(await boek(een.trajectId))
    accepted(await annuleer(id))
    expect(await annuleer(id)).toMatchObject({ code: 'versie_verouderd' })
    accepted(await boek(twee.trajectId))
  })

  it('wie de deur opendoet ziet de cliënt vanaf de boeking tot het annuleren, een ander niets', async () => {
    const { persoonId, trajectId } = await bewoner()
    await keten.query(
      'update onderdak.voorziening set organisatie_id = $1 where id = (select voorziening_id from onderdak.locatie where id = $2)',
      [zuid.organisatieId, locatieId],
    )
    const ziet = async () => (await keten.doe(zuid, (work) => getPersoonKern(work, persoonId))) !== undefined
    expect(await ziet()).toBe(false)
    // Another aanbieder asks the loket, as for tonight.
    expect(await boek(trajectId, {}, keten.planner)).toMatchObject({ code: 'geen_recht' })
    const { id } = accepted(await boek(trajectId))
    expect(await ziet()).toBe(true)
    accepted(await annuleer(id, zuid))
    expect(await ziet()).toBe(false)
  })

  it('alleen dagen die nog komen, en niemand op twee plekken', async () => {
    const { trajectId } = await bewoner()
    expect(await boek(trajectId, { van: '2026-03-02' })).toMatchObject({ code: 'dag_te_vroeg', field: 'van' })
    expect(await boek(trajectId, { tot: '2026-03-10' })).toMatchObject({ code: 'tot_te_vroeg', field: 'tot' })
    accepted(await boek(trajectId))
    const [ander] = await keten.place(keten.woning)
    expect(await boek(trajectId, { plekId: ander! })).toMatchObject({ code: 'boeking_bestaat' })
    expect(await boek(trajectId, { plekId: (await keten.place(keten.bw))[0]! })).toMatchObject({
      code: 'plek_onbekend',
    })
  })
})
