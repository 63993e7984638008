import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { readVandaag } from '../../vandaag/server/queries.ts'
import {
  ClientervaringInvoer,
  ClientervaringWijziging,
  listClientervaringantwoorden,
  listClientervaringen,
} from '../domain/contract.ts'
import {
  changeClientervaring,
  deliverClientervaring,
  registerClientervaring,
  withdrawClientervaring,
} from './commands.ts'
import { listAntwoordrijen, listRijen, readClientervaring, readJaren, readKeuzes } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let coordinator: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-04-01')
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  coordinator = await regio.als('centrumgemeente', 'regiocoordinator')
}, 60_000)

beforeEach(async () => {
  platform.clock.set('2026-04-01')
  await database.login.query('delete from onderdak.clientervaring_antwoord')
  await database.login.query('delete from onderdak.clientervaring')
})

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const uitkomst = {
  jaar: 2025,
  gemeenteCode: null as string | null,
  domein: 'MO',
  uitgenodigd: 120,
  beantwoord: 60,
  onderzoekOp: '2026-02-01',
  bron: 'Rapport 2025',
  telwijze: 'aantal',
  vragen: [{ vraag: 'contact', positief: 40 as number | null }],
}
const leg = (meer: object = {}) =>
  as(manager, (work) => registerClientervaring(work, ClientervaringInvoer.parse({ ...uitkomst, ...meer })))
const vast = async (meer: object = {}) => accepted(await leg(meer))
const wijzig = (id: Id, versie: number, meer: object = {}) =>
  as(manager, (work) =>
    changeClientervaring(work, { ...ClientervaringWijziging.parse({ ...uitkomst, ...meer, versie }), id }),
  )
const lees = async (id: Id, wie = coordinator) =>
  accepted(await as(wie, (work) => readClientervaring(work, id)))
const rijen = async (query: object = {}) =>
  (await as(coordinator, (work) => listRijen(work, listClientervaringen.query.parse(query)))).results
const antwoorden = async (query: object = {}) =>
  (await as(coordinator, (work) => listAntwoordrijen(work, listClientervaringantwoorden.query.parse(query))))
    .results

describe('de uitkomst van een jaar', () => {
  it('staat er met de respons, wie haar invoerde, en per vraag het deel dat positief was', async () => {
    const { id } = await vast({
      vragen: [
        { vraag: 'contact', positief: 40 },
        { vraag: 'effect', positief: null },
      ],
    })
    expect(await rijen()).toEqual([
      expect.objectContaining({
        id,
        gebied: 'Hele regio',
        uitgenodigd: 120,
        beantwoord: 60,
        respons: 50,
        afgeschermd: false,
        geleverdOp: null,
        ingevoerdDoor: 'Proef programmamanager centrumgemeente',
        versie: 1,
      }),
    ])
    expect(await antwoorden()).toEqual([
      expect.objectContaining({
        naam: 'Contact: goed geholpen en serieus genomen',
        positief: 66.7,
        afgeschermd: false,
      }),
    ])
    expect(await as(coordinator, readJaren)).toEqual({ jaren: [2025] })
  })

  it('van een jaar, gebied en domein geldt er één', async () => {
    await vast()
    expect(await leg()).toMatchObject({ code: 'clientervaring_bestaat', field: 'jaar' })
    await vast({ domein: 'BW' })
    await vast({ gemeenteCode: 'GM0622' })
    expect(await leg({ gemeenteCode: 'GM0622' })).toMatchObject({ code: 'clientervaring_bestaat' })
    await vast({ jaar: 2026 })
  })

  it('weigert een dag in de toekomst, een gemeente van elders en een vraag die er niet is', async () => {
    expect(await leg({ onderzoekOp: '2026-04-02' })).toMatchObject({ field: 'onderzoekOp' })
    expect(await leg({ gemeenteCode: 'GM0363' })).toMatchObject({ field: 'gemeenteCode' })
    expect(await leg({ vragen: [{ vraag: 'koffie', positief: 1 }] })).toMatchObject({
      field: 'vragen.0.positief',
    })
  })

  it('de vragen komen uit de keuzelijst van de regio, met een standaardlijst die dat zegt', async () => {
    const { vragen, gemeenten } = await as(manager, readKeuzes)
    expect(vragen.map(({ code }) => code)).toEqual(['contact', 'kwaliteit', 'effect'])
    expect(gemeenten.map(({ naam }) => naam)).toEqual(['Schiedam', 'Vlaardingen'])
    const { rows } = await database.login.query(
      "select distinct bron from onderdak.keuze where lijst = 'clientervaring_vraag'",
    )
    expect(rows[0].bron).toMatch(/Standaardlijst van Onderdak/)
  })
})

describe('wat de database weigert', () => {
  const zet = (wat: string) =>
    database.login.query(`update onderdak.clientervaring set ${wat} where ingetrokken_op is null`)
  it('meer antwoorden dan uitgenodigd, een levering zonder aan wie, en meer positief dan antwoorden', async () => {
    await vast({ vragen: [] })
    await expect(zet('beantwoord = 121')).rejects.toThrow('clientervaring_antwoorden_passen')
    await expect(zet("geleverd_op = '2026-03-01'")).rejects.toThrow('clientervaring_levering_volledig')
    await expect(zet("onderzoek_op = '2024-01-01'")).rejects.toThrow('clientervaring_onderzoek_past')
    const antwoord = (positief: number) =>
      database.login.query(
        `insert into onderdak.clientervaring_antwoord (clientervaring_id, regio_id, vraag, beantwoord, telwijze, positief)
         select id, regio_id, 'contact', beantwoord, telwijze, ${positief} from onderdak.clientervaring`,
      )
    await expect(antwoord(61)).rejects.toThrow('clientervaring_antwoord_past')
    await expect(antwoord(1.5)).rejects.toThrow('clientervaring_antwoord_heel')
  })
})

describe('kleine aantallen', () => {
  it('staan nergens, ook niet naast de hele regio', async () => {
    await vast({ uitgenodigd: 300, beantwoord: 75, vragen: [{ vraag: 'contact', positief: 45 }] })
    await vast({ gemeenteCode: 'GM0622', beantwoord: 5, vragen: [{ vraag: 'contact', positief: 2 }] })
    const { id } = await vast({
      gemeenteCode: 'GM0606',
      beantwoord: 70,
      vragen: [{ vraag: 'contact', positief: 43 }],
    })
    expect(
      (await rijen({ sorteer: 'gebied' })).map(({ gebied, beantwoord, respons, afgeschermd }) => ({
        gebied,
        beantwoord,
        respons,
        afgeschermd,
      })),
    ).toEqual([
      { gebied: 'Hele regio', beantwoord: 75, respons: 25, afgeschermd: false },
      { gebied: 'Schiedam', beantwoord: null, respons: null, afgeschermd: true },
      { gebied: 'Vlaardingen', beantwoord: null, respons: null, afgeschermd: true },
    ])
    expect(
      (await antwoorden({ sorteer: 'gebied' })).map(({ positief, afgeschermd }) => [positief, afgeschermd]),
    ).toEqual([
      [60, false],
      [null, true],
      [null, true],
    ])
    expect(await lees(id)).toMatchObject({ beantwoord: null, invoer: null })
    // Who may write sees what was entered, to correct it.
    expect((await lees(id, manager)).invoer).toMatchObject({ beantwoord: 70 })
    const { rows } = await database.login.query(
      "select gegevens::text as tekst from onderdak.gebeurtenis where onderwerp_soort = 'clientervaring'",
    )
    for (const { tekst } of rows) expect(tekst).not.toMatch(/beantwoord|positief/)
  })
})

describe('verbeteren, leveren en intrekken', () => {
  it('wie verbetert noemt de versie die hij zag; de antwoorden gaan mee', async () => {
    const { id } = await vast()
    accepted(await wijzig(id, 1, { beantwoord: 30, vragen: [{ vraag: 'effect', positief: 15 }] }))
    expect(await lees(id)).toMatchObject({
      versie: 2,
      respons: 25,
      antwoorden: [{ vraag: 'effect', positief: 50 }],
    })
    expect(await wijzig(id, 1)).toMatchObject({ code: 'versie_verouderd' })
    expect(await lees(id)).toMatchObject({ antwoorden: [{ vraag: 'effect' }] })
  })

  it('een levering heeft een dag en aan wie, niet voor het onderzoek en niet in de toekomst', async () => {
    const { id } = await vast()
    const lever = (versie: number, geleverdOp: string) =>
      as(manager, (work) =>
        deliverClientervaring(work, { id, versie, geleverdOp, geleverdAan: 'Ministerie' }),
      )
    expect(await lever(1, '2026-01-31')).toMatchObject({ field: 'geleverdOp' })
    expect(await lever(1, '2026-04-02')).toMatchObject({ field: 'geleverdOp' })
    accepted(await lever(1, '2026-03-01'))
    expect(await lees(id)).toMatchObject({ geleverdOp: '2026-03-01', geleverdAan: 'Ministerie', versie: 2 })
  })

  it('wat is ingetrokken toont geen getallen meer, verandert niet meer, en maakt plaats', async () => {
    const { id } = await vast()
    accepted(
      await as(manager, (work) => withdrawClientervaring(work, { id, versie: 1, reden: 'Dubbel geteld' })),
    )
    expect(await lees(id, manager)).toMatchObject({
      ingetrokkenReden: 'Dubbel geteld',
      uitgenodigd: null,
      beantwoord: null,
      respons: null,
      antwoorden: [],
      invoer: null,
    })
    expect(await antwoorden()).toEqual([])
    expect(await wijzig(id, 2)).toMatchObject({ code: 'kan_nu_niet' })
    await expect(
      database.login.query('update onderdak.clientervaring set uitgenodigd = 1000 where id = $1', [id]),
    ).rejects.toThrow('is ingetrokken')
    await vast()
  })
})

describe('de taak op Vandaag', () => {
  const taak = async (op: string, wie = manager) => {
    platform.clock.set(op)
    const { groepen } = await as(wie, readVandaag)
    return groepen.find(({ code }) => code === 'clientervaring_leveren')?.items[0]
  }

  it('komt acht weken vóór 1 juli, en is na 30 juni te laat', async () => {
    expect(await taak('2026-05-05')).toBeUndefined()
    expect(await taak('2026-05-06')).toMatchObject({
      soort: 'clientervaring',
      naam: 'Cliëntervaring 2025',
      wat: 'Nog geen uitkomst',
      datum: '2026-06-30',
      stand: 'binnenkort',
    })
    expect(await taak('2026-06-30')).toMatchObject({ stand: 'vandaag' })
    expect(await taak('2026-07-01')).toMatchObject({ stand: 'te_laat' })
    expect(await taak('2026-07-01', coordinator)).toBeUndefined()
  })

  it('blijft tot elke uitkomst van het jaar is geleverd', async () => {
    const { id } = await vast()
    await vast({ domein: 'BW' })
    expect(await taak('2026-06-01')).toMatchObject({ wat: '2 uitkomsten zijn nog niet geleverd' })
    const lever = (uitkomstId: Id) =>
      as(manager, (work) =>
        deliverClientervaring(work, {
          id: uitkomstId,
          versie: 1,
          geleverdOp: '2026-05-30',
          geleverdAan: 'VWS',
        }),
      )
    accepted(await lever(id))
    expect(await taak('2026-06-01')).toMatchObject({ wat: 'Eén uitkomst is nog niet geleverd' })
    const [open] = await rijen({ domein: 'BW' })
    accepted(await lever(open!.id))
    expect(await taak('2026-06-01')).toBeUndefined()
    expect(await taak('2027-05-10')).toMatchObject({ naam: 'Cliëntervaring 2026' })
  })

  it('de termijn is van de regio', async () => {
    await database.login.query(
      "update onderdak.termijn set aantal = 2 where code = 'clientervaring_klaarzetten'",
    )
    expect(await taak('2026-06-16')).toBeUndefined()
    expect(await taak('2026-06-17')).toMatchObject({ wat: 'Nog geen uitkomst' })
    await database.login.query(
      "update onderdak.termijn set aantal = 8 where code = 'clientervaring_klaarzetten'",
    )
  })
})
